import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from mediastudy.corpus import Corpus, parse
from mediastudy.corpus.phrases import match_phrases, named, variants
from mediastudy.corpus.queryfile import Variant, read_queries

PAGE = Path(__file__).resolve().parents[2] / "docs" / "queries.md"
FILE = """
cuts = ["aid (cut|cuts)", 'the "Aid" NEAR/5 cut']

[loans]
variants = [
  "pay-day loan*",
  { query = "薪日贷", language = "zh", note = "checked", coder = "VO", across = "punctuation" },
]
joined = true
note = "short loans"
"""


@pytest.fixture
def write(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "queries.toml"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_phrases_are_lists_or_tables_of_variants(write):
    queries = read_queries(write(FILE))
    assert list(queries.phrases) == ["cuts", "loans"]
    assert queries.phrases["cuts"].variants == (Variant("aid (cut|cuts)"), Variant('the "Aid" NEAR/5 cut'))
    assert queries.phrases["cuts"].note is None
    loans = queries.phrases["loans"]
    assert loans.note == "short loans"
    assert loans.variants[0] == Variant("pay-day loan*", joined=True)
    assert loans.variants[1] == Variant(
        "薪日贷", across="punctuation", joined=True, further={"coder": "VO"}, language="zh", note="checked"
    )
    assert queries.file.name == "queries.toml"


def test_a_mark_at_the_files_beginning_does_no_harm(write):
    assert list(read_queries(write(FILE, "utf-8-sig")).phrases) == ["cuts", "loans"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no phrase"),
        ("aid", "is no TOML"),
        ('aid = ""cut""', "is no TOML"),
        ("aid = 'cut'", "phrase 'aid': variants must be a list of queries, not 'cut'"),
        ("aid = []", "phrase 'aid': variants must be a list"),
        ("[aid]", "phrase 'aid': variants must be a list of queries, not None"),
        ("[aid]\nvariants = ['a']\nacros = 'punctuation'", "'acros' is not known; a phrase has variants, across"),
        ("[aid.cuts]\nvariants = ['a']", "phrase 'aid': 'cuts' is not known"),
        ("[aid]\nvariants = ['a']\nacross = 'all'", "variant 1: across must be 'punctuation', not 'all'"),
        ("[aid]\nvariants = ['a']\njoined = 1", "variant 1: joined must be true or false, not 1"),
        ("[aid]\nvariants = ['a']\nnote = 1", "phrase 'aid': note must be text, not 1"),
        ("aid = ['a', 2]", "variant 2: it must be a query or a table with query = '...', not 2"),
        ("aid = [{note = 'a'}]", "variant 1: it must be a query"),
        ("aid = ['a', 'b', 'a']", "phrase 'aid', variant 3: it repeats variant 1, 'a'"),
        ("aid = [{query = 'a', language = 3}]", "phrase 'aid', variant 1: language must be a code such as 'en'"),
        (
            "aid = [{query = 'a', language = 'Chinese!'}]",
            "language must be a code such as 'en' or 'zh', not 'Chinese!'",
        ),
        ("aid = ['b', {query = 'a', note = 1}]", "phrase 'aid', variant 2: note must be text, not 1"),
        ("aid = [{query = 'a', first = 'soon'}]", "first must be a date such as 1994-03-05, '1994-03' or '1994', not"),
        ("aid = [{query = 'a', last = '1994-13'}]", "last must be a date such as 1994-03-05"),
        ("aid = [{query = 'a', last = true}]", "last must be a date such as 1994-03-05"),
        ("aid = [{query = 'a', last = 1994-03-05T10:00:00}]", "last must be a date such as 1994-03-05"),
        ("aid = [{query = 'a', first = '1995', last = '1994'}]", "first, 1995-01-01, comes after last, 1994-12-31"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(write, text, reason):
    path = write(text)
    with pytest.raises(ValueError, match=re.escape(reason)) as caught:
        read_queries(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1994-03-05", date(1994, 3, 5), date(1994, 3, 5)),
        ("'1994-03-05'", date(1994, 3, 5), date(1994, 3, 5)),
        ("'1996-02'", date(1996, 2, 1), date(1996, 2, 29)),
        ("'1994'", date(1994, 1, 1), date(1994, 12, 31)),
        ("1994", date(1994, 1, 1), date(1994, 12, 31)),
    ],
)
def test_the_dates_of_a_variant_may_be_days_months_or_years(write, written, first, last):
    path = write(f"aid = [{{ query = 'relief', first = {written}, last = {written} }}]")
    (variant,) = read_queries(path).phrases["aid"].variants
    assert (variant.first, variant.last) == (first, last)


def test_a_variant_with_a_language_is_searched_in_its_documents_and_in_those_of_unknown_language():
    documents = pd.DataFrame({"document": list("abcd"), "text": "Gift", "language": ["en", "de", None, "de-AT"]})
    german = {"poison": [Variant("gift", language="DE")]}
    for corpus in (Corpus.build(documents), Corpus.build(documents).where(lambda rows: rows["document"] != "a")):
        (_, _, whole), (_, _, single) = match_phrases(corpus, german)
        assert corpus.documents["document"].take(whole.document).tolist() == ["b", "c", "d"]
        assert whole.start.tolist() == single.start.tolist() == [1, 2, 3]
    english = Corpus.build(documents.head(1))
    assert [len(hits.start) for _, _, hits in match_phrases(english, german)] == [0, 0]
    unknown = Corpus.build(documents.drop(columns="language"))
    assert [len(hits.start) for _, _, hits in match_phrases(unknown, german)] == [4, 4]


def test_a_query_that_cannot_be_read_is_shown_with_file_phrase_variant_and_character(write):
    path = write("[cuts]\nvariants = ['aid', 'aid NEAR cut']")
    with pytest.raises(ValueError, match="Operators are") as caught:
        read_queries(path)
    first, query, pointer = str(caught.value).splitlines()
    assert first.startswith(f"{path}, phrase 'cuts', variant 2: Operators are")
    assert (query, pointer) == ("  aid NEAR cut", "      ^")


def test_a_file_in_another_encoding_is_refused(write):
    with pytest.raises(ValueError, match="Save it as UTF-8"):
        read_queries(write("café = ['a']", "latin-1"))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nothing\.toml"):
        read_queries(tmp_path / "nothing.toml")


def test_phrases_may_be_a_query_several_names_or_a_file(write):
    path = write("help = ['aid', 'relief']")
    assert named("aid") == {"aid": ["aid"]}
    assert named(["aid", "relief", "aid"]) == {"aid": ["aid"], "relief": ["relief"]}
    assert named({"help": ["aid", "relief", "aid"], "cut": "cut"}) == {"help": ["aid", "relief"], "cut": ["cut"]}
    for phrases in (path, str(path), read_queries(path)):
        assert named(phrases) == {"help": ["aid", "relief"]}
    assert variants({"pay": Variant("pay-day", joined=True)}) == {"pay": [Variant("pay-day", joined=True)]}


@pytest.mark.parametrize("phrases", [[], {}, {"aid": []}])
def test_phrases_without_a_query_are_refused(phrases):
    with pytest.raises(ValueError, match="holds no query"):
        named(phrases)


def test_a_query_with_two_sets_of_options_is_refused():
    with pytest.raises(ValueError, match="twice with different options"):
        named({"pay": ["pay-day", Variant("pay-day", joined=True)]})


def test_the_whole_phrase_counts_a_passage_once_and_each_variant_its_own(write):
    corpus = Corpus.build(pd.DataFrame({"document": ["a", "b"], "text": ["Payday loan", "A pay-day loan, a loan"]}))
    path = write("[loans]\nvariants = ['pay-day loan', 'loan']\njoined = true")
    found = [(phrase, variant, hits.start.tolist()) for phrase, variant, hits in match_phrases(corpus, path)]
    assert found == [("loans", None, [0, 3, 7]), ("loans", "pay-day loan", [0, 3]), ("loans", "loan", [1, 5, 7])]


def test_the_file_shown_in_the_documentation_can_be_read(write):
    (shown,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    queries = read_queries(write(shown))
    assert {name: len(phrase.variants) for name, phrase in queries.phrases.items()} == {"cuts": 1, "assistance": 3}


def test_the_queries_shown_in_the_documentation_can_be_read():
    cells = re.findall(r"^\| (`.*?`) \| ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    queries = [query.replace("\\|", "|") for cell in cells for query in re.findall(r"`([^`]*)`", cell)]
    assert len(queries) == 15
    assert all(parse(query) for query in queries)


def test_a_phrase_of_a_file_may_stand_among_others_by_name(write):
    phrase = read_queries(write('aid = ["relief", "help"]')).phrases["aid"]
    assert [variant.query for variant in variants({"both": phrase})["both"]] == ["relief", "help"]
