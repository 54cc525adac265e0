"""What a file name says: ``2024-08-29_xinhua_title.txt``."""

from __future__ import annotations

import re
from typing import Final

from mediastudy.documents.agencies import agency_name
from mediastudy.documents.dates import parse_date

_DATE: Final = re.compile(r"(?:^|(?<=[_ ]))((?:1[5-9]|20)\d{2}(?:-\d{2}(?:-\d{2})?|\.\d{2}\.\d{2}|\d{4}))(?=$|[_ \-])")
_PARTS: Final = 2


def from_filename(name: str) -> dict[str, str]:
    """The date, and the outlet and title where they can be told apart, that a file name states.

    The parts stand between underscores: a date (``2024-08-29``, ``20240829``, ``2024-08``), the outlet, the title.
    Of a name with a date and one more part only the date is taken: the part could be either.

    Examples
    --------
    >>> from_filename("2024-08-29_xinhua_new-harbour-opens.txt")
    {'date_raw': '2024-08-29', 'outlet': 'Xinhua', 'title': 'new harbour opens'}
    >>> from_filename("notes.txt")
    {}
    """
    stem = re.sub(r"(\.[A-Za-z]{1,7}){1,2}$", "", name)
    dates = [match for match in _DATE.finditer(stem) if parse_date(match[1]).date]
    if len(dates) != 1:
        return {}
    fields = {"date_raw": dates[0][1]}
    rest = stem[: dates[0].start()] + "_" + stem[dates[0].end() :]
    parts = [part for part in (re.sub(r"[\s\-]+", " ", part).strip() for part in rest.split("_")) if part]
    if "_" in stem and len(parts) >= _PARTS:
        fields |= {"outlet": agency_name(parts[0]) or parts[0], "title": " ".join(parts[1:])}
    return fields
