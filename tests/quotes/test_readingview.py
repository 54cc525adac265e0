import html.parser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from mediastudy import tables
from mediastudy.quotes.readingview import reading_view
from mediastudy.reports.exporters import ReportHTMLExporter, ReportPDFExporter

TEXT = 'Mayor Ada Orlo said taxes would fall.\n\n"At last," she said, "and for good."'
NASTY = (
    "</mark></div><script>alert('x')</script>\x00 & \"q\" &amp; \u202eabc\r\n\tOb \U0001f469\u200d\U0001f33e "
    "<!-- `t` ::: $m$ {eval}`n`\n::: {note}"
)


class Reader(html.parser.HTMLParser):
    """The article's text as a browser reads it, and what it marks: (number, part) to offsets."""

    def __init__(self, page):
        super().__init__()
        self.text, self.tags, self.open, self.marked, self.within = "", [], [], {}, False
        self.labels = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        if tag == "div" and given["class"] == "ms-text":
            self.within = True
        if tag == "mark":
            told = [line.split(":")[0].split(", ") for line in given.get("title", "").split("\n") if line]
            self.open.append([(int(quote.removeprefix("quote ")), part) for quote, part in told])
            self.labels += [given["data-number"]] if "data-number" in given else []

    def handle_endtag(self, tag):
        if tag == "mark":
            self.open.pop()
        if tag == "div":
            assert not (self.within and self.open), "a mark leaves its paragraph"
            self.within = False

    def handle_data(self, data):
        if not self.within:
            return
        for key in {key for keys in self.open for key in keys}:
            self.marked.setdefault(key, []).extend(range(len(self.text), len(self.text) + len(data)))
        self.text += data


def documents_of(*texts, **columns):
    return pd.DataFrame({"document": [f"d{i}" for i in range(len(texts))], "text": list(texts)} | columns)


def quotes_of(*spans, document="d0", **columns):
    """Tables with one quote for each list of (part, start, end)."""
    ids = [f"{document}:{place + 1}" for place in range(len(spans))]
    rows = [(quote, *span) for quote, parts in zip(ids, spans, strict=True) for span in parts]
    fragments = pd.DataFrame(rows, columns=["quote", "part", "start", "end"])
    return pd.DataFrame({"quote": ids, "document": document} | columns), fragments


def read(text, *spans, **columns):
    return Reader(reading_view(documents_of(text), *quotes_of(*spans, **columns))._repr_html_())


def test_the_text_is_the_documents_text_and_each_part_is_marked_where_it_stands():
    page = read(TEXT, [("source", 0, 14), ("cue", 15, 19), ("content", 20, 36)])
    assert page.text == TEXT
    assert page.marked == {
        (1, "source"): list(range(14)),
        (1, "cue"): list(range(15, 19)),
        (1, "content"): list(range(20, 36)),
    }


def test_fragments_of_one_content_have_the_same_number():
    page = read(TEXT, [("content", 39, 49), ("source", 50, 53), ("content", 60, 75)])
    assert page.labels == ["1", "1", "1"]
    assert page.marked[1, "content"] == [*range(39, 49), *range(60, 75)]


def test_a_shared_source_is_one_mark_with_both_numbers():
    page = read(
        "Orlo said no, then so.", [("source", 0, 4), ("content", 10, 12)], [("source", 0, 4), ("content", 19, 21)]
    )
    assert page.labels == ["1,2", "1", "2"]
    assert page.marked[1, "source"] == page.marked[2, "source"] == [0, 1, 2, 3]


def test_a_quote_inside_a_quote_is_marked_inside_it():
    text = "Orlo said Vash said no."
    page = read(text, [("source", 0, 4), ("content", 10, 22)], [("source", 10, 14), ("content", 20, 22)])
    assert page.marked[1, "content"] == list(range(10, 22))
    assert page.marked[2, "content"] == [20, 21]
    assert page.labels == ["1", "1", "·2", "2"]


