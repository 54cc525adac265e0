"""Saved web pages beside trafilatura alone: how much of the article is found, how much of the site is kept out.

The pages of samples/html-cc come with snippets that must be in the text and snippets that must not. Precision, recall
and F1 are counted over the snippets, as the authors of the pages' gold standard do; snippets that stand nowhere in
the file are left out. A date is right if it is the gold's day, and wrong where the gold has none.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from common import shared_folder

from mediastudy.documents.dates import parse_date
from mediastudy.documents.files.encodings import decode
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.readers.web_page import read_page

if TYPE_CHECKING:
    from collections.abc import Callable


class Found(NamedTuple):
    """What an extractor takes from one page; comments and captions are no text."""

    text: str
    title: str
    date: str | None


class Count(NamedTuple):
    """Snippets of the article found and missed, snippets of the site kept and left out, and the rest in pages."""

    found: int = 0
    missed: int = 0
    kept: int = 0
    out: int = 0
    comments: int = 0
    titles: int = 0
    dates: int = 0
    invented: int = 0


def plain(text: str | None) -> str:
    """A text in one line with plain spaces and straight quotation marks, so that only words differ."""
    return " ".join((text or "").replace("\u00ad", "").translate(str.maketrans("’‘“”„", '\'\'"""')).split())


def ours(data: bytes) -> Found:
    """What this package reads."""
    try:
        fields = read_page(data).articles[0].fields
    except Unreadable:
        return Found("", "", None)
    day = parse_date(str(fields.get("date_raw") or "")).date
    return Found(fields["text"], fields.get("title") or "", day.date().isoformat() if day else None)


def trafilatura_alone(data: bytes) -> Found:
    """What trafilatura takes without us."""
    import trafilatura

    page: Any = trafilatura.bare_extraction(decode(data).text or "", include_comments=False, with_metadata=True)
    return Found(page.text or "", page.title or "", page.date) if page else Found("", "", None)


def compared(gold: dict[str, Any], found: Found, absent: set[str]) -> Count:
    """The counts of one page."""
    text = plain(found.text)
    wanted = [plain(snippet) in text for snippet in gold["with"] if snippet not in absent]
    unwanted = [plain(snippet) in text for snippet in gold["without"]]
    return Count(
        found=sum(wanted),
        missed=len(wanted) - sum(wanted),
        kept=sum(unwanted),
        out=len(unwanted) - sum(unwanted),
        comments=sum(plain(snippet) in text for snippet in gold.get("comments", [])),
        titles=bool(gold["title"]) and plain(found.title).casefold() == plain(gold["title"]).casefold(),
        dates=bool(gold.get("date")) and found.date == gold["date"],
        invented=not gold.get("date") and found.date is not None,
    )


def measured(name: str, extract: Callable[[bytes], Found], pages: list[tuple[dict[str, Any], bytes, set[str]]]) -> None:
    """Run an extractor over all pages and print a line."""
    begun = time.process_time()
    counts = [compared(gold, extract(data), absent) for gold, data, absent in pages]
    seconds = time.process_time() - begun
    if "--pages" in sys.argv:
        for (gold, _, _), count in zip(pages, counts, strict=True):
            flaws = count.missed or count.kept or not count.titles or count.invented
            if flaws or (gold.get("date") and not count.dates):
                print(f"  {name} {gold['file']}: {count}")
    total = Count(*map(sum, zip(*counts, strict=True)))
    precision, recall = total.found / (total.found + total.kept), total.found / (total.found + total.missed)
    f1 = 2 * precision * recall / (precision + recall)
    dated, titled = sum(bool(gold.get("date")) for gold, _, _ in pages), sum(bool(g["title"]) for g, _, _ in pages)
    print(
        f"{name:20} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  comments kept {total.comments}  "
        f"titles {total.titles}/{titled}  dates {total.dates}/{dated}  where there is none {total.invented}  "
        f"{seconds / len(pages):.2f} s a page"
    )


def main() -> None:
    """Print the scores of trafilatura and ours."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--pages"]
    chosen, sys.argv[1:] = sys.argv[1:], arguments
    samples = shared_folder("Saved web pages beside trafilatura alone") / "samples"
    sys.argv[1:] = chosen
    folder = samples / "html-cc"
    expected = json.loads((samples / "expected.json").read_text(encoding="utf-8"))["files"]["html-cc/*.html"]
    absent = {record["file"]: set(record["with_missing_in_file"]) for record in expected["records"]}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8")).values()
    pages = [(page, (folder / Path(page["file"])).read_bytes(), absent[page["file"]]) for page in gold]
    measured("trafilatura alone", trafilatura_alone, pages)
    measured("mediastudy", ours, pages)


if __name__ == "__main__":
    main()
