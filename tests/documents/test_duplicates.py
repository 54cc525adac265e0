import numpy as np
import pandas as pd
import pytest

from mediastudy.documents.copies.counting import counted, stories
from mediastudy.documents.duplicates import duplicates, with_stories

PLACES = ["Alba", "Brimnes", "Corvo", "Dunmore", "Elsby", "Farne", "Gorse", "Holm", "Inver", "Jarrow"]
HARBOUR = (
    "The harbour of Porto Alba opened on Sunday after nine years of work, the mayor said. Ships from six countries "
    "waited outside the new wall, and fishermen who had lost their berths in the storm came back with their boats. "
    "Mara Okhai, who leads the port office, thanked the engineers and promised that fees would not rise before winter. "
    "A band played, children threw flowers into the water, and the first ferry left for the islands at noon."
)
SCHOOL = (
    "Two hundred teachers in Brimnes walked out yesterday because their classrooms have had no heating since October. "
    "Parents brought blankets and soup. The education board answers that a boiler has been ordered, but that the "
    "supplier went bankrupt, while the union says letters about the cold were never opened by anyone at all. "
    "Lessons will move to the town hall until the pipes are mended, which may well take until the spring term."
)
RIVER = (
    "Farmers along the river Corvo fear for their fields after a week of rain that broke three dams near Elsby. "
    "Soldiers filled sandbags through the night, helped by students from the college of agriculture upstream. "
    "Prices of potatoes doubled at the market, and the ministry asked shops to limit sales to one sack a household. "
    "Forecasters expect the weather to turn dry by Thursday, yet the ground can hold no more water before that."
)


def table(*rows):
    """Documents of (id, date, outlet, text), with an index that is odd and repeats."""
    frame = pd.DataFrame(rows, columns=["document", "date", "outlet", "text"])
    return frame.assign(date=pd.to_datetime(frame["date"])).set_axis([7] * len(rows))


def told(documents, **options):
    """The story and the copy of each document by id."""
    found = with_stories(documents, **options)
    return dict(zip(found["document"], zip(found["story"], found["copy"], strict=True), strict=True))


def edited(text, *, every):
    """The text with every so manieth word replaced."""
    words = text.split()
    return " ".join(PLACES[place % 10] if place % every == every - 1 else word for place, word in enumerate(words))


