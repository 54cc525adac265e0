"""Europresse's exports as they vary: old and new pages, French and English, with and without each part.

Built from descriptions of the format and from what public programs that read it expect; no vendor's file was at hand.
"""

import pytest

import mediastudy as ms

ID = "news·20240911·CX·43018_12"
PARTS = ("Les bateaux sont arrivés lundi.", "Le maire a dit : « Enfin. »")
TEXT = "Les bateaux sont arrivés lundi.\n\nLe maire a dit : « Enfin. »"
USUAL = {
    "title": "Le port ouvre",
    "date": "2024-09-11",
    "outlet": "Le Courrier du Port",
    "byline": "Mara Okhai",
    "section": "France",
    "pages": "11",
    "text": TEXT,
    "record": ID,
    "host": "Europresse",
}


def page(*documents, encoding="utf-8"):
    """The page around documents."""
    head = (
        '<!DOCTYPE html> <html> <head> <meta charset="utf-8"> <title></title><style>.DocHeader{}</style></head> <body> '
    )
    return (head + " ".join(documents) + " </body> </html>").encode(encoding)


def document(
    header="France, mercredi 11 septembre 2024 134 mots, p. 11",
    *,
    outlet="Le Courrier du Port, no. 43018",
    above="",
    boxed="<p class='sm-margin-TopNews titreArticleVisu rdp__articletitle'>Le port ouvre</p>",
    who="<div class='docAuthors'>Mara Okhai</div>",
    body=None,
    after="",
    foot=("© 2024 Le Courrier. Tous droits réservés.", ""),
):
    """A document of the pages of recent years."""
    legal, label = foot
    paragraphs = "".join(f"<p>{part}</p>" for part in PARTS) if body is None else body
    return (
        "<article><header><div class='rdp__public'><span sourcecode='CX'></span></div>"
        f"<div class='rdp__DocPublicationName'><span class='DocPublicationName'>{outlet}\n      </span></div>"
        f"<div class='rdp__DocHeader'><span class='DocHeader'>{header}</span></div>{above}"
        f"<div class='titreArticle'>{boxed}</div>{who}</header><section>"
        f"<div class='DocText clearfix'><div class='docOcurrContainer'>{paragraphs}</div></div>{after}</section>"
        "<aside></aside><footer><div class='Doc-LegalInfo'>"
        f"<small>{legal}</small></div><div class='rdp__newsdoc'><p>{label}</p></div>"
        f"<div id='divPubliC'><div class='publiC-lblNodoc'>{ID}</div><div>Ce certificat est émis à <b>U</b></div>"
        "<div>Date d'émission : <b>2025-01-03</b></div></div></footer></article>"
    )


def recent():
    """The usual document, twice."""
    return page(document(), document()), [USUAL, USUAL]


def kicker_and_subtitle():
    """Lines around the title within its box are no writers."""
    boxed = (
        "<p class='sm-margin-bottomNews'>Éditorial</p><p class='sm-margin-TopNews titreArticleVisu rdp__articletitle'>"
        "Le port <mark>ouvre</mark></p><p class='sm-margin-TopNews rdp__subtitle'>Dix ans de travaux</p>"
    )
    return page(document(boxed=boxed), document(boxed=boxed, who="")), [USUAL, {**USUAL, "byline": None}]


def writers_in_a_paragraph():
    """The writers stand in a paragraph below the box of the title, or between links."""
    return page(
        document(who="<p class='sm-margin-bottomNews'>Mara Okhai</p>"),
        document(who="<div class='docAuthors'><a href='#'>Mara Okhai</a> et <a href='#'>Jan Velde</a></div>"),
        document(who="<div>Mara OKHAI ; Jan VELDE</div>"),
    ), [USUAL, {**USUAL, "byline": "Mara Okhai et Jan Velde"}, {**USUAL, "byline": "Mara OKHAI ; Jan VELDE"}]


def headers_of_all_kinds():
    """Section, weekday, date, time, length and page in each combination."""
    kinds = (
        ("mercredi 11 septembre 2024", None, None, None, ""),
        ("Seine-et-Port, mercredi 11 septembre 2024, p. 93_T_17", "Seine-et-Port", "93_T_17", None, ""),
        ("mercredi 11 septembre 2024 - 10:21:05 UTC +0200 574 mots", None, None, "574", "T10:21:05"),
        (
            "Actualité ; Société, mercredi 11 septembre 2024 1\u00a0574 mots, p. 3",
            "Actualité ; Société",
            "3",
            "1574",
            "",
        ),
        ("World, Wednesday, September 11, 2024 87 words, p. A1", "World", "A1", "87", ""),
        ("Wednesday, September 11, 2024 13887 mots, p. 819(40)", None, "819(40)", "13887", ""),
        ("France, mercredi 11 septembre 2024, p. 2,3", "France", "2,3", None, ""),
        ("11 septembre 2024", None, None, None, ""),
        ("Le Monde de 1945, mercredi 11 septembre 2024", "Le Monde de 1945", None, None, ""),
    )
    return page(*(document(kind[0]) for kind in kinds)), [
        {**USUAL, "section": section, "pages": pages, "length_stated": length, "date": f"2024-09-11{time}"}
        for _, section, pages, length, time in kinds
    ]


