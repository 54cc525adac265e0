"""Text that stays text wherever it stands in a page or a picture."""

from __future__ import annotations

import html
import re
from typing import Final

# Null, controls and halves of characters: no picture may hold them, and no file can.
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escaped(text: str) -> str:
    r"""The text as words of HTML or SVG, with a replacement sign for each character that neither can hold.

    Examples
    --------
    >>> escaped("a<b\x00")
    'a&lt;b�'
    """
    return html.escape(_UNSHOWABLE.sub("�", text))


def attribute(text: str) -> str:
    """The text as an attribute's value, without signs that turn its direction.

    Examples
    --------
    >>> attribute('the "aid"')
    'the &quot;aid&quot;'
    """
    return escaped(_DIRECTIONS.sub("", text))


def bdi(text: str) -> str:
    """The text, kept from turning the direction of what stands around it.

    Examples
    --------
    >>> bdi("aid")
    '<bdi>aid</bdi>'
    """
    return f"<bdi>{escaped(text)}</bdi>"
