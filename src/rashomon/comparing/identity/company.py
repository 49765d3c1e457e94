"""Which reports are about one matter: they name the same people and bodies, states and outlets left out."""

from __future__ import annotations

from rashomon.comparing.identity.merging import Merging

_COMPANY = 20
"""How many of a report's rarest names are looked at to see which other reports are about the same matter."""


class Company:
    """Which reports speak of the same people and bodies, states and outlets left out."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        kept: dict[str, set[int]] = {}
        for i, bearer in enumerate(merging.bearers):
            told_state = bearer.told is not None and bearer.told.because.rule in ("government-of", "state", "seat-of")
            if merging.full_names(i) and bearer.kind not in ("place", "publication") and not told_state:
                kept.setdefault(bearer.report, set()).add(merging.root(i))
        self._of = {
            report: sorted(roots, key=lambda r: (len(merging.reports(r)), r))[:_COMPANY]
            for report, roots in kept.items()
        }

    def keeps(self, report: str, root: int) -> bool:
        """Whether `report` names anyone else whom a report on `root` names too."""
        theirs = self._merging.reports(root).keys()
        return any(
            other != root and not theirs.isdisjoint(self._merging.reports(other).keys())
            for other in self._of.get(report, ())
        )
