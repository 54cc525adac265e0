"""The labels of LexisNexis and Nexis Uni, in English, German, French and Dutch, and the columns they fill.

Only known labels count: a paragraph that opens ``PORTILLO:`` is somebody speaking.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from mediastudy.documents.vendors.language_names import coded_language

# What each label means; metadata is what has no column. Spaces and hyphens in labels make no difference.
_MEANINGS: Final = {
    "title": "headline|title|titel|überschrift|schlagzeile|titre|kop",
    "byline": "byline|by-line|author|autor|autorin|verfasser|auteur|auteurs|signature",
    "section": "section|rubrik|ressort|rubrique|rubriek|sectie|katern",
    "length_stated": "length|länge|laenge|longueur|lengte|word count",
    "dateline": "dateline|datumszeile|lieu|plaats",
    "edition": "edition|ausgabe|édition|editie",
    "pages": "pages|page|seite|seiten|pagina",
    "abstract": "highlight|highlights|abstract|summary|encart|zusammenfassung|vorspann|kernaussage|résumé|samenvatting",
    "language": "language|sprache|langue|taal",
    "load_date": "load-date|update|update-date|ladedatum|aktualisierung|date-chargement|date de chargement|laaddatum",
    "subjects": "subject|subjects|thema|themen|schlagwort|schlagwörter|sujet|sujets|onderwerp|onderwerpen",
    "captions": "graphic|graphics|grafik|graphique|graphisme|grafiek|illustration",
    "record": "acc-no|accession-no|accession-number",
    "url": "url|web-url",
    "body": "body|textkörper|corps|hoofdtekst",
    "correction": "correction|corrections|korrektur|berichtigung|correctif|correctie|rectificatie|note|notes|anmerkung"
    "|anmerkungen|notities|editor's note",
    "": "publication-type|pub-type|document-type|type|publikationstyp|publikationsart|publikation-typ|medientyp"
    "|type-publication|type de publication|type de document|publicatietype|soort publicatie"
    "|journal-code|journal-kennung|zeitungs-code|code-journal|code-revue|code publication|tijdschriftcode|krantencode"
    "|organization|organisation|organisatie|company|companies|firma|firmen|unternehmen|societe|société|bedrijf|bedrijven"
    "|person|personen|people|personne|personnes|persoon|personne-citee"
    "|geographic|geo|geographie|geografie|geografisch|ort|orte|localisation-geo|géographie|geografische|location"
    "|country|land|pays|state|bundesland|city|stadt|ville|region|région|stad|etat"
    "|industry|branche|branchen|industrie|secteur-activite|secteur|sector|bedrijfstak"
    "|ticker|ticker-symbol|börsenkürzel|symbole-boursier|beurssymbool|tickersymbool"
    "|issn|isbn|doi|copyright|series|serie|série|distribution|column|kolumne|rubrique-titre|chronique|kicker|dachzeile"
    "|correction-date|korrektur-datum|date-correction|publication-logo|transmission-date|original-post-date|post-date"
    "|name|names|product|products|produkt|concept|descriptors|terms|category|kategorie|catégorie|categorie|guests"
    "|anchors|anchor|reporters|show|program|network|spec|events|event|time stamp|timezone|release-date|contact|memo"
    "|classification|journal|supplement|photo|photos|foto|cover-story|refs|references|status|volume|publisher|editor"
    "|verlag|herausgeber|éditeur|uitgever|source|quelle|bron|cite|citation|keywords|department|rights|websites"
    "|transcript|keyword|originalartikel|documenttype|dokumenttyp|text-type|content-type|cybersquare|art|stationen|seitenzahl",
}  # fmt: skip
_FOLD: Final = str.maketrans({"-": None, "_": None, " ": None, "’": "'"})
_COLUMNS: Final = {
    label.translate(_FOLD): column for column, labels in _MEANINGS.items() for label in labels.split("|")
}
_LABEL: Final = re.compile(r"\s*(?P<label>[^\W\d_][^\W\d_'’ -]*(?:[ '’_-][^\W\d_]+){0,3}) ?: ?(?P<value>.*)", re.DOTALL)
_HEADINGS: Final = frozenset(("captions", "correction", "abstract"))
# Labels that are also what a paragraph of a body may open with: somebody who speaks, a place, a thing.
_SPOKEN: Final = frozenset(
    "anchor anchors art cite city column company concept contact country editor editors event events guests location "  # noqa: SIM905
    "memo name names network people person photo photos product products program publisher quelle refs reporters show "
    "source spec stadt state status supplement terms type volume ville websites".split()
)
_SENTENCE: Final = re.compile(r"[.!?…][\"'”’»)]*$")
_CLASSIFICATION: Final = re.compile(
    r"classification|klassifikation|klassifizierung|classificatie|clasificación", re.IGNORECASE
)
_BODY: Final = re.compile(
    r"body|text|textkörper|haupttext|corps|corps de l['’]article|corps du texte|texte|hoofdtekst|tekst|cuerpo|corpo",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(
    r"copyright\b|copy(?:right)? \d{4}\b|©|\(c\) ?\d{4}|all rights? reserved|alle rechte vorbehalten"
    r"|tous droits réservés|alle rechten voorbeh(?:ou|oud)den|todos los derechos reservados|tutti i diritti riservati"
    r"|the materials in the .{1,40} file were compiled by|these materials may not be republished",
    re.IGNORECASE,
)
_PASSED_ON: Final = re.compile(
    r"(?:supplied|delivered|provided|distributed|fourni|zur verfügung gestellt) (?:by|par|von)\b", re.IGNORECASE
)
_LINK: Final = re.compile(
    r"link (?:to|zum|zur|vers|naar)(?: the| het)?(?: original)?[ -]"
    r"(?:image|pdf|document|dokument|bild|photo|article)\S*"
    r"|lien vers .{1,30}",
    re.IGNORECASE,
)
_LONGEST_HEADING: Final = 30
_LEADING: Final = re.compile(r"^(?:by|von|par|door)\b\s*:?\s+(?=\S)", re.IGNORECASE)
_PAGES: Final = re.compile(
    r"\b(?:pgs?|pages?|s|seite|p|blz|p[aá]g)\.? ?([A-Z]{0,2}-?\d+[A-Z]?(?:[-,] ?[A-Z]?\d+)*)\b", re.IGNORECASE
)


class Label(NamedTuple):
    """A labelled line: its label as printed, the column it fills (empty if none), its value."""

    name: str
    column: str
    value: str


def labelled(text: str, *, capitals: bool = False) -> Label | None:
    """The label that opens a text, or None.

    Parameters
    ----------
    text
        A paragraph, or the lines of one.
    capitals
        Whether labels stand in capitals in this format.

    Examples
    --------
    >>> labelled("Länge: 355 Wörter")
    Label(name='Länge', column='length_stated', value='355 Wörter')
    >>> labelled("PORTILLO: Good morning."), labelled("Section: News", capitals=True), labelled("ANCHOR: Good morning.")
    (None, None, None)
    """
    match = _LABEL.match(text)
    if not match or (capitals and match["label"] != match["label"].upper()):
        return None
    name = match["label"].casefold()
    column = _COLUMNS.get(name.translate(_FOLD))
    if column is None or (name in _SPOKEN and _SENTENCE.search(match["value"])):
        return None
    return Label(match["label"], column, match["value"].strip())


def heading(text: str) -> Label | None:
    """The label that a line is without a colon (``Graphic``), or None.

    Examples
    --------
    >>> heading("Graphic").column, heading("Section")
    ('captions', None)
    """
    column = _COLUMNS.get(text.casefold().translate(_FOLD)) if len(text) <= _LONGEST_HEADING else None
    return Label(text, column, "") if column in _HEADINGS and text[:1].isupper() else None


def opens_body(text: str) -> bool:
    """Whether a line is the heading above the body.

    Examples
    --------
    >>> opens_body("Body"), opens_body("Corps de l'article"), opens_body("Body of work")
    (True, True, False)
    """
    return bool(_BODY.fullmatch(text.rstrip(": ")))


def opens_classification(text: str) -> bool:
    """Whether a line is the heading above the terms that close an article.

    Examples
    --------
    >>> opens_classification("Classification"), opens_classification("Classification of ports")
    (True, False)
    """
    return bool(_CLASSIFICATION.fullmatch(text.rstrip(": ")))


def is_copyright(text: str) -> bool:
    """Whether a text is a notice of rights.

    Examples
    --------
    >>> is_copyright("Copyright 2019 Coast Daily"), is_copyright("The copyright bill failed")
    (True, False)
    """
    return bool(_COPYRIGHT.match(text))


def is_notice(text: str) -> bool:
    """Whether a line beside the name of a publication says whose rights it is, or who passed it on.

    Examples
    --------
    >>> is_notice("Supplied by Coast Monitoring"), is_notice("Coast Daily")
    (True, False)
    """
    return is_copyright(text) or bool(_PASSED_ON.match(text))


def is_link(text: str) -> bool:
    """Whether a line is only the name of a link to the printed page or a picture.

    Examples
    --------
    >>> is_link("Link zum PDF-Dokument"), is_link("Link to the original story.")
    (True, False)
    """
    return bool(_LINK.fullmatch(text))


def columns_of(labels: list[Label]) -> dict[str, str]:
    """The columns that labels fill; of two labels for one column the first counts.

    Examples
    --------
    >>> columns_of([Label("BYLINE", "byline", "By Mara Okhai"), Label("SECTION", "section", "News; Pg. 4")])
    {'byline': 'Mara Okhai', 'section': 'News; Pg. 4', 'pages': '4'}
    """
    found: dict[str, str] = {}
    for label in labels:
        if label.column and label.value and label.column not in found:
            found[label.column] = " ".join(label.value.split())
    told = {name: value for name, value in found.items() if name not in ("correction", "body", "length_stated")}
    if "byline" in told:
        told["byline"] = _LEADING.sub("", told["byline"], count=1)
    if "language" in told:
        told["language"] = language_of(told["language"]) or ""
    if "length_stated" in found:
        told["length_stated"] = _words(found["length_stated"])
    page = _PAGES.search(found.get("section", "")) if "pages" not in told else None
    return {name: value for name, value in (told | ({"pages": page[1]} if page else {})).items() if value}


def language_of(stated: str) -> str | None:
    """The two-letter code of the first language stated (``ENGLISH; ENGLISHS``), or None.

    Examples
    --------
    >>> language_of("ENGLISH; ENGLISHS"), language_of("GERMAN; DEUTSCH"), language_of("unknown")
    ('en', 'de', None)
    """
    return next(filter(None, map(coded_language, re.split(r"[;,/]\s*", stated.strip()))), None)


def _words(stated: str) -> str:
    """The number of words in a stated length; empty if there is none."""
    match = re.match(r"\D{0,20}(\d{1,3}(?:[.,'’\s]\d{3})+|\d+)", stated)
    return re.sub(r"\D", "", match[1]) if match else ""
