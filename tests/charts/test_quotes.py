"""The charts of speakers, voices and cues."""

import itertools

import matplotlib as mpl
import pandas as pd
import pytest

from mediastudy.charts.cues import cues
from mediastudy.charts.speakers import speakers
from mediastudy.charts.voices import voices

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
STANCES = pd.DataFrame(
    {
        "outlet": ["Post", "Post", "Post", "Echo", "Echo", None],
        "cue": ["said", "urged", "praised", "said", "claimed", "said"],
        "quotes": [60, 20, 20, 30, 10, 4],
        "share": [0.6, 0.2, 0.2, 0.75, 0.25, 1.0],
        "stance": ["neutral", "directive", None, "neutral", "doubting", "neutral"],
    }
)
VOICES = pd.DataFrame(
    {
        "speaker": ["Vela Orm", None, "Bel Tarn"],
        "quotes": [60, 30, 10],
        "share": [0.6, 0.3, 0.1],
        "share_low": [0.5, 0.2, 0.05],
        "share_high": [0.7, 0.4, 0.2],
        "word_share": [0.7, 0.2, 0.1],
        "word_share_low": [0.6, 0.1, 0.05],
        "word_share_high": [0.8, 0.3, 0.2],
    }
)


@pytest.fixture(autouse=True)
def _closed():
    yield
    import matplotlib.pyplot as plt

    plt.close("all")


def names(ax):
    return [label.get_text() for label in ax.get_yticklabels()]


