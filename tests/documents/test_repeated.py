"""Lines that come again at the edges of an outlet's texts; every text here is invented."""

import pandas as pd
import pytest

from mediastudy.corpus.tokenizer import tokens
from mediastudy.documents.cleaning import clean
from mediastudy.documents.parts.pieces import restored
from mediastudy.documents.repeated import COLUMNS, repeated_lines, without_repeated

BODIES = [
    "The harbour of Velde opened at noon on Monday, and the first ships came in from the islands.",
    "Heavy rain fell on the valley for the third day, and the river rose by two metres overnight.",
    "Teachers asked for smaller classes when the town council met in the old school on Tuesday.",
    "A lamp maker has closed his workshop after forty years because nobody wants to learn the craft.",
    "Fishermen caught fewer herring this spring than in any year since the war, their union found.",
]
FOOT = "Reader service of the Coast Daily, open on weekdays"
EMPTY = pd.DataFrame(columns=["document", "kind", "text", "at", "order"])


def table(texts, outlet="Coast Daily"):
    return pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "outlet": outlet, "text": texts})


def with_foot(bodies=BODIES, foot=FOOT):
    return table([f"{body}\n\nA second paragraph of story {place}.\n\n{foot}" for place, body in enumerate(bodies)])


def test_a_line_below_different_stories_is_found_and_taken_out():
    documents = with_foot()
    lines = repeated_lines(documents)
    assert lines[["outlet", "line", "place", "documents", "share"]].to_numpy().tolist() == [
        ["Coast Daily", FOOT, "tail", 5, 1.0]
    ]
    assert lines[["first", "last"]].to_numpy().tolist() == [["d0", "d4"]]
    kept, removals = without_repeated(documents, EMPTY)
    assert not kept["text"].str.contains(FOOT).any()
    assert removals["kind"].tolist() == ["repeated"] * 5


def test_two_lines_above_and_three_below_are_all_found():
    head, tail = "Coast Daily\n\nEvening edition", "Ports desk\n\nLetters page\n\nFerry times"
    documents = table([f"{head}\n\n{body}\n\nPlace {place} closes.\n\n{tail}" for place, body in enumerate(BODIES)])
    kept, _ = without_repeated(documents, EMPTY)
    assert kept["text"].tolist() == [f"{body}\n\nPlace {place} closes." for place, body in enumerate(BODIES)]


def test_the_earliest_and_the_latest_text_are_named_by_date():
    documents = with_foot().assign(date=pd.to_datetime(["2024-05-03", "2024-05-01", None, "2024-05-09", "2024-05-02"]))
    assert repeated_lines(documents)[["first", "last"]].to_numpy().tolist() == [["d1", "d2"]]


def test_two_texts_are_too_few_and_another_outlet_counts_for_itself():
    documents = with_foot(BODIES[:4]).assign(outlet=["Coast Daily"] * 2 + ["Velde Post"] * 2)
    assert repeated_lines(documents).empty


def test_a_line_in_fewer_than_one_text_in_ten_is_left():
    others = [
        f"Story {place} tells of {word}s.\n\nIt ends with {word} {place}." for place, word in enumerate(["ship"] * 40)
    ]
    documents = pd.concat([with_foot(BODIES[:3]), table(others)], ignore_index=True)
    assert FOOT not in repeated_lines(documents)["line"].tolist()


def test_copies_of_one_story_lose_nothing():
    body = "\n\n".join(BODIES)
    documents = table([body, body, f"{body}\n\nCorrected on Friday", f"Update\n\n{body}"])
    kept, removals = without_repeated(documents, EMPTY)
    assert kept["text"].tolist() == documents["text"].tolist()
    assert removals.empty


def test_copies_with_some_words_changed_lose_nothing():
    documents = table(
        [f"{BODIES[0]} {number} people came.\n\n{BODIES[1]}\n\nThe port stays closed at night" for number in range(6)]
    )
    assert repeated_lines(documents).empty


