"""Photo captions: paragraphs that end in a photo credit or say that they are captions."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.agencies import agency_name

_PHOTO: Final = (
    r"photo(?:graph)?s?|pictures?|pics?|images?|file photo|handout|courtesy|screenshot|screengrab|illustration|getty"
    r"|foto|bild|archiv|crédit|fotografía|摄|攝|供图|图片|资料图|图源"
)
_PHOTO_WORD: Final = re.compile(rf"(?:\b(?:{_PHOTO})\b|[摄攝]|供图|图片|资料图|图源)", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*[(\[（【](?P<credit>[^()\[\]（）【】]{2,90})[)\]）】]\.?$")
_NAME: Final = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s+(?:[a-z]{2,3}\s+)?[^\W\d_a-zß-ÿ][\w.'’-]*){0,4}"
_SLASHED: Final = re.compile(rf"(?P<agency>{_NAME})\s*/\s*(?P<name>{_NAME}(?:\s*/\s*{_NAME})?)")
_LOOSE: Final = re.compile(
    r"(?:(?P<head>.*[.!?。”\"])\s+)?(?:(?:photo(?:graph)?s?|picture|image|credit|foto|bild"
    r"|crédit photo)\s*(?:by|credit|courtesy(?: of)?|von|par)?\s*[:：/]\s*|photo(?:graph)?s? (?:by"
    r"|courtesy of) )"
    r"(?P<credit>[^.!?。]{2,80})\.?",
    re.IGNORECASE | re.DOTALL,
)
_CODED: Final = re.compile(
    rf"(?P<head>.*[.!?。”\"])\s*(?:[A-Z]{{2,8}}/{_NAME}|{_NAME}\s*/\s*(?:AFP|Reuters|AP|EPA|Getty Images"
    rf"|dpa|Xinhua))(?:/File(?: Photo)?)?",
    re.DOTALL,
)
# "Ann Lee opens the harbour. /Coast Images", "... © Bo Ray / Coast", "... COAST PHOTO": a credit without brackets.
_TRAILING: Final = re.compile(
    rf".*[.!?。”\"](?:\s*/\s*{_NAME}|\s+{_NAME}\s*/\s*(?:FOR |For )?(?:CHINA DAILY|China Daily)"
    rf"|\s+[A-Z]{{2,}} PHOTOS?|\s+[A-Z]\w* (?:File )?Photo)\.?\)?"
    rf"|.*\S\s+(?:©|(?:Photos?|PHOTOS?|Pictures?|PICTURES?|Images?|Fotos?|Bild)\s*[:：])"
    rf"\s*{_NAME}(?:\s*[/,|-]\s*{_NAME})*\.?",
    re.DOTALL,
)
_HAN_TRAILING: Final = re.compile(
    r".*[。！？）”]\s*(?:[\u4e00-\u9fff]{2,8}(?:记者|通讯员|发))?\s*[\u4e00-\u9fff·]{2,6}"
    r"(?:\s[\u4e00-\u9fff·]{2,6})?\s*[摄攝]",
    re.DOTALL,
)
_ADDRESS_END: Final = re.compile(r"https?://\S+$|/\S*#\S*$")
_AGENCY_BESIDE: Final = re.compile(r"\s*(?:/|\||\s[-–—]\s)\s*")
_LICENCE: Final = re.compile(r"\s*(?:,?\s*opens new tab|Purchase Licensing Rights)\.?", re.IGNORECASE)
_LABEL: Final = re.compile(
    r"(?:image (?:caption|source),\s|\(?(?:photo|picture|image|file photo|photo caption|caption|pictured|foto"
    r"|bildunterschrift|légende|titelbild|beitragsbild|vorschaubild|featured image|header image|cover(?: photo)?"
    r"|图片说明|图说|图为|资料图)\s*[:：]|(?:▲|△|▼)|图为|\[photo\])\s*\S",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?:(?:in )?(?:this|the|an?|undated|aerial|combination)\s+(?:\w+\s+){0,3}(?:photo|picture|image"
    r"|photograph|view|combo|screenshot|handout)\b|file photo|photo taken|photo shows)",
    re.IGNORECASE,
)
_SMALL: Final = frozenset(("of de da di van von der den and und et y for via by courtesy bin al").split())  # noqa: SIM905 - words read better in a row
_SENTENCE_END: Final = re.compile(r"[.!?。！？”\"’]$")
_LONGEST: Final = 1200
_LONGEST_UNBRACKETED: Final = 600


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph is a photo caption.

    Examples
    --------
    >>> is_caption("Ann Lee opens the harbour on May 3, 2024. (Coast Press/Bo Ray)")
    True
    >>> is_caption("The parties agreed on the harbour (Coast Press reported in May).")
    False
    """
    if len(paragraph) > _LONGEST or _ADDRESS_END.search(paragraph) or is_photo_credit(paragraph):
        return False
    if _LABEL.match(paragraph):
        return True
    bracket = _BRACKET.search(paragraph)
    if bracket and _closes_caption(paragraph[: bracket.start()].rstrip(), bracket["credit"].strip()):
        return True
    line = _LICENCE.sub("", paragraph)
    loose = _LOOSE.fullmatch(line)
    forms = (_CODED, _HAN_TRAILING, *([_TRAILING] if len(line) <= _LONGEST_UNBRACKETED else []))
    return bool(loose and loose["head"]) or any(form.fullmatch(line) for form in forms)


