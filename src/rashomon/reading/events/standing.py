"""What was found of an event's standing: the first witness of each modality; the strongest modality wins."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records import Modality, Reason

_ORDER: tuple[Modality, ...] = ("denied", "hypothetical", "demanded", "planned")


@dataclass(slots=True)
class Standing:
    """Collects, for each modality, the word that made it."""

    witnesses: dict[Modality, Reason] = field(default_factory=dict)

    def add(self, kind: Modality, witness: Reason) -> None:
        """Note that `witness` makes the event `kind`, unless an earlier word has."""
        self.witnesses.setdefault(kind, witness)

    def strongest(self) -> tuple[Modality, Reason] | None:
        """Give denial before supposition, supposition before demand, demand before plan; None where there is none."""
        return next(((kind, self.witnesses[kind]) for kind in _ORDER if kind in self.witnesses), None)
