"""What came in and what was kept, counted: the intake report."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from mediastudy import tables

COPIES: Final = ("repeat", "exact", "near", "excerpt")


def tally(documents: pd.DataFrame, files: pd.DataFrame, problems: pd.DataFrame, removals: pd.DataFrame) -> pd.DataFrame:
    """The counts of an intake, from files to documents.

    Parameters
    ----------
    documents, files, problems, removals
        As :func:`mediastudy.read` gives them, with stories where they are known.

    Returns
    -------
    pandas.DataFrame
        ``step`` (what is counted) and ``count``: files, those without an article, articles announced by files that say
        how many they hold, articles found, documents kept, undated ones, those without text, copies by kind, stories,
        pieces removed from pages, then one row per kind of problem.

    Examples
    --------
    >>> documents = tables.conform(pd.DataFrame({"document": ["a"], "text": ["Ships came."]}), "documents")
    >>> counts = tally(documents, *(tables.empty(name) for name in ("files", "problems", "removals")))
    >>> counts.set_index("step").loc["documents kept", "count"].item()
    1
    """
    copies: Any = documents["copy"].value_counts()
    kinds: Any = problems["problem"].value_counts(sort=True)
    steps = {
        "files": len(files),
        "files without an article": int((files["kept"] == 0).sum()),
        "articles announced": int(files["announced"].sum()),
        "articles found": int(files["found"].sum()),
        "documents kept": len(documents),
        "documents undated": int(documents["date"].isna().sum()),
        "documents without text": int((documents["text"].fillna("").str.strip() == "").sum()),
        **{f"copies: {name}": int(copies.get(name, 0)) for name in COPIES},
        "stories": int(documents["story"].nunique()),
        "pieces removed": len(removals),
        **{f"problem: {name}": int(count) for name, count in kinds.items()},
    }
    return tables.conform(pd.DataFrame({"step": list(steps), "count": list(steps.values())}), "intake")
