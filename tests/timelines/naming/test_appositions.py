import pandas as pd
import pytest

from mediastudy.corpus import Corpus, match
from mediastudy.timelines.naming.appositions import appositions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Port Orlo, also known as Drymouth, is old.", ["drymouth"]),
        ("Port Orlo was renamed Velatown in May.", ["velatown"]),
        ("Port Orlo (now Velatown) is old.", ["velatown"]),
        ("Port Orlo (VT) is old.", ["vt"]),
        ("Port Orlo, formerly the Town of Dry Wells, is old.", ["town of dry wells"]),
        ("In May Velatown (once called Port Orlo) fell.", ["may velatown"]),
        ("He saw Velatown, formerly known as “Port Orlo”, fall.", ["velatown"]),
        ("The Town of Vela (Port Orlo) is old.", ["town of vela"]),
        ("Port Orlo (1994) is old, and Port Orlo, too.", []),
        ("Port Orlo, the old town, is dry. Velatown is wet.", []),
        ("", []),
    ],
)
def test_names_beside_a_hit_are_found(text, names):
    corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": [text]}))
    found = list(appositions(corpus, match(corpus, "Port Orlo")))
    assert [one.name for one in found] == names
    assert [text[one.start : one.end].lower() for one in found] == names


@pytest.mark.parametrize(
    "text", ["旧港镇(新河镇)很大", "旧港镇，又称新河镇，很大", "新河镇（原名旧港镇）", "旧港镇改称“新河镇”。"]
)
def test_chinese_names_beside_a_hit_are_found(text):
    corpus = Corpus.build(pd.DataFrame({"document": ["a"], "text": [text]}))
    assert [one.name for one in appositions(corpus, match(corpus, "旧港镇"))] == ["新河镇"]
