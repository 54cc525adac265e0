"""What the tests share."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared():
    """The folder of corpora, gold files and reference numbers beside the checkout."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the shared folder is not beside the checkout")
    return folder
