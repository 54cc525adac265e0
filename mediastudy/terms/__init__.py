"""Which words and phrases a corpus uses, how often, and where."""

from mediastudy.terms.concordance import concordance
from mediastudy.terms.frequency import frequencies

__all__ = ["concordance", "frequencies"]
