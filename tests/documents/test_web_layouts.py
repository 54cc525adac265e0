"""Web pages in the layouts of common publishing systems; every page here is invented."""

from pathlib import Path

import pandas as pd
import pytest

from mediastudy.corpus.tokenizer import tokens
from mediastudy.documents.dates import parse_date
from mediastudy.documents.parts.blocks import blocks_of
from mediastudy.documents.parts.extraction import flattened
from mediastudy.documents.parts.paragraphs import paragraph_of
from mediastudy.documents.parts.pieces import restored
from mediastudy.documents.readers.web_page import read_page

BODY = [
    "The harbour of Velde opened on Friday after ten years of work, and the first ships came in at noon.",
    "Mayor Ines Tarrant was late because her own ferry had been held up by the fog that lay over the bay.",
    "Fishermen from three villages cheered when the lamps of the new pier were lit for the first time.",
    "The pier can take twelve ships a day, the harbour office said, and forty in the summer months.",
]
HAN = [
    "南岭港口今日正式开放，市长陈志远出席开放仪式并讲话，来自沿海各地的渔民参加了仪式。",
    "陈志远说，港口将促进当地经济发展，方便岛上居民出行，并为渔民提供更好的服务条件。",
    "港口管理办公室负责人表示，码头每天可停靠十二艘船只，夏季可停靠四十艘船只。",
]
TITLE = "Harbour of Velde opens"
TITLE_HAN = "南岭港口今日正式开放"
PAGES = sorted((Path(__file__).parent / "web_layouts").glob("*.html"))
LATIN = [page for page in PAGES if not page.stem.startswith("chinese")]
CHINESE = [page for page in PAGES if page.stem.startswith("chinese")]


def name_of(page):
    return page.stem


def cells(page):
    article = read_page(page.read_bytes()).articles[0]
    rows = pd.DataFrame(article.pieces, columns=["kind", "text", "at"]).assign(order=range(len(article.pieces)))
    return article.fields, rows


@pytest.mark.parametrize("page", LATIN, ids=name_of)
def test_body_title_and_date_come_out_of_every_layout(page):
    fields, _ = cells(page)
    assert fields["text"].split("\n\n") == BODY
    assert fields["title"] == TITLE
    day = parse_date(fields.get("date_raw", ""), order="month-day").date
    undated = page.stem in {"wiki", "font-tags"}
    assert (day is None) if undated else (day.date().isoformat() == "2024-05-03")


@pytest.mark.parametrize("page", CHINESE, ids=name_of)
def test_body_title_date_and_source_come_out_of_chinese_layouts(page):
    fields, _ = cells(page)
    assert fields["text"].split("\n\n") == HAN
    assert fields["title"] == TITLE_HAN
    assert parse_date(fields["date_raw"]).date.date().isoformat() == "2024-05-03"
    assert fields["outlet"] in {"南岭日报", "Xinhua"}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_text_and_removals_together_are_all_that_the_page_shows(page):
    fields, rows = cells(page)
    tree = flattened(page.read_text(encoding="utf-8"))[0]
    shown = "\n\n".join(paragraph_of(block.text).text for block in blocks_of(tree))
    assert tokens(restored(fields["text"], rows)) == tokens(shown)
