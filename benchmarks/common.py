"""What the benchmarks share: where the corpora lie, and what a command costs."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Cost(NamedTuple):
    """Wall seconds, and the peak memory in GB (None where the system does not tell)."""

    seconds: float
    peak: float | None


def shared_folder(description: str) -> Path:
    """The folder with corpora, gold files and references: the argument, or ../shared; stops kindly if absent."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("shared", type=Path, nargs="?", default=ROOT.parent / "shared")
    shared = parser.parse_known_args()[0].shared
    if not shared.is_dir():
        print(f"{description}\n  skipped: {shared} does not exist; name the folder with corpora/ and gold/.")
        sys.exit(0)
    return shared


def run(*command: str | Path) -> Cost:
    """Run a command of this environment to its end, quietly, and say what it cost."""
    begun = time.perf_counter()
    before = _children_peak()
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    seconds, after = time.perf_counter() - begun, _children_peak()
    return Cost(seconds, after if after is None or before is None or after > before else None)


def _children_peak() -> float | None:
    """The largest memory that any finished child has had, in GB."""
    try:
        import resource
    except ImportError:  # Windows has no such module
        return None
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1e9 if sys.platform == "darwin" else 1e6)
