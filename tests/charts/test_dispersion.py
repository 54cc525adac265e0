import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts import concordance, dispersion


def spread(*rows):
    """A dispersion table of (type, frequency, range, DPnorm)."""
    found = pd.DataFrame(rows, columns=["type", "frequency", "range", "dp_norm"])
    rest = [name for name in tables.COLUMNS["dispersion"] if name not in found]
    return tables.conform(found.assign(**dict.fromkeys(rest, 0)), "dispersion")


THE = ("the", 900, 40, 0.04)
DAM = ("dam", 10, 1, 0.95)
AID = ("aid", 10, 5, 0.5)


def hits(*places, date="1994-01-01"):
    """A concordance of (document, start)."""
    found = pd.DataFrame(places, columns=["document", "start"])
    evidence = [f"{name}:{start}-{start + 3}" for name, start in places]
    found = found.assign(evidence=evidence, date=pd.to_datetime(date), outlet="Post", left="", node="aid", right="")
    return tables.conform(found.drop(columns="start"), "concordance")


LENGTHS = pd.Series({"a": 100, "b:c": 200, "unused": 0})


def names(ax):
    return [tick.get_text() for tick in ax.get_yticklabels()]


def strokes(ax):
    return ax.collections[-1].get_offsets().tolist()


def test_types_are_points_by_frequency_and_dispersion():
    ax = dispersion(spread(THE, DAM, AID))
    assert ax.collections[0].get_offsets().tolist() == [[900.0, 0.04], [10.0, 0.95], [10.0, 0.5]]
    assert ax.get_xscale() == "log"
    assert "0: even" in ax.get_ylabel()


def test_the_extremes_of_each_band_of_frequency_are_named():
    named = [text.get_text() for text in dispersion(spread(THE, DAM, AID, ("of", 10, 5, 0.7))).texts]
    assert named == ["dam", "aid", "the"]


def test_a_name_that_would_lie_on_another_is_left_out():
    rows = [(f"word{place}", 100 + place, 3, 0.5) for place in range(9)]
    assert 0 < len(dispersion(spread(*rows)).texts) < 9


def test_the_finding_is_told_in_numbers():
    assert dispersion(spread(THE, DAM, AID)).get_label() == (
        "Median DPnorm of 3 types: 0.50. Most even is “the” (0.04, 900 times in 40 parts), "
        "most uneven “dam” (0.95, 10 in 1)."
    )


def test_rare_types_are_drawn_but_neither_named_nor_told_of_unless_all_are_rare():
    ax = dispersion(spread(THE, DAM, ("hapax", 1, 1, 1.0)))
    assert len(ax.collections[0].get_offsets()) == 3
    assert [text.get_text() for text in ax.texts] == ["dam", "the"]
    assert "Of the 2 with 10 occurrences or more, most even is “the”" in ax.get_label()
    assert "most uneven “hapax”" in dispersion(spread(("hapax", 1, 1, 1.0))).get_label()


def test_empty_tables_single_rows_and_missing_values_are_drawn():
    empty = dispersion(tables.empty("dispersion"))
    assert empty.get_label() == "The dispersion table is empty."
    empty.figure.canvas.draw()
    dispersion(spread(THE)).figure.canvas.draw()
    assert len(dispersion(spread(THE, ("x", 1, 1, np.nan))).collections[0].get_offsets()) == 1


def test_the_dispersion_table_stays_as_it_was_and_given_axes_are_used():
    _, ax = plt.subplots()
    table = spread(THE, DAM).set_index(pd.Index([5, 5]))
    before = table.copy()
    assert dispersion(table, ax=ax) is ax
    pd.testing.assert_frame_equal(table, before)


def test_dispersion_of_several_groups_is_refused():
    with pytest.raises(ValueError, match="more than once"):
        dispersion(spread(THE, THE))
    with pytest.raises(ValueError, match="has no column dp_norm"):
        dispersion(spread(THE).drop(columns="dp_norm"))


def test_with_lengths_hits_are_strokes_at_their_share_of_the_document():
    ax = concordance(hits(("a", 25), ("b:c", 50), ("b:c", 150)), lengths=LENGTHS)
    assert names(ax) == ["1994-01-01 a (1)", "1994-01-01 b:c (2)"]
    assert strokes(ax) == [[0.25, 0.0], [0.25, 1.0], [0.75, 1.0]]
    assert ax.get_label() == "3 hits in 2 documents, most in b:c (2); 67 % stand in the first half of their document."


def test_documents_are_in_order_of_date_and_undated_ones_last():
    lines = hits(("a", 25), ("b:c", 50), date=None).assign(date=pd.to_datetime([None, "1990-05-01"]))
    assert names(concordance(lines, lengths=LENGTHS)) == ["1990-05-01 b:c (1)", "a (1)"]


def test_beyond_thirty_documents_those_with_most_hits_are_drawn():
    lines = hits(*[(f"d{place:02d}", 1) for place in range(40)], ("d39", 2))
    ax = concordance(lines, lengths=pd.Series({f"d{place:02d}": 10 for place in range(40)}))
    assert len(names(ax)) == 30
    assert names(ax)[-1] == "1994-01-01 d39 (2)"
    assert ax.get_xlabel() == "place in the document\n(10 hits in 10 other documents not drawn)"


def test_an_empty_concordance_and_one_hit_are_drawn_with_lengths():
    empty = concordance(tables.empty("concordance"), lengths=LENGTHS)
    assert empty.get_label() == "The concordance is empty."
    empty.figure.canvas.draw()
    concordance(hits(("a", 25)), lengths=LENGTHS).figure.canvas.draw()


def test_a_document_without_length_is_named():
    with pytest.raises(ValueError, match=r"lengths has no document x.*Make it from the same documents"):
        concordance(hits(("x", 1)), lengths=LENGTHS)


def test_the_concordance_stays_as_it_was_whatever_its_index():
    lines = hits(("a", 25), ("a", 50)).set_index(pd.Index([5, 5]))
    before = lines.copy()
    assert len(strokes(concordance(lines, lengths=LENGTHS))) == 2
    pd.testing.assert_frame_equal(lines, before)
