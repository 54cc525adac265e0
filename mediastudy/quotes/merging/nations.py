"""Countries by what bodies are called after: the country's name, its short form, and the adjective."""

from __future__ import annotations

from typing import Final

_NAMES: Final = """
us: united states, united states of america, usa
uk: united kingdom, britain, british, great britain
china: chinese, prc, people's republic of china
russia: russian, russian federation
korea: south korea, south korean, republic of korea
north korea: north korean, dprk
uae: united arab emirates, emirati
australia: australian | new zealand: | canada: canadian | france: french | germany: german | japan: japanese
india: indian | pakistan: pakistani | bangladesh: bangladeshi | sri lanka: sri lankan | nepal: nepali, nepalese
iran: iranian | iraq: iraqi | israel: israeli | syria: syrian | turkey: turkish, türkiye | egypt: egyptian
saudi arabia: saudi | jordan: jordanian | lebanon: lebanese | qatar: qatari | kuwait: kuwaiti | yemen: yemeni
palestine: palestinian | afghanistan: afghan | indonesia: indonesian | malaysia: malaysian | singapore: singaporean
thailand: thai | vietnam: vietnamese | philippines: philippine | cambodia: cambodian | laos: lao | myanmar: burmese
mongolia: mongolian | kazakhstan: kazakh | italy: italian | spain: spanish | portugal: portuguese | greece: greek
netherlands: dutch | belgium: belgian | sweden: swedish | norway: norwegian | denmark: danish | finland: finnish
poland: polish | hungary: hungarian | austria: austrian | switzerland: swiss | ukraine: ukrainian | serbia: serbian
ireland: irish | scotland: scottish | wales: welsh | mexico: mexican | brazil: brazilian | argentina: argentine
chile: chilean | colombia: colombian | cuba: cuban | venezuela: venezuelan | peru: peruvian | nigeria: nigerian
kenya: kenyan | ethiopia: ethiopian | ghana: ghanaian | south africa: south african | zimbabwe: zimbabwean
fiji: fijian | papua new guinea: png | european union: eu, european
"""


def nations() -> dict[tuple[str, ...], str]:
    """Each name of a country as folded words, and what the country is called here.

    Examples
    --------
    >>> nations()[("chinese",)], nations()[("united", "states")]
    ('china', 'us')
    """
    from mediastudy.quotes.merging.spelling import folded

    named = {}
    for entry in _NAMES.replace("\n", "|").split("|"):
        country, _, others = entry.partition(":")
        for name in (country, *others.split(",")):
            if name.strip():
                named[tuple(map(folded, name.split()))] = country.strip()
    return named
