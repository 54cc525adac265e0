"""An executed notebook as one pandoc manuscript: its text, the values in it, its pictures."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mediastudy.reports.dialect import VALUE, figure_block, quoted, table_block, translate
from mediastudy.reports.display import META
from mediastudy.reports.errors import ReportError, name_of
from mediastudy.reports.front import without_title
from mediastudy.reports.living import enclosed, harmless
from mediastudy.reports.values import KEY, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from nbformat import NotebookNode

_IMAGES: Final = {"image/svg+xml": ".svg", "image/png": ".png", "image/jpeg": ".jpg"}
_TICKS: Final = re.compile(r"`+")


class Manuscript(NamedTuple):
    """The parts of a report before it is set."""

    text: str
    values: list[str]
    provenance: list[str]


def manuscript(notebook: NotebookNode, media: Path, *, show_code: bool) -> Manuscript:
    """The notebook's cells as one text in pandoc's Markdown; pictures are written to the folder ``media``.

    Raises
    ------
    ReportError
        If the notebook has an error output, has not been run, or goes beyond the dialect; the message names the cell.
    """
    values: list[str] = []
    provenance: list[str] = []
    parts: list[str] = []
    for number, cell in enumerate(notebook.cells, start=1):
        try:
            refuse_unfinished(cell)
            if "remove-cell" in tags_of(cell) or cell.cell_type == "raw":
                continue
            if cell.cell_type == "markdown":
                parts.append(_prose(cell, number, media, values))
            else:
                parts += _code(cell, number, media, show_code=show_code)
                provenance += [
                    output.metadata[META]["line"] for output in cell.outputs if _kind(output) == "provenance"
                ]
        except ReportError as error:
            message = f"{name_of(cell, number)}: {error}"
            raise ReportError(message) from error
    return Manuscript("\n\n".join(parts) + "\n", values, provenance)


def tags_of(cell: NotebookNode) -> set[str]:
    """The cell's tags, underscores read as hyphens."""
    return {tag.replace("_", "-") for tag in cell.metadata.get("tags", [])}


def refuse_unfinished(cell: NotebookNode) -> None:
    """Raise if a code cell ended in an error or has not been run.

    Raises
    ------
    ReportError
        Saying what happened and what to do.
    """
    if cell.cell_type != "code":
        return
    for output in cell.outputs:
        if output.output_type == "error":
            message = f"it raises {output.ename}: {output.evalue}; mend it and run the notebook again before exporting."
            raise ReportError(message)
    if cell.source.strip() and cell.execution_count is None:
        message = "it has not been run; run the notebook from top to bottom before exporting."
        raise ReportError(message)


def _prose(cell: NotebookNode, number: int, media: Path, values: list[str]) -> str:
    """One Markdown cell; what {eval} gave goes to the list of values, a mark for it into the text."""
    stored = cell.metadata.get(KEY, [])

    def value(expression: str) -> str:
        values.append(text_of(expression, stored))
        return f"`{VALUE}{len(values)}`"

    source = without_title(cell.source) if number == 1 else cell.source
    for name, bundle in sorted(cell.get("attachments", {}).items()):
        kind, data = min(bundle.items())
        target = media / f"attachment-{number}-{len(source)}{_IMAGES.get(kind, '')}"
        target.write_bytes(_decoded(kind, data))
        source = source.replace(f"attachment:{name}", target.name)
    return translate(source, value)


def _code(cell: NotebookNode, number: int, media: Path, *, show_code: bool) -> list[str]:
    """One code cell: its input if code is shown, and its outputs."""
    tags = tags_of(cell)
    shown = (show_code or "show-input" in tags) and "remove-input" not in tags
    parts = [_fenced(cell.source, "python")] if shown and cell.source.strip() else []
    if "remove-output" in tags:
        return parts
    for place, output in enumerate(cell.outputs):
        parts += _output(output, media / f"cell-{number}-{place}", shown=shown)
    return parts


def _kind(output: NotebookNode) -> str:
    """What mediastudy.reports.display called the output, or nothing."""
    return str(output.get("metadata", {}).get(META, {}).get("kind", ""))


def _output(output: NotebookNode, stem: Path, *, shown: bool) -> list[str]:
    """One output: tables, charts and Markdown always, printed text only where code is shown."""
    if output.output_type == "stream":
        return [_fenced(output.text.rstrip(), "text")] if shown and output.name == "stdout" else []
    data, meta = output.data, output.metadata.get(META, {})
    if _kind(output) == "provenance":
        return []
    if _kind(output) != "table":
        image = next((kind for kind in _IMAGES if kind in data), None)
        if image:
            live = _live(data, meta, stem)
            return [_picture(image, data[image], meta, stem, live=live)]
    if "text/markdown" in data:
        return [translate(_joined(data["text/markdown"]), _no_value)]
    if "<table" in _joined(data.get("text/html", "")):
        markup = _fenced(_joined(data["text/html"]), "ms-html")
        return [table_block(markup, meta.get("label", ""), meta.get("caption", ""))]
    if "text/html" in data and not shown:
        message = "it shows HTML that is no table; show words with Markdown, charts with reports.figure."
        raise ReportError(message)
    return [_fenced(_joined(data["text/plain"]), "text")] if shown and "text/plain" in data else []


def _live(data: Any, meta: dict[str, str], stem: Path) -> str:
    """The name of the file with the HTML that stands for a picture on a screen, nothing if the picture itself does."""
    if "live" not in meta or "text/html" not in data:
        return ""
    target = stem.with_suffix(".html")
    target.write_text(harmless(enclosed(_joined(data["text/html"]))), encoding="utf-8")
    return target.name


def _picture(kind: str, data: Any, meta: dict[str, str], stem: Path, *, live: str = "") -> str:
    """A picture with its alternative text."""
    if not meta.get("alt"):
        message = (
            "it shows a picture without alternative text; show it with reports.figure(chart, label=..., caption=...)."
        )
        raise ReportError(message)
    target = stem.with_suffix(_IMAGES[kind])
    target.write_bytes(_decoded(kind, data))
    return figure_block(target.name, meta["label"], meta["alt"], meta["caption"], live=live)


def _no_value(expression: str) -> str:
    """Refuse an expression in Markdown that code made: the kernel is gone."""
    message = f"{quoted(expression)} stands in {{eval}} in Markdown made by code; put its value there."
    raise ReportError(message)


def _joined(data: Any) -> str:
    """Text that the notebook format may keep as a list of lines."""
    return "".join(data) if isinstance(data, list) else str(data)


def _decoded(kind: str, data: Any) -> bytes:
    """The bytes of a picture."""
    text = _joined(data)
    return text.encode("utf-8") if kind == "image/svg+xml" else base64.b64decode(text)


def _fenced(text: str, kind: str) -> str:
    """Text in a code fence longer than any run of backticks inside it."""
    ticks = "`" * max([3, *(len(run) + 1 for run in _TICKS.findall(text))])
    return f"{ticks}{kind}\n{text}\n{ticks}"
