"""From the words that name a source to the speaker: a person, a body, a group, a document, or nobody named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mediastudy.quotes.resolving.bodies import body_role
from mediastudy.quotes.resolving.casting import cast_of
from mediastudy.quotes.resolving.known import add_named
from mediastudy.quotes.resolving.labels import answerers, by_label
from mediastudy.quotes.resolving.naming import ahead, named
from mediastudy.quotes.resolving.pronouns import OPENERS, at_meeting, continued
from mediastudy.quotes.resolving.roles import describe, role_of
from mediastudy.quotes.resolving.scene import NOBODY, Scene, Speaker
from mediastudy.quotes.rules.chinese import han_speaker, is_han_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.quotes.drafts import Draft, Span


def resolve(text: str, title: str, drafts: Sequence[Draft]) -> list[Speaker]:
    """The speaker of every draft, in their order.

    What a headline says is resolved last, when it is known who speaks in the body.
    """
    if not drafts:
        return []
    scene = _scene(text, title, drafts)
    places = [_place(draft) for draft in drafts]
    end = len(title) if title and text.startswith(title) else 0
    found: list[Speaker] = [NOBODY] * len(drafts)
    for i in sorted(range(len(drafts)), key=lambda i: (places[i] < end, places[i])):
        found[i] = _speaker(scene, drafts[i], above=places[i] < end)
        if places[i] >= end:
            scene.past.append((places[i], found[i]))
    return [_with_role(scene, speaker) for speaker in found]


def _scene(text: str, title: str, drafts: Sequence[Draft]) -> Scene:
    """The scene of the article before anybody is resolved."""
    cast = cast_of(text, title)
    add_named(text, cast, drafts)
    contents = [span for draft in drafts for span in draft.content if not draft.turn]
    quoted = [span for draft in drafts for span in draft.content if draft.turn or _marked(text, span)]
    turns = [draft for draft in drafts if draft.turn and draft.source is not None]
    sources = frozenset(
        place for draft in drafts if draft.source is not None and not draft.turn for place in range(*draft.source)
    )
    opening = min((draft.source[0] for draft in turns if draft.source is not None), default=len(text))
    describe(text, cast, opening)
    return Scene(text, title, cast, contents, quoted, sources, opening, answerers(text, turns), [])


def _marked(text: str, span: Span) -> bool:
    """Whether the content opens with a quotation mark."""
    opener = text[span[0] : span[0] + 1]
    return bool(opener) and opener in OPENERS


def _place(draft: Draft) -> int:
    """Where the draft is read: at its source, or else right before its content or cue."""
    if draft.source is not None:
        return draft.source[0]
    span = next(iter(draft.content), None) or draft.cue
    return span[0] - 1 if span is not None else 0


def _with_role(scene: Scene, speaker: Speaker) -> Speaker:
    """The speaker with all that the whole article tells of his, her or its role; nobody if the name is empty."""
    if speaker.name is not None and not speaker.name.strip():
        return NOBODY
    if speaker.kind == "organisation" and speaker.name is not None and speaker.role is None:
        return speaker._replace(role=body_role(scene, speaker.name))
    if speaker.kind != "person" or speaker.name is None:
        return speaker
    for person in scene.cast.persons:
        if person.name == speaker.name:
            return speaker._replace(role=role_of(person) or speaker.role)
    return speaker


def _speaker(scene: Scene, draft: Draft, *, above: bool) -> Speaker:
    """The speaker of one draft, which may stand in the headline above the text."""
    place = _place(draft)
    if draft.heir:
        return continued(scene, place)
    if draft.source is None:
        return at_meeting(scene, draft)
    start, end = draft.source
    words = re.sub(r"\s+", " ", scene.text[start:end]).strip(" ,;:")
    words = re.sub(r"['’]s$", "", words)
    if is_han_source(words):
        return han_speaker(words, scene.past)
    if draft.turn and not above:
        return by_label(scene, words)
    if above:
        return ahead(scene, words, draft.source)
    return named(scene, words, draft.source)
