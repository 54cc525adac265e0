"""An article's text and what was taken out of it: cut apart with exact places, and put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from mediastudy.documents.records import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

GAP: Final = "\n\n"  # between two paragraphs of a text


class Part(NamedTuple):
    """One paragraph of a raw article: its kind if it is no body, or what is cut from its start and its end."""

    text: str
    kind: str | None = None
    opening: str = ""
    closing: str = ""


def cut(parts: Sequence[Part]) -> tuple[str, list[Piece]]:
    r"""The text of an article, a blank line between paragraphs, and the pieces taken out, each with its place.

    Examples
    --------
    >>> text, pieces = cut([Part("Top", "furniture"), Part("VELDE -- Ships came.", opening="VELDE -- "), Part("Rain.")])
    >>> text, pieces[1]
    ('Ships came.\n\nRain.', Piece(kind='dateline', text='VELDE -- ', at=0))
    """
    kept: list[str] = []
    pieces: list[Piece] = []
    start = 0
    for part in parts:
        if part.kind:
            pieces.append(Piece(part.kind, part.text, start))
            continue
        body = part.text.removeprefix(part.opening).removesuffix(part.closing)
        if part.opening:
            pieces.append(Piece("dateline", part.opening, start))
        if part.closing:
            pieces.append(Piece("credit", part.closing, start + len(body)))
        kept.append(body)
        start += len(body) + len(GAP)
    text = GAP.join(kept)
    return text, [piece._replace(at=min(piece.at or 0, len(text))) for piece in pieces]


def restored(text: str, removals: pd.DataFrame) -> str:
    """The raw article, repaired: a text with everything that was taken out of it where it stood.

    Parameters
    ----------
    text
        The text of one document.
    removals
        The rows of the removals table of this document.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = pd.DataFrame({"kind": ["title", "dateline"], "text": ["Harbour opens", "VELDE -- "], "at": [0, 0]})
    >>> print(restored("Ships came.", rows.assign(order=[0, 1])))
    Harbour opens
    <BLANKLINE>
    VELDE -- Ships came.
    """
    rows = removals.assign(at=removals["at"].fillna(0).astype("int64")).sort_values(["at", "order"], kind="stable")
    whole = [""]
    last = 0
    for piece, at in zip(rows["text"].array, rows["at"].array, strict=True):
        if at > last:
            whole.append(text[last:at])
        if is_inner(piece):
            whole.append(piece)
        else:
            apart = GAP if whole[-1] and not whole[-1].endswith(GAP) else ""
            whole.append(f"{apart}{piece}{GAP}")
        last = at
    return ("".join(whole) + text[last:]).removesuffix(GAP)


def is_inner(piece: str) -> bool:
    """Whether a piece was cut from within a paragraph: then it holds the space between it and the rest.

    Examples
    --------
    >>> is_inner("VELDE -- "), is_inner("VELDE")
    (True, False)
    """
    return piece[:1].isspace() or piece[-1:].isspace()
