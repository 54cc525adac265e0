import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.dates import date2num

from mediastudy import tables
from mediastudy.charts import coverage, timeline


def table(**columns):
    """Three years, the second without documents."""
    rows = pd.DataFrame(
        {
            "period": pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01"]),
            "phrase": "aid",
            "variant": None,
            "hits": [3, 0, 1],
            "documents_with_hit": [2, 0, 1],
            "documents": [4, 0, 2],
            "tokens": [1000, 0, 500],
            "rate": [3000.0, np.nan, 2000.0],
            "rate_low": [600.0, np.nan, 50.0],
            "rate_high": [8000.0, np.nan, 9000.0],
            "share": [0.5, np.nan, 0.5],
            "share_low": [0.1, np.nan, 0.1],
            "share_high": [0.9, np.nan, 0.9],
            "covered": [True, False, True],
        }
    )
    return rows.assign(**columns)


def key(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def points(ax):
    """The points of the first line, the first collection that is made of markers."""
    return next(one for one in ax.collections if isinstance(one, PathCollection))


def labels(ax):
    return [text.get_text() for text in ax.texts]


def test_a_line_shows_the_rates_of_the_table_and_breaks_where_nothing_was_observed():
    (line,) = timeline(table()).lines
    assert line.get_ydata().tolist() == pytest.approx([3000.0, np.nan, 2000.0], nan_ok=True)
    middles = pd.to_datetime(["1994-07-02 12:00", "1995-07-02 12:00", "1996-07-02 00:00"])
    assert date2num(line.get_xdata()).tolist() == date2num(middles).tolist()


def test_an_uncovered_period_is_shaded_from_its_first_day_to_its_last_and_explained_in_the_key():
    ax = timeline(table())
    (shade,) = ax.patches
    assert shade.get_x() == date2num(pd.Timestamp("1995-01-01"))
    assert shade.get_x() + shade.get_width() == date2num(pd.Timestamp("1996-01-01"))
    assert shade.get_hatch()
    assert "no documents" in key(ax)
    assert "no documents" not in key(timeline(table(covered=True, rate=1.0)))


def test_points_of_few_documents_are_hollow_and_others_grow_with_their_documents():
    ax = timeline(table(documents=[4, 0, 500]))
    hollow, filled = points(ax).get_facecolors()
    assert hollow.tolist() == [1, 1, 1, 1]
    assert filled.tolist() != hollow.tolist()
    small, large = points(ax).get_sizes()
    assert large > 2 * small
    assert "500 documents" in key(ax)


def test_points_are_never_drawn_where_nothing_was_observed():
    assert len(points(timeline(table())).get_offsets()) == 2


def test_axes_have_units_and_begin_at_zero():
    ax = timeline(table())
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("year", "hits per million tokens")
    assert ax.get_ylim()[0] == 0
    assert ax.get_ylim()[1] > 3000


def test_the_alternative_text_states_the_finding_in_numbers():
    assert timeline(table()).get_label() == (
        "Hits per million tokens by year, 1994 to 1996: “aid” has 4 hits and is highest in 1994 "
        "(3,000.0, 95 % interval 600.0 to 8,000.0); 1 of 3 years has no documents with text; "
        "2 of 3 years have fewer than 5 documents."
    )
    silent = table(hits=0, rate=[0.0, np.nan, 0.0])
    assert "“aid” has no hits" in timeline(silent).get_label()


def test_phrases_and_groups_are_labelled_at_the_line_ends():
    two = pd.concat([table(), table(phrase="help", rate=[1.0, np.nan, 2.0])])
    assert {"“aid”", "“help”"} <= set(labels(timeline(two)))
    by_outlet = pd.concat([table(outlet="Post"), table(outlet=None, rate=[1.0, np.nan, np.nan])])
    assert {"Post", "unknown"} <= set(labels(timeline(by_outlet)))
    both = pd.concat([two.assign(outlet="Post"), two.assign(outlet="Herald")])
    assert "“help”, Herald" in labels(timeline(both))


def test_several_lines_stand_beside_each_other_with_their_intervals_as_strokes():
    ax = timeline(pd.concat([table(), table(phrase="help")]))
    first, second = (date2num(line.get_xdata())[0] for line in ax.lines)
    start, end = date2num(pd.Timestamp("1994-01-01")), date2num(pd.Timestamp("1995-01-01"))
    assert start < first < second < end
    assert (first + second) / 2 == pytest.approx((start + end) / 2)
    intervals = next(one for one in ax.collections if isinstance(one, LineCollection))
    strokes = [stroke for stroke in intervals.get_segments() if len(stroke)]
    assert [stroke[:, 1].tolist() for stroke in strokes if stroke[0, 0] == first] == [[600.0, 8000.0]]


def test_several_lines_of_many_periods_have_bands_and_stay_in_place():
    many = pd.DataFrame({"period": pd.date_range("1994-01-01", periods=61, freq="D"), "rate": 5.0, "covered": True})
    days = table().drop(columns=["period", "rate", "covered"]).head(1).merge(many, how="cross")
    ax = timeline(pd.concat([days, days.assign(phrase="help")]))
    assert [date2num(line.get_xdata())[0] for line in ax.lines] == [date2num(pd.Timestamp("1994-01-01 12:00"))] * 2


def test_labels_at_one_height_are_pushed_apart():
    ax = timeline(pd.concat([table(phrase=f"aid {place}") for place in range(5)]))
    heights = sorted(text.get_position()[1] for text in ax.texts if text.get_text().startswith("“"))
    assert min(np.diff(heights)) > 0.03
    assert heights[-1] <= 1


def test_whole_phrases_are_drawn_without_their_variants_unless_there_are_variants_alone():
    variants = table(variant="foreign aid")
    assert len(timeline(pd.concat([table(), variants])).lines) == 1
    assert "“foreign aid”" in labels(timeline(variants))


def test_more_lines_than_can_be_told_apart_are_refused():
    with pytest.raises(ValueError, match="8 lines; up to 7"):
        timeline(pd.concat([table(phrase=f"aid {place}") for place in range(8)]))


@pytest.mark.parametrize(
    ("dates", "name"),
    [
        (["1994-01-01", "1994-01-02", "1994-01-03"], "day"),
        (["1994-01-03", "1994-01-10", "1994-01-17"], "week"),
        (["1994-01-01", "1994-02-01", "1994-03-01"], "month"),
        (["1994-01-01", "1994-04-01", "1994-07-01"], "quarter"),
    ],
)
def test_the_axis_names_the_kind_of_period(dates, name):
    assert timeline(table(period=pd.to_datetime(dates))).get_xlabel() == name


def test_charts_draw_on_the_axes_they_are_given_and_leave_the_table_alone():
    given, before = (
        table(outlet="Post").set_index(pd.Index([5, 5, 1])),
        table(outlet="Post").set_index(pd.Index([5, 5, 1])),
    )
    _, axes = plt.subplots(2, sharex=True, layout="constrained")
    assert timeline(given, ax=axes[0]) is axes[0]
    assert coverage(given, ax=axes[1]) is axes[1]
    pd.testing.assert_frame_equal(given, before)
    axes[0].figure.canvas.draw()
    assert axes[0].get_xlim() == axes[1].get_xlim()
    assert axes[0].get_position().x0 == pytest.approx(axes[1].get_position().x0)


def test_empty_tables_and_single_rows_are_drawn():
    assert timeline(tables.empty("timeline")).get_label() == "The timeline is empty: no document belongs to a period."
    assert coverage(tables.empty("timeline")).get_label() == "The coverage is empty: no document belongs to a period."
    timeline(table().head(1)).figure.canvas.draw()
    coverage(table().head(1)).figure.canvas.draw()
    coverage(table(documents=0)).figure.canvas.draw()


def test_a_lacking_column_is_named():
    with pytest.raises(ValueError, match="timeline has no column rate"):
        timeline(table().drop(columns="rate"))
    with pytest.raises(ValueError, match="timeline has no column documents"):
        coverage(table().drop(columns="documents"))


def test_coverage_shows_documents_per_outlet_and_period_once():
    both = pd.concat(
        [table(outlet="Post"), table(outlet="Post", phrase="help"), table(outlet=None, documents=[0, 0, 1])]
    )
    ax = coverage(both)
    values = ax.collections[0].get_array()
    assert values.filled(0).tolist() == [[4, 0, 2], [0, 0, 1]]
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Post", "unknown"]
    assert ax.get_xlabel() == "year (hatched: no documents)"
    assert ax.get_label() == (
        "Documents by year, 1994 to 1996: 7 in all; Post has 6 and none in 1 of 3 years; "
        "unknown has 1 and none in 2 of 3 years."
    )


def test_few_documents_have_a_tone_for_each_count_and_many_a_scale():
    few, many = coverage(table(documents=[1, 0, 3])), coverage(table(documents=[1, 0, 90]))
    assert [tick.get_text() for tick in few.figure.axes[1].get_yticklabels()] == ["1", "2", "3"]
    assert few.collections[0].get_cmap().N == 3
    assert many.collections[0].norm.vmax == 90


def test_no_setting_of_matplotlib_is_changed():
    before = dict(plt.rcParams)
    timeline(table())
    coverage(table())
    assert dict(plt.rcParams) == before


def test_own_periods_are_drawn_from_their_first_day_to_their_last_under_their_own_names():
    last = pd.to_datetime(["1994-12-31", "1995-06-30", "1999-12-31"])
    named = table(period_end=last, period_label=["8th Plan", "gap", "9th Plan"])
    ax = timeline(named)
    assert ax.get_xlabel() == "period"
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["8th Plan", "gap", "9th Plan"]
    assert ax.get_xlim()[1] == date2num(pd.Timestamp("2000-01-01"))
    assert "highest in 8th Plan" in ax.get_label()
    assert "1 of 3 periods has no documents" in ax.get_label()


def test_the_rate_is_named_by_what_it_is_per():
    assert timeline(table(per="thousand documents")).get_ylabel() == "hits per thousand documents"


def test_shares_are_drawn_up_to_1():
    ax = timeline(table(), value="share")
    assert ax.get_ylabel() == "share of documents with a hit"
    assert ax.get_ylim()[1] <= 1
    assert ax.lines[0].get_ydata()[0] == 0.5
    assert "highest in 1994 (0.50, 95 % interval 0.10 to 0.90)" in ax.get_label()
    with pytest.raises(ValueError, match="value"):
        timeline(table(), value="hits")


def test_ties_are_told_by_the_first_period():
    assert "highest in 1994" in timeline(table(rate=[5.0, np.nan, 5.0])).get_label()
