import numpy as np
import pandas as pd
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from matplotlib.figure import Figure

from mediastudy import tables
from mediastudy.reports import ReportError, figure, kwic, provenance, table


@pytest.fixture
def shown():
    """Run a display function and hand back the one bundle and metadata it published."""
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()

    def run(function, *arguments, **options):
        with capture_output() as captured:
            assert function(*arguments, **options) is None
        assert len(captured.outputs) == 1
        return captured.outputs[0].data, captured.outputs[0].metadata["mediastudy"]

    yield run
    shell.history_manager.end_session()
    InteractiveShell.clear_instance()


def axes(label=""):
    drawn = Figure(figsize=(2, 1)).subplots()
    drawn.plot([1, 2])
    drawn.set_title("对口支援")
    drawn.set_label(label)
    return drawn


def test_a_chart_is_shown_with_caption_and_the_alternative_text_of_its_axes(shown):
    bundle, meta = shown(figure, axes("Two points."), label="fig-two", caption="Points & lines.")
    assert meta == {"kind": "figure", "label": "fig-two", "caption": "Points & lines.", "alt": "Two points."}
    assert bundle["image/svg+xml"].startswith("<?xml")
    assert 'alt="Two points."' in bundle["text/html"]
    assert "Points &amp; lines." in bundle["text/html"]


def test_the_same_chart_gives_the_same_svg(shown):
    both = [shown(figure, axes(), label="fig-two", caption="Two.", alt="Points.")[0]["image/svg+xml"] for _ in "ab"]
    assert both[0] == both[1]
    assert "<dc:date>" not in both[0]


def test_a_whole_figure_is_shown_by_the_label_of_its_first_labelled_axes(shown):
    _, meta = shown(figure, axes("Two points.").get_figure(), label="fig-two", caption="Two.")
    assert meta["alt"] == "Two points."


def test_a_chart_without_alternative_text_is_refused():
    with pytest.raises(ReportError, match="fig-two has no alternative text; say in alt="):
        figure(axes(), label="fig-two", caption="Two.")


@pytest.mark.parametrize("label", ["two", "fig-", "fig-Two", "tbl-two", "fig two"])
def test_a_malformed_label_is_refused(label):
    with pytest.raises(ReportError, match="must look like fig-name"):
        figure(axes("Two points."), label=label, caption="Two.")


def test_a_table_is_shown_without_its_index_and_left_as_it_was(shown):
    frame = pd.DataFrame({"type": ["<aid>", "and"], "hits": [1204, 3]}, index=[7, 7])
    before = frame.copy()
    bundle, meta = shown(table, frame, label="tbl-types", caption="Words.", columns={"hits": "Uses"})
    pd.testing.assert_frame_equal(frame, before)
    assert meta == {"kind": "table", "label": "tbl-types", "caption": "Words."}
    assert '<th style="text-align:right">Uses</th>' in bundle["text/html"]
    assert '<td style="text-align:left">&lt;aid&gt;</td><td style="text-align:right">1,204</td>' in bundle["text/html"]
    assert ">7<" not in bundle["text/html"]


def test_a_table_stands_under_its_caption_and_a_caption_shows_its_emphasis(shown):
    bundle, _ = shown(
        table, pd.DataFrame({"hits": [1]}), label="tbl-hits", caption="*Aid* & `a*` are **not** 2 * 3 * 4."
    )
    page = bundle["text/html"]
    assert "<b>#tbl-hits</b> <i>Aid</i> &amp; <code>a*</code> are <b>not</b> 2 * 3 * 4.</figcaption><table>" in page


def test_the_lines_of_a_concordance_are_marked_as_such(shown):
    lines = pd.DataFrame({"left": ["more"], "node": ["aid"], "right": ["came"]})
    assert '<table class="concordance">' in shown(table, lines, label="tbl-aid", caption="Lines.")[0]["text/html"]


def lines(count=1):
    """A concordance whose texts hold markup."""
    line = {
        "evidence": "a:5-8",
        "document": "a",
        "date": "1994-03-05",
        "outlet": "A & B",
        "left": "<b>more ",
        "node": "<aid>",
    }
    rows = pd.DataFrame([line | {"right": " *came*"}] * count)
    return tables.conform(rows.assign(date=pd.to_datetime(rows["date"])), "concordance")


