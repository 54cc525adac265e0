import pandas as pd

from mediastudy.documents.language import detect_language, detect_languages, language_code


def test_stated_languages_become_codes():
    stated = ["en", "EN-us", "zh_CN", "English", "Deutsch", "中文", "", "unknown", "x"]
    assert [language_code(name) for name in stated] == ["en", "en", "zh", "en", "de", "zh", None, None, None]


def test_long_clear_texts_are_recognised_and_short_ones_left_open():
    assert detect_language("The mayor said on Monday that the harbour would open again before the end of May.") == "en"
    assert (
        detect_language("Le maire a déclaré lundi que le port rouvrirait avant la fin du mois de mai prochain.") == "fr"
    )
    assert detect_language("El alcalde dijo el lunes que el puerto se abriría de nuevo antes de fines de mayo.") == "es"
    assert detect_language("市长星期一说，港口将在五月底以前重新开放。") == "zh"
    assert detect_language("市長は月曜日に、港が五月末までに再開すると述べた。") == "ja"
    assert detect_language("Harbour opens") is None
    assert detect_language("") is None


def test_what_is_stated_wins_over_what_is_detected():
    stated = pd.Series(["de", None], index=[3, 3], dtype="str")
    text = "The mayor said on Monday that the harbour would open again before the end of May."
    assert detect_languages([text, text], stated=stated).tolist() == ["de", "en"]
