"""How phrases develop: rates over time with their uncertainty, names, changes, events, and the sentences behind."""

from mediastudy.corpus.periods import format_period, undated
from mediastudy.timelines.changemodels import change_models
from mediastudy.timelines.changepoints import change_points
from mediastudy.timelines.coverage import coverage
from mediastudy.timelines.decomposition import decomposition
from mediastudy.timelines.events.eventfile import read_events
from mediastudy.timelines.eventtest import event_test
from mediastudy.timelines.evidence import evidence
from mediastudy.timelines.intervals import poisson, wilson
from mediastudy.timelines.liveview import live_timeline
from mediastudy.timelines.names import out_of_dates, renderings
from mediastudy.timelines.placement import placement
from mediastudy.timelines.quoted import QuotedHits, quoted_hits
from mediastudy.timelines.ratios import ratios
from mediastudy.timelines.smoothing import smoothed
from mediastudy.timelines.standardising import standardised
from mediastudy.timelines.suggesting import suggest_variants
from mediastudy.timelines.timeline import timeline
from mediastudy.timelines.timelineview import TimelineView, timeline_view
from mediastudy.timelines.trend import trend
from mediastudy.timelines.uses import first_use, last_use

__all__ = [
    "QuotedHits",
    "TimelineView",
    "change_models",
    "change_points",
    "coverage",
    "decomposition",
    "event_test",
    "evidence",
    "first_use",
    "format_period",
    "last_use",
    "live_timeline",
    "out_of_dates",
    "placement",
    "poisson",
    "quoted_hits",
    "ratios",
    "read_events",
    "renderings",
    "smoothed",
    "standardised",
    "suggest_variants",
    "timeline",
    "timeline_view",
    "trend",
    "undated",
    "wilson",
]
