# Built from what is publicly known of the formats; no vendor's file was at hand. People and papers are invented.
"""Exports of LexisNexis and Nexis in many layouts, languages and states, read as any raw file is."""

import html
import io
import re
import zipfile
from typing import Any, NamedTuple

import pytest

import mediastudy as ms

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RTF_HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\colortbl;\red0\green0\blue0;}"


class Case(NamedTuple):
    """One export: the name of the file, its bytes, what each of its articles must say, the number it claims."""

    file: str
    data: bytes
    articles: list[dict[str, Any]]
    announced: int | None = None
    format: str = ""


# --- files written from lines -------------------------------------------------------------------------------------


def docx(text):
    """A DOCX with a paragraph a line.

    ``#Name`` is an empty paragraph with a bookmark, ``= `` opens a heading, ``> `` a link, ``| `` a row of a table;
    ``*word*`` is a hit of the search in a run of its own; ``\\`` is a break within a paragraph.
    """
    body = "".join(paragraph_of(line, number) for number, line in enumerate(text.strip("\n").split("\n")))
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f'<w:styles {NAMESPACES}><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        "</w:styles>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="h1" TargetMode="External" Target="https://nexis.example/api/document?'
        'id=urn%3AcontentItem%3A5WGT-XY01-JBNF-W0AB-00000-00"/></Relationships>',
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph_of(line, number):
    """The XML of one paragraph, or of a row of a table."""
    if line.startswith("| "):
        cells = "".join(f"<w:tc><w:p>{runs(cell)}</w:p></w:tc>" for cell in line[2:].split(" | "))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    if line.startswith("#"):
        return f'<w:p><w:bookmarkStart w:id="{number}" w:name="{line[1:]}"/><w:bookmarkEnd w:id="{number}"/></w:p>'
    if line.startswith("= "):
        return f'<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>{runs(line[2:])}</w:p>'
    if line.startswith("> "):
        return f'<w:p><w:hyperlink r:id="h1">{runs(line[2:])}</w:hyperlink></w:p>'
    return f"<w:p>{runs(line)}</w:p>"


def runs(text):
    """The runs of a paragraph; hits stand in runs of their own, labels too."""
    pieces = []
    for piece in re.split(r"(\*[^*]+\*|\\|^[^:]{3,20}:)", text):
        if piece == "\\":
            pieces.append("<w:r><w:br/></w:r>")
        elif piece:
            pieces.append(f'<w:r><w:t xml:space="preserve">{html.escape(piece.strip("*"))}</w:t></w:r>')
    return "".join(pieces)


def rtf(text, head=RTF_HEAD):
    """An RTF with a paragraph a line; lines are RTF but for their umlauts."""
    body = "\\par\n".join(text.strip("\n").split("\n"))
    plain = "".join(f"\\'{code:02x}" if code > 127 else chr(code) for code in body.encode("cp1252"))
    return f"{head}\n{plain}}}".encode("ascii")


def block(*paragraphs):
    """A DIV of a LexisNexis page."""
    inner = "".join(f'<P CLASS="c6"><SPAN CLASS="c2">{text}</SPAN></P>\n' for text in paragraphs)
    return f'<BR><DIV CLASS="c5">{inner}</DIV>\n'


def label(name, value):
    """A DIV with a label."""
    return block(f'</SPAN><SPAN CLASS="c8">{name}: </SPAN><SPAN CLASS="c2">{value}')


def page(*records, head='<META TOPIC="null">', cover=""):
    """A LexisNexis page of records, each a list of DIVs."""
    parts = [
        f'<A NAME="DOC_ID_0_{number}"></A><!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->\n'
        f"{''.join(blocks)}<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n"
        for number, blocks in enumerate(records)
    ]
    return f"<HTML><HEAD><TITLE>&nbsp;</TITLE>{head}</HEAD><BODY>{cover}{''.join(parts)}</BODY></HTML>"


def lines_of(text, *, bom=True):
    """A TXT as Windows programs write it."""
    return text.replace("\n", "\r\n").encode("utf-8-sig" if bom else "utf-8")


# --- Nexis Uni, DOCX ----------------------------------------------------------------------------------------------


def three_articles_with_a_cover():
    text = """
User Name: M. Okhai
Date and Time: Monday, May 6, 2019 9:31:00 AM EDT
Job Number: 88123456
Documents (3)
> 1. Harbour opens
Client/Matter: -None-
Search Terms: harbour
Search Type: Terms and Connectors
Narrowed by:
| Content Type | Narrowed by
| News | Sources: Coast Daily; Timeline: Jan 01, 2019 to Dec 31, 2019
> 2. Ferry late again
Client/Matter: -None-
Search Terms: harbour
| Content Type | Narrowed by
| News | -None-
> 3. Council: no new quay
Client/Matter: -None-
Search Terms: harbour
| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2019 LexisNexis
#Bookmark_3
> *Harbour* opens
Coast Daily (Porto Alba)
May 3, 2019 Friday
Late Edition - Final

Copyright 2019 Coast Press Company

Section: Section A; Column 1; National Desk; Pg. 12
Length: 1,204 words
Byline: By Mara Okhai
Body

PORTO ALBA -- The *harbour* opened on Friday.

''It took ten years,'' said Jon Tarvin.

Graphic

PHOTO: The first ship. (PHOTOGRAPH BY L. SEND)
Photo: The second.
Classification

Language: ENGLISH
Document-Type: News
Publication-Type: Newspaper
Subject: HARBORS & PORTS (90%); FERRIES (78%)
Geographic: PORTO ALBA (92%)
Load-Date: May 4, 2019

End of Document
#Bookmark_4
> Ferry late again
Alba Weekly
May 2, 2019 Thursday 11:21 AM GMT

Copyright 2019 Alba Weekly All Rights Reserved

Length: 88 words
Body

The ferry was late.

Load-Date: May 2, 2019

End of Document
#Bookmark_5
> Council: no new quay
Sel Haven Courier
May 1, 2019

Copyright 2019 Sel Media
Section: LOCAL
Length: 40 words
Dateline: SEL HAVEN
Body

The council said no.

Notes

This story has been corrected.

Load-Date: May 1, 2019

End of Document
"""
    articles = [
        {
            "title": "Harbour opens",
            "outlet": "Coast Daily (Porto Alba)",
            "date": "2019-05-03",
            "date_raw": "May 3, 2019 Friday",
            "edition": "Late Edition - Final",
            "section": "Section A; Column 1; National Desk; Pg. 12",
            "byline": "Mara Okhai",
            "length_stated": "1204",
            "language": "en",
            "load_date": "May 4, 2019",
            "captions": "PHOTO: The first ship. (PHOTOGRAPH BY L. SEND) Photo: The second.",
            "text": "PORTO ALBA -- The harbour opened on Friday.\n\n''It took ten years,'' said Jon Tarvin.",
        },
        {
            "title": "Ferry late again",
            "outlet": "Alba Weekly",
            "date": "2019-05-02 11:21",
            "length_stated": "88",
            "text": "The ferry was late.",
        },
        {
            "title": "Council: no new quay",
            "outlet": "Sel Haven Courier",
            "date": "2019-05-01",
            "dateline": "SEL HAVEN",
            "section": "LOCAL",
            "text": "The council said no.",
        },
    ]
    return Case("Files(3).DOCX", docx(text), articles, 3, "nexis-uni-docx")


def one_article_a_file_without_a_cover():
    text = """
> Port strike *ends*
The Coast Times
November 12, 2023 Sunday
National Edition

Copyright 2023 Coast Times, a division of Coast Press Inc. All Rights Reserved

Section: FINANCIAL TIDES; Pg. FT3
Length: 210 words
Byline: Jon Tarvin, The Coast Times
Highlight: Dockers go back to work on Monday
Body

Dockers will go back to work on Monday.

Graphic

Lena Send, Coast Times; Dockers at the gate.
Load-Date: November 12, 2023

End of Document
"""
    article = {
        "title": "Port strike ends",
        "outlet": "The Coast Times",
        "date": "2023-11-12",
        "edition": "National Edition",
        "section": "FINANCIAL TIDES; Pg. FT3",
        "pages": "FT3",
        "byline": "Jon Tarvin, The Coast Times",
        "abstract": "Dockers go back to work on Monday",
        "captions": "Lena Send, Coast Times; Dockers at the gate.",
        "load_date": "November 12, 2023",
        "text": "Dockers will go back to work on Monday.",
    }
    return Case("Port strike ends.DOCX", docx(text), [article], None, "nexis-uni-docx")


def headings_and_no_bookmarks():
    text = """
= Harbour opens
Coast Daily
May 3, 2019 Friday
Length: 10 words
Body
The harbour opened.
End of Document
= Ferry late
Coast Daily
May 4, 2019 Saturday
Length: 10 words
Body
The ferry was late.
End of Document
"""
    articles = [
        {"title": "Harbour opens", "outlet": "Coast Daily", "date": "2019-05-03", "text": "The harbour opened."},
        {"title": "Ferry late", "outlet": "Coast Daily", "date": "2019-05-04", "text": "The ferry was late."},
    ]
    return Case("two.docx", docx(text), articles, None, "nexis-uni-docx")


