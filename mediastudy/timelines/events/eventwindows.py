"""What stands before, during and after events and other dates of one series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Integers = NDArray[np.int64]

# What is added up over the periods of a window, in the order of the columns of ``Windows``: hits, what they are counted
# over, tokens, documents, hits times their design effect, and whether a period is covered.
COUNTED: Final = ("hits", "exposure", "tokens", "documents", "clustered", "covered")
_BEYOND: Final = 10**9


class Windows(NamedTuple):
    """The sums of what stands before, during and after some dates: a row per date, the columns those of ``COUNTED``."""

    before: Numbers
    during: Numbers
    after: Numbers


def left_out(series: pd.DataFrame, events: pd.DataFrame, gap: int) -> list[tuple[int, int]]:
    """The numbers of the first period of each event, and of the first one after it and so many days.

    Examples
    --------
    >>> import pandas as pd
    >>> months = pd.DataFrame({"period": pd.date_range("1994-01-01", periods=4, freq="MS")})
    >>> months = months.assign(period_end=months["period"] + pd.offsets.MonthEnd())
    >>> events = pd.DataFrame({"first": pd.to_datetime(["1994-02-20"]), "last": pd.to_datetime(["1994-02-25"])})
    >>> left_out(months, events, 0), left_out(months, events, 7)
    ([(1, 2)], [(1, 3)])
    """
    begins, ends = (series[name].to_numpy(dtype="datetime64[D]") for name in ("period", "period_end"))
    first, last = (events[name].to_numpy(dtype="datetime64[D]") for name in ("first", "last"))
    starts, over = np.searchsorted(ends, first, side="left"), np.searchsorted(begins, last + gap, side="right")
    # An event outside the series has nothing before or after it: it is put where no window reaches back.
    outside = (over == 0) | (starts == len(series))
    starts, over = (np.where(outside, len(series) + _BEYOND, edge) for edge in (starts, over))
    return list(zip(starts.tolist(), over.tolist(), strict=True))


def around(series: pd.DataFrame, starts: Integers, length: int, window: int) -> Windows:
    """What stands around dates that begin with these periods and last so many, as far as the series reaches.

    Examples
    --------
    >>> import pandas as pd
    >>> series = pd.DataFrame({name: [1, 2, 4, 8] for name in COUNTED})
    >>> [part[:, 0].tolist() for part in around(series, np.array([1, 2]), 1, 2)]
    [[1.0, 3.0], [2.0, 4.0], [12.0, 8.0]]
    """
    sums = np.vstack([np.zeros(len(COUNTED)), np.cumsum(series[list(COUNTED)].to_numpy(dtype=float), axis=0)])
    edges = [starts - window, starts, starts + length, starts + length + window]
    at = [sums[np.clip(edge, 0, len(series))] for edge in edges]
    return Windows(at[1] - at[0], at[2] - at[1], at[3] - at[2])


def crossed(held: list[tuple[int, int]], place: int, window: int) -> bool:
    """Whether a window of an event holds a period of another; ``held`` as :func:`left_out` gives it.

    Examples
    --------
    >>> crossed([(5, 6), (7, 8)], 0, 1), crossed([(5, 6), (7, 8)], 0, 2)
    (False, True)
    """
    start, end = held[place]
    others = held[:place] + held[place + 1 :]
    return any(begun < end + window and over > start - window for begun, over in others if over > begun)
