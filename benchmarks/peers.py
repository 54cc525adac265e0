"""What the peers do in the benchmarks, each task alone: ``python peers.py TASK FOLDER``.

Each peer is used as its documentation says, in the fastest of its ways that we found, and counts words without regard
to case. What counts as a word differs a little, so the number of counted tokens stands in the table.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

import pyarrow.parquet as pq
from measuring import WARM, Task, serve
from vocabulary import PHRASES

# Letters, digits and marks, with apostrophes inside.
_WORD: Final = r"[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*"
# scikit-learn's own pattern wants two letters.
_LETTERS: Final = r"(?u)\b\w+\b"
_NLTK_DOCUMENTS: Final = 1_000
_ABBREVIATIONS: Final = "mr mrs ms dr prof rev sen rep gov gen col st jan feb aug sept oct nov dec co inc u.s u.k"
# The components of spaCy's English pipeline that conc switches off by name.
_SWITCHED_OFF: Final = ("parser", "ner", "lemmatizer", "tagger", "senter", "tok2vec", "attribute_ruler")


def nltk(folder: Path) -> Task:
    """NLTK's word_tokenize into a FreqDist.

    word_tokenize cuts sentences with Punkt, then words with NLTKWordTokenizer. Punkt's English parameters would have to
    be downloaded; a few abbreviations take their place.
    """
    from nltk import FreqDist
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS.split())
    punkt, words = PunktSentenceTokenizer(parameters), NLTKWordTokenizer()
    texts = _texts(folder)[:_NLTK_DOCUMENTS]

    def work(chosen: list[str] = texts) -> Any:
        counted = FreqDist()
        for text in chosen:
            for sentence in punkt.tokenize(text):
                counted.update(word.lower() for word in words.tokenize(sentence))
        return counted

    return Task(work, lambda: work(texts[:50]), lambda result: {"counted": result.N(), "types": result.B()})


def sklearn(folder: Path) -> Task:
    """scikit-learn's CountVectorizer with words of one letter counted too, summed over the documents."""
    from sklearn.feature_extraction.text import CountVectorizer

    texts = _texts(folder)

    def work(chosen: list[str] = texts) -> Any:
        vectorizer = CountVectorizer(token_pattern=_LETTERS)
        counted = vectorizer.fit_transform(chosen).sum(axis=0)
        return dict(zip(vectorizer.get_feature_names_out(), counted.A1, strict=True))

    return Task(work, lambda: work(texts[:WARM]), _mapping)


def polars(folder: Path) -> Task:
    """polars: lower case, words by a regular expression, exploded, grouped and counted."""
    import polars as pl

    table = pl.read_parquet(folder / "documents.parquet", columns=["text"])

    def work(chosen: pl.DataFrame = table) -> pl.DataFrame:
        words = pl.col("text").str.to_lowercase().str.extract_all(_WORD).explode().alias("type")
        return chosen.lazy().select(words).drop_nulls().group_by("type").len().collect()

    return Task(
        work, lambda: work(table.head(WARM)), lambda result: {"counted": int(result["len"].sum()), "types": len(result)}
    )


def polars_timeline(folder: Path) -> Task:
    """polars: ten regular expressions counted in every text, summed by year and outlet."""
    import polars as pl

    table = pl.read_parquet(folder / "documents.parquet", columns=["date", "outlet", "text"])
    hits = [pl.col("text").str.count_matches(f"(?i){phrase.pattern}").alias(phrase.name) for phrase in PHRASES]

    def work(chosen: pl.DataFrame = table) -> pl.DataFrame:
        counted = chosen.lazy().select(pl.col("date").dt.year().alias("year"), "outlet", *hits)
        return counted.group_by("year", "outlet").sum().collect()

    def facts(result: pl.DataFrame) -> dict[str, Any]:
        return {"counted": sum(int(result[phrase.name].sum()) for phrase in PHRASES)}

    return Task(work, lambda: work(table.head(WARM)), facts)


def conc(folder: Path) -> Task:
    """Conc's corpus, which holds the frequencies of its types, built from texts into a folder.

    conc asks for a spaCy model and uses its tokenizer alone, which is the one of spaCy's blank English pipeline.
    """
    import spacy
    from conc.corpus import Corpus

    texts, place = _texts(folder), tempfile.TemporaryDirectory()
    model = str(Path(place.name) / "model")
    pipeline = spacy.blank("en")
    for name in _SWITCHED_OFF:
        pipeline.add_pipe("sentencizer", name=name)
    pipeline.to_disk(model)

    def work(chosen: list[str] = texts) -> Any:
        corpus = Corpus(name=f"of {len(chosen)}")
        # What build_from_csv calls after reading; texts in memory can't be handed over otherwise.
        corpus._build(save_path=place.name, iterator=iter(chosen), model=model)  # noqa: SLF001
        return corpus

    def facts(corpus: Any) -> dict[str, Any]:
        return {"counted": int(corpus.word_token_count), "types": int(corpus.unique_word_tokens)}

    return Task(work, lambda: work(texts[:WARM]), facts)


def _mapping(counted: dict[str, int]) -> dict[str, Any]:
    """What a mapping of types to frequencies holds."""
    return {"counted": int(sum(counted.values())), "types": len(counted)}


def _texts(folder: Path) -> list[str]:
    """The texts as Python's strings."""
    texts: list[str] = pq.read_table(folder / "documents.parquet", columns=["text"])["text"].to_pylist()
    return texts


if __name__ == "__main__":
    serve({task.__name__: task for task in (nltk, sklearn, polars, polars_timeline, conc)})
