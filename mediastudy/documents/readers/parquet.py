"""Parquet: a table with typed columns."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Table

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "parquet"
_MAGIC: Final = b"PAR1"


def sniff(source: Source) -> float:
    """Sure of the format's mark."""
    return 1.0 if source.data.startswith(_MAGIC) else 0.0


def read(source: Source) -> Table:
    """The rows of the file.

    Raises
    ------
    Unreadable
        If the file is broken.

    Examples
    --------
    >>> import io, pandas as pd
    >>> from mediastudy.documents.records import Source
    >>> data = pd.DataFrame({"text": ["One."]}).to_parquet()
    >>> read(Source("a.parquet", ".parquet", data)).frame["text"].tolist()
    ['One.']
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        frame = pq.read_table(io.BytesIO(source.data)).to_pandas()
    except (pa.ArrowException, OSError, ValueError, TypeError, KeyError, OverflowError) as error:
        problem = "broken_file"
        raise Unreadable(problem, f"no readable Parquet ({error})") from error
    named = [name for name in frame.index.names if name is not None]
    frame = frame.reset_index(drop=not named)
    return Table(frame, [f"row {number}" for number in range(1, len(frame) + 1)], [])