def outlets_of_all_kinds():
    """The number of an issue, a site, a place, lines within the name."""
    kinds = (
        ("Le Courrier du Port, no. 43018", "Le Courrier du Port", "no. 43018"),
        ("Le Courrier du Port (site web)", "Le Courrier du Port (site web)", None),
        ("Le Courrier du Port  ", "Le Courrier du Port", None),
        ("Port Law Review, Vol. 14, no 4", "Port Law Review", "Vol. 14, no 4"),
        ("L'Écho d'Alba", "L'Écho d'Alba", None),
        ("Le Courrier <i>du Port</i>", "Le Courrier du Port", None),
        ("No. 1 Magazine", "No. 1 Magazine", None),
    )
    return page(*(document(outlet=kind[0]) for kind in kinds)), [
        {**USUAL, "outlet": outlet, "edition": edition} for _, outlet, edition in kinds
    ]


def section_in_a_box_of_its_own():
    """The section stands in its own mark and the date beside it."""
    own = document().replace(
        "<span class='DocHeader'>France, mercredi 11 septembre 2024 134 mots, p. 11</span>",
        "<span class='DocTitreSousSection'>France, </span> <span>mercredi 11 septembre 2024, p. 11</span>",
    )
    bare = document().replace(" class='DocHeader'", "")
    return page(own, bare), [USUAL, USUAL]


def titles_of_all_kinds():
    """The title without a box of its own, in another element, on two lines."""
    kinds = (
        "<div class='titreArticleVisu'>Le port ouvre</div>",
        "<p class='titreArticleVisu grandTitre'>Le port<br/>ouvre</p>",
        "<h2>Le port ouvre</h2>",
        "Le port ouvre",
    )
    return page(*(document(boxed=boxed) for boxed in kinds)), [USUAL] * 4


def bodies_of_all_kinds():
    """Loose text between breaks, headings and lists within, a text without its box, none."""
    loose = f"{PARTS[0]}<br/><br/>{PARTS[1]}"
    headed = f"<p>{PARTS[0]}</p><h3>Enfin</h3><ul><li>Un</li><li>Deux</li></ul><p>{PARTS[1]}</p>"
    unboxed = document().replace("<div class='DocText clearfix'><div class='docOcurrContainer'>", "<div><div>")
    return page(document(body=loose), document(body=headed), unboxed, document(body="")), [
        USUAL,
        {**USUAL, "text": f"{PARTS[0]}\n\nEnfin\n\nUn\n\nDeux\n\n{PARTS[1]}"},
        USUAL,
        {**USUAL, "text": ""},
    ]


def lines_that_look_like_feet():
    """A paragraph that opens with a sign of copyright ends no marked body."""
    body = f"<p>{PARTS[0]}</p><p>© ou pas, dit-il.</p><p>Tous droits réservés ? Non.</p><p>{PARTS[1]}</p>"
    text = f"{PARTS[0]}\n\n© ou pas, dit-il.\n\nTous droits réservés ? Non.\n\n{PARTS[1]}"
    return page(document(body=body)), [{**USUAL, "text": text}]


def also_published_elsewhere():
    """Below the text stands where else it was published; that is no text."""
    after = (
        "<div class='apd-wrapper'><div>Cet article est paru dans</div><table><tr><td><div class='apd-sources-date'>"
        "2024-09-11</div></td><td><div class='source-name-APD'>L'Écho d'Alba</div></td></tr></table></div>"
    )
    return page(document(after=after), document()), [USUAL, USUAL]


def english_pages():
    """An English interface: its own words for number and rights."""
    data = page(
        document(
            "World, Wednesday, September 11, 2024 134 words, p. A1",
            outlet="Coast Daily",
            foot=("© 2024 Coast Daily. All Rights Reserved.", f"Document number: {ID}"),
        )
    )
    return data, [{**USUAL, "outlet": "Coast Daily", "section": "World", "pages": "A1"}]


