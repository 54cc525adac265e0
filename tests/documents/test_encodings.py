import gzip
import hashlib
import json
import unicodedata
import zipfile
from pathlib import Path

import pytest

from mediastudy.documents.files.encodings import decode, unpack

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


POLISH = "Burmistrzyni otworzyła wczoraj największy port na wybrzeżu, a statki wypłynęły w morze o świcie. " * 3
ICELANDIC = "Það er nú ljóst að höfnin verður opnuð á morgun, sagði borgarstjórinn við þjóðina í gær. " * 3
TURKISH = "Belediye başkanı dün kıyının en büyük limanını açtı ve gemiler şafakta denize açıldı. " * 3
FRENCH = "La mairesse a inauguré hier le plus grand port de la côte, où l’équipage a été fêté à l’aube. " * 3
GREEK = "Η δήμαρχος εγκαινίασε χθες το μεγαλύτερο λιμάνι της ακτής και τα πλοία βγήκαν στη θάλασσα. " * 3
ARABIC = "افتتحت رئيسة البلدية أمس أكبر ميناء على الساحل وخرجت السفن إلى البحر عند الفجر. " * 3
CHINESE = "市长昨天宣布沿海最大的港口正式开放，船只在黎明时分驶向大海。她对记者说：“我们早就应该这样做。”\n" * 3
TAIWANESE = "市長昨天宣布沿海最大的港口正式開放，船隻在黎明時分駛向大海。她對記者說：「早就應該這樣做。」\n" * 3
JAPANESE = "市長は昨日、沿岸で最大の港を開き、船は夜明けに海へ出た。カメラマンも多く集まり、開港を祝った。\n" * 3
KOREAN = "시장은 어제 해안에서 가장 큰 항구를 열었고, 배들은 새벽에 바다로 나갔다. 주민들은 축하하러 모였다.\n" * 3


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (POLISH, "cp1250 iso8859_2 utf-16-le"),
        (ICELANDIC, "cp1252 iso8859_1"),
        (TURKISH, "cp1254 utf-16-be"),
        (FRENCH, "cp1252 mac_roman"),
        (GREEK, "cp1253 utf-16-le utf-16-be"),
        (ARABIC, "cp1256 utf-16-le"),
        (RUSSIAN, "cp1251 koi8_r iso8859_5 cp866 mac_cyrillic utf-16-le utf-16-be"),
        (CHINESE, "gbk gb18030 utf-16-le utf-16-be"),
        (TAIWANESE, "big5 gb18030 utf-16-le utf-16-be"),
        (JAPANESE, "cp932 euc_jp utf-16-le utf-16-be"),
        (KOREAN, "euc_kr utf-16-le utf-16-be"),
    ],
)
def test_the_press_of_many_countries_is_read_in_its_encodings(text, encodings):
    for encoding in encodings.split():
        data = text.encode(encoding)
        assert decode(data).text == data.decode(encoding), encoding


def test_foreign_letters_far_down_the_file_are_decoded():
    text = "Ships came to the harbour.\n" * 5000 + GERMAN
    assert decode(text.encode("cp1252")).text == text


def test_utf16_cut_off_within_a_character_is_read():
    assert decode(CHINESE.encode("utf-16-le")[:-1]).text.startswith("市长昨天宣布")


def test_packed_files_one_behind_the_other_are_all_unpacked():
    assert unpack(gzip.compress(b"One.") + gzip.compress(b"Two.") + gzip.compress(b"Three."))[0] == b"One.Two.Three."


def test_the_samples_in_36_encodings_are_read(shared):
    samples = shared / "samples"
    expected = json.loads((samples / "expected.json").read_text(encoding="utf-8"))["files"]
    name = "encodings/data_files_encodedtexts.zip"
    known = {Path(member).name: wanted for member, wanted in (expected[name].get("members") or {}).items()}
    with zipfile.ZipFile(samples / name) as archive:
        for member in archive.namelist():
            wanted = known.get(Path(member).name)
            if wanted:
                text = decode(archive.read(member)).text.replace("\ufeff", "").replace("\u00a0", " ")
                plain = " ".join(unicodedata.normalize("NFC", text).split())
                assert hashlib.sha256(plain.encode()).hexdigest()[:16] == wanted["sha256_normalised"], member
