"""Every chart says what its articles are, if its table does."""

import functools
import inspect
import textwrap

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from mediastudy import charts, tables
from mediastudy.corpus import Corpus
from mediastudy.documents.sampling.flow import intake_flow
from mediastudy.quotes import cues, extract_quotes, speakers, voices
from mediastudy.terms import collocates, concordance, dispersion, frequencies, keywords
from mediastudy.timelines.timeline import timeline

NOTES = {frame: textwrap.fill(note, 62) for frame, note in tables.FRAME_NOTES.items()}
CHARTS = {name: getattr(charts, name) for name in charts.__all__}
TEXTS = [
    'Mayor Mara Okhai said the harbour would open. "At last," she said.',
    "The harbour strike ended, dockers said. Ships came to the harbour.",
    "Wool and aid came to the harbour.",
    "No ships came. The strike went on.",
]


def documents(frame=None):
    table = pd.DataFrame({"document": list("abcd"), "text": TEXTS, "outlet": ["Coast Daily", "Porto Alba Times"] * 2})
    table = table.assign(date=pd.to_datetime(["1994-03-05", "1995-03-05", "1996-03-05", "1996-04-05"]))
    table.attrs = {"frame": frame} if frame else {}
    return table


def stated(frame, **columns):
    """A table of one year with these columns, made from documents with this frame."""
    table = pd.DataFrame({"period": pd.to_datetime(["1994-01-01"]), "phrase": "aid", "covered": True}).assign(**columns)
    table.attrs = {"frame": frame} if frame else {}
    return table


def share(name):
    return {name: 0.5, f"{name}_low": 0.25, f"{name}_high": 0.75}


def made_from_timelines(frame):
    """The tables that are made from timelines, in a row each."""
    ratio = {"event": 1, "label": "Summit", "ratio": 2.0, "ratio_low": 1.0, "ratio_high": 4.0}
    hits = {"variant": "aid", "hits": 3, "phrase_hits": 6, "documents": 9}
    return {
        "event_tests": stated(frame, **ratio, p=0.5, p_floor=0.1, warning=None),
        "placements": stated(frame, documents_with_hit=9, **share("title_share"), **share("lead_share")),
        "quoted_hits": stated(frame, documents_with_hit=9, **share("share")),
        "ratios": stated(frame, expression="a / b", value=0.5, low=0.25, high=0.75, documents=9),
        "renderings": stated(frame, **hits, **share("share")),
        "rendering_shares": stated(frame, **hits, **share("share")),
        "usage": stated(frame, **share("agreement")),
    }


@functools.cache
def tables(frame):
    """Each chart's table, made from documents with this frame."""
    given = documents(frame)
    corpus = Corpus.build(given)
    daily = given["outlet"].eq("Coast Daily")
    quotes = extract_quotes(given).quotes
    return {
        "collocates": collocates(corpus, "harbour", minimum=1),
        "concordance": concordance(corpus, "harbour"),
        "coverage": timeline(corpus, "harbour", by="outlet"),
        "cues": cues(quotes),
        "dispersion": dispersion(corpus),
        "frequencies": frequencies(corpus),
        "intake": intake_flow(pd.DataFrame({"found": [4]}), given),
        "keywords": keywords(corpus.where(daily), corpus.where(~daily), minimum=1, permutations=9),
        "speakers": speakers(quotes, given),
        "timeline": timeline(corpus, "harbour"),
        "timeline_map": timeline(corpus, "harbour", by="outlet"),
        "timeline_panels": timeline(corpus, "harbour", by="outlet"),
        "voices": voices(quotes, given),
        **made_from_timelines(frame),
    }


def written(ax):
    return "\n".join([ax.get_xlabel(), ax.get_ylabel(), *(text.get_text() for text in ax.texts)])


@pytest.mark.parametrize("frame", NOTES)
@pytest.mark.parametrize("name", tables(None))
def test_a_chart_of_a_declared_corpus_says_so_on_paper_and_in_its_sentence(name, frame):
    table = tables(frame)[name]
    assert table.attrs == {"frame": frame}
    ax = CHARTS[name](table)
    ax.figure.canvas.draw()
    assert written(ax).count(NOTES[frame]) == 1
    assert ax.get_label().endswith(" ".join(NOTES[frame].split()))


@pytest.mark.parametrize("name", tables(None))
def test_a_chart_of_a_plain_table_says_nothing_of_a_frame(name):
    table = tables(None)[name]
    assert table.attrs == {}
    ax = CHARTS[name](table)
    for note in NOTES.values():
        assert note.splitlines()[0] not in written(ax) + ax.get_label()
    assert "retrieved" not in written(ax)


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_wrapped_by_the_note(name):
    assert inspect.unwrap(CHARTS[name]) is not CHARTS[name]


@pytest.mark.parametrize(
    "name", ["timeline", "timeline_panels", "rendering_shares", "quoted_hits", "frequencies", "cues", "voices"]
)
def test_rates_and_shares_of_retrieved_articles_are_named_so_on_their_axis(name):
    def labels(frame):
        ax = CHARTS[name](tables(frame)[name])
        return ax.get_ylabel() + ax.get_xlabel()

    assert "among retrieved articles" in labels("query-selected")
    assert "among" not in labels("full")
    assert "among" not in labels(None)


@pytest.mark.parametrize("name", tables(None))
def test_the_note_lies_in_the_figure_and_below_the_axes(name):
    ax = CHARTS[name](tables("query-selected")[name])
    figure = ax.figure
    figure.canvas.draw()
    note = next(text for text in ax.texts if text.get_text() == NOTES["query-selected"]).get_window_extent()
    assert figure.bbox.x0 <= note.x0 < note.x1 <= figure.bbox.x1
    assert figure.bbox.y0 <= note.y0 < note.y1 <= ax.get_window_extent().y0


def test_drawing_twice_on_the_same_axes_writes_the_note_once():
    table = tables("full")["timeline"]
    _, ax = plt.subplots()
    size = ax.figure.get_size_inches().tolist()
    charts.timeline(table, ax=ax)
    charts.timeline(table, ax=ax)
    assert written(ax).count(NOTES["full"]) == 1
    assert ax.figure.get_size_inches().tolist() == size


def test_the_note_stands_below_the_key_of_events():
    day = pd.to_datetime(["1995-03-05"])
    events = pd.DataFrame({"event": [1], "first": day, "last": day, "label": ["Strike"]})
    ax = charts.timeline(tables("full")["timeline"], events=events)
    ax.figure.canvas.draw()
    key, note = (
        next(text for text in ax.texts if words in text.get_text()).get_window_extent()
        for words in ("Strike", NOTES["full"])
    )
    assert note.y1 <= key.y0 + 1
    assert note.y0 >= ax.figure.bbox.y0
