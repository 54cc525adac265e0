"""When documents were published, as first and last possible day, and how many days lie between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

Integers = NDArray[np.int64]

_UNITS: Final = {"month": "M", "year": "Y"}


class Spans(NamedTuple):
    """Of each document the first and the last day on which it may have come out, counted from 1970, and if it is dated.

    Attributes
    ----------
    first, last : days; a document dated to the day has the same twice
    latest : microseconds from 1970 to the moment stated, or to the end of the month or year that is stated
    dated : whether there is a date
    """

    first: Integers
    last: Integers
    latest: Integers
    dated: NDArray[np.bool_]

    def apart(self, one: int, other: int) -> int:
        """The days that lie at least between two documents."""
        return max(int(self.first[one] - self.last[other]), int(self.first[other] - self.last[one]), 0)

    def exact(self) -> NDArray[np.bool_]:
        """Whether a document is dated to the day."""
        return np.asarray(self.dated & (self.first == self.last))


def spans(documents: pd.DataFrame) -> Spans:
    """The spans of documents, of which those dated to a month or a year may have come out on any of its days.

    Examples
    --------
    >>> import pandas as pd
    >>> dates = pd.to_datetime(["2024-02-01", "2024-02-20"])
    >>> found = spans(pd.DataFrame({"date": dates, "date_precision": ["month", "day"]}))
    >>> (found.last - found.first).tolist(), found.apart(0, 1)
    ([28, 0], 0)
    """
    stated = documents["date"].to_numpy("datetime64[us]")
    dated = ~np.isnat(stated)
    moments = np.where(dated, stated, np.datetime64(0, "us"))
    first, latest = moments.astype("datetime64[D]"), moments.copy()
    last = first.copy()
    if "date_precision" in documents:
        precision = documents["date_precision"].astype("object").to_numpy()
        for name, unit in _UNITS.items():
            coarse = dated & (precision == name)
            begin = moments[coarse].astype(f"datetime64[{unit}]")
            first[coarse] = begin.astype("datetime64[D]")
            latest[coarse] = (begin + 1).astype("datetime64[us]") - np.timedelta64(1, "us")
            last[coarse] = latest[coarse].astype("datetime64[D]")
    days = (first.astype(np.int64), last.astype(np.int64))
    return Spans(*days, latest.astype(np.int64), dated)
