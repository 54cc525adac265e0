"""Media Cloud's tables: titles and addresses of stories, without their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.tabular.columns import recognise
from mediastudy.documents.tabular.headers import header_of, read_table

if TYPE_CHECKING:
    from mediastudy.documents.records import Source, Table

NAME: Final = "media-cloud"
HOST: Final = "Media Cloud"
_ALWAYS: Final = frozenset(("title", "url", "publish_date"))
_SOME: Final = frozenset(("media_name", "media_url", "media_id"))
_OTHERS: Final = frozenset(("indexed_date", "stories_id", "language", "id", "ap_syndicated", "collect_date"))


def sniff(source: Source) -> float:
    """Sure of a header with the names of Media Cloud's columns, in any order."""
    names = header_of(source)
    return 0.97 if names >= _ALWAYS and names & _SOME and names & _OTHERS else 0.0


def read(source: Source) -> Table:
    r"""The stories of the file; that no column holds texts is said once for the file.

    Raises
    ------
    Unreadable
        If the file holds no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> rows = b"id,media_name,publish_date,title,url\n1,coast.example,2020-05-03,Harbour opens,https://coast.example/1\n"
    >>> read(Source("a.csv", ".csv", rows)).frame["host"].tolist()
    ['Media Cloud']
    """
    table = read_table(source)
    named = recognise([str(name) for name in table.frame.columns], mapped={})
    return table if "host" in named.values() else table._replace(frame=table.frame.assign(host=HOST))
