"""``columns.toml``: how a scholar says which of their columns is which of ours.

It lies beside the data (or in a folder above it, up to the folder that is read)::

    date_order = "day-month"            # what 03/04/2024 means here: "day-month" or "month-day"

    [columns]                           # their name = our name, for every table in this folder and below
    "Überschrift" = "title"
    "Volltext" = "text"

    [files."archive/*.csv"]             # for the files that match; says more than the lines above
    date_order = "month-day"
    columns = { "Kopf" = "title" }
    outlet = "Coast Daily"              # also agency, host, byline, section, language: where an article states none
"""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.dates import ORDERS
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.columnwords import COMMON

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "columns.toml"
_SETTINGS: Final = ("date_order", "columns")
_VALUES: Final = ("outlet", "agency", "host", "byline", "section", "language")
_OURS: Final = tuple(name for name in COMMON if name not in {"file", "story", "copy", "date_precision"})


class Mapping(NamedTuple):
    """Their column names with ours, the order of day and month in numeric dates (None if not said), fixed values."""

    names: dict[str, str]
    date_order: str | None = None
    fixed: dict[str, str] = {}  # noqa: RUF012 - never changed


def load_mapping(path: Path) -> tuple[dict[str, Any], list[Problem]]:
    r"""What a ``columns.toml`` says, without the lines that can't be meant, each of which is a problem.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "columns.toml"
    >>> _ = path.write_text('[columns]\n"Kopf" = "headline"', encoding="utf-8")
    >>> load_mapping(path)[1][0].problem
    'unknown_target_column'
    """
    try:
        said = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        detail = f'{error}; no line of it was used. Write lines such as "Überschrift" = "title" under [columns].'
        return {}, [Problem("", "invalid_columns_file", detail)]
    files = said.pop("files", {})
    rules, problems = _checked(said, "")
    if not isinstance(files, dict) or not all(isinstance(section, dict) for section in files.values()):
        files = {}
        problems.append(Problem("files", "invalid_setting", 'write [files."name.csv"] and the settings below it'))
    rules["files"] = {}
    for pattern, section in files.items():
        rules["files"][pattern], more = _checked(section, f'files."{pattern}" ')
        problems += more
    return rules, problems


def _checked(section: dict[str, Any], place: str) -> tuple[dict[str, Any], list[Problem]]:
    """The usable settings of one section, and its problems."""
    problems: list[Problem] = []
    order = section.get("date_order")
    if order is not None and order not in ORDERS:
        detail = f"date_order must be one of {', '.join(ORDERS)}, not {order!r}; it was not used"
        problems.append(Problem(f"{place}date_order", "invalid_setting", detail))
        order = None
    names, found = _checked_columns(section.get("columns", {}), place)
    others = {key: value for key, value in section.items() if key not in _SETTINGS}
    values = {key: value for key, value in others.items() if key in _VALUES and isinstance(value, str)}
    detail = f"a section may hold {', '.join(_SETTINGS)} and, as text, {', '.join(_VALUES)}; it was not used"
    found += [Problem(f"{place}{key}", "unknown_setting", detail) for key in others if key not in values]
    return {"date_order": order, "columns": names, "values": values}, problems + found


def _checked_columns(columns: Any, place: str) -> tuple[dict[str, str], list[Problem]]:
    """The usable lines "theirs" = "ours", and the problems of the others."""
    problems: list[Problem] = []
    if not isinstance(columns, dict):
        problems.append(Problem(f"{place}columns", "invalid_setting", 'columns must hold lines "theirs" = "ours"'))
        columns = {}
    names: dict[str, str] = {}
    for theirs, ours in columns.items():
        if ours not in _OURS:
            detail = f"{ours!r} is none of {', '.join(_OURS)}; the line was not used"
            problems.append(Problem(f"{place}columns {theirs}", "unknown_target_column", detail))
        elif ours in names.values():
            detail = f"two columns are mapped to {ours}; the first was used"
            problems.append(Problem(f"{place}columns {theirs}", "repeated_target_column", detail))
        else:
            names[theirs] = ours
    return names, problems


def mapping_for(file: str, rules: dict[str, dict[str, Any]]) -> Mapping:
    """What the ``columns.toml`` of the folders above a file say about it; the nearest and most particular wins.

    Parameters
    ----------
    file
        Path relative to the folder that is read, with forward slashes.
    rules
        For each folder (``""`` for the one that is read) what :func:`load_mapping` found there.

    Examples
    --------
    >>> mapping_for("a/t.csv", {"": {"date_order": None, "columns": {"Kopf": "title"}, "values": {}, "files": {}}})
    Mapping(names={'Kopf': 'title'}, date_order=None, fixed={})
    """
    names: dict[str, str] = {}
    order: str | None = None
    values: dict[str, str] = {}
    for folder in reversed(PurePosixPath(file).parents):
        key = "" if str(folder) == "." else folder.as_posix()
        said = rules.get(key)
        if not said:
            continue
        below = PurePosixPath(file).relative_to(folder).as_posix()
        sections = [section for pattern, section in said["files"].items() if fnmatchcase(below, pattern)]
        for section in (said, *sections):
            names = {theirs: ours for theirs, ours in names.items() if ours not in section["columns"].values()}
            names |= section["columns"]
            order = section["date_order"] or order
            values |= section["values"]
    return Mapping(names, order, values)
