from mediastudy.documents.readers import web_page
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
