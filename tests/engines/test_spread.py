"""Work that is spread over cores gives what it gives one by one, in its order, also where a worker dies."""

from __future__ import annotations

import builtins
import os
import signal
from multiprocessing import parent_process

import pytest

from rashomon.__main__ import run
from rashomon.engines.engine import spread
from rashomon.engines.own_process import Work


def told(number: int) -> tuple[int, bool]:
    """Ends the worker at 3; the process that asked does it."""
    inside = parent_process() is not None
    if number == 3 and inside:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number, inside


def broken(number: int) -> int:
    raise ValueError(f"cannot do {number}")


def test_one_by_one_nothing_is_taken_before_it_is_asked_for():
    taken = []
    stream = spread(lambda n: -n, (taken.append(n) or n for n in range(5)), 1)
    assert next(stream) == (0, 0)
    assert taken == [0]


def test_a_worker_that_dies_costs_its_own_work_alone():
    made = list(spread(told, range(5), 2))
    assert [(n, square) for n, (square, _) in made] == [(n, n * n) for n in range(5)]
    assert not dict(made)[3][1], "done by the process that asked"


def test_what_fails_is_raised():
    with pytest.raises(ValueError, match="cannot do 0"):
        list(spread(broken, range(3), 1))


def heard(*_: object) -> bool:
    """Whether an interrupt would be heard where this runs, be it ignored by then or not."""
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="no masks of signals")
def test_no_worker_hears_an_interrupt_not_even_while_it_begins():
    before = heard()
    assert [told for _, told in spread(heard, [1, 2], 2)] == [False, False]
    work = Work(heard)
    assert work.wait(120)
    assert (work.failed, work.result) == ("", False)
    assert heard() is before


def test_an_interrupt_while_the_command_is_loaded_ends_it_as_any_later_one(monkeypatch):
    def stopped(name, *args, **more):
        if name == "rashomon.cli":
            raise KeyboardInterrupt
        return imported(name, *args, **more)

    imported = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", stopped)
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 130
