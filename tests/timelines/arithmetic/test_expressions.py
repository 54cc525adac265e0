import numpy as np
import pytest

from mediastudy.timelines.arithmetic.expressions import evaluate, names, parse
from mediastudy.timelines.arithmetic.forms import form

KNOWN = ["a", "b", "Old Oru", "对口", "x-y"]
VALUES = {"a": np.array([6.0]), "b": np.array([2.0]), "Old Oru": np.array([4.0]), "对口": np.array([1.0])}


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("a", 6),
        ("a + b * 3", 12),
        ("(a + b) * 3", 24),
        ("a - b - 1", 3),
        ("a / b / 3", 1),
        ("a/(b+a)", 0.75),
        ("-a + 10", 4),
        ("2 * -b", -4),
        ("'Old Oru' / \"a\"", 4 / 6),
        ("1.5*对口", 1.5),
        ("  a  ", 6),
    ],
)
def test_arithmetic_is_that_of_school(expression, result):
    assert evaluate(parse(expression, KNOWN), VALUES).tolist() == pytest.approx([result])


def test_division_by_nothing_is_missing_and_warns_of_nothing():
    node = parse("a / (a - b)", ["a", "b"])
    found = evaluate(node, {"a": np.array([1.0, 0.0, 2.0]), "b": np.array([1.0, 0.0, 1.0])})
    assert np.isnan(found[:2]).all()
    assert found[2] == 2
    assert np.isnan(evaluate(parse("a / 0", ["a"]), VALUES)).all()


@pytest.mark.parametrize(
    ("expression", "place", "reason"),
    [
        ("", 1, "it is empty; write names of phrases such as a, b, 'Old Oru', 对口, 'x-y'"),
        ("1 + 2", 1, "it names no phrase"),
        ("a / (a + c)", 10, "no phrase has the name 'c'; known are a, b, 'Old Oru'"),
        ("a + 'old oru'", 5, "no phrase has the name 'old oru'"),
        ("a / (a + b", 5, "the bracket is not closed"),
        ("a + b)", 6, "no bracket was opened before"),
        ("a b", 3, "an operator (+ - * /) is missing before 'b'"),
        ("a +", 4, "something is missing at its end"),
        ("a * / b", 5, "a name, a number or a bracket must stand before '/'"),
        ("a + 'b", 5, "the quotation mark is not closed"),
        ("a ^ b", 3, "'^' can't be read"),
        ("2a", 1, "'2' can't be read"),
    ],
)
def test_what_can_not_be_read_is_shown_at_its_place(expression, place, reason):
    with pytest.raises(ValueError, match="The expression fails") as raised:
        parse(expression, KNOWN)
    first, shown, mark = str(raised.value).split("\n")
    assert first.startswith(f"The expression fails at character {place}: ")
    assert reason in first
    assert (shown, mark.index("^")) == (f"  {expression}", place + 1)


def test_a_quoted_sign_is_a_name_and_no_sign():
    assert evaluate(parse("a + '-'", ["a", "-"]), {"a": np.array([1.0]), "-": np.array([2.0])}).tolist() == [3]


def test_names_come_once_in_order():
    assert names(parse("b / (a + b)", KNOWN)) == ["b", "a"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a / (a + b)", ("share", ("a",), ("a", "b"), 1, 0)),
        ("100 * a / (b + a)", ("share", ("a",), ("b", "a"), 100, 0)),
        ("a / (a + b) * 100", ("share", ("a",), ("a", "b"), 100, 0)),
        ("a / (2 * a + 2 * b)", ("share", ("a",), ("a", "b"), 0.5, 0)),
        ("1 - a / (a + b)", ("share", ("b",), ("a", "b"), 1, 0)),
        ("(a - b) / (a + b)", ("share", ("a",), ("a", "b"), 2, -1)),
        ("(a + b) / (a + b + c)", ("share", ("a", "b"), ("a", "b", "c"), 1, 0)),
        ("a / b", ("ratio", ("a",), ("a", "b"), 1, 0)),
        ("(a + b) / (2 * c)", ("ratio", ("a", "b"), ("a", "b", "c"), 0.5, 0)),
        ("a + b", ("rate", ("a", "b"), (), 1, 0)),
        ("a / 2", ("rate", ("a",), (), 0.5, 0)),
    ],
)
def test_the_form_of_an_expression_does_not_depend_on_its_writing(expression, expected):
    assert tuple(form(parse(expression, ["a", "b", "c"]))) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "a - b",
        "a * b",
        "a / b / c",
        "a / (a + 2 * b)",
        "(a - b) / c",
        "a + 1",
        "a / (b + 1)",
        "a / a",
        "-a",
        "a / (b - b)",
    ],
)
def test_what_is_no_share_ratio_or_sum_is_something_else(expression):
    assert form(parse(expression, ["a", "b", "c"])).kind == "other"
