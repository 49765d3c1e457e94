"""Fixtures that every test may ask for."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development sets beside the repository; the test is skipped where they are not."""
    folder = Path(os.environ.get("RASHOMON_SHARED") or Path(__file__).parents[2] / "shared")
    if not folder.is_dir():
        pytest.skip("the development sets are not here")
    return folder
