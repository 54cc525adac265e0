"""The markup of the constructed articles: read as it is meant, and every article of the folder sound."""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "training" / "articles.py"
MARKED = """=== tull-01
title: {s1 Orlo} {c1 rejects} {q1 rain tax}
outlet: Tull Post

{q2 "Rain is late,"} {s2,3 Ada Orlo} {c2 said}. {q2 "It always is."}

She {c3- hopes} {q3 for a {n "green valley"}}.
---
1 | Ada Orlo | person | mayor
2 | Ada Orlo | person |
3 | Ada Orlo | person | mayor
"""
HEAD = "=== tull-02\ntitle: Rain\noutlet: Tull Post\n\n"


@pytest.fixture(scope="module")
def script():
    """The training script, which is part of no package."""
    spec = importlib.util.spec_from_file_location("training_articles", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def record(script):
    return script.article(MARKED)


def words(record, number, part):
    return [record["text"][start:end] for start, end in record["attributions"][number - 1][part]]


def test_the_text_is_without_braces_and_opens_with_the_title(record):
    assert record["text"] == (
        'Orlo rejects rain tax\n\n"Rain is late," Ada Orlo said. "It always is."\n\nShe hopes for a "green valley".'
    )
    assert (record["document"], record["outlet"], record["title"]) == ("tull-01", "Tull Post", "Orlo rejects rain tax")


def test_spans_are_those_of_the_marked_words(record):
    assert [words(record, 1, part) for part in ("source", "cue", "content")] == [["Orlo"], ["rejects"], ["rain tax"]]
    assert words(record, 2, "content") == ['"Rain is late,"', '"It always is."']


def test_a_source_may_belong_to_two_attributions(record):
    assert words(record, 2, "source") == words(record, 3, "source") == ["Ada Orlo"]


def test_a_cue_with_a_dash_is_no_speech(record):
    assert [one["speech"] for one in record["attributions"]] == [True, True, False]


def test_words_that_quote_nobody_may_stand_inside_a_content(record):
    assert [record["text"][start:end] for start, end in record["non_quotations"]] == ['"green valley"']
    assert words(record, 3, "content") == ['for a "green valley"']


def test_speakers_kinds_and_roles_are_told_below_the_article(record):
    told = [(one["speaker"], one["speaker_kind"], one["role"]) for one in record["attributions"]]
    assert told == [("Ada Orlo", "person", "mayor"), ("Ada Orlo", "person", None), ("Ada Orlo", "person", "mayor")]


def test_the_unnamed_have_no_speaker(script):
    one = script.article(f"{HEAD}{{s1 A clerk}} {{c1 said}} {{q1 so}}.\n---\n1 | | | clerk\n")["attributions"][0]
    assert (one["speaker"], one["speaker_kind"], one["role"]) == (None, "unnamed", "clerk")


@pytest.mark.parametrize(
    ("marked", "problem"),
    [
        ("Rain fell.", "must open with"),
        (f"{HEAD}{{q1 Rain fell.", "braces do not match"),
        (f"{HEAD}Rain fell}}.", "closes that was not opened"),
        (f"{HEAD}{{x1 Rain}} fell.", "closes that was not opened"),
        (f"{HEAD}{{q1 Rain}}\n---\n2 | | person |", "not a line"),
        (f"{HEAD}{{q1 Rain}}\n---\n1 | Orlo | person", "not a line"),
    ],
)
def test_broken_markup_is_told(script, marked, problem):
    with pytest.raises(ValueError, match=problem):
        script.article(marked)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("{q1 Rain}\n---\n", "no line below"),
        ("{q1 Rain}\n---\n1 | Orlo | mayor |", "of an unknown kind"),
        ("{s1 Orlo} {c1 said}\n---\n1 | Orlo | person |", "no content"),
        ("{c1 said} {c1 so} {q1 Rain}\n---\n1 | Orlo | person |", "more than one cue"),
        ("{q1 Rain } fell\n---\n1 | Orlo | person |", "space at its edge"),
        ("Unk{q1 ind}\n---\n1 | Orlo | person |", "cuts a word"),
        ("{q1 Rai}n\n---\n1 | Orlo | person |", "cuts a word"),
        ("{q1 Rain fell.}\n---\n1 | Orlo | person |", "ends with a stop"),
    ],
)
def test_what_is_odd_is_found(script, body, fault):
    assert any(fault in found for found in script.faults(script.article(HEAD + body)))


def test_a_sound_article_has_no_faults(script, record):
    assert script.faults(record) == []


def test_every_fifth_article_is_left_out_of_training(script):
    assert [number for number in range(11) if script.held_out(number)] == [4, 9]


def test_every_article_of_the_folder_is_sound(script):
    records = [*script.own(test=True), *script.own(test=False), *script.unseen()]
    assert len(records) == sum(len(script.articles(path)) for path in script.FOLDER.glob("*.txt"))
    faults = [fault for record in records for fault in script.faults(record)]
    # A turn of a transcript is a content that ends with its stop and has no marks.
    assert [fault for fault in faults if "ends with a stop outside of marks" not in fault] == []
    names = [record["document"] for record in records]
    assert len(set(names)) == len(names)
