"""The labels of ProQuest's exports in the languages of its interface, and the columns that they stand for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Columns of documents by ProQuest's labels; "" marks what has no column. Of the German, French and Spanish labels no
# file was at hand.
_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "Title",
        "byline": "Author|Authors",
        "outlet": "Publication title",
        "date_raw": "Publication date",
        "info": "Publication info",
        "section": "Section",
        "edition": "Edition",
        "pages": "Pages|First page|Page|Start page",
        "language": "Language of publication|Language",
        "url": "Document URL|ProQuest document link",
        "record": "ProQuest document ID|Document ID",
        "abstract": "Abstract|Abstract (summary)",
        "text": "Full text|Fulltext",
        "subjects": "Subject|Subjects",
        "dateline": "Dateline",
        "captions": "Caption|Captions",
        "length_stated": "Word count",
        "copyright": "Copyright",
        "": "Links|Details|Indexing (details)|Business indexing term|Corporate author|Editor|Editors|Industry|Event"
        "|Corporate/institutional author|Publication note|Journal subject|Notes|Additional title|Source details"
        "|Location|People|Company / organization|Identifier / keyword|Classification|Publication year"
        "|Publisher|Place of publication|Country of publication|Publication subject|ISSN|e-ISSN|CODEN|Source type"
        "|Document type|Document feature|Last updated|Database|Credit|Column|Volume|Issue|Series|Number of pages"
        "|Publication frequency|Accession number|Illustration|Author affiliation|Correspondence author|Alternate title"
        "|Source attribution|Supplement|Part|Features|Year|ISBN|DOI|Product name|Ethnicity|Headnote",
    },
    "de": {
        "title": "Titel",
        "byline": "Autor|Autoren|Verfasser",
        "outlet": "Titel der Publikation|Publikationstitel|Titel der Veröffentlichung",
        "date_raw": "Erscheinungsdatum|Publikationsdatum|Datum der Veröffentlichung",
        "info": "Publikationsinfo|Publikationsangaben|Informationen zur Publikation",
        "section": "Abschnitt|Rubrik|Teil",
        "edition": "Ausgabe",
        "pages": "Seiten|Erste Seite|Seite",
        "language": "Publikationssprache|Sprache der Publikation|Sprache der Veröffentlichung|Sprache",
        "url": "Dokument-URL|Dokument URL|ProQuest-Dokument-Link",
        "record": "ProQuest-Dokument-ID|ProQuest Dokument-ID",
        "abstract": "Zusammenfassung|Kurzfassung|Abstract",
        "text": "Volltext|Vollständiger Text",
        "subjects": "Thema|Themen|Schlagwort|Schlagwörter|Sachgebiet",
        "copyright": "Copyright|Urheberrecht",
        "": "Ort|Personen|Firma / Organisation|Unternehmen / Organisation|Publikationsjahr|Erscheinungsjahr|Verlag"
        "|Herausgeber|Erscheinungsort|Erscheinungsland|Quellentyp|Art der Quelle|Dokumenttyp|Datenbank"
        "|Zuletzt aktualisiert|Letzte Aktualisierung|Jahrgang|Band|Heft",
    },
    "fr": {
        "title": "Titre",
        "byline": "Auteur|Auteurs",
        "outlet": "Titre de la publication|Titre de publication",
        "date_raw": "Date de publication",
        "info": "Informations sur la publication|Informations de publication",
        "section": "Section|Rubrique",
        "edition": "Édition",
        "pages": "Pages|Première page|Page",
        "language": "Langue de publication|Langue de la publication|Langue",
        "url": "URL du document|Lien vers le document ProQuest",
        "record": "Identifiant de document ProQuest|ID du document ProQuest|Identifiant ProQuest du document"
        "|Numéro de document ProQuest|N° de document ProQuest",
        "abstract": "Résumé",
        "text": "Texte intégral|Texte complet",
        "subjects": "Sujet|Sujets",
        "copyright": "Copyright|Droits d'auteur",
        "": "Lieu|Personnes|Entreprise / organisation|Année de publication|Éditeur|Lieu de publication"
        "|Pays de publication|Type de source|Type de document|Dernière mise à jour|Base de données|Volume|Numéro|Liens",
    },
    "es": {
        "title": "Título",
        "byline": "Autor|Autores",
        "outlet": "Título de publicación|Título de la publicación",
        "date_raw": "Fecha de publicación",
        "info": "Información de publicación|Información de la publicación",
        "section": "Sección",
        "edition": "Edición",
        "pages": "Páginas|Primera página|Página",
        "language": "Idioma de la publicación|Idioma de publicación|Idioma",
        "url": "URL del documento|Enlace al documento de ProQuest",
        "record": "ID del documento de ProQuest|ID de documento de ProQuest",
        "abstract": "Resumen",
        "text": "Texto completo",
        "subjects": "Materia|Materias|Tema",
        "copyright": "Copyright|Derechos de autor",
        "": "Lugar|Personas|Empresa / organización|Año de publicación|Editorial|Lugar de publicación"
        "|País de publicación|Tipo de fuente|Tipo de documento|Última actualización|Base de datos|Volumen|Número"
        "|Enlaces",
    },
    "pt": {
        "title": "Título",
        "byline": "Autor|Autores",
        "outlet": "Título da publicação",
        "date_raw": "Data da publicação|Data de publicação",
        "info": "Informações da publicação|Informações de publicação",
        "section": "Seção|Secção",
        "edition": "Edição",
        "pages": "Páginas|Primeira página|Página",
        "language": "Idioma da publicação|Idioma",
        "url": "URL do documento|Link do documento ProQuest|Link de documento do ProQuest",
        "record": "ID do documento ProQuest|ID do documento do ProQuest",
        "abstract": "Resumo",
        "text": "Texto completo|Texto na íntegra",
        "subjects": "Assunto",
        "captions": "Legenda",
        "copyright": "Copyright|Direitos autorais",
        "": "Local|Pessoas|Empresa / organização|Ano de publicação|Editora|Local de publicação|País de publicação"
        "|Tipo de fonte|Tipo de documento|Última atualização|Base de dados|Banco de dados|Volume|Número|Detalhes",
    },
    "it": {
        "title": "Titolo",
        "byline": "Autore|Autori",
        "outlet": "Titolo della pubblicazione|Titolo pubblicazione",
        "date_raw": "Data di pubblicazione|Data pubblicazione",
        "info": "Informazioni sulla pubblicazione",
        "section": "Sezione",
        "edition": "Edizione",
        "pages": "Pagine|Prima pagina|Pagina",
        "language": "Lingua di pubblicazione|Lingua della pubblicazione|Lingua",
        "url": "URL documento|URL del documento|Link al documento ProQuest",
        "record": "ID documento ProQuest|ID del documento ProQuest",
        "abstract": "Abstract|Riassunto",
        "text": "Testo completo|Testo integrale|Full text",
        "subjects": "Soggetto|Argomento",
        "captions": "Didascalia",
        "copyright": "Copyright|Diritti d'autore",
        "": "Luogo|Persone|Società / organizzazione|Anno di pubblicazione|Editore|Luogo di pubblicazione"
        "|Paese di pubblicazione|Tipo di fonte|Tipo di documento|Ultimo aggiornamento|Database|Volume|Numero|Dettagli",
    },
}  # fmt: skip


def _plain(label: str) -> str:
    """A label as it is compared: letters only, because spaces get lost in it."""
    return "".join(filter(str.isalpha, label.casefold()))


def _known() -> dict[str, tuple[str, frozenset[str]]]:
    """For each plain label the column it stands for and the languages it is of."""
    known: dict[str, tuple[str, frozenset[str]]] = {}
    for language, fields in _LABELS.items():
        for field, labels in fields.items():
            for label in map(_plain, labels.split("|")):
                column, languages = known.get(label, (field, frozenset()))
                known[label] = (column, languages | {language})
    return known


_KNOWN: Final = _known()
_LONGEST: Final = 40
# What stands over a part of a record, and not before a value.
_HEADINGS: Final = frozenset(
    _plain(label) for fields in _LABELS.values() for field in ("text", "abstract") for label in fields[field].split("|")
) | {"details", "detalles", "detalhes", "détails", "dettagli", "abstractabstract"}


def field_of(label: str) -> str | None:
    """The column that a label of ProQuest's stands for, empty if it has none, None if it is no such label.

    Examples
    --------
    >>> field_of("Publication title:"), field_of("Volltext"), field_of("ISSN:"), field_of("Mayor:")
    ('outlet', 'text', '', None)
    """
    found = _KNOWN.get(_plain(label))
    return found[0] if found else None


def heading_of(text: str) -> str | None:
    """The label that a heading without a colon is, in capitals: newer exports set text and details apart so; or None.

    Examples
    --------
    >>> heading_of("FULL TEXT"), heading_of("Full text"), heading_of("DETAILS"), heading_of("SHIPS")
    ('FULL TEXT', None, 'DETAILS', None)
    """
    plain = _plain(text)
    return text if text.isupper() and len(text) <= _LONGEST and plain in _HEADINGS else None


def interface_of(labels: Iterable[str]) -> str | None:
    """The language of the program whose labels these are, or None if none of them is known.

    Examples
    --------
    >>> interface_of(["Titel", "Volltext", "Copyright"])
    'de'
    """
    counts = Counter(language for label in labels for language in _KNOWN.get(_plain(label), ("", frozenset()))[1])
    return counts.most_common(1)[0][0] if counts else None
