import pandas as pd
import pytest

from mediastudy import storage, tables
from mediastudy.timelines.events.eventfile import read_events


@pytest.fixture
def write(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "events.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_events_are_numbered_in_order_of_date(write):
    events = read_events(write("date,label,citation\n1996-07,Ferry strike,\n1994-03-05,Harbour closed,Post p. 1\n"))
    assert events["event"].tolist() == [1, 2]
    assert events["label"].tolist() == ["Harbour closed", "Ferry strike"]
    assert events["citation"].fillna("-").tolist() == ["Post p. 1", "-"]
    assert events.dtypes.to_dict() == tables.empty("events").dtypes.to_dict()


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("1994", "1994-01-01", "1994-12-31"),
        ("1996-02", "1996-02-01", "1996-02-29"),
        ("1994-03-05", "1994-03-05", "1994-03-05"),
        ("1994 to 1996", "1994-01-01", "1996-12-31"),
    ],
)
def test_a_coarse_date_becomes_a_span(write, written, first, last):
    row = read_events(write(f"date,label\n{written},Flood\n")).iloc[0]
    assert [str(row[name].date()) for name in ("first", "last")] == [first, last]


def test_a_span_has_a_first_and_a_last_date(write):
    events = read_events(write("first,last,label\n1994-03,1994-05-07,Strike\n1995-02,,Flood\n"))
    assert events["first"].astype("str").tolist() == ["1994-03-01", "1995-02-01"]
    assert events["last"].astype("str").tolist() == ["1994-05-07", "1995-02-28"]


def test_events_of_one_day_keep_the_order_of_the_file(write):
    events = read_events(write("date,label\n1994-03-05,B\n1994-03-05,A\n1994-03,C\n"))
    assert events["label"].tolist() == ["C", "B", "A"]


def test_further_columns_semicolons_letter_case_and_blank_rows_do_no_harm(write):
    events = read_events(write("Label;Date;Coder note\nFlood; 1994 ;seen\n;;\n", "utf-8-sig"))
    assert list(events.columns) == [*tables.COLUMNS["events"], "Coder note"]
    assert events[["label", "Coder note"]].to_numpy().tolist() == [["Flood", "seen"]]


def test_what_was_read_can_be_written_and_read_again(write, tmp_path):
    events = read_events(write("date,label,place\n1996-07,Ferry strike,Oru\n1994-03-05,Harbour closed,Tam\n"))
    again = read_events(storage.write(events, tmp_path / "again.csv"))
    pd.testing.assert_frame_equal(again, events)


def test_a_file_without_events_gives_an_empty_table(write):
    pd.testing.assert_frame_equal(read_events(write("date,label,citation\n")), tables.empty("events"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: there is no header; begin with: date,label,citation"),
        ("date,what\n1994,Flood\n", "line 1: there is no column label among date, what"),
        ("label\nFlood\n", "line 1: give the column date, or the columns first and last"),
        ("date,first,last,label\n1994,1994,1994,A\n", "line 1: give the column date, or"),
        ("first,label\n1994,A\n", "line 1: give the column date, or"),
        ("date,Date,label\n1994,1994,A\n", "line 1: the column 'date' comes twice"),
        ("date,label\n1994,Flood\nspring,Strike\n", "line 3: date is 'spring'; write 1994, 1994-03"),
        ("date,label\n1994-02-30,Flood\n", "line 2: date is '1994-02-30'"),
        ("date,label\n,Flood\n", "line 2: date is empty; write"),
        ("date,label\n1994,\n", "line 2: there is no label"),
        ("first,last,label\n1995,1994,A\n", "line 2: last, 1994, comes before first, 1995; exchange them"),
        ("date,label\n1994,A,B,C\n", "line 2: 4 cells, the header has 2"),
    ],
)
def test_a_fault_names_the_file_and_the_line(write, text, message):
    with pytest.raises(ValueError, match=r"events\.csv, ") as raised:
        read_events(write(text))
    assert message in str(raised.value)


def test_a_file_that_is_missing_is_said_to_be(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_events(tmp_path / "none.csv")
