"""A folder's documents.parquet to its index, in runs of documents, and the texts beside it.

The index holds the texts too, as plain bytes: a sentence is found in them without unpacking the documents file.
Checksums of the texts tell which of them a former index knows; those are not tokenised again.
"""

from __future__ import annotations

import hashlib
import itertools
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import pandas as pd

from mediastudy import tables
from mediastudy.corpus import encoding, indexfiles, tokenizer
from mediastudy.corpus.index import TokenIndex, position_dtype, type_starts
from mediastudy.corpus.words import Words, text_series

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from mediastudy.corpus.scanning import Scanner

DOCUMENTS: Final = "documents.parquet"
INDEX: Final = "index"
# Documents taken at a time.
RUN: Final = 20_000


class _Former(NamedTuple):
    """A former index, the row of each text that it knows, and the new numbers of its forms."""

    tokens: TokenIndex
    rows: dict[bytes, int]
    numbers: NDArray[np.int32]


def build(folder: Path, *, progress: bool = False) -> None:
    """Write the index of a folder's documents, extending the one that stands there if there is one.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from mediastudy import storage
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = storage.write(pd.DataFrame({"document": ["a"], "text": ["Aid came."]}), folder / DOCUMENTS)
    >>> build(folder)
    >>> TokenIndex.of_arrays(indexfiles.load(folder / INDEX)).types
    ('aid', 'came')
    """
    from tqdm import tqdm

    from mediastudy.corpus.scanning import Scanner

    scanner = Scanner()
    former = _former(folder / INDEX, scanner)
    with (
        indexfiles.drafts(folder / INDEX, tokenizer=tokenizer.rules()) as new,
        tqdm(desc="indexing", unit=" documents", total=_count(folder), disable=not progress) as bar,
    ):
        counts = _tokenise(folder, new, scanner, former, bar)
        ranking = encoding.rank(scanner.vocabulary.words(), counts)
        _finish(new, ranking, counts)
        words = {"forms": ranking.forms, "types": ranking.types}
        for name, listed in words.items():
            new.put(f"{name}_letters", listed.letters)
            new.put(f"{name}_offsets", listed.offsets)


def metadata(folder: Path) -> pd.DataFrame:
    """The documents of a folder without their texts.

    Raises
    ------
    FileNotFoundError
        If the folder holds no documents.
    ValueError
        If they lack a needed column.
    """
    path = folder / DOCUMENTS
    if not path.is_file():
        message = f"{path} does not exist."
        raise FileNotFoundError(message)
    import pyarrow.parquet as pq

    names = [name for name in pq.read_schema(path).names if not name.startswith("__index")]
    tables.require(pd.DataFrame(columns=names), ["document", "text"], what=str(path))
    return pd.read_parquet(path, columns=[name for name in names if name != "text"])


def text_arrays(texts: pd.Series) -> dict[str, NDArray[Any]]:
    """The arrays that hold some texts, missing ones noted, and their checksums.

    Examples
    --------
    >>> text_arrays(pd.Series(["aid", None]))["text_missing"].tolist()
    [1]
    """
    words = Words.of_series(texts)
    start, end = int(words.offsets[0]), int(words.offsets[-1])
    return {
        "text_letters": words.letters[start:end],
        "text_offsets": words.offsets - start,
        "text_missing": np.flatnonzero(texts.isna()).astype(np.int64),
        "digests": digests(words),
    }


def text_column(arrays: Mapping[str, Any]) -> pd.Series:
    """The texts of some arrays as a pandas column on the same memory."""
    import pyarrow as pa

    words = Words(arrays["text_letters"], arrays["text_offsets"])
    array = words.array
    if len(arrays["text_missing"]):
        valid = np.ones(len(words), dtype=bool)
        valid[arrays["text_missing"]] = False
        bits = np.packbits(valid, bitorder="little")
        _, offsets, letters = array.buffers()
        array = pa.Array.from_buffers(pa.large_string(), len(words), [pa.py_buffer(bits), offsets, letters])
    return text_series(array)


def check_texts(folder: Path, arrays: Mapping[str, Any], *, verify: bool | None) -> None:
    """Raise if the documents of a folder are not those of its index; their texts are compared as ``load`` compares.

    Raises
    ------
    ValueError
        If they differ.
    """
    known = arrays.get("digests", np.empty((0, 2), np.uint64))
    same = len(known) == _count(folder)
    size = sum(array.nbytes for array in arrays.values())
    if same and (size <= indexfiles.CHECKED if verify is None else verify):
        parts = [digests(texts) for texts, _ in _runs(folder)]
        same = np.array_equal(np.concatenate([np.empty((0, 2), np.uint64), *parts]), known)
    if not same:
        message = f"{folder}: {DOCUMENTS} was changed after its index was built. Build the corpus again."
        raise ValueError(message)


def digests(texts: Words) -> NDArray[np.uint64]:
    """Checksums of 128 bits of some texts, shape (texts, 2), to notice that one changed.

    Examples
    --------
    >>> one, other = digests(Words.of(["aid", "aid "])).tolist()
    >>> one == other
    False
    """
    letters: Any = texts.letters
    edges = itertools.pairwise(texts.offsets.tolist())
    found = b"".join(hashlib.blake2b(letters[start:end], digest_size=16).digest() for start, end in edges)
    return np.frombuffer(found, dtype="<u8").reshape(-1, 2).astype(np.uint64)


