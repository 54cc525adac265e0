import pytest

from mediastudy.reports import ReportError
from mediastudy.reports.values import plain, text_of


def stored(**result):
    return [{"expression": "n", "result": result}]


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("1204", "1204"),
        ("12.50", "12.50"),
        ("'it'", "it"),
        ('"it\'s"', "it's"),
        (r"'it\'s \"it\"'", 'it\'s "it"'),
        ("np.int64(3)", "3"),
        ("np.float64(0.5)", "0.5"),
        ("np.str_('x')", "x"),
        ("None", "None"),
        ("np.array([1, 2])", "[1, 2]"),
    ],
)
def test_what_python_prints_loses_only_its_wrapping(printed, shown):
    assert plain(printed) == shown


def test_a_missing_value_is_refused():
    with pytest.raises(ReportError, match="has no value yet; run the notebook"):
        text_of("n", [])


def test_an_expression_changed_after_the_run_is_refused():
    with pytest.raises(ReportError, match="has no value yet"):
        text_of("n + 1", stored(status="ok", data={"text/plain": "3"}))


def test_an_expression_that_raised_is_refused_with_its_error():
    with pytest.raises(ReportError, match="raises NameError: name 'n' is not defined"):
        text_of("n", stored(status="error", ename="NameError", evalue="name 'n' is not defined"))


def test_a_table_or_picture_is_no_value():
    for kind in ("text/html", "image/png"):
        with pytest.raises(ReportError, match="gives no words or number"):
            text_of("n", stored(status="ok", data={"text/plain": "x", kind: "x"}))
