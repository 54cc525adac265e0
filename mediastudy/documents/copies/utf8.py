"""Texts as the bytes that compiled loops read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Texts(NamedTuple):
    """Texts in order: their UTF-8 bytes one after the other, and where each begins, with the end.

    Examples
    --------
    >>> texts = Texts.of(["aid", None, "à"])
    >>> texts.offsets.tolist(), texts.text(2), texts.size
    ([0, 3, 3, 5], 'à', 5)
    """

    letters: NDArray[np.uint8]
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, strings: Any) -> Texts:
        """The strings of a column or a list, missing ones empty; an Arrow column is not copied."""
        import pyarrow as pa

        array = pa.array(strings, pa.large_string(), from_pandas=True)
        array = array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
        if not len(array):
            return cls(np.empty(0, np.uint8), np.zeros(1, np.int64))
        _, places, letters = array.buffers()
        offsets = np.frombuffer(places, np.int64, len(array) + 1, offset=8 * array.offset)
        return cls(np.empty(0, np.uint8) if letters is None else np.frombuffer(letters, np.uint8), offsets)

    @property
    def size(self) -> int:
        """The number of bytes."""
        return int(self.offsets[-1] - self.offsets[0])

    @property
    def number(self) -> int:
        """The number of texts."""
        return len(self.offsets) - 1

    def text(self, place: int) -> str:
        """One of the texts."""
        return self.letters[self.offsets[place] : self.offsets[place + 1]].tobytes().decode()
