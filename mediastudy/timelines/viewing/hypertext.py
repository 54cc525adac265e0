"""A timeline view as HTML: the picture, a radio button on each point, and its sentences; no script, no names to clash.

A browser shows a point's numbers where the pointer or the keyboard's focus is, and what follows a checked button. So
the view works wherever HTML is shown, in JupyterLab and in an exported report alike.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from mediastudy.timelines.viewing import scales
from mediastudy.timelines.viewing.drawing import drawn
from mediastudy.timelines.viewing.escaping import attribute, bdi, escaped
from mediastudy.timelines.viewing.wording import counted, finding, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.timelines.viewing.points import Line, Point, Series
    from mediastudy.timelines.viewing.sentences import Sentence, Sentences

_STYLE: Final = Path(__file__).with_name("view.css")
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_HELP: Final = "Point at a mark for its numbers; choose it for its sentences, with the arrow keys too."
# A sleeping button to send keeps the Enter key from leaving the page.
_FORM: Final = '<form class="ms-stage">\n<button type="submit" disabled hidden></button>\n'
# JupyterLab would take the arrow keys to go from cell to cell.
_KEYS: Final = 'data-lm-suppress-shortcuts="true"'
_EDGE: Final = 0.22
_LARGEST: Final = 22
_SMALLEST: Final = 10
# Numbers that stand above a point are about so high.
_TALL: Final = 60


def fragment(series: Series, sentences: Sentences) -> str:
    """The view as a piece of HTML for a notebook or a report, its style sheet inside."""
    style = _STYLE.read_text(encoding="utf-8")
    opening = f'<section class="ms-timeline" aria-label="{attribute(_title(series))}">\n<style>\n{style}</style>\n'
    points = "".join(_points(series, sentences))
    return f"{opening}{_FORM}{drawn(series)}{points}</form>\n{_foot(series, sentences)}</section>\n"


def whole(series: Series, sentences: Sentences) -> str:
    """The view as an HTML file that needs nothing else and may load nothing else."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(_title(series))}</title>\n</head>\n"
        f'<body class="ms-timeline-page">\n{fragment(series, sentences)}</body>\n</html>\n'
    )


def _title(series: Series) -> str:
    """What the view is about."""
    return f"Timeline of {'; '.join(line.label for line in series.lines) or 'no phrase'}"


def _points(series: Series, sentences: Sentences) -> Iterator[str]:
    """Each point's button, its numbers, and its sentences, which a browser shows one after the other's choice."""
    scale = scales.scale(series)
    room = (scales.RIGHT - scales.LEFT) / max(len(series.periods), 1)
    # Points of several lines may stand close together: small buttons leave a part of each in reach.
    size = min(_LARGEST if len(series.lines) == 1 else _SMALLEST, max(_SMALLEST / 2, room))
    for number, line in enumerate(series.lines):
        for place, point in enumerate(line.points):
            x, y = scales.spot(series, scale, number, point)
            at = f"left:{x / scales.WIDTH:.2%};margin-top:{y / scales.WIDTH:.2%}"
            told = numbers(line, point, series.per)
            name = attribute(f"{point.label}, {line.label}: {'; '.join(told)}")
            yield (
                f'<input class="ms-point" type="radio" name="ms-point" value="{number}-{place}" {_KEYS} '
                f'aria-label="{name}" style="{at};width:{size:.0f}px;height:{size:.0f}px">'
                f'<span class="ms-tip{_side(x, y)}" aria-hidden="true" style="{at}">{_tip(line, point, told)}</span>'
                f"{panel(line, point, series.per, sentences.behind[number, place])}\n"
            )


def _side(x: float, y: float) -> str:
    """Where a point's numbers are shown so that they stay on the page: else above it, in the middle."""
    across = (x - scales.LEFT) / (scales.RIGHT - scales.LEFT)
    beside = " ms-right" if across < _EDGE else " ms-left" if across > 1 - _EDGE else ""
    return beside + (" ms-below" if y < scales.TOP + _TALL else "")


def _tip(line: Line, point: Point, told: list[str]) -> str:
    """The numbers of a point as they are shown beside it."""
    return f"<b>{bdi(point.label)}</b> {bdi(line.label)}<br>{'<br>'.join(map(escaped, told))}"


def panel(line: Line, point: Point, per: str, shown: list[Sentence]) -> str:
    """The sentences of a point."""
    told = numbers(line, point, per)
    some = f" {len(shown):,} of the hits are shown, drawn at random." if len(shown) < point.hits else ""
    head = f"<b>{bdi(point.label)}</b> {bdi(line.label)}: {escaped(f'{told[1]}; {told[0]}.{some}')}"
    close = f'<button class="ms-close" type="reset" {_KEYS}>Close</button>'
    items = "".join(map(_sentence, shown))
    body = f"<ol>{items}</ol>" if items else "<p>No sentence.</p>"
    label = attribute(f"Sentences of {point.label}")
    return f'<div class="ms-panel" role="group" aria-label="{label}">{close}<p>{head}</p>{body}</div>'


def _sentence(told: Sentence) -> str:
    """One sentence: the hit in its context, and below it where it stands."""
    words = f"{escaped(told.left)}<b>{escaped(told.node)}</b>{escaped(told.right)}"
    return f'<li><span dir="auto">{words}</span><br><small>{bdi(told.where)} · {bdi(told.evidence)}</small></li>'


def _foot(series: Series, sentences: Sentences) -> str:
    """How to use the view, how many sentences it holds, and what it shows in words."""
    held = sum(map(len, sentences.behind.values()))
    hits = sum(point.hits for line in series.lines for point in line.points)
    some = f"This view holds {counted(held, 'sentence')}, at most {sentences.most:,} for a point" if held < hits else ""
    bound = f" {some}, of {counted(hits, 'hit')}." if some else ""
    help_ = f"{_HELP}{bound}" if series.periods else ""
    return f'<p class="ms-help">{escaped(help_)}</p>\n<p class="ms-finding">{escaped(finding(series))}</p>\n'
