from datetime import datetime

import pandas as pd
import pytest

from mediastudy.documents.undated import undated, with_hints


def _documents(**columns):
    """One document without a date, with these columns."""
    return pd.DataFrame({"document": ["a"], "date": [pd.NaT], **{name: [value] for name, value in columns.items()}})


@pytest.mark.parametrize(
    ("columns", "hint", "precision", "place"),
    [
        ({"file": "raw/2024-08-29 port.txt"}, "2024-08-29", "day", "file name"),
        ({"file": "port_20240829.html"}, "2024-08-29", "day", "file name"),
        ({"file": "Coast Daily 29 August 2024.pdf"}, "2024-08-29", "day", "file name"),
        ({"file": "port_2024_08.txt"}, "2024-08-01", "month", "file name"),
        ({"file": "2024.txt"}, "2024-01-01", "year", "file name"),
        ({"url": "https://coast.example/2024/08/29/port"}, "2024-08-29", "day", "url"),
        ({"url": "https://coast.example/2024/aug/29/port"}, "2024-08-29", "day", "url"),
        ({"url": "https://coast.example/2024-08/29/c_112.htm"}, "2024-08-29", "day", "url"),
        ({"url": "https://coast.example/20240829/c/c.html"}, "2024-08-29", "day", "url"),
        ({"url": "https://coast.example/a/202408/29/WS66.html"}, "2024-08-29", "day", "url"),
        ({"url": "https://coast.example/xw/t20240829_512.shtml"}, "2024-08-29", "day", "url"),
        ({"url": "https://coast.example/2024/08/port"}, "2024-08-01", "month", "url"),
        ({"load_date": "August 30, 2024"}, "2024-08-30", "day", "load date"),
        ({"dateline": "PORTO ALBA, Aug. 29, 2024"}, "2024-08-29", "day", "dateline"),
        ({"captions": "The port on May 3, 2019.\nThe port on 29 August 2024."}, "2024-08-29", "day", "captions"),
        (
            {"text": "The port opened on 29 August 2024. It will close in May 2030."},
            "2024-08-29",
            "day",
            "first sentence",
        ),
        ({"file": "coast/2024/08/29/port.txt"}, "2024-08-29", "day", "folder"),
        ({"file": "coast/2024-08/port.txt"}, "2024-08-01", "month", "folder"),
        ({"file": "coast/2024/port.txt"}, "2024-01-01", "year", "folder"),
    ],
)
def test_a_hint_is_found_in_each_of_these_places(columns, hint, precision, place):
    row = undated(_documents(**columns)).iloc[0]
    assert row["hint"] == datetime.fromisoformat(hint)
    assert (row["hint_precision"], row["hint_from"]) == (precision, place)


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"file": "port.txt", "url": "https://coast.example/port-1234567", "text": "The port opened."},
        {"url": "https://coast.example/2024/13/45/port"},
        {"text": "Covid-19, part 1"},
        {"text": "It was open from 3 May 2019 to 29 August 2024."},
        {"text": "The port will open on 3 May 2998."},
        {"dateline": "PORTO ALBA, Aug. 29"},
        {"captions": "Seen on 03/04/2024."},
        {"title": None, "file": None, "url": None, "text": None},
    ],
)
def test_where_no_date_is_shown_there_is_no_hint(columns):
    row = undated(_documents(**columns)).iloc[0]
    assert pd.isna(row["hint"])
    assert pd.isna(row["hint_from"])
    assert row["hint_precision"] == "none"


def test_the_name_of_a_file_of_many_articles_is_the_day_of_a_download():
    documents = pd.DataFrame({"document": ["a", "b"], "date": [pd.NaT] * 2, "file": ["search_2024-08-29.docx"] * 2})
    assert undated(documents)["hint"].isna().all()
    day_file = documents.assign(file="20240829.md")
    assert undated(day_file)["hint_from"].tolist() == ["file name"] * 2


def test_only_documents_without_a_date_are_listed():
    dated = pd.DataFrame({"document": ["a"], "date": pd.to_datetime(["2024-08-29"]), "date_raw": ["2024-08-29"]})
    table = undated(dated)
    assert table.columns.tolist() == ["document", "file", "title", "date_raw", "hint", "hint_precision", "hint_from"]
    assert table.empty
    assert str(table["hint"].dtype) == "datetime64[us]"


def _three():
    """One dated document, and two with hints of different places; with an odd index."""
    return pd.DataFrame(
        {
            "document": ["a", "b", "c"],
            "date": pd.to_datetime(["2020-01-01", None, None]),
            "date_raw": ["2020-01-01", None, "last week"],
            "date_precision": ["day", "none", "none"],
            "url": [None, "https://coast.example/2024/08/port", None],
            "load_date": [None, None, "August 30, 2024"],
        },
        index=[7, 7, 1],
    )


def test_hints_become_dates_only_where_they_are_taken():
    documents = _three()
    before = documents.copy()
    told = with_hints(documents, undated(documents), sources=["url"])
    assert told["date"].isna().tolist() == [False, False, True]
    assert told["date_raw"].tolist() == ["2020-01-01", "2024-08", "last week"]
    assert told["date_precision"].tolist() == ["day", "month", "none"]
    assert told["date_from"].isna().tolist() == [True, False, True]
    assert told.index.tolist() == [0, 1, 2]
    pd.testing.assert_frame_equal(documents, before)


def test_without_sources_every_hint_is_taken_and_what_was_printed_stays():
    told = with_hints(_three(), undated(_three()))
    assert told["date_from"].tolist()[1:] == ["url", "load date"]
    assert told["date_raw"].tolist()[2] == "last week"
    assert told["date"].tolist()[2] == pd.Timestamp("2024-08-30")


def test_an_unknown_place_is_refused():
    with pytest.raises(ValueError, match="sources may hold"):
        with_hints(_three(), undated(_three()), sources=["guess"])
