"""The rank of names that are known to be right among those that ``suggest_variants`` gives, on real and made-up texts.

The real ones are seven renamings and three abbreviations in the Australian prime ministers' transcripts, picked as
frequent enough before any rank was seen. In the made-up ones a place takes a new name in mid-corpus, which is hardly
spelt like the old one and is announced in none, one or five articles.
"""

from __future__ import annotations

import time
from typing import Any, Final

import numpy as np
import pandas as pd
from common import shared_folder

from mediastudy.corpus import Corpus
from mediastudy.timelines.suggesting import suggest_variants

MOST: Final = 200
KNOWN: Final = {
    "Peking": ("beijing",),
    "Burma": ("myanmar",),
    "Kampuchea": ("cambodia",),
    "Telecom": ("telstra",),
    "Ayers Rock": ("uluru",),
    "Department of External Affairs": ("department of foreign affairs",),
    "unemployment benefit*": ("newstart", "newstart allowance", "job search allowance"),
    "national broadband network": ("nbn",),
    "goods and services tax": ("gst",),
    "CSIRO": ("commonwealth scientific and industrial research organisation",),
}
WORDS: Final = 3_000
SIZE: Final = 400


def transcripts(shared: Any) -> Corpus:
    """The transcripts as a corpus."""
    raw = pd.read_json(shared / "corpora" / "pm_transcripts.jsonl.gz", lines=True, dtype=False, encoding="utf-8")
    names = [f"pm-{number:05}" for number in range(len(raw))]
    return Corpus.build(
        pd.DataFrame({"document": names, "date": raw["date"], "text": raw["text"].fillna(""), "language": "en"})
    )


def invented(announced: int, *, seed: int = 1) -> Corpus:
    """Articles about twenty places, each with words of its own around it; Orlo is called Velatown in the later half."""
    random = np.random.default_rng(seed)
    letters = np.array(list("aeioumnrst"))
    words = ["".join(random.choice(letters, 6)) for _ in range(WORDS)]
    places = ["Orlo", *(f"Place{chr(97 + number)}" for number in range(19))]
    company = random.choice(WORDS, (len(places), 40))
    texts = []
    for number in range(SIZE):
        place = int(random.integers(len(places)))
        name = "Velatown" if place == 0 and number >= SIZE // 2 else places[place]
        around = [words[int(random.choice(company[place]) if random.random() < 1 / 2 else random.integers(WORDS))]
                  for _ in range(60)]  # fmt: skip
        texts.append(" ".join(f"{name} {word}" if step % 10 == 5 else word for step, word in enumerate(around)))  # noqa: PLR2004 - five names a text
    texts += ["Velatown, formerly known as Orlo, is dry."] * announced
    return Corpus.build(pd.DataFrame({"document": [f"d{number}" for number in range(len(texts))], "text": texts}))


def ranked(found: pd.DataFrame, right: tuple[str, ...]) -> str:
    """The best rank of a right name, with what speaks for it."""
    place = found.reset_index(drop=True)
    hits = place[place["candidate"].isin(right)]
    if hits.empty:
        return f"   not among {MOST}"
    best = hits.iloc[0]
    return (
        f"{hits.index[0] + 1:>8}  letters {best['string_similarity']:.2f}  context {best['context_similarity']:.2f}"
        f"  appositions {best['appositions']:>3}  {best['candidate']} ({best['hits']:,} hits)"
    )


def main() -> None:
    """Print the rank of every known name."""
    shared = shared_folder("Ranks of known names among suggested variants")
    for announced in (0, 1, 5):
        found = suggest_variants(invented(announced), "Orlo", most=MOST)
        print(f"{f'Orlo, renamed in {announced} articles':34}{ranked(found, ('velatown',))}")
    corpus = transcripts(shared)
    begun = time.perf_counter()
    found = suggest_variants(corpus, list(KNOWN), most=MOST)
    seconds = time.perf_counter() - begun
    for phrase, right in KNOWN.items():
        rows = found[found["phrase"] == phrase]
        print(f"{phrase:34}{ranked(rows, right)}")
        print(f"{'':36}first: {', '.join(rows['candidate'].head(5))}")
    print(f"{len(KNOWN)} phrases in {len(corpus):,} documents, {corpus.tokens:,} tokens: {seconds:.0f} s")


if __name__ == "__main__":
    main()