def old(title="Le port ouvre", who="Mara Okhai<br><p></p>", body=None, head=None, outlet="Le Courrier du Port"):
    """A document of the pages of former years."""
    spans = ("France, ", "mercredi ", "11 septembre 2024", ", p. 11") if head is None else head
    marked = "".join(f'<span class="DocHeader">{part}</span>' for part in spans)
    text = f"{PARTS[0]}<p></p>{PARTS[1]}" if body is None else body
    return (
        '<table><tr><td><table id="tbHeaderImages"><tr><td><img src="a.gif"><br></td></tr></table>'
        f'<span class="DocPublicationName">{outlet}</span><br>{marked}<br><br>'
        f'<span class="TitreArticleVisu">{title}</span><br><br>{who}{text}<p></p>'
        "<b><i>© 2024 Le Courrier. Tous droits réservés.</i></b><p></p>"
        f"Numéro de document : {ID}<br><br><br><table><tr><td>{ID}</td></tr><tr><td>Ce certificat est émis à <b>U</b>"
        "</td></tr><tr><td>Date d'émission : <b>2025-01-03</b></td></tr></table></td></tr></table><p><br><br>\n"
    )


def old_pages():
    """The usual document, hits in red, letters in bold, no writers."""
    red = "Le port <span style='color:red'>ouvre</span>"
    bold = f"<font style='font-weight:bold;'>{PARTS[0]}</font><p></p><i>{PARTS[1]}</i>"
    return page(old(), old(red), old(body=bold), old(who="")), [USUAL, USUAL, USUAL, {**USUAL, "byline": None}]


def old_pages_in_latin_1():
    """The encoding that old pages declare."""
    data = page(old(), old()).replace(b'charset="utf-8"', b'charset="iso-8859-1"').decode().encode("iso-8859-1")
    return data, [USUAL, USUAL]


def old_heads():
    """Parts of the line below the name in other marks."""
    kinds = (
        (("mercredi ", "11 septembre 2024"), None, None),
        (("France", ", ", "mercredi ", "11 septembre 2024", ", p. 2_3"), "France", "2_3"),
        (("World, ", "Wednesday, ", "September 11, 2024", ", p. A1"), "World", "A1"),
        (("mercredi ", "11 septembre 2024", " 10:21 UTC +02:00"), None, None),
    )
    return page(*(old(head=kind[0]) for kind in kinds)), [
        {
            **USUAL,
            "section": section,
            "pages": pages,
            "date": "2024-09-11T10:21:00" if "UTC" in head[-1] else "2024-09-11",
        }
        for head, section, pages in kinds
    ]


def dates_elsewhere():
    """A date in a kicker, a number or a certificate is not the document's."""
    kicker = "<div><p>Le 14 mars 2006, un souvenir</p></div>"
    return page(document("France, p. 11", above=kicker)), [{**USUAL, "date": None, "section": None, "pages": None}]


def writers_with_titles():
    """What writers sign with; a subtitle that is a sentence names nobody."""
    kinds = (
        ("<div class='docAuthors'>Par Mara Okhai</div>", "Mara Okhai"),
        ("<div class='docAuthors'>MARA OKHAI, À PORTO ALBA</div>", "MARA OKHAI, À PORTO ALBA"),
        ("<div class='docAuthors'>Mara Okhai<br/>Jan Velde</div>", "Mara Okhai Jan Velde"),
        ("<div>m.o.</div>", "m.o."),
        ("<p>Dix ans de travaux se terminent, dit le maire.</p><div class='docAuthors'>Mara Okhai</div>", "Mara Okhai"),
        ("<div>Propos recueillis par Mara Okhai</div>", "Propos recueillis par Mara Okhai"),
    )
    return page(*(document(who=kind[0]) for kind in kinds)), [{**USUAL, "byline": byline} for _, byline in kinds]


def frames_that_never_close():
    """Elements that are not closed do not mix documents."""
    data = page(document(), document()).replace(b"</div></div></section>", b"</section>").replace(b"</article>", b"")
    return data, [USUAL, USUAL]


def uppercase_tags():
    """Names of elements in capitals."""
    text = page(document(), document()).decode()
    for name in ("article", "header", "section", "div", "span", "p", "footer"):
        text = text.replace(f"<{name}", f"<{name.upper()}").replace(f"</{name}", f"</{name.upper()}")
    return text.replace("class=", "CLASS=").encode(), [USUAL, USUAL]


def with_a_cover():
    """A cover that says how many documents were saved, and a table of contents."""
    cover = (
        "<div>Documents sauvegardés</div><div>2 documents</div><ul><li>Le port ouvre</li><li>Le port ouvre</li></ul>"
    )
    return page(cover, document(), document()), [USUAL, USUAL]


PAGES = (
    recent,
    kicker_and_subtitle,
    writers_in_a_paragraph,
    headers_of_all_kinds,
    outlets_of_all_kinds,
    section_in_a_box_of_its_own,
    titles_of_all_kinds,
    bodies_of_all_kinds,
    lines_that_look_like_feet,
    also_published_elsewhere,
    english_pages,
    old_pages,
    old_pages_in_latin_1,
    old_heads,
    dates_elsewhere,
    writers_with_titles,
    frames_that_never_close,
    uppercase_tags,
    with_a_cover,
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
