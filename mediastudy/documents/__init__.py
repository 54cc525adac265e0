"""Raw files become documents: ``read`` takes a folder or a file and gives the tables of an intake.

The modules here tell the story: files are listed, read (or remembered), assembled; dates, outlets and stories are
settled. The rooms below hold the parts: ``readers`` one module per format, ``files`` bytes to text, ``vendors`` what
databases print, ``tabular`` other people's tables, ``parts`` the parts of a page, ``dating`` forms of dates, ``copies``
copies of texts, ``sampling`` the sampling frame.
"""

from mediastudy.documents.copies.counting import counted, stories
from mediastudy.documents.copies.edits import edits
from mediastudy.documents.duplicates import duplicates, with_stories
from mediastudy.documents.explaining import explain
from mediastudy.documents.intake import Intake, read
from mediastudy.documents.parts.pieces import restored
from mediastudy.documents.undated import with_hints

__all__ = [
    "Intake",
    "counted",
    "duplicates",
    "edits",
    "explain",
    "read",
    "restored",
    "stories",
    "with_hints",
    "with_stories",
]
