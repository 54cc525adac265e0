import json

import pytest

from mediastudy.quotes.tagging.confidence import Scale, log_odds
from mediastudy.quotes.tagging.tagger import MODEL


def test_even_certainty_without_an_addition_is_a_half():
    assert Scale((2.0, 3.0), 0.0)((0.5, 0.5)) == 0.5


def test_weights_of_one_give_the_certainty_back():
    assert Scale((1.0,), 0.0)((0.8,)) == pytest.approx(0.8)


def test_certainties_of_nought_and_one_are_kept_finite():
    assert 9 < log_odds(1.0) < 10
    assert -10 < log_odds(0.0) < -9
    assert 0 < Scale((1e6,), 0.0)((0.0,)) < 1e-12
    assert Scale((1e6,), 0.0)((1.0,)) <= 1


def test_a_scale_needs_as_many_certainties_as_weights():
    with pytest.raises(ValueError, match="zip"):
        Scale((1.0, 1.0), 0.0)((0.5,))


def test_a_scale_is_read_from_its_file(tmp_path):
    path = tmp_path / "confidence.json"
    path.write_text(json.dumps({"weights": [1, 2], "added": -1}), encoding="utf-8")
    assert Scale.read(path) == Scale((1, 2), -1.0)


def test_the_shipped_scale_has_a_weight_for_each_certainty():
    assert len(Scale.read(MODEL / "confidence.json").weights) == 7
