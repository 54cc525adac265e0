import numpy as np
import pandas as pd

from mediastudy.timelines.events.eventwindows import COUNTED, around, crossed, left_out


def series(length=4):
    months = pd.Series(pd.date_range("1994-01-01", periods=length, freq="MS"))
    counts = pd.DataFrame({name: 2.0 ** np.arange(length) for name in COUNTED})
    return counts.assign(period=months, period_end=months + pd.offsets.MonthEnd())


def events(*spans):
    return pd.DataFrame(
        {
            name: pd.to_datetime(list(days))
            for name, days in zip(("first", "last"), zip(*spans, strict=True), strict=True)
        }
    )


def test_periods_that_share_a_day_with_an_event_are_left_out():
    spans = events(("1994-02-28", "1994-02-28"), ("1994-02-28", "1994-03-01"))
    assert left_out(series(), spans, 0) == [(1, 2), (1, 3)]
    assert left_out(series(), spans, 1) == [(1, 3), (1, 3)]


def test_an_event_that_begins_before_the_series_is_seen_as_far_as_it_reaches():
    assert left_out(series(), events(("1990-01-01", "1994-01-15")), 0) == [(0, 1)]


def test_an_event_outside_the_series_is_near_none_of_its_periods():
    for start, end in left_out(series(), events(("1990-01-01", "1990-01-02"), ("1999-01-01", "1999-01-01")), 0):
        windows = around(series(), np.array([start]), end - start, 3)
        assert all((part == 0).all() for part in windows)


def test_windows_end_where_the_series_does():
    windows = around(series(), np.array([1, 3]), 1, 2)
    assert windows.before[:, 0].tolist() == [1, 6]
    assert windows.during[:, 0].tolist() == [2, 8]
    assert windows.after[:, 0].tolist() == [12, 0]


def test_an_event_between_own_periods_leaves_none_out():
    own = series().drop(1).reset_index(drop=True)
    assert left_out(own, events(("1994-02-10", "1994-02-11")), 0) == [(1, 1)]
    windows = around(own, np.array([1]), 0, 1)
    assert [part[0, 0] for part in windows] == [1, 0, 4]


def test_only_an_event_with_periods_of_its_own_crosses_a_window():
    assert crossed([(5, 6), (8, 9)], 0, 3)
    assert not crossed([(5, 6), (8, 9)], 0, 2)
    assert not crossed([(5, 6), (7, 7)], 0, 3)
    assert not crossed([(5, 6)], 0, 3)
