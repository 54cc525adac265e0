"""Exports of many kinds, each read as a whole file; what must come out stands beside what goes in.

Built from descriptions of the formats and from what public programs that read them expect; no vendor's file was at
hand. Names, places and texts are invented.
"""

import io
import json

import pandas as pd
import pytest

RULE = "_" * 60
SHIPS = "Ships came to the new quay of Porto Alba on Saturday."
CROWDS = "Crowds cheered until the evening."
BODY = f"{SHIPS} {CROWDS}"


# Each builder gives the name of a file, its content, and the columns that each of its articles must have.
EXPORTS = {}


def export(kind):
    """Keep what a builder builds under its name."""

    def keep(build):
        EXPORTS[build.__name__] = (kind, build)
        return build

    return keep


def article(**more):
    """The columns that most of the files state, with others beside or instead."""
    stated = {"title": "Harbour opens", "date": "2010-05-08", "outlet": "Coast Daily", "text": BODY}
    return {name: value for name, value in (stated | more).items() if value != ...}


# --- ProQuest, HTML ---------------------------------------------------------------------------------------------------

P = '<p style="margin-bottom:5pt; margin-top:0; padding:0;">'
HEAD = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Saved</title>'
    "<style>p {color:black}</style></head><body><table><tr><td>&copy; 2020 ProQuest LLC</td></tr></table>"
)
TAIL = (
    '<p>Contact us at: <a href="http://www.proquest.com/go/contactsupport">support</a></p>'
    "<p>Database copyright &copy; 2020 ProQuest LLC. All rights reserved. </p></body></html>"
)


def labelled(*pairs):
    """Paragraphs that a label in bold opens."""
    return "".join(f"{P}<strong>{label}: </strong>{value}</p>" for label, value in pairs)


def saved(*records):
    """A page of ProQuest's with these records, one after the other."""
    opening = '<div style="margin-bottom:20px;border-bottom:2px solid #ccc;padding-bottom:5px">'
    anchored = (f'{opening}<a name="DocID_MSTAR_{n}"></a>{record}</div>' for n, record in enumerate(records, start=1))
    return HEAD + "".join(anchored) + TAIL


def titled(title):
    return f'<p style="font-weight:bold;font-size:11pt">{title}</p>'


TEXT = f'<text wordcount="15" htmlcontent="true"><meta name="a"><title>Doc</title><p>{SHIPS}</p><p>{CROWDS}</p></text>'


@export("proquest_html")
def html_with_a_loose_abstract_and_two_records():
    def record(n, title):
        return (
            f"<p>Document {n} of 2</p>{titled(title)}"
            + labelled(("Author", "Okhai, Mara"))
            + labelled(("Publication info", "Coast Daily ; Porto Alba, N.L. [Porto Alba, N.L]08 May 2010: AA.2."))
            + '<p><a href="https://search.proquest.com/docview/71">ProQuest document link</a></p>'
            + f'{P}<strong>Abstract: </strong></p>Ships came, it is said.<div style="clear:both"></div>'
            + labelled(("Full text", TEXT), ("Subject", "Ports; Fisheries;"), ("Location", "Porto Alba"))
            + labelled(("Title", title), ("Publication title", "Coast Daily; Porto Alba, N.L."), ("First page", "AA.2"))
            + labelled(("Publication year", "2010"), ("Publication date", "May 8, 2010"), ("Section", "Local"))
            + labelled(("Language of publication", "English"), ("ProQuest document ID", f"7{n}"))
            + labelled(("Last updated", "2017-11-09"), ("Database", "Global Newsstream"))
        )

    expected = {"byline": "Okhai, Mara", "section": "Local", "pages": "AA.2", "language": "en"}
    rows = [
        article(record="71", abstract="Ships came, it is said.", **expected),
        article(title="Harbour closes", record="72", **expected),
    ]
    return "a.html", saved(record(1, "Harbour opens"), record(2, "Harbour closes")), rows


@export("proquest_html")
def html_without_any_full_text():
    page = titled("Harbour opens") + labelled(
        ("Publication info", "Coast Daily ; Porto Alba, N.L. [Porto Alba, N.L]08 May 2010: A.1."),
        ("Abstract", "None available."), ("Full text", "Not available."), ("Subject", "Ports"),
        ("Publication title", "Coast Daily"), ("Publication date", "May 8, 2010"), ("ProQuest document ID", "71"),
    )  # fmt: skip
    return "a.html", saved(page), [article(text="", abstract=None)]


@export("proquest_html")
def html_of_an_old_newspaper_with_an_abstract_only():
    page = titled("SHIPS AT THE QUAY: Crowds Cheer.") + labelled(
        ("Publication info", "The Coast Courier (1881-1922) ; Porto Alba, N.L. [Porto Alba, N.L]08 May 1910: 1."),
        ("Abstract", "Ships came."), ("Links", "Check for full text"),
        ("Publication title", "The Coast Courier (1881-1922); Porto Alba, N.L."), ("Pages", "1"),
        ("Publication date", "May 8, 1910"), ("Source type", "Historical Newspapers"),
        ("Language of publication", "English"), ("Document type", "front_page"), ("ProQuest document ID", "71"),
    )  # fmt: skip
    rows = [
        {
            "title": "SHIPS AT THE QUAY: Crowds Cheer.", "date": "1910-05-08", "abstract": "Ships came.", "text": "",
            "outlet": "The Coast Courier (1881-1922)",
        }
    ]  # fmt: skip
    return "a.html", saved(page), rows


@export("proquest_html")
def html_under_a_german_interface():
    page = titled("Hafen eröffnet") + labelled(
        ("Autor", "Okhai, Mara"), ("Zusammenfassung", "Schiffe kamen."), ("Volltext", TEXT), ("Thema", "Häfen"),
        ("Titel", "Hafen eröffnet"), ("Publikationstitel", "Küstenbote; Alba"), ("Erste Seite", "4"),
        ("Erscheinungsjahr", "2010"), ("Publikationsdatum", "8. Mai 2010"), ("Quellentyp", "Zeitungen"),
        ("Publikationssprache", "Deutsch"), ("ProQuest-Dokument-ID", "71"), ("Datenbank", "Newsstream"),
    )  # fmt: skip
    expected = {
        "title": "Hafen eröffnet",
        "outlet": "Küstenbote",
        "language": "de",
        "record": "71",
        "byline": "Okhai, Mara",
    }
    return "a.html", saved(page), [article(**expected)]


@export("proquest_html")
def html_under_a_french_interface():
    page = titled("Le port ouvre") + "".join(
        f"{P}<strong>{label}&nbsp;: </strong>{value}</p>"
        for label, value in (
            ("Auteur", "Okhai, Mara"), ("Résumé", "Des navires."), ("Texte intégral", TEXT), ("Sujet", "Ports"),
            ("Titre de la publication", "Le Courrier de la côte"), ("Date de publication", "8 mai 2010"),
            ("Langue de publication", "Français"), ("Numéro de document ProQuest", "71"), ("Base de données", "X"),
        )
    )  # fmt: skip
    expected = {"title": "Le port ouvre", "outlet": "Le Courrier de la côte", "language": "fr", "record": "71"}
    return "a.html", saved(page), [article(**expected)]


@export("proquest_html")
def html_under_a_spanish_interface():
    page = titled("Se abre el puerto") + labelled(
        ("Autor", "Okhai, Mara"), ("Resumen", "Barcos."), ("Texto completo", TEXT), ("Materia", "Puertos"),
        ("Título de publicación", "Diario de la Costa"), ("Fecha de publicación", "8 mayo 2010"),
        ("Idioma de la publicación", "Español"), ("ID del documento de ProQuest", "71"), ("Base de datos", "X"),
    )  # fmt: skip
    expected = {"title": "Se abre el puerto", "outlet": "Diario de la Costa", "language": "es", "record": "71"}
    return "a.html", saved(page), [article(**expected)]


