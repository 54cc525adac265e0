"""Charts: each function is named as the table it draws, takes that table, and returns Axes.

The sentence that describes the chart to those who do not see it is the label of the Axes (``ax.get_label()``).
"""

from mediastudy.charts.collocates import collocates
from mediastudy.charts.concordance import concordance
from mediastudy.charts.coverage import coverage
from mediastudy.charts.cues import cues
from mediastudy.charts.dispersion import dispersion
from mediastudy.charts.forest import event_tests
from mediastudy.charts.heatmap import timeline_map
from mediastudy.charts.intake import intake
from mediastudy.charts.keywords import keywords
from mediastudy.charts.ratios import placements, quoted_hits, ratios, usage
from mediastudy.charts.renderings import rendering_shares, renderings
from mediastudy.charts.smallmultiples import timeline_panels
from mediastudy.charts.speakers import speakers
from mediastudy.charts.stories import stories
from mediastudy.charts.terms import frequencies
from mediastudy.charts.timelines import timeline
from mediastudy.charts.voices import voices

__all__ = [
    "collocates",
    "concordance",
    "coverage",
    "cues",
    "dispersion",
    "event_tests",
    "frequencies",
    "intake",
    "keywords",
    "placements",
    "quoted_hits",
    "ratios",
    "rendering_shares",
    "renderings",
    "speakers",
    "stories",
    "timeline",
    "timeline_map",
    "timeline_panels",
    "usage",
    "voices",
]
