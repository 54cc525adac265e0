"""Three constructed articles to try things on."""

from __future__ import annotations

import pandas as pd

from mediastudy.tables import conform


def example() -> pd.DataFrame:
    """Three short documents about an invented region, written for this package.

    Returns
    -------
    DataFrame
        A documents table of three rows.

    Examples
    --------
    >>> example()[["document", "outlet"]]
         document             outlet
    0  example-01  Tavar News Agency
    1  example-02      Kharuun Post
    2  example-03  Northern Courier
    """
    rows = [
        (
            "2006-07-14",
            "Tavar News Agency",
            "Minister urges steady paired-up assistance",
            (
                "Marisa Quennell, Minister for Regional Affairs, called for steady paired-up assistance. "
                "Every clinic should have a doctor before the snow, Quennell said."
            ),
        ),
        (
            "2009-03-02",
            "Kharuun Post",
            "A school with two stoves",
            (
                "“We used to share one stove,” said Corin Vash, a teacher from Ildria. "
                "The county says paired-up assistance paid for the second."
            ),
        ),
        (
            "2012-01-20",
            "Northern Courier",
            "The price of wool",
            "Wool fetched less than last year, according to the traders’ guild. Nobody at the market spoke of aid.",
        ),
    ]
    frame = pd.DataFrame(rows, columns=["date", "outlet", "title", "text"])
    return conform(
        frame.assign(
            document=[f"example-{number:02}" for number in range(1, len(rows) + 1)],
            date=pd.to_datetime(frame["date"]),
            date_raw=frame["date"],
            date_precision="day",
            language="en",
        ),
        "documents",
    )
