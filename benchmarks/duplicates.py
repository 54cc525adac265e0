"""Copies: how many of those planted in the prime ministers' transcripts are found, and what it costs beside rensa.

``python benchmarks/duplicates.py [SHARED] [--sizes 10k,100k]``; ``1m`` is a size as well. Copies that the transcripts
hold of themselves count neither way: what is found without the planted ones is taken as known. Exit code 1 says that a
target is missed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

import pandas as pd
from common import ROOT
from copies import EDITED, KINDS, MERGED, Planted, plant
from generate import generate
from measuring import measure
from rows import Corpus, Row, row, show, with_limit, with_ratio

from mediastudy.documents.duplicates import with_stories

HERE: Final = Path(__file__).parent
BIN: Final = "Scripts" if sys.platform == "win32" else "bin"
RENSA: Final = ROOT / ".bench" / "rensa" / BIN / "python"
CORPORA: Final = ROOT / ".bench" / "corpora"
SIZES: Final = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000}
# Peers with the largest corpus for each: rensa's C-MinHash compares every document with all that it keeps.
PEERS: Final = {"rensa_deduplicator": 100_000, "rensa_r": 100_000, "rensa_c": 10_000, "rensa_shingles": 100_000}
PEERS_UP_TO: Final = 100_000
RATIO: Final = 3.0
SECONDS: Final = 180.0
RECALL: Final = dict(zip(EDITED, (0.98, 0.95, 0.9, 0.75), strict=True))
PRECISION: Final = 0.98
EACH: Final = 500
SEEDS: Final = (1, 2, 3)
# One in so many generated documents gets a copy.
ONE_IN: Final = 10


def transcripts(shared: Path) -> pd.DataFrame:
    """The prime ministers' transcripts as documents."""
    articles = pd.read_json(shared / "corpora" / "pm_transcripts.jsonl.gz", lines=True, dtype=False, encoding="utf-8")
    dates = pd.to_datetime(articles["date"], errors="coerce").astype("datetime64[us]")
    names = [f"pm-{number:05}" for number in range(len(articles))]
    return articles.assign(document=names, date=dates, outlet=articles["speaker"])[
        ["document", "date", "outlet", "text"]
    ]


def quality(documents: pd.DataFrame) -> bool:
    """Print recall by kind and precision, over several draws; say whether the targets are met."""
    found = with_stories(documents).set_index("document")
    print(f"{len(documents):,} transcripts; copies among themselves: {found['copy'].value_counts().to_dict()}")
    hits: dict[str, list[bool]] = {kind: [] for kind in KINDS}
    right, wrong, glued = 0, 0, 0
    for seed in SEEDS:
        planted = plant(documents, each=EACH, seed=seed)
        story = with_stories(planted.documents).set_index("document")["story"]
        for name, (kind, made_of) in planted.truth.items():
            hits[kind].append(any(story[name] == story[source] for source in made_of))
            glued += kind == MERGED and _glued(story, found["story"], made_of)
        good, bad = _pairs(planted, story, found["story"])
        right, wrong = right + good, wrong + bad
    precision = right / max(right + wrong, 1)
    recall = {kind: sum(found) / len(found) for kind, found in hits.items()}
    for kind, share in recall.items():
        print(
            f"  recall {share:.3f}  {kind} ({len(hits[kind]):,})"
            + (f", target {RECALL[kind]}" if kind in RECALL else "")
        )
    print(f"  precision {precision:.4f} of {right + wrong:,} pairs with a planted copy, target {PRECISION}")
    print(f"  merged sources in one story: {glued}")
    return precision >= PRECISION and all(recall[kind] >= least for kind, least in RECALL.items())


def _glued(story: pd.Series, known: pd.Series, made_of: tuple[str, ...]) -> bool:
    """Whether two documents stand in one story that do not without the copy made of both."""
    one, other = made_of
    return bool(story[one] == story[other] and known[one] != known[other])


def _pairs(planted: Planted, story: pd.Series, known: pd.Series) -> tuple[int, int]:
    """How many pairs of a planted copy and another document of its story are right, and wrong."""
    members = story.groupby(story).groups
    right = wrong = 0
    for name, (_, made_of) in planted.truth.items():
        allowed = {known[source] for source in made_of}
        for other in members[story[name]]:
            origins = planted.truth[other][1] if other in planted.truth else (other,)
            is_right = any(known[origin] in allowed for origin in origins)
            right, wrong = right + (other != name and is_right), wrong + (other != name and not is_right)
    return right, wrong


def generated(size: str, corpora: Path) -> Corpus:
    """Generated news in which one document in ten has a copy; made where it is missing."""
    folder = corpora / f"{size}-copies"
    if not (folder / "documents.parquet").exists():
        made = pd.read_parquet(generate(corpora / size, SIZES[size]).documents)
        copied = plant(made.iloc[:: ONE_IN // len(KINDS) or 1], each=SIZES[size] // ONE_IN // len(KINDS))
        copies = copied.documents[copied.documents["document"].isin(copied.truth)]
        folder.mkdir(parents=True, exist_ok=True)
        pd.concat([made, copies], ignore_index=True).to_parquet(folder / "documents.parquet", index=False)
    return Corpus(f"news {size}", folder, SIZES[size])


def costs(corpus: Corpus) -> list[Row]:
    """What ours takes, and the peers where the corpus is not too large."""
    what, command = "text to stories", [sys.executable, HERE / "copying.py", "ours", corpus.folder]
    cost = measure(command, repeats=5 if corpus.documents <= PEERS_UP_TO else 1)
    ours = row(corpus, what, "mediastudy", cost, found=f"{cost.peak or 0:.2f} GB peak")
    if corpus.documents > PEERS_UP_TO:
        return [ours, with_limit(ours, cost.wall, SECONDS, "s wall")]
    rows = [ours]
    for peer in (name for name, largest in PEERS.items() if corpus.documents <= largest):
        theirs = measure([RENSA, HERE / "copying.py", peer, corpus.folder], repeats=5)
        rows.append(with_ratio(row(corpus, what, peer, theirs), theirs.cpu / cost.cpu, RATIO))
    return rows


def main() -> None:
    """Measure what the command line asks for; exit 1 if a target is missed."""
    parser = argparse.ArgumentParser(description="Copies: found, and what it costs.")
    parser.add_argument("shared", type=Path, nargs="?", default=ROOT.parent / "shared", help="folder with corpora/")
    parser.add_argument("--sizes", default="10k,100k", help=f"generated corpora, of {', '.join(SIZES)}; or none")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="folder of the generated corpora")
    asked = parser.parse_args()
    is_good = True
    if (asked.shared / "corpora").is_dir():
        is_good = quality(transcripts(asked.shared))
    rows = [
        found for size in asked.sizes.split(",") if size in SIZES for found in costs(generated(size, asked.corpora))
    ]
    if rows:
        show(rows)
    sys.exit(not is_good or any(found.met == "NO" for found in rows))


if __name__ == "__main__":
    main()
