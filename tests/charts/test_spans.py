import matplotlib.pyplot as plt
import pandas as pd
import pytest

from mediastudy.charts import spans


def starts(*dates):
    return pd.DataFrame({"period": pd.to_datetime(list(dates))})


def ticks(ax):
    return [tick.get_text() for tick in ax.get_xticklabels()]


@pytest.mark.parametrize(
    ("first", "last", "kind"),
    [
        ("1994-01-03", "1994-01-03", "day"),
        ("1994-01-03", "1994-01-09", "week"),
        ("1994-02-01", "1994-02-28", "month"),
        ("1994-01-01", "1994-03-31", "quarter"),
        ("1994-01-01", "1994-12-31", "year"),
        ("1991-01-01", "1995-12-31", "five years"),
        ("1990-01-01", "1999-12-31", "decade"),
        ("1994-01-01", "1994-01-15", "period"),
    ],
)
def test_the_kind_of_a_period_is_told_by_its_first_and_last_day(first, last, kind):
    assert spans.kind_of(starts(first).assign(period_end=pd.Timestamp(last))) == kind


def test_without_last_days_the_kind_is_told_by_the_distance_of_the_beginnings():
    assert spans.kind_of(starts("1994-01-01", "1994-02-01")) == "month"
    assert spans.kind_of(starts("1990-01-01", "2000-01-01")) == "decade"
    assert spans.kind_of(starts("1994-01-01")) == "year"
    assert spans.kind_of(starts()) == "year"


def test_periods_are_laid_out_once_each_and_in_order_whatever_the_index():
    table = starts("1995-01-01", "1994-01-01", "1995-01-01").set_index(pd.Index([7, 7, 2]))
    laid = spans.laid_out(table)
    assert laid["label"].tolist() == ["1994", "1995"]
    assert laid.index.tolist() == [0, 1]
    assert table.index.tolist() == [7, 7, 2]


def test_few_periods_are_all_named_and_many_by_round_years():
    _, ax = plt.subplots()
    few = spans.laid_out(starts("1994-01-01", "1995-01-01"))
    spans.period_axis(ax, few, "year")
    assert ticks(ax) == ["1994", "1995"]
    many = spans.laid_out(starts(*[f"{year}-01-01" for year in range(1943, 2019)]))
    spans.period_axis(ax, many, "year")
    assert ticks(ax) == ["1950", "1960", "1970", "1980", "1990", "2000", "2010"]


def test_many_months_are_named_by_years():
    _, ax = plt.subplots()
    months = pd.DataFrame({"period": pd.date_range("1994-03-01", periods=84, freq="MS")})
    spans.period_axis(ax, spans.laid_out(months), "month")
    assert ticks(ax) == ["1995", "1996", "1997", "1998", "1999", "2000", "2001"]


def test_long_names_of_own_periods_are_turned_rather_than_left_out():
    _, ax = plt.subplots()
    years = [f"{year}-01-01" for year in range(1990, 2000)]
    own = starts(*years).assign(period_end=pd.Timestamp("1999-12-31"), period_label="a period of a long name")
    spans.period_axis(ax, spans.laid_out(own), "period")
    assert ticks(ax) == ["a period of a long name"] * 10
    assert ax.get_xticklabels()[0].get_rotation() == 30


def test_an_empty_table_has_no_ticks():
    _, ax = plt.subplots()
    spans.period_axis(ax, spans.laid_out(starts()), "year")
    assert ticks(ax) == []


def test_plans_of_five_years_are_periods_of_their_own():
    rows = {
        "period": pd.to_datetime(["1991-01-01", "1996-01-01"]),
        "period_end": pd.to_datetime(["1995-12-31", "2000-12-31"]),
    }
    assert spans.kind_of(pd.DataFrame(rows | {"period_label": ["1991-1995", "1996-2000"]})) == "five years"
    assert spans.kind_of(pd.DataFrame(rows | {"period_label": ["Eighth plan", "Ninth plan"]})) == "period"
