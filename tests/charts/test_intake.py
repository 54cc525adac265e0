import matplotlib.pyplot as plt
import pandas as pd
import pytest

from mediastudy.charts import intake

COLUMNS = ["stage", "role", "label", "count"]
ROWS = [
    ("found", "stage", "found", 12),
    ("found", "exit", "excluded: letters", 2),
    ("found", "exit", "not downloaded, unexplained", 1),
    ("downloaded", "stage", "downloaded", 1200),
    ("read", "stage", "read", 9),
    ("read", "exit", "broken records", 1),
    ("kept", "stage", "kept", 8),
    ("kept", "note", "undated", 3),
]


def flow(rows=ROWS):
    return pd.DataFrame(rows, columns=COLUMNS).astype({"count": "Int64"})


def words(ax):
    return [text.get_text().replace("\u00a0", " ") for text in ax.texts if text.get_text()]


def test_every_number_stands_in_a_box_and_in_the_sentence():
    ax = intake(flow())
    assert words(ax) == [
        "Found",
        "12 articles",
        "excluded: letters (n = 2)",
        "not downloaded, unexplained (n = 1)",
        "Downloaded",
        "1,200 articles",
        "Read from the files",
        "9 articles",
        "broken records (n = 1)",
        "Kept as documents",
        "8 articles",
        "undated (n = 3)",
    ]
    assert ax.get_label() == (
        "Articles: found 12, downloaded 1,200, read 9, kept 8. After found left: excluded: letters (2), not "
        "downloaded, unexplained (1). After read left: broken records (1). Among those kept: undated (3)."
    )


def test_an_unknown_number_is_said_to_be_unknown_in_a_dashed_box():
    ax = intake(flow([("found", "stage", "found", None), ("kept", "stage", "kept", 1)]))
    assert words(ax) == ["Found", "number unknown", "Kept as documents", "1 article"]
    assert [patch.get_linestyle() for patch in ax.patches] == ["--", "-"]
    assert ax.get_label() == "Articles: found unknown, kept 1."


def test_boxes_do_not_overlap_and_lie_within_the_axes():
    reason = "excluded: " + "letters to the editor and notices of the harbour office " * 4
    ax = intake(flow([*ROWS[:1], ("found", "exit", reason, 7), *ROWS[1:]]))
    ax.figure.canvas.draw()
    boxes = [patch.get_bbox() for patch in ax.patches]
    low, high = sorted(ax.get_ylim())
    assert all(low <= box.y0 < box.y1 <= high for box in boxes)
    assert not any(one.overlaps(other) for place, one in enumerate(boxes) for other in boxes[:place])


def test_text_stays_inside_its_box():
    ax = intake(flow([*ROWS[:1], ("found", "exit", "excluded: " + "HARBOUR AND STRIKE " * 8, 7), *ROWS[1:]]))
    ax.figure.canvas.draw()
    boxes = [patch.get_window_extent() for patch in ax.patches]
    for text in (text for text in ax.texts if text.get_text()):
        extent = text.get_window_extent()
        assert any(box.x0 <= extent.x0 and extent.x1 <= box.x1 for box in boxes), text.get_text()


def test_chinese_words_are_broken_into_shorter_lines():
    ax = intake(flow([*ROWS[:1], ("found", "exit", "读者来信和周末版的填字游戏" * 4, 7), *ROWS[1:]]))
    han = [words for words in words(ax) if "读者" in words or "周末" in words]
    assert len(han) > 1
    assert max(map(len, han)) <= 24


def test_an_empty_flow_and_one_row_are_drawn_and_a_missing_column_is_told():
    assert intake(flow([])).get_label() == "The intake is empty."
    intake(flow(ROWS[:1])).figure.canvas.draw()
    with pytest.raises(ValueError, match="has no column role"):
        intake(flow().drop(columns="role"))


def test_the_diagram_is_drawn_on_the_axes_it_is_given_and_leaves_the_table_alone():
    _, ax = plt.subplots()
    given = flow().set_index(pd.Index([5] * len(ROWS)))
    before = given.copy()
    assert intake(given, ax=ax) is ax
    pd.testing.assert_frame_equal(given, before)
