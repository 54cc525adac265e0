"""Train Punkt's parameters on two corpora and write them as JSON, for mediastudy.corpus.punkt.

    python training/sentences.py PM_TRANSCRIPTS.jsonl.gz CONGRESS.jsonl.gz mediastudy/corpus/punkt.json

Each corpus has one JSON object a line with its text under "text". Nothing is drawn at random: the same corpora give the
same bytes. Three choices differ from NLTK's trainer, because the corpora are large and partly scanned. Its penalty for
a word seen without its stop grows exponentially with the text, so abbreviations are sought in small parts, and
those are kept on which most parts agree. It notes that a word was once seen with a capital, where we ask how often. And
it takes words seen a few times before a small letter for abbreviations, which in scanned text are misread words.
"""

# ruff: noqa: INP001, T201 - a script that prints its result

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import nltk
from nltk.tokenize.punkt import PunktParameters, PunktToken, PunktTrainer

from mediastudy.corpus.punkt import ABBREVIATIONS, TITLES
from mediastudy.corpus.sentences import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES: Final = (
    {
        "name": "PM Transcripts, Department of the Prime Minister and Cabinet, Australia",
        "address": "https://pmtranscripts.pmc.gov.au",
        "licence": "CC BY 3.0 AU",
    },
    {"name": "Press releases of members of the US Congress", "licence": "works of the US government"},
)
EVERY: Final = (3, 1)
"""Of the first corpus every third document is taken: it is six times as large as the second and would drown it."""
PART: Final = 200_000
"""Characters in a part, about a month of a newspaper's politics page."""
AGREE: Final = 4
"""Parts that must find an abbreviation, beside being half of those that see it with a stop twice or more."""
SEEN: Final = 10
"""Occurrences from which a word inside sentences, or a pair of words, tells something."""
CAPITAL: Final = 0.05
"""Share of capitals inside sentences from which a word is not ordinary."""
ALSO_WORD: Final = 100
"""Occurrences with a small letter from which an abbreviation of ours may be a word as well, as "no" is; it is one if
they are five times as many as those with a stop, and more than those with a capital."""
OPENS: Final = 1 / 3
"""Share of ordinary words and starters with a capital after it from which a word without inner stop ends sentences."""
OPENING: Final = str.maketrans("“«‘", '""`')
OPENING_STRAIGHT: Final = re.compile(r"(?<!\S)'(?=\w)")
SMALL_INSIDE: Final = 1 << 5
LARGE_INSIDE: Final = 1 << 2
"""Punkt's flags for a word inside a sentence with a small letter, and with a capital."""


class Contexts(PunktParameters):
    """Parameters that count how often each type stands in each context."""

    def __init__(self) -> None:
        """Begin with no type seen."""
        super().__init__()
        self.counts: Counter[tuple[str, int]] = Counter()

    def add_ortho_context(self, typ: str, flag: int) -> None:
        """Count one more."""
        self.counts[typ, flag] += 1


class Second(PunktTrainer):
    """A trainer whose abbreviations are given, and which remembers what follows them."""

    INCLUDE_ABBREV_COLLOCS = True
    MIN_COLLOC_FREQ = SEEN

    def __init__(self, abbreviations: set[str]) -> None:
        """Begin with the abbreviations known."""
        super().__init__()
        self._params = self.contexts = Contexts()
        self.contexts.abbrev_types = set(abbreviations)
        self.followers: Counter[tuple[str, str]] = Counter()

    def _reclassify_abbrev_types(self, types: Any) -> Iterator[Any]:
        """No abbreviation comes or goes."""
        del types
        return iter(())

    def _is_rare_abbrev_type(self, cur_tok: PunktToken, next_tok: PunktToken) -> bool:
        """No rare word is made an abbreviation; what follows the known ones is counted on the way."""
        if cur_tok.abbr:
            self.followers[cur_tok.type_no_period, next_tok.tok] += 1
        return False

    def _is_potential_collocation(self, aug_tok1: PunktToken, aug_tok2: PunktToken) -> bool:
        """Only before a capital is there anything to decide."""
        return bool(aug_tok2.first_upper and super()._is_potential_collocation(aug_tok1, aug_tok2))


def straightened(block: str) -> str:
    """The block with opening quotation marks that Punkt knows as marks; others it reads as part of the word."""
    return OPENING_STRAIGHT.sub("`", block.translate(OPENING))


