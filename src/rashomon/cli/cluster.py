"""The cluster that a command was told to work on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rashomon.engines import Cluster


F = TypeVar("F", bound=Callable[..., Any])
_ENGINE = click.option(
    "--engine",
    default="machine",
    show_default=True,
    type=click.Choice(["machine", "ray"]),
    help="Where it is read and compared: this machine (--cores), or a Ray cluster (docs/scale.md).",
)
_ADDRESS = click.option(
    "--address",
    help="Of the Ray cluster: auto for one this machine is of, or HOST:PORT; unless told, one of --cores begins here.",
)


def on_cluster(command: F) -> F:
    """Add the options that say where a command works."""
    return _ENGINE(_ADDRESS(command))


@contextmanager
def cluster(engine: str, address: str | None, cores: int) -> Iterator[Cluster | None]:
    """Give the cluster to work on until the end, None where this machine does it itself."""
    if engine != "ray":
        if address:
            raise click.UsageError("--address is that of a Ray cluster: say --engine ray too")
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
