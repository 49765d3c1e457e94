"""Why an output is not written where it was asked for; everything there is as it was."""

from __future__ import annotations

from errno import EEXIST
from pathlib import Path


class OutputError(OSError):
    """Nothing was written to `filename`, for the reason in `strerror`."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(EEXIST, reason, str(path))
