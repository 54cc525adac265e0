"""The sampling frame: acquisition.csv, denominators.csv, study.toml and what they are compared with."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy import tables
from mediastudy.documents.sampling.acquisition import read_acquisition
from mediastudy.documents.sampling.calendar_spans import span_of
from mediastudy.documents.sampling.declaration import read_declaration
from mediastudy.documents.sampling.denominators import read_denominators
from mediastudy.documents.sampling.flow import intake_flow
from mediastudy.documents.sampling.frame import check_frame, read_sampling
from mediastudy.documents.sampling.sidecars import count_in

GOOD = """\
outlet,database,query,date_of_search,hits,downloaded,excluded,reason
Coast Daily,Factiva,harbour AND (strike OR walkout),2024-05-02,5,3,2,letters
Porto Alba Times,Nexis Uni,"harbour, strike",2024-05-03,2,2,0,
"""


def study(folder, **files):
    """A study folder with data/raw; names of files have two underscores for the dot."""
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    for name, text in files.items():
        place = folder if name.startswith("study") else raw
        (place / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return raw


def documents(*rows):
    """Documents of (outlet, host, date)."""
    frame = pd.DataFrame(rows, columns=["outlet", "host", "date"])
    frame = frame.assign(document=[f"d{place}" for place in range(len(rows))], text="Ships came.")
    return frame.assign(date=pd.to_datetime(frame["date"]), date_precision="day")


def found(count):
    return pd.DataFrame({"file": ["a.html"], "found": [count], "kept": [count]})


def names(problems):
    return [problem.problem for _, problem in problems]


DAILY, TIMES = ("Coast Daily", "Factiva", "1994-03-05"), ("Porto Alba Times", "Nexis Uni", "1994-04-01")


def test_a_study_that_fits_together_has_no_problem(tmp_path):
    raw = study(
        tmp_path,
        acquisition__csv=GOOD,
        denominators__csv="outlet,period,articles,citation\nCoast Daily,1994Q1,900,Yearbook 1995\n",
        study__toml='[corpus]\nframe = "query-selected"\nname = "Strikes"\ndescription = "Two  dailies."\n',
    )
    stated = read_sampling(raw)
    assert stated.problems == []
    assert stated.acquisition["hits"].tolist() == [5, 2]
    assert stated.acquisition["query"].tolist() == ["harbour AND (strike OR walkout)", "harbour, strike"]
    assert stated.acquisition["date_of_search"].dt.day.tolist() == [2, 3]
    assert stated.denominators["first"].dt.month.tolist() == [1]
    assert stated.denominators["last"].dt.day.tolist() == [31]
    assert stated.declaration[:3] == ("query-selected", "Two dailies.", "Strikes")
    assert stated.declaration.file == (tmp_path / "study.toml").resolve()
    assert check_frame(documents(DAILY, DAILY, DAILY, TIMES, TIMES), found(5), stated) == []


def test_a_folder_that_states_nothing_is_undeclared_and_has_the_columns(tmp_path):
    stated = read_sampling(study(tmp_path))
    assert (len(stated.acquisition), len(stated.denominators), stated.problems) == (0, 0, [])
    assert stated.declaration.frame == "undeclared"
    assert str(stated.acquisition["hits"].dtype) == "Int64"
    assert str(stated.denominators["articles"].dtype) == "Int64"
    assert check_frame(documents(DAILY), found(1), stated) == []


def test_columns_may_stand_in_any_order_and_case_with_semicolons(tmp_path):
    text = "Hits reported;OUTLET;Why\n1.200;Coast Daily;letters\n"
    table, problems = read_acquisition(study(tmp_path, acquisition__csv=text))
    assert problems == []
    assert table[["outlet", "hits", "reason"]].to_numpy().tolist() == [["Coast Daily", 1200, "letters"]]
    assert table["downloaded"].isna().all()


def test_what_is_no_number_or_no_day_is_missing_and_a_problem(tmp_path):
    text = (
        "outlet,hits,downloaded,excluded,date_of_search,colour\n"
        "A,about 30,-2,,03/04/2024,blue\n"
        "B,unknown,n/a,,May 2024,\n"
        "C,10,12,0,2024-02-30,\n"
        "D,10,7,2,soon,\n"
    )
    table, problems = read_acquisition(study(tmp_path, acquisition__csv=text))
    assert [(problem.place, problem.problem) for _, problem in problems] == [
        ("line 1", "unknown_column"),
        ("line 2", "not_a_number"),
        ("line 2", "negative_count"),
        ("line 2", "ambiguous_date"),
        ("line 3", "imprecise_date"),
        ("line 4", "impossible_date"),
        ("line 5", "unreadable_date"),
        ("line 4", "downloaded_exceeds_hits"),
        ("line 5", "hits_differ"),
    ]
    assert {file for file, _ in problems} == {"acquisition.csv"}
    assert table["date_of_search"].isna().all()
    assert table["hits"].isna().tolist() == [True, True, False, False]


def test_the_order_of_day_and_month_comes_from_the_column(tmp_path):
    text = "outlet,date_of_search\nA,03/04/2024\nB,29/04/2024\n"
    table, problems = read_acquisition(study(tmp_path, acquisition__csv=text))
    assert problems == []
    assert table["date_of_search"].dt.month.tolist() == [4, 4]


@pytest.mark.parametrize(
    ("cell", "count"),
    [("12", 12), ("1,200", 1200), ("1.234.567", 1234567), ("1 200", 1200), ("12.0", 12), ("12.000", 12000), ("0", 0)],
)
def test_counts_are_read_with_the_signs_people_write(cell, count):
    assert count_in(cell) == (count, None)


@pytest.mark.parametrize("cell", ["1,2", "1.5", "1,20,0", "ten", "1200 articles", "9" * 40, "1e3", "12,34"])
def test_what_could_be_something_else_is_no_count(cell):
    assert count_in(cell) == (None, "not_a_number")


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1994", "1994-01-01", "1994-12-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("1994-03", "1994-03-01", "1994-03-31"),
        ("1994-12", "1994-12-01", "1994-12-31"),
        ("1994Q1", "1994-01-01", "1994-03-31"),
        ("Q4 1994", "1994-10-01", "1994-12-31"),
        ("1994-W05", "1994-01-31", "1994-02-06"),
        ("1994-03-05", "1994-03-05", "1994-03-05"),
        ("1994-1996", "1994-01-01", "1996-12-31"),
        ("1994-03 to 1994-05", "1994-03-01", "1994-05-31"),
        ("1994–1996", "1994-01-01", "1996-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(written, first, last):
    assert [end.isoformat() for end in span_of(written)] == [first, last]


@pytest.mark.parametrize("written", ["", "spring", "1994-13", "1994-02-30", "1996-1994", "94", "1994-W54", "1995s"])
def test_what_is_no_period_has_no_days(written):
    assert span_of(written) is None


def test_denominators_that_overlap_repeat_or_lack_something_are_problems_and_kept(tmp_path):
    text = (
        "outlet,period,articles,citation\n"
        "Coast Daily,1994,900,Yearbook\n"
        "coast daily,1994-03,80,Yearbook\n"
        "Coast Daily,1994,901,Almanac\n"
        "Porto Alba Times,1994-03,70,\n"
        "Porto Alba Times,spring,70,Yearbook\n"
        ",1994,5,Yearbook\n"
    )
    table, problems = read_denominators(study(tmp_path, denominators__csv=text))
    assert sorted((problem.place, problem.problem) for _, problem in problems) == [
        ("line 3", "overlapping_denominators"),
        ("line 4", "repeated_denominator"),
        ("line 5", "missing_citation"),
        ("line 6", "unreadable_period"),
        ("line 7", "missing_outlet"),
    ]
    assert table["articles"].tolist() == [900, 80, 901, 70, 70, 5]


def test_periods_of_two_outlets_do_not_overlap(tmp_path):
    text = "outlet,period,articles,citation\nA,1994,1,Y\nB,1994-03,1,Y\nA,1995Q1,1,Y\nA,1995-04,1,Y\n"
    assert read_denominators(study(tmp_path, denominators__csv=text))[1] == []


@pytest.mark.parametrize(
    ("text", "frame", "problems"),
    [
        ('[corpus]\nframe = "full"', "full", []),
        ('[corpus]\nframe = "Query Selected"', "query-selected", []),
        ('[corpus]\nname = "Strikes"', "undeclared", []),
        ('[corpus]\nframe = "random"', "undeclared", ["invalid_setting"]),
        ("[corpus]\nframe = true", "undeclared", ["invalid_setting"]),
        ('[corpus]\nframe = "full"\ncolour = "blue"', "full", ["unknown_setting"]),
        ('[build]\nfast = true\n[corpus]\nframe = "full"', "full", ["unknown_setting"]),
        ('corpus = "full"', "undeclared", ["invalid_setting"]),
        ("[corpus", "undeclared", ["invalid_study_file"]),
        ("", "undeclared", []),
    ],
)
def test_a_declaration_is_understood_or_the_frame_is_undeclared(tmp_path, text, frame, problems):
    declared = read_declaration(study(tmp_path, study__toml=text))
    assert (declared.frame, names(declared.problems)) == (frame, problems)


def test_the_nearest_study_file_is_taken_and_none_is_sought_further_up(tmp_path):
    raw = study(tmp_path, study__toml='[corpus]\nframe = "full"')
    (raw / "study.toml").write_text('[corpus]\nframe = "query-selected"', encoding="utf-8")
    assert read_declaration(raw).frame == "query-selected"
    assert read_declaration(raw.parent).frame == "full"
    assert read_declaration(raw / "a" / "b").frame == "query-selected"
    (raw / "study.toml").unlink()
    assert read_declaration(raw / "a").frame == "undeclared"


def test_a_raw_file_has_its_statements_beside_it(tmp_path):
    raw = study(tmp_path, acquisition__csv=GOOD, articles__csv="text\nShips.\n")
    assert len(read_acquisition(raw / "articles.csv")[0]) == 2
    assert len(read_acquisition(raw)[0]) == 2


def test_downloads_that_were_not_read_are_told_by_outlet_and_database(tmp_path):
    text = "outlet,database,downloaded\nCoast Daily,Factiva,3\nCoast Daily,Nexis Uni,1\n"
    stated = read_sampling(study(tmp_path, acquisition__csv=text))
    read = documents(DAILY, DAILY, ("Coast Daily", "Nexis Uni", "1994-03-05"))
    problems = [problem for _, problem in check_frame(read, found(3), stated)]
    assert [(problem.place, problem.problem) for problem in problems] == [
        ("Coast Daily, Factiva", "acquisition_differs"),
        ("all rows", "acquisition_differs"),
    ]
    assert problems[0].detail.startswith("3 downloaded, 2 read")


def test_a_host_that_is_no_database_is_compared_by_outlet(tmp_path):
    text = "outlet,database,downloaded\nCoast Daily,Factiva,2\nCoast Daily,Nexis Uni,1\n"
    stated = read_sampling(study(tmp_path, acquisition__csv=text))
    read = documents(DAILY, ("Coast Daily", None, "1994-03-05"), ("Coast Daily", "coast.example", "1994-03-05"))
    assert check_frame(read, found(3), stated) == []


def test_a_search_without_outlets_is_compared_by_its_database(tmp_path):
    stated = read_sampling(study(tmp_path, acquisition__csv="database,downloaded\nFactiva,3\nProQuest,1\n"))
    read = documents(DAILY, DAILY, ("Porto Alba Times", "Factiva", "1994-03-05"), ("A", "ProQuest One", "1994-03-05"))
    assert check_frame(read, found(4), stated) == []
    problems = [problem for _, problem in check_frame(read[:2], found(2), stated)]
    assert [problem.place for problem in problems] == ["Factiva", "ProQuest", "all rows"]


def test_outlets_on_one_side_only_are_told(tmp_path):
    stated = read_sampling(study(tmp_path, acquisition__csv="outlet,downloaded\nCoast Daily,1\nThe Gull,4\n"))
    problems = [problem for _, problem in check_frame(documents(DAILY, TIMES), found(5), stated)]
    assert [(problem.place, problem.problem) for problem in problems] == [
        ("The Gull", "acquired_outlet_missing"),
        ("Porto Alba Times", "outlet_not_acquired"),
    ]


def test_an_outlet_may_be_spelt_in_any_of_its_known_ways(tmp_path):
    stated = read_sampling(study(tmp_path, acquisition__csv="outlet,downloaded\nCD,1\nThe Porto Alba Times,1\n"))
    read = documents(DAILY, TIMES)
    assert check_frame(read, found(2), stated, outlets={"Coast Daily": ["CD"]}) == []
    assert names(check_frame(read, found(2), stated)) == ["acquired_outlet_missing", "outlet_not_acquired"]


def test_unknown_downloads_are_compared_with_nothing(tmp_path):
    stated = read_sampling(study(tmp_path, acquisition__csv="outlet,hits,downloaded\nCoast Daily,9,\n"))
    assert check_frame(documents(DAILY), found(1), stated) == []


def test_more_documents_than_were_published_are_told_for_the_period(tmp_path):
    text = "outlet,period,articles,citation\nCoast Daily,1994-03,1,Y\nCoast Daily,1994-04,1,Y\n"
    stated = read_sampling(study(tmp_path, denominators__csv=text))
    march = [("coast daily", None, "1994-03-31 22:10"), ("Coast Daily", None, "1994-03-01 00:00")]
    problems = [problem for _, problem in check_frame(documents(*march), found(2), stated)]
    assert [(problem.place, problem.problem) for problem in problems] == [
        ("Coast Daily, 1994-03", "denominator_too_small")
    ]
    year_only = documents(*march).assign(date_precision="year")
    assert check_frame(year_only, found(2), stated) == []


def test_a_full_corpus_that_a_query_selected_is_contradicted(tmp_path):
    raw = study(tmp_path, study__toml='[corpus]\nframe = "full"', acquisition__csv=GOOD)
    told = check_frame(documents(DAILY, DAILY, DAILY, TIMES, TIMES), found(5), read_sampling(raw))
    assert [(file, problem.problem) for file, problem in told] == [("study.toml", "frame_contradicted")]
    assert "harbour AND (strike OR walkout)" in told[0][1].detail


def test_a_full_corpus_without_queries_but_with_gaps_is_contradicted(tmp_path):
    raw = study(
        tmp_path,
        study__toml='[corpus]\nframe = "full"',
        acquisition__csv="outlet,query,downloaded\nCoast Daily,*,1\n",
        denominators__csv="outlet,period,articles,citation\nCoast Daily,1994,3,Y\n",
    )
    told = check_frame(documents(DAILY), found(1), read_sampling(raw))
    assert names(told) == ["frame_contradicted"]
    assert "1 of 3 articles" in told[0][1].detail


def test_no_documents_at_all_are_compared_too(tmp_path):
    text = "outlet,period,articles,citation\nCoast Daily,1994,3,Y\n"
    raw = study(tmp_path, acquisition__csv="outlet,downloaded\nCoast Daily,3\n", denominators__csv=text)
    nothing = tables.empty("documents")
    stated = read_sampling(raw)
    assert names(check_frame(nothing, found(0), stated)) == ["acquired_outlet_missing", "acquisition_differs"]
    assert intake_flow(found(0), nothing, acquisition=stated.acquisition)["count"].tolist() == [pd.NA, 3, 3, 0, 0]


def test_arguments_stay_as_they_are(tmp_path):
    stated = read_sampling(study(tmp_path, acquisition__csv=GOOD))
    read = documents(DAILY, TIMES).set_index(pd.Index([5, 5]))
    before = read.copy(), stated.acquisition.copy()
    check_frame(read, found(2), stated)
    intake_flow(found(2), read, acquisition=stated.acquisition)
    pd.testing.assert_frame_equal(read, before[0])
    pd.testing.assert_frame_equal(stated.acquisition, before[1])


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"\xff\xfe", b'"', b"outlet", b"\n\n\n", b"a;b\n1"])
def test_broken_files_raise_nothing(tmp_path, data):
    raw = study(tmp_path)
    for name in ("acquisition.csv", "denominators.csv", "study.toml"):
        (raw / name).write_bytes(data)
    stated = read_sampling(raw)
    assert stated.declaration.frame == "undeclared"
    check_frame(documents(DAILY), found(1), stated)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=8))
def test_whatever_the_cells_hold_nothing_breaks(tmp_path_factory, line, cells):
    raw = study(tmp_path_factory.mktemp("study"))
    rows = f"outlet,period,articles,hits,date_of_search\n{','.join(cells)}\n{line}\n"
    for name in ("acquisition.csv", "denominators.csv"):
        (raw / name).write_bytes(rows.encode("utf-8", errors="replace"))
    stated = read_sampling(raw)
    check_frame(documents(DAILY), found(1), stated)
    intake_flow(found(1), documents(DAILY), acquisition=stated.acquisition)


def steps(table):
    return [tuple(row) for row in table[["stage", "role", "label"]].itertuples(index=False)], table["count"].tolist()


def test_the_flow_says_where_every_article_went(tmp_path):
    stated = read_sampling(study(tmp_path, acquisition__csv=GOOD.replace(",5,3,2,", ",9,4,2,")))
    read = documents(DAILY, DAILY, (*TIMES[:2], None))
    problems = pd.DataFrame({"problem": ["repeated_record", "undated"]})
    labels, counts = steps(intake_flow(found(5), read, acquisition=stated.acquisition, problems=problems))
    assert labels == [
        ("found", "stage", "found"),
        ("found", "exit", "excluded: letters"),
        ("found", "exit", "not downloaded, unexplained"),
        ("downloaded", "stage", "downloaded"),
        ("downloaded", "exit", "not found in the files"),
        ("read", "stage", "read"),
        ("read", "exit", "repeats of a record"),
        ("read", "exit", "broken records"),
        ("kept", "stage", "kept"),
        ("kept", "note", "undated"),
    ]
    assert counts == [11, 2, 3, 6, 1, 5, 1, 1, 3, 1]


def test_what_nobody_counted_stays_unknown_in_the_flow(tmp_path):
    labels, counts = steps(intake_flow(found(1), documents(DAILY)))
    assert [label for *_, label in labels] == ["found", "downloaded", "read", "kept"]
    assert counts == [pd.NA, pd.NA, 1, 1]
    text = "outlet,hits,downloaded,excluded,reason\nA,9,4,,letters\nB,,1,,\n"
    stated = read_sampling(study(tmp_path, acquisition__csv=text))
    labels, counts = steps(intake_flow(found(1), documents(DAILY), acquisition=stated.acquisition))
    assert labels[1] == ("found", "exit", "excluded: letters")
    assert counts[:4] == [pd.NA, pd.NA, 5, 4]


def test_more_read_than_downloaded_is_noted():
    searches = pd.DataFrame({"hits": [1], "downloaded": [1], "excluded": [0], "reason": [None]})
    labels, counts = steps(intake_flow(found(2), documents(DAILY, TIMES), acquisition=searches))
    assert labels[3] == ("read", "note", "more than were downloaded")
    assert counts == [1, 1, 2, 1, 2]


def test_undated_empty_and_copied_documents_are_notes_since_they_stay():
    read = documents(*[DAILY] * 5).assign(
        copy=["original", "repeat", "exact", "near", None], text=["", None, "a", "b", "c"]
    )
    labels, counts = steps(intake_flow(found(5), read))
    assert labels[4:] == [
        ("kept", "note", "without full text"),
        ("kept", "note", "downloaded twice (repeats)"),
        ("kept", "note", "copies in other issues or outlets"),
    ]
    assert counts[3:] == [5, 2, 1, 2]


def test_the_flow_carries_the_frame_of_the_documents():
    read = documents(DAILY)
    assert intake_flow(found(1), read).attrs == {}
    read.attrs["frame"] = "full"
    assert intake_flow(found(1), read).attrs == {"frame": "full"}