@export("proquest_html")
def html_with_a_page_in_the_full_text_and_a_picture():
    inner = f"<html><head><title>Inner</title></head><body>{SHIPS}<br><br>{CROWDS}</body></html>"
    page = titled("Harbour opens") + (
        labelled(("Full text", inner))
        + '<div class="Illustration_content">Caption: The quay at noon.</div>'
        + labelled(("Publicationtitle", "Coast Daily"), ("Publication date", "May 8, 2 010"))
        + labelled(("ProQuest documentID", "71"), ("Language of publication", "Swedish"))
    )
    return "a.html", saved(page), [article(date=..., language="sv", record="71")]


@export("proquest_html")
def html_whose_title_stands_behind_its_label_only():
    page = labelled(
        ("Title", "Harbour opens"), ("Author", "Mara Okhai; Bo Ray"), ("Full text", f"<p>{SHIPS}</p><p>{CROWDS}</p>"),
        ("Publication title", "Coast Daily, Late Edition (East)"), ("Publication date", "May 8, 2010"),
        ("ProQuest document ID", "71"),
    )  # fmt: skip
    return "a.htm", saved(page), [article(byline="Mara Okhai; Bo Ray", edition="Late Edition (East)")]


@export("proquest_html")
def html_with_a_table_of_details():
    details = (("Subject", "Ports"), ("Publication title", "Coast Daily; Porto Alba"), ("First page", "A1"),
               ("Publication date", "May 8, 2010"), ("Section", "Local"), ("Source type", "Newspaper"),
               ("Language of publication", "English"), ("ProQuest document ID", "71"),
               ("Document URL", "https://www.proquest.com/docview/71"), ("Last updated", "2020-01-02"))  # fmt: skip
    rows = "".join(f"<tr><td><b>{label}:</b></td><td>{value}</td></tr>" for label, value in details)
    page = (
        f"<h1>Harbour opens</h1><p>Okhai, Mara. Coast Daily; Porto Alba. 08 May 2010: A1.</p>"
        f'<p><a href="https://www.proquest.com/docview/71">ProQuest document link</a></p><h3>FULL TEXT</h3>'
        f"<p>{SHIPS}</p><p>{CROWDS}</p><h3>DETAILS</h3><table>{rows}</table>"
    )
    return "a.html", saved(page), [article(section="Local", record="71", pages="A1")]


# --- ProQuest, text ---------------------------------------------------------------------------------------------------


def ruled(*records):
    """A text of ProQuest's: records between rules, what is printed below them."""
    foot = "Contact us at: http://www.proquest.com/go/contactsupport\n\nDatabase copyright © 2020 ProQuest LLC."
    return f"{RULE}\n\n" + f"\n\n{RULE}\n\n".join(records) + f"\n\n{RULE}\n\n{foot}\n"


def lines(*pairs):
    """Values behind their labels, blank lines between."""
    return "\n\n".join(f"{label}: {value}" for label, value in pairs)


BELOW = (("Subject", "Ports; Fisheries"), ("Title", "Harbour opens"), ("Publication title", "Coast Daily; Porto Alba"),
         ("First page", "A1"), ("Publication year", "2010"), ("Publication date", "May 8, 2010"), ("Section", "Local"),
         ("Publisher", "Coast Press"), ("Source type", "Newspapers"), ("Language of publication", "English"),
         ("Document type", "News"), ("ProQuest document ID", "71"), ("Document URL", "https://pq.example/docview/71"),
         ("Copyright", "Copyright Coast Press May 8, 2010"), ("Last updated", "2017-11-09"),
         ("Database", "Global Newsstream"))  # fmt: skip


@export("proquest_text")
def text_whose_paragraphs_follow_each_other_line_by_line():
    record = (
        f"Harbour opens\n\nhttps://pq.example/docview/71\n\n{lines(('Full text', f'{SHIPS}{chr(10)}{CROWDS}'), *BELOW)}"
    )
    expected = {"section": "Local", "record": "71", "pages": "A1", "url": "https://pq.example/docview/71"}
    return "a.txt", ruled(record), [article(**expected)]


@export("proquest_text")
def text_in_windows_letters_with_carriage_returns():
    record = f"Küste: Hafen öffnet\n\n{lines(('Author', 'Müller, Jörg'), ('Full text', BODY), *BELOW)}"
    text = ruled(record.replace("Title: Harbour opens", "Title: Küste: Hafen öffnet"))
    rows = [article(title="Küste: Hafen öffnet", byline="Müller, Jörg")]
    return "a.txt", text.replace("\n", "\r\n").encode("cp1252"), rows


@export("proquest_text")
def text_with_a_credit_a_caption_and_speakers():
    speech = "MAYOR: The quay is yours.\n\nAuthor: so reads the plate at the gate, Title: none."
    full = f"{SHIPS}\n\n{speech}\n\n{CROWDS}"
    record = "Harbour opens\n\n" + lines(
        ("Author", "Okhai, Mara"), ("Full text", full), ("Illustration", ""), ("Caption", "The quay at noon."),
        ("Credit", "Mara Okhai; Staff Writer"), *BELOW,
    )  # fmt: skip
    text = f"{SHIPS} MAYOR: The quay is yours. Author: so reads the plate at the gate, Title: none. {CROWDS}"
    return "a.txt", ruled(record), [article(text=text, byline="Okhai, Mara")]


@export("proquest_text")
def text_of_citations_only():
    def record(n):
        below = (pair for pair in BELOW if pair[0] != "ProQuest document ID")
        return f"Harbour opens\n\n{lines(('Abstract', 'Ships came.'), *below, ('ProQuest document ID', f'7{n}'))}"

    rows = [article(text="", abstract="Ships came.", record=f"7{n}") for n in (1, 2, 3)]
    return "a.txt", ruled(record(1), record(2), record(3)), rows


@export("proquest_text")
def text_under_a_german_interface():
    record = "Hafen eröffnet\n\n" + lines(
        ("Autor", "Okhai, Mara"), ("Volltext", f"{SHIPS}\n\n{CROWDS}"), ("Thema", "Häfen"), ("Titel", "Hafen eröffnet"),
        ("Publikationstitel", "Küstenbote"), ("Seiten", "4"), ("Publikationsdatum", "8 Mai 2010"),
        ("Publikationssprache", "Deutsch"), ("ProQuest-Dokument-ID", "71"), ("Dokument-URL", "https://pq.example/71"),
        ("Zuletzt aktualisiert", "2017-11-09"), ("Datenbank", "Newsstream"),
    )  # fmt: skip
    expected = {"title": "Hafen eröffnet", "outlet": "Küstenbote", "language": "de", "url": "https://pq.example/71"}
    return "a.txt", ruled(record), [article(**expected)]


@export("proquest_text")
def text_under_french_and_spanish_interfaces():
    french = "Le port ouvre\n\n" + lines(
        ("Auteur", "Okhai, Mara"), ("Texte intégral", BODY), ("Sujet", "Ports"), ("Titre", "Le port ouvre"),
        ("Titre de la publication", "Le Courrier"), ("Date de publication", "8 mai 2010"),
        ("Langue de publication", "Français"), ("URL du document", "https://pq.example/71"),
    ).replace(":", " :")  # fmt: skip
    spanish = "Se abre\n\n" + lines(
        ("Autor", "Okhai, Mara"), ("Texto completo", BODY), ("Materia", "Puertos"), ("Título", "Se abre"),
        ("Título de publicación", "La Costa"), ("Fecha de publicación", "8 may 2010"),
        ("Idioma de la publicación", "Español"), ("URL del documento", "https://pq.example/72"),
    )  # fmt: skip
    rows = [
        article(title="Le port ouvre", outlet="Le Courrier", language="fr", byline="Okhai, Mara"),
        article(title="Se abre", outlet="La Costa", language="es", byline="Okhai, Mara"),
    ]
    return "a.txt", ruled(french, spanish), rows


