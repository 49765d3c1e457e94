"""A surname alone is the one bearer of it whom its story knows; where there are several it is nobody's."""

from __future__ import annotations

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.identity.bearing import gender_of, is_fathers_name, offices_of
from rashomon.comparing.identity.candidates import name_signs
from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of
from rashomon.comparing.similarity.similarity import SAME_NAME, similarity

_CLEARLY_BETTER = 0.02
_COURTESIES = frozenset({"dr", "dr.", "miss", "mr", "mr.", "mrs", "mrs.", "ms", "ms."})
_LOOKED_AT = 12
"""Bearers of a group whose roles and titles are looked at, so that cost stays linear."""

_COMPANY = 20
"""How many of a report's rarest names are looked at to see which other reports are about the same matter."""


class _Company:
    """Which reports speak of the same people and bodies, states and outlets left out."""

    def __init__(self, merging: Merging) -> None:
        self._merging = merging
        kept: dict[str, set[int]] = {}
        for i, bearer in enumerate(merging.bearers):
            told_state = bearer.told is not None and bearer.told.because.startswith(
                ("government-of", "state", "seat-of")
            )
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


def single_names(merging: Merging) -> list[tuple[int, tuple[str, ...]]]:
    """Join persons' single names to their bearers; give those left apart, with the bearers that each may mean."""
    by_sign: dict[str, set[int]] = {}
    singles: list[int] = []
    for i, bearer in enumerate(merging.bearers):
        if class_of(bearer.kind) != "person" or not bearer.names:
            continue
        if merging.full_names(i):
            if bearer.mentions:
                for name in merging.full_names(i):
                    for part in name_signs(name, "person"):
                        for sign in part:
                            by_sign.setdefault(sign, set()).add(merging.root(i))
        else:
            singles.append(i)
    company = _Company(merging)
    ambiguous: list[tuple[int, tuple[str, ...]]] = []
    free: list[int] = []
    for i in singles:
        meant = _meant(merging, i, by_sign)
        chosen = _chosen(merging, i, meant, company)
        if chosen is not None:
            merging.join(i, chosen, f"surname-of:{merging.full_names(chosen)[0]}={merging.bearers[i].name}")
        elif meant:
            ambiguous.append((i, tuple(sorted(merging.full_names(root)[0] for root in meant))))
        else:
            free.append(i)
    _alike(merging, free)
    return ambiguous


def _meant(merging: Merging, i: int, by_sign: dict[str, set[int]]) -> list[int]:
    """Give the groups whose full name `i` may shorten, the ones it fits clearly best."""
    scored: dict[int, float] = {}
    for name in dict.fromkeys(merging.bearers[i].names):
        for sign in sorted({s for part in name_signs(name, "person") for s in part}):
            for root in sorted(by_sign.get(sign, ())):
                for full in merging.full_names(root):
                    scored[root] = max(scored.get(root, 0.0), similarity(name, full))
    best = max(scored.values(), default=0.0)
    if best < SAME_NAME:
        return []
    meant = sorted(root for root, score in scored.items() if score >= max(SAME_NAME, best - _CLEARLY_BETTER))
    return _fitting(merging, i, meant)


def _fitting(merging: Merging, i: int, meant: list[int]) -> list[int]:
    """Leave those whom what stands with the single name allows; where some hold the office told with it, these."""
    single = merging.bearers[i]
    if single.titles - _COURTESIES:
        meant = [root for root in meant if not _is_father(merging, single.names, root)]
    held = {root: _held(merging, root) for root in meant}
    if gender := gender_of([single]):
        meant = [root for root in meant if gender_of(held[root]) in ("", gender)]
    if (offices := offices_of([single])) and (same := [r for r in meant if offices & offices_of(held[r])]):
        return same
    return meant


def _held(merging: Merging, root: int) -> list[Bearer]:
    """Give some of the bearers of a group: enough to know what is told of it."""
    members = [i for of_report in merging.reports(root).values() for i in of_report]
    return [merging.bearers[i] for i in members[:_LOOKED_AT]]


def _is_father(merging: Merging, names: tuple[str, ...], root: int) -> bool:
    return any(is_fathers_name(name, full) for name in names for full in merging.full_names(root))


def _chosen(merging: Merging, i: int, meant: list[int], company: _Company) -> int | None:
    report = merging.bearers[i].report
    here = [root for root in meant if report in merging.reports(root)]
    near = here or [root for root in meant if company.keeps(report, root)]
    return near[0] if len(near) == 1 and (not here or len(here) == 1) else None


def _alike(merging: Merging, free: list[int]) -> None:
    """Join single names that nobody's full name explains and that are written alike."""
    first: dict[str, int] = {}
    for i in free:
        for name in dict.fromkeys(merging.bearers[i].names):
            j = first.setdefault(name_key(name).removeprefix("al "), i)
            if i != j:
                merging.join(i, j, f"same-name:{name}")
