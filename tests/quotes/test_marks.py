import pytest

from mediastudy.quotes.marks import marked


def found(text):
    return [text[mark.start : mark.end] for mark in marked(text, 0, len(text), len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We came," he said. "We saw."', ['"We came,"', '"We saw."']),
        ("“A ‘b’ c,” she said.", ["“A ‘b’ c,”"]),
        ("„Nein“, sagte er. »Doch«, sagte sie.", ["„Nein“", "»Doch«"]),
        ("« Non », dit-il.", ["« Non »"]),
        ("他说：“好。”她说「不」", ["“好。”", "「不」"]),
        ("'Come in,' the miller's aunt said.", ["'Come in,'"]),
        ("The boys' dogs don't bark in the '90s.", []),
        ('"He said "no" to me," she said.', ['"He said "no" to me,"']),
    ],
)
def test_each_kind_of_marks_is_paired(text, expected):
    assert found(text) == expected


def test_a_lost_opening_mark_is_put_at_the_sentence():
    text = 'It rained. We are fine," he said.'
    marks = marked(text, 0, len(text), len(text))
    assert [(text[m.start : m.end], m.closed) for m in marks] == [('We are fine,"', False)]


def test_a_lost_closing_mark_ends_with_its_sentence():
    text = 'He said, "we are fine. It rained.'
    marks = marked(text, 0, len(text), len(text))
    assert [(text[m.start : m.end], m.closed) for m in marks] == [('"we are fine.', False)]


def test_a_quotation_goes_on_when_the_next_paragraph_opens_with_marks():
    text = '"One day it rained.\n\n"Then it stopped."'
    first = marked(text, 0, 19, 21)
    assert [(m.end, m.goes_on) for m in first] == [(19, True)]


@pytest.mark.parametrize("text", ['"', '""', '"""', "“", "”", "'", "«»\"\"''“”", "」", "『"])
def test_odd_marks_never_raise(text):
    assert all(0 <= m.start < m.end <= len(text) for m in marked(text, 0, len(text), len(text)))
