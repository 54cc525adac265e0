import numpy as np
import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.corpus import Corpus
from mediastudy.terms.usage import ac1, usage

EASY = {"every": "year", "measure": "log_dice", "threshold": 0.0, "minimum": 1}


def corpus(**columns):
    return Corpus.build(
        pd.DataFrame(
            {
                "document": ["a", "b", "c", "d", "e"],
                "date": ["1994-03-05", "1995-07-01", "1997-01-01", None, "1994-02-01"],
                "outlet": ["Post", "Post", "Post", "Post", None],
                "text": ["big foreign aid", "big local aid", "quick aid", "lost aid", "no word of it"],
                **columns,
            },
            index=[9, 9, 0, 1, 2],
        )
    )


def test_each_period_is_compared_with_the_one_before():
    table = usage(corpus(), "aid", **EASY)
    assert table["period_label"].tolist() == ["1994", "1995", "1996", "1997"]
    assert table["hits"].tolist() == [1, 1, 0, 1]
    assert table["collocates"].tolist() == [2, 2, 0, 1]
    assert table["shared"].fillna(-1).tolist() == [-1, 1, -1, -1]
    assert table["strongest"].fillna("-").tolist() == ["big, foreign", "big, local", "-", "quick"]
    assert table["gained"].fillna("-").tolist() == ["-", "local", "-", "-"]
    assert table["lost"].fillna("-").tolist() == ["-", "foreign", "-", "-"]
    assert table["agreement"].notna().tolist() == [False, True, False, False]


def test_agreement_counts_what_neither_period_has():
    # Of big, foreign, local and quick both have one, each one alone, neither one.
    table = usage(corpus(), "aid", **EASY)
    assert table.loc[1, "agreement"] == pytest.approx(ac1(1, 1, 1, 1).value)
    assert table.loc[1, ["agreement_low", "agreement_high"]].tolist() == pytest.approx(list(ac1(1, 1, 1, 1))[1:])


def test_gwets_coefficient_by_hand():
    # Agreement 0.5, half of the things held: chance is 0.5.
    assert ac1(1, 1, 1, 1).value == pytest.approx(0)
    # Agreement 0.6, 0.8 held: chance is 2 * 0.8 * 0.2 = 0.32.
    assert ac1(6, 2, 2, 0).value == pytest.approx(0.28 / 0.68)
    assert ac1(0, 3, 3, 0).value == pytest.approx(-1)
    assert ac1(5, 0, 0, 5).value == 1
    assert np.isnan(ac1(0, 0, 0, 0)).all()


def test_the_variance_of_the_coefficient_is_that_of_repeated_draws():
    random = np.random.default_rng(3)
    kinds = random.multinomial(200, [0.5, 0.1, 0.15, 0.25], size=400)
    drawn = [ac1(*row) for row in kinds.tolist()]
    inside = [one.low <= ac1(500, 100, 150, 250).value <= one.high for one in drawn]
    assert 0.92 < np.mean(inside) < 0.98


def test_the_threshold_and_the_minimum_say_what_a_collocate_is():
    assert usage(corpus(), "aid", **{**EASY, "minimum": 2})["collocates"].tolist() == [0, 0, 0, 0]
    assert usage(corpus(), "aid", **{**EASY, "threshold": 20.0})["collocates"].tolist() == [0, 0, 0, 0]
    assert usage(corpus(), "aid", **{**EASY, "span": 1})["strongest"].fillna("-").tolist() == [
        "foreign",
        "local",
        "-",
        "quick",
    ]


def test_groups_and_phrases_have_rows_of_their_own():
    table = usage(corpus(), {"help": "aid", "none": "nothing"}, by="outlet", **EASY)
    assert table[["outlet", "phrase"]].drop_duplicates().fillna("?").to_numpy().tolist() == [
        ["Post", "help"],
        ["Post", "none"],
        ["?", "help"],
        ["?", "none"],
    ]
    assert table["collocates"].tolist() == [2, 2, 0, 1] + [0] * 12


def test_one_row_and_none_have_the_documented_columns():
    one = usage(corpus().where(lambda rows: rows["document"] == "a"), "aid", **EASY)
    assert one["strongest"].tolist() == ["big, foreign"]
    assert one.dtypes.to_dict() == tables.empty("usage").dtypes.to_dict()
    for documents in (corpus().documents.head(0), corpus().documents.assign(date=pd.NaT)):
        pd.testing.assert_frame_equal(usage(Corpus.build(documents), "aid"), tables.empty("usage"))
        grouped = usage(Corpus.build(documents), "aid", by="outlet")
        assert list(grouped.columns) == ["outlet", *tables.COLUMNS["usage"]]


@pytest.mark.parametrize(
    ("option", "message"), [({"measure": "size"}, "measure must"), ({"every": "era"}, "every must")]
)
def test_an_option_that_makes_no_sense_is_refused(option, message):
    with pytest.raises(ValueError, match=message):
        usage(corpus(), "aid", **option)


def test_the_corpus_is_not_changed():
    built = corpus()
    before = built.everything.copy()
    usage(built, "aid", by="outlet", **EASY)
    pd.testing.assert_frame_equal(built.everything, before)
