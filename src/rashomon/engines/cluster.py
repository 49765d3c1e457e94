"""Runs work on a Ray cluster: every machine of it has the same rashomon and the same language model, or it is refused.

A task whose worker or machine dies is begun again by Ray, a few times; nothing else is done twice. Nothing is shared
but what is sent: no folder has to be seen from every machine. Ray's reports home are off.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from types import TracebackType
from typing import Any, Self, TypeVar

import rashomon

T = TypeVar("T")
R = TypeVar("R")

_TRIES = 3
"""Times that a task whose worker died is begun again."""
_AHEAD = 3
"""Tasks a core that are sent before those before them are done."""
_LOOK = 1.0
"""Seconds after which to look again how many cores there are."""
_PATIENCE = 10.0
"""Seconds in which a cluster has to answer."""


class ClusterError(Exception):
    """The cluster cannot be reached, or its machines are not made ready. The message says what to do."""


class Lost:
    """What comes of a task that ended its worker each time."""


LOST = Lost()


class Cluster:
    """A Ray cluster that work is sent to, from `with` until its end.

    `address` is that of one that runs ("auto" finds it, "host:6379" names it); "" starts one on
    this machine, of so many `cores`, which ends with this process. Raises ClusterError where there is none.
    """

    def __init__(self, address: str = "", cores: int = 0) -> None:
        self._address, self._cores = address, cores
        self._ray: Any = None
        self._mine = False

    def __enter__(self) -> Self:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # before Ray is loaded: it would report home
        try:
            import ray
        except ImportError as error:
            raise ClusterError("a cluster needs Ray: pip install 'rashomon[scale]'") from error
        if self._address not in ("", "auto", "local"):
            _answers(self._address)
        self._ray = ray
        self._mine = not ray.is_initialized()
        if self._mine:
            self._begin()
        return self

    def _begin(self) -> None:
        told: dict[str, Any] = {"address": self._address} if self._address else {"num_cpus": self._cores or None}
        if not self._address:
            told |= {"include_dashboard": False, "address": "local"}
        try:
            self._ray.init(
                configure_logging=False,
                log_to_driver=False,
                runtime_env={"env_vars": {"OPENBLAS_NUM_THREADS": "1"}},  # a task has one core
                **told,
            )
        except (ConnectionError, ValueError, RuntimeError, OSError, SystemExit) as error:
            where = f"no Ray cluster answers at {self._address}" if self._address else "Ray cannot be started here"
            raise ClusterError(f"{where} ({' '.join(str(error).split()):.160})") from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._mine:
            self._ray.shutdown()

    @property
    def cores(self) -> int:
        """How many cores it has now; it may grow and shrink."""
        return int(self._ray.cluster_resources().get("CPU", 0))

    @property
    def machines(self) -> int:
        """How many machines it has now."""
        return sum(bool(node["Alive"]) for node in self._ray.nodes())

    def map(self, do: Callable[[T], R], things: Iterable[T]) -> Iterator[tuple[T, R]]:
        """Give each thing with what `do` makes of it, in the order given; what is lost there is done here."""
        waiting: dict[int, tuple[T, R | Lost]] = {}
        turn = 0
        for number, one, made in self._numbered(do, things, _TRIES):
            waiting[number] = (one, made)
            while turn in waiting:
                thing, outcome = waiting.pop(turn)
                yield thing, do(thing) if isinstance(outcome, Lost) else outcome
                turn += 1

    def as_done(self, do: Callable[[T], R], things: Iterable[T], tries: int = _TRIES) -> Iterator[tuple[T, R | Lost]]:
        """Give each thing with what `do` makes of it, or LOST where it ended its worker each time, as they are done."""
        return ((one, made) for _, one, made in self._numbered(do, things, tries))

    def _numbered(self, do: Callable[[T], R], things: Iterable[T], tries: int) -> Iterator[tuple[int, T, R | Lost]]:
        ray = self._ray
        task = ray.remote(num_cpus=1, max_retries=tries)(_as_here)
        known, asked = ray.put(do), _mark()
        running: dict[Any, tuple[int, T]] = {}
        stream = iter(enumerate(things))
        more = True
        try:
            while True:
                most = max(1, self.cores) * _AHEAD
                while more and len(running) < most:
                    if (following := next(stream, None)) is None:
                        more = False
                    else:
                        running[task.remote(known, following[1], asked)] = following
                if not running:
                    return
                done, _ = ray.wait(list(running), timeout=_LOOK)
                for ref in done:
                    number, one = running.pop(ref)
                    yield number, one, self._got(ref)
        finally:
            for ref in running:
                ray.cancel(ref, force=True)

    def _got(self, ref: Any) -> Any:
        """What came of a task. Raises what was raised in it."""
        died = self._ray.exceptions
        try:
            made, theirs = self._ray.get(ref)
        except (died.WorkerCrashedError, died.NodeDiedError, died.OutOfMemoryError):
            return LOST
        except died.RayTaskError as error:
            raise error.cause from error
        if theirs:
            raise ClusterError(f"a machine of the cluster has {theirs}, this one {_mark()}; install the same on all")
        return made


def _answers(address: str) -> None:
    """Raise ClusterError where nobody listens at HOST:PORT; Ray itself would ask for minutes."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), _PATIENCE).close()
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Ray cluster answers at {address} ({error}); `ray start --head` starts one") from error


def _as_here(do: Callable[[T], R], one: T, asked: str) -> tuple[R | None, str]:
    """Do it where this is what asked; else say what this is."""
    mine = _mark()
    return (do(one), "") if mine == asked else (None, mine)


@cache
def _mark() -> str:
    """What reads and compares here: the version of rashomon, and of what its readings rest on."""
    from importlib.metadata import version

    return f"rashomon {rashomon.__version__}, spacy {version('spacy')}, numpy {version('numpy')}"