def test_spans_that_cross_are_cut_and_numbered_once():
    page = read("abcdefghij", [("content", 0, 6)], [("content", 3, 9)])
    assert page.text == "abcdefghij"
    assert page.marked == {(1, "content"): list(range(6)), (2, "content"): list(range(3, 9))}
    assert page.labels == ["1", "2"]


def test_a_content_over_two_paragraphs_is_numbered_once_and_noted_beside_the_first():
    view = reading_view(documents_of("Aa.\n\nBb."), *quotes_of([("content", 0, 8)]))
    assert Reader(view._repr_html_()).labels == ["1"]
    assert view._repr_html_().count('<ul class="ms-notes">') == 1


@given(
    st.text(
        st.one_of(st.sampled_from("ab<>&\"' \n\r\t\x00\u202e👩字"), st.characters(exclude_categories=["Cs"])),
        max_size=40,
    ),
    st.data(),
)
def test_any_spans_on_any_text_leave_the_text_and_mark_exactly_themselves(text, data):
    offsets = st.integers(0, len(text))
    span = st.tuples(st.sampled_from(["content", "cue", "source"]), offsets, offsets)
    quotes = data.draw(st.lists(st.lists(span.map(lambda s: (s[0], min(s[1:]), max(s[1:]))), max_size=4), max_size=4))
    view = reading_view(documents_of(text), *quotes_of(*quotes))
    page = Reader(view._repr_html_())
    assert page.text == text.replace("\x00", "�")
    assert len(str(view)) >= len(text.strip())
    numbers = {note.quote: note.number for note in view.pages[0].notes}
    expected = {}
    for place, parts in enumerate(quotes, start=1):
        for part, start, end in parts:
            expected.setdefault((numbers[f"d0:{place}"], part), set()).update(range(start, end))
    assert {key: set(found) for key, found in page.marked.items()} == {k: v for k, v in expected.items() if v}


def test_markup_in_the_text_and_in_every_column_stays_text():
    documents = documents_of(NASTY, title=NASTY, outlet=NASTY, date=NASTY, language='en" onload="x')
    told = dict.fromkeys(["speaker", "speaker_kind", "role", "kind", "resolution", "source"], NASTY)
    quotes, spans = quotes_of([("content", 0, 30)], [("source", 3, 9)], **told)
    page = Reader(reading_view(documents, quotes, spans)._repr_html_())
    assert page.text == NASTY.replace("\x00", "�")
    assert not {"script", "img", "a"} & set(page.tags)
    assert "onload" not in reading_view(documents, quotes, spans)._repr_html_()


def test_halves_of_characters_are_shown_as_replacement_signs(tmp_path):
    documents = pd.DataFrame({"document": ["d0"], "text": ["a\ud800b"]}, dtype="object")
    view = reading_view(documents, *quotes_of([("content", 2, 3)]))
    assert Reader(view.save(tmp_path / "view.html").read_text(encoding="utf-8")).marked[1, "content"] == [2]


def test_chinese_is_marked_by_characters_and_keeps_its_language():
    text = "县长王某说:“雨晚了。”"
    view = reading_view(documents_of(text, language="zh"), *quotes_of([("source", 0, 4), ("content", 6, 12)]))
    assert Reader(view._repr_html_()).marked[1, "source"] == [0, 1, 2, 3]
    assert 'class="ms-text" dir="auto" style="white-space:pre-wrap" lang="zh"' in view._repr_html_()


def test_a_note_tells_speaker_role_kind_and_confidence():
    quotes, spans = quotes_of(
        [("content", 20, 36)],
        [("content", 39, 49)],
        speaker=["Ada Orlo", "Ada Orlo"],
        role=["mayor of Tull", "mayor of Tull"],
        kind=["indirect", "direct"],
        resolution=["named", "pronoun"],
        confidence=[0.934, None],
        speaker_kind="person",
    )
    view = reading_view(documents_of(TEXT), quotes, spans)
    assert [note.words for note in view.pages[0].notes] == [
        "Ada Orlo; mayor of Tull; indirect, person, confidence 0.93",
        "Ada Orlo; mayor of Tull; direct, person, by pronoun",
    ]
    assert "<b><bdi>Ada Orlo</bdi></b>, <bdi>mayor of Tull</bdi>: 2 quotes <small>(1, 2)</small>" in view._repr_html_()


