"""Notebooks in, reports out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mediastudy.reports.errors import ReportError
from mediastudy.reports.execution import execute
from mediastudy.storage import replacing
from mediastudy.tables import choose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nbformat import NotebookNode

FORMATS: Final = ("html", "pdf")


def build(
    notebooks: Iterable[str | Path],
    *,
    to: Sequence[str] = FORMATS,
    output: str | Path = "reports",
    progress: bool = True,
) -> list[Path]:
    """The reports of the notebooks, each run from top to bottom and written whole; the notebooks stay as they are.

    Parameters
    ----------
    notebooks
        Notebook files.
    to
        Formats: html, pdf.
    output
        The folder for the reports; a report has its notebook's name.
    progress
        Whether a bar counts the cells of each notebook on standard error.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    FileNotFoundError
        If a notebook does not exist; nothing is run then.
    ReportError
        If a notebook fails, after all the others have been built.

    Examples
    --------
    >>> build([])
    []
    """
    formats = [choose(name, FORMATS, what="to") for name in to]
    paths = [_existing(Path(path)) for path in notebooks]
    written: list[Path] = []
    failures: list[str] = []
    for path in paths:
        try:
            written += _build_one(path, formats, Path(output), progress=progress)
        except ReportError as error:
            failures.append(f"{path.name}, {error}")
    if failures:
        message = f"{len(failures)} of {len(paths)} notebooks gave no report. " + " | ".join(failures)
        raise ReportError(message)
    return written


def _existing(path: Path) -> Path:
    """The path, if a notebook stands there."""
    if not path.is_file():
        message = f"there is no notebook {path}."
        raise FileNotFoundError(message)
    return path


def _read(path: Path) -> NotebookNode:
    """The notebook in the file."""
    import nbformat

    read: Any = nbformat.read
    try:
        notebook: NotebookNode = read(path, as_version=4)
    except (ValueError, TypeError, AttributeError, nbformat.ValidationError) as error:
        message = "it is no Jupyter notebook; name a file that JupyterLab opens as one."
        raise ReportError(message) from error
    return notebook


def _build_one(path: Path, formats: list[str], output: Path, *, progress: bool) -> list[Path]:
    """The reports of one notebook; nothing is written unless every format succeeds."""
    folder = path.resolve().parent
    done = execute(_read(path), folder=folder, progress=progress)
    resources = {"metadata": {"name": path.stem, "path": str(folder)}}
    pages = {name: _exporter(name).from_notebook_node(done, resources)[0] for name in formats}
    return [_write(output / f"{path.stem}.{name}", page) for name, page in pages.items()]


def _exporter(name: str) -> Any:
    """The exporter of a format."""
    from mediastudy.reports.exporters import ReportHTMLExporter, ReportPDFExporter

    exporters: dict[str, Any] = {"html": ReportHTMLExporter, "pdf": ReportPDFExporter}
    return exporters[name]()


def _write(target: Path, page: str | bytes) -> Path:
    """The target, once the report stands there whole."""
    with replacing(target) as draft:
        draft.write_bytes(page.encode("utf-8") if isinstance(page, str) else page)
    return target
