"""The token index on disk: plain .npy arrays, and a small index.json that vouches for them.

The files carry their checksum in their name and are never overwritten; ``index.json`` is replaced in one step after
them. Whoever is interrupted leaves either the old index or the new one, never a mixture.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy import storage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FORMAT: Final = "mediastudy token index"
VERSION: Final = 2
MANIFEST: Final = "index.json"
# Bytes up to which an index is checked in full whenever it is opened; a gigabyte takes about a second.
CHECKED: Final = 1_000_000_000

Array = np.ndarray[Any, Any]


class Draft:
    """An array that grows on disk, to be kept as a .npy file.

    ``width`` is the length of each row if the array has two dimensions.
    """

    def __init__(self, path: Path, dtype: Any, width: int | None = None) -> None:
        self.path = path
        self.dtype = np.dtype(dtype)
        self.tail = () if width is None else (width,)
        self.rows = 0
        self.file = path.open("w+b")
        self._write_header()

    def append(self, values: Array) -> None:
        """Add rows at the end."""
        content = np.ascontiguousarray(values, dtype=self.dtype)
        self.file.write(content.data)
        self.rows += len(content)

    def extend(self, rows: int) -> None:
        """Add rows of zeros at the end, to be filled through :meth:`map`."""
        self.rows += rows
        self.file.flush()
        self.file.truncate(self.file.tell() + rows * self.dtype.itemsize * int(np.prod(self.tail)))
        self.file.seek(0, os.SEEK_END)

    def map(self) -> Array:
        """The array as it stands, mapped into memory; writing to it writes to the file."""
        self._finish()
        return mapped(self.path, "r+")

    def close(self) -> None:
        """Write what is still to be written."""
        self._finish()
        self.file.close()

    def _finish(self) -> None:
        """Bring the header up to date."""
        self.file.seek(0)
        self._write_header()
        self.file.seek(0, os.SEEK_END)
        self.file.flush()

    def _write_header(self) -> None:
        """NumPy's header, which leaves room for the number of rows to grow."""
        header = {"descr": self.dtype.str, "fortran_order": False, "shape": (self.rows, *self.tail)}
        np.lib.format.write_array_header_1_0(self.file, header)


class Drafts:
    """The arrays of an index that is being written."""

    def __init__(self, folder: Path, tokenizer: str) -> None:
        self.folder = folder
        self.tokenizer = tokenizer
        self.arrays: dict[str, Draft] = {}

    def stream(self, name: str, dtype: Any, width: int | None = None) -> Draft:
        """A new array that grows."""
        path = self.folder / f".{secrets.token_hex(6)}-{name}.npy"
        self.arrays[name] = Draft(path, dtype, width)
        return self.arrays[name]

    def put(self, name: str, values: Array) -> None:
        """A new array, whole."""
        draft = self.stream(name, values.dtype, values.shape[1] if values.ndim > 1 else None)
        draft.append(values)

    def keep(self) -> None:
        """Give all arrays their names, and the folder its new ``index.json``."""
        for draft in self.arrays.values():
            draft.close()
        with ThreadPoolExecutor() as pool:
            kept = dict(zip(self.arrays, pool.map(_kept, self.arrays.items()), strict=True))
        entries = {name: kept[name] for name in sorted(kept)}
        manifest = {"format": FORMAT, "version": VERSION, "tokenizer": self.tokenizer, "files": entries}
        with storage.replacing(self.folder / MANIFEST) as path:
            path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8", newline="\n")
        _sweep(self.folder, {entry["file"] for entry in entries.values()})

    def drop(self) -> None:
        """Remove what was not kept."""
        for draft in self.arrays.values():
            draft.file.close()
            draft.path.unlink(missing_ok=True)


