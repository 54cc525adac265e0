"""Documents and meetings: which one a short source means, and the fullest words that the article has for it."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.quotes.resolving.names import GENERIC_DOCUMENTS
from mediastudy.quotes.resolving.scene import Scene, Speaker
from mediastudy.quotes.rules.cuewords import cue_forms
from mediastudy.quotes.words import AUXILIARY, DAYS, listed

MEETINGS: Final = listed("meeting conference session congress plenum forum summit symposium gathering workshop seminar")
_MOST: Final = 14
_OCCURRENCES: Final = 8
_LEFT: Final = re.compile(
    r"(?i)(?:\b(?P<article>an?|the|this|its|their|his|her|another)\s"
    r"|(?P<owner>[A-Z][\w’' -]{1,50}['’]s?)\s)(?P<words>(?:(?!(?:an?|the|its|their|his|her)\s)[\w-]+\s){0,5})$"
)
_RIGHT: Final = re.compile(
    r"\s(?:(?:jointly |newly |recently )?(?:issued|released|published|adopted|signed|written|drafted|submitted|carried|"
    r"conducted|compiled|commissioned|prepared|sent|obtained|presented|led|made|to be carried|passed|"
    r"handed down|handed over|drawn up|carried out|put out)\s"
    r"(?:[\w ]{0,30}?)\b(?:by|in|to)|of|by|from|on|into|for|to|between)\s"
)
_ISSUED: Final = (
    r"(?:issued|released|published|adopted|unveiled|put out|carried|will carry|will issue|will publish|sent|signed|"
    r"drafted|wrote|passed|launched|presented|submitted|said in|claimed in|announced in|wrote in|warned in|argued in)"
)
_ISSUER: Final = re.compile(
    rf"(?P<issuer>(?:[Tt]he )?[A-Z][\w’'&.-]*(?:\s(?:(?:of|for|and|on|the|de|van|al)\s)*[A-Z][\w’'&.-]*)*)"
    rf"(?:,[^,.]{{3,60}},)?(?:\s(?:on|has|have|had|also|jointly|\w+day|\w+ly|this|last|week|month))*\s{_ISSUED}\s(?:an?|the|its|their)\s(?:[\w’'-]+\s){{0,4}}$"
)
_THAT: Final = re.compile(
    rf"[^,.;\n]{{0,60}}?\s(?:that|which)\s(?P<issuer>(?:the )?[A-Z][\w’' -]{{2,60}}?)\s(?:has |had )?{_ISSUED}\b"
)
_TITLED: Final = re.compile(
    r"[^.\n]{0,60}?\s(?:titled|entitled|called|headed|named)\s[\"“'‘](?P<title>[^\"”“\n]{3,120}?)[,.]?[\"”'’](?=[\s,.;:]|$)"
)
_OWNED: Final = re.compile(r"['’]s?$")
_STOP: Final = re.compile(
    r"(?:,(?!\d)|[.;:()\n\"“”—–])|\s-\s|\s(?:that|which|who|when|while|as|said|says|and (?:\w+ed|has|is))\b"
)
_ENDING: Final = listed("met opened closed ended began took drew ran")
_DROPPED: Final = listed("new latest following according such same said whole")


def document(scene: Scene, phrase: str, noun: str, whole: str) -> Speaker:
    """A document; a bare ``the document`` is the one quoted before."""
    if noun in GENERIC_DOCUMENTS and " " not in phrase:
        for _, who in reversed(scene.past):
            if who.kind == "document":
                return who._replace(resolution="role")
    told = described(scene.text, noun)
    own = whole if whole != phrase else ""
    role = max((told, own), key=lambda words: len(words.split()))
    bare = " " not in phrase or phrase.casefold() in told.casefold()
    title = _title(scene.text, phrase) if bare else ""
    name = f"{phrase} “{title}”" if title else phrase
    return Speaker(name, "document", role if " " in role and role.casefold() != name.casefold() else None, "named")


def part_of_document(scene: Scene, words: str, part: str) -> Speaker:
    """A numbered part of a document, with the document quoted before as what it is of (Article 9)."""
    for _, who in reversed(scene.past):
        if who.kind == "document" and who.name is not None and not who.name.casefold().startswith(part):
            return Speaker(words, "document", f"{part} of the {who.role or who.name}", "named")
    return Speaker(words, "document", None, "named")


def meeting(scene: Scene, phrase: str, noun: str) -> Speaker:
    """A meeting or another group, a bare noun filled out; ``the meeting`` may be the conference quoted before."""
    if " " in phrase or noun not in MEETINGS or phrase[:1].isupper():
        return Speaker(phrase, "group", None, "named")
    full = described(scene.text, noun, issuers=False)
    if " " in full:
        return Speaker(full, "group", None, "named")
    for _, who in reversed(scene.past):
        if who.kind == "group" and who.name and MEETINGS & set(who.name.casefold().split()):
            return who._replace(resolution="role")
    return Speaker(phrase, "group", None, "named")


def described(text: str, noun: str, *, issuers: bool = True) -> str:
    """The fullest description that the text gives where it uses the noun, or the noun itself."""
    best = noun
    for count, match in enumerate(re.finditer(rf"(?i)\b{re.escape(noun)}\b", text)):
        if count == _OCCURRENCES:
            break
        words = _description(text, match.start(), match.end(), issuers=issuers)
        if len(words.split()) > len(best.split()):
            best = words
    return best


def _description(text: str, start: int, end: int, *, issuers: bool) -> str:
    """The noun at the offsets with what stands before it and after it, and with who issued it."""
    window = text[max(0, start - 170) : start]
    window = window[window.rfind("\n") + 1 :]
    left = _LEFT.search(window)
    if left is None:
        return ""
    noun = text[start:end]
    before = " ".join(word for word in left["words"].split() if word.casefold() not in _DROPPED)
    phrase = f"{before} {noun}".strip()
    right = _RIGHT.match(text, end)
    if right is not None:
        phrase += _until_verb(text[end : end + 200])
    owner = left["owner"]
    if owner is not None and right is None:
        phrase = f"{phrase} of {_OWNED.sub('', owner)}"
    elif issuers:
        told = " of " in phrase or " by " in phrase
        issuer = _THAT.match(text, end) or (None if told else _ISSUER.search(window))
        link = "to be carried by" if issuer is not None and " will " in issuer.group() else "of"
        phrase += f" {link} {_low_the(issuer['issuer'])}" if issuer is not None else ""
    return phrase


def _low_the(name: str) -> str:
    """The name with its article in small letters."""
    return re.sub(r"^The ", "the ", name)


def _until_verb(words: str) -> str:
    """The words up to the next stop, relative or finite verb."""
    piece = _STOP.split(words, maxsplit=1)[0]
    kept = []
    for i, word in enumerate(piece.split()):
        low = word.casefold()
        cue = cue_forms().get(low)
        verbal = cue is not None and cue.form in {"s", "past"} and not low.endswith("ions")
        if i >= _MOST or low in AUXILIARY or low.rstrip(".") in DAYS or low in _ENDING or (i > 1 and verbal):
            break
        kept.append(word)
    while kept and kept[-1].casefold() in {"on", "in", "of", "by", "the", "and", "at", "for", "to", "last", "a"}:
        kept.pop()
    return " " + " ".join(kept) if kept else ""


def _title(text: str, phrase: str) -> str:
    """The title that the article gives the document, empty if none."""
    for match in re.finditer(rf"(?i)\b{re.escape(phrase)}\b", text):
        titled = _TITLED.match(text, match.end())
        if titled is not None:
            return titled["title"]
    return ""
