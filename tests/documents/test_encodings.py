import pytest

from mediastudy.documents.encodings import decode

GERMAN = "Die Bürgermeisterin eröffnete gestern den größten Hafen der Küste, und die Schiffe fuhren über das Meer. " * 8
RUSSIAN = "Вчера мэр открыл самый большой порт побережья, и корабли вышли в море под громкие крики горожан. " * 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_german_is_read_in_any_of_these(encoding):
    assert decode(GERMAN.encode(encoding))[::2] == (GERMAN, None)


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8"])
def test_russian_is_read_in_any_of_these(encoding):
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


def test_escaped_encodings_are_recognised():
    assert decode("日本語の新聞".encode("iso2022_jp")).text == "日本語の新聞"
    assert decode("한국어 신문".encode("iso2022_kr")).text == "한국어 신문"


def test_a_declared_encoding_is_believed_where_utf8_fails():
    assert decode("Größe".encode("latin-1"), declared="iso-8859-1").text == "Größe"


def test_a_character_cut_in_two_is_replaced_and_said():
    data = "Der Hafen der Küste ist größer.".encode()[:-9]
    assert decode(data + b"\xc3").problem == "broken_characters"
    assert decode(data + b"\xc3").text.startswith("Der Hafen der Küste")


def test_no_text_is_no_text():
    assert decode(b"\x00\x01\x02\xff" * 50)[::2] == (None, "binary_file")
