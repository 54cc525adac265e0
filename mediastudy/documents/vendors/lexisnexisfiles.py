"""LexisNexis: what an old export says of itself: how many records it holds, in which language it was made."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# "3 of 10 DOCUMENTS", "Dokument 3 von 10"; some files say which documents of a search they focus on.
NUMBER: Final = (
    r"(?=[^\n]*(?:do[ck]um|articles?|results?))(?:focus ?- ?)?(?:documento?|dokument)? ?"
    r"(?P<number>\d{1,6}) (?:of|von|de|sur|van|di|from) (?P<total>\d{1,7})"
    r"(?: (?:documents?|dokumente?n?|documenten|documentos?|documenti|articles?|results?))?"
)
_NUMBER: Final = re.compile(NUMBER, re.IGNORECASE)
_SELECTED: Final = re.compile(
    r"(?:selected items?|ausgewählte \w+|éléments? sélectionnés?|sélection|geselecteerde \w+)\s*: ?"
    r"(\d+(?: ?[-,;] ?\d+)*)",
    re.IGNORECASE,
)
_INTERFACES: Final = {"length": "en", "länge": "de", "laenge": "de", "longueur": "fr", "lengte": "nl"}
_LONGEST_DOWNLOAD: Final = 500


def is_number(line: str) -> bool:
    """Whether a line says which of how many documents follows.

    Examples
    --------
    >>> is_number("3 of 10 DOCUMENTS"), is_number("Dokument 3 von 10"), is_number("3 of 10 ships")
    (True, True, False)
    """
    return number_of(line) is not None


def number_of(line: str) -> tuple[int, int] | None:
    """The number and the total in a line that says which of how many documents follows, or None.

    Examples
    --------
    >>> number_of("3 of 10 DOCUMENTS"), number_of("3 of 10 ships")
    ((3, 10), None)
    """
    match = _NUMBER.fullmatch(line)
    return (int(match["number"]), int(match["total"])) if match else None


def announced(cover: str, numbers: Sequence[tuple[int, int]]) -> int | None:
    """How many articles a file says it holds: by its cover, or by the count at its records if that is the file's own.

    Of several downloads in one file, one below the other, the sum is taken.

    Parameters
    ----------
    cover
        The text above the first record.
    numbers
        The number and the total that each record states, in order (*3 of 10 DOCUMENTS*).

    Examples
    --------
    >>> announced("Selected Items: 1-10", []), announced("", [(1, 3), (2, 3)]), announced("", [(2001, 2146)])
    (10, 3, None)
    """
    downloads: list[list[tuple[int, int]]] = []
    for number, total in numbers:
        if not downloads or (number == 1 and any(earlier == 1 for earlier, _ in downloads[-1])):
            downloads.append([])
        downloads[-1].append((number, total))
    chosen = _SELECTED.search(" ".join(cover.split()))
    if chosen and len(downloads) <= 1:
        return _counted(chosen[1])
    totals = [_total(download) for download in downloads]
    return sum(filter(None, totals)) if totals and None not in totals else None


def _total(numbers: Sequence[tuple[int, int]]) -> int | None:
    """How many articles one download holds by the count at its records, or None if they don't say."""
    stated = Counter(total for _, total in numbers)
    total, count = stated.most_common(1)[0]
    # A download that does not begin with the first is part of a search, whose total says nothing of the file.
    if min(number for number, _ in numbers) != 1 or count < len(numbers) - len(numbers) // 10:
        return None
    # No download holds more than 500: a larger total is that of the search, unless the count goes up to it.
    return total if total <= _LONGEST_DOWNLOAD or max(number for number, _ in numbers) == total else None


def interface_of(labels: Iterable[str]) -> str | None:
    """The language of the interface, by the name it gives to the length of an article.

    Examples
    --------
    >>> interface_of(["LÄNGE", "RUBRIK"]), interface_of([])
    ('de', None)
    """
    found = Counter(_INTERFACES[label.casefold()] for label in labels if label.casefold() in _INTERFACES)
    return found.most_common(1)[0][0] if found else None


def _counted(ranges: str) -> int:
    """How many numbers a list of numbers and ranges names (``1-3, 7`` names four)."""
    count = 0
    for part in re.split(r" ?[,;] ?", ranges):
        first, _, last = part.partition("-")
        count += max(int(last) - int(first) + 1, 0) if last.strip() else 1
    return count
