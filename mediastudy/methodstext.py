"""What a report has to say about how it was counted: every default that affects a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pandas as pd

SAMPLING: Final = {
    "query-selected": """\
**Sampling.** The articles are what queries of databases retrieved. Rates and shares are among these retrieved articles;
they do not say how common anything is in all that the outlets published.""",
    "full": """\
**Sampling.** The corpus is declared to hold every article of the outlets and period named; rates and shares are among
all of these.""",
    "undeclared": """\
**Sampling.** What the articles are a sample of is not declared. Rates and shares are among the articles at hand, and
say nothing of other articles.""",
}

READING: Final = """\
**Reading.** Each file's format is found from its content. Tables (CSV, workbooks, JSON, Parquet) and the bodies of
databases' exports are taken as they stand. From web pages and plain text, site furniture, captions, credits, datelines
and lines that many articles of an outlet repeat at their edges are taken out of the body and kept in a table of their
own; the article of a web page is found with trafilatura [@barbaresi2021]; wrongly decoded characters are mended
[@speer2019]. A date is taken only from where an article states it; a date that is missing, ambiguous or impossible
stays unknown. Names of outlets are made alike by a list; the printed name is kept."""

COPIES: Final = """\
**Copies.** Texts that share at least .8 of their words in common order or of their shingles within 30 days of each
other are near copies, texts of which three quarters stand in a longer one are excerpts; candidates are found by
one-permutation MinHash [@li2012; @shrivastava2017] and each pair is compared in full. The earliest copy is the head of
the story. An article downloaded twice counts once; other copies are publications of their own and count."""

WORDS: Final = """\
**Words.** A token is a run of letters, digits and marks. Inner apostrophes stay, a possessive *’s* is a token of its
own, hyphens split words, and every Chinese character is a token. Upper and lower case are one type. No stop words are
removed and no words are stemmed. Documents in Chinese (by their characters if no language is stated) are counted in
characters, others in words, and never pooled. Relative frequencies are per million tokens of the body, before any
filter; tf-idf is frequency times log10 of all documents by those with the type; n-grams do not cross punctuation.
Between the words of a phrase only white space, hyphens or dashes may stand, and a hit inside a longer one counts
once. Titles and captions are not searched; only the share of articles with a phrase in the title looks at titles."""

KEYWORDS: Final = """\
**Keywords.** Relative frequencies of two corpora are compared as log ratios [@hardie2014], 0.5 standing for no
occurrence. Significance comes from permuting whole stories (copies of one text together; a document is its own story
where none is stated) between target and reference, with Dunning’s G2 of four cells [@dunning1993] as statistic:
1,024 permutations for every type, then up to 10,240, or more where the adjusted p needs them, until 100 exceed it
[@besag1991]; q is adjusted for all types tested [@benjamini1995]. The 95 % intervals are exact binomial bounds
[@clopper1934] on frequencies divided by a design effect for clustering in stories [@cochran1977; @korn1998]. The prior
of the log odds is worth 1,000 tokens of both corpora pooled [@monroe2008]. Types with fewer than five tokens in both
corpora together are left out; words absent from one side are kept."""

DISPERSION: Final = """\
**Dispersion.** Parts are documents, or documents that share the columns named; parts without tokens do not count. DP
[@gries2008], DPnorm [@lijffijt2012], Juilland’s D [@juilland1964], Carroll’s D2 [@carroll1970], Rosengren’s S
[@rosengren1971], DA [@burch2017] and the Kullback-Leibler divergence [@gries2020] compare counts with sizes of parts;
ARF, ALD and AWT [@savicky2002] rest on distances in the documents joined in order and closed to a circle."""

COLLOCATES: Final = """\
**Collocates.** Collocates stand at most five tokens from a hit in its document, or in its sentence where that is said.
A position near several hits counts once [@evert2008]; expectations are over all tokens outside the hits. Rows need two
co-occurrences and are ordered by logDice [@rychly2008]. G2 [@dunning1993] and the other measures order words and are
no tests."""

DIVERSITY: Final = """\
**Lexical diversity.** MATTR uses windows of 500 tokens [@covington2010]; MTLD a threshold of .72, forward and backward
passes averaged, a partial factor for what remains [@mccarthy2010]; HD-D samples of 42 tokens [@mccarthy2007]. Documents
of a group are joined in order."""

TIMELINES: Final = """\
**Timelines.** A rate is hits per million tokens of a period, a share the part of its documents that have a hit; every
publication counts. Documents without a date, or with a date coarser than the period, are left out. A period without
documents is not covered: it has no rate, and is not zero. The 95 % intervals take stories (the copies of one text) as
independent, not hits or articles: that of a rate is Garwood’s exact interval for Poisson counts [@garwood1936], widened
by a design effect [@kish1965]; each period’s effect is drawn towards the mean of its series with the weight of fifty
stories with a hit. That of a share is Wilson’s [@wilson1927] for as many documents as are independent. In charts points
are the raw values, hollow where fewer than five documents stand behind them; a smoothed line is drawn over the points
and replaces none. Ratios of phrases have Wilson’s interval on the effective number of hits. Sentences shown behind a
point are all its hits, or a seeded random draw where there are more than are shown."""

CHANGES: Final = """\
**Changes.** Change points were dated by exact segmentation of the counts [@auger1989], Poisson or negative binomial
as the series asks for, with at least two periods in a stretch, and believed if steps explained the series better than a
constant level and than a drift, each also with autocorrelated noise (up to .6), in a parametric bootstrap of 399 draws
at an error of 5 %; q is adjusted for all series of a table [@benjamini1995]. A date’s interval holds the change with
a posterior probability of 95 %. The test is cautious: on simulated series it found 58 % of the changes that could be
found by one who knew how many there are (docs/timelines.md)."""

EVENTS: Final = """\
**Events.** The rate in the twelve periods before and after each event was compared with the rates around placebo dates
of the same series in the same month of the year, with windows free of all events; p = (1 + k) / (1 + n) for k of n
placebo dates with a change at least as large. Periods that touch the event belong to neither side. Rows with fewer than
twenty documents or ten hits, or fewer than nineteen placebo dates, carry a warning."""

STANDARDISED: Final = """\
**Standardised rates.** Rates were standardised to the outlets’ shares of all tokens [@fay1997], over the panel of
outlets with at least five documents in every period shown; cells that are thinner are named. A change was split into
wording and composition by Kitagawa’s method [@kitagawa1955]."""

QUOTES: Final = """\
**Quotations.** Quotations in English are found by a neural network (MiniLM, six layers [@wang2020], fine-tuned on the
PolNeAR corpus of political news [@newell2018] and on articles written for this purpose) that reads, beside the words,
what rules for quotation marks and reporting verbs make of them in each sentence (Punkt [@kiss2006], parameters
trained on public releases and a list of abbreviations); transcript turns and Chinese are found by rules alone.
Attitudes, beliefs and plans are left out, titles and captions are not read. Sources are resolved to speakers inside
each article, by full name, surname, pronoun or role; a quotation whose speaker is not named stays unnamed. Across
articles variants of a name are merged where they fit one speaker only; the merges are listed (`name_variants`) and
corrected by a speakers.toml. Intervals of shares of voice take articles, not quotations, as independent. The network
makes errors: how many is measured in mediastudy's documentation (docs/quotes.md)."""


