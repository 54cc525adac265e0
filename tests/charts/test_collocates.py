import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts import collocates


def near(*rows, node="aid"):
    """A table of collocates of (collocate, frequency, documents, logDice)."""
    found = pd.DataFrame(rows, columns=["collocate", "frequency", "documents", "log_dice"]).assign(node=node)
    rest = [name for name in tables.COLUMNS["collocates"] if name not in found]
    return tables.conform(found.assign(**dict.fromkeys(rest, 0)), "collocates")


FOOD = ("food", 1200, 80, 11.0)
TIED = ("rice", 300, 1, 11.0)


def names(ax):
    return [tick.get_text() for tick in ax.get_yticklabels()]


def dots(ax):
    return next(points for points in ax.collections if type(points).__name__ == "PathCollection")


def test_collocates_are_dots_at_their_log_dice_with_their_counts():
    ax = collocates(near(FOOD, TIED))
    assert names(ax) == ["food", "rice"]
    assert dots(ax).get_offsets().tolist() == [[11.0, 0.0], [11.0, 1.0]]
    assert [text.get_text() for text in ax.texts] == ["1,200 in 80", "300 in 1"]
    assert "“aid”" in ax.get_xlabel()


def test_a_dot_four_times_as_large_stands_for_four_times_as_many():
    assert (dots(collocates(near(FOOD, TIED))).get_sizes() == [90.0, 22.5]).all()


def test_a_rare_collocate_is_still_seen():
    assert dots(collocates(near(FOOD, ("x", 1, 1, 2.0)))).get_sizes().min() == 14


def test_the_first_twenty_are_drawn():
    assert len(names(collocates(near(*[(f"c{place}", 5, 5, 9.0) for place in range(30)])))) == 20


def test_the_finding_is_told_in_numbers():
    assert collocates(near(FOOD, TIED)).get_label() == (
        "Of 2 collocates of “aid”, these come first: “food” (logDice 11.0, 1,200 times in 80 documents), “rice” "
        "(logDice 11.0, 300 times in 1 document)."
    )


def test_empty_tables_single_rows_and_missing_values_are_drawn():
    empty = collocates(tables.empty("collocates"))
    assert empty.get_label() == "The table of collocates is empty."
    empty.figure.canvas.draw()
    collocates(near(FOOD)).figure.canvas.draw()
    collocates(near(FOOD, ("x", 1, 1, np.nan))).figure.canvas.draw()


def test_long_words_are_shortened_and_given_axes_are_used():
    _, ax = plt.subplots()
    assert collocates(near(("a" * 60, *FOOD[1:]), node="b" * 60), ax=ax) is ax
    assert len(names(ax)[0]) == 40
    assert "b" * 39 + "…" in ax.get_xlabel()


def test_the_table_stays_as_it_was_whatever_its_index():
    table = near(FOOD, TIED).set_index(pd.Index([5, 5]))
    before = table.copy()
    collocates(table)
    pd.testing.assert_frame_equal(table, before)


def test_several_nodes_and_missing_columns_are_refused():
    with pytest.raises(ValueError, match="Choose one group"):
        collocates(pd.concat([near(FOOD), near(FOOD, node="help")]))
    with pytest.raises(ValueError, match="has no column log_dice"):
        collocates(near(FOOD).drop(columns="log_dice"))
