"""Names across articles: what is merged, what never is, and what a scholar's list changes."""

import itertools
import random
import time
import warnings

import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes.merging.variants import name_variants, with_speakers


def quoted(*names, kind="person", documents=None, roles=None):
    """One quotation a name, each in a document of its own unless told."""
    return pd.DataFrame(
        {
            "document": documents or [f"d{place}" for place in range(len(names))],
            "speaker": pd.Series(names, dtype="str"),
            "speaker_kind": kind,
            "role": pd.Series(roles or [None] * len(names), dtype="str"),
        }
    )


def speakers_of(*names, **further):
    return with_speakers(quoted(*names, **further))["speaker"].tolist()


@pytest.mark.parametrize(
    ("variant", "full"),
    [
        ("VELA ORM", "Vela Orm"),
        ("Mayor Vela Orm", "Vela Orm"),
        ("Véla Orm", "Vela Orm"),
        ("Vela Orm’s", "Vela Orm"),
        ("Orm, Vela", "Vela Orm"),
        ("Vela O’Tarn", "Vela O'Tarn"),
        ("Vela Orm-Tarn", "Vela Orm Tarn"),
        ("Vela Orm", "Vela T. Orm"),
        ("Vela T. Orm", "Vela Tessaly Orm"),
        ("V. Orm", "Vela Orm"),
        ("V. T. Orm", "Vela T. Orm"),
        ("V.T. Orm", "Vela T. Orm"),
        ("Vela Orm", "Vela Orm Jr."),
        ("Moon Tae-oh", "Tae-oh Moon"),
        ("Wang Wei-guo", "Wang Weiguo"),
        ("Wang Wei Guo", "Wang Weiguo"),
    ],
)
def test_spellings_of_one_name_are_one_speaker(variant, full):
    assert len(set(speakers_of(full, full, variant))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wang Wei", "Wang Weiguo"),
        ("Wang Wei", "Wei Wang"),
        ("Wang Li", "Wang Lei"),
        ("Vela Orm", "Tara Orm"),
        ("Vela Orm", "Velo Orm"),
        ("Vela Orm", "Vela Tarn"),
        ("Vela T. Orm", "Vela S. Orm"),
        ("Vela H. W. Orm", "Vela W. Orm"),
        ("V. T. Orm", "Tessaly Orm"),
        ("Vela Orm Jr.", "Vela Orm Sr."),
        ("Ms. Orm", "Mr. Orm"),
        ("Mr. Orm", "Mary Orm"),
        ("King Orm", "Vela Orm"),
        ("Martin James", "James Martin"),
        ("Chuck Orm", "Charles Orm"),
        ("J. Smith", "John Smith"),
        ("王伟", "王伟国"),
    ],
)
def test_names_that_may_be_two_persons_are_left_apart(one, other):
    assert speakers_of(one, other) == [one, other]
    assert speakers_of(other, one) == [other, one]


def test_what_fits_two_persons_joins_neither():
    names = ["Vela T. Orm", "Vela S. Orm", "Vela Orm", "V. Orm", "Orm"]
    assert speakers_of(*names) == names


def test_the_order_of_rows_does_not_matter():
    names = ["Vela T. Orm", "Vela Orm", "V. Orm", "Vela Orm Jr.", "Tara Orm", "Orm", "Wang Wei", "Wang Weiguo"]
    merged = {
        frozenset(zip(order, speakers_of(*order, documents=[f"d{name}" for name in order]), strict=True))
        for order in itertools.islice(itertools.permutations(names), 0, 40_000, 997)
    }
    assert len(merged) == 1


def test_a_surname_alone_joins_the_only_person_who_bears_it_and_is_quoted_as_often():
    assert speakers_of("Vela Orm", "Vela Orm", "Vela Orm", "Orm") == ["Vela Orm"] * 4


def test_a_surname_alone_stays_alone_if_two_bear_it():
    assert speakers_of("Vela Orm", "Vela Orm", "Vela Orm", "Tara Orm", "Orm")[-1] == "Orm"


def test_a_surname_of_many_needs_a_document_or_a_role_in_common():
    assert speakers_of("Wang Wei", "Wang Wei", "Wang Wei", "Wang")[-1] == "Wang"
    assert speakers_of("Wang Wei", "Wang", documents=["a", "a"])[-1] == "Wang Wei"
    assert speakers_of("Wang Wei", "Wang", roles=["deputy mayor", "mayor"])[-1] == "Wang Wei"


def test_roles_that_have_nothing_in_common_keep_a_surname_apart():
    roles = ["senator", "senator", "senator", "surgeon"]
    assert speakers_of("Vela Orm", "Vela Orm", "Vela Orm", "Orm", roles=roles)[-1] == "Orm"


