"""Exports whose bytes are of more than one encoding."""

import pytest

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.vendors.mixed import export_text


def test_utf_8_cut_within_a_character_stays_utf_8():
    data = "Die Fähre fährt über den Fluß nach Köln".encode() + "ö".encode()[:1]
    decoded = export_text(data)
    assert decoded.text is not None
    assert decoded.text.startswith("Die Fähre fährt über den Fluß")
    assert decoded.problem == "broken_characters"


def test_windows_1252_is_read_throughout_and_no_problem():
    assert export_text("Die Fähre – endlich".encode("cp1252"))[:] == ("Die Fähre – endlich", "cp1252", None)


def test_chinese_in_its_own_encoding_is_read_with_and_without_a_word_for_it():
    text = "港口今天开放,市长出席了开放仪式。海员们从南方来到这座城市,带来了许多货物和消息。" * 5
    assert export_text(f"<meta charset=gb2312>{text}".encode("gb18030")).text == f"<meta charset=gb2312>{text}"
    assert export_text(f"<p>{text}</p>".encode("gb18030")).text == f"<p>{text}</p>"


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Unreadable):
        export_text(bytes(range(256)) * 9)
