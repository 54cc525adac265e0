"""Values in prose: what {eval} gave, as jupyterlab-myst keeps it in the cell's metadata."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any, Final

from mediastudy.reports.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEY: Final = "user_expressions"
"""The key of a Markdown cell's metadata where jupyterlab-myst stores results."""

_NUMPY: Final = re.compile(r"np\.\w+\((?P<inner>[^()]*)\)")


def text_of(expression: str, stored: Sequence[Mapping[str, Any]]) -> str:
    """The words that stand for the expression in the report.

    Parameters
    ----------
    expression
        What stands between the backticks.
    stored
        The results in the cell's metadata: ``{"expression": ..., "result": {"status": ..., "data": ...}}``.

    Returns
    -------
    str
        A string without its quotation marks; a number as Python prints it, never rounded.

    Raises
    ------
    ReportError
        If the expression has not been evaluated, raised an error, or gives no text.

    Examples
    --------
    >>> text_of("n", [{"expression": "n", "result": {"status": "ok", "data": {"text/plain": "'1,204'"}}}])
    '1,204'
    """
    shown = f"{{eval}}`{expression}`"
    result = next((entry["result"] for entry in stored if entry["expression"] == expression), None)
    if result is None:
        message = f"{shown} has no value yet; run the notebook from top to bottom."
        raise ReportError(message)
    if result["status"] != "ok":
        message = f"{shown} raises {result.get('ename', 'an error')}: {result.get('evalue', '')}"
        raise ReportError(message)
    data = result["data"]
    if "text/plain" not in data or "text/html" in data or any(kind.startswith("image/") for kind in data):
        message = (
            f"{shown} gives no words or number; show tables and charts in a code cell with reports.table or figure."
        )
        raise ReportError(message)
    return plain(data["text/plain"])


def plain(printed: str) -> str:
    """What Python printed, without the marks around a string or the name of a NumPy type.

    Examples
    --------
    >>> plain("np.int64(1204)"), plain("'Tingri'"), plain("12.5")
    ('1204', 'Tingri', '12.5')
    """
    numpy = _NUMPY.fullmatch(printed)
    inner = numpy["inner"] if numpy else printed
    if inner[:1] in {"'", '"'}:
        return str(ast.literal_eval(inner))
    return inner
