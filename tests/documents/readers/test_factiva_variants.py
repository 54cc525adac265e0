"""Factiva's exports as they vary: layouts, interfaces, languages of articles, and damage.

Built from descriptions of the format and from what public programs that read it expect; no vendor's file was at hand.
Each builder returns the file and, article by article, what a reader of the page would say that it holds.
"""

import io
import random

import pytest

import mediastudy as ms
from mediastudy.documents.readers import Unreadable, factiva_docx, factiva_html, factiva_rtf, factiva_text, factiva_xml
from mediastudy.documents.records import Source

BODY = ("Ships came to Porto Alba on Monday.", "The mayor said the harbour would stay open.")
TEXT = "Ships came to Porto Alba on Monday.\n\nThe mayor said the harbour would stay open."
HEAD = (
    '<html>\n<head>\n\t<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>\n\t<title>Factiva</title>\n'
    '<style type="text/css">.articleParagraph{margin:0;}</style></head>\n<body>\n<div id="contentWrapper">\n'
)
FOOT = '\n</div>\n<div class="footer">&copy; 2018 Factiva, Inc. All rights reserved.</div></body>\n</html>'


def number(serial=1, code="COAST"):
    """A record's number as Factiva makes them: 25 characters with the day of loading in it."""
    return f"{code.lower():0<9}"[:9] + f"20181008ee{serial:06d}"[:16]


def page(*articles, head=HEAD, foot=FOOT, encoding="utf-8"):
    """The page around articles."""
    return (head + "\n".join(articles) + foot).encode(encoding)


def article(
    *divs, lang="en", title="Harbour opens", above=(), author="", credit="", body=BODY, word="Document", serial=1
):
    """An article in the plain layout, as the pages of some hundred articles have it."""
    before = "".join(f"<div>{text}\n</div>" for text in above)
    who = f'<div class="author">{author}\n</div>' if author else ""
    beside = f"<div>{credit}\n</div>" if credit else ""
    paragraphs = "\n".join(f'<p class="articleParagraph {lang}articleParagraph">\n{text}\n</p>' for text in body)
    return (
        f'<div id="article-{number(serial)}" class="article" ><div class="article {lang}Article"><p>\n{before}'
        f"<div id=\"hd\" ><span class='{lang}Headline'> {title} \n</span>\n</div>{who}{beside}"
        + "".join(f"<div>{text}\n</div>" for text in divs)
        + f"</p>\n{paragraphs}\n<p>{word} {number(serial)}\n</p></div></div><br/><span></span>\n"
    )


def table(lang="en", after="", **rows):
    """An article in the layout of codes."""
    cells = "".join(
        f'<tr><td class="index" align="right" valign="top"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>\n'
        for code, value in rows.items()
    )
    return f'<div class="article {lang}Article"><table width="100%">\n{cells}</table>{after}</div><br/>\n'


def paragraph(*texts, lang="en"):
    """Paragraphs as a cell of a body holds them."""
    return "".join(f'<p class="articleParagraph {lang}articleParagraph">{text}</p>\n' for text in texts)


ENGLISH = ("877 words", "13 November 2017", "Coast Daily", "COAST", "English", "(c) 2017 Coast Daily Ltd.")
USUAL = {
    "title": "Harbour opens",
    "date": "2017-11-13",
    "outlet": "Coast Daily",
    "byline": None,
    "section": None,
    "language": "en",
    "text": TEXT,
    "record": number(),
    "length_stated": "877",
    "host": "Factiva",
}


def newspaper_of_1993():
    """Section, writers in capitals, a credit, edition, page and desk; bytes of Windows-1252."""
    first = article(
        *("1,033 words", "1 January 1993", "The Coast Times", "CTIM", "Late Edition - Final", "1", "English"),
        "(c) 1993 Coast Times Company",
        above=("National Desk; Section A",),
        author="By MARA OKHAI",
        credit="Special to The Coast Times",
        title="Harbour Opens; Mayor Says Caf\u00e9s Will Stay",
    )
    second = article(
        *("88 words", "2 January 1993", "The Coast Times", "CTIM", "English", "(c) 1993 Coast Times Company"),
        title="CORRECTION",
        serial=2,
    )
    return page(first, second, encoding="cp1252"), [
        {
            "title": "Harbour Opens; Mayor Says Cafés Will Stay",
            "date": "1993-01-01",
            "outlet": "The Coast Times",
            "byline": "MARA OKHAI",
            "section": "National Desk; Section A",
            "edition": "Late Edition - Final",
            "pages": "1",
            "language": "en",
            "length_stated": "1033",
            "text": TEXT,
            "record": number(),
        },
        {"title": "CORRECTION", "date": "1993-01-02", "byline": None, "section": None, "text": TEXT},
    ]


def column_and_section():
    """The name of a column stands above the section, as the order of the codes has it: CLM, SE, HD."""
    data = page(article(*ENGLISH, above=("THE WEEK IN PORTS", "Weekend")))
    return data, [{**USUAL, "section": "Weekend"}]


def wire_with_time():
    """A wire's article: the time below the date, no page, a dateline that stays in the text."""
    body = ("PORTO ALBA, Oct 7 (Harbour Wire) - Ships came.", "((Keywords: PORT/ALBA))")
    data = page(article("312 words", "7 October 2018", "05:59 PM", "Harbour Wire", "HWIRE", *ENGLISH[4:], body=body))
    return data, [
        {
            **USUAL,
            "date": "2018-10-07T17:59:00",
            "outlet": "Harbour Wire",
            "text": "\n\n".join(body),
            "length_stated": "312",
        }
    ]


def wire_with_zone():
    """The time with its zone."""
    data = page(article("312 words", "7 October 2018", "17:04 GMT", "Harbour Wire", "HWIRE", *ENGLISH[4:]))
    return data, [{**USUAL, "date": "2018-10-07T17:04:00", "outlet": "Harbour Wire", "length_stated": "312"}]


def german_interface():
    """German interface, articles in German and English."""
    first = article(
        *("1.234 Wörter", "9 März 1993", "Küstenblatt", "KUEBL", "18", "Deutsch", "(c) 1993 Küstenblatt GmbH"),
        lang="de",
        word="Dokument",
        author="Von Mara Okhai",
        title="Der Hafen öffnet.",
        above=("POLITIK",),
    )
    second = article(
        *("1 Wort", "31 Dezember 2004", "07:30", "Coast Daily", "COAST", "Englisch", "Copyright 2004 Coast Daily"),
        word="Dokument",
        serial=2,
    )
    return page(first, second), [
        {
            "title": "Der Hafen öffnet.",
            "date": "1993-03-09",
            "outlet": "Küstenblatt",
            "byline": "Mara Okhai",
            "section": "POLITIK",
            "pages": "18",
            "language": "de",
            "length_stated": "1234",
            "text": TEXT,
        },
        {"date": "2004-12-31T07:30:00", "language": "en", "length_stated": "1", "outlet": "Coast Daily"},
    ]


def french_interface():
    """French interface; thousands set apart by a no-break space, a narrow one, none."""
    spaces = ("1\u00a0234 mots", "1\u202f234 mots", "1 234 mots", "1234 mots")
    articles = [
        article(
            *(length, "29 décembre 2011", "Le Courrier du Port", "COURP", "26", "Français"),
            "Copyright 2011 Le Courrier. Tous droits réservés.",
            lang="fr",
            author="Par Mara Okhai",
            serial=serial,
        )
        for serial, length in enumerate(spaces, start=1)
    ]
    wanted = {
        "date": "2011-12-29",
        "outlet": "Le Courrier du Port",
        "byline": "Mara Okhai",
        "pages": "26",
        "language": "fr",
        "length_stated": "1234",
        "text": TEXT,
        "title": "Harbour opens",
    }
    return page(*articles), [wanted] * 4


def spanish_interface():
    """Spanish interface, in both forms of the date."""
    heads = (
        ("1.234 palabras", "7 octubre 2018"),
        ("56 palabras", "7 de octubre de 2018"),
        ("1 palabra", "7 oct. 2018"),
    )
    articles = [
        article(
            *(*head, "El Faro de Alba", "FARO", "Español", "(c) 2018 El Faro. Todos los derechos reservados"),
            lang="es",
            word="Documento",
            serial=serial,
        )
        for serial, head in enumerate(heads, start=1)
    ]
    wanted = {"date": "2018-10-07", "outlet": "El Faro de Alba", "language": "es", "text": TEXT}
    return page(*articles), [{**wanted, "length_stated": words} for words in ("1234", "56", "1")]


