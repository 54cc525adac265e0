"""Names of newspapers, stations and public bodies, as they stand at the head of a page."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.parts.phrases import NAVIGATION, PHRASES

_PRESS_WORDS: Final = (
    "times|post|daily|news|herald|tribune|journal|gazette|star|mail|guardian|observer|press|agency|telegraph"
    "|chronicle|standard|mirror|today|review|broadcasting|radio|television|tv|mercury|courier|examiner|bulletin"
    "|globe|inquirer|independent|echo|argus|online|leader|advertiser|sentinel|advocate|wire|zeitung|nachrichten|anzeiger|tageblatt"
    "|rundschau|kurier|monde|courrier"
)
_PRESS: Final = re.compile(rf"\b(?:{_PRESS_WORDS})\b|(?:zeitung|日报|晚报|时报|通讯社|新闻网|网|报)$", re.IGNORECASE)
# Only names that are hardly anything else: "World News" and "Review" head sections too.
_NEWSPAPER: Final = re.compile(
    r"^The (?:\w+ ){0,3}(?:Times|Post|Herald|Tribune|Gazette|Star|Mail|Guardian|Observer|Telegraph|Chronicle|Courier"
    r"|Mirror|Journal|Standard|Mercury|Examiner|Bulletin|Globe|Inquirer|Independent|Echo|Argus|Daily News|Daily"
    r"|Daily \w+)(?: \([^()]+\))?$"
    r"|^(?:\w+ ){1,3}(?:Times|Herald|Tribune|Gazette|Courier|Chronicle|\w*Zeitung|\w*[Nn]achrichten|Tageblatt|Tagblatt"
    r"|Anzeiger|Rundschau|Kurier|Daily Online|News Agency)(?: \([^()]+\))?$"
    r"|^(?:L[ea] |L['’])(?:Courrier|Monde|Journal|Dépêche|Progrès|Voix|Parisien|Tribune|Gazette|[ÉE]cho|Dauphiné)"
    r"(?: (?:d[eu]s?|la|les|et|l['’]\w+|[A-ZÉÈ][\w'’-]+)){0,4}$"
    r"|^(?:El|La) (?:Diario|País|Mundo|Periódico|Heraldo|Correo|Universal|Tiempo|Nación|Vanguardia|Voz)"
    r"(?: (?:del?|las?|los|[A-ZÁÉÍÓÚ][\w'’-]+)){0,4}$"
    r"|(?:日报|晚报|时报|通讯社)$"
)
_BODIES: Final = (
    "Ministry|Department|Government|Office|Embassy|Council|Committee|Parliament|Senate|Congress|Commission|Authority"
    "|Institute|University|Association|Assembly|Organi[sz]ation|Federation|Network|Society|Foundation|Bureau|Secretariat|Republic|Kingdom|Commonwealth"
    "|Prime Minister|President|Union|Centre|Center"
)
_BODY: Final = re.compile(
    rf"(?:The )?(?:[A-Z][\w'’-]+ ){{0,4}}(?:{_BODIES})"
    rf"(?:,? (?:of|for|on|and|in)(?: (?:of|for|on|and|the|[A-Z][\w'’-]+,?)){{1,9}})?"
)
_SMALL: Final = frozenset(
    ("of", "the", "de", "la", "le", "du", "des", "del", "für", "der", "die", "di", "and", "und", "et", "in", "on")
)
_MOST_WORDS: Final = 6
_FEW_WORDS: Final = 4
_SHORT: Final = 3


def is_press(name: str) -> bool:
    """Whether a short name has a word in it by which newspapers, agencies and stations are called.

    Examples
    --------
    >>> is_press("Norland Daily"), is_press("Governor Ek")
    (True, False)
    """
    words = name.split()
    large = all(not word[0].islower() or word in _SMALL or "." in word for word in words)
    return (
        large and len(words) <= _MOST_WORDS and bool(_PRESS.search(name)) and name[:1].isupper() and not _generic(name)
    )


def _generic(name: str) -> bool:
    """Whether a line is a word of any site: ``World News``, ``Press release``."""
    return name.casefold() in PHRASES or all(word.casefold() in NAVIGATION for word in name.split())


def is_newspaper(name: str) -> bool:
    """Whether a line is the name of a newspaper or agency and hardly anything else.

    Examples
    --------
    >>> is_newspaper("The Harbour Courier (Port Velde)"), is_newspaper("World News")
    (True, False)
    """
    return len(name.split()) <= _MOST_WORDS and bool(_NEWSPAPER.search(name)) and not re.search(r"[.!?,:]$", name)


def newspaper_of(line: str) -> str | None:
    """The newspaper or agency whose name a heading of a page opens with, or None.

    Examples
    --------
    >>> newspaper_of("COAST NEWS AGENCY - ENGLISH SERVICE"), newspaper_of("Harbour opens - Coast Times")
    ('Coast News Agency', None)
    """
    name, *others = re.split(r"\s+[-–—|·•]\s+", line)
    if any(len(part.split()) > _SHORT for part in others):
        return None
    name = name.title() if name.isupper() and " " in name else name
    return name if is_newspaper(name) or (agency_name(name) and not others) else None


def could_be_masthead(line: str) -> bool:
    """Whether the first line of a page could be the name of the site: a body, or a short name with a press word.

    Examples
    --------
    >>> could_be_masthead("Ministry of Harbours"), could_be_masthead("Port News"), could_be_masthead("World News")
    (True, True, False)
    """
    if _BODY.fullmatch(line):
        return True
    words = line.split()
    named = all(word[0].isupper() and re.fullmatch(r"[\w.'’&-]+", word) for word in words)
    return named and 1 < len(words) <= _FEW_WORDS and is_press(line)