def test_a_given_name_is_no_surname():
    assert speakers_of("Vela Grant", "Vela Grant", "Vela Grant", "Grant Tarn", "Grant")[-1] == "Grant"


def test_a_surname_of_two_words_joins_its_bearer():
    assert speakers_of(*["Vela van Orm"] * 3, "van Orm", *["Bel Watson Tarn"] * 3)[3] == "Vela van Orm"
    assert speakers_of(*["Bel Watson Tarn"] * 3, "Tarn")[-1] == "Bel Watson Tarn"


def test_a_rare_slip_of_one_letter_in_a_long_name_is_mended():
    assert speakers_of(*["Vela Okhaiva"] * 3, "Vela Okhavia") == ["Vela Okhaiva"] * 4
    assert speakers_of("Vela Okhaiva", "Vela Okhavia") == ["Vela Okhaiva", "Vela Okhavia"]


def test_names_of_two_real_given_names_are_no_slip():
    assert len(set(speakers_of(*["Michelle Tarn"] * 9, "Michele Tarn", "Michael Tarn"))) >= 2
    assert speakers_of(*["Francis Tarn"] * 9, "Frances Tarn")[-1] == "Frances Tarn"


def test_persons_merge_with_persons_only():
    quotes = quoted("Vela Orm", "Vela Orm").assign(speaker_kind=["person", "organisation"])
    merged = with_speakers(quotes)
    assert merged["speaker_kind"].tolist() == ["person", "organisation"]
    assert name_variants(quotes).empty


@pytest.mark.parametrize(
    ("variant", "full"),
    [
        ("the World Wool Fund", "World Wool Fund"),
        ("WWF", "World Wool Fund"),
        ("Trade Ministry", "Ministry of Trade"),
        ("Foreign Trade Ministry", "Fijian Foreign Trade Ministry"),
        ("Fiji's Foreign Trade Ministry", "Fijian Foreign Trade Ministry"),
        ("United States Wool Office", "U.S. Wool Office"),
    ],
)
def test_spellings_of_one_body_are_one_speaker(variant, full):
    assert speakers_of(full, full, variant, kind="organisation")[-1] == full


@pytest.mark.parametrize(
    "names",
    [
        ["Fijian Wool Office", "Kenyan Wool Office", "Wool Office"],
        ["World Wool Fund", "World Wheat Fund", "WWF"],
        ["Fijian Government", "Government"],
        ["Ministry of Trade", "Ministry of Transport"],
    ],
)
def test_bodies_that_may_be_two_are_left_apart(names):
    assert speakers_of(*names, kind="organisation") == names


def test_every_merge_is_listed_with_its_reason():
    quotes = quoted("Vela Orm", "Vela Orm", "V. Orm", "V. Orm", "Véla Orm", documents=list("abccd"))
    assert name_variants(quotes).to_numpy().tolist() == [
        ["Vela Orm", "person", "V. Orm", 2, 1, "initials", 0.73],
        ["Vela Orm", "person", "Véla Orm", 1, 1, "same name", 1.0],
    ]


def test_the_name_found_is_kept_beside_and_merging_again_changes_nothing():
    once = with_speakers(quoted("Vela Orm", "V. Orm", None))
    assert once["variant"].tolist()[:2] == ["Vela Orm", "V. Orm"]
    assert once[["speaker", "speaker_group"]].isna().to_numpy().tolist()[2] == [True, True]
    pd.testing.assert_frame_equal(with_speakers(once), once)


def test_a_list_merges_names_and_prefers_one():
    names = {"Chuck Orm": {"variants": ["Charles Orm"], "role": "senator", "group": "parliament"}}
    merged = with_speakers(quoted("Charles Orm", "Chuck Orm", "C. Orm", roles=["mayor", None, None]), names=names)
    assert merged["speaker"].tolist()[:2] == ["Chuck Orm"] * 2
    assert merged["role"].tolist()[:2] == ["senator"] * 2
    assert merged["speaker_group"].tolist()[:2] == ["parliament"] * 2


def test_a_list_keeps_names_apart_that_the_rules_would_merge():
    quotes = quoted("Vela Orm", "V. Orm")
    assert with_speakers(quotes)["speaker"].tolist() == ["Vela Orm"] * 2
    apart = with_speakers(quotes, names={"Vela Orm": {"apart": ["V. Orm"]}})
    assert apart["speaker"].tolist() == ["Vela Orm", "V. Orm"]


def test_a_list_tells_two_persons_of_one_name_apart_by_document():
    names = {"Wang Wei (painter)": {"variants": ["Wang Wei"], "documents": ["b"], "role": "painter"}}
    merged = with_speakers(quoted("Wang Wei", "Wang Wei", documents=["a", "b"]), names=names)
    assert merged["speaker"].tolist() == ["Wang Wei", "Wang Wei (painter)"]


