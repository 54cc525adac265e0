import pytest

from mediastudy.documents.readers import Unreadable, xml_unknown
from mediastudy.documents.records import Source


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<?xml version="1.0"?>\n<!-- a --><docs><doc/></docs>', "docs"),
        (b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text/></TEI>', "TEI"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ELEMENT a ANY>]><a/>", "a"),
        (b"<?xml version='1.0'?>", "not to be seen"),
    ],
)
def test_the_refusal_names_the_root(data, name):
    source = Source("a.xml", ".xml", data)
    assert 0 < xml_unknown.sniff(source) < 0.1
    with pytest.raises(Unreadable, match=f"root element is {name}, "):
        xml_unknown.read(source)
