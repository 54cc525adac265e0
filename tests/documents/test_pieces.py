"""What is taken out of an article stands where it stood, and can be put back."""

import json

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.corpus.tokenizer import tokens
from mediastudy.documents.cleaning import clean
from mediastudy.documents.files.encodings import decode
from mediastudy.documents.parts.blocks import blocks_of
from mediastudy.documents.parts.extraction import flattened
from mediastudy.documents.parts.paragraphs import paragraph_of, paragraphs
from mediastudy.documents.parts.pieces import Part, cut, restored
from mediastudy.documents.readers.web_page import read_page

LINES = [
    "The Harbour Courier",
    "Home | News | Sport",
    "Ferry strike enters second week",
    "By Ines Tarrant",
    "3 March 2019",
    "PORT VELDE (Reuters) - Ferry crews said on Sunday they would stay out for a second week.",
    "新华社南岭5月3日电（记者 王芳）南岭港口3日正式开放，市长出席开放仪式。",
    "Photo: Striking crews gather at the terminal.",
    '"We have nothing to lose," said union leader Mara Quist.',
    "The ships sail on Monday. (Reporting by Ann Lee; Editing by Bo Ray)",
    "The worldâ€™s har\u00adbours are closed. Enditem",
    "QUIST: I said what I said.",
    "Advertisement",
    "Related stories",
    "Bridge plan shelved",
    "© 2019 The Harbour Courier. All rights reserved.",
    "",
]


def rows_of(pieces):
    return pd.DataFrame(pieces, columns=["kind", "text", "at"]).assign(order=range(len(pieces)))


def test_each_piece_stands_before_the_paragraph_that_followed_it():
    text, pieces = cut(
        [
            Part("Top", "furniture"),
            Part("VELDE -- Ships came.", opening="VELDE -- "),
            Part("Photo: Ships.", "caption"),
            Part("Rain fell. Enditem", closing=" Enditem"),
            Part("Share", "furniture"),
        ]
    )
    assert text == "Ships came.\n\nRain fell."
    assert [(piece.text, piece.at) for piece in pieces] == [
        ("Top", 0),
        ("VELDE -- ", 0),
        ("Photo: Ships.", 13),
        (" Enditem", 23),
        ("Share", 23),
    ]
    assert restored(text, rows_of(pieces)) == (
        "Top\n\nVELDE -- Ships came.\n\nPhoto: Ships.\n\nRain fell. Enditem\n\nShare"
    )


def test_pieces_of_one_place_keep_their_order_whatever_the_order_of_the_rows():
    rows = pd.DataFrame({"kind": "furniture", "text": ["c", "a", "b"], "at": [3, 0, 0], "order": [2, 0, 1]})
    assert restored("One", rows) == "a\n\nb\n\nOne\n\nc"


def test_a_text_without_removals_is_itself_and_a_piece_without_a_place_comes_first():
    assert restored("One.", rows_of([])) == "One."
    rows = pd.DataFrame({"kind": ["metadata"], "text": ["LENGTH: 20 words"], "at": [None], "order": [0]})
    assert restored("One.", rows) == "LENGTH: 20 words\n\nOne."


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_whatever_the_lines_text_and_removals_together_are_the_raw_article(lines):
    raw = "\n\n".join(lines)
    article = clean(raw)
    text = article.fields["text"]
    assert all(0 <= piece.at <= len(text) for piece in article.pieces)
    assert tokens(restored(text, rows_of(article.pieces))) == tokens("\n\n".join(unit.text for unit in paragraphs(raw)))


def test_every_saved_page_of_the_sample_can_be_put_together_again(shared):
    folder = shared / "samples" / "html-cc"
    for page in json.loads((folder / "gold.json").read_text(encoding="utf-8")).values():
        data = (folder / page["file"]).read_bytes()
        article = read_page(data).articles[0]
        shown = [paragraph_of(block.text).text for block in blocks_of(flattened(decode(data).text)[0])]
        whole = restored(article.fields["text"], rows_of(article.pieces))
        assert tokens(whole) == tokens("\n\n".join(shown)), page["file"]


def test_the_seed_can_be_put_together_again(shared):
    raw = (shared / "seed" / "xizang_paired_up_assistance.txt").read_text(encoding="utf-8")
    article = clean(raw)
    whole = restored(article.fields["text"], rows_of(article.pieces))
    assert tokens(whole) == tokens("\n\n".join(unit.text for unit in paragraphs(raw)))
