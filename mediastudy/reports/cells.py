"""The values of a table as readers see them: counts, rates, dates, words."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Final, Literal

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

MISSING: Final = "–"
_LARGE: Final = 10
_MIDNIGHT: Final = " 00:00"
_KWIC: Final = ("left", "node", "right")

Alignment = Literal["left", "center", "right"]


def heading(column: str, names: Mapping[str, str]) -> str:
    """The head of a column: the name given for it, or its own words.

    Examples
    --------
    >>> heading("documents_with_hit", {}), heading("rate", {"rate": "Per million"})
    ('Documents with hit', 'Per million')
    """
    words = str(column).replace("_", " ").strip()
    return names.get(column, words[:1].upper() + words[1:])


def is_concordance(frame: pd.DataFrame) -> bool:
    """Whether the table sets a word between what stands left and right of it.

    Examples
    --------
    >>> is_concordance(pd.DataFrame(columns=["date", "left", "node", "right"]))
    True
    """
    return set(_KWIC) <= set(frame)


def alignment(frame: pd.DataFrame, column: str) -> Alignment:
    """Numbers and dates to the right, text to the left; the lines of a concordance meet at the node.

    Examples
    --------
    >>> frame = pd.DataFrame({"type": ["aid"], "hits": [3]})
    >>> alignment(frame, "type"), alignment(frame, "hits")
    ('left', 'right')
    """
    if column in _KWIC and is_concordance(frame):
        return {"left": "right", "node": "center"}.get(column, "left")  # type: ignore[return-value]
    series = frame[column]
    is_number = pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_bool_dtype(series)
    return "right" if is_number else "left"


def texts(series: pd.Series[Any], spec: str | None) -> list[str]:
    """The cells of a column as text.

    Parameters
    ----------
    series
        One column.
    spec
        A format specification such as ``",.1f"``, ``".0%"`` or ``"%Y"``; None for the usual one.

    Returns
    -------
    list of str
        Counts with thousands separators (years without), numbers with one decimal, or two where all are below ten,
        a value that would show as zero as ``< 0.01``, dates as 2024-08-29, with the time if it is not midnight,
        missing values as a dash.

    Examples
    --------
    >>> texts(pd.Series([1204, 3]), None), texts(pd.Series([0.5, None, 0.001]), None)
    (['1,204', '3'], ['0.50', '–', '< 0.01'])
    """
    shown = [MISSING if pd.isna(value) else _text(value, spec or usual(series)) for value in series]
    return [text.removesuffix(_MIDNIGHT) for text in shown] if spec is None else shown


def usual(series: pd.Series[Any]) -> str:
    """The format specification for a column nobody gave one for; a midnight is taken off the dates afterwards.

    Examples
    --------
    >>> usual(pd.Series([1994, 1995], name="year")), usual(pd.Series([12.25]))
    ('d', ',.1f')
    """
    name = str(series.name).lower()
    is_year = name in {"year", "年", "年份"} or name.endswith("_year")
    if pd.api.types.is_datetime64_any_dtype(series):
        return "%Y-%m-%d %H:%M"
    if pd.api.types.is_bool_dtype(series) or not pd.api.types.is_numeric_dtype(series):
        return ""
    if pd.api.types.is_integer_dtype(series):
        return "d" if is_year else ",d"
    largest = series.abs().max()
    return ",.1f" if pd.notna(largest) and largest >= _LARGE else ",.2f"


def kwic_rows(lines: pd.DataFrame) -> str:
    """The head and body of a concordance in HTML: left, node in bold, right, and in small letters where it stands.

    Examples
    --------
    >>> line = {"evidence": "a1:5-8", "date": pd.NaT, "outlet": "Post", "left": "a < b, ", "node": "aid", "right": "."}
    >>> kwic_rows(pd.DataFrame([line])).split("</td>")[1:3]
    ['<td style="text-align:center"><strong>aid</strong>', '<td style="text-align:left;white-space:nowrap">.']
    """
    sides = {
        "left": "right;white-space:nowrap",
        "node": "center",
        "right": "left;white-space:nowrap",
        "evidence": "left",
    }
    head = "".join(f'<th style="text-align:{side}">{heading(name, {})}</th>' for name, side in sides.items())
    body = [_kwic_row(entry, list(sides.values())) for entry in lines.itertuples()]
    return f"<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n" + "\n".join(body) + "\n</tbody>"


def _kwic_row(entry: Any, sides: list[str]) -> str:
    """One line of a concordance in HTML."""
    date = "undated" if pd.isna(entry.date) else f"{entry.date:%Y-%m-%d}"
    place = date if pd.isna(entry.outlet) else f"{date} {entry.outlet}"
    left, node, right, place, evidence = (
        html.escape(str(text)) for text in (entry.left, entry.node, entry.right, place, entry.evidence)
    )
    inner = (left.rstrip(), f"<strong>{node}</strong>", right.lstrip(), f"<small>{place}<br>{evidence}</small>")
    cells = zip(sides, inner, strict=True)
    return "<tr>" + "".join(f'<td style="text-align:{side}">{text}</td>' for side, text in cells) + "</tr>"


def _text(value: Any, spec: str) -> str:
    """One value under a specification."""
    if isinstance(value, bool) or (not spec and type(value).__name__ == "bool"):
        return "yes" if value else "no"
    if not spec:
        return str(value)
    shown = format(value, spec)
    if value and spec in {",.1f", ",.2f"} and float(shown.replace(",", "")) == 0:
        least = "0.1" if spec == ",.1f" else "0.01"
        return f"> −{least}" if value < 0 else f"< {least}"
    return shown.replace("-", "−", 1) if shown.startswith("-") and "%" not in spec[:2] else shown
