"""Charts and tables as a notebook shows them, with the label, caption and alternative text that a report needs."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy.reports.cells import alignment, heading, is_concordance, kwic_rows, texts
from mediastudy.reports.errors import ReportError
from mediastudy.reports.living import CLOSING, OPENING, View, picture_of
from mediastudy.reports.rendering import rendered, screen_picture
from mediastudy.tables import require

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

META: Final = "mediastudy"
"""The key of an output's metadata where a report finds label, caption and alternative text."""

_LABEL: Final = re.compile(r"[a-z]+-[a-z0-9][a-z0-9-]*")


def figure(chart: Axes | Figure | View, *, label: str, caption: str, alt: str | None = None) -> None:
    """Show a chart with its caption; in a report it gets a number, and can be referred to.

    Parameters
    ----------
    chart
        Axes, as the functions of mediastudy.charts return them, or a Figure, which is closed afterwards; or a view that
        answers to the pointer, as :func:`mediastudy.timeline_view` returns it: an HTML report keeps that, a PDF shows
        its picture.
    label
        Its name in cross-references, starting with ``fig-``: ``[](#fig-rates)``.
    caption
        A sentence under the chart; Markdown.
    alt
        What the chart shows, for readers who do not see it; by default the label of the Axes, where the charts keep it.

    Raises
    ------
    ReportError
        If the label is malformed, or there is no alternative text.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> axes = Figure(figsize=(2, 1)).subplots()
    >>> figure(axes, label="fig-empty", caption="Nothing yet.", alt="Two empty axes.")
    {...'text/plain': 'fig-empty: Nothing yet.'}
    """
    from matplotlib import pyplot as plt

    _check_label(label, "fig")
    if hasattr(chart, "_repr_mimebundle_"):
        _show_view(chart, label=label, caption=caption, alt=alt)
        return
    drawn: Any = chart.get_figure(root=True)
    words = _worded(alt or _alternative(chart), label)
    svg, png = rendered(drawn, "svg", label), rendered(drawn, "png", label)
    bundle = {
        "image/svg+xml": svg.decode("utf-8"),
        "text/html": _screen(label, caption, picture=screen_picture(png, words)),
        "text/plain": f"{label}: {caption}",
    }
    _publish(bundle, kind="figure", label=label, caption=caption, alt=words)
    plt.close(drawn)


def table(
    frame: pd.DataFrame,
    *,
    label: str,
    caption: str,
    columns: Mapping[str, str] | None = None,
    formats: Mapping[str, str] | None = None,
) -> None:
    """Show a table with its caption; in a report it gets a number, and can be referred to.

    Parameters
    ----------
    frame
        The rows and columns to show, all of them; the index is left out.
    label
        Its name in cross-references, starting with ``tbl-``: ``[](#tbl-outlets)``.
    caption
        A sentence above the table; Markdown.
    columns
        Heads for columns whose name is not plain enough: ``{"rate": "Per million words"}``.
    formats
        Format specifications for columns: ``{"share": ".0%", "period": "%Y"}``.

    Raises
    ------
    ReportError
        If the label is malformed or the table has no column.
    ValueError
        If ``columns`` or ``formats`` names a column that the frame lacks.

    Examples
    --------
    >>> import pandas as pd
    >>> table(pd.DataFrame({"type": ["aid"], "hits": [1204]}), label="tbl-types", caption="Frequent words.")
    {...'text/plain': 'tbl-types: Frequent words.'}
    """
    _check_label(label, "tbl")
    require(frame, [*(columns or {}), *(formats or {})], what=f"the table {label}")
    if not len(frame.columns):
        message = f"the table {label} has no column to show."
        raise ReportError(message)
    inner = _rows(frame.reset_index(drop=True), columns or {}, formats or {})
    kind = ' class="concordance"' if is_concordance(frame) else ""
    body = f"<table{kind}>{inner}</table>"
    bundle = {"text/html": _screen(label, caption, table=body), "text/plain": f"{label}: {caption}"}
    _publish(bundle, kind="table", label=label, caption=caption)


def kwic(concordance: pd.DataFrame, *, label: str, caption: str, rows: int | None = None) -> None:
    """Show a concordance with its caption, line under line: the node in the middle, its evidence small beside it.

    Parameters
    ----------
    concordance
        Table made by :func:`mediastudy.concordance`. Where the report is printed, a width of about 30 characters keeps
        each side to one line.
    label
        Its name in cross-references, starting with ``tbl-``: ``[](#tbl-lines)``.
    caption
        A sentence above the table; Markdown.
    rows
        How many lines to show, from the first; the caption then says of how many. All if None.

    Raises
    ------
    ReportError
        If the label is malformed.
    ValueError
        If the table lacks a column or ``rows`` is less than 1.

    Examples
    --------
    >>> import pandas as pd
    >>> line = {"evidence": ["a1:5-8"], "date": [pd.Timestamp("1994-03-05")], "outlet": ["Post"], "left": ["More "]}
    >>> kwic(pd.DataFrame(line | {"node": ["aid"], "right": [" came."]}), label="tbl-aid", caption="Aid.")
    {...'text/plain': 'tbl-aid: Aid.'}
    """
    _check_label(label, "tbl")
    require(concordance, ["evidence", "date", "outlet", "left", "node", "right"], what=f"the concordance {label}")
    if rows is not None and rows < 1:
        message = f"rows must be 1 or more, or None for all lines, not {rows}."
        raise ValueError(message)
    shown = concordance.head(rows) if rows is not None else concordance
    if len(shown) < len(concordance):
        first = "First line" if len(shown) == 1 else f"First {len(shown):,}"
        caption = f"{caption} {first} of {len(concordance):,} lines."
    body = f'<table class="concordance">{kwic_rows(shown)}</table>'
    bundle = {"text/html": _screen(label, caption, table=body), "text/plain": f"{label}: {caption}"}
    _publish(bundle, kind="table", label=label, caption=caption)


