import numpy as np

from mediastudy.timelines.events.placebos import placebo_starts

YEARS = np.tile(np.arange(1, 13), 6)


def test_placebo_dates_begin_in_the_month_of_the_event():
    assert placebo_starts(YEARS, [(26, 27)], 0, 3).tolist() == [14, 38, 50, 62]


def test_whole_windows_and_none_with_a_period_of_the_event():
    same = np.ones(13, dtype=np.int64)
    assert placebo_starts(same, [(6, 7)], 0, 3).tolist() == []
    assert placebo_starts(same, [(6, 7)], 0, 2).tolist() == [3, 9]


def test_a_period_of_another_event_is_in_no_window():
    assert placebo_starts(YEARS, [(26, 27), (49, 52)], 0, 3).tolist() == [14, 38, 62]


def test_a_long_event_has_placebo_dates_as_long():
    same = np.ones(15, dtype=np.int64)
    assert placebo_starts(same, [(9, 12)], 0, 2).tolist() == [4, 2]


def test_dates_lie_at_least_a_window_apart_counted_from_the_event():
    same = np.ones(20, dtype=np.int64)
    assert placebo_starts(same, [(9, 10)], 0, 2).tolist() == [6, 4, 2, 12, 14, 16]


def test_an_event_after_the_series_has_none():
    assert placebo_starts(YEARS, [(10**9, 10**9)], 0, 3).tolist() == []
    assert placebo_starts(YEARS[:0], [(0, 0)], 0, 3).tolist() == []
