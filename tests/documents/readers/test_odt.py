import io
import zipfile

import pytest

from mediastudy.documents.files.office import odt_paragraphs
from mediastudy.documents.readers import Unreadable, odt
from mediastudy.documents.records import Source

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
TEXT = """<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion>
</text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Harbour opens</text:p>
<text:p>Ships<text:s text:c="2"/>came in on <text:span>Fri</text:span><text:span>day</text:span>,
 said Mara Okhai.<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>
<text:section><text:p>It took<text:line-break/>ten years.<office:annotation><text:p>Remark.</text:p></office:annotation>
</text:p></text:section>
<table:table><table:table-row><table:table-cell><text:p>Ship</text:p></table:table-cell><table:table-cell>
<text:p>Tons</text:p></table:table-cell></table:table-row></table:table>"""
STYLES = '<style:style style:name="P1" style:parent-style-name="Title"/>'
TYPE = "application/vnd.oasis.opendocument.text"


def written(text=TEXT, mimetype=TYPE):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{text}</office:text></office:body></office:document-content>",
        )
    return Source("a.odt", ".odt", buffer.getvalue())


def test_paragraphs_are_read_without_notes_remarks_and_deleted_text():
    texts = [paragraph.text.strip() for paragraph in odt_paragraphs(written().data)]
    assert texts == [
        "Harbour opens",
        "Ships came in on Friday, said Mara Okhai.",
        "It took\nten years.",
        "Ship\tTons",
    ]


def test_a_document_is_one_article_with_its_headline_by_style():
    assert odt.sniff(written()) == 0.95
    (found,) = odt.read(written()).articles
    assert found.fields["title"] == "Harbour opens"
    assert found.fields["text"].startswith("Ships came in on Friday")


def test_other_files_are_not_taken_and_empty_ones_refused():
    assert odt.sniff(written(mimetype="application/vnd.oasis.opendocument.spreadsheet")) == 0
    with pytest.raises(Unreadable, match="no text"):
        odt.read(written("<text:p/>"))


def test_a_damaged_file_raises_nothing_but_unreadable():
    data = written().data
    for cut in range(0, len(data), 29):
        for damaged in (data[:cut], data[cut:] + data[:cut], data[:cut] + b"\x00\xff" * 9 + data[cut + 18 :]):
            source = Source("a.odt", ".odt", damaged)
            odt.sniff(source)
            try:
                assert len(odt.read(source).articles) == 1
            except Unreadable:
                continue


def test_the_sample_is_read(shared):
    path = shared / "samples" / "generic-office" / "odt" / "test.odt"
    (found,) = odt.read(Source(path.name, ".odt", path.read_bytes())).articles
    assert found.fields["text"] == "The quick brown fox jumps over the lazy dog"
