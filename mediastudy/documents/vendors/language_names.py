"""The languages of articles by the names that databases print, in the language of their own interface."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.language import language_code

_NAMES: Final = {
    "ar": "arabic arabisch arabe árabe arabo арабский 阿拉伯 アラビア 아랍어",
    "bg": "bulgarian bulgarisch bulgare búlgaro bulgaro 保加利亚 болгарский",
    "ca": "catalan katalanisch catalán catalano catalão 加泰罗尼亚 каталанский",
    "cs": "czech tschechisch tchèque checo ceco tcheco чешский 捷克 チェコ 체코어",
    "da": "danish dänisch danois danés danese dinamarquês датский 丹麦 丹麥 デンマーク 덴마크어",
    "de": "german deutsch allemand alemán tedesco alemão duits немецкий 德 ドイツ 독일어",
    "el": "greek griechisch grec griego greco grego 希腊 греческий 希臘 ギリシャ",
    "en": "english englisch anglais inglés inglese inglês engels английский 英 영어",
    "es": "spanish spanisch espagnol español spagnolo espanhol castellano spaans испанский 西班牙 西 スペイン 스페인어",
    "et": "estonian estnisch estonien estonio estone эстонский 爱沙尼亚",
    "fa": "farsi persian persisch persan persa 波斯 персидский",
    "fi": "finnish finnisch finnois finlandés finés finlandese finlandês финский 芬兰 芬蘭 フィンランド 핀란드어",
    "fr": "french französisch français francés francese francês frans французский 法 フランス 프랑스어",
    "he": "hebrew hebräisch hébreu hebreo ebraico 希伯来 иврит",
    "hr": "croatian kroatisch croate croata хорватский 克罗地亚",
    "hu": "hungarian ungarisch hongrois húngaro ungherese венгерский 匈牙利 ハンガリー",
    "id": "indonesian indonesisch indonésien indonesio indonesiano bahasa 印尼 印度尼西亚 "
    "индонезийский インドネシア",
    "it": "italian italienisch italien italiano italiaans итальянский 意大利 義大利 イタリア 이탈리아어",
    "ja": "japanese japanisch japonais japonés giapponese japonês японский 日 日本 일본어",
    "ko": "korean koreanisch coréen coreano корейский 韩 韓 韩国 朝鲜 韓国 한국어",
    "lt": "lithuanian litauisch lituanien lituano литовский 立陶宛",
    "lv": "latvian lettisch letton letón lettone латышский 拉脱维亚",
    "ms": "malay malaiisch malais malayo malese 马来 馬來 малайский マレー",
    "nl": "dutch niederländisch néerlandais neerlandés holandés olandese holandês nederlands "
    "голландский 荷兰 荷蘭 オランダ 네덜란드어",
    "no": "norwegian norwegisch norvégien noruego norvegese norueguês норвежский 挪威 ノルウェー",
    "pl": "polish polnisch polonais polaco polacco polonês польский 波兰 波蘭 ポーランド 폴란드어",
    "pt": "portuguese portugiesisch portugais portugués portoghese português португальский 葡萄牙 "
    "葡 ポルトガル 포르투갈어",
    "ro": "romanian rumänisch roumain rumano rumeno румынский 罗马尼亚 羅馬尼亞",
    "ru": "russian russisch russe ruso russo русский 俄 俄罗斯 ロシア 俄羅斯 러시아어",
    "sk": "slovak slovakian slowakisch slovaque eslovaco slovacco 斯洛伐克 словацкий",
    "sl": "slovene slovenian slowenisch slovène esloveno sloveno словенский 斯洛文尼亚",
    "sr": "serbian serbisch serbe serbio serbo сербский 塞尔维亚",
    "sv": "swedish schwedisch suédois sueco svedese sueco шведский 瑞典 スウェーデン 스웨덴어",
    "th": "thai thailändisch thaï tailandés tailandese 泰 тайский タイ",
    "tr": "turkish türkisch turc turco турецкий 土耳其 トルコ",
    "uk": "ukrainian ukrainisch ukrainien ucraniano ucraino 乌克兰 украинский 烏克蘭",
    "vi": "vietnamese vietnamesisch vietnamien vietnamita 越南 вьетнамский ベトナム",
    "zh": "chinese chinesisch chinois chino cinese chinês китайский 中 中国 华 汉 漢 zhcn zhtw 중국어",
}  # fmt: skip
# "Malaysia" alone is an edition.
_PHRASES: Final = {"bahasa indonesia": "id", "bahasa malaysia": "ms", "bahasa melayu": "ms"}
_CODES: Final = {name: code for code, names in _NAMES.items() for name in names.split()} | _PHRASES
_KINDS: Final = re.compile(
    r"simplified|traditional|vereinfacht\w*|traditionell\w*|simplifiée?|traditionnel(?:le)?|simplificad[oa]|tradicional"
    r"|semplificato|tradizionale|упрощ[её]нн\w*|традиционн\w*|[简簡繁][体體]字?|간체|번체|language|sprache|langue"
    r"|[()（）\[\],;/-]"
)
_LONGEST: Final = 40


def named_language(name: str) -> str | None:
    """The two-letter code of the language with this name, in any language of an interface, or None.

    Examples
    --------
    >>> named_language("Englisch"), named_language("德文"), named_language("Chinese (Simplified)")
    ('en', 'de', 'zh')
    >>> named_language("Late Edition") is None
    True
    """
    if len(name) > _LONGEST:
        return None
    bare = " ".join(_KINDS.sub(" ", name.casefold()).split())
    return _CODES.get(bare) or _CODES.get(re.sub(r"[文语語]$", "", bare))


def coded_language(code: str) -> str | None:
    """The two-letter code of a language given by a code or a name (``EN``, ``zhcn``, ``Deutsch``), or None.

    Examples
    --------
    >>> coded_language("FR"), coded_language("zhtw"), coded_language("Englisch")
    ('fr', 'zh', 'en')
    """
    return named_language(code) or language_code(code)
