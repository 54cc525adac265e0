"""Quotations with their speakers merged across articles, and the list of what was merged."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.quotes import shapes
from mediastudy.quotes.merging.assigning import Assigned, assigned
from mediastudy.quotes.merging.found import found_names
from mediastudy.quotes.merging.namefile import Entry, plain, read_names
from mediastudy.quotes.merging.spelling import alike

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

_NEEDED: Final = ["document", "speaker", "speaker_kind", "role"]
_NOWHERE: Final = "occurs nowhere"
_QUOTED: Final = 5


@tables.framed
def with_speakers(
    quotes: pd.DataFrame, *, names: str | os.PathLike[str] | Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """The quotations with the names of their speakers merged across articles.

    Names are merged by rules that would rather leave two apart: the same letters; middle names, initials and suffixes
    where they fit one person only; a slip of one letter in a long name; a surname alone where one person bears it; a
    body with and without its country, by its acronym, by another order of its words. Names of different given names
    and of different kinds are never merged. ``name_variants`` lists every merge; ``names`` corrects them.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`, or by this function, whose names are then merged anew.
    names
        A ``speakers.toml`` or a dict of the same form: for each speaker by name a table with, as wanted, ``variants``
        (names that mean it), ``apart`` (names that never do), ``documents`` (if it has the names in these alone),
        ``kind``, ``role`` and ``group`` (one of your own, such as government).

    Returns
    -------
    pandas.DataFrame
        The quotations, ``speaker``, ``speaker_kind`` and ``role`` replaced where names are merged or listed, with two
        columns more: ``variant`` (the name as the article gives it) and ``speaker_group`` (missing if none is listed).

    Warns
    -----
    UserWarning
        If names of the list occur nowhere.

    Raises
    ------
    ValueError
        If a column is missing or the list is faulty.

    Examples
    --------
    >>> quotes = pd.DataFrame({"document": ["a", "b"], "speaker": ["Vela Orm", "V. Orm"], "speaker_kind": "person"})
    >>> merged = with_speakers(quotes.assign(role=None), names={"Vela Orm": {"group": "government"}})
    >>> merged[["speaker", "variant", "speaker_group"]].values.tolist()
    [['Vela Orm', 'Vela Orm', 'government'], ['Vela Orm', 'V. Orm', 'government']]
    """
    rows, meant, entries = _meant(quotes, names)
    absent = _absent(rows, entries)
    if absent:
        more = f" and {len(absent) - _QUOTED:,} more" if len(absent) > _QUOTED else ""
        told = ", ".join(repr(name) for _, name in absent[:_QUOTED])
        warnings.warn(f"Names of the list that occur nowhere: {told}{more}.", stacklevel=4)
    return rows.assign(
        speaker=_column([who.speaker if who else None for who in meant], rows),
        speaker_kind=_column(
            [who.kind if who else kind for who, kind in zip(meant, rows["speaker_kind"], strict=True)], rows
        ),
        role=_column([_role(who, role) for who, role in zip(meant, rows["role"], strict=True)], rows),
        speaker_group=_column([who.entry.group or None if who and who.entry else None for who in meant], rows),
    )


def merged(quotes: pd.DataFrame, names: Any) -> pd.DataFrame:
    """The quotations with merged names: as they stand if they have been merged and no list is given.

    Examples
    --------
    >>> quotes = pd.DataFrame({"document": ["a"], "speaker": ["Orm"], "speaker_kind": ["person"], "role": [None]})
    >>> merged(merged(quotes, None), None)["speaker"].tolist()
    ['Orm']
    """
    if names is None and {"variant", "speaker_group"} <= set(quotes.columns):
        return quotes.reset_index(drop=True)
    return with_speakers(quotes, names=names)


@tables.framed
def name_variants(
    quotes: pd.DataFrame, *, names: str | os.PathLike[str] | Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """Every name that was merged into another, with the reason, for reading by eye and correcting in a speakers.toml.

    Parameters
    ----------
    quotes, names
        As for :func:`mediastudy.with_speakers`.

    Returns
    -------
    pandas.DataFrame
        One row per name merged: ``speaker`` (what it goes by), ``speaker_kind``, ``variant``, ``quotes`` and
        ``documents`` (with this variant), ``reason`` (same name, middle name, initials, suffix, one letter, surname,
        acronym, country, listed), ``score`` (how alike the letters are, 0 to 1); and one row with no quotations for
        each name of the list that occurs nowhere. By speaker, the most quoted variant first.

    Raises
    ------
    ValueError
        If a column is missing or the list is faulty.

    Examples
    --------
    >>> quotes = pd.DataFrame({"document": ["a", "b"], "speaker": ["Vela Orm", "V. Orm"], "speaker_kind": "person"})
    >>> name_variants(quotes.assign(role=None)).values.tolist()
    [['Vela Orm', 'person', 'V. Orm', 1, 1, 'initials', 0.73]]
    """
    rows, meant, entries = _meant(quotes, names)
    told = [
        (who.speaker, who.kind, variant, who.reason, document)
        for who, variant, document in zip(meant, rows["variant"], rows["document"], strict=True)
        if who is not None and (variant != who.speaker)
    ]
    columns = ["speaker", "speaker_kind", "variant", "reason"]
    joined = (
        pd.DataFrame(told, columns=[*columns, "document"], dtype="str")
        .groupby(columns, as_index=False)
        .agg(quotes=("document", "size"), documents=("document", "nunique"))
    )
    absent = pd.DataFrame(
        [
            {"speaker": entry.name, "speaker_kind": entry.kind or None, "variant": name, "reason": _NOWHERE}
            for entry, name in _absent(rows, entries)
        ],
        columns=columns,
    ).assign(quotes=0, documents=0)
    table = pd.concat([joined, absent.astype(dict.fromkeys(columns, "str"))]) if len(absent) else joined
    pairs = zip(table["speaker"], table["variant"], strict=True)
    return shapes.shaped(
        table.assign(score=[alike(speaker, variant) for speaker, variant in pairs]).sort_values(
            ["speaker", "speaker_kind", "quotes", "variant"], ascending=[True, True, False, True]
        ),
        "name_variants",
    )


def _meant(quotes: pd.DataFrame, names: Any) -> tuple[pd.DataFrame, list[Assigned | None], list[Entry]]:
    """The rows with their names as found, whom each row's name means, and the entries of the list."""
    tables.require(quotes, _NEEDED, what="quotes")
    rows = quotes.reset_index(drop=True)
    rows = rows.assign(variant=rows["variant"] if "variant" in rows else rows["speaker"])
    rows = rows.assign(speaker=rows["variant"])
    entries = read_names(names)
    fixed = _fixed(rows, [entry for entry in entries if entry.documents])
    free = rows.loc[[who is None for who in fixed]]
    by_name = assigned(found_names(free), [entry for entry in entries if not entry.documents])
    keys = zip(fixed, rows["speaker"], rows["speaker_kind"], strict=True)
    return rows, [who or by_name.get((name, kind)) for who, name, kind in keys], entries


def _fixed(rows: pd.DataFrame, entries: Sequence[Entry]) -> list[Assigned | None]:
    """Whom each row's name means by the entries that hold in some documents alone, None where none holds."""
    holders = {
        (document, plain(spelling)): entry
        for entry in entries
        for document in entry.documents
        for spelling in entry.spellings
    }
    if not holders:
        return [None] * len(rows)
    meant: list[Assigned | None] = []
    for document, name, kind in zip(rows["document"], rows["speaker"], rows["speaker_kind"], strict=True):
        entry = holders.get((document, plain(name))) if isinstance(name, str) else None
        meant.append(Assigned(entry.name, entry.kind or kind, "listed", entry) if entry else None)
    return meant


def _absent(rows: pd.DataFrame, entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """The names of the list that occur nowhere; what a speaker is to be called need not occur if a variant does."""
    if not entries:
        return []
    found = {plain(name) for name in rows["speaker"].dropna().unique()}
    absent = []
    for entry in entries:
        wanted = (*entry.variants, *entry.apart) if entry.variants else (entry.name, *entry.apart)
        absent += [(entry, name) for name in wanted if plain(name) not in found]
    return absent


def _role(who: Assigned | None, role: Any) -> Any:
    """The role of the list, or else that of the article."""
    return who.entry.role if who and who.entry and who.entry.role else role


def _column(values: list[Any], rows: pd.DataFrame) -> pd.Series:
    """The values as a column of text."""
    return pd.Series(values, index=rows.index, dtype="str")
