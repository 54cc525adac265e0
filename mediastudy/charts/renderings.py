"""Which names a thing goes by, period after period: the charts of the table renderings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from mediastudy import tables
from mediastudy.charts import frame, gaps, keys, lines, spans
from mediastudy.charts.notes import among, noted

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

_NEEDED: Final = ["period", "phrase", "variant", "hits", "phrase_hits", "covered"]
_OTHERS: Final = "other variants"
# Fills that follow each other in tone and pattern, so that neighbours differ in grey print.
_FILLS: Final = (
    ("#0072B2", ""),
    ("#E69F00", "///"),
    ("#1A1A1A", ""),
    ("#56B4E9", "..."),
    ("#D55E00", "\\\\\\"),
    ("#B7DDCF", "xxx"),
    ("#CC79A7", "---"),
)
_FEW: Final = 5
_PALE: Final = 0.4
_DIGIT: Final = 5.0


class _Stack(NamedTuple):
    """Heights with a row for each variant, the most frequent first, and a column for each period."""

    names: list[str]
    heights: np.ndarray[Any, Any]
    laid: pd.DataFrame
    every: str


@noted
def renderings(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The hits of each variant of a phrase as bars on top of each other, the most frequent variant lowest.

    Beyond seven, the rarest variants share one fill. Periods without documents are hatched grey. Where variants
    overlap, the bars can be higher than the hits of the whole phrase.

    Parameters
    ----------
    table : made by ``renderings``, for one phrase and one group
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, or holds several phrases or groups.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"period": pd.to_datetime(["1994-01-01"] * 2), "phrase": "aid", "variant": ["aid", "help"]}
    >>> row |= {"hits": [3, 1], "phrase_hits": 4, "covered": True}
    >>> renderings(pd.DataFrame(row)).get_label()
    'Hits of “aid” by variant and year: aid 3, most in 1994 (3); help 1, most in 1994 (1).'
    """
    stack = _stacked(table)
    ax = frame.axes(ax, height=3.0)
    _draw(ax, stack, table, opaque=np.ones(len(stack.laid)))
    top = float(stack.heights.sum(axis=0).max(initial=0.0))
    ax.set_ylim(0, top * 1.05 if top else 1.0)
    ax.yaxis.set_major_formatter("{x:,g}")
    ax.set_ylabel("hits")
    ax.set_label(_counts_told(stack, table))
    return ax


