"""Names of outlets: one name for what databases and pages print in many ways.

``outlets.toml`` in this folder lists the names that media scholars meet; a file of that name beside the raw data adds
to it or overrules it::

    "Coast Daily" = ["The Coast Daily (Porto Alba)", "coastdaily.example"]

Names are the same only if they are equal letter by letter once case, accents, punctuation, a leading *The* and words
such as *(Online)* are set aside. A name that is not listed stays as printed.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.records import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

NAME: Final = "outlets.toml"

_ACCENTS: Final = re.compile(r"[\u0300-\u036f]")
_APOSTROPHES: Final = re.compile(r"['’ʼ`´]")
_SIGNS: Final = re.compile(r"[^\w]+|_+")
_FORM: Final = (
    r"(?:online|(?:electronic|digital|online|web|print|internet|(?:late|early|final|first|national|eastern) )\s?edition"
    r"|web(?: ?site)?|digital|print|internet|e-?paper|(?:online|print)-?ausgabe|site web|en ligne|edición impresa"
    r"|edition electronique|blogs?|[12]\d{3}\s?[-–]\s?(?:[12]\d{3}|current file)?)"
)
# "(Online)", ", Late Edition (East Coast)", " - Online", and the place that ProQuest prints: "; New York, N.Y."
_SUFFIX: Final = re.compile(
    rf"\s*;.*$|\s*[(\[]\s*{_FORM}\s*[)\]]$|\s*[,:|–—-]\s*{_FORM}(?:\s*\([^()]*\))?$|\s+online(?: edition)?$",
    re.IGNORECASE,
)


def normalised(
    names: pd.Series[str], extra: Mapping[str, Sequence[str]] | None = None, *, shipped: bool = True
) -> pd.Series[str]:
    """The names of outlets in the form we print; those that no list has stay as printed.

    Parameters
    ----------
    names
        Outlets as printed.
    extra
        Further names, each with its variants, as :func:`load_outlets` reads them; they win over ours.
    shipped
        Whether our own list is used too.

    Returns
    -------
    pandas.Series
        On the index of ``names``.

    Examples
    --------
    >>> normalised(pd.Series(["NYT", "New York Times (Online)", "The Guardian(London)", "Coast Daily"])).tolist()
    ['The New York Times', 'The New York Times', 'The Guardian', 'Coast Daily']
    """
    known = _lookup(_frozen(extra or {}), shipped=shipped)
    printed = names.dropna().unique().tolist()
    usual = {name: _usual(name, known, shipped=shipped) for name in printed}
    return pd.Series([usual.get(name) for name in names.array], index=names.index, dtype="str", name=names.name)


def apply_outlets(
    documents: pd.DataFrame,
    extra: Mapping[str, Sequence[str]] | None = None,
    *,
    verbatim: pd.Series[bool] | None = None,
) -> pd.DataFrame:
    """The documents with their outlets' usual names; where that changed one, ``outlet_raw`` has it as printed.

    Rows that are ``verbatim``, such as those of a scholar's own table, are renamed only by the ``extra`` names.

    Examples
    --------
    >>> apply_outlets(pd.DataFrame({"outlet": ["NYT", "Coast Daily"]})).values.tolist()
    [['The New York Times', 'NYT'], ['Coast Daily', nan]]
    """
    usual = normalised(documents["outlet"], extra)
    if verbatim is not None:
        usual = usual.mask(verbatim, normalised(documents["outlet"], extra, shipped=False))
    changed = documents["outlet"].where(usual.ne(documents["outlet"])).astype("str")
    earlier = documents["outlet_raw"].astype("str") if "outlet_raw" in documents else changed
    return documents.assign(outlet=usual, outlet_raw=earlier.where(earlier.notna(), changed)).reset_index(drop=True)


def load_outlets(path: Path) -> tuple[dict[str, list[str]], list[Problem]]:
    r"""The outlets of a user's file, each with its variants, and the lines that can't be meant.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "outlets.toml"
    >>> _ = path.write_text('"Coast Daily" = ["CD"]\n"Ports" = 3', encoding="utf-8")
    >>> load_outlets(path)[0], load_outlets(path)[1][0].problem
    ({'Coast Daily': ['CD']}, 'invalid_setting')
    """
    try:
        said = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        detail = f'{error}; no line of it was used. Write lines such as "The New York Times" = ["NYT"].'
        return {}, [Problem("", "invalid_outlets_file", detail)]
    outlets: dict[str, list[str]] = {}
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for name, value in said.items():
        variants = [value] if isinstance(value, str) else value
        if not isinstance(variants, list) or not all(isinstance(variant, str) for variant in variants):
            problems.append(Problem(name, "invalid_setting", "write the other names of an outlet as a list of texts"))
            continue
        for variant in (name, *variants):
            first = taken.setdefault(_key(variant), name)
            if first != name:
                problems.append(Problem(name, "repeated_outlet", f"{variant!r} is a name of {first!r} already"))
        outlets[name] = [variant for variant in variants if taken[_key(variant)] == name]
    return outlets, problems


def shipped_outlets() -> dict[str, list[str]]:
    """The outlets that mediastudy knows, each with its variants.

    Examples
    --------
    >>> "NYT" in shipped_outlets()["The New York Times"]
    True
    """
    text = resources.files("mediastudy.documents").joinpath(NAME).read_text(encoding="utf-8")
    said: dict[str, Any] = tomllib.loads(text)
    return said


def usual_name(name: str) -> str:
    """The usual name of one outlet; as printed if no list of ours has it.

    Examples
    --------
    >>> usual_name("NYT"), usual_name("Coast Daily")
    ('The New York Times', 'Coast Daily')
    """
    return _usual(name, _lookup((), shipped=True), shipped=True)


def _usual(name: str, known: Mapping[str, str], *, shipped: bool) -> str:
    """The usual name of one outlet: as printed and listed, then without words such as "(Online)"."""
    bare = _SUFFIX.sub("", name).strip()
    for form in (name, bare):
        usual = known.get(_key(form)) or (agency_name(form) if shipped else None)
        if usual:
            return usual
    return name.strip() if shipped else name


def _key(name: str) -> str:
    """What remains of a name when case, accents, punctuation and a leading "The" are set aside."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name)).casefold().replace("&", " and ")
    words = _SIGNS.sub(" ", _APOSTROPHES.sub("", plain)).strip()
    return words.removeprefix("www ").removeprefix("the ")


def _frozen(extra: Mapping[str, Sequence[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The further names in a form that can be remembered."""
    return tuple((name, tuple(variants)) for name, variants in extra.items())


@lru_cache(maxsize=8)
def _lookup(extra: tuple[tuple[str, tuple[str, ...]], ...], *, shipped: bool) -> dict[str, str]:
    """The usual name for the key of each name and variant."""
    known: dict[str, str] = {}
    for name, variants in (*(shipped_outlets() if shipped else {}).items(), *extra):
        for variant in (name, *variants):
            known[_key(variant)] = name
    return known