def italian_portuguese_and_dutch():
    """Interfaces that state lengths as parole, palavras and woorden."""
    articles = [
        article(
            "1.234 parole",
            "7 ottobre 2018",
            "Il Molo",
            "MOLO",
            "Italiano",
            "(c) 2018 Il Molo",
            lang="it",
            word="Documento",
        ),
        article(
            "1.234 palavras",
            "7 março 2018",
            "O Cais",
            "CAIS",
            "Português",
            "(c) 2018 O Cais",
            lang="pt",
            word="Documento",
            serial=2,
        ),
        article(
            "1.234 woorden",
            "7 mei 2018",
            "De Havenbode",
            "HAVEN",
            "Nederlands",
            "(c) 2018 De Havenbode",
            lang="nl",
            serial=3,
        ),
    ]
    wanted = {"length_stated": "1234", "text": TEXT, "title": "Harbour opens"}
    return page(*articles), [
        {**wanted, "date": "2018-10-07", "outlet": "Il Molo", "language": "it"},
        {**wanted, "date": "2018-03-07", "outlet": "O Cais", "language": "pt"},
        {**wanted, "date": "2018-05-07", "outlet": "De Havenbode", "language": "nl"},
    ]


def russian_interface():
    """Russian interface: months in the genitive and in the nominative."""
    head = ("Портовая газета", "PORTG", "Русский", "(c) 2018 Портовая газета")
    articles = [
        article("1 234 слова", "7 октября 2018", *head, lang="ru", word="Документ", body=("Корабли пришли.",)),
        article("8 слов", "7 Октябрь 2018", *head, lang="ru", word="Документ", body=("Корабли пришли.",), serial=2),
    ]
    wanted = {"date": "2018-10-07", "outlet": "Портовая газета", "language": "ru", "text": "Корабли пришли."}
    return page(*articles), [{**wanted, "length_stated": "1234"}, {**wanted, "length_stated": "8"}]


def chinese_interface():
    """Chinese interface: spaces in the date, with and without the time, in simplified and traditional characters."""
    articles = [
        article(
            "8,165 字",
            "2018 年 10 月 7 日 17:04",
            "Küstenblatt",
            "KUEBL",
            "18",
            "德文",
            "(c) 2018 Küstenblatt",
            lang="de",
            word="文件",
        ),
        article(
            "8165 字",
            "2018 年 10 月 7 日",
            "海岸日报",
            "COASTD",
            "A01",
            "中文 - 简体",
            "版权所有 海岸日报 2018",
            lang="zhcn",
            word="文件",
            title="港口开放",
            body=("港口今天开放。",),
            serial=2,
        ),
        article(
            "165 字",
            "2018 年 10 月 7 日",
            "海岸日報",
            "COASTT",
            "第 A01 版",
            "中文 - 繁體",
            "著作權 海岸日報",
            lang="zhtw",
            word="文件",
            title="港口開放",
            body=("港口今天開放。",),
            serial=3,
        ),
        article(
            "165 个字",
            "2018年10月7日",
            "海岸日报",
            "COASTD",
            "简体中文",
            "Copyright 2018, 海岸日报",
            lang="zhcn",
            word="文档",
            title="港口开放",
            body=("港口今天开放。",),
            serial=4,
        ),
    ]
    return page(*articles), [
        {
            "date": "2018-10-07T17:04:00",
            "outlet": "Küstenblatt",
            "pages": "18",
            "language": "de",
            "length_stated": "8165",
            "text": TEXT,
        },
        {
            "date": "2018-10-07",
            "outlet": "海岸日报",
            "pages": "A01",
            "language": "zh",
            "title": "港口开放",
            "text": "港口今天开放。",
        },
        {
            "date": "2018-10-07",
            "outlet": "海岸日報",
            "pages": "第 A01 版",
            "language": "zh",
            "title": "港口開放",
            "text": "港口今天開放。",
        },
        {"date": "2018-10-07", "outlet": "海岸日报", "language": "zh", "edition": None, "text": "港口今天开放。"},
    ]


def japanese_and_korean_interface():
    """Lengths in the signs and words of Japanese and Korean."""
    articles = [
        article(
            "1,234 文字",
            "2018年10月7日 17:04",
            "港新聞",
            "MINATO",
            "日本語",
            "(c) 2018 港新聞社",
            lang="ja",
            word="ドキュメント",
            title="港が開く",
            body=("船が来た。",),
        ),
        article("1,234 語", "2018年10月7日", "港新聞", "MINATO", "英語", "(c) 2018 港新聞社", word="文書", serial=2),
        article(
            "1,234 단어",
            "2018년 10월 7일",
            "항구일보",
            "HANGU",
            "한국어",
            "(c) 2018 항구일보",
            lang="ko",
            word="문서",
            title="항구가 열리다",
            body=("배가 왔다.",),
            serial=3,
        ),
    ]
    return page(*articles), [
        {
            "date": "2018-10-07T17:04:00",
            "outlet": "港新聞",
            "language": "ja",
            "title": "港が開く",
            "text": "船が来た。",
            "length_stated": "1234",
            "edition": None,
        },
        {
            "date": "2018-10-07",
            "outlet": "港新聞",
            "language": "en",
            "text": TEXT,
            "record": number(2),
            "edition": None,
        },
        {
            "date": "2018-10-07",
            "outlet": "항구일보",
            "language": "ko",
            "title": "항구가 열리다",
            "text": "배가 왔다.",
            "record": number(3),
            "edition": None,
        },
    ]


def articles_in_many_languages():
    """English interface, articles of every language that was seen in exports."""
    languages = {
        "fi": "Finnish",
        "sv": "Swedish",
        "ja": "Japanese",
        "ko": "Korean",
        "nl": "Dutch",
        "pt": "Portuguese",
        "it": "Italian",
        "zhcn": "Chinese - Simplified",
        "zhtw": "Chinese - Traditional",
        "ru": "Russian",
        "pl": "Polish",
        "tr": "Turkish",
        "ar": "Arabic",
        "da": "Danish",
        "no": "Norwegian",
        "cs": "Czech",
        "hu": "Hungarian",
        "id": "Bahasa Indonesia",
        "ms": "Bahasa Malaysia",
        "th": "Thai",
        "vi": "Vietnamese",
    }
    head = ("77 words", "7 October 2018", "Coast Daily", "COAST")
    articles = [
        article(*head, name, "(c) 2018 Coast Daily", lang=lang, serial=serial)
        for serial, (lang, name) in enumerate(languages.items(), start=1)
    ]
    wanted = {"date": "2018-10-07", "outlet": "Coast Daily", "edition": None, "pages": None, "text": TEXT}
    return page(*articles), [{**wanted, "language": lang[:2]} for lang in languages]


def languages_under_other_interfaces():
    """Names of languages as German, French, Spanish, Chinese and Japanese interfaces print them."""
    names = (
        ("zhcn", "Chinesisch - Vereinfacht"),
        ("zhtw", "Chinois - traditionnel"),
        ("zhcn", "Chino - simplificado"),
        ("zhcn", "中国語 - 簡体字"),
        ("zhtw", "Cinese - tradizionale"),
        ("fi", "芬兰文"),
        ("tr", "土耳其文"),
        ("pt", "Portugiesisch"),
        ("sv", "Suédois"),
        ("ja", "Japonés"),
        ("zhcn", "Китайский (упрощенный)"),
        ("el", "Griechisch"),
        ("he", "Hebräisch"),
        ("ro", "Roumain"),
    )
    head = ("77 words", "7 October 2018", "Coast Daily", "COAST", "A3")
    articles = [
        article(*head, name, "(c) 2018 Coast Daily", lang=lang, serial=serial)
        for serial, (lang, name) in enumerate(names, start=1)
    ]
    return page(*articles), [{"language": lang[:2], "pages": "A3", "edition": None} for lang, _ in names]


def no_length():
    """The line with the length is missing."""
    return page(article(*ENGLISH[1:], author="By Mara Okhai")), [
        {**USUAL, "length_stated": None, "byline": "Mara Okhai"}
    ]


def no_code():
    """The line with the source's code is missing, or in small letters."""
    data = page(
        article(*ENGLISH[:3], "Late Edition", *ENGLISH[4:]),
        article(*ENGLISH[:3], "coast", "A1", *ENGLISH[4:], serial=2),
    )
    wanted = {**USUAL, "record": None}
    return data, [
        {**USUAL, "edition": "Late Edition", "pages": None},
        {**wanted, "record": number(2), "pages": "A1"},
    ]


def no_copyright_and_no_language():
    """Head lines that some sources lack."""
    data = page(article(*ENGLISH[:4], "English"), article(*ENGLISH[:4], serial=2), article(*ENGLISH[:3], serial=3))
    return data, [{**USUAL, "edition": None}, {**USUAL, "record": number(2)}, {**USUAL, "record": number(3)}]


