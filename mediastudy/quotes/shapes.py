"""Tables made from quotations with the columns that the user groups by before their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES: Final = "str"
"""Dtype of the columns grouped by, where there are no rows to tell it."""


def shaped(frame: pd.DataFrame, table: str, *, by: Sequence[str] = ()) -> pd.DataFrame:
    """The frame with the columns of ``by`` first, then the table's in order, its dtypes, and a fresh RangeIndex.

    Examples
    --------
    >>> shaped(pd.DataFrame({"cue": ["said"], "quotes": [1], "documents": [1]}), "cues").columns.tolist()
    ['cue', 'quotes', 'share', 'documents', 'verb', 'stance']
    """
    rows = frame.reset_index(drop=True)
    made: dict[str, Any] = {name: rows[name] for name in by}
    for name, (dtype, _) in tables.COLUMNS[table].items():
        column: Any = rows[name] if name in rows else pd.Series([None] * len(rows))
        made[name] = column.astype(dtype)
    return pd.DataFrame(made, index=rows.index)


def empty(table: str, *, by: Sequence[str] = ()) -> pd.DataFrame:
    """An empty table, the columns of ``by`` first.

    Examples
    --------
    >>> empty("voices", by=["speaker"]).columns.tolist()[:2]
    ['speaker', 'quotes']
    """
    columns = {name: pd.Series(dtype=_NAMES) for name in by}
    return pd.DataFrame(columns | {name: pd.Series(dtype=dtype) for name, (dtype, _) in tables.COLUMNS[table].items()})
