"""Notebooks run from top to bottom, code and values in prose alike."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from mediastudy.reports.dialect import expressions
from mediastudy.reports.errors import ReportError, name_of
from mediastudy.reports.values import KEY, text_of

if TYPE_CHECKING:
    from nbclient import NotebookClient
    from nbformat import NotebookNode

_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")


def execute(notebook: NotebookNode, *, folder: str | Path = ".", progress: bool = True) -> NotebookNode:
    """A copy of the notebook with every output, and every value in prose, as this run gave them.

    Parameters
    ----------
    notebook
        The notebook; it is not changed.
    folder
        Where its code runs: relative paths in the notebook start here.
    progress
        Whether a bar counts the cells on standard error.

    Returns
    -------
    NotebookNode
        Code cells with outputs; Markdown cells with the results of {eval} in ``metadata.user_expressions``, where
        jupyterlab-myst keeps them.

    Raises
    ------
    ReportError
        If a cell or an expression raises; the message names the cell.

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
    >>> cells = [new_code_cell("n = 3"), new_markdown_cell("{eval}`n` hits")]
    >>> done = execute(new_notebook(cells=cells), progress=False)
    >>> done.cells[1].metadata["user_expressions"][0]["result"]["data"]["text/plain"]
    '3'
    """
    run = _without_results(notebook)
    client = _client(run, Path(folder))
    with client.setup_kernel(cleanup_kc=True, env=_environment()):
        for number, cell in enumerate(_counted(run.cells, progress=progress), start=1):
            if cell.cell_type == "code":
                _run_code(client, cell, number)
            elif cell.cell_type == "markdown":
                _run_prose(client, cell, number)
    return run


def _without_results(notebook: NotebookNode) -> NotebookNode:
    """A deep copy of the notebook without what an earlier run left."""
    from copy import deepcopy

    copy: NotebookNode = deepcopy(notebook)
    for cell in copy.cells:
        cell.metadata.pop(KEY, None)
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    return copy


def _client(notebook: NotebookNode, folder: Path) -> NotebookClient:
    """A client whose kernel is this very Python, whatever kernels are registered on the machine."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    resources = {"metadata": {"path": str(folder.resolve())}}
    return NotebookClient(
        notebook,
        km=manager,
        resources=resources,
        timeout=None,
        record_timing=False,
        extra_arguments=["--log-level=40"],  # the kernel's warnings about its local sockets tell the author nothing
    )


def _environment() -> dict[str, str]:
    """The environment of the kernel: sets keep one order, so that two runs give the same bytes."""
    return {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}


def _counted(cells: list[NotebookNode], *, progress: bool) -> Any:
    """The cells, counted by a bar if wanted."""
    from tqdm import tqdm

    return tqdm(cells, unit="cell", disable=not progress, file=sys.stderr)


def _run_code(client: NotebookClient, cell: NotebookNode, number: int) -> None:
    """Run one code cell; its outputs are stored in it."""
    from nbclient.exceptions import CellExecutionError, DeadKernelError

    try:
        client.execute_cell(cell, number - 1, execution_count=None)
    except CellExecutionError as error:
        message = f"{name_of(cell, number)} raises {error.ename}: {_COLOUR.sub('', str(error.evalue))}"
        raise ReportError(message) from error
    except DeadKernelError as error:
        message = f"{name_of(cell, number)} ended the kernel; it may have run out of memory."
        raise ReportError(message) from error


def _run_prose(client: NotebookClient, cell: NotebookNode, number: int) -> None:
    """Evaluate the expressions of one Markdown cell and store the results where jupyterlab-myst does."""
    from jupyter_core.utils import run_sync

    try:
        wanted = expressions(cell.source)
        if not wanted:
            return
        found = run_sync(_evaluate)(client, wanted)
        cell.metadata[KEY] = [{"expression": code, "result": found[str(place)]} for place, code in enumerate(wanted)]
        for code in wanted:
            text_of(code, cell.metadata[KEY])
    except ReportError as error:
        message = f"{name_of(cell, number)}: {error}"
        raise ReportError(message) from error


async def _evaluate(client: NotebookClient, wanted: list[str]) -> dict[str, Any]:
    """The kernel's answers to the expressions, by their place."""
    kernel: Any = client.kc
    sent = kernel.execute("", user_expressions={str(place): code for place, code in enumerate(wanted)})
    while True:
        reply = await kernel.get_shell_msg()
        if reply["parent_header"].get("msg_id") == sent:
            return dict(reply["content"].get("user_expressions", {}))