def an_article_without_a_headline():
    text = """
Documents (2)
Job Number: 5
1. No Headline In Original
2. Ferry late
#Bookmark_1
Coast Daily
May 3, 2019 Friday
Section: LETTERS
Length: 10 words
Body
Sir, the harbour is closed.
End of Document
#Bookmark_2
No Headline In Original
Coast Daily
May 4, 2019 Saturday
Length: 10 words
Body
The ferry was late.
End of Document
"""
    articles = [
        {"title": None, "outlet": "Coast Daily", "date": "2019-05-03", "text": "Sir, the harbour is closed."},
        {"title": "No Headline In Original", "date": "2019-05-04", "text": "The ferry was late."},
    ]
    return Case("letters.DOCX", docx(text), articles, 2, "nexis-uni-docx")


def an_article_without_a_date():
    text = """
#Bookmark_1
> Harbour opens
Coast Daily

Copyright 2019 Coast Press
Section: NEWS
Length: 10 words
Byline: Mara Okhai
Body
The harbour opened on May 3, 2019.
End of Document
"""
    article = {
        "title": "Harbour opens",
        "outlet": "Coast Daily",
        "date": None,
        "byline": "Mara Okhai",
        "text": "The harbour opened on May 3, 2019.",
    }
    return Case("undated.DOCX", docx(text), [article], None, "nexis-uni-docx")


def bylines_on_several_lines_and_no_length():
    text = """
> Harbour opens
Coast Daily
May 3, 2019 Friday
Copyright 2019 Coast Press
Section: NEWS
Byline: By MARA OKHAI and JON TARVIN\\Coast Daily Staff Writers
Dateline: PORTO ALBA
Body
The harbour opened.
Load-Date: May 3, 2019
End of Document
> Ferry late
Coast Daily
May 4, 2019 Saturday
Section: NEWS
Byline: Mara Okhai;
Jon Tarvin
Body
The ferry was late.
Load-Date: May 4, 2019
End of Document
"""
    articles = [
        {
            "byline": "MARA OKHAI and JON TARVIN Coast Daily Staff Writers",
            "dateline": "PORTO ALBA",
            "length_stated": None,
            "text": "The harbour opened.",
        },
        {"title": "Ferry late", "byline": "Mara Okhai; Jon Tarvin", "text": "The ferry was late."},
    ]
    return Case("bylines.DOCX", docx(text), articles, None, "nexis-uni-docx")


def a_transcript_of_television():
    text = """
#Bookmark_1
> Harbour Strike Enters Third Week; Ministers Meet
CHANNEL NINE
SHOW: HARBOUR TONIGHT 9:00 PM EST
March 11, 2020 Wednesday

TRANSCRIPT: 031101CN.V17
Copyright 2020 Channel Nine, Inc. All Rights Reserved
Section: NEWS; Domestic
Length: 7,012 words
Byline: Mara Okhai, Jon Tarvin
Guests: Lena Send
Highlight: Dockers stay out. Ministers meet.
Body

MARA OKHAI, CHANNEL NINE HOST: Good evening.

ANCHOR: The strike goes on.

(BEGIN VIDEO CLIP)

REPORTERS: Minister!

SEND: No comment.

(END VIDEO CLIP)

Load-Date: March 12, 2020
End of Document
"""
    article = {
        "title": "Harbour Strike Enters Third Week; Ministers Meet",
        "outlet": "CHANNEL NINE",
        "date": "2020-03-11",
        "section": "NEWS; Domestic",
        "byline": "Mara Okhai, Jon Tarvin",
        "abstract": "Dockers stay out. Ministers meet.",
        "text": "MARA OKHAI, CHANNEL NINE HOST: Good evening.\n\nANCHOR: The strike goes on.\n\n(BEGIN VIDEO CLIP)\n\n"
        "REPORTERS: Minister!\n\nSEND: No comment.\n\n(END VIDEO CLIP)",
    }
    return Case("transcript.DOCX", docx(text), [article], None, "nexis-uni-docx")


def headings_of_the_format_within_the_body():
    text = """
#Bookmark_1
> Body found in harbour
Coast Daily
May 3, 2019 Friday
Length: 30 words
#Body_0
A swimmer was found.

Body

The second part of the story has this heading.

SUBJECT: HARBOUR PLANS
TITLE: Clerk
He wrote no more.

COMPANY: ALBA SHIPPING

PERSON: NONE
Classification

Language: ENGLISH
Load-Date: May 3, 2019
End of Document
"""
    article = {
        "title": "Body found in harbour",
        "language": "en",
        "subjects": None,
        "text": "A swimmer was found.\n\nBody\n\nThe second part of the story has this heading."
        "\n\nSUBJECT: HARBOUR PLANS\n\nTITLE: Clerk\n\nHe wrote no more.\n\nCOMPANY: ALBA SHIPPING\n\nPERSON: NONE",
    }
    return Case("memo.DOCX", docx(text), [article], None, "nexis-uni-docx")


def german_interface():
    text = """
Datum und Uhrzeit: Montag, 3. Mai 2021 9:31:00 CEST
Auftragsnummer: 142
Dokumente (2)
1. Hafen eröffnet
Client/Matter: -None-
Suchbegriffe: Hafen
2. Fähre zu spät
Suchbegriffe: Hafen
#Bookmark_1
> Hafen eröffnet; Nach zehn Jahren
Küstenblatt (Alba)
Montag 3. Mai 2021
Abendausgabe

Copyright 2021 Küstenverlag GmbH Alle Rechte vorbehalten

Rubrik: Lokales; S. 12; Ausg. 101
Länge: 1.210 Wörter
Autor: Von Mara Okhai
Highlight: Nach zehn Jahren ist der Hafen offen.
Textkörper

Der Hafen ist offen.

SPIEGEL: Seit wann?

Grafik

Das erste Schiff. Foto: Lena Send
Klassifizierung

Sprache: GERMAN; DEUTSCH
Publikationstyp: Zeitung
Zeitungs-Code: KB
Ladedatum: 4. Mai 2021
Ende des Dokuments
#Bookmark_2
> Fähre zu spät
Küstenblatt (Alba)
4. Mai 2021 Dienstag 9:20 AM GMT+1
Länge: 20 Wörter
Body
Die Fähre kam zu spät.
Link zum PDF-Dokument
Update: 5. Mai 2021
Ende des Dokuments
"""
    articles = [
        {
            "title": "Hafen eröffnet; Nach zehn Jahren",
            "outlet": "Küstenblatt (Alba)",
            "date": "2021-05-03",
            "edition": "Abendausgabe",
            "section": "Lokales; S. 12; Ausg. 101",
            "pages": "12",
            "length_stated": "1210",
            "byline": "Mara Okhai",
            "language": "de",
            "captions": "Das erste Schiff. Foto: Lena Send",
            "text": "Der Hafen ist offen.\n\nSPIEGEL: Seit wann?",
        },
        {
            "title": "Fähre zu spät",
            "date": "2021-05-04 09:20",
            "load_date": "5. Mai 2021",
            "text": "Die Fähre kam zu spät.",
        },
    ]
    return Case("Dateien(2).DOCX", docx(text), articles, 2, "nexis-uni-docx")


def french_interface():
    text = """
Date et heure : lundi 6 mai 2019 09:31:00 CEST
Numéro du travail : 142
Documents (1)
1. Le port ouvre
Client/Affaire : -None-
Termes de recherche : port
#Bookmark_1
> Le port ouvre : dix ans d'attente
Courrier de la côte
vendredi 3 mai 2019

Copyright 2019 Presse de la côte Tous droits réservés

Rubrique : PORT ; p. 3
Longueur : 1 210 mots
Auteur : Mara Okhai
Encart : Le port est ouvert après dix ans.
Corps

Le port est ouvert.

« Enfin », dit le maire.

Classification

Langue : FRENCH; FRANÇAIS
Type de publication : Journal
Date de chargement : 4 mai 2019
Fin du document
"""
    article = {
        "title": "Le port ouvre : dix ans d'attente",
        "outlet": "Courrier de la côte",
        "date": "2019-05-03",
        "section": "PORT ; p. 3",
        "length_stated": "1210",
        "byline": "Mara Okhai",
        "abstract": "Le port est ouvert après dix ans.",
        "language": "fr",
        "load_date": "4 mai 2019",
        "text": "Le port est ouvert.\n\n« Enfin », dit le maire.",
    }
    return Case("Fichiers.DOCX", docx(text), [article], 1, "nexis-uni-docx")


