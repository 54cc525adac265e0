import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.dates import date2num

from mediastudy import tables
from mediastudy.charts import concordance, frequencies


def types(count=2):
    rows = pd.DataFrame(
        {
            "type": [f"aid{place}" for place in range(count)],
            "frequency": [9 - place // 9 for place in range(count)],
            "relative_frequency": [900.0 - place for place in range(count)],
            "document_frequency": 1,
        }
    )
    return tables.conform(rows, "frequencies")


def hits(outlets, dates):
    rows = pd.DataFrame({"document": [f"d{place}" for place in range(len(dates))], "date": pd.to_datetime(dates)})
    return tables.conform(rows.assign(outlet=outlets, evidence="", left="", node="aid", right=""), "concordance")


def names(ax):
    return [tick.get_text() for tick in ax.get_yticklabels()]


def test_types_are_dots_at_their_relative_frequency_with_their_counts():
    ax = frequencies(types())
    assert ax.collections[1].get_offsets().tolist() == [[900.0, 0.0], [899.0, 1.0]]
    assert names(ax) == ["aid0", "aid1"]
    assert [text.get_text() for text in ax.texts] == ["9 in 1", "9 in 1"]
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    assert "per million tokens" in ax.get_xlabel()


def test_the_first_twenty_types_are_drawn():
    assert len(names(frequencies(types(25)))) == 20


def test_the_frequency_sentence_names_the_three_first_types():
    assert frequencies(types(4)).get_label() == (
        "Most frequent of 4 types: “aid0” (9 times, 900 per million tokens, in 1 document), “aid1” (9 times, 899 per "
        "million tokens, in 1 document), “aid2” (9 times, 898 per million tokens, in 1 document)."
    )


def test_types_of_several_groups_are_refused():
    with pytest.raises(ValueError, match="more than once"):
        frequencies(pd.concat([types(), types()]))
    with pytest.raises(ValueError, match="has no column type"):
        frequencies(types().drop(columns="type"))


def test_hits_are_strokes_by_date_in_the_row_of_their_outlet():
    table = hits(["Post", None, "Post", "Post"], ["1994-01-01", "1995-01-01", "1996-01-01", None])
    ax = concordance(table)
    assert names(ax) == ["Post (3)", "unknown (1)"]
    assert ax.collections[1].get_offsets().tolist() == [
        [date2num(pd.Timestamp(date)), row] for date, row in [("1994-01-01", 0), ("1995-01-01", 1), ("1996-01-01", 0)]
    ]
    assert ax.get_xlabel() == "date (1 undated hits not drawn)"
    assert ax.get_label() == (
        "4 hits in 4 documents of 2 outlets, 1994-01-01 to 1996-01-01, most in Post (3), 1 undated."
    )


def test_ties_are_in_order_of_name_and_many_outlets_share_the_last_row():
    outlets = [f"Outlet {place:02d}" for place in range(20)]
    ax = concordance(hits(outlets[::-1], ["1994-01-01"] * 20))
    assert names(ax)[:2] == ["Outlet 00 (1)", "Outlet 01 (1)"]
    assert names(ax)[-1] == "others (6)"
    assert len(names(ax)) == 15


def test_undated_hits_alone_are_counted():
    ax = concordance(hits(["Post"], [None]))
    ax.figure.canvas.draw()
    assert ax.get_xlabel() == "date (1 undated hits not drawn)"
    assert "all undated" in ax.get_label()


def test_empty_tables_and_single_rows_are_drawn():
    assert frequencies(tables.empty("frequencies")).get_label() == "The frequency table is empty."
    assert concordance(tables.empty("concordance")).get_label() == "The concordance is empty."
    frequencies(types(1)).figure.canvas.draw()
    concordance(hits(["Post"], ["1994-01-01"])).figure.canvas.draw()


def test_charts_draw_on_the_axes_they_are_given_and_leave_the_table_alone():
    _, ax = plt.subplots()
    given = types().set_index(pd.Index([5, 5]))
    before = given.copy()
    assert frequencies(given, ax=ax) is ax
    pd.testing.assert_frame_equal(given, before)
    lines = hits(["Post", "Post"], ["1994-01-01", "1995-01-01"]).set_index(pd.Index([5, 5]))
    kept = lines.copy()
    assert len(concordance(lines).collections[1].get_offsets()) == 2
    pd.testing.assert_frame_equal(lines, kept)
