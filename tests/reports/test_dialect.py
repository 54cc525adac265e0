import pytest

from mediastudy.reports import ReportError
from mediastudy.reports.dialect import expressions, translate, translate_blocks


def test_expressions_stand_in_prose_tables_headings_and_remarks_in_order():
    source = "# {eval}`a`\n\n| x |\n|---|\n| {eval}`b` |\n\n:::{note}\n{eval}`c`\n:::\n\n**{eval}`d`**"
    assert expressions(source) == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "source",
    ["", "plain", "`{eval}`", "`` {eval}`n` ``", "```python\n{eval}`n`\n```", "~~~\n{eval}`n`\n~~~", r"\{eval}\`n\`"],
)
def test_code_and_plain_text_hold_no_expression(source):
    assert expressions(source) == []


def test_an_expression_may_hold_quotes_braces_and_backticks():
    assert expressions("""{eval}`f"{n:,}"` and {eval}``"`"``""") == ['f"{n:,}"', '"`"']


def test_a_value_replaces_the_expression_and_nothing_else():
    assert translate("So {eval}`n`%, not `n`.", lambda code: code.upper()) == "So N%, not `n`."


def test_comments_and_block_breaks_are_left_out():
    assert translate_blocks("one\n% two\n+++\nthree") == "one\nthree"


def test_code_fences_pass_unchanged():
    source = "```python\n% kept\n(x)=\n:::{what}\n```"
    assert translate_blocks(source) == source


def test_a_labelled_equation_keeps_its_label():
    both = [translate_blocks("$$\nx\n$$ (eq-x)"), translate_blocks(":::{math}\n:label: eq-x\nx\n:::")]
    assert all('key="eq-x"' in text and "$$\nx\n$$" in text for text in both)


def test_a_figure_directive_keeps_path_label_alt_and_caption():
    text = translate_blocks(":::{figure} map.png\n:name: fig-map\n:alt: A map\nThe *region*.\n:::")
    assert '{.ms-figure key="fig-map" src="map.png" alt="A map"}' in text
    assert "The *region*." in text


def test_remarks_may_nest():
    text = translate_blocks("::::{note}\nouter\n:::{tip}\ninner\n:::\nafter\n::::")
    assert text.count(".ms-admonition") == 2
    assert text.index("inner") < text.index("after")


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (":::{note}\nopen", "never closed"),
        ("```python\nopen", "never closed"),
        (":::{tabs}\nx\n:::", "directive {tabs} is not known"),
        (":::\nx\n:::", "names no directive"),
    ],
)
def test_what_is_outside_the_dialect_is_refused_by_name(source, complaint):
    with pytest.raises(ReportError, match=complaint):
        translate_blocks(source)


def test_an_unknown_role_is_refused_by_name():
    with pytest.raises(ReportError, match=r"role \{abbr\} is not known"):
        translate("{abbr}`WHO`", str)
