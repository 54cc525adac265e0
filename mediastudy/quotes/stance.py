"""What a reporting verb says of a statement: nothing, that it is so, that it may not be, that somebody is to act."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from mediastudy import tables
from mediastudy.quotes.rules.cuewords import cue_forms, inflected
from mediastudy.quotes.words import AUXILIARY

if TYPE_CHECKING:
    from collections.abc import Mapping

STANCES: Final = ("neutral", "assertive", "doubting", "directive")
_LEXICON: Final = Path(__file__).with_name("stance.toml")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|:")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
# Verbs that another reporting verb follows: was quoted as saying, went on to say, is expected to announce.
_LEADS: Final = frozenset(
    (
        "quote",
        "go",
        "continue",
        "begin",
        "expect",
        "see",
        "hear",
        "seem",
        "appear",
        "know",
        "understand",
        "want",
        "cite",
    )
)
_SHORT: Final = {"put": "put", "puts": "put", "putting": "put", "goes": "go", "went": "go", "gone": "go", "going": "go"}


class Verb(NamedTuple):
    """The verb or phrase of a cue in its base form, and its stance; None where they are not known."""

    verb: str | None
    stance: str | None


@tables.framed
def with_stance(quotes: pd.DataFrame) -> pd.DataFrame:
    """The quotations with the verb of each cue in its base form and with its stance.

    The stances, by our own list (``mediastudy/quotes/stance.toml``): neutral (it is only told that something was said),
    assertive (the speaker stands behind it, or it is presented as a fact), doubting (it is left open or doubted),
    directive (somebody is to do something). Verbs that praise or blame and verbs that are not listed have none.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`.

    Returns
    -------
    pandas.DataFrame
        The quotations with two columns more, ``verb`` and ``stance``, missing where they are not known.

    Raises
    ------
    ValueError
        If there is no column cue.

    Examples
    --------
    >>> with_stance(pd.DataFrame({"cue": ["has called for", "was quoted as saying", "praised"]})).values.tolist()
    [['has called for', 'call for', 'directive'], ['was quoted as saying', 'say', 'neutral'],
     ['praised', 'praise', nan]]
    """
    tables.require(quotes, ["cue"], what="quotes")
    rows = quotes.reset_index(drop=True)
    known = {cue: verb_of(cue) for cue in rows["cue"].dropna().unique()}
    found = [known.get(cue, Verb(None, None)) for cue in rows["cue"]]
    return rows.assign(
        verb=pd.Series([one.verb for one in found], index=rows.index, dtype="str"),
        stance=pd.Series([one.stance for one in found], index=rows.index, dtype="str"),
    )


@functools.lru_cache(maxsize=100_000)
def verb_of(cue: str) -> Verb:
    """The verb of a cue, with the particle that makes a phrase of it, and its stance.

    Examples
    --------
    >>> verb_of("also stressed"), verb_of("并强调")
    (Verb(verb='stress', stance='assertive'), Verb(verb='强调', stance='assertive'))
    """
    if _HAN.search(cue):
        return next((Verb(word, stance) for word, stance in _chinese() if word in cue), Verb(None, None))
    words = _WORD.findall(cue.casefold())
    lexicon = _lexicon()
    plain = " ".join(words)
    if plain in lexicon:
        return Verb(plain, lexicon[plain])
    found = [(place, _forms()[word]) for place, word in enumerate(words) if word in _forms() and word not in AUXILIARY]
    if not found:
        return Verb(None, None)
    place, verb = next((one for one in found if one[1] not in _LEADS), found[-1])
    phrases = [f"{verb} {word}" for word in words[place + 1 :] if f"{verb} {word}" in lexicon]
    verb = phrases[0] if phrases else verb
    return Verb(verb, lexicon.get(verb))


@functools.cache
def _lexicon() -> Mapping[str, str]:
    """Each listed verb and phrase with its stance."""
    content = _content()
    return {entry: stance for stance in STANCES for entry in content[stance]}


@functools.cache
def _chinese() -> tuple[tuple[str, str], ...]:
    """Each Chinese verb with its stance, the longest first."""
    content = _content()["chinese"]
    pairs = [(word, stance) for stance in STANCES for word in content[stance]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _content() -> dict[str, dict[str, list[str]]]:
    """What the list holds."""
    return tomllib.loads(_LEXICON.read_text(encoding="utf-8"))


@functools.cache
def _forms() -> Mapping[str, str]:
    """Each form of every reporting verb, and of every listed word, with its base form."""
    forms = {word: cue.verb for word, cue in cue_forms().items()}
    listed = dict.fromkeys(entry.split()[0] for entry in _lexicon() if entry[0].isalpha())
    for verb in listed:
        for word, _ in inflected(verb):
            forms.setdefault(word, verb)
        forms.setdefault(verb, verb)
    return {**forms, **_SHORT}