@export("proquest_text")
def text_that_breaks_off_and_holds_a_broken_record():
    whole = f"Harbour opens\n\n{lines(('Full text', BODY), *BELOW)}"
    cut = f"Harbour closes\n\n{lines(('Author', 'Okhai, Mara'), ('Full text', SHIPS))}"
    text = f"{RULE}\n\n{whole}\n\n{RULE}\n\nSubject: Ports\n\nPages: 4\n\n{RULE}\n\n{cut[:-20]}"
    return "a.txt", text, [article(), {"title": "Harbour closes", "date": None, "text": SHIPS[:-20].strip()}]


# --- ProQuest, XML ----------------------------------------------------------------------------------------------------


def recorded(obj, frosting, text):
    return (
        f"<RECORD><Version>Global_Schema_v5.1.xsd</Version><GOID>71</GOID><SortTitle>Coast Daily</SortTitle>"
        f"<Obj>{obj}</Obj><DFS><PubFrosting>{frosting}</PubFrosting>"
        "<GroupFrosting><GroupStartDate>1900-01-01</GroupStartDate></GroupFrosting></DFS>"
        f"<TextInfo>{text}</TextInfo></RECORD>"
    )


PAGE = f"<html><head/><body><p>{SHIPS}</p> <p>{CROWDS}</p></body></html>"
ESCAPED = PAGE.replace("<", "&lt;").replace(">", "&gt;")


@export("proquest_xml")
def xml_of_a_text_and_data_mining_set():
    obj = (
        "<SourceType>Newspapers</SourceType><TitleAtt><Title>&lt;b&gt;Harbour&lt;/b&gt; opens</Title></TitleAtt>"
        "<Contributors><Contributor ContribRole='Author' ContribOrder='1'><OriginalForm>Okhai, Mara</OriginalForm>"
        "<LastName>Okhai</LastName><FirstName>Mara</FirstName></Contributor><Contributor ContribRole='Author'>"
        "<OriginalForm>Ray, Bo</OriginalForm></Contributor></Contributors><Language><RawLang>English</RawLang>"
        "<ISO><ISOCode>eng</ISOCode></ISO></Language><NumericDate>2010-05-08</NumericDate><StartDate>2010-05-08"
        "</StartDate><ObjectTypes><mstar>News</mstar></ObjectTypes><PrintLocation><StartPage>A1</StartPage>"
        "<DocSection>Local</DocSection></PrintLocation><Terms><GenSubjTerm><GenSubjValue>Ports</GenSubjValue>"
        "</GenSubjTerm><FlexTerm FlexTermName='Personal'><FlexTermValue>Ray, Bo</FlexTermValue></FlexTerm></Terms>"
    )
    text = f"<Text WordCount='15' HTMLContent='true'>{ESCAPED}</Text>"
    expected = {"byline": "Okhai, Mara; Ray, Bo", "section": "Local", "pages": "A1", "language": "en", "record": "71"}
    frosting = "<MpubId>1</MpubId><Title>Coast Daily; Porto Alba, N.L.</Title><Qualifier>Porto Alba, N.L.</Qualifier>"
    return "71.xml", '<?xml version="1.0" encoding="utf-8"?>' + recorded(obj, frosting, text), [article(**expected)]


@export("proquest_xml")
def xml_of_an_old_newspaper_read_by_machine():
    obj = (
        "<TitleAtt><Title>Harbour opens</Title></TitleAtt><AlphaDate>May 8, 1910</AlphaDate>"
        "<NumericDate>19100508</NumericDate><Language><ISO><ISOCode>ENG</ISOCode></ISO></Language>"
    )
    frosting = "<Title>The Coast Courier (1881-1922)</Title><SourceType>Historical Newspapers</SourceType>"
    text = f"<HiddenText WordCount='15'>{SHIPS}\n{CROWDS}</HiddenText>"
    rows = [article(date="1910-05-08", outlet="The Coast Courier (1881-1922)", language="en")]
    return "71.xml", recorded(obj, frosting, text), rows


@export("proquest_xml")
def xml_of_several_records_with_abstracts_only():
    obj = (
        "<TitleAtt><Title>Harbour opens</Title></TitleAtt><NumericDate>2010-05-08</NumericDate>"
        "<Abstract><AbsText HTMLContent='true'>&lt;p&gt;Ships came.&lt;/p&gt;</AbsText></Abstract>"
    )
    record = recorded(obj, "<Title>Coast Daily</Title>", "")
    return "a.xml", f"<RECORDS>{record}{record}</RECORDS>", [article(text="", abstract="Ships came.")] * 2


# --- ProQuest, tables -------------------------------------------------------------------------------------------------

XLS = {
    "Title": "Harbour opens", "Abstract": "Ships came.", "StoreId": "71", "ArticleType": "News",
    "AuthorAffiliation": None, "Authors": "Okhai, Mara", "companies": None, "copyright": "Copyright Coast Press 2010",
    "documentType": "News", "entryDate": "2010-05-09", "issn": "00000000", "language": "English", "pages": "A1",
    "placeOfPublication": "Porto Alba", "pubdate": "May 8, 2010", "pubtitle": "Coast Daily", "year": "2010",
    "DocumentURL": "https://pq.example/71", "classification": None, "startPage": "A1", "subjects": "Ports",
    "subjectTerms": "Ports", "Database": "Global Newsstream", "FindACopy": None, "sourceType": "Newspapers",
}  # fmt: skip
XLS_ROW = {"byline": "Okhai, Mara", "language": "en", "url": "https://pq.example/71", "document": "71", "text": ""}


def sheet(frame, **options):
    """A workbook with a table as its first sheet."""
    out = io.BytesIO()
    frame.to_excel(out, index=False, **options)
    return out.getvalue()


@export("proquest_table")
def table_as_proquest_saves_it_for_spreadsheets():
    return "a.xlsx", sheet(pd.DataFrame([XLS])), [article(host="ProQuest", **XLS_ROW)]


@export("proquest_table")
def table_saved_again_with_semicolons():
    content = pd.DataFrame([XLS]).to_csv(index=False, sep=";", encoding="utf-8-sig").encode("utf-8-sig")
    return "a.csv", content, [article(host="ProQuest", **XLS_ROW)]


@export("proquest_table")
def table_with_the_names_that_its_programs_give():
    content = (
        "ProQuest_document_ID,Publication_info,Full_text,Publication_title,Publication_date,Source_type,Document_URL,Title\n"
        f'71,"Coast Daily ; Alba [Alba]08 May 2010: A.1.","{BODY}",,,Newspapers,https://pq.example/71,Harbour opens\n'
    )
    return "a.csv", content, [article(document="71", host="ProQuest", url="https://pq.example/71")]


# --- RIS --------------------------------------------------------------------------------------------------------------


def tagged(*pairs, end="ER  - ", newline="\n"):
    return newline.join([*(f"{tag}  - {value}" for tag, value in pairs), end, ""]) + newline


@export("ris")
def ris_of_proquest():
    content = tagged(
        ("TY", "NEWS"), ("T1", "Harbour opens"), ("AN", "71"), ("AU", "Okhai, Mara"), ("AU", "Ray, Bo"),
        ("JF", "Coast Daily"), ("Y1", "2010/05/08/"), ("DA", "2010 May 08"), ("PY", "2010"), ("SP", "A.1"),
        ("CY", "Porto Alba, N.L."), ("PB", "Coast Press"), ("SN", "00000000"), ("DB", "Global Newsstream"),
        ("N1", "Name - Harbour Board; Copyright - Copyright Coast Press May 8, 2010; Last updated - 2017-11-09"),
        ("N2", "Ships came."), ("KW", "Ports"), ("KW", "Fisheries"), ("LA", "English"), ("ET", "Late Edition"),
        ("L2", "https://resolver.example/?id=71"), ("UR", "https://www.proquest.com/docview/71"),
    )  # fmt: skip
    expected = {
        "byline": "Okhai, Mara; Ray, Bo",
        "url": "https://www.proquest.com/docview/71",
        "language": "en",
        "text": "",
        "record": "71",
        "pages": "A.1",
        "abstract": "Ships came.",
        "edition": "Late Edition",
    }
    return "a.ris", content, [article(**expected)]


