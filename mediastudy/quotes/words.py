"""Small closed classes of English words that the rules go by."""

from __future__ import annotations

from typing import Final


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())


PRONOUNS: Final = listed(
    """
    he she they it we i you who one some many others neither both everyone nobody
    """
)
PERSONAL: Final = listed("he she they it we i you")
HAVE: Final = listed("has have had having 's 've")
BE: Final = listed(
    """
    is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t
    """
)
MODAL: Final = listed(
    """
    will would could should may might can must shall do does did not never cannot won't wouldn't couldn't
    shouldn't can't don't doesn't didn't hasn't haven't hadn't won’t wouldn’t couldn’t shouldn’t can’t don’t
    doesn’t didn’t hasn’t haven’t hadn’t
    """
)
AUXILIARY: Final = HAVE | BE | MODAL
ADVERB: Final = listed(
    """
    also then later again once even still now often always just further soon already yet first ever further
    previously instead both all since long neither nor simply
    """
)
NOT_ADVERB: Final = listed(
    """
    family only assembly ally supply reply early july italy rally ugly likely weekly monthly daily friendly
    emily kelly sally billy holly molly elderly bully jelly fly apply rely italy lovely lonely costly melly
    connelly reilly o'reilly
    """
)
DETERMINER: Final = listed(
    """
    the a an this that these those his her their its our my your some any no each every another both several
    many few most all one two three four five six seven eight nine ten
    """
)
POSSESSIVE: Final = listed("his her their its our my your whose")
PREPOSITION: Final = listed(
    """
    of in on at for with by from about against over into as after before during to between among under through
    without within toward towards upon despite amid per via across behind near like than around outside inside
    until unlike regarding concerning following including since
    """
)
CLAUSE: Final = listed(
    """
    that but because while when if although though as so than until whom which where what how why whether or
    since after before unless whereas nor
    """
)
WH: Final = listed("what how why whether if who where when which whom")
STOPS: Final = frozenset(
    [",", ";", ":", "—", "–", "--", "-", "(", ")", "[", "]", "/", "*", "•", ".", "!", "?", "…", "“”", "|"]
)
DAYS: Final = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight mon tue wed thu
    fri sat sun january february march april june july august september october november december jan feb mar
    apr aug sept sep oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec. week month year morning afternoon
    evening night weekend ago earlier later recently last
    """
)
CLAUSE_SUBJECT: Final = PERSONAL | {"there", "this", "these", "those"}
OPENERS: Final = listed(
    """
    but and or so then now meanwhile however also still yet later earlier yesterday today tuesday monday
    wednesday thursday friday saturday sunday instead moreover furthermore additionally indeed thus therefore
    nevertheless perhaps finally recently afterwards
    """
)
