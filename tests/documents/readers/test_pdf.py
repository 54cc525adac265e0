"""PDF: the text layer becomes paragraphs; what it lacks is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.pdf import read, sniff
from mediastudy.documents.records import Source

PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)

LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00> <00>]"


def pdf(*pages, trailer="", size=12):
    """A PDF of pages; a page is a list of (x, y, text), or None for a picture."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    picture = PICTURE + b"\nstream\n\x80\nendstream"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, picture]
    kids = []
    for page in pages:
        if page is None:
            content = b"q 500 0 0 700 50 50 cm /Im Do Q"
        else:
            shown = (b"BT /F %d Tf %d %d Td (%s) Tj ET" % (size, x, y, text.encode("cp1252")) for x, y, text in page)
            content = b"\n".join(shown)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 850] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> /XObject << /Im 4 0 R >> >> >>" % len(objects)
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def lines(*texts, top=700, left=50, step=14):
    """Lines of a page, one below the other."""
    return [(left, top - step * number, text) for number, text in enumerate(texts)]


def article(data):
    source = Source("a.txt", ".txt", data)
    assert sniff(source) > 0.9
    reading = read(source)
    assert len(reading.articles) == 1
    return reading.articles[0]


def paragraphs(data):
    return article(data).fields["text"].split("\n\n")


FIRST = "The harbour of Porto Alba was opened by the mayor on Sunday after ten years of work,"
SECOND = "and thousands of people came from the villages along the coast to see the first of"
THIRD = "its ships."


def test_lines_broken_for_width_are_one_paragraph():
    assert paragraphs(pdf(lines(FIRST, SECOND, THIRD, "Mara Okhai was there."))) == [
        f"{FIRST} {SECOND} {THIRD}",
        "Mara Okhai was there.",
    ]


def test_an_indent_and_a_gap_open_a_paragraph():
    opening = "It cost twice as much as had been planned when the work on it was begun,"
    indented = [*lines(FIRST, SECOND), (70, 672, opening), (50, 658, THIRD)]
    assert len(paragraphs(pdf(indented))) == 2
    assert len(paragraphs(pdf([*lines(FIRST, SECOND), *lines(FIRST, SECOND, top=650)]))) == 2


def test_a_hyphen_at_the_end_of_a_line_goes_unless_the_word_has_one():
    broken = "The harbour of Porto Alba was opened by the mayor on Sunday after ten years of plan-"
    assert "years of planning and" in paragraphs(pdf(lines(broken, "ning and " + SECOND)))[0]
    kept = "The harbour of Porto Alba was opened by the mayor on Sunday after years of well-"
    assert "well-known" in paragraphs(pdf(lines(kept, "known and well-known plans.")))[0]


def test_a_paragraph_goes_on_across_a_page():
    pages = pdf(lines(FIRST, SECOND), lines(THIRD, "Mara Okhai was there."))
    assert paragraphs(pages) == [f"{FIRST} {SECOND} {THIRD}", "Mara Okhai was there."]


def test_running_heads_and_page_numbers_become_pieces():
    pages = [
        [
            (50, 800, "Coast Daily, 3 May 2020"),
            *lines(f"{word}: {FIRST}", f"Ships came, {word}."),
            (300, 20, f"- {number} -"),
        ]
        for number, word in enumerate(["first", "second", "third"], start=1)
    ]
    found = article(pdf(*pages))
    assert "Coast Daily" not in found.fields["text"]
    assert [piece.text for piece in found.pieces] == ["Coast Daily, 3 May 2020", "- 1 -", "Coast Daily, 3 May 2020",
                                                      "- 2 -", "Coast Daily, 3 May 2020", "- 3 -"]  # fmt: skip


def test_a_number_that_is_no_page_number_stays():
    assert paragraphs(pdf(lines(FIRST, "1948")))[-1].endswith("1948")


def test_properties_of_the_file_are_no_title_and_no_date():
    data = pdf(lines(FIRST, THIRD)).replace(b"/Type /Catalog", b"/Type /Catalog /Title (Word - a.doc)")
    fields = article(data).fields
    assert set(fields) == {"text"}


def test_pages_of_pictures_are_named_and_the_rest_is_read():
    found = article(pdf(lines(FIRST, THIRD), None, lines(SECOND), None))
    assert [problem.problem for problem in found.problems] == ["scanned_pages"]
    assert "pages 2, 4 " in found.problems[0].detail


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (pdf(None, None), "scanned_pdf"),
        (pdf([]), "no_articles"),
        (b"%PDF-1.4 and nothing more", "broken_file"),
        (pdf(lines(FIRST), trailer=LOCK), "encrypted_file"),
    ],
)
def test_what_cannot_be_read_says_why(data, problem):
    with pytest.raises(Unreadable) as refusal:
        read(Source("a.pdf", ".pdf", data))
    assert refusal.value.problem == problem


def test_signs_that_are_no_letters_are_named():
    shifted = "".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in FIRST + SECOND)
    found = article(pdf(lines(shifted.replace("(", "").replace(")", "").replace("\\", ""))))
    assert [problem.problem for problem in found.problems] == ["unreadable_text"]
    assert not article(pdf(lines(FIRST, SECOND))).problems


def test_a_text_about_pdf_is_none():
    assert sniff(Source("a.txt", ".txt", b"Files open with\n%PDF-1.4, he said.")) == 0


WHOLE = pdf(lines(FIRST, SECOND, THIRD), None)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=30))
def test_damage_raises_nothing_but_unreadable(start, end, put):
    low, high = sorted((start, end))
    for data in (WHOLE[:low], WHOLE[:low] + put + WHOLE[high:], WHOLE[high:] + WHOLE[:low]):
        try:
            assert len(read(Source("a.pdf", ".pdf", data)).articles) == 1
        except Unreadable:
            continue


def test_the_samples_are_read(shared):
    folder = shared / "samples" / "pdf-multilingual"
    found = read(Source("a", "", (folder / "UDHR_english.pdf").read_bytes())).articles[0].fields["text"]
    assert found.startswith("Universal Declaration of Human Rights\n\nPreamble\n\nWhereas recognition of the inherent")
    assert found.count("\n\n") > 20
    broken = read(Source("a", "", (folder / "UDHR_vietnamese.pdf").read_bytes())).articles[0].problems
    assert [problem.problem for problem in broken] == ["unreadable_text"]
