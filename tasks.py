"""The project's tasks, for every system: ``python3 tasks.py TARGET`` (``py tasks.py TARGET`` on Windows).

Only the standard library is used here. The first target that needs it sets up ``.venv`` from ``requirements.lock``
with uv: the one on the PATH, or one installed into the private folder ``.uv``.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BIN = "Scripts" if os.name == "nt" else "bin"
VENV = ROOT / ".venv"
PRIVATE = ROOT / ".uv"
BENCH = ROOT / ".bench"
BENCHMARKS = ROOT / "benchmarks"
LOCK = ROOT / "requirements.lock"
ENVIRONMENT = ROOT / "environment.yml"
UV_VERSION = "0.13.9"
PLATFORMS = ("x86_64-pc-windows-msvc", "aarch64-apple-darwin", "x86_64-unknown-linux-gnu")
PYTHONS = ("3.11", "3.12", "3.13")
# uv trusts the system's certificates, as pip and browsers do: universities' networks often have one of their own. The
# second name is that of older versions.
ENVIRON = {**os.environ, "UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
ENVIRON.setdefault("MACOSX_DEPLOYMENT_TARGET", "14.0")  # onnxruntime has no wheel for an older macOS
MADE = (
    "reports",
    "data/processed",
    "dist",
    "build",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
)


def run(*command: str | Path) -> None:
    """Run a command in the project's folder; stop with its exit code if it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=ENVIRON, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def uv() -> Path:
    """The uv to use: from the PATH, else from the private folder, installed there if need be."""
    found = shutil.which("uv")
    if found:
        return Path(found)
    private = PRIVATE / BIN / ("uv.exe" if os.name == "nt" else "uv")
    if not private.exists():
        print("Installing uv into .uv ...", flush=True)
        run(sys.executable, "-m", "venv", PRIVATE)
        run(PRIVATE / BIN / "python", "-m", "pip", "install", "--quiet", f"uv=={UV_VERSION}")
    return private


def tool(name: str, venv: Path = VENV) -> Path:
    """A program of the project's environment, or of another one."""
    return venv / BIN / name


