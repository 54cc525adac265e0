"""Which of several encodings bytes are in, judged by the text that each would make of them.

Encodings of one family (Western, Central European, Turkish, Baltic; Cyrillic and Greek) give letters for the same
bytes, so that a wrong one shows only by letters that no one language has together, or by capitals within words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

# The letters beyond a to z of languages written in Latin script, and those of languages written in Cyrillic and Greek.
_WESTERN_LETTERS: Final = {
    "de": "äöüß", "fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúüªº", "pt": "àáâãçéêíóôõúüªº", "it": "àèéìíîòóùú",
    "nl": "áâäçèéêëíïóôöúûü", "da no": "æøåéèêóòô", "sv": "åäöéàü", "fi": "äöåšž", "is": "áéíóúýðþæö",
    "pl": "ąćęłńóśźż", "cs": "áčďéěíňóřšťúůýž", "sk": "áäčďéíĺľňóôŕšťúýž", "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ", "hr sl": "čćđšž", "sq": "çë", "tr": "çğıöşüâîû", "et": "äõöüšž", "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž", "ca": "àçèéíïòóúü·", "ga": "áéíóú", "eu gl": "áéíñóúüç",
}  # fmt: skip
_EASTERN_LETTERS: Final = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя", "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш", "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
}  # fmt: skip
_TYPOGRAPHY: Final = frozenset("„“”‚‘’«»‹›–—…·•°§©®€£¥¢´ ¡¿№™²³½¼\u00a0\u00ad")
_WESTERN: Final = (
    "cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "iso8859_15", "mac_roman", "cp850", "cp852", "mac_latin2",
)  # fmt: skip
_EASTERN: Final = (
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "iso8859_7",
)  # fmt: skip
# Letters that make up more than half of any text; small ones, since capitals are few.
_COMMON: Final = frozenset("оеаинтрсвлі" + "αοιετσνηυρ")
_WEIGHT: Final = 0.5
# Other names that detection gives to the members of a family.
_WESTERN_TOO: Final = (
    "latin_1", "iso8859_9", "iso8859_3", "iso8859_4", "iso8859_10", "iso8859_13", "iso8859_14", "iso8859_16", "cp437",
    "cp775", "cp857", "cp858", "cp861", "cp865", "cp860", "cp863", "mac_turkish", "mac_iceland", "cp1258", "hp_roman8",
    "cp500", "cp037", "cp1140", "mac_croatian", "mac_romanian",
)  # fmt: skip
_EASTERN_TOO: Final = ("cp855", "cp1125", "ptcp154", "kz1048", "koi8_t", "cp737", "cp869", "mac_greek")
# A capital after a small letter, or a quotation mark or sign between letters, happens in the wrong encoding only.
_ODD: Final = re.compile(r"(?<=[a-zà-öø-ÿа-яѐ-џ])[À-ÖØ-ÞА-ЯЀ-Џ]|(?<=[^\W\d_])[„“”‚‘«»‹›…•°§©®€£¥¢¡¿№™²³½¼](?=[^\W\d_])")
_LETTERS: Final = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HIGH: Final = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
_ALONE: Final = 1.35
_PLAUSIBLE: Final = 0.9
_SPACES: Final = frozenset(" \n\t\r　、。，．・！？：；「」『』（）")
_GENERAL: Final = range(0x2010, 0x2060)
_ASCII: Final = "ascii"
_PAIR: Final = 2


def among_relatives(sample: bytes, found: str) -> str:
    """The encoding of the found one's family in which the text is best the text of one language.

    Examples
    --------
    >>> among_relatives("Það er hafið yfir allan vafa að höfnin þjóni".encode("cp1252"), "cp1250")
    'cp1252'
    >>> among_relatives("您好".encode("gbk"), "gb18030")
    'gb18030'
    """
    family: tuple[str, ...]
    if found in _WESTERN or found in _WESTERN_TOO or _is_latin(sample):
        family, alphabets = _WESTERN, _WESTERN_LETTERS
    elif found in _EASTERN or found in _EASTERN_TOO:
        family, alphabets = _EASTERN, _EASTERN_LETTERS
    else:
        return found
    scores = {name: _fit(sample.decode(name, errors="replace"), alphabets) for name in family}
    return max(family, key=lambda name: scores[name])  # of equals the first, which is the more common one


def _is_latin(sample: bytes) -> bool:
    """Whether bytes beyond ASCII stand alone among letters of ASCII, as accented letters do in Latin script."""
    runs = _HIGH.findall(sample)
    lengths = sum(len(run.strip(_LETTERS)) for run in runs)
    within = sum(len(run) > len(run.strip(_LETTERS)) for run in runs)
    return bool(runs) and lengths < len(runs) * _ALONE and within > len(runs) / 2


def _fit(text: str, alphabets: dict[str, str]) -> float:
    """The share of the characters beyond ASCII that the best fitting language has, less what stands oddly."""
    counts = Counter(character for character in text if character > "\x7f")
    total = sum(counts.values())
    if not total:
        return 1.0
    typographic = sum(count for character, count in counts.items() if character in _TYPOGRAPHY)
    best = max(
        sum(count for character, count in counts.items() if character.lower() in letters)
        for letters in alphabets.values()
    )
    common = sum(counts[character] for character in _COMMON)
    return (best + typographic - len(_ODD.findall(text)) + _WEIGHT * common) / total


def looks_like_utf16(sample: bytes) -> str | None:
    r"""The name of the byte order in which the bytes are UTF-16 text without a mark, or None.

    Examples
    --------
    >>> looks_like_utf16("市长昨天宣布，港口正式开放。\n".encode("utf-16-be"))
    'utf-16-be'
    >>> looks_like_utf16(bytes(range(256)))
    """
    if len(sample) < _PAIR:
        return None
    whole = sample[: len(sample) // 2 * 2]
    scores = {name: _plausible(whole.decode(name, errors="replace")) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= _PLAUSIBLE else None


def _plausible(text: str) -> float:
    """How much of a text is ASCII, spaces and one script, with a little more for spaces and full stops of its own."""
    counts = Counter(text)
    scripts: Counter[str] = Counter()
    for character, count in counts.items():
        scripts[_script(character)] += count
    plain = scripts.pop(_ASCII, 0)
    odd = scripts.pop("", 0)
    main = max(scripts.values(), default=0)
    spaces = sum(counts[character] for character in _SPACES)
    return (plain + main - odd) / len(text) + 0.1 * min(1.0, 20 * spaces / len(text)) - 0.1


def _script(character: str) -> str:
    """A coarse name of a character's script; empty for what no text holds."""
    number = ord(character)
    if 0x20 <= number < 0x7F or character in "\t\n\r\f\u00a0" or number in _GENERAL:  # noqa: PLR2004 - printable ASCII
        return _ASCII
    if number < 0xA0 or unicodedata.category(character) in {"Cn", "Co", "Cs", "Cc"} or character == "�":  # noqa: PLR2004
        return ""
    if 0x3000 <= number < 0x3100 or 0x3400 <= number < 0xA000 or number >= 0xFF00:  # noqa: PLR2004 - Han, kana, wide
        return "han"
    if 0xAC00 <= number < 0xD7B0 or 0x1100 <= number < 0x1200:  # noqa: PLR2004 - Hangul
        return "hangul"
    if number < 0x250:  # noqa: PLR2004 - Latin and its extensions
        return "latin"
    return unicodedata.name(character, " ").split()[0]
