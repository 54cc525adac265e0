from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ("Aug-2024", "2024-08-01", "month"),
        ("2024 Aug.", "2024-08-01", "month"),
        ("agosto de 2024", "2024-08-01", "month"),
        ("08/2024", "2024-08-01", "month"),
        ("2008/01//", "2008-01-01", "month"),
        ("2008///", "2008-01-01", "year"),
        ("2024年", "2024-01-01", "year"),
        ("Spring 1999", "1999-01-01", "year"),
        ("1999 (fall)", "1999-01-01", "year"),
        ("Fall/Winter 2001", "2001-01-01", "year"),
        ("printemps 2001", "2001-01-01", "year"),
        ("2001年春季", "2001-01-01", "year"),
        ("Q3 2001", "2001-01-01", "year"),
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
        ("31 February 2010", "impossible_date"),
        ("14 October 1066", "impossible_date"),
        ("1066", "impossible_date"),
        ("29-Aug-24", "ambiguous_date"),
        ("Aug 29, '24", "ambiguous_date"),
        ("29.08.24 10:05", "ambiguous_date"),
        ("24年8月29日", "ambiguous_date"),
        ("03.04.2010", "ambiguous_date"),
        ("Covid-19, part 1", "unreadable_date"),
        ("Catch-22 and 7 others", "unreadable_date"),
        ("Aug 29 10:04", "unreadable_date"),
        ("29. August", "unreadable_date"),
        ("8月29日", "unreadable_date"),
        ("Winter 2001/2002", "unreadable_date"),
        ("n.d.", "unreadable_date"),
        ("9" * 300, "unreadable_date"),
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


@pytest.mark.parametrize(
    ("raw", "date", "precision"),
    [
        ("March 3-9, 2010", "2010-03-01", "month"),
        ("Mar 3-Mar 9, 2010", "2010-03-01", "month"),
        ("8./9. Mai 2010", "2010-05-01", "month"),
        ("samedi 8 et dimanche 9 mai 2010", "2010-05-01", "month"),
        ("Apr 28-May 4, 2010", "2010-01-01", "year"),
        ("28 April - 4 May 2010", "2010-01-01", "year"),
        ("Jan/Feb 2008", "2008-01-01", "year"),
        ("January-February 2008", "2008-01-01", "year"),
    ],
)
def test_of_an_issue_of_several_days_only_what_they_share_is_known(raw, date, precision):
    assert parse_date(raw) == (datetime.fromisoformat(date), precision, None)


def test_a_wrong_weekday_is_flagged_and_the_date_kept():
    day = parse_date("jeudi 5 octobre 2013")
    assert day == (datetime(2013, 10, 5), "day", "weekday_mismatch")  # noqa: DTZ001
    assert parse_date("samedi 5 octobre 2013").problem is None
    assert parse_date("December 30, 2018 Sunday, Monday's edition").problem is None


def test_a_weekday_settles_which_number_is_the_day():
    assert parse_date("Samstag, 03.04.2010").date == datetime(2010, 4, 3)  # noqa: DTZ001
    assert parse_date("Thursday 03/04/2010").date == datetime(2010, 3, 4)  # noqa: DTZ001
    assert parse_date("Monday 03/04/2010").problem == "ambiguous_date"
    assert numeric_order(["05.06.2010", "Samstag, 03.04.2010"]) == "day-month"


def test_the_date_of_a_correction_is_not_that_of_the_article():
    raw = "March 14, 1993, Sunday, Late Edition - Final; Correction Appended March 20, 1993"
    assert parse_date(raw).date == datetime(1993, 3, 14)  # noqa: DTZ001


@pytest.mark.parametrize(
    "raw", ["２０１８年１０月７日", "7 fe\u0301vrier 2018", "7 Feb\u00a02018", "\u200e7 February 2018"]
)
def test_signs_of_another_width_or_composition_are_read(raw):
    assert parse_date(raw).date in {datetime(2018, 10, 7), datetime(2018, 2, 7)}  # noqa: DTZ001


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="0123456789 -/.,:年月日TZ JanMayfébdeundg+–", max_size=40))
def test_no_string_breaks_the_reading_of_dates(raw):
    day = parse_date(raw)
    assert (day.date is None) == (day.precision == "none")
    assert day.date is None or day.date.year >= 1500


def test_years_of_the_juche_calendar_begin_with_1912():
    assert str(parse_date("Juche112.11.5.").date) == "2023-11-05 00:00:00"
    assert parse_date("(2024-08-29)").date == parse_date("Juche 113.8.29").date
