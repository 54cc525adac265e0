"""What a query is once it is read, and how one that can't be read is refused."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple, NoReturn

ANY: Final = "*"


class Word(NamedTuple):
    """One word of a phrase.

    Attributes
    ----------
    name : the type, or for an exact word the printed form with straight apostrophes; ``*`` alone is any one word
    wild : whether ``*`` and ``?`` in the name stand for characters
    loose : whether marks may stand before it
    exact : whether the printed form is compared, upper and lower case
    """

    name: str
    wild: bool = False
    loose: bool = False
    exact: bool = False


Phrase = tuple[Word, ...]


class Pair(NamedTuple):
    """Two queries whose hits must stand close: within a number of words, or in one sentence if that is None."""

    left: Query
    right: Query
    within: int | None


# Phrases are the readings of a query without operators.
Query = list[Phrase] | Pair


def fail(query: str, at: int, reason: str) -> NoReturn:
    """Raise with the reason, the query and a pointer to the character.

    Raises
    ------
    ValueError
        Always.
    """
    shown = "".join(" " if sign.isspace() else sign for sign in query)
    # Han and fullwidth characters take two columns where the pointer is shown, combining marks none.
    columns = sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else not unicodedata.combining(sign) for sign in shown[:at]
    )
    message = f"{reason}:\n  {shown}\n  {' ' * columns}^"
    raise ValueError(message)
