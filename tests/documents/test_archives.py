"""Archives: their members come out, and nothing else does."""

import io
import tarfile
import time
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy.documents.files import archives, limits
from mediastudy.documents.files.archives import is_archive, members
from mediastudy.documents.files.officezip import check_document
from mediastudy.documents.readers import Unreadable
from mediastudy.documents.records import Source

ZEROS = bytes(8 << 20)


def packed(files, compression=zipfile.ZIP_DEFLATED):
    """A zip of (name, bytes)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return buffer.getvalue()


def tarred(files, mode="w"):
    """A tar of (name, bytes)."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:
        for name, data in files:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return buffer.getvalue()


def unpacked(data):
    found, problems = members(Source("a.zip", ".zip", data))
    return [(source.name, source.data) for source in found], [(p.place, p.problem) for p in problems]


def test_members_come_out_in_their_order_without_folders_and_hidden_files():
    files = [
        ("2024/", b""),
        ("2024/b.txt", b"Two."),
        ("a.HTML", b"<p>One."),
        ("__MACOSX/._a.txt", b"x"),
        (".hidden", b"x"),
        ("2024/.DS_Store", b"x"),
        ("Thumbs.db", b"x"),
    ]
    found, problems = members(Source("a.zip", ".zip", packed(files)))
    assert found == [Source("2024/b.txt", ".txt", b"Two."), Source("a.HTML", ".html", b"<p>One.")]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("/etc/a.txt", "etc/a.txt"),
        ("C:\\news\\a.txt", "news/a.txt"),
        ("news\\a.txt", "news/a.txt"),
        ("./news/./a.txt", "news/a.txt"),
        ("//server/share/a.txt", "server/share/a.txt"),
    ],
)
def test_roots_drives_and_backslashes_stay_inside(name, path):
    assert unpacked(tarred([(name, b"One.")])) == ([(path, b"One.")], [])


@pytest.mark.parametrize("name", ["../a.txt", "news/../../a.txt", "..\\a.txt", "news/.. /a.txt", "x/C:/a.txt", "..."])
def test_names_that_lead_out_are_refused(name):
    found, problems = unpacked(tarred([(name, b"One."), ("b.txt", b"Two.")]))
    assert found == [("b.txt", b"Two.")]
    assert problems == [(name, "unsafe_path")]


def test_two_members_of_one_name_are_both_kept():
    assert [name for name, _ in unpacked(tarred([("a.txt", b"One."), ("a.txt", b"Two.")]))[0]] == ["a.txt", "a_2.txt"]


def test_a_zip_in_a_zip_is_unpacked_and_one_deeper_is_not():
    inner = packed([("a.txt", b"One."), ("deep.zip", packed([("b.txt", b"Two.")]))])
    found, problems = unpacked(packed([("x/inner.zip", inner), ("c.txt", b"Three.")]))
    assert found == [("x/inner.zip/a.txt", b"One."), ("c.txt", b"Three.")]
    assert problems == [("x/inner.zip/deep.zip", "nested_archive")]


def test_a_broken_zip_in_a_zip_is_a_problem_of_its_own():
    inner = packed([("a.txt", b"One.")])[:-10]
    assert unpacked(packed([("inner.zip", inner), ("c.txt", b"Three.")])) == (
        [("c.txt", b"Three.")],
        [("inner.zip", "broken_archive")],
    )


def test_a_document_of_an_office_program_is_no_archive():
    assert not is_archive(packed([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]))
    assert not is_archive(packed([("mimetype", b"application/vnd.oasis.opendocument.text")], zipfile.ZIP_STORED))
    assert is_archive(packed([("a.docx", packed([("[Content_Types].xml", b"<x/>")]))]))
    assert unpacked(packed([("a.docx", packed([("[Content_Types].xml", b"<x/>")]))]))[1] == []


@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_a_tar_is_an_archive_packed_or_not(mode):
    data = tarred([("2024/a.txt", b"One."), ("b.txt", b"Two.")], mode)
    assert is_archive(data)
    assert unpacked(data) == ([("2024/a.txt", b"One."), ("b.txt", b"Two.")], [])


