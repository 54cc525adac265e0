"""The font files that reports and their charts are set in, from installed packages only."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from mediastudy.reports.errors import ReportError

TEXT_PACKAGES: Final = (
    "fontpkg_source_serif_4",
    "fontpkg_source_sans_3",
    "fontpkg_source_code_pro",
    "pylopdf_fonts_zh_cn",
    "manimgx_fonts_cjk",
)
CHART_FAMILIES: Final = ("Source Sans Pro", "Noto Sans SC", "DejaVu Sans")
"""Families that a chart's letters are looked for in, in this order; Matplotlib brings the last one along."""

_CHART_FILES: Final = {
    "font_source_sans_pro": [f"SourceSansPro-{style}.ttf" for style in ("Regular", "It", "Semibold", "Bold", "BoldIt")],
    "pylopdf_fonts_zh_cn": ["NotoSansSC-Regular.otf"],
}


def folder_of(package: str) -> Path:
    """The folder of an installed font package.

    Raises
    ------
    ReportError
        If it is not installed.

    Examples
    --------
    >>> folder_of("fontpkg_source_serif_4").name
    'fontpkg_source_serif_4'
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        message = f"the fonts of {package} are not installed; install mediastudy with its extra [reports]."
        raise ReportError(message)
    return Path(spec.origin).parent


def register_chart_fonts() -> None:
    """Make the charts' families known to Matplotlib, once a process; no setting is changed."""
    from matplotlib import font_manager

    known = {entry.name for entry in font_manager.fontManager.ttflist}
    if set(CHART_FAMILIES) <= known:
        return
    for package, names in _CHART_FILES.items():
        for path in sorted(folder_of(package).rglob("*.[ot]tf")):
            if path.name in names:
                font_manager.fontManager.addfont(path)
