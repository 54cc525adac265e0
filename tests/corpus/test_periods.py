import pandas as pd
import pytest

from mediastudy.corpus import Corpus
from mediastudy.corpus.ownperiods import own_periods
from mediastudy.corpus.periods import EVERY, NOWHERE, beginnings, chosen, described, endings, numbers, placed
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
        (
            "five years",
            ["1990-01-01", "1965-01-01", "2020-01-01", "1600-01-01"],
            ["1990-1994", "1965-1969", "2020-2024", "1600-1604"],
        ),
        ("decade", ["1990-01-01", "1960-01-01", "2020-01-01", "1600-01-01"], ["1990s", "1960s", "2020s", "1600s"]),
    ],
)
def test_dates_fall_into_periods_that_are_written_plainly(every, first_days, written):
    starts = pd.Series(beginnings(numbers(DATES, every), every))
    assert starts.dt.strftime("%Y-%m-%d").tolist() == first_days
    assert format_period(starts, every).tolist() == (written or first_days)


def test_missing_periods_stay_missing_and_the_index_is_kept():
    series = pd.Series(pd.to_datetime(["1994-03-05", None]), index=[4, 4])
    for every in EVERY:
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
    with pytest.raises(ValueError, match=r"every must be one of .*year, five years, decade, .* not .century."):
        undated(corpus(), every="century")
    with pytest.raises(ValueError, match="every must be one of"):
        format_period(DATES, "century")


def plans():
    return pd.DataFrame(
        {"name": ["Tenth", "Eighth"], "first": ["2001-01-01", "1991-01-01"], "last": ["2005-12-31", "1995-12-31"]},
        index=[3, 3],
    )


@pytest.mark.parametrize(
    ("every", "last_days"),
    [
        ("day", ["1994-01-31", "1968-12-29", "2021-01-03", "1600-02-29"]),
        ("week", ["1994-02-06", "1968-12-29", "2021-01-03", "1600-03-05"]),
        ("month", ["1994-01-31", "1968-12-31", "2021-01-31", "1600-02-29"]),
        ("quarter", ["1994-03-31", "1968-12-31", "2021-03-31", "1600-03-31"]),
        ("year", ["1994-12-31", "1968-12-31", "2021-12-31", "1600-12-31"]),
        ("five years", ["1994-12-31", "1969-12-31", "2024-12-31", "1604-12-31"]),
        ("decade", ["1999-12-31", "1969-12-31", "2029-12-31", "1609-12-31"]),
    ],
)
def test_periods_end_on_the_day_before_the_next(every, last_days):
    assert pd.Series(endings(numbers(DATES, every), every)).dt.strftime("%Y-%m-%d").tolist() == last_days


def test_own_periods_stand_in_order_of_time_with_their_names():
    own = chosen(plans())
    table = described(pd.RangeIndex(2).to_numpy(), own)
    assert table["period_label"].tolist() == ["Eighth", "Tenth"]
    assert table["period"].dt.year.tolist() == [1991, 2001]
    assert table["period_end"].dt.year.tolist() == [1995, 2005]
    assert format_period(table["period"], plans()).tolist() == ["Eighth", "Tenth"]


def test_documents_fall_into_own_periods_if_all_their_possible_days_do():
    own = pd.DataFrame({"name": ["Talks"], "first": ["1994-03-01"], "last": ["1995-01-31"]})
    dates = ["1994-02-28", "1994-03-01", "1995-01-31", "1995-02-01", "1994-03-01", "1994-01-01", "1996-01-01", None]
    precision = ["day", "day", "day", "day", "month", "year", "year", None]
    built = Corpus.build(
        pd.DataFrame({"document": list("abcdefgh"), "text": "more aid", "date": dates, "date_precision": precision})
    )
    assert placed(built, own).tolist() == [NOWHERE, 0, 0, NOWHERE, 0, NOWHERE, NOWHERE, NOWHERE]
    assert undated(built, every=own).to_numpy().tolist() == [
        ["date known to the year", 1, 2],
        ["no date", 1, 2],
        ["outside the periods", 3, 6],
    ]


@pytest.mark.parametrize(
    ("changed", "match"),
    [
        ({"last": ["2005-12-31", "2001-01-01"]}, "'Eighth' and 'Tenth' overlap"),
        ({"last": ["2000-12-31", "1995-12-31"]}, "'Tenth' ends before it begins"),
        ({"name": ["Tenth", "Tenth"]}, "a name of its own"),
        ({"name": ["Tenth", None]}, "a name of its own"),
        ({"first": ["2001-01-01", "spring"]}, "first must hold days .* not 'spring'"),
        ({"first": ["2001-01-01", None]}, "first must hold days"),
    ],
)
def test_own_periods_that_can_not_be_used_are_refused(changed, match):
    with pytest.raises(ValueError, match=match):
        own_periods(plans().assign(**changed))


def test_own_periods_need_their_columns_and_a_row():
    with pytest.raises(ValueError, match="has no column last"):
        chosen(plans().drop(columns="last"))
    with pytest.raises(ValueError, match="has no row"):
        chosen(plans().head(0))


def test_own_periods_may_touch_and_last_one_day_and_the_table_is_not_changed():
    given = pd.DataFrame({"name": ["a", "b"], "first": ["1994-01-01", "1994-01-02"], "last": ["1994-01-01"] * 2})
    given.loc[1, "last"] = "1994-01-02"
    before = given.copy()
    assert own_periods(given)["name"].tolist() == ["a", "b"]
    pd.testing.assert_frame_equal(given, before)
