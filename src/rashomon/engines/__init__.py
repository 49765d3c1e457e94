"""Where reading and comparing run: this process, or this machine's cores. One code path, one outcome."""

from rashomon.engines.attempt import attempt
from rashomon.engines.build import Built, Progress, build
from rashomon.engines.cores import cores
from rashomon.engines.in_process import in_process

__all__ = ["Built", "Progress", "attempt", "build", "cores", "in_process"]
