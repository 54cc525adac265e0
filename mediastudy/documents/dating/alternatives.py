"""A pattern for any of many names, quick enough to be tried at each place of a text."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(names: Iterable[str]) -> str:
    r"""A pattern for any of the names, the longest that fits; a name ends where its letters end.

    Examples
    --------
    >>> any_of(["mar", "march", "may"])
    '(?:ma(?:r(?:ch)?|y))(?![^\\W\\d_])'
    """
    return rf"(?:{_branch(sorted(set(names)))})(?![^\W\d_])"


def _branch(names: list[str]) -> str:
    """A pattern that shares the beginnings of sorted names."""
    ends = names[0] == ""
    branches = []
    for letter, group in groupby(names[ends:], key=lambda name: name[0]):
        branches.append(re.escape(letter) + _branch([name[1:] for name in group]))
    if not branches:
        return ""
    if ends:
        return "(?:" + "|".join(branches) + ")?"
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
