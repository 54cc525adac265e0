"""From the Markdown that jupyterlab-myst shows to the Markdown that pandoc reads.

The dialect is one page: ``docs/reports.md``. What is outside it is refused by name, never dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.reports.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VALUE: Final = "\ue000"
"""A private character that opens the code span standing for a value; the filter puts the value there."""

ADMONITIONS: Final = ("note", "tip", "hint", "important", "attention", "caution", "warning", "danger", "seealso")
_TOKENS: Final = re.compile(
    r"\\[\\`{]"  # an escaped character opens nothing
    r"|^ {0,3}(?P<fence>`{3,}|~{3,})[^\n`]*\n.*?^ {0,3}(?P=fence)[`~]*[ \t]*$"
    r"|(?:\{(?P<role>[A-Za-z][\w:.+-]*)\})?(?P<ticks>`+)(?!`)(?P<code>(?:[^\n]|\n(?!\s*\n))+?)(?<!`)(?P=ticks)(?!`)"
    r"|`+",
    re.MULTILINE | re.DOTALL,
)
_EQUATION: Final = re.compile(r"^\$\$(?P<math>[^$]+)\$\$[ \t]*\((?P<label>[\w-]+)\)[ \t]*$", re.MULTILINE)
_TARGET: Final = re.compile(r"^\((?P<label>[\w-]+)\)=[ \t]*$\n+(?P<head>#{1,6}[ \t]+.+?)[ \t]*#*$", re.MULTILINE)
_FENCE: Final = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,}|:{3,})(?P<info>.*)$")
_DIRECTIVE: Final = re.compile(r"^\{(?P<name>[\w:-]+)\}[ \t]*(?P<argument>.*)$")
_OPTION: Final = re.compile(r"^:(?P<name>[\w-]+):[ \t]*(?P<value>.*)$")


class Role(NamedTuple):
    """One inline role, such as {eval}`n`, and where it stands."""

    start: int
    end: int
    name: str
    content: str


class Directive(NamedTuple):
    """One block directive with its argument, options and body."""

    name: str
    argument: str
    options: dict[str, str]
    body: str


def roles(source: str) -> Iterator[Role]:
    """The inline roles of a Markdown text, outside of code.

    Examples
    --------
    >>> [role.content for role in roles("Of {eval}`n` articles, not `{eval}`, {eval}`k`.")]
    ['n', 'k']
    """
    for match in _TOKENS.finditer(source):
        if match["role"]:
            yield Role(match.start(), match.end(), match["role"], match["code"].strip())


def expressions(source: str) -> list[str]:
    """The Python expressions that a Markdown cell asks for, in order.

    Raises
    ------
    ReportError
        If the cell goes beyond the dialect.

    Examples
    --------
    >>> expressions("{eval}`hits` hits in {eval}`len(years)` years")
    ['hits', 'len(years)']
    """
    return [role.content for role in roles(translate_blocks(source)) if role.name == "eval"]


def translate(source: str, value: Callable[[str], str]) -> str:
    """The text in pandoc's Markdown; ``value`` gives what stands for an expression.

    Raises
    ------
    ReportError
        If the cell goes beyond the dialect.

    Examples
    --------
    >>> translate("H{sub}`2`O, {eval}`n` times", lambda expression: f"<{expression}>")
    'H[2]{.ms-sub}O, <n> times'
    """
    source = translate_blocks(source)
    pieces, last = [], 0
    for role in roles(source):
        pieces += [source[last : role.start], _inline(role, value)]
        last = role.end
    return "".join([*pieces, source[last:]])


def _inline(role: Role, value: Callable[[str], str]) -> str:
    """One role in pandoc's Markdown."""
    if role.name == "eval":
        return value(role.content)
    if role.name not in {"sub", "sup"}:
        message = f"the role {{{role.name}}} is not known to reports; known are {{eval}}, {{sub}} and {{sup}}."
        raise ReportError(message)
    return f"[{role.content}]{{.ms-{role.name}}}"


def translate_blocks(source: str) -> str:
    r"""The text with directives as pandoc's fenced divisions, targets as heading ids, comments left out.

    Raises
    ------
    ReportError
        If a fence is never closed or a directive is not known.

    Examples
    --------
    >>> print(translate_blocks("(sec-data)=\n## Data"))
    ## Data {#sec-data}
    """
    lines, prose, done = source.splitlines(), [], []
    while lines:
        line = lines.pop(0)
        fence = _FENCE.match(line)
        if not fence:
            prose.append(line)
            continue
        directive = _DIRECTIVE.match(fence["info"].strip())
        body = _until_closed(lines, fence["marks"], line)
        done += [_prose(prose)]
        prose = []
        if directive:
            options, rest = _options(body)
            done.append(_block(Directive(directive["name"], directive["argument"], options, "\n".join(rest))))
        elif fence["marks"].startswith(":"):
            message = f"the block “{line.strip()}” names no directive; write for example :::{{note}}."
            raise ReportError(message)
        else:
            done.append("\n".join([line, *body, fence["marks"]]))
    return "\n".join(part for part in [*done, _prose(prose)] if part)