def setup(venv: Path = VENV, lock: Path = LOCK, *, project: bool = True) -> None:
    """Make an environment agree with its lock, with the project itself or without; does nothing when it does."""
    state = hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = venv / "mediastudy-lock.sha256"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == state:
        return
    if sys.version_info < (3, 11):  # noqa: UP036 - the Python that runs this file is the user's, not the project's
        sys.exit(f"mediastudy needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not tool("python", venv).exists() and not tool("python.exe", venv).exists():
        run(uv(), "venv", "--quiet", "--python", sys.executable, venv)
    print(f"Setting up {venv.relative_to(ROOT)} from {lock.relative_to(ROOT)} ...", flush=True)
    run(uv(), "pip", "sync", "--quiet", "--python", venv, "--require-hashes", lock)
    if project:
        run(uv(), "pip", "install", "--quiet", "--python", venv, "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(state, encoding="utf-8")


def report() -> None:
    """data/raw -> data/processed -> executed notebooks -> reports/*.html and reports/*.pdf."""
    setup()
    run(tool("mediastudy"), "build")
    run(tool("mediastudy"), "report", "--to", "html,pdf")


def test() -> None:
    """Run all tests: units, doctests, notebooks."""
    setup()
    run(tool("python"), "-m", "pytest", *sys.argv[2:])


def lint() -> None:
    """Run ruff (rules and format) and mypy."""
    setup()
    run(tool("ruff"), "check", ".")
    run(tool("ruff"), "format", "--check", ".")
    run(tool("mypy"))


def lab() -> None:
    """Open JupyterLab on the notebooks."""
    setup()
    run(tool("jupyter"), "lab", "--notebook-dir", ROOT / "notebooks")


def bench() -> None:
    """Print the benchmarks' tables; with options (--all, --only NAME) that of the engine and its peers alone."""
    setup()
    setup(BENCH / "engine", BENCHMARKS / "requirements.lock")
    setup(BENCH / "conc", BENCHMARKS / "conc.lock", project=False)
    setup(BENCH / "rensa", BENCHMARKS / "rensa.lock", project=False)
    if not any(argument.startswith("-") for argument in sys.argv[2:]):
        for name in ("quotes_gold", "quotes_calibration", "quotes_robustness", "pm_transcripts", "duplicates"):
            run(tool("python"), BENCHMARKS / f"{name}.py", *sys.argv[2:])
    run(tool("python", BENCH / "engine"), BENCHMARKS / "bench.py", *sys.argv[2:])


def lock() -> None:
    """Resolve anew: requirements.lock, environment.yml, and the locks of training/ and benchmarks/."""
    resolve = (uv(), "pip", "compile", "--quiet", "--upgrade", "--universal", "--generate-hashes", "--no-header")
    plain = ("--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11")
    run(*resolve, *plain, "--all-extras", "pyproject.toml", "-o", LOCK)
    ours = ("pyproject.toml", "--constraint", LOCK)
    for folder in ("training", "benchmarks"):
        run(*resolve, *plain, *ours, f"{folder}/requirements.in", "-o", f"{folder}/requirements.lock")
    for name in ("conc", "rensa"):
        run(*resolve, *plain, f"benchmarks/{name}.in", "-o", f"benchmarks/{name}.lock")
    ENVIRONMENT.write_text(environment_text(), encoding="utf-8")


def pins() -> list[str]:
    """The lock's requirements without their hashes, one ``name==version ; marker`` each."""
    text = LOCK.read_text(encoding="utf-8")
    return [line.removesuffix("\\").strip() for line in text.splitlines() if re.match(r"[\w.-]+==", line)]


def environment_text() -> str:
    """The conda route, with every version of the lock.

    pip refuses a local project beside hashed requirements, so the versions stand here without their hashes.
    """
    head = (
        "# Made from requirements.lock by `python3 tasks.py lock`; do not edit.\n"
        "name: mediastudy\nchannels:\n  - conda-forge\n  - nodefaults\ndependencies:\n"
        "  - python=3.12\n  - pip\n  - pip:\n      - -e .\n"
    )
    return head + "".join(f'      - "{pin}"\n' if ";" in pin else f"      - {pin}\n" for pin in pins())


def environment() -> None:
    """Install environment.yml's pip section into a fresh environment and import the package."""
    lines = ENVIRONMENT.read_text(encoding="utf-8").split("- pip:\n")[1].splitlines()
    section = [line.strip().removeprefix("- ").strip('"') for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "venv"
        requirements = Path(folder) / "pip.txt"
        requirements.write_text("\n".join(section) + "\n", encoding="utf-8")
        run(uv(), "venv", "--quiet", "--python", sys.executable, fresh)
        run(uv(), "pip", "install", "--quiet", "--python", fresh, "-r", requirements)
        run(
            fresh / BIN / "python",
            "-c",
            "import mediastudy; print('environment.yml: mediastudy', mediastudy.__version__)",
        )


def wheels() -> None:
    """Check that every locked package has a wheel for Windows, macOS on ARM and Linux, among the lock's hashes."""
    for platform in PLATFORMS:
        for python in PYTHONS:
            with tempfile.TemporaryDirectory() as folder:
                run(
                    *(uv(), "pip", "install", "--quiet", "--dry-run", "--only-binary", ":all:", "--require-hashes"),
                    *("--python-platform", platform, "--python-version", python, "--target", folder, "-r", LOCK),
                )
            print(f"wheels: all of requirements.lock for {platform}, Python {python}", flush=True)


def clean() -> None:
    """Remove what the other targets made, the environment included."""
    for name in (*MADE, ".venv", ".uv", ".bench"):
        shutil.rmtree(ROOT / name, ignore_errors=True)


TARGETS = {task.__name__: task for task in (report, test, lint, lab, bench, environment, wheels, lock, clean)}


def usage() -> None:
    """Print the targets."""
    print("python3 tasks.py TARGET, or make TARGET:")
    for name, task in TARGETS.items():
        print(f"  {name:12} {(task.__doc__ or '').splitlines()[0]}")


def main() -> None:
    """Run the target named on the command line."""
    name = sys.argv[1] if len(sys.argv) > 1 else "help"
    if name in {"help", "-h", "--help"}:
        usage()
    elif name in TARGETS:
        TARGETS[name]()
    else:
        usage()
        sys.exit(f"No target {name!r}.")


if __name__ == "__main__":
    main()
