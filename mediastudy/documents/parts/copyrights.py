"""Copyright lines, and whose the rights are."""

from __future__ import annotations

import re
from typing import Final

_COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)\s+(?:copyright\b|(?:[A-Z][\w.&'’-]*,? ){0,6}(?:19|20)\d\d)|copyright\b"
    r"|all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|版权所有|copyrights?\s*(?:©|\())",
    re.IGNORECASE,
)
_HOLDER: Final = re.compile(
    r"(?:©|\(c\)|copyright|版权所有)[\s©:：()c]*(?:(?:19|20)\d\d\s*(?:[-–]\s*(?:19"
    r"|20)\d\d)?)?[\s,:]*(?:by\s+)?(?P<holder>[^.,;|©\d]{3,70})",
    re.IGNORECASE,
)
_LONGEST: Final = 300
_LONGEST_HAN: Final = 60


def is_copyright(line: str) -> bool:
    """Whether a line is a copyright notice.

    Examples
    --------
    >>> is_copyright("© 2024 The Harbour Times. All rights reserved.")
    True
    """
    if len(line) > _LONGEST:
        return False
    owned = _COPYRIGHT.match(line) or re.search(r"all rights reserved\.?$", line, re.IGNORECASE)
    return bool(owned) or _is_han_copyright(line)


def _is_han_copyright(line: str) -> bool:
    """Whether a Chinese line says whose the rights are, also with a space between any two characters."""
    bare = re.sub(r"\s", "", line)
    return bare.startswith("版权声明") or (len(bare) <= _LONGEST_HAN and "版权所有" in bare and "。" not in bare)


def copyright_holder(line: str) -> str | None:
    """The name after a copyright sign, or None.

    Examples
    --------
    >>> copyright_holder("Copyright © 2024 The Harbour Times. All rights reserved.")
    'The Harbour Times'
    """
    match = _HOLDER.search(line)
    return (
        re.sub(r"\s*all rights reserved.*", "", match["holder"], flags=re.IGNORECASE).strip() or None if match else None
    )
