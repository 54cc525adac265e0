"""A timeline to point at: each point's numbers and the sentences behind it, in JupyterLab, a report or a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mediastudy import storage
from mediastudy.timelines.viewing.drawing import picture
from mediastudy.timelines.viewing.hypertext import fragment, whole
from mediastudy.timelines.viewing.points import Series, series
from mediastudy.timelines.viewing.sentences import Sentences, sentences
from mediastudy.timelines.viewing.wording import counted, finding

if TYPE_CHECKING:
    import pandas as pd

    from mediastudy.corpus import Corpus
    from mediastudy.corpus.phrases import Phrases

_SUFFIXES: Final = (".html", ".htm")


@dataclass(frozen=True, repr=False)
class TimelineView:
    """A timeline with the sentences behind its points; a notebook shows it, ``reports.figure`` numbers it.

    Examples
    --------
    >>> print(TimelineView(Series([], [], "million tokens", None), Sentences({}, 20)))
    The timeline is empty: no document belongs to a period.
    """

    series: Series
    sentences: Sentences

    @property
    def alt(self) -> str:
        """What the view shows, in one sentence with its numbers."""
        return finding(self.series)

    def save(self, path: str | Path) -> Path:
        """The path, once the view stands there whole as an HTML file that needs no other.

        Raises
        ------
        ValueError
            If the name doesn't end in .html or .htm.

        Examples
        --------
        >>> import tempfile
        >>> view = TimelineView(Series([], [], "million tokens", None), Sentences({}, 20))
        >>> view.save(Path(tempfile.mkdtemp()) / "view.html").name
        'view.html'
        """
        path = Path(path)
        if path.suffix.lower() not in _SUFFIXES:
            message = f"{path.name}: a timeline view is saved as HTML; give a name that ends in .html."
            raise ValueError(message)
        with storage.replacing(path) as draft:
            draft.write_text(whole(self.series, self.sentences), encoding="utf-8", newline="\n")
        return path

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        """The view for a notebook, its picture for paper, and what a report needs to know of both."""
        bundle = {
            "text/html": fragment(self.series, self.sentences),
            "image/svg+xml": picture(self.series),
            "text/plain": repr(self),
        }
        # The names under which mediastudy.reports looks for a figure's words; "live" says that the HTML may be shown.
        told = {"kind": "figure", "label": "", "caption": "", "alt": self.alt, "live": "yes"}
        return bundle, {"mediastudy": told}

    def __str__(self) -> str:
        return self.alt

    def __repr__(self) -> str:
        lines = counted(len(self.series.lines), "line")
        points = counted(sum(len(line.points) for line in self.series.lines), "point")
        held = counted(sum(map(len, self.sentences.behind.values())), "sentence")
        return f"TimelineView of {lines} with {points} and {held}"


def timeline_view(timeline: pd.DataFrame, corpus: Corpus, phrases: Phrases, *, lines: int = 20) -> TimelineView:
    """A timeline as a chart to point at: a point shows its numbers, and when chosen the sentences behind it.

    It needs no network and no script: it works in JupyterLab, in an exported report, and in a file made by ``save``. In
    a PDF it is a picture. Arrow keys go from point to point, and each tells its numbers to a screen reader. Rates are
    drawn with their 95 % intervals, as a band where there is one line or more than 60 periods, as strokes otherwise;
    periods that no line covers are shaded. Only whole phrases are drawn, unless the table holds variants alone.

    Parameters
    ----------
    timeline
        Table made by :func:`mediastudy.timeline`, or rows picked from it, for up to seven phrases and groups and 2,000
        points.
    corpus, phrases
        What the timeline was made of.
    lines
        Sentences to hold for each point, drawn at random (the same ones each time) where it has more hits. The whole
        view holds at most 4,000; where that is too few, each point gets fewer, and the view says so.

    Returns
    -------
    TimelineView
        A notebook shows it, :func:`mediastudy.reports.figure` gives it a number and a caption, ``save`` writes an HTML
        file, ``print`` tells its finding in words.

    Raises
    ------
    ValueError
        If the table lacks a column, holds too much to show, ``lines`` is less than 1, or the corpus and the phrases
        give other counts than the timeline.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus
    >>> from mediastudy.timelines import timeline
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": ["Aid came."], "date": ["1994-03-05"]}))
    >>> timeline_view(timeline(corpus, "aid"), corpus, "aid")
    TimelineView of 1 line with 1 point and 1 sentence
    """
    if lines < 1:
        message = f"lines must be at least 1, not {lines}."
        raise ValueError(message)
    drawn = series(timeline)
    return TimelineView(drawn, sentences(corpus, phrases, drawn, lines=lines))