def test_a_list_changes_the_kind_of_a_name():
    quotes = quoted("Vela Orm", "Vela Orm").assign(speaker_kind=["organisation", "person"])
    merged = with_speakers(quotes, names={"Vela Orm": {"kind": "person"}})
    assert merged["speaker_kind"].tolist() == ["person", "person"]


def test_a_list_is_read_from_a_file(tmp_path):
    file = tmp_path / "speakers.toml"
    file.write_text('["Vela Orm"]\nvariants = ["The Orm"]\n', encoding="utf-8")
    assert with_speakers(quoted("The Orm"), names=file)["speaker"].tolist() == ["Vela Orm"]


def test_names_of_the_list_that_occur_nowhere_are_reported():
    names = {"Vela Orm": {"variants": ["V. Orm", "Velma Orm"]}}
    with pytest.warns(UserWarning, match="occur nowhere: 'Velma Orm'"):
        with_speakers(quoted("V. Orm"), names=names)
    table = name_variants(quoted("V. Orm"), names=names)
    assert table[["variant", "quotes", "reason"]].to_numpy().tolist() == [
        ["V. Orm", 1, "listed"],
        ["Velma Orm", 0, "occurs nowhere"],
    ]


def test_a_list_whose_names_all_occur_warns_of_nothing():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with_speakers(quoted("V. Orm"), names={"Vela Orm": {"variants": ["V. Orm"]}})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["Orm"]\nvariants = "V. Orm"', "speaker 'Orm': variants must be a list of texts, not 'V. Orm'"),
        ('["Orm"]\nvariant = ["V. Orm"]', "'variant' is not known; a speaker has variants, apart"),
        ('["Orm"]\nkind = "human"', "kind must be one of person, organisation, group, document, not 'human'"),
        ('["Orm"]\ngroup = ["a", "b"]', "group must be one text"),
        ('Orm = ["V. Orm"]', "speaker 'Orm': it must be a table"),
        ('["Orm"]\nvariants = ["Tarn"]\napart = ["TARN"]', "'tarn' is both a name of the speaker and kept apart"),
        ('["Orm"]\nvariants = ["X"]\n["Tarn"]\nvariants = ["X"]', "'Orm' and 'Tarn' both claim 'x'"),
        ("[Orm", "is no TOML"),
        ("", "names no speaker"),
    ],
)
def test_a_faulty_list_says_what_is_wrong(tmp_path, text, message):
    file = tmp_path / "speakers.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"speakers\.toml") as raised:
        with_speakers(quoted("Orm"), names=file)
    assert message in str(raised.value)


def test_a_list_that_is_no_text_or_not_there_says_so(tmp_path):
    file = tmp_path / "speakers.toml"
    file.write_bytes(b'["\xe9"]')
    with pytest.raises(ValueError, match="not in UTF-8"):
        with_speakers(quoted("Orm"), names=file)
    with pytest.raises(FileNotFoundError):
        with_speakers(quoted("Orm"), names=tmp_path / "none.toml")


@pytest.mark.parametrize(
    "name", [" ", "?", "1984", "—", "'s", ",", "Mr.", "Jr.", "王", "Orm 😀", "a" * 5000, "Orm, , Jr", "."]
)
def test_odd_names_neither_fail_nor_join_others(name):
    for kind in ("person", "organisation", "document"):
        assert speakers_of("Vela Orm", name, kind=kind) == ["Vela Orm", name]


def test_arguments_are_unchanged_and_an_odd_index_does_not_matter():
    quotes = quoted("Vela Orm", "V. Orm").set_axis([7, 7])
    before = quotes.copy(deep=True)
    assert with_speakers(quotes).index.tolist() == [0, 1]
    pd.testing.assert_frame_equal(quotes, before)


def test_empty_tables_give_empty_tables():
    quotes = tables.empty("quotes")
    assert with_speakers(quotes).columns.tolist() == [*quotes.columns, "variant", "speaker_group"]
    assert name_variants(quotes).empty


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="quotes has no column role"):
        with_speakers(quoted("Orm").drop(columns="role"))


def test_many_names_take_seconds():
    draw = random.Random(5)  # noqa: S311 - nothing is secret
    letters = "bdfgklmnprstvz"
    stems = ["".join(draw.choice(letters) + draw.choice("aeiou") for _ in range(3)).title() for _ in range(4000)]
    names = [f"{draw.choice(stems)} {draw.choice(stems[:800])}" for _ in range(18_000)]
    names += [f"Wang {stem}" for stem in stems[:2000]]
    quotes = quoted(*[draw.choice(names) for _ in range(100_000)])
    start = time.perf_counter()
    merged = with_speakers(quotes)
    assert time.perf_counter() - start < 30
    assert merged["speaker"].notna().all()
