"""ProQuest's tables. Built from the description of the format; no vendor's file was at hand."""

import io

import openpyxl

from mediastudy.documents.readers import proquest_table
from mediastudy.documents.records import Source
from mediastudy.documents.tabular.mapping import Mapping
from mediastudy.documents.tabular.rows import to_documents

INFO = "Coast Daily ; Porto Alba, N.L. [Porto Alba, N.L]08 May 2010: AA.2."
HEADER = ["Title", "ProQuest_document_ID", "Publication_info", "Full_text", "Publication_date", "Document_URL"]


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return Source("a.xlsx", ".xlsx", buffer.getvalue())


def table(*rows):
    text = "\n".join(",".join(f'"{cell or ""}"' for cell in row) for row in rows)
    return Source("a.csv", ".csv", f"{text}\n".encode())


def test_a_workbook_and_a_csv_are_recognised_by_their_header():
    row = ["Harbour opens", "71", INFO, "Ships came.", "May 9, 2010", "https://pq.example/71"]
    for source in (workbook(HEADER, row), table(HEADER, row)):
        assert proquest_table.sniff(source) == 0.97
        frame = proquest_table.read(source).frame
        assert frame[["outlet", "pages", "host"]].to_numpy().tolist() == [["Coast Daily", "AA.2", "ProQuest"]]
        assert frame["Publication_date"].tolist() == ["May 9, 2010"]


def test_blank_cells_are_filled_from_the_line_of_their_own_row():
    rows = [["One", "1", INFO, "a", None, None], ["Two", "2", INFO.replace("08", "09"), "b", "May 1, 2010", None]]
    frame = proquest_table.read(table(HEADER, *rows)).frame
    assert frame["Publication_date"].tolist() == ["08 May 2010", "May 1, 2010"]


def test_the_library_export_without_texts_keeps_its_titles():
    header = ["Title", "Abstract", "StoreId", "Authors", "pubdate", "pubtitle", "DocumentURL", "FindACopy"]
    row = ["Harbour opens", "Ships.", "71", "Okhai, Mara", "May 9, 2010", "Coast Daily", "https://pq.example/71", ""]
    source = table(header, row)
    assert proquest_table.sniff(source) == 0.97
    frame = proquest_table.read(source).frame
    assert frame[["Title", "pubtitle", "host"]].to_numpy().tolist() == [["Harbour opens", "Coast Daily", "ProQuest"]]


def test_the_databases_own_number_is_enough_and_becomes_the_id():
    source = table(["Text", "ProQuest document ID"], ["Ships came.", "71"])
    assert proquest_table.sniff(source) == 0.97
    rows = to_documents(proquest_table.read(source), Mapping({}))
    assert rows.frame[["document", "text"]].to_numpy().tolist() == [["71", "Ships came."]]


def test_another_table_is_none():
    assert proquest_table.sniff(table(["Title", "Full text", "Date"], ["a", "b", "c"])) == 0.0
    assert proquest_table.sniff(Source("a.xlsx", ".xlsx", b"PK\x03\x04 xl/ broken")) == 0.0
