"""Generated news written as scholars have it: pages, plain texts, and the files that databases export.

Every function takes rows of documents (date, outlet, title, text) and gives the bytes of one file that holds them, as
FORMATS describe them in our own words; what it holds is therefore known exactly.
"""

from __future__ import annotations

import html
import io
import json
import zipfile
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

WRAP: Final = 76


class Format(NamedTuple):
    """A format: how its files end, how many articles one holds, and how they are written."""

    suffix: str
    articles: int
    write: Callable[[Sequence[pd.Series]], bytes]


def _paragraphs(row: pd.Series) -> list[str]:
    """The paragraphs of an article."""
    return [part for part in str(row["text"]).split("\n\n") if part.strip()]


def _english(row: pd.Series) -> str:
    """Its date in English."""
    return f"{row['date']:%B} {row['date'].day}, {row['date'].year}"


def plain_text(rows: Sequence[pd.Series]) -> bytes:
    """A saved text: headline, date line, body."""
    row = rows[0]
    head = [str(row["title"]), f"{row['date']:%Y-%m-%d %H:%M:%S} Source: {row['outlet']}"]
    return "\n\n".join([*head, *_paragraphs(row)]).encode()


def web_page(rows: Sequence[pd.Series]) -> bytes:
    """A saved page with navigation, related links and a footer."""
    row = rows[0]
    title, outlet = html.escape(str(row["title"])), html.escape(str(row["outlet"]))
    links = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("World", "Business", "Culture", "Sport"))
    body = "".join(f"<p>{html.escape(part)}</p>" for part in _paragraphs(row))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>'
        f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{row["date"]:%Y-%m-%d}"></head><body>'
        f"<header><nav><ul>{links}</ul></nav></header><main><article><h1>{title}</h1>{body}</article></main>"
        f"<aside><h2>Most read</h2><ul>{links}</ul></aside><footer>© {outlet}</footer></body></html>"
    ).encode()


def front_matter(rows: Sequence[pd.Series]) -> bytes:
    """Markdown with YAML front matter."""
    row = rows[0]
    head = f"title: {json.dumps(row['title'])}\ndate: {row['date']:%Y-%m-%d}\noutlet: {row['outlet']}\n"
    return f"---\n{head}---\n\n{row['text']}\n".encode()


def nitf(rows: Sequence[pd.Series]) -> bytes:
    """An agency's NITF."""
    row = rows[0]
    body = "".join(f"<p>{html.escape(part)}</p>" for part in _paragraphs(row))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata><date.issue norm="{row["date"]:%Y%m%d}"/>'
        f'</docdata><pubdata name="{html.escape(str(row["outlet"]))}"/></head><body><body.head><hedline>'
        f"<hl1>{html.escape(str(row['title']))}</hl1></hedline></body.head><body.content>{body}</body.content>"
        "</body></nitf>"
    ).encode()


