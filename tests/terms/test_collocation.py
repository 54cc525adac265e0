import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy import tables
from mediastudy.corpus import Corpus, match, tokenizer
from mediastudy.corpus.sentences import sentences
from mediastudy.terms import association, contingency, windows
from mediastudy.terms.collocation import collocates

COLUMNS = {
    "frequency": "O11",
    "node_frequency": "f_node",
    "collocate_frequency": "C1",
    "expected": "E11",
    "log_dice": "logdice",
    "mutual_information": "MI",
    "mi2": "MI2",
    "mi3": "MI3",
    "t_score": "t_score",
    "z_score": "z_score",
    "log_likelihood": "log_likelihood_signed",
    "dice": "dice",
    "delta_p_collocate": "delta_p_collocate_given_node",
    "delta_p_node": "delta_p_node_given_collocate",
}


def built(*texts, **columns):
    return Corpus.build(
        pd.DataFrame({"document": [f"d{place}" for place in range(len(texts))], "text": texts, **columns})
    )


def counted(corpus, query, **options):
    """Collocates with their co-occurrences, by name."""
    table = collocates(corpus, query, minimum=1, **options)
    return dict(sorted(zip(table["collocate"], table["frequency"], strict=True)))


def test_a_position_near_two_hits_counts_once_and_a_pair_for_each():
    corpus = built("big aid or aid", "aid")
    assert counted(corpus, "aid", span=1) == {"big": 1, "or": 1}
    assert counted(corpus, "aid", span=1, count="pairs") == {"big": 1, "or": 2}
    assert counted(corpus, "aid", span=2, count="pairs") == {"big": 1, "or": 2}
    assert counted(corpus, "aid", span=3, count="pairs") == {"big": 2, "or": 2}


def test_the_four_cells_of_positions_leave_the_node_out():
    # Five tokens outside the hits: big, or, big, not, big; two of them near aid.
    row = collocates(built("big aid or", "big not big"), "aid", span=1, minimum=1).set_index("collocate").loc["big"]
    assert row[["frequency", "node_frequency", "collocate_frequency", "documents"]].tolist() == [1, 1, 3, 1]
    assert row["expected"] == pytest.approx(2 * 3 / 5)
    assert row["delta_p_collocate"] == pytest.approx(1 / 2 - 2 / 3)
    assert row["delta_p_node"] == pytest.approx(1 / 3 - 1 / 2)
    assert row["minimum_sensitivity"] == pytest.approx(1 / 3)
    assert row["log_likelihood"] < 0


def test_the_four_cells_of_pairs_take_all_tokens_and_whole_windows():
    # Of six tokens two are aid, and each has two slots.
    row = collocates(built("aid big aid", "big not big"), "aid", span=1, count="pairs").iloc[0]
    assert (row["collocate"], row["frequency"], row["collocate_frequency"]) == ("big", 2, 3)
    assert row["expected"] == pytest.approx(2 * 2 * 3 / 6)
    assert row["dice"] == pytest.approx(2 * 2 / (4 + 3))


def test_pairs_that_leave_no_four_cells_have_no_log_likelihood():
    row = collocates(built("aid big aid", "so much for that"), "aid", span=1, count="pairs").iloc[0]
    assert (row["frequency"], row["collocate_frequency"]) == (2, 1)
    assert np.isnan(row["log_likelihood"])
    assert row["mutual_information"] == pytest.approx(np.log2(2 / (4 * 1 / 7)))


def test_the_tokens_of_a_phrase_are_no_collocates_but_count_elsewhere():
    table = collocates(built("foreign aid and foreign trade in aid"), "foreign aid", span=2, minimum=1)
    assert table[["collocate", "frequency", "collocate_frequency"]].sort_values("collocate").to_numpy().tolist() == [
        ["and", 1, 1],
        ["foreign", 1, 1],
    ]
    assert table["node"].unique().tolist() == ["foreign aid"]


def test_a_window_may_be_lopsided_and_never_leaves_the_document():
    corpus = built("one two aid three four", "aid five")
    assert list(counted(corpus, "aid", span=(1, 0))) == ["two"]
    assert list(counted(corpus, "aid", span=(0, 2))) == ["five", "four", "three"]
    assert list(counted(corpus, "aid", span=9)) == ["five", "four", "one", "three", "two"]


def test_a_window_may_end_with_the_sentence():
    corpus = built("Mr. Orlo came. He gave aid to us. We left.", "", "Nothing\n\nAid was late\n\nAt last")
    assert list(counted(corpus, "aid", within="sentence")) == ["gave", "he", "late", "to", "us", "was"]
    assert list(counted(corpus, "came", within="sentence")) == ["mr", "orlo"]


def test_a_hit_in_two_sentences_has_the_window_of_both():
    corpus = built("One day\n\naid came\n\nTwo")
    assert list(counted(corpus, "day aid", within="sentence")) == ["came", "one"]


