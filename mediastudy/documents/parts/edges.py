"""The edges of texts: which lines stand first and last, and whether the texts between tell different stories."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Final

from mediastudy.documents.parts.bylines import is_name
from mediastudy.documents.parts.datelines import dateline_of
from mediastudy.documents.parts.headline import is_prose, turns

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD: Final = "head"
TAIL: Final = "tail"
_FIRST: Final = 3
_LAST: Final = 5
_SAMPLE: Final = 24  # texts compared with each other; more would take long and show no more
_WORDS: Final = 4  # in a run of words that two texts share
_COPY: Final = 0.4  # of the shorter text's runs
_SHORT_SENTENCE: Final = 40
_LONGEST: Final = 600
_TURN: Final = re.compile(r"[^\W\d_a-zß-ÿ][\w .'’()-]{0,40}[:：]\s*(?:\S|$)")
_ASIDE: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")  # (Applause.)
_ADDRESSED: Final = re.compile(
    r"\b(?:i|we|you|us|our|my|your|thank|bless|ich|wir|ihnen|danke|merci|nous|vous|gracias|ustedes)\b|谢谢|大家",
    re.IGNORECASE,
)
_SITE_WORDS: Final = re.compile(
    r"\b(?:newsletter|subscri\w+|sign up|click|e-?mail|copyright|rights|website|web site|app|online|follow|facebook"
    r"|twitter|telegram|comments?|cookies|advertis\w+|abonn\w+|suscri\w+)\b|https?:|@|微信|关注|客户端|版权",
    re.IGNORECASE,
)


def edges_of(paragraphs: Sequence[str]) -> list[tuple[str, str]]:
    """The place (head or tail) and the text of each line at the edges of a text; none of a transcript or a single line.

    Examples
    --------
    >>> edges_of(["Port News", "Ships came.", "Reader service"])
    [('head', 'Port News'), ('tail', 'Ships came.'), ('tail', 'Reader service')]
    """
    count = len(paragraphs)
    if count < 2 or turns(paragraphs):  # noqa: PLR2004 - a single paragraph is the text
        return []
    head = min(_FIRST, count // 2)
    tail = max(head, count - _LAST)
    return [(HEAD, line) for line in paragraphs[:head]] + [(TAIL, line) for line in paragraphs[tail:]]


def could_be_furniture(line: str) -> bool:
    """Whether a line could be the site's: no turn of a transcript, no short sentence, nothing said to listeners.

    Examples
    --------
    >>> could_be_furniture("Reader service"), could_be_furniture("Q: Thank you."), could_be_furniture("Ships came.")
    (True, False, False)
    """
    if len(line) > _LONGEST or _TURN.match(line) or (_ASIDE.fullmatch(line) and not _SITE_WORDS.search(line)):
        return False
    if _opens_or_signs(line):
        return False
    if not is_prose(line) or _SITE_WORDS.search(line):
        return True
    return len(line) >= _SHORT_SENTENCE and not _ADDRESSED.search(line)


def _opens_or_signs(line: str) -> bool:
    """Whether a line opens a text or a letter, announces what follows, or signs: a dateline, ``Sincerely,``, a name."""
    announces = line.endswith((":", "：")) and len(line.split()) > 2  # noqa: PLR2004 - "Share:" is the site's
    return announces or line.endswith((",", "，")) or dateline_of(line) is not None or is_name(line)


def tell_different_stories(texts: Sequence[Sequence[str]], common: frozenset[str]) -> float:
    """The share of texts that are no copies of each other, the lines that many texts have left aside.

    Of many texts some are compared, taken evenly; a text that consists of common lines counts as a copy.

    Examples
    --------
    >>> texts = [["The ships came in at noon.", "Top"], ["Heavy rain fell for three days.", "Top"]]
    >>> tell_different_stories(texts, frozenset(["Top"]))
    1.0
    """
    step = max(1, -(-len(texts) // _SAMPLE))
    runs = [_runs([line for line in text if line not in common]) for text in texts[::step]]
    own = [found for found in runs if found]
    copies = {
        later
        for (earlier, first), (later, second) in combinations(enumerate(own), 2)
        if earlier != later and len(first & second) >= _COPY * min(len(first), len(second))
    }
    return (len(own) - len(copies)) / max(1, len(runs))


def _runs(lines: Sequence[str]) -> frozenset[int]:
    """The runs of four words in lines, each as a number; of fewer words, the words; Chinese by characters."""
    words = [word for line in lines for word in re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", line.casefold())]
    size = min(_WORDS, len(words))
    return frozenset(hash(tuple(words[at : at + size])) for at in range(len(words) - size + 1)) if size else frozenset()
