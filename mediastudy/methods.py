"""What a report has to say about how it was counted: every default that affects a number."""

from __future__ import annotations

from typing import Final

READING: Final = """\
**Reading.** Tables (CSV, workbooks, JSON, Parquet) are taken as they stand. From web pages and plain text, site
furniture, captions, credits and datelines are taken out of the body and kept in a table of their own; the article
of a web page is found with trafilatura [@barbaresi2021]. A date is taken only from where an article states it; a
date that is missing, ambiguous or impossible stays unknown. Copies of a story count as documents of their own."""

WORDS: Final = """\
**Words.** A token is a run of letters, digits and marks. Inner apostrophes stay, a possessive *’s* is a token of
its own, hyphens split words, and every Chinese character is a token. Upper and lower case are one type. No stop
words are removed and no words are stemmed. Relative frequencies are per million tokens of the body, before any
filter; n-grams do not cross punctuation. Between the words of a phrase only white space, hyphens or dashes may
stand. Titles and captions are not searched."""

TIMELINES: Final = """\
**Timelines.** A rate is hits per million tokens of a period, a share the part of its documents that have a hit.
Documents without a date, or with a date coarser than the period, are left out. A period without documents is not
covered: it has no rate, and is not zero. The 95 % interval of a rate is Garwood’s exact interval for Poisson counts
[@garwood1936], widened by a design effect because hits come in clusters, several in one document; each period’s
effect is drawn towards the mean of its series with the weight of ten documents. The 95 % interval of a share is
Wilson’s [@wilson1927]. No value is smoothed."""

QUOTES: Final = """\
**Quotations.** Sentences are found with the Punkt algorithm [@kiss2006] and a list of abbreviations; quotations by
rules for quotation marks, reporting verbs and phrases such as *according to*. Attitudes, beliefs and plans are left
out, titles and captions are not read. Sources are resolved to speakers inside each article, by full name, surname,
pronoun or role; the same name in two articles is taken for one speaker. A quotation whose speaker is not named
stays unnamed. The rules make errors: how many is measured in mediastudy's documentation (docs/quotes.md)."""


def methods(*, reading: bool = True, words: bool = True, timelines: bool = True, quotes: bool = True) -> str:
    """The methods text, as Markdown paragraphs with citations; leave out what a report does not use.

    Examples
    --------
    >>> methods(reading=False, timelines=False, quotes=False)[:10]
    '**Words.**'
    """
    parts = {READING: reading, WORDS: words, TIMELINES: timelines, QUOTES: quotes}
    return "\n\n".join(" ".join(text.split()) for text, wanted in parts.items() if wanted)
