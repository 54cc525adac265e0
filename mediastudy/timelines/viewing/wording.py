"""The numbers of a timeline in words: of one point, of a whole view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediastudy.tables import FRAME_NOTES

if TYPE_CHECKING:
    from mediastudy.timelines.viewing.points import Line, Point, Series


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> counted(1, "hit"), counted(1204, "hit")
    ('1 hit', '1,204 hits')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def numbers(line: Line, point: Point, per: str) -> list[str]:
    """The numbers of a point, a line of text each.

    Examples
    --------
    >>> from mediastudy.timelines.viewing.points import Line, Point
    >>> point = Point(0, "1994", 3, 2, 10, 6000, 500.0, 103.1, 1461.2)
    >>> numbers(Line("“aid”", "aid", None, {}, "words", [point]), point, "million tokens")[0]
    '500.0 hits per million tokens, 95 % interval 103.1 to 1,461.2'
    """
    unit = "word" if line.unit == "words" else "character"
    return [
        f"{written(point.rate)} hits per {per}, 95 % interval {written(point.low)} to {written(point.high)}",
        f"{counted(point.hits, 'hit')} in {point.documents_with_hit:,} of {counted(point.documents, 'document')}",
        counted(point.tokens, unit),
    ]


def written(rate: float) -> str:
    """A rate with one decimal, or with three where it is small.

    Examples
    --------
    >>> written(1204.26), written(0.0312), written(0.0)
    ('1,204.3', '0.031', '0.0')
    """
    return f"{rate:,.3f}" if 0 < rate < 1 else f"{rate:,.1f}"


def finding(series: Series) -> str:
    """What a view shows, in numbers, for readers who do not see it.

    Examples
    --------
    >>> from mediastudy.timelines.viewing.points import Series
    >>> finding(Series([], [], "million tokens", None))
    'The timeline is empty: no document belongs to a period.'
    """
    if not series.periods:
        return "The timeline is empty: no document belongs to a period."
    first, last = series.periods[0].label, series.periods[-1].label
    span = first if first == last else f"{first} to {last}"
    gaps = sum(not period.covered for period in series.periods)
    missing = f"; {gaps} of {counted(len(series.periods), 'period')} have no documents with text" if gaps else ""
    found = "; ".join(map(_highest, series.lines))
    measure = series.measure[:1].upper() + series.measure[1:]
    note = FRAME_NOTES.get(series.frame or "", "")
    return f"{measure}, {span}: {found}{missing}. {note}".rstrip()


def _highest(line: Line) -> str:
    """A line's total and its highest point."""
    total = sum(point.hits for point in line.points)
    if not total:
        return f"{line.label} has no hits"
    top = max(line.points, key=lambda point: point.rate)
    reach = f"{written(top.rate)}, 95 % interval {written(top.low)} to {written(top.high)}"
    return f"{line.label} has {counted(total, 'hit')} and is highest in {top.label} ({reach})"
