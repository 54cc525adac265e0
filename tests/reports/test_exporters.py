import re
from importlib.metadata import entry_points

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from mediastudy.reports import ReportError
from mediastudy.reports.cells import kwic_rows
from mediastudy.reports.exporters import ReportHTMLExporter, ReportPDFExporter


@pytest.fixture(scope="module")
def soup(page):
    return BeautifulSoup(page, "html.parser")


def html(*cells, resources=None, **front):
    given = {"title": "Aid", **front}
    return ReportHTMLExporter().from_notebook_node(
        new_notebook(cells=list(cells), metadata={"mediastudy": given}), resources
    )[0]


def ran(*outputs, source="show()", **metadata):
    return new_code_cell(source, execution_count=1, outputs=list(outputs), metadata=metadata)


def result(**data):
    return new_output(
        "execute_result", {kind.replace("_", "/"): text for kind, text in data.items()}, execution_count=1
    )


def test_jupyterlab_finds_both_exporters():
    found = {
        point.name: point.load()
        for point in entry_points(group="nbconvert.exporters")
        if point.name.startswith("report_")
    }
    assert found == {"report_html": ReportHTMLExporter, "report_pdf": ReportPDFExporter}


def test_front_matter_stands_before_the_text(soup):
    assert soup.html["lang"] == "en-GB"
    assert soup.title.text == soup.h1.text == "Aid to the Orrin uplands"
    assert [author.text for author in soup.select(".author")] == ["Mira Tolan", "Jo Ek"]
    assert soup.select_one(".subtitle").text == "A constructed example"
    assert soup.time["datetime"] == "2024-08-29"
    assert soup.select_one(".abstract em").text == "count"
    assert "对口支援" in soup.select_one(".keywords").text


def test_values_stand_in_the_prose_as_they_are(soup):
    prose = soup.select_one("#sec-corpus").get_text()
    assert "1,204 hits in 3 years" in prose
    assert "The name is O*Hara [x]_y." in prose
    assert "A remark of 3 years." in soup.select_one(".admonition.note").text


def test_cross_references_name_and_reach_figures_tables_formulas_and_sections(soup):
    links = {link["href"]: link.text.replace("\xa0", " ") for link in soup.select("#sec-corpus p a")}
    assert links["#fig-rates"] == "Figure 1"
    assert links["#tbl-outlets"] == "Table 1"
    assert links["#eq-rate"] == "Equation 1"
    assert links["#sec-corpus"] == "The corpus"
    assert all(soup.find(id=key) for key in ("fig-rates", "tbl-outlets", "eq-rate", "sec-corpus"))


def test_captions_are_numbered_and_the_table_is_a_table(soup):
    assert soup.select_one("#fig-rates figcaption").text.replace("\xa0", " ") == "Figure 1. Hits by year."
    assert soup.select_one("#tbl-outlets caption").text.replace("\xa0", " ") == "Table 1. Articles by outlet."
    rows = [[cell.text for cell in row.select("td,th")] for row in soup.select("#tbl-outlets tr")]
    assert rows == [
        ["Outlet", "Documents", "Per million"],
        ["Orrin Daily 奥林日报", "1,204", "12.3"],
        ["A & <B>", "3", "–"],
    ]


def test_every_picture_has_alternative_text_and_formulas_are_mathml(soup):
    assert [image["alt"] for image in soup.select("img")] == ["Line chart: one, three and two hits."]
    assert soup.select("math mfrac")


def test_footnotes_and_references_follow_the_text(soup):
    assert "Counted after duplicates" in soup.select_one("#footnotes, .footnotes").text
    assert soup.select_one("#references").text
    assert "Harbour Press" in soup.select_one("#refs").text
    assert "Tolan (2019)" in soup.select_one("#sec-corpus").text


def test_code_and_printed_text_are_hidden_and_the_colophon_tells_what_was_used(soup):
    assert "printed but not shown" not in soup.text
    assert "import pandas" not in soup.text
    colophon = soup.select_one(".colophon").text
    assert "aid.ipynb with mediastudy" in colophon
    assert re.search(r"2 documents, sha256 [0-9a-f]{64}", colophon)


