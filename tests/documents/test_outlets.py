import pandas as pd
import pytest

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.outlets import apply_outlets, load_outlets, normalised, shipped_outlets


def _usual(name, extra=None):
    """The usual name of one outlet."""
    return normalised(pd.Series([name], dtype="str"), extra).iloc[0]


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("The New York Times", "The New York Times"),
        ("NYT", "The New York Times"),
        ("NEW YORK TIMES", "The New York Times"),
        ("New York Times (Online)", "The New York Times"),
        ("New York Times, Late Edition (East Coast)", "The New York Times"),
        ("New York Times (1923-)", "The New York Times"),
        ("New York Times ; New York, N.Y.", "The New York Times"),
        ("www.nytimes.com", "The New York Times"),
        ("Wall Street Journal, Eastern edition", "The Wall Street Journal"),
        ("The Guardian(London)", "The Guardian"),
        ("The Guardian (London)", "The Guardian"),
        ("Guardian.com", "The Guardian"),
        ("The Independent - Online", "The Independent"),
        ("The Washington Post  Online Edition", "The Washington Post"),
        ("Suddeutsche Zeitung", "Süddeutsche Zeitung"),
        ("SPIEGEL ONLINE", "Der Spiegel"),
        ("taz, die tageszeitung", "die tageszeitung"),
        ("Le Monde.fr", "Le Monde"),
        ("L’Humanité", "L'Humanité"),
        ("Ouest France", "Ouest-France"),
        ("El Pais", "El País"),
        ("人民日报", "People's Daily"),
        ("People’s Daily", "People's Daily"),
        ("环球时报", "Huanqiu Shibao"),
        ("央视", "CCTV"),
        ("新华社", "Xinhua"),
        ("Xinhua News Agency", "Xinhua"),
        ("Agence France Presse", "AFP"),
        ("朝日新聞", "Asahi Shimbun"),
        ("Коммерсантъ", "Kommersant"),
        ("الجزيرة", "Al Jazeera"),
    ],
)
def test_what_is_printed_in_many_ways_has_one_name(printed, usual):
    assert _usual(printed) == usual


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("The Times (London)", "The Times (London)"),
        ("The Times of India", "The Times of India"),
        ("The Times", "The Times"),
        ("The Guardian (Nigeria)", "The Guardian (Nigeria)"),
        ("The Guardian (Porto Alba)", "The Guardian (Porto Alba)"),
        ("The Daily Telegraph (Sydney)", "The Daily Telegraph (Sydney)"),
        ("The Daily Telegraph (London)", "The Daily Telegraph"),
        ("People's Daily Online", "People's Daily Online"),
        ("Daily Mail Online", "MailOnline"),
        ("Global Times", "Global Times"),
        ("La Nación (Costa Rica)", "La Nación (Costa Rica)"),
        ("The New York Time", "The New York Time"),
        ("Coast Daily", "Coast Daily"),
        ("Coast Daily (Online)", "Coast Daily (Online)"),
    ],
)
def test_other_outlets_of_like_names_stay_apart(printed, usual):
    assert _usual(printed) == usual


def test_no_name_stands_for_two_outlets():
    outlets = shipped_outlets()
    keys = {name: {_usual(variant) for variant in (name, *variants)} for name, variants in outlets.items()}
    assert all(found == {name} for name, found in keys.items())
    assert len(outlets) >= 150


def test_agencies_are_listed_in_one_place_only():
    assert not [name for name in shipped_outlets() if agency_name(name)]


def test_a_users_names_win_over_ours():
    extra = {"Coast Daily": ["CD", "The Coast Daily (Porto Alba)"], "The Times (London)": ["The Times"]}
    assert _usual("cd", extra) == "Coast Daily"
    assert _usual("COAST DAILY (PORTO ALBA)", extra) == "Coast Daily"
    assert _usual("Times", extra) == "The Times (London)"
    assert _usual("Coast Daily Online", extra) == "Coast Daily"


def test_names_keep_their_index_and_missing_ones_stay_missing():
    names = pd.Series(["NYT", None, "NYT"], index=[7, 7, 1], dtype="str")
    before = names.copy()
    usual = normalised(names)
    assert usual.index.tolist() == [7, 7, 1]
    assert usual.fillna("-").tolist() == ["The New York Times", "-", "The New York Times"]
    pd.testing.assert_series_equal(names, before)
    assert normalised(pd.Series([], dtype="str")).empty


def test_the_name_as_printed_is_kept_where_it_changed():
    documents = pd.DataFrame({"outlet": ["NYT", "Coast Daily", None]}, index=[3, 3, 4])
    told = apply_outlets(documents)
    assert told["outlet"].fillna("-").tolist() == ["The New York Times", "Coast Daily", "-"]
    assert told["outlet_raw"].fillna("-").tolist() == ["NYT", "-", "-"]
    again = apply_outlets(told)
    pd.testing.assert_frame_equal(again, told)
    assert documents.columns.tolist() == ["outlet"]


@pytest.mark.parametrize(
    ("text", "outlets", "problem"),
    [
        ('"Coast Daily" = "CD"', {"Coast Daily": ["CD"]}, None),
        ('"Coast Daily" = ["CD"]\n"Coast" = ["cd"]', {"Coast Daily": ["CD"], "Coast": []}, "repeated_outlet"),
        ('"Coast Daily" = 3', {}, "invalid_setting"),
        ('"Coast Daily" = [', {}, "invalid_outlets_file"),
        ("", {}, None),
    ],
)
def test_a_users_file_is_read_and_what_is_wrong_in_it_told(tmp_path, text, outlets, problem):
    path = tmp_path / "outlets.toml"
    path.write_text(text, encoding="utf-8")
    found, problems = load_outlets(path)
    assert found == outlets
    assert [told.problem for told in problems] == ([problem] if problem else [])
