"""Reporting verbs: which there are, what may follow them, and whether they tell of speech or of an attitude.

A verb's letters say what may stand for its content: ``T`` a clause (that, whether, how, a pronoun and its verb),
``N`` anything nominal (a noun phrase, a bare clause, an object and its infinitive), ``I`` an infinitive,
``Q`` a quotation or a colon, ``E`` nothing: the content stands before the verb; ``A`` an addressee comes first.
The verbs are ours; which letters a verb has was weighed by counting PolNeAR's training articles.
"""

from __future__ import annotations

import functools
import re
from typing import Final, NamedTuple

from mediastudy.quotes.words import listed

_SPEECH: Final = """
TNQE say claim announce argue suggest explain state declare insist acknowledge assert maintain allege report note
    reveal admit write read estimate predict warn observe stress emphasize emphasise reiterate disclose confirm
    concede contend remark recall testify boast brag lament imply indicate speculate opine posit affirm
    reaffirm attest divulge proclaim caution hint underline underscore joke quip tweet tout complain retort conclude
    stipulate pronounce propose recommend claim forecast decree insinuate grumble reckon intone gush
TQE add reply respond continue answer begin repeat shout yell chant cry whisper counter interject mutter muse rave
    snap sneer scream tease post comment laugh blog exclaim ask rule gripe swear
TQEAI tell remind inform assure notify advise brief reassure
NIQE promise vow pledge threaten
IN refuse decline
NIE ask demand agree
N urge criticize criticise describe accuse praise reject denounce cite slam blast condemn blame dismiss question defend
    mention welcome hail laud applaud rebuke assail lambast lambaste decry deride chide mock ridicule portray
    characterize characterise liken label dub term credit congratulate thank encourage exhort implore beg
    rebut refute repudiate disavow renounce discuss highlight outline unveil echo request order oppose attack
    bemoan downplay deny express voice convey detail elaborate clarify blame instruct forbid call commend deem
    retweet challenge dispute contradict scold bash trash rip summarize summarise recount attribute
    nominate invite demand require insult savage belittle
TE quote
QE put point
"""

_ATTITUDE: Final = """
TNE believe think hope fear suspect doubt realize realise expect assume foresee wonder worry conclude determine
TN know feel decide learn see show recognize recognise understand remember demonstrate imagine
    anticipate envision discover consider regard view perceive judge accept resolve
T find hear mean
N support endorse favor favour prefer seem appear back embrace admire appreciate resent love hate
    contemplate mull consider approve tolerate champion trust want intend seek
    look care focus push press lobby campaign side aim vote
I plan want hope seek intend expect seem appear decide wish aim vow love prefer attempt
"""

_PARTICLES: Final = """
call for on upon out | point out to | rule out | insist on upon | agree with to on | object to | hint at | allude to
refer to | complain about of | speak out | talk about up | talk of | lash out | rail against | argue for against
boast about of | brag about | joke about | warn of about against | comment on | speculate about | spell out
lay out | respond to | push for back | appeal to for | apologize for | apologise for | believe in | vote for against
worry about | think of about | look at to forward | care about | focus on | speak of about | plan for | wonder about
disagree with | hope for | aim at | inform of | testify to | elaborate on | weigh in | ask for about
press for | advocate for | lobby for | campaign against | plead for | protest against | know about of | ask about
side with | touch on | read out | insist upon | ask for | put forward it
"""