def texts(path: Path, every: int) -> Iterator[str]:
    """The texts of every n-th document, paragraphs apart, as the package shows them to Punkt."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for number, line in enumerate(lines):
            text = json.loads(line)["text"] if number % every == 0 else ""
            if text:
                yield "\n\n".join(straightened(text[start:end]) for start, end in paragraphs(text))


def parts(documents: Iterator[str]) -> Iterator[str]:
    """The documents in order, in parts of about the same size."""
    held: list[str] = []
    size = 0
    for document in documents:
        held.append(document)
        size += len(document)
        if size >= PART:
            yield "\n\n".join(held)
            held, size = [], 0
    if held:
        yield "\n\n".join(held)


def agreed(corpus: list[str]) -> set[str]:
    """The abbreviations on which most parts of the corpus agree."""
    found: Counter[str] = Counter()
    often: Counter[str] = Counter()
    for part in corpus:
        first = PunktTrainer()
        counts = first._type_fdist  # noqa: SLF001 - the trainer has no public way to count without deciding
        counts.update(token.type for token in first._tokenize_words(part))  # noqa: SLF001
        stopped = {word[:-1]: n for word, n in counts.items() if word.endswith(".")}
        first._num_period_toks = sum(stopped.values())  # noqa: SLF001
        first.find_abbrev_types()
        seen = {word for word, n in stopped.items() if n > 1}
        often.update(seen)
        found.update(seen & first.get_params().abbrev_types)
    return {word for word, n in found.items() if n >= AGREE and 2 * n >= often[word] and is_form(word)}


def is_form(word: str) -> bool:
    """Whether the word has the form of an abbreviation; initials and the part before a hyphen Punkt sees by itself."""
    return len(word) > 1 and word[0].isalpha() and not any(sign.isdigit() or sign == "-" for sign in word)


def second_pass(corpora: list[list[str]], abbreviations: set[str]) -> tuple[Second, Contexts]:
    """Everything once more, part after part, with the abbreviations known."""
    trainer = Second(abbreviations)
    for part in (part for corpus in corpora for part in corpus):
        trainer.train(part, finalize=False)
    trainer.finalize_training()
    return trainer, trainer.contexts


def ordinary(counts: Counter[tuple[str, int]]) -> set[str]:
    """Words that are written small unless they open a sentence."""
    words = {word for word, _ in counts if word.replace("'", "").replace("’", "").isalpha()}
    small = {word: counts[word, SMALL_INSIDE] for word in words}
    large = {word: counts[word, LARGE_INSIDE] for word in words}
    return {word for word in words if small[word] >= SEEN and large[word] < CAPITAL * (small[word] + large[word])}


def no_names(starters: set[str], counts: Counter[tuple[str, int]]) -> set[str]:
    """The sentence starters that are not mostly names: a transcript has these before every answer."""
    return {word for word in starters if counts[word, SMALL_INSIDE] >= max(SEEN, counts[word, LARGE_INSIDE])}


def also_words(trainer: Second, counts: Counter[tuple[str, int]]) -> set[str]:
    """The abbreviations of ours that are words as well."""
    stopped = trainer._type_fdist  # noqa: SLF001
    return {
        word
        for word in ABBREVIATIONS
        if counts[word, SMALL_INSIDE] >= max(ALSO_WORD, counts[word, LARGE_INSIDE], 5 * stopped[f"{word}."])
    }


def opening_share(trainer: Second, known: set[str]) -> dict[str, float]:
    """For each abbreviation, how many of the words after it are ordinary words with a capital."""
    all_after: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    for (word, after), n in trainer.followers.items():
        all_after[word] += n
        opening[word] += n if after[:1].isupper() and after.lower() in known else 0
    return {word: opening[word] / n for word, n in all_after.items()}


def main() -> None:
    """Train, tell, and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpora", nargs=2, type=Path, help="the PM transcripts, then the Congress releases")
    parser.add_argument("target", type=Path, help="the JSON file to write")
    given = parser.parse_args()
    begun = time.monotonic()
    corpora = [list(parts(texts(path, every))) for path, every in zip(given.corpora, EVERY, strict=True)]
    sizes = [sum(map(len, corpus)) for corpus in corpora]
    print(f"{sizes} characters in {list(map(len, corpora))} parts, {time.monotonic() - begun:.0f} s", flush=True)
    found = set().union(*map(agreed, corpora))
    print(f"{len(found)} abbreviations after the first pass, {time.monotonic() - begun:.0f} s", flush=True)
    trainer, learnt = second_pass(corpora, found | ABBREVIATIONS)
    print(f"second pass done, {time.monotonic() - begun:.0f} s")
    write(given.target, chosen(trainer, learnt, found), sizes)


def chosen(trainer: Second, learnt: Contexts, found: set[str]) -> dict[str, list[Any]]:
    """What is kept of both passes, with a word on what is not."""
    known = ordinary(learnt.counts)
    starters = no_names(learnt.sent_starters, learnt.counts)
    shares = opening_share(trainer, known | learnt.sent_starters)
    ends = {word for word in found - ABBREVIATIONS if "." not in word and shares.get(word, 1.0) >= OPENS}
    tell(found, ends, opening_share(trainer, known | starters))
    print("starters dropped as names:", len(learnt.sent_starters - starters))
    return {
        "abbreviations": sorted(found - ends),
        "also_words": sorted(also_words(trainer, learnt.counts)),
        "collocations": sorted(map(list, learnt.collocations)),
        "ordinary_words": sorted(known),
        "sentence_starters": sorted(starters),
    }


def tell(found: set[str], ends: set[str], shares: dict[str, float]) -> None:
    """Print how the trained abbreviations compare with ours."""
    print("found, not ours:", *sorted(found - ABBREVIATIONS - ends))
    print("dropped as ends of sentences:", *sorted(ends))
    print("ours, found:", *sorted(found & ABBREVIATIONS))
    print("ours, not found:", *sorted(ABBREVIATIONS - found))
    titles = sorted(((shares[word], word) for word in TITLES if word in shares), reverse=True)
    print("ordinary words after titles:", *(f"{word} {share:.2%}" for share, word in titles))


def write(target: Path, result: dict[str, list[Any]], sizes: list[int]) -> None:
    """One line for each list, and one that says where they come from."""
    terms = zip(SOURCES, EVERY, sizes, strict=True)
    about = {
        "made_by": f"training/sentences.py with NLTK {nltk.__version__}",
        "corpora": [{**source, "every": every, "characters": size} for source, every, size in terms],
    }
    lines = [
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in {"about": about, **result}.items()
    ]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")
    print({key: len(value) for key, value in result.items()}, target.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
