"""The files of a folder of raw data, in an order that is the same on every machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from mediastudy.documents.records import Problem

_IGNORED: Final = ("thumbs.db", "desktop.ini")
# What a study says of its sampling, beside the raw files.
_SIDECARS: Final = ("acquisition.csv", "denominators.csv")


class Listing(NamedTuple):
    """The files with their paths relative to the folder read, the ``columns.toml`` among them, and the problems."""

    files: list[tuple[str, Path]]
    mappings: list[tuple[str, Path]]
    problems: list[tuple[str, Problem]]


def list_files(path: str | Path) -> Listing:
    """The raw files at a path: one file, or everything in a folder but hidden files, READMEs, settings and lists.

    The lists are ``acquisition.csv`` and ``denominators.csv``, which state something of the articles.

    Raises
    ------
    FileNotFoundError
        If there is nothing at the path.
    ValueError
        If the folder holds no raw files.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("The harbour opened.", encoding="utf-8")
    >>> [file for file, _ in list_files(folder).files]
    ['a.txt']
    """
    root = Path(path)
    if not root.exists():
        message = f"{root} does not exist. Make the folder and put articles into it, or name another path."
        raise FileNotFoundError(message)
    if not root.is_dir():
        return Listing([(root.name, root)], _beside(root), [])
    listing = Listing([], [], [])
    for folder, folders, names in os.walk(root, onerror=lambda error: _unlisted(listing, root, error)):
        here = Path(folder)
        for name in sorted(folders):
            if (here / name).is_symlink() and not name.startswith("."):
                detail = "a link to a folder; not followed. Read that folder by itself"
                listing.problems.append(
                    ((here / name).relative_to(root).as_posix(), Problem("", "linked_folder", detail))
                )
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = (here / name).relative_to(root).as_posix()
            if name == "columns.toml":
                listing.mappings.append((file, here / name))
            elif not _skipped(name) and not (here == root and name.lower() in _SIDECARS):
                listing.files.append((file, here / name))
    listing.files.sort()
    listing.mappings.sort()
    if not listing.files and not listing.problems:
        message = f"{root} holds no articles. Put files into it (.txt, .html, .csv, .xlsx, .json, .jsonl, .parquet)."
        raise ValueError(message)
    return listing


def _beside(file: Path) -> list[tuple[str, Path]]:
    """The ``columns.toml`` beside a single file."""
    settings = file.parent / "columns.toml"
    return [("columns.toml", settings)] if settings.is_file() else []


def _unlisted(listing: Listing, root: Path, error: OSError) -> None:
    """Note a folder that can't be listed."""
    folder = Path(error.filename).relative_to(root).as_posix() if error.filename else ""
    listing.problems.append((folder, Problem("", "unreadable_folder", f"{error.strerror}; nothing in it was read")))


def _skipped(name: str) -> bool:
    """Whether a file is no raw data: hidden, a README, settings, or left by an office program."""
    lower = name.lower()
    readme = lower.rpartition(".")[0] == "readme" or lower == "readme"
    return name.startswith((".", "~$")) or readme or lower.endswith(".toml") or lower in _IGNORED
