import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.dates import date2num

from mediastudy import tables
from mediastudy.charts import timeline

YEARS = pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01", "1997-01-01"])


def table(**columns):
    rows = {"period": YEARS, "phrase": "aid", "variant": None, "hits": [1, 1, 4, 4], "documents": 10}
    rows |= {"rate": [10.0, 10.0, 40.0, 40.0], "rate_low": 5.0, "rate_high": 60.0, "covered": True}
    return pd.DataFrame(rows).assign(**columns)


def smooth(**columns):
    rows = {"period": YEARS, "phrase": "aid", "variant": None, "smooth": [10.0, 20.0, 30.0, 40.0]}
    return pd.DataFrame(rows | {"smooth_low": 8.0, "smooth_high": 45.0}).assign(**columns)


def change(**columns):
    row = {"period": [YEARS[2]], "phrase": "aid", "variant": None, "low": [YEARS[2]], "high": [YEARS[2]]}
    row |= {"rate_before": 10.0, "rate_after": 40.0, "ratio": 4.0, "ratio_low": 1.5, "ratio_high": 9.0}
    return pd.DataFrame(row).assign(**columns)


def events(**columns):
    rows = {"event": [1, 2], "first": pd.to_datetime(["1995-03-05", "1996-01-01"]), "label": ["Summit", "Long war"]}
    rows |= {"last": pd.to_datetime(["1995-03-05", "1996-12-31"])}
    return pd.DataFrame(rows).assign(**columns)


def texts(ax):
    return [text.get_text() for text in ax.texts]


def key(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_a_smoothed_line_is_drawn_over_the_raw_points_which_are_not_joined():
    ax = timeline(table(), smooth=smooth())
    (line,) = ax.lines
    assert line.get_ydata().tolist() == [10, 20, 30, 40]
    drawn = [one.get_offsets()[:, 1].tolist() for one in ax.collections if len(one.get_offsets()) == 4]
    assert drawn == [[10, 10, 40, 40]]
    assert {"smoothed", "95 % band of the smoothed line", "95 % interval"} <= set(key(ax))


def test_a_smoothed_line_without_a_band_has_none_in_the_key():
    bare = smooth(smooth_low=np.nan, smooth_high=np.nan)
    assert "95 % band of the smoothed line" not in key(timeline(table(), smooth=bare))
    assert "smoothed" in key(timeline(table(), smooth=bare.drop(columns=["smooth_low", "smooth_high"])))


def test_smoothed_lines_find_their_group_and_phrase():
    both = pd.concat([table(outlet="Post"), table(outlet="Herald")])
    lines = pd.concat([smooth(outlet="Herald", smooth=1.0), smooth(outlet="Post", smooth=2.0)])
    ax = timeline(both, smooth=lines)
    assert [line.get_ydata()[0] for line in ax.lines] == [2.0, 1.0]


def test_a_change_has_a_line_its_interval_the_levels_beside_it_and_its_ratio():
    ax = timeline(table(), changes=change())
    upright = [line for line in ax.lines if len(set(line.get_xdata())) == 1]
    assert [line.get_xdata()[0] for line in upright] == [YEARS[2]]
    (shade,) = ax.patches
    assert shade.get_x() == date2num(pd.Timestamp("1995-07-02 12:00"))
    assert shade.get_x() + shade.get_width() == date2num(pd.Timestamp("1996-07-02"))
    assert "×4 (1.5 to 9)" in texts(ax)
    assert (
        "“aid” changes in 1996 (between 1996 and 1996), 4 times as often afterwards (95 % interval 1.5 to 9)."
        in ax.get_label()
    )
    assert {"interval of a change", "mean before and after"} <= set(key(ax))


def test_no_change_is_said_in_the_sentence():
    ax = timeline(table(), changes=change().head(0))
    assert ax.get_label().endswith("“aid” has no change.")
    assert "interval of a change" not in key(ax)


def test_a_change_from_nothing_is_told_with_its_infinite_ratio():
    ax = timeline(table(), changes=change(ratio=np.inf, ratio_high=np.inf))
    assert "×∞ (1.5 to ∞)" in texts(ax)


def test_events_are_numbered_above_the_chart_and_explained_below_it():
    ax = timeline(table(), events=events())
    ax.figure.canvas.draw()
    assert {"1", "2"} <= set(texts(ax))
    assert "1  1995-03-05  Summit\n2  1996-01-01 to 1996-12-31  Long war" in texts(ax)
    below = next(text for text in ax.texts if "Summit" in text.get_text()).get_window_extent()
    assert 0 <= below.y0 < below.y1 < ax.xaxis.label.get_window_extent().y0 + 1
    assert ax.get_label().endswith("Events marked: 1 Summit (1995-03-05); 2 Long war (1996-01-01 to 1996-12-31).")


def test_events_outside_the_periods_are_counted_and_not_drawn():
    late = events(first=pd.Timestamp("2020-01-01"), last=pd.Timestamp("2020-01-01"))
    ax = timeline(table(), events=late)
    assert "not drawn, outside the periods: 2 events" in texts(ax)
    assert "1" not in texts(ax)
    assert ax.get_label().endswith("No event lies within the periods.")


def test_events_of_one_day_have_their_numbers_on_top_of_each_other():
    day = pd.Timestamp("1995-03-05")
    ax = timeline(table(), events=events(first=day, last=day))
    heights = [text.get_position()[1] for text in ax.texts if text.get_text() in {"1", "2"}]
    assert heights[0] + 10 < heights[1]


def test_long_labels_are_cut_and_chinese_ones_count_double():
    long = events(label=["word " * 60, "对口支援" * 30])
    ax = timeline(table(), events=long)
    lines = next(text for text in texts(ax) if text.startswith("1  ")).splitlines()
    assert all(line.endswith("…") for line in lines)
    assert len(lines[1]) < len(lines[0]) <= 92


def test_an_empty_table_of_events_leaves_the_chart_as_it_is():
    ax = timeline(table(), events=events().head(0))
    assert ax.get_label().endswith("No event lies within the periods.")


def test_the_tables_over_a_timeline_are_left_alone():
    over = {"smooth": smooth(), "changes": change(), "events": events()}
    before = {name: rows.copy() for name, rows in over.items()}
    ax = timeline(table(), **over)
    ax.figure.canvas.draw()
    for name, rows in over.items():
        pd.testing.assert_frame_equal(rows, before[name])
    plt.close(ax.figure)


def test_everything_may_be_drawn_over_an_empty_timeline():
    ax = timeline(tables.empty("timeline"), smooth=smooth(), changes=change(), events=events())
    ax.figure.canvas.draw()
    assert ax.get_label() == "The timeline is empty: no document belongs to a period."


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("smooth", smooth().drop(columns="smooth"), "smoothed has no column smooth"),
        ("changes", change().drop(columns="ratio"), "change_points has no column ratio"),
        ("events", events().drop(columns="label"), "events has no column label"),
    ],
)
def test_a_lacking_column_of_a_table_drawn_over_is_named(name, given, message):
    with pytest.raises(ValueError, match=message):
        timeline(table(), **{name: given})
