"""State media, agencies and offices: pages as saved, in their order and varied, as text and as HTML."""

import html
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pytest

from mediastudy.corpus.tokenizer import tokens
from mediastudy.documents.cleaning import clean
from mediastudy.documents.parts.paragraphs import paragraphs
from mediastudy.documents.parts.pieces import restored
from mediastudy.documents.readers.web_page import read_page


class Line(NamedTuple):
    """One line of a page: what it is, what is cut from its start, its body, what is cut from its end."""

    role: str
    opening: str
    text: str
    closing: str

    @property
    def whole(self):
        """The line as the page prints it."""
        return f"{self.opening}{self.text}{self.closing}"


class Page(NamedTuple):
    """A page and what must come out of it."""

    name: str
    expected: dict
    lines: list

    def body(self):
        """The text that must come out."""
        return "\n\n".join(line.text for line in self.lines if line.role == "B")


def pages():
    """All the pages of the file beside this one."""
    text = (Path(__file__).parent / "outlet_pages.txt").read_text(encoding="utf-8").rstrip()
    found = []
    for part in text.split("\n= ")[1:]:
        head, *lines = part.split("\n")
        name, *expected = head.split(" | ")
        fields = {label: value.replace(" + ", " | ") for label, value in (item.split(" ", 1) for item in expected)}
        found.append(Page(name, fields, [line_of(line) for line in lines]))
    return found


def line_of(line):
    """One line of the notation."""
    role, _, rest = line.partition(" ")
    opening, _, body = rest.partition("||") if "||" in rest else ("", "", rest)
    text, mark, closing = body.partition(" ##")
    return Line(role, opening, text, f" {closing}" if mark else "")


ALL = pages()


def as_text(lines, gap="\n\n"):
    return gap.join(line.whole for line in lines)


def as_html(page, lines):
    rows = {
        "H": "<div><span>{}</span></div>",
        "T": "<h1>{}</h1>",
        "C": "<figure><img><figcaption>{}</figcaption></figure>",
    }
    title = next(line.whole for line in page.lines if line.role == "T")
    parts = [rows.get(line.role, "<p>{}</p>").format(html.escape(line.whole)) for line in lines if line.role in "HTCB"]
    tail = "".join(f"<div><a href='#'>{html.escape(line.whole)}</a></div>" for line in lines if line.role == "F")
    body = f"{''.join(parts)}<footer>{tail}</footer>"
    return f"<html><head><title>{html.escape(title)}</title></head><body>{body}</body></html>"


def rows_of(pieces):
    return pd.DataFrame(pieces, columns=["kind", "text", "at"]).assign(order=range(len(pieces)))


def varied(page):
    """The page without each line that isn't headline or body, and with two of the lines above the body exchanged."""
    for place, line in enumerate(page.lines):
        if line.role in "HCF":
            yield page.lines[:place] + page.lines[place + 1 :]


@pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])
def test_every_part_of_a_page_saved_as_text_comes_out(page):
    fields = clean(as_text(page.lines)).fields
    expected = {("date_raw" if name == "date" else name): value for name, value in page.expected.items()}
    assert {name: fields.get(name) for name in expected} == expected
    assert fields["title"] == next(line.text for line in page.lines if line.role == "T")
    assert fields["text"] == page.body()
    captions = [line.text for line in page.lines if line.role == "C"]
    assert (fields["captions"] or "").split("\n") == (captions or [""])


@pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])
def test_the_page_can_be_put_together_again(page):
    raw = as_text(page.lines)
    article = clean(raw)
    whole = restored(article.fields["text"], rows_of(article.pieces))
    assert tokens(whole) == tokens("\n\n".join(unit.text for unit in paragraphs(raw)))


@pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])
def test_lines_that_follow_each_other_without_a_gap_are_told_apart_as_well(page):
    assert clean(as_text(page.lines, gap="\n")).fields["text"].replace("\n\n", " ") == page.body().replace("\n\n", " ")


@pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])
def test_a_page_that_lacks_a_line_keeps_its_body(page):
    for lines in varied(page):
        text = clean(as_text(lines)).fields["text"]
        body = [line.text for line in lines if line.role == "B"]
        assert [part for part in body if part not in text] == []


@pytest.mark.parametrize("page", ALL, ids=[page.name for page in ALL])
def test_the_same_page_as_html_gives_the_same_text(page):
    article = read_page(as_html(page, page.lines).encode()).articles[0]
    kept = re.sub(r"\s+", " ", article.fields["text"])
    assert [line.text for line in page.lines if line.role == "B" and line.text not in kept] == []
    assert [line.text for line in page.lines if line.role in "TCF" and len(line.text) > 12 and line.text in kept] == []
