"""Tables that a scholar writes by hand beside the raw data: found, read leniently, their cells checked."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from mediastudy.documents.readers import Unreadable, delimited
from mediastudy.documents.records import Problem, Source
from mediastudy.documents.tabular.columns import plain_name

if TYPE_CHECKING:
    from collections.abc import Mapping

Told = tuple[str, Problem]

_BLANK: Final = frozenset({"", "na", "n/a", "nan", "none", "null", "unknown", "?", "-", "–", "—"})
_WHOLE: Final = re.compile(r"\d+(?:\.00?)?")
_GROUPED: Final = re.compile(r"\d{1,3}([.,'’ \u00a0\u2009\u202f])\d{3}(?:\1\d{3})*")
_MINUS: Final = ("-", "−", "–")
_LARGEST: Final = 10**12


class Sidecar(NamedTuple):
    """The rows under our column names (strings, missing where blank), the line of each, and the problems."""

    rows: pd.DataFrame
    places: list[str]
    problems: list[Told]


def beside(raw: str | Path, name: str, *, above: int) -> Path | None:
    """The file of this name in the raw folder (or that of a raw file) or up to so many folders above; the nearest.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "study.toml").write_text("", encoding="utf-8")
    >>> beside(folder / "data" / "raw", "study.toml", above=2) == folder.resolve() / "study.toml"
    True
    >>> beside(folder / "data" / "raw", "study.toml", above=1) is None
    True
    """
    start = Path(raw).resolve()
    folders = [start.parent if start.is_file() else start, *(start.parent if start.is_file() else start).parents]
    return next((folder / name for folder in folders[: above + 1] if (folder / name).is_file()), None)


def read_sidecar(raw: str | Path, name: str, names: Mapping[str, tuple[str, ...]]) -> Sidecar:
    r"""The table of this name beside the raw data or one folder above, without rows if there is none.

    Columns may stand in any order and go by any of the ``names`` given for ours. A column that is none of them, or
    comes a second time, is a problem and not used.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "note.csv").write_text("Number,Newspaper\n3,Coast Daily\n", encoding="utf-8")
    >>> sidecar = read_sidecar(folder, "note.csv", {"outlet": ("outlet", "newspaper"), "hits": ("hits",)})
    >>> sidecar.rows.to_dict("records"), sidecar.problems[0][1].problem
    ([{'outlet': 'Coast Daily', 'hits': nan}], 'unknown_column')
    """
    path = beside(raw, name, above=1)
    nothing = pd.DataFrame({ours: pd.Series(dtype="str") for ours in names})
    if path is None:
        return Sidecar(nothing, [], [])
    try:
        table = delimited.read(Source(name, ".csv", path.read_bytes()))
    except Unreadable as refusal:
        return Sidecar(nothing, [], [(name, Problem("", refusal.problem, f"{refusal.detail}; it was not used"))])
    except OSError as error:
        return Sidecar(nothing, [], [(name, Problem("", "unreadable_file", f"{error.strerror}; it was not used"))])
    chosen, problems = _recognised(list(table.frame.columns), names)
    cells = {ours: table.frame[theirs].map(_cell, na_action="ignore") for ours, theirs in chosen.items()}
    rows = pd.DataFrame(cells, index=table.frame.index).reindex(columns=list(names)).astype("str")
    kept = rows.notna().any(axis="columns").to_numpy()
    places = [place for place, keep in zip(table.places, kept, strict=True) if keep]
    return Sidecar(rows[kept].reset_index(drop=True), places, [(name, found) for found in (*table.problems, *problems)])


def counts(sidecar: Sidecar, column: str, *, file: str) -> tuple[pd.Series[int], list[Told]]:
    """A column of whole numbers, missing where the cell is blank or no count; each of the latter is a problem.

    Examples
    --------
    >>> sidecar = Sidecar(pd.DataFrame({"hits": ["1,200", "many", None, "-3"]}), ["1", "2", "3", "4"], [])
    >>> numbers, problems = counts(sidecar, "hits", file="acquisition.csv")
    >>> numbers.tolist()[:1], [found.problem for _, found in problems]
    ([1200], ['not_a_number', 'negative_count'])
    """
    numbers: list[int | None] = []
    problems: list[Told] = []
    for cell, place in zip(sidecar.rows[column].array, sidecar.places, strict=True):
        number, problem = count_in(cell) if isinstance(cell, str) else (None, None)
        numbers.append(number)
        if problem:
            detail = f"{column} is {cell!r}; taken as unknown. Write a whole number, or leave the cell empty"
            problems.append((file, Problem(place, problem, detail)))
    return pd.Series(numbers, dtype="Int64"), problems


def count_in(cell: str) -> tuple[int | None, str | None]:
    """The count that a cell states, or None with the name of the problem.

    Examples
    --------
    >>> count_in("1,200"), count_in("about 30"), count_in("-3")
    ((1200, None), (None, 'not_a_number'), (None, 'negative_count'))
    """
    plain = cell.strip()
    if _WHOLE.fullmatch(plain):
        number = int(plain.partition(".")[0])
    elif _GROUPED.fullmatch(plain):
        number = int(re.sub(r"\D", "", plain))
    else:
        negative = plain.startswith(_MINUS) and count_in(plain[1:].strip())[0] is not None
        return None, "negative_count" if negative else "not_a_number"
    return (number, None) if number <= _LARGEST else (None, "not_a_number")


def same_name(name: str) -> str:
    """The form in which two names are compared: without case, accents, signs and a leading *The*.

    Examples
    --------
    >>> same_name(" The Coast  DAILY "), same_name("O Pôrto-Alba")
    ('coast daily', 'o porto alba')
    """
    plain = re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name)).casefold()
    return " ".join(re.findall(r"\w+", plain)).removeprefix("the ")


def same_names(names: pd.Series) -> pd.Series:
    """The names in the form in which they are compared, missing ones missing.

    Examples
    --------
    >>> same_names(pd.Series(["Coast Daily", None, "COAST DAILY"])).tolist()
    ['coast daily', nan, 'coast daily']
    """
    return names.map({name: same_name(str(name)) for name in names.dropna().unique()}).astype("str")


def _cell(cell: str) -> str | None:
    """The cell without space around it, None if it says nothing."""
    plain = " ".join(cell.split())
    return None if plain.casefold() in _BLANK else plain


def _recognised(columns: list[str], names: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, str], list[Problem]]:
    """Which of their columns is which of ours, and the problems of the others."""
    chosen: dict[str, str] = {}
    problems: list[Problem] = []
    for theirs in columns:
        ours = next((ours for ours, common in names.items() if plain_name(theirs) in common), None)
        if ours is None:
            detail = f"the column {theirs!r} is none of {', '.join(names)}; it was not used"
            problems.append(Problem("line 1", "unknown_column", detail))
        elif ours in chosen:
            detail = f"{theirs!r} and {chosen[ours]!r} are both {ours}; the first was used"
            problems.append(Problem("line 1", "repeated_column", detail))
        else:
            chosen[ours] = theirs
    return chosen, problems
