import pandas as pd
import pytest

from mediastudy import tables
from mediastudy.quotes.cues import cues
from mediastudy.quotes.stance import with_stance

QUOTES = pd.DataFrame(
    {
        "quote": ["a:1", "a:2", "b:1", "b:2"],
        "document": ["a", "a", "b", "b"],
        "cue": ["said", "Said", "has  urged", None],
        "speaker": ["Vela Orm", "Vela Orm", "V. Orm", None],
        "speaker_kind": ["person", "person", "person", "unnamed"],
        "role": None,
    },
    index=[5, 5, 1, 0],
)
DOCUMENTS = pd.DataFrame({"document": ["a", "b"], "outlet": ["Post", "Echo"]})


def stance_of(cue):
    row = with_stance(pd.DataFrame({"cue": [cue]})).iloc[0]
    return row["verb"], row["stance"]


@pytest.mark.parametrize(
    ("cue", "verb", "stance"),
    [
        ("said", "say", "neutral"),
        ("SAYS", "say", "neutral"),
        ("according to", "according to", "neutral"),
        (":", ":", "neutral"),
        ("was quoted as saying", "say", "neutral"),
        ("went on to say", "say", "neutral"),
        ("also stressed", "stress", "assertive"),
        ("pointed out", "point out", "assertive"),
        ("has repeatedly denied", "deny", "assertive"),
        ("had claimed", "claim", "doubting"),
        ("hinted at", "hint at", "doubting"),
        ("has called for", "call for", "directive"),
        ("asked", "ask", "neutral"),
        ("asked for", "ask for", "directive"),
        ("warned", "warn", "assertive"),
        ("warned against", "warn against", "directive"),
        ("并强调", "强调", "assertive"),
        ("据称", "据称", "doubting"),
        ("呼吁", "呼吁", "directive"),
    ],
)
def test_a_cue_has_the_stance_of_its_verb(cue, verb, stance):
    assert stance_of(cue) == (verb, stance)


def test_what_the_list_does_not_hold_has_no_stance():
    table = with_stance(pd.DataFrame({"cue": ["praised", "burbled", "", None]}))
    assert table["stance"].isna().all()
    assert table["verb"].tolist()[0] == "praise"
    assert table["verb"].isna().tolist() == [False, True, True, True]


def test_no_verb_stands_under_two_stances():
    import tomllib
    from importlib.resources import files

    content = tomllib.loads((files("mediastudy.quotes") / "stance.toml").read_text(encoding="utf-8"))
    for lists in (content, content.pop("chinese")):
        verbs = [verb for verb_list in lists.values() for verb in verb_list]
        assert len(verbs) == len(set(verbs))


def test_cues_are_counted_in_lower_case():
    assert cues(QUOTES).to_numpy().tolist() == [
        ["said", 2, 2 / 3, 1, "say", "neutral"],
        ["has urged", 1, 1 / 3, 1, "urge", "directive"],
    ]


def test_by_outlet_shares_are_of_the_outlets_own_quotations():
    table = cues(QUOTES, DOCUMENTS, by="outlet")
    assert table.columns.tolist() == ["outlet", "cue", "quotes", "share", "documents", "verb", "stance"]
    assert table[["outlet", "cue", "share"]].to_numpy().tolist() == [["Echo", "has urged", 1.0], ["Post", "said", 1.0]]


def test_by_speaker_names_are_merged_and_the_unnamed_are_a_group():
    quotes = QUOTES.assign(cue=["said", "said", "urged", "told"])
    table = cues(quotes, by="speaker")
    assert table["speaker"].tolist()[:2] == ["Vela Orm", "Vela Orm"]
    assert table["share"].tolist() == [2 / 3, 1 / 3, 1.0]
    assert table["speaker"].isna().tolist() == [False, False, True]


def test_arguments_are_unchanged():
    before = QUOTES.copy(deep=True)
    cues(QUOTES, by="speaker")
    with_stance(QUOTES)
    pd.testing.assert_frame_equal(QUOTES, before)


def test_empty_tables_give_empty_tables_with_the_same_columns():
    assert cues(tables.empty("quotes")).dtypes.to_dict() == cues(QUOTES).dtypes.to_dict()
    assert cues(tables.empty("quotes"), by="speaker").columns[0] == "speaker"


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="quotes has no column cue"):
        cues(QUOTES.drop(columns="cue"))
    with pytest.raises(ValueError, match=r"quotes has no column outlet\. Give the documents"):
        cues(QUOTES, by="outlet")
    with pytest.raises(ValueError, match="documents has no column outlet"):
        cues(QUOTES, DOCUMENTS[["document"]], by="outlet")