@export("ris")
def ris_of_ebsco():
    content = tagged(
        ("TY", "NEWS"), ("ID", "2W6000"), ("AN", "2W6000"), ("T1", "Harbour opens"), ("AU", "Mara Okhai"),
        ("T2", "Coast Daily"), ("JO", "Coast Daily (Porto Alba)"), ("Y1", "2010/05/08/"), ("SP", "4"), ("AB", "Ships."),
        ("DB", "Newspaper Source Plus"), ("DP", "EBSCOhost"), ("UR", "https://search.example/login.aspx?an=2W6000"),
        newline="\r\n",
    )  # fmt: skip
    rows = [article(text="", record="2W6000", byline="Mara Okhai", abstract="Ships.", host="EBSCOhost")]
    return "export.txt", b"\xef\xbb\xbf" + content.encode(), rows


@export("ris")
def ris_of_zotero():
    content = tagged(
        ("TY", "NEWS"), ("TI", "Harbour opens"), ("AU", "Okhai, Mara"), ("T2", "Coast Daily"), ("CY", "Porto Alba"),
        ("DA", "2010/05/08/T10:12:33Z"), ("PY", "2010"), ("DP", "newspapers.example"), ("ET", "Main Edition"),
        ("LA", "en-GB"),
        ("SE", "Local"), ("SP", "15"), ("UR", "https://coast.example/1"), ("Y2", "2017/01/02/06:18:49"),
        ("L1", "internal-pdf://1.pdf"), ("N1", "<p>read again</p>"), ("KW", "Ports"),
    )  # fmt: skip
    expected = {"section": "Local", "language": "en", "pages": "15", "url": "https://coast.example/1", "text": ""}
    return "a.ris", content + content, [article(**expected)] * 2


@export("ris")
def ris_with_single_spaces_other_tags_and_the_full_text():
    content = (
        "Provider: Archive\nDatabase: Coast\nContent: text/plain\n\n\n"
        "TY - NEWS\nTI - Harbour opens\nA1 - Okhai, Mara\nJO - Coast Daily\nY1 - 2010///Spring\nDA - 8 May 2010\n"
        f"KW - Ports\nFisheries\nN2 - Ships.\nN1 - Full Text: {SHIPS}\n\n{CROWDS}\nLA - eng\nER -\n"
    )
    return "a.ris", content, [article(byline="Okhai, Mara", language="en", abstract="Ships.")]


@export("ris")
def ris_in_windows_letters_with_a_record_that_was_not_ended():
    first = tagged(("TY", "NEWS"), ("T1", "Hafen öffnet"), ("JF", "Küstenbote"), ("PY", "2010/05/08"), end="")
    second = tagged(
        ("TY", "NEWS"), ("T1", "Hafen schließt"), ("JF", "Küstenbote"), ("PY", "2010/05/09/"), ("LA", "German")
    )
    rows = [
        article(title="Hafen öffnet", outlet="Küstenbote", text=""),
        article(title="Hafen schließt", outlet="Küstenbote", text="", date="2010-05-09", language="de"),
    ]
    return "a.ris", (first + second).encode("cp1252"), rows


# --- Media Cloud ------------------------------------------------------------------------------------------------------


@export("media_cloud")
def media_cloud_of_the_search_today():
    content = (
        "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
        "f00,2024-03-01 10:11:12.123456,en,coast.example,coast.example,2010-05-08,Harbour opens,https://coast.example/1\n"
        'f01,2024-03-01 10:11:12,de,bote.example,bote.example,2010-05-09,"Hafen, und\nSchiffe",https://bote.example/2\n'
    )
    rows = [
        article(outlet="coast.example", text="", document="f00", host="Media Cloud", url="https://coast.example/1"),
        article(title="Hafen, und Schiffe", date="2010-05-09", outlet="bote.example", text="", language="de"),
    ]
    return "mc-onlinenews-mediacloud-20240301101112-content.csv", content, rows


@export("media_cloud")
def media_cloud_of_the_old_explorer():
    content = (
        "stories_id,publish_date,title,url,language,ap_syndicated,inlink_count,themes,media_id,media_name,media_url\n"
        "71,2010-05-08 10:12:33,Harbour opens,https://coast.example/1,en,False,3,ports,5,Coast Daily,http://coast.example/\n"
        "72,undateable,Harbour closes,https://coast.example/2,en,False,3,,5,Coast Daily,http://coast.example/\n"
    )
    rows = [article(text="", document="71"), article(title="Harbour closes", date=None, text="", document="72")]
    return "story-urls.csv", content, rows


@export("media_cloud")
def media_cloud_saved_again_in_a_spreadsheet():
    content = (
        "\ufeffid;indexed_date;language;media_name;media_url;publish_date;title;url\n"
        "f00;01/03/2024 10:11;en;Coast Daily;coast.example;08/05/2010;Harbour opens;https://coast.example/1\n"
        "f01;01/03/2024 10:11;en;Coast Daily;coast.example;28/05/2010;Harbour closes;https://coast.example/2\n"
    )
    rows = [
        article(text="", host="Media Cloud"),
        article(title="Harbour closes", date="2010-05-28", text="", host="Media Cloud"),
    ]
    return "content.csv", content, rows


@export("media_cloud")
def media_cloud_in_a_workbook():
    frame = pd.DataFrame(
        {
            "id": ["f00"], "indexed_date": ["2024-03-01"], "language": ["en"], "media_name": ["Coast Daily"],
            "media_url": ["coast.example"], "publish_date": [pd.Timestamp("2010-05-08")], "title": ["Harbour opens"],
            "url": ["https://coast.example/1"],
        }
    )  # fmt: skip
    return "content.xlsx", sheet(frame), [article(text="", host="Media Cloud", document="f00")]


# --- news-please ------------------------------------------------------------------------------------------------------

PLEASE = {
    "authors": ["Mara Okhai", "Bo Ray"], "date_download": "2020-01-02 03:04:05", "date_modify": "2011-01-01 00:00:00",
    "date_publish": "2010-05-08 17:03:00", "description": "Ships.", "filename": "a.json", "image_url": None,
    "language": "en", "localpath": None, "maintext": f"{SHIPS}\n{CROWDS}", "source_domain": "coast.example",
    "title": "Harbour opens", "title_page": None, "title_rss": None, "url": "https://coast.example/1",
}  # fmt: skip
PLEASE_ROW = {"outlet": "coast.example", "byline": "Mara Okhai; Bo Ray", "url": "https://coast.example/1"}


@export("news_please")
def news_please_in_one_file():
    return "a.json", json.dumps(PLEASE), [article(language="en", **PLEASE_ROW)]


@export("news_please")
def news_please_a_line_each_with_one_broken():
    whole = json.dumps(PLEASE | {"authors": [], "date_publish": None})
    return (
        "a.jsonl",
        f"{json.dumps(PLEASE)}\n{whole[:90]}\n{whole}\n",
        [article(**PLEASE_ROW), article(date=None, outlet="coast.example", byline=None)],
    )


@export("news_please")
def news_please_from_a_search_engine():
    hits = {"took": 1, "hits": {"total": 1, "hits": [{"_index": "news", "_id": "71", "_source": PLEASE}]}}
    return "a.json", json.dumps(hits, indent=1), [article(**PLEASE_ROW)]


