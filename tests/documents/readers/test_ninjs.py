"""ninjs, versions 1 to 3."""

import json

import pytest

from mediastudy.documents.readers import Unreadable, ninjs
from mediastudy.documents.records import Source

ONE = {
    "uri": "https://coast.example/1",
    "type": "text",
    "versioncreated": "2020-05-03T09:30:00Z",
    "pubstatus": "usable",
    "language": "en-GB",
    "headline": "Harbour opens",
    "byline": "Mara Okhai",
    "copyrightholder": "Coast Press",
    "body_xhtml": "<p>Ships <b>came</b>.</p><p>All cheered.</p>",
}
HTML = (
    "<html><body><article><h1>Harbour opens</h1><div><span>Ports</span><span>CP</span></div><div><figure>"
    "<figcaption>The quay.</figcaption></figure><p>Ships came.</p><p>All cheered.</p></div></article></body></html>"
)
TWO = {
    "uri": "urn:coast:2",
    "versionCreated": "2020-05-03T09:30:00Z",
    "firstCreated": "2020-05-02T09:30:00Z",
    "headlines": [{"role": "short", "value": "Harbour"}, {"role": "main", "value": "Harbour opens"}],
    "descriptions": [{"role": "text", "value": "Ships."}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "Harbour opens\nShips came.\nAll cheered."},
        {"role": "html5", "contentType": "text/html", "value": HTML},
    ],
    "by": "Mara Okhai",
    "subjects": [{"name": "ports"}],
}


def read(value):
    text = value if isinstance(value, str) else json.dumps(value)
    source = Source("a.json", ".json", text.encode("utf-8"))
    assert ninjs.sniff(source) == 0.97
    return ninjs.read(source)


def test_an_item_of_the_first_version_gives_its_columns():
    fields = read(ONE).articles[0].fields
    assert fields["text"] == "Ships came.\n\nAll cheered."
    assert (fields["title"], fields["byline"], fields["outlet"]) == ("Harbour opens", "Mara Okhai", "Coast Press")
    assert (fields["date_raw"], fields["language"], fields["url"]) == (
        "2020-05-03T09:30:00Z", "en", "https://coast.example/1",
    )  # fmt: skip


def test_a_later_item_gives_one_text_without_the_headline_that_its_page_repeats():
    (article,) = read(TWO).articles
    assert article.fields["text"] == "Ships came.\n\nAll cheered."
    assert (article.fields["title"], article.fields["captions"]) == ("Harbour opens", "The quay.")
    assert article.fields["date_raw"] == "2020-05-03T09:30:00Z"
    assert [piece[:2] for piece in article.pieces[:2]] == [("headline", "Harbour opens"), ("furniture", "PortsCP")]


def test_a_plain_text_stays_as_it_is():
    (article,) = read(TWO | {"bodies": TWO["bodies"][:1]}).articles
    assert article.fields["text"] == "Harbour opens\n\nShips came.\n\nAll cheered."


def test_nitf_serves_where_nothing_else_is_there():
    text = "<body><body.content><p>Ships – came.</p></body.content></body>"
    nitf = f"<?xml version='1.0' encoding='UTF-8'?><nitf>{text}</nitf>"
    (article,) = read(TWO | {"bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": nitf}]}).articles
    assert article.fields["text"] == "Ships – came."


def test_a_page_that_holds_less_than_half_of_the_text_is_not_taken():
    teaser = {"contentType": "text/html", "value": "<p>Ships.</p>"}
    (article,) = read(TWO | {"bodies": [TWO["bodies"][0], teaser]}).articles
    assert article.fields["text"].endswith("All cheered.")


def test_a_description_is_never_the_text():
    (article,) = read(TWO | {"bodies": []}).articles
    assert (article.fields["text"], article.fields["abstract"]) == ("", "Ships.")
    assert [problem.problem for problem in article.problems] == ["no_full_text"]


@pytest.mark.parametrize("change", [{"type": "event"}, {"type": "picture"}, {"eventDetails": {}}, {"eventdetails": {}}])
def test_what_is_no_text_is_named_and_skipped(change):
    reading = read(TWO | change)
    assert reading.articles == []
    assert [problem.problem for problem in reading.problems] == ["skipped_item"]


def test_a_list_and_lines_and_an_envelope_are_read():
    for text in (json.dumps([ONE, TWO]), f"{json.dumps(ONE)}\n{json.dumps(TWO)}", json.dumps({"items": [ONE, TWO]})):
        assert [article.fields["title"] for article in read(text).articles] == ["Harbour opens"] * 2


def test_a_key_that_comes_twice_does_no_harm():
    text = json.dumps(ONE)[:-1] + ', "renditions": {"a": 1, "a": 2}, "urgency": 1, "urgency": 2}'
    assert len(read(text).articles) == 1


def test_a_file_that_breaks_off_says_so():
    with pytest.raises(Unreadable) as refusal:
        read(json.dumps(TWO)[:-40])
    assert refusal.value.problem == "no_articles"


def test_the_samples_give_one_text_each(shared):
    folder = shared / "samples" / "ninjs"
    for path in folder.glob("*/*.json"):
        reading = ninjs.read(Source(path.name, ".json", path.read_bytes()))
        skipped = "event" in path.name or "press-conference" in path.name
        assert len(reading.articles) == (0 if skipped else 1), path.name
