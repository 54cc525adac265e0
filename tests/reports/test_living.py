import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from mediastudy import reports
from mediastudy.reports import ReportError
from mediastudy.reports.exporters import ReportHTMLExporter, ReportPDFExporter
from mediastudy.reports.living import CLOSING, OPENING, enclosed, harmless

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
MARKUP = (
    '<section class="ms-x">\n<style>\n.ms-x > p { color: red; }\n</style>\n<p>Aid &amp; <b>more</b></p>\n</section>'
)


def page_of(exporter, markup=MARKUP, **more):
    told = {"kind": "figure", "label": "fig-x", "caption": "It *lives*.", "alt": "A line.", "live": "yes"} | more
    output = new_output(
        "display_data", {"text/html": markup, "image/svg+xml": PICTURE}, metadata={"mediastudy": told}
    )  # fmt: skip
    cell = new_code_cell("show()", execution_count=1, outputs=[output])
    notebook = new_notebook(cells=[cell], metadata={"mediastudy": {"title": "Aid"}})
    return exporter().from_notebook_node(notebook, None)[0]


def test_a_live_figure_stands_in_the_html_as_it_is_with_its_number():
    page = page_of(ReportHTMLExporter, f"<figure>{OPENING}{MARKUP}{CLOSING}<figcaption>#fig-x</figcaption></figure>")
    assert "<p>Aid &amp; <b>more</b></p>" in page
    assert ".ms-x > p { color: red; }" in page
    assert "<strong>Figure" in page
    assert "<em>lives</em>" in page
    assert "#fig-x</figcaption>" not in page
    assert "<img" not in page


def test_a_pdf_shows_the_picture_of_a_live_figure():
    assert page_of(ReportPDFExporter).startswith(b"%PDF-")


def test_a_live_figure_needs_alternative_text():
    with pytest.raises(ReportError, match="without alternative text"):
        page_of(ReportHTMLExporter, alt="")


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<script>alert(1)</script>", "the tag <script>"),
        ("<svg><foreignObject></foreignObject></svg>", "the tag <foreignObject>"),
        ('<img src="x">', "the tag <img>"),
        ('<p onclick="x()">a</p>', "the attribute onclick"),
        ('<P ONCLICK="x()">a</P>', "the attribute onclick"),
        ('<form action="https://example.org">', "the attribute action"),
        ('<button formaction="x">', "the attribute formaction"),
        ('<p style="background: url(x.png)">a</p>', "“url(” in a style"),
        ('<path fill="url(https://example.org)"/>', "“url(” in a style"),
        ("<style>@import 'x';</style>", "“@import” in a style"),
        ("<style>p { background: u\\72l(x) }</style>", "in a style"),
        ("<style>p {}<b></style>", "the tag <style>"),
        ('<style media="all">@import "x";</style>', "the tag <style>"),
        ('<style>@import "x";', "the tag <style>"),
        ("<p title='a'>", "a stray “<”"),
        ('<p title="a', "a stray “<”"),
        ("<!-- a -->", "a stray “<”"),
        ("<p/onclick=x()>", "a stray “<”"),
        ("1 < 2", "a stray “<”"),
    ],
)
def test_what_runs_loads_or_could_be_read_in_two_ways_is_refused(markup, told):
    with pytest.raises(ReportError) as refused:
        harmless(markup)
    assert told in str(refused.value)
    with pytest.raises(ReportError, match="cell 1"):
        page_of(ReportHTMLExporter, markup)


def test_plain_html_passes_unchanged():
    assert harmless(MARKUP) == MARKUP
    assert harmless("") == ""
    assert enclosed(MARKUP) == MARKUP


def test_a_view_without_a_picture_for_paper_is_refused():
    class View:
        def _repr_mimebundle_(self, **_):
            return {"text/html": "<p>a</p>"}

    with pytest.raises(ReportError, match="no picture for paper"):
        reports.figure(View(), label="fig-x", caption="A view.")


def test_a_view_without_alternative_text_needs_some():
    class View:
        def _repr_mimebundle_(self, **_):
            return {"text/html": "<p>a</p>", "image/svg+xml": PICTURE}

    with pytest.raises(ReportError, match="fig-x has no alternative text"):
        reports.figure(View(), label="fig-x", caption="A view.")
