"""Markdown to plain text: marks of emphasis, headings, lists and links go, their words stay."""

from __future__ import annotations

import html
import re
from typing import Final, NamedTuple

_FENCE: Final = re.compile(r"^ {0,3}(```+|~~~+)")
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE: Final = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
_RULE: Final = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE: Final = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_ITEM: Final = re.compile(r"^\s*(?:[-*+]|(\d{1,3}[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?")
_TABLE_RULE: Final = re.compile(r"^\s*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?\s*$")
_DEFINITION: Final = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*<?\S+?>?(?:[ \t]+[\"'(].*[\"')])?[ \t]*$")
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_IMAGE: Final = re.compile(r"!\[([^\]\n]{0,500})\](?:\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)|\[[^\]\n]*\])")
_LINK: Final = re.compile(r"(?<!!)\[([^\[\]\n]{0,1000})\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]\n]{0,200}\])")
_WIKI: Final = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]\s]{1,50}\](?!:)")
_ADDRESS: Final = re.compile(r"<((?:https?://|mailto:)[^>\s]+)>")
_TAG: Final = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_CODE: Final = re.compile(r"(`+)[ ]?([^`\n]+?)[ ]?\1(?!`)")
_STRONG: Final = re.compile(r"(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1")
_STRESS: Final = re.compile(r"(?<!\w)(_{1,3})(?=\S)([^\n]+?)(?<=\S)\1(?!\w)")
_STRUCK: Final = re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|])")
_HIDDEN: Final = re.compile("([\ue000-\ue020])")
_ESCAPED: Final = "\\`*_{}[]()#+-.!~>|"
_TITLE: Final = re.compile(r"\s+[\"'](.*)[\"']\s*$")
_HAN: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Block(NamedTuple):
    """One paragraph, or a heading with its level from 1 to 6 (0 for a paragraph)."""

    text: str
    level: int


class Plain(NamedTuple):
    """The blocks of a text in order, and the words that stand for its pictures."""

    blocks: list[Block]
    captions: list[str]


def plain_blocks(text: str) -> Plain:
    r"""The paragraphs and headings of a Markdown text, without its marks.

    Examples
    --------
    >>> plain = plain_blocks("# Harbour *opens*\n\nShips [came](https://coast.example)\nin.\n\n![The pier](a.jpg)")
    >>> plain.blocks
    [Block(text='Harbour opens', level=1), Block(text='Ships came in.', level=0)]
    >>> plain.captions
    ['The pier']
    """
    captions: list[str] = []
    blocks = [
        Block(words, level)
        for lines, level in _grouped(_COMMENT.sub("", text))
        if (words := plain_words(_on_one_line(lines), captions))
    ]
    return Plain(blocks, captions)


def plain_words(line: str, captions: list[str] | None = None) -> str:
    """One line without marks of emphasis, links and pictures; what stands for a picture goes to the captions.

    Examples
    --------
    >>> plain_words("**Ships** came, _she_ said: see [the list](https://coast.example), snake_case and 2 * 3 * 4")
    'Ships came, she said: see the list, snake_case and 2 * 3 * 4'
    """
    hidden = _ESCAPE.sub(lambda match: chr(0xE000 + _ESCAPED.index(match[1])), _HIDDEN.sub("", line))

    def caption(match: re.Match[str]) -> str:
        title = _TITLE.search(match[2] or "")
        words = (title[1] if title else match[1]).strip()
        if words and captions is not None:
            captions.append(_bare(words))
        return ""

    return _bare(_IMAGE.sub(caption, hidden))


def _bare(text: str) -> str:
    """The words of a line without the marks between them."""
    for mark in (_LINK, _WIKI):
        text = mark.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text)
    text = _TAG.sub("", _ADDRESS.sub(r"\1", _CODE.sub(r"\2", text)))
    for mark in (_STRONG, _STRONG, _STRESS, _STRESS):  # one within the other
        text = mark.sub(r"\2", text)
    text = html.unescape(_STRUCK.sub(r"\1", text))
    return " ".join(_HIDDEN.sub(lambda match: _ESCAPED[ord(match[1]) - 0xE000 :][:1], text).split())


def _grouped(text: str) -> list[tuple[list[str], int]]:
    """The lines of each block with its level; each item of a list and each row of a table is a block."""
    groups: list[tuple[list[str], int]] = []
    going = False  # whether the next line may belong to the last block
    fence = ""
    for raw in text.splitlines():
        line = _QUOTE.sub("", raw)
        opened = _FENCE.match(line)
        heading = _HEADING.match(line)
        if opened and (not fence or opened[1].startswith(fence)):
            fence, going = ("" if fence else opened[1]), False
        elif fence:
            groups.append(([line], 0))
        elif going and _UNDERLINE.match(line):
            groups[-1] = (groups[-1][0], 1 if line.strip()[0] == "=" else 2)
            going = False
        elif heading:
            groups.append(([heading[2] or ""], len(heading[1])))
            going = False
        elif not line.strip() or _RULE.match(line) or _TABLE_RULE.match(line) or _DEFINITION.match(line):
            going = False
        elif going and not _ITEM.match(line) and not line.lstrip().startswith("|"):
            groups[-1][0].append(line)
        else:
            groups.append(([_item(line)], 0))
            going = not line.lstrip().startswith("|")
    return groups


def _item(line: str) -> str:
    """A line without the mark of a list (a number stays), the cells of a table with spaces between."""
    if line.lstrip().startswith("|"):
        return " ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    match = _ITEM.match(line)
    return f"{match[1]} {line[match.end() :]}" if match and match[1] else line[match.end() :] if match else line


def _on_one_line(lines: list[str]) -> str:
    """Lines of a paragraph as one, without a space between Chinese characters."""
    joined = ""
    for line in (line.strip().removesuffix("\\") for line in lines):
        space = joined and not (_HAN.match(joined[-1]) and _HAN.match(line))
        joined += f" {line}" if space else line
    return joined