def ninjs(rows: Sequence[pd.Series]) -> bytes:
    """An agency's ninjs 2."""
    row = rows[0]
    body = "".join(f"<p>{html.escape(part)}</p>" for part in _paragraphs(row))
    item = {
        "uri": f"urn:news:{row['document']}",
        "standard": {"name": "ninjs", "version": "2.1"},
        "type": "text",
        "language": "en",
        "versioncreated": f"{row['date']:%Y-%m-%d}T00:00:00Z",
        "headlines": [{"role": "main", "value": row["title"]}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": body}],
        "copyrightholder": row["outlet"],
    }
    return json.dumps(item, ensure_ascii=False).encode()


def factiva(rows: Sequence[pd.Series]) -> bytes:
    """A Factiva page of articles in plain blocks."""
    parts = []
    for row in rows:
        words = f"{len(str(row['text']).split()):,} words"
        facts = [words, f"{row['date'].day} {row['date']:%B %Y}", row["outlet"], "NEWS", "English"]
        blocks = "".join(f"<div>{html.escape(str(fact))}</div>" for fact in facts)
        body = "".join(
            f'<p class="articleParagraph enarticleParagraph">{html.escape(part)}</p>' for part in _paragraphs(row)
        )
        accession = f"NEWS{row['document'][-7:].upper()}"
        parts.append(
            f'<div id="article-{accession}" class="article"><div class="article enArticle"><div id="hd">'
            f'<span class="enHeadline">{html.escape(str(row["title"]))}</span></div>{blocks}'
            f"<div>© {row['date'].year} {html.escape(str(row['outlet']))}</div>{body}"
            f"<p>Document {accession}</p></div></div>"
        )
    return f"<html><head><title>Factiva</title></head><body>{''.join(parts)}</body></html>".encode()


def lexisnexis(rows: Sequence[pd.Series]) -> bytes:
    """A LexisNexis text file, hard-wrapped."""
    import textwrap

    parts = ["\ufeff\n"]
    for number, row in enumerate(rows, start=1):
        body = "\n\n".join(textwrap.fill(part, WRAP, break_on_hyphens=False) for part in _paragraphs(row))
        day, year, outlet = _english(row), row["date"].year, str(row["outlet"])
        head = (f"{number} of {len(rows)} DOCUMENTS", "", outlet, f"{day} {row['date']:%A}")
        foot = (f"Copyright {year} {outlet}", "All Rights Reserved")
        parts += [
            "\n\n",
            *(f"{line.center(WRAP)}\n\n" for line in head),
            f"{textwrap.fill(str(row['title']), WRAP)}\n\n",
            f"LENGTH: {len(str(row['text']).split())} words\n\n\n{body}\n\n",
            f"LOAD-DATE: {day}\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n",
            *(f"{line.center(WRAP)}\n" for line in foot),
        ]
    return "".join(parts).replace("\n", "\r\n").encode()


def nexis_uni(rows: Sequence[pd.Series]) -> bytes:
    """A Nexis Uni document with cover and bookmarks left out."""
    from docx import Document

    document = Document()
    document.add_paragraph(f"Documents ({len(rows)})")
    for number, row in enumerate(rows, start=1):
        document.add_paragraph(f"{number}. {row['title']}")
    for row in rows:
        lines = [row["title"], row["outlet"], f"{_english(row)} {row['date']:%A}", f"Copyright {row['date'].year}"]
        lines += [f"Length:\u00a0{len(str(row['text']).split())} words", "Body", *_paragraphs(row)]
        for line in [*lines, "Classification", "Language: ENGLISH", f"Load-Date: {_english(row)}", "End of Document"]:
            document.add_paragraph(str(line))
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def proquest(rows: Sequence[pd.Series]) -> bytes:
    """A ProQuest text file with rules between the records."""
    rule = "_" * 60
    parts = [
        f"{rule}\n\nTitle: {row['title']}\n\nPublication title: {row['outlet']}\n\nPublication date: "
        f"{row['date']:%b} {row['date'].day}, {row['date'].year}\n\nFull text: {row['text']}\n\nLanguage: English\n\n"
        for row in rows
    ]
    return ("".join(parts) + rule + "\n").encode()


def table(rows: Sequence[pd.Series]) -> bytes:
    """A scholar's CSV."""
    import pandas as pd

    return pd.DataFrame(list(rows)).to_csv(index=False).encode()


def zipped(rows: Sequence[pd.Series]) -> bytes:
    """An archive of saved texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for row in rows:
            archive.writestr(f"{row['document']}.txt", plain_text([row]))
    return packed.getvalue()


FORMATS: Final = {
    "text": Format(".txt", 1, plain_text),
    "html": Format(".html", 1, web_page),
    "markdown": Format(".md", 1, front_matter),
    "nitf": Format(".xml", 1, nitf),
    "ninjs": Format(".json", 1, ninjs),
    "factiva": Format(".html", 100, factiva),
    "lexisnexis": Format(".TXT", 200, lexisnexis),
    "nexis_uni": Format(".DOCX", 100, nexis_uni),
    "proquest": Format(".txt", 100, proquest),
    "csv": Format(".csv", 1000, table),
    "zip": Format(".zip", 500, zipped),
}
