"""Fixtures that every test may ask for."""

import os
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: workers have a core each and share no more

import pytest
from hypothesis import settings

SLOW = frozenset(
    line for line in (Path(__file__).parent / "slow.txt").read_text("utf-8").splitlines() if not line.startswith("#")
)

# The same examples in every run: a change fails for what it changed. `--hypothesis-profile=searching` looks for new ones.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=1_000, deadline=None, print_blob=True)
settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of the files that are listed as slow, and run them first: no worker then waits for a last long file."""
    for item in items:
        if item.path.name in SLOW:
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.path.name not in SLOW)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development sets beside the repository; the test is skipped where they are not."""
    folder = Path(os.environ.get("RASHOMON_SHARED") or Path(__file__).parents[2] / "shared")
    if not folder.is_dir():
        pytest.skip("the development sets are not here")
    return folder
