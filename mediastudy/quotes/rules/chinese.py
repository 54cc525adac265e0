"""Chinese articles: quotations by their reporting verbs, and the speakers whom their sources name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.corpus.sentences import paragraphs, sentences
from mediastudy.quotes.drafts import Draft, Span
from mediastudy.quotes.resolving.scene import NOBODY, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_OFFICE: Final = re.compile(
    r"^(?P<role>.*?(?:发言人|部长|主席|总理|總理|总统|總統|主任|书记|書記|市长|市長|省长|省長|教授|会长|會長|院长|院長|局长|局長|司长|司長|"
    r"委员|委員|代表|大使|专家|專家|经理|經理|董事长|董事長|校长|校長|所长|研究员|记者|記者|先生|女士))(?P<name>[\u3400-\u9fff·]{2,4})?$"
)
_FAMILY: Final = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇"
    "吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛闫段雷黎史龙龍陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯"
)
_ORGANISATION: Final = re.compile(
    r"(?:部|院|局|会|會|社|委|公司|集团|集團|大学|大學|政府|党|黨|组织|組織|银行|銀行|中心|机构|報|报|国|國|方)$"
)
_DOCUMENT: Final = re.compile(r"(?:报告|報告|声明|聲明|白皮书|白皮書|公报|公報|文章|社论|社論|文件|通知|数据|數據)$")
_NAME: Final = 4
_SHORT: Final = 2


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


def is_han_source(words: str) -> bool:
    """Whether the source is written in Chinese characters."""
    return _HAN.search(words) is not None


def han_speaker(words: str, past: Sequence[tuple[int, Speaker]]) -> Speaker:
    """The speaker whom a Chinese source names."""
    plain = words.strip("，。：:“”「」 ")
    persons = [who for _, who in past if who.kind == "person"]
    if plain in {"他", "她"}:
        return persons[-1]._replace(resolution="pronoun") if persons else NOBODY._replace(resolution="pronoun")
    office = _OFFICE.match(plain)
    if office is not None and office["name"]:
        return Speaker(office["name"], "person", office["role"], "named")
    if office is not None:
        same = [who for who in persons if who.role is not None and who.role.endswith(plain[-_SHORT:])]
        return same[-1]._replace(resolution="role") if same else Speaker(None, "unnamed", plain, "none")
    known = [who for who in persons if who.name == plain]
    return known[-1] if known else _plain_speaker(plain)


def _plain_speaker(plain: str) -> Speaker:
    """The speaker of a source without an office: a document, a person by family name, a body, or nobody."""
    if _DOCUMENT.search(plain):
        return Speaker(plain, "document", None, "named")
    if plain[:1] in _FAMILY and _SHORT <= len(plain) < _NAME and not _ORGANISATION.search(plain):
        return Speaker(plain, "person", None, "named")
    return Speaker(plain, "organisation", None, "named") if _ORGANISATION.search(plain) else NOBODY