def test_the_html_loads_nothing_from_elsewhere(page, soup):
    assert not soup.select("script, link, iframe, object")
    assert all(image["src"].startswith("data:") for image in soup.select("img"))
    assert not re.search(r"@import|url\(\s*['\"]?https?:", page)


def test_the_pdf_is_tagged_and_says_its_title_and_language(run, resources):
    pdf, _ = ReportPDFExporter().from_notebook_node(run, resources)
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    assert b"pdfuaid" in pdf
    assert b"en-GB" in pdf


def test_code_is_shown_on_request_and_tags_are_honoured():
    cells = [
        ran(new_output("stream", name="stdout", text="printed"), source="a = 1"),
        ran(source="b = 2", tags=["remove-input"]),
        ran(result(text_plain="secret"), source="c = 3", tags=["remove-output"]),
        ran(source="d = 4", tags=["remove_cell"]),
    ]
    notebook = new_notebook(cells=cells, metadata={"mediastudy": {"title": "Aid"}})
    text = BeautifulSoup(ReportHTMLExporter(show_code=True).from_notebook_node(notebook)[0], "html.parser").text
    assert [piece in text for piece in ("a = 1", "printed", "b = 2", "c = 3", "secret", "d = 4")] == [
        True,
        True,
        False,
        True,
        False,
        False,
    ]


def test_markdown_and_table_outputs_are_shown_without_code():
    rows = "<thead><tr><th></th><th>hits</th></tr></thead><tbody><tr><th>0</th><td>12</td></tr></tbody>"
    frame = f'<div><style scoped>td {{}}</style><table border="1">{rows}</table></div>'
    soup = BeautifulSoup(
        html(ran(result(text_markdown="Some *words*.", text_plain="x")), ran(result(text_html=frame))), "html.parser"
    )
    assert soup.em.text == "words"
    assert soup.select("td")[-1].text == "12"


@pytest.mark.parametrize(
    ("cells", "complaint"),
    [
        ([ran(new_output("error", ename="KeyError", evalue="'x'"))], r"cell 1 .*raises KeyError"),
        ([new_code_cell("n = 1")], r"cell 1 \(“n = 1”\): it has not been run"),
        ([new_markdown_cell("Text."), new_markdown_cell("{eval}`n` hits")], r"cell 2 .*\{eval\}`n` has no value yet"),
        (
            [ran(result(image_png="aGk=", text_plain="<Figure>"))],
            "without alternative text; show it with reports.figure",
        ),
        ([ran(result(text_html="<b>x</b>"))], "HTML that is no table"),
        ([new_markdown_cell("See [](#fig-none).")], "#fig-none.* leads nowhere"),
        ([new_markdown_cell("See [@nobody2000].")], "nobody2000"),
        ([new_markdown_cell("A note.[^x]")], r"footnote \[\^x\] has no text"),
        ([new_markdown_cell("A <b>word</b>.")], "HTML <b> can't be set"),
        ([new_markdown_cell("![](data:image/png;base64,aGk=)")], "has no alternative text|is no file"),
        ([new_markdown_cell("![Map](map.png)")], "map.png is not there; paths start"),
        ([new_markdown_cell("![Map](https://example.org/map.png)")], "map.png is no file; save it beside"),
    ],
)
def test_what_would_go_wrong_in_print_is_refused_in_words(cells, complaint):
    with pytest.raises(ReportError, match=complaint):
        html(*cells)


@pytest.mark.parametrize(
    ("front", "complaint"),
    [
        ({"autor": "x"}, "unknown key autor"),
        ({"date": "yesterday"}, "write it like 2024-08-29"),
        ({"authors": [{"affiliation": "x"}]}, "has no name"),
        ({"bibliography": "none.bib"}, "names none.bib"),
        ({"title": ""}, "has no title"),
    ],
)
def test_front_matter_that_is_wrong_is_refused_in_words(front, complaint):
    with pytest.raises(ReportError, match=complaint):
        html(new_markdown_cell("Text."), **front)


