"""A heap of generated articles in mixed formats: how fast it is read, in how much memory, and whether all is right.

``python benchmarks/mixed.py FOLDER --documents 100000`` writes the heap (unless it is there), reads it in a process of
its own, compares title, date, outlet and text of every article with what was written, then starts the same reading
again and kills it at a random moment, several times, until it ends: the tables must be equal, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import resource
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from typing import Final

import pandas as pd
from exporting import FORMATS
from generate import generate

# Of a hundred articles, how many come in each format.
SHARES: Final = {
    "text": 15, "html": 15, "markdown": 5, "nitf": 5, "ninjs": 5, "factiva": 15, "lexisnexis": 10, "nexis_uni": 5,
    "proquest": 10, "csv": 10, "zip": 5,
}  # fmt: skip
_READ: Final = """
import resource, sys, time
from pathlib import Path
import mediastudy
from mediastudy import storage
from mediastudy.documents.intake import read_remembering
if __name__ == "__main__":
    begun = time.perf_counter()
    taken = read_remembering(sys.argv[1], Path(sys.argv[2]) / "reading", processes=int(sys.argv[3]))
    seconds = time.perf_counter() - begun
    for name, table in taken._asdict().items():
        storage.write(table, Path(sys.argv[2]) / f"{name}.parquet")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{seconds:.1f} {peak:.2f}")
"""


def write_heap(folder: Path, documents: int) -> int:
    """Write the heap, and return how many files it has; the truth lies beside it."""
    raw = folder / "raw"
    if (folder / "truth.parquet").exists():
        return sum(path.is_file() for path in raw.rglob("*"))
    rows = pd.read_parquet(generate(folder / "news", documents).documents)
    kinds = [name for name, share in SHARES.items() for _ in range(share)]
    random.Random(5).shuffle(kinds)  # noqa: S311 - no secret
    rows["kind"] = [kind for _, kind in zip(range(len(rows)), cycle(kinds), strict=False)]
    count = 0
    for kind, group in rows.groupby("kind"):
        how = FORMATS[str(kind)]
        for number, start in enumerate(range(0, len(group), how.articles)):
            part = [row for _, row in group.drop(columns="kind").iloc[start : start + how.articles].iterrows()]
            path = raw / str(kind) / f"{number // 1000:03}" / f"part{number:06}{how.suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(how.write(part))
            count += 1
    rows.to_parquet(folder / "truth.parquet", index=False)
    return count


def plain(values: pd.Series) -> pd.Series:
    """Strings with white space made single."""
    return values.fillna("").str.split().str.join(" ")


def compare(folder: Path, processed: Path) -> pd.DataFrame:
    """Per format, the share of titles, dates, outlets and texts that are right; an article lost is wrong in all."""
    truth = pd.read_parquet(folder / "truth.parquet")
    found = pd.read_parquet(processed / "documents.parquet")
    truth["key"], found["key"] = (plain(frame["text"]).str.replace(" ", "").str[:80] for frame in (truth, found))
    both = truth.merge(found.drop_duplicates("key"), on="key", how="left", suffixes=("", "_found"))
    right = pd.DataFrame(
        {
            "kind": both["kind"],
            "title": plain(both["title"]) == plain(both["title_found"]),
            "date": both["date"].dt.normalize() == both["date_found"].dt.normalize(),
            "outlet": plain(both["outlet"]) == plain(both["outlet_found"]),
            "text": plain(both["text"]) == plain(both["text_found"]),
        }
    )
    return right.groupby("kind").mean().assign(articles=truth["kind"].value_counts())


def run(raw: Path, processed: Path, processes: int, seconds: float | None = None) -> str | None:
    """Read the heap in a process of its own; None if it was killed after so many seconds."""
    script = processed.parent / "read.py"
    script.write_text(_READ, encoding="utf-8")
    command = [sys.executable, script, raw, processed, str(processes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            return process.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            process.kill()
            return None


def digests(folder: Path) -> dict[str, str]:
    """The checksum of every file in a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def measured(folder: Path, files: int, asked: argparse.Namespace) -> float:
    """Read the heap, print what it cost and what is right, and return the seconds."""
    seconds, peak = map(float, str(run(folder / "raw", folder / "whole", asked.processes)).split())
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{asked.documents:,} articles in {files:,} files, {asked.processes} processes: {seconds:.0f} s")
    print(f"{files / seconds:.0f} files/s, {asked.documents / seconds:.0f} articles/s")
    print(f"CPU {used.ru_utime + used.ru_stime:.0f} s, peak of the first process {peak:.2f} GB")
    print(compare(folder, folder / "whole").round(4).to_string())
    problems = pd.read_parquet(folder / "whole" / "problems.parquet")
    print(f"problems: {problems['problem'].value_counts().to_dict()}")
    again = float(str(run(folder / "raw", folder / "whole", asked.processes)).split()[0])
    print(f"again, nothing changed: {again:.0f} s")
    return seconds


def recovered(folder: Path, seconds: float, asked: argparse.Namespace) -> bool:
    """Whether readings that are killed, one after the other, end in the same tables as one that nobody disturbed."""
    chance = random.Random(11)  # noqa: S311 - no secret
    waits = [chance.uniform(0.1, 0.5) * seconds for _ in range(asked.kills)]
    ends = [run(folder / "raw", folder / "broken", asked.processes, wait) for wait in waits]
    run(folder / "raw", folder / "broken", asked.processes)
    same = digests(folder / "broken") == digests(folder / "whole")
    print(f"killed {ends.count(None)} times: tables {'equal' if same else 'DIFFER'}")
    return same


def main() -> int:
    """Write, read, compare, kill, and say what was measured."""
    parser = argparse.ArgumentParser(description="A heap of articles in mixed formats.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--kills", type=int, default=3)
    asked = parser.parse_args()
    files = write_heap(asked.folder, asked.documents)
    seconds = measured(asked.folder, files, asked)
    return int(not recovered(asked.folder, seconds, asked))


if __name__ == "__main__":
    sys.exit(main())
