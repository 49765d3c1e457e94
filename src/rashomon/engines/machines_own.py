"""A case as the machine alone made it: what people decided is left out, and everything compared again without it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.case import Case
from rashomon.engines.compare_again import compare_again


@contextmanager
def machines_own(case: Case) -> Iterator[Case]:
    """Open a copy of `case` without its judgements, which goes by the case's name and is gone at the end.

    Where nobody judged anything it is `case` itself. Raises CaseError where no copy can be written.
    """
    if not len(case.corrections):
        yield case
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / case.path.name
        case.copy(path, judged=False)
        with Case(path) as own:
            compare_again(own)
            own.path = case.path
            yield own
