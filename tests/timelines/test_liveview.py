import sys
import types

import pandas as pd
import pytest
import traitlets

from mediastudy import timelines
from mediastudy.corpus import Corpus
from mediastudy.timelines.liveview import answer, live_timeline
from mediastudy.timelines.timelineview import timeline_view

CORPUS = Corpus.build(
    pd.DataFrame({"document": ["a", "b"], "date": ["1994-03-05", "1995-01-01"], "text": ["Aid, aid, aid.", "No."]})
)


class Widget(traitlets.HasTraits):
    """What the live view needs of anywidget, without a browser."""

    def __init__(self, **given):
        super().__init__(**given)
        self.told, self.asked = [], None

    def _repr_mimebundle_(self, **_):
        return {"application/vnd.jupyter.widget-view+json": {"model_id": "m"}, "text/plain": "widget"}, {}

    def on_msg(self, callback):
        self.asked = callback

    def send(self, content):
        self.told.append(content)


@pytest.fixture
def library(monkeypatch):
    module = types.ModuleType("anywidget")
    module.AnyWidget = Widget
    monkeypatch.setitem(sys.modules, "anywidget", module)


def live(**options):
    return live_timeline(timelines.timeline(CORPUS, "aid"), CORPUS, "aid", **options)


@pytest.mark.usefixtures("library")
def test_a_chosen_point_gets_all_its_sentences():
    widget = live(lines=1)
    assert widget.markup.count("<li>") == 1
    widget.asked(widget, {"point": "0-0"}, [])
    assert widget.told[0]["point"] == "0-0"
    assert widget.told[0]["panel"].count("<li>") == 3
    assert "drawn at random" not in widget.told[0]["panel"]


@pytest.mark.usefixtures("library")
def test_a_point_without_hits_has_no_sentence():
    widget = live()
    widget.asked(widget, {"point": "0-1"}, [])
    assert "No sentence." in widget.told[0]["panel"]


@pytest.mark.usefixtures("library")
def test_the_view_stands_beside_the_widget_for_where_there_is_no_kernel():
    bundle, told = live()._repr_mimebundle_()
    view, meta = timeline_view(timelines.timeline(CORPUS, "aid"), CORPUS, "aid")._repr_mimebundle_()
    assert set(bundle) == {"application/vnd.jupyter.widget-view+json", "text/html", "image/svg+xml", "text/plain"}
    assert bundle["text/html"] == view["text/html"]
    assert told == meta


@pytest.mark.parametrize("asked", [{"point": "9-9"}, {"point": "0-0'\">"}, {}, None, "0-0"])
def test_any_other_message_is_answered_by_nothing(asked):
    view = timeline_view(timelines.timeline(CORPUS, "aid"), CORPUS, "aid")
    assert answer(view, CORPUS, "aid", asked) == {}


def test_without_anywidget_it_says_what_needs_nothing(monkeypatch):
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(ModuleNotFoundError, match=r"show timeline_view\(\.\.\.\)"):
        live()


def test_the_real_library_makes_a_widget():
    pytest.importorskip("anywidget")
    assert "application/vnd.jupyter.widget-view+json" in live()._repr_mimebundle_()[0]