def test_groups_are_measured_each_alone():
    corpus = built("big aid", "small aid, big aid", "big aid", outlet=["Post", "Herald", None])
    table = collocates(corpus, "aid", span=1, by="outlet", minimum=1)
    assert table[["outlet", "collocate", "frequency", "node_frequency"]].fillna("?").to_numpy().tolist() == [
        ["Herald", "big", 1, 2],
        ["Herald", "small", 1, 2],
        ["Post", "big", 1, 1],
        ["?", "big", 1, 1],
    ]
    herald = collocates(corpus.where(lambda documents: documents["outlet"] == "Herald"), "aid", span=1, minimum=1)
    grouped = table[table["outlet"] == "Herald"].drop(columns="outlet").reset_index(drop=True)
    pd.testing.assert_frame_equal(grouped, herald)


def test_periods_leave_out_documents_whose_date_is_too_coarse():
    corpus = built(
        "big aid",
        "small aid",
        "no aid",
        "late aid",
        date=["1994-03-05", "1996-12-31", None, "1996-01-01"],
        date_precision=["day", "day", "none", "year"],
        outlet="Post",
    )
    yearly = collocates(corpus, "aid", span=1, every="year", by="outlet", minimum=1)
    assert list(yearly.columns[:3]) == ["outlet", "period", "node"]
    assert [f"{row.period:%Y-%m-%d} {row.collocate}" for row in yearly.itertuples()] == [
        "1994-01-01 big",
        "1996-01-01 late",
        "1996-01-01 small",
    ]
    for every, first in {"month": "1994-03-01", "week": "1994-02-28", "decade": "1990-01-01"}.items():
        table = collocates(corpus, "aid", span=1, every=every, minimum=1)
        assert f"{table['period'].iloc[0]:%Y-%m-%d}" == first
        assert ("late" in table["collocate"].tolist()) == (every == "decade")


def test_each_phrase_is_a_node_with_the_hits_of_its_variants():
    corpus = built("big aid", "big food aid", "new loan")
    table = collocates(corpus, {"money": ["loan"], "help": ["aid", "food aid"]}, span=1, minimum=1)
    assert table[["node", "collocate", "frequency", "node_frequency"]].to_numpy().tolist() == [
        ["money", "new", 1, 1],
        ["help", "big", 2, 2],
    ]


def test_between_two_words_that_stand_near_each_other_nothing_is_a_collocate():
    corpus = built("they cut all foreign aid now")
    assert list(counted(corpus, "cut NEAR/5 aid")) == ["now", "they"]
    assert list(counted(corpus, "aid SAME-SENTENCE cut", span=1)) == ["now", "they"]


def test_rarer_ones_than_the_minimum_are_left_out():
    corpus = built("big aid", "big aid", "small aid")
    assert collocates(corpus, "aid")["collocate"].tolist() == ["big"]
    assert collocates(corpus, "aid", minimum=3).empty


def test_the_strongest_come_first_and_ties_in_order_of_spelling():
    table = collocates(built("b aid a", "c aid", "c not"), "aid", span=1, minimum=1)
    assert table["collocate"].tolist() == ["a", "b", "c"]
    assert table["log_dice"].is_monotonic_decreasing
    assert table.index.tolist() == [0, 1, 2]


