"""Pages saved as text, in layouts of many sites; every text here is invented."""

import re
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.cleaning import clean

NEWSPAPER = """The Harbour Courier
Home | News | Sport | Opinion
WORLD

Ferry strike enters second week

By Ines Tarrant and Joel Abara

Published: 14:05 GMT, 3 March 2019 | Updated: 18:22 GMT, 4 March 2019

Share | Print | Email

PORT VELDE (Reuters) - Ferry crews in Port Velde said on Sunday they would stay out for a second week.

Advertisement

"We have nothing to lose," said union leader Mara Quist. Source: a union statement says talks failed.

Photo: Striking crews gather at the terminal.

QUIST: I said what I said.

- more pay
- fewer nights

Read more: Who are the ferry crews?

(Reporting by Ines Tarrant; Editing by Joel Abara)

Related stories
Ferry firm posts record profit
Bridge plan shelved

© 2019 The Harbour Courier. All rights reserved.
Back to top
"""

BARS = """Regional development fund launched in Norsk province
By LI NA | Norland Daily | Updated: 2020-07-14 09:12
Officials launch the fund in Norsk on Monday. [Photo/Norland News Agency]
The Norsk provincial government launched a regional development fund on Monday, officials said.
The fund will help the province, Governor Pål Ek said.
Copyright 1995 - 2020 . All rights reserved."""

CHINESE = """首页 > 新闻 > 国内

南岭港口今日正式开放

2021年5月3日 09:30   来源：新华社   编辑：李明

新华社南岭5月3日电（记者 王芳）南岭港口3日正式开放，市长陈志远出席开放仪式并讲话。

陈志远说，港口将促进当地经济发展。

图为南岭港口。 新华社记者 王芳 摄

【责任编辑：李明】
分享到：微信 微博
"""

GERMAN = """Startseite » Politik

Minister eröffnet neuen Hafen

Von Anna Kurz

Stand: 27. Februar 2012, 14:30 Uhr

Portstadt (dpa) - Der Minister für Verkehr, Karl Lang, hat am Montag den neuen Hafen eröffnet.

Foto: Peter Klein/dpa

Teilen | Drucken
Nach oben
"""


def kinds(article):
    return [piece.kind for piece in article.pieces]


def test_a_newspaper_page_gives_up_its_parts():
    article = clean(NEWSPAPER)
    assert article.fields["title"] == "Ferry strike enters second week"
    assert article.fields["byline"] == "Ines Tarrant and Joel Abara"
    assert article.fields["date_raw"] == "14:05 GMT, 3 March 2019"
    assert article.fields["outlet"] == "The Harbour Courier"
    assert article.fields["agency"] == "Reuters"
    assert article.fields["dateline"] == "PORT VELDE"
    assert article.fields["captions"] == "Photo: Striking crews gather at the terminal."
    assert article.fields["text"].split("\n\n") == [
        "Ferry crews in Port Velde said on Sunday they would stay out for a second week.",
        '"We have nothing to lose," said union leader Mara Quist. Source: a union statement says talks failed.',
        "QUIST: I said what I said.",
        "- more pay",
        "- fewer nights",
    ]


def test_bars_set_writer_outlet_and_date_apart():
    fields = clean(BARS).fields
    assert fields["title"] == "Regional development fund launched in Norsk province"
    assert (fields["byline"], fields["outlet"], fields["date_raw"]) == ("LI NA", "Norland Daily", "2020-07-14 09:12")
    assert fields["captions"] == "Officials launch the fund in Norsk on Monday. [Photo/Norland News Agency]"
    assert len(fields["text"].split("\n\n")) == 2


def test_a_chinese_page_gives_up_its_parts():
    article = clean(CHINESE)
    assert article.fields["title"] == "南岭港口今日正式开放"
    assert article.fields["outlet"] == "Xinhua"
    assert article.fields["date_raw"] == "2021年5月3日 09:30"
    assert article.fields["dateline"] == "南岭5月3日"
    assert article.fields["captions"] == "图为南岭港口。 新华社记者 王芳 摄"
    assert article.fields["text"].startswith("南岭港口3日正式开放")
    assert article.fields["text"].endswith("发展。")
    assert kinds(article) == ["section", "title", "date", "dateline", "caption", "credit", "furniture"]


def test_a_german_page_gives_up_its_parts():
    fields = clean(GERMAN).fields
    assert fields["title"] == "Minister eröffnet neuen Hafen"
    assert (fields["byline"], fields["agency"], fields["dateline"]) == ("Anna Kurz", "dpa", "Portstadt")
    assert fields["date_raw"] == "27. Februar 2012, 14:30 Uhr"
    assert fields["text"] == "Der Minister für Verkehr, Karl Lang, hat am Montag den neuen Hafen eröffnet."


def test_a_text_without_furniture_is_left_whole():
    text = "Rain fell on the valley for the third day.\n\nThe river rose by two metres, the water board said."
    article = clean(text)
    assert article.fields["text"] == text
    assert article.pieces == []
    assert "title" not in article.fields


