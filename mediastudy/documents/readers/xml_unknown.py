"""XML of a kind that no reader knows: the refusal names its root element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

from mediastudy.documents.files.heads import head_of
from mediastudy.documents.readers import Unreadable

if TYPE_CHECKING:
    from mediastudy.documents.records import Source

NAME: Final = "xml"
_PROLOG: Final = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)", re.DOTALL)
# What a root element is of, where that helps to get the articles in another form.
_KNOWN: Final = {
    "NewsML": "NewsML 1, the forerunner of NewsML-G2",
    "newsitem": "the Reuters Corpus",
    "alto": "ALTO, the layout of one scanned page",
    "mets": "METS, the contents of a scanned issue",
    "PcGts": "PAGE, the layout of one scanned page",
    "xml": "such as EndNote exports",
    "rss": "a feed",
    "feed": "a feed",
}
_ROOT: Final = re.compile(r"\s*<([^\s<>/!?]{1,100})[\s/>]")


def sniff(source: Source) -> float:
    """A little sure of a file that declares itself as XML, so that any reader that knows it is surer."""
    head = head_of(source.data).lstrip()
    return 0.05 if head.startswith("<?xml") or (source.suffix == ".xml" and head.startswith("<")) else 0.0


def read(source: Source) -> NoReturn:
    """Nothing: the file is refused.

    Raises
    ------
    Unreadable
        Always, with the name of the root element.

    Examples
    --------
    >>> from mediastudy.documents.records import Source
    >>> read(Source("a.xml", ".xml", b"<?xml version='1.0'?><docs><doc/></docs>"))
    Traceback (most recent call last):
    mediastudy.documents.readers.Unreadable: it is XML whose root element is docs, which no reader knows; ...
    """
    head = head_of(source.data).lstrip()
    while (prolog := _PROLOG.match(head)) and prolog.end():
        head = head[prolog.end() :]
    root = _ROOT.match(head)
    name = root[1] if root else "not to be seen"
    problem = "unknown_format"
    known = f" ({_KNOWN[name]})" if name in _KNOWN else ""
    detail = (
        f"it is XML whose root element is {name}{known}, which no reader knows; save its articles as a table or texts"
    )
    raise Unreadable(problem, detail)
