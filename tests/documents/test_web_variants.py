"""Pages with the structure and the furniture of well-known sites, saved as HTML and as text; every word is invented.

They were written from what is known of the sites' templates, not from their pages. ``web_variants.json`` says what must
come out of each: the fields, how the body begins and ends, how many captions there are, and what must not be in it.
"""

import json
from pathlib import Path

import pandas as pd
import pytest

import mediastudy as ms
from mediastudy.corpus.tokenizer import tokens
from mediastudy.documents.parts.blocks import blocks_of
from mediastudy.documents.parts.extraction import flattened
from mediastudy.documents.parts.paragraphs import paragraph_of
from mediastudy.documents.parts.pieces import restored
from mediastudy.documents.readers.web_page import read_page

FOLDER = Path(__file__).parent / "web_variants"
EXPECTED = json.loads((FOLDER.parent / "web_variants.json").read_text(encoding="utf-8"))
# What is not right yet: years counted by Juche, 03.02.2024 without another date in the file, a caption without a mark,
# a link of the site below the name of the writer, a note on the broadcast of which the article is part.
NOT_YET = {
    ("spiegel-copied.txt", "date"),
    ("bbc-copied.txt", "first"),
    ("lemonde-copied.txt", "last"),
    ("lemonde-copied.txt", "absent"),
    ("tagesschau.html", "last"),
    ("tagesschau.html", "absent"),
}
CELLS = [(name, what) for name, fields in EXPECTED.items() for what in fields]
HTML = sorted(FOLDER.glob("*.html"))


@pytest.fixture(scope="module")
def found():
    rows = ms.read(FOLDER).documents.set_index("file")
    return {name: found_in(row, EXPECTED[name]["absent"]) for name, row in rows.iterrows()}


def found_in(row, unwanted):
    """What was read from a page, in the form in which it is expected."""
    known = row.where(row.notna(), None)
    captions = known["captions"]
    return {
        **{name: known[name] for name in ("title", "outlet", "agency", "byline", "dateline")},
        "date": None if known["date"] is None else row["date"].date().isoformat(),
        "first": row["text"].split("\n\n")[0][:60],
        "last": row["text"].split("\n\n")[-1][-60:],
        "captions": len(captions.split("\n")) if captions else 0,
        "absent": [text for text in unwanted if text not in row["text"]],
    }


def test_each_page_is_one_article(found):
    assert sorted(found) == sorted(EXPECTED)


@pytest.mark.parametrize(("name", "what"), CELLS, ids=[f"{name} {what}" for name, what in CELLS])
def test_what_a_page_states_comes_out(found, name, what):
    right = found[name][what] == EXPECTED[name][what]
    assert right is ((name, what) not in NOT_YET), found[name][what]


@pytest.mark.parametrize("page", HTML, ids=lambda page: page.stem)
def test_text_and_removals_together_are_all_that_the_page_shows(page):
    data = page.read_bytes()
    article = read_page(data).articles[0]
    rows = pd.DataFrame(article.pieces, columns=["kind", "text", "at"]).assign(order=range(len(article.pieces)))
    tree = flattened(data.decode("gb18030" if b"gb2312" in data else "utf-8"))[0]
    shown = "\n\n".join(paragraph_of(block.text).text for block in blocks_of(tree))
    assert tokens(restored(article.fields["text"], rows)) == tokens(shown)
