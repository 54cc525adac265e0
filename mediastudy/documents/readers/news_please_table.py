"""Tables of what the crawler news-please has found: its databases, dumped, or its articles as a table of pandas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.tabular.columns import recognise
from mediastudy.documents.tabular.headers import header_of, read_table

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table

NAME: Final = "news-please-table"
_ALWAYS: Final = frozenset(("maintext", "source_domain"))
_SOME: Final = frozenset(("date_download", "date_publish", "date_modify", "localpath", "title_page", "title_rss"))
_NEEDED: Final = 2


def sniff(source: Source) -> float:
    """Sure of a header with the names of news-please's columns, in any order."""
    names = header_of(source)
    return 0.97 if names >= _ALWAYS and len(names & _SOME) >= _NEEDED else 0.0


def read(source: Source) -> Table:
    r"""The rows of the file; the site on which an article stood is its outlet, as in the crawler's JSON.

    Raises
    ------
    Unreadable
        If the file holds no text, or is a broken workbook.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> rows = b"source_domain,maintext,date_publish,localpath\ncoast.example,Ships came.,2017-07-17 17:03:00,a\n"
    >>> read(Source("a.csv", ".csv", rows)).frame["outlet"].tolist()
    ['coast.example']
    """
    table = read_table(source)
    names = [str(name) for name in table.frame.columns]
    site = next((name for name in names if name.casefold() == "source_domain"), None)
    if site is None or "outlet" in recognise(names, mapped={}).values():
        return table
    return table._replace(frame=table.frame.assign(outlet=table.frame[site]))