def copyrights_of_all_kinds():
    """What follows the language is the owner, with a sign for it or not."""
    owners = (
        "(c) 2017 Coast Daily",
        "(C) Coast 2017. All Rights Reserved.",
        "Copyright 2017, Coast Daily. All Rights Reserved",
        "© 2017 Coast",
        "Alle Rechte vorbehalten. Coast Daily",
        "2017 Coast Publishing, distributed by Harbour Wire",
        "Coast Daily Publishing House",
        "&#169; Copyright 2017. Coast. No part of it may be passed on.",
        "Copyright (c) 2017, Coast Daily, in partnership with the Harbour Institute of Porto Alba. " * 3,
    )
    articles = [article(*ENGLISH[:5], owner, serial=serial) for serial, owner in enumerate(owners, start=1)]
    return page(*articles), [
        {**USUAL, "record": number(serial), "edition": None} for serial in range(1, len(owners) + 1)
    ]


def editions_and_pages():
    """Edition, page and volume in the order of the codes, each of them optional."""
    details = (
        (("Late Edition - Final", "A1"), "Late Edition - Final", "A1"),
        (("1ST",), "1ST", None),
        (("3",), None, "3"),
        (("C-1",), None, "C-1"),
        (("Page 12",), None, "Page 12"),
        (("1; 4",), None, "1; 4"),
        (("A1,A3",), None, "A1,A3"),
        (("Europe", "12", "Volume 3, Issue 4"), "Europe", "12"),
        (("B01",), None, "B01"),
        (("R1-R3",), None, "R1-R3"),
        (("S. 5",), None, "S. 5"),
        (("Web Edition",), "Web Edition", None),
        (("Stadtausgabe", "LOKALES3"), "Stadtausgabe", "LOKALES3"),
        (("01", "001"), "01", "001"),
    )
    articles = [
        article(*ENGLISH[:4], *lines, *ENGLISH[4:], serial=serial)
        for serial, (lines, _, _) in enumerate(details, start=1)
    ]
    return page(*articles), [
        {**USUAL, "record": number(serial), "edition": edition, "pages": pages}
        for serial, (_, edition, pages) in enumerate(details, start=1)
    ]


def extra_lines():
    """Lines that nobody announced: two credits, a correction above the date, a publisher's note."""
    data = page(
        article(*ENGLISH, credit="By Jan Velde, Harbour Correspondent", author="By Mara Okhai"),
        article("A note from the editors", *ENGLISH, credit="Exclusive to Coast Daily", serial=2),
        article("877 words", "Corrected Version", *ENGLISH[1:], serial=3),
        article(*ENGLISH[:4], "Port Supplement", "Weekend Edition", "B4", *ENGLISH[4:], serial=4),
    )
    return data, [
        {**USUAL, "byline": "Mara Okhai"},
        {**USUAL, "record": number(2)},
        {**USUAL, "record": number(3)},
        {**USUAL, "record": number(4), "pages": "B4"},
    ]


def writers_of_all_kinds():
    """The writers as printed, without the word by before them."""
    printed = (
        ("By MARA OKHAI", "MARA OKHAI"),
        ("Von Mara Okhai", "Mara Okhai"),
        ("Par Mara Okhai", "Mara Okhai"),
        ("Mara Okhai", "Mara Okhai"),
        ("BY MARA OKHAI and JAN VELDE", "MARA OKHAI and JAN VELDE"),
        ("By Mara Okhai in Porto Alba", "Mara Okhai in Porto Alba"),
        ("von Mara Okhai", "Mara Okhai"),
        ("Von der Heide, Jan", "Von der Heide, Jan"),
        ("记者 欧海", "记者 欧海"),
        ("mo", "mo"),
        ("Mara Okhai, Harbour Correspondent", "Mara Okhai, Harbour Correspondent"),
    )
    articles = [article(*ENGLISH, author=author, serial=serial) for serial, (author, _) in enumerate(printed, start=1)]
    return page(*articles), [
        {**USUAL, "record": number(serial), "byline": byline} for serial, (_, byline) in enumerate(printed, start=1)
    ]


def body_opens_with_a_table():
    """A table, preformatted lines or a block within the first paragraph end that paragraph in HTML."""
    blocks = (
        (
            "<table><tr><td>Ships</td><td>12</td></tr><tr><td>Boats</td><td>7</td></tr></table>",
            "Ships\n\n12\n\nBoats\n\n7",
        ),
        ("<pre>Ships   12\nBoats    7</pre>", "Ships 12 Boats 7"),
        ("<div>Ships and boats.</div>", "Ships and boats."),
        ("<ul><li>Ships</li><li>Boats</li></ul>", "Ships\n\nBoats"),
    )
    articles = [
        article(*ENGLISH, body=(block, *BODY), serial=serial) for serial, (block, _) in enumerate(blocks, start=1)
    ]
    return page(*articles), [
        {**USUAL, "record": number(serial), "text": f"{text}\n\n{TEXT}"}
        for serial, (_, text) in enumerate(blocks, start=1)
    ]


def body_of_a_block_only():
    """The whole body is preformatted: no paragraph holds text of its own."""
    data = page(article(*ENGLISH, body=("<pre>Ships   12\nBoats    7</pre>",)))
    return data, [{**USUAL, "text": "Ships 12 Boats 7"}]


def tables_and_blocks_later():
    """Tables and blocks between paragraphs, a caption at the end, words found in bold."""
    body = (
        "Ships <b>came</b> to <b>Porto</b> <b>Alba</b>.",
        "<pre>Ships   12</pre>",
        "Then it <b>rain</b>ed.<br/>A lot.",
        "<table><tr><td>Boats</td></tr></table>",
        "PHOTO: The mayor (Jan Velde)",
    )
    text = "Ships came to Porto Alba.\n\nShips 12\n\nThen it rained. A lot.\n\nBoats\n\nPHOTO: The mayor (Jan Velde)"
    return page(article(*ENGLISH, body=body, title="Harbour <b>opens</b>")), [{**USUAL, "text": text}]


def lines_that_look_like_heads():
    """Paragraphs of a body that look like lines of a head: a length, a date, a byline, a language, a copyright."""
    body = ("By Mara Okhai", "500 words", "3 May 2016", "English", "(c) 1999 Somebody", "Document it, he said.")
    return page(article(*ENGLISH, body=body)), [{**USUAL, "text": "\n\n".join(body)}]


def headlines_of_all_kinds():
    """Headlines with digits, dates, lengths and entities in them."""
    titles = (
        ("1,000 words", "1,000 words"),
        ("3 May 2016: A day", "3 May 2016: A day"),
        ("English", "English"),
        ("Ships &amp; boats &quot;here&quot;", 'Ships & boats "here"'),
        ("COVID-19, part 1", "COVID-19, part 1"),
        ("<b>Har</b>bour<br/>opens", "Harbour opens"),
        ("(c) 2017 or not", "(c) 2017 or not"),
    )
    articles = [article(*ENGLISH, title=title, serial=serial) for serial, (title, _) in enumerate(titles, start=1)]
    return page(*articles), [
        {**USUAL, "record": number(serial), "title": title} for serial, (_, title) in enumerate(titles, start=1)
    ]


def older_headlines():
    """Headlines as bold letters, with further classes, in a bare block."""
    data = page(
        article(*ENGLISH, lang="de")
        .replace("<div id=\"hd\" ><span class='deHeadline'>", "<div><b class='deHeadline counted'>")
        .replace("</span>\n</div>", "</b></div>", 1)
    )
    return data, [{**USUAL}]


def uppercase_tags():
    """Names of elements and attributes in capitals, values without quotation marks, as older browsers save pages."""
    text = page(article(*ENGLISH, author="By Mara Okhai")).decode()
    for name in ("div", "span", "p", "body", "html", "head"):
        text = text.replace(f"<{name}", f"<{name.upper()}").replace(f"</{name}", f"</{name.upper()}")
    text = text.replace("class=", "CLASS=").replace("id=", "ID=").replace("'enHeadline'", "enHeadline")
    return text.replace("\n", "\r\n").encode(), [{**USUAL, "byline": "Mara Okhai"}]


def saved_by_a_browser():
    """A page saved whole: a comment with its address, scripts, navigation, links around names."""
    head = (
        "<!DOCTYPE html>\n<!-- saved from url=(0060)https://global.factiva.example/ga/default.aspx -->\n"
        '<html lang="en"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
        "<script>var FACTIVA = {'class': \"article\"};" + " " * 9000 + "</script></head><body>"
        '<div id="navmb"><ul><li><a href="#">Home</a></li><li>Search</li><li>1 of 12 pages</li></ul></div>'
        '<table><tbody><tr><td><div id="articleFrame">'
    )
    linked = "<a href='javascript:void(0)' class='npl'>Coast Daily</a>"
    body = ("Ships came to <span class='companylink'>Porto Alba</span> on Monday.", BODY[1])
    foot = '</div></td></tr></tbody></table><div id="relInfo">Related info</div><div>© 2018 Factiva</div></body></html>'
    return page(article(*ENGLISH[:2], linked, *ENGLISH[3:], body=body), head=head, foot=foot), [USUAL]


