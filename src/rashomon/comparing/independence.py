"""The one place that counts independent origins (to be built)."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.records import Bounds, Origin


def independence(origins: Iterable[Origin]) -> Bounds:
    """Count the independent voices among `origins`: at least, at most."""
    listed = list(origins)
    keys = {o.key or o.name for o in listed}
    sure = {o.key or o.name for o in listed if o.certain}
    return max(len(sure), min(1, len(keys))), len(keys)
