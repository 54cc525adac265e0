"""ProQuest's tables, XLSX or CSV: what a missing column would say is taken from ``Publication_info``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from mediastudy.documents.tabular.columns import plain_name, recognise
from mediastudy.documents.tabular.headers import header_of, read_table
from mediastudy.documents.tabular.rows import as_text
from mediastudy.documents.vendors.proquest import HOST, publication_info

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table
    from mediastudy.documents.vendors.proquest import Info

NAME: Final = "proquest-table"
# The capital within "ProQuest" divides it where names are made plain.
_ITS_ID: Final = frozenset(("proquest_document_id", "pro_quest_document_id"))
_ITS_NAMES: Final = frozenset(
    (  # noqa: SIM905 - words read better in a row
        "publication_info publication_title publication_date full_text pubtitle pubdate store_id find_a_copy "
        "document_url document_type source_type country_of_publication language_of_publication publication_year"
    ).split()
)
_NEEDED: Final = 4


def sniff(source: Source) -> float:
    """Sure of a table whose header has ProQuest's names."""
    names = header_of(source)
    return 0.97 if names & _ITS_ID or len(names & _ITS_NAMES) >= _NEEDED else 0.0


def read(source: Source) -> Table:
    r"""The rows of the file, completed from ``Publication_info``.

    Raises
    ------
    Unreadable
        If the file holds no text, or is a broken workbook.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> rows = b"ProQuest_document_ID,Title,Publication_info\n7,Harbour,Coast Daily ; Alba [Alba]08 May 2010: A.2.\n"
    >>> read(Source("a.csv", ".csv", rows)).frame[["outlet", "date"]].values.tolist()
    [['Coast Daily', '08 May 2010']]
    """
    table = read_table(source)
    frame = table.frame
    ours = {column: name for name, column in recognise([str(name) for name in frame.columns], mapped={}).items()}
    line = next((name for name in frame.columns if plain_name(str(name)) == "publication_info"), None)
    if line is not None:
        infos = [publication_info(as_text(value) or "") for value in frame[line].array]
        for column, field in (("outlet", "outlet"), ("date", "date_raw"), ("pages", "pages")):
            frame = _completed(frame, ours.get(column, column), [_said(info, field) for info in infos])
    # Its own column "Database" says which of its collections, not where that lies.
    return table._replace(frame=frame if "host" in frame else frame.assign(host=HOST))


def _said(info: Info, field: str) -> str | None:
    """A part of what the line says."""
    value = getattr(info, field)
    return value if isinstance(value, str) else None


def _completed(frame: pd.DataFrame, name: str, values: list[str | None]) -> pd.DataFrame:
    """The table with a column, its blank cells filled."""
    if name not in frame:
        return frame.assign(**{name: pd.Series(values, index=frame.index, dtype="str")})
    stated = [as_text(value) for value in frame[name].array]
    if all(text and text.strip() for text in stated):
        return frame
    filled = [old if text and text.strip() else new for old, text, new in zip(frame[name], stated, values, strict=True)]
    return frame.assign(**{name: pd.Series(filled, index=frame.index, dtype="object")})
