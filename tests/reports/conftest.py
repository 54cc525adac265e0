"""One constructed notebook, run once, that the report tests look at from all sides."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from mediastudy import reports
from mediastudy.reports.exporters import ReportHTMLExporter

BIBLIOGRAPHY = """@book{tolan2019,
  author = {Tolan, Mira}, title = {Counting Headlines}, publisher = {Harbour Press}, address = {Orrin}, year = {2019}
}
"""

TITLE = "# Aid to the *Orrin* uplands"

PROSE = """(sec-corpus)=
## The corpus

It holds {eval}`f"{hits:,}"` hits in {eval}`len(years)` years.[^unit] The name is {eval}`name`.
See [](#fig-rates), [](#tbl-outlets), [](#eq-rate) and [](#sec-corpus).
We follow @tolan2019 and others [@tolan2019, p. 7].

[^unit]: Counted after duplicates were set aside.

:::{note}
A remark of {eval}`len(years)` years.
:::

## 方法 Method

$$
r = \\frac{h}{n}
$$ (eq-rate)
"""

SETUP = """import pandas as pd
from matplotlib.figure import Figure
from mediastudy import reports
years = [2001, 2002, 2003]
hits = 1204
name = 'O*Hara [x]_y'"""

CHART = """axes = Figure(figsize=(4, 2)).subplots()
axes.plot(years, [1, 3, 2])
axes.set_title('对口援助')
axes.set_label('Line chart: one, three and two hits.')
reports.figure(axes, label='fig-rates', caption='Hits by *year*.')"""

TABLE = """outlets = ['Orrin Daily 奥林日报', 'A & <B>']
frame = pd.DataFrame({'outlet': outlets, 'documents': [1204, 3], 'rate': [12.34, None]})
reports.table(frame, label='tbl-outlets', caption='Articles by outlet.', columns={'rate': 'Per million'})
reports.provenance(frame)
print('printed but not shown')"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("study")
    (place / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def written():
    """The notebook as its author saves it, without outputs."""
    cells = [
        new_markdown_cell(TITLE),
        new_code_cell(SETUP),
        new_markdown_cell(PROSE),
        new_code_cell(CHART),
        new_code_cell(TABLE),
    ]
    front = {
        "authors": [
            {"name": "Mira Tolan", "affiliation": "University of Orrin", "orcid": "0000-0002-1825-0097"},
            "Jo Ek",
        ],
        "subtitle": "A constructed example",
        "date": "2024-08-29",
        "abstract": "We *count* a phrase.",
        "keywords": ["aid", "对口支援"],
        "lang": "en-GB",
        "bibliography": "references.bib",
    }
    return new_notebook(cells=cells, metadata={"mediastudy": front})


@pytest.fixture(scope="session")
def run(written, folder):
    """The notebook after one run."""
    return reports.execute(written, folder=folder, progress=False)


@pytest.fixture(scope="session")
def resources(folder):
    """What nbconvert is told about the notebook's file."""
    return {"metadata": {"name": "aid", "path": str(folder)}}


@pytest.fixture(scope="session")
def page(run, resources):
    """The HTML report."""
    return ReportHTMLExporter().from_notebook_node(run, resources)[0]