# So many queries are quoted; more are only counted.
_FEW: Final = 3


def methods(  # noqa: PLR0913 - a switch for each paragraph
    *,
    frame: str | None = None,
    acquisition: pd.DataFrame | None = None,
    reading: bool = True,
    words: bool = True,
    keywords: bool = False,
    dispersion: bool = False,
    collocates: bool = False,
    diversity: bool = False,
    timelines: bool = True,
    changes: bool = False,
    events: bool = False,
    standardised: bool = False,
    quotes: bool = True,
) -> str:
    """The methods text, as Markdown paragraphs with citations; leave out what a report does not use, ask for the rest.

    The paragraphs name the defaults; a report that sets another value says so itself. Their sources stand in the
    references.bib of a new study folder.

    Parameters
    ----------
    frame
        What the articles are (``corpus.frame``): query-selected, full or undeclared. Without it nothing is said of
        sampling.
    acquisition
        The searches of ``acquisition.csv``, whose numbers the paragraph on sampling then gives.
    reading, words, keywords, dispersion, collocates, diversity, timelines, changes, events, standardised, quotes
        Which paragraphs are wanted.

    Raises
    ------
    ValueError
        If the frame is none of the three.

    Examples
    --------
    >>> methods(reading=False, timelines=False, quotes=False)[:10]
    '**Words.**'
    >>> methods(frame="full", reading=False, words=False, timelines=False, quotes=False)[:64]
    '**Sampling.** The corpus is declared to hold every article of th'
    """
    parts = {
        _sampling(frame, acquisition): frame is not None,
        READING: reading,
        COPIES: reading,
        WORDS: words,
        KEYWORDS: keywords,
        DISPERSION: dispersion,
        COLLOCATES: collocates,
        DIVERSITY: diversity,
        TIMELINES: timelines,
        CHANGES: changes,
        EVENTS: events,
        STANDARDISED: standardised,
        QUOTES: quotes,
    }
    return "\n\n".join(" ".join(text.split()) for text, wanted in parts.items() if wanted)


