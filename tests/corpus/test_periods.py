import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.corpus.periods import beginnings, numbers
from mediastudy.timelines import format_period, undated

DATES = pd.Series(pd.to_datetime(["1994-01-31T23:59", "1968-12-29", "2021-01-03", "1600-02-29"], format="ISO8601"))


@pytest.mark.parametrize(
    ("every", "first_days", "written"),
    [
        ("day", ["1994-01-31", "1968-12-29", "2021-01-03", "1600-02-29"], None),
        (
            "week",
            ["1994-01-31", "1968-12-23", "2020-12-28", "1600-02-28"],
            ["1994-W05", "1968-W52", "2020-W53", "1600-W09"],
        ),
        (
            "month",
            ["1994-01-01", "1968-12-01", "2021-01-01", "1600-02-01"],
            ["1994-01", "1968-12", "2021-01", "1600-02"],
        ),
        ("quarter", ["1994-01-01", "1968-10-01", "2021-01-01", "1600-01-01"], ["1994Q1", "1968Q4", "2021Q1", "1600Q1"]),
        ("year", ["1994-01-01", "1968-01-01", "2021-01-01", "1600-01-01"], ["1994", "1968", "2021", "1600"]),
        ("decade", ["1990-01-01", "1960-01-01", "2020-01-01", "1600-01-01"], ["1990s", "1960s", "2020s", "1600s"]),
    ],
)
def test_dates_fall_into_periods_that_are_written_plainly(every, first_days, written):
    starts = pd.Series(beginnings(numbers(DATES, every), every))
    assert starts.dt.strftime("%Y-%m-%d").tolist() == first_days
    assert format_period(starts, every).tolist() == (written or first_days)


def test_missing_periods_stay_missing_and_the_index_is_kept():
    series = pd.Series(pd.to_datetime(["1994-03-05", None]), index=[4, 4])
    for every in ("day", "week", "month", "quarter", "year", "decade"):
        found = format_period(series, every)
        assert found.isna().tolist() == [False, True]
        assert found.index.tolist() == [4, 4]
        assert found.dtype == "str"
    assert format_period(series.head(0), "year").tolist() == []


def corpus():
    precision = ["day", "month", "year", "none", None, None]
    dates = ["1994-03-05", "1994-03-01", "1994-01-01", "1994-01-01", None, "1995-01-01"]
    return Corpus.build(
        pd.DataFrame({"document": list("abcdef"), "text": "more aid", "date": dates, "date_precision": precision})
    )


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("year", [["no date", 2, 4]]),
        ("quarter", [["date known to the year", 1, 2], ["no date", 2, 4]]),
        ("month", [["date known to the year", 1, 2], ["no date", 2, 4]]),
        ("week", [["date known to the month", 1, 2], ["date known to the year", 1, 2], ["no date", 2, 4]]),
        ("day", [["date known to the month", 1, 2], ["date known to the year", 1, 2], ["no date", 2, 4]]),
    ],
)
def test_documents_outside_any_period_are_counted_with_the_reason(every, expected):
    assert undated(corpus(), every=every).to_numpy().tolist() == expected


def test_nothing_undated_gives_an_empty_table():
    table = undated(corpus().where(lambda documents: documents["document"] == "a"))
    assert list(table.columns) == ["reason", "documents", "tokens"]
    assert table.empty


def test_an_unknown_period_is_refused():
    with pytest.raises(ValueError, match=r"every must be one of .*year, decade, not 'century'"):
        undated(corpus(), every="century")
    with pytest.raises(ValueError, match="every must be one of"):
        format_period(DATES, "century")
