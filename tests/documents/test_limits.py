"""What is too large, too tightly packed or too deep is refused, in no time."""

import contextlib
import gzip
import time

import pytest

from mediastudy.documents.files import limits
from mediastudy.documents.files.encodings import unpack
from mediastudy.documents.files.markup import parse_xml
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.web_page import read_page

BOMB = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>"""


def test_a_file_of_two_gigabytes_is_refused_by_its_size_alone(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(2 << 30)  # sparse: it takes no room on the disk
    with pytest.raises(Unreadable) as refusal:
        limits.check_size(large.stat().st_size)
    assert refusal.value.problem == "file_too_large"
    limits.check_size(limits.LARGEST)


def test_a_gzip_that_grows_without_end_is_stopped_while_it_is_unpacked():
    bomb = gzip.compress(bytes(64 << 20))
    start = time.perf_counter()
    with pytest.raises(Unreadable) as refusal:
        unpack(gzip.compress(bomb) if len(bomb) < 1000 else bomb)
    assert refusal.value.problem == "zip_bomb"
    assert time.perf_counter() - start < 5


def test_a_gzip_of_text_is_unpacked_whole():
    text = b"The harbour of Porto Alba opened on Monday.\n" * 20_000
    assert unpack(gzip.compress(text[:400]) + gzip.compress(text[400:])) == (text, [])


def test_xml_with_entities_of_its_own_is_refused():
    with pytest.raises(Unreadable) as refusal:
        parse_xml(BOMB.encode())
    assert refusal.value.problem == "unsafe_xml"


def test_an_external_dtd_is_not_loaded(tmp_path):
    dtd = tmp_path / "outside.dtd"
    dtd.write_text('<!ENTITY secret "outside">', encoding="utf-8")
    root = parse_xml(f'<!DOCTYPE a SYSTEM "{dtd.as_uri()}"><a><b>One</b></a>'.encode())
    assert "".join(root.itertext()) == "One"


def test_a_hundred_thousand_nested_elements_neither_crash_nor_hang():
    page = "<html><body>" + "<div>" * 100_000 + "The harbour opened." + "</div>" * 100_000
    start = time.perf_counter()
    with contextlib.suppress(Unreadable):
        read_page(page.encode())
    assert time.perf_counter() - start < 5
