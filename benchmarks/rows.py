"""The table of the benchmarks: one row for each figure, with its target and whether it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from measuring import Cost

_RIGHT: Final = {"counted", "cpu_s", "wall_s", "runs", "found"}


class Corpus(NamedTuple):
    """A corpus of the benchmarks: its name, where it lies, and its number of documents."""

    name: str
    folder: Path
    documents: int


class Row(NamedTuple):
    """A row of the table."""

    corpus: str
    what: str
    program: str
    counted: str
    cpu_s: str
    wall_s: str
    runs: str
    found: str = ""
    target: str = ""
    met: str = ""


def row(corpus: Corpus, what: str, program: str, cost: Cost, *, found: str = "") -> Row:
    """A row without a target."""
    counted, runs = f"{cost.facts['counted']:,}", str(cost.runs)
    return Row(corpus.name, what, program, counted, f"{cost.cpu:.3f}", f"{cost.wall:.3f}", runs, found)


def failed(corpus: Corpus, what: str) -> Row:
    """The row of a measurement that came to no end."""
    return Row(corpus.name, what, "", "", "", "", "", "failed", "", "NO")


def with_ratio(plain: Row, ratio: float, target: float) -> Row:
    """The row with how many times as long it took as ours."""
    met = "yes" if ratio >= target else "NO"
    return plain._replace(found=f"{ratio:.1f} x ours", target=f">= {target:g} x", met=met)


def with_limit(plain: Row, value: float | None, limit: float, unit: str) -> Row:
    """The row with a figure that must not exceed the limit; None if the system does not tell it."""
    target = f"<= {limit:g} {unit}"
    if value is None:
        return plain._replace(found="not told here", target=target)
    return plain._replace(found=f"{value:.3g} {unit}", target=target, met="yes" if value <= limit else "NO")


def untargeted(limited: Row) -> Row:
    """The row without its target, which is one of a larger corpus."""
    return limited._replace(target="", met="")


def each(cost: Cost) -> float:
    """CPU seconds for each counted token."""
    return cost.cpu / max(cost.facts["counted"], 1)


def show(rows: list[Row]) -> None:
    """Print the table."""
    lines = [tuple(name.replace("cpu_s", "CPU s").replace("_s", " s") for name in Row._fields), *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    numeric = [name in _RIGHT for name in Row._fields]
    for line in lines:
        cells = zip(line, widths, numeric, strict=True)
        print("  ".join(text.rjust(width) if right else text.ljust(width) for text, width, right in cells).rstrip())