def dutch_articles_in_an_english_interface():
    text = """
Documents (2)
Job Number: 7
1. Haven open
2. Veer te laat
#Bookmark_1
> Haven open
Kustblad
4 oktober 2017 woensdag
Ochtend Editie

Copyright 2017 Kustpers B.V. Alle rechten voorbehouden

Section: BINNENLAND; Blz. 6
Length: 302 words
Byline: MARA OKHAI
Body

De haven is open.

Load-Date: October 3, 2017
End of Document
#Bookmark_2
> Veer te laat
Kustblad.nl
30 november 2012 vrijdag 12:00 PM CET
Section: KORT
Length: 24 woorden
Body
Het veer kwam te laat.
Classification
Language: DUTCH; NEDERLANDS
End of Document
"""
    articles = [
        {
            "title": "Haven open",
            "date": "2017-10-04",
            "edition": "Ochtend Editie",
            "section": "BINNENLAND; Blz. 6",
            "pages": "6",
            "length_stated": "302",
            "text": "De haven is open.",
        },
        {"outlet": "Kustblad.nl", "date": "2012-11-30 12:00", "length_stated": "24", "language": "nl"},
    ]
    return Case("haven.DOCX", docx(text), articles, 2, "nexis-uni-docx")


def dutch_interface():
    text = """
Documenten (1)
Taaknummer: 7
1. Haven open
> Haven open
Kustblad
vrijdag 3 mei 2019
Sectie: Economie; blz. 21
Lengte: 210 woorden
Auteur: Door Mara Okhai
Hoofdtekst
De haven is open.
Classificatie
Taal: Dutch; Nederlands
Laaddatum: 3 mei 2019
Einde van document
"""
    article = {
        "title": "Haven open",
        "outlet": "Kustblad",
        "date": "2019-05-03",
        "section": "Economie; blz. 21",
        "byline": "Mara Okhai",
        "length_stated": "210",
        "language": "nl",
        "load_date": "3 mei 2019",
        "text": "De haven is open.",
    }
    return Case("bestand.DOCX", docx(text), [article], 1, "nexis-uni-docx")


def letters_to_the_editor():
    text = """
#Bookmark_1
> Letters to the editor
Coast Daily
May 3, 2019 Friday
Section: OPINION; LETTERS
Length: 150 words
Body

To the Editor:

Re "Harbour opens" (news article, May 1):

The harbour is loud.

LENA SEND
Porto Alba, May 1, 2019

To the Editor:

It is not.

Jon Tarvin
Sel Haven

Load-Date: May 3, 2019
End of Document
"""
    body = [
        "To the Editor:",
        'Re "Harbour opens" (news article, May 1):',
        "The harbour is loud.",
        "LENA SEND",
        "Porto Alba, May 1, 2019",
        "To the Editor:",
        "It is not.",
        "Jon Tarvin",
        "Sel Haven",
    ]
    article = {"title": "Letters to the editor", "section": "OPINION; LETTERS", "text": "\n\n".join(body)}
    return Case("letters.DOCX", docx(text), [article], None, "nexis-uni-docx")


def lists_and_tables_within_the_body():
    text = """
#Bookmark_1
> Ports by tons
Coast Daily
May 3, 2019 Friday
Length: 30 words
Body
The largest ports:
• Alba
• Sel Haven
| Port | Tons
| Alba | 12
Type: container
Note: figures of 2018
Load-Date: May 3, 2019
End of Document
"""
    article = {
        "title": "Ports by tons",
        "load_date": "May 3, 2019",
        "text": "The largest ports:\n\n• Alba\n\n• Sel Haven\n\nPort Tons\n\nAlba 12\n\nType: container\n\n"
        "Note: figures of 2018",
    }
    return Case("table.DOCX", docx(text), [article], None, "nexis-uni-docx")


def page_headers_within_the_text():
    text = """
Page 1 of 3
Harbour opens
#Bookmark_1
> Harbour opens
Coast Daily
May 3, 2019 Friday
Length: 30 words
Body
The harbour opened.
Page 2 of 3
Harbour opens
It took ten years.
Page 3 of 3
Harbour opens
Ships came.
Load-Date: May 3, 2019
End of Document
"""
    article = {
        "title": "Harbour opens",
        "outlet": "Coast Daily",
        "text": "The harbour opened.\n\nIt took ten years.\n\nShips came.",
    }
    return Case("printed.DOCX", docx(text), [article], None, "nexis-uni-docx")


def no_line_above_the_body():
    text = """
> Harbour opens
Coast Daily
May 3, 2019 Friday
Copyright 2019 Coast Press
Section: NEWS; Pg. 1
Length: 30 words
Byline: Mara Okhai

The harbour opened.

Ships came.

Load-Date: May 3, 2019
End of Document
> Ferry late
Alba Weekly
May 4, 2019
Length: 12 words

The ferry was late.
End of Document
"""
    articles = [
        {
            "title": "Harbour opens",
            "byline": "Mara Okhai",
            "section": "NEWS; Pg. 1",
            "text": "The harbour opened.\n\nShips came.",
        },
        {"title": "Ferry late", "outlet": "Alba Weekly", "date": "2019-05-04", "text": "The ferry was late."},
    ]
    return Case("Files(2).DOCX", docx(text), articles, None, "nexis-uni-docx")


def headlines_that_look_like_labels_or_dates():
    text = """
#Bookmark_1
> May 3, 2019: the day the port opened
Coast Daily
May 4, 2019 Saturday
Length: 30 words
Body
Ships came.
End of Document
#Bookmark_2
> Correction: the port is open
Coast Daily
May 5, 2019 Sunday
Correction Appended
Length: 30 words
Body
The port is open.
Correction
A headline on Friday misstated the day.
Correction-Date: May 6, 2019
Classification
Language: ENGLISH
End of Document
#Bookmark_3
> Section: a play about a port
Coast Daily
May 6, 2019 Monday
Length: 30 words
Body
It is a good play.
End of Document
"""
    articles = [
        {"title": "May 3, 2019: the day the port opened", "outlet": "Coast Daily", "date": "2019-05-04"},
        {
            "title": "Correction: the port is open",
            "date": "2019-05-05",
            "edition": "Correction Appended",
            "text": "The port is open.",
        },
        {"title": "Section: a play about a port", "outlet": "Coast Daily", "date": "2019-05-06"},
    ]
    return Case("odd.DOCX", docx(text), articles, None, "nexis-uni-docx")


def articles_in_spanish_and_chinese():
    text = """
#Bookmark_1
> Abre el puerto
Diario de la Costa (España)
12 de marzo de 2020 jueves

Copyright 2020 Prensa de la Costa S.A. Todos los derechos reservados

Section: ECONOMÍA; Pág. 21
Length: 30 palabras
Byline: Mara Okhai
Body
El puerto está abierto.
Classification
Language: SPANISH; ESPAÑOL
End of Document
#Bookmark_2
> 港口开放
海岸日报
2020年3月12日 星期四
Length: 88 字
Body
港口今天开放。
Classification
Language: CHINESE; 中文
End of Document
"""
    articles = [
        {
            "title": "Abre el puerto",
            "outlet": "Diario de la Costa (España)",
            "date": "2020-03-12",
            "section": "ECONOMÍA; Pág. 21",
            "language": "es",
            "text": "El puerto está abierto.",
        },
        {
            "title": "港口开放",
            "outlet": "海岸日报",
            "date": "2020-03-12",
            "length_stated": "88",
            "language": "zh",
            "text": "港口今天开放。",
        },
    ]
    return Case("world.DOCX", docx(text), articles, None, "nexis-uni-docx")


def a_blog_passed_on_by_a_distributor():
    text = """
#Bookmark_1
> Why the harbour matters
Newswire Blogs
Coast Blog
May 3, 2016 Tuesday 2:14 PM EST

Delivered by Newswire LLC. All Rights Reserved
Copyright 2016 Coast Blog

Length: 30 words
Byline: Mara Okhai
Body

May 03, 2016( Coast Blog: http://coast.example) The harbour matters.

Notes

The views expressed in any and all content distributed by Newswire are solely those of the authors.

Load-Date: May 3, 2016
End of Document
"""
    article = {
        "title": "Why the harbour matters",
        "outlet": "Coast Blog",
        "date": "2016-05-03 14:14",
        "text": "May 03, 2016( Coast Blog: http://coast.example) The harbour matters.",
    }
    return Case("blog.DOCX", docx(text), [article], None, "nexis-uni-docx")


def five_hundred_articles():
    days = [f"May {number % 31 + 1}, {1990 + number % 30}" for number in range(500)]
    story = """#Bookmark_{0}
> Story {0}
Coast Daily
{1}
Length: {0} words
Body
The text of story {0}.
Load-Date: {1}
End of Document"""
    cover = ["Job Number: 5", "Documents (500)", *(f"{number}. Story {number}" for number in range(1, 501))]
    text = "\n".join([*cover, *(story.format(number, day) for number, day in enumerate(days, start=1))])
    articles = [
        {"title": f"Story {number}", "length_stated": str(number), "text": f"The text of story {number}."}
        for number in range(1, 501)
    ]
    return Case("Files(500).DOCX", docx(text), articles, 500, "nexis-uni-docx")


def files_of_one_article_in_an_archive():
    story = "> Story {0}\nCoast Daily\nMay {0}, 2019\nLength: 3 words\nBody\nText {0}.\nEnd of Document"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in (1, 2, 3):
            archive.writestr(f"Files (3)/Story {number}.DOCX", docx(story.format(number)))
    articles = [
        {"title": f"Story {number}", "date": f"2019-05-0{number}", "text": f"Text {number}."} for number in (1, 2, 3)
    ]
    return Case("Files (3).ZIP", buffer.getvalue(), articles, None, "zip")