def provenance(documents: pd.DataFrame) -> None:
    """Record in the report's colophon which documents it was made from: their number, checksum and intake.

    The intake (files, articles found and kept, undated, copies, problems) is known of documents that ``build`` made.

    Parameters
    ----------
    documents
        The documents table as analysed.

    Examples
    --------
    >>> import pandas as pd
    >>> provenance(pd.DataFrame({"document": ["a1"], "text": ["Aid came."]}))
    {'text/plain': '1 document, sha256 8349f93448a3...'}
    """
    rows = documents.to_json(orient="records", lines=True, date_format="iso", force_ascii=False)
    checksum = hashlib.sha256(rows.encode("utf-8")).hexdigest()
    line = f"{len(documents):,} document{'' if len(documents) == 1 else 's'}, sha256 {checksum}"
    _publish({"text/plain": line}, kind="provenance", line=line)
    intake = documents.attrs.get("intake")
    if intake:
        told = "; ".join(f"{step} {count:,}" for step, count in intake.items() if count)
        _publish({"text/plain": f"intake: {told}"}, kind="provenance", line=f"intake: {told}")


def _show_view(view: View, *, label: str, caption: str, alt: str | None) -> None:
    """Show a view that answers to the pointer, with its caption."""
    shown, own = picture_of(view)
    live = f"{OPENING}{shown['text/html']}{CLOSING}"
    bundle = {
        "image/svg+xml": shown["image/svg+xml"],
        "text/html": _screen(label, caption, picture=live),
        "text/plain": f"{label}: {caption}",
    }
    _publish(bundle, kind="figure", label=label, caption=caption, alt=_worded(alt or own, label), live="yes")


def _worded(alt: str, label: str) -> str:
    """The alternative text on one line, if there is any."""
    words = " ".join(alt.split())
    if not words:
        message = f"the figure {label} has no alternative text; say in alt= what the chart shows."
        raise ReportError(message)
    return words


def _publish(bundle: dict[str, str], **meta: str) -> None:
    """Show a bundle of formats, with what a report needs to know of it."""
    from IPython import display

    _print_numbers_plainly()
    show: Any = display.display
    show(bundle, raw=True, metadata={META: meta})


def _print_numbers_plainly() -> None:
    """Have the notebook print 1204 where NumPy says np.int64(1204), in outputs and in values in prose."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None:
        return
    printer = shell.display_formatter.formatters["text/plain"]
    for kind in set(np.sctypeDict.values()):  # each has a repr of its own, which a printer for their base won't replace
        if issubclass(kind, np.number | np.bool_):
            printer.for_type(kind, lambda value, page, _cycle: page.text(str(value)))


def _check_label(label: str, kind: str) -> None:
    """Raise unless the label can be referred to."""
    if not (_LABEL.fullmatch(label) and label.startswith(f"{kind}-")):
        message = f"the label {label!r} must look like {kind}-name: small letters, digits and hyphens."
        raise ReportError(message)


def _alternative(chart: Axes | Figure) -> str:
    """The alternative text kept with a chart: the label of the Axes, or of the figure's first labelled Axes."""
    candidates = [chart, *getattr(chart, "axes", [])] if hasattr(chart, "savefig") else [chart]
    labels = [str(candidate.get_label() or "") for candidate in candidates]
    return next((label for label in labels if label and not label.startswith(("_", "<"))), "")


def _screen(label: str, caption: str, *, picture: str = "", table: str = "") -> str:
    """A picture over its caption, or a table under it, as JupyterLab shows them; the text's links lead here."""
    words = html.escape(caption)
    for mark, tag in (("**", "b"), ("*", "i"), ("`", "code")):
        sign = re.escape(mark)
        words = re.sub(rf"{sign}(\S|\S.*?\S){sign}", rf"<{tag}>\1</{tag}>", words)
    named = f"<figcaption><b>#{label}</b> {words}</figcaption>"
    return f'<figure id="{label}" style="margin:0.5em 0">{picture}{named}{table}</figure>'


def _rows(frame: pd.DataFrame, names: Mapping[str, str], formats: Mapping[str, str]) -> str:
    """The head and body of a table in HTML."""
    columns = [str(column) for column in frame]
    named = frame.set_axis(columns, axis="columns")
    sides = [alignment(named, column) for column in columns]
    heads = [heading(column, names) for column in columns]
    cells = [texts(named[column], formats.get(column)) for column in columns]
    head = _row(heads, sides, "th")
    body = "\n".join(_row(list(row), sides, "td") for row in zip(*cells, strict=True))
    return f"<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>"


def _row(cells: list[str], sides: list[Any], tag: str) -> str:
    """One row of a table in HTML."""
    pairs = zip(cells, sides, strict=True)
    return (
        "<tr>"
        + "".join(f'<{tag} style="text-align:{side}">{html.escape(text)}</{tag}>' for text, side in pairs)
        + "</tr>"
    )
