"""Notices at the edges of an article: where it first appeared, who its writer is, what the site asks or disclaims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYNDICATION: Final = re.compile(
    r"(?:this (?:article|story|post|piece|column|essay|report) (?:was|is|has been|first|originally)"
    r" (?:\w+ )?(?:syndicated|republished|reprinted|adapted|translated|published|appeared|distributed"
    r"|produced)\b.{0,200}"
    r"|this (?:article|story|post|piece|column) (?:first |originally )?appear(?:s|ed) (?:in|on|at) .{2,120}"
    r"|(?:syndicated|republished|reprinted|distributed|provided|reproduced|reposted) (?:from|by|with permission"
    r"|under|via)\b.{2,160}"
    r"|(?:read|see|view) the original (?:article|story|post|version)\b.{0,120}|originally (?:published"
    r"|appeared) .{2,120}"
    r"|(?:dieser|der) (?:artikel|beitrag|text) (?:ist |erschien |wurde )?(?:zuerst |erstmals |ursprünglich ).{2,160}"
    r"|(?:cet|l['’]) ?article (?:est|a été) (?:d['’]abord |initialement )?(?:paru|publié).{2,160}"
    r"|este (?:artículo|texto) (?:fue|se) (?:publicado|publicó) (?:originalmente|primero).{2,160}"
    r"|(?:本文|此文|原文)(?:转载自|原载|首发|刊于|来自|来源).{2,60})",
    re.IGNORECASE,
)
_WRITER: Final = re.compile(
    r"(?:the |our )?(?:author|writer|columnist|contributor)s? (?:is|are|was|works?|teaches|writes|serves?) .{4,400}"
    r"|(?:if you have (?:a )?(?:specific|any) expertise|\(?if you want to contribute|have a (?:news )?tip"
    r"|got a story)\b.{5,300}"
    r"|newspaper headline\s*[:：].{2,120}"
    r"|for (?:more|further|additional|media|press) [^.]{2,90}(?:please )?(?:contact|visit|call|e-?mail|see)\b"
    r".{0,40}[:：]",
    re.IGNORECASE,
)
_BOX: Final = re.compile(
    r"(?:veröffentlicht|posted|published|written|publié|publicado) (?:von|by|par|por) (?:[^\W\d_][\w.'’-]* ?){1,4}"
    r"|(?:about the author|über den autor|über die autorin|à propos de l['’]auteur|sobre el autor)s?\W?",
    re.IGNORECASE,
)
_ALL_POSTS: Final = re.compile(
    r"(?:.{2,300}[.!?] )?(?:zeige alle beiträge|(?:view )?all posts|(?:alle|weitere) (?:artikel|beiträge)"
    r"|voir tous les articles"
    r"|more (?:posts|articles)"
    r"|ver todas las entradas) (?:von|by|de|par|por|from) .{2,60}",
    re.IGNORECASE,
)
_OPINION: Final = re.compile(
    r"(?:the |all |any )?(?:views?|opinions?)(?: and (?:views?|opinions?))? (?:(?:are|is) (?:those|solely)|expressed"
    r"|in this|do(?:es)? n[o']t"
    r"|don['’]t|do not)\b.{3,300}",
    re.IGNORECASE,
)
_APPEAL: Final = re.compile(
    r"(?:while you(?:['’]re| are) here|if you (?:enjoyed|liked?|value) (?:reading )?(?:this|our)\b"
    r"|support our (?:work|journalism)"
    r"|(?:please )?(?:consider )?(?:making a |make a )?donat(?:e|ing|ion) (?:now|today|here|to us|to our"
    r"|to support)\b|become a (?:member|subscriber|supporter)"
    r"|sign up (?:for|to|here|now)|subscribe (?:to|now|here|for)|follow (?:us|\w+) on\b|join (?:our (?:newsletter"
    r"|channel|community|telegram|whatsapp)|the conversation)"
    r"|download (?:our|the) .{0,30}app\b|to participate in (?:the )?discussion|you are replying to|like (?:us"
    r"|this)(?: on)?"
    r"|unterstütze(?:n sie)? uns|spenden sie|dir gefällt|jetzt abonnieren|abonnier(?:e|en sie)|folge(?:n sie)? uns"
    r"|hat dir der (?:artikel|beitrag) gefallen|newsletter (?:abonnieren|bestellen)|abonnez-vous|suivez-nous"
    r"|suscríbete|síguenos"
    r"|подпишитесь|чтобы участвовать в дискуссии|关注.{0,12}(?:公众号|微信|微博)|扫一扫"
    r"|[^。]{0,20}(?:扫描|长按|识别|扫)[^。]{0,12}二维码|长按.{0,8}二维码|下载.{0,10}客户端)"
    r".{0,250}",
    re.IGNORECASE,
)
_LICENCE: Final = re.compile(
    r"(?:(?:this|dieses?|cet(?:te)?|este|esta) (?:\w+ ){0,5}(?:is|ist|steht|est|está)? ?.{0,30}|(?:sofern|soweit"
    r"|wenn) nicht anders .{3,120}"
    r"|(?:except|unless) (?:where |as )?(?:otherwise )?(?:noted|stated|indicated).{3,160}|(?:text|content|inhalte?"
    r"|bilder)\b.{0,60})"
    r"(?:licen[sc]ed? under|lizenz(?:iert)?\b|creative commons|cc[ -]by).{0,200}",
    re.IGNORECASE,
)
_SERVICE: Final = re.compile(
    r"(?:\w+ ){1,3}website contains only a portion of .{10,300}|the content \(including but not limited to .{10,400}"
    r"|license for publishing .{3,80}|registration number\s*[:：]?.{1,40}|网站标识码\s*[:：]?.{1,40}"
    r"|.{0,40}新闻信息服务许可证.{0,60}"
    r"|(?:views?|hits|reads|clicks|浏览(?:次数|量|数)?"
    r"|阅读(?:次数|量|数)?|点击(?:次数|量|数)?|访问量|aufrufe)\s*[:：]\s*[\d,.]*(?:\s*次)?"
    r"|[\d,.]+\s*(?:views?|shares?|comments?|likes?|aufrufe|次浏览|次阅读)"
    r"|(?:news|journalist|story|article) id\s*[:：]\s*\w+|(?:#[^\W\d_]\w*\s*)+|\d{2,5}\*\*\d{2,5}(?:\*\*\d+)?|0"
    r"|(?:主办|承办|主管|制作单位|技术支持|运行维护)(?:单位)?\s*[:：].{2,60}|(?:建议|推荐)使用.{2,40}浏览器.{0,30}"
    r"|from [A-Z]\w*(?:wiki|pedia)\w*(?:, the free encyclop[ae]+dia)?"
    r"|follow (?:rt|vietnamplus|\w+) on\b.{0,40}|follow [A-Z]\w+",
    re.IGNORECASE,
)
_AUTHOR_NOTE: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’-]+ ){2,4}(?:is|are|was|ist|war|est|es) (?:an?|the|ein|eine|der|die|une?|le|la|el"
    r"|professor)\b.{3,300}"
)
_LONGEST: Final = 500
_BOX_LINES: Final = 5


def notice_kind(line: str) -> str | None:
    """What a line at the edge of an article is: ``syndication``, ``furniture`` or ``copyright``; None if it is text.

    Examples
    --------
    >>> notice_kind("This article was syndicated from the Coast Daily.")
    'syndication'
    >>> notice_kind("The author is a lecturer at the University of Velde.")
    'furniture'
    >>> notice_kind("The author of the plan is late.") is None
    True
    """
    if len(line) > _LONGEST:
        return None
    if _SYNDICATION.fullmatch(line.strip("()[] *_–—-")):
        return "syndication"
    if any(form.fullmatch(line) for form in (_WRITER, _OPINION, _APPEAL, _SERVICE, _BOX, _ALL_POSTS)):
        return "furniture"
    return "copyright" if _LICENCE.fullmatch(line) else None


def author_box(lines: Sequence[str]) -> range:
    """The places of the lines in which a site presents the writer: from ``Published by`` to ``View all posts by``.

    Examples
    --------
    >>> author_box(["Ships came.", "Published by Ann Lee", "She likes the sea.", "View all posts by Ann Lee"])
    range(1, 4)
    """
    ends = [place for place, line in enumerate(lines) if _ALL_POSTS.fullmatch(line)]
    if not ends:
        return range(0)
    near = range(max(0, ends[-1] - _BOX_LINES), ends[-1])
    starts = [place for place in near if _BOX.fullmatch(lines[place])]
    return range(starts[0], ends[-1] + 1) if starts else range(0)


def is_author_note(line: str) -> bool:
    """Whether a line could say who a writer is, as ``Ann Lee is a lecturer in Velde.`` does.

    Examples
    --------
    >>> is_author_note("Ann Lee is a lecturer at the University of Velde."), is_author_note("The harbour is a place.")
    (True, False)
    """
    return bool(_AUTHOR_NOTE.fullmatch(line)) and not line.startswith(("The ", "This ", "That "))
