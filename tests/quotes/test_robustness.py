"""Damaged articles: no exception, and offsets that are what the rows say."""

import random

import pandas as pd

from mediastudy.quotes import extract_quotes

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
MARKS = "\"'“”‘’„«»「」『』`…—"


def mutated(text, choice):
    for _ in range(choice.randint(1, 12)):
        place = choice.randrange(len(text) + 1)
        action = choice.randrange(7)
        if action == 0:
            marks = [i for i, c in enumerate(text) if c in MARKS]
            if marks:
                drop = choice.choice(marks)
                text = text[:drop] + text[drop + 1 :]
        elif action == 1:
            text = text[:place] + choice.choice(MARKS) * choice.randint(1, 3) + text[place:]
        elif action == 2:
            text = "".join(choice.choice(MARKS) if c in MARKS and choice.random() < 0.3 else c for c in text)
        elif action == 3:
            text = (
                text[:place]
                + choice.choice(["🙂", "👩‍🌾", "שלום, אמר", "قال", "\u202e", "\x00", "他说：“好"])
                + text[place:]
            )
        elif action == 4:
            text = text[: max(1, place)]
        elif action == 5:
            text = text.replace("\n\n", choice.choice(["\n", " ", "\r\n", "\n \n"]), choice.randint(1, 9))
        else:
            text = text[:place] + text[max(0, place - 200) :]
    return text


def assert_sound(documents):
    quotes, spans = extract_quotes(documents, attitudes=True)
    texts = dict(zip(documents["document"], documents["text"], strict=True))
    parts = {}
    for span in spans.itertuples():
        text = texts[span.quote.rsplit(":", 1)[0]]
        assert 0 <= span.start < span.end <= len(text)
        parts.setdefault((span.quote, span.part), []).append(text[span.start : span.end])
    for quote in quotes.itertuples():
        assert " ... ".join(parts[quote.quote, "content"]) == quote.content
        for part, said in (("cue", quote.cue), ("source", quote.source)):
            assert parts.get((quote.quote, part), [None]) == [None if pd.isna(said) else said]
    assert set(quotes["quote"]) == {quote for quote, _ in parts}
    assert quotes["quote"].is_unique
    return quotes


def test_the_article_itself_is_read_as_expected():
    quotes = assert_sound(pd.DataFrame({"document": ["a"], "text": [ARTICLE]}))
    assert quotes["speaker"].value_counts()["Vela Orm"] >= 7


def test_six_hundred_mutated_articles():
    choice = random.Random(20240503)  # noqa: S311 - a seeded choice of damage
    texts = [mutated(ARTICLE, choice) for _ in range(600)]
    assert_sound(pd.DataFrame({"document": [f"m{i}" for i in range(600)], "text": texts}))


def test_very_long_and_very_odd_texts():
    texts = [
        ARTICLE * 200,
        ARTICLE.replace("\n", " ") * 60,
        "said " * 20_000,
        '"' * 5_000,
        "'a " * 8_000,
        "Orm said " * 4_000,
        ", he said" * 4_000,
        "Ada " * 20_000,
        "说：“" * 5_000,
        "A:\n" * 3_000,
    ]
    assert_sound(pd.DataFrame({"document": [str(i) for i in range(len(texts))], "text": texts}))
