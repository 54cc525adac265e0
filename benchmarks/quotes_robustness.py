"""Random labels and mutated articles: how many end in an exception or in offsets that are not what the rows say.

``python benchmarks/quotes_robustness.py [SHARED] [--sequences 100000] [--articles 2000] [--seed 1]``. Sequences go
through decoding and linking, articles through :func:`mediastudy.extract_quotes`; these are the constructed ones of
training/articles and, where the folder with the gold files is there, its development sets. Exit code 1 says that one
failed.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from common import ROOT

from mediastudy.quotes import Quotes, extract_quotes
from mediastudy.quotes.tagging.decoding import Chain, likeliest, probabilities
from mediastudy.quotes.tagging.hints import TAGS
from mediastudy.quotes.tagging.linking import linked
from mediastudy.quotes.tagging.session import Tagged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

sys.path.append(str(ROOT / "training"))

MARKS: Final = "\"'“”‘’„«»「」『』`…—"
FOREIGN: Final = (
    "🙂",
    "👩‍🌾",
    "👍🏽 ",
    "שלום, אמר",
    "قال الوزير: «نعم»",
    "\u202e",
    "\u200b",
    "\x00",
    "\ufffd",
    "e\u0301",
    "他说：“好。”",
)
GOLD: Final = ("state_media_dev.jsonl", "polnear/dev.jsonl.gz")
LONG: Final = 200_000
LONG_EACH: Final = 500
"""One article in so many is repeated until it is 200,000 characters long."""
LONGEST: Final = 24
WINDOWS: Final = 100
MOST_WINDOWS: Final = 4
SWAPPED: Final = 0.3


def articles(shared: Path) -> list[str]:
    """The texts that are mutated."""
    from articles import own

    texts = [record["text"] for test in (False, True) for record in own(test=test)]
    for path in (shared / "gold" / name for name in GOLD):
        if path.is_file():
            opener = gzip.open if path.suffix == ".gz" else open
            with opener(path, "rt", encoding="utf-8", newline="") as lines:
                texts += [json.loads(line)["text"] for line in lines if line.strip()]
    return texts


def dropped(text: str, chance: random.Random) -> str:
    """The text without some of its marks."""
    return "".join(character for character in text if character not in MARKS or chance.random() > SWAPPED)


def doubled(text: str, chance: random.Random) -> str:
    """The text with some of its marks two or three times."""
    return "".join(
        character * chance.randint(2, 3) if character in MARKS and chance.random() < SWAPPED else character
        for character in text
    )


def swapped(text: str, chance: random.Random) -> str:
    """The text with some of its marks replaced by others."""
    return "".join(
        chance.choice(MARKS) if character in MARKS and chance.random() < SWAPPED else character for character in text
    )


def strewn(text: str, chance: random.Random) -> str:
    """The text with marks where none belong."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(MARKS) * chance.randint(1, 3) + text[place:]


def cut(text: str, chance: random.Random) -> str:
    """The text with a paragraph cut short, anywhere."""
    paragraphs = text.split("\n\n")
    number = chance.randrange(len(paragraphs))
    paragraphs[number] = paragraphs[number][: chance.randrange(len(paragraphs[number]) + 1)]
    return "\n\n".join(paragraphs)


def rewrapped(text: str, chance: random.Random) -> str:
    """The text with other breaks between some of its paragraphs."""
    return text.replace("\n\n", chance.choice(["\n", " ", "", "\r\n", "\n \n", "\u2028"]), chance.randint(1, 9))


def foreign(text: str, chance: random.Random) -> str:
    """The text with characters of another script, emoji or controls."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice(FOREIGN) * chance.randint(1, 4) + text[place:]


def repeated(text: str, chance: random.Random) -> str:
    """The text with some of it twice."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + text[max(0, place - chance.randint(1, 300)) :]


MUTATIONS: Final[tuple[Callable[[str, random.Random], str], ...]] = (
    dropped,
    doubled,
    swapped,
    strewn,
    cut,
    rewrapped,
    foreign,
    repeated,
)


def mutated(text: str, chance: random.Random) -> str:
    """The text after one to six mutations."""
    for mutation in chance.choices(MUTATIONS, k=chance.randint(1, 6)):
        text = mutation(text, chance)
    return text


