"""Text that was decoded in the wrong encoding somewhere on its way, such as ``worldâ€™s``, made whole again."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# A longer line is left alone: ftfy would be slow on it, and no paragraph is so long.
_LONGEST: Final = 100_000
# A Portuguese word in capitals before a closing mark ("IRMÃ”") looks as if it were broken.
_CAPITALS: Final = re.compile(r"[A-ZÀ-Þ]{2}Ã[”’»…“](?!\w)")
# The quotation marks and dashes of Windows that were taken for control characters.
_MARKS: Final = {0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—"}
_MARK_CONTROLS: Final = frozenset(map(chr, _MARKS))
_UTF8: Final = re.compile("[\xc2-\xf4][\x80-\xbf]")
_CONTROL: Final = re.compile("[\x80-\x9f]")


def mended(text: str) -> str:
    """A text with its wrongly decoded characters as they were meant; everything else stays as it is.

    Quotation marks, ligatures, wide letters and accents are never changed: only characters that show the traces of
    UTF-8 read as something else.

    Examples
    --------
    >>> mended("The worldâ€™s harbours"), mended("Ã¼ber den HÃ¤fen")
    ('The world’s harbours', 'über den Häfen')
    >>> mended("“São Paulo”, Tiếng Việt, ﬁn") == "“São Paulo”, Tiếng Việt, ﬁn"
    True
    """
    if text.isascii() or len(text) > _LONGEST:
        return text
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    controls = set(_CONTROL.findall(text))
    if controls - _MARK_CONTROLS and not _UTF8.search(text):
        return text  # a font of its own uses any control
    whole = fix_encoding(text, _settings()) if is_bad(text) and not _CAPITALS.search(text) else text
    return whole.translate(_MARKS) if set(_CONTROL.findall(whole)) <= _MARK_CONTROLS else whole


@lru_cache(maxsize=1)
def _settings() -> TextFixerConfig:
    """The settings under which ftfy only undoes wrong decoding."""
    from ftfy import TextFixerConfig

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_c1_controls=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )
