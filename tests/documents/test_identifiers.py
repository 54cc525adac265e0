import unicodedata

from mediastudy.documents.identifiers import Place, document_id, settle_ids


def test_an_id_depends_on_path_and_position_alone():
    assert document_id("a/t.txt", 0) == document_id("a/t.txt", 0)
    assert len({document_id("a/t.txt", 0), document_id("b/t.txt", 0), document_id("a/t.txt", 1)}) == 3


def test_an_id_is_the_same_whatever_way_a_system_composes_letters():
    name = "Küste/Überschrift.txt"
    assert document_id(unicodedata.normalize("NFD", name), 0) == document_id(unicodedata.normalize("NFC", name), 0)


def test_an_id_is_plain_even_if_the_name_is_not():
    assert document_id("新闻/港口.txt", 0).startswith("article-")
    assert document_id("A  B_c (1).txt", 0).startswith("a-b-c-1-")


def test_given_ids_stay_and_made_ones_never_collide():
    made = document_id("t.csv", 1)
    places = [Place("t.csv", number, f"line {number + 2}") for number in range(4)]
    ids, problems = settle_ids([made, None, "a", "a"], places)
    assert ids == [made, f"{made}-2", "a", "a-2"]
    assert [(place.place, problem) for place, problem, _ in problems] == [
        ("line 3", "missing_id"),
        ("line 5", "repeated_id"),
    ]


def test_no_ids_give_none():
    assert settle_ids([], []) == ([], [])
