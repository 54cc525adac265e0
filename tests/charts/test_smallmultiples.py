import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts.heatmap import timeline_map
from mediastudy.charts.smallmultiples import timeline_panels


def table(**columns):
    """Three years, the second without documents, the third with few."""
    rows = {"period": pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01"]), "phrase": "aid", "variant": None}
    rows |= {"hits": [3, 0, 1], "documents": [9, 0, 2], "rate": [30.0, np.nan, 20.0], "rate_low": [6.0, np.nan, 1.0]}
    rows |= {"rate_high": [80.0, np.nan, 90.0], "covered": [True, False, True]}
    return pd.DataFrame(rows).assign(**columns)


def two():
    return pd.concat([table(outlet="Post"), table(outlet=None, rate=[3.0, np.nan, 2.0])])


def change():
    year = pd.Timestamp("1996-01-01")
    row = {"outlet": ["Post"], "period": year, "phrase": "aid", "low": year, "high": year, "rate_before": 30.0}
    return pd.DataFrame(row | {"rate_after": 20.0, "ratio": 0.7, "ratio_low": 0.2, "ratio_high": 3.0})


def test_each_group_has_a_panel_on_one_scale():
    ax = timeline_panels(two())
    post, unknown = ax.child_axes
    assert post.get_title(loc="left") == "Post, n = 11"
    assert unknown.get_title(loc="left") == "unknown, n = 11"
    assert post.get_ylim() == unknown.get_ylim()
    assert post.get_xlim() == unknown.get_xlim()
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("year", "hits per million tokens")


def test_each_panel_shades_what_its_own_group_lacks():
    full = table(outlet="Herald", covered=True, rate=1.0, documents=9)
    post, herald = timeline_panels(pd.concat([table(outlet="Post"), full])).child_axes
    assert len(post.patches) == 1
    assert len(herald.patches) == 0


def test_phrases_are_told_apart_in_the_key_and_have_the_same_style_in_each_panel():
    ax = timeline_panels(pd.concat([two(), two().assign(phrase="help")]))
    assert {"“aid”", "“help”"} <= {text.get_text() for text in ax.get_legend().get_texts()}
    colours = [[line.get_color() for line in panel.lines] for panel in ax.child_axes]
    assert colours[0] == colours[1]
    assert len(set(colours[0])) == 2


def test_changes_of_a_group_and_all_events_are_drawn_in_its_panel():
    day = pd.to_datetime(["1994-03-05"])
    events = pd.DataFrame({"event": [1], "first": day, "last": day, "label": ["Summit"]})
    ax = timeline_panels(two(), changes=change(), events=events)
    post, unknown = ax.child_axes
    assert "×0.7 (0.2 to 3)" in [text.get_text() for text in post.texts]
    assert "×0.7 (0.2 to 3)" not in [text.get_text() for text in unknown.texts]
    assert all("1" in [text.get_text() for text in panel.texts] for panel in ax.child_axes)
    assert "1  1994-03-05  Summit" in [text.get_text() for text in ax.texts]


def test_the_sentence_tells_each_panel():
    assert timeline_panels(two()).get_label() == (
        "Hits per million tokens by year, 1994 to 1996. "
        "Post: “aid” has 4 hits and is highest in 1994 (30.0, 95 % interval 6.0 to 80.0); "
        "1 of 3 years without documents. "
        "unknown: “aid” has 4 hits and is highest in 1994 (3.0, 95 % interval 6.0 to 80.0); "
        "1 of 3 years without documents."
    )


def test_more_groups_than_have_room_are_refused():
    many = pd.concat([table(outlet=f"Paper {number}") for number in range(25)])
    with pytest.raises(ValueError, match="25 groups; up to 24"):
        timeline_panels(many)


def test_labels_of_panels_lie_inside_the_figure():
    ax = timeline_panels(two())
    figure = ax.figure
    figure.canvas.draw()
    box = ax.get_tightbbox()
    assert figure.bbox.x0 <= box.x0 < box.x1 <= figure.bbox.x1 + 1
    assert figure.bbox.y0 <= box.y0 < box.y1 <= figure.bbox.y1 + 1
    left = min(label.get_window_extent().x0 for label in ax.child_axes[0].get_yticklabels())
    assert ax.yaxis.label.get_window_extent().x1 <= left


def test_a_map_has_a_row_for_each_group_and_a_cell_for_each_period():
    ax = timeline_map(two())
    (mesh,) = [one for one in ax.collections if hasattr(one, "norm") and one.get_array() is not None]
    assert mesh.get_array().filled(-1).tolist() == [[30, -1, 20], [3, -1, 2]]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Post", "unknown"]
    assert ax.get_xlabel() == "year\n(hatched: no documents; ring: fewer than 5 documents)"


def test_rings_mark_the_cells_with_few_documents():
    ax = timeline_map(two())
    rings = ax.collections[1].get_offsets()
    assert rings[:, 1].tolist() == [0, 1]


def test_the_scale_of_a_map_ends_at_the_highest_rate_of_cells_with_enough_documents():
    ax = timeline_map(table(rate=[30.0, np.nan, 900.0]))
    assert ax.collections[0].norm.vmax == 30
    assert ax.figure.axes[1].get_ylabel() == "hits per million tokens"


def test_the_tones_of_a_map_fall_evenly_in_lightness():
    colours = timeline_map(two()).collections[0].get_cmap()(np.linspace(0, 1, 7))[:, :3]
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    lightness = 116 * np.cbrt(linear @ [0.2126, 0.7152, 0.0722]) - 16
    assert np.diff(lightness) == pytest.approx(-77 / 6, abs=1.0)


def test_the_sentence_of_a_map_tells_the_highest_cells():
    assert timeline_map(two()).get_label() == (
        "Hits per million tokens by year, 1994 to 1996: "
        "Post is highest in 1994 (30.0, 3 hits in 9 documents) and has no documents in 1 of 3 years; "
        "unknown is highest in 1994 (3.0, 3 hits in 9 documents) and has no documents in 1 of 3 years."
    )


@pytest.mark.parametrize("chart", [timeline_panels, timeline_map])
def test_empty_tables_single_rows_and_silence_are_drawn(chart):
    empty = chart(tables.empty("timeline"))
    assert empty.get_label() == "The timeline is empty: no document belongs to a period."
    for given in (table().head(1), table(hits=0, rate=[0.0, np.nan, 0.0]), table(covered=False, rate=np.nan)):
        ax = chart(given)
        ax.figure.canvas.draw()
    assert "has no hits" in chart(table(hits=0, rate=[0.0, np.nan, 0.0])).get_label()


@pytest.mark.parametrize("chart", [timeline_panels, timeline_map])
def test_an_odd_index_does_not_matter_and_the_table_is_left_alone(chart):
    given = two().set_index(pd.Index([5, 5, 1, 1, 5, 0]))
    before = given.copy()
    _, ax = plt.subplots(layout="constrained")
    assert chart(given, ax=ax) is ax
    pd.testing.assert_frame_equal(given, before)


@pytest.mark.parametrize("chart", [timeline_panels, timeline_map])
def test_a_lacking_column_is_named(chart):
    with pytest.raises(ValueError, match="timeline has no column rate"):
        chart(table().drop(columns="rate"))
