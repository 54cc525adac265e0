import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.readers import Unreadable, web_page
from mediastudy.documents.records import Source

TEXT = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The harbour of Velde opened on Friday after ten years of work, and the first ships came in at noon.",
        "Mayor Ann Lee was late because her own ferry had been held up by the fog that lay over the bay.",
        "Fishermen from three villages cheered when the lamps of the new pier were lit for the first time.",
    )
)


def fields_of(head, above, text=TEXT):
    body = f"<div>Today 1 June 2030</div>{above}<div>{text}</div>"
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return web_page.read(Source("a.html", ".html", page.encode())).articles[0].fields


def test_source_and_time_are_read_between_headline_and_text():
    fields = fields_of(
        '<title>Harbour opens</title><meta name="publishdate" content="2024-05-03">',
        "<h1>Harbour opens</h1><div><span>Source: Coast Daily</span> <span>2024-05-03 10:04:00</span></div>",
    )
    assert (fields["date_raw"], fields["outlet"]) == ("2024-05-03 10:04:00", "Coast Daily")


def test_a_date_of_another_day_does_not_replace_the_one_in_the_head():
    fields = fields_of(
        '<title>Harbour opens</title><meta name="publishdate" content="2024-05-03">',
        "<h1>Harbour opens</h1><div>4 May 2024 09:00</div>",
    )
    assert fields["date_raw"] == "2024-05-03"


def test_a_table_that_lays_out_the_page_keeps_its_lines_apart():
    lines = TEXT.replace("<p>", "").replace("</p>", "<br><br>")
    fields = fields_of("<title>Harbour opens</title>", "", f"<table><tr><td>{lines}</td></tr></table>")
    assert "|" not in fields["text"]
    assert fields["text"].count("\n\n") == 2


def article_of(body, head="<title>Harbour opens</title>"):
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return web_page.read(Source("a.html", ".html", page.encode())).articles[0]


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 100_000 + f"<h1>Harbour opens</h1>{TEXT}",
        "<html><body><p>First of all.</p>" + "<div>" * 100_000 + TEXT + "</div>" * 100_000 + "<p>Last of all.</p>",
        "<html>" + "<b>" * 50_000 + TEXT,
        "<html>" + "<ul><li>" * 30_000 + TEXT,
        "<html>" + "<table><tr><td>" * 5_000 + TEXT,
        "<html>" + "<span>word " * 100_000,
        "<html>" + "<p>The harbour opened on Monday.</p>" * 8_000,
        "<html><p>" + "word " * 200_000,
        "<html>" + "<" * 200_000,
        "<html>" + "<div>word " * 100_000,
    ],
    ids=[
        "divs",
        "divs between",
        "bold",
        "lists",
        "tables",
        "spans",
        "paragraphs",
        "one paragraph",
        "brackets",
        "words",
    ],
)
def test_no_page_takes_more_than_five_seconds_and_deep_text_is_read(page):
    begun = time.perf_counter()
    try:
        article = web_page.read(Source("a.html", ".html", page.encode())).articles[0]
    except Unreadable:
        article = None
    assert time.perf_counter() - begun < 5
    if TEXT in page:
        assert "Mayor Ann Lee was late" in article.fields["text"]
        assert "deep_page" in [problem.problem for problem in article.problems]


def test_a_lead_between_headline_and_text_belongs_to_the_article():
    lead = "Ten years late and over budget, the harbour of Velde is open at last to ships from the islands."
    article = article_of(
        f"<div><h1>Harbour opens</h1><div class='intro'>{lead}</div></div><div><div>{TEXT}</div></div>"
    )
    assert article.fields["text"].startswith(lead)


def test_captions_of_the_article_stand_apart_and_those_of_other_articles_are_furniture():
    figure = "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>"
    teasers = "".join(
        f"<div><a href='/{n}'>Story {n}</a>{figure.format(f'A picture of story {n}')}</div>" for n in range(9)
    )
    article = article_of(f"<h1>Harbour opens</h1>{figure.format('Ships before the pier')}{TEXT}<div>{teasers}</div>")
    assert article.fields["captions"].split("\n")[0] == "Ships before the pier"
    assert "story 8" not in article.fields["captions"]
    assert "pier</figcaption" not in article.fields["text"]


def test_dates_of_comments_and_of_changes_are_not_the_day_of_publication():
    comment = "<div id='comments'><p>Great.</p><time datetime='2024-06-09'>June 9, 2024</time></div>"
    assert "date_raw" not in article_of(f"<h1>Harbour opens</h1>{TEXT}{comment}").fields
    changed = article_of(
        f"<h1>Harbour opens</h1>{TEXT}<p>This page was last modified on 4 November 2020, at 19:23.</p>"
    )
    assert "date_raw" not in changed.fields


