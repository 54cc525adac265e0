import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest
from matplotlib.collections import PathCollection

from mediastudy import tables
from mediastudy.charts.forest import event_tests


def table(**columns):
    rows = {"phrase": "aid", "event": [1, 2, 3], "label": ["Summit", "Flood", "War"], "ratio": [2.0, np.inf, np.nan]}
    rows |= {"ratio_low": [1.2, 0.8, np.nan], "ratio_high": [3.3, np.inf, np.nan], "p": [0.02, 0.4, np.nan]}
    rows |= {"p_floor": 0.02, "warning": [None, "few documents", "nothing observed"]}
    return pd.DataFrame(rows).assign(**columns)


def test_each_event_has_a_row_with_its_ratio_interval_and_p():
    ax = event_tests(table())
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["1 Summit", "2 Flood", "3 War"]
    assert [text.get_text() for text in ax.texts] == [
        "×2 (1.2 to 3.3), p = 0.020 (least possible)",
        "only after (0.8 to ∞), p = 0.400",
        "no rate to compare",
    ]


def test_rows_with_a_warning_are_hollow_and_ratios_without_end_are_arrows_at_the_end():
    ax = event_tests(table())
    first, second = (one for one in ax.collections if isinstance(one, PathCollection))
    assert first.get_facecolors()[0].tolist() != [1, 1, 1, 1]
    assert second.get_facecolors()[0].tolist() == [1, 1, 1, 1]
    assert second.get_offsets()[0, 0] == ax.get_xlim()[1]
    assert "hollow: see the warning" in ax.get_xlabel()
    assert "hollow" not in event_tests(table(warning=None)).get_xlabel()


def test_phrases_and_groups_are_named_where_there_are_several():
    both = pd.concat([table(outlet="Post"), table(outlet="Herald")])
    names = [tick.get_text() for tick in event_tests(both).get_yticklabels()]
    assert names[0] == "1 Summit, Post"
    assert names[3] == "1 Summit, Herald"


def test_the_sentence_tells_events_with_a_small_p():
    assert event_tests(table()).get_label() == (
        "Of 3 tests of events, 1 has p of 0.05 or less: "
        "1 Summit (2 times as often after it, 1.2 to 3.3, p = 0.020). 2 of them carry a warning."
    )
    assert "none has p of 0.05 or less" in event_tests(table(p=0.5)).get_label()


def test_empty_tables_single_rows_and_odd_indexes_are_drawn():
    assert event_tests(tables.empty("event_tests")).get_label() == "No event is tested."
    event_tests(table().head(1)).figure.canvas.draw()
    event_tests(table(ratio=0.0, ratio_low=0.0)).figure.canvas.draw()
    given = table().set_index(pd.Index([5, 5, 1]))
    before = given.copy()
    _, ax = plt.subplots(layout="constrained")
    assert event_tests(given, ax=ax) is ax
    pd.testing.assert_frame_equal(given, before)


def test_a_lacking_column_is_named():
    with pytest.raises(ValueError, match="event_tests has no column ratio"):
        event_tests(table().drop(columns="ratio"))
