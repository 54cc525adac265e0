"""How large and how tightly packed a raw file may be; beyond that it is refused, not tried."""

from __future__ import annotations

from typing import Final

from mediastudy.documents.readers import Unreadable

LARGEST: Final = 1 << 30  # bytes of a raw file, packed or unpacked
MEMBERS: Final = 100_000  # files in an archive
MEMBER: Final = 512 << 20  # bytes of one file in an archive
ALL_MEMBERS: Final = 4 << 30  # bytes of all files in an archive
TEXT_PARTS: Final = 256 << 20  # bytes of all parts of a text from an office program, which is read whole
RATIO: Final = 200  # unpacked bytes a packed byte; news text comes to 3 to 20
RATIO_FROM: Final = 1 << 20  # unpacked bytes below which a ratio says nothing: a page of blanks packs well


def check_size(size: int) -> None:
    """Refuse a file that is too large to be read whole.

    Raises
    ------
    Unreadable
        ``file_too_large``.

    Examples
    --------
    >>> check_size(10)
    """
    if size > LARGEST:
        problem = "file_too_large"
        raise Unreadable(problem, f"{size:,} bytes; split it into files of at most {LARGEST:,}")


def check_ratio(packed: int, unpacked: int) -> None:
    """Refuse what unpacks to so much more than it was that it cannot be text.

    Raises
    ------
    Unreadable
        ``zip_bomb``.

    Examples
    --------
    >>> check_ratio(1000, 20_000)
    """
    if unpacked > RATIO_FROM and unpacked > packed * RATIO:
        problem = "zip_bomb"
        raise Unreadable(problem, f"it unpacks to more than {RATIO} times its size; unpacking was stopped")


def check_text_parts(size: int) -> None:
    """Refuse a text from an office program whose parts come to more than a text ever does.

    Raises
    ------
    Unreadable
        ``zip_bomb``.

    Examples
    --------
    >>> check_text_parts(20_000)
    """
    if size > TEXT_PARTS:
        problem = "zip_bomb"
        raise Unreadable(problem, f"it would unpack to more than {TEXT_PARTS:,} bytes; nothing was unpacked")
