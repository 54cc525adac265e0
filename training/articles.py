"""Our own annotated articles: the markup of training/articles, read as records of the gold files' shape.

    python training/articles.py training/articles/state.txt

prints what is wrong with the file and what it holds. In the text ``{q1 ...}`` is a content fragment of attribution 1,
``{c1 ...}`` its cue (``{c1- ...}`` where it is a belief, hope, plan or wish), ``{s1 ...}`` its source, ``{s1,2 ...}`` a
source of two attributions, and ``{n ...}`` words in quotation marks that quote nobody.
"""

# ruff: noqa: INP001, T201 - a script that prints its result

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "articles"
PARTS: Final = {"q": "content", "c": "cue", "s": "source"}
KINDS: Final = {"person", "organisation", "group", "document", "unnamed"}
HELD_OUT: Final = 5
"""Of a file's articles every fifth is left out of training, to measure on."""
UNSEEN: Final = "unseen"
"""How the names of files begin whose articles are only measured on."""
_BRACE: Final = re.compile(r"\{([qcs])(\d+(?:,\d+)*)(-?) |\{n |\}")
_HEAD: Final = re.compile(r"===\s*(\S+)\s*\ntitle:\s*(.*?)\s*\noutlet:\s*(.*?)\s*\n\s*\n")

Record = dict[str, Any]


def articles(path: Path) -> list[Record]:
    """The file's articles in the gold files' shape, with the title's spans counted from the text's start.

    The title stands before the text as its first paragraph.
    """
    parts = re.split(r"^(?====\s)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return [article(part) for part in parts if part.strip()]


def article(marked: str) -> Record:
    """One article of the markup."""
    head = _HEAD.match(marked)
    if head is None:
        message = f"An article must open with '=== name', 'title:', 'outlet:', an empty line: {marked[:60]!r}"
        raise ValueError(message)
    name, title, outlet = head.groups()
    body, _, facts = marked[head.end() :].partition("\n---")
    text, spans, loose = _plain(f"{title}\n\n{body.strip()}", name)
    attributions: dict[int, Record] = {
        number: {"content": [], "cue": [], "source": [], "speech": True} for number, *_ in spans
    }
    for number, part, start, end, speech in spans:
        attributions[number][part].append([start, end])
        attributions[number]["speech"] = attributions[number]["speech"] and speech
    _told(attributions, facts, name)
    ordered = [attributions[number] for number in sorted(attributions)]
    return {
        "document": name,
        "outlet": outlet,
        "title": text.split("\n", 1)[0],
        "text": text,
        "attributions": ordered,
        "non_quotations": loose,
    }


def _plain(marked: str, name: str) -> tuple[str, list[tuple[int, str, int, int, bool]], list[list[int]]]:
    """The text without braces, the spans that they marked, and the spans that quote nobody."""
    text = ""
    place = 0
    open_braces: list[tuple[re.Match[str], int]] = []
    spans: list[tuple[int, str, int, int, bool]] = []
    loose: list[list[int]] = []
    for brace in _BRACE.finditer(marked):
        text += marked[place : brace.start()]
        place = brace.end()
        if brace.group() != "}":
            open_braces.append((brace, len(text)))
            continue
        if not open_braces:
            message = f"{name}: a brace closes that was not opened, after {text[-40:]!r}"
            raise ValueError(message)
        opened, start = open_braces.pop()
        if opened[1] is None:
            loose.append([start, len(text)])
            continue
        speech = opened[3] != "-"
        spans += [(int(number), PARTS[opened[1]], start, len(text), speech) for number in opened[2].split(",")]
    text += marked[place:]
    if open_braces or "{" in text or "}" in text:
        message = f"{name}: braces do not match, near {text[max(0, (text + '{').find('{') - 40) :][:80]!r}"
        raise ValueError(message)
    return text, spans, loose


def _told(attributions: dict[int, Record], facts: str, name: str) -> None:
    """Set speakers, their kinds and roles as the lines below the article tell them."""
    for line in facts.strip("-\n ").splitlines():
        cells = [cell.strip() or None for cell in line.split("|")]
        if len(cells) != 4 or not (cells[0] or "").isdigit() or int(cells[0] or 0) not in attributions:  # noqa: PLR2004
            message = f"{name}: not a line 'number | speaker | kind | role' of an attribution in the text: {line!r}"
            raise ValueError(message)
        number, speaker, kind, role = cells
        kind = kind or "unnamed"
        attributions[int(number or 0)] |= {
            "speaker": None if kind == "unnamed" else speaker,
            "speaker_kind": kind,
            "role": role,
        }


def faults(record: Record) -> list[str]:
    """What is odd about an article."""
    found = []
    for number, one in enumerate(record["attributions"], start=1):
        label = f"{record['document']} {number}"
        if one.get("speaker_kind") not in KINDS:
            found.append(f"{label}: no line below the article, or of an unknown kind")
        if not one["content"]:
            found.append(f"{label}: no content")
        if len(one["cue"]) > 1 or len(one["source"]) > 1:
            found.append(f"{label}: more than one cue or source")
        for part in PARTS.values():
            for start, end in one[part]:
                found += [f"{label}: {part} {fault}" for fault in _span_faults(record["text"], start, end, part)]
    return found


def _span_faults(text: str, start: int, end: int, part: str) -> list[str]:
    """What is odd about a span."""
    words = text[start:end]
    if words != words.strip() or not words or "\n" in words:
        return [f"with space at its edge or over a paragraph: {words!r}"]
    found = []
    if (start and text[start - 1].isalnum() and words[0].isalnum()) or (text[end : end + 1] + words[-1]).isalnum():
        found.append(f"cuts a word: {words!r}")
    if part == "content" and words.endswith((".", ",", ";")) and not any(mark in words for mark in "\"”'’»"):
        found.append(f"ends with a stop outside of marks: {words[-30:]!r}")
    return found


def held_out(number: int) -> bool:
    """Whether the article at this place of its file is left out of training."""
    return number % HELD_OUT == HELD_OUT - 1


def own(*, test: bool) -> list[Record]:
    """All articles of the folder that are trained on, or those that are left out; none of the unseen ones."""
    return [
        record
        for path in sorted(FOLDER.glob("*.txt"))
        if not path.name.startswith(UNSEEN)
        for number, record in enumerate(articles(path))
        if held_out(number) == test
    ]


def unseen() -> list[Record]:
    """The articles that nothing was trained or tuned on."""
    return [record for path in sorted(FOLDER.glob(f"{UNSEEN}*.txt")) for record in articles(path)]


def main() -> None:
    """Print the faults and the counts of each file named."""
    for path in map(Path, sys.argv[1:]):
        records = []
        for part in re.split(r"^(?====\s)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
            try:
                records += [article(part)] if part.strip() else []
            except ValueError as error:
                print(error)
        for record in records:
            print(*faults(record), sep="\n", end="\n" if faults(record) else "")
        marked = [one for record in records for one in record["attributions"]]
        print(
            f"{path.name}: {len(records)} articles, {sum(len(r['text'].split()) for r in records)} words, "
            f"{len(marked)} attributions, {sum(not one['speech'] for one in marked)} attitudes, "
            f"{sum(len(r['non_quotations']) for r in records)} that quote nobody"
        )


if __name__ == "__main__":
    main()
