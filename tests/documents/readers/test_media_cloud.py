"""Media Cloud's CSV. Built from the description of the format; no vendor's file was at hand."""

import pytest

from mediastudy.documents.readers import media_cloud
from mediastudy.documents.records import Source
from mediastudy.documents.tabular.mapping import Mapping
from mediastudy.documents.tabular.rows import to_documents

ROWS = [
    {"id": "a1", "indexed_date": "2023-05-04 10:00:00", "language": "en", "media_name": "coast.example",
     "media_url": "coast.example", "publish_date": "2023-05-03", "title": "Harbour opens, at last",
     "url": "https://coast.example/1"},
    {"id": "a2", "indexed_date": "2023-05-04 10:00:00", "language": "en", "media_name": "coast.example",
     "media_url": "coast.example", "publish_date": "", "title": "Ships", "url": "https://coast.example/2"},
]  # fmt: skip


def source(order):
    lines = [",".join(order)] + [",".join(f'"{row[name]}"' for name in order) for row in ROWS]
    return Source("mc-onlinenews-20230601101010-content.csv", ".csv", "\r\n".join(lines).encode())


@pytest.mark.parametrize("turn", [0, 3, 7])
def test_columns_may_stand_in_any_order(turn):
    names = list(ROWS[0])
    given = source(names[turn:] + names[:turn])
    assert media_cloud.sniff(given) == 0.97
    rows = to_documents(media_cloud.read(given), Mapping({}))
    assert rows.frame[["document", "outlet", "host", "title", "text"]].to_numpy().tolist() == [
        ["a1", "coast.example", "Media Cloud", "Harbour opens, at last", ""],
        ["a2", "coast.example", "Media Cloud", "Ships", ""],
    ]
    assert rows.frame["date"].dt.year.fillna(0).tolist() == [2023, 0]
    assert [problem.problem for problem in rows.problems] == ["title_only"]


def test_another_table_is_none():
    assert media_cloud.sniff(Source("a.csv", ".csv", b"id,title,url,publish_date,text\n1,a,b,c,d\n")) == 0.0
    assert media_cloud.sniff(Source("a.csv", ".csv", b"\r\n\x00\xff")) == 0.0
