"""Charts: each function is named as the table it draws, takes that table, and returns Axes.

The sentence that describes the chart to those who do not see it is the label of the Axes (``ax.get_label()``).
"""

from mediastudy.charts.coverage import coverage
from mediastudy.charts.quotes import cues, speakers
from mediastudy.charts.terms import concordance, frequencies
from mediastudy.charts.timelines import timeline

__all__ = ["concordance", "coverage", "cues", "frequencies", "speakers", "timeline"]
