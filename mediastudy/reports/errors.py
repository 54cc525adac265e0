"""The one way a report says no, and how it names the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbformat import NotebookNode


class ReportError(ValueError):
    """A notebook that can't become a report as it stands; the message names the cell and what to do."""


def name_of(cell: NotebookNode, number: int) -> str:
    r"""Words by which an author finds the cell: its number from 1 and its first line.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell
    >>> name_of(new_code_cell("hits = 3\nhits"), 4)
    'cell 4 (“hits = 3”)'
    """
    lines = [line.strip() for line in cell.source.splitlines() if line.strip()]
    first = lines[0] if lines else "empty"
    shown = first if len(first) <= 60 else first[:59] + "…"  # noqa: PLR2004 - what fits one line of a message
    return f"cell {number} (“{shown}”)"
