"""Where sentences of a paragraph end: NLTK's Punkt with the parameters that training/sentences.py learnt.

Punkt (Kiss and Strunk 2006) asks whether the word before a stop is an abbreviation, and whether the next would have
a capital if it did not open a sentence. The parameters are in punkt.json; the abbreviations below are added to the
trained ones, for most titles, months and states are too rare in the corpora, or words of their own without a stop.
"""

from __future__ import annotations

import functools
import json
import re
from importlib import resources
from typing import Any, Final

# Before names; they never end a sentence, whatever word the name is ("Mr. White").
_TITLES: Final = """
    mr mrs ms messrs mx dr drs prof rev revd fr hon sen sens rep reps gov govs gen lt col maj capt cpl sgt cmdr adm
    amb brig pres supt insp det ste mme mlle ald atty asst assoc dep mt
"""
# After names, months and days, bodies and places, print and measures, Latin.
_OTHERS: Final = """
    sr jr esq jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    co corp inc ltd bros dept univ assn govt st ave blvd rd hwy ft u.s u.k u.n e.u d.c l.a n.y p.r.c u.s.s.r n.z
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex va vt wash wis wyo ont que no nos vol pp p ed eds fig figs approx est vs v al cf ca e.g i.e etc a.m
    p.m ph.d m.d b.a m.a j.d sq kg km cm mm mi lb lbs oz min max bn mln tel ext ref art sec para ch
"""
TITLES: Final = frozenset(_TITLES.split())
ABBREVIATIONS: Final = TITLES | frozenset(_OTHERS.split())

_OPENERS: Final = "\"'`“‘«(["
_CLOSERS: Final = "\"'”’»)\\]}"
# A stop with what closes after it, a note's number among that; then white space, or a mark that opens.
_STOP: Final = re.compile(rf"([.?!…]+)[{_CLOSERS}]*(?:\[\w+\])?(?:\s+|(?=[“‘«(]))")
_AFTER: Final = re.compile(r"[\"'`“‘«(\[]*(\w[\w.'’-]*|\S)")
_INITIALS: Final = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_REACH: Final = 60
_CONTEXTS: Final = 1 << 16
_SMALL_INSIDE: Final = 1 << 5
"""Punkt's flag of a word seen with a small letter inside a sentence."""


def punkt_spans(block: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph with spaces between its words, white space after them included.

    References
    ----------
    Kiss, T. and Strunk, J. (2006). Unsupervised multilingual sentence boundary detection. Computational
    Linguistics 32(4), 485-525.

    Examples
    --------
    >>> text = "Sen. Smith of the U.S. said so. He left the U.S. The U.S. Senate agreed."
    >>> [text[start:end] for start, end in punkt_spans(text)]
    ['Sen. Smith of the U.S. said so. ', 'He left the U.S. ', 'The U.S. Senate agreed.']
    """
    spans, place = [], 0
    for stop in _STOP.finditer(block):
        after = _AFTER.match(block, stop.end())
        before = block[max(place, stop.start() - _REACH) : stop.start()].split()
        word = before[-1].lstrip(_OPENERS) if before else ""
        if after and ends(word, stop[1].replace("…", "..."), after[1]):
            spans.append((place, stop.end()))
            place = stop.end()
    return [*spans, (place, len(block))]


def ends(word: str, stop: str, after: str) -> bool:
    """Whether a sentence ends with the word and the stop after it, if this word comes next.

    Quotation marks and brackets between them do not count. Three rules stand before Punkt's: a title never ends a
    sentence; a word that is an abbreviation as well ("no.") ends one if it is printed small before a capital; initials
    end one only before a word that often opens sentences, for surnames are ordinary words too ("Ann T. Long").

    Examples
    --------
    >>> ends("U.S", ".", "Senate"), ends("U.S", ".", "The"), ends("Mr", ".", "White"), ends("came", ".", "He")
    (False, True, False, True)
    """
    if stop != ".":
        return "?" in stop or "!" in stop or _decided(f"{word}{stop} {after}")
    small, capital = word.lower(), after[0].isupper()
    if small in TITLES:
        return False
    if small.rpartition("-")[2] not in _abbreviations() and len(word) > 1 and word.isalpha():
        return True
    if word in _also_words() and capital:
        return True
    if _INITIALS.fullmatch(word) and small not in _abbreviations():
        return after.lower() in _starters() if capital else len(word) == 1 and _decided(f"{word}. {after}")
    return _decided(f"{word}. {after}")


@functools.cache
def learnt() -> dict[str, Any]:
    """What training wrote: about, abbreviations, also_words, collocations, ordinary_words, sentence_starters.

    Examples
    --------
    >>> "the" in learnt()["sentence_starters"], "no" in learnt()["also_words"]
    (True, True)
    """
    file = resources.files("mediastudy.corpus").joinpath("punkt.json")
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


@functools.cache
def _abbreviations() -> frozenset[str]:
    """The abbreviations, ours and trained ones."""
    return ABBREVIATIONS | frozenset(learnt()["abbreviations"])


@functools.cache
def _also_words() -> frozenset[str]:
    """The abbreviations that are words as well."""
    return frozenset(learnt()["also_words"])


@functools.cache
def _starters() -> frozenset[str]:
    """The words that often open sentences; training leaves out "I", which has a capital everywhere."""
    return frozenset(learnt()["sentence_starters"]) | {"i"}


@functools.lru_cache(_CONTEXTS)
def _decided(context: str) -> bool:
    """Punkt's decision on a word with its stop and the word after it."""
    return bool(punkt().text_contains_sentbreak(context))


@functools.cache
def punkt() -> Any:
    """The Punkt tokenizer with our parameters, made once."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    given = PunktParameters()
    given.abbrev_types = set(_abbreviations())
    given.collocations = {(first, second) for first, second in learnt()["collocations"]}
    given.sent_starters = set(_starters())
    given.ortho_context.update(dict.fromkeys(learnt()["ordinary_words"], _SMALL_INSIDE))
    return PunktSentenceTokenizer(given)
