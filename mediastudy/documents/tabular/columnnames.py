"""The cells of a header as names of columns, each of them once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST: Final = 4096


def column_names(cells: Sequence[Any]) -> list[str]:
    """A name for each cell: its text; its place where it is empty, and beside its text where that comes again.

    Raises
    ------
    Unreadable
        ``too_many_columns``.

    Examples
    --------
    >>> column_names(["Title", None, "Title", " Text "])
    ['Title', 'column_2', 'Title_3', 'Text']
    """
    if len(cells) > MOST:
        problem = "too_many_columns"
        raise Unreadable(problem, f"its header has {len(cells):,} columns, more than {MOST:,}: is it no table?")
    taken: set[str] = set()
    names: list[str] = []
    for place, cell in enumerate(cells, start=1):
        name = str(cell).strip() if cell is not None else ""
        name = name or f"column_{place}"
        while name in taken:
            name = f"{name}_{place}"
        taken.add(name)
        names.append(name)
    return names
