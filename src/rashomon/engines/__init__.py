"""Where reading and comparing run: this process, this machine's cores, a cluster. One code path, one outcome."""

from rashomon.engines.build import Built, Progress, build
from rashomon.engines.changes import Change, counted
from rashomon.engines.cluster import Cluster, ClusterError
from rashomon.engines.compare_again import Corrected, compare_again, correct, keep, machines_own, preview
from rashomon.engines.engine import Engine, Machine, cores, in_process
from rashomon.engines.own_process import Step, Tell, Work, get_ready
from rashomon.engines.steps import Added, added, compared, previewed, ruled, told
from rashomon.engines.time_limit import attempt

__all__ = [
    "Added",
    "Built",
    "Change",
    "Cluster",
    "ClusterError",
    "Corrected",
    "Engine",
    "Machine",
    "Progress",
    "Step",
    "Tell",
    "Work",
    "added",
    "attempt",
    "build",
    "compare_again",
    "compared",
    "cores",
    "correct",
    "counted",
    "get_ready",
    "in_process",
    "keep",
    "machines_own",
    "preview",
    "previewed",
    "ruled",
    "told",
]
