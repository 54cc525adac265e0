"""Periods without documents: shaded, so that silence of the archive is not taken for silence of the press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

SHADE: Final = "#EDEDED"
HATCH: Final = "////"
STROKES: Final = "#CCCCCC"


def gaps(table: pd.DataFrame) -> list[pd.Timestamp]:
    """The periods that no row of the table covers.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = {"period": pd.to_datetime(["1994", "1995", "1995"]), "covered": [False, False, True]}
    >>> [period.year for period in gaps(pd.DataFrame(rows))]
    [1994]
    """
    covered = table.groupby("period")["covered"].any()
    return list(covered.index[~covered.to_numpy(dtype=bool)])


def shade(ax: Axes, missing: list[pd.Timestamp], laid: pd.DataFrame) -> None:
    """Grey hatched bands over the periods, neighbours as one.

    Examples
    --------
    >>> import pandas as pd
    >>> from mediastudy.charts.frame import axes
    >>> from mediastudy.charts.spans import laid_out
    >>> ax = axes(None, height=1.0)
    >>> years = pd.to_datetime(["1994-01-01", "1995-01-01", "1996-01-01"])
    >>> shade(ax, list(years[:2]), laid_out(pd.DataFrame({"period": years})))
    >>> len(ax.patches)
    1
    """
    rows = laid[laid["period"].isin(missing)]
    if not len(rows):
        return
    starts, ends = rows["period"].to_numpy(), rows["end"].to_numpy()
    run = np.cumsum(np.append(False, starts[1:] > ends[:-1]))
    style: dict[str, Any] = patch_style()
    for number in range(int(run[-1]) + 1):
        ax.axvspan(starts[run == number][0], ends[run == number][-1], zorder=0, **style)


def patch_style() -> dict[str, Any]:
    """How periods without documents look, in the chart and in its key.

    Examples
    --------
    >>> patch_style()["hatch"]
    '////'
    """
    return {"facecolor": SHADE, "edgecolor": STROKES, "hatch": HATCH, "linewidth": 0}
