"""The one article of an office text: its headline by its style, the rest cleaned as any saved text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.cleaning import clean
from mediastudy.documents.parts.paragraphs import repair
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Article, Articles, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.files.office import OfficeParagraph

_TITLE: Final = re.compile(r"title|heading ?1", re.IGNORECASE)
_OWN_NAME: Final = re.compile(r"(?:lexis ?nexis|nexis uni|lexis advance|factiva|proquest|europresse)\b", re.IGNORECASE)
_SHORT: Final = 60


def article_of(paragraphs: Sequence[OfficeParagraph]) -> Articles:
    """The article in the paragraphs of an office text.

    Raises
    ------
    Unreadable
        ``empty_file`` if no paragraph holds text.

    Examples
    --------
    >>> from mediastudy.documents.files.office import OfficeParagraph
    >>> texts = [OfficeParagraph("Harbour opens", style="Title"), OfficeParagraph("Ships came in on Monday.")]
    >>> article = article_of(texts).articles[0]
    >>> article.fields["title"], article.fields["text"]
    ('Harbour opens', 'Ships came in on Monday.')
    """
    filled = [paragraph for paragraph in paragraphs if repair(paragraph.text)]
    if not filled:
        problem = "empty_file"
        raise Unreadable(problem, "it holds no text, perhaps only pictures")
    styled = [paragraph for paragraph in filled if _TITLE.fullmatch(paragraph.style)]
    title = repair(styled[0].text) if len(filled) > 1 and styled and styled[0] is filled[0] else None
    article = clean("\n\n".join(paragraph.text for paragraph in filled), title=title)
    if len(filled) == 1 and not article.fields["text"]:
        article = Article({"text": repair(filled[0].text)}, [], [])  # a line alone is the text, not its headline
    problems = []
    first = repair(filled[0].text)
    if len(first) <= _SHORT and _OWN_NAME.match(first):
        detail = f"it calls itself an export ({first!r}), but holds no article of one; read as an ordinary text"
        problems.append(Problem("", "no_articles", detail))
    return Articles([article], problems)