def utf_16():
    """Saved as Unicode text by a word processor."""
    return page(article(*ENGLISH), encoding="utf-16"), [USUAL]


def late_marks():
    """The first article comes behind more than a megabyte of scripts."""
    head = HEAD + "<script>" + "var ship = 1;\n" * 90_000 + "</script>"
    return page(article(*ENGLISH), head=head), [USUAL]


def mixed_bytes():
    """UTF-8 with the interface's own words in Windows-1252."""
    data = page(
        article("664 W?rter", "9 M?rz 1993", "Küstenblatt", "KUEBL", "Deutsch", "(c) 1993", lang="de", word="Dokument")
    )
    data = data.replace(b"W?rter", b"W\xf6rter").replace(b"M?rz", b"M\xe4rz")
    return data, [{"date": "1993-03-09", "outlet": "Küstenblatt", "length_stated": "664", "language": "de"}]


def one_hundred_articles():
    """As many articles as a file can hold, some of them twice."""
    articles = [article(*ENGLISH, serial=serial % 90, title=f"Harbour {serial}") for serial in range(100)]
    return page(*articles), [
        {**USUAL, "record": number(serial % 90), "title": f"Harbour {serial}"} for serial in range(100)
    ]


def cut_off():
    """The last article ends in the middle."""
    text = page(article(*ENGLISH), article(*ENGLISH, serial=2)).decode()
    data = text[: text.rindex("The mayor said")].encode()
    return data, [USUAL, {**USUAL, "record": number(2), "text": BODY[0]}]


def frames_that_never_close():
    """Closing tags that are missing do not mix articles."""
    data = page(*(article(*ENGLISH, serial=serial, title=f"Harbour {serial}") for serial in (1, 2, 3)))
    data = data.replace(b"</div></div><br/>", b"<br/>")
    return data, [{**USUAL, "title": f"Harbour {serial}", "record": number(serial)} for serial in (1, 2, 3)]


def record_numbers_of_all_kinds():
    """Numbers in small and large letters, with digits in the source's code."""
    numbers = (
        "COAST00020181008eea8000b1",
        "coast00020181008eea8000b1",
        "24COAS0020181008eea8000b1",
        "C4COAS0020181008eea8000b1",
        "COASTDAY20181008eea8000b1",
    )
    articles = [article(*ENGLISH).replace(number(), given) for given in numbers]
    return page(*articles), [{**USUAL, "record": given} for given in numbers]


def codes_of_every_kind():
    """The layout of codes with most codes that there are."""
    rows = {
        "CLM": "The week in ports",
        "SE": "Weekend",
        "HD": "<b class='enHeadline'>Harbour <b>opens</b></b>",
        "BY": "By Mara Okhai",
        "CR": "Harbour Wire",
        "WC": "877 words",
        "PD": "13 November 2017",
        "ET": "05:59 PM",
        "SN": "Coast Daily",
        "SC": "COAST",
        "ED": "Late Edition",
        "PG": "A1",
        "VOL": "3",
        "LA": "English",
        "CY": "(c) 2017 Coast",
        "LP": paragraph(BODY[0]),
        "TD": paragraph(BODY[1]),
        "CT": "Mara Okhai, 555",
        "RF": "Released",
        "CO": "coco : Coast Company",
        "IN": "iport : Ports",
        "NS": "gpol : Politics | gcat : General",
        "RE": "alba : Alba",
        "IPC": "ABC",
        "IPD": "Ports",
        "PUB": "Coast Publishing",
        "AN": f"Document {number()}",
    }
    return page(table(**rows)), [
        {
            **USUAL,
            "date": "2017-11-13T17:59:00",
            "byline": "Mara Okhai",
            "section": "Weekend",
            "edition": "Late Edition",
            "pages": "A1",
            "subjects": "Politics; General",
        },
    ]


def codes_in_another_order():
    """The number in the middle, the body before the head, rows without a value."""
    rows = {
        "AN": f"Document {number()}",
        "LP": paragraph(BODY[0]),
        "TD": paragraph(BODY[1]),
        "BY": "",
        "WC": "877 words",
        "LA": "English",
        "SN": "Coast Daily",
        "PD": "13 November 2017",
        "HD": "Harbour opens",
        "CY": "(c) 2017 Coast",
    }
    return page(table(**rows), table(**rows)), [USUAL, USUAL]


def codes_in_other_interfaces():
    """The codes are the same in each interface; what stands beside them is not."""
    german = {
        "HD": "Der Hafen",
        "WC": "1.234 Wörter",
        "PD": "9 März 1993",
        "ET": "15:32",
        "SN": "Küstenblatt",
        "SC": "KUEBL",
        "LA": "Deutsch",
        "LP": paragraph("Schiffe."),
        "AN": f"Dokument {number()}",
    }
    chinese = {
        "HD": "港口开放",
        "WC": "1,234 字",
        "PD": "2018 年 10 月 7 日",
        "ET": "17:04",
        "SN": "海岸日报",
        "LA": "中文 - 简体",
        "LP": paragraph("港口今天开放。"),
        "AN": f"文件 {number(2)}",
    }
    spanish = {
        "HD": "El puerto",
        "WC": "234 palabras",
        "PD": "7 octubre 2018",
        "SN": "El Faro",
        "LA": "Español",
        "TD": paragraph("Barcos."),
        "AN": f"Documento {number(3)}",
    }
    return page(table("de", **german), table("zhcn", **chinese), table("es", **spanish)), [
        {
            "title": "Der Hafen",
            "date": "1993-03-09T15:32:00",
            "outlet": "Küstenblatt",
            "language": "de",
            "length_stated": "1234",
            "text": "Schiffe.",
            "record": number(),
        },
        {
            "title": "港口开放",
            "date": "2018-10-07T17:04:00",
            "outlet": "海岸日报",
            "language": "zh",
            "record": number(2),
            "text": "港口今天开放。",
        },
        {
            "title": "El puerto",
            "date": "2018-10-07",
            "outlet": "El Faro",
            "language": "es",
            "record": number(3),
            "text": "Barcos.",
        },
    ]


def codes_with_blocks_in_the_body():
    """Tables, loose text and preformatted lines in the cells of the body."""
    rows = {
        "HD": "Harbour opens",
        "WC": "877 words",
        "PD": "13 November 2017",
        "SN": "Coast Daily",
        "LA": "English",
        "LP": "Ships came to Porto Alba on Monday.",
        "AN": f"Document {number()}",
        "TD": "<pre>Ships   12</pre><table><tr><td>HD</td><td>TV</td></tr></table>" + paragraph(BODY[1]),
    }
    return page(table(**rows)), [{**USUAL, "text": f"{BODY[0]}\n\nShips 12\n\nHD\n\nTV\n\n{BODY[1]}"}]


def codes_without_a_frame():
    """Rows of codes outside of any article's element, as other programs write them."""
    rows = {
        "HD": "Harbour opens",
        "WC": "877 words",
        "PD": "13 November 2017",
        "SN": "Coast Daily",
        "SC": "COAST",
        "LA": "English",
        "LP": paragraph(BODY[0]),
        "TD": paragraph(BODY[1]),
        "AN": f"Document {number()}",
    }
    bare = table(**rows).replace('class="article enArticle"', "")
    return page(bare, bare.replace(number(), number(2))), [USUAL, {**USUAL, "record": number(2)}]


def nothing_to_read_between():
    """An article that is not available between two that are."""
    gone = '<div class="article enArticle"><p>This article is no longer available.</p></div>'
    return page(article(*ENGLISH), gone, article(*ENGLISH, serial=2)), [USUAL, {**USUAL, "record": number(2)}]


def headline_only():
    """An article of which the database has no text."""
    return page(article(*ENGLISH, body=())), [{**USUAL, "text": ""}]


def languages_nobody_has_met():
    """A class without a language, or with a code of three letters, beside the class that all articles have."""
    data = page(
        article(*ENGLISH, lang="und"),
        article(*ENGLISH, lang="", serial=2),
        article(*ENGLISH[:4], "Velish", ENGLISH[5], lang="qaa", serial=3),
        article(*ENGLISH, serial=4),
    )
    return data, [{**USUAL, "record": number(serial), "language": "en"} for serial in (1, 2, 3, 4)]


