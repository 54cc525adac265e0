import pytest

from mediastudy.documents.cleaning import clean
from mediastudy.documents.parts.mojibake import mended
from mediastudy.documents.readers.web_page import read_page

WHOLE = [
    "“Quotes” and ‘quotes’, 'straight' ones — and dashes…",
    "ﬁne ligatures, ＷＩＤＥ letters, ½ and №",
    "L’été à Évian : « Ça va », dit-elle, déjà là.",
    "NÃO É SÃO PAULO, diz o IRMÃO à IRMÃ”",
    "Grüße aus MÄRZ und ÖSTERREICH – „über“ Straßen",
    "Tiếng Việt: Đặng Thị Ngọc Thịnh phát biểu ở Hà Nội.",
    "Привет, мир! Он сказал: «Да».",
    "Ελληνικά: η θάλασσα — «καλημέρα»",
    "南岭港口“正式”开放，市长说：好。",
    "日本語の「引用」とｶﾅ",
    "Ærø, Þór, Łódź, Čapek, Ğ, İstanbul",
    "e\u0301 stays two characters here",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_text_that_is_whole_is_never_changed(text):
    assert mended(text) == text


@pytest.mark.parametrize("text", WHOLE[:11])
def test_utf8_read_as_windows_1252_is_whole_again(text):
    broken = text.encode().decode("cp1252", errors="ignore")
    if broken.encode("cp1252", errors="ignore") == text.encode():
        assert mended(broken) == text


def test_an_article_says_that_it_was_mended():
    article = clean("Harbour opens\n\nThe worldâ€™s ships came in.\n\nRain fell.")
    assert article.fields["text"] == "The world’s ships came in.\n\nRain fell."
    assert [problem.problem for problem in article.problems] == ["repaired_encoding"]
    assert clean("The world’s ships came in.").problems == []


def test_a_page_says_that_it_was_mended():
    page = "<html><head><title>Harbour</title></head><body><p>The worldâ€™s ships came in on Monday.</p></body></html>"
    article = read_page(page.encode()).articles[0]
    assert article.fields["text"] == "The world’s ships came in on Monday."
    assert "repaired_encoding" in [problem.problem for problem in article.problems]


def test_control_characters_of_windows_are_the_marks_that_were_meant():
    assert mended("He said \x93yes\x94 \x96 twice") == "He said “yes” – twice"


def test_the_texts_of_the_sample_stay_as_they_are(shared):
    for path in sorted((shared / "samples" / "txt-multilingual").glob("UDHR_*.txt")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeError:
            continue
        if not any("\x80" <= character <= "\x9f" for character in text):
            assert all(mended(line) == line for line in text.splitlines()), path.name
