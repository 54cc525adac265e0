"""The token index on disk: plain .npy arrays, a .json of words, and a small index.json that vouches for them.

The files carry their checksum in their name and are never overwritten; ``index.json`` is replaced in one step after
them. Whoever is interrupted leaves either the old index or the new one, never a mixture.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from mediastudy import storage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORMAT: Final = "mediastudy token index"
VERSION: Final = 1
MANIFEST: Final = "index.json"
WORDS: Final = "words"


def save(folder: str | Path, *, arrays: Mapping[str, np.ndarray[Any, Any]], words: Mapping[str, Sequence[str]]) -> Path:
    """The folder, once the arrays and words stand there whole."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: _write_array(folder, name, values) for name, values in arrays.items()}
    files[WORDS] = _write_words(folder, words)
    manifest = {"format": FORMAT, "version": VERSION, "files": files}
    with storage.replacing(folder / MANIFEST) as draft:
        draft.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8", newline="\n")
    _sweep(folder, {entry["file"] for entry in files.values()})
    return folder


def load(folder: str | Path, *, verify: bool) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The arrays, memory-mapped, and the words.

    Raises
    ------
    FileNotFoundError
        If the folder holds no index.
    ValueError
        If what it holds was made by another program or version, or is damaged.
    """
    folder = Path(folder)
    files = _manifest(folder)
    for entry in files.values():
        _check(folder, entry, verify=verify)
    paths = {name: folder / entry["file"] for name, entry in files.items()}
    try:
        words = json.loads(paths.pop(WORDS).read_text(encoding="utf-8"))
        arrays = {name: _map(path) for name, path in paths.items()}
    except (KeyError, ValueError) as error:
        raise _damaged(folder, f"its files can't be read ({error})") from error
    return arrays, words


def _manifest(folder: Path) -> dict[str, dict[str, Any]]:
    """The list of files, if it is one of ours."""
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
    files: dict[str, dict[str, Any]] = manifest.get("files", {})
    return files


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


def _write_array(folder: Path, name: str, values: np.ndarray[Any, Any]) -> dict[str, Any]:
    """The entry of an array that stands in the folder."""
    content = np.ascontiguousarray(values)
    path = folder / f"{name}-{hashlib.sha256(content.data).hexdigest()[:12]}.npy"
    with storage.replacing(path) as draft, draft.open("wb") as file:
        np.save(file, content, allow_pickle=False)
    return _entry(path)


def _write_words(folder: Path, words: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The entry of the words that stand in the folder."""
    content = json.dumps({name: list(entries) for name, entries in words.items()}).encode("ascii")
    path = folder / f"{WORDS}-{hashlib.sha256(content).hexdigest()[:12]}.json"
    with storage.replacing(path) as draft:
        draft.write_bytes(content)
    return _entry(path)


def _entry(path: Path) -> dict[str, Any]:
    """What index.json says of a file."""
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": _checksum(path)}


def _checksum(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _map(path: Path) -> np.ndarray[Any, Any]:
    """The array of a file, mapped into memory; an empty one can't be mapped and is read."""
    try:
        mapped: np.ndarray[Any, Any] = np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError:
        mapped = np.load(path, allow_pickle=False)
    return mapped


def _sweep(folder: Path, keep: set[str]) -> None:
    """Remove the files of former indexes; what another program holds open stays until the next time."""
    for path in folder.iterdir():
        if path.suffix in {".npy", ".json"} and path.name not in {*keep, MANIFEST}:
            with contextlib.suppress(OSError):
                path.unlink()
