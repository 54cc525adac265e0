"""Who is quoted how often, and with which reporting verbs: tables of speakers and of cues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy import tables

if TYPE_CHECKING:
    import pandas as pd

_WORD: Final = re.compile(r"\w+(?:['’\-]\w+)*")


@tables.framed
def speakers(quotes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Speakers with their quotations, words, documents, outlets and dates, the most quoted first.

    Names are counted as the articles give them: two spellings are two speakers. Quotations without a named speaker
    are in no row; ``quotes["speaker"].isna().sum()`` counts them.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`.
    documents
        The documents, for their dates and outlets.

    Returns
    -------
    pandas.DataFrame
        One row per speaker and kind: ``speaker``, ``speaker_kind``, ``role`` (the one most often given, missing if
        none is), ``quotes``, ``words`` (in their contents), ``documents``, ``outlets``, ``first``, ``last`` (dates,
        missing if no dated document quotes them).

    Raises
    ------
    ValueError
        If a table lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"quote": ["a:1"], "document": ["a"], "content": ["no rain fell"], "speaker": ["Orlo"],
    ...                        "speaker_kind": ["person"], "role": ["mayor"]})
    >>> documents = pd.DataFrame({"document": ["a"], "date": pd.to_datetime(["2024-05-01"]), "outlet": ["Post"]})
    >>> speakers(quotes, documents)[["speaker", "quotes", "words", "outlets"]].values.tolist()
    [['Orlo', 1, 3, 1]]
    """
    tables.require(quotes, ["quote", "document", "content", "speaker", "speaker_kind", "role"], what="quotes")
    tables.require(documents, ["document", "date", "outlet"], what="documents")
    named = quotes.loc[quotes["speaker"].notna()].reset_index(drop=True)
    if named.empty:
        return tables.empty("speakers")
    about = documents.drop_duplicates("document")[["document", "date", "outlet"]]
    counted = (
        named.loc[:, ["quote", "document", "content", "speaker", "speaker_kind", "role"]]
        .assign(words=lambda frame: frame["content"].map(_words))
        .merge(about, on="document", how="left")
        .groupby(["speaker", "speaker_kind"], as_index=False, dropna=False)
        .agg(
            role=("role", _commonest),
            quotes=("quote", "size"),
            words=("words", "sum"),
            documents=("document", "nunique"),
            outlets=("outlet", "nunique"),
            first=("date", "min"),
            last=("date", "max"),
        )
        .sort_values(["quotes", "documents", "speaker", "speaker_kind"], ascending=[False, False, True, True])
    )
    return tables.conform(counted, "speakers")


@tables.framed
def cues(quotes: pd.DataFrame) -> pd.DataFrame:
    """Reporting verbs and phrases with how often they introduce a quotation, the most frequent first.

    Parameters
    ----------
    quotes
        Table made by :func:`mediastudy.extract_quotes`.

    Returns
    -------
    pandas.DataFrame
        One row per cue in lower case: ``cue``, ``quotes``, ``share`` (of the quotations with a cue, 0 to 1),
        ``documents``.

    Raises
    ------
    ValueError
        If the table lacks a column.

    Examples
    --------
    >>> import pandas as pd
    >>> cues(pd.DataFrame({"quote": ["a:1", "a:2"], "document": ["a", "a"], "cue": ["Said", "said"]})).values.tolist()
    [['said', 2, 1.0, 1]]
    """
    tables.require(quotes, ["quote", "document", "cue"], what="quotes")
    cued = quotes.loc[quotes["cue"].notna()].reset_index(drop=True)
    if cued.empty:
        return tables.empty("cues")
    counted = (
        cued.assign(cue=cued["cue"].str.lower().str.replace(r"\s+", " ", regex=True))
        .groupby("cue", as_index=False)
        .agg(quotes=("quote", "size"), documents=("document", "nunique"))
        .assign(share=lambda frame: frame["quotes"] / len(cued))
        .sort_values(["quotes", "documents", "cue"], ascending=[False, False, True])
    )
    return tables.conform(counted, "cues")


def _words(content: str) -> int:
    """How many words the content has."""
    return len(_WORD.findall(content))


def _commonest(roles: pd.Series[str]) -> str | None:
    """The role given most often, the longer one of a tie, None if there is none."""
    counts = roles.dropna().value_counts()
    if counts.empty:
        return None
    return max(counts.items(), key=lambda item: (item[1], len(str(item[0])), str(item[0])))[0]  # type: ignore[return-value]
