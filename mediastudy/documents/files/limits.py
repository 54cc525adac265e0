"""How large, how tightly packed and how deeply nested a raw file may be; beyond that it is refused, not tried."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.readers import Unreadable

LARGEST: Final = 1 << 30  # bytes of a raw file, packed or unpacked
MEMBERS: Final = 100_000  # files in an archive
MEMBER: Final = 512 << 20  # bytes of one file in an archive
ALL_MEMBERS: Final = 4 << 30  # bytes of all files in an archive
TEXT_PARTS: Final = 256 << 20  # bytes of all parts of a text from an office program, which is read whole
RATIO: Final = 200  # unpacked bytes a packed byte; news text comes to 3 to 20
RATIO_FROM: Final = 1 << 20  # unpacked bytes below which a ratio says nothing: a page of blanks packs well
DEPTH: Final = 250  # the parser of HTML drops without a word what lies deeper than about 253

_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)\b|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_RAW: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
# Elements without an end tag, and those that the next of their kind or their parent's end closes.
_FLAT: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # noqa: SIM905 - words read better in a row
    "html head body p li dt dd td th tr tbody thead tfoot option optgroup a script style title".split()
)
_LEVELS: Final = {"table": 4, "ul": 2, "ol": 2, "dl": 2}  # with the rows and items between one and the next


def check_size(size: int) -> None:
    """Refuse a file that is too large to be read whole.

    Raises
    ------
    Unreadable
        ``file_too_large``.

    Examples
    --------
    >>> check_size(10)
    """
    if size > LARGEST:
        problem = "file_too_large"
        raise Unreadable(problem, f"{size:,} bytes; split it into files of at most {LARGEST:,}")


def check_ratio(packed: int, unpacked: int) -> None:
    """Refuse what unpacks to so much more than it was that it cannot be text.

    Raises
    ------
    Unreadable
        ``zip_bomb``.

    Examples
    --------
    >>> check_ratio(1000, 20_000)
    """
    if unpacked > RATIO_FROM and unpacked > packed * RATIO:
        problem = "zip_bomb"
        raise Unreadable(problem, f"it unpacks to more than {RATIO} times its size; unpacking was stopped")


def check_text_parts(size: int) -> None:
    """Refuse a text from an office program whose parts come to more than a text ever does.

    Raises
    ------
    Unreadable
        ``zip_bomb``.

    Examples
    --------
    >>> check_text_parts(20_000)
    """
    if size > TEXT_PARTS:
        problem = "zip_bomb"
        raise Unreadable(problem, f"it would unpack to more than {TEXT_PARTS:,} bytes; nothing was unpacked")


def too_deep(text: str) -> bool:
    """Whether elements of an HTML page are nested so deeply that a parser would lose what lies within.

    Elements that the page never closes count as open to its end, as they do for the parser.

    Examples
    --------
    >>> too_deep("<div>" * 300 + "text" + "</div>" * 300), too_deep("<div>text</div>" * 300)
    (True, False)
    """
    open_now: dict[str, int] = {}
    depth = 0
    for match in _TAG.finditer(_RAW.sub("", text)):
        name = (match[2] or "").lower()
        if not name or name in _FLAT:
            continue
        if not match[1]:
            open_now[name] = open_now.get(name, 0) + 1
            depth += _LEVELS.get(name, 1)
        elif open_now.get(name):
            open_now[name] -= 1
            depth -= _LEVELS.get(name, 1)
        if depth > DEPTH:
            return True
    return False
