"""Copies planted in a corpus, with the truth about them: edited, cut, and merged texts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# The share of tokens that are replaced, lost, or followed by a new one, each as often as the others.
EDITED: Final = {"edited 2 %": 0.02, "edited 5 %": 0.05, "edited 10 %": 0.1, "edited 20 %": 0.2}
CUT: Final = "cut to 30-70 %"
MERGED: Final = "merged with another"
KINDS: Final = (*EDITED, CUT, MERGED)
# Tokens that a text needs to be copied, days after which a copy comes out at most, and those between two merged texts.
_SHORTEST: Final = 100
_LATEST: Final = 20
_APART: Final = 10
_NEIGHBOURS: Final = 200


class Planted(NamedTuple):
    """The documents with the copies among them, and for each copy its kind and the documents it was made of."""

    documents: pd.DataFrame
    truth: dict[str, tuple[str, tuple[str, ...]]]


def plant(documents: pd.DataFrame, *, each: int, seed: int = 1) -> Planted:
    """The dated documents with so many copies of each kind, each of a document of its own."""
    draw = random.Random(seed)  # noqa: S311 - nothing secret
    dated = documents.dropna(subset="date").sort_values(["date", "document"], ignore_index=True)
    sources = _sources(dated, draw)
    rows, truth = [], {}
    for kind in KINDS:
        for number in range(each):
            place = next(sources)
            made_of, words = _made(kind, dated, place, draw)
            name = f"copy-{KINDS.index(kind)}-{number:06}"
            later = pd.Timedelta(days=draw.randrange(_LATEST + 1))
            date = dated["date"].iloc[list(made_of)].max() + later
            rows.append({"document": name, "date": date, "outlet": "Copied Times", "text": " ".join(words)})
            truth[name] = kind, tuple(dated["document"].iloc[part] for part in made_of)
    return Planted(pd.concat([documents, pd.DataFrame(rows)], ignore_index=True), truth)


def _sources(dated: pd.DataFrame, draw: random.Random) -> Iterator[int]:
    """Places of documents that are long enough, each once."""
    places = list(range(len(dated)))
    draw.shuffle(places)
    return (place for place in places if len(dated["text"].iloc[place].split()) >= _SHORTEST)


def _made(kind: str, dated: pd.DataFrame, place: int, draw: random.Random) -> tuple[tuple[int, ...], list[str]]:
    """The places of the documents that a copy of a kind is made of, and its words."""
    words = dated["text"].iloc[place].split()
    if kind == CUT:
        kept = int(len(words) * draw.uniform(0.3, 0.7))
        start = draw.randrange(len(words) - kept + 1)
        return (place,), words[start : start + kept]
    if kind == MERGED:
        other = _beside(dated, place, draw)
        return (place, other), words + dated["text"].iloc[other].split()
    return (place,), _edited(words, EDITED[kind], draw)


def _edited(words: list[str], share: float, draw: random.Random) -> list[str]:
    """The words with a share of them edited; new words are words of the text."""
    found = []
    change: tuple[Callable[[str], list[str]], ...] = (
        lambda _: [draw.choice(words)],
        lambda word: [word, draw.choice(words)],
        lambda _: [],
    )
    for word in words:
        found += draw.choice(change)(word) if draw.random() < share else [word]
    return found


def _beside(dated: pd.DataFrame, place: int, draw: random.Random) -> int:
    """Another document of about the same time, or the next one."""
    near = range(max(place - _NEIGHBOURS, 0), min(place + _NEIGHBOURS, len(dated)))
    span = pd.Timedelta(days=_APART)
    fitting = [
        other
        for other in near
        if other != place
        and abs(dated["date"].iloc[other] - dated["date"].iloc[place]) <= span
        and len(dated["text"].iloc[other].split()) >= _SHORTEST
    ]
    return draw.choice(fitting) if fitting else (place + 1) % len(dated)
