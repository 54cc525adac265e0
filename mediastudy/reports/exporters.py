"""The nbconvert exporters that JupyterLab lists under Save and Export Notebook As."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from nbconvert.exporters import Exporter
from traitlets import Bool, Unicode

from mediastudy.reports.colophon import colophon
from mediastudy.reports.errors import ReportError
from mediastudy.reports.fonts import TEXT_PACKAGES, folder_of
from mediastudy.reports.front import front_matter, timestamp, words
from mediastudy.reports.manuscript import manuscript
from mediastudy.reports.pandoc import FOLDER, convert

if TYPE_CHECKING:
    from nbformat import NotebookNode

_STANDARD: Final = "ua-1"


class _ReportExporter(Exporter):
    """What both exporters share: the manuscript and its options."""

    show_code = Bool(default_value=False, help="Show the code of cells that are not tagged remove-input.").tag(
        config=True
    )

    def _prepare(self, notebook: NotebookNode, resources: Any, folder: Path) -> tuple[str, dict[str, Any], Path]:
        """The manuscript, its front matter, and the notebook's folder; report.json and pictures are in ``folder``."""
        about = (resources or {}).get("metadata", {})
        sources = Path(about.get("path") or ".").resolve()
        front = front_matter(notebook)
        draft = manuscript(notebook, folder, show_code=self.show_code)
        language, _, region = front["lang"].partition("-")
        moment = timestamp(front)
        side = {
            "front": {**front, "language": language, "region": region if len(region) == 2 else ""},  # noqa: PLR2004
            "created": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second]
            if moment
            else [],
            "words": words(front["lang"]),
            "values": draft.values,
            "colophon": colophon(f"{about.get('name', 'notebook')}.ipynb", draft.provenance),
        }
        (folder / "report.json").write_text(json.dumps(side, ensure_ascii=False), encoding="utf-8")
        return draft.text, front, sources


class ReportHTMLExporter(_ReportExporter):
    """A report as one HTML file that needs nothing else."""

    export_from_notebook = "Report (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        """The suffix of exported files."""
        return ".html"

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kw: Any) -> Any:
        """The HTML text and nbconvert's resources.

        Raises
        ------
        ReportError
            If the notebook can't become a report as it stands.
        """
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            text, front, sources = self._prepare(nb, resources, folder)
            (folder / "style.css").write_text(_style(), encoding="utf-8")
            options = [
                *("--standalone", "--mathml", "--embed-resources", "--section-divs"),
                *("--template", str(FOLDER / "report.html"), "--css", "style.css"),
                *_citing(front, sources),
            ]
            page = convert(text, "html5", folder=folder, sources=sources, options=options)
        return page, resources


class ReportPDFExporter(_ReportExporter):
    """A report as a tagged PDF with all its fonts."""

    export_from_notebook = "Report (PDF)"
    output_mimetype = "application/pdf"
    standard = Unicode(_STANDARD, help="The PDF standard that typst checks the file against.").tag(config=True)

    def _file_extension_default(self) -> str:
        """The suffix of exported files."""
        return ".pdf"

    def from_notebook_node(self, nb: NotebookNode, resources: Any = None, **kw: Any) -> Any:
        """The PDF's bytes and nbconvert's resources.

        Raises
        ------
        ReportError
            If the notebook can't become a report as it stands, or typst refuses the page.
        """
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            text, front, sources = self._prepare(nb, resources, folder)
            body = convert(text, "typst", folder=folder, sources=sources, options=_citing(front, sources))
            shutil.copy(FOLDER / "report.typ", folder)
            main = folder / "main.typ"
            main.write_text(f'#import "report.typ": *\n#show: report\n{body}', encoding="utf-8")
            page = _typeset(main, self.standard)
        return page, resources


def _style() -> str:
    """The style sheet of HTML reports."""
    return (FOLDER / "report.css").read_text(encoding="utf-8")


def _citing(front: dict[str, Any], sources: Path) -> list[str]:
    """Pandoc's options for the bibliography and the citation style that the notebook names."""
    options = ["--metadata", "link-citations=true"]
    for key, flag in (("bibliography", "--bibliography"), ("csl", "--csl")):
        if not front[key]:
            continue
        path = sources / front[key]
        if not path.is_file():
            message = f"metadata.mediastudy.{key} names {front[key]}, but there is no such file beside the notebook."
            raise ReportError(message)
        options += [flag, str(path)]
    return options


def _typeset(main: Path, standard: Any) -> bytes:
    """The PDF of a typst file, set in the installed packages' fonts alone."""
    import typst

    fonts = [str(folder_of(package)) for package in TEXT_PACKAGES]
    try:
        page = typst.compile(
            str(main), format="pdf", font_paths=fonts, ignore_system_fonts=True, pdf_standards=[standard], timestamp=0
        )
    except typst.TypstError as error:
        message = f"typst refuses the page: {error}"
        raise ReportError(message) from error
    return bytes(page)
