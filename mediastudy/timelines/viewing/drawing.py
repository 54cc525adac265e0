"""The picture of a timeline as SVG, written by hand so that the same picture stands on a screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.tables import FRAME_NOTES
from mediastudy.timelines.viewing import scales
from mediastudy.timelines.viewing.escaping import attribute, escaped
from mediastudy.timelines.viewing.scales import BOTTOM, FEW, HEIGHT, LEFT, RIGHT, TOP, WIDTH
from mediastudy.timelines.viewing.wording import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.timelines.viewing.points import Line, Series
    from mediastudy.timelines.viewing.scales import Scale

_SCREEN: Final = "'Source Sans 3','Source Sans Pro','Noto Sans SC','Noto Sans CJK SC',system-ui,sans-serif"
# On paper variable fonts such as Source Sans 3 are set at their thinnest; Noto's Latin letters are the same design.
_PAPER: Final = "'Noto Sans SC','Noto Sans CJK SC','Source Sans 3',sans-serif"
_INK: Final = "#1b1b1b"


class Style(NamedTuple):
    """How a line looks: colour, dashes, and the path of its marker around its point."""

    colour: str
    dashes: str
    marker: str


# Okabe and Ito's colours, and a marker and dashes of its own for each, so that grey print will do.
STYLES: Final = (
    Style("#0072B2", "none", "M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0z"),
    Style("#D55E00", "7 2.5", "M-3 -3h6v6h-6z"),
    Style("currentColor", "2 2", "M0 -4l3.8 6.6h-7.6z"),
    Style("#B98300", "8 2.5 2 2.5", "M0 -4.2l4.2 4.2l-4.2 4.2l-4.2 -4.2z"),
    Style("#009E73", "none", "M0 4l3.8 -6.6h-7.6z"),
    Style("#CC79A7", "7 2.5", "M-1.3 -4h2.6v2.7h2.7v2.6h-2.7v2.7h-2.6v-2.7h-2.7v-2.6h2.7z"),
    Style(
        "#3A9BD9",
        "2 2",
        "M-4 -2.4l1.6 -1.6l2.4 2.4l2.4 -2.4l1.6 1.6l-2.4 2.4l2.4 2.4l-1.6 1.6l-2.4 -2.4l-2.4 2.4l-1.6 -1.6l2.4 -2.4z",
    ),
)


def picture(series: Series) -> str:
    """The picture as an SVG file, for paper and for whoever shows no HTML.

    Examples
    --------
    >>> from mediastudy.timelines.viewing.points import Series
    >>> picture(Series([], [], "million tokens", None))[:41]
    '<svg xmlns="http://www.w3.org/2000/svg" w'
    """
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" color="{_INK}" '
    return opening + _body(series, _PAPER)


def drawn(series: Series) -> str:
    """The same picture as a part of a page, which gives it the colour of its words."""
    return '<svg class="ms-picture" ' + _body(series, _SCREEN)


def _body(series: Series, font: str) -> str:
    """All of the picture but how it opens, its letters of a font."""
    scale = scales.scale(series)
    parts = [*_gaps(series, scale), *_axes(series, scale)]
    for number in range(len(series.lines)):
        parts += _line(series, scale, number)
    parts += _ends(series, scale)
    told = attribute(finding(series))
    head = f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{told}" font-family="{font}" font-size="12">\n'
    return head + "\n".join(parts) + "\n</svg>\n"


def _gaps(series: Series, scale: Scale) -> Iterator[str]:
    """Grey bands over periods that no line covers, each run of them one band; words in the widest."""
    runs: list[list[float]] = []
    for place, period in enumerate(series.periods):
        left, right = scales.edges(scale, period)
        if period.covered:
            continue
        if place and not series.periods[place - 1].covered:
            runs[-1][1] = right
        else:
            runs.append([left, right])
    for left, right in runs:
        box = f'x="{left:.1f}" y="{TOP}" width="{right - left:.1f}" height="{BOTTOM - TOP}"'
        yield f'<rect {box} fill="#808080" fill-opacity=".22"><title>no documents</title></rect>'
    if runs:
        left, right = max(runs, key=lambda run: run[1] - run[0])
        middle = (left + right) / 2 + 4
        turn = f'transform="rotate(-90 {middle:.1f} {TOP + 6})"'
        yield _text(middle, TOP + 6, "no documents", f'text-anchor="end" {turn}')


def _axes(series: Series, scale: Scale) -> Iterator[str]:
    """Axes from zero with their labels, what is measured above, and the note on the sampling frame below."""
    yield _path(f"M{LEFT} {TOP}V{BOTTOM}H{RIGHT}", "currentColor", 'stroke-opacity=".6"')
    for rate in scales.rates(scale.top):
        y = scale.up(rate)
        yield _path(f"M{LEFT - 4} {y:.1f}H{LEFT}", "currentColor", 'stroke-opacity=".6"')
        yield _text(LEFT - 8, y + 4, f"{rate:,g}", 'text-anchor="end"')
    for x, name in scales.marks(series, scale):
        yield _path(f"M{x:.1f} {BOTTOM}v4", "currentColor", 'stroke-opacity=".6"')
        yield _text(x, BOTTOM + 17, name, 'text-anchor="middle"')
    yield _text(LEFT - 50, TOP - 12, series.measure)
    note = FRAME_NOTES.get(series.frame or "")
    if note:
        yield _text(LEFT, HEIGHT - 4, note, 'font-size="11"')


def _line(series: Series, scale: Scale, number: int) -> Iterator[str]:
    """One line with its intervals and its points; it breaks where it is not covered."""
    line, style = series.lines[number], STYLES[number]
    yield from _intervals(series, scale, number)
    for run in scales.runs(line):
        spots = [scales.spot(series, scale, number, point) for point in run]
        if len(spots) > 1:
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y in spots)
            yield _path(f"M{path}", style.colour, f'stroke-width="1.6" stroke-dasharray="{style.dashes}"')
    size = "" if len(series.periods) <= FEW else " scale(.6)"
    for point in line.points:
        x, y = scales.spot(series, scale, number, point)
        yield f'<path d="{style.marker}" transform="translate({x:.1f} {y:.1f}){size}" fill="{style.colour}"/>'


def _intervals(series: Series, scale: Scale, number: int) -> Iterator[str]:
    """The intervals of a line: a band if it is alone or over many periods, else strokes; cut by the frame."""
    line, colour = series.lines[number], STYLES[number].colour
    banded = len(series.lines) == 1 or len(series.periods) > FEW
    # An inner picture cuts what reaches above the frame without a name that a second view on the page could take.
    width, height = RIGHT - LEFT, BOTTOM - TOP
    box = f'x="{LEFT}" y="{TOP}" width="{width}" height="{height}" viewBox="{LEFT} {TOP} {width} {height}"'
    yield f"<svg {box}>"
    for run in scales.runs(line):
        across = [scales.spot(series, scale, number, point)[0] for point in run]
        lows, highs = (
            [scale.up(rate) for rate in rates] for rates in zip(*((p.low, p.high) for p in run), strict=True)
        )
        if banded and len(run) > 1:
            outline = [*zip(across, highs, strict=True), *reversed(list(zip(across, lows, strict=True)))]
            path = "L".join(f"{x:.1f} {y:.1f}" for x, y in outline)
            edge = ' stroke-opacity=".5" stroke-width=".6"' if len(series.lines) > 1 else ' stroke-opacity="0"'
            shade = ".08" if len(series.lines) > 1 else ".2"
            yield f'<path d="M{path}Z" fill="{colour}" fill-opacity="{shade}" stroke="{colour}"{edge}/>'
        else:
            strokes = "".join(f"M{x:.1f} {y:.1f}V{z:.1f}" for x, y, z in zip(across, lows, highs, strict=True))
            yield _path(strokes, colour, f'stroke-opacity=".55" stroke-width="{3 if banded else 1.2}"')
    yield "</svg>"


def _ends(series: Series, scale: Scale) -> Iterator[str]:
    """Each line's label right of the frame, led to its last point."""
    last = [(number, line.points[-1], line) for number, line in enumerate(series.lines) if line.points]
    spots = [scales.spot(series, scale, number, point) for number, point, _ in last]
    for (number, _, line), (x, y), height in zip(last, spots, scales.apart([y for _, y in spots]), strict=True):
        colour = STYLES[number].colour
        lead = f"M{x + 5:.1f} {y:.1f}L{RIGHT + 8} {height:.1f}"
        yield _path(lead, colour, 'stroke-opacity=".5" stroke-width=".7"')
        yield f'<path d="{STYLES[number].marker}" transform="translate({RIGHT + 13} {height:.1f})" fill="{colour}"/>'
        yield _name(line, RIGHT + 20, height)


def _name(line: Line, x: float, height: float) -> str:
    """The label of a line, the whole of it where a pointer rests."""
    shown = scales.shortened(line.label, 22)
    whole = f"<title>{escaped(line.label)}</title>" if shown != line.label else ""
    return _text(x, height + 4, shown, whole=whole)


def _text(x: float, y: float, words: str, more: str = "", *, whole: str = "") -> str:
    """Words in the colour of the page's; ``whole`` is what a pointer that rests on them shows."""
    style = f"{more} " if more else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}fill="currentColor">{whole}{escaped(words)}</text>'


def _path(path: str, colour: str, more: str) -> str:
    """A stroke along a path."""
    return f'<path d="{path}" fill="none" stroke="{colour}" {more}/>'
