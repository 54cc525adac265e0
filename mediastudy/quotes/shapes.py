"""Tables made from quotations with the columns that the user groups by before their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    own = tables.conform(frame[[name for name in tables.COLUMNS[table] if name in frame]], table)
    groups = frame[[*by]].reset_index(drop=True)
    return pd.concat([groups, own], axis="columns")


def empty(table: str, *, by: Sequence[str] = ()) -> pd.DataFrame:
    """An empty table, the columns of ``by`` first.

    Examples
    --------
    >>> empty("voices", by=["speaker"]).columns.tolist()[:2]
    ['speaker', 'quotes']
    """
    return pd.concat(
        [pd.DataFrame({name: pd.Series(dtype=_NAMES) for name in by}), tables.empty(table)], axis="columns"
    )
