"""The engine against its peers, in one table: ``python3 tasks.py bench``.

Every figure comes from processes of their own (``engine.py``, ``peers.py``) and is a median of up to five; a
measurement is not repeated once it has taken a minute, unless ``--all`` is given. CPU seconds count all threads. Exit
code 1 says that a count differs from what was planted, or that a killed build did not recover.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import Final, NamedTuple

import pandas as pd
import pyarrow.parquet as pq
from common import ROOT
from generate import generate
from measuring import Call, Cost, measure
from rows import Corpus, Row, each, failed, row, show, untargeted, with_limit, with_ratio

HERE: Final = Path(__file__).parent
BIN: Final = "Scripts" if sys.platform == "win32" else "bin"
# conc asks for an old polars, so it lives in an environment of its own.
CONC: Final = ROOT / ".bench" / "conc" / BIN / "python"
CORPORA: Final = ROOT / ".bench" / "corpora"
SIZES: Final = {"1k": 1_000, "10k": 10_000, "100k": 100_000, "1m": 1_000_000}
# Peers by the task of theirs, and how many times as fast we are to be.
PEERS: Final = {"nltk": 40.0, "sklearn": 7.0, "polars": 2.0, "conc": 1.0}
PROGRAMS: Final = {
    "nltk": "NLTK word_tokenize, FreqDist",
    "sklearn": "scikit-learn CountVectorizer",
    "polars": "polars extract_all, group_by",
    "conc": "conc Corpus build",
}
# The largest corpus for each; NLTK takes the first thousand documents of any.
LARGEST: Final = {"nltk": 25_000, "sklearn": 100_000, "polars": 100_000, "conc": 100_000}
REPEATS: Final = 5
TIMES_POLARS: Final = 20.0
QUICK: Final = 0.2
KEYWORD_SECONDS: Final = 20.0
BUILD_GB: Final = 6.0
QUERY_GB: Final = 1.0
KILLED: Final = "killed"
PLANTED: Final = "planted hits, by year and outlet"


class Bench(NamedTuple):
    """How to measure: whether every repetition is made, however long it takes."""

    patient: bool

    def ours(self, task: str, corpus: Corpus, call: Call = "warm", repeats: int = REPEATS) -> Cost:
        """The cost of a task of ours."""
        _tell(f"{corpus.name}: {task}, {call}")
        command = [sys.executable, HERE / "engine.py", task, corpus.folder]
        return measure(command, repeats=repeats, patient=self.patient, call=call)

    def theirs(self, task: str, corpus: Corpus) -> Cost:
        """The cost of a task of a peer's."""
        _tell(f"{corpus.name}: {task}")
        command = [CONC if task == "conc" else sys.executable, HERE / "peers.py", task, corpus.folder]
        return measure(command, repeats=REPEATS, patient=self.patient)


def counts(bench: Bench, corpus: Corpus) -> list[Row]:
    """Texts to counts: ours warm, in a new process and on a new machine, then the peers with their ratios."""
    what, ours = "text to counts", bench.ours("counts", corpus)
    rows = [row(corpus, what, "mediastudy", ours, found=f"{each(ours) * 1e9:.0f} ns a token")]
    for call, name in (("first", "first call of a process"), ("cold", "cold first call, compilation included")):
        cost = bench.ours("counts", corpus, call)
        rows.append(row(corpus, what, f"mediastudy, {name}", cost, found=f"{each(cost) * 1e9:.0f} ns a token"))
    for peer, target in PEERS.items():
        if corpus.documents <= LARGEST[peer]:
            theirs = bench.theirs(peer, corpus)
            rows.append(with_ratio(row(corpus, what, PROGRAMS[peer], theirs), each(theirs) / each(ours), target))
    return rows


def index(bench: Bench, corpus: Corpus) -> list[Row]:
    """The index from documents on disk, with its peak memory."""
    cost = bench.ours("index", corpus, repeats=1)
    return [_aimed(corpus, with_limit(row(corpus, "index build", "mediastudy", cost), cost.peak, BUILD_GB, "GB peak"))]


def timeline(bench: Bench, corpus: Corpus) -> list[Row]:
    """Ten phrases by year and outlet: seconds, the truth, and the ratio to polars."""
    what, cost = "ten phrases by year and outlet", bench.ours("timeline", corpus)
    ours = row(corpus, what, "mediastudy", cost)
    rows = [_aimed(corpus, with_limit(ours, cost.wall, QUICK, "s wall"))]
    if cost.facts["wrong"] is not None:
        rows.append(with_limit(ours._replace(what=PLANTED), cost.facts["wrong"], 0, "wrong cells"))
    theirs = bench.theirs("polars_timeline", corpus)
    polars = row(corpus, what, "polars count_matches, group_by", theirs)
    return [*rows, with_ratio(polars, theirs.cpu / cost.cpu, TIMES_POLARS)]


