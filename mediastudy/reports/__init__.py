"""Reports: executed notebooks as HTML and PDF. How to write one: docs/reports.md."""

from mediastudy.reports.build import build
from mediastudy.reports.display import figure, kwic, provenance, table
from mediastudy.reports.errors import ReportError
from mediastudy.reports.execution import execute

__all__ = ["ReportError", "build", "execute", "figure", "kwic", "provenance", "table"]
