"""The visible text of a web page in blocks: paragraphs, headings, captions, rows of tables, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

_INLINE: Final = frozenset(
    (  # noqa: SIM905 - words read better in a row
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
        "small span strike strong sub sup time tt u var wbr"
    ).split()
)
_HIDDEN: Final = frozenset(("script", "style", "noscript", "template", "svg", "math", "head", "title", "textarea"))
_CELLS: Final = frozenset(("td", "th"))
_CAPTION: Final = re.compile(
    r"(?:^|\s)(?!(?:has|no|with|without|closed)[-_])[\w-]*(?:caption|cptn|didascalia|bildunterschrift)"
    r"(?:[-_]*(?:text|foto))?(?:\s|$)|(?:^|\s)(?:img|image|photo|pic|picture|figure)[-_]*desc\w*(?:\s|$)",
    re.IGNORECASE,
)
# Between two elements that touch: "Ann Lee" and "Published", "Reuters" and "3 May"; a word is never cut there.
_SEAM: Final = re.compile(r"[a-zß-ÿ.:;,)\d][A-ZÀ-Þ(]|[a-zß-ÿ.)]\d")
_RAISED: Final = frozenset(("sup", "sub"))
_LONGEST_CAPTION: Final = 700
_LONG_CELL: Final = 200  # a cell of data is shorter
_BAR: Final = " | "
_TOUCHING: Final = 2


class Block(NamedTuple):
    """One block: its text on one line, its element, the share of its text in links, whether it is a caption."""

    text: str
    tag: str
    linked: float = 0.0
    caption: bool = False


@dataclass
class _Walk:
    """The blocks found so far, and the pieces of text of the block that is open."""

    found: list[Block] = field(default_factory=list)
    open: list[tuple[str, bool]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    links: int = 0
    captions: int = 0
    lines: int = 0  # elements open in which a line end is one
    rows: int = 0  # rows of data open
    seam: int = 0  # 1 behind an inline element, 2 where the next one begins at once

    def add(self, text: str | None) -> None:
        """A piece of text of the open block."""
        if not text:
            return
        touching, self.seam = self.seam == _TOUCHING and self.open, 0
        first, *others = text.split("\n") if self.lines else [text]
        if touching and _SEAM.fullmatch(f"{touching[-1][0][-1:]}{first[:1]}"):
            first = f" {first}"
        self.open.append((first, self.links > 0))
        for line in others:
            self.close()
            self.open.append((line, self.links > 0))

    def close(self) -> None:
        """End the open block."""
        text = " ".join("".join(piece for piece, _ in self.open).split()).strip(" |")
        if text:
            linked = sum(len("".join(piece.split())) for piece, link in self.open if link)
            share = linked / len("".join(text.split()))
            caption = self.captions > 0
            self.found.append(Block(text, self.tags[-1] if self.tags else "", min(1.0, share), caption))
        self.open.clear()
        self.seam = 0


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a parsed page, in order; nothing that is not shown is in them.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> page = parse_html("<h1>Harbour <b>opens</b></h1><p>Ships<br>came.<script>1</script>")
    >>> [block.text for block in blocks_of(page)]
    ['Harbour opens', 'Ships', 'came.']
    """
    from lxml import etree

    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start" and element.tag in _HIDDEN:
            events.skip_subtree()
        elif event == "start":
            _opened(walk, element)
        else:
            if event == "end" and element.tag not in _HIDDEN:
                _closed(walk, element)
            walk.add(element.tail if element is not tree else None)
    walk.close()
    return walk.found


def _opened(walk: _Walk, element: Any) -> None:
    """An element starts."""
    tag = element.tag
    if tag not in _INLINE and not (walk.rows and tag in _CELLS):
        walk.close()
        walk.tags.append(tag)
    elif walk.seam and tag not in _RAISED:
        walk.seam = _TOUCHING
    walk.links += tag == "a"
    walk.captions += is_caption_element(element)
    walk.lines += tag == "pre"
    walk.rows += tag == "tr" and _is_data(element)
    walk.add(element.text)


def _closed(walk: _Walk, element: Any) -> None:
    """An element ends."""
    tag = element.tag
    if walk.rows and tag in _CELLS:
        walk.open.append((_BAR, False))
    elif tag not in _INLINE:
        walk.close()
        walk.tags.pop()
    elif walk.open:
        walk.seam = 1
    walk.links -= tag == "a"
    walk.captions -= is_caption_element(element)
    walk.lines -= tag == "pre"
    walk.rows -= tag == "tr" and _is_data(element)


def is_caption_element(element: Any) -> bool:
    """Whether an element holds the caption of a picture.

    Examples
    --------
    >>> from mediastudy.documents.files.markup import parse_html
    >>> page = parse_html('<p class="wp-caption-text">Ships</p><p class="text">Ships</p>')
    >>> [is_caption_element(element) for element in page.iter("p")]
    [True, False]
    """
    return element.tag == "figcaption" or (
        element.tag in {"p", "div", "span", "dd", "td"}
        and bool(_CAPTION.search(element.get("class") or ""))
        and len(element.text_content()) <= _LONGEST_CAPTION
    )


def _is_data(row: Any) -> bool:
    """Whether a row of a table holds data, and does not only lay out the page."""
    cells = [part for part in row.iter() if isinstance(part.tag, str) and part is not row]
    flat = all(part.tag in _INLINE or part.tag in _CELLS for part in cells)
    return flat and len(cells) > 1 and all(len(part.text_content()) <= _LONG_CELL for part in cells)
