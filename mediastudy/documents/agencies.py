"""Wire agencies by the names under which they are credited."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    "Xinhua|Xinhua News Agency|Xinhuanet|新华社|新华网|新華社",
    "China News Service|CNS|中新社|中新网|中国新闻网|中国新闻社",
    "Reuters|Thomson Reuters|Reuters Staff|路透社|路透",
    "AP|Associated Press|The Associated Press|AP Photo|美联社",
    "AFP|Agence France-Presse|Agence France Presse|法新社",
    "dpa|dpa-AFX|Deutsche Presse-Agentur|德新社",
    "UPI|United Press International|合众社",
    "TASS|ITAR-TASS|ITAR-Tass|塔斯社",
    "RIA Novosti",
    "Interfax",
    "Kyodo|Kyodo News|共同社",
    "Jiji|Jiji Press",
    "Yonhap|Yonhap News Agency|韩联社",
    "KCNA|朝中社",
    "PTI|Press Trust of India",
    "ANI",
    "IANS",
    "EFE|Agencia EFE|埃菲社",
    "Europa Press",
    "ANSA|安莎社",
    "PA|PA Media|Press Association|PA Wire",
    "AAP|Australian Associated Press",
    "Canadian Press|The Canadian Press",
    "CNA|Central News Agency|中央社",
    "Bernama",
    "Antara",
    "VNA|Vietnam News Agency",
    "APP",
    "Anadolu|Anadolu Agency",
    "IRNA",
    "SANA",
    "WAM",
    "SPA|Saudi Press Agency",
    "MENA",
    "NAN|News Agency of Nigeria",
    "Lusa",
    "Belga",
    "ANP",
    "Ritzau",
    "NTB",
    "APA",
    "SDA|Keystone-SDA",
    "ATS",
    "PAP",
    "CTK|ČTK",
    "MTI",
    "BTA",
    "Agerpres",
    "Ukrinform",
    "Prensa Latina",
    "Telam|Télam",
    "Bloomberg|Bloomberg News",
)
_CANONICAL: Final = {name.casefold(): row.split("|")[0] for row in _NAMES for name in row.split("|")}


def agency_name(credit: str) -> str | None:
    """The usual name of the wire agency that a credit names, or None if we know none by that name.

    Examples
    --------
    >>> agency_name("Xinhua News Agency"), agency_name("The Harbour Times")
    ('Xinhua', None)
    """
    bare = re.sub(r"\s+", " ", re.sub(r"\s*\([^()]*\)$", "", credit)).strip(" .()[]/").casefold()
    return _CANONICAL.get(bare) or _CANONICAL.get(re.sub(r"\.[a-z]{2,3}$", "", bare))  # KCNA.kp


def agency_in(credit: str) -> str | None:
    """The wire agency among the parts of a credit such as ``Reuters/Jane Doe`` or ``Jane Doe, AP``, or None.

    Examples
    --------
    >>> agency_in("Jane Doe | Reuters")
    'Reuters'
    """
    parts = (agency_name(part) for part in re.split(r"[/|,;·•–—]| - | via ", credit))
    return next((part for part in parts if part), None)


def is_agency(name: str) -> bool:
    """Whether a name is that of a wire agency, known or by the words it is made of.

    Examples
    --------
    >>> is_agency("Reuters"), is_agency("Coast News Agency"), is_agency("The Coast Times")
    (True, True, False)
    """
    return agency_name(name) is not None or bool(re.search(r"\b(?:News|Press) Agency$|通讯社$", name))
