"""Who is quoted how often: the table of speakers, their names merged across articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mediastudy import tables
from mediastudy.quotes.counting import words_in
from mediastudy.quotes.merging.variants import merged

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    import pandas as pd

_NEEDED: Final = ["quote", "document", "content", "speaker", "speaker_kind", "role"]
_WHO: Final = ["speaker", "speaker_kind"]


@tables.framed
def speakers(
    quotes: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    names: str | os.PathLike[str] | Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Speakers with their quotations, words, documents, outlets and dates, the most quoted first.

    Variants of a name are merged as :func:`mediastudy.with_speakers` describes; :func:`mediastudy.name_variants` lists
    what was merged. Quotations without a named speaker are in no row; ``quotes["speaker"].isna().sum()`` counts them.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`.
    documents
        The documents, for their dates and outlets.
    names
        A ``speakers.toml``, or a dict of the same form, that corrects what is merged.

    Returns
    -------
    pandas.DataFrame
        One row per speaker and kind: ``speaker``, ``speaker_kind``, ``role`` (the one most often given, missing if
        none is), ``quotes``, ``words`` (in their contents), ``documents``, ``outlets``, ``first``, ``last`` (dates,
        missing if no dated document quotes them), ``variants`` (different names merged), ``speaker_group`` (of the
        list, missing if none).

    Raises
    ------
    ValueError
        If a table lacks a column or the list is faulty.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"quote": ["a:1", "a:2"], "document": ["a", "a"], "content": ["no rain fell", "nothing"],
    ...                        "speaker": ["Vela Orm", "V. Orm"], "speaker_kind": "person", "role": "mayor"})
    >>> documents = pd.DataFrame({"document": ["a"], "date": pd.to_datetime(["2024-05-01"]), "outlet": ["Post"]})
    >>> speakers(quotes, documents)[["speaker", "quotes", "words", "outlets", "variants"]].values.tolist()
    [['Vela Orm', 2, 4, 1, 2]]
    """
    tables.require(quotes, _NEEDED, what="quotes")
    tables.require(documents, ["document", "date", "outlet"], what="documents")
    named = merged(quotes, names).loc[lambda rows: rows["speaker"].notna()]
    if named.empty:
        return tables.empty("speakers")
    about = documents.drop_duplicates("document")[["document", "date", "outlet"]]
    counted = (
        named.loc[:, [*_NEEDED, "variant", "speaker_group"]]
        .assign(words=lambda frame: frame["content"].map(words_in))
        .merge(about, on="document", how="left")
        .groupby(_WHO, as_index=False, dropna=False)
        .agg(
            quotes=("quote", "size"),
            words=("words", "sum"),
            documents=("document", "nunique"),
            outlets=("outlet", "nunique"),
            first=("date", "min"),
            last=("date", "max"),
            variants=("variant", "nunique"),
            speaker_group=("speaker_group", "first"),
        )
        .merge(_commonest_roles(named), on=_WHO, how="left")
        .sort_values(["quotes", "documents", "speaker", "speaker_kind"], ascending=[False, False, True, True])
    )
    return tables.conform(counted, "speakers")


def _commonest_roles(named: pd.DataFrame) -> pd.DataFrame:
    """Each speaker's role that is given most often, the longer one of a tie."""
    return (
        named.groupby([*_WHO, "role"], as_index=False, dropna=False)
        .size()
        .dropna(subset="role")
        .assign(length=lambda frame: frame["role"].str.len())
        .sort_values(["size", "length", "role"], ascending=False)
        .drop_duplicates(_WHO)[[*_WHO, "role"]]
    )
