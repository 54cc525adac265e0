"""How many words a quotation has, and the columns by which quotations are grouped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy import tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_WORD: Final = re.compile(r"\w+(?:['’\-]\w+)*")


def words_in(content: object) -> int:
    """The words of a content, none if it is missing.

    Examples
    --------
    >>> words_in("it's late"), words_in(None)
    (2, 0)
    """
    return len(_WORD.findall(content)) if isinstance(content, str) else 0


def columns_of(by: str | Sequence[str] | None) -> list[str]:
    """The columns to group by as a list.

    Examples
    --------
    >>> columns_of("outlet"), columns_of(None)
    (['outlet'], [])
    """
    return [] if by is None else [by] if isinstance(by, str) else list(by)


def joined(quotes: pd.DataFrame, documents: pd.DataFrame | None, columns: Sequence[str]) -> pd.DataFrame:
    """The quotations with those columns of the documents that they lack.

    Raises
    ------
    ValueError
        If a column is in neither table.

    Examples
    --------
    >>> import pandas as pd
    >>> quotes = pd.DataFrame({"document": ["a"], "cue": ["said"]})
    >>> joined(quotes, pd.DataFrame({"document": ["a"], "outlet": ["Post"]}), ["outlet"]).values.tolist()
    [['a', 'said', 'Post']]
    """
    lacking = [name for name in columns if name not in quotes]
    if lacking and documents is None:
        message = f"quotes has no column {', '.join(lacking)}. Give the documents, if it is one of theirs."
        raise ValueError(message)
    if not lacking or documents is None:
        return quotes
    tables.require(documents, ["document", *lacking], what="documents")
    return quotes.merge(documents.drop_duplicates("document")[["document", *lacking]], on="document", how="left")
