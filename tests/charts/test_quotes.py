import matplotlib as mpl
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.charts.quotes import cues, speakers

mpl.use("Agg")

SPEAKERS = pd.DataFrame(
    {
        "speaker": ["Vela Orm", "Ministry of Water", "white paper", "meeting"],
        "speaker_kind": ["person", "organisation", "document", "group"],
        "quotes": [1200, 300, 300, 200],
        "documents": [90, 40, 30, 20],
    }
)
CUES = pd.DataFrame({"cue": ["said", "urged"], "quotes": [3, 1], "share": [0.75, 0.25]})


@pytest.fixture(autouse=True)
def _closed():
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def test_speakers_are_named_from_the_top_and_numbered():
    ax = speakers(SPEAKERS)
    assert [label.get_text() for label in ax.get_yticklabels()] == SPEAKERS["speaker"].tolist()
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    assert "1,200" in [text.get_text() for text in ax.texts]


def test_every_kind_has_its_own_marker():
    ax = speakers(SPEAKERS)
    shapes = {str(points.get_paths()[0].vertices.tolist()) for points in ax.collections[1:]}
    assert len(shapes) == 4
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["person", "organisation", "group", "document"]


def test_the_finding_is_told_in_numbers():
    assert speakers(SPEAKERS).get_label() == (
        "Vela Orm is quoted most, 1,200 times in 90 documents, 60% of the 2,000 quotations with a named speaker; "
        "next comes Ministry of Water with 300, of 4 speakers."
    )


def test_bars_are_as_long_as_the_counts():
    ax = cues(CUES)
    assert [bar.get_width() for bar in ax.patches] == [3, 1]
    assert [text.get_text() for text in ax.texts] == ["3 (75%)", "1 (25%)"]


def test_given_axes_are_used_and_only_fifteen_rows_drawn():
    import matplotlib.pyplot as plt

    _, ax = plt.subplots()
    many = pd.concat([SPEAKERS] * 5, ignore_index=True)
    assert speakers(many, ax=ax) is ax
    assert len(ax.get_yticks()) == 15


def test_empty_tables_are_drawn_as_such():
    assert speakers(tables.empty("speakers")).get_label() == "No speaker is named."
    assert cues(tables.empty("cues")).get_label() == "No quotation has a reporting phrase."


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="cues has no column share"):
        cues(CUES.drop(columns="share"))


def test_the_table_is_unchanged():
    before = SPEAKERS.copy(deep=True)
    speakers(SPEAKERS)
    pd.testing.assert_frame_equal(SPEAKERS, before)
