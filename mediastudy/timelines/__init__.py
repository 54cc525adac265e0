"""How often phrases occur over time."""

from mediastudy.corpus.periods import format_period, undated
from mediastudy.timelines.intervals import poisson, wilson
from mediastudy.timelines.timeline import timeline

__all__ = ["format_period", "poisson", "timeline", "undated", "wilson"]
