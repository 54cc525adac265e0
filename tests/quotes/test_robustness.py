"""Damaged articles and random labels: no exception, and offsets that are what the rows say.

A few of what ``benchmarks/quotes_robustness.py`` does by the thousand.
"""

import random
import sys
from pathlib import Path

import pandas as pd
import pytest

from mediastudy.quotes import extract_quotes

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
ARTICLE = """TULL, May 3 (ONA) -- Governor Vela Orm has urged farmers to wait for rain, and vowed to dig wells.

"Rain is late," said Orm, 54, a former engineer. "We can't drink 'hope', can we?"

Noting that wells were dry, she called for calm. It is imperative to save water, the governor said, adding that \
“nobody should wash a car”.

Tobin Kask, who leads the Tull Growers' Union, was quoted by the Post as saying that the so-called "water plan" \
had failed: "It's a slogan."

According to the ministry, rain is near; the report says otherwise, Kask told reporters on Monday.

ORM: Good morning.

Q: Is it late?

ORM: It is. (Laughter.)"""
LONG = [
    ARTICLE * 4,
    ARTICLE.replace("\n", " ") * 4,
    "said " * 2_000,
    '"' * 2_000,
    "'a " * 1_000,
    "Orm said " * 500,
    ", he said" * 500,
    "Ada " * 2_000,
    "说：“" * 5_000,
    "A:\n" * 3_000,
]


@pytest.fixture(scope="module")
def robustness():
    """The benchmark's module, which is a script and no package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        before = set(sys.modules)
        import quotes_robustness

        yield quotes_robustness
        for name in {"quotes_robustness", "common"} - before:
            sys.modules.pop(name, None)


def documents_of(texts):
    return pd.DataFrame({"document": [f"d{number}" for number in range(len(texts))], "text": texts})


def test_the_article_itself_is_read_with_its_turns(robustness):
    documents = documents_of([ARTICLE])
    found = extract_quotes(documents, attitudes=True)
    assert robustness.invalid(documents, found) == 0
    assert found.quotes["speaker"].value_counts()["Vela Orm"] >= 4
    assert found.quotes["content"].tolist()[-3:] == ["Good morning.", "Is it late?", "It is."]


def test_eighty_mutated_articles(robustness):
    chance = random.Random(20240503)  # noqa: S311 - a seeded choice of damage
    documents = documents_of([robustness.mutated(ARTICLE, chance) for _ in range(80)])
    assert robustness.invalid(documents, extract_quotes(documents, attitudes=True)) == 0


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_long_and_odd_texts(robustness, text):
    documents = documents_of([text])
    assert robustness.invalid(documents, extract_quotes(documents, attitudes=True)) == 0


def test_a_thousand_random_sequences_of_labels(robustness):
    assert robustness.sequences(1_000, seed=7) == (0, 0)


def test_the_check_sees_a_wrong_offset_and_a_span_outside(robustness):
    documents = documents_of(['"Rain is late," said Mayor Ada Orlo.'])
    found = extract_quotes(documents)
    shifted = found.quote_spans.assign(start=found.quote_spans["start"] + 1)
    assert robustness.invalid(documents, found._replace(quote_spans=shifted)) >= 1
    outside = found.quote_spans.assign(end=found.quote_spans["end"] + 99)
    assert robustness.invalid(documents, found._replace(quote_spans=outside)) >= 1
    assert robustness.invalid(documents, found._replace(quotes=found.quotes.iloc[:0])) >= 1


def test_a_seed_gives_the_same_damage(robustness):
    once, twice = (robustness.mutated(ARTICLE, random.Random(3)) for _ in range(2))  # noqa: S311 - seeded damage
    assert once == twice != ARTICLE


def test_every_mutation_takes_an_empty_text(robustness):
    chance = random.Random(5)  # noqa: S311 - seeded damage
    assert all(isinstance(mutation("", chance), str) for mutation in robustness.MUTATIONS)
