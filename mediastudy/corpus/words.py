"""Lists of words as two arrays, letters and offsets, which can lie on disk and be opened without reading them."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Integers = NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class Words:
    """Words in order.

    Attributes
    ----------
    letters : the UTF-8 bytes of all words, one after the other
    offsets : where each word begins in ``letters``, and the end

    Examples
    --------
    >>> words = Words.of(["aid", "à"])
    >>> words.offsets.tolist(), words.listed, words.take(np.array([1])).listed
    ([0, 3, 5], ('aid', 'à'), ('à',))
    """

    letters: NDArray[np.uint8]
    offsets: Integers

    @classmethod
    def of(cls, words: Sequence[str]) -> Words:
        """The words of a list."""
        parts = [word.encode() for word in words]
        offsets = np.cumsum([0, *map(len, parts)], dtype=np.int64)
        return cls(np.frombuffer(b"".join(parts), dtype=np.uint8), offsets)

    @classmethod
    def from_arrow(cls, array: Any) -> Words:
        """The strings of an Arrow array, missing ones as empty words; nothing is copied if none is missing."""
        import pyarrow as pa
        import pyarrow.compute as pc

        whole = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
        filled = pc.fill_null(whole, "") if whole.null_count else whole
        large = filled.cast(pa.large_string())
        _, places, letters = large.buffers()
        if not len(large):
            return cls.of([])
        offsets = np.frombuffer(places, np.int64, len(large) + 1, offset=8 * large.offset)
        content = np.empty(0, np.uint8) if letters is None else np.frombuffer(letters, np.uint8)
        return cls(content, offsets)

    @classmethod
    def of_series(cls, series: Any) -> Words:
        """The strings of a pandas column, as :meth:`from_arrow`."""
        import pyarrow as pa

        return cls.from_arrow(pa.array(series, pa.large_string(), from_pandas=True))

    @functools.cached_property
    def array(self) -> Any:
        """The words as an Arrow array on the same memory."""
        import pyarrow as pa

        offsets = np.ascontiguousarray(self.offsets, dtype=np.int64)
        return pa.LargeStringArray.from_buffers(len(self), pa.py_buffer(offsets), pa.py_buffer(self.letters))

    @functools.cached_property
    def listed(self) -> tuple[str, ...]:
        """The words as Python's strings."""
        return tuple(self.array.to_pylist())

    @functools.cached_property
    def spelling(self) -> Integers:
        """The numbers of the words in the order of their spelling (that of Unicode's code points)."""
        import pyarrow.compute as pc

        return np.asarray(pc.sort_indices(self.array).to_numpy().astype(np.int64))

    @functools.cached_property
    def places(self) -> Integers:
        """The place of each word in the order of spelling."""
        places = np.empty(len(self), dtype=np.int64)
        places[self.spelling] = np.arange(len(self))
        return places

    @functools.cached_property
    def lengths(self) -> Integers:
        """The number of characters of each word."""
        import pyarrow.compute as pc

        return np.asarray(pc.utf8_length(self.array).to_numpy().astype(np.int32))

    def word(self, number: int) -> str:
        """One of the words."""
        return self.letters[self.offsets[number] : self.offsets[number + 1]].tobytes().decode()

    def head(self, number: int, characters: int) -> str:
        """At least so many characters of a word, or all there are: a long text is not decoded to its end."""
        start, end = int(self.offsets[number]), int(self.offsets[number + 1])
        # A quarter more bytes than characters will do, unless most letters take several.
        cut = min(end, start + characters + characters // 4 + 16)
        text = self.letters[start:cut].tobytes().decode(errors="ignore" if cut < end else "strict")
        return text if cut == end or len(text) >= characters else self.word(number)

    def series(self, numbers: Integers) -> pd.Series:
        """Some of the words as a pandas column."""
        return text_series(self.array.take(numbers))

    def take(self, numbers: Integers) -> Words:
        """Some of the words, in the order of their numbers."""
        return Words.from_arrow(self.array.take(numbers))

    def __len__(self) -> int:
        return len(self.offsets) - 1


def text_series(array: Any) -> pd.Series:
    """An Arrow array of strings as a pandas column on the same memory.

    Examples
    --------
    >>> text_series(Words.of(["aid"]).array).tolist()
    ['aid']
    """
    import pyarrow as pa

    untyped: Any = pd.arrays.ArrowStringArray
    dtype = pd.StringDtype("pyarrow", na_value=np.nan)
    return pd.Series(untyped(pa.chunked_array([array]), dtype=dtype))
