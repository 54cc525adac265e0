"""``study.toml``: what the corpus of a study is, all that was published or what a query found.

It lies at the root of the study, which is the folder of raw data or one of the two folders above::

    [corpus]
    name = "Harbour strikes"
    frame = "query-selected"      # or "full": every article of the outlets and period
    description = "All articles of four dailies, 1990 to 1999, that name a strike in a harbour."
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.documents.records import Problem
from mediastudy.documents.sampling.sidecars import Told, beside

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "study.toml"
FULL: Final = "full"
SELECTED: Final = "query-selected"
UNDECLARED: Final = "undeclared"
_SETTINGS: Final = ("frame", "description", "name")


class Declaration(NamedTuple):
    """What a study says of its corpus: its frame, name and description, the file that says so, the problems in it."""

    frame: str = UNDECLARED
    description: str | None = None
    name: str | None = None
    file: Path | None = None
    problems: list[Told] = []  # noqa: RUF012 - never changed


def read_declaration(raw: str | Path) -> Declaration:
    r"""What the ``study.toml`` of the raw folder, its parent or its parent's parent declares; the nearest is taken.

    Anything but ``full`` and ``query-selected`` leaves the frame ``undeclared``, as does a missing file. What can't be
    understood is a problem.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "study.toml").write_text('[corpus]\nframe = "full"\n', encoding="utf-8")
    >>> read_declaration(folder / "data" / "raw").frame
    'full'
    """
    path = beside(raw, NAME, above=2)
    if path is None:
        return Declaration()
    try:
        said = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        detail = f'{error}; no line of it was used. Write frame = "full" or "query-selected" under [corpus].'
        return Declaration(file=path, problems=[(NAME, Problem("", "invalid_study_file", detail))])
    corpus, beside_it = _section(said)
    values, wrong = _texts(corpus)
    frame, unknown = _frame(values.pop("frame", None))
    problems = [(NAME, problem) for problem in (*beside_it, *wrong, *unknown)]
    return Declaration(frame, values.get("description"), values.get("name"), path, problems)


def _section(said: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The section on the corpus, and a problem for anything else that stands beside it."""
    problems = [
        Problem(key, "unknown_setting", "study.toml has one section, [corpus]; it was not used")
        for key in said
        if key != "corpus"
    ]
    corpus = said.get("corpus", {})
    if isinstance(corpus, dict):
        return corpus, problems
    return {}, [*problems, Problem("corpus", "invalid_setting", "write [corpus] and the settings below it")]


def _texts(corpus: dict[str, Any]) -> tuple[dict[str, str], list[Problem]]:
    """The settings that are known and texts, and the problems of the others."""
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key, value in corpus.items():
        place = f"corpus.{key}"
        if key not in _SETTINGS:
            detail = f"[corpus] may hold {', '.join(_SETTINGS)}; it was not used"
            problems.append(Problem(place, "unknown_setting", detail))
        elif not isinstance(value, str):
            problems.append(Problem(place, "invalid_setting", f"must be a text, not {value!r}; it was not used"))
        elif value.strip():
            values[key] = " ".join(value.split())
    return values, problems


def _frame(value: str | None) -> tuple[str, list[Problem]]:
    """The frame declared, and a problem if it is none of those that can be."""
    plain = (value or UNDECLARED).casefold().replace("_", "-").replace(" ", "-")
    if plain in {FULL, SELECTED, UNDECLARED}:
        return plain, []
    detail = f"frame must be {FULL} or {SELECTED}, not {value!r}; taken as {UNDECLARED}"
    return UNDECLARED, [Problem("corpus.frame", "invalid_setting", detail)]
