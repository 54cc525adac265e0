"""Lines that an outlet prints around many articles: furniture that nobody listed, found because it comes again.

A line is taken for furniture only if it stands at the edge of at least three texts and of one in ten of the outlet's,
if those texts are no copies of one story, and if the lines next to it differ. Transcripts, short sentences and
sentences said to listeners are never taken, and no text is ever taken whole.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pandas as pd

from mediastudy.documents.parts.edges import HEAD, TAIL, could_be_furniture, edges_of, tell_different_stories
from mediastudy.documents.parts.pieces import GAP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS: Final = {
    "outlet": "str",
    "line": "str",
    "place": "str",
    "documents": "int64",
    "share": "float64",
    "first": "str",
    "last": "str",
}
KIND: Final = "repeated"
_FEWEST: Final = 3
_SHARE: Final = 0.1
_DIFFERENT: Final = 0.6


class _Line(NamedTuple):
    """A line at the edge of an outlet's texts."""

    place: str
    text: str


def repeated_lines(documents: pd.DataFrame) -> pd.DataFrame:
    r"""Lines at the edges of texts that come again in many texts of an outlet, so that they must be the site's.

    Parameters
    ----------
    documents
        A documents table with ``document``, ``outlet`` and ``text``, and ``date`` if there is one: articles from
        pages and plain texts only.

    Returns
    -------
    DataFrame
        One row a line: ``outlet`` · ``line`` · ``place`` (``head`` or ``tail``) · ``documents`` (texts of the outlet
        with it there) · ``share`` (of the outlet's texts) · ``first``, ``last`` (the earliest and the latest of them).

    Examples
    --------
    >>> bodies = ["Ships came in at noon on Monday.", "Heavy rain fell for three days.", "The mayor opened a school."]
    >>> texts = [f"{body}\n\nCoast Daily reader service" for body in bodies]
    >>> frame = pd.DataFrame({"document": list("abc"), "outlet": "Coast Daily", "text": texts})
    >>> repeated_lines(frame)[["line", "place", "documents", "first", "last"]].values.tolist()
    [['Coast Daily reader service', 'tail', 3, 'a', 'c']]
    """
    rows: list[dict[str, Any]] = []
    dated = documents.sort_values("date", kind="stable") if "date" in documents else documents
    for outlet, group in dated.groupby("outlet", sort=True, dropna=True):
        texts = [str(text).split(GAP) for text in group["text"].array]
        for line, places in _furniture(texts).items():
            names = group["document"].iloc[places]
            row = {"line": line.text, "place": line.place, "documents": len(places), "share": len(places) / len(texts)}
            rows.append({"outlet": outlet, **row, "first": names.iloc[0], "last": names.iloc[-1]})
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _furniture(texts: Sequence[Sequence[str]]) -> dict[_Line, list[int]]:
    """The lines of one outlet's texts that are its site's, and the texts in which each stands."""
    where: dict[_Line, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        for place, line in dict.fromkeys(edges_of(text)):
            where[_Line(place, line)].append(at)
    fewest = max(_FEWEST, _SHARE * len(texts))
    often = {line: at for line, at in where.items() if len(at) >= fewest and could_be_furniture(line.text)}
    common = frozenset(line.text for line in often)
    return {line: places for line, places in often.items() if _stands_apart(line, [texts[at] for at in places], common)}


def _stands_apart(line: _Line, texts: Sequence[Sequence[str]], common: frozenset[str]) -> bool:
    """Whether the texts with a line are different stories, and the lines next to it differ."""
    share = tell_different_stories(texts, common)
    neighbours = {_neighbour(line, text, common) for text in texts} - {None}
    enough = max(_FEWEST, _DIFFERENT * len(texts))
    return share >= _DIFFERENT and share * len(texts) >= _FEWEST and len(neighbours) >= enough


def _neighbour(line: _Line, text: Sequence[str], common: frozenset[str]) -> str | None:
    """The nearest line towards the middle that is not itself common, or None."""
    at = text.index(line.text) if line.place == HEAD else len(text) - 1 - text[::-1].index(line.text)
    inwards = text[at + 1 :] if line.place == HEAD else text[:at][::-1]
    return next((other for other in inwards if other not in common), None)


def without_repeated(
    documents: pd.DataFrame, removals: pd.DataFrame, *, among: Sequence[bool] | None = None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    r"""The documents without the lines that come again at the edges of their outlet's texts, and all removals.

    Parameters
    ----------
    documents
        A documents table; it is not changed.
    removals
        The removals table of these documents, with ``at``; the places are those in the new texts.
    among
        Which rows come from pages and plain texts; the others (tables, databases' exports) are neither looked at nor
        changed. Without it, all rows are looked at.

    Returns
    -------
    tuple of DataFrame
        The documents, and the removals with a row of the kind ``repeated`` for every line taken out.

    Examples
    --------
    >>> bodies = ["Ships came in at noon on Monday.", "Heavy rain fell for three days.", "The mayor opened a school."]
    >>> texts = [f"{body}\n\nCoast Daily reader service" for body in bodies]
    >>> frame = pd.DataFrame({"document": list("abc"), "outlet": "Coast Daily", "text": texts})
    >>> kept, removals = without_repeated(frame, pd.DataFrame(columns=["document", "kind", "text", "at", "order"]))
    >>> kept["text"].tolist() == bodies, removals[["kind", "at"]].values.tolist()
    (True, [['repeated', 32], ['repeated', 31], ['repeated', 26]])
    """
    chosen = documents if among is None else documents.loc[pd.Series(list(among), index=documents.index, dtype=bool)]
    lines = repeated_lines(chosen)
    found: dict[str, set[_Line]] = defaultdict(set)
    for outlet, place, line in zip(lines["outlet"].array, lines["place"].array, lines["line"].array, strict=True):
        found[outlet].add(_Line(place, line))
    cuts = {
        row: cut
        for row, outlet, text in zip(chosen.index, chosen["outlet"].array, chosen["text"].array, strict=True)
        if isinstance(outlet, str) and (cut := _cut(str(text).split(GAP), found.get(outlet, set())))
    }
    return _shortened(documents, removals, cuts)


def _cut(text: Sequence[str], lines: set[_Line]) -> tuple[int, int] | None:
    """How many paragraphs are repeated from the start and up to the end, or None if none, or all, are."""
    start, end = 0, len(text)
    while start < end and _Line(HEAD, text[start]) in lines:
        start += 1
    while end > start and _Line(TAIL, text[end - 1]) in lines:
        end -= 1
    return (start, end) if start < end and end - start < len(text) and edges_of(text) else None


def _shortened(
    documents: pd.DataFrame, removals: pd.DataFrame, cuts: Mapping[Any, tuple[int, int]]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The two tables with the texts cut and the places of the removals moved."""
    if not cuts:
        return documents.reset_index(drop=True), removals.reset_index(drop=True)
    texts = documents["text"].copy()
    of_document = dict(tuple(removals.groupby("document", sort=False)))
    parts = []
    for row, name in zip(documents.index, documents["document"].array, strict=True):
        taken = of_document.get(name)
        if row in cuts:
            texts[row], taken = _moved(str(documents.loc[row, "text"]), cuts[row], taken, str(name))
        if taken is not None:
            parts.append(taken)
    moved = pd.concat(parts, ignore_index=True).reindex(columns=removals.columns)
    dtypes = {column: dtype for column, dtype in removals.dtypes.items() if len(removals)}
    return documents.assign(text=texts).reset_index(drop=True), moved.astype(dtypes)


def _moved(text: str, cut: tuple[int, int], taken: pd.DataFrame | None, document: str) -> tuple[str, pd.DataFrame]:
    """One text without its first and last paragraphs, and its removals at their new places."""
    paragraphs = text.split(GAP)
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + len(GAP))
    places = [place for place in range(len(paragraphs)) if not cut[0] <= place < cut[1]]
    new = pd.DataFrame(
        {"document": document, "kind": KIND, "text": [paragraphs[place] for place in places],
         "at": [starts[place] for place in places], "late": 1, "order": range(len(places))}
    )  # fmt: skip
    old = [taken.assign(late=0)] if taken is not None else []
    short = GAP.join(paragraphs[cut[0] : cut[1]])
    rows = pd.concat([*old, new], ignore_index=True)
    rows = rows.assign(at=rows["at"].astype("Int64").fillna(0)).sort_values(["at", "late", "order"], kind="stable")
    at = (rows["at"] - starts[cut[0]]).clip(0, len(short)).astype("int64")
    return short, rows.assign(at=at, order=range(len(rows))).drop(columns="late")