def _prose(lines: list[str]) -> str:
    """Lines outside of fences, with targets and labelled equations translated."""
    kept = "\n".join(line for line in lines if not line.startswith("%") and line.strip() != "+++")
    kept = _TARGET.sub(r"\g<head> {#\g<label>}", kept)
    return _EQUATION.sub(lambda match: _equation(match["math"].strip(), match["label"]), kept)


def _until_closed(lines: list[str], marks: str, opening: str) -> list[str]:
    """The lines up to the fence that closes, taken off the list; fences of the same kind may nest inside."""
    body: list[str] = []
    depth = 0
    while lines:
        line = lines.pop(0)
        fence = _FENCE.match(line)
        if fence and fence["marks"][0] == marks[0]:
            closes = not fence["info"].strip() and len(fence["marks"]) >= len(marks)
            if closes and depth == 0:
                return body
            if marks[0] == ":":
                depth += 1 if fence["info"].strip() else -1
        body.append(line)
    message = f"the block “{opening.strip()}” is never closed; end it with a line {marks}"
    raise ReportError(message)


def _options(body: list[str]) -> tuple[dict[str, str], list[str]]:
    """The :name: value lines that open a directive, and the lines after them."""
    options: dict[str, str] = {}
    for number, line in enumerate(body):
        match = _OPTION.match(line.strip())
        if not match:
            return options, body[number:]
        options[match["name"]] = match["value"].strip()
    return options, []


def _block(directive: Directive) -> str:
    """One directive in pandoc's Markdown."""
    label = directive.options.get("name") or directive.options.get("label") or ""
    if directive.name == "math":
        return _equation(directive.body.strip(), label)
    if directive.name == "figure":
        return figure_block(directive.argument, label, directive.options.get("alt", ""), directive.body)
    if directive.name == "table":
        return table_block(directive.body, label, directive.argument)
    if directive.name in ADMONITIONS or directive.name == "admonition":
        return _admonition(directive)
    known = ", ".join(["admonition", *ADMONITIONS, "figure", "table", "math"])
    message = f"the directive {{{directive.name}}} is not known to reports; known are {known}."
    raise ReportError(message)


def _admonition(directive: Directive) -> str:
    """A boxed remark; its own words as title, or the kind's name in the report's language."""
    kind = directive.name if directive.name in ADMONITIONS else "note"
    title = directive.argument if directive.name == "admonition" else ""
    body = directive.body if title or not directive.argument else f"{directive.argument}\n{directive.body}"
    return f"\n::: {{.ms-admonition kind={quoted(kind)}}}\n{_captioned(title)}{translate_blocks(body)}\n:::\n"


def _equation(tex: str, label: str) -> str:
    """A displayed formula, numbered if it has a label."""
    return f"\n::: {{.ms-equation key={quoted(label)}}}\n$$\n{tex}\n$$\n:::\n" if label else f"\n$$\n{tex}\n$$\n"


def figure_block(path: str, label: str, alt: str, caption: str, *, live: str = "") -> str:
    """An image with its number, caption and alternative text; on a screen the HTML in the file ``live``, if named."""
    attributes = f"key={quoted(label)} src={quoted(path)} alt={quoted(alt)}{f' live={quoted(live)}' if live else ''}"
    return f"\n::: {{.ms-figure {attributes}}}\n{_captioned(caption)}:::\n"


def table_block(body: str, label: str, caption: str) -> str:
    """A table with its number and caption."""
    return f"\n::: {{.ms-table key={quoted(label)}}}\n{_captioned(caption)}{body}\n:::\n"


def _captioned(caption: str) -> str:
    """A division that the filter reads as the caption or title of what it stands in."""
    return f"::: {{.ms-caption}}\n{caption.strip()}\n:::\n\n" if caption.strip() else ""


def quoted(text: str) -> str:
    r"""The text as an attribute's value.

    Examples
    --------
    >>> quoted('the "aid" corpus')
    '"the \\"aid\\" corpus"'
    """
    escaped = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
