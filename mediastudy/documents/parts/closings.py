"""What closes the last paragraph of an article and is none of its text: the desk's signature, an end mark, a credit."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.parts.credits import is_credit

_END: Final = re.compile(
    r"(?<=[.!?。！？”\"’»)])\s*(?P<mark>(?:/?enditem|\(?end\)?|/end|-0-|-30-|-ends?-|#{2,3}|■|□|◆|/\.(?:[A-Z]{2,4})?"
    r"|（完）|\(完\)|完|(?<=\s)[a-z]{2,4}(?:/[a-z]{2,5}){1,4}|[–—-]\s*(?:agencies|reuters|afp|ap|dpa|ians|pti|bernama))\.?)$",
    re.IGNORECASE,
)
_CAPITALS: Final = re.compile(r"(?<=[.!?”\"’])\s+(?P<mark>REUTERS|AFP|AP|BLOOMBERG|XINHUA|PTI|IANS|ANI|DPA)$")
_BRACKET: Final = re.compile(r"(?<=[.!?。！？”\"’»])\s*(?P<mark>[(（\[【][^()（）\[\]【】]{4,200}[)）\]】]\.?)$")
_WITH: Final = re.compile(
    r"(?<=[.!?。！？”\"’»])\s*(?P<mark>[(\[]?\s*[–—-]*\s*(?:with (?:files?|input|reporting|additional reporting"
    r"|reports?|inputs) (?:from|by)"
    r"|(?:additional )?reporting by|compiled by)\s+[A-Z][^.]{2,120}[.)\]]*)$",
    re.IGNORECASE,
)


def closing_of(paragraph: str) -> str | None:
    """What closes a paragraph and is none of its text, with the space before it, or None.

    Examples
    --------
    >>> closing_of("The ships sail on Monday. Enditem"), closing_of("The ships sail on Monday. (Reporting by Ann Lee)")
    (' Enditem', ' (Reporting by Ann Lee)')
    >>> closing_of("The ships sail in the end") is None
    True
    """
    match = _END.search(paragraph) or _WITH.search(paragraph) or _CAPITALS.search(paragraph)
    bracket = _BRACKET.search(paragraph)
    if match is None and bracket and is_credit(bracket["mark"]):
        match = bracket
    return match.group() if match and match.start() > 0 else None
