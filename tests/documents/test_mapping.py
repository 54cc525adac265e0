import pytest

from mediastudy.documents.tabular.mapping import Mapping, load_mapping, mapping_for


@pytest.fixture
def load(tmp_path):
    def write(text):
        path = tmp_path / "columns.toml"
        path.write_text(text, encoding="utf-8")
        return load_mapping(path)

    return write


def names(problems):
    return [problem.problem for problem in problems]


def test_lines_that_can_be_meant_are_used_and_the_others_said(load):
    rules, problems = load('colums = 1\n[columns]\n"A" = "title"\n"B" = "headline"\n"C" = "title"\n"D" = 3\n')
    assert rules["columns"] == {"A": "title"}
    assert names(problems) == [
        "unknown_target_column",
        "repeated_target_column",
        "unknown_target_column",
        "unknown_setting",
    ]
    assert problems[0].place == "columns B"
    assert "title" in problems[0].detail


def test_a_broken_file_is_one_problem(load):
    assert names(load("[columns\n")[1]) == ["invalid_columns_file"]


@pytest.mark.parametrize(
    "text",
    [
        'date_order = "dmy"',
        "columns = 3",
        "files = 3",
        '[files]\n"a" = 3',
        '[files."a.csv"]\ncolumns = 1',
    ],
)
def test_a_setting_of_the_wrong_kind_is_a_problem(load, text):
    assert names(load(text)[1]) == ["invalid_setting"]


def test_the_particular_wins_over_the_general_and_the_near_over_the_far(load):
    top = load('date_order = "day-month"\n[columns]\n"A" = "title"\n[files."b/*.csv"]\ndate_order = "month-day"\n')[0]
    near = load('[columns]\n"B" = "title"\n')[0]
    rules = {"": top, "c": near}
    assert mapping_for("a.csv", rules) == Mapping({"A": "title"}, "day-month", {})
    assert mapping_for("b/a.csv", rules) == Mapping({"A": "title"}, "month-day")
    assert mapping_for("c/d/a.csv", rules) == Mapping({"B": "title"}, "day-month")
    assert mapping_for("a.csv", {}) == Mapping({}, None)


def test_a_fixed_value_must_be_text_of_a_known_name(load):
    rules, problems = load('outlet = "Coast Daily"\nlanguage = 3\n[files."a.csv"]\ntext = "x"\n')
    assert rules["values"] == {"outlet": "Coast Daily"}
    assert [(problem.place, problem.problem) for problem in problems] == [
        ("language", "unknown_setting"),
        ('files."a.csv" text', "unknown_setting"),
    ]
