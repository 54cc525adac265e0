import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts import keywords


def key(*rows):
    """A keyness table of (type, target, reference, log ratio, low, high, q)."""
    columns = ["type", "frequency_target", "frequency_reference", "log_ratio", "log_ratio_low", "log_ratio_high", "q"]
    found = pd.DataFrame(rows, columns=columns)
    rest = [name for name in tables.COLUMNS["keywords"] if name not in columns]
    return tables.conform(found.assign(**dict.fromkeys(rest, 0)), "keywords")


AID = ("aid", 1200, 30, 3.0, 2.0, 4.0, 0.001)
DAM = ("dam", 9, 6, 0.5, -0.5, 1.5, 0.4)
WOOL = ("wool", 2, 80, -4.0, -np.inf, -3.0, 0.02)


def names(ax):
    return [tick.get_text() for tick in ax.get_yticklabels()]


def drawn(ax):
    """Each side's dots, without the lines of the intervals."""
    return [points for points in ax.collections if type(points).__name__ == "PathCollection"]


def test_the_target_stands_over_the_reference_in_the_order_of_the_table():
    ax = keywords(key(WOOL, AID, DAM))
    assert names(ax) == ["aid", "dam", "wool"]
    assert [side.get_offsets().tolist() for side in drawn(ax)] == [[[3.0, 0.0], [0.5, 1.0]], [[-4.0, 2.0]]]
    assert ax.get_ylim()[0] > ax.get_ylim()[1]


def test_dots_are_filled_where_q_is_small():
    fills = drawn(keywords(key(AID, DAM, WOOL)))[0].get_facecolors()
    assert fills[0].tolist() != [1.0, 1.0, 1.0, 1.0]
    assert fills[1].tolist() == [1.0, 1.0, 1.0, 1.0]


def test_a_missing_q_leaves_the_dot_hollow():
    fills = drawn(keywords(key((*AID[:-1], np.nan))))[0].get_facecolors()
    assert fills.tolist() == [[1.0, 1.0, 1.0, 1.0]]


def test_both_sides_differ_in_colour_and_in_marker():
    target, reference = drawn(keywords(key(AID, WOOL)))
    assert target.get_edgecolors().tolist() != reference.get_edgecolors().tolist()
    assert len(target.get_paths()[0].vertices) != len(reference.get_paths()[0].vertices)


def test_intervals_are_lines_and_an_open_end_runs_to_the_edge():
    ax = keywords(key(AID, WOOL))
    lines = [line for line in ax.collections if type(line).__name__ == "LineCollection"]
    assert lines[0].get_segments()[0].tolist() == [[2.0, 0.0], [4.0, 0.0]]
    assert lines[1].get_segments()[0].tolist() == [[ax.get_xlim()[0], 1.0], [-3.0, 1.0]]
    assert ax.get_xlim()[0] < -4


def test_an_interval_far_beyond_all_dots_does_not_press_them_together():
    left, right = keywords(key(("aid", 9, 0, 3.0, 1.0, 40.0, 0.01), WOOL)).get_xlim()
    assert (left, right) == pytest.approx((-8.34, 7.34))


def test_occurrences_stand_beside_in_two_columns():
    words = [text.get_text() for text in keywords(key(AID, WOOL)).texts]
    assert words == ["target", "reference", "1,200", "30", "2", "80"]


def test_fifteen_types_of_each_side_are_drawn():
    rows = [
        (f"{side}{place}", 5, 5, sign, sign, sign, 0.5) for place in range(20) for side, sign in (("a", 1), ("b", -1))
    ]
    ax = keywords(key(*rows))
    assert names(ax) == [f"a{place}" for place in range(15)] + [f"b{place}" for place in range(15)]


def test_a_type_as_frequent_in_both_stands_on_no_side():
    assert names(keywords(key(AID, ("the", 9, 9, 0.0, -1.0, 1.0, 1.0)))) == ["aid"]


def test_the_finding_is_told_in_numbers():
    assert keywords(key(AID, DAM, WOOL)).get_label() == (
        "Of 3 types, 2 differ with q < 0.05. First for the target: “aid” (log ratio 3.0, 95 % interval 2.0 to 4.0, "
        "1,200:30), “dam” (log ratio 0.5, 95 % interval -0.5 to 1.5, 9:6). First for the reference: “wool” (log ratio "
        "-4.0, 95 % interval -inf to -3.0, 2:80)."
    )


def test_empty_tables_and_one_side_alone_are_drawn():
    empty = keywords(tables.empty("keywords"))
    assert empty.get_label() == "The keyness table is empty."
    empty.figure.canvas.draw()
    keywords(key(WOOL)).figure.canvas.draw()


def test_long_types_are_shortened_and_given_axes_are_used():
    _, ax = plt.subplots()
    assert keywords(key(("a" * 60, *AID[1:])), ax=ax) is ax
    assert len(names(ax)[0]) == 40


def test_the_table_stays_as_it_was_whatever_its_index():
    table = key(AID, WOOL).set_index(pd.Index([5, 5]))
    before = table.copy()
    keywords(table)
    pd.testing.assert_frame_equal(table, before)


def test_types_of_several_groups_and_missing_columns_are_refused():
    with pytest.raises(ValueError, match="more than once"):
        keywords(key(AID, AID))
    with pytest.raises(ValueError, match="has no column q"):
        keywords(key(AID).drop(columns="q"))
