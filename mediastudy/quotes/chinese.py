"""Chinese: reporting verbs followed by a comma, a colon or a quotation, and quotations followed by their verb."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.corpus.sentences import paragraphs, sentences
from mediastudy.quotes.drafts import Draft, Span

_VERBS: Final = (
    "表示|指出|强调|認為|认为|称|稱|说|說|介绍|介紹|透露|宣布|要求|告诉记者|告訴記者|呼吁|呼籲|回应|回應|补充|補充|写道|寫道|"
    "重申|坦言|直言|解释|解釋|提出|建议|建議|问道|問道|问|答|谈到|提到"
)
_ATTITUDES: Final = frozenset(("认为", "認為"))
_MARKS: Final = '“「『"'
_ENDS: Final = '”」』"'
_BEFORE: Final = re.compile(
    rf"(?:^|[，。；！？”」\s])(?P<source>[^，。；：！？“”「」\s]{{1,24}}?)"
    rf"(?P<cue>(?:还|也|并|再次|日前|近日|曾|又|则|同时|特别|首先|最后|还特别)?(?:{_VERBS})(?:道|说|說)?)(?P<stop>[，：:,]|(?=[“「『]))"
)
_AFTER: Final = re.compile(rf"^[，,]?(?P<source>[^，。；：！？“”「」\s]{{1,16}}?)(?P<cue>(?:{_VERBS})(?:道)?)[，。,]?")
_ACCORDING: Final = re.compile(
    r"(?P<cue>据|根据|按照)(?P<source>[^，。；：“”]{2,20}?)(?P<verb>报道|消息|介绍|统计|透露|称)?，"
)


def chinese_drafts(text: str) -> list[Draft]:
    """The quotations of a Chinese text."""
    found: list[Draft] = []
    spans = sentences(text)
    blocks = paragraphs(text)
    for start, end in blocks:
        inside = [span for span in spans if start <= span[0] < end]
        for first, last in _joined(text, inside):
            new = _sentence(text, first, last)
            if not new and found and text[first] in _MARKS and text[last - 1] in _ENDS:
                found[-1] = found[-1]._replace(content=(*found[-1].content, (first, last)))
            found += new
    return found


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """The sentences, those that one quotation spans taken together."""
    joined: list[Span] = []
    for start, end in spans:
        opened = joined and (
            _depth(text[joined[-1][0] : joined[-1][1]]) > 0
            or (text[joined[-1][0]] in _MARKS and text[start - 1] in _ENDS and _AFTER.fullmatch(text[start:end]))
        )
        if opened:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _depth(piece: str) -> int:
    """How many quotations the piece leaves open."""
    return sum(piece.count(mark) for mark in "“「『") - sum(piece.count(mark) for mark in "”」』")


def _sentence(text: str, start: int, end: int) -> list[Draft]:
    """The reports of one sentence."""
    if text[start] in _MARKS:
        close = max(text.rfind(mark, start, end) for mark in _ENDS)
        match = _AFTER.match(text[close + 1 : end]) if close > start else None
        if match is not None:
            base = close + 1
            return [_draft(text, match, base, ((start, close + 1),))]
    match = _BEFORE.search(text[start:end])
    if match is not None:
        content = _trimmed(text, start + match.end(), end)
        return [_draft(text, match, start, (content,))] if content[1] > content[0] else []
    match = _ACCORDING.match(text[start:end])
    if match is not None:
        content = _trimmed(text, start + match.end(), end)
        return [_draft(text, match, start, (content,))] if content[1] > content[0] else []
    return []


def _trimmed(text: str, start: int, end: int) -> Span:
    """The content without the stop that ends it outside of marks."""
    while end > start and text[end - 1] in "。，；！？.":
        end -= 1
    return start, end


def _draft(text: str, match: re.Match[str], base: int, content: tuple[Span, ...]) -> Draft:
    """The draft of a match whose offsets count from the base."""
    cue = (base + match.start("cue"), base + match.end("cue"))
    source = (base + match.start("source"), base + match.end("source"))
    return Draft(content, cue, source, speech=text[cue[0] : cue[1]] not in _ATTITUDES)
