from datetime import datetime

from mediastudy.documents.pages import to_rows
from mediastudy.documents.records import Article


def _articles(*dates, **fields):
    """Articles with these dates as printed."""
    return [Article({"text": "The harbour opened.", "date_raw": raw, **fields}, [], []) for raw in dates]


def test_the_articles_of_a_file_show_together_which_number_is_the_day():
    rows, problems = to_rows(_articles("03/04/2010", "29/08/2010"), ["1", "2"], name="a.html")
    assert [row["date"] for row in rows] == [datetime(2010, 4, 3), datetime(2010, 8, 29)]  # noqa: DTZ001
    assert problems == []


def test_a_file_that_shows_no_order_leaves_its_dates_unknown():
    rows, problems = to_rows(_articles("03/04/2010", "05/06/2010"), ["1", "2"], name="a.html")
    assert [row["date"] for row in rows] == [None, None]
    assert [problem.problem for problem in problems] == ["ambiguous_date"] * 2
    assert [row["date_raw"] for row in rows] == ["03/04/2010", "05/06/2010"]


def test_a_wrong_weekday_is_a_problem_and_the_date_is_kept():
    rows, problems = to_rows(_articles("jeudi 5 octobre 2013"), [""], name="a.html")
    assert rows[0]["date"] == datetime(2013, 10, 5)  # noqa: DTZ001
    assert [problem.problem for problem in problems] == ["weekday_mismatch"]


def test_the_name_of_a_databases_file_is_no_date_of_its_article():
    alone = _articles(None)
    exported = [alone[0]._replace(fields=alone[0].fields | {"host": "Factiva"}, verbatim=True)]
    assert to_rows(alone, [""], name="2024-08-29_coast_port.txt")[0][0]["date_precision"] == "day"
    assert to_rows(exported, [""], name="2024-08-29_coast_port.txt")[0][0]["date_precision"] == "none"


def test_an_article_names_the_agency_it_credits_but_not_itself():
    rows, _ = to_rows(_articles("2010", agency="dpa/AFP", outlet="Coast Daily"), [""], name="a.html")
    assert rows[0]["agency"] == "dpa"
    rows, _ = to_rows(_articles("2010", agency="Xinhua", outlet="Xinhua General News Service"), [""], name="a.html")
    assert rows[0]["agency"] is None
