"""JSON Lines: one object a line; a broken line is a problem and the next is read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.objects import as_table, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mediastudy.documents.records import Source, Table

NAME: Final = "jsonl"
_SUFFIXES: Final = (".jsonl", ".ndjson", ".jsonlines")


def sniff(source: Source) -> float:
    """Sure if the first line is an object of its own and another follows, or the suffix says so."""
    head = head_of(source.data).lstrip()
    if not head.startswith("{"):
        return 0.3 if source.suffix in _SUFFIXES and head else 0.0
    if source.suffix in _SUFFIXES:
        return 0.95
    first, newline, rest = head.partition("\n")
    return 0.9 if newline and rest.lstrip().startswith("{") and isinstance(parsed(first), dict) else 0.0


def read(source: Source) -> Table:
    r"""The objects of the file as rows.

    Raises
    ------
    Unreadable
        If the file holds no text.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> table = read(Source("a.jsonl", ".jsonl", b'{"text": "One."}\n{"text": \n{"text": "Three."}'))
    >>> table.frame["text"].tolist(), table.problems[0].place
    (['One.', 'Three.'], 'line 2')
    """
    rows: list[dict[str, Any]] = []
    places: list[str] = []
    problems: list[Problem] = []
    broken = 0
    for number, line, replaced in _lines(source.data):
        place = f"line {number}"
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(Problem(place, "broken_record", f"no JSON ({error}); left out: {line[:80]!r}"))
            broken += 1
            continue
        if not isinstance(value, dict):
            problems.append(Problem(place, "broken_record", f"a {type(value).__name__}, no object; left out"))
            broken += 1
            continue
        if replaced:
            problems.append(Problem(place, "broken_characters", "bytes that are no UTF-8 stand as U+FFFD"))
        rows.append(value)
        places.append(place)
    return as_table(rows, places, problems, broken=broken)


def _lines(data: bytes) -> Iterator[tuple[int, str, bool]]:
    """The lines with their numbers from 1, and whether characters were replaced in them."""
    if _is_utf8(data):
        start, number = (3 if data.startswith(b"\xef\xbb\xbf") else 0), 0
        while start < len(data):
            end = data.find(b"\n", start)
            end = len(data) if end < 0 else end
            raw, start, number = data[start:end], end + 1, number + 1
            if raw.strip():
                yield number, *_decoded(raw)
        return
    text, _ = text_in(data)
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line, False


def _decoded(raw: bytes) -> tuple[str, bool]:
    """One line as text, and whether bytes had to be replaced."""
    try:
        return raw.decode("utf-8"), False
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors="replace"), True


def _is_utf8(data: bytes) -> bool:
    """Whether the lines are UTF-8, but for a few broken ones."""
    if b"\x00" in data[: 1 << 16] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    lines = [line for line in data[: 1 << 20].split(b"\n")[:-1] or [data] if not line.isascii()]
    bad = sum(_decoded(line)[1] for line in lines)
    return bad * 2 <= len(lines)
