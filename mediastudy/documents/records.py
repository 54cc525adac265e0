"""What a reader hands over: articles taken from pages and texts, or a table of documents as it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd


class Problem(NamedTuple):
    """One thing that was not read as hoped: where, its short stable name, and what was done."""

    place: str
    problem: str
    detail: str


class Piece(NamedTuple):
    """One piece taken out of a raw article: its kind, its repaired text, and where it stood.

    ``at`` is the offset in the article's text before which it stood: the length of the text for what followed it,
    None for what a database prints apart from it. Pieces of one place come in their order. A piece cut from within
    a paragraph keeps the space between it and the rest; every other one had lines of its own.
    """

    kind: str
    text: str
    at: int | None = None


class Source(NamedTuple):
    """One raw file as readers see it: its name, its suffix without ``.gz``, its bytes (unpacked)."""

    name: str
    suffix: str
    data: bytes


class Article(NamedTuple):
    """One article: columns of documents, the pieces taken out, the problems met.

    ``verbatim`` says that a database told its body apart, so that nothing of it was or will be taken out.
    """

    fields: dict[str, Any]
    pieces: list[Piece]
    problems: list[Problem]
    verbatim: bool = False


class Articles(NamedTuple):
    """The articles of a file, with what the file says of itself.

    ``announced`` is how many articles it says it holds (None if it does not say), ``broken`` how many records could
    not be read, ``interface`` the language of the program that wrote it (``de``), where that shows. ``places`` says
    where each article stood; without it they are numbered.
    """

    articles: list[Article]
    problems: list[Problem]
    announced: int | None = None
    broken: int = 0
    interface: str | None = None
    places: Sequence[str] | None = None


class Table(NamedTuple):
    """A documents file: one row an article, its columns under their own names, its texts verbatim.

    ``places`` says where each row stood (``line 12``); ``broken`` counts records that could not be read.
    """

    frame: pd.DataFrame
    places: list[str]
    problems: list[Problem]
    broken: int = 0