# --- Nexis Uni, RTF -----------------------------------------------------------------------------------------------


def rtf_with_a_cover():
    text = r"""
{\header\pard Page {\field{\*\fldinst PAGE}{\fldrslt 1}} of 3\par}{\b Date and Time:} Monday, May 6, 2019 9:31:00 AM EDT
{\b Job Number:} 12345
{\b Documents (2)}
1.{\field{\*\fldinst{HYPERLINK "https://nexis.example/1"}}{\fldrslt{\ul Harbour opens}}}
{\b Client/Matter:} -None-
{\b Search Terms:} harbour
\trowd\cellx100\cellx200 Content Type\cell Narrowed by\cell\row
\trowd\cellx100\cellx200 News\cell -None-\cell\row
2. Caf\'e9 closes
{\b Client/Matter:} -None-
\sect\sectd{\*\bkmkstart Bookmark_1}{\*\bkmkend Bookmark_1}
{\field{\*\fldinst{HYPERLINK "https://nexis.example/1"}}{\fldrslt{\ul {\b Harbour} opens}}}
Coast Daily
May 3, 2019 Friday

Copyright 2019 Coast Press All Rights Reserved

{\b Section:}\~NEWS; Pg. 4
{\b Length:}\~355 words
{\b Byline:}\~Mara Okhai
{\b Body}

The {\b\cf1 harbour} opened on Friday \u8211? at last.

\ldblquote It took ten years,\rdblquote  said O\rquote Hara\emdash the mayor.
{\b Classification}

{\b Language:}\~ENGLISH
{\b Load-Date:}\~May 4, 2019

End of Document
\page{\*\bkmkstart Bookmark_2}{\*\bkmkend Bookmark_2}Caf\'e9 closes
Coast Daily
May 4, 2019 Saturday
{\b Length:}\~20 words
{\b Body}
The caf\'e9 closed. \'93Sad,\'94 she said.
End of Document
"""
    articles = [
        {
            "title": "Harbour opens",
            "outlet": "Coast Daily",
            "date": "2019-05-03",
            "section": "NEWS; Pg. 4",
            "byline": "Mara Okhai",
            "length_stated": "355",
            "language": "en",
            "load_date": "May 4, 2019",
            "text": "The harbour opened on Friday – at last.\n\n“It took ten years,” said O’Hara—the mayor.",
        },
        {"title": "Café closes", "outlet": "Coast Daily", "text": "The café closed. “Sad,” she said."},
    ]
    return Case("Files(2).RTF", rtf(text), articles, 2, "nexis-uni-rtf")


def rtf_of_one_german_article():
    text = r"""
{\b Hafen er\u246\'f6ffnet}
Küstenblatt
3. Mai 2021 Montag
Copyright 2021 Küstenverlag Alle Rechte vorbehalten
{\b Rubrik:} Lokales; S. 12
{\b Länge:} 210 Wörter
{\b Autor:} Von Mara Okhai
{\b Body}
Der Hafen ist offen \endash  endlich.
\trowd\cellx100\cellx200 Schiff\cell Tonnen\cell\row
\trowd\cellx100\cellx200 Alba\cell 12\cell\row
{\b Sprache:} GERMAN; DEUTSCH
{\b Update:} 4. Mai 2021
Ende des Dokuments
"""
    article = {
        "title": "Hafen eröffnet",
        "outlet": "Küstenblatt",
        "date": "2021-05-03",
        "section": "Lokales; S. 12",
        "byline": "Mara Okhai",
        "length_stated": "210",
        "language": "de",
        "load_date": "4. Mai 2021",
        "text": "Der Hafen ist offen – endlich.\n\nSchiff Tonnen\n\nAlba 12",
    }
    return Case("Hafen.rtf", rtf(text), [article], None, "nexis-uni-rtf")


def rtf_saved_again_on_a_mac():
    head = r"{\rtf1\ansi\ansicpg1252\cocoartf2639{\fonttbl\f0\fswiss\fcharset0 Helvetica;}\uc0 "
    text = r"""Harbour opens\
Coast Daily\
May 3, 2019 Friday\
Length:\u160 30 words\
Body\
\
The harbour\'92s open \uc0\u8212  at last.\
Load-Date:\u160 May 3, 2019\
End of Document\
"""
    article = {
        "title": "Harbour opens",
        "outlet": "Coast Daily",
        "date": "2019-05-03",
        "length_stated": "30",
        "load_date": "May 3, 2019",
        "text": "The harbour’s open — at last.",
    }
    return Case("mac.rtf", f"{head}\n{text}}}".encode("ascii"), [article], None, "nexis-uni-rtf")


def rtf_with_pictures_and_french_labels():
    text = (
        r"{\pict\pngblip\picw10\pich10 "
        + "89504e47" * 200
        + r"""}
Le port ouvre
Courrier de la côte
3 mai 2019 vendredi
Rubrique\'a0: PORT; p. 3
Longueur\'a0: 1\'a0210 mots
Auteur\'a0: Mara Okhai
Corps
Le port est ouvert.\line Enfin.
Langue\'a0: FRENCH; FRANÇAIS
Fin du document
"""
    )
    article = {
        "title": "Le port ouvre",
        "outlet": "Courrier de la côte",
        "date": "2019-05-03",
        "length_stated": "1210",
        "byline": "Mara Okhai",
        "language": "fr",
        "text": "Le port est ouvert.\n\nEnfin.",
    }
    return Case("port.RTF", rtf(text), [article], None, "nexis-uni-rtf")


def rtf_in_the_layout_before_nexis_uni():
    text = r"""
1 of 2 DOCUMENTS

Coast Daily (Porto Alba)

May 3, 1999, Monday
City Edition

Harbour opens

{\b BYLINE: }By Mara Okhai

{\b SECTION: }News; Pg. 4

{\b LENGTH: }30 words

The {\b harbour} opened.

OKHAI: It took ten years.

{\b LOAD-DATE: }May 4, 1999

{\b LANGUAGE: }ENGLISH

Copyright 1999 Coast Press\line All Rights Reserved
\page 2 of 2 DOCUMENTS

Alba Weekly

May 4, 1999

Ferry late

{\b LENGTH: }20 words

The ferry was late.

Nobody came.

{\b LANGUAGE: }ENGLISH
"""
    articles = [
        {
            "title": "Harbour opens",
            "outlet": "Coast Daily (Porto Alba)",
            "date": "1999-05-03",
            "edition": "City Edition",
            "byline": "Mara Okhai",
            "section": "News; Pg. 4",
            "length_stated": "30",
            "language": "en",
            "text": "The harbour opened.\n\nOKHAI: It took ten years.",
        },
        {"title": "Ferry late", "outlet": "Alba Weekly", "text": "The ferry was late.\n\nNobody came."},
    ]
    return Case("harbour.DOC", rtf(text), articles, 2)


# --- LexisNexis, HTML ---------------------------------------------------------------------------------------------


def page_of_1983():
    record = [
        block("1 of 1 DOCUMENT"),
        block("Copyright 1983 Coast Press Company<BR>Coast Daily"),
        block("July 4, 1983, Monday, Late City Final Edition"),
        label("SECTION", "Section A; Page 1, Column 6; Foreign Desk"),
        label("LENGTH", "1009 words"),
        label("HEADLINE", "HARBOR OPENS; SHIPS COME"),
        label("BYLINE", "By MARA OKHAI, Special to Coast Daily"),
        label("DATELINE", "SEL HAVEN, July 3"),
        block('</SPAN><SPAN CLASS="c8">BODY:</SPAN><SPAN CLASS="c2">', "The harbor opened today.", "Ships came."),
        label("GRAPHIC", "Illustrations: photo of the harbor"),
        label("TYPE", "Analysis"),
        label("SUBJECT", "HARBORS"),
    ]
    article = {
        "title": "HARBOR OPENS; SHIPS COME",
        "outlet": "Coast Daily",
        "date": "1983-07-04",
        "section": "Section A; Page 1, Column 6; Foreign Desk",
        "length_stated": "1009",
        "byline": "MARA OKHAI, Special to Coast Daily",
        "dateline": "SEL HAVEN, July 3",
        "captions": "Illustrations: photo of the harbor",
        "subjects": "HARBORS",
        "text": "The harbor opened today.\n\nShips came.",
    }
    return Case("1983.html", page(record).encode(), [article], 1, "lexisnexis-html")


