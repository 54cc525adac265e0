"""Archives of crawled pages."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.files.encodings import unpack
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.warc import read, sniff
from mediastudy.documents.records import Source

BODY = "The harbour of Porto Alba opened on Sunday after ten years of work, and thousands of people came to see it."
PAGE = (
    f"<html><head><title>Harbour opens</title></head><body><h1>Harbour opens</h1><p>{BODY}</p></body></html>".encode()
)
URL = "https://coast.example/1"


def record(kind, content, content_type, url=URL, **more):
    """One record of a WARC."""
    head = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2021-02-03T04:05:06Z", **more}
    head |= {"Content-Type": content_type, "Content-Length": str(len(content))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + content + b"\r\n\r\n"


def response(page=PAGE, status="200 OK", url=URL, **headers):
    """A response of a server as a record."""
    headers = {"Content_Type": "text/html", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items() if value)
    http = f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + page
    return record("response", http, "application/http; msgtype=response", url)


INFO = record("warcinfo", b"software: crawler\r\n", "application/warc-fields")
REQUEST = record("request", b"GET / HTTP/1.1\r\nHost: coast.example\r\n\r\n", "application/http; msgtype=request")


def found(data):
    source = Source("a.txt", ".txt", data)
    assert sniff(source) > 0.9
    return read(source)


def test_responses_and_resources_are_pages_and_other_records_are_not():
    picture = response(b"\x89PNG", Content_Type="image/png")
    missing = response(status="404 Not Found")
    resource = record("resource", PAGE, "text/html", "https://coast.example/2")
    metadata = record("metadata", b"fetchTimeMs: 12", "application/warc-fields")
    reading = found(INFO + REQUEST + response() + picture + missing + resource + metadata)
    assert reading.places == ["record 3 https://coast.example/1", "record 6 https://coast.example/2"]
    assert [article.fields["text"] for article in reading.articles] == [BODY, BODY]
    assert (reading.problems, reading.broken) == ([], 0)


def test_the_time_of_the_crawl_is_no_date():
    fields = found(response()).articles[0].fields
    assert fields["crawled"] == "2021-02-03T04:05:06Z"
    assert not fields.get("date_raw")
    assert (fields["title"], fields["host"], fields["url"]) == ("Harbour opens", "coast.example", URL)


def test_the_same_address_twice_gives_two_articles():
    assert len(found(response() + response()).articles) == 2


def test_chunks_and_packing_do_not_leak_into_the_text():
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    assert found(response(chunked, Transfer_Encoding="chunked")).articles[0].fields["text"] == BODY
    packed = gzip.compress(PAGE)
    assert found(response(packed, Content_Encoding="gzip")).articles[0].fields["text"] == BODY
    assert found(response(PAGE, Transfer_Encoding="chunked")).articles[0].fields["text"] == BODY  # unpacked already


def test_the_servers_encoding_is_believed():
    page = PAGE.decode().replace("Sunday", "größten Sonntag").encode("cp1252")
    reading = found(response(page, Content_Type="text/html; charset=windows-1252"))
    assert "größten" in reading.articles[0].fields["text"]


def test_a_page_without_a_stated_type_is_known_by_its_content():
    assert len(found(response(Content_Type=None)).articles) == 1
    assert len(found(response() + response(b"a,b\n1,2\n", Content_Type=None)).articles) == 1


def test_an_address_in_angle_brackets_or_with_spaces_is_kept_readable():
    assert found(response(url=f"<{URL}>")).articles[0].fields["url"] == URL


def test_a_damaged_record_does_not_lose_the_next():
    broken = response().replace(b"WARC-Type: response\r\n", b"WARC-Type: response\r\nContent-Length: 9\r\n")
    reading = found(INFO + broken[:200] + b"\r\n" + response(url="https://coast.example/2"))
    assert reading.articles[-1].fields["url"] == "https://coast.example/2"
    assert reading.problems or reading.articles[0].problems


def test_a_wrong_length_is_said_and_reading_goes_on():
    short = response().replace(b"Content-Length: ", b"Content-Length: 1", 1)
    reading = found(response() + short + response(url="https://coast.example/2"))
    assert len(reading.articles) >= 2
    assert reading.problems or any(article.problems for article in reading.articles)


def test_a_page_cut_off_is_kept_and_said():
    reading = found((INFO + response())[:-60])
    assert [problem.problem for problem in reading.articles[0].problems][-1] == "truncated_record"


def test_a_page_packed_in_an_unknown_way_is_a_broken_record():
    reading = found(response() + response(bytes(range(256)) * 9, Content_Encoding="unheard-of"))
    assert len(reading.articles) == 1
    assert [problem.place for problem in reading.problems] == ["record 2"]
    assert reading.broken == 1


def test_a_record_that_unpacks_without_end_is_stopped():
    reading = found(response() + response(gzip.compress(bytes(64 << 20)), Content_Encoding="gzip"))
    assert len(reading.articles) == 1
    assert reading.broken == 1


def test_a_file_without_pages_says_what_it_holds():
    with pytest.raises(Unreadable) as refusal:
        read(Source("a.warc", ".warc", INFO + REQUEST))
    assert refusal.value.problem == "no_articles"
    assert "2 records" in refusal.value.detail


def test_arc_is_read_as_well():
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    head = b"filedesc://a.arc 127.0.0.1 20140216050221 text/plain 70\n1 0 Crawler\n"
    head += b"URL IP-address Archive-date Content-type Archive-length\n\n"
    data = head + f"{URL} 192.0.2.1 20140216050221 text/html {len(http)}\n".encode() + http + b"\n"
    fields = found(data).articles[0].fields
    assert (fields["text"], fields["url"], fields["crawled"]) == (BODY, URL, "2014-02-16T05:02:21Z")


WHOLE = INFO + response() + REQUEST + record("resource", PAGE, "text/html", "https://coast.example/2")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE)), st.binary(max_size=30))
def test_damage_raises_nothing_but_unreadable_and_invents_nothing(start, end, put):
    low, high = sorted((start, end))
    for data in (WHOLE[:low], WHOLE[:low] + put + WHOLE[high:], WHOLE[high:] + WHOLE[:low], put + WHOLE):
        try:
            reading = read(Source("a.warc", ".warc", data))
        except Unreadable:
            continue
        assert len(reading.articles) <= 2
        assert len(reading.articles) == len(reading.places)


def test_the_samples_end_as_expected(shared):
    folder = shared / "samples"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["files"]
    for name, wanted in expected.items():
        if not name.startswith("warc/") or name.endswith(".bad"):
            continue
        data = (folder / name).read_bytes()
        data = unpack(data)[0] if data.startswith(b"\x1f\x8b") else data
        try:
            articles = read(Source("a", "", data)).articles
        except Unreadable:
            articles = []
        assert len(articles) == wanted["articles"], name
        for article, record_ in zip(articles, wanted["records"], strict=True):
            assert article.fields["title"] == record_["title"]
            assert article.fields["crawled"] == record_["crawl_datetime"]
