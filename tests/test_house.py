"""The house keeps its shape: arrows, documentation, notebooks, speed of import."""

import ast
import importlib.util
import json
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import mediastudy as ms
from mediastudy import tables

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "mediastudy"
FLOOR = {"tables", "storage", "processes", "compiling", "machine"}
MAY_IMPORT = {
    "columns": set(),
    "tables": {"columns"},
    "storage": set(),
    "processes": set(),
    "compiling": set(),
    "machine": {"compiling"},
    "examples": FLOOR,
    "methodstext": FLOOR,
    "documents": FLOOR,
    "corpus": FLOOR | {"documents"},
    "terms": FLOOR | {"documents", "corpus"},
    "quotes": FLOOR | {"documents", "corpus"},
    "timelines": FLOOR | {"documents", "corpus", "terms.concordance"},
    "charts": FLOOR,
    "reports": FLOOR,
    "stages": FLOOR | {"documents", "corpus", "quotes"},
    "study": FLOOR | {"documents", "corpus"},
    "cli": FLOOR | {"documents", "corpus", "terms", "quotes", "timelines", "stages", "study", "reports", "charts"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports_of(path):
    """The dotted names below mediastudy that a module imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("mediastudy.") for name in names if name.startswith("mediastudy."))


def room_of(path):
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def forbidden(path):
    room = room_of(path)
    allowed = MAY_IMPORT[room] | {room, "__version__"}
    return [
        name for name in imports_of(path) if not any(name == room or name.startswith(f"{room}.") for room in allowed)
    ]


@pytest.mark.parametrize("path", [path for path in MODULES if path.parent != PACKAGE or path.name != "__init__.py"])
def test_arrows_run_one_way(path):
    assert forbidden(path) == []


def test_a_forbidden_arrow_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    module = tmp_path / "charts" / "lines.py"
    module.parent.mkdir()
    module.write_text("def f():\n    from mediastudy.terms import frequencies\n", encoding="utf-8")
    assert forbidden(module) == ["terms.frequencies"]


@pytest.mark.parametrize("path", MODULES)
def test_every_public_name_of_a_module_has_a_docstring(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [node.name for node in public if not ast.get_docstring(node)] == []
    assert ast.get_docstring(tree), "the module says nothing about itself"


@pytest.mark.parametrize("name", ms.__all__)
def test_every_name_on_the_face_is_documented_there(name):
    assert getattr(ms, name).__doc__
    assert f"``{name}" in ms.__doc__


@pytest.mark.parametrize("path", MODULES)
def test_matplotlib_stays_in_charts_and_reports(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    modules = {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    uses = any(str(name).split(".")[0] == "matplotlib" for name in names | modules)
    assert not uses or room_of(path) in {"charts", "reports"}


def test_docs_tables_is_what_the_code_says():
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == tables.describe()


def test_docs_dependencies_gives_a_reason_for_each():
    listed = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    needed = [line.strip().strip('",').split(">=")[0].split("==")[0] for line in declared_dependencies()]
    assert [name for name in needed if f"**{name}**" not in listed] == []


def declared_dependencies():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]


def load_module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_environment_yml_holds_exactly_the_versions_of_the_lock():
    tasks = load_module(ROOT / "tasks.py")
    assert (ROOT / "environment.yml").read_text(encoding="utf-8") == tasks.environment_text()
    assert len(tasks.pins()) > len(declared_dependencies())


def test_the_lock_has_hashes_and_no_addresses():
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    pinned = [line for line in lines if not line.startswith(" ")]
    assert all(line.endswith("\\") for line in pinned), "each pin is followed by its hashes"


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda path: path.name)
def test_notebooks_are_thin_and_committed_without_outputs(path):
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    sources = ["".join(cell["source"]) for cell in cells]
    assert not any(cell["outputs"] or cell["execution_count"] for cell in cells)
    assert max(len(source.splitlines()) for source in sources) <= 10
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While)]


def seconds_to(statement):
    """Wall seconds a fresh Python takes for a statement, as it measures itself."""
    code = f"import time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def test_importing_mediastudy_takes_no_more_than_pandas_and_a_fifth():
    seconds_to("import pandas, mediastudy")  # fills the file cache
    pairs = [(seconds_to("import pandas"), seconds_to("import mediastudy")) for _ in range(7)]
    pandas, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    assert ours <= 1.2 * pandas


def test_importing_mediastudy_loads_nothing_heavy():
    code = "import sys, mediastudy; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"matplotlib", "nltk", "scipy", "trafilatura", "typer", "nbconvert"} & set(loaded)


def problem_names(path):
    """The names of problems that a module states in so many words."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        value = None
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = {"Problem": 1, "Unreadable": 0}.get(node.func.id)
            value = node.args[place] if place is not None and len(node.args) > place else None
        elif isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["problem"]:
            value = node.value
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


def test_every_problem_is_explained():
    explained = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    names = {name for path in (PACKAGE / "documents").rglob("*.py") for name in problem_names(path)}
    assert len(names) > 50
    assert [name for name in sorted(names) if f"`{name}`" not in explained] == []
