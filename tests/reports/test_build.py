import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from mediastudy import reports
from mediastudy.reports import ReportError


@pytest.fixture
def paths(written, folder):
    """The good notebook and a failing one, on disk."""
    bad = new_notebook(cells=[new_markdown_cell("# Bad"), new_code_cell("1 / 0")])
    for name, notebook in (("aid.ipynb", written), ("bad.ipynb", bad)):
        nbformat.write(notebook, folder / name)
    return folder / "aid.ipynb", folder / "bad.ipynb"


def test_two_builds_give_the_same_bytes_and_leave_the_notebook_alone(paths, tmp_path):
    before = paths[0].read_bytes()
    first = reports.build([paths[0]], output=tmp_path / "a", progress=False)
    second = reports.build([paths[0]], output=tmp_path / "b", progress=False)
    assert [path.name for path in first] == ["aid.html", "aid.pdf"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    assert paths[0].read_bytes() == before


def test_a_failing_notebook_is_told_after_the_others_are_built(paths, tmp_path):
    with pytest.raises(ReportError, match=r"1 of 2 notebooks .*bad.ipynb, cell 2 .*ZeroDivisionError"):
        reports.build([paths[1], paths[0]], to=["html"], output=tmp_path, progress=False)
    assert [path.name for path in tmp_path.iterdir()] == ["aid.html"]


@pytest.mark.parametrize("content", ["aid", "{}", "[]", '{"cells": 3, "nbformat": 4, "nbformat_minor": 5}'])
def test_a_file_that_is_no_notebook_is_named(content, tmp_path):
    (tmp_path / "aid.json").write_text(content, encoding="utf-8")
    with pytest.raises(ReportError, match=r"aid.json, it is no Jupyter notebook"):
        reports.build([tmp_path / "aid.json"], output=tmp_path, progress=False)


def test_a_missing_notebook_or_unknown_format_is_told_at_once(tmp_path):
    with pytest.raises(FileNotFoundError, match="there is no notebook"):
        reports.build([tmp_path / "none.ipynb"])
    with pytest.raises(ValueError, match="to must be one of html, pdf, not 'docx'"):
        reports.build([], to=["docx"])
