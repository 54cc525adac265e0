"""Texts to drafts by the network, the rules' drafts being its hints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.quotes.drafts import Draft
from mediastudy.quotes.tagging.confidence import Scale
from mediastudy.quotes.tagging.decoding import decode
from mediastudy.quotes.tagging.hints import hints
from mediastudy.quotes.tagging.linking import Attribution, Fragment, linked
from mediastudy.quotes.tagging.pieces import Pieces, Words
from mediastudy.quotes.tagging.session import Scored, Session, Tagged, window
from mediastudy.quotes.tagging.windows import cuts, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mediastudy.quotes.drafts import Span

MODEL: Final = Path(__file__).parent.parent / "model"
_STOPS: Final = ".,;:"
_SURE: Final = 0.5
_TOGETHER: Final = 64


class Article(NamedTuple):
    """A text with its words."""

    text: str
    words: Words


class Tagger:
    """The network with its tokenizer, opened once and used for many texts."""

    def __init__(self, folder: Path = MODEL, *, threads: int = 0) -> None:
        """Open the model's folder; ``threads`` is how many cores it may use, 0 all of them."""
        self._pieces = Pieces(folder / "tokenizer.json")
        self._session = Session(folder, threads)
        self._scale = Scale.read(folder / "confidence.json")

    def drafts(self, texts: Sequence[str], hinted: Sequence[Sequence[Draft]]) -> list[list[Draft]]:
        """The quotations of each text, in the order of their contents.

        ``hinted`` are the drafts that the rules found in each.
        """
        return [
            [draft_of(article, one, self._scale(one.certainty)) for one in found]
            for article, found in self.attributions(texts, hinted)
        ]

    def attributions(
        self, texts: Sequence[str], hinted: Sequence[Sequence[Draft]]
    ) -> list[tuple[Article, list[Attribution]]]:
        """Each text as an article, and its attributions."""
        articles = [Article(text, self._pieces.words(text)) for text in texts]
        cut = [windows(article.text, article.words) for article in articles]
        tagged = self._tagged(articles, cut, hinted)
        return [
            (article, linked([next(tagged) for _ in spans], cuts(article.text, article.words, spans)))
            for article, spans in zip(articles, cut, strict=True)
        ]

    def _tagged(
        self, articles: Sequence[Article], cut: Sequence[list[tuple[int, int]]], hinted: Sequence[Sequence[Draft]]
    ) -> Iterator[Tagged]:
        """All windows of the articles, one after the other, as the network sees them.

        They are decoded some at a time, for speed, and never all kept: the links of one take half a megabyte.
        """
        waiting: list[tuple[int, Scored]] = []
        for article, spans, drafts in zip(articles, cut, hinted, strict=True):
            codes = hints(article.text, article.words, drafts)
            for begin, end in spans:
                part = window(article.words, codes, begin, end, self._pieces)
                waiting.append((begin, self._session.run(part)))
                if len(waiting) == _TOGETHER:
                    yield from self._decoded(waiting)
                    waiting = []
        yield from self._decoded(waiting)

    def _decoded(self, waiting: Sequence[tuple[int, Scored]]) -> Iterator[Tagged]:
        """The windows, each given as its first word in the article and its scores, with their tags."""
        decoded = decode([one.tags for _, one in waiting], self._session.chain)
        for (begin, one), (tags, shares) in zip(waiting, decoded, strict=True):
            yield Tagged(begin, tags, shares, one.joins, one.sources, one.speech)


def draft_of(article: Article, found: Attribution, confidence: float | None) -> Draft:
    """The attribution as a draft, with offsets of characters."""
    cue, source = (_outer(article.words, part) for part in (found.cue, found.source))
    return Draft(
        tuple(_content(article, fragment) for fragment in found.content),
        cue,
        source,
        speech=found.speech >= _SURE,
        heir=cue is None and source is None,
        confidence=confidence,
    )


def _content(article: Article, fragment: Fragment) -> Span:
    """The characters of a content's fragment, without the stop that ends it outside of quotation marks."""
    first, last = fragment
    if last - first > 1 and article.text[article.words.starts[last - 1]] in _STOPS:
        last -= 1
    return int(article.words.starts[first]), int(article.words.ends[last - 1])


def _outer(words: Words, fragments: list[Fragment]) -> Span | None:
    """From the first character of the fragments to the last, None if there are none."""
    if not fragments:
        return None
    return int(words.starts[fragments[0][0]]), int(words.ends[fragments[-1][1] - 1])