def test_nothing_near_gives_the_documented_columns():
    empty = tables.empty("collocates")
    for corpus in (built(), built("", None), built("aid"), built("some words")):
        pd.testing.assert_frame_equal(collocates(corpus, "aid"), empty)
    grouped = collocates(built("aid"), "aid", by="outlet", every="month", count="pairs", within="sentence")
    assert list(grouped.columns) == ["outlet", "period", *empty.columns]
    assert grouped["period"].dtype == "datetime64[us]"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"span": 0}, "span must be 1 or more"),
        ({"span": (-1, 3)}, "span must be 1 or more"),
        ({"within": "page"}, "document, sentence"),
        ({"count": "all"}, "positions, pairs"),
        ({"every": "century"}, "every must be one of day"),
        ({"by": "desk"}, "no column desk"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        collocates(built("big aid"), "aid", **options)


def test_the_corpus_is_not_changed():
    corpus = built("big aid", "big aid", date=["1994-03-05", None])
    before = corpus.everything.copy()
    collocates(corpus, "aid", every="year", by="outlet", within="sentence")
    pd.testing.assert_frame_equal(corpus.everything, before)


def plain_near(words, hits, left, right):
    """For each hit the places near it, in plain Python."""
    own = {place for start, end in hits for place in range(start, end)}
    return [
        [
            place
            for place in [*range(max(start - left, 0), start), *range(end, min(end + right, len(words)))]
            if place not in own
        ]
        for start, end in hits
    ]


@settings(deadline=None)
@given(
    st.lists(st.text("abc", max_size=12), max_size=5),
    st.sampled_from(["a", "a b", "b [c]", "a * c", "(a|b) a"]),
    st.integers(0, 4),
    st.integers(0, 4),
)
def test_places_near_are_those_found_one_by_one(words, query, left, right):
    corpus = built(*(" ".join(word) for word in words))
    hits = match(corpus, query)
    for pairs in (True, False):
        found = windows.near(corpus, hits, (left, right), within="document", pairs=pairs)
        for document, word in enumerate(words):
            offset = corpus.index.offsets[document]
            here = hits.document == document
            own = list(zip(hits.start[here] - offset, hits.end[here] - offset, strict=True))
            each = plain_near(word, own, left, right)
            expected = sorted(place for places in each for place in places) if pairs else sorted(set().union(*each))
            assert sorted(found.position[found.document == document] - offset) == expected


SENTENCES = st.lists(
    st.sampled_from(
        ["a", "b", "c", "A", "Mr. B", "a's", "a, b", ". A", ".\n\nB", "\n", "...", "支援。", "! ", "a-b", "''"]
    ),
    max_size=30,
)


@settings(deadline=None)
@given(st.lists(SENTENCES, max_size=4), st.sampled_from(["a", "b a", "(a|c) 's", "a NEAR/3 c"]), st.integers(1, 9))
def test_windows_within_sentences_are_cut_where_the_text_is(pieces, query, span):
    texts = [" ".join(piece) for piece in pieces]
    corpus = built(*texts)
    hits = match(corpus, query)
    found = windows.near(corpus, hits, (span, span), within="sentence")
    own = {place for start, end in zip(hits.start, hits.end, strict=True) for place in range(start, end)}
    expected = set()
    for document, start, end in zip(*hits, strict=True):
        offset = corpus.index.offsets[document]
        begins = [begin for begin, _ in tokenizer.spans(texts[document])]
        sentence = np.searchsorted([begin for begin, _ in sentences(texts[document])], begins, side="right")
        first, last = sentence[start - offset], sentence[end - 1 - offset]
        inside = [place + offset for place in range(len(begins)) if first <= sentence[place] <= last]
        expected |= {place for place in inside if start - span <= place < end + span} - own
    assert found.position.tolist() == sorted(expected)


def test_measures_agree_with_published_and_reference_values():
    # Gries 2013, "of course", its fourth number being all bigrams.
    assert association.delta_p([5610], [168938 + 5610], [2257 + 5610], [10233063]).round(3).tolist() == [0.032]
    assert association.delta_p([5610], [2257 + 5610], [168938 + 5610], [10233063]).round(3).tolist() == [0.697]
    # "the" near "people" in the inaugural addresses, collocations_union.csv.
    o11, row, column, total, node = [688], [5838], [10309], [139269], [592]
    e11 = contingency.expected(row, column, total)
    measures = {
        432.14169700364: e11,
        0.670904122803074: association.mutual_information(o11, e11),
        10.0971688775052: association.mutual_information(o11, e11, power=2),
        19.5234336322073: association.mutual_information(o11, e11, power=3),
        9.7545063536678: association.t_score(o11, e11),
        12.3079699865635: association.z_score(o11, e11),
        0.0852170681860407: association.dice(o11, row, column),
        11.0140918888783: association.log_dice(o11, node, column),
        147.692821202585: contingency.log_likelihood(o11, row, column, total),
        0.0457438949607645: association.delta_p(o11, row, column, total),
        0.0268029383970787: association.delta_p(o11, column, row, total),
    }
    assert [float(values[0]) for values in measures.values()] == pytest.approx(list(measures), rel=1e-12)


@pytest.fixture(scope="module")
def inaugural(shared):
    """The tokenised addresses of the reference."""
    texts = pd.read_csv(shared / "references" / "inaugural.csv", encoding="utf-8", keep_default_na=False)
    return Corpus.build(pd.DataFrame({"document": texts["id"], "text": texts["text"]}))


@pytest.mark.parametrize("node", ["people", "world", "government", "freedom"])
@pytest.mark.parametrize(("count", "name"), [("positions", "union"), ("pairs", "pairs")])
def test_every_measure_agrees_with_the_reference(node, count, name, inaugural, shared):
    path = shared / "references" / f"collocations_{name}.csv"
    theirs = pd.read_csv(path, encoding="utf-8", keep_default_na=False, na_values=[""]).query("node == @node")
    theirs = theirs.set_index("collocate").sort_index()
    ours = collocates(inaugural, node, count=count, minimum=5).set_index("collocate").sort_index()
    assert ours.index.tolist() == theirs.index.tolist()
    for column, reference in COLUMNS.items():
        assert np.allclose(ours[column], theirs[reference], rtol=1e-9, atol=1e-9), column
    sensitivity = np.minimum(theirs["O11"] / theirs["R1"], theirs["O11"] / theirs["C1"])
    assert np.allclose(ours["minimum_sensitivity"], sensitivity, rtol=1e-12)
