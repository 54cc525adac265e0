"""Raw files become documents: ``read`` takes a folder or a file and gives the four tables of an intake."""

from mediastudy.documents.explaining import explain
from mediastudy.documents.intake import Intake, read

__all__ = ["Intake", "explain", "read"]
