"""Charts of Matplotlib as pictures: for paper as SVG, for a screen as PNG."""

from __future__ import annotations

import base64
import html
import io
from typing import Any, Final

from mediastudy.reports.fonts import CHART_FAMILIES, register_chart_fonts

_SCREEN_DPI: Final = 144
_CSS_DPI: Final = 96


def rendered(drawn: Any, kind: str, label: str) -> bytes:
    """The chart as a file's bytes; the same chart always gives the same SVG.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> rendered(Figure(figsize=(2, 1)), "png", "fig-empty")[1:4]
    b'PNG'
    """
    from matplotlib import rc_context
    from matplotlib.text import Text

    register_chart_fonts()
    for text in drawn.findobj(Text):
        if text.get_family() == ["sans-serif"]:  # a list of families, unlike a generic one, falls back to Chinese
            text.set_family(list(CHART_FAMILIES))
    settings: Any = {"font.family": list(CHART_FAMILIES), "svg.fonttype": "path", "svg.hashsalt": label}
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    target = io.BytesIO()
    with rc_context(settings):
        drawn.savefig(target, format=kind, dpi=_SCREEN_DPI, bbox_inches="tight", metadata=metadata)
    return target.getvalue()


def screen_picture(png: bytes, alt: str) -> str:
    """The chart as a picture that is sharp on a screen."""
    width = int.from_bytes(png[16:20], "big") * _CSS_DPI // _SCREEN_DPI
    source = "data:image/png;base64," + base64.b64encode(png).decode("ascii")
    return f'<img src="{source}" alt="{html.escape(alt)}" width="{width}">'
