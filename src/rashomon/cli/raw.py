"""A case is shown and written as people corrected it; `--raw` shows and writes what the machine alone made of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.case import Case

RAW = click.option("--raw", is_flag=True, help="The machine's own: as if nobody had corrected anything.")


@contextmanager
def seen(path: Path, *, raw: bool = False) -> Iterator[Case]:
    """Open the case at `path` to look at it. Raises CaseError where that cannot be done."""
    from rashomon.case import Case

    with Case(path, read_only=True) as held:
        if not raw:
            yield held
            return
        from rashomon.engines import machines_own

        with machines_own(held) as own:
            yield own