@contextlib.contextmanager
def drafts(folder: str | Path, *, tokenizer: str = "") -> Iterator[Drafts]:
    """Arrays to be written; they become the folder's index when the block ends well, and vanish if not.

    ``tokenizer`` says by which rules the tokens were found.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> with drafts(folder) as new:
    ...     new.put("printed", np.array([0, 1]))
    >>> load(folder, verify=True)["printed"].tolist()
    [0, 1]
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    new = Drafts(folder, tokenizer)
    try:
        yield new
        new.keep()
    finally:
        new.drop()


def save(folder: str | Path, arrays: Mapping[str, Array], *, tokenizer: str = "") -> None:
    """Write some arrays as the folder's index; ``tokenizer`` says by which rules the tokens were found.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> save(folder, {"printed": np.array([0, 1])})
    >>> list(load(folder))
    ['printed']
    """
    with drafts(folder, tokenizer=tokenizer) as new:
        for name, values in arrays.items():
            new.put(name, values)


def load(folder: str | Path, *, verify: bool | None = None) -> dict[str, Array]:
    """The arrays, mapped into memory.

    Sizes are always checked; checksums if ``verify`` says so or, without it, for indexes of up to a gigabyte.

    Raises
    ------
    FileNotFoundError
        If the folder holds no index.
    ValueError
        If what it holds was made by another program or version, or is damaged.
    """
    folder = Path(folder)
    files: dict[str, dict[str, Any]] = _manifest(folder).get("files", {})
    total = sum(entry["bytes"] for entry in files.values())
    for entry in files.values():
        _check(folder, entry, verify=total <= CHECKED if verify is None else verify)
    try:
        return {name: mapped(folder / entry["file"]) for name, entry in files.items()}
    except ValueError as error:
        raise _damaged(folder, f"its files can't be read ({error})") from error


def mapped(path: Path, mode: Any = "r") -> Array:
    """The array of a file, mapped into memory; an empty one can't be mapped and is read."""
    try:
        # A plain array on the mapped memory: NumPy takes from it quicker than from its class for mapped ones.
        array: Array = np.asarray(np.load(path, mmap_mode=mode, allow_pickle=False))
    except ValueError:
        array = np.load(path, allow_pickle=False)
    return array


def tokenizer_of(folder: str | Path) -> str:
    """By which rules the tokens of an index were found.

    Raises
    ------
    FileNotFoundError, ValueError
        As :func:`load` does.

    Examples
    --------
    >>> import tempfile
    >>> folder = tempfile.mkdtemp()
    >>> save(folder, {}, tokenizer="by spaces")
    >>> tokenizer_of(folder)
    'by spaces'
    """
    return str(_manifest(Path(folder)).get("tokenizer", ""))


def _manifest(folder: Path) -> dict[str, Any]:
    """The content of index.json, if it is one of ours."""
    path = folder / MANIFEST
    if not path.is_file():
        message = f"{folder} holds no token index ({MANIFEST} is missing). Build it with Corpus.build(...).save(...)."
        raise FileNotFoundError(message)
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise _damaged(folder, f"{MANIFEST} is not JSON") from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise _damaged(folder, f"{MANIFEST} does not describe a {FORMAT}")
    if manifest.get("version") != VERSION:
        raise _damaged(folder, f"it has version {manifest.get('version')}, this mediastudy reads version {VERSION}")
    return manifest


def _check(folder: Path, entry: Mapping[str, Any], *, verify: bool) -> None:
    """Raise if a file is missing, cut or changed."""
    path = folder / entry["file"]
    if not path.is_file():
        raise _damaged(folder, f"{path.name} is missing")
    if path.stat().st_size != entry["bytes"]:
        raise _damaged(folder, f"{path.name} has {path.stat().st_size} bytes instead of {entry['bytes']}")
    if verify and _checksum(path) != entry["sha256"]:
        raise _damaged(folder, f"{path.name} is not what was written: its checksum differs")


def _damaged(folder: Path, reason: str) -> ValueError:
    """The error for a folder that can't be opened."""
    return ValueError(f"{folder} is no index that can be opened: {reason}. Build it again.")


def _kept(named: tuple[str, Draft]) -> dict[str, Any]:
    """What index.json says of a draft, once it has its name."""
    name, draft = named
    checksum = _checksum(draft.path)
    path = draft.path.with_name(f"{name}-{checksum[:12]}.npy")
    # A file of this name has this content, unless it was damaged; somebody may be reading it.
    if path.exists() and _checksum(path) == checksum:
        draft.path.unlink()
    else:
        os.replace(draft.path, path)  # noqa: PTH105 - as in storage.replacing
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": checksum}


def _checksum(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sweep(folder: Path, keep: set[str]) -> None:
    """Remove the files of former indexes; what another program holds open stays until the next time."""
    for path in folder.iterdir():
        if path.suffix in {".npy", ".json"} and path.name not in {*keep, MANIFEST}:
            with contextlib.suppress(OSError):
                path.unlink()
