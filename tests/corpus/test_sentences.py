import sys

import pytest

from mediastudy.corpus.sentences import paragraphs, sentences


def pieces(text):
    return [text[start:end] for start, end in sentences(text)]


def test_abbreviations_do_not_end_a_sentence():
    assert pieces("Gov. Ana Tull met Dr. Obi in Sept. last year. They spoke at 3 p.m. on Friday.") == [
        "Gov. Ana Tull met Dr. Obi in Sept. last year.",
        "They spoke at 3 p.m. on Friday.",
    ]


def test_a_year_before_a_capital_ends_its_sentence():
    assert pieces("The dam opened in 2021. Nobody came.") == ["The dam opened in 2021.", "Nobody came."]


def test_a_sentence_never_crosses_a_blank_line():
    assert pieces("A heading without a stop\n\nA sentence.") == ["A heading without a stop", "A sentence."]


def test_hard_wrapped_lines_are_one_sentence_and_long_lines_are_paragraphs():
    assert len(sentences("The council met\nin the old hall.")) == 1
    long = "The council of the lower valley met in the old hall " * 3
    assert len(sentences(f"{long}\n{long}")) == 2


def test_a_question_in_marks_is_joined_to_who_asked_it():
    assert pieces('"Why now?" she asked. He left.') == ['"Why now?" she asked.', "He left."]


def test_chinese_sentences_end_without_a_space():
    assert pieces("他说：“很好。”会议结束了。") == ["他说：“很好。”", "会议结束了。"]


@pytest.mark.parametrize("text", ["", " \n\n ", "\n"])
def test_nothing_gives_no_sentences(text):
    assert sentences(text) == []
    assert paragraphs(text) == []


def test_spans_are_in_order_and_trimmed():
    text = "  One. Two!  \n\n Three?  "
    assert pieces(text) == ["One.", "Two!", "Three?"]
    spans = sentences(text)
    assert spans == sorted(spans)


def test_the_module_does_not_import_nltk_by_itself():
    import subprocess

    code = "import sys, mediastudy.corpus.sentences; print('nltk' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