def concordance(bench: Bench, corpus: Corpus) -> list[Row]:
    """Every line of a phrase."""
    cost = bench.ours("concordance", corpus)
    ours = row(corpus, "concordance of a phrase", "mediastudy", cost)
    return [_aimed(corpus, with_limit(ours, cost.wall, QUICK, "s wall"))]


def keywords(bench: Bench, corpus: Corpus) -> list[Row]:
    """Keywords of two halves with permutations of documents."""
    cost = bench.ours("keywords", corpus)
    ours = row(corpus, "keywords of halves, 999 permutations", "mediastudy", cost)
    return [with_limit(ours, cost.cpu, KEYWORD_SECONDS, "s CPU")]


def memory(bench: Bench, corpus: Corpus) -> list[Row]:
    """Anonymous memory while an index is opened and asked."""
    cost = bench.ours("memory", corpus, repeats=1)
    ours = row(corpus, "open, ten phrases, concordance", "mediastudy", cost)
    return [_aimed(corpus, with_limit(ours, cost.anonymous, QUERY_GB, "GB anonymous"))]


MEASURED: Final = {part.__name__: part for part in (counts, index, timeline, concordance, keywords, memory)}


def _aimed(corpus: Corpus, limited: Row) -> Row:
    """The row, whose target is one of a million documents."""
    return limited if corpus.documents >= SIZES["1m"] else untargeted(limited)


def _tell(line: str) -> None:
    """Say on the error stream what is being measured."""
    print(f"  {line}", file=sys.stderr, flush=True)


def transcripts(shared: Path, corpora: Path) -> list[Corpus]:
    """The prime ministers' transcripts, their speakers as outlets; nothing without the shared folder."""
    source, folder = shared / "corpora" / "pm_transcripts.jsonl.gz", corpora / "transcripts"
    if not source.exists():
        return []
    if not (folder / "documents.parquet").exists():
        articles = pd.read_json(source, lines=True, dtype=False, encoding="utf-8")
        dates = pd.to_datetime(articles["date"], errors="coerce").astype("datetime64[us]")
        names = [f"pm-{number:05}" for number in range(len(articles))]
        table = articles.assign(document=names, date=dates, outlet=articles["speaker"])
        folder.mkdir(parents=True, exist_ok=True)
        table[["document", "date", "outlet", "title", "text"]].to_parquet(folder / "documents.parquet", index=False)
    return [Corpus("PM transcripts", folder, pq.read_metadata(folder / "documents.parquet").num_rows)]


def generated(sizes: list[str], corpora: Path) -> list[Corpus]:
    """The generated corpora of these sizes, made where they are missing."""
    found = []
    for size in sizes:
        _tell(f"{size}: generated news")
        found.append(Corpus(f"news {size}", generate(corpora / size, SIZES[size]).folder, SIZES[size]))
    return found


def table(bench: Bench, corpora: list[Corpus], parts: list[str]) -> list[Row]:
    """The rows of all parts; an index that another part needs is made if it is missing."""
    rows = []
    for corpus in corpora:
        chosen = [name for name in parts if _suits(corpus, name, last=corpus == corpora[-1])]
        asks = set(chosen) - {"counts", "index"}
        if asks and "index" not in chosen and not (corpus.folder / "index").exists():
            chosen.insert(0, "index")
        for name in chosen:
            try:
                rows += MEASURED[name](bench, corpus)
            except RuntimeError as error:
                _tell(str(error))
                rows.append(failed(corpus, name))
    return rows


def _suits(corpus: Corpus, part: str, *, last: bool) -> bool:
    """Whether a part is measured on a corpus: keywords on 100,000 documents, waiting times on the largest alone."""
    if part == "keywords":
        return corpus.documents == SIZES["100k"]
    return part in MEASURED and (last or part not in {"concordance", "memory"})


def asked() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="The engine against its peers.")
    parser.add_argument("shared", type=Path, nargs="?", default=ROOT.parent / "shared", help="folder with corpora/")
    parser.add_argument("--sizes", default="10k,100k", help=f"generated corpora, of {', '.join(SIZES)}")
    parser.add_argument("--only", action="append", choices=[*MEASURED, KILLED], help="a part; repeatable")
    parser.add_argument("--all", action="store_true", help="1m as well, and every repetition")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="folder of the generated corpora")
    return parser.parse_args()


def main() -> None:
    """Measure what the command line asks for and print the table."""
    options = asked()
    parts = options.only or [*MEASURED, KILLED]
    sizes = ["10k", "100k", "1m"] if options.all else options.sizes.split(",")
    rows = []
    if parts != [KILLED]:
        corpora = [*transcripts(options.shared, options.corpora), *generated(sizes, options.corpora)]
        rows = table(Bench(options.all), corpora, parts)
        show(rows)
    command = [sys.executable, HERE / "killed.py", "--corpora", options.corpora]
    recovered = KILLED not in parts or subprocess.run([str(part) for part in command], check=False).returncode == 0
    wrong = any(found.what == PLANTED and found.met == "NO" for found in rows)
    sys.exit(wrong or not recovered or any(found.found == "failed" for found in rows))


if __name__ == "__main__":
    main()
