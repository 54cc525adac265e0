import time

import pytest

from mediastudy.documents.files.richtext import rtf_text
from mediastudy.documents.readers import Unreadable, rtf
from mediastudy.documents.records import Source


def source(data):
    return Source("a.rtf", ".rtf", data)


def escaped(text, encoding):
    """Text as RTF writes it: bytes outside ASCII as numbers, second bytes of a character plain where they can be."""
    special = b"\\{}"
    parts = (
        f"\\'{byte:02x}" if byte > 0x7F else f"\\{chr(byte)}" if byte in special else chr(byte)
        for byte in text.encode(encoding)
    )
    return "".join(parts).encode("ascii")


def framed(page, charset, text):
    return b"{\\rtf1\\ansi\\ansicpg%d\\deff0{\\fonttbl{\\f0\\fnil\\fcharset%d Sans;}}\\f0 %s}" % (page, charset, text)


@pytest.mark.parametrize(
    ("page", "charset", "encoding", "text"),
    [
        (936, 134, "gbk", "港口开放，镕基说"),
        (936, 0, "gbk", "港口开放，镕基说"),
        (950, 136, "big5", "港口許功蓋開放"),
        (950, 0, "big5", "港口許功蓋開放"),
        (1251, 204, "cp1251", "Порт открыт"),
        (1252, 0, "cp1252", "Hafen „größer“ – für 5 €"),
        (65001, 0, "utf-8", "Порт, 港口, größer"),
    ],
)
def test_characters_of_any_code_page_are_read(page, charset, encoding, text):
    assert rtf_text(framed(page, charset, escaped(text, encoding))) == text
    raw = text.encode(encoding)
    if not {0x5C, 0x7B, 0x7D} & set(raw):
        assert rtf_text(framed(page, charset, raw)) == text


def test_characters_by_number_are_read_pairs_of_numbers_included():
    assert rtf_text(rb"{\rtf1\ansi\uc1 \u28207?\u-10179?\u-8704?{\uc2\u22806\'b8\'db}}") == "港😀外"


def test_hidden_deleted_and_outer_text_is_left_out():
    data = (
        rb"{\rtf1\ansi{\info{\title Secret}}{\header Top\par}{\footer Foot\par}One{\v two}\v three\v0  four"
        rb"{\deleted five}{\*\annotation six}{\footnote seven}{\field{\*\fldinst{HYPERLINK "
        rb'"https://coast.example"}}{\fldrslt{ link}}}.\par End\line of line}'
    )
    assert rtf_text(data) == "One four link.\nEnd\u2028of line"


def test_cells_are_parted_by_tabs_and_pictures_left_out():
    picture = b"{\\pict\\pngblip " + b"89504e47" * 200 + b"}"
    binary = b"{\\pict\\bin5 \x00{}\\\xff}"
    data = b"{\\rtf1\\ansi \\trowd Ship\\cell Tons\\cell\\row " + picture + binary + b"End}"
    assert rtf_text(data).split() == ["Ship", "Tons", "End"]


def test_a_file_is_one_article():
    data = rb"{\rtf1\ansi Harbour opens\par\par Ships came in on Friday, said Mara Okhai. It took the town ten years.}"
    assert rtf.sniff(source(data)) == 0.9
    (found,) = rtf.read(source(data)).articles
    assert found.fields["title"] == "Harbour opens"
    assert found.fields["text"].startswith("Ships came in")


def test_what_is_no_rtf_is_refused():
    assert rtf.sniff(source(b"The harbour {\\rtf opened.")) == 0
    with pytest.raises(Unreadable) as refusal:
        rtf.read(source(b"The harbour opened."))
    assert refusal.value.problem == "broken_file"
    with pytest.raises(Unreadable, match="no text"):
        rtf.read(source(rb"{\rtf1\ansi }"))


def test_a_damaged_file_raises_nothing_but_unreadable():
    data = framed(
        936, 134, escaped("港口开放，镕基说", "gbk") + rb"{\field{\*\fldinst{HYPERLINK}}}\u99999999 \uc \bin9"
    )
    for cut in range(len(data)):
        for damaged in (data[:cut], data[cut:] + data[:cut], data[:cut] + b"\xff{\\u" + data[cut:]):
            try:
                assert len(rtf.read(source(damaged)).articles) == 1
            except Unreadable:
                continue


@pytest.mark.parametrize(
    "part", [b'{\\field{\\*\\fldinst{HYPERLINK "a"}}{\\fldrslt b}}', b"\\v a ", b"{\\f1", b"\\bin1 ", b"{\\b\\i"]
)
def test_repeated_parts_do_not_slow_the_reading_down(part):
    start = time.perf_counter()
    rtf_text(b"{\\rtf1\\ansi " + part * (200_000 // len(part)) + b"}")
    assert time.perf_counter() - start < 5


def test_the_samples_are_read(shared):
    folder = shared / "samples" / "generic-office" / "rtf"
    texts = [
        rtf.read(source((folder / name).read_bytes())).articles[0].fields["text"] for name in ("test1.rtf", "test2.rtf")
    ]
    assert texts == ["The quick brown fox jumps over the lazy dog", "This is an example of “rich text” format."]