def test_links_in_a_tar_are_no_files():
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        link = tarfile.TarInfo("a.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        archive.addfile(tarfile.TarInfo("empty.txt"), io.BytesIO())
    assert unpacked(buffer.getvalue())[0] == [("empty.txt", b"")]


def test_a_bomb_is_stopped_while_it_unpacks_and_what_came_before_is_kept():
    start = time.perf_counter()
    found, problems = unpacked(packed([("a.txt", b"One."), ("bomb.txt", ZEROS)]))
    assert found == [("a.txt", b"One.")]
    assert problems == [("bomb.txt", "zip_bomb")]
    assert time.perf_counter() - start < 5


def test_a_bomb_within_a_zip_is_stopped_as_well():
    bomb = packed([("bomb.txt", ZEROS)])
    assert unpacked(packed([("inner.zip", bomb)], zipfile.ZIP_STORED)) == ([], [("inner.zip/bomb.txt", "zip_bomb")])


def test_a_header_that_lies_about_the_size_changes_nothing():
    data = bytearray(packed([("bomb.txt", ZEROS)]))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")  # the unpacked size it states
    found, problems = unpacked(bytes(data))
    assert found == []
    assert problems[0][1] in {"zip_bomb", "broken_member"}


def test_a_flat_bomb_of_members_that_share_their_bytes_is_stopped():
    data = bytearray(packed([("a.txt", bytes(range(256)) * 3000)]))
    directory = data.rfind(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    entry = bytes(data[directory:end])
    many = bytes(data[:directory]) + entry * 1000
    tail = bytearray(data[end:])
    tail[8:12] = (1000).to_bytes(2, "little") * 2
    tail[12:16] = (len(entry) * 1000).to_bytes(4, "little")
    start = time.perf_counter()
    found, problems = unpacked(many + bytes(tail))
    assert sum(len(content) for _, content in found) <= limits.RATIO * len(many) + limits.RATIO_FROM
    assert problems
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("limit", "value", "problem"),
    [("MEMBERS", 2, "too_many_members"), ("MEMBER", 3, "member_too_large"), ("ALL_MEMBERS", 9, "archive_too_large")],
)
def test_each_limit_is_named(monkeypatch, limit, value, problem):
    monkeypatch.setattr(limits, limit, value)
    found, problems = unpacked(packed([(f"{number}.txt", b"Text") for number in range(4)]))
    assert len(found) < 4
    assert problem in {name for _, name in problems}


def test_a_document_that_unpacks_without_end_is_refused():
    check_document(packed([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]))
    with pytest.raises(Unreadable) as refusal:
        check_document(packed([("[Content_Types].xml", b"<x/>"), ("word/document.xml", ZEROS)]))
    assert refusal.value.problem == "zip_bomb"


def test_a_member_with_a_password_is_named():
    data = bytearray(packed([("a.txt", b"One.")]))
    data[6] |= 1
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert unpacked(bytes(data)) == ([], [("a.txt", "encrypted_member")])


def test_a_damaged_member_costs_itself_only():
    data = bytearray(packed([("a.txt", b"The harbour opened."), ("b.txt", b"Two.")], zipfile.ZIP_STORED))
    place = data.index(b"harbour")
    data[place] ^= 0xFF
    assert unpacked(bytes(data)) == ([("b.txt", b"Two.")], [("a.txt", "broken_member")])


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("新闻/港口.txt", "utf-8"),
        ("新闻/港口.txt", "gbk"),
        ("Größe.txt", "cp437"),
        ("été.txt", "cp437"),
        ("a.txt", "ascii"),
    ],
)
def test_names_of_other_systems_are_decoded(name, encoding):
    placeholder = "x" * len(name.encode(encoding))
    data = packed([(placeholder, b"One.")]).replace(placeholder.encode(), name.encode(encoding))
    assert unpacked(data) == ([(name, b"One.")], [])


def test_an_empty_archive_says_so():
    assert unpacked(packed([])) == ([], [("", "no_articles")])


def test_what_is_no_archive_is_none():
    assert not is_archive(b"PK\x03\x04 no workbook xl/ at all")
    assert not is_archive(b"The harbour opened.")
    assert not is_archive(b"\x1f\x8b broken")
    with pytest.raises(Unreadable) as refusal:
        members(Source("a.zip", ".zip", packed([("a.txt", b"One.")])[:-12]))
    assert refusal.value.problem == "broken_archive"


WHOLE = packed([("a.txt", b"One. " * 50), ("b/c.txt", b"Two."), ("d.zip", packed([("e.txt", b"Three.")]))])
TAR = tarred([("a.txt", b"One. " * 50), ("b/c.txt", b"Two.")])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([WHOLE, TAR]),
    st.integers(0, 2000),
    st.integers(0, 2000),
    st.binary(max_size=20),
)
def test_damage_never_escapes(data, start, end, put):
    low, high = sorted((start % len(data), end % len(data)))
    for damaged in (data[:low], data[low:], data[:low] + put + data[high:], put + data):
        assert isinstance(is_archive(damaged), bool)
        if damaged.startswith((b"PK", b"\x1f\x8b")) or archives.is_archive(damaged):
            try:
                found, problems = members(Source("a.zip", ".zip", damaged))
            except Unreadable:
                continue
            assert found or problems
