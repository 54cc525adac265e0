"""Shares of voice: which part of the quotations, and of their words, each speaker or kind of speaker has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mediastudy import tables
from mediastudy.quotes import shapes
from mediastudy.quotes.counting import columns_of, joined, words_in
from mediastudy.quotes.merging.variants import merged
from mediastudy.quotes.shares import Share, Sums, clustered
from mediastudy.quotes.stance import with_stance

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd

_MERGED: Final = ("speaker", "speaker_kind", "speaker_group", "role", "variant")
_STANCE: Final = ("verb", "stance")


@tables.framed
def voices(
    quotes: pd.DataFrame,
    documents: pd.DataFrame | None = None,
    *,
    by: str | Sequence[str] = "speaker",
    names: str | os.PathLike[str] | Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Shares of the quotations and of their words, with 95 % intervals, the largest first.

    Unknown values count: quotations without a named speaker, or outside every group of your own, are a row of their
    own with a missing value. Intervals take documents, not quotations, as independent.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`.
    documents
        The documents, if a column of theirs is wanted.
    by
        The column whose values are the voices: speaker, speaker_kind, speaker_group (of the list), stance (of the
        reporting verb), or any other of quotations or documents. With two or more, the last one holds the voices, and
        their shares are within each value of the ones before: ``by=("outlet", "speaker_kind")``.
    names
        A ``speakers.toml``, or a dict of the same form, as for :func:`mediastudy.with_speakers`. Names are merged
        where a column of speakers is asked for.

    Returns
    -------
    pandas.DataFrame
        One row per voice: the columns of ``by``; ``quotes``; ``words`` (in their contents); ``documents`` (with such a
        quotation); ``share``, ``share_low``, ``share_high`` (of the quotations, 0 to 1); ``word_share``,
        ``word_share_low``, ``word_share_high``. The ends are missing where all quotations are from one document.

    Raises
    ------
    ValueError
        If a column is missing or the list is faulty.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"quote": ["a:1", "a:2", "b:1", "c:1"], "document": ["a", "a", "b", "c"],
    ...                        "content": ["no rain", "dry wells", "late", "rain"], "role": None,
    ...                        "speaker": ["Orm"] * 3 + [None], "speaker_kind": ["person"] * 3 + ["unnamed"]})
    >>> voices(quotes)[["speaker", "quotes", "words", "share", "word_share"]].values.tolist()
    [['Orm', 3, 5, 0.75, 0.8333333333333334], [nan, 1, 1, 0.25, 0.16666666666666666]]
    """
    tables.require(quotes, ["quote", "document", "content"], what="quotes")
    columns = columns_of(by)
    if not columns:
        message = "by must name at least one column, such as speaker, speaker_kind or outlet."
        raise ValueError(message)
    rows = _with_columns(quotes, documents, columns, names)
    if rows.empty:
        return shapes.empty("voices", by=columns)
    parts = _parts(rows, columns)
    shares: dict[str, Any] = {}
    for unit, prefix in (("quotes", ""), ("words", "word_")):
        share = _shares(parts, columns, unit)
        shares |= dict(zip((f"{prefix}share", f"{prefix}share_low", f"{prefix}share_high"), share, strict=True))
    made = _totals(parts, columns).assign(**shares)
    order = [*columns[:-1], "quotes", "words", columns[-1]]
    down = [True] * (len(columns) - 1) + [False, False, True]
    return shapes.shaped(made.sort_values(order, ascending=down), "voices", by=columns)


def _with_columns(quotes: pd.DataFrame, documents: pd.DataFrame | None, columns: list[str], names: Any) -> pd.DataFrame:
    """The quotations with every column wanted, and the words of each."""
    rows = quotes.reset_index(drop=True)
    if names is not None or any(name in _MERGED for name in columns):
        rows = merged(rows, names)
    if any(name in _STANCE and name not in rows for name in columns):
        rows = with_stance(rows)
    return joined(rows, documents, columns).assign(words=lambda frame: frame["content"].map(words_in))


def _parts(rows: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Each voice's quotations and words in each document, beside all of the group's in that document."""
    parts = (
        rows.groupby([*columns, "document"], as_index=False, dropna=False, observed=True)
        .agg(quotes=("quote", "size"), words=("words", "sum"))
        .reset_index(drop=True)
    )
    within = parts.groupby([*columns[:-1], "document"], dropna=False, observed=True)
    return parts.assign(all_quotes=within["quotes"].transform("sum"), all_words=within["words"].transform("sum"))


def _totals(parts: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Each voice's quotations, words and documents."""
    return parts.groupby(columns, as_index=False, dropna=False, observed=True).agg(
        quotes=("quotes", "sum"), words=("words", "sum"), documents=("document", "size")
    )


def _shares(parts: pd.DataFrame, columns: list[str], unit: str) -> Share:
    """Each voice's share of the unit, in the order of the totals."""
    squares = parts.assign(
        one=parts[unit],
        squared=parts[unit] ** 2,
        product=parts[unit] * parts[f"all_{unit}"],
    )
    own = squares.groupby(columns, dropna=False, observed=True, as_index=False)[["one", "squared", "product"]].sum()
    whole = _wholes(parts, columns[:-1], unit)
    if len(columns) > 1:
        whole = own[columns[:-1]].merge(whole, on=columns[:-1], how="left")
    values = {name: whole[name].to_numpy() for name in whole.columns if name not in columns}
    sums = Sums(own["one"], values["total"], own["squared"], own["product"], values["squared"], values["documents"])
    return clustered(sums, most=values["quotes"])


def _wholes(parts: pd.DataFrame, groups: list[str], unit: str) -> pd.DataFrame:
    """What the documents of each group add up to; one row if there is one group."""
    each = parts.drop_duplicates([*groups, "document"]).assign(
        total=lambda frame: frame[f"all_{unit}"],
        squared=lambda frame: frame[f"all_{unit}"] ** 2,
    )
    wanted = {
        "total": ("total", "sum"),
        "squared": ("squared", "sum"),
        "documents": ("document", "size"),
        "quotes": ("all_quotes", "sum"),
    }
    if groups:
        return each.groupby(groups, dropna=False, observed=True, as_index=False).agg(**wanted)
    return each.assign(group=0).groupby("group").agg(**wanted).reset_index(drop=True)