def bare_paragraphs_below_the_body():
    """What stands in a bare paragraph below the marked ones is a reference, no text; between them it is text."""
    data = page(
        article(*ENGLISH).replace("\n<p>Document", "\n<p>20171113-COAST-0017</p>\n<p>Document"),
        article(*ENGLISH, serial=2)
        .replace("</p>\n<p class", "</p>\n<p>Enfin</p><p class", 2)
        .replace("<p>Enfin</p>", "", 1),
    )
    return data, [USUAL, {**USUAL, "record": number(2), "text": f"{BODY[0]}\n\nEnfin\n\n{BODY[1]}"}]


def several_writers():
    """Writers in several blocks, between links."""
    data = page(
        article(*ENGLISH, author="By Mara Okhai</div><div class='author'>By Jan Velde"),
        article(*ENGLISH, author="By <a href='#'>Mara Okhai</a> and <a href='#'>Jan Velde</a>", serial=2),
    )
    return data, [
        {**USUAL, "byline": "Mara Okhai, Jan Velde"},
        {**USUAL, "byline": "Mara Okhai and Jan Velde", "record": number(2)},
    ]


def sections_within_the_headline():
    """The box of the headline holds the section too."""
    data = page(article(*ENGLISH)).replace(b'<div id="hd" >', b'<div id="hd" ><div>Weekend</div>')
    return data, [{**USUAL, "section": "Weekend"}]


def no_headline():
    """The headline is empty; neither section nor writers become one."""
    data = page(
        article(*ENGLISH, title="", author="By Mara Okhai"),
        article(*ENGLISH, title="", author="By Mara Okhai", above=("Weekend",), serial=2),
    )
    wanted = {**USUAL, "title": None, "byline": "Mara Okhai"}
    return data, [wanted, {**wanted, "section": "Weekend", "record": number(2)}]


def asian_encodings():
    """Pages in the encoding that they declare."""
    head = HEAD.replace("UTF-8", "gb2312")
    data = article(
        "165 字",
        "2018 年 10 月 7 日",
        "海岸日报",
        "COASTD",
        "中文 - 简体",
        "(c) 2018 海岸日报",
        lang="zhcn",
        word="文件",
        title="港口开放",
        body=("港口今天开放，市长出席了仪式。",),
    )
    return page(data, head=head, encoding="gb18030"), [
        {
            "title": "港口开放",
            "date": "2018-10-07",
            "outlet": "海岸日报",
            "language": "zh",
            "record": number(),
            "text": "港口今天开放，市长出席了仪式。",
        }
    ]


def japanese_encoding():
    """A page in Shift JIS."""
    data = article(
        "165 文字",
        "2018年10月7日",
        "港新聞",
        "MINATO",
        "日本語",
        "(c) 2018 港新聞社",
        lang="ja",
        word="文書",
        title="港が開く",
        body=("船がポルト・アルバに来た。",),
    )
    return page(data, head=HEAD.replace("UTF-8", "Shift_JIS"), encoding="shift_jis"), [
        {
            "title": "港が開く",
            "date": "2018-10-07",
            "outlet": "港新聞",
            "language": "ja",
            "record": number(),
            "text": "船がポルト・アルバに来た。",
        }
    ]


def lists_of_headlines_around():
    """A page saved with the list of headlines beside the article."""
    entry = (
        "<tr><td>1.</td><td><a class='enHeadline' href='#'>Harbour opens</a><div class='leadFields'>Coast Daily, 17:59,"
        " 13 November 2017, 877 words, (English)</div><div class='snippet'>Ships came ...</div>"
        f"<div>(Document {number(7)})</div></td></tr>"
    )
    return page(f"<table>{entry * 3}</table>", article(*ENGLISH)), [USUAL]


