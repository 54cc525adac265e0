import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts.ratios import placements, quoted_hits, ratios, usage

YEARS = pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01"])


def table(**columns):
    """Three years, the second without documents."""
    rows = {"period": YEARS, "expression": "a / (a + b)", "value": [0.2, np.nan, 0.8], "low": [0.1, np.nan, 0.5]}
    rows |= {"high": [0.4, np.nan, 0.9], "hits": [5, 0, 5], "documents": [9, 0, 2], "covered": [True, False, True]}
    return pd.DataFrame(rows).assign(**columns)


def placed(**columns):
    rows = {"period": YEARS, "phrase": "aid", "documents_with_hit": [9, 0, 2], "covered": [True, False, True]}
    for place, value in (("title", 0.2), ("lead", 0.6)):
        rows |= {f"{place}_share": [value, np.nan, value], f"{place}_share_low": [0.1, np.nan, 0.1]}
        rows |= {f"{place}_share_high": [0.9, np.nan, 0.9]}
    return pd.DataFrame(rows).assign(**columns)


def quoted(**columns):
    rows = {"period": YEARS, "phrase": "aid", "documents_with_hit": [9, 0, 2], "covered": [True, False, True]}
    rows |= {"share": [0.5, np.nan, 0.25], "share_low": [0.1, np.nan, 0.1], "share_high": [0.9, np.nan, 0.9]}
    return pd.DataFrame(rows).assign(**columns)


def used(**columns):
    rows = {"period": YEARS, "phrase": "aid", "agreement": [np.nan, 0.5, 0.9], "agreement_low": [np.nan, 0.3, 0.8]}
    return pd.DataFrame(rows | {"agreement_high": [np.nan, 0.7, 0.95]}).assign(**columns)


CHARTS = [(ratios, table, "ratios"), (placements, placed, "placements"), (quoted_hits, quoted, "quoted_hits")]
CHARTS += [(usage, used, "usage")]


def labels(ax):
    return [text.get_text() for text in ax.texts]


def test_a_ratio_between_0_and_1_has_an_axis_from_0_to_1_and_breaks_where_nothing_was_observed():
    ax = ratios(table())
    assert ax.get_ylim() == (0, 1)
    assert ax.lines[0].get_ydata().tolist() == pytest.approx([0.2, np.nan, 0.8], nan_ok=True)
    assert len(ax.patches) == 1
    assert "a / (a + b)" in labels(ax)


def test_other_expressions_have_an_axis_that_holds_them():
    assert ratios(table(value=[2.0, np.nan, 8.0], high=9.0)).get_ylim()[1] > 8
    below = ratios(table(value=[-3.0, np.nan, 8.0], low=-5.0, high=9.0))
    assert below.get_ylim()[0] < -5


def test_an_interval_without_end_is_cut_by_the_frame():
    ax = ratios(table(value=[2.0, np.nan, 8.0], high=np.inf))
    ax.figure.canvas.draw()
    assert 8 < ax.get_ylim()[1] < 20


def test_the_sentence_tells_the_first_and_the_last_value():
    assert ratios(table()).get_label() == (
        "Value of the expression by year: a / (a + b) goes from 0.2 in 1994 (95 % interval 0.1 to 0.4) "
        "to 0.8 in 1996 (0.5 to 0.9)."
    )
    assert "has no value in any year" in ratios(table(value=np.nan)).get_label()


def test_groups_are_named_at_the_ends_of_their_lines():
    both = pd.concat([table(outlet="Post"), table(outlet=None)])
    assert {"a / (a + b), Post", "a / (a + b), unknown"} <= set(labels(ratios(both)))


def test_title_and_lead_have_a_line_each():
    ax = placements(placed())
    assert {"“aid” in the title", "“aid” in the lead"} <= set(labels(ax))
    assert [line.get_ydata()[0] for line in ax.lines] == [0.2, 0.6]
    assert "9 documents with a hit" not in labels(ax)
    assert "5 documents with a hit" in [text.get_text() for text in ax.get_legend().get_texts()]


def test_usage_has_filled_points_for_its_documents_are_not_known():
    ax = usage(used())
    filled = [one for one in ax.collections if len(one.get_offsets()) == 2]
    assert filled[0].get_facecolors()[0].tolist() != [1, 1, 1, 1]


@pytest.mark.parametrize(("chart", "make", "name"), CHARTS)
def test_empty_tables_single_rows_and_odd_indexes_are_drawn(chart, make, name):
    assert "is empty" in chart(tables.empty(name)).get_label()
    chart(make().head(1)).figure.canvas.draw()
    given = make().set_index(pd.Index([5, 5, 1]))
    before = given.copy()
    _, ax = plt.subplots(layout="constrained")
    assert chart(given, ax=ax) is ax
    pd.testing.assert_frame_equal(given, before)


@pytest.mark.parametrize(("chart", "make", "name"), CHARTS)
def test_a_lacking_column_is_named(chart, make, name):
    with pytest.raises(ValueError, match=f"{name} has no column period"):
        chart(make().drop(columns="period"))