def test_attitudes_are_marked_apart_from_speech():
    page = read(TEXT, [("content", 20, 36)], [("content", 39, 49)], speech=[False, True])
    assert sorted(page.marked) == [(1, "attitude"), (2, "content")]


def test_quotes_are_numbered_in_the_order_of_the_text():
    view = reading_view(documents_of(TEXT), *quotes_of([("content", 39, 49)], [("content", 20, 36)]))
    assert [(note.number, note.quote) for note in view.pages[0].notes] == [(1, "d0:2"), (2, "d0:1")]


def test_the_most_quoted_speaker_comes_first_and_sources_without_name_last():
    spans = [[("content", place, place + 1)] for place in range(4)]
    quotes, fragments = quotes_of(*spans, speaker=["Vash", "Orlo", None, "Orlo"])
    page = reading_view(documents_of(TEXT), quotes, fragments)._repr_html_()
    legend = page[page.index('<ul class="ms-speakers"') : page.index("</ul>")]
    assert legend.index("Orlo") < legend.index("Vash") < legend.index("unnamed")


@pytest.mark.parametrize("frame", [None, "minimal"])
def test_an_article_without_quotes_is_shown(frame):
    quotes, spans = tables.empty("quotes"), tables.empty("quote_spans")
    if frame:
        quotes, spans = quotes[["quote", "document"]], spans[["quote", "part", "start", "end"]]
    view = reading_view(documents_of(TEXT), quotes, spans)
    assert Reader(view._repr_html_()).text == TEXT
    assert "No quotes." in view._repr_html_()
    assert str(view) == f"d0\n\n{TEXT}\n\nNo quotes."


def test_documents_without_rows_or_without_text_are_shown_as_such():
    nothing = tables.empty("quotes"), tables.empty("quote_spans")
    assert str(reading_view(tables.empty("documents"), *nothing)) == "No articles."
    missing = pd.DataFrame({"document": ["d0"], "text": [None]})
    assert str(reading_view(missing, *nothing)) == "d0\n\n\n\nNo quotes."


def test_a_quote_without_spans_is_noted_all_the_same():
    view = reading_view(documents_of("", "No."), *quotes_of([], speaker=["Orlo"]), articles=2)
    assert view._repr_html_().count('class="ms-number"') == 1


def test_dates_are_as_precise_as_they_are_known():
    documents = documents_of(
        "a",
        "b",
        "c",
        "d",
        date=pd.to_datetime(["2024-05-01"] * 3 + [None]),
        date_precision=["day", "month", "year", "none"],
    )
    view = reading_view(documents, tables.empty("quotes"), tables.empty("quote_spans"), articles=9)
    assert [page.about for page in view.pages] == ["2024-05-01", "2024-05", "2024", ""]


def test_articles_are_picked_by_id_or_from_the_first():
    documents = documents_of("a", "b", "c").set_axis([7, 7, 7])
    nothing = tables.empty("quotes"), tables.empty("quote_spans")
    assert [page.text for page in reading_view(documents, *nothing).pages] == ["a"]
    assert [page.text for page in reading_view(documents, *nothing, articles=2).pages] == ["a", "b"]
    assert [page.text for page in reading_view(documents, *nothing, document=["d2", "d0"]).pages] == ["c", "a"]


def test_an_unknown_id_is_answered_with_some_that_are_known():
    with pytest.raises(ValueError, match=r"No document has the id 'x'. Name one .*: 'd0', 'd1'"):
        reading_view(documents_of("a", "b"), *quotes_of(), document="x")