def xhtml_with_a_prolog():
    """An XML declaration and a doctype before the page."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "a.dtd">\n'
    return page(article(*ENGLISH), head="\ufeff" + head + HEAD), [USUAL]


def lengths_of_all_kinds():
    """Thousands, units and spaces of the line with the length."""
    kinds = (
        ("1,234,567 words", "1234567"),
        ("1 word", "1"),
        ("0 words", "0"),
        ("877&nbsp;words", "877"),
        ("1'234 Wörter", "1234"),
        ("1.234 Woerter", "1234"),
        ("8165字", "8165"),
        ("877  Words", "877"),
        ("<b>877</b> words", "877"),
    )
    articles = [article(kind, *ENGLISH[1:], serial=serial) for serial, (kind, _) in enumerate(kinds, start=1)]
    return page(*articles), [
        {**USUAL, "record": number(serial), "length_stated": length}
        for serial, (_, length) in enumerate(kinds, start=1)
    ]


def dates_of_all_kinds():
    """The date as sources and interfaces print it; a date that is none stays as printed."""
    kinds = (
        ("13 November 2017", "2017-11-13"),
        ("November 13, 2017", "2017-11-13"),
        ("13. November 2017", "2017-11-13"),
        ("13 Nov 2017", "2017-11-13"),
        ("2017-11-13", "2017-11-13"),
        ("1er novembre 2017", "2017-11-01"),
        ("1 août 2017", "2017-08-01"),
        ("13 février 2017 17:04", "2017-02-13T17:04:00"),
        ("2017年11月13日", "2017-11-13"),
        ("13 de noviembre de 2017", "2017-11-13"),
        ("13 März 2017", "2017-03-13"),
        ("Herbst 2017", "2017-01-01"),
        ("November 2017", "2017-11-01"),
        ("31 November 2017", None),
    )
    articles = [
        article("877 words", kind, *ENGLISH[2:], serial=serial, body=("On 3 May 2016 it rained.",))
        for serial, (kind, _) in enumerate(kinds, start=1)
    ]
    return page(*articles), [
        {"date": date, "date_raw": kind, "outlet": "Coast Daily", "record": number(serial)}
        for serial, (kind, date) in enumerate(kinds, start=1)
    ]


def times_of_all_kinds():
    """The time below the date in the forms of interfaces."""
    kinds = (
        ("17:04", "17:04:00"),
        ("05:04 PM", "17:04:00"),
        ("5:04 pm", "17:04:00"),
        ("17:04:09", "17:04:09"),
        ("17h04", "17:04:00"),
        ("17:04 Uhr", "17:04:00"),
        ("17.04", "17:04:00"),
        ("05:04 p.m.", "17:04:00"),
        ("17:04 ET", "17:04:00"),
        ("下午 05:04", "17:04:00"),
    )
    articles = [
        article(*ENGLISH[:2], kind, *ENGLISH[2:], serial=serial) for serial, (kind, _) in enumerate(kinds, start=1)
    ]
    return page(*articles), [
        {**USUAL, "date": f"2017-11-13T{time}", "record": number(serial)}
        for serial, (_, time) in enumerate(kinds, start=1)
    ]


def outlets_of_all_kinds():
    """Names with digits, a colon, a place, a code beside them that could be a word."""
    kinds = (
        ("24 Heures", "VHEUR"),
        ("20 Minutes", "MINUT"),
        ("2017", "J2017"),
        ("The Port: A Weekly", "TP"),
        ("Coast Daily (Porto Alba)", "COAST"),
        ("CTV", "CTV"),
        ("ANP", "A1"),
        ("Deutsch-Welle Kurier", "DWK"),
    )
    articles = [
        article(*ENGLISH[:2], name, code, *ENGLISH[4:], serial=serial)
        for serial, (name, code) in enumerate(kinds, start=1)
    ]
    return page(*articles), [
        {**USUAL, "outlet": name, "record": number(serial), "edition": None, "pages": None}
        for serial, (name, _) in enumerate(kinds, start=1)
    ]


PAGES = (
    newspaper_of_1993,
    column_and_section,
    wire_with_time,
    wire_with_zone,
    german_interface,
    french_interface,
    spanish_interface,
    italian_portuguese_and_dutch,
    russian_interface,
    chinese_interface,
    japanese_and_korean_interface,
    articles_in_many_languages,
    languages_under_other_interfaces,
    no_length,
    no_code,
    no_copyright_and_no_language,
    copyrights_of_all_kinds,
    editions_and_pages,
    extra_lines,
    writers_of_all_kinds,
    body_opens_with_a_table,
    body_of_a_block_only,
    tables_and_blocks_later,
    lines_that_look_like_heads,
    headlines_of_all_kinds,
    older_headlines,
    uppercase_tags,
    saved_by_a_browser,
    utf_16,
    late_marks,
    mixed_bytes,
    one_hundred_articles,
    cut_off,
    frames_that_never_close,
    record_numbers_of_all_kinds,
    codes_of_every_kind,
    codes_in_another_order,
    codes_in_other_interfaces,
    codes_with_blocks_in_the_body,
    codes_without_a_frame,
    nothing_to_read_between,
    headline_only,
    languages_nobody_has_met,
    bare_paragraphs_below_the_body,
    several_writers,
    sections_within_the_headline,
    no_headline,
    asian_encodings,
    japanese_encoding,
    lists_of_headlines_around,
    xhtml_with_a_prolog,
    lengths_of_all_kinds,
    dates_of_all_kinds,
    times_of_all_kinds,
    outlets_of_all_kinds,
)


def told(row, field):
    """A field of a document as the expectations write it: a date with its time if it has one, None if missing."""
    value = row.get(field)
    if field == "date":
        moment = value.isoformat() if value == value else None  # noqa: PLR0124 - NaT
        return moment.removesuffix("T00:00:00") if moment else None
    return value if isinstance(value, str) else None


def differences(folder, name, data, expected):
    """How many fields a file was expected to have, and those that differ, as text."""
    (folder / name).write_bytes(data)
    rows = ms.read(folder / name).documents.to_dict("records")
    wrong = [] if len(rows) == len(expected) else [f"{len(rows)} articles for {len(expected)}"]
    for place, wanted in enumerate(expected):
        row = rows[place] if place < len(rows) else {}
        wrong += [
            f"{place + 1} {field}: {told(row, field)!r} for {value!r}"
            for field, value in wanted.items()
            if told(row, field) != value and not (field == "text" and (row.get("text") or "") == value)
        ]
    return 1 + sum(map(len, expected)), wrong


@pytest.mark.parametrize("build", PAGES, ids=lambda build: build.__name__)
def test_a_page_is_read_as_a_reader_of_it_would(build, tmp_path):
    data, expected = build()
    assert differences(tmp_path, "a.html", data, expected)[1] == []


def lines(*head, body=BODY, title="Harbour opens", word="Document", serial=1, gap="\n\n"):
    """A record of a text in the plain layout."""
    return "\n".join((title, *head)) + "\n\n" + gap.join(body) + f"\n\n{word} {number(serial)}\n\n"


def text_of_two_records():
    """The usual head, writers and a credit in the second."""
    second = lines("By Mara Okhai", "Special to Coast Daily", *ENGLISH[:4], "A1", *ENGLISH[4:], serial=2)
    data = lines(*ENGLISH) + second
    return data.encode(), [USUAL, {**USUAL, "byline": "Mara Okhai", "record": number(2), "pages": "A1"}]


def text_by_windows():
    """A mark of byte order and two characters at each end of a line."""
    return ("\ufeff" + lines(*ENGLISH)).replace("\n", "\r\n").encode(), [USUAL]


def text_in_utf_16():
    """Saved as Unicode text."""
    return lines(*ENGLISH).encode("utf-16"), [USUAL]


def text_of_german_interface():
    """German words in Windows-1252, times, thousands."""
    head = (
        "Von Mara Okhai",
        "1.234 Wörter",
        "9 März 1993",
        "07:30",
        "Küstenblatt",
        "KUEBL",
        "18",
        "Deutsch",
        "(c) 1993",
    )
    data = lines(*head, title="Der Hafen öffnet", word="Dokument")
    return data.encode("cp1252"), [
        {
            "title": "Der Hafen öffnet",
            "byline": "Mara Okhai",
            "date": "1993-03-09T07:30:00",
            "outlet": "Küstenblatt",
            "pages": "18",
            "language": "de",
            "length_stated": "1234",
            "text": TEXT,
            "record": number(),
        }
    ]


def text_of_french_and_chinese_interfaces():
    """No-break spaces within numbers; signs without spaces."""
    french = lines(
        "1\u00a0234 mots", "29 décembre 2011", "Le Courrier", "COURP", "Français", "(c) 2011", word="Document"
    )
    chinese = lines(
        "1,234 字",
        "2018 年 10 月 7 日 17:04",
        "海岸日报",
        "COASTD",
        "中文 - 简体",
        "(c) 2018 海岸日报",
        title="港口开放",
        body=("港口今天开放。", "船来了。"),
        word="文件",
        serial=2,
    )
    return (french + chinese).encode(), [
        {"title": "Harbour opens", "date": "2011-12-29", "language": "fr", "outlet": "Le Courrier", "text": TEXT},
        {
            "title": "港口开放",
            "date": "2018-10-07T17:04:00",
            "language": "zh",
            "outlet": "海岸日报",
            "record": number(2),
            "text": "港口今天开放。\n\n船来了。",
        },
    ]


def text_with_empty_lines_everywhere():
    """Each line of the head stands between empty lines, as word processors write paragraphs."""
    return lines("By Mara Okhai", *ENGLISH).replace("\n", "\n\n").encode(), [{**USUAL, "byline": "Mara Okhai"}]


def text_without_empty_lines():
    """No empty line at all: the language and the owner end the head."""
    data = lines(*ENGLISH, gap="\n").replace("\n\n", "\n") + lines(*ENGLISH, serial=2, gap="\n").replace("\n\n", "\n")
    return data.encode(), [USUAL, {**USUAL, "record": number(2)}]


def text_between_contents_and_summary():
    """A table of contents before, pages' feet within, the summary of the search behind."""
    contents = "Factiva RTF Display Format\n\nHarbour opens................................2\nShips come........3\n\n"
    foot = "Page 1 of 3 © 2018 Factiva, Inc. All rights reserved.\n"
    summary = "Search Summary\nText\tharbour\nDate\tAll Dates\nSource\tAll Sources\nTimestamp\t8 October 2018 2:50 PM\n"
    data = contents + lines(*ENGLISH) + foot + lines(*ENGLISH, title="Ships come", serial=2) + summary
    return data.encode(), [USUAL, {**USUAL, "title": "Ships come", "record": number(2)}]


def text_with_codes():
    """Codes before tabs, as a word processor writes a table's cells."""
    rows = (
        "HD\tHarbour opens",
        "BY\tBy Mara Okhai",
        "WC\t877 words",
        "PD\t13 November 2017",
        "ET\t17:59",
        "SN\tCoast Daily",
        "SC\tCOAST",
        "ED\tLate Edition",
        "PG\tA1",
        "LA\tEnglish",
        "CY\t(c) 2017 Coast",
        f"LP\t{BODY[0]}",
        f"TD\t{BODY[1]}",
        "CO\tcoco : Coast",
        "NS\tgpol : Politics | gcat : General",
        "RE\talba : Alba",
        "IPD\tPorts",
        "PUB\tCoast",
        f"AN\tDocument {number()}",
    )
    data = "\n\n".join(("\n".join(rows), "\n".join(f"\t{row}" for row in rows).replace(number(), number(2))))
    wanted = {
        **USUAL,
        "date": "2017-11-13T17:59:00",
        "byline": "Mara Okhai",
        "edition": "Late Edition",
        "pages": "A1",
        "subjects": "Politics; General",
    }
    return data.encode(), [wanted, {**wanted, "record": number(2)}]


def text_with_codes_on_lines_of_their_own():
    """Each code above its value, body of several paragraphs."""
    rows = (
        "HD",
        "Harbour opens",
        "WC",
        "877 words",
        "PD",
        "13 November 2017",
        "SN",
        "Coast Daily",
        "SC",
        "COAST",
        "LA",
        "English",
        "CY",
        "(c) 2017 Coast",
        "LP",
        BODY[0],
        "",
        "TD",
        BODY[1],
        "",
        "",
        "Third.",
        "",
        "AN",
        f"Document {number()}",
    )
    return "\n".join(rows).encode(), [{**USUAL, "text": f"{TEXT}\n\nThird."}]


def text_with_codes_between_asterisks():
    """Codes as converters write bold letters."""
    rows = (
        "*HD* Harbour opens",
        "*WC* 877 words",
        "*PD* 13 November 2017",
        "*SN* Coast Daily",
        "*SC* COAST",
        "*LA* English",
        "*CY* (c) 2017 Coast",
        f"*LP* {BODY[0]}",
        f"*TD* {BODY[1]}",
        f"*AN* Document {number()}",
    )
    return "\n".join(rows).encode(), [USUAL]


def text_broken_for_width():
    """Lines of about seventy characters."""
    whole = "The harbour of Porto Alba opened on Monday after ten years of works, said the mayor of the town. " * 6
    rows, row = [], ""
    for word in whole.split():
        if len(row) + len(word) > 70:
            rows, row = [*rows, row], ""
        row = f"{row} {word}".strip()
    data = lines(*ENGLISH, body=("\n".join([*rows, row]), BODY[1]))
    return data.encode(), [{**USUAL, "text": f"{whole.strip()}\n\n{BODY[1]}"}]


def text_cut_off():
    """The last record has no number."""
    data = lines(*ENGLISH) + lines(*ENGLISH, serial=2)
    return data[: data.rindex("\n\nDocument")].encode(), [USUAL, {**USUAL, "record": None}]