@export("news_please")
def news_please_from_a_database():
    frame = pd.DataFrame([PLEASE | {"authors": "{Mara Okhai,Bo Ray}", "id": 71}])
    return "currentversions.csv", frame.to_csv(index=False), [article(outlet="coast.example", document="71")]


@export("news_please")
def news_please_in_a_table_of_pandas():
    frame = pd.DataFrame([PLEASE | {"authors": "['Mara Okhai', 'Bo Ray']"}])
    return "news.csv", frame.to_csv(), [article(outlet="coast.example", byline="Mara Okhai; Bo Ray")]


# --- NewsML -----------------------------------------------------------------------------------------------------------

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
    f"</head><body><p>{SHIPS}</p><p>{CROWDS}</p></body></html></inlineXML>"
)


def item(meta, content, *, guid="urn:coast:71", media="text", language="en"):
    return (
        f'<newsItem {NAR} guid="{guid}" version="2" standard="NewsML-G2" xml:lang="{language}"><catalogRef href="x"/>'
        f"<rightsInfo><copyrightNotice>(c) Coast Agency 2010</copyrightNotice></rightsInfo>{meta}"
        f"<contentSet>{content}</contentSet></newsItem>".replace("ITEMCLASS", f'<itemClass qcode="ninat:{media}"/>')
    )


@export("newsml")
def newsml_in_the_manner_of_reuters():
    meta = (
        '<itemMeta>ITEMCLASS<provider literal="coast.example"><name>Coast Agency</name></provider>'
        "<versionCreated>2010-05-09T01:02:03.000Z</versionCreated><pubStatus qcode='stat:usable'/></itemMeta>"
        "<contentMeta><urgency>4</urgency><contentCreated>2010-05-08T10:12:33.000Z</contentCreated>"
        "<by>By Mara Okhai</by><dateline>PORTO ALBA, May 8 (Coast)</dateline><creditline>Coast</creditline>"
        '<subject qcode="N2:PORT"><name xml:lang="en">Ports</name></subject><language tag="en"/>'
        "<headline>Harbour opens</headline><headline role='hlrole:short'>Ships</headline>"
        "<slugline separator='-'>HARBOUR/</slugline></contentMeta>"
    )
    message = f"<newsMessage {NAR}><header><sent>2011-01-01T00:00:00Z</sent></header><itemSet>{item(meta, XHTML)}"
    expected = {"outlet": "Coast Agency", "byline": "By Mara Okhai", "language": "en", "record": "urn:coast:71"}
    return "a.xml", f"<?xml version='1.0'?>{message}</itemSet></newsMessage>", [article(**expected)]


@export("newsml")
def newsml_in_french_with_a_picture_beside_the_text():
    meta = (
        '<itemMeta>ITEMCLASS<provider qcode="nprov:CÔTE"/><versionCreated>2010-05-08T12:13:14+02:00</versionCreated>'
        "<firstCreated>2010-05-08T10:12:33+02:00</firstCreated></itemMeta><contentMeta><language tag='fr'/>"
        "<headline xml:lang='fr'>Le port ouvre</headline></contentMeta>"
    )
    text = item(meta, XHTML, language="fr")
    picture = item(meta, '<remoteContent href="a.jpg"/>', media="picture", guid="urn:coast:72")
    message = f"<newsMessage {NAR}><itemSet>{text}{picture}<packageItem guid='p'/></itemSet></newsMessage>"
    return "a.xml", message, [article(title="Le port ouvre", outlet="CÔTE", language="fr")]


@export("newsml")
def newsml_with_nitf_within():
    nitf = (
        '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Harbour opens</hl1>'
        "</hedline>"
        f"<byline>By MARA OKHAI</byline></body.head><body.content><block id='Main'><p>{SHIPS}</p>"
        f"<p>{CROWDS}</p></block></body.content></body></nitf></inlineXML>"
    )
    meta = (
        "<itemMeta>ITEMCLASS<provider><name>Coast Daily</name></provider></itemMeta><contentMeta>"
        "<contentCreated>2010-05-08T10:12:33Z</contentCreated><headline>Harbour opens</headline></contentMeta>"
    )
    return "a.xml", item(meta, nitf), [article(byline="By MARA OKHAI")]


# --- NITF -------------------------------------------------------------------------------------------------------------