def test_an_id_that_several_documents_have_is_refused():
    with pytest.raises(ValueError, match="2 documents have the id 'd0'"):
        reading_view(documents_of("a", "b").assign(document="d0"), *quotes_of(), document="d0")


def test_quotes_of_other_texts_are_refused():
    with pytest.raises(ValueError, match=r"content of quote 'd0:1' stands at 2-9, but .* has 3 characters"):
        reading_view(documents_of("abc"), *quotes_of([("content", 2, 9)]))


def test_a_part_that_is_none_is_refused():
    with pytest.raises(ValueError, match="must be one of content, cue, source, not 'verb'"):
        reading_view(documents_of("abc"), *quotes_of([("verb", 0, 1)]))


def test_no_articles_asked_for_is_refused():
    with pytest.raises(ValueError, match="articles must be at least 1"):
        reading_view(documents_of("abc"), *quotes_of(), articles=0)


def test_a_saved_view_loads_nothing_and_runs_nothing(tmp_path):
    view = reading_view(documents_of(TEXT), *quotes_of([("content", 20, 36)], speaker="Ada Orlo"))
    page = view.save(tmp_path / "view.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src 'none'" in page
    assert not any(sign in page for sign in ("<script", "http:", "https:", "url(", "@import", "src="))
    assert [path.name for path in tmp_path.iterdir()] == ["view.html"]


def test_a_view_is_saved_as_html_only(tmp_path):
    with pytest.raises(ValueError, match=r"ends in .html"):
        reading_view(documents_of(TEXT), *quotes_of()).save(tmp_path / "view.pdf")


def test_the_style_touches_nothing_but_the_view():
    view = reading_view(documents_of(TEXT), *quotes_of())
    style = view._repr_html_().split("<style>")[1].split("</style>")[0].split("*/")[1]
    rules = [line.split("{")[0].strip() for line in style.splitlines() if "{" in line]
    assert [rule for rule in rules if not rule.startswith((".ms-reading", ".ms-page", "@media", "@container"))] == []


def test_tables_are_not_changed():
    documents, (quotes, spans) = documents_of(TEXT), quotes_of([("content", 20, 36)])
    before = [frame.copy() for frame in (documents, quotes, spans)]
    reading_view(documents, quotes, spans)
    for frame, copy in zip((documents, quotes, spans), before, strict=True):
        pd.testing.assert_frame_equal(frame, copy)


@pytest.fixture(scope="module")
def notebook():
    """A notebook that has shown a view of a text full of signs and emoji."""
    documents = documents_of(NASTY + " 👍", title="A *b* <c>", outlet="对口支援")
    quotes, spans = quotes_of([("content", 0, 30)], [("source", 20, 33)], [("cue", 33, 40)], speaker="O*Hara [x]_y")
    view = reading_view(documents, quotes, spans)
    bundle = {"text/html": view._repr_html_(), "text/markdown": view._repr_markdown_(), "text/plain": repr(view)}
    shown = new_output("execute_result", bundle, execution_count=1)
    cells = [new_markdown_cell("# Views"), new_code_cell("view", execution_count=1, outputs=[shown])]
    return new_notebook(
        cells=cells, metadata={"mediastudy": {"authors": ["Jo Ek"], "lang": "en", "date": "2024-05-01"}}
    )


def test_the_view_survives_nbconvert(notebook):
    assert Reader(HTMLExporter().from_notebook_node(notebook)[0]).text == NASTY.replace("\x00", "�") + " 👍"


def test_a_report_shows_the_view_in_html_and_pdf(notebook):
    about = {"metadata": {"name": "views", "path": "."}}
    page = ReportHTMLExporter().from_notebook_node(notebook, about)[0]
    assert "{eval}`n`" in page
    assert "[thumbs up sign]" in page
    assert "<script>alert" not in page
    assert ReportPDFExporter().from_notebook_node(notebook, about)[0].startswith(b"%PDF")