def is_photo_credit(line: str) -> bool:
    """Whether a line is a photo credit and nothing else.

    Examples
    --------
    >>> is_photo_credit("Photo by Bo Ray"), is_photo_credit("(Xinhua/Bo Ray)"), is_photo_credit("Photo of the year")
    (True, True, False)
    """
    bracket = _BRACKET.fullmatch(line)
    if bracket:
        return _is_credit(bracket["credit"].strip())
    loose = _LOOSE.fullmatch(line)
    return bool(loose and not loose["head"]) and _are_names(str(loose and loose["credit"]))


def _are_names(credit: str) -> bool:
    """Whether a credit holds names of people and agencies only, and no sentence."""
    words = re.findall(r"[^\W\d_][\w.'’-]*", credit)
    return bool(words) and all(
        not word[0].islower() or word in _SMALL or agency_name(word) is not None for word in words
    )


def opens_like_caption(paragraph: str) -> bool:
    """Whether a paragraph begins by telling what a picture shows.

    Examples
    --------
    >>> opens_like_caption("This aerial photo shows the harbour.")
    True
    """
    return bool(_OPENING.match(paragraph))


def _closes_caption(before: str, credit: str) -> bool:
    """Whether a bracket at the end of a paragraph is a photo credit, given what stands before it."""
    if not before:
        return False
    if _PHOTO_WORD.search(credit):
        return _is_credit(credit)
    slashed = _SLASHED.fullmatch(credit)
    if not slashed:
        parts = _AGENCY_BESIDE.split(credit)
        return len(parts) > 1 and any(agency_name(part) for part in parts) and _are_names(credit)
    # "(Labour/Greens)" within a sentence is no credit: an unknown agency must stand after a finished sentence.
    return bool(_SENTENCE_END.search(before)) or agency_name(slashed["agency"]) is not None


def _is_credit(credit: str) -> bool:
    """Whether the words in a bracket credit a photo: an agency with a name, or a photo word beside names."""
    slashed = _SLASHED.fullmatch(credit)
    if slashed:
        return agency_name(slashed["agency"]) is not None or bool(_PHOTO_WORD.search(credit))
    if re.search(r"[摄攝]$|供图|图源|资料图", credit):
        return True
    opening = re.match(
        rf"(?:{_NAME}\s+)?(?:{_PHOTO})\b(?:\s*(?:[:：/]|by|courtesy|of|provided|from|credit|\||,|taken|via)|$)",
        credit,
        re.IGNORECASE,
    )
    closing = re.search(r"(?:/|\s|,)\s*(?:file|handout|photo|getty images|via .{2,30})$", credit, re.IGNORECASE)
    return bool(opening or closing)
