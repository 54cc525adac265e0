from datetime import datetime

import pandas as pd
import pytest

from mediastudy.documents.dates import find_dates, numeric_order, parse_date, parse_dates


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2024-08-29", "2024-08-29T00:00:00"),
        ("2024/8/29", "2024-08-29T00:00:00"),
        ("20240829", "2024-08-29T00:00:00"),
        ("2024-08-29T10:04:43+08:00", "2024-08-29T10:04:43"),
        ("2024-08-29T23:30:00Z", "2024-08-29T23:30:00"),
        ("20240829T100443Z", "2024-08-29T10:04:43"),
        ("Thu, 29 Aug 2024 10:04:43 GMT", "2024-08-29T10:04:43"),
        ("Thu Aug 29 10:04:43 +0000 2024", "2024-08-29T10:04:43"),
        ("29 August 2024", "2024-08-29T00:00:00"),
        ("29th of August, 2024", "2024-08-29T00:00:00"),
        ("29-Aug-2024", "2024-08-29T00:00:00"),
        ("Aug. 29, 2024", "2024-08-29T00:00:00"),
        ("July 5, 2019 Friday 9:31 PM GMT", "2019-07-05T21:31:00"),
        ("10:04 GMT, 29 August 2024", "2024-08-29T10:04:00"),
        ("June 17, 1995, CITY EDITION", "1995-06-17T00:00:00"),
        ("27. Februar 2012, 14.30 Uhr", "2012-02-27T14:30:00"),
        ("27. Februar 2012 Montag 9:50 PM", "2012-02-27T21:50:00"),
        ("29 août 2024 à 10h04", "2024-08-29T10:04:00"),
        ("1er mars 2024", "2024-03-01T00:00:00"),
        ("29 de agosto de 2024", "2024-08-29T00:00:00"),
        ("2024年8月29日", "2024-08-29T00:00:00"),
        ("2024 年 8 月 29 日 17:04", "2024-08-29T17:04:00"),
        ("二〇二四年八月二十九日", "2024-08-29T00:00:00"),
        ("29.08.2024", "2024-08-29T00:00:00"),
        ("12/29/2024", "2024-12-29T00:00:00"),
        ("05/05/2024", "2024-05-05T00:00:00"),
    ],
)
def test_a_day_is_read_in_any_of_these_forms(raw, expected):
    day = parse_date(raw)
    assert day.date == datetime.fromisoformat(expected)
    assert (day.precision, day.problem) == ("day", None)


@pytest.mark.parametrize(
    ("raw", "date", "precision"),
    [
        ("August 2024", "2024-08-01", "month"),
        ("août 2024", "2024-08-01", "month"),
        ("2024-08", "2024-08-01", "month"),
        ("2024年8月", "2024-08-01", "month"),
        ("2024", "2024-01-01", "year"),
        ("2024.0", "2024-01-01", "year"),
    ],
)
def test_a_month_or_a_year_keeps_its_precision(raw, date, precision):
    assert parse_date(raw)[:2] == (datetime.fromisoformat(date), precision)


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        ("03/04/2024", "ambiguous_date"),
        ("3/4/24", "ambiguous_date"),
        ("2024-02-30", "impossible_date"),
        ("0000-00-00", "impossible_date"),
        ("13/13/2024", "impossible_date"),
        ("last Tuesday", "unreadable_date"),
        ("1724925883000", "unreadable_date"),
        ("2024-08-29 to 2024-08-30", "unreadable_date"),
        ("", None),
    ],
)
def test_what_is_no_clear_date_stays_unknown(raw, problem):
    assert parse_date(raw) == (None, "none", problem)


def test_a_date_ahead_of_us_is_kept_and_flagged():
    assert parse_date("2998-01-01") == (datetime(2998, 1, 1), "day", "future_date")  # noqa: DTZ001


def test_the_column_shows_which_number_is_the_day():
    assert numeric_order(["03/04/2024", "29/08/2024"]) == "day-month"
    assert numeric_order(["03/04/2024", "08/29/2024"]) == "month-day"
    assert numeric_order(["03/04/2024"]) is None
    assert numeric_order(["29/08/2024", "08/29/2024"]) is None


def test_a_column_of_dates_is_read_together_and_keeps_its_index():
    values = pd.Series(["03/04/2024", "29/08/2024", None], index=[7, 7, 1], dtype="str")
    before = values.copy()
    read = parse_dates(values)
    assert read.index.tolist() == [7, 7, 1]
    assert read["date"].dt.strftime("%m-%d").tolist()[:2] == ["04-03", "08-29"]
    assert read["date_precision"].tolist() == ["day", "day", "none"]
    assert read["problem"].isna().all()
    pd.testing.assert_series_equal(values, before)


def test_an_order_that_is_said_wins_over_silence():
    read = parse_dates(pd.Series(["03/04/2024"], dtype="str"), order="month-day")
    assert read["date"].dt.month.tolist() == [3]


def test_no_dates_give_an_empty_table():
    read = parse_dates(pd.Series([], dtype="str"))
    assert read.columns.tolist() == ["date", "date_precision", "problem"]
    assert read.empty
    assert str(read["date"].dtype) == "datetime64[us]"


def test_a_found_date_spans_its_characters():
    line = "Updated: 3 March 2019, 14:05 GMT | Coast Daily"
    found = find_dates(line)[0]
    assert line[found.start : found.end] == "3 March 2019, 14:05 GMT"