def key(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_speakers_are_named_from_the_top_and_numbered():
    ax = speakers(SPEAKERS)
    assert names(ax) == SPEAKERS["speaker"].tolist()
    assert ax.get_ylim()[0] > ax.get_ylim()[1]
    assert "1,200" in texts(ax)


def test_every_kind_has_its_own_marker():
    ax = speakers(SPEAKERS)
    shapes = {str(points.get_paths()[0].vertices.tolist()) for points in ax.collections[1:]}
    assert len(shapes) == 4
    assert key(ax) == ["person", "organisation", "group", "document"]


def test_the_finding_of_speakers_is_told_in_numbers():
    assert speakers(SPEAKERS).get_label() == (
        "Vela Orm is quoted most, 1,200 times in 90 documents, 60% of the 2,000 quotations with a named speaker; "
        "next comes Ministry of Water with 300, of 4 speakers."
    )


def test_bars_of_cues_are_as_long_as_the_counts():
    ax = cues(CUES)
    assert [bar.get_width() for bar in ax.patches] == [3, 1]
    assert texts(ax) == ["3 (75%)", "1 (25%)"]


def test_cues_with_stances_differ_in_pattern_and_have_a_key():
    ax = cues(CUES.assign(stance=["neutral", "directive"]))
    assert key(ax) == ["neutral", "directive"]
    assert len({bar.get_hatch() for bar in ax.patches}) == 2
    assert ax.get_label() == (
        'The commonest reporting phrase is "said", 3 of 4 quotations with one (75%). Stances of 4 quotations: '
        "neutral 75.0%, assertive 0.0%, doubting 0.0%, directive 25.0%, no stance 0.0%."
    )


def test_cues_by_outlet_are_drawn_as_stances_of_each_outlet():
    ax = cues(STANCES)
    assert names(ax) == ["Post", "Echo", "unknown"]
    assert key(ax) == ["neutral", "assertive", "doubting", "directive", "no stance"]
    widths = [round(bar.get_width(), 2) for bar in ax.patches]
    assert widths[:3] == [0.6, 0.75, 1.0]
    assert sum(widths) == pytest.approx(3.0)
    assert {"60%", "20%", "75%", "25%", "100%"} <= set(texts(ax))
    assert ax.get_label().endswith("Doubting ones are most common for Echo (25.0%).")


def test_stances_can_be_told_apart_in_grey():
    ax = cues(STANCES)
    looks = {}
    for bars in ax.containers:
        red, green, blue, _ = bars.patches[0].get_facecolor()
        looks[bars.get_label()] = round(0.299 * red + 0.587 * green + 0.114 * blue, 2), bars.patches[0].get_hatch()
    plain = sorted(grey for grey, hatch in looks.values() if not hatch)
    assert len(set(looks.values())) == 5
    assert min(b - a for a, b in itertools.pairwise(plain)) > 0.1


def test_voices_have_a_mark_for_quotations_and_one_for_words_with_their_intervals():
    ax = voices(VOICES)
    assert names(ax) == ["Vela Orm", "no named speaker", "Bel Tarn"]
    assert key(ax) == ["of quotations", "of words"]
    assert [round(x, 2) for x, _ in ax.collections[1].get_offsets()] == [0.6, 0.3, 0.1]
    assert [round(x, 2) for x in ax.collections[0].get_segments()[0][:, 0]] == [0.5, 0.7]
    assert texts(ax) == ["60", "30", "10"]


def test_the_finding_of_voices_is_told_in_numbers():
    assert voices(VOICES).get_label() == (
        "Of 100 quotations, Vela Orm has 60% (95 % interval 50 to 70%) and 70% of the words. 30% have no named speaker."
    )


def test_voices_of_groups_have_a_mark_each():
    both = pd.concat([VOICES.assign(outlet="Post"), VOICES.assign(outlet="Echo")], ignore_index=True)
    ax = voices(both[["outlet", *VOICES]])
    assert key(ax) == ["Post (100 quotations)", "Echo (100 quotations)"]
    shapes = {str(ax.collections[place].get_paths()[0].vertices.tolist()) for place in (1, 3)}
    assert len(shapes) == 2
    assert ax.get_label().startswith("Of 200 quotations: in Post (100 quotations), Vela Orm has 60%")


def test_more_groups_than_can_be_told_apart_are_refused():
    many = pd.concat([VOICES.assign(outlet=name) for name in "abcdef"])[["outlet", *VOICES]]
    with pytest.raises(ValueError, match="holds 6 groups; 5 can be told apart"):
        voices(many)


def test_a_share_without_an_interval_is_told_so():
    row = VOICES.head(1).assign(share_low=None, share_high=None, word_share_low=None, word_share_high=None)
    assert "60% (one document only)" in voices(row.astype({"share_low": float, "share_high": float})).get_label()


def test_given_axes_are_used_and_only_fifteen_rows_drawn():
    import matplotlib.pyplot as plt

    _, ax = plt.subplots()
    many = pd.concat([SPEAKERS] * 5, ignore_index=True)
    assert speakers(many, ax=ax) is ax
    assert len(ax.get_yticks()) == 15
    _, ax = plt.subplots()
    many = pd.concat([VOICES.assign(speaker=f"Orm {place}") for place in range(20)], ignore_index=True)
    assert voices(many, ax=ax) is ax
    assert len(ax.get_yticks()) == 15


def test_empty_tables_are_drawn_as_such():
    assert speakers(SPEAKERS.head(0)).get_label() == "No speaker is named."
    assert cues(CUES.head(0)).get_label() == "No quotation has a reporting phrase."
    assert cues(STANCES.head(0)).get_label() == "No quotation has a reporting phrase."
    assert voices(VOICES.head(0)).get_label() == "No quotation is counted."


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="cues has no column share"):
        cues(CUES.drop(columns="share"))
    with pytest.raises(ValueError, match="voices has no column word_share"):
        voices(VOICES.drop(columns="word_share"))
    with pytest.raises(ValueError, match="no column of voices before quotes"):
        voices(VOICES.drop(columns="speaker"))


@pytest.mark.parametrize(("chart", "table"), [(speakers, SPEAKERS), (cues, STANCES), (voices, VOICES)])
def test_the_table_is_unchanged_and_nothing_is_written_outside_the_figure(chart, table):
    before = table.copy(deep=True)
    ax = chart(table)
    pd.testing.assert_frame_equal(table, before)
    ax.figure.canvas.draw()
    written = [*ax.texts, *ax.get_yticklabels(), ax.xaxis.label, *ax.get_legend().get_texts()]
    for text in written:
        box = text.get_window_extent()
        assert ax.figure.bbox.x0 <= box.x0 <= box.x1 <= ax.figure.bbox.x1
