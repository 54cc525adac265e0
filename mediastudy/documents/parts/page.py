"""An article's page while its parts are told apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediastudy.documents.parts.paragraphs import Paragraph


@dataclass
class Page:
    """The paragraphs of one article, the kind of each that is no body, and what was learnt on the way."""

    units: Sequence[Paragraph]
    kinds: dict[int, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)
    opening: dict[int, str] = field(default_factory=dict)
    closing: dict[int, str] = field(default_factory=dict)
    spoken: frozenset[int] = frozenset()

    def take(self, place: int, kind: str, **fields: str | None) -> None:
        """Mark a paragraph as no body, and keep what it says where nothing was said before."""
        self.kinds[place] = kind
        self.learn(**fields)

    def learn(self, **fields: str | None) -> None:
        """Keep what was learnt where nothing was known before."""
        for name, value in fields.items():
            if value:
                self.fields.setdefault(name, value)

    def body(self) -> list[int]:
        """The places of the paragraphs that are still body."""
        return [place for place in range(len(self.units)) if place not in self.kinds]
