"""No bytes whatsoever may stop a folder from being read."""

import gzip
import io
import tempfile
from pathlib import Path

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from mediastudy import storage
from mediastudy.documents import read

ROWS = pd.DataFrame({"id": ["a", "b", "b"], "text": ['One, "two".', "", "Drei\nvier 日本"], "n": [1, 2, 3]})
PAGE = "<html><head><title>Harbour opens</title></head><body><p>The harbour opened on Monday.</p></body></html>"


def workbook():
    buffer = io.BytesIO()
    ROWS.to_excel(buffer, index=False)
    return buffer.getvalue()


FILES = {
    "a.txt": b"Harbour opens\n\n2020-05-03 Source: Coast Press\n\nPORTO ALBA, May 3 -- Ships came.\n\nTop",
    "b.csv": ROWS.to_csv(index=False).encode(),
    "c.jsonl": ROWS.to_json(orient="records", lines=True).encode(),
    "d.json": ROWS.to_json(orient="records").encode(),
    "e.xlsx": workbook(),
    "f.parquet": ROWS.to_parquet(),
    "g.html": PAGE.encode(),
    "h.jsonl.gz": gzip.compress(ROWS.to_json(orient="records", lines=True).encode(), mtime=0),
    "i.tsv": ROWS.to_csv(index=False, sep="\t").encode("utf-16"),
    "columns.toml": b'[columns]\n"Kopf" = "title"\n',
}


@st.composite
def damaged(draw, data):
    """The bytes cut off, with bytes put in, turned round, or replaced by others."""
    start, end = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
    put = draw(st.sampled_from([b"", b'"', b"\x00", b"{", b"]", b"\xff\xfe", b"\\ud800", b"\r", b"<!--", b"9" * 30]))
    damage = draw(st.integers(0, 4))
    if damage == 0:
        return data[:end]
    if damage == 1:
        return data[:start] + put + data[end:]
    if damage == 2:
        return data[end:] + data[start:end] + data[:start]
    return draw(st.binary(max_size=200)) if damage == 3 else data


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries({name: damaged(data) for name, data in FILES.items()}))
def test_a_damaged_folder_is_read_and_accounted_for(files):
    with tempfile.TemporaryDirectory() as place:
        for name, data in files.items():
            (Path(place) / name).write_bytes(data)
        intake = read(place)
        assert set(intake.files["file"]) == set(FILES) - {"columns.toml"}
        assert intake.files["kept"].sum() == len(intake.documents)
        assert intake.files["undated"].sum() == intake.documents["date"].isna().sum()
        assert (intake.files["found"] >= intake.files["kept"]).all()
        assert intake.documents["document"].is_unique
        assert intake.documents[["document", "text", "file"]].notna().all(axis=None)
        assert set(intake.removals["document"]) <= set(intake.documents["document"])
        unread = set(intake.files.loc[intake.files["format"].isna(), "file"])
        assert unread <= set(intake.problems["file"])
        for table in ("documents", "files", "problems", "removals"):
            storage.write(getattr(intake, table), Path(place) / "out" / f"{table}.parquet")