def test_a_chinese_report_speaks_chinese():
    soup = BeautifulSoup(
        html(
            new_markdown_cell(":::{table} 题目\n:name: tbl-x\n| a |\n|---|\n| 1 |\n:::\n\n见 [](#tbl-x)。"), lang="zh"
        ),
        "html.parser",
    )
    assert soup.caption.text.replace("\xa0", " ") == "表 1. 题目"
    assert soup.select_one(".colophon strong").text == "编制说明"


def test_a_picture_from_a_file_gets_its_number_caption_and_alternative_text(tmp_path):
    (tmp_path / "maps").mkdir()
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10"/></svg>'
    (tmp_path / "maps" / "region.svg").write_text(drawing, encoding="utf-8")
    text = ":::{figure} maps/region.svg\n:name: fig-map\n:alt: A black region.\nThe *region*.\n:::\n\nSee [](#fig-map)."
    notebook = new_notebook(cells=[new_markdown_cell("# Aid"), new_markdown_cell(text)])
    resources = {"metadata": {"path": str(tmp_path)}}
    soup = BeautifulSoup(ReportHTMLExporter().from_notebook_node(notebook, resources)[0], "html.parser")
    assert soup.img["alt"] == "A black region."
    assert soup.figcaption.text.replace("\xa0", " ") == "Figure 1. The region."
    assert b"(A black region.)" in ReportPDFExporter().from_notebook_node(notebook, resources)[0]


def wide(columns):
    head = "<tr>" + "<th>measure</th>" * columns + "</tr>"
    body = "<tr>" + "<td>1,234,567.5</td>" * columns + "</tr>"
    shown = ran(result(text_html=f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"))
    return new_notebook(cells=[shown], metadata={"mediastudy": {"title": "Aid"}})


@pytest.mark.parametrize(("columns", "turned"), [(10, False), (16, True)])
def test_a_table_shrinks_to_the_page_and_then_turns_it_on_its_side(columns, turned):
    pdf, _ = ReportPDFExporter().from_notebook_node(wide(columns))
    widths = {float(width) for width in re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ", pdf)}
    assert widths
    assert (max(widths) > 800) is turned


def test_a_concordance_keeps_its_sides_and_small_letters_in_html_and_pdf():
    line = {"evidence": "a:5-8", "date": pd.Timestamp("1994-03-05"), "outlet": "Post", "left": "<b>* ", "right": " $x$"}
    rows = kwic_rows(pd.DataFrame([line | {"node": "@aid"}]))
    cell = ran(result(text_html=f'<table class="concordance">{rows}</table>', text_plain=""))
    row = BeautifulSoup(html(cell), "html.parser").tbody.tr
    assert [data.get_text(" ", strip=True) for data in row("td")] == ["<b>*", "@aid", "$x$", "1994-03-05 Post a:5-8"]
    assert row.strong.text == "@aid"
    assert "right" in row.td["style"]
    assert row.select_one(".small br")
    notebook = new_notebook(cells=[cell], metadata={"mediastudy": {"title": "Aid"}})
    assert ReportPDFExporter().from_notebook_node(notebook)[0].startswith(b"%PDF")


def test_a_table_that_no_page_holds_is_refused():
    with pytest.raises(ReportError, match="40 columns, more than a page holds; show fewer"):
        ReportPDFExporter().from_notebook_node(wide(40))


def test_the_pdf_is_dated_by_source_date_epoch_else_by_the_report_else_not_at_all(monkeypatch):
    notebook = new_notebook(
        cells=[new_markdown_cell("# Aid\n\nText.")], metadata={"mediastudy": {"date": "2024-08-29"}}
    )
    undated = new_notebook(cells=[new_markdown_cell("# Aid\n\nText.")])
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"D:20240829" in ReportPDFExporter().from_notebook_node(notebook)[0]
    assert b"CreationDate" not in ReportPDFExporter().from_notebook_node(undated)[0]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "946684800")
    assert b"D:20000101" in ReportPDFExporter().from_notebook_node(notebook)[0]