def long(text: str) -> str:
    """The text, repeated until it is as long as the longest."""
    return (text * (LONG // max(1, len(text)) + 1))[:LONG]


def invalid(documents: pd.DataFrame, found: Quotes) -> int:
    """How many spans lie outside of their text, or are not what the quotation's row says."""
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    said: dict[tuple[str, str], list[str]] = collections.defaultdict(list)
    wrong = 0
    for span in found.quote_spans.itertuples():
        text = texts[span.quote.rsplit(":", 1)[0]]
        wrong += not 0 <= span.start < span.end <= len(text)
        said[span.quote, span.part].append(text[span.start : span.end])
    for row in found.quotes.itertuples():
        for part in ("content", "cue", "source"):
            words = getattr(row, part)
            wrong += " ... ".join(said.pop((row.quote, part), [])) != ("" if pd.isna(words) else words)
    return wrong + len(said)


def articles_end_to_end(texts: list[str], size: int, chance: random.Random) -> tuple[int, int]:
    """Counts of exceptions and of invalid offsets among so many mutated articles."""
    made = [mutated(chance.choice(texts), chance) for _ in range(size)]
    made[::LONG_EACH] = [long(text) for text in made[::LONG_EACH]]
    exceptions = wrong = quotations = 0
    for number, text in enumerate(made):
        documents = pd.DataFrame({"document": [f"m{number}"], "text": [text]})
        try:
            found = extract_quotes(documents, attitudes=True)
        except Exception as error:  # noqa: BLE001 - any exception is what is counted
            exceptions += 1
            print(f"  article {number}: {type(error).__name__}: {error}")
            continue
        wrong += invalid(documents, found)
        quotations += len(found.quotes)
    print(f"{size:,} mutated articles, {sum(map(len, made)):,} characters, {quotations:,} quotations")
    return exceptions, wrong


def scored(chance: np.random.Generator, size: int) -> tuple[list[np.ndarray], np.ndarray, np.ndarray]:
    """Random scores of windows, decoded: tags and their probabilities, and how many words each window has."""
    lengths = chance.integers(1, LONGEST + 1, size)
    spread = chance.choice([0.1, 1.0, 10.0, 1e4])
    scores = chance.normal(0, spread, (size, LONGEST, len(TAGS))).astype(np.float32)
    steps = chance.normal(0, spread, (len(TAGS), len(TAGS))).astype(np.float32)
    chain = Chain(steps, chance.normal(0, spread, len(TAGS)).astype(np.float32))
    return likeliest(scores, lengths, chain), probabilities(scores, lengths, chain), lengths


def windows(chance: np.random.Generator, size: int) -> Iterator[Tagged]:
    """Windows with random scores, every second one with random labels in place of the decoded ones."""
    paths, shares, lengths = scored(chance, size)
    for row, (path, words) in enumerate(zip(paths, lengths.tolist(), strict=True)):
        tags = path if row % 2 else chance.integers(0, len(TAGS), words)
        joins, sources = (chance.normal(0, 5, (words, words + 1)).astype(np.float32) for _ in range(2))
        speech = chance.normal(0, 5, words).astype(np.float32)
        yield Tagged(0, tags, shares[row, :words], joins, sources, speech)


def unsound(article: list[Tagged], chance: random.Random) -> int:
    """How many fragments and certainties of an article's attributions are out of bounds."""
    begins = [window.begin for window in article]
    size = begins[-1] + len(article[-1].tags)
    wrong = 0
    for one in linked(article, {begin for begin in begins if chance.random() < SWAPPED}):
        fragments = [*one.content, *one.cue, *one.source]
        wrong += sum(not 0 <= first < last <= size for first, last in fragments)
        wrong += sum(not 0 <= share <= 1.001 for share in (one.speech, *one.certainty))  # noqa: PLR2004 - rounding
        wrong += not one.content
    return wrong


def sequences(size: int, seed: int) -> tuple[int, int]:
    """Counts of exceptions and of invalid offsets among so many random sequences of labels."""
    chance, choice = np.random.default_rng(seed), random.Random(seed)  # noqa: S311 - seeded
    exceptions = wrong = 0
    for start in range(0, size, WINDOWS):
        try:
            waiting = list(windows(chance, min(WINDOWS, size - start)))
            while waiting:
                article: list[Tagged] = []
                for window in waiting[: choice.randint(1, MOST_WINDOWS)]:
                    begin = article[-1].begin + len(article[-1].tags) if article else 0
                    article.append(window._replace(begin=begin))
                del waiting[: len(article)]
                wrong += unsound(article, choice)
        except Exception as error:  # noqa: BLE001 - any exception is what is counted
            exceptions += 1
            print(f"  sequences {start} to {start + WINDOWS - 1}: {type(error).__name__}: {error}")
    print(f"{size:,} random sequences of labels")
    return exceptions, wrong


def report(counts: tuple[int, int], begun: float) -> bool:
    """Print the counts; whether both are zero."""
    print(f"  {counts[0]} exceptions, {counts[1]} invalid offsets, {time.perf_counter() - begun:.0f} s")
    return counts == (0, 0)


def main() -> None:
    """Print the counts; exit 1 if any is above zero."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=ROOT.parent / "shared")
    parser.add_argument("--sequences", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.perf_counter()
    well = report(sequences(given.sequences, given.seed), begun)
    begun = time.perf_counter()
    chance = random.Random(given.seed)  # noqa: S311 - seeded
    well = report(articles_end_to_end(articles(given.shared), given.articles, chance), begun) and well
    sys.exit(not well)


if __name__ == "__main__":
    main()
