"""What copies of a story changed: each copy beside the earliest one, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from mediastudy import tables
from mediastudy.documents.copies.shingles import SINGLE, described

if TYPE_CHECKING:
    from collections.abc import Iterator

    Row = tuple[str, str, str, str]

_COLUMNS: Final = ("document", "operation", "before", "after")
_WORD: Final = re.compile(r"\S+\s*|\s+")
_LINE: Final = re.compile(r"[^\n]*\n+|[^\n]+")
# Words up to which all of a passage is laid beside the other at once; longer ones are divided at equal paragraphs.
_LONG: Final = 2_000


def edits(documents: pd.DataFrame, story: str) -> pd.DataFrame:
    """How each copy of a story differs from its head.

    Parameters
    ----------
    documents : a documents table with ``story``, as :func:`with_stories` makes it
    story : the id of the story, which is that of its head

    Returns
    -------
    pandas.DataFrame
        One row a passage of a copy, in the order of the documents and of the text: ``document``; ``operation``:
        *equal*, *insert*, *delete* or *replace*; ``before`` (the passage in the head) and ``after`` (in the copy). The
        passages of a document, one after the other, are the whole text of the head and of the copy. Words are compared
        as printed; white space after them is not.

    Raises
    ------
    ValueError
        If a column is missing, or there is no such story.

    Examples
    --------
    >>> texts = ["Ships came to Porto Alba.", "Ships sailed to Porto Alba."]
    >>> documents = pd.DataFrame({"document": ["a", "b"], "story": "a", "text": texts})
    >>> edits(documents, "a")[["operation", "before", "after"]].values.tolist()
    [['equal', 'Ships ', 'Ships '], ['replace', 'came ', 'sailed '], ['equal', 'to Porto Alba.', 'to Porto Alba.']]
    """
    tables.require(documents, ["document", "story", "text"], what="documents")
    chosen = documents[documents["story"].eq(story).fillna(value=False).to_numpy()].fillna({"text": ""})
    heads = chosen.loc[chosen["document"].eq(story), "text"]
    if heads.empty:
        message = f"There is no story {story!r}. A story has the id of its head; duplicates(documents) lists them."
        raise ValueError(message)
    head = str(heads.iloc[0])
    rows = [
        (str(name), *change)
        for name, text in zip(chosen["document"].array, chosen["text"].array, strict=True)
        if name != story
        for change in _changes(head, str(text))
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype("str")


def _changes(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """The operations that lead from one text to another, neighbours of one kind joined."""
    merged: list[list[Any]] = []
    for operation, old, new in _passages(before, after):
        if merged and merged[-1][0] == operation:
            merged[-1][1] += old
            merged[-1][2] += new
        else:
            merged.append([operation, old, new])
    return ((operation, old, new) for operation, old, new in merged)


def _passages(before: str, after: str) -> Iterator[tuple[str, str, str]]:
    """The same, long texts divided at equal paragraphs first."""
    one, other = _words(before), _words(after)
    if max(len(one), len(other)) <= _LONG:
        yield from _compared(one, other)
        return
    for operation, old, new in _compared(_LINE.findall(before), _LINE.findall(after)):
        if operation == "replace":
            yield from _compared(_words(old), _words(new))
        else:
            yield operation, old, new


def _compared(one: list[str], other: list[str]) -> Iterator[tuple[str, str, str]]:
    """The operations that lead from one list of pieces to another."""
    keys = [piece.strip() for piece in one], [piece.strip() for piece in other]
    for operation, start, end, first, last in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        yield operation, "".join(one[start:end]), "".join(other[first:last])


def _words(text: str) -> list[str]:
    """The words of a text with the white space after them; characters of scripts without spaces singly."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if word.isascii() or not any(described(sign)[0] == SINGLE for sign in word):
            found.append(word)
        else:
            found += re.findall(r"\S\s*|\s+", word)
    return found
