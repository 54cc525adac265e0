"""Title, authors and the like from a notebook's metadata; the words of a report in its language."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.reports.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nbformat import NotebookNode

KEYS: Final = (
    "title",
    "subtitle",
    "authors",
    "date",
    "abstract",
    "keywords",
    "lang",
    "bibliography",
    "csl",
)
_AUTHOR_KEYS: Final = ("name", "affiliation", "orcid", "email")
_HEADING: Final = re.compile(r"\A\s*#[ \t]+(?P<title>.+?)[ \t]*#*[ \t]*(?:\n|\Z)")

_ENGLISH: Final = {
    "figure": "Figure",
    "table": "Table",
    "equation": "Equation",
    "references": "References",
    "abstract": "Abstract",
    "keywords": "Keywords",
    "colophon": "Colophon",
    "note": "Note",
    "tip": "Tip",
    "hint": "Hint",
    "important": "Important",
    "attention": "Attention",
    "caution": "Caution",
    "warning": "Warning",
    "danger": "Danger",
    "seealso": "See also",
}
_CHINESE: Final = {
    "figure": "图",
    "table": "表",
    "equation": "公式",
    "references": "参考文献",
    "abstract": "摘要",
    "keywords": "关键词",
    "colophon": "编制说明",
    "note": "注",
    "tip": "提示",
    "hint": "提示",
    "important": "重要",
    "attention": "注意",
    "caution": "小心",
    "warning": "警告",
    "danger": "危险",
    "seealso": "另见",
}


def words(lang: str) -> dict[str, str]:
    """The words a report adds of itself, in its language; English where there is no translation yet.

    Examples
    --------
    >>> words("zh-Hans")["figure"], words("en-GB")["figure"]
    ('图', 'Figure')
    """
    return dict(_CHINESE if lang.partition("-")[0] == "zh" else _ENGLISH)


def front_matter(notebook: NotebookNode) -> dict[str, Any]:
    """What stands before the text: title, subtitle, authors, date, abstract, keywords; and lang, bibliography, csl.

    Parameters
    ----------
    notebook
        Its ``metadata.mediastudy`` is read; the title is otherwise the heading that opens the notebook.

    Returns
    -------
    dict
        Every key present, with empty values for what is not given; authors as a list of dicts with ``name``.

    Raises
    ------
    ReportError
        If a key is not known, the title is missing, or the date is no date like 2024-08-29.

    Examples
    --------
    >>> from nbformat.v4 import new_notebook
    >>> front_matter(new_notebook(metadata={"mediastudy": {"title": "Aid", "authors": ["Ana Lee"]}}))["authors"]
    [{'name': 'Ana Lee'}]
    """
    given = dict(notebook.metadata.get("mediastudy", {}))
    _refuse_unknown(given, KEYS, "metadata.mediastudy")
    title = given.get("title") or opening_title(notebook)
    if not title:
        message = "the report has no title; open the notebook with a line “# Title”, or set metadata.mediastudy.title."
        raise ReportError(message)
    plain = {key: str(given.get(key) or "") for key in ("subtitle", "abstract", "bibliography", "csl")}
    return {
        **plain,
        "title": " ".join(str(title).split()),
        "authors": [_author(author) for author in given.get("authors", [])],
        "date": _date(given.get("date")),
        "keywords": [str(word) for word in given.get("keywords", [])],
        "lang": str(given.get("lang") or "en"),
    }


def opening_title(notebook: NotebookNode) -> str:
    """The first-level heading that opens the notebook, without its emphasis marks, or nothing."""
    first = notebook.cells[0] if notebook.cells else None
    match = _HEADING.match(first.source) if first is not None and first.cell_type == "markdown" else None
    return re.sub(r"[*_`]", "", match["title"]) if match else ""


def without_title(source: str) -> str:
    r"""The text of the opening cell after its first-level heading.

    Examples
    --------
    >>> without_title("# Aid\n\nA question.")
    '\nA question.'
    """
    return _HEADING.sub("", source, count=1)


def timestamp(front: Mapping[str, Any]) -> dt.datetime | None:
    """The moment a PDF says it was made: SOURCE_DATE_EPOCH, else the report's own date, else none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC)
    if front["date"]:
        return dt.datetime.fromisoformat(front["date"]).replace(tzinfo=dt.UTC)
    return None


def _author(author: Any) -> dict[str, str]:
    """One author as a dict of texts."""
    if isinstance(author, str):
        return {"name": author}
    _refuse_unknown(author, _AUTHOR_KEYS, "an author in metadata.mediastudy")
    if not author.get("name"):
        message = "an author in metadata.mediastudy has no name."
        raise ReportError(message)
    return {key: str(value) for key, value in author.items()}


def _date(given: Any) -> str:
    """The report's date as 2024-08-29, or nothing."""
    if not given:
        return ""
    try:
        return dt.date.fromisoformat(str(given)).isoformat()
    except ValueError as error:
        message = f"metadata.mediastudy.date is {given!r}; write it like 2024-08-29."
        raise ReportError(message) from error


def _refuse_unknown(given: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    """Raise if a key is misspelt: it would be left out of the report without a word."""
    unknown = [key for key in given if key not in known]
    if unknown:
        message = f"{what} has the unknown key {', '.join(unknown)}; known are {', '.join(known)}."
        raise ReportError(message)
