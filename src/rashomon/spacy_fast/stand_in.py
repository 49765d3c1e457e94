"""A quick step that asks a stock one is saved as that one is, and loaded again with it.

The layers of a pipeline's models, also of those that a quick step stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from spacy.language import Language
from spacy.pipeline import Pipe
from thinc.api import Model


def layers(nlp: Language) -> Iterator[Model[Any, Any]]:
    """Give every layer of every component's model; one that two components share comes twice."""
    for _, component in nlp.pipeline:
        model = getattr(component.stock() if isinstance(component, StandIn) else component, "model", None)
        if isinstance(model, Model):
            yield from model.walk()


class StandIn(Pipe):
    """A component in the place of a stock one; what it saves is the stock one's own."""

    def stock(self) -> Any:
        """Give the stock component, None where there is none yet."""
        raise NotImplementedError

    def renew(self) -> None:
        """Forget what was worked out of the stock component: it has been loaded anew."""
        raise NotImplementedError

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Save the stock component into the folder `path`, without the parts named in `exclude`."""
        if self.stock() is not None:
            self.stock().to_disk(path, exclude=tuple(exclude))

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:
        """Load what `to_disk` saved."""
        if self.stock() is not None:
            self.stock().from_disk(path, exclude=tuple(exclude))
            self.renew()
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Give the stock component as bytes."""
        return bytes(self.stock().to_bytes(exclude=tuple(exclude))) if self.stock() is not None else b""

    def from_bytes(self, told: bytes, *, exclude: Iterable[str] = ()) -> Self:
        """Load what `to_bytes` gave."""
        if self.stock() is not None:
            self.stock().from_bytes(told, exclude=tuple(exclude))
            self.renew()
        return self
