"""What a report was made with: no clock, no path, so that two builds are alike."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from mediastudy.reports.errors import ReportError


def colophon(name: str, provenance: list[str]) -> list[str]:
    """The sentences of the colophon.

    Parameters
    ----------
    name
        The notebook's file name.
    provenance
        Lines about the documents, from :func:`mediastudy.reports.provenance`.

    Examples
    --------
    >>> colophon("aid.ipynb", ["3 documents, sha256 00ff"])[1]
    'Documents: 3 documents, sha256 00ff.'
    """
    packages = [f"{package} {_version(package)}" for package in ("mediastudy", "pandas", "matplotlib", "typst")]
    made = f"Made from the notebook {name} with {', '.join(packages)} and Python {platform.python_version()}."
    return [made, *(f"Documents: {line}." for line in dict.fromkeys(provenance))]


def _version(package: str) -> str:
    """The installed version of a package."""
    try:
        return version(package)
    except PackageNotFoundError as error:
        message = f"{package} is not installed; install mediastudy with its extra [reports]."
        raise ReportError(message) from error
