import numpy as np

from mediastudy.quotes.tagging.hints import CODES
from mediastudy.quotes.tagging.session import Session, window
from mediastudy.quotes.tagging.tagger import MODEL


def test_a_window_has_its_words_in_a_frame(pieces):
    words = pieces.words("late unrainlike rain fell")
    part = window(words, np.array([4, 5, 6, 7]), 1, 3, pieces)
    size = int(words.edges[2] - words.edges[1])
    assert part.pieces.tolist() == [pieces.first, *words.pieces[words.edges[1] : words.edges[3]], pieces.last]
    assert part.hints.tolist() == [CODES, *[5] * size, 6, CODES]
    assert part.first.tolist() == [1, 1 + size]


def test_the_network_scores_every_word_against_every_word_and_nowhere(pieces):
    words = pieces.words("Orlo said rain fell")
    scored = Session(MODEL, 1).run(window(words, np.zeros(4, dtype=np.int64), 0, 4, pieces))
    assert scored.tags.shape == (4, 7)
    assert scored.joins.shape == scored.sources.shape == (4, 5)
    assert scored.speech.shape == (4,)
    assert all(np.isfinite(scores).all() for scores in scored)