@pytest.mark.parametrize(
    "foot", ["Q: Thank you.", "MAYOR: Good night, everybody.", "Thank you.", "(Applause.)", "Sincerely,", "Mara Okhai"]
)
def test_turns_and_words_to_listeners_are_left(foot):
    assert repeated_lines(with_foot(foot=foot)).empty


def test_a_transcript_is_left_whole():
    text = "MAYOR: {}\n\nQUESTION: When?\n\nMAYOR: In May.\n\nEnd of the record"
    documents = table([text.format(body) for body in BODIES])
    assert without_repeated(documents, EMPTY)[0]["text"].tolist() == documents["text"].tolist()


def test_a_thanks_of_a_speaker_stays_but_an_address_of_the_site_goes():
    spoken = "May the sea be kind to you all, and may God bless the people of Velde."
    site = "If you liked this article, subscribe to our newsletter."
    assert repeated_lines(with_foot(foot=spoken)).empty
    assert repeated_lines(with_foot(foot=site))["line"].tolist() == [site]


def test_a_text_that_is_nothing_but_repeated_lines_is_left():
    documents = pd.concat([with_foot(), table([FOOT]), table([f"{FOOT}\n\n{FOOT}"])], ignore_index=True)
    kept, _ = without_repeated(documents, EMPTY)
    assert kept["text"].tolist()[-2:] == [FOOT, f"{FOOT}\n\n{FOOT}"]


def test_a_repeated_line_within_the_body_stays():
    bodies = [
        f"{body}\n\n{FOOT}\n\nMore of story {place}.\n\nThe end of it came on day {place}."
        for place, body in enumerate(BODIES)
    ]
    documents = table(bodies)
    assert without_repeated(documents, EMPTY)[0]["text"].tolist() == bodies


def test_rows_that_are_not_from_pages_are_neither_looked_at_nor_changed():
    documents = with_foot()
    kept, removals = without_repeated(documents, EMPTY, among=[True, True, False, False, False])
    assert kept["text"].tolist() == documents["text"].tolist()
    assert removals.empty


def test_the_arguments_stay_as_they_are_and_the_index_may_be_odd():
    documents = with_foot()
    documents.index = [7, 3, 9, 1, 5]
    before = documents.copy()
    kept, _ = without_repeated(documents, EMPTY)
    pd.testing.assert_frame_equal(documents, before)
    assert kept.index.tolist() == [0, 1, 2, 3, 4]


def test_empty_tables_give_empty_tables():
    documents = table([])
    assert repeated_lines(documents).dtypes.astype(str).tolist() == list(COLUMNS.values())
    kept, removals = without_repeated(documents, EMPTY)
    assert kept.empty
    assert removals.empty


def test_texts_without_an_outlet_are_left():
    assert repeated_lines(with_foot().assign(outlet=None)).empty


def test_what_is_taken_out_can_be_put_back_beside_what_was_taken_before():
    raws = [
        f"Title of story {place} in six words\n\n3 May 2024\n\nVELDE, May 3 (Coast) -- {body}\n\n{FOOT}\n\nTop"
        for place, body in enumerate(BODIES)
    ]
    articles = [clean(raw) for raw in raws]
    removals = pd.DataFrame(
        [
            {"document": f"d{place}", "kind": piece.kind, "text": piece.text, "at": piece.at, "order": order}
            for place, article in enumerate(articles)
            for order, piece in enumerate(article.pieces)
        ]
    )
    documents = table([article.fields["text"] for article in articles])
    kept, taken = without_repeated(documents, removals)
    assert kept["text"].tolist() == BODIES
    assert taken.columns.tolist() == removals.columns.tolist()
    for name, text, raw in zip(kept["document"], kept["text"], raws, strict=True):
        rows = taken.loc[taken["document"] == name]
        assert tokens(restored(text, rows)) == tokens(raw)
        assert rows["at"].between(0, len(text)).all()
        assert rows["order"].tolist() == list(range(len(rows)))
