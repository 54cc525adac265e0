import html.parser
import json
import re

import pandas as pd
import pytest
from lxml import etree
from nbformat.v4 import new_code_cell, new_notebook, new_output

from mediastudy import reports
from mediastudy.corpus import Corpus
from mediastudy.reports.exporters import ReportHTMLExporter, ReportPDFExporter
from mediastudy.timelines.timelineview import timeline_view
from mediastudy.timelines.viewing import scales, sentences

NASTY = "</li></svg><script>alert('x')</script> & \"q\" &amp; <!-- `t` ::: $m$ {eval}`n` \u202eabc"
FIRST = "500,000.0 hits per million tokens, 95 % interval 60,552.0 to 1,806,171.9"
SECOND = "250,000.0 hits per million tokens, 95 % interval 6,329.5 to 1,392,910.8"
COLUMNS = ["period", "hits", "documents_with_hit", "documents", "tokens", "rate", "rate_low", "rate_high"]


class Reader(html.parser.HTMLParser):
    """The tags of a page, its buttons and the words of each panel."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.points, self.panels, self.depth, self.outside = [], [], [], 0, ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.append(tag)
        if given.get("class") == "ms-point":
            self.points.append(given)
        if tag == "div":
            self.depth += 1
            self.panels.append("")

    def handle_endtag(self, tag):
        self.depth -= tag == "div"

    def handle_data(self, data):
        if self.depth:
            self.panels[-1] += data
        else:
            self.outside += data


def corpus_of(*rows, columns=("document", "date", "text"), **more):
    return Corpus.build(pd.DataFrame(rows, columns=list(columns)).assign(**more))


def timeline_of(*rows, phrase="aid", variant=None, **more):
    """A timeline by year: rows of the year, hits, documents with a hit, documents, tokens, rate and its interval."""
    table = pd.DataFrame(rows, columns=COLUMNS)
    year = table["period"].astype("str")
    return table.assign(
        period=pd.to_datetime(year + "-01-01"),
        period_end=pd.to_datetime(year + "-12-31"),
        period_label=year,
        phrase=phrase,
        variant=pd.Series([variant] * len(table), dtype="str"),
        covered=table["documents"] > 0,
        **more,
    )


def none(year):
    """A year without documents."""
    return (year, 0, 0, 0, 0, None, None, None)


CORPUS = corpus_of(
    ("a", "1994-03-05", "Aid came, more aid."), ("b", "1996-01-02", "No word."), ("c", "1996-07-01", "Late aid.")
)
TIMELINE = timeline_of(
    (1994, 2, 1, 1, 4, 500000.0, 60552.0, 1806171.9), none(1995), (1996, 1, 1, 2, 4, 250000.0, 6329.5, 1392910.8)
)


def view_of(timeline=TIMELINE, corpus=CORPUS, phrases="aid", **options):
    return timeline_view(timeline, corpus, phrases, **options)


def page_of(view):
    return Reader(view._repr_mimebundle_()[0]["text/html"])


def picture_of(view):
    return etree.fromstring(view._repr_mimebundle_()[0]["image/svg+xml"].encode())


def test_each_covered_period_is_a_point_that_tells_its_numbers():
    names = [point["aria-label"] for point in page_of(view_of()).points]
    assert names == [
        f"1994, “aid”: {FIRST}; 2 hits in 1 of 1 document; 4 words",
        f"1996, “aid”: {SECOND}; 1 hit in 1 of 2 documents; 4 words",
    ]


def test_a_point_leads_to_its_sentences_with_date_and_evidence():
    first, second = view_of().sentences.behind.values()
    assert [(line.where, line.evidence, line.left, line.node, line.right) for line in first] == [
        ("1994-03-05", "a:0-3", "", "Aid", " came, more aid."),
        ("1994-03-05", "a:15-18", "Aid came, more ", "aid", "."),
    ]
    assert [line.evidence for line in second] == ["c:5-8"]
    panels = page_of(view_of()).panels
    assert "a:15-18" in panels[0]
    assert "Late aid." in panels[1]


def test_the_outlet_stands_beside_the_date():
    view = view_of(corpus=corpus_of(*CORPUS.documents[["document", "date", "text"]].to_numpy(), outlet="Orrin Daily"))
    assert view.sentences.behind[0, 1][0].where == "1996-07-01, Orrin Daily"


def test_a_period_without_documents_is_shaded_and_no_point():
    picture = picture_of(view_of())
    shades = picture.findall("{*}rect")
    assert [shade.find("{*}title").text for shade in shades] == ["no documents"]
    assert "1 of 3 periods have no documents" in view_of().alt
    assert len(page_of(view_of()).points) == 2


def test_the_line_breaks_at_the_gap():
    around = timeline_of(*((year, 0, 0, 1, 9, 0.0, 0.0, 9.9) for year in (1994, 1995)), none(1996))
    around = pd.concat([around, timeline_of((1997, 0, 0, 1, 9, 0.0, 0.0, 9.9))])
    series = view_of(around, corpus_of(("a", "1994", "No word."))).series
    assert [[point.label for point in run] for run in scales.runs(series.lines[0])] == [["1994", "1995"], ["1997"]]


def test_lines_of_groups_hold_the_sentences_of_their_group_even_of_an_unknown_one():
    corpus = corpus_of(
        ("a", "1994-03-05", "Post", "Aid."), ("b", "1994-03-06", None, "More aid."),
        columns=("document", "date", "outlet", "text"),
    )  # fmt: skip
    row = (1994, 1, 1, 1, 1, 1.0, 0.0, 9.0)
    table = pd.concat([timeline_of(row, outlet="Post"), timeline_of(row, outlet=None)])
    view = view_of(table, corpus)
    assert [line.label for line in view.series.lines] == ["Post", "unknown"]
    assert [[line.evidence for line in some] for some in view.sentences.behind.values()] == [["a:0-3"], ["b:5-8"]]


def test_whole_phrases_are_drawn_and_variants_where_they_stand_alone():
    row = (1994, 2, 1, 1, 4, 1.0, 0.0, 9.0)
    corpus, phrases = corpus_of(("a", "1994", "Food aid and relief.")), {"help": ["aid", "food aid", "relief"]}
    one = (1994, 1, 1, 1, 4, 1.0, 0.0, 9.0)
    variants = pd.concat([timeline_of(one, phrase="help", variant=name) for name in ("aid", "food aid")])
    both = pd.concat([timeline_of(row, phrase="help"), variants])
    whole = view_of(both, corpus, phrases)
    assert [line.label for line in whole.series.lines] == ["“help”"]
    assert [line.node for line in whole.sentences.behind[0, 0]] == ["Food aid", "relief"]
    alone = view_of(variants, corpus, phrases)
    assert [line.label for line in alone.series.lines] == ["“aid”", "“food aid”"]
    assert [line.node for line in alone.sentences.behind[0, 0]] == ["aid"]


def test_dates_coarser_than_the_period_stand_behind_no_point():
    corpus = corpus_of(
        ("a", "1994-03-01", "year", "Aid."), ("b", "1994-03-01", "month", "Aid."), ("c", "1994-03-01", "none", "Aid."),
        columns=("document", "date", "date_precision", "text"),
    )  # fmt: skip
    year = timeline_of((1994, 2, 2, 2, 2, 1.0, 0.0, 9.0))
    assert [line.evidence[0] for line in view_of(year, corpus).sentences.behind[0, 0]] == ["a", "b"]
    month = timeline_of((1994, 1, 1, 1, 1, 1.0, 0.0, 9.0)).assign(
        period=pd.Timestamp("1994-03-01"), period_end=pd.Timestamp("1994-03-31"), period_label="1994-03"
    )
    assert [line.evidence[0] for line in view_of(month, corpus).sentences.behind[0, 0]] == ["b"]


def test_own_periods_keep_their_names():
    table = timeline_of((1994, 3, 2, 3, 8, 1.0, 0.0, 9.0)).assign(
        period_end=pd.Timestamp("1996-12-31"), period_label="8th Plan"
    )
    view = view_of(table)
    assert [point.label for point in view.series.lines[0].points] == ["8th Plan"]
    assert len(view.sentences.behind[0, 0]) == 3


def test_more_hits_than_lines_are_drawn_at_random_the_same_each_time_and_said():
    corpus = corpus_of(("a", "1994", "aid " * 50))
    table = timeline_of((1994, 50, 1, 1, 50, 1.0, 0.0, 9.0))
    view, again = view_of(table, corpus, lines=5), view_of(table, corpus, lines=5)
    assert len(view.sentences.behind[0, 0]) == 5
    assert view.sentences == again.sentences
    page = page_of(view)
    assert "5 of the hits are shown, drawn at random." in page.panels[0]
    assert "This view holds 5 sentences, at most 5 for a point, of 50 hits." in page.outside


def test_the_whole_view_is_bounded(monkeypatch):
    monkeypatch.setattr(sentences, "MOST", 6)
    assert sentences.affordable([10, 10, 1], 20) == 2
    assert sentences.affordable([10] * 20, 20) == 1
    assert sentences.affordable([1, 2], 20) == 20
    assert sentences.affordable([], 20) == 20


def test_markup_stays_text_in_the_page_the_picture_and_the_report(folder_of_run):
    corpus = corpus_of(("a", "1994-03-05", f"aid {NASTY} \x00"), outlet=NASTY)
    table = timeline_of((1994, 1, 1, 1, 9, 1.0, 0.0, 9.0), outlet=NASTY).assign(period_label=NASTY)
    view = view_of(table, corpus)
    page = page_of(view)
    assert not {"script", "img", "a", "iframe"} & set(page.tags)
    assert NASTY in page.panels[0]
    assert NASTY[:20] in picture_of(view).findall("{*}text")[-1].find("{*}title").text
    exported = exporter_page(view, folder_of_run)
    assert "<script" not in exported


def test_the_view_runs_no_script_and_loads_nothing():
    bundle, _ = view_of()._repr_mimebundle_()
    for made in bundle.values():
        assert not re.search(r"<script|\son\w+=|https?://(?!www\.w3\.org/2000/svg)|url\(|@import", made)


def test_no_two_views_on_a_page_can_clash():
    assert not re.search(r'\sid="', view_of()._repr_mimebundle_()[0]["text/html"])


def test_points_are_reached_by_keyboard_as_one_group_that_enter_does_not_send():
    page = view_of()._repr_mimebundle_()[0]["text/html"]
    assert {point["name"] for point in Reader(page).points} == {"ms-point"}
    assert '<button type="submit" disabled hidden>' in page
    assert 'data-lm-suppress-shortcuts="true"' in page


def test_query_selected_articles_are_named_as_such():
    table = TIMELINE.copy()
    table.attrs["frame"] = "query-selected"
    view = view_of(table)
    assert view.alt.startswith("Hits per million tokens, among retrieved articles, 1994 to 1996")
    assert "not of all that was published" in "".join(picture_of(view).itertext())


def test_the_rate_is_named_by_what_it_is_per():
    view = view_of(TIMELINE.assign(per="thousand documents"))
    assert view.alt.startswith("Hits per thousand documents")
    assert "hits per thousand documents" in page_of(view).points[0]["aria-label"]


def test_an_empty_timeline_is_an_empty_view():
    view = view_of(timeline_of(), corpus_of())
    assert repr(view) == "TimelineView of 0 lines with 0 points and 0 sentences"
    assert page_of(view).points == []
    assert picture_of(view).get("aria-label") == "The timeline is empty: no document belongs to a period."


def test_one_row_is_one_point():
    view = view_of(TIMELINE.head(1))
    assert repr(view) == "TimelineView of 1 line with 1 point and 2 sentences"
    assert picture_of(view) is not None


def test_a_timeline_that_no_period_covers_has_no_points():
    view = view_of(timeline_of(none(1994), none(1995)), corpus_of())
    assert page_of(view).points == []
    assert "has no hits" in view.alt


def test_labels_of_many_months_are_round_years_and_of_few_periods_their_own():
    months = pd.date_range("1994-03-01", "2004-12-01", freq="MS")
    row = timeline_of((1994, 0, 0, 1, 9, 0.0, 0.0, 9.9))
    table = row.iloc[[0] * len(months)].assign(
        period=months, period_end=months + pd.offsets.MonthEnd(), period_label=months.strftime("%Y-%m")
    )
    view = view_of(table, corpus_of(("a", "1990", "No word.")))
    names = [name for _, name in scales.marks(view.series, scales.scale(view.series))]
    assert names == [str(year) for year in range(1995, 2005)]
    few = view_of(table.head(3), corpus_of(("a", "1990", "No word."))).series
    assert [name for _, name in scales.marks(few, scales.scale(few))] == ["1994-03", "1994-04", "1994-05"]


def test_equal_rates_of_several_lines_stand_beside_each_other():
    row = (1994, 1, 1, 1, 2, 1.0, 0.0, 9.0)
    table = pd.concat([timeline_of(row, phrase=name) for name in ("aid", "wool")])
    view = view_of(table, corpus_of(("a", "1994", "aid wool")), ["aid", "wool"])
    left, right = (point["style"].split(";")[0] for point in page_of(view).points)
    assert left != right
    heights = [text.get("y") for text in picture_of(view).findall("{*}text")[-2:]]
    assert abs(float(heights[0]) - float(heights[1])) >= 15


def test_the_arguments_are_unchanged_and_an_odd_index_does_no_harm():
    odd = TIMELINE.set_axis([7, 7, 1])
    before = odd.copy()
    assert view_of(odd).sentences == view_of().sentences
    pd.testing.assert_frame_equal(odd, before)
    shuffled = TIMELINE.iloc[[2, 0, 1]]
    assert view_of(shuffled).series == view_of().series


def test_another_corpus_than_the_timelines_is_refused():
    with pytest.raises(ValueError, match="counts 2 hits of “aid” in 1994, the corpus holds 0"):
        view_of(corpus=corpus_of(("a", "1994", "Nothing.")))
    with pytest.raises(ValueError, match="phrases holds no 'aid'"):
        view_of(phrases="wool")
    with pytest.raises(ValueError, match="documents has no column region"):
        view_of(TIMELINE.assign(region="North"))


def test_too_much_for_one_view_is_refused_with_what_to_do():
    row = (1994, 0, 0, 1, 2, 0.0, 0.0, 9.0)
    many = pd.concat([timeline_of(row, phrase=f"p{number}") for number in range(8)])
    with pytest.raises(ValueError, match="holds 8 lines; up to 7"):
        view_of(many)
    days = pd.date_range("1994-01-01", periods=2001)
    long = TIMELINE.iloc[[0] * 2001].assign(period=days, period_end=days, period_label=days.astype("str"))
    with pytest.raises(ValueError, match="has 2,001 points"):
        view_of(long)
    with pytest.raises(ValueError, match="lines must be at least 1"):
        view_of(lines=0)
    with pytest.raises(ValueError, match="timeline has no column rate_low"):
        view_of(TIMELINE.drop(columns="rate_low"))


def test_it_is_saved_as_a_page_that_may_load_nothing(tmp_path):
    page = view_of().save(tmp_path / "view.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert page.count("<input") == 2
    with pytest.raises(ValueError, match=r"ends in \.html"):
        view_of().save(tmp_path / "view.pdf")


@pytest.fixture(scope="module")
def folder_of_run(tmp_path_factory):
    return {"metadata": {"name": "aid", "path": str(tmp_path_factory.mktemp("aid"))}}


def notebook_of(view):
    """A notebook that has shown the view as IPython does, saved and opened again."""
    bundle, meta = view._repr_mimebundle_()
    output = new_output("execute_result", json.loads(json.dumps(bundle)), metadata=meta, execution_count=1)
    cell = new_code_cell("view", execution_count=1, outputs=[output])
    return new_notebook(cells=[cell], metadata={"mediastudy": {"title": "Aid"}})


def exporter_page(view, resources):
    return ReportHTMLExporter().from_notebook_node(notebook_of(view), resources)[0]


def test_an_html_report_keeps_points_and_sentences_and_a_pdf_shows_the_picture(folder_of_run):
    page = Reader(exporter_page(view_of(), folder_of_run))
    assert len(page.points) == 2
    assert "a:15-18" in page.panels[0]
    pdf, _ = ReportPDFExporter().from_notebook_node(notebook_of(view_of()), folder_of_run)
    assert pdf.startswith(b"%PDF-")


def test_a_figure_numbers_the_view(monkeypatch):
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, **given: shown.append((bundle, given["metadata"])))
    reports.figure(view_of(), label="fig-aid", caption="Aid by *year*.")
    bundle, meta = shown[0]
    assert meta["mediastudy"]["label"] == "fig-aid"
    assert meta["mediastudy"]["alt"] == view_of().alt
    assert '<figure id="fig-aid"' in bundle["text/html"]
