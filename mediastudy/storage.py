"""Tables to files and back; every write is atomic."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import secrets
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES: Final = (".parquet", ".csv", ".jsonl", ".jsonl.gz")
_DRAFT: Final = re.compile(r"\.[0-9a-f]{12}-.+")


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside the target to write to; it replaces the target when the block ends well, and vanishes if not.

    Examples
    --------
    >>> import tempfile
    >>> target = Path(tempfile.mkdtemp()) / "note.txt"
    >>> with replacing(target) as draft:
    ...     _ = draft.write_text("kept", encoding="utf-8")
    >>> target.read_text(encoding="utf-8")
    'kept'
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{secrets.token_hex(6)}-{path.name}")
    try:
        yield draft
        os.replace(draft, path)  # noqa: PTH105 - Path.replace is the same call; os.replace names the guarantee
    finally:
        draft.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the drafts that killed writers left in the folder and below; none may be writing there now.

    Examples
    --------
    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / ".0123456789ab-quotes.parquet").write_bytes(b"half")
    >>> sweep(folder)
    >>> list(folder.iterdir())
    []
    """
    for path in folder.rglob(".*-*"):
        if _DRAFT.fullmatch(path.name):
            path.unlink(missing_ok=True)


def suffix_of(path: Path) -> str:
    """The suffix that picks a table's format.

    Raises
    ------
    ValueError
        If it is none of ``SUFFIXES``.

    Examples
    --------
    >>> suffix_of(Path("quotes.jsonl.gz"))
    '.jsonl.gz'
    """
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if path.name.lower().endswith(suffix):
            return suffix
    message = f"{path.name}: a table's name must end in {', '.join(SUFFIXES)}."
    raise ValueError(message)


def write(frame: pd.DataFrame, path: str | Path) -> Path:
    """The path, once the table stands there whole; its suffix picks parquet, csv, jsonl or jsonl.gz.

    Raises
    ------
    ValueError
        If the suffix names no format.

    Examples
    --------
    >>> import tempfile
    >>> target = write(pd.DataFrame({"type": ["aid"]}), Path(tempfile.mkdtemp()) / "types.csv")
    >>> load(target)["type"].tolist()
    ['aid']
    """
    path = Path(path)
    suffix = suffix_of(path)
    if suffix.startswith(".jsonl"):
        text = frame.to_json(orient="records", lines=True, force_ascii=False, date_format="iso")
        return write_lines(text.rstrip("\n").split("\n") if len(frame) else [], path)
    with replacing(path) as draft:
        if suffix == ".parquet":
            frame.to_parquet(draft, index=False, compression="zstd")
        else:
            frame.to_csv(draft, index=False, encoding="utf-8", lineterminator="\n")
    return path


def write_lines(lines: Iterable[str], path: str | Path) -> Path:
    r"""The path, once the lines stand there whole; gzipped if the name ends in .gz.

    Examples
    --------
    >>> import tempfile
    >>> write_lines(["{}"], Path(tempfile.mkdtemp()) / "quotes.jsonl").read_text(encoding="utf-8")
    '{}\n'
    """
    path = Path(path)
    with replacing(path) as draft, draft.open("wb") as plain:
        # mtime 0: the same lines give the same bytes
        packed = gzip.GzipFile(fileobj=plain, mode="wb", mtime=0, filename="") if path.suffix == ".gz" else None
        with contextlib.closing(packed) if packed else contextlib.nullcontext():
            for line in lines:
                (packed or plain).write(f"{line}\n".encode())
    return path


def load(path: str | Path) -> pd.DataFrame:
    """The table at the path, as it was written by :func:`write`.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If the suffix names no format.

    Examples
    --------
    >>> import tempfile
    >>> load(write(pd.DataFrame({"hits": [3]}), Path(tempfile.mkdtemp()) / "t.parquet"))["hits"].sum().item()
    3
    """
    path = Path(path)
    suffix = suffix_of(path)
    if not path.is_file():
        message = f"{path} does not exist."
        raise FileNotFoundError(message)
    if suffix == ".parquet":
        return pd.read_parquet(path)
    if suffix == ".csv":
        return pd.read_csv(path, encoding="utf-8", keep_default_na=False, na_values=[""])
    return pd.read_json(path, orient="records", lines=True, dtype=False, encoding="utf-8", compression="infer")


def load_toml(path: str | Path, *, advice: str) -> dict[str, Any]:
    r"""What a TOML file that a user writes holds.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is not in UTF-8, or no TOML; the advice, which says how it is written, ends that message.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "queries.toml"
    >>> _ = path.write_text('aid = "relief"', encoding="utf-8")
    >>> load_toml(path, advice="")
    {'aid': 'relief'}
    """
    path = Path(path)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{path} is not in UTF-8 ({error.reason} at byte {error.start}). Save it as UTF-8."
        raise ValueError(message) from error
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is no TOML: {error}. {advice}"
        raise ValueError(message) from error
