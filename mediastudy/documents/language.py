"""The language of an article: as stated, or detected when the text is long and clear enough; else unknown."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES: Final = {
    "english": "en", "englisch": "en", "anglais": "en", "eng": "en",
    "german": "de", "deutsch": "de", "allemand": "de", "deu": "de", "ger": "de",
    "french": "fr", "französisch": "fr", "français": "fr", "fra": "fr", "fre": "fr",
    "spanish": "es", "spanisch": "es", "español": "es", "spa": "es",
    "chinese": "zh", "chinesisch": "zh", "chinois": "zh", "中文": "zh", "zho": "zh", "chi": "zh", "cn": "zh",
    "portuguese": "pt", "português": "pt", "por": "pt", "italian": "it", "italiano": "it", "ita": "it",
    "russian": "ru", "русский": "ru", "rus": "ru", "japanese": "ja", "日本語": "ja", "jpn": "ja",
    "dutch": "nl", "nederlands": "nl", "nld": "nl", "arabic": "ar", "ara": "ar", "korean": "ko", "kor": "ko",
}  # fmt: skip
# Languages of the press; the model knows ever so small ones that it then finds in broken English.
_DETECTED: Final = (  # noqa: SIM905 - words read better in a row
    "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km "
    "ko ku ky lt lv mk ml mn mr ms mt nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr ug uk ur uz "
    "vi zh"
).split()
_SAMPLE: Final = 300
_LONG_SAMPLE: Final = 2000
_SHORTEST: Final = 60
_CONFIDENT: Final = 0.9
_HAN: Final = re.compile(r"[㐀-鿿]")
_KANA: Final = re.compile(r"[぀-ヿ]")
_SHARE: Final = 0.3
_CODE: Final = re.compile(r"([a-z]{2})(?:[-_].*)?")


def language_code(stated: str) -> str | None:
    """The two-letter code of a language as stated (``en-GB``, ``English``, ``zh_CN``), or None.

    Examples
    --------
    >>> language_code("en-GB"), language_code("Deutsch"), language_code("unknown")
    ('en', 'de', None)
    """
    name = stated.strip().casefold()
    if name in _NAMES:
        return _NAMES[name]
    match = _CODE.fullmatch(name)
    return match[1] if match else None


def detect_language(text: str) -> str | None:
    """The two-letter code of the language a text is written in, or None if it is short or unclear.

    Examples
    --------
    >>> detect_language("Die Ministerin eröffnete am Mittwoch im Norden des Landes den neuen Hafen der Stadt.")
    'de'
    >>> detect_language("港口今天开放，市长出席了开放仪式。")
    'zh'
    >>> detect_language("Harbour") is None
    True
    """
    sample = text[:_SAMPLE].strip()
    letters = sum(map(str.isalpha, sample))
    han = len(_HAN.findall(sample))
    if han and han >= letters * _SHARE:
        return "ja" if _KANA.search(text[:_LONG_SAMPLE]) else "zh"
    if letters < _SHORTEST:
        return None
    return _classified(sample) or _classified(text[:_LONG_SAMPLE])


def detect_languages(texts: Iterable[str], *, stated: pd.Series[str]) -> pd.Series[str]:
    """The languages as stated, and detected from the texts where none is stated."""
    codes = [
        (language_code(name) if isinstance(name, str) else None) or detect_language(text)
        for name, text in zip(stated.array, texts, strict=True)
    ]
    return pd.Series(codes, index=stated.index, dtype="str")


def _classified(sample: str) -> str | None:
    """The language in which the model is confident, or None."""
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _CONFIDENT else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The model of py3langid, loaded once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _DETECTED if code in identifier.labels])
    return identifier