def test_speech_turns_are_no_headline_and_no_dateline():
    text = "PRIME MINISTER: Good morning.\n\nJOURNALIST: What about the ports?\n\nPRIME MINISTER: They are open."
    article = clean(text)
    assert article.fields["text"] == text
    assert article.pieces == []


def test_lines_broken_for_width_are_joined_and_a_split_word_is_whole_again():
    paragraph = (
        "The old mill on the river Velde will become a museum of weaving, the council decided on Monday night after "
        "a debate of three hours in which every party spoke about assistance and none was satisfied with the others."
    )
    wrapped = "\n".join(textwrap.wrap(paragraph, 60)).replace("about assistance", "about assis-\ntance")
    text = f"{wrapped}\n\n" + "\n".join(textwrap.wrap("It asked for assistance. " + paragraph, 60))
    first = clean(text).fields["text"].split("\n\n")[0]
    assert "\n" not in first
    assert first.startswith("The old mill on the river Velde will become a museum of weaving")


def test_invisible_characters_are_repaired_and_line_ends_are_one_kind():
    article = clean("The har\u00adbour\u00a0opened\u200b today.\r\n\r\nShips came.\r\n")
    assert article.fields["text"] == "The harbour opened today.\n\nShips came."


def test_the_headline_repeated_with_the_site_is_no_body():
    article = clean("Harbour opens | Coast Daily\n\nHarbour opens\n\nThe harbour opened on Monday.")
    assert article.fields["title"] == "Harbour opens"
    assert article.fields["text"] == "The harbour opened on Monday."


def test_a_known_title_is_looked_for_and_nothing_else_is_taken_for_one():
    article = clean("Officials hail ten years\n\nThe harbour opened on Monday.", title="Harbour opens")
    assert article.fields["title"] == "Harbour opens"
    assert article.fields["text"].startswith("Officials hail ten years")


def test_the_dateline_year_is_offered_only_where_it_is_printed():
    with_year = clean("PORTO ALBA, May 3, 2001 -- Ships came in.")
    without = clean("PORTO ALBA, May 3 -- Ships came in.")
    assert with_year.fields["dateline_date"] == "May 3, 2001"
    assert "dateline_date" not in without.fields


def test_links_to_other_articles_go_only_if_nothing_but_links_follows():
    kept = clean("The harbour opened.\n\nShips came.\n\nRelated stories\n\nThe mayor then told one more story.")
    assert "Related stories" in kept.fields["text"]


def test_nothing_at_all_is_an_empty_text():
    assert clean("").fields["text"] == ""
    assert clean(" \n\u00a0\n").pieces == []


def letters(text):
    return sorted(re.sub(r"[\W_]", "", text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*NEWSPAPER.split("\n"), *CHINESE.split("\n"), *BARS.split("\n"), ""]), max_size=25))
def test_whatever_the_order_of_lines_nothing_is_lost(lines):
    raw = "\n".join(lines)
    article = clean(raw)
    together = article.fields["text"] + "".join(piece.text for piece in article.pieces)
    assert letters(together) == letters(raw)


def test_the_name_of_the_agency_above_the_headline_is_the_outlet():
    article = clean(
        "COAST NEWS AGENCY - ENGLISH SERVICE\n\nHarbour opens after ten years\n\nDate: 1994-07-14\n\n"
        "PORTO ALBA, July 14, 1994 (CNA) -- Ships came in on Thursday."
    )
    assert article.fields["outlet"] == "Coast News Agency"
    assert article.fields["title"] == "Harbour opens after ten years"
    assert article.fields["date_raw"] == "1994-07-14"
    assert kinds(article) == ["host", "title", "date", "dateline"]


def test_a_heading_of_numbers_or_an_announcement_is_no_headline():
    article = clean("12.10.01\n\nPorto Alba today released the following statement to the press:\n\nShips came in.")
    assert "title" not in article.fields
    assert "statement" in article.fields["text"]


def test_the_name_of_an_agency_below_the_headline_is_a_credit():
    fields = clean("Harbour opens after ten years\n\nReuters\n\nShips came in on Thursday.").fields
    assert (fields["agency"], fields["outlet"]) == ("Reuters", None)
    assert fields["text"] == "Ships came in on Thursday."


def test_a_turn_whose_speaker_stands_alone_is_no_headline():
    text = "JOURNALIST:\n\nWhen will the harbour open?\n\nMAYOR:\n\nIn May, I hope."
    article = clean(text)
    assert article.fields["text"] == text
    assert article.pieces == []


def test_a_headline_with_a_colon_is_no_turn():
    fields = clean("Around Velde: A harbour comes back\n\n3 May 2024\n\nShips came in on Friday.").fields
    assert fields["title"] == "Around Velde: A harbour comes back"
    assert fields["date_raw"] == "3 May 2024"


def test_a_sentence_broken_over_lines_is_no_headline():
    text = "I was delighted to declare the road from Velde\nto the harbour open this afternoon.\nIt is a good road."
    article = clean(text)
    assert "title" not in article.fields
    assert article.fields["text"].replace("\n\n", " ") == text.replace("\n", " ")