def half(text, *, second=False):
    words = text.split()
    return " ".join(words[len(words) // 2 :] if second else words[: len(words) // 2])


def test_the_same_words_elsewhere_are_an_exact_copy_of_the_earliest():
    documents = table(
        ("b", "2024-05-03", "Hill Post", HARBOUR.upper().replace(",", " –")),
        ("a", "2024-05-01", "Coast Daily", HARBOUR),
        ("c", "2024-05-02", "Isle News", SCHOOL),
    )
    assert told(documents) == {"a": ("a", "original"), "b": ("a", "exact"), "c": ("c", "original")}


def test_a_copy_with_every_seventh_word_changed_is_near_and_measured():
    documents = table(("a", "2024-05-01", "Coast", HARBOUR), ("b", "2024-05-02", "Hill", edited(HARBOUR, every=7)))
    row = duplicates(documents).set_index("document").loc["b"]
    words = len(HARBOUR.split())
    assert row["copy"] == "near"
    assert row["similarity"] == pytest.approx(1 - words // 7 / words)
    assert row["days"] == 1
    assert 0.1 < row["jaccard"] < row["containment"] < row["similarity"]


def test_the_threshold_says_how_much_of_a_near_copy_is_common():
    documents = table(("a", "2024-05-01", "Coast", HARBOUR), ("b", "2024-05-02", "Hill", edited(HARBOUR, every=7)))
    assert told(documents, threshold=0.95)["b"] == ("b", "original")


def test_half_of_a_text_is_an_excerpt_whichever_half():
    documents = table(
        ("a", "2024-05-01", "Coast", HARBOUR),
        ("b", "2024-05-02", "Hill", half(HARBOUR)),
        ("c", "2024-05-02", "Isle", half(HARBOUR, second=True)),
    )
    assert told(documents) == {"a": ("a", "original"), "b": ("a", "excerpt"), "c": ("a", "excerpt")}
    found = duplicates(documents).set_index("document")
    assert found.loc["b", "containment"] == 1
    assert found.loc["b", "coverage"] == pytest.approx(0.48, abs=0.03)


def test_the_full_text_of_the_same_day_is_the_head_of_its_excerpt():
    documents = table(("a", "2024-05-01", "Coast", half(HARBOUR)), ("b", "2024-05-01", "Hill", HARBOUR))
    assert told(documents) == {"a": ("b", "excerpt"), "b": ("b", "original")}


def test_a_later_and_longer_text_that_holds_the_head_belongs_to_its_story():
    documents = table(("a", "2024-05-01", "Coast", HARBOUR), ("b", "2024-05-02", "Hill", HARBOUR + " " + SCHOOL))
    assert told(documents)["b"] == ("a", "excerpt")


@pytest.mark.parametrize("day", ["2024-05-01", "2024-05-04"])
def test_a_round_up_of_two_stories_joins_one_and_does_not_make_them_one(day):
    documents = table(
        ("a", "2024-05-01", "Coast", HARBOUR),
        ("b", "2024-05-01", "Hill", SCHOOL),
        ("c", day, "Isle", HARBOUR + "\n\n" + SCHOOL),
        ("d", "2024-05-05", "Dale", edited(SCHOOL, every=9)),
    )
    found = told(documents)
    assert found["a"] == ("a", "original")
    assert found["b"] == ("b", "original")
    assert found["c"][0] in {"a", "b"}
    assert found["d"] == ("b", "near")


def test_small_changes_do_not_add_up_to_a_chain():
    words, versions = HARBOUR.split(), []
    for version in range(8):
        changed = [f"other{place}" if place < 10 * version else word for place, word in enumerate(words)]
        versions.append((f"v{version}", f"2024-05-0{version + 1}", f"Outlet {version}", " ".join(changed)))
    found = told(table(*versions))
    assert found["v1"] == ("v0", "near")
    assert found["v7"][0] not in {"v0", "v1"}
    heads = {story for story, _ in found.values()}
    assert all(found[head] == (head, "original") for head in heads)


def test_the_window_ends_a_story():
    documents = table(
        ("a", "2024-01-01", "Coast", HARBOUR),
        ("b", "2024-01-31", "Hill", HARBOUR),
        ("c", "2024-02-01", "Isle", HARBOUR),
        ("d", "2024-02-02", "Dale", HARBOUR),
    )
    assert [told(documents)[name][0] for name in "abcd"] == ["a", "a", "c", "c"]
    assert told(documents, window=0)["b"] == ("b", "original")
    assert told(documents, window=40)["d"] == ("a", "exact")


def test_a_date_known_to_the_month_may_be_any_of_its_days():
    documents = table(("a", "2024-05-20", "Coast", HARBOUR), ("b", "2024-05-01", "Hill", HARBOUR))
    dated = documents.assign(date_precision=["day", "month"])
    assert told(dated, window=0) == {"a": ("a", "original"), "b": ("a", "exact")}


def test_undated_documents_can_only_be_exact_copies():
    documents = table(
        ("a", None, "Coast", HARBOUR),
        ("b", "2024-05-01", "Hill", HARBOUR),
        ("c", None, "Isle", edited(HARBOUR, every=20)),
        ("d", None, "Dale", SCHOOL),
        ("e", None, "Moor", SCHOOL),
    )
    found = told(documents)
    assert found["a"] == ("b", "exact")
    assert found["c"] == ("c", "original")
    assert found["e"] == ("d", "exact")
    assert duplicates(documents).set_index("document")["days"].isna()["a"]


def test_the_same_publication_again_is_a_repeat():
    documents = table(
        ("a", "2024-05-01", "Coast Daily", HARBOUR),
        ("b", "2024-05-01", "Coast Daily", HARBOUR),
        ("c", "2024-05-02", "Coast Daily", HARBOUR),
        ("d", "2024-05-01", None, HARBOUR),
    )
    assert [told(documents)[name] for name in "abcd"] == [
        ("a", "original"),
        ("a", "repeat"),
        ("a", "exact"),
        ("a", "exact"),
    ]


def test_the_same_number_in_the_same_database_is_a_repeat_even_without_a_text():
    documents = table(
        ("a", "2024-05-01", "Coast", HARBOUR),
        ("b", "2024-05-01", "Coast", None),
        ("c", "2024-05-01", "Coast", SCHOOL),
        ("d", "2024-05-01", "Hill", RIVER),
    ).assign(host=["Factiva", "Factiva", "ProQuest", "Factiva"], record=["N1", "N1", "N1", "N1"])
    found = told(documents)
    assert found["b"] == ("a", "repeat")
    assert found["c"] == ("c", "original")
    assert found["d"] == ("d", "original")


def test_the_same_words_at_the_same_address_are_a_repeat():
    documents = table(("a", "2024-05-01", None, HARBOUR), ("b", "2024-05-09", None, HARBOUR))
    assert told(documents.assign(url="https://coast.example/1"))["b"] == ("a", "repeat")


def test_a_repeat_of_a_copy_belongs_to_the_story_of_the_copy():
    documents = table(
        ("a", "2024-05-01", "Coast", HARBOUR),
        ("b", "2024-05-02", "Hill", edited(HARBOUR, every=9)),
        ("c", "2024-05-02", "Hill", edited(HARBOUR, every=9)),
    )
    assert told(documents)["c"] == ("a", "repeat")


def test_very_short_texts_are_copies_only_if_they_are_exact():
    documents = table(
        ("a", "2024-05-01", "Coast", "The ferry to the islands leaves at noon today."),
        ("b", "2024-05-02", "Hill", "The ferry to the islands leaves at noon today!"),
        ("c", "2024-05-02", "Isle", "The ferry to the islands leaves at nine today."),
    )
    assert [told(documents)[name] for name in "abc"] == [("a", "original"), ("a", "exact"), ("c", "original")]


def test_texts_without_words_are_no_copies_of_each_other():
    documents = table(
        ("a", "2024-05-01", "Coast", ""), ("b", "2024-05-01", "Coast", None), ("c", None, "Coast", "–– !")
    )
    assert {copy for _, copy in told(documents).values()} == {"original"}
    assert duplicates(documents).empty


def test_chinese_texts_are_compared_by_character():
    text = "波尔图阿尔巴港口星期天在九年施工之后重新开放。市长感谢了所有工程师，并承诺冬天以前不会提高停泊费。第一班渡轮开往群岛。"  # noqa: E501 - Chinese is wide
    other = "布林内斯二百名教师昨天停课，因为教室自十月以来没有暖气。家长送来毛毯和热汤，工会说没有人读过信，课程将搬到市政厅。"  # noqa: E501 - Chinese is wide
    documents = table(
        ("a", "2024-05-01", "Coast", text),
        ("b", "2024-05-02", "Hill", text.replace("星期天", "周日").replace("，", " ")),
        ("c", "2024-05-02", "Isle", other),
    )
    assert [told(documents)[name] for name in "abc"] == [("a", "original"), ("a", "near"), ("c", "original")]


def test_accents_case_and_soft_hyphens_do_not_part_copies():
    documents = table(
        ("a", "2024-05-01", "Coast", "Le café de la Müllerstraße à Genève ouvrira dimanche."),
        ("b", "2024-05-02", "Hill", "LE CAFE de la Mu\u0308llerstraße a Ge\u00adneve ou\u00advrira dimanche"),
    )
    assert told(documents)["b"] == ("a", "exact")


def test_the_order_of_rows_does_not_matter():
    documents = pd.concat(
        [
            table(*[(f"{name}{place}", f"2024-05-{1 + place:02}", f"Outlet {place}", edited(text, every=6 + place))])
            for name, text in (("h", HARBOUR), ("s", SCHOOL), ("r", RIVER))
            for place in range(8)
        ]
    )
    turned = documents.iloc[::-1]
    shuffled = documents.sample(frac=1, random_state=3)
    assert told(documents) == told(turned) == told(shuffled)
    pd.testing.assert_frame_equal(duplicates(documents), duplicates(shuffled))


def test_tables_stay_as_they_were_and_fresh_ones_come_back():
    documents = table(("a", "2024-05-01", "Coast", HARBOUR), ("b", "2024-05-02", "Hill", HARBOUR))
    before = documents.copy()
    found = with_stories(documents)
    duplicates(documents)
    pd.testing.assert_frame_equal(documents, before)
    assert found.index.tolist() == [0, 1]
    assert found["outlet"].tolist() == ["Coast", "Hill"]


def test_empty_tables_and_single_rows_give_their_columns():
    empty = table()
    assert list(duplicates(empty)) == [
        "document", "story", "copy", "similarity", "jaccard", "containment", "coverage", "days"
    ]  # fmt: skip
    assert with_stories(empty).shape == (0, 6)
    assert told(table(("a", "2024-05-01", "Coast", HARBOUR))) == {"a": ("a", "original")}


def test_given_stories_are_kept_on_request_if_all_are_there():
    documents = table(("a", "2024-05-01", "Coast", HARBOUR), ("b", "2024-05-02", "Hill", HARBOUR))
    given = documents.assign(story=["x", "y"], copy=["original", "original"])
    assert told(given, keep=True)["b"] == ("y", "original")
    assert told(given)["b"] == ("a", "exact")
    assert told(given.assign(story=["x", None]), keep=True)["b"] == ("a", "exact")


def test_what_makes_no_sense_is_refused():
    documents = table(("a", "2024-05-01", "Coast", HARBOUR), ("a", "2024-05-02", "Hill", HARBOUR))
    with pytest.raises(ValueError, match="The id a comes twice"):
        duplicates(documents)
    with pytest.raises(ValueError, match="has no column text"):
        with_stories(documents.drop(columns="text"))
    with pytest.raises(ValueError, match="window is a number of days"):
        with_stories(documents.iloc[:1], window=-1)
    with pytest.raises(ValueError, match="threshold is a share"):
        with_stories(documents.iloc[:1], threshold=80)


COPIES = pd.DataFrame(
    {
        "document": list("abcde"),
        "outlet": ["Coast", "Coast", "Hill", "Hill", None],
        "date": pd.to_datetime(["2023-01-01", "2023-01-01", "2023-01-02", "2024-01-01", None]),
        "copy": ["original", "repeat", "near", None, "exact"],
    }
)


def test_documents_are_counted_by_publication_or_story():
    assert counted(COPIES)["document"].tolist() == list("abcde")
    assert counted(COPIES, by="publication")["document"].tolist() == list("acde")
    assert counted(COPIES, by="story")["document"].tolist() == ["a", "d"]
    with pytest.raises(ValueError, match="by must be one of document, publication, story"):
        counted(COPIES, by="outlet")


def test_what_counting_changes_is_a_table_by_outlet_or_year():
    found = stories(COPIES)
    assert found["outlet"].tolist()[:2] == ["Coast", "Hill"]
    assert found[["documents", "publications", "stories"]].to_numpy().tolist() == [[2, 1, 1], [2, 2, 1], [1, 1, 0]]
    assert found["copy_share"].tolist() == [0, 0.5, 1]
    yearly = stories(COPIES, by="year")
    assert yearly["period"].dt.year.tolist()[:2] == [2023, 2024]
    assert yearly["stories"].tolist() == [1, 1, 0]
    assert stories(COPIES.iloc[:0]).columns.tolist() == [
        "outlet", "documents", "publications", "stories", "copy_share"
    ]  # fmt: skip


def test_nothing_breaks_on_strange_texts():
    rng = np.random.default_rng(1)
    signs = [*"ab é支の𠀀\u00ad\u0301–\n1", "harbour ", "ﬁ", "İ", "ß", "ไ"]
    texts = ["".join(rng.choice(signs, size)) for size in rng.integers(0, 90, 200)]
    documents = pd.DataFrame({"document": [f"d{place}" for place in range(200)], "text": texts})
    found = with_stories(documents.assign(date=pd.Timestamp("2024-05-01")))
    assert set(found["story"]) <= set(found["document"])
