"""Articles to the rows of their quotations and of the fragments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.quotes.finding import find_drafts
from mediastudy.quotes.kinds import kind_of
from mediastudy.quotes.resolving.resolution import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from mediastudy.quotes.drafts import Draft, Span
    from mediastudy.quotes.resolving.scene import Speaker

CHUNK: Final = 64
"""Articles that are worked on together: enough for a file of their own, little to lose when the work is killed."""
_JOIN: Final = " ... "
_CHINESE: Final = ("zh",)
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Half of a character, as broken text has it; no table can hold it."""

Row = dict[str, Any]


class Article(NamedTuple):
    """What is needed of a document; ``chinese`` is None where its language is not told."""

    document: str
    text: str
    title: str
    chinese: bool | None


class Rows(NamedTuple):
    """Rows of the tables quotes and quote_spans."""

    quotes: list[Row]
    quote_spans: list[Row]


def articles_of(documents: pd.DataFrame) -> Iterator[Article]:
    """The articles of a documents table, in order."""
    size = len(documents)
    titles = documents["title"] if "title" in documents else [None] * size
    languages = documents["language"] if "language" in documents else [None] * size
    for document, text, title, language in zip(
        documents["document"], documents["text"], titles, languages, strict=True
    ):
        code = language.lower()[:2] if isinstance(language, str) else ""
        yield Article(
            str(document),
            _whole(text),
            _whole(title),
            code in _CHINESE or None,
        )


def _whole(text: object) -> str:
    """The text with the sign of the unreadable for each half of a character, offsets as they were; empty for none."""
    return _HALF.sub("\ufffd", text) if isinstance(text, str) else ""


def rows_of(articles: Sequence[Article], *, attitudes: bool, threads: int = 0) -> list[Rows]:
    """The rows of each article."""
    found = find_drafts(
        [article.text for article in articles], [article.chinese for article in articles], threads=threads
    )
    return [_rows(article, drafts, attitudes=attitudes) for article, drafts in zip(articles, found, strict=True)]


def _rows(article: Article, drafts: list[Draft], *, attitudes: bool) -> Rows:
    """The rows of one article."""
    resolved = zip(drafts, resolve(article.text, article.title, drafts), strict=True)
    kept = [(draft, speaker) for draft, speaker in resolved if attitudes or draft.speech]
    rows = Rows([], [])
    for number, (draft, speaker) in enumerate(kept, start=1):
        quote = f"{article.document}:{number}"
        rows.quotes.append(_row(quote, article, draft, speaker))
        rows.quote_spans.extend(_span_rows(quote, draft))
    return rows


def _row(quote: str, article: Article, draft: Draft, speaker: Speaker) -> Row:
    """The row of one quotation."""
    cue, source, text = draft.cue, draft.source, article.text
    return {
        "quote": quote,
        "document": article.document,
        "kind": kind_of(text, draft),
        "content": _JOIN.join(text[start:end] for start, end in draft.content),
        "content_start": min(start for start, _ in draft.content),
        "content_end": max(end for _, end in draft.content),
        "cue": text[cue[0] : cue[1]] if cue else None,
        "cue_start": cue[0] if cue else None,
        "cue_end": cue[1] if cue else None,
        "source": text[source[0] : source[1]] if source else None,
        "source_start": source[0] if source else None,
        "source_end": source[1] if source else None,
        "speech": draft.speech,
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "role": speaker.role,
        "resolution": speaker.resolution,
        "confidence": draft.confidence,
    }


def _span_rows(quote: str, draft: Draft) -> Iterator[Row]:
    """The rows of one quotation's fragments."""
    parts: Iterable[tuple[str, Iterable[Span]]] = (
        ("content", draft.content),
        ("cue", (draft.cue,) if draft.cue else ()),
        ("source", (draft.source,) if draft.source else ()),
    )
    for part, fragments in parts:
        for start, end in fragments:
            yield {"quote": quote, "part": part, "start": start, "end": end}