def page_with_hits_in_spans():
    hit = '</SPAN><SPAN CLASS="c4">{}</SPAN><SPAN CLASS="c2">'
    record = [
        block("1 of 2 DOCUMENTS"),
        block("Coast Daily"),
        block(hit.format("May") + " 3, 2009 Sunday<BR>Final Edition"),
        block("The " + hit.format("Harbour") + "'s open: " + hit.format("ships") + " are back"),
        label("BYLINE", "Mara Okhai"),
        label("SECTION", "NEWS; Pg. 4"),
        label("LENGTH", "30 words"),
        block("The " + hit.format("har") + "bour&rsquo;s open.", "She said: &quot;Ships!&quot;"),
        label("LOAD-DATE", "May 3, 2009"),
        label("LANGUAGE", "ENGLISH"),
        label("PUBLICATION-TYPE", "Newspaper"),
        block("Copyright 2009 Coast Press<BR>All Rights Reserved"),
    ]
    second = [
        block("2 of 2 DOCUMENTS"),
        block("Coast Daily"),
        block("May 4, 2009 Monday"),
        label("SECTION", "LETTERS"),
        label("LENGTH", "30 words"),
        block("SIR &ndash; The port is loud.", "Lena Send<BR>Sel Haven"),
        label("LANGUAGE", "ENGLISH"),
    ]
    articles = [
        {
            "title": "The Harbour's open: ships are back",
            "outlet": "Coast Daily",
            "date": "2009-05-03",
            "edition": "Final Edition",
            "byline": "Mara Okhai",
            "text": 'The harbour’s open.\n\nShe said: "Ships!"',
        },
        {
            "title": None,
            "outlet": "Coast Daily",
            "section": "LETTERS",
            "text": "SIR – The port is loud.\n\nLena Send\n\nSel Haven",
        },
    ]
    return Case("hits.HTML", page(record, second).encode(), articles, 2, "lexisnexis-html")


def german_page():
    record = [
        block("Dokument 1 von 2"),
        block("K&uuml;stenblatt"),
        block("27. Februar 2012 Montag 9:50 PM GMT+1"),
        block("Hafen er&ouml;ffnet;<BR>Nach zehn Jahren"),
        label("AUTOR", "Mara Okhai"),
        label("RUBRIK", "LOKALES; S. 12"),
        label("L&Auml;NGE", "1.210 W&ouml;rter"),
        label("HIGHLIGHT", "Der Hafen ist offen."),
        block("SPIEGEL: Seit wann ist der Hafen offen?", "OKHAI: Seit Montag."),
        label("UPDATE", "28. Februar 2012"),
        label("SPRACHE", "GERMAN; DEUTSCH"),
        label("GRAFIK", "Das erste Schiff"),
        label("PUBLICATION-TYPE", "Zeitung"),
        label("ZEITUNGS-CODE", "KB"),
        block("Copyright 2012 K&uuml;stenverlag<BR>Alle Rechte vorbehalten"),
    ]
    second = [
        block("Dokument 2 von 2"),
        block("K&uuml;stenblatt"),
        block("M&auml;rz 2012"),
        block("F&auml;hre zu sp&auml;t"),
        label("L&Auml;NGE", "20 W&ouml;rter"),
        block("Die F&auml;hre kam zu sp&auml;t."),
    ]
    articles = [
        {
            "title": "Hafen eröffnet; Nach zehn Jahren",
            "outlet": "Küstenblatt",
            "date": "2012-02-27 21:50",
            "section": "LOKALES; S. 12",
            "length_stated": "1210",
            "byline": "Mara Okhai",
            "language": "de",
            "captions": "Das erste Schiff",
            "load_date": "28. Februar 2012",
            "text": "SPIEGEL: Seit wann ist der Hafen offen?\n\nOKHAI: Seit Montag.",
        },
        {"title": "Fähre zu spät", "outlet": "Küstenblatt", "date": "2012-03-01", "text": "Die Fähre kam zu spät."},
    ]
    return Case("hafen.html", page(record, second).encode(), articles, 2, "lexisnexis-html")


def french_page():
    record = [
        block("Document 1 de 1"),
        block("Courrier de la côte"),
        block("mardi 3 mai 2011"),
        block("Le port ouvre"),
        label("AUTEUR", "Mara Okhai"),
        label("RUBRIQUE", "PORT; Pg. 3"),
        label("LONGUEUR", "210 mots"),
        label("ENCART", "Le port est ouvert."),
        block("Dix ans après, le port ouvre."),
        label("DATE-CHARGEMENT", "4 mai 2011"),
        label("LANGUE", "FRENCH; FRANÇAIS"),
        label("SUJET", "PORTS (90%)"),
        label("TYPE-PUBLICATION", "Journal"),
        label("CODE-REVUE", "COT"),
        block("Copyright 2011 Presse de la côte<BR>Tous droits réservés"),
    ]
    article = {
        "title": "Le port ouvre",
        "outlet": "Courrier de la côte",
        "date": "2011-05-03",
        "section": "PORT; Pg. 3",
        "abstract": "Le port est ouvert.",
        "language": "fr",
        "subjects": "PORTS (90%)",
        "load_date": "4 mai 2011",
        "text": "Dix ans après, le port ouvre.",
    }
    return Case("port.html", page(record).encode("cp1252"), [article], 1, "lexisnexis-html")


def page_saved_by_a_browser():
    record = [
        block("1 of 2 DOCUMENTS"),
        block("Coast Daily"),
        block("May 3, 2009 Sunday"),
        block("Harbour opens"),
        label("LENGTH", "30 words"),
        block("The harbour opened."),
        label("LANGUAGE", "ENGLISH"),
    ]
    text = page(record, [part.replace("1 of 2", "2 of 2").replace("Harbour", "Ferry") for part in record])
    text = re.sub(r"</?[A-Z]+|CLASS=|NAME=", lambda match: match.group().lower(), text)
    articles = [{"title": f"{what} opens", "text": "The harbour opened."} for what in ("Harbour", "Ferry")]
    return Case("saved.htm", text.encode(), articles, 2, "lexisnexis-html")


def page_with_what_may_be_missing():
    number = [block(f"{count} of 4 DOCUMENTS") for count in range(1, 5)]
    no_length = [block("Coast Daily"), block("May 3, 2009"), block("Harbour opens"), label("BYLINE", "Mara Okhai")]
    no_date = [block("Coast Daily"), block("Harbour opens"), label("SECTION", "NEWS"), label("LENGTH", "3 words")]
    no_label = [block("Coast Daily"), block("May 3, 2009"), block("Harbour opens"), block("Ships came.", "One left.")]
    season = [block("Coast Review"), block("Spring, 1999"), block("On ports"), label("LENGTH", "3 words")]
    body = block("Ships came.", "One left.")
    records = [
        [number[0], *no_length, body, label("LANGUAGE", "ENGLISH")],
        [number[1], *no_date, body, label("LOAD-DATE", "May 9, 2009")],
        [number[2], *no_label, block("Copyright 2009 Coast Press")],
        [number[3], *season, body],
    ]
    text = "Ships came.\n\nOne left."
    articles = [
        {"title": "Harbour opens", "outlet": "Coast Daily", "date": "2009-05-03", "byline": "Mara Okhai", "text": text},
        {"title": "Harbour opens", "outlet": "Coast Daily", "date": None, "section": "NEWS", "text": text},
        {"title": "Harbour opens", "outlet": "Coast Daily", "date": "2009-05-03", "text": text},
        {"title": "On ports", "outlet": "Coast Review", "date": "1999-01-01", "date_raw": "Spring, 1999", "text": text},
    ]
    return Case("missing.html", page(*records).encode(), articles, 4, "lexisnexis-html")


def page_of_a_transcript():
    record = [
        block("1 of 1 DOCUMENT"),
        block("CHANNEL NINE"),
        label("SHOW", "HARBOUR TONIGHT 9:00 PM EST"),
        block("March 11, 2002 Monday"),
        block("Transcript # 031101CN.V17"),
        label("SECTION", "News; International"),
        label("LENGTH", "712 words"),
        label("HEADLINE", "Harbour Strike Enters Third Week"),
        label("GUESTS", "Lena Send"),
        label("BYLINE", "Mara Okhai, Jon Tarvin"),
        label("HIGHLIGHT", "<BR>Dockers stay out."),
        block("BODY:", "MARA OKHAI, HOST: Good evening.", "ANCHOR: The strike goes on.", "EDITOR: Yes.", "END"),
        label("LOAD-DATE", "March 12, 2002"),
    ]
    article = {
        "title": "Harbour Strike Enters Third Week",
        "outlet": "CHANNEL NINE",
        "date": "2002-03-11",
        "byline": "Mara Okhai, Jon Tarvin",
        "abstract": "Dockers stay out.",
        "section": "News; International",
        "text": "MARA OKHAI, HOST: Good evening.\n\nANCHOR: The strike goes on.\n\nEDITOR: Yes.\n\nEND",
    }
    return Case("transcript.html", page(record).encode(), [article], 1, "lexisnexis-html")


def page_whose_speakers_stand_right_below_the_labels():
    record = [
        block("1 of 1 DOCUMENT"),
        block("CHANNEL NINE"),
        block("March 11, 2002 Monday"),
        block("Strike goes on"),
        label("LENGTH", "12 words"),
        block("ANCHOR: The strike goes on.", "SEND: It does."),
        label("LOAD-DATE", "March 12, 2002"),
    ]
    article = {"title": "Strike goes on", "text": "ANCHOR: The strike goes on.\n\nSEND: It does."}
    return Case("speakers.html", page(record).encode(), [article], 1, "lexisnexis-html")


