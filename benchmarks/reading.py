"""What ``read`` gets out of sample exports, against what they hold: ``python benchmarks/reading.py [PATTERN]``.

Reads every file named in ``expected.json`` beside the samples and prints, per format, how many of the expected
articles, titles, dates, outlets, bylines, sections and body ends are right, then each value that is not. Strings are
compared as that file's conventions say: white space made single, a leading *By* dropped, letters' case ignored for
outlets. Fields that a record does not state are not counted. Exit code 1 says that something differs.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

from common import ROOT

import mediastudy as ms

SAMPLES: Final = ROOT.parent / "shared" / "samples"
FIELDS: Final = ("title", "date", "outlet", "byline", "section", "language", "url")
TOLERANCE: Final = 0.02


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


def body_checks(record: dict[str, Any], text: str) -> dict[str, bool]:
    """Which of the body's expectations hold."""
    checks = {}
    if record.get("body_first60"):
        squeezed, first, last = ("".join(plain(part).split()) for part in (text, record["body_first60"], record["body_last60"]))
        checks["body start"] = squeezed.startswith(first)
        checks["body end"] = squeezed.endswith(last)
    if record.get("body_chars"):
        wanted = record["body_chars"]
        checks["body length"] = abs(len(plain(text)) - wanted) <= max(2, wanted * TOLERANCE)
    for part in record.get("must_contain") or []:
        checks[f"holds {part[:20]!r}"] = plain(part) in plain(text)
    for part in record.get("must_not_contain") or []:
        checks[f"lacks {part[:20]!r}"] = plain(part) not in plain(text)
    return checks


def check_file(name: str, entry: dict[str, Any]) -> list[tuple[str, bool, str]]:
    """What of a file is right: name of the check, whether it holds, what was found."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            taken = ms.read(SAMPLES / name)
    except Exception as error:  # noqa: BLE001 - a reader that raises is a result here
        return [("read", False, f"{type(error).__name__}: {error}")]
    documents = taken.documents
    said = "; ".join(f"{row.problem}: {row.detail}"[:120] for row in taken.problems.itertuples())
    rows = entry.get("rows") or []
    results = [("articles", len(documents) == entry["articles"] or _more_sheets(entry, len(documents)), f"{len(documents)} for {entry['articles']} ({said})")]
    if entry.get("announced") is not None:
        announced = taken.files["announced"].dropna().tolist()
        results.append(("announced", announced == [entry["announced"]], f"{announced} for {entry['announced']}"))
    if entry["outcome"].startswith("read with warning") or (not entry["articles"]):
        results.append(("warned", bool(len(taken.problems)), said))
    for record, (_, document) in zip(entry["records"], documents.iterrows(), strict=False):
        for field in FIELDS:
            if record.get(field):
                results.append((field, same(field, record[field], document.get(field)), f"{document.get(field)!r} for {record[field]!r}"))
        if "date" in record and record["date"] is None:
            results.append(("no date", same("date", None, document["date"] if document["date"] == document["date"] else None), f"{document['date']!r}"))
        checks = body_checks(record, document["text"])
        results += [(check, held, f"{document['text'][:60]!r} ... {document['text'][-60:]!r} {len(plain(document['text']))} for {record.get('body_first60')!r} ... {record.get('body_last60')!r} {record.get('body_chars')}") for check, held in checks.items()]
    for expected, text in zip(rows, documents["text"], strict=False):
        wanted = expected.get("text") or expected.get("textColumn")
        if wanted:
            results.append(("row text", plain(wanted) == plain(text), f"{text!r} for {wanted!r}"))
    return results


def _more_sheets(entry: dict[str, Any], found: int) -> bool:
    """Whether all sheets were read where the first would do."""
    return bool(entry.get("second_sheet")) and found >= entry["articles"]


def check_members(name: str, entry: dict[str, Any]) -> list[tuple[str, bool, str]]:
    """How many members of the archive of encodings are decoded right."""
    import hashlib

    documents = ms.read(SAMPLES / name).documents
    texts = {Path(str(file)).name: str(text) for file, text in zip(documents["file"], documents["text"], strict=True)}
    wanted = entry["members"]
    results = [("articles", len(documents) == entry["articles"], f"{len(documents)} for {entry['articles']}")]
    for member, facts in wanted.items():
        text = plain(texts.get(member, ""))
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        ends = text.startswith(facts["first60"][:20]) or text.endswith(facts["last60"][-20:])
        results.append(("encoding", digest == facts["sha256_normalised"] or ends, f"{member}: {text[:40]!r} for {facts['first60'][:40]!r}"))
    return results


def main(pattern: str = "") -> int:
    """Print the table; return how many values differ."""
    expected = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))["files"]
    shares: dict[str, list[bool]] = defaultdict(list)
    wrong = []
    for name, entry in expected.items():
        if "*" in name or pattern not in name:
            continue
        check = check_members if entry.get("members") else check_file
        for what, right, found in check(name, entry):
            shares[entry["format"]].append(right)
            if not right:
                wrong.append(f"{name}: {what}: {found}")
    for kind, held in shares.items():
        print(f"{kind:<24} {sum(held):>5} of {len(held):>5} right  {sum(held) / len(held):.3f}")
    print("\n".join(wrong))
    return len(wrong)


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
