"""Lists that change what is counted, only when asked for: stop words, lemmas, stems."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mediastudy import tables
from mediastudy.corpus.tokenizer import fold
from mediastudy.corpus.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from numpy.typing import NDArray

# Codes of the languages that NLTK's Snowball stemmers know by name.
STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}


class Merging(NamedTuple):
    """What each type is counted as.

    Attributes
    ----------
    of_type : the number of each type's lemma or stem
    names : the lemmas or stems
    types : the types of each, the most frequent first, with commas between
    """

    of_type: NDArray[np.int32]
    names: Words
    types: Words


def stops(types: Words, stopwords: str | Iterable[str] | None) -> NDArray[np.bool_]:
    """Which types are stop words: those of a language's list, or of one's own.

    Raises
    ------
    ValueError
        If there is no list for the language.

    Examples
    --------
    >>> stops(Words.of(["the", "aid"]), "en").tolist(), stops(Words.of(["the", "aid"]), ["Aid"]).tolist()
    ([True, False], [False, True])
    """
    if stopwords is None:
        return np.zeros(len(types), dtype=bool)
    listed = {fold(word) for word in (_listed(stopwords) if isinstance(stopwords, str) else stopwords)}
    return np.fromiter((name in listed for name in types.listed), dtype=bool, count=len(types))


def _listed(language: str) -> set[str]:
    """The stop words of a language."""
    import stopwordsiso

    tables.choose(language, sorted(stopwordsiso.langs()), what="stopwords")
    words: set[str] = stopwordsiso.stopwords(language)
    return words


def merging(types: Words, merge: str | None, language: str) -> Merging | None:
    """How types are counted together: by lemma, by stem, or not at all.

    Raises
    ------
    ValueError
        If ``merge`` is neither, or the language has no lemmas or stems.

    References
    ----------
    Porter, M. F. (2001). Snowball: a language for stemming algorithms. Lemmas are those of simplemma (A. Barbaresi).

    Examples
    --------
    >>> merging(Words.of(["aids", "aid"]), "stem", "en").types.listed
    ('aids, aid',)
    """
    if merge is None:
        return None
    tables.choose(merge, ["lemma", "stem"], what="merge")
    name_of = _lemma(language) if merge == "lemma" else _stem(language)
    numbers: dict[str, int] = {}
    of_type = np.empty(len(types), dtype=np.int32)
    members: list[list[str]] = []
    for place, name in enumerate(types.listed):
        number = numbers.setdefault(name_of(name), len(numbers))
        of_type[place] = number
        if number == len(members):
            members.append([])
        members[number].append(name)
    return Merging(of_type, Words.of(list(numbers)), Words.of([", ".join(names) for names in members]))


def _lemma(language: str) -> Callable[[str], str]:
    """The lemma of a type in a language."""
    import simplemma
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    tables.choose(language, sorted(SUPPORTED_LANGUAGES), what="language")
    return lambda name: fold(simplemma.lemmatize(name, language))


def _stem(language: str) -> Callable[[str], str]:
    """The stem of a type in a language."""
    from nltk.stem.snowball import SnowballStemmer

    tables.choose(language, sorted(STEMMERS), what="language")
    stem: Callable[[str], str] = SnowballStemmer(STEMMERS[language]).stem
    return stem
