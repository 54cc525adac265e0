import matplotlib.pyplot as plt
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts.renderings import rendering_shares, renderings


def table(**columns):
    """Two variants in three years, the second without documents, the third with a single hit."""
    years = pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01"])
    rows = {"period": [*years, *years], "phrase": "aid", "variant": ["help"] * 3 + ["aid"] * 3}
    rows |= {"hits": [1, 0, 1, 9, 0, 0], "phrase_hits": [10, 0, 1] * 2, "covered": [True, False, True] * 2}
    rows |= {"share": [0.1, None, 1.0, 0.9, None, 0.0], "share_low": 0.0, "share_high": 1.0}
    return pd.DataFrame(rows).astype({"share": float}).assign(**columns)


def heights(ax):
    return [[bar.get_height() for bar in bars] for bars in ax.containers]


def key(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_the_most_frequent_variant_is_lowest_and_last_in_the_key():
    ax = renderings(table())
    assert heights(ax) == [[9, 0, 0], [1, 0, 1]]
    assert [bar.get_y() for bar in ax.containers[1]] == [9, 0, 0]
    assert key(ax) == ["help", "aid", "no documents"]
    assert ax.get_ylabel() == "hits"


def test_shares_add_up_to_1_and_the_hits_stand_above_them():
    ax = rendering_shares(table())
    assert heights(ax)[0] == pytest.approx([0.9, 0, 0])
    assert heights(ax)[1] == pytest.approx([0.1, 0, 1])
    assert ax.get_ylim() == (0, 1)
    assert [text.get_text() for text in ax.texts] == ["10", "1"]


def test_bars_of_few_hits_are_pale():
    ax = rendering_shares(table())
    assert [bar.get_alpha() for bar in ax.containers[0]] == [1.0, 0.4, 0.4]
    assert "pale: fewer than 5 hits" in key(ax)
    assert "pale: fewer than 5 hits" not in key(rendering_shares(table(hits=9)))


def test_sentences_tell_the_variants_in_numbers():
    assert renderings(table()).get_label() == (
        "Hits of “aid” by variant and year: aid 9, most in 1994 (9); help 2, most in 1994 (1)."
    )
    assert rendering_shares(table()).get_label() == (
        "Shares of the hits of “aid” by variant and year: aid goes from 90 % in 1994 to 0 % in 1996; "
        "help goes from 10 % in 1994 to 100 % in 1996."
    )


def test_beyond_seven_variants_the_rarest_are_drawn_together():
    many = pd.concat([table(variant=f"aid {number}", hits=number + 1) for number in range(9)])
    ax = renderings(many)
    assert "other variants" in key(ax)
    assert heights(ax)[-1] == [2 * (1 + 2 + 3)] * 3


@pytest.mark.parametrize("chart", [renderings, rendering_shares])
def test_several_phrases_or_groups_are_refused(chart):
    for column in ("phrase", "outlet"):
        with pytest.raises(ValueError, match="several phrases or groups"):
            chart(pd.concat([table(), table(**{column: "other"})]))


@pytest.mark.parametrize("chart", [renderings, rendering_shares])
def test_empty_tables_single_rows_ties_and_odd_indexes_are_drawn(chart):
    chart(tables.empty("renderings")).figure.canvas.draw()
    chart(table().head(1)).figure.canvas.draw()
    chart(table(hits=0, phrase_hits=0)).figure.canvas.draw()
    chart(table(hits=1)).figure.canvas.draw()
    given = table().set_index(pd.Index([5, 5, 1, 1, 0, 0]))
    before = given.copy()
    _, ax = plt.subplots(layout="constrained")
    assert chart(given, ax=ax) is ax
    pd.testing.assert_frame_equal(given, before)


@pytest.mark.parametrize("chart", [renderings, rendering_shares])
def test_a_lacking_column_is_named(chart):
    with pytest.raises(ValueError, match="renderings has no column phrase_hits"):
        chart(table().drop(columns="phrase_hits"))
