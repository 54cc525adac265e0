"""The cover of a Nexis Uni file: how many articles it announces, and where the first article begins below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mediastudy.documents.vendors.nexisrecords import is_dated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_COUNT: Final = re.compile(
    r"(?:documents?|dokumente?|documenten|documentos?|documenti|文档|文件) ?[(（](\d{1,6})[)）]", re.IGNORECASE
)
_COVER: Final = re.compile(
    r"(?:date and time|job number|client/matter|search terms|search type|narrowed by|content type|sources|timeline"
    r"|datum und uhrzeit|(?:aufgaben|auftrags|job)nummer|mandant\S*|suchbegriffe|suchtyp|suchart|eingegrenzt\D*"
    r"|inhaltstyp|quellen|zeitachse|date et heure|numéro de (?:tâche|travail)|client/dossier|type de contenu"
    r"|termes de (?:la )?recherche|type de recherche|(?:restreint|affiné|filtré)\S* par|datum en tijd"
    r"|(?:taak|opdracht)nummer|zoektermen|zoektype|beperkt (?:op|door)|inhoudstype)\b",
    re.IGNORECASE,
)
_ITEM_NUMBER: Final = re.compile(r"(\d{1,6})\. ?(\S.*|$)")


def announced_in(texts: Iterable[str]) -> int | None:
    """How many articles a file says it holds, or None if it does not say.

    Examples
    --------
    >>> announced_in(["Job Number: 1", "Documents (10)"]), announced_in(["Harbour opens"])
    (10, None)
    """
    return next((int(match[1]) for text in texts if (match := _COUNT.fullmatch(text))), None)


def below_cover(texts: Sequence[str]) -> int:
    """Where the first article begins in the lines above its body; 0 if there is no cover.

    Examples
    --------
    >>> below_cover(["Documents (1)", "1. Harbour opens", "Search Terms: harbour", "Harbour opens", "Coast Daily"])
    3
    """
    if not any(_COUNT.fullmatch(text) or text.casefold().startswith("job number") for text in texts):
        return 0
    place, titles = _last_of_cover(texts)
    named = (at for at in range(place, len(texts)) if texts[at] and _is_listed(texts[at], titles))
    return next(named, _last_group(texts, place))


def _last_of_cover(texts: Sequence[str]) -> tuple[int, list[str]]:
    """The place below the last line of the cover, and the headlines that the cover lists."""
    place = 0
    titles: list[str] = []
    for at, text in enumerate(texts):
        item = _ITEM_NUMBER.match(text)
        if item and int(item[1]) == len(titles) + 1 and not is_dated(text):
            titles.append(item[2])
            place = at + 1
        elif _COVER.match(text) or _COUNT.fullmatch(text):
            place = at + 1
    return place, titles


def _is_listed(text: str, titles: Sequence[str]) -> bool:
    """Whether a line is one of the headlines on the cover, which may go on with further headlines."""
    return any(title == text or re.split(r"[;:] ?", title, maxsplit=1)[0] == text for title in titles)


def _last_group(texts: Sequence[str], start: int) -> int:
    """Where the lines begin that stand together with the publication, two lines above the first label."""
    dated = next((place for place in range(start, len(texts)) if is_dated(texts[place])), start)
    place = dated
    while place > start and texts[place - 1]:
        place -= 1
    return place if dated - place > 1 else start
