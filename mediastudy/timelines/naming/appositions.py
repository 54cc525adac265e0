"""Names that a text itself sets beside another: "X, also known as Y", "X (Y)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from mediastudy.corpus import Hits, spans, tokenizer
from mediastudy.corpus.ngrams import joined
from mediastudy.corpus.tokenizer import HAN, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.corpus import Corpus

# Hits looked at, evenly spread over the corpus.
MOST: Final = 5_000
_REACH: Final = 120
_WORDS: Final = 6
_WHEN: Final = r"(?:also|formerly|previously|originally|once|now|then|otherwise|commonly|officially|better|later)\s+"
_SAID: Final = rf"(?:{_WHEN})*(?:known\s+as|called|named|renamed(?:\s+as)?|referred\s+to\s+as)"
_BARE: Final = r"(?:formerly|previously|once|now|or|alias|a\.?k\.?a\.?|i\.e\.)(?:\s+the)?"
_HAN_SAID: Final = "(?:又称|也称|亦称|简称|俗称|原名|原称|曾称|改称|改名为|更名为|现称|旧称|即)(?:为)?"
_SAYING: Final = rf"(?:{_SAID}\s+|{_BARE}\s+|{_HAN_SAID}|)"
_ARTICLE: Final = r"(?:the\s+)?[\"“‘'「《]?"
_NAME: Final = r"([^()（）\[\],，、.。;；:：!?“”\"‘「」《》\n—]{2,80})"
_BRACKET: Final = re.compile(rf"\s*[(（]\s*{_SAYING}{_ARTICLE}{_NAME}[^()（）]{{0,2}}[)）]", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"(?:\s*,\s*(?:or\s+)?{_SAID}\s+|\s+(?:was|were|is|are|being|been)\s+{_SAID}\s+|\s*,\s*(?:formerly|once|now)\s+"
    rf"|\s*[，,]?\s*{_HAN_SAID}){_ARTICLE}{_NAME}",
    re.IGNORECASE,
)
_IN_BRACKET: Final = re.compile(rf"{_NAME}\s*[(（]\s*{_SAYING}{_ARTICLE}$", re.IGNORECASE)
_BEFORE: Final = re.compile(
    rf"{_NAME}(?:,?\s+(?:was\s+|were\s+|is\s+|are\s+)?{_SAID}\s+|,\s*(?:formerly|once|now)\s+|[，,]?\s*{_HAN_SAID}){_ARTICLE}$",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"[\"”’'」》]?\s*[)）]")
_LINKS: Final = frozenset(("of", "and", "for", "the", "de"))
# Words that are capital at the head of a sentence and begin no name.
_OUTSIDE: Final = frozenset(("in", "on", "at", "by", "from", "to", "but", "as", "a", "an"))
_HAN_ONLY: Final = re.compile(f"[{HAN}]+")


class Apposition(NamedTuple):
    """A name set beside a hit: its types joined as in a candidate, and where it stands."""

    name: str
    document: int
    start: int
    end: int


def appositions(corpus: Corpus, hits: Hits) -> Iterator[Apposition]:
    """The names that stand in apposition to the hits, in order of the text.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.corpus import Corpus, match
    >>> text = "Velatown, formerly known as Port Orlo, is dry. The Wells Bureau (WB) saw Port Orlo."
    >>> corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": [text]}))
    >>> [found.name for found in appositions(corpus, match(corpus, "Port Orlo"))]
    ['velatown']
    >>> [found.name for found in appositions(corpus, match(corpus, "Wells Bureau"))]
    ['wb']
    """
    if len(hits.start) > MOST:
        chosen = np.linspace(0, len(hits.start) - 1, MOST).astype(np.int64)
        hits = Hits(*(part[chosen] for part in hits))
    texts: Any = corpus.everything["text"].array
    starts, ends = spans(corpus, hits)
    for number, start, end in zip(hits.document.tolist(), starts.tolist(), ends.tolist(), strict=True):
        for first, last in _beside(texts[corpus.rows[number]], start, end):
            name = _joined(texts[corpus.rows[number]][first:last])
            if name:
                yield Apposition(name, number, first, last)


def _beside(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the names beside one hit."""
    for pattern in (_BRACKET, _AFTER):
        if found := pattern.match(text, end, end + _REACH):
            yield _leading(text, *found.span(1), whole=pattern is _BRACKET)
            break
    before = max(0, start - _REACH)
    for pattern in (_IN_BRACKET, _BEFORE) if _CLOSED.match(text, end) else (_BEFORE,):
        if found := pattern.search(text[before:start]):
            yield _trailing(text, before + found.start(1), before + found.end(1))
            break


def _tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the tokens in a piece of text."""
    return [(start + first, start + last) for first, last in tokenizer.spans(text[start:end])]


def _is_name(word: str) -> bool:
    """Whether a word may begin or end a name."""
    return (word[0].isupper() or word[0].isdigit()) and word.lower() not in _LINKS | _OUTSIDE


def _leading(text: str, start: int, end: int, *, whole: bool) -> tuple[int, int]:
    """The name that a piece of text begins with: all of it if that is short, or its capitalised words."""
    tokens = _tokens(text, start, end)
    if _HAN_ONLY.fullmatch(text[start:end].strip()) or (whole and len(tokens) <= _WORDS):
        return start, end
    kept = 0
    for place, (first, last) in enumerate(tokens[:_WORDS]):
        if _is_name(text[first:last]):
            kept = place + 1
        elif text[first:last].lower() not in _LINKS:
            break
    return (tokens[0][0], tokens[kept - 1][1]) if kept else (start, start)


def _trailing(text: str, start: int, end: int) -> tuple[int, int]:
    """The name that a piece of text ends with: its last capitalised words, or the run of Chinese."""
    tokens = _tokens(text, start, end)
    if tokens and _HAN_ONLY.fullmatch(text[tokens[-1][0] : tokens[-1][1]]):
        return start, end
    kept = len(tokens)
    for place in range(len(tokens) - 1, max(len(tokens) - _WORDS, 0) - 1, -1):
        first, last = tokens[place]
        if _is_name(text[first:last]):
            kept = place
        elif text[first:last].lower() not in _LINKS:
            break
    return (tokens[kept][0], tokens[-1][1]) if kept < len(tokens) else (start, start)


def _joined(piece: str) -> str | None:
    """The types of a piece of text as a candidate is written, None where there is no name."""
    types = [fold(piece[first:last]) for first, last in tokenizer.spans(piece)]
    if not any(letter.isalpha() for word in types for letter in word):
        return None
    return joined(types, np.arange(len(types))[None, :])[0]
