"""The main job from raw files to reports, with the project's own notebooks and a new study folder."""

import shutil
from pathlib import Path

import pytest

from mediastudy import reports, stages, study

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A copy of the notebooks and of the study's lists, beside data/processed made from the sample."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("raw", "processed"))
    stages.build(ROOT / "data" / "raw", folder / "data" / "processed")
    return folder


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.stem)
def test_each_notebook_becomes_a_page_and_a_pdf(home, notebook):
    made = reports.build([home / "notebooks" / notebook.name], output=home / "reports")
    assert {path.name for path in made} == {f"{notebook.stem}.html", f"{notebook.stem}.pdf"}
    page = (home / "reports" / f"{notebook.stem}.html").read_text(encoding="utf-8")
    assert "{eval}" not in page
    assert page.count("<figure") >= 2
    assert page.count("<table") >= 3
    assert (home / "reports" / f"{notebook.stem}.pdf").read_bytes().startswith(b"%PDF")
    assert (home / "notebooks" / notebook.name).read_bytes() == notebook.read_bytes()


def test_two_builds_of_a_notebook_are_byte_identical(home):
    notebook = home / "notebooks" / "01_paired_up_assistance.ipynb"
    builds = [reports.build([notebook], output=home / name) for name in ("once", "again")]
    once, again = ([path.read_bytes() for path in made] for made in builds)
    assert once == again


def test_a_new_study_folder_builds_its_report_on_the_sample(tmp_path):
    folder = study.new(tmp_path / "mine")
    stages.build(folder / "data" / "raw", folder / "data" / "processed")
    made = reports.build(sorted((folder / "notebooks").glob("*.ipynb")), output=folder / "reports")
    assert {path.suffix for path in made} == {".html", ".pdf"}
