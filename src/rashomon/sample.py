"""The sample case is one JSONL file: in the wheel, or in `examples/` where the sources are used as they lie."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def sample() -> Path:
    """Give the file that holds the reports of the sample case."""
    bundled = _HERE / "port-halim.jsonl"
    return bundled if bundled.is_file() else _HERE.parents[1] / "examples" / "port-halim" / "reports.jsonl"
