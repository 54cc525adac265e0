"""What tests and doctests share: figures are closed after each, for matplotlib warns of more than twenty open ones."""

import sys

import pytest


@pytest.fixture(autouse=True)
def _close_figures():
    """Close what a test has drawn, if it has drawn at all."""
    yield
    if (pyplot := sys.modules.get("matplotlib.pyplot")) is not None:
        pyplot.close("all")
