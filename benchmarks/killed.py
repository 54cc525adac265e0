"""Builds that are killed at random moments: the next build must end as one that nobody disturbed.

Twenty times each, ``Corpus.index_folder`` on generated news and ``mediastudy.build`` on a smaller heap of them are
started in a process, killed without warning at a moment drawn from the time an undisturbed build takes, and run again
to their end. Every file must then be equal, byte for byte, and no other file may lie there.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

from common import ROOT
from generate import generate

TIMES: Final = 20
SEED: Final = 7
INDEXED: Final = 10_000
BUILT: Final = 300
READY: Final = "ready"
_INDEX: Final = f"""
import sys, mediastudy as ms
ms.Corpus
print({READY!r}, flush=True)
ms.Corpus.index_folder(sys.argv[1])
"""
_BUILD: Final = f"""
import sys, mediastudy as ms
ms.build
print({READY!r}, flush=True)
ms.build(sys.argv[1] + "/raw", sys.argv[1] + "/processed")
"""


class Scene(NamedTuple):
    """A build to disturb: its name, its code, and the folder it starts from."""

    name: str
    code: str
    start: Path


def disturbed(scene: Scene, folder: Path, seconds: float) -> bool:
    """Whether a build in a fresh copy of the start was killed before its end, after so many seconds."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(scene.start, folder)
    with _started(scene, folder) as process:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        alive = process.poll() is None
        process.kill()
    return alive


def finished(scene: Scene, folder: Path) -> float:
    """The seconds that a build took to its end, imports not counted."""
    with _started(scene, folder) as process:
        begun = time.perf_counter()
        if process.wait():
            sys.exit(f"{scene.name} failed in {folder}.")
        return time.perf_counter() - begun


def undisturbed(scene: Scene, folder: Path) -> tuple[float, dict[str, str]]:
    """The seconds and the files of a build that nobody kills."""
    shutil.copytree(scene.start, folder)
    return finished(scene, folder), contents(folder)


def contents(folder: Path) -> dict[str, str]:
    """The checksum of every file below the folder, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def trial(scene: Scene, place: Path) -> bool:
    """Whether every killed build was made good, with a line that says so."""
    chosen = random.Random(SEED)  # noqa: S311 - moments, no secrets
    folder = place / "killed"
    # The first build compiles, so the second one tells how long the others will take.
    seconds, expected = [undisturbed(scene, place / name) for name in ("first", "second")][-1]
    equal = killed = 0
    while killed < TIMES:
        if not disturbed(scene, folder, chosen.uniform(0, seconds)):
            continue
        killed += 1
        finished(scene, folder)
        found = contents(folder)
        equal += found == expected
        for name in sorted({*found, *expected}):
            if found.get(name) != expected.get(name):
                print(f"  {scene.name}, kill {killed}: {name} differs")
    print(f"{scene.name}, killed at random within {seconds:.1f} s: {equal} of {TIMES} equal", flush=True)
    return equal == TIMES


@contextlib.contextmanager
def _started(scene: Scene, folder: Path) -> subprocess.Popen[str]:
    """A process that has imported what it needs and begins to build."""
    command = [sys.executable, "-c", scene.code, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        if process.stdout is None or process.stdout.readline().strip() != READY:
            sys.exit(f"{scene.name} did not start.")
        yield process


def main() -> None:
    """Kill both builds; exit 1 if one of them was not made good."""
    parser = argparse.ArgumentParser(description="Builds killed at random moments.")
    parser.add_argument("--corpora", type=Path, default=ROOT / ".bench" / "corpora")
    corpora = parser.parse_args().corpora
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        indexed, built = place / "indexed", place / "built"
        indexed.mkdir()
        shutil.copy(generate(corpora / "10k", INDEXED).documents, indexed)
        generate(built / "raw", BUILT).truth.unlink()
        good = [
            trial(Scene("index of 10,000 documents", _INDEX, indexed), place / "a"),
            trial(Scene("build of 300 articles", _BUILD, built), place / "b"),
        ]
    sys.exit(not all(good))


if __name__ == "__main__":
    main()
