"""Named characters of HTML in XML: they stand in a DTD that is never loaded, so they are written as numbers."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Final

_NAMED: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))


def numbered(data: bytes) -> bytes:
    """The bytes with each named character as its number, but for those that XML knows.

    Examples
    --------
    >>> numbered(b"<p>Caf&eacute; &amp; Quay &coast;</p>")
    b'<p>Caf&#233; &amp; Quay &coast;</p>'
    """
    return _NAMED.sub(_number, data) if b"&" in data else data


def _number(match: re.Match[bytes]) -> bytes:
    """The number of the character that a name stands for; an unknown name as it is."""
    name = match[1].decode("ascii")
    code = None if name in _OF_XML else name2codepoint.get(name)
    return match[0] if code is None else b"&#%d;" % code