@noted
def rendering_shares(table: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """The share of each variant in the hits of a phrase as bars on top of each other, with the hits above them.

    Bars of periods with fewer than five hits are pale, for their shares may be high or low by chance. Periods without
    documents are hatched grey, and those with documents and no hit are empty.

    Parameters
    ----------
    table : made by ``renderings``, for one phrase and one group
    ax : axes to draw on; new ones if None

    Returns
    -------
    matplotlib.axes.Axes
        Its label is one sentence with the finding, for use as alternative text.

    Raises
    ------
    ValueError
        If the table lacks a column, or holds several phrases or groups.

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"period": pd.to_datetime(["1994-01-01"] * 2), "phrase": "aid", "variant": ["aid", "help"]}
    >>> row |= {"hits": [3, 1], "phrase_hits": 4, "covered": True, "share": [0.75, 0.25]}
    >>> row |= {"share_low": [0.3, 0.05], "share_high": [0.95, 0.7]}
    >>> rendering_shares(pd.DataFrame(row)).get_label()
    'Shares of the hits of “aid” by variant and year: aid is 75 % in 1994; help is 25 % in 1994.'
    """
    tables.require(table, ["share", "share_low", "share_high"], what="renderings")
    counts = _stacked(table)
    total = counts.heights.sum(axis=0)
    shares = np.divide(counts.heights, total, out=np.zeros_like(counts.heights), where=total > 0)
    stack = counts._replace(heights=shares)
    ax = frame.axes(ax, height=3.0)
    pale = total < _FEW
    _draw(ax, stack, table, opaque=np.where(pale, _PALE, 1.0), few=bool((pale & (total > 0)).any()))
    ax.set_ylim(0, 1)
    ax.yaxis.set_major_formatter(lambda share, _: f"{100 * share:.0f} %")
    ax.set_ylabel(among("share of the phrase's hits", table))
    _totals(ax, counts.laid, table.groupby("period")["phrase_hits"].max())
    ax.set_label(_shares_told(stack, table))
    return ax


def _stacked(table: pd.DataFrame) -> _Stack:
    """The hits of the variants by period, beyond seven the rarest together."""
    tables.require(table, _NEEDED, what="renderings")
    one = (table["phrase"].astype("str") + frame.group_names(table, "renderings").astype("str")).unique()
    if len(one) > 1:
        message = "renderings holds several phrases or groups. Choose one: table[table['phrase'] == '...']."
        raise ValueError(message)
    laid, every = spans.laid_out(table), spans.kind_of(table)
    order = table.groupby("variant", sort=False)["hits"].sum().sort_values(ascending=False, kind="stable").index
    most = len(lines.STYLES)
    kept = list(order) if len(order) <= most else [*order[: most - 1], _OTHERS]
    named = table["variant"].where(table["variant"].isin(kept), _OTHERS)
    wide = table.assign(_name=named).pivot_table(index="_name", columns="period", values="hits", aggfunc="sum")
    heights = wide.reindex(index=kept, columns=laid["period"]).fillna(0).to_numpy(dtype=float)
    return _Stack([str(name) for name in kept], heights, laid, every)


def _draw(ax: Axes, stack: _Stack, table: pd.DataFrame, *, opaque: np.ndarray[Any, Any], few: bool = False) -> None:
    """The bars over the shades, with the axis of periods and the names on the right in the order of the bars."""
    from matplotlib.patches import Patch

    laid = stack.laid
    spans.period_axis(ax, laid, stack.every)
    missing = gaps.gaps(table) if len(table) else []
    gaps.shade(ax, missing, laid)
    base = np.zeros(len(laid))
    for (colour, hatch), heights in zip(_FILLS, stack.heights, strict=False):
        style: dict[str, Any] = {"color": colour, "hatch": hatch, "edgecolor": "white", "linewidth": 0.5}
        left: Any = laid["period"].to_numpy()
        width: Any = (laid["end"] - laid["period"]).to_numpy()
        bars = ax.bar(left, heights, width, bottom=base, align="edge", zorder=2, **style)
        for bar, alpha in zip(bars, opaque, strict=True):
            bar.set_alpha(float(alpha))
        base = base + heights
    fills = list(zip(_FILLS, stack.names, strict=False))
    entries: list[keys.Entry] = [
        (Patch(facecolor=colour, hatch=hatch, edgecolor="white", linewidth=0.5), frame.shortened(name))
        for (colour, hatch), name in reversed(fills)
    ]
    entries += [keys.shaded(f"pale: fewer than {_FEW} hits", facecolor="#BFD9E8")] if few else []
    entries += [keys.no_documents()] if missing else []
    if entries:
        signs, names = zip(*entries, strict=True)
        place: dict[str, Any] = {"loc": "center left", "bbox_to_anchor": (1.0, 0.5), "frameon": False}
        ax.legend(signs, names, fontsize="small", handlelength=1.4, handleheight=1.1, **place)
    ax.set_xlabel(stack.every)
    ax.spines[["top", "right"]].set_visible(False)


def _totals(ax: Axes, laid: pd.DataFrame, hits: pd.Series[Any]) -> None:
    """The phrase's hits above each bar, upright if they are wider than it, and left out if it is narrower than they."""
    if not len(laid):
        return
    room = float(ax.get_window_extent().width * 72 / ax.figure.dpi) / len(laid)
    if room < 2 * _DIGIT:
        return
    turned = max(len(f"{count:,}") for count in hits) * _DIGIT > room
    place: dict[str, Any] = {"xytext": (0, 3), "textcoords": "offset points", "ha": "center", "va": "bottom"}
    place |= {"fontsize": "small", "color": frame.GREY, "rotation": 90 if turned else 0, "annotation_clip": False}
    for middle, count in zip(laid["middle"], hits.reindex(laid["period"]), strict=True):
        if count > 0:
            ax.annotate(f"{count:,}", (middle, 1.0), xycoords=("data", "axes fraction"), **place)


def _phrase(table: pd.DataFrame) -> str:
    """The phrase in quotation marks."""
    return f"“{table['phrase'].iloc[0]}”"


def _counts_told(stack: _Stack, table: pd.DataFrame) -> str:
    """The variants with their hits and their best period."""
    if not len(table):
        return "The table of renderings is empty."
    parts = []
    for name, heights in zip(stack.names, stack.heights, strict=True):
        place = int(heights.argmax())
        best = spans.named(str(stack.laid["label"].iloc[place]), stack.every)
        told = f"{name} {heights.sum():,.0f}" + (f", most in {best} ({heights[place]:,.0f})" if heights.any() else "")
        parts.append(told)
    return f"Hits of {_phrase(table)} by variant and {stack.every}: {'; '.join(parts)}."


def _shares_told(stack: _Stack, table: pd.DataFrame) -> str:
    """The variants with their shares in the first and the last period with a hit."""
    used = np.flatnonzero(stack.heights.sum(axis=0) > 0)
    if not len(used):
        return "No variant has a hit."
    label = [spans.named(str(name), stack.every) for name in stack.laid["label"]]
    first, last = int(used[0]), int(used[-1])
    parts = []
    for name, heights in zip(stack.names, stack.heights, strict=True):
        begins, ends = f"{heights[first]:.0%} in {label[first]}", f"{heights[last]:.0%} in {label[last]}"
        parts.append(f"{name} is {begins}" if first == last else f"{name} goes from {begins} to {ends}")
    told = "; ".join(parts).replace("%", " %")
    return f"Shares of the hits of {_phrase(table)} by variant and {stack.every}: {told}."
