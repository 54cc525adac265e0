"""The command line: parse, call, write; nothing else."""

from __future__ import annotations

import sys
import warnings
from typing import Final

import typer

from mediastudy.cli import quotes, studies, terms, timelines
from mediastudy.cli.options import app

__all__ = ["app", "main", "quotes", "studies", "terms", "timelines"]

REFUSED: Final = 1
INTERRUPTED: Final = 130


def main() -> None:
    """Run the command line; an error ends in one sentence and exit code 1, usage in 2, an interruption in 130."""
    warnings.showwarning = lambda message, *_, **__: typer.echo(f"mediastudy: {message}", err=True)
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    try:
        app(arguments)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        if "--debug" in sys.argv:
            raise
        typer.echo(f"mediastudy: {error}", err=True)
        sys.exit(REFUSED)
