"""Saved pages in one file."""

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.mhtml import read, sniff
from mediastudy.documents.records import Source

BODY = "Der Hafen von Porto Alba wurde am Sonntag nach zehn Jahren Bauzeit eröffnet, größer und später als geplant."
PAGE = f"<html><head><title>Hafen eröffnet</title></head><body><h1>Hafen eröffnet</h1><p>{BODY}</p></body></html>"
URL = "https://coast.example/hafen"


def saved(page, kind="text/html", encoding="quoted-printable", head="From: <Saved by Blink>", part=""):
    """A page as a browser saves it."""
    text = quopri.encodestring(page) if encoding == "quoted-printable" else base64.encodebytes(page)
    lines = [
        head,
        "Subject: Hafen",
        "Date: Mon, 17 Dec 2018 11:16:46 -0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="--edge--"',
        "",
        "",
        "----edge--",
        f"Content-Type: {kind}",
        f"Content-Transfer-Encoding: {encoding}",
        *([part] if part else []),
        "",
        "",
    ]
    tail = "\r\n----edge--\r\nContent-Type: text/css\r\n\r\np {}\r\n----edge----\r\n"
    return "\r\n".join(lines).encode() + text + tail.encode()


def article(data):
    source = Source("a.txt", ".txt", data)
    assert sniff(source) >= 0.9
    return read(source).articles[0].fields


@pytest.mark.parametrize(
    ("page", "kind", "encoding"),
    [
        (PAGE.encode(), "text/html", "quoted-printable"),
        (PAGE.encode(), 'text/html; charset="utf-8"', "base64"),
        (PAGE.encode("cp1252"), "text/html; charset=windows-1252", "quoted-printable"),
        (PAGE.encode("utf-16"), 'text/html; charset="unicode"', "base64"),
    ],
)
def test_the_page_is_read_in_any_wrapping(page, kind, encoding):
    fields = article(saved(page, kind, encoding, part=f"Content-Location: {URL}"))
    assert fields["title"] == "Hafen eröffnet"
    assert fields["text"] == BODY
    assert fields["url"] == URL


def test_the_day_of_saving_is_nobodys_date():
    assert not article(saved(PAGE.encode())).get("date_raw")


@pytest.mark.parametrize(
    ("head", "part"),
    [
        (f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}", ""),
        ('From: "Saved by Internet Explorer 11"', f"Content-Location: {URL}"),
        (
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://coast.example/\r\n hafen",
            "Content-Location: cid:x",
        ),
    ],
)
def test_the_address_is_found_where_browsers_put_it(head, part):
    fields = article(saved(PAGE.encode(), head=head, part=part))
    assert fields["url"] == URL
    assert fields["host"] == "coast.example"


def test_the_part_named_as_the_start_is_the_page():
    frame = b"Content-Type: text/html\r\n\r\n<p>An advertisement in a frame.</p>\r\n----edge--\r\n"
    data = saved(PAGE.encode(), part="Content-ID: <main@mhtml>")
    data = data.replace(b"----edge--\r\n", b"----edge--\r\n" + frame, 1)
    data = data.replace(b'type="text/html";', b'type="text/html"; start="<main@mhtml>";')
    assert article(data)["text"] == BODY


def test_a_mail_and_a_text_are_no_saved_pages():
    assert sniff(Source("a.eml", ".eml", b"From: Mara Okhai\nContent-Type: text/plain\n\nThe harbour opened.")) == 0
    assert sniff(Source("a.mhtml", ".mhtml", b"The harbour: opened.\n\nContent-Type: multipart/related")) == 0


def test_a_file_without_a_page_says_so():
    data = saved(PAGE.encode(), kind="image/png")
    with pytest.raises(Unreadable) as refusal:
        read(Source("a.mhtml", ".mhtml", data))
    assert refusal.value.problem == "no_articles"


def test_a_file_cut_off_gives_what_there_is():
    data = saved(PAGE.encode())
    assert article(data[: data.index(b"Bauzeit")])["text"].startswith("Der Hafen von Porto Alba")


WHOLE = saved(PAGE.encode())


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=30))
def test_damage_raises_nothing_but_unreadable(start, end, put):
    low, high = sorted((start, end))
    for data in (WHOLE[:low], WHOLE[:low] + put + WHOLE[high:], WHOLE[high:] + WHOLE[:low], put):
        try:
            found = read(Source("a.mhtml", ".mhtml", data)).articles
        except Unreadable:
            continue
        assert len(found) == 1


def test_the_samples_are_read(shared):
    found = read(Source("a", "", (shared / "samples/mhtml/mdn.mhtml").read_bytes())).articles[0].fields
    assert found["title"] == "Element.scrollIntoView()"
    assert found["url"] == "https://developer.mozilla.org/en-US/docs/Web/API/Element/scrollIntoView"
