"""What people decided about a case: kept for good, laid over the machine's rows, undone only by another judgement."""

from rashomon.case.corrections.corrections import Corrections, from_lines, to_lines
from rashomon.case.corrections.judge import judge
from rashomon.case.corrections.overlay import Overlay

__all__ = ["Corrections", "Overlay", "from_lines", "judge", "to_lines"]
