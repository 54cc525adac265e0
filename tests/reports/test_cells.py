import numpy as np
import pandas as pd
import pytest

from mediastudy.reports.cells import alignment, heading, texts


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([1204, 3, -5], ["1,204", "3", "−5"]),
        ([12.34, 1000.0, None], ["12.3", "1,000.0", "–"]),
        ([0.5, 0.001, -0.001, 0.0], ["0.50", "< 0.01", "> −0.01", "0.00"]),
        ([True, False], ["yes", "no"]),
        (["aid", None], ["aid", "–"]),
        ([], []),
    ],
)
def test_values_are_shown_as_readers_expect(values, shown):
    assert texts(pd.Series(values), None) == shown


def test_counts_with_missing_values_stay_whole():
    assert texts(pd.Series([1204, None], dtype="Int64"), None) == ["1,204", "–"]


def test_dates_show_their_time_only_if_they_have_one():
    days = pd.Series(pd.to_datetime(["2024-08-29", None]))
    moments = pd.Series(pd.to_datetime(["2024-08-29 10:30", "2024-08-30 00:00"]))
    assert texts(days, None) == ["2024-08-29", "–"]
    assert texts(moments, None) == ["2024-08-29 10:30", "2024-08-30"]


def test_years_have_no_thousands_separator():
    assert texts(pd.Series([1994], name="year"), None) == ["1994"]
    assert texts(pd.Series([1994], name="first_year"), None) == ["1994"]


def test_a_format_given_wins():
    assert texts(pd.Series([0.256]), ".0%") == ["26%"]
    assert texts(pd.Series(pd.to_datetime(["1994-01-01"])), "%Y") == ["1994"]


def test_infinite_values_are_shown_as_such():
    assert texts(pd.Series([np.inf, 1.0]), None) == ["inf", "1.0"]


def test_numbers_stand_right_and_concordance_lines_meet_at_the_node():
    frame = pd.DataFrame({"left": ["a"], "node": ["b"], "right": ["c"], "hits": [1], "covered": [True]})
    assert [alignment(frame, column) for column in frame] == ["right", "center", "left", "right", "left"]
    assert alignment(frame[["left", "hits"]], "left") == "left"


def test_heads_are_words():
    assert heading("relative_frequency", {}) == "Relative frequency"
    assert heading("rate", {"rate": "Hits per million"}) == "Hits per million"