# --- LexisNexis, TXT ----------------------------------------------------------------------------------------------


def text_of_2010():
    text = """



Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2015  16:51:31

Send To:
ACADUNIV
UNIVERSITY OF ALBA

Terms: (harbour)

Source: Coast Daily
Project ID: None


                               1 of 2 DOCUMENTS



                             Coast Daily (Porto Alba)

                              May 3, 2010 Monday
                                Edition 1;
                             National Edition

Harbour opens;
Ships are back in Porto Alba after ten long years of waiting, and the town is
glad of it

BYLINE: MARA OKHAI;
JON TARVIN IN SEL HAVEN

SECTION: NEWS; Pg. 4

LENGTH: 1,204 words

HIGHLIGHT: Ships come again.
The town is glad.

The harbour opened on Monday, said the mayor, who has waited for it for a well-
deserved ten years.

"At last," he said.

LOAD-DATE: May 4, 2010

LANGUAGE: ENGLISH

GRAPHIC: The first ship in the harbour.
Photo: Lena Send

PUBLICATION-TYPE: Newspaper

JOURNAL-CODE: CD


                           Copyright 2010 Coast Press
                              All Rights Reserved

                               2 of 2 DOCUMENTS



                                  Alba Weekly

                            May 4, 2010 Tuesday 11:21 AM GMT

Ferry late

LENGTH: 20 words

The ferry was late.

LOAD-DATE: May 4, 2010

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Web Publication


                           Copyright 2010 Alba Weekly
                              All Rights Reserved
"""
    articles = [
        {
            "title": "Harbour opens; Ships are back in Porto Alba after ten long years of waiting, and the town is "
            "glad of it",
            "outlet": "Coast Daily (Porto Alba)",
            "date": "2010-05-03",
            "edition": "Edition 1; National Edition",
            "byline": "MARA OKHAI; JON TARVIN IN SEL HAVEN",
            "section": "NEWS; Pg. 4",
            "length_stated": "1204",
            "abstract": "Ships come again. The town is glad.",
            "load_date": "May 4, 2010",
            "language": "en",
            "captions": "The first ship in the harbour. Photo: Lena Send",
            "text": "The harbour opened on Monday, said the mayor, who has waited for it for a well-deserved ten years."
            '\n\n"At last," he said.',
        },
        {"title": "Ferry late", "outlet": "Alba Weekly", "date": "2010-05-04 11:21", "text": "The ferry was late."},
    ]
    return Case("harbour.TXT", lines_of(text), articles, 2, "lexisnexis-txt")


def text_of_an_agency_in_1985():
    text = """
                               1 of 2 DOCUMENTS

                                Coast News Agency

The materials in the CNA file were compiled by Coast News Agency.  These
materials may not be republished without the express written consent of Coast
News Agency.

                         May 3, 1985, Friday, AM cycle

SECTION: Domestic News

LENGTH: 98 words

DATELINE: PORTO ALBA

KEYWORD: Harbor-Opens

BODY:
   The harbor opened Friday, officials said.

   Ships came.


                               2 of 2 DOCUMENTS

              Copyright 1985 Alba Press International

                              May 4, 1985, Saturday, BC cycle

SECTION: Regional News

DISTRIBUTION: Alba

LENGTH: 20 words

HEADLINE: Ferry late

BYLINE: By JON TARVIN

DATELINE: SEL HAVEN

BODY:
   The ferry was late.

GRAPHIC: Map of the harbor

LANGUAGE: ENGLISH
"""
    articles = [
        {
            "title": None,
            "outlet": "Coast News Agency",
            "date": "1985-05-03",
            "section": "Domestic News",
            "dateline": "PORTO ALBA",
            "text": "The harbor opened Friday, officials said.\n\nShips came.",
        },
        {
            "title": "Ferry late",
            "date": "1985-05-04",
            "byline": "JON TARVIN",
            "captions": "Map of the harbor",
            "text": "The ferry was late.",
        },
    ]
    return Case("wire.txt", lines_of(text, bom=False), articles, 2, "lexisnexis-txt")


def german_text():
    text = """
                                Dokument 1 von 2



                                  Küstenblatt

                             3. Mai 2010 Montag

Hafen eröffnet

AUTOR: Von Mara Okhai

RUBRIK: LOKALES; S. 12

LÄNGE: 210 Wörter

Der Hafen ist seit Montag offen, wie die Stadt mitteilte, und die Schiffe
kommen wieder.

UPDATE: 4. Mai 2010

SPRACHE: GERMAN; DEUTSCH

PUBLICATION-TYPE: Zeitung

ZEITUNGS-CODE: KB


                         Copyright 2010 Küstenverlag
                           Alle Rechte vorbehalten

                                Dokument 2 von 2



                                  Küstenblatt

                                 Samstag 8. Mai 2010

Fähre zu spät

LÄNGE: 20 Wörter

Die Fähre kam zu spät.
"""
    articles = [
        {
            "title": "Hafen eröffnet",
            "outlet": "Küstenblatt",
            "date": "2010-05-03",
            "section": "LOKALES; S. 12",
            "byline": "Mara Okhai",
            "length_stated": "210",
            "language": "de",
            "load_date": "4. Mai 2010",
            "text": "Der Hafen ist seit Montag offen, wie die Stadt mitteilte, und die Schiffe kommen wieder.",
        },
        {"title": "Fähre zu spät", "date": "2010-05-08", "text": "Die Fähre kam zu spät."},
    ]
    return Case("hafen.txt", text.encode("cp1252"), articles, 2, "lexisnexis-txt")


def french_text():
    text = """
                                Document 1 de 2



                              Courrier de la côte

                             3 mai 2010 lundi

Le port ouvre

AUTEUR: Mara Okhai

RUBRIQUE: PORT; Pg. 3

LONGUEUR: 1 210 mots

ENCART: Dix ans après.

Le port est ouvert.

DATE-CHARGEMENT: 4 mai 2010

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal


                       Copyright 2010 Presse de la côte
                            Tous droits réservés

                                Document 2 de 2

                              Courrier de la côte

                             4 mai 2010 mardi

Le bac en retard

LONGUEUR: 20 mots

Le bac est en retard.
"""
    articles = [
        {
            "title": "Le port ouvre",
            "outlet": "Courrier de la côte",
            "date": "2010-05-03",
            "section": "PORT; Pg. 3",
            "length_stated": "1210",
            "abstract": "Dix ans après.",
            "language": "fr",
            "text": "Le port est ouvert.",
        },
        {"title": "Le bac en retard", "date": "2010-05-04", "text": "Le bac est en retard."},
    ]
    return Case("port.txt", lines_of(text), articles, 2, "lexisnexis-txt")


def dutch_text_with_a_cover():
    text = """
Printopdracht: Geselecteerde items: 1-1
Tijdstip van verzoek: 20 maart 2015  16:51:31

Zoektermen: haven

                               1 of 1 DOCUMENT



                                   Kustblad

                            3 mei 2010 maandag
                                Ochtend Editie

Haven open

BYLINE: MARA OKHAI

SECTION: BINNENLAND; Blz. 6

LENGTH: 302 woorden

SAMENVATTING: Na tien jaar.

ALBA De haven is open.

LOAD-DATE: 3 mei 2010

LANGUAGE: DUTCH; NEDERLANDS

PUBLICATION-TYPE: Krant


                        Copyright 2010 Kustpers B.V.
                             All Rights Reserved
"""
    article = {
        "title": "Haven open",
        "outlet": "Kustblad",
        "date": "2010-05-03",
        "edition": "Ochtend Editie",
        "byline": "MARA OKHAI",
        "section": "BINNENLAND; Blz. 6",
        "pages": "6",
        "length_stated": "302",
        "abstract": "Na tien jaar.",
        "language": "nl",
        "text": "ALBA De haven is open.",
    }
    return Case("haven.TXT", lines_of(text), [article], 1, "lexisnexis-txt")


def text_with_focus_on_some_documents():
    text = """
                          FOCUS - 1 of 2 DOCUMENTS

                                  Coast Daily

                              May 3, 2004 Monday

Harbour opens

SECTION: NEWS

LENGTH: 3 words

Ships came.

LOAD-DATE: May 3, 2004

                          FOCUS - 2 of 2 DOCUMENTS

                                  Coast Daily

                              May 4, 2004 Tuesday

Ferry late

SECTION: NEWS

LENGTH: 3 words

One left.

LOAD-DATE: May 4, 2004
"""
    articles = [
        {"title": "Harbour opens", "outlet": "Coast Daily", "date": "2004-05-03", "text": "Ships came."},
        {"title": "Ferry late", "outlet": "Coast Daily", "date": "2004-05-04", "text": "One left."},
    ]
    return Case("focus.txt", lines_of(text), articles, 2, "lexisnexis-txt")


