"""What an expression on phrases is, whatever its writing: a share, a ratio, a rate, or something else."""

from __future__ import annotations

from typing import NamedTuple

from mediastudy.timelines.arithmetic.expressions import Name, Node, Number


class Form(NamedTuple):
    """What the value of an expression is made of.

    Attributes
    ----------
    kind : share, where p = part / whole and the value is shift + scale * p; ratio, where the whole is the part and what
        it is divided by, and the value is scale * p / (1 - p); rate, where the value is scale times the part; other
    part, whole : names of phrases that are added up
    scale, shift : numbers that the expression multiplies with and adds
    """

    kind: str
    part: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    scale: float = 1.0
    shift: float = 0.0


class _Linear(NamedTuple):
    """A number plus each name times its factor; names with the factor 0 are left out."""

    constant: float
    factors: dict[str, float]


def form(node: Node) -> Form:
    """The form of an expression; one that only looks different has the same.

    Examples
    --------
    >>> from mediastudy.timelines.arithmetic.expressions import parse
    >>> form(parse("1 - a / (a + b)", ["a", "b"]))
    Form(kind='share', part=('b',), whole=('a', 'b'), scale=1.0, shift=0.0)
    >>> form(parse("a / b", ["a", "b"]))
    Form(kind='ratio', part=('a',), whole=('a', 'b'), scale=1.0, shift=0.0)
    >>> form(parse("(a - b) / (a + b)", ["a", "b"]))
    Form(kind='share', part=('a',), whole=('a', 'b'), scale=2.0, shift=-1.0)
    >>> form(parse("a / b / b", ["a", "b"])).kind
    'other'
    """
    fraction = _fraction(node)
    if fraction is None or fraction[0].constant:
        return Form("other")
    top, (constant, below) = fraction[0].factors, fraction[1]
    if not below:
        return _rate(top, constant) if constant else Form("other")
    if constant or len(set(below.values())) > 1:
        return Form("other")
    return _divided({name: factor / next(iter(below.values())) for name, factor in top.items()}, tuple(below))


def _rate(top: dict[str, float], divisor: float) -> Form:
    """Phrases added up, if all count alike and positively."""
    factors = {factor / divisor for factor in top.values()}
    if len(factors) != 1 or min(factors) < 0:
        return Form("other")
    return Form("rate", tuple(top), (), factors.pop())


def _divided(top: dict[str, float], below: tuple[str, ...]) -> Form:
    """Phrases by the sum of phrases: a share if the sum holds them all, a ratio if none."""
    if set(top) <= set(below):
        factors = {name: top.get(name, 0.0) for name in below}
        low, high = min(factors.values()), max(factors.values())
        if len(set(factors.values())) != 2:  # noqa: PLR2004 - what is in the part and what is not
            return Form("other")
        part = tuple(name for name, factor in factors.items() if factor == high)
        return Form("share", part, below, high - low, low)
    alike = len(set(top.values())) == 1 and min(top.values()) > 0
    if alike and not set(top) & set(below):
        return Form("ratio", tuple(top), (*top, *below), next(iter(top.values())))
    return Form("other")


def _fraction(node: Node) -> tuple[_Linear, _Linear] | None:
    """The expression as one linear sum over another, None if it is none."""
    if isinstance(node, Number):
        return _Linear(node.value, {}), _Linear(1.0, {})
    if isinstance(node, Name):
        return _Linear(0.0, {node.name: 1.0}), _Linear(1.0, {})
    left, right = _fraction(node.left), _fraction(node.right)
    if left is None or right is None:
        return None
    if node.sign in "*/":
        above, below = right if node.sign == "*" else reversed(right)
        return _both(_times(left[0], above), _times(left[1], below))
    factor = 1.0 if node.sign == "+" else -1.0
    if left[1] == right[1]:
        return _plus(left[0], right[0], factor), left[1]
    one, other = _times(left[0], right[1]), _times(right[0], left[1])
    return _both(one and other and _plus(one, other, factor), _times(left[1], right[1]))


def _both(above: _Linear | None, below: _Linear | None) -> tuple[_Linear, _Linear] | None:
    """The fraction, if its parts are linear."""
    return None if above is None or below is None else (above, below)


def _plus(one: _Linear, other: _Linear, factor: float) -> _Linear:
    """One sum plus a multiple of another."""
    factors = {
        name: one.factors.get(name, 0.0) + factor * other.factors.get(name, 0.0)
        for name in dict.fromkeys([*one.factors, *other.factors])
    }
    return _Linear(one.constant + factor * other.constant, {name: value for name, value in factors.items() if value})


def _times(one: _Linear, other: _Linear) -> _Linear | None:
    """The product, None if it is not linear because both hold names."""
    if one.factors and other.factors:
        return None
    factor, sums = (other.constant, one) if one.factors else (one.constant, other)
    factors = {name: factor * value for name, value in sums.factors.items() if factor}
    return _Linear(factor * sums.constant, factors)
