"""Columns of documents as numbers, which analyses group by, and the unit that a document's tokens are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from mediastudy.corpus.corpus import Corpus
    from mediastudy.corpus.index import TokenIndex

UNITS: Final = ("words", "characters")


class Coded:
    """What was once worked out about all documents of a corpus; its selections share it.

    Examples
    --------
    >>> coded = Coded()
    >>> coded.kept("answer", lambda: 42), coded.kept("answer", lambda: 43)
    (42, 42)
    """

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def kept(self, name: str, make: Callable[[], Any]) -> Any:
        """What was made under this name, made now if it is the first time."""
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    def column(self, documents: pd.DataFrame, name: str) -> tuple[NDArray[np.int64], pd.Series]:
        """The values of a column as numbers, and the values in order, a missing one last.

        Examples
        --------
        >>> codes, values = Coded().column(pd.DataFrame({"outlet": ["Post", None]}), "outlet")
        >>> codes.tolist(), values.tolist()
        ([0, 1], ['Post', nan])
        """
        made: tuple[NDArray[np.int64], pd.Series] = self.kept(f"column {name}", lambda: _coded(documents[name]))
        return made


def _coded(values: pd.Series) -> tuple[NDArray[np.int64], pd.Series]:
    """The codes of a column and its values, sorted where they can be."""
    codes, found = pd.factorize(values, sort=True, use_na_sentinel=True)
    listed = pd.Series(found, name=values.name)
    if (codes < 0).any():
        missing = values[codes < 0].iloc[:1]
        codes = np.where(codes < 0, len(listed), codes)
        listed = pd.concat([listed, missing], ignore_index=True)
    return codes.astype(np.int64), listed


def unit_codes(language: pd.Series, index: TokenIndex) -> NDArray[np.int64]:
    """The unit of each document as a number into ``UNITS``.

    A document in Chinese is counted in characters, one in another language in words. If the language is unknown, it
    counts in characters when more than half of its tokens are Han characters.

    Examples
    --------
    >>> from mediastudy.corpus.index import TokenIndex
    >>> unit_codes(pd.Series(["zh", "en", None], dtype="str"), TokenIndex.build(["A股", "支", "支援"])).tolist()
    [1, 0, 1]
    """
    chinese = language.str.lower().str.startswith("zh").fillna(value=False).to_numpy(dtype=bool)
    unknown = language.isna().to_numpy()
    mostly_han = 2 * np.asarray(index.han, dtype=np.int64) > index.lengths
    return (chinese | (unknown & mostly_han)).astype(np.int64)


def one_unit(corpora: Sequence[Corpus]) -> None:
    """Raise if some documents are counted in words and others in characters, since rates would mean two things.

    Raises
    ------
    ValueError
        With how many there are of each, and how to select some.
    """
    units = np.concatenate([corpus.units[corpus.lengths > 0] for corpus in corpora])
    words, characters = (int((units == unit).sum()) for unit in range(len(UNITS)))
    if words and characters:
        message = (
            f"{words:,} documents are counted in words and {characters:,} in characters (Chinese); these are never "
            "pooled. Select one language: corpus.where(corpus.documents['language'] == 'en'), or --where language=en "
            "on the command line."
        )
        raise ValueError(message)
