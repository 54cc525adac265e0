"""How many articles were found, downloaded, read and kept, and where the others went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND: Final = "found"
DOWNLOADED: Final = "downloaded"
READ: Final = "read"
KEPT: Final = "kept"
STAGES: Final = (FOUND, DOWNLOADED, READ, KEPT)
REPEATED: Final = "repeated_record"
_COPIES: Final = ("exact", "near", "excerpt")
_NO_REASON: Final = "no reason given"


class _Step(NamedTuple):
    """One number of the flow."""

    stage: str
    role: str
    label: str
    articles: int | None


def intake_flow(
    files: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    acquisition: pd.DataFrame | None = None,
    problems: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The stages of the intake in order, each followed by what left after it or what is noted about it.

    Parameters
    ----------
    files, documents, problems
        As :func:`mediastudy.read` gives them; without ``problems``, repeats of a record count among what is not kept.
    acquisition
        The searches, if ``acquisition.csv`` lists them; without it what was found and downloaded is unknown.

    Returns
    -------
    pd.DataFrame
        ``stage`` (found, downloaded, read, kept); ``role`` (*stage*, *exit* for articles that left after it, *note* for
        some of those that stayed); ``label``; ``count`` (missing if unknown). Exits with no article are left out. It
        carries the sampling frame of the documents.

    Examples
    --------
    >>> files = pd.DataFrame({"file": ["a.html"], "found": [9], "kept": [8]})
    >>> documents = pd.DataFrame({"document": list("abcdefgh"), "date": pd.Timestamp("1994-03-05"), "text": "Ships."})
    >>> searches = pd.DataFrame({"hits": [12], "downloaded": [9], "excluded": [3], "reason": ["letters"]})
    >>> intake_flow(files, documents, acquisition=searches)[["stage", "label", "count"]].values.tolist()
    [['found', 'found', 12], ['found', 'excluded: letters', 3], ['downloaded', 'downloaded', 9], ['read', 'read', 9],
     ['read', 'broken records', 1], ['kept', 'kept', 8]]
    """
    found = int(files["found"].sum())
    searches = acquisition if acquisition is not None and len(acquisition) else None
    downloaded = None if searches is None else _sum(searches["downloaded"])
    steps = [*_searched(searches), _Step(DOWNLOADED, "stage", DOWNLOADED, downloaded)]
    if downloaded is not None and downloaded > found:
        steps.append(_Step(DOWNLOADED, "exit", "not found in the files", downloaded - found))
    steps.append(_Step(READ, "stage", READ, found))
    if downloaded is not None and downloaded < found:
        steps.append(_Step(READ, "note", "more than were downloaded", found - downloaded))
    steps += _unkept(found - len(documents), problems)
    steps += [_Step(KEPT, "stage", KEPT, len(documents)), *_notes(documents)]
    table = pd.DataFrame(steps, columns=["stage", "role", "label", "count"]).astype(
        {"stage": "str", "role": "str", "label": "str", "count": "Int64"}
    )
    table.attrs = {"frame": documents.attrs["frame"]} if "frame" in documents.attrs else {}
    return table


def _searched(searches: pd.DataFrame | None) -> Iterator[_Step]:
    """What the searches found, and what was not downloaded of it."""
    if searches is None:
        yield _Step(FOUND, "stage", FOUND, None)
        return
    hits, downloaded = _sum(searches["hits"]), _sum(searches["downloaded"])
    yield _Step(FOUND, "stage", FOUND, hits)
    stated = searches[searches["excluded"].notna() | searches["reason"].notna()]
    reasons = stated["reason"].fillna(_NO_REASON)
    known = 0
    for reason in dict.fromkeys(reasons):
        count = _sum(stated.loc[reasons == reason, "excluded"])
        known += count or 0
        if count != 0:
            yield _Step(FOUND, "exit", f"excluded: {reason}", count)
    rest = hits - downloaded - known if hits is not None and downloaded is not None else 0
    if rest > 0:
        unsure = bool(stated["excluded"].isna().any())
        label = "not downloaded (those excluded among them)" if unsure else "not downloaded, unexplained"
        yield _Step(FOUND, "exit", label, rest)


def _unkept(lost: int, problems: pd.DataFrame | None) -> Iterator[_Step]:
    """What was read and is no document."""
    repeats = 0 if problems is None else int(problems["problem"].eq(REPEATED).sum())
    repeats = min(repeats, max(lost, 0))
    if repeats:
        yield _Step(READ, "exit", "repeats of a record", repeats)
    if lost > repeats:
        yield _Step(READ, "exit", "broken records", lost - repeats)


def _notes(documents: pd.DataFrame) -> Iterator[_Step]:
    """What is noted about the documents kept."""
    undated = int(documents["date"].isna().sum())
    empty = int(documents["text"].fillna("").str.strip().eq("").sum())
    counts = {"undated": undated, "without full text": empty}
    if "copy" in documents:
        counts["downloaded twice (repeats)"] = int(documents["copy"].eq("repeat").sum())
        counts["copies in other issues or outlets"] = int(documents["copy"].isin(_COPIES).sum())
    for label, count in counts.items():
        if count:
            yield _Step(KEPT, "note", label, count)


def _sum(counts: pd.Series[int]) -> int | None:
    """The sum of the counts, None if one of them is unknown."""
    return None if counts.isna().any() else int(counts.sum())
