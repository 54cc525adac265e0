"""A timeline view that asks the corpus for all sentences of a point; for JupyterLab with the library anywidget."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mediastudy.timelines.timelineview import timeline_view
from mediastudy.timelines.viewing.hypertext import panel
from mediastudy.timelines.viewing.sentences import MOST, sentences

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.phrases import Phrases
    from mediastudy.timelines.timelineview import TimelineView

_SCRIPT: Final = Path(__file__).parent / "viewing" / "live.js"


def live_timeline(timeline: pd.DataFrame, corpus: Corpus, phrases: Phrases, *, lines: int = 20) -> Any:
    """The view of :func:`mediastudy.timeline_view`, which fetches all sentences of a point once it is chosen.

    Where no kernel answers, as in an exported report, it is that view with its ``lines`` for each point.

    Parameters
    ----------
    timeline, corpus, phrases, lines
        As for :func:`mediastudy.timeline_view`.

    Returns
    -------
    anywidget.AnyWidget
        A notebook shows it, :func:`mediastudy.reports.figure` gives it a number and a caption.

    Raises
    ------
    ModuleNotFoundError
        If anywidget is not installed.
    ValueError
        As :func:`mediastudy.timeline_view` does.
    """
    view = timeline_view(timeline, corpus, phrases, lines=lines)
    return _widget(view, lambda asked: answer(view, corpus, phrases, asked))


def answer(view: TimelineView, corpus: Corpus, phrases: Phrases, asked: Any) -> dict[str, str]:
    """The point asked for with all its sentences as HTML, up to 4,000; nothing if there is no such point.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines import timeline
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid, aid."], "date": ["1994-03-05"]}))
    >>> view = timeline_view(timeline(corpus, "aid"), corpus, "aid", lines=1)
    >>> answer(view, corpus, "aid", {"point": "0-0"})["panel"].count("<li>")
    2
    >>> answer(view, corpus, "aid", {"point": "7-7"})
    {}
    """
    key = str(asked.get("point")) if isinstance(asked, dict) else ""
    for number, place in view.sentences.behind:
        if key == f"{number}-{place}":
            line = view.series.lines[number]
            point = line.points[place]
            alone = view.series._replace(lines=[line._replace(points=[point])])
            found = sentences(corpus, phrases, alone, lines=MOST)
            return {"point": key, "panel": panel(line, point, view.series.per, found.behind[0, 0])}
    return {}


def _widget(view: TimelineView, ask: Any) -> Any:
    """A widget that shows the view and passes on what its page asks."""
    library: Any = _library()
    import traitlets  # which anywidget brings along

    class LiveTimeline(library.AnyWidget):  # type: ignore[misc]
        """The view in a notebook whose kernel answers."""

        _esm = _SCRIPT.read_text(encoding="utf-8")
        markup = traitlets.Unicode("").tag(sync=True)
        alt = view.alt

        def _repr_mimebundle_(self, **given: Any) -> tuple[dict[str, Any], dict[str, Any]]:
            """The widget, and beside it the view for where there is no kernel."""
            bundle, told = view._repr_mimebundle_()
            shown = super()._repr_mimebundle_(**given)
            widget = shown[0] if isinstance(shown, tuple) else shown
            return {**(widget or {}), **bundle}, told

    made = LiveTimeline(markup=view._repr_mimebundle_()[0]["text/html"])
    made.on_msg(lambda _widget, content, _buffers: made.send(ask(content)))
    return made


def _library() -> Any:
    """The library anywidget."""
    try:
        return importlib.import_module("anywidget")
    except ModuleNotFoundError as error:
        message = "live_timeline needs anywidget; install it, or show timeline_view(...), which needs nothing."
        raise ModuleNotFoundError(message) from error