def _sampling(frame: str | None, searches: pd.DataFrame | None) -> str:
    """The paragraph on sampling, with the numbers of the searches if they are given."""
    if frame is None:
        return ""
    if frame not in SAMPLING:
        message = f"frame must be one of {', '.join(SAMPLING)}, not {frame!r}."
        raise ValueError(message)
    if searches is None or not len(searches):
        return SAMPLING[frame]
    return f"{SAMPLING[frame]} {_searched(searches)}"


def _searched(searches: pd.DataFrame) -> str:
    """The searches in sentences: how many, where, when, with which queries, and what they gave."""
    where = _listed(searches["database"])
    noun = "search" if len(searches) == 1 else "searches"
    parts = [f"acquisition.csv lists {len(searches):,} {noun}"]
    parts += [f"of {where}"] if where else []
    parts += [f"({when})"] if (when := _when(searches["date_of_search"])) else []
    queries = list(dict.fromkeys(searches["query"].dropna()))
    said = f"{' '.join(parts)}; {_numbers(searches)}."
    if not queries:
        return f"{said} The queries are not stated."
    if len(queries) > _FEW:
        return f"{said} The {len(queries):,} different queries stand there."
    return f"{said} {'Query' if len(queries) == 1 else 'Queries'}: {'; '.join(_verbatim(query) for query in queries)}."


def _numbers(searches: pd.DataFrame) -> str:
    """The sums of the searches, those with an unknown number being unknown."""
    said = []
    for column, words in (("hits", "hits reported"), ("downloaded", "downloaded"), ("excluded", "excluded")):
        counts: Any = searches[column]
        said.append(f"{words}: {'unknown' if counts.isna().any() else f'{int(counts.sum()):,}'}")
    reasons = _listed(searches["reason"])
    return ", ".join(said) + (f" ({reasons})" if reasons else "")


def _listed(names: pd.Series[str]) -> str:
    """The different names, in order."""
    return ", ".join(dict.fromkeys(names.dropna()))


def _when(dates: pd.Series) -> str:
    """The first and last day of the searches, as far as they are known."""
    if dates.isna().all():
        return ""
    first, last = f"{dates.min():%Y-%m-%d}", f"{dates.max():%Y-%m-%d}"
    return first if first == last else f"{first} to {last}"


def _verbatim(query: str) -> str:
    """A query as code of Markdown, so that its signs stay as they are."""
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", query)), default=0))
    space = " " if "`" in query else ""
    return f"{ticks}{space}{query}{space}{ticks}"
