"""What the README shows works as it stands there."""

import re
from pathlib import Path

import mediastudy as ms

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_notebook_example_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    names = {}
    for block in re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL):
        exec(compile(block, "README.md", "exec"), names)  # noqa: S102 - the README is ours
    assert names["timeline"]["hits"].sum() > 50
    assert len(names["quotes"]) > 100


def test_every_page_that_it_links_to_exists():
    pages = re.findall(r"\]\(([\w/]+\.\w+)\)", README)
    assert pages
    assert [page for page in pages if not (ROOT / page).is_file()] == []


def test_every_command_that_it_names_exists():
    shown = set(re.findall(r"mediastudy (build|timeline|quotes|new|report|read|frequencies|concordance)\b", README))
    assert {"build", "timeline", "quotes", "new"} <= shown
    assert ms.__version__ in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
