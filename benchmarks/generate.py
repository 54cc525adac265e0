"""Invented news in any amount, with ten planted phrases and the truth about them.

``python benchmarks/generate.py FOLDER --documents 10000`` writes ``documents.parquet`` (document, date, outlet, title,
text) and ``truth.parquet`` (phrase, year, outlet, hits, documents_with_hit), which is recounted from the written texts.

Word frequencies follow Zipf and Mandelbrot: the type of rank r has a probability proportional to (r + 2.7)^-1.07. A
sixth of the words repeat one of the last words of their document, as topics make them do. A document depends on the
seed and on its number alone, so a smaller corpus is the beginning of a larger one.

References
----------
Mandelbrot, B. (1953). An informational theory of the statistical structure of language. In Jackson, W. (ed.),
Communication Theory. London: Butterworths, 486-502.
"""

from __future__ import annotations

import argparse
import math
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from prose import Prose, Shape, write_documents
from vocabulary import PHRASES, vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

YEARS: Final = range(1994, 2025)
OUTLETS: Final = (
    *("Aldmoor Courier", "Brae Herald", "Cinder Post", "Dunwater Gazette", "Eastfen Tribune"),
    *("Farrow Mirror", "Gallow Times", "Hythe Observer", "Inverlea Chronicle", "Jory Telegraph"),
)
BLOCK: Final = 20_000
SCHEMA: Final = pa.schema(
    {
        "document": pa.string(),
        "date": pa.timestamp("us"),
        "outlet": pa.string(),
        "title": pa.string(),
        "text": pa.large_string(),
    }
)
# Zipf and Mandelbrot's shift and exponent, and how finely the words' probabilities are cut.
_SHIFT: Final = 2.7
_EXPONENT: Final = 1.07
_CUTS: Final = 1 << 22
# The length in tokens of the median document, the standard deviation of its logarithm, and its bounds.
_MEDIAN: Final = 380
_SPREAD: Final = 0.58
_SHORTEST: Final = 40
_LONGEST: Final = 5_000


class Corpus(NamedTuple):
    """Where a generated corpus lies: its folder, documents and truth."""

    folder: Path

    @property
    def documents(self) -> Path:
        """The documents' file."""
        return self.folder / "documents.parquet"

    @property
    def truth(self) -> Path:
        """The file of what was planted."""
        return self.folder / "truth.parquet"


def generate(folder: Path, documents: int, *, seed: int = 1) -> Corpus:
    """The corpus in the folder; made unless it stands there whole."""
    corpus = Corpus(folder)
    if corpus.truth.exists():
        return corpus
    folder.mkdir(parents=True, exist_ok=True)
    with pq.ParquetWriter(corpus.documents, SCHEMA, compression="zstd") as file:
        prose, shape = _prose(vocabulary()), _shape()
        for first in range(0, documents, BLOCK):
            file.write_table(_block(prose, shape, (first, min(BLOCK, documents - first), seed)), row_group_size=BLOCK)
    recount(corpus.documents).to_parquet(corpus.truth, index=False)
    return corpus


def recount(documents: Path) -> pd.DataFrame:
    """Hits of every phrase by year and outlet, found in the written texts by Arrow's regular expressions."""
    parts = []
    for batch in pq.ParquetFile(documents).iter_batches(BLOCK, columns=["date", "outlet", "text"]):
        place = {"year": pc.year(batch["date"]).to_numpy(), "outlet": batch["outlet"].to_pandas()}
        for phrase in PHRASES:
            counts = pc.count_substring_regex(batch["text"], phrase.pattern, ignore_case=True).to_numpy()
            frame = pd.DataFrame({"phrase": phrase.name, **place, "hits": counts.astype(np.int64)})
            parts.append(frame.assign(documents_with_hit=frame["hits"] > 0).groupby(["phrase", "year", "outlet"]).sum())
    return pd.concat(parts).groupby(level=[0, 1, 2]).sum().reset_index()


def _block(prose: Prose, shape: Shape, which: tuple[int, int, int]) -> pa.Table:
    """The documents of a block: the first one's number, how many, and the seed."""
    first, number, seed = which
    made = write_documents(prose, shape, first, number, seed)
    year, outlet, day = made.year + YEARS[0], pa.array(made.outlet), made.day
    dates = (year - 1970).astype("datetime64[Y]").astype("datetime64[D]") + day
    columns = {
        "document": pa.array([f"news-{document:07}" for document in range(first, first + number)]),
        "date": pa.array(dates).cast(pa.timestamp("us")),
        "outlet": pa.array(OUTLETS).take(outlet),
        "title": _strings(made.titles, made.title_ends).cast(pa.string()),
        "text": _strings(made.texts, made.text_ends),
    }
    return pa.table(columns, schema=SCHEMA)


def _strings(content: NDArray[np.uint8], ends: NDArray[np.int64]) -> pa.Array:
    """The strings that the bytes hold, one up to each end."""
    return pa.LargeStringArray.from_buffers(len(ends) - 1, pa.py_buffer(ends), pa.py_buffer(content))


def _prose(words: list[str]) -> Prose:
    """The words and spellings as bytes, and a table that draws words as often as they are to occur."""
    probability = (np.arange(1, len(words) + 1) + _SHIFT) ** -_EXPONENT
    quantiles = np.searchsorted(np.cumsum(probability) / probability.sum(), (np.arange(_CUTS) + 0.5) / _CUTS)
    spellings = [spelling for phrase in PHRASES for spelling in phrase.spellings]
    plain = [*words, *spellings]
    encoded = [form.encode() for word in plain for form in (word, word[0].upper() + word[1:])]
    ends = np.cumsum([0, *(len(form) for form in encoded)])
    places = len(words) + np.cumsum([0, *(len(phrase.spellings) for phrase in PHRASES)])
    return Prose(quantiles.astype(np.int32), np.frombuffer(b"".join(encoded), np.uint8), ends, places)


def _shape() -> Shape:
    """Document lengths to draw from, and the odds of each phrase at a token, summed over the phrases."""
    normal = statistics.NormalDist()
    drawn = [_MEDIAN * math.exp(_SPREAD * normal.inv_cdf((place + 0.5) / 4096)) for place in range(4096)]
    phrase, year, outlet = np.ogrid[: len(PHRASES), : len(YEARS), : len(OUTLETS)]
    wave = 1 + 0.8 * np.sin(2 * np.pi * year / (9 + 3 * phrase) + phrase)
    odds = 1e-6 * (15 + 6 * phrase) * wave * (0.5 + outlet / 9)
    summed = np.cumsum(odds, axis=0).transpose(1, 2, 0)
    return Shape(np.clip(drawn, _SHORTEST, _LONGEST).astype(np.int64), np.ascontiguousarray(summed))


def main() -> None:
    """Generate the corpus that the command line asks for, and say what it holds."""
    parser = argparse.ArgumentParser(description="Invented news with planted phrases.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    begun = time.perf_counter()
    corpus = generate(asked.folder, asked.documents, seed=asked.seed)
    hits = pd.read_parquet(corpus.truth).groupby("phrase")["hits"].sum()
    print(f"{corpus.documents}: {asked.documents:,} documents, {time.perf_counter() - begun:.0f} s")
    print(hits.to_string())


if __name__ == "__main__":
    main()