def test_the_outlet_is_the_source_the_publisher_or_the_site_in_this_order():
    linked = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"@type": "Organization",'
        ' "name": "Velde Post"}}</script>'
    )
    site = '<meta property="og:site_name" content="Coast Portal">'
    assert fields_of(f"<title>Harbour opens</title>{site}", "")["outlet"] == "Coast Portal"
    assert fields_of(f"<title>Harbour opens</title>{site}{linked}", "")["outlet"] == "Velde Post"
    source = "<h1>Harbour opens</h1><div>Source: Coast Daily</div>"
    assert fields_of(f"<title>Harbour opens</title>{site}{linked}", source)["outlet"] == "Coast Daily"


def test_an_address_of_a_known_agency_names_the_outlet():
    fields = fields_of('<title>Harbour opens</title><link rel="canonical" href="https://english.news.cn/1/c.html">', "")
    assert (fields["host"], fields["outlet"]) == ("english.news.cn", "Xinhua")


PAGE = (
    "<!DOCTYPE html><html><head><title>Harbour opens</title></head><body><h1>Harbour opens</h1>"
    f"<table><tr><td>{TEXT}</td></tr></table><!-- end --></body></html>"
).encode()


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(PAGE)),
    st.integers(0, len(PAGE)),
    st.sampled_from([b"", b"<", b"\x00", b"<!--", b"]]>", b"\xff\xfe", b"<?pi ", b"&#0;"]),
)
def test_a_damaged_page_is_read_or_refused(start, end, put):
    data = PAGE[:start] + put + PAGE[end:]
    try:
        articles = web_page.read(Source("a.html", ".html", data)).articles
    except Unreadable:
        return
    assert len(articles) == 1


@pytest.mark.parametrize(
    "element",
    [
        "<p>Last updated by <a href='#'>Ann</a>, <time datetime='2018-11-29'>Nov 29, 2018</time></p>",
        "<p>Updated: <time datetime='2018-11-29'>Nov 29, 2018</time></p>",
        "<p><time itemprop='dateModified' datetime='2018-11-29'>Nov 29, 2018</time></p>",
        "<p><time class='updated' datetime='2018-11-29'>Nov 29, 2018</time></p>",
    ],
    ids=["sentence", "label", "property", "class"],
)
def test_the_time_of_a_change_is_no_day_of_publication(element):
    article = article_of(f"<h1>Harbour opens</h1>{TEXT}{element}")
    assert "date_raw" not in article.fields
    assert [problem.problem for problem in article.problems] == ["only_update_date"]


def test_a_time_marked_as_published_and_updated_is_the_day_of_publication():
    time_element = "<time class='entry-date published updated' datetime='2018-11-29'>Nov 29, 2018</time>"
    assert article_of(f"<h1>Harbour opens</h1>{time_element}{TEXT}").fields["date_raw"] == "Nov 29, 2018"


def test_elements_that_touch_are_told_apart_but_words_are_not_cut():
    line = "<p><span>By Ann Lee</span><span>Published: May 14, 2023 10:36 PM</span></p>"
    fields = article_of(
        f"<h1>Harbour opens</h1>{line}{TEXT}<p><b>T</b><i>he</i> pier has 20 m<sup>2</sup> of glass.</p>"
    ).fields
    assert (fields["byline"], fields["date_raw"]) == ("Ann Lee", "May 14, 2023 10:36 PM")
    assert fields["text"].endswith("The pier has 20 m2 of glass.")


def test_an_agency_beside_the_date_is_credited_on_the_site_of_another():
    site = '<title>Harbour opens</title><meta property="og:site_name" content="Coast Times">'
    fields = fields_of(site, "<h1>Harbour opens</h1><div>Reuters / May 3, 2024, 14:12</div>")
    assert (fields["outlet"], fields["agency"]) == ("Coast Times", "Reuters")


def test_lines_taken_before_the_headline_and_headings_of_other_articles_are_no_text():
    above = "<div><p>第04版：要闻</p><p>2022年08月30日 星期二</p></div>"
    fields = article_of(f"{above}<h1>Harbour opens</h1>{TEXT}<h3>Related articles</h3>").fields
    assert fields["text"].startswith("The harbour of Velde")
    assert "Related" not in fields["text"]
    assert fields["date_raw"] == "2022年08月30日"
