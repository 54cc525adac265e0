"""Markdown with front matter: one article a file, what is stated above it in columns, its text without marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mediastudy.documents.files.encodings import text_in
from mediastudy.documents.files.frontmatter import front_matter
from mediastudy.documents.files.heads import head_of
from mediastudy.documents.files.plainmarkdown import plain_blocks
from mediastudy.documents.parts.webmeta import site_of
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Articles
from mediastudy.documents.vendors.exports import exported

if TYPE_CHECKING:
    from mediastudy.documents.files.frontmatter import FrontMatter
    from mediastudy.documents.files.plainmarkdown import Block
    from mediastudy.documents.records import Source

NAME: Final = "markdown"


def sniff(source: Source) -> float:
    """Sure of a text that opens with front matter of an article."""
    head = head_of(source.data)
    return 0.95 if head.lstrip("\ufeff \t\r\n").startswith("---") and front_matter(head) is not None else 0.0


def read(source: Source) -> Articles:
    r"""The article that the file holds.

    Raises
    ------
    Unreadable
        If the file holds no text, or no front matter.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> data = b"---\ntitle: Harbour opens\ndate: 2020-05-03\n---\n\nShips **came** in.\n"
    >>> read(Source("a.md", ".md", data)).articles[0].fields
    {'title': 'Harbour opens', 'date_raw': '2020-05-03', 'text': 'Ships came in.'}
    """
    text, problems = text_in(source.data)
    found = front_matter(text)
    if found is None:
        problem = "no_articles"
        raise Unreadable(problem, "there is no front matter above the text")
    plain = plain_blocks(found.body)
    title, body = _headed(found, plain.blocks)
    fields: dict[str, str | None] = {**found.fields, "title": title, "captions": "\n".join(plain.captions)}
    if "url" in found.fields:
        site = site_of(found.fields["url"])
        fields = {"host": site, "outlet": site, **fields}
    pieces = [("metadata", line) for line in found.others]
    pieces += [("title", block.text) for block in plain.blocks[: len(plain.blocks) - len(body)]]
    article = exported(fields, [block.text for block in body], pieces=pieces, problems=[*problems, *found.problems])
    return Articles([article], [])


def _headed(found: FrontMatter, blocks: list[Block]) -> tuple[str | None, list[Block]]:
    """The headline, and the body without a heading above it that repeats or states it."""
    title = found.fields.get("title")
    if blocks and blocks[0].level and (title is None or blocks[0].text.casefold() == title.casefold()):
        return title or blocks[0].text, blocks[1:]
    return title, blocks