def text_of_one_article_without_a_number():
    text = """                               Coast Daily

                            November 9, 2015 Monday
                                 FIRST EDITION

Port makes the right call on quay

SECTION:

NEWS; Pg. 7A

LENGTH: 452 words

By the time the council spoke on Friday, the port had long decided, and nobody
was surprised by the outcome.

Ships came.

LOAD-DATE: November 9, 2015

LANGUAGE: ENGLISH

PUBLICATION-TYPE: NEWSPAPER


                        Copyright 2015 Coast Press
                             All Rights Reserved
"""
    article = {
        "title": "Port makes the right call on quay",
        "outlet": "Coast Daily",
        "date": "2015-11-09",
        "edition": "FIRST EDITION",
        "section": "NEWS; Pg. 7A",
        "pages": "7A",
        "length_stated": "452",
        "text": "By the time the council spoke on Friday, the port had long decided, and nobody was surprised by the "
        "outcome.\n\nShips came.",
    }
    return Case("PORT_MAKES_THE_RIGHT_CALL.TXT", lines_of(text), [article], None, "lexisnexis-txt")


def text_of_a_monitoring_service():
    text = """
                               1 of 2 DOCUMENTS

                       Copyright 2005 Alba Broadcasting
                              All Rights Reserved
                       ABC Monitoring Coast - Political
                     Supplied by ABC Worldwide Monitoring

                           March 3, 2005, Thursday

ALBA MINISTER OPENS HARBOUR

SOURCE: Coast Agency, Porto Alba, in Alban 1012 gmt 3 Mar 05

LENGTH: 30 words

Text of report by Coast Agency

Porto Alba, 3 March: The minister opened the harbour.

LOAD-DATE: March 3, 2005

                               2 of 2 DOCUMENTS

                                 Port Review

                              Winter 2008/2009

On ports

BYLINE: Lena Send

SECTION: Vol. 12, No. 4; Pg. 44

LENGTH: 30 words

Ports are old.

LANGUAGE: ENGLISH
"""
    articles = [
        {
            "title": "ALBA MINISTER OPENS HARBOUR",
            "outlet": "ABC Monitoring Coast - Political",
            "date": "2005-03-03",
            "text": "Text of report by Coast Agency\n\nPorto Alba, 3 March: The minister opened the harbour.",
        },
        {
            "title": "On ports",
            "outlet": "Port Review",
            "date_raw": "Winter 2008/2009",
            "byline": "Lena Send",
            "section": "Vol. 12, No. 4; Pg. 44",
            "text": "Ports are old.",
        },
    ]
    return Case("monitor.txt", lines_of(text), articles, 2, "lexisnexis-txt")


def text_of_a_web_publication():
    text = """
                               1 of 1 DOCUMENT

                                 coastdaily.example

                              May 3, 2010 Monday 6:00 AM GMT

http://coastdaily.example/harbour

Harbour opens

SECTION: NEWS

LENGTH: 30 words

FULL TEXT: The harbour opened.

PEOPLE: They came in their hundreds.

LOAD-DATE: May 3, 2010

LANGUAGE: ENGLISH

URL: http://coastdaily.example/harbour
"""
    article = {
        "outlet": "coastdaily.example",
        "date": "2010-05-03 06:00",
        "title": "Harbour opens",
        "url": "http://coastdaily.example/harbour",
        "text": "FULL TEXT: The harbour opened.\n\nPEOPLE: They came in their hundreds.",
    }
    return Case("web.txt", lines_of(text), [article], 1, "lexisnexis-txt")


def text_of_two_downloads_one_below_the_other():
    story = """
                               {0} of {1} DOCUMENTS

                                  Coast Daily

                              May {0}, 2010

Story {0}

LENGTH: 3 words

Text {0}.

LANGUAGE: ENGLISH
"""
    text = "".join(story.format(number, total) for total in (2, 3) for number in range(1, total + 1))
    numbers = (1, 2, 1, 2, 3)
    articles = [{"title": f"Story {number}", "text": f"Text {number}."} for number in numbers]
    return Case("joined.txt", lines_of(text), articles, 5, "lexisnexis-txt")


def text_in_utf16():
    case = text_with_focus_on_some_documents()
    return case._replace(file="focus16.txt", data=case.data.decode("utf-8-sig").encode("utf-16"))


def no_line_ends_an_article():
    text = """
Job Number: 9
Documents (2)
1. Harbour opens
2. Ferry late
> Harbour opens
Coast Daily
May 3, 2025 Saturday

Copyright 2025 Coast Press All Rights Reserved

Section: NEWS
Length: 30 words
Byline: Mara Okhai
Body

The harbour opened on May 3, 2025.

Load-Date: May 3, 2025
> Ferry late
Coast Daily
May 4, 2025 Sunday

Length: 12 words
Body

The ferry was late.

Load-Date: May 4, 2025
"""
    articles = [
        {
            "title": "Harbour opens",
            "outlet": "Coast Daily",
            "date": "2025-05-03",
            "byline": "Mara Okhai",
            "text": "The harbour opened on May 3, 2025.",
        },
        {"title": "Ferry late", "outlet": "Coast Daily", "date": "2025-05-04", "text": "The ferry was late."},
    ]
    return Case("Files(2).DOCX", docx(text), articles, 2, "nexis-uni-docx")


def only_a_caption_and_no_body():
    text = """
> Photo of the day
Coast Daily
May 3, 2019 Friday
Section: NEWS
Length: 12 words
Graphic

A gull on the quay. Lena Send
Classification
Language: ENGLISH
End of Document
"""
    article = {"title": "Photo of the day", "captions": "A gull on the quay. Lena Send", "text": ""}
    return Case("photo.DOCX", docx(text), [article], None, "nexis-uni-docx")


def rtf_without_blank_lines_in_the_old_layout():
    text = r"""
1 of 2 DOCUMENTS
Coast Daily
May 3, 1999, Monday
City Edition
Harbour opens
BYLINE: By Mara Okhai
SECTION: News; Pg. 4
LENGTH: 30 words
The harbour opened.
It took ten years.
LOAD-DATE: May 4, 1999
LANGUAGE: ENGLISH
Copyright 1999 Coast Press
2 of 2 DOCUMENTS
Coast Daily
May 4, 1999, Tuesday
Ferry late
LENGTH: 20 words
The ferry was late.
LANGUAGE: ENGLISH
"""
    articles = [
        {
            "title": "Harbour opens",
            "outlet": "Coast Daily",
            "date": "1999-05-03",
            "edition": "City Edition",
            "section": "News; Pg. 4",
            "text": "The harbour opened.\n\nIt took ten years.",
        },
        {"title": "Ferry late", "outlet": "Coast Daily", "date": "1999-05-04", "text": "The ferry was late."},
    ]
    return Case("dense.rtf", rtf(text), articles, 2, "lexisnexis-word")


def old_layout_in_a_docx():
    text = """
1 of 1 DOCUMENT

Coast Daily

May 3, 2009 Sunday

Harbour opens

LENGTH: 30 words

The *harbour* opened.

LOAD-DATE: May 3, 2009
"""
    article = {"title": "Harbour opens", "outlet": "Coast Daily", "date": "2009-05-03", "text": "The harbour opened."}
    return Case("old.docx", docx(text), [article], 1, "lexisnexis-word")


def text_whose_headline_stands_above_the_date():
    text = """
                               1 of 1 DOCUMENT



                                   Kustblad

Haven open

                            3 mei 2003 zaterdag

LENGTH: 302 woorden

De haven is open.

LOAD-DATE: 3 mei 2003
"""
    article = {"title": "Haven open", "outlet": "Kustblad", "date": "2003-05-03", "text": "De haven is open."}
    return Case("kop.txt", lines_of(text), [article], 1, "lexisnexis-txt")


def text_with_a_body_right_below_its_length():
    text = """
                               1 of 1 DOCUMENT

                                  Coast Daily
                              May 3, 2003 Saturday

Harbour opens

BYLINE: Mara Okhai
SECTION: NEWS
LENGTH: 30 words
The harbour opened on Saturday, and everybody who could walk came to look at
the ships.

One left.

LOAD-DATE: May 3, 2003
LANGUAGE: ENGLISH
"""
    article = {
        "title": "Harbour opens",
        "outlet": "Coast Daily",
        "date": "2003-05-03",
        "length_stated": "30",
        "language": "en",
        "text": "The harbour opened on Saturday, and everybody who could walk came to look at the ships.\n\nOne left.",
    }
    return Case("close.txt", lines_of(text), [article], 1, "lexisnexis-txt")


def text_whose_length_stands_below_the_body():
    text = """
                               1 of 1 DOCUMENT

                                  Coast Daily

                              May 3, 2003 Saturday

Harbour opens

BYLINE: Mara Okhai

The harbour opened.

One ship left.

SECTION: NEWS

LENGTH: 30 words

LOAD-DATE: May 3, 2003
"""
    article = {
        "title": "Harbour opens",
        "byline": "Mara Okhai",
        "section": "NEWS",
        "length_stated": "30",
        "text": "The harbour opened.\n\nOne ship left.",
    }
    return Case("below.txt", lines_of(text), [article], 1, "lexisnexis-txt")


