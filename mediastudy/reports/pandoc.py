"""One call of pandoc, whose every warning counts as a refusal."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final

from mediastudy.reports.errors import ReportError

FOLDER: Final = Path(__file__).resolve().parent
READ: Final = (
    "markdown+autolink_bare_uris+east_asian_line_breaks+lists_without_preceding_blankline"
    "-blank_before_header-blank_before_blockquote-implicit_figures-raw_tex-raw_attribute-yaml_metadata_block"
    "-pandoc_title_block-line_blocks-fancy_lists-example_lists-simple_tables-multiline_tables-grid_tables"
    "-table_captions-inline_notes-superscript-subscript"
)
"""Pandoc's Markdown, without what jupyterlab-myst reads as plain text."""

_NOISE: Final = re.compile(r"^(\[WARNING\] |Error(?: at [^:]*)?: |mediastudy: )")
_HARMLESS: Final = re.compile(r"Could not load translations|data file translations/|has no translation defined")
"""Pandoc lacks its own words in some languages; a report brings its own."""


def convert(text: str, to: str, *, folder: Path, sources: Path, options: list[str]) -> str:
    """The text in another format, after the filters of a report.

    Parameters
    ----------
    text
        Pandoc's Markdown.
    to
        ``html5`` or ``typst``.
    folder
        Where pandoc runs: report.json and the pictures of outputs stand here.
    sources
        The notebook's folder, for pictures and the bibliography that it names.
    options
        More of pandoc's options.

    Raises
    ------
    ReportError
        With pandoc's or the filters' first complaint.
    """
    import pypandoc

    command = [
        pypandoc.get_pandoc_path(),
        *("--from", READ, "--to", to, "--wrap", "none"),
        *("--resource-path", ".", "--resource-path", str(sources)),
        *("--lua-filter", str(FOLDER / "structure.lua"), "--citeproc", "--lua-filter", str(FOLDER / "finish.lua")),
        *options,
    ]
    done = subprocess.run(command, input=text.encode("utf-8"), cwd=folder, capture_output=True, check=False)  # noqa: S603
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    complaints = [line for line in lines if line.strip() and not _HARMLESS.search(line)]
    if done.returncode or complaints:
        first = _NOISE.sub("", complaints[0]) if complaints else f"pandoc ended with code {done.returncode}"
        raise ReportError(first)
    return done.stdout.decode("utf-8")