def archived(blocks, *, head="", by=""):
    """A file as an archive of a newspaper gives it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "http://coast.example/nitf-3-3.dtd">'
        '<nitf change.date="June 10, 2005" change.time="19:30" version="-//IPTC//DTD NITF 3.3//EN"><head>'
        "<title>Harbour opens</title>"
        '<meta content="8" name="publication_day_of_month"/><meta content="5" name="publication_month"/>'
        '<meta content="2010" name="publication_year"/><meta content="Saturday" name="publication_day_of_week"/>'
        '<meta content="Foreign Desk" name="dsk"/><meta content="1" name="print_page_number"/>'
        f'<meta content="World" name="online_sections"/>{head}<docdata><doc-id id-string="71"/>'
        '<doc.copyright holder="Coast Press" year="2010"/><identified-content><classifier class="indexing_service" '
        'type="descriptor">Ports</classifier><person class="indexing_service">Ray, Bo</person></identified-content>'
        '</docdata><pubdata date.publication="20100508T000000" ex-ref="http://query.coast.example/71" item-length="15" '
        'name="Coast Daily" unit-of-measure="word"/></head><body><body.head><hedline><hl1>Harbour opens</hl1>'
        f'<hl2 class="online_headline">Harbour Opens at Last</hl2></hedline>{by}<abstract><p>On ships.</p></abstract>'
        f"</body.head><body.content>{blocks}</body.content></body></nitf>"
    )


@export("nitf")
def nitf_of_an_annotated_corpus_whose_beginning_comes_twice():
    blocks = (
        f'<block class="lead_paragraph"><p>LEAD: {SHIPS}</p></block>'
        f'<block class="full_text"><p>LEAD: {SHIPS}</p><p>{SHIPS}</p><p>{CROWDS}</p></block>'
    )
    by = (
        '<byline class="print_byline">By MARA OKHAI, Special to the Coast Daily</byline>'
        '<byline class="normalized_byline">Okhai, Mara</byline><dateline>PORTO ALBA, May 7</dateline>'
    )
    expected = {"byline": "By MARA OKHAI, Special to the Coast Daily", "abstract": "On ships.", "record": "71",
                "section": "World", "length_stated": "15"}  # fmt: skip
    return "0000071.xml", archived(blocks, by=by), [article(**expected)]


@export("nitf")
def nitf_of_an_annotated_corpus_with_a_correction():
    blocks = (
        f'<block class="lead_paragraph"><p>{SHIPS}</p></block>'
        f'<block class="online_lead_paragraph"><p>{SHIPS}</p></block>'
        f'<block class="full_text"><p>{SHIPS}</p><p>{CROWDS}</p></block>'
        '<block class="correction_text"><p>An article on Saturday misspelled a name.</p></block>'
    )
    return "71.xml", archived(blocks), [article(url="http://query.coast.example/71")]


@export("nitf")
def nitf_of_an_annotated_corpus_without_a_full_text():
    return "71.xml", archived(f'<block class="lead_paragraph"><p>{SHIPS}</p></block>'), [article(text=SHIPS)]


@export("nitf")
def nitf_of_an_agency():
    content = (
        '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>Harbour opens</title><docdata>'
        '<date.issue norm="20100508T101233Z"/><ed-msg info="Updates"/><doc.copyright holder="Coast Agency"/></docdata>'
        '</head><body><body.head><hedline><hl1 id="headline">Harbour opens</hl1></hedline><byline>By Mara Okhai'
        "<byttl>Coast Agency Writer</byttl></byline><distributor>Coast Agency</distributor>"
        f"<dateline><location>PORTO ALBA</location></dateline></body.head><body.content><block id='Main'><p>{SHIPS}</p>"
        f"<hl2>Cheers</hl2><p>{CROWDS}</p></block><media media-type='image'><media-caption>The quay.</media-caption>"
        "</media></body.content></body></nitf>"
    )
    text = f"{SHIPS} Cheers {CROWDS}"
    return "a.nitf", content, [article(outlet="Coast Agency", text=text, byline=..., captions="The quay.")]


# --- ninjs ------------------------------------------------------------------------------------------------------------

HTML = f"<p>{SHIPS}</p>\n<p>{CROWDS}</p>"


@export("ninjs")
def ninjs_of_an_editing_system():
    content = {
        "guid": "tag:coast.example:2010:71", "version": "3", "type": "text",
        "versioncreated": "2010-05-09T01:02:03+0000",
        "firstcreated": "2010-05-07T20:00:00+0000", "firstpublished": "2010-05-08T10:12:33+0000", "pubstatus": "usable",
        "headline": "Harbour opens", "slugline": "harbour", "language": "en", "source": "Coast Daily", "urgency": 3,
        "authors": [{"name": "Mara Okhai", "role": "writer"}], "body_html": HTML, "priority": 6,
        "description_html": "<p>Ships.</p>", "subject": [{"code": "04", "name": "ports"}], "profile": "article",
        "service": [{"name": "Local", "code": "l"}], "associations": {"featuremedia": {"type": "picture", "guid": "x",
        "headline": "Quay", "versioncreated": "2010-05-08T10:12:33+0000"}},
    }  # fmt: skip
    expected = {"byline": "Mara Okhai", "section": "Local", "language": "en", "abstract": "Ships."}
    return "a.json", json.dumps(content), [article(**expected)]


@export("ninjs")
def ninjs_in_a_list_of_search_results():
    def hit(n, title):
        return {
            "uri": f"http://coast.example/{n}", "type": "text", "versioncreated": "2010-05-08T10:12:33Z",
            "pubstatus": "usable", "headline": title, "body_text": f"{SHIPS}\n\n{CROWDS}", "byline": "Mara Okhai",
            "copyrightholder": "Coast Daily", "language": "sv",
        }  # fmt: skip

    content = {"total": 200, "hits": [hit(1, "Harbour opens"), hit(2, "Harbour closes"), hit(3, "")]}
    rows = [article(language="sv", byline="Mara Okhai"), article(title="Harbour closes"), article(title=None)]
    return "a.json", json.dumps(content), rows


@export("ninjs")
def ninjs_of_an_agency_deep_in_an_envelope():
    item = {
        "uri": "urn:newsml:coast.example:20100508:71", "type": "text", "versioncreated": "2010-05-08T10:12:33Z",
        "headline": "Harbour opens", "bylines": [{"by": "By MARA OKHAI"}], "pubstatus": "usable",
        "body_nitf": f"<block><p>{SHIPS}</p><p>{CROWDS}</p></block>", "language": "en-us",
        "copyrightnotice": "Copyright 2010 Coast Daily", "provider": "Coast Daily",
    }  # fmt: skip
    content = {"data": {"items": [{"meta": {"score": 1}, "item": item}]}}
    return "a.json", json.dumps(content), [article(byline="By MARA OKHAI", language="en")]


@export("ninjs")
def ninjs_a_line_each():
    first = {"uri": "u1", "versionCreated": "2010-05-08T10:12:33Z", "pubStatus": "usable",
             "copyrightHolder": "Coast Daily",
             "headlines": [{"role": "short", "value": "Ships"}, {"role": "main", "value": "Harbour opens"}],
             "bodies": [{"role": "main", "contentType": "text/html", "value": HTML}], "by": "Mara Okhai"}  # fmt: skip
    return "a.jsonl", "\n".join([json.dumps(first)] * 2), [article(byline="Mara Okhai")] * 2


# --- scholars' own tables ---------------------------------------------------------------------------------------------


@export("table")
def german_table_in_windows_letters():
    content = (
        "Nr;Datum;Überschrift;Zeitung;Ressort;Autor;Volltext\n"
        f'1;08.05.2010;Hafen öffnet;Küstenbote;Lokales;Jörg Müller;"{BODY}"\n2;29.5.2010;;Küstenbote;;;"Größe"\n'
    )
    rows = [
        article(title="Hafen öffnet", outlet="Küstenbote", section="Lokales", byline="Jörg Müller"),
        article(title=None, outlet="Küstenbote", date="2010-05-29", text="Größe"),
    ]
    return "artikel.csv", content.encode("cp1252"), rows


@export("table")
def french_table():
    header = "Titre\tTexte\tJournal\tDate de publication\tAuteur\tRubrique\n"
    content = f"{header}Port\t{BODY}\tLa Côte\t8 mai 2010\tM. Okhai\tVille\n"
    return "a.tsv", content, [article(title="Port", outlet="La Côte", byline="M. Okhai", section="Ville")]


@export("table")
def spanish_table_in_a_workbook_below_a_heading():
    out = io.BytesIO()
    frame = pd.DataFrame(
        {"Fecha": [pd.Timestamp("2010-05-08")], "Titular": ["Puerto"], "Cuerpo": [BODY], "Periódico": ["La Costa"],
         "Autora": ["M. Okhai"], "Enlace": ["https://costa.example/1"]}
    )  # fmt: skip
    with pd.ExcelWriter(out) as book:
        frame.to_excel(book, sheet_name="Datos", index=False, startrow=2)
        book.sheets["Datos"]["A1"] = "Corpus del puerto"
        pd.DataFrame({"Notas": ["no es un artículo"]}).to_excel(book, sheet_name="Notas", index=False)
    expected = {"title": "Puerto", "outlet": "La Costa", "byline": "M. Okhai", "url": "https://costa.example/1"}
    return "a.xlsx", out.getvalue(), [article(**expected)]


@export("table")
def italian_table():
    header = "data,titolo,testo,testata,autore,sezione\n"
    content = f"{header}08/05/2010,Porto,{BODY},La Costa,M. Okhai,Città\n28/05/2010,Mare,x,La Costa,,\n"
    rows = [
        article(title="Porto", outlet="La Costa", byline="M. Okhai", section="Città"),
        {"title": "Mare", "date": "2010-05-28"},
    ]
    return "a.csv", content, rows


@export("table")
def portuguese_table():
    content = f"Data;Título;Texto;Veículo;Autor;Editoria\n2010-05-08;Porto;{BODY};A Costa;M. Okhai;Cidade\n"
    return "a.csv", content, [article(title="Porto", outlet="A Costa", byline="M. Okhai", section="Cidade")]


@export("table")
def dutch_table():
    content = f"datum;kop;krant;tekst;auteur;rubriek\n8 mei 2010;Haven open;Kustbode;{BODY};M. Okhai;Stad\n"
    return "a.csv", content, [article(title="Haven open", outlet="Kustbode", byline="M. Okhai", section="Stad")]


@export("table")
def chinese_table_in_its_own_encoding():
    content = (
        "日期,标题,来源,作者,版面,正文\n2010年5月8日,港口开放,海岸日报,李海,要闻,船只今天驶入新港口，市民在码头欢呼。\n"
    )
    expected = {"title": "港口开放", "outlet": "海岸日报", "byline": "李海", "section": "要闻", "language": "zh"}
    return "数据.csv", content.encode("gb18030"), [article(text="船只今天驶入新港口，市民在码头欢呼。", **expected)]


@export("table")
def traditional_chinese_table_in_a_workbook():
    frame = pd.DataFrame(
        {"發布日期": ["2010/05/08"], "標題": ["港口開放"], "媒體": ["海岸日報"], "內文": ["船隻今天駛入新港口。"]}
    )
    return "a.xlsx", sheet(frame), [article(title="港口開放", outlet="海岸日報", text="船隻今天駛入新港口。")]


@export("table")
def japanese_table():
    content = "日付,見出し,新聞名,本文,著者\n2010年5月8日,新しい港,海岸新聞,船が新しい港に入った。,海野\n"
    return (
        "a.csv",
        content.encode("cp932"),
        [article(title="新しい港", outlet="海岸新聞", text="船が新しい港に入った。", byline="海野")],
    )


@export("table")
def russian_table_in_its_own_encoding():
    text = "Корабли вошли в новый порт города, и жители встречали их на набережной."
    header = "Дата;Заголовок;Издание;Автор;Рубрика;Текст\n"
    content = f"{header}08.05.2010;Порт открыт;Берег;М. Охай;Город;{text}\n31.05.2010;Мост;Берег;;;Мост.\n"
    expected = {"title": "Порт открыт", "outlet": "Берег", "byline": "М. Охай", "section": "Город", "text": text}
    rows = [article(**expected), article(title="Мост", outlet="Берег", date="2010-05-31", text="Мост.")]
    return "a.csv", content.encode("cp1251"), rows


@export("table")
def table_of_a_collection_of_news_with_a_nameless_first_column():
    content = (
        ",id,title,publication,author,date,year,month,url,content\n"
        f"0,17283,Harbour opens,Coast Daily,Mara Okhai,2010-05-08,2010.0,5.0,,{BODY}\n"
    )
    return "articles1.csv", content, [article(document="17283", byline="Mara Okhai")]


@export("table")
def json_of_a_service_of_headlines():
    content = {
        "status": "ok", "totalResults": 1, "articles": [
            {"source": {"id": None, "name": "Coast Daily"}, "author": "Mara Okhai", "title": "Harbour opens",
             "description": "Ships.", "url": "https://coast.example/1", "urlToImage": None,
             "publishedAt": "2010-05-08T10:12:33Z", "content": BODY}
        ],
    }  # fmt: skip
    return "a.json", json.dumps(content), [article(byline="Mara Okhai", url="https://coast.example/1")]


@export("table")
def json_of_a_newspaper_s_own_service():
    content = {
        "response": {"status": "ok", "total": 1, "results": [
            {"id": "local/2010/may/08/harbour", "type": "article", "sectionName": "Local",
             "webPublicationDate": "2010-05-08T10:12:33Z", "webTitle": "Harbour opens | Coast",
             "webUrl": "https://coast.example/1", "fields": {"headline": "Harbour opens", "byline": "Mara Okhai",
             "bodyText": BODY, "publication": "Coast Daily"}}]}
    }  # fmt: skip
    expected = {"section": "Local", "byline": "Mara Okhai", "url": "https://coast.example/1"}
    return "a.json", json.dumps(content), [article(**expected)]


@export("table")
def json_lines_with_repeated_keys_and_a_broken_line():
    line = (
        '{"Headline": "x", "Headline": "Harbour opens", "Source": "Coast Daily", "Date": "May 8, 2010", "Body": "%s"}'
    )
    return "a.jsonl", f"{line % BODY}\n{{broken\n\n{line % BODY}\n", [article()] * 2


@export("table")
def parquet_with_texts_in_a_named_index():
    frame = pd.DataFrame({"headline": ["Harbour opens"], "pub_date": [pd.Timestamp("2010-05-08")],
                          "newspaper": ["Coast Daily"], "full_text": [BODY]}).set_index("headline")  # fmt: skip
    out = io.BytesIO()
    frame.to_parquet(out)
    return "a.parquet", out.getvalue(), [article()]


@export("table")
def table_whose_header_repeats_a_name_and_whose_rows_are_longer():
    content = f"date,title,text,outlet,title\n2010-05-08,Harbour opens,{BODY},Coast Daily,Other,too much\n"
    return "a.csv", content, [article()]


# --- a second round, written before the readers were looked at again ------------------------------------------------


@export("proquest_text")
def text_with_rarer_labels_around_its_text():
    record = "Harbour opens\n\n" + lines(
        ("Author", "Okhai, Mara"), ("Full text", f"{SHIPS}\n\n{CROWDS}"), ("Word count", "617"),
        ("Business indexing term", "Subject: Ports; Industry: 48831 : Port operations"), ("Evidence type", "none"),
        ("Subject", "Ports"), *BELOW[1:],
    )  # fmt: skip
    return "a.txt", ruled(record), [article(byline="Okhai, Mara", length_stated="617")]


@export("proquest_html")
def html_with_contents_rarer_labels_and_dates_of_a_month():
    def record(n, title, date):
        return titled(title) + labelled(
            ("Publication info", f"Coast Monthly ; Porto Alba [Porto Alba]{date}."), ("Full text", TEXT),
            ("Business indexing term", "Subject: Ports"), ("Evidence", "none"), ("Publication title", "Coast Monthly"),
            ("Publication date", date), ("ProQuest document ID", f"7{n}"),
        )  # fmt: skip

    contents = '<h2>Table of contents</h2><ol><li><a href="#DocID_MSTAR_1">1. Harbour opens</a></li></ol>'
    page = saved(record(1, "Harbour opens", "May 2010"), record(2, "Later", "May 8-14, 2010"))
    rows = [
        article(outlet="Coast Monthly", date="2010-05-01"),
        article(title="Later", outlet="Coast Monthly", date=...),
    ]
    return "a.html", page.replace("<table>", f"{contents}<table>", 1), rows


@export("proquest_xml")
def xml_with_titles_as_character_data_and_nested_authors():
    obj = (
        "<TitleAtt><Title><![CDATA[Harbour &amp; ships open]]></Title></TitleAtt><NumericDate>2010-05-08</NumericDate>"
        "<Contributors><Contributor><Author><NormalizedDisplayForm>Okhai, Mara</NormalizedDisplayForm></Author>"
        "</Contributor></Contributors><Language><RawLang>Spanish</RawLang></Language>"
    )
    text = f"<Text HTMLContent='false'>{SHIPS}\n\n{CROWDS}</Text>"
    rows = [article(title="Harbour & ships open", byline="Okhai, Mara", language="es")]
    return "a.xml", recorded(obj, "<Title>Coast Daily</Title>", text), rows


@export("ris")
def ris_of_a_library_with_a_wrapped_abstract():
    content = (
        "TY  - NEWS\nID  - GALE|A226\nTI  - Harbour opens\nAU  - Okhai, Mara\nT2  - Coast Daily\nDA  - 2010/05/08/\n"
        "SP  - A1+\nAB  - Ships came\nto the quay.\nKW  - Ports\nLA  - English\nDB  - Coast Archive\nDP  - Gale\n"
        "UR  - https://gale.example/1\nER  - \n\n\n"
    )
    rows = [article(text="", abstract="Ships came to the quay.", record="GALE|A226", host="Gale", pages="A1+")]
    return "citations.ris", content, rows


@export("newsml")
def newsml_under_prefixes_with_html_in_character_data():
    content = (
        '<nar:newsItem xmlns:nar="http://iptc.org/std/nar/2006-10-01/" guid="urn:71" xml:lang="de"><nar:itemMeta>'
        '<nar:itemClass qcode="ninat:text"/><nar:provider literal="Küstendienst"/></nar:itemMeta><nar:contentMeta>'
        "<nar:contentCreated>2010-05-08T10:12:33+02:00</nar:contentCreated><nar:headline>Hafen öffnet</nar:headline>"
        '</nar:contentMeta><nar:contentSet><nar:inlineData contenttype="text/html">'
        f"<![CDATA[<p>{SHIPS}</p><p>{CROWDS}</p>]]></nar:inlineData></nar:contentSet></nar:newsItem>"
    )
    return "a.xml", content, [article(title="Hafen öffnet", outlet="Küstendienst", language="de")]


@export("nitf")
def nitf_in_western_letters_with_entities_of_its_dtd():
    text = archived(f'<block class="full_text"><p>Caf&eacute; am Kai.</p><p>{CROWDS}</p></block>').replace(
        'encoding="UTF-8"', 'encoding="ISO-8859-1"'
    )
    return (
        "71.xml",
        text.replace("On ships.", "Ö.").encode("latin-1"),
        [article(text=f"Café am Kai. {CROWDS}", abstract="Ö.")],
    )


@export("ninjs")
def ninjs_with_markup_in_the_headline_and_a_picture_in_the_text():
    content = [
        {
            "guid": "urn:1",
            "type": "text",
            "versioncreated": "2010-05-08T10:12:33Z",
            "pubstatus": "usable",
            "headline": "Harbour <b>opens</b> &amp; closes",
            "copyrightholder": "Coast Daily",
            "body_html": f"<p>{SHIPS}</p><figure><img src='a'/><figcaption>Quay.</figcaption></figure><p>{CROWDS}</p>",
        },
        {"guid": "urn:2", "type": "picture", "headline": "Quay", "versioncreated": "2010-05-08", "pubstatus": "usable"},
    ]
    return "a.json", json.dumps(content), [article(title="Harbour opens & closes", captions="Quay.")]


@export("table")
def table_as_a_spreadsheet_saves_unicode_text():
    content = f'Titel\tDatum\tMedium\tInhalt\r\nHafen\t2010-05-08\tKüstenbote\t"{SHIPS}\r\n{CROWDS}"\r\n'
    return "a.txt", content.encode("utf-16"), [article(title="Hafen", outlet="Küstenbote")]


@export("table")
def tables_of_two_years_in_one_workbook():
    out = io.BytesIO()
    with pd.ExcelWriter(out) as book:
        for day in ("2010-05-08", "2011-05-08"):
            frame = {
                "Headline": ["Harbour opens"],
                "Date": [pd.Timestamp(day)],
                "Newspaper": ["Coast Daily"],
                "Article": [BODY],
            }
            pd.DataFrame(frame).to_excel(book, sheet_name=day[:4], index=False)
    return "a.xlsx", out.getvalue(), [article(), article(date="2011-05-08")]


COLUMNS = {"headline": "Harbour opens", "date": "2010-05-08", "newspaper": "Coast Daily", "content": BODY}


@export("table")
def json_as_pandas_writes_it_column_by_column():
    frame = pd.DataFrame([COLUMNS, COLUMNS | {"headline": "Harbour closes"}])
    return "a.json", frame.to_json(), [article(), article(title="Harbour closes")]


@export("table")
def json_as_pandas_writes_it_row_by_row():
    frame = pd.DataFrame([COLUMNS, COLUMNS | {"headline": "Harbour closes"}])
    return "a.json", frame.to_json(orient="index"), [article(), article(title="Harbour closes")]


@export("table")
def json_as_pandas_writes_it_split():
    frame = pd.DataFrame([COLUMNS, COLUMNS | {"headline": "Harbour closes"}])
    return "a.json", frame.to_json(orient="split"), [article(), article(title="Harbour closes")]


@export("table")
def json_of_lists_of_values():
    frame = pd.DataFrame([COLUMNS, COLUMNS | {"headline": "Harbour closes"}])
    return "a.json", json.dumps(frame.to_dict("list")), [article(), article(title="Harbour closes")]


@export("table")
def json_of_a_newspaper_s_search():
    content = {"status": "OK", "response": {"docs": [
        {"headline": {"main": "Harbour opens", "kicker": None}, "pub_date": "2010-05-08T10:12:33+0000",
         "web_url": "https://coast.example/1", "byline": {"original": "By Mara Okhai", "person": []},
         "source": "Coast Daily", "section_name": "Local", "lead_paragraph": SHIPS, "_id": "nyt://71"}],
        "meta": {"hits": 900}}}  # fmt: skip
    return "a.json", json.dumps(content), [article(text="", byline="By Mara Okhai", section="Local")]


@export("table")
def json_of_a_registry_of_events():
    content = {"articles": {"page": 1, "totalResults": 9, "results": [
        {"uri": "71", "lang": "eng", "date": "2010-05-08", "time": "10:12:33", "dateTime": "2010-05-08T10:12:33Z",
         "title": "Harbour opens", "body": BODY, "source": {"uri": "coast.example", "title": "Coast Daily"},
         "authors": [{"uri": "x", "name": "Mara Okhai"}], "url": "https://coast.example/1"}]}}  # fmt: skip
    return "a.json", json.dumps(content), [article(byline="Mara Okhai", language="en")]


@export("table")
def korean_table_of_a_national_archive():
    frame = pd.DataFrame(
        {
            "뉴스 식별자": ["01100101.2010"],
            "일자": [20100508],
            "언론사": ["해안일보"],
            "기고자": ["바다"],
            "제목": ["항구 개장"],
            "통합 분류1": ["사회"],
            "본문": ["배가 새 항구에 들어왔다."],
            "URL": ["https://h.example"],
        }
    )
    expected = {"title": "항구 개장", "outlet": "해안일보", "byline": "바다", "document": "01100101.2010"}
    return "NewsResult.xlsx", sheet(frame), [article(text="배가 새 항구에 들어왔다.", **expected)]


@export("table")
def polish_table_in_its_own_encoding():
    text = (
        "Statki wpłynęły w sobotę do nowego portu, a ludzie wiwatowali aż do późnego wieczora; "
        "było już ciemno, gdy żegnano gości."
    )
    content = f'Lp.;Data;Tytuł;Gazeta;Autor;Treść\n1;2010-05-08;Port;Brzeg;M. Okhai;"{text}"\n'
    return "a.csv", content.encode("cp1250"), [article(title="Port", outlet="Brzeg", byline="M. Okhai", text=text)]


@export("table")
def table_under_accents_written_apart_and_lines_above_it():
    content = f"U\u0308berschrift,Datum,Quelle,Volltext\nHafen,2010-05-08,Küstenbote,{BODY}\n"
    return "a.csv", content, [article(title="Hafen", outlet="Küstenbote")]


@export("table")
def table_of_tabs_with_stray_quotation_marks():
    content = (
        f'title\tdate\tsource\ttext\nThe "new" quay\t2010-05-08\tCoast Daily\t"Ships" came. {CROWDS}\n'
        f'12" pipe\t2010-05-09\tCoast Daily\t{BODY}\n'
    )
    rows = [
        article(title='The "new" quay', text=f'"Ships" came. {CROWDS}'),
        article(title='12" pipe', date="2010-05-09"),
    ]
    return "a.tsv", content, rows


# --- the tests --------------------------------------------------------------------------------------------------------


def plain(value):
    """A value as it is compared: white space single, a day as ISO, missing as None."""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return None if value is None or pd.isna(value) else " ".join(str(value).split())


def outcomes(name, folder):
    """Whether each column of each article expected of an export came out, as (article, column, wanted, found)."""
    _, build = EXPORTS[name]
    file, content, rows = build()
    try:
        found = folder({file: content}).documents
    except ValueError:
        found = pd.DataFrame()
    yield "", "count", len(rows), len(found)
    for place, row in enumerate(rows):
        for column, wanted in row.items():
            value = found[column].iloc[place] if place < len(found) and column in found else None
            there = place < len(found)
            yield place, column, wanted, plain(value) if there else "no such article"


@pytest.mark.parametrize("name", EXPORTS)
def test_every_column_that_an_export_states_comes_out(name, folder):
    wrong = [outcome for outcome in outcomes(name, folder) if outcome[2] != outcome[3]]
    assert wrong == []
