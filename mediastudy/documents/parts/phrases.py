"""The words of page furniture, as lists: what sites print around their articles."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = """
top|back to top|return to top|go to top|to top|top of page|page top|scroll to top|nach oben|zum seitenanfang
|haut de page|retour en haut
|volver arriba|返回顶部|回到顶部|顶部
|share|share this|share this article|share this story|share article|share on|share via|share page|teilen|partager
|compartir|分享|分享到
|print|print this|print this page|print page|print article|printer friendly|printer-friendly version|drucken
|imprimer|imprimir|打印|打印本页
|email|e-mail|email this|email article|mail|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest
|instagram|youtube|weibo|wechat
|messenger|copy link|link copied|copied|save|save article|bookmark|bookmarks|favorite
|like|tweet|pin|pin it|rss|微信|微博
|home|homepage|menu|search|sign in|log in|login|register|subscribe|subscribe now|sign up|my account|close
|skip to content
|skip to main content|skip navigation|jump to content|toggle navigation|main menu|navigation|startseite|accueil
|inicio|首页
|comment|comments|add comment|leave a comment|post a comment|view comments|no comments|comments are closed
|0 comments|kommentare|评论
|advertisement|advertisment|ad|ads|sponsored|sponsored content|anzeige|werbung|publicité|publicidad|广告
|story continues below|story continues below advertisement|article continues below|continue reading
|continue reading below|read more
|more|show more|load more|weiterlesen|lire la suite|leer más|阅读更多|更多
|listen|listen to this article|listen to article|play|pause|mute|watch|audio|0:00|00:00|font size|text size
|larger text|smaller text
|a a a|aaa|a-|a+|a|字号|字体|大|中|小|大中小|纠错|收藏|推荐|关闭|关闭窗口|关闭本页
|previous|next|previous article|next article|prev|older|newer|back|vorheriger artikel|nächster artikel
|上一篇|下一篇|上一页|下一页
|english|deutsch|français|español|中文|русский|العربية|日本語
|end|ends|###|# # #|-30-|-ends-|-end-|（完）|(完)|完
|privacy policy|terms of use|terms of service|terms|privacy|cookie policy|cookies|contact us|about us|contact|about
|sitemap|site map|published|updated|skip advertisement|tags|topics|keywords
|explore more|keep reading|etiquetas|archivado en|compartir|send us your feedback|download our app|comment now
|purchase licensing rights|transcript|press release|media release|news release|for immediate release
|pressemitteilung|communiqué de presse|nota de prensa|新闻稿
|text|text size a a a|post|reply
|leave a reply|leer en español|artikel anhören|vorlesen|écouter|écouter cet article
|read in chinese|read in english|listen now|view all|see all|see more|back|zurück|retour|浏览次数
|impressum|datenschutz|mentions légales|联系我们|关于我们|网站地图|版权声明
|suggest to a friend|suggest to a friend:|newsfeed|all materials|write to the author|add your comment|your comment
|new comment
|most viewed|most read|most popular|top news|hot news|in other media|latest|breaking news|photos|search trends
|related topics|related articles|related news|related stories|view more|read full story|full story|full text
|explore xinhuanet|english.news.cn|follow rt on|follow us|join us|send|favorites|newsletters|newsletter
|gefällt mir|gefällt mir:|bewerten|liken|lade|wird geladen|drucken|merken|feedback|kommentieren
|temas relacionados|relacionadas|imprimir|recomendado|рекомендуем|поделиться|распечатать|читайте также|подписаться
|регистрация пройдена успешно|комментарии|наверх|главная|обсудить
|默认|超大|特大|小号|中号|大号|留言|打印本文|分享本文|我要纠错|没有了|相关稿件|相关链接|手机看新闻|无障碍|繁体|简体
|artikelrechte erwerben|zur merkliste hinzufügen|diskutieren sie mit|ir a los comentarios|follow|end of article
|press releases
|press contact|press contacts|related coverage|related links|related content|post navigation|previous post|next post
|小字号|大字号|中字号|点击收起全文|分享让更多人看到
|loading|ad feedback|reuse this content|© riproduzione riservata|riproduzione riservata
|推荐给朋友|收藏本页|关闭此页|举报|点赞|浏览
"""
PHRASES: Final = frozenset(phrase.strip() for phrase in _WORDS.replace("\n", "").split("|") if phrase.strip())

SECTIONS: Final = frozenset(
    (  # noqa: SIM905 - words read better in a row
        "news markets world national international local politics business economy opinion sport sports culture arts "
        "life lifestyle style travel weather video videos photo photos science tech technology health education "
        "society entertainment china asia europe africa americas us uk politik wirtschaft kultur sport panorama monde "
        "politique économie 新闻 国内 国际 社会 财经 体育 娱乐 评论 视频 图片 时政 地方 军事 科技 教育 文化"
    ).split()
)
NAVIGATION: Final = PHRASES | SECTIONS
INTERRUPTIONS: Final = frozenset(
    phrase
    for phrase in PHRASES
    if re.match(
        "advertis|skip ad|ads?$|ad feedback"
        "|story cont|article cont|continue r|read more|share th|anzeige|werbung|publici|copy link"
        "|back to|广告|返回顶部|newsletter|lade$|wird geladen",
        phrase,
    )
)
