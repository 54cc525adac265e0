import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from mediastudy import reports
from mediastudy.reports import ReportError


def test_values_are_kept_where_jupyterlab_myst_keeps_them(run):
    first = run.cells[2].metadata["user_expressions"][0]
    assert first["expression"] == 'f"{hits:,}"'
    assert first["result"]["status"] == "ok"
    assert first["result"]["data"]["text/plain"] == "'1,204'"


def test_the_notebook_given_stays_without_outputs(written, run):
    assert all(not cell.get("outputs") for cell in written.cells)
    assert "user_expressions" not in written.cells[2].metadata
    assert run.cells[3].outputs


def test_values_are_those_at_their_place_and_code_runs_in_the_folder(folder):
    cells = [
        new_code_cell("from pathlib import Path\nn = 1"),
        new_markdown_cell("{eval}`n` and {eval}`Path('references.bib').exists()`"),
        new_code_cell("n = 2"),
        new_markdown_cell("{eval}`n`"),
    ]
    done = reports.execute(new_notebook(cells=cells), folder=folder, progress=False)
    found = [
        entry["result"]["data"]["text/plain"]
        for cell in (done.cells[1], done.cells[3])
        for entry in cell.metadata["user_expressions"]
    ]
    assert found == ["1", "True", "2"]


def test_a_failing_cell_is_named(folder):
    cells = [new_markdown_cell("Words."), new_code_cell("n = 1\n1 / 0")]
    with pytest.raises(ReportError, match=r"cell 2 \(“n = 1”\) raises ZeroDivisionError: division by zero"):
        reports.execute(new_notebook(cells=cells), folder=folder, progress=False)


def test_a_failing_expression_is_named(folder):
    cells = [new_markdown_cell("There are {eval}`nowhere` hits.")]
    with pytest.raises(ReportError, match=r"cell 1 .*\{eval\}`nowhere` raises NameError"):
        reports.execute(new_notebook(cells=cells), folder=folder, progress=False)


def test_a_notebook_without_cells_runs(folder):
    assert reports.execute(new_notebook(), folder=folder, progress=False).cells == []
