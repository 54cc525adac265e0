"""State media, agencies and their sites by name: whose an article is where the page says no more than an address."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.outlets import usual_name

_SITES: Final = (
    ("Xinhua", "news.cn xinhuanet.com xinhua.net xinhuanet.cn"),
    ("China Daily", "chinadaily.com.cn chinadaily.com chinadailyhk.com"),
    ("People's Daily Online", "people.cn people.com.cn"),
    ("CGTN", "cgtn.com"),
    ("CCTV", "cctv.com cctv.cn"),
    ("Global Times", "globaltimes.cn globaltimes.com"),
    ("China.org.cn", "china.org.cn"),
    ("ECNS", "ecns.cn"),
    ("TASS", "tass.com tass.ru"),
    ("RIA Novosti", "ria.ru"),
    ("Sputnik", "sputniknews.com sputnikglobe.com sputniknews.cn"),
    ("RT", "rt.com"),
    ("KCNA", "kcna.kp kcna.co.jp"),
    ("Anadolu", "aa.com.tr"),
    ("TRT World", "trtworld.com"),
    ("IRNA", "irna.ir"),
    ("Press TV", "presstv.ir presstv.com"),
    ("VNA", "vnanet.vn vietnamplus.vn"),
    ("Viet Nam News", "vietnamnews.vn"),
    ("Prensa Latina", "prensa-latina.cu plenglish.com"),
    ("Granma", "granma.cu"),
    ("teleSUR", "telesurtv.net telesurenglish.net"),
    ("SANA", "sana.sy"),
    ("WAM", "wam.ae"),
    ("Al Jazeera", "aljazeera.com aljazeera.net"),
)
_OUTLETS: Final = {site: name for name, sites in _SITES for site in sites.split()}
# State media and agencies that pages name on a line of their own: those above, and these; how else they are called
# stands in outlets.toml and agencies.py.
_NAMED: Final = frozenset(
    (*(name for name, _ in _SITES), "People's Daily", "Rodong Sinmun", "Huanqiu Shibao", "China News Service")
)


def outlet_at(host: str) -> str | None:
    """The outlet whose site an address belongs to, or None if we know none by it.

    Examples
    --------
    >>> outlet_at("english.news.cn"), outlet_at("coast.example") is None
    ('Xinhua', True)
    """
    labels = host.casefold().strip("/ ").split(".")
    return next((_OUTLETS[site] for at in range(len(labels)) if (site := ".".join(labels[at:])) in _OUTLETS), None)


def outlet_named(line: str) -> str | None:
    """The outlet whose name a line is and nothing else, or None if we know none by that name.

    Examples
    --------
    >>> outlet_named("CGTN"), outlet_named("By Global Times"), outlet_named("Harbour opens") is None
    ('CGTN', 'Global Times', True)
    """
    bare = re.sub(r"^(?:by|from|source:)\s+", "", line.strip(" |-–—"), flags=re.IGNORECASE)
    usual = usual_name(bare)
    return usual if usual in _NAMED else None
