"""A surname alone is the one bearer of it whom its story knows; where there are several it is nobody's."""

from __future__ import annotations

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.identity.bearing import gender_of, is_family_name, is_fathers_name, is_given_name, offices_of
from rashomon.comparing.identity.candidates import name_signs
from rashomon.comparing.identity.company import Company
from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of, full_key
from rashomon.comparing.similarity.similarity import SAME_NAME, similarity
from rashomon.records import Reason

_CLEARLY_BETTER = 0.02
_COURTESIES = frozenset({"dr", "dr.", "miss", "mr", "mr.", "mrs", "mrs.", "ms", "ms."})
_LOOKED_AT = 12
"""Bearers of a group whose roles and titles are looked at, so that cost stays linear."""


def single_names(merging: Merging) -> list[tuple[int, tuple[str, ...]]]:
    """Join persons' single names to their bearers; give those left apart, with the bearers that each may mean."""
    by_sign: dict[str, set[int]] = {}
    aliases: dict[str, set[int]] = {}
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
                for name in _other_names(bearer):
                    aliases.setdefault(name_key(name), set()).add(merging.root(i))
        else:
            singles.append(i)
    company = Company(merging)
    ambiguous: list[tuple[int, tuple[str, ...]]] = []
    free: list[int] = []
    for i in singles:
        meant = _meant(merging, i, by_sign, aliases)
        chosen = _chosen(merging, i, meant, company)
        if chosen is not None:
            merging.join(i, chosen, Reason("surname-of", f"{merging.full_names(chosen)[0]}={merging.bearers[i].name}"))
        elif meant:
            ambiguous.append((i, tuple(sorted(merging.full_names(root)[0] for root in meant))))
        else:
            free.append(i)
    _alike(merging, free)
    return ambiguous


def _other_names(bearer: Bearer) -> list[str]:
    """Give the single names of a bearer that shorten none of his full ones: his report says that they are his."""
    full = [name for name in bearer.names if full_key(name, bearer.kind)]
    single = [name for name in bearer.names if full and name not in full]
    return [name for name in single if all(similarity(name, other) < SAME_NAME for other in full)]


def _meant(merging: Merging, i: int, by_sign: dict[str, set[int]], aliases: dict[str, set[int]]) -> list[int]:
    """Give the groups whose full name `i` may shorten, the ones it fits clearly best, or who bear it as an alias."""
    scored: dict[int, float] = {}
    titles = merging.bearers[i].titles - _COURTESIES
    for name in dict.fromkeys(merging.bearers[i].names):
        scored |= dict.fromkeys(sorted({merging.root(j) for j in aliases.get(name_key(name), ())}), 1.0)
        for sign in sorted({s for part in name_signs(name, "person") for s in part}):
            for root in sorted(by_sign.get(sign, ())):
                for full in merging.full_names(root):
                    alike = 1.0 if is_family_name(name, full) else similarity(name, full)
                    if titles and alike < SAME_NAME and is_given_name(name, full):
                        alike = 1.0 if titles & _titles(_held(merging, root)) else alike
                    scored[root] = max(scored.get(root, 0.0), alike)
    best = max(scored.values(), default=0.0)
    if best < SAME_NAME:
        return []
    meant = sorted(root for root, score in scored.items() if score >= max(SAME_NAME, best - _CLEARLY_BETTER))
    return _fitting(merging, i, meant)


def _fitting(merging: Merging, i: int, meant: list[int]) -> list[int]:
    """Leave those whom what stands with the single name allows; where some hold the office told with it, these."""
    single = merging.bearers[i]
    meant = [root for root in meant if not _is_late(merging, single.report, root)]
    titles = single.titles - _COURTESIES
    if titles:
        meant = [root for root in meant if not _is_father(merging, single.names, root)]
    held = {root: _held(merging, root) for root in meant}
    if gender := gender_of([single]):
        meant = [root for root in meant if gender_of(held[root]) in ("", gender)]
    if titles and (same := [r for r in meant if titles & _titles(held[r])]):
        meant = same
    if (offices := offices_of([single])) and (same := [r for r in meant if offices & offices_of(held[r])]):
        return same
    return meant


def _held(merging: Merging, root: int) -> list[Bearer]:
    """Give some of the bearers of a group: enough to know what is told of it."""
    members = [i for of_report in merging.reports(root).values() for i in of_report]
    return [merging.bearers[i] for i in members[:_LOOKED_AT]]


def _is_late(merging: Merging, report: str, root: int) -> bool:
    """Whether a report that keeps a single name apart calls the bearer of the full name late."""
    here = merging.reports(root).get(report, ())
    return any(role.lower().startswith("late ") for i in here for role in merging.bearers[i].roles)


def _titles(held: list[Bearer]) -> frozenset[str]:
    return frozenset().union(*(bearer.titles for bearer in held)) - _COURTESIES


def _is_father(merging: Merging, names: tuple[str, ...], root: int) -> bool:
    return any(is_fathers_name(name, full) for name in names for full in merging.full_names(root))


def _chosen(merging: Merging, i: int, meant: list[int], company: Company) -> int | None:
    report = merging.bearers[i].report
    here = [root for root in meant if report in merging.reports(root)]
    near = here or [root for root in meant if company.keeps(report, root)]
    if not near and len(meant) == 1 and merging.bearers[i].titles & _titles(_held(merging, meant[0])):
        near = meant  # one alone bears the name and the title in all reports
    return near[0] if len(near) == 1 else None


def _alike(merging: Merging, free: list[int]) -> None:
    """Join single names that nobody's full name explains and that are written alike."""
    first: dict[str, int] = {}
    for i in free:
        for name in dict.fromkeys(merging.bearers[i].names):
            j = first.setdefault(name_key(name).removeprefix("al "), i)
            if i != j:
                merging.join(i, j, Reason("same-name", name))
