"""Where reading and comparing run: this process, or this machine's cores. One code path, one outcome."""

from rashomon.engines.attempt import attempt
from rashomon.engines.build import Built, Progress, build
from rashomon.engines.changes import Change, counted
from rashomon.engines.compare_again import compare_again
from rashomon.engines.cores import cores
from rashomon.engines.correct import Corrected, correct, preview
from rashomon.engines.in_process import in_process
from rashomon.engines.machines_own import machines_own

__all__ = [
    "Built",
    "Change",
    "Corrected",
    "Progress",
    "attempt",
    "build",
    "compare_again",
    "cores",
    "correct",
    "counted",
    "in_process",
    "machines_own",
    "preview",
]
