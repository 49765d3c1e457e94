"""The cluster that a command was told to work on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.engines import Cluster


@contextmanager
def cluster(engine: str, address: str | None, cores: int) -> Iterator[Cluster | None]:
    """Give the cluster to work on until the end, None where this machine does it itself."""
    if engine != "ray":
        yield None
        return
    from rashomon.engines import Cluster, ClusterError

    on = Cluster(address or "", cores)
    try:
        on.__enter__()
    except ClusterError as error:
        raise click.ClickException(str(error)) from error
    try:
        yield on
    finally:
        on.__exit__(None, None, None)