def test_a_concordance_is_set_line_under_line_with_its_evidence(shown):
    bundle, meta = shown(kwic, lines(), label="tbl-aid", caption="Lines.")
    assert meta == {"kind": "table", "label": "tbl-aid", "caption": "Lines."}
    cells = bundle["text/html"].split("<tbody>")[1].split("</td>")
    assert [cell.split(">", 1)[1].removeprefix('<td style="') for cell in cells[1:4]] == [
        "<strong>&lt;aid&gt;</strong>",
        "*came*",
        "<small>1994-03-05 A &amp; B<br>a:5-8</small>",
    ]
    assert cells[0].endswith('<td style="text-align:right;white-space:nowrap">&lt;b&gt;more')
    assert '<table class="concordance">' in bundle["text/html"]


def test_the_caption_says_how_many_lines_are_left_out(shown):
    captions = [
        shown(kwic, lines(3), label="tbl-aid", caption="Lines.", rows=rows)[1]["caption"] for rows in (None, 3, 2, 1)
    ]
    assert captions == ["Lines.", "Lines.", "Lines. First 2 of 3 lines.", "Lines. First line of 3 lines."]
    page = shown(kwic, lines(3), label="tbl-aid", caption="Lines.", rows=2)[0]["text/html"]
    assert page.count("<tr>") == 3


def test_a_line_without_date_or_outlet_says_so_and_the_concordance_stays_as_it_was(shown):
    given = lines(2).assign(date=pd.NaT, outlet=None).set_index(pd.Index([5, 5]))
    before = given.copy()
    assert "<small>undated<br>a:5-8</small>" in shown(kwic, given, label="tbl-aid", caption="Lines.")[0]["text/html"]
    pd.testing.assert_frame_equal(given, before)


def test_an_empty_concordance_shows_its_heads(shown):
    bundle, _ = shown(kwic, tables.empty("concordance"), label="tbl-none", caption="None.")
    assert ">Evidence</th>" in bundle["text/html"]


def test_what_is_no_concordance_and_a_number_of_no_rows_are_refused():
    with pytest.raises(ValueError, match="concordance tbl-aid has no column evidence"):
        kwic(lines().drop(columns="evidence"), label="tbl-aid", caption="Lines.")
    with pytest.raises(ValueError, match="rows must be 1 or more"):
        kwic(lines(), label="tbl-aid", caption="Lines.", rows=0)
    with pytest.raises(ReportError, match="must look like tbl-name"):
        kwic(lines(), label="aid", caption="Lines.")


def test_numbers_are_printed_plainly_once_something_was_shown(shown):
    shown(table, pd.DataFrame({"hits": [1]}), label="tbl-hits", caption="Hits.")
    asked = {"a": "np.int64(1204)", "b": "np.bool_(True)", "c": "np.float64(0.5)", "d": "(1, 2)"}
    shell = InteractiveShell.instance()
    shell.push({"np": np})
    printed = {name: found["data"]["text/plain"] for name, found in shell.user_expressions(asked).items()}
    assert printed == {"a": "1204", "b": "True", "c": "0.5", "d": "(1, 2)"}


def test_an_empty_table_shows_its_heads(shown):
    bundle, _ = shown(table, pd.DataFrame({"type": []}), label="tbl-none", caption="None.")
    assert ">Type</th>" in bundle["text/html"]


def test_a_head_or_format_for_no_column_is_refused():
    with pytest.raises(ValueError, match="tbl-types has no column rate"):
        table(pd.DataFrame({"hits": [1]}), label="tbl-types", caption="Words.", formats={"rate": ".1f"})


def test_a_table_without_columns_is_refused():
    with pytest.raises(ReportError, match="has no column to show"):
        table(pd.DataFrame(), label="tbl-none", caption="None.")


def test_provenance_follows_the_documents_and_nothing_else(shown):
    frame = pd.DataFrame({"document": ["a"], "date": pd.to_datetime(["2024-08-29"])})
    lines = [
        shown(provenance, table_)[1]["line"] for table_ in (frame, frame.set_axis([9]), frame.assign(document="b"))
    ]
    assert lines[0].startswith("1 document, sha256 ")
    assert lines[0] == lines[1] != lines[2]
