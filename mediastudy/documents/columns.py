"""Column names of other people's tables, recognised as columns of documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def _words(names: str) -> tuple[str, ...]:
    """Names written with spaces between them."""
    return tuple(names.split())


# For each of our columns the names it goes by; where a table has two of them, the one named first here is taken.
COMMON: Final[dict[str, tuple[str, ...]]] = {
    "document": _words(
        "document document_id doc_id docid id article_id articleid uid guid accession_number accession_no "
        "proquest_document_id dokument_id"
    ),
    "date": _words(
        "date publication_date date_published published_date publish_date date_publish published published_at "
        "pub_date pubdate web_publication_date datetime date_time datum erscheinungsdatum veröffentlicht "
        "date_de_publication fecha fecha_de_publicación 日期 发布日期 发布时间 时间 年份 year jahr année año"
    ),
    "date_raw": ("date_raw",),
    "date_precision": ("date_precision",),
    "outlet": _words(
        "outlet newspaper media_name publication_title publication source_name source publisher medium zeitung "
        "quelle journal periódico medio fuente 媒体 来源 报纸"
    ),
    "agency": _words("agency news_agency wire wire_service agentur nachrichtenagentur agence agencia 通讯社"),
    "host": _words("host site site_name website domain source_domain hostname database datenbank 网站"),
    "title": _words("title headline heading titel überschrift schlagzeile titre título titular web_title 标题 题目"),
    "byline": _words("byline author authors writer journalist autor autoren auteur auteurs verfasser 作者 记者"),
    "section": _words("section section_name rubrik ressort rubrique sección category kategorie desk 版面 栏目"),
    "dateline": ("dateline",),
    "language": _words("language lang sprache langue idioma 语言"),
    "url": _words("url link web_url weburl permalink document_url article_url 网址 链接"),
    "text": _words(
        "text body full_text fulltext maintext article_text body_text article_body articlebody plain_text "
        "content contents article volltext inhalt artikeltext texte contenu texto contenido cuerpo transcript "
        "正文 全文 内容"
    ),
    "captions": _words("captions caption bildunterschrift"),
    "file": ("file",),
    "story": ("story",),
    "copy": ("copy",),
}


def plain_name(name: str) -> str:
    """A column name in lower case, its words joined by underscores.

    Examples
    --------
    >>> plain_name(" Full Text"), plain_name("publishDate"), plain_name("doc.id")
    ('full_text', 'publish_date', 'doc_id')
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip().lstrip("\ufeff"))
    return re.sub(r"[^\w]+|_+", "_", spaced.casefold()).strip("_")


def recognise(names: Iterable[str], *, mapped: Mapping[str, str]) -> dict[str, str]:
    """Which of a table's columns are which of ours: those mapped by the user first, then those known by name.

    Examples
    --------
    >>> recognise(["Headline", "Full Text", "Seite", "Kopf"], mapped={"Kopf": "title"})
    {'Kopf': 'title', 'Full Text': 'text'}
    """
    columns = list(names)
    wishes = {name.strip().casefold(): ours for name, ours in mapped.items()}
    found: dict[str, str] = {}
    for name in columns:
        ours = wishes.get(name.strip().casefold())
        if ours and ours not in found.values():
            found[name] = ours
    for ours, common in COMMON.items():
        candidates = [name for name in columns if name not in found and plain_name(name) in common]
        if candidates and ours not in found.values():
            found[min(candidates, key=lambda name: common.index(plain_name(name)))] = ours
    return found