def text_with_long_headlines():
    """A section above, a headline on two lines, a subtitle."""
    first = lines(*ENGLISH, title="Harbour opens after ten years of works in the old town\nof Porto Alba")
    second = lines(*ENGLISH, title="Business\nHarbour opens after ten years of works", serial=2)
    return (first + second).encode(), [
        {**USUAL, "title": "Harbour opens after ten years of works in the old town of Porto Alba"},
        {**USUAL, "title": "Harbour opens after ten years of works", "section": "Business", "record": number(2)},
    ]


def text_with_an_owner_without_sign():
    """The line below the language ends the head even if neither sign nor year shows the owner."""
    return lines(*ENGLISH[:5], "Coast Publishing House").encode(), [USUAL]


def text_with_a_language_nobody_knows():
    """The owner ends the head where the language has a name that is not known."""
    return lines(*ENGLISH[:4], "Velish", ENGLISH[5]).encode(), [{**USUAL, "language": "en"}]


def text_with_numbers_in_the_body():
    """A paragraph that is a number only is text; the number of a page between records is none."""
    data = lines(*ENGLISH, body=("First.", "1917", "Then.")) + "12\n\n" + lines(*ENGLISH, serial=2)
    return data.encode(), [{**USUAL, "text": "First.\n\n1917\n\nThen."}, {**USUAL, "record": number(2)}]


def text_with_lists_of_headlines():
    """A list of headlines above the articles, as exports with it have."""
    entry = "1.  Harbour opens\nCoast Daily, 17:59, 13 November 2017, 877 words, (English)\nShips came ...\n\n"
    return (entry * 2 + lines("By Mara Okhai", *ENGLISH)).encode(), [{**USUAL, "byline": "Mara Okhai"}]


def text_of_fifty_records():
    """Many records, some without number, writers or page."""
    parts = [
        lines(*(["By Mara Okhai"] if serial % 2 else []), *ENGLISH, title=f"Harbour opens {serial}", serial=serial)
        for serial in range(50)
    ]
    return "".join(parts).encode(), [
        {
            **USUAL,
            "title": f"Harbour opens {serial}",
            "byline": "Mara Okhai" if serial % 2 else None,
            "record": number(serial),
        }
        for serial in range(50)
    ]


def text_with_languages_of_interfaces():
    """Without a class the name of the language alone ends the head, in whatever language it is printed."""
    names = (
        ("Englisch", "en"),
        ("anglais", "en"),
        ("Inglés", "en"),
        ("英文", "en"),
        ("英語", "en"),
        ("영어", "en"),
        ("Английский", "en"),
        ("中国語 - 簡体字", "zh"),
        ("Китайский (упрощенный)", "zh"),
        ("土耳其文", "tr"),
        ("Finlandese", "fi"),
        ("スウェーデン語", "sv"),
        ("Bahasa Indonesia", "id"),
    )
    parts = [lines(*ENGLISH[:4], name, "Coast Daily", serial=serial) for serial, (name, _) in enumerate(names, start=1)]
    return "".join(parts).encode(), [
        {**USUAL, "language": code, "record": number(serial)} for serial, (_, code) in enumerate(names, start=1)
    ]


TEXTS = (
    text_of_two_records,
    text_by_windows,
    text_in_utf_16,
    text_of_german_interface,
    text_of_french_and_chinese_interfaces,
    text_with_empty_lines_everywhere,
    text_without_empty_lines,
    text_between_contents_and_summary,
    text_with_codes,
    text_with_codes_on_lines_of_their_own,
    text_with_codes_between_asterisks,
    text_broken_for_width,
    text_cut_off,
    text_with_long_headlines,
    text_with_an_owner_without_sign,
    text_with_a_language_nobody_knows,
    text_with_numbers_in_the_body,
    text_with_lists_of_headlines,
    text_of_fifty_records,
    text_with_languages_of_interfaces,
)


def rich(*paragraphs, page="1252", escape=True):
    """An RTF of paragraphs; characters outside of ASCII as numbers, or as bytes of the code page."""
    fonts = "{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\froman\\fcharset0 Times New Roman;}}"
    parts = []
    for text in paragraphs:
        if escape:
            parts.append("".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text))
        else:
            pairs = (
                sign if sign.isascii() else "".join(f"\\'{byte:02x}" for byte in sign.encode(f"cp{page}"))
                for sign in text
            )
            parts.append("".join(pairs))
    style = "{\\stylesheet{\\s0 Normal;}{\\s1 heading 1;}}{\\info{\\title Factiva RTF Display Format}}"
    body = "".join(f"\\pard\\plain\\f0\\fs20 {part}\\par\r\n" for part in parts)
    return f"{{\\rtf1\\ansi\\ansicpg{page}\\deff0{fonts}{style}{body}}}".encode("ascii")


def rich_plain():
    """Bold headline, empty paragraphs, a page break after each record, a footer with fields."""
    record = (
        "{\\b Harbour opens}",
        "By Mara Okhai",
        *ENGLISH[:4],
        "A1",
        *ENGLISH[4:],
        "",
        BODY[0],
        "",
        BODY[1],
        "",
        f"Document {number()}",
        "\\page ",
    )
    again = [part.replace(number(), number(2)) for part in record]
    data = rich(
        "{\\footer Page {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}} of 3 (c) 2018 Factiva, Inc.}", *record, *again
    )
    wanted = {**USUAL, "byline": "Mara Okhai", "pages": "A1"}
    return data, [wanted, {**wanted, "record": number(2)}]


def rich_with_contents():
    """Links to the articles before them, the summary of the search behind."""
    link = '{\\field{\\*\\fldinst {HYPERLINK \\\\l "toc1"}}{\\fldrslt {Harbour opens}}}{\\tab 2}'
    mark = "{\\*\\bkmkstart toc1}{\\*\\bkmkend toc1}{\\b Harbour opens}"
    data = rich(
        "{\\b Table of Contents}",
        link,
        "",
        mark,
        *ENGLISH,
        "",
        *BODY,
        f"Document {number()}",
        "",
        "{\\b Search Summary}",
        "Text\\tab harbour",
        "Date\\tab In the last year",
        "Results Found\\tab 1",
    )
    return data, [USUAL]


def rich_german():
    """Bytes of the code page, hits in bold letters, a time."""
    record = (
        "Der Hafen öffnet",
        "Von Mara Okhai",
        "1.234 Wörter",
        "9 März 1993",
        "07:30",
        "Küstenblatt",
        "KUEBL",
        "Deutsch",
        "(c) 1993 Küstenblatt",
        "Die {\\b Fähre} kam.",
        "„Endlich“, sagte er.",
        f"Dokument {number()}",
    )
    return rich(*record, escape=False), [
        {
            "title": "Der Hafen öffnet",
            "byline": "Mara Okhai",
            "date": "1993-03-09T07:30:00",
            "outlet": "Küstenblatt",
            "language": "de",
            "length_stated": "1234",
            "text": "Die Fähre kam.\n\n„Endlich“, sagte er.",
        }
    ]


def rich_chinese():
    """Signs as numbers, and as bytes of a Chinese code page."""
    record = (
        "港口开放",
        "1,234 字",
        "2018 年 10 月 7 日 17:04",
        "海岸日报",
        "COASTD",
        "中文 - 简体",
        "(c) 2018 海岸日报",
        "港口今天开放。",
        f"文件 {number()}",
    )
    wanted = {
        "title": "港口开放",
        "date": "2018-10-07T17:04:00",
        "outlet": "海岸日报",
        "language": "zh",
        "length_stated": "1234",
        "text": "港口今天开放。",
        "record": number(),
    }
    return rich(*record), [wanted]


def rich_chinese_bytes():
    """Signs as bytes of a Chinese code page."""
    _, wanted = rich_chinese()
    record = (
        "港口开放",
        "1,234 字",
        "2018 年 10 月 7 日 17:04",
        "海岸日报",
        "COASTD",
        "中文 - 简体",
        "(c) 2018 海岸日报",
        "港口今天开放。",
        f"文件 {number()}",
    )
    return rich(*record, page="936", escape=False), wanted


def rich_table():
    """A table of codes in bold letters; several paragraphs in a cell."""
    rows = (
        ("SE", "Weekend"),
        ("HD", "{\\b Harbour opens}"),
        ("BY", "By Mara Okhai"),
        ("WC", "877 words"),
        ("PD", "13 November 2017"),
        ("ET", "17:59"),
        ("SN", "Coast Daily"),
        ("SC", "COAST"),
        ("LA", "English"),
        ("CY", "(c) 2017 Coast"),
        ("LP", BODY[0] + "\\par "),
        ("TD", BODY[1] + "\\par\\par Third.\\par "),
        ("NS", "gpol : Politics"),
        ("AN", f"Document {number()}"),
    )
    cells = "".join(
        f"\\trowd\\cellx900\\cellx9000\\pard\\intbl\\qr{{\\b {code}}}\\cell\\pard\\intbl {value}\\cell\\row\r\n"
        for code, value in rows
    )
    wanted = {
        **USUAL,
        "date": "2017-11-13T17:59:00",
        "byline": "Mara Okhai",
        "section": "Weekend",
        "subjects": "Politics",
        "text": f"{TEXT}\n\nThird.",
    }
    return rich(cells, cells.replace(number(), number(2))), [wanted, {**wanted, "record": number(2)}]