def _count(folder: Path) -> int:
    """The number of documents in a folder."""
    import pyarrow.parquet as pq

    return int(pq.read_metadata(folder / DOCUMENTS).num_rows)


def _runs(folder: Path) -> Iterator[tuple[Words, Any]]:
    """The texts of a folder's documents in runs, and which of them are missing."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(folder / DOCUMENTS) as file:
        for batch in file.iter_batches(RUN, columns=["text"]):
            column = batch.column(0)
            yield Words.from_arrow(column), column.is_null().to_numpy(zero_copy_only=False)
        if not file.metadata.num_rows:
            yield Words.of([]), np.zeros(0, dtype=bool)


def _former(folder: Path, scanner: Scanner) -> _Former | None:
    """The index that stands in the folder, if it can be used and has the tokens that would be found today."""
    try:
        if indexfiles.tokenizer_of(folder) != tokenizer.rules():
            return None
        arrays = indexfiles.load(folder)
        index = TokenIndex.of_arrays(arrays)
        rows = {checksum.tobytes(): row for row, checksum in enumerate(arrays["digests"])}
        words = index.form_words
    except (FileNotFoundError, ValueError, KeyError):
        return None
    return _Former(index, rows, scanner.vocabulary.number(words.letters, words.offsets[:-1], words.offsets[1:]))


def _tokenise(
    folder: Path, new: indexfiles.Drafts, scanner: Scanner, former: _Former | None, bar: Any
) -> NDArray[np.integer]:
    """Write texts and tokens, with forms in the scanner's numbers; how many tokens there are of each form."""
    kinds: dict[str, Any] = {"printed": np.int32, "gaps": np.uint8, "skips": np.uint8}
    streams = {name: new.stream(name, dtype) for name, dtype in kinds.items()}
    far, letters = new.stream("far", np.int64, 2), new.stream("text_letters", np.uint8)
    found, sizes, missing = [], [], []
    counts: NDArray[np.integer] = np.zeros(0, np.int64)
    documents = 0
    for texts, absent in _runs(folder):
        start, end = int(texts.offsets[0]), int(texts.offsets[-1])
        letters.append(texts.letters[start:end])
        checksums = digests(texts)
        tokens = _tokens(texts, checksums, scanner, former)
        for name, stream in streams.items():
            stream.append(getattr(tokens, name))
        far.append(tokens.far + np.array([streams["printed"].rows - len(tokens.printed), 0]))
        more = encoding.form_counts(tokens.printed, len(scanner.vocabulary))
        counts = more + np.pad(counts, (0, len(more) - len(counts)))
        found.append((tokens.lengths, tokens.han, checksums))
        sizes.append(np.diff(texts.offsets))
        missing.append(np.flatnonzero(absent) + documents)
        documents += len(texts)
        bar.update(len(texts))
    lengths, han, checksums = (np.concatenate(part) for part in zip(*found, strict=True))
    new.put("offsets", np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64))
    new.put("han", han)
    new.put("digests", checksums)
    new.put("text_offsets", np.concatenate([[0], np.cumsum(np.concatenate(sizes))]).astype(np.int64))
    new.put("text_missing", np.concatenate(missing).astype(np.int64))
    return counts


def _tokens(texts: Words, checksums: NDArray[np.uint64], scanner: Scanner, former: _Former | None) -> encoding.Tokens:
    """The tokens of a run of texts, taken from the former index where it knows the text."""
    known = {} if former is None else former.rows
    rows = np.array([known.get(checksum.tobytes(), -1) for checksum in checksums], dtype=np.int64)
    parts = []
    for start, end in _stretches(rows >= 0):
        if former is not None and rows[start] >= 0:
            parts.append(former.tokens.tokens_of(rows[start:end], former.numbers))
        else:
            unknown = Words(texts.letters, texts.offsets[start : end + 1])
            parts += [encoding.Tokens(*scanner.scan(batch)) for batch in encoding.batches(unknown)]
    parts = parts or [encoding.Tokens(*scanner.scan(texts))]
    return encoding.joined(parts)


def _stretches(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where flags that are the same stand in a row."""
    edges = [*([0] if len(flags) else []), *(np.flatnonzero(np.diff(flags)) + 1).tolist(), len(flags)]
    return list(itertools.pairwise(edges))


def _finish(new: indexfiles.Drafts, ranking: encoding.Ranking, counts: NDArray[np.integer]) -> None:
    """Give the printed tokens their final numbers, and invert them."""
    printed = new.arrays["printed"].map()
    encoding.renumber(printed, ranking.renumbered)
    per_form = np.zeros(len(ranking.forms), np.int64)
    occurring = np.flatnonzero(counts)
    per_form[ranking.renumbered[occurring]] = counts[occurring]
    starts = type_starts(per_form, ranking.type_of, len(ranking.types))
    new.put("type_of", ranking.type_of)
    new.put("starts", starts)
    positions = new.stream("positions", position_dtype(len(printed)))
    positions.extend(len(printed))
    encoding.invert(printed, ranking.type_of, starts, positions.map())
