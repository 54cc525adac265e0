import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from mediastudy.documents.files.office import docx_paragraphs
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers import docx as reader
from mediastudy.documents.records import Source


def written(document):
    buffer = io.BytesIO()
    document.save(buffer)
    return Source("a.docx", ".docx", buffer.getvalue())


def article():
    document = docx.Document()
    document.add_heading("Harbour opens", 0)
    document.add_paragraph("Ships came in on Friday, said Mara Okhai.")
    document.add_paragraph("It took ten years.")
    document.sections[0].header.paragraphs[0].text = "Coast Press archive"
    return document


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return Source("a.docx", ".docx", buffer.getvalue())


def test_a_document_is_one_article_with_its_headline_by_style():
    source = written(article())
    assert reader.sniff(source) == 0.95
    (found,) = reader.read(source).articles
    assert found.fields["title"] == "Harbour opens"
    assert found.fields["text"] == "Ships came in on Friday, said Mara Okhai.\n\nIt took ten years."


def test_deleted_hidden_and_field_text_is_no_body():
    document = article()
    paragraph = document.paragraphs[1]
    space = nsdecls("w")
    for inner in (
        "<w:del {0}><w:r><w:delText>old</w:delText></w:r></w:del>",
        '<w:ins {0}><w:r><w:t xml:space="preserve"> New.</w:t></w:r></w:ins>',
        "<w:r {0}><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
        "<w:r {0}><w:instrText>HYPERLINK</w:instrText></w:r>",
        "<w:r {0}><w:tab/><w:t>Tab</w:t><w:noBreakHyphen/><w:t>end</w:t></w:r>",
    ):
        paragraph._p.append(parse_xml(inner.format(space)))  # noqa: SLF001 - the package has no name for it
    text = docx_paragraphs(written(document).data)[1].text
    assert text == "Ships came in on Friday, said Mara Okhai. New.\tTab-end"


def test_cells_of_data_make_one_line_a_row_and_cells_of_a_layout_keep_paragraphs():
    document = docx.Document()
    table = document.add_table(2, 2)
    for place, text in enumerate(("Ship", "Tons", "Alba", "12")):
        table.cell(place // 2, place % 2).text = text
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "One."
    cell.add_paragraph("Two.")
    texts = [paragraph.text for paragraph in docx_paragraphs(written(document).data) if paragraph.text]
    assert texts == ["Ship\tTons", "Alba\t12", "One.", "Two."]


def test_a_pretty_printed_document_gets_no_further_spaces():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "<w:p>\n <w:r>\n  <w:t>har</w:t>\n </w:r>\n <w:r>\n  <w:t>bour</w:t>\n </w:r>\n</w:p>"
    source = zipped({"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"})
    assert [paragraph.text for paragraph in docx_paragraphs(source.data)] == ["harbour"]


def test_a_file_that_calls_itself_an_export_is_read_with_a_problem():
    document = docx.Document()
    document.add_paragraph("Factiva")
    document.add_paragraph("The harbour opened on Friday, said Mara Okhai.")
    assert [problem.problem for problem in reader.read(written(document)).problems] == ["no_articles"]


def test_an_old_document_is_refused_with_advice(shared):
    path = shared / "samples" / "generic-office" / "doc" / "test.doc"
    source = Source(path.name, ".doc", path.read_bytes())
    assert reader.sniff(source) == 0.95
    with pytest.raises(Unreadable, match=r"save it as \.docx") as refusal:
        reader.read(source)
    assert refusal.value.problem == "old_office_file"


def test_a_document_under_a_password_is_refused():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Unreadable, match="password"):
        reader.read(Source("a.docx", ".docx", data))


def test_an_empty_document_is_refused():
    with pytest.raises(Unreadable, match="no text"):
        reader.read(written(docx.Document()))


def test_a_bomb_is_refused_before_it_is_unpacked():
    source = zipped({"word/document.xml": " " * (4 << 20)})
    with pytest.raises(Unreadable) as refusal:
        reader.read(source)
    assert refusal.value.problem == "zip_bomb"


def test_entities_are_refused():
    source = zipped({"word/document.xml": '<!DOCTYPE d [<!ENTITY a "b">]><d><body><p>&a;</p></body></d>'})
    with pytest.raises(Unreadable) as refusal:
        reader.read(source)
    assert refusal.value.problem == "unsafe_xml"


def test_a_damaged_file_raises_nothing_but_unreadable():
    data = written(article()).data
    for cut in range(0, len(data), 1499):
        for damaged in (data[:cut], data[cut:] + data[:cut], data[:cut] + b"\x00\xff" * 9 + data[cut + 18 :]):
            source = Source("a.docx", ".docx", damaged)
            reader.sniff(source)
            try:
                assert len(reader.read(source).articles) == 1
            except Unreadable:
                continue
