import pytest

from mediastudy.documents import read


@pytest.fixture
def folder(tmp_path):
    """Write files into a fresh folder and read it: ``folder(name=bytes or text)``."""

    def fill(files):
        for name, data in files.items():
            path = tmp_path / "raw" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        return read(tmp_path / "raw")

    return fill