def test_a_date_below_the_lead_is_found_and_the_lead_kept():
    fields = clean(
        "Harbour opens after ten years\n\nThe mayor was late.\n\nBy Ann Lee\n\nPublished On 3 May 2024\n\nShips came."
    ).fields
    assert (fields["date_raw"], fields["byline"]) == ("3 May 2024", "Ann Lee")
    assert fields["text"] == "The mayor was late.\n\nShips came."


def test_what_an_office_says_of_itself_below_its_end_mark_is_no_body():
    article = clean(
        "FOR IMMEDIATE RELEASE\n\nMay 3, 2024\n\nContact: Ann Lee\n\nHarbour opens after ten years\n\n"
        "VELDE, May 3 -- Ships came in on Friday, and the mayor welcomed their crews with bread and salt.\n\n"
        "###\n\nAbout the port\n\nThe port of Velde was founded in 1901."
    )
    assert article.fields["title"] == "Harbour opens after ten years"
    assert article.fields["text"].endswith("bread and salt.")


def test_text_below_a_mark_stays_if_it_is_the_longer_part():
    assert "Ships" in clean("Harbour opens\n\n###\n\nShips came in on Friday, and the mayor was late.").fields["text"]


def test_a_ministry_at_the_head_of_its_page_is_host_and_outlet_unless_a_source_is_named():
    page = "Ministry of Harbours of Velde\n\nMinister opens the harbour\n\n{}3 May 2024\n\nShips came in on Friday."
    own, other = clean(page.format("")).fields, clean(page.format("Source: Coast Daily | ")).fields
    assert own["title"] == other["title"] == "Minister opens the harbour"
    assert (own["host"], own["outlet"]) == ("Ministry of Harbours of Velde",) * 2
    assert (other["host"], other["outlet"]) == ("Ministry of Harbours of Velde", "Coast Daily")


def test_initials_disclaimers_and_comment_forms_at_the_end_are_no_body():
    tail = "Bo Ray in Velde contributed to this report.\n\nab/cd (AFP, Reuters)\n\nTags: ports, ships\n\n3 Comments"
    article = clean(f"Harbour opens after ten years\n\nShips came in on Friday.\n\nThe mayor was late.\n\n{tail}")
    assert article.fields["text"] == "Ships came in on Friday.\n\nThe mayor was late."


def test_labelled_lines_fill_their_columns():
    fields = clean(
        "May 3, 2024 Friday\n\nSECTION: NEWS; Pg. 4\n\nLENGTH: 20 words\n\nHEADLINE: Harbour opens\n\n"
        "BYLINE: Ann Lee\n\nShips came in on Friday.\n\nLOAD-DATE: May 4, 2024"
    ).fields
    assert (fields["title"], fields["section"], fields["byline"]) == ("Harbour opens", "NEWS; Pg. 4", "Ann Lee")
    assert (fields["date_raw"], fields["text"]) == ("May 3, 2024", "Ships came in on Friday.")


@pytest.mark.parametrize(
    "line",
    [
        "I was glad to\n\nshare this occasion with you tonight.",
        "E&O E............ Mr Katz, Mr Foxlee, other guests, ladies and gentlemen.",
        "(c) The blockade of the ports or coasts of a State by the forces of another State;",
        "JOEL ABARA MP – MEMBER FOR PORTO ALBA: Welcome to the coast, it is good to see you here today.",
        "More is said at www.harbour.example.au/news",
        "Today I announce that the harbour office will help to search for the wreck of the VELDE II.",
        "Today is the 4th of December 2009.",
        "For more information, owners of boats should ring the harbour office or visit its website.",
    ],
)
def test_sentences_that_look_like_furniture_stay(line):
    for text in (f"The harbour opened on Monday.\n\n{line}", f"The harbour opened.\n\n{line}\n\nShips came at noon."):
        assert line in clean(text).fields["text"]


def test_a_sentence_alone_that_ends_in_capitals_is_text_and_no_headline():
    line = "Today I announce that the harbour office will help to search for the wreck of the VELDE II."
    assert clean(line).fields["text"] == line


def test_broken_lines_of_text_below_an_end_mark_are_no_links():
    lines = [
        "Thank you.",
        "[ends]",
        "We spend a lot on those who can't",
        "help themselves, and it is",
        "well spent, or so",
        "they say.",
    ]
    text = clean("The harbour opened on Monday, and this is what was said of it.\n\n" + "\n\n".join(lines)).fields[
        "text"
    ]
    assert text.endswith("they say.")


def test_a_headline_below_the_menu_is_preferred_to_the_motto_above_it():
    lines = [
        "Valley Notes",
        "Stories from the upper valley",
        "Menu",
        "Home",
        "How a school was kept open",
        "The bus came.",
    ]
    assert clean("\n\n".join(lines)).fields["title"] == "How a school was kept open"


def test_a_name_behind_a_committee_is_a_headline_and_no_masthead():
    headline = "Abara And Senate Harbour Committee Complete Work On Four Bills"
    assert clean(f"{headline}\n\nBy Ann Lee\n\nThe work is done.").fields["title"] == headline
