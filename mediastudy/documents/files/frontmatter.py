"""Front matter: what stands between two lines of dashes above a Markdown text, as columns of documents."""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from mediastudy.documents.files.plainmarkdown import plain_words
from mediastudy.documents.records import Problem
from mediastudy.documents.tabular.columns import plain_name

_BLOCK: Final = re.compile(
    r"\A\ufeff?\s*---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE: Final = re.compile(r"^([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$")
_LONGEST: Final = 1 << 16
_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
# For each column the keys that state it, best first. The day a note was made or changed is not the article's.
_KEYS: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "headline", "titel", "titre", "título", "标题"),
    "date_raw": ("date", "published", "publish_date", "publication_date", "date_published", "published_at",
                 "pubdate", "pub_date", "datum", "fecha", "日期"),
    "byline": ("author", "authors", "byline", "autor", "auteur", "作者"),
    "outlet": ("outlet", "publication", "newspaper", "publisher", "medium", "media", "source", "site_name",
               "quelle", "来源", "媒体"),
    "host": ("host", "site", "domain", "database"),
    "url": ("url", "link", "source_url", "canonical_url", "canonical", "original_url", "source", "permalink"),
    "language": ("language", "lang", "sprache", "langue", "语言"),
    "section": ("section", "category", "categories", "ressort", "rubrique"),
    "agency": ("agency", "wire"),
    "subjects": ("tags", "keywords", "subjects"),
}  # fmt: skip
_KNOWN: Final = frozenset(key for keys in _KEYS.values() for key in keys)


class FrontMatter(NamedTuple):
    """Columns of documents, what else was stated as ``key: value``, the problems, and the text below."""

    fields: dict[str, str]
    others: list[str]
    problems: list[Problem]
    body: str


def front_matter(text: str) -> FrontMatter | None:
    r"""The front matter of a text and what stands below it, or None if it has none that is known.

    Examples
    --------
    >>> found = front_matter("---\ntitle: Harbour opens\ndate: 2020-05-03\nmood: calm\n---\nShips came.\n")
    >>> found.fields, found.others, found.body
    ({'title': 'Harbour opens', 'date_raw': '2020-05-03'}, ['mood: calm'], 'Ships came.\n')
    """
    match = _BLOCK.match(text[:_LONGEST])
    if match is None:
        return None
    stated = _parsed(match[1])
    problems = []
    if stated is None:
        stated = {key: value or "" for key, value in map(re.Match.groups, _told(match[1]))}
        problems = [Problem("", "broken_front_matter", "no well-formed YAML; its lines were read one by one")]
    named = {plain_name(key): words for key, value in stated.items() if (words := _words(value))}
    if not _KNOWN & set(named):
        return None
    fields: dict[str, str] = {}
    for column, keys in _KEYS.items():
        value = next((named[key] for key in keys if key in named and _suits(column, key, named[key])), None)
        if value:
            fields[column] = value
    used = set(fields.values())
    others = [f"{key}: {value}" for key, value in named.items() if value not in used]
    return FrontMatter(fields, others, problems, text[match.end() :])


def _told(block: str) -> list[re.Match[str]]:
    """The lines of a block that state something."""
    return [match for line in block.splitlines() if (match := _LINE.match(line))]


def _parsed(block: str) -> dict[str, Any] | None:
    """What the YAML states, every value as printed; None if it is none."""
    import yaml

    try:
        stated = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings, lists and mappings only
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return {str(key): value for key, value in stated.items()} if isinstance(stated, dict) else None


def _words(value: Any) -> str:
    """A value as words: the items of a list with semicolons between; what is nested deeper says nothing."""
    if isinstance(value, str):
        return plain_words(value.strip().strip("\"'")) if not _ADDRESS.match(value) else value.strip()
    if isinstance(value, list):
        return "; ".join(_words(item) for item in value if isinstance(item, str))
    return _words(value.get("name")) if isinstance(value, dict) else ""


def _suits(column: str, key: str, value: str) -> bool:
    """Whether a value can be what the column holds: a source may be a name or an address."""
    address = bool(_ADDRESS.match(value))
    if column == "url":
        return address
    return not (address and (key == "source" or column == "outlet"))
