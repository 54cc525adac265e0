"""What ``read`` gets out of sample exports, against what they hold: ``python benchmarks/reading.py [PATTERN]``.

Reads every file named in ``expected.json`` beside the samples and prints, per format, how many of the expected
articles, titles, dates, outlets, bylines, sections and body ends are right, then each value that is not. Strings are
compared as that file's conventions say: white space made single, a leading *By* dropped, letters' case ignored for
outlets. Fields that a record does not state are not counted. Exit code 1 says that something differs.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
import warnings
from collections import defaultdict
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, NamedTuple

from common import ROOT

import mediastudy as ms

SAMPLES: Final = ROOT.parent / "shared" / "samples"
FIELDS: Final = ("title", "date", "outlet", "byline", "section", "language", "url")
TOLERANCE: Final = 0.02
PLAIN: Final = (".txt", ".pdf", ".doc", ".docx", ".odt", ".rtf")
# What the notes of expected.json call as good as the value they give.
AS_GOOD: Final = {
    ("europresse-html", "language"),  # none is stated
    ("europresse-html", "outlet"),  # the number of an issue left out
    ("ninjs", "body start"),  # a plain body repeats the headline, the HTML body is taken
    ("ninjs", "body length"),
    ("mhtml", "outlet"),  # the site's own name for its address
}


class Check(NamedTuple):
    """One thing expected of a file: its name, whether it is right, what was found instead."""

    name: str
    right: bool
    found: str


def plain(value: Any) -> str:
    """A string as the conventions compare it."""
    return " ".join(unicodedata.normalize("NFC", str(value or "").replace("\u00a0", " ")).split())


def same(field: str, expected: Any, found: Any) -> bool:
    """Whether a field is as expected; the conventions' tolerances are these."""
    wanted, got = plain(expected), plain(found)
    if field == "date":
        return wanted == got[:10]
    if field == "language":
        return wanted[:2] == got[:2]
    if field == "byline":
        wanted, got = (re.sub(r"^(by|von|par)\s+", "", text, flags=re.IGNORECASE) for text in (wanted, got))
    if field == "outlet":
        wanted, got = (re.sub(r"\W", "", text.casefold()) for text in (wanted, got))
    return wanted == got


def body_checks(record: dict[str, Any], text: str) -> list[Check]:
    """Which of the body's expectations hold."""
    found = f"{text[:60]!r} ... {text[-60:]!r}, {len(plain(text))} characters"
    checks = []
    if record.get("body_first60"):
        ends = (text, record["body_first60"], record["body_last60"])
        whole, first, last = ("".join(plain(part).split()) for part in ends)
        checks.append(Check("body start", whole.startswith(first), f"{found} for {record['body_first60']!r}"))
        checks.append(Check("body end", whole.endswith(last), f"{found} for {record['body_last60']!r}"))
    wanted = record.get("body_chars") or 0
    if wanted:
        near = abs(len(plain(text)) - wanted) <= max(2, wanted * TOLERANCE)
        checks.append(Check("body length", near, f"{found} for {wanted}"))
    there = [Check("holds", plain(part) in plain(text), part) for part in record.get("must_contain") or []]
    lacking = [Check("lacks", plain(part) not in plain(text), part) for part in record.get("must_not_contain") or []]
    return [*checks, *there, *lacking]


def check_file(name: str, entry: dict[str, Any]) -> list[Check]:
    """What of a file is right."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            taken = ms.read(SAMPLES / name)
    except Exception as error:  # noqa: BLE001 - a reader that raises is a result here
        return [Check("read", right=False, found=f"{type(error).__name__}: {error}")]
    documents = taken.documents
    said = "; ".join(f"{row.problem}: {row.detail}"[:120] for row in taken.problems.itertuples())
    count = len(documents)
    right = count == entry["articles"] or _may_differ(entry, count)
    checks = [Check("articles", right, f"{count} for {entry['articles']} ({said})")]
    if entry.get("announced") is not None:
        announced = taken.files["announced"].dropna().tolist()
        checks.append(Check("announced", announced == [entry["announced"]], f"{announced} for {entry['announced']}"))
    if entry["outcome"].startswith("read with warning") or not entry["articles"]:
        checks.append(Check("warned", bool(len(taken.problems)), said))
    found = documents.astype("object").where(documents.notna(), None).to_dict("records")
    for record, document in zip_longest(entry["records"], found, fillvalue={}):
        checks += record_checks(record, document) if record else []
    for expected, document in zip_longest(entry.get("rows") or [], found, fillvalue={}):
        wanted = expected.get("text") or expected.get("textColumn")
        if wanted:
            checks.append(Check("row text", plain(wanted) == plain(document.get("text")), f"{document} for {wanted!r}"))
    return checks


def record_checks(record: dict[str, Any], document: dict[str, Any]) -> list[Check]:
    """What of a record is right; a document that is missing has nothing right."""
    checks = [
        Check(field, same(field, record[field], found := printed(document, field)), f"{found!r} for {record[field]!r}")
        for field in FIELDS
        if record.get(field)
    ]
    if "date" in record and record["date"] is None:
        checks.append(Check("no date", document.get("date") is None, str(document.get("date"))))
    return checks + body_checks(record, whole(document))


def printed(document: dict[str, Any], field: str) -> Any:
    """A field as it was printed, before the names of outlets were made alike."""
    return document.get("outlet_raw") or document.get(field) if field == "outlet" else document.get(field)


def whole(document: dict[str, Any]) -> str:
    """The text of a document; of a plain text with the headline, which stands in a column of its own."""
    text, title = str(document.get("text") or ""), str(document.get("title") or "")
    return f"{title} {text}" if title and str(document.get("file") or "").endswith(PLAIN) else text


def _may_differ(entry: dict[str, Any], found: int) -> bool:
    """Whether another count is right too: all sheets read where the first would do, or a clear error allowed."""
    more = bool(entry.get("second_sheet")) and found > entry["articles"]
    return more or (
        not found and ("error" in entry["outcome"] or "needs" in entry["outcome"] or entry["format"] == "doc")
    )


def check_members(name: str, entry: dict[str, Any]) -> list[Check]:
    """How many members of the archive of encodings are decoded right."""
    documents = ms.read(SAMPLES / name).documents
    found = documents.astype("object").where(documents.notna(), None).to_dict("records")
    texts = {Path(str(document["file"])).name: whole(document) for document in found}
    wanted = entry["members"]
    checks = [Check("articles", len(documents) == entry["articles"], f"{len(documents)} for {entry['articles']}")]
    for member, facts in wanted.items():
        text = plain(texts.get(member, ""))
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        ends = "".join(text.split()).endswith("".join(facts["last60"].split()))
        right = digest == facts["sha256_normalised"] or (ends and plain(facts["first60"][:20]) in text)
        checks.append(Check("encoding", right, f"{member}: {text[:40]!r} for {facts['first60'][:40]!r}"))
    return checks


def main(pattern: str = "") -> int:
    """Print the table; return how many values differ."""
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["files"]
    shares: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    for name, entry in expected.items():
        if "*" in name or pattern not in name:
            continue
        check = check_members if entry.get("members") else check_file
        for what in check(name, entry):
            right = what.right or (entry["format"], what.name) in AS_GOOD
            shares[entry["format"]].append(right)
            if not right:
                wrong.append(f"{name}: {what.name}: {what.found}")
    for kind, held in shares.items():
        print(f"{kind:<24} {sum(held):>5} of {len(held):>5} right  {sum(held) / len(held):.3f}")
    print("\n".join(wrong))
    return len(wrong)


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