def texts_without_numbers_in_one_file():
    story = """
                                  Coast Daily

                              May {0}, 2010

Story {0}

SECTION: NEWS

LENGTH: 3 words

Text {0}.

LOAD-DATE: May {0}, 2010

LANGUAGE: ENGLISH

                         Copyright 2010 Coast Press
"""
    articles = [
        {"title": f"Story {number}", "outlet": "Coast Daily", "date": f"2010-05-0{number}", "text": f"Text {number}."}
        for number in (1, 2, 3)
    ]
    return Case("bulk.txt", lines_of("".join(map(story.format, (1, 2, 3)))), articles, None, "lexisnexis-txt")


def page_with_a_cover_and_lists():
    cover = (
        "<DIV>Download Request: Selected Items: 1-2<BR>Time Of Request: Friday, May 10, 2013 &nbsp;13:19:38</DIV>"
        "<DIV>Terms: (harbour)</DIV>"
    )
    record = [
        block("11 of 300 DOCUMENTS"),
        block('<IMG SRC="logo.gif" ALT="Coast">'),
        block("Coast Daily"),
        block("May 3, 2013 Friday 8:14 AM GMT"),
        block("Five ports"),
        label("BYLINE", "Mara Okhai"),
        block("Special to Coast Daily"),
        label("SECTION", "NEWS"),
        label("LENGTH", "30 words"),
        "<DIV><P>The ports:</P><UL><LI>Alba</LI><LI>Sel Haven</LI></UL>",
        "<TABLE><TR><TD>Port</TD><TD>Tons</TD></TR></TABLE><P>SOURCE: the council.</P></DIV>",
        label("LOAD-DATE", "May 3, 2013"),
    ]
    second = [part.replace("11 of 300", "12 of 300") for part in record]
    article = {
        "title": "Five ports",
        "outlet": "Coast Daily",
        "date": "2013-05-03 08:14",
        "byline": "Mara Okhai",
        "section": "NEWS",
        "text": "The ports:\n\nAlba\n\nSel Haven\n\nPort Tons\n\nSOURCE: the council.",
    }
    data = page(record, second, head='<META TOPIC="null" DOCUMENTS="2">', cover=cover).encode()
    return Case("lists.html", data, [article, article], 2, "lexisnexis-html")


# --- office texts that are no export ------------------------------------------------------------------------------


def an_ordinary_docx():
    text = "= Harbour opens\nThe harbour opened on Friday.\nPORTILLO: It took ten years."
    article = {"title": "Harbour opens", "text": "The harbour opened on Friday.\n\nPORTILLO: It took ten years."}
    return Case("note.docx", docx(text), [article], None, "docx")


def an_ordinary_rtf():
    text = r"The harbour opened \u8211? at last.\par Ships came."
    article = {"text": "The harbour opened – at last.\n\nShips came."}
    return Case("note.rtf", rtf(text), [article], None, "rtf")


CASES = [
    three_articles_with_a_cover,
    one_article_a_file_without_a_cover,
    headings_and_no_bookmarks,
    an_article_without_a_headline,
    an_article_without_a_date,
    bylines_on_several_lines_and_no_length,
    a_transcript_of_television,
    headings_of_the_format_within_the_body,
    german_interface,
    french_interface,
    dutch_articles_in_an_english_interface,
    dutch_interface,
    letters_to_the_editor,
    lists_and_tables_within_the_body,
    page_headers_within_the_text,
    no_line_above_the_body,
    headlines_that_look_like_labels_or_dates,
    articles_in_spanish_and_chinese,
    a_blog_passed_on_by_a_distributor,
    five_hundred_articles,
    files_of_one_article_in_an_archive,
    rtf_with_a_cover,
    rtf_of_one_german_article,
    rtf_saved_again_on_a_mac,
    rtf_with_pictures_and_french_labels,
    rtf_in_the_layout_before_nexis_uni,
    page_of_1983,
    page_with_hits_in_spans,
    german_page,
    french_page,
    page_saved_by_a_browser,
    page_with_what_may_be_missing,
    page_of_a_transcript,
    page_whose_speakers_stand_right_below_the_labels,
    text_of_2010,
    text_of_an_agency_in_1985,
    german_text,
    french_text,
    dutch_text_with_a_cover,
    text_with_focus_on_some_documents,
    text_of_one_article_without_a_number,
    text_of_a_monitoring_service,
    text_of_a_web_publication,
    text_of_two_downloads_one_below_the_other,
    text_in_utf16,
    no_line_ends_an_article,
    only_a_caption_and_no_body,
    rtf_without_blank_lines_in_the_old_layout,
    old_layout_in_a_docx,
    text_whose_headline_stands_above_the_date,
    text_with_a_body_right_below_its_length,
    text_whose_length_stands_below_the_body,
    texts_without_numbers_in_one_file,
    page_with_a_cover_and_lists,
    an_ordinary_docx,
    an_ordinary_rtf,
]


def taken(folder, case):
    """What the whole intake makes of a file."""
    folder.mkdir(exist_ok=True)
    (folder / case.file).write_bytes(case.data)
    return ms.read(folder)


def printed(value):
    """A value of a table as the cases write it: dates to the minute where there is one, nothing as None."""
    if value is None or value != value:  # noqa: PLR0124 - missing values are unequal to themselves
        return None
    text = str(value)
    return re.sub(r"(?: 00:00)?:00$|(?<=\d) 00:00:00$", "", text) if re.match(r"\d{4}-\d\d-\d\d \d", text) else text


def differences(case, intake):
    """Each field of a case, whether it is right, what was found."""
    rows = [dict.fromkeys(intake.documents.columns) | row for row in intake.documents.to_dict("records")]
    found = [{name: printed(value) for name, value in row.items()} for row in rows]
    checks = [("articles", len(case.articles), len(found))]
    checks += [("format", case.format, format_) for format_ in intake.files["format"].iloc[:1] if case.format]
    announced = intake.files["announced"].dropna().tolist()
    checks.append(("announced", [case.announced] if case.announced else [], announced))
    for number, expected in enumerate(case.articles):
        row = found[number] if number < len(found) else {}
        checks += [(f"{number + 1} {name}", value, row.get(name)) for name, value in expected.items()]
    return checks


@pytest.mark.parametrize("build", CASES)
def test_every_field_of_a_variant_is_read(build, tmp_path):
    case = build()
    intake = taken(tmp_path / "raw", case)
    assert [check for check in differences(case, intake) if check[1] != check[2]] == []
    assert "count_differs" not in set(intake.problems["problem"])


@pytest.mark.parametrize(
    ("build", "told", "other", "stated"),
    [
        (three_articles_with_a_cover, b"Documents (3)", b"Documents (4)", 4),
        (rtf_with_a_cover, b"Documents (2)", b"Documents (9)", 9),
        (page_with_hits_in_spans, b"of 2 DOCUMENTS", b"of 7 DOCUMENTS", 7),
        (text_of_2010, b"Items: 1-2", b"Items: 1-5", 5),
        (german_text, b"von 2", b"von 3", 3),
        (page_with_a_cover_and_lists, b"Items: 1-2", b"Items: 1-4", 4),
    ],
)
def test_a_file_that_claims_another_number_says_so(build, told, other, stated, tmp_path):
    case = build()
    if case.file.endswith("DOCX"):
        with zipfile.ZipFile(io.BytesIO(case.data)) as archive:
            parts = {name: archive.read(name).replace(told, other) for name in archive.namelist()}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        data = buffer.getvalue()
    else:
        data = case.data.replace(told, other)
    intake = taken(tmp_path / "raw", case._replace(data=data))
    assert intake.files["announced"].tolist() == [stated]
    assert intake.files["found"].tolist() == [len(case.articles)]
    assert "count_differs" in set(intake.problems["problem"])


def test_part_of_a_search_or_totals_that_differ_claim_nothing(tmp_path):
    case = text_of_two_downloads_one_below_the_other()
    later = case._replace(data=re.sub(rb"(\d) of (\d) DOC", rb"20\1 of 300 DOC", case.data))
    assert taken(tmp_path / "later", later).files["announced"].isna().all()
    search = case._replace(data=re.sub(rb"(\d) of (\d) DOC", rb"\1 of 2146 DOC", case.data))
    assert taken(tmp_path / "search", search).files["announced"].isna().all()


@pytest.mark.parametrize("build", [case for case in CASES if case is not five_hundred_articles])
def test_a_damaged_variant_is_read_as_far_as_it_goes_or_refused(build, tmp_path):
    case = build()
    size = len(case.data)
    damages = [case.data[: size * part // 7] for part in range(1, 7)]
    damages += [
        case.data[size // 2 :] + case.data[: size // 2],
        case.data[: size // 3] + bytes(9) + case.data[size // 3 :],
    ]
    folder = tmp_path / "raw"
    folder.mkdir()
    for number, data in enumerate(damages):
        (folder / f"{number}_{case.file}").write_bytes(data)
    intake = ms.read(folder)
    assert not {"reader_failed", "too_deep"} & set(intake.problems["problem"])
    counts = intake.documents["file"].str.split("/").str[0].value_counts()
    assert all(counts <= len(case.articles) + 1)
