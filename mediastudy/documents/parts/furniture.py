"""Page furniture: the words of the site around an article, recognised line by line."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.parts.phrases import INTERRUPTIONS, NAVIGATION, PHRASES

_BETWEEN: Final = re.compile(r"\s*[|·•/►»›>↑▲]\s*|\s{2,}|\s+[-–—]\s+|\s*,\s*")
_EDGE: Final = " :：.…!↑▲▼►▶→←«»<>[]()【】*|·•_=~-—–"
_RELATED: Final = re.compile(
    r"(?:related(?: (?:stories|articles|news|content|links|topics|coverage|posts|readings?))?|read (?:also"
    r"|next|more)|see also|also read"
    r"|more (?:on this(?: story| topic)?|from .{2,40}|stories|news|in .{2,30}|like this)|most (?:read"
    r"|popular|viewed|shared)(?: (?:in|on|this) .{2,20})?|search trends"
    r"|explore more(?: on .{2,30})?|explore \w+|today['’]s top news"
    r"|tags?|key ?words?"
    r"|(?:\w+'s? )?comments?(?: \(?\d+\)?)?|\d+ comments?|archivado en|etiquetas"
    r"|for more information|press contacts?|leave a (?:reply|comment)|share this (?:page|story|article|post)"
    r"|more ?photos?|follow us(?: on .{2,30})?|about the author|schlagworte|kommentare|标签"
    r"|关键词|分享.{0,8}"
    r"|latest (?:news|stories)"
    r"|recommended(?: for you| stories)?|you (?:may|might) also like|editor'?s picks?|top stories"
    r"|trending(?: now)?|what to read next|hot (?:news|topics)"
    r"|popular (?:now|stories|articles)|don't miss|photos|weitere (?:artikel|nachrichten|themen)"
    r"|mehr zum thema|lesen sie auch|das könnte sie auch interessieren"
    r"|à lire aussi|lire aussi|sur le même sujet|articles liés|noticias relacionadas|le puede interesar"
    r"|相关(?:新闻|阅读|报道|链接|文章|稿件|推荐)|延伸阅读|推荐阅读|热点新闻|更多新闻|(?:阅读)?下一篇|分享让更多人看到"
    r"|post navigation|lo más visto|i più visti|sobre la firma|weitere themen"
    r"|most viewed(?: in .{2,20})?|in other media|newsfeed|(?:your|new) comment|add your comment"
    r"|teilen(?: sie dies)? mit|teilen sie (?:dies|das)(?: mit)?|share (?:this|on)|gefällt mir"
    r"|you can share this (?:story|article) on social media|temas relacionados|relacionadas?|рекомендуем"
    r"|читайте также|комментарии|while you(?:['’]re| are) here\W{0,3})\s*[:：]?",
    re.IGNORECASE,
)
_POINTER: Final = re.compile(
    r"(?:read more|related(?: story| article| news)?|see also|also read|watch|more|lesen sie auch"
    r"|à lire aussi|相关阅读)\s*[:：]\s*(?P<title>\S.{0,160})",
    re.IGNORECASE,
)
_APPEAL: Final = re.compile(
    r"(?:sign up (?:for|to) (?:our|the) .{0,60}newsletters?|subscribe to (?:our|the) .{0,60}"
    r"|follow us on .{0,60}|like us on .{0,40}"
    r"|download (?:our|the) .{0,30}app\b.{0,40}|click here (?:to|for) .{0,60}"
    r"|share (?:(?:this )?(?:article|story|post|page) |this )?(?:on|via|to|with) (?!you\b|us\b|me\b)(?:\w+ ?){1,3}"
    r"|your email address will not be published.{0,60}|required fields are marked.{0,4}"
    r"|read in [A-Z]\w+|loading\W*|skip to [\w ]{3,20}|list of \d+ items|get (?:the )?latest .{0,60}"
    r"|be the first to comment.{0,40}|rss feed for comments.{0,30}|点击.{0,12}关注.{0,10}"
    r"|\(this story has not been edited .{0,120}|please enable javascript.{0,80}|we use cookies.{0,200}"
    r"|this (?:site|website) uses cookies.{0,200}|扫码.{0,30}|关注我们.{0,30})[.!]?",
    re.IGNORECASE,
)
# Only at the edges of a page: within an article such a line could be text.
_FOOT: Final = re.compile(
    r"(?:temps de lecture\s*:?.{0,12}|lesezeit\s*:?.{0,12}|\d+[ -]min(?:ute)?s?\.? (?:read|de lecture|lesezeit)"
    r"|this article was (?:originally|first) published .{0,80}|a version of this article appear.{0,300}"
    r"|originally published:? .{0,60}|(?:keywords?|key words|tags?|topics?|schlagworte|关键词|标签)\s*[:：].{1,160}"
    r"|[^。]{0,30}(?:备案号|ICP备|ICP证|公网安备)[^。]{0,80}|registration number\s*[:：].{1,60}"
    r"|(?:上一篇|下一篇|上一条|下一条)\s*[:：]?[^。]{0,80}"
    r"|our standards: .{0,80}|(?:.{2,120}\. )?more about [^.]{2,60}|.{0,300}please contact us for .{1,60}"
    r"|(?:.{2,200}[.;] )?(?:the |all )?(?:views|opinions) expressed .{1,160}|\d{12,}"
    r"|e\s*&\s*o\s*e\b(?:[\W\d_]|proof|copy|only|transcript)*"
    r"|字[体号]\s*[:：]?[\s小中大默认超特号|｜]{1,16}(?:打印)?(?:分享(?:到|至)?\s*[:：]?)?|why you can trust .{2,30}"
    r"|[^\W\d_][^.]{2,40}\+ ?follow|(?:posted|filed) (?:in|under):? [^.]{2,80}|tagged:? [^.]{2,120}"
    r"|(?:prev(?:ious)?|next) post|(?:follow|read|see) .{2,40}['’]s? coverage .{2,120}"
    r"|sigue toda la información .{2,200}|原标题\s*[:：].{0,80}"
    r"|[^。，]{0,12}(?:公众号|官方微信|官方微博))",
    re.IGNORECASE,
)
_SITE: Final = re.compile(
    r"(?:sponsored|hosted|presented|powered|maintained|运营|主办|主办单位)\s*(?:by\s*[:：]?|[:：])\s+?(?P<site>\S.{1,90})",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(
    r"(?:www\.[a-z0-9.-]+|[a-z0-9-]{3,}(?:\.[a-z0-9-]+)*\.(?:com|org|net|gov|edu|info|news|[a-z]{2}))/?"
)
_URL: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_CRUMBS: Final = re.compile(r"\s*(?:>+|»|›|→|＞|::)\s*")
_ABOVE: Final = re.compile(
    r"(?:main )?menu|skip to .{2,20}|skip navigation|toggle navigation|navigation|home(?:page)?|startseite|accueil"
    r"|inicio|首页|zum inhalt springen|search|suche",
    re.IGNORECASE,
)
_HERE: Final = re.compile(
    r"(?:you are here|position|location|当前位置|您的位置|您所在的位置|位置)\s*[:：]?\s*", re.IGNORECASE
)
_HAN: Final = re.compile(r"[\u3400-\u9fff]")
_END: Final = re.compile(r"#{2,}|#(?: #)+|\[?-?ends?-?\]?|-30-|（完）|\(完\)", re.IGNORECASE)
_LONGEST_CRUMB: Final = 40
_MENU: Final = 3


def is_furniture(line: str) -> bool:
    """Whether a line holds nothing but words of the site: share, print, back to top.

    Examples
    --------
    >>> is_furniture("Share | Print | Facebook"), is_furniture("Print runs rose in May")
    (True, False)
    """
    bare = line.strip(_EDGE).casefold()
    if bare in PHRASES or not bare:
        return True
    if _APPEAL.fullmatch(line) or _FOOT.fullmatch(line):
        return True
    parts = [part.strip(_EDGE).casefold() for part in _BETWEEN.split(line)]
    if len(parts) > 1:
        return all(part in PHRASES or not part or _is_row(part) for part in parts) or _is_menu(line)
    return _is_row(bare)


def _is_row(part: str) -> bool:
    """Whether all words between spaces are words of the site."""
    words = [word.strip(_EDGE) for word in re.split(r"[\s:：\[\]()（）【】]+", part)]
    han = _HAN.search(part) is not None  # 字体：大 中 小
    return len(words) > 1 and all(word in PHRASES and (len(word) > 1 or han or word == "a") for word in words)


def _is_menu(line: str) -> bool:
    """Whether a line of short parts between bars is a menu of the site."""
    parts = [part.strip().casefold() for part in re.split(r"[|｜·•/]", line)]
    known = sum(part in NAVIGATION for part in parts)
    enough = known * 2 > len(parts) or (known > 1 and len(parts) > _MENU)
    return len(parts) >= _MENU and enough and all(len(part.split()) <= _MENU for part in parts)


def interrupts(line: str) -> bool:
    """Whether a line within the body is surely no part of it; a lone word such as ``More`` could be.

    Examples
    --------
    >>> interrupts("ADVERTISEMENT"), interrupts("Share | Print | Email"), interrupts("More")
    (True, True, False)
    """
    bare = line.strip(_EDGE).casefold()
    row = len(_BETWEEN.split(line)) >= _MENU and is_furniture(line)
    return bare in INTERRUPTIONS or row or is_pointer(line) or bool(_APPEAL.fullmatch(line))


def opens_page(line: str) -> bool:
    """Whether a line is one that a site prints above its articles only: its menu, a way past it.

    Examples
    --------
    >>> opens_page("Skip to content"), opens_page("Share")
    (True, False)
    """
    return bool(_ABOVE.fullmatch(line.strip(_EDGE)))


def is_pointer(line: str) -> bool:
    """Whether a line points to another article: ``Read more: ...`` with a title, not a sentence, behind it.

    Examples
    --------
    >>> is_pointer("READ MORE: Harbour opens in May"), is_pointer("More: he said the harbour would open.")
    (True, False)
    """
    match = _POINTER.fullmatch(line)
    return bool(match) and not line.endswith((".", "。", '."', ".”"))


def opens_related(line: str) -> bool:
    """Whether a line opens a list of links to other articles.

    Examples
    --------
    >>> opens_related("Related stories:"), opens_related("Related stories were told.")
    (True, False)
    """
    return bool(_RELATED.fullmatch(line))


def ends_article(line: str) -> bool:
    """Whether a line marks the end of an article, as press offices do.

    Examples
    --------
    >>> ends_article("###"), ends_article("[ENDS]"), ends_article("The end of the harbour")
    (True, True, False)
    """
    return bool(_END.fullmatch(line))


def site_named(line: str) -> str | None:
    """The site that a line names as its host (``Sponsored by ...``, a bare address), or None.

    Examples
    --------
    >>> site_named("Sponsored by Harbour Society"), site_named("www.harbour.example")
    ('Harbour Society', 'www.harbour.example')
    """
    match = _SITE.fullmatch(line)
    if match and not line.endswith("."):
        return match["site"].strip()
    bare = re.sub(r"\s*\(.*\)$", "", line).rstrip("/")
    return bare if is_domain(bare) else None


def is_domain(line: str) -> bool:
    """Whether a line is the address of a site and nothing else.

    Examples
    --------
    >>> is_domain("Harbour.example.org"), is_domain("U.S")
    (True, False)
    """
    return bool(_DOMAIN.fullmatch(line.lower()))


def address(line: str) -> str | None:
    """The address a line consists of, or None.

    Examples
    --------
    >>> address("https://harbour.example/news/1")
    'https://harbour.example/news/1'
    """
    match = _URL.fullmatch(re.sub(r"^(?:url|link|permalink|网址|原文链接)\s*[:：]\s*", "", line, flags=re.IGNORECASE))
    return match.group() if match else None


def breadcrumb(line: str) -> str | None:
    """The way from the home page to the article as printed, or None if the line is none.

    Examples
    --------
    >>> breadcrumb("You are here: Home > News > Coast"), breadcrumb("Profits > losses, he said.")
    ('Home > News > Coast', None)
    """
    path = _HERE.sub("", line, count=1) if _HERE.match(line) else line
    parts = _CRUMBS.split(path.strip())
    short = all(len(part) <= _LONGEST_CRUMB and not re.search(r"[.!?。]$", part) for part in parts)
    # ">> LATEST" is the end of a way whose other steps stood in pictures.
    enough = sum(map(bool, parts)) > (0 if re.match(r">|»|＞", path) else 1)
    return path.strip() if len(parts) > 1 and short and enough else None
