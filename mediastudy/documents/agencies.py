"""Wire agencies by the names under which they are credited."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    (
        "Xinhua|Xinhua News Agency|Xinhua General News Service|Xinhua Economic News Service|Xinhuanet|Xinhua News"
        "|新华社|新华网|新華社|新华通讯社|新华社记者|news.cn|xinhuanet.com|New China News Agency"
    ),
    "China News Service|CNS|中新社|中新网|中国新闻网|中国新闻社|中國新聞社|chinanews.com|Ecns.cn|ECNS",
    (
        "Reuters|Thomson Reuters|Reuters News|Reuters Staff|Reuters Newswire|Reuters Limited|Reuters Ltd|reuters.com"
        "|路透社|路透|ロイター|Рейтер"
    ),
    (
        "AP|Associated Press|The Associated Press|AP Photo|AP Newswires|Associated Press Newswires|AP Online"
        "|Associated Press Writer|AP Writer|The AP|美联社|美聯社"
    ),
    (
        "AFP|Agence France-Presse|Agence France Presse|Agence France-Presse (AFP)|Agence France Presse -- English"
        "|Agence France-Presse -- English|AFP International Text Wire in English|法新社"
    ),
    (
        "dpa|dpa-AFX|Deutsche Presse-Agentur|Deutsche Presse-Agentur GmbH|dpa International|dpa-infocom"
        "|dpa International (Englischer Dienst)|德新社"
    ),
    "AFX|AFX News",
    "epd|Evangelischer Pressedienst",
    "KNA|Katholische Nachrichten-Agentur",
    "SID|Sport-Informations-Dienst",
    "DAPD|ddp",
    "UPI|United Press International|合众社|合众国际社",
    "TASS|ITAR-TASS|TASS News Agency|TASS Russian News Agency|TASS World Service|ТАСС|ИТАР-ТАСС|塔斯社|俄塔社",
    "RIA Novosti|РИА Новости|俄新社",
    "Interfax|Интерфакс|国际文传电讯社",
    "Kyodo|Kyodo News|Kyodo News Service|共同社|共同通信|共同",
    "Jiji|Jiji Press|Jiji Press English News Service|時事通信|时事社",
    "Yonhap|Yonhap News Agency|Yonhap News|Yonhap English News|연합뉴스|聯合ニュース|韩联社|韓聯社",
    "KCNA|Korean Central News Agency|조선중앙통신|朝中社",
    "PTI|Press Trust of India|The Press Trust of India|PTI - The Press Trust of India",
    "ANI|Asian News International",
    "IANS|Indo-Asian News Service",
    "UNI|United News of India",
    "EFE|Agencia EFE|EFE News Service|埃菲社",
    "Europa Press",
    "ANSA|Agenzia ANSA|安莎社",
    "Adnkronos",
    "PA|PA Media|Press Association|The Press Association|PA Wire|Press Association Newsfile|PA Newswire",
    "AAP|Australian Associated Press|AAP Newsfeed|AAP Bulletins",
    "Canadian Press|The Canadian Press|CP|La Presse canadienne",
    "CNA|Central News Agency|Central News Agency (Taiwan)|中央社|中央通讯社|中央通訊社",
    "Bernama|Bernama Daily Malaysian News",
    "Antara|Antara News",
    "VNA|Vietnam News Agency|TTXVN|越通社",
    "APP|Associated Press of Pakistan",
    "BSS|Bangladesh Sangbad Sangstha",
    "Anadolu|Anadolu Agency|Anadolu Ajansı|阿纳多卢通讯社",
    "IRNA|Islamic Republic News Agency|伊通社",
    "Tasnim|Tasnim News Agency",
    "Fars|Fars News Agency",
    "SANA|Syrian Arab News Agency",
    "WAM|Emirates News Agency|Emirates News Agency (WAM)",
    "SPA|Saudi Press Agency",
    "QNA|Qatar News Agency",
    "MENA|Middle East News Agency",
    "NAN|News Agency of Nigeria",
    "PANA|Panapress|Pan-African News Agency",
    "GNA|Ghana News Agency",
    "Lusa|Agência Lusa",
    "Belga|Belga News Agency|Agence Belga",
    "ANP|Algemeen Nederlands Persbureau",
    "Ritzau|Ritzaus Bureau",
    "NTB|Norsk Telegrambyrå",
    "TT|TT Nyhetsbyrån",
    "STT|STT-Lehtikuva",
    "APA|Austria Presse Agentur|Austria Presse Agentur (APA)",
    "SDA|Keystone-SDA|Schweizerische Depeschenagentur",
    "ATS|Agence télégraphique suisse",
    "PAP|Polska Agencja Prasowa",
    "CTK|ČTK|Česká tisková kancelář|CTK National News Wire",
    "MTI|Magyar Távirati Iroda",
    "BTA|Bulgarian News Agency",
    "Tanjug|Танјуг",
    "HINA",
    "Agerpres",
    "Ukrinform|Укринформ|Укрінформ",
    "BelTA|БелТА",
    "Prensa Latina|拉美社",
    "Telam|Télam",
    "Notimex",
    "Agência Brasil",
    "Agência Estado",
    "Bloomberg|Bloomberg News|彭博社",
    "Dow Jones Newswires|Dow Jones|Dow Jones Institutional News|道琼斯",
)
_CANONICAL: Final = {name.casefold(): row.split("|")[0] for row in _NAMES for name in row.split("|")}
# Words and first names too: agencies only in capitals.
_CAPITALS: Final = frozenset(
    (  # noqa: SIM905 - words read better in a row
        "ani app ap apa ats bss cna cns cp fars gna hina mena mti nan pa pana pap qna sana sda sid spa stt tt uni wam"
    ).split()
)
# German papers print their initials in small letters.
_SMALL: Final = frozenset(("ap", "apa", "sda", "sid"))
_ROLE: Final = re.compile(r" (?:Writers?|Staff|Correspondents?|Reporters?)$")
_PARTS: Final = re.compile(r"[/|,;·•–—()（）\[\]、，]| - | via | and | und | et | y | with | mit | avec ")


def agency_name(credit: str) -> str | None:
    """The usual name of the wire agency that a credit names, or None if we know none by that name.

    Initials that are a word or a first name as well must be printed in capitals.

    Examples
    --------
    >>> agency_name("Xinhua News Agency"), agency_name("The Harbour Times"), agency_name("Sana"), agency_name("SANA")
    ('Xinhua', None, None, 'SANA')
    """
    printed = re.sub(r"\s+", " ", credit).strip(" .()[]/（）【】")
    short = re.sub(r"\s*\([^()]*\)?$", "", printed).strip(" .")
    # KCNA.kp
    for form in (printed, short, re.sub(r"\.[a-z]{2,3}$", "", short)):
        bare = form.casefold()
        if bare in _CANONICAL and (bare not in _CAPITALS or form.isupper() or (bare in _SMALL and form.islower())):
            return _CANONICAL[bare]
    return None


def agency_in(credit: str) -> str | None:
    """The wire agency among the parts of a credit such as ``Reuters/Jane Doe`` or ``Jane Doe, AP Writer``, or None.

    Examples
    --------
    >>> agency_in("Jane Doe | Reuters"), agency_in("Jane Doe, AP Business Writer"), agency_in("Jane Doe")
    ('Reuters', 'AP', None)
    """
    parts = (part.strip() for part in _PARTS.split(credit))
    names = (agency_name(part) or _agency_of_writer(part) for part in parts)
    return next(filter(None, names), None)


def _agency_of_writer(part: str) -> str | None:
    """The agency before a writer's role: "AP Writer", "AP Business Writer"."""
    before = _ROLE.sub("", part)
    if before == part:
        return None
    return agency_name(before) or agency_name(before.rpartition(" ")[0])


def is_agency(name: str) -> bool:
    """Whether a name is that of a wire agency, known or by the words it is made of.

    Examples
    --------
    >>> is_agency("Reuters"), is_agency("Coast News Agency"), is_agency("The Coast Times")
    (True, True, False)
    """
    return agency_name(name) is not None or bool(re.search(r"\b(?:News|Press) Agency$|通讯社$", name))
