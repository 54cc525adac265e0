"""Arithmetic on named phrases, written as in the Ngram Viewer: read, checked, and worked out on arrays."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Numbers = NDArray[np.float64]

_PARTS: Final = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?!\w))|(?P<name>[^\W\d]\w*)|'(?P<single>[^']*)'|\"(?P<double>[^\"]*)\"|(?P<sign>[-+*/()]))"
)
_NOTHING_LEFT: Final = re.compile(r"\s*$")


class Number(NamedTuple):
    """A number as written."""

    value: float


class Name(NamedTuple):
    """A phrase, by its name."""

    name: str


class Operation(NamedTuple):
    """Two parts joined by +, -, * or /."""

    sign: str
    left: Node
    right: Node


Node = Number | Name | Operation


class _Part(NamedTuple):
    """A number, a name or a sign, and the character at which it stands."""

    kind: str
    text: str
    place: int


class _Reading(NamedTuple):
    """An expression while it is read: what is left of it, and the names that it may hold."""

    expression: str
    left: deque[_Part]
    known: Sequence[str]


def parse(expression: str, known: Sequence[str]) -> Node:
    """The expression as a tree of numbers, names and operations.

    Parameters
    ----------
    expression : names of phrases, numbers, + - * / and round brackets; a name that is not a single word of letters,
        digits and underscores stands in quotation marks of either kind
    known : the names that there are

    Raises
    ------
    ValueError
        If it can't be read or names no known phrase; the message shows where.

    Examples
    --------
    >>> parse("oru / (oru + 'Old Oru')", ["oru", "Old Oru"]).right
    Operation(sign='+', left=Name(name='oru'), right=Name(name='Old Oru'))
    """
    reading = _Reading(expression, deque(_parts(expression)), known)
    if not reading.left:
        _fail(expression, 0, f"it is empty; write names of phrases such as {_listed(known)}")
    node = _sum(reading)
    if reading.left:
        extra = reading.left[0]
        reason = "no bracket was opened before" if extra.text == ")" else "an operator (+ - * /) is missing before"
        _fail(expression, extra.place, f"{reason} {extra.text!r}")
    if not names(node):
        _fail(expression, 0, f"it names no phrase; known are {_listed(known)}")
    return node


def names(node: Node) -> list[str]:
    """The names in the expression, each once, in the order of their first place.

    Examples
    --------
    >>> names(parse("a / (b + a)", ["a", "b"]))
    ['a', 'b']
    """
    if isinstance(node, Operation):
        return list(dict.fromkeys([*names(node.left), *names(node.right)]))
    return [node.name] if isinstance(node, Name) else []


def evaluate(node: Node, values: Mapping[str, Numbers]) -> Numbers:
    """What the expression comes to; division by nothing is missing (NaN).

    Examples
    --------
    >>> evaluate(parse("a / b", ["a", "b"]), {"a": np.array([3.0, 3.0]), "b": np.array([2.0, 0.0])}).tolist()
    [1.5, nan]
    """
    if isinstance(node, Number):
        return np.asarray(node.value)
    if isinstance(node, Name):
        return values[node.name]
    left, right = evaluate(node.left, values), evaluate(node.right, values)
    if node.sign == "/":
        left, right = np.broadcast_arrays(left, right)
        return np.asarray(np.divide(left, right, out=np.full(left.shape, np.nan), where=right != 0))
    joined = {"+": np.add, "-": np.subtract, "*": np.multiply}[node.sign]
    return np.asarray(joined(left, right), dtype=float)


def _parts(expression: str) -> list[_Part]:
    """The numbers, names and signs of an expression in order."""
    parts, place = [], 0
    while not _NOTHING_LEFT.match(expression, place):
        found = _PARTS.match(expression, place)
        if found is None:
            place += len(expression[place:]) - len(expression[place:].lstrip())
            quoted = expression[place] in "'\""
            reason = "the quotation mark is not closed" if quoted else f"{expression[place]!r} can't be read"
            _fail(expression, place, f"{reason}; names with spaces or signs stand in quotation marks")
        kind = str(found.lastgroup)
        begun = found.start(kind) - (kind in {"single", "double"})
        parts.append(_Part("name" if kind in {"single", "double"} else kind, found[kind], begun))
        place = found.end()
    return parts


def _sum(reading: _Reading) -> Node:
    """Products joined by + and -, read from left to right."""
    node = _product(reading)
    while reading.left and reading.left[0].text in {"+", "-"} and reading.left[0].kind == "sign":
        sign = reading.left.popleft().text
        node = Operation(sign, node, _product(reading))
    return node


def _product(reading: _Reading) -> Node:
    """Single terms joined by * and /, read from left to right."""
    node = _term(reading)
    while reading.left and reading.left[0].text in {"*", "/"} and reading.left[0].kind == "sign":
        sign = reading.left.popleft().text
        node = Operation(sign, node, _term(reading))
    return node


def _term(reading: _Reading) -> Node:
    """A number, a name, a bracket, or one of them with a minus before it."""
    if not reading.left:
        _fail(reading.expression, len(reading.expression), "something is missing at its end")
    part = reading.left.popleft()
    if part.kind == "number":
        return Number(float(part.text))
    if part.kind == "name":
        if part.text not in reading.known:
            reason = f"no phrase has the name {part.text!r}; known are {_listed(reading.known)}"
            _fail(reading.expression, part.place, reason)
        return Name(part.text)
    if part.text == "-":
        return Operation("-", Number(0.0), _term(reading))
    if part.text != "(":
        _fail(reading.expression, part.place, f"a name, a number or a bracket must stand before {part.text!r}")
    node = _sum(reading)
    if not reading.left or reading.left[0].text != ")":
        _fail(reading.expression, part.place, "the bracket is not closed")
    reading.left.popleft()
    return node


def _listed(known: Sequence[str]) -> str:
    """The known names as they may be written."""
    return ", ".join(name if re.fullmatch(r"[^\W\d]\w*", name) else repr(name) for name in known)


def _fail(expression: str, place: int, reason: str) -> NoReturn:
    """Raise with the reason and the place, shown below the expression."""
    message = f"The expression fails at character {place + 1}: {reason}.\n  {expression}\n  {' ' * place}^"
    raise ValueError(message)
