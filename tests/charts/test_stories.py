import matplotlib.pyplot as plt
import pandas as pd
import pytest

from mediastudy.charts.stories import stories


def counts(*rows, name="outlet"):
    """A table of (group, documents, publications, stories)."""
    found = pd.DataFrame(rows, columns=[name, "documents", "publications", "stories"])
    return found.assign(copy_share=1 - found["stories"] / found["publications"])


POST, GAZETTE = ("Post", 10, 8, 6), ("Gazette", 4, 4, 4)


def test_each_outlet_is_a_row_with_its_share_of_copies():
    ax = stories(counts(POST, GAZETTE))
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Post", "Gazette"]
    assert [text.get_text() for text in ax.texts] == ["25 % copies", "0 % copies"]
    assert ax.collections[1].get_offsets().tolist() == [[10, 0], [4, 1]]
    assert ax.collections[3].get_offsets().tolist() == [[6, 0], [4, 1]]


def test_years_are_lines():
    table = counts((pd.Timestamp("2023-01-01"), 3, 3, 2), (pd.Timestamp("2024-01-01"), 5, 4, 4), name="period")
    ax = stories(table)
    assert [line.get_label() for line in ax.lines] == ["documents", "publications", "stories"]
    assert ax.lines[2].get_ydata().tolist() == [2, 4]
    assert "2023 has the largest share of copies, 33 %." in ax.get_label()


def test_the_finding_is_told_in_numbers():
    assert stories(counts(POST, GAZETTE)).get_label() == (
        "14 documents are 12 publications, 10 of which are heads of a story; "
        "Post has the largest share of copies, 25 %."
    )
    assert stories(counts(GAZETTE)).get_label().endswith("no group has copies.")


def test_beyond_thirty_groups_the_rest_is_counted():
    ax = stories(counts(*[(f"Outlet {place}", 3, 3, 2) for place in range(32)]))
    assert len(ax.get_yticklabels()) == 30
    assert ax.get_xlabel() == "number\n(2 further groups not drawn)"


def test_empty_tables_missing_groups_and_given_axes_are_drawn():
    empty = stories(counts())
    assert empty.get_label() == "The table of stories is empty."
    empty.figure.canvas.draw()
    _, ax = plt.subplots()
    table = counts((None, 2, 2, 1)).set_index(pd.Index([5]))
    before = table.copy()
    assert stories(table, ax=ax) is ax
    pd.testing.assert_frame_equal(table, before)
    stories(counts((pd.NaT, 1, 1, 1), name="period")).figure.canvas.draw()


def test_a_table_of_something_else_is_refused():
    with pytest.raises(ValueError, match="has no column stories"):
        stories(counts(POST).drop(columns="stories"))