RICH = (rich_plain, rich_with_contents, rich_german, rich_chinese, rich_chinese_bytes, rich_table)


def element(name, content, more=""):
    """An element of XML."""
    return f"<{name}{more}>{content}</{name}>"


def result(serial=1, moment="<dateTime>2012-01-09T01:35:58Z</dateTime>", title="Harbour opens", lang="EN", more=""):
    """A result of a query."""
    said = "".join(element("paragraph", text, ' display="Proportional"') for text in BODY[1:])
    return element(
        "ppsarticle",
        element(
            "article",
            "".join(
                (
                    element("accessionNo", number(serial)),
                    element("baseLanguage", lang),
                    element("copyright", "(c) 2012 Coast"),
                    element("headline", element("paragraph", title)),
                    element("leadParagraph", element("paragraph", BODY[0])),
                    element("publicationDate", moment),
                    element("sourceName", "Coast Daily"),
                    element("sourceCode", "COAST"),
                    element("tailParagraphs", said),
                    element("wordCount", "877"),
                    more,
                )
            ),
        ),
    )


def results(*found, count=None, prefix=""):
    """The results of a query."""
    counted = len(found) if count is None else count
    return (
        "<?xml version='1.0' encoding='utf-8'?><PPSResponse>"
        f"<{prefix}ppsArticleResponse xmlns{':p' if prefix else ''}='http://global.factiva.com/pps/2.0'>"
        f"<ppsarticleResultSet count='{counted}'>{''.join(found)}</ppsarticleResultSet></{prefix}ppsArticleResponse>"
        "</PPSResponse>"
    )


def word(*paragraphs, rows=()):
    """A Word document of paragraphs and of a table with two columns."""
    from docx import Document

    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        cells = document.add_table(rows=0, cols=2)
        for row in rows:
            for cell, text in zip(cells.add_row().cells, row, strict=True):
                cell.text = text
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def word_plain():
    """Paragraphs as they come out of an RTF that was saved by Word."""
    record = ("By Mara Okhai", *ENGLISH[:4], "A1", *ENGLISH[4:], "", BODY[0], "", BODY[1], "")
    data = word("Harbour opens", *record, f"Document {number()}", "", "Ships come", *record, f"Document {number(2)}")
    wanted = {**USUAL, "byline": "Mara Okhai", "pages": "A1"}
    return data, [wanted, {**wanted, "title": "Ships come", "record": number(2)}]


def word_table():
    """A table of codes; the body's paragraphs are lines of a cell."""
    rows = (
        ("HD", "Harbour opens"),
        ("WC", "877 words"),
        ("PD", "13 November 2017"),
        ("ET", "17:59"),
        ("SN", "Coast Daily"),
        ("SC", "COAST"),
        ("LA", "English"),
        ("CY", "(c) 2017 Coast"),
        ("LP", BODY[0]),
        ("TD", f"{BODY[1]}\nThird."),
        ("AN", f"Document {number()}"),
    )
    return word(rows=rows), [{**USUAL, "date": "2017-11-13T17:59:00", "text": f"{TEXT}\n\nThird."}]


WORD = (word_plain, word_table)


XML_USUAL = {**USUAL, "date": "2012-01-09T01:35:58"}


def xml_of_dates():
    """The day in each form that was met, with the time in it or beside it."""
    moments = ("<dateTime>2012-01-09T01:35:58Z</dateTime>", "<date>2012-01-09</date>", "20120109", "2012-01-09")
    times = (
        "",
        "",
        "<publicationTime>01:35:58</publicationTime>",
        "<publicationTime><time>01:35:58Z</time></publicationTime>",
    )
    found = [
        result(serial, moment, more=more)
        for serial, (moment, more) in enumerate(zip(moments, times, strict=True), start=1)
    ]
    dates = ("2012-01-09T01:35:58", "2012-01-09", "2012-01-09T01:35:58", "2012-01-09T01:35:58")
    return results(*found).encode(), [
        {**XML_USUAL, "date": date, "record": number(serial)} for serial, date in enumerate(dates, start=1)
    ]


def xml_of_languages():
    """Languages as codes of two and of four letters."""
    codes = ("EN", "FR", "zhcn", "ZHTW", "JA", "fi")
    found = [result(serial, lang=lang) for serial, lang in enumerate(codes, start=1)]
    return results(*found).encode(), [
        {**XML_USUAL, "language": lang.lower()[:2], "record": number(serial)}
        for serial, lang in enumerate(codes, start=1)
    ]


def xml_with_all_details():
    """Section, column, edition, pages, writers, credit, captions."""
    more = (
        "<byline>By Mara Okhai</byline><sectionName>Weekend</sectionName><columnName>The week</columnName>"
        "<edition>Late Edition</edition><pages>A1</pages><credit>Harbour Wire</credit>"
        "<artWork><paragraph>The mayor.</paragraph></artWork><contact>555</contact>"
        "<newsSubject code='gpol'><name>Politics</name></newsSubject>"
        "<newsSubject code='g'><name>General</name></newsSubject>"
    )
    return results(result(title="<hlt>Har</hlt>bour <hlt>opens</hlt>", more=more)).encode(), [
        {
            **XML_USUAL,
            "byline": "Mara Okhai",
            "section": "Weekend",
            "edition": "Late Edition",
            "pages": "A1",
            "captions": "The mayor.",
            "subjects": "Politics; General",
        }
    ]


def xml_cut_off():
    """The file ends within the second article."""
    text = results(result(1), result(2))
    return text[: text.rindex("<tailParagraphs>")].encode(), [XML_USUAL]


def xml_in_utf_16():
    """Another encoding that the file declares."""
    return results(result()).replace("utf-8", "utf-16").encode("utf-16"), [XML_USUAL]


XMLS = (xml_of_dates, xml_of_languages, xml_with_all_details, xml_cut_off, xml_in_utf_16)


@pytest.mark.parametrize("build", TEXTS, ids=lambda build: build.__name__)
def test_a_text_is_read_as_a_reader_of_it_would(build, tmp_path):
    data, expected = build()
    assert differences(tmp_path, "a.txt", data, expected)[1] == []


@pytest.mark.parametrize("build", RICH, ids=lambda build: build.__name__)
def test_a_rich_text_is_read_as_a_reader_of_it_would(build, tmp_path):
    data, expected = build()
    assert differences(tmp_path, "a.rtf", data, expected)[1] == []


@pytest.mark.parametrize("build", XMLS, ids=lambda build: build.__name__)
def test_results_in_xml_are_read_as_a_reader_of_them_would(build, tmp_path):
    data, expected = build()
    assert differences(tmp_path, "a.xml", data, expected)[1] == []


@pytest.mark.parametrize("build", WORD, ids=lambda build: build.__name__)
def test_a_word_document_is_read_as_a_reader_of_it_would(build, tmp_path):
    data, expected = build()
    assert differences(tmp_path, "a.docx", data, expected)[1] == []


def test_a_word_document_of_another_kind_is_left_to_others():
    assert factiva_docx.sniff(Source("a.docx", ".docx", word("Harbour opens", "877 words", "13 November 2017"))) == 0
    assert factiva_docx.sniff(Source("a.docx", ".docx", b"PK\x03\x04")) == 0


@pytest.mark.parametrize(
    ("reader", "builders"),
    [(factiva_html, PAGES), (factiva_text, TEXTS), (factiva_rtf, RICH), (factiva_xml, XMLS), (factiva_docx, WORD)],
    ids=lambda part: getattr(part, "NAME", ""),
)
def test_damage_raises_nothing_but_unreadable_and_invents_no_article(reader, builders):
    chance = random.Random(4)  # noqa: S311 - the same damage in every run
    for build in builders:
        data, expected = build()
        for _ in range(3 if len(data) < 10**6 else 0):
            start, end = sorted(chance.randrange(len(data)) for _ in "ab")
            cut = chance.choice([data[:end], data[:start] + chance.randbytes(9) + data[end:], data[end:] + data[:end]])
            try:
                articles = reader.read(Source("a", "", cut)).articles
            except Unreadable:
                continue
            assert len(articles) <= len(expected) + 2, build.__name__
            assert all(article.fields.get("title") or article.fields["text"] for article in articles), build.__name__