_BY_PARTICLE: Final = listed("put point vote look care focus push press lobby campaign side aim appeal")
_NOUNS: Final = listed(
    """
    report claim comment question state call plan hope fear view vote attack support back offer concern issue
    post tweet need request demand praise blame protest charge answer remark estimate project figure sense mind
    care press address mention note order promise pledge threat quote reply brief rule cry shout whisper caution
    boast joke challenge dispute insult label term credit stress highlight outline detail echo mean love like
    forecast experience judge doubt talk focus read swear like wonder favor favour trust lobby campaign find
    show savage worry counter rave snap respect laugh approach try attempt seek want chant retort rebuke slam
    push blast blog suspect look touch rip gripe repeat decree learn see know ask notice side aim vote care look
    """
)
_IRREGULAR: Final = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "read": "read",
    "swear": "swore sworn",
    "speak": "spoke spoken",
    "begin": "began begun",
    "think": "thought",
    "know": "knew known",
    "feel": "felt",
    "see": "saw seen",
    "understand": "understood",
    "find": "found",
    "hear": "heard",
    "show": "showed shown",
    "foresee": "foresaw foreseen",
    "mean": "meant",
    "seek": "sought",
    "forecast": "forecast",
    "go": "went",
    "spell": "spelled spelt",
    "lay": "laid",
    "forbid": "forbade forbidden",
    "learn": "learned learnt",
    "label": "labeled labelled",
    "plead": "pleaded pled",
    "put": "put",
}
_DOUBLED: Final = listed(
    """
    refer admit beg brag quip dub rebut bash plan rip blog slam snap allude
    """
) - {
    "bash",
    "allude",
}
_VOWELS: Final = "aeiou"


class Cue(NamedTuple):
    """A form of a reporting verb: its verb, the form (base, s, past, ing), and what the verb takes."""

    verb: str
    form: str
    speech: str
    attitude: str
    particles: frozenset[str]
    needs_particle: bool
    noun: bool

    @property
    def takes(self) -> str:
        """Every letter that the verb has."""
        return self.speech + self.attitude


@functools.cache
def cue_forms() -> dict[str, Cue]:
    """Each form of each reporting verb, lower case."""
    speech, attitude, particles = _letters(_SPEECH), _letters(_ATTITUDE), _particles()
    forms: dict[str, Cue] = {}
    for verb in dict.fromkeys([*speech, *attitude, *particles]):
        for word, form in inflected(verb):
            forms.setdefault(
                word,
                Cue(
                    verb,
                    form,
                    speech.get(verb, "" if verb in attitude else "N"),
                    attitude.get(verb, ""),
                    particles.get(verb, frozenset()),
                    needs_particle=verb in _BY_PARTICLE or (verb not in speech and verb not in attitude),
                    noun=verb in _NOUNS,
                ),
            )
    return forms


def inflected(verb: str) -> list[tuple[str, str]]:
    """The verb's forms with their names.

    Examples
    --------
    >>> inflected("deny")
    [('deny', 'base'), ('denies', 's'), ('denied', 'past'), ('denying', 'ing')]
    """
    consonant_y = verb.endswith("y") and verb[-2] not in _VOWELS
    hissing = re.search(r"(s|sh|ch|x|z|o)$", verb) is not None
    stem = verb + verb[-1] if verb in _DOUBLED or verb == "begin" else verb
    silent = verb.endswith("e") and not verb.endswith("ee")
    third = verb + "es" if hissing else verb[:-1] + "ies" if consonant_y else verb + "s"
    past = stem + "d" if verb.endswith("e") else verb[:-1] + "ied" if consonant_y else stem + "ed"
    ing = (stem[:-1] if silent else stem) + "ing"
    pasts = _IRREGULAR.get(verb, past).split()
    base = [] if verb in pasts else [(verb, "base")]
    return [*base, (third, "s"), *((word, "past") for word in pasts), (ing, "ing")]


def _letters(lines: str) -> dict[str, str]:
    """Each verb of the list with its letters."""
    letters: dict[str, str] = {}
    current = ""
    for word in lines.split():
        if word.isupper():
            current = word
        else:
            letters[word] = letters.get(word, "") + current
    return letters


def _particles() -> dict[str, frozenset[str]]:
    """Each verb of the list with the particles that make one cue with it."""
    found: dict[str, frozenset[str]] = {}
    for entry in re.split(r"[|\n]", _PARTICLES.strip()):
        verb, *rest = entry.split()
        found[verb] = found.get(verb, frozenset()) | frozenset(rest)
    return found
