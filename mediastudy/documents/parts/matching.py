"""Which blocks of a page are its article, given the text that an extractor has taken from the page."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from mediastudy.documents.parts.headline import is_prose
from mediastudy.documents.parts.notices import is_author_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.parts.blocks import Block

_SHARE: Final = 0.5  # of a block's words
_MOST: Final = 2000  # blocks in one gap; beyond that no page is worth the time
_RUNS: Final = 60  # of a long block; more would say the same
_LONG_RUN: Final = 8
_TWICE: Final = 2
_LEAD: Final = 60  # characters of a lead at least
_FEW_LINKS: Final = 0.3
_BARS: Final = str.maketrans("", "", "|")


def chosen(blocks: Sequence[Block], text: str) -> set[int]:
    r"""The places of the blocks whose words stand in an extracted text, in its order.

    Examples
    --------
    >>> from mediastudy.documents.parts.blocks import Block
    >>> page = [Block("Top", "p"), Block("Ships came.", "p"), Block("Rain fell.", "p")]
    >>> sorted(chosen(page, "Ships came.\nRain fell."))
    [1, 2]
    """
    ours = [_squeezed(block.text) for block in blocks]
    theirs = [line for line in map(_squeezed, text.split("\n")) if line]
    pairs = _greedy(ours, theirs, _anchors(ours, theirs))
    taken = {place for place, _ in pairs}
    before, read = 0, 0
    for place, line in [*pairs, (len(ours), len(theirs))]:
        taken |= _in_gap(blocks, range(before, place), "".join(theirs[read:line]))
        before, read = place + 1, line + 1
    return taken


def _squeezed(line: str) -> str:
    """A line without spaces, bars and the mark of a list."""
    return "".join(line.translate(_BARS).removeprefix("- ").split())


def _anchors(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of lines that stand once in each and keep their order, as many as can be: the pillars of a match."""
    once = {line for line, count in Counter(theirs).items() if count == 1}
    once &= {line for line, count in Counter(ours).items() if count == 1}
    where = {line: place for place, line in enumerate(theirs) if line in once}
    pairs = [(place, where[line]) for place, line in enumerate(ours) if line in once]
    tails: list[int] = []  # the smallest end of a rising run, by its length
    runs: list[int] = []
    for _, line in pairs:
        length = bisect_left(tails, line)
        tails[length : length + 1] = [line]
        runs.append(length)
    found: list[tuple[int, int]] = []
    wanted = len(tails) - 1
    for pair, length in zip(reversed(pairs), reversed(runs), strict=True):
        if length == wanted and (not found or pair[1] < found[-1][1]):
            found.append(pair)
            wanted -= 1
    return found[::-1]


def _greedy(ours: Sequence[str], theirs: Sequence[str], anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The anchors, and between two of them each line with the next that equals it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(ours):
        places[line].append(place)
    pairs: list[tuple[int, int]] = []
    before, read = 0, 0
    for anchor in [*anchors, (len(ours), len(theirs))]:
        for number in range(read, anchor[1]):
            equal = places.get(theirs[number], [])
            at = bisect_left(equal, before)
            if at < len(equal) and equal[at] < anchor[0]:
                pairs.append((equal[at], number))
                before = equal[at] + 1
        pairs.append(anchor)
        before, read = anchor[0] + 1, anchor[1] + 1
    return pairs[:-1]


def _in_gap(blocks: Sequence[Block], places: range, whole: str) -> set[int]:
    """The blocks between two that match whose words stand in the extracted text there."""
    taken: set[int] = set()
    read = 0
    for place in places[:_MOST] if whole else ():
        squeezed = _squeezed(blocks[place].text)
        at = whole.find(squeezed, read) if squeezed else -1
        if at >= 0:
            taken.add(place)
            read = at + len(squeezed)
        elif _share(blocks[place].text, whole, read) >= _SHARE:
            taken.add(place)
    return taken


def _share(text: str, whole: str, start: int) -> float:
    """The share of a block's characters in runs of three words that stand in a text from a place on."""
    words = text.split()
    runs = ["".join(words[at : at + 3]) for at in range(0, len(words), 3)]
    tried = runs[:: 1 + len(runs) // _RUNS]
    # Shorter runs stand everywhere.
    found = sum(len(run) for run in tried if len(run) >= _LONG_RUN and whole.find(run, start) >= 0)
    return found / max(1, sum(map(len, tried)))


def with_lead(blocks: Sequence[Block], taken: set[int], title: str | None) -> set[int]:
    """The blocks of the article with the running text that stands between its headline and its first block.

    Examples
    --------
    >>> from mediastudy.documents.parts.blocks import Block
    >>> lead = Block("The harbour of Velde, long awaited, was opened by the mayor on Monday.", "div")
    >>> sorted(with_lead([Block("Harbour opens", "h1"), lead, Block("Ships came.", "p")], {2}, "Harbour opens"))
    [1, 2]
    """
    first = min(taken, default=0)
    heads = [place for place in range(first) if same_title(blocks[place].text, title)]
    if not heads:
        return taken
    between = range(heads[-1] + 1, first)
    return taken | {
        place
        for place in between
        if is_prose(blocks[place].text)
        and len(blocks[place].text) >= _LEAD
        and blocks[place].linked <= _FEW_LINKS
        and not blocks[place].caption
        and not is_author_note(blocks[place].text)
    }


def same_title(line: str, title: str | None) -> bool:
    """Whether a line is a headline, quotation marks and capitals aside.

    Examples
    --------
    >>> same_title("„Harbour“ opens", '"harbour" opens'), same_title("Harbour", None)
    (True, False)
    """
    if title is None or len(line) > _TWICE * len(title) + _LEAD:  # a long paragraph need not be made plain
        return False
    return plain_title(line) == plain_title(title)


def is_kicker_of(title: str | None, line: str) -> bool:
    """Whether a line is a headline without the words that stand before its colon.

    Examples
    --------
    >>> is_kicker_of("Velde: Harbour opens after years", "Harbour opens after years"), is_kicker_of("Velde", "Velde")
    (True, False)
    """
    plain = plain_title(line)
    return title is not None and len(plain) >= _LONG_RUN and plain_title(title).endswith(f" {plain}")


def plain_title(title: str) -> str:
    """A headline as letters and digits only, in lower case.

    Examples
    --------
    >>> plain_title("„Harbour“ opens!")
    'harbour opens'
    """
    return " ".join("".join(character if character.isalnum() else " " for character in title.casefold()).split())
