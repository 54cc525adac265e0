"""The token index: every token of every document as a number, and where each type stands.

Printed forms are numbered by the frequency of their type, then by spelling, so that the same documents give the same
index however they were read. The numbers come from a dictionary of the words themselves: no two words share one.
"""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from mediastudy.corpus import encoding, indexfiles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

JOINED: Final = 0
BROKEN: Final = 1
OPENING: Final = 2

Integers = NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class TokenIndex:
    """The tokens of a list of documents as arrays; positions count through all documents.

    Attributes
    ----------
    printed : the printed form of each token, as a number into ``forms``
    gaps : what stands before each token: 0 white space, hyphens or nothing, 1 other marks, 2 the document's beginning
    offsets : the position of each document's first token, and the end
    type_of : the type of each printed form, as a number into ``types``
    positions : the positions of all tokens, ordered by type
    starts : where each type's positions start in ``positions``, and the end
    digests : a checksum of each document's text
    forms : the printed forms
    types : the types, the most frequent first

    Examples
    --------
    >>> index = TokenIndex.build(["Aid came.", "More aid"])
    >>> index.types, index.forms, index.printed.tolist()
    (('aid', 'came', 'more'), ('Aid', 'aid', 'came', 'More'), [0, 2, 3, 1])
    """

    printed: Integers
    gaps: NDArray[np.uint8]
    offsets: Integers
    type_of: Integers
    positions: Integers
    starts: Integers
    digests: NDArray[np.uint64]
    forms: tuple[str, ...]
    types: tuple[str, ...]

    @classmethod
    def build(cls, texts: Sequence[str], *, progress: bool = False) -> TokenIndex:
        """The index of the texts, in their order.

        Examples
        --------
        >>> TokenIndex.build(["Aid", ""]).offsets.tolist()
        [0, 1, 1]
        """
        code, tokens = encoding.encode(_watched(texts, progress=progress))
        digests = np.fromiter((digest(text) for text in texts), dtype=np.uint64, count=len(texts))
        return _ranked(tokens, forms=code, digests=digests)

    def take(self, rows: Integers) -> TokenIndex:
        """The index of some documents alone, as if it had been built from them.

        Examples
        --------
        >>> TokenIndex.build(["Aid came", "More aid"]).take(np.array([1])).types
        ('aid', 'more')
        """
        lengths = self.lengths[rows]
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        picked = np.arange(offsets[-1]) + np.repeat(self.offsets[rows] - offsets[:-1], lengths)
        tokens = encoding.Tokens(self.printed[picked], self.gaps[picked], lengths)
        return _ranked(tokens, forms=self.forms, digests=self.digests[rows])

    @functools.cached_property
    def lengths(self) -> Integers:
        """The number of tokens of each document."""
        return np.diff(self.offsets)

    @functools.cached_property
    def type_numbers(self) -> dict[str, int]:
        """The number of each type."""
        return {name: number for number, name in enumerate(self.types)}

    @functools.cached_property
    def type_list(self) -> str:
        """The types one a line, for searching them all at once."""
        return "\n".join(self.types)

    @functools.cached_property
    def type_lines(self) -> Integers:
        """Where each type begins in ``type_list``."""
        return np.cumsum([0, *(len(name) + 1 for name in self.types[:-1])])

    def types_at(self, positions: Integers) -> Integers:
        """The number of the type that stands at each position.

        Examples
        --------
        >>> TokenIndex.build(["Aid for aid"]).types_at(np.array([0, 2])).tolist()
        [0, 0]
        """
        return self.type_of[self.printed[positions]]

    def gaps_at(self, positions: Integers) -> Integers:
        """What stands before the token at each position: ``JOINED``, ``BROKEN`` or ``OPENING``.

        Examples
        --------
        >>> TokenIndex.build(["Aid, more aid"]).gaps_at(np.array([0, 1, 2])).tolist()
        [2, 1, 0]
        """
        return self.gaps[positions]

    def __len__(self) -> int:
        return len(self.printed)

    def places(self, number: int) -> Integers:
        """The positions of a type, ascending.

        Examples
        --------
        >>> TokenIndex.build(["Aid for aid"]).places(0).tolist()
        [0, 2]
        """
        return self.positions[self.starts[number] : self.starts[number + 1]]

    def documents_at(self, positions: Integers) -> Integers:
        """The number of the document in which each position lies.

        Examples
        --------
        >>> TokenIndex.build(["Aid", "", "for aid"]).documents_at(np.array([0, 1, 2])).tolist()
        [0, 2, 2]
        """
        return np.searchsorted(self.offsets, positions, side="right") - 1

    def save(self, folder: str | Path) -> Path:
        """The folder, once the index stands there whole.

        The arrays are plain .npy files, the words a .json file; ``index.json`` names them with their checksums and is
        written last, so that a build cut short leaves the former index as it was.

        Examples
        --------
        >>> import tempfile
        >>> folder = TokenIndex.build(["Aid for aid"]).save(tempfile.mkdtemp())
        >>> TokenIndex.open(folder).types
        ('aid', 'for')
        """
        parts = {field.name: getattr(self, field.name) for field in fields(self)}
        words = {name: parts.pop(name) for name in ("forms", "types")}
        return indexfiles.save(folder, arrays=parts, words=words)

    @classmethod
    def open(cls, folder: str | Path, *, verify: bool = True) -> TokenIndex:
        """The index in the folder, its arrays mapped into memory as they are needed.

        ``verify=False`` checks the files' sizes but not their checksums, which takes time for millions of documents.

        Raises
        ------
        FileNotFoundError
            If the folder holds no index.
        ValueError
            If what it holds was made by another program or version, or is damaged.
        """
        arrays, words = indexfiles.load(folder, verify=verify)
        names = {field.name for field in fields(cls)}
        if names != {*arrays, *words}:
            message = f"{folder}: the index has other parts than this version of mediastudy makes. Build it again."
            raise ValueError(message)
        parts: dict[str, Any] = {**arrays, **{name: tuple(entries) for name, entries in words.items()}}
        return cls(**parts)


def digest(text: str) -> int:
    """A checksum of 64 bits of a text, to notice that it changed.

    Examples
    --------
    >>> digest("aid") == digest("aid "), digest("aid") < 2**64
    (False, True)
    """
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _watched(texts: Sequence[str], *, progress: bool) -> Iterable[str]:
    """The texts, with a progress bar if wished."""
    if not progress:
        return texts
    from tqdm import tqdm

    return tqdm(texts, desc="indexing", unit=" documents")


def _ranked(tokens: encoding.Tokens, *, forms: Sequence[str], digests: NDArray[np.uint64]) -> TokenIndex:
    """The index of tokens whose forms are numbered in any order; forms that do not occur are left out."""
    kept, type_of, types, number = encoding.rank(forms, np.bincount(tokens.printed, minlength=len(forms)))
    printed = number[tokens.printed]
    positions, starts = encoding.invert(type_of[printed] if len(kept) else printed, len(types))
    offsets = np.concatenate([[0], np.cumsum(tokens.lengths)]).astype(np.int64)
    return TokenIndex(printed, tokens.gaps, offsets, type_of, positions, starts, digests, kept, types)
