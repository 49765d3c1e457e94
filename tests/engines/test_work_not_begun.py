"""Long work whose process cannot begin has failed, and says so; nothing is printed past whoever asked."""

import threading

import pytest

from rashomon.engines import own_process


class Unborn:
    """A process that does not start."""

    pid = None

    def __init__(self, error):
        self._error = error

    def start(self):
        raise self._error


@pytest.mark.parametrize("error", [OSError("no memory"), EOFError("unexpected EOF")])
def test_work_that_cannot_begin_has_failed(monkeypatch, error):
    escaped = []
    monkeypatch.setattr(threading, "excepthook", escaped.append)
    real = own_process.get_context

    class Context:
        Pipe = staticmethod(real(own_process._METHOD).Pipe)

        @staticmethod
        def Process(**given):  # noqa: N802
            return Unborn(error)

    monkeypatch.setattr(own_process, "get_context", lambda method: Context)
    work = own_process.Work(print)
    assert work.wait(10)
    assert str(error) in work.failed
    assert not escaped
