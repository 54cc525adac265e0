"""Tables of older and other office programs."""

import io
import random
import time
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable, workbook
from mediastudy.documents.readers.calamine_tables import read, sniff
from mediastudy.documents.records import Source

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def cell(value):
    """A cell of an ODS table."""
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def ods(**sheets):
    """A spreadsheet of sheets, each a list of rows."""
    tables = "".join(
        f'<table:table table:name="{name}">'
        + "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = f"<office:document-content {SPACES}><office:body><office:spreadsheet>{tables}"
    content += "</office:spreadsheet></office:body></office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), KIND, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


BOOK = ods(one=[["Title", "Text", "Words"], ["Harbour opens", "Ships came.", 2]], two=[["Text"], [None], ["More."]])


def test_every_sheet_is_read_and_whole_numbers_have_no_decimal_point():
    source = Source("a.xlsx", ".xlsx", BOOK)
    assert sniff(source) > workbook.sniff(source)
    table = read(source)
    assert table.frame["Text"].tolist() == ["Ships came.", "More."]
    assert table.frame["Words"].tolist()[0] == 2
    assert isinstance(table.frame["Words"].tolist()[0], int)
    assert table.places == ["one row 2", "two row 3"]


def test_a_sheet_without_rows_is_said():
    assert [problem.problem for problem in read(Source("a", "", ods(one=[["Text"]]))).problems] == ["empty_sheet"]


def test_a_row_is_numbered_as_the_sheet_shows_it():
    table = read(Source("a", "", ods(one=[[None], [None], ["Text"], ["One."]])))
    assert table.places == ["one row 4"]


def test_other_old_office_files_are_left_to_others():
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
    assert sniff(Source("a.xls", ".xls", ole + "WordDocument".encode("utf-16-le"))) == 0
    assert sniff(Source("a.doc", ".doc", ole + "Workbook\0".encode("utf-16-le"))) > 0.9


@pytest.mark.parametrize("data", [BOOK[:-30], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"", b"PK\x03\x04"])
def test_a_broken_workbook_is_named(data):
    with pytest.raises(Unreadable) as refusal:
        read(Source("a.xls", ".xls", data))
    assert refusal.value.problem == "broken_file"


def test_a_workbook_that_unpacks_without_end_is_refused():
    buffer = io.BytesIO(BOOK)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("more.xml", bytes(64 << 20))
    for reader in (read, workbook.read):
        with pytest.raises(Unreadable) as refusal:
            reader(Source("a.ods", ".ods", buffer.getvalue()))
        assert refusal.value.problem == "zip_bomb"


@pytest.mark.parametrize(
    ("rows", "columns", "limit"), [(1_048_576, 16_384, 5), (1_000_000_000, 1, 5), (30_000_000, 1, 5)]
)
def test_cells_that_repeat_without_end_are_refused_before_room_is_made_for_them(rows, columns, limit):
    repeated = f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell '
    repeated += f'table:number-columns-repeated="{columns}" office:value-type="string"><text:p>One.</text:p>'
    content = zipfile.ZipFile(io.BytesIO(ods(one=[["Text"], ["One."]]))).read("content.xml").decode()
    plain = '<table:table-row><table:table-cell office:value-type="string"><text:p>One.</text:p>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("content.xml", content.replace(plain, repeated))
    start = time.perf_counter()
    with pytest.raises(Unreadable) as refusal:
        read(Source("a.ods", ".ods", buffer.getvalue()))
    assert refusal.value.problem == "table_too_large"
    assert time.perf_counter() - start < limit


def test_a_cell_of_a_workbook_beyond_all_bounds_is_refused():
    book = openpyxl.Workbook()
    for row in (1, 1_000_000):
        book.active.cell(row, 1 if row == 1 else 16_000, "Text")
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(Unreadable) as refusal:
        workbook.read(Source("a.xlsx", ".xlsx", buffer.getvalue()))
    assert refusal.value.problem == "table_too_large"


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(BOOK)), st.integers(0, len(BOOK)), st.binary(max_size=30))
def test_damage_raises_nothing_but_unreadable(start, end, put):
    low, high = sorted((start, end))
    for data in (BOOK[:low], BOOK[:low] + put + BOOK[high:], BOOK[high:] + BOOK[:low]):
        try:
            assert len(read(Source("a.ods", ".ods", data)).frame) <= 2
        except Unreadable:
            continue


@pytest.mark.parametrize("name", ["xls/test.xls", "ods/test.ods"])
def test_the_samples_are_read(shared, name):
    table = read(Source("a", "", (shared / "samples/generic-office" / name).read_bytes()))
    assert table.frame["text"].tolist() == ["The quick", "brown fox", "jumps over", "the lazy dog."]
    assert table.frame["number"].tolist()[0] == 0


def test_damage_to_an_old_workbook_raises_nothing_but_unreadable(shared):
    whole = (shared / "samples/generic-office/xls/withdocid.xls").read_bytes()
    chance = random.Random(4)  # noqa: S311 - damage, no secret
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 20, 200))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            assert len(read(Source("a.xls", ".xls", bytes(data))).frame) < 100
        except Unreadable:
            continue
