"""A surname alone is the one bearer of it whom its story knows; where there are several it is nobody's.

A single name may shorten a full name only where what stands with it fits: a woman's title no man, a king no prince.

What is told with a single name chooses among those who bear it; it never makes somebody the bearer.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rashomon.comparing.identity.bearers import Bearer
from rashomon.comparing.identity.candidates import name_signs
from rashomon.comparing.identity.company import Company
from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Merging, class_of, full_key
from rashomon.comparing.identity.offices import office_of
from rashomon.comparing.similarity.parts import fold, parts
from rashomon.comparing.similarity.similarity import SAME_NAME, similarity
from rashomon.language import lexicon, word_set
from rashomon.records import Reason


@cache
def _genders(table: str) -> dict[str, str]:
    """Give the genders that the titles or the given names of a table tell, by their folded words where these agree."""
    told: dict[str, set[str]] = {}
    for words, *more in lexicon(table):
        told.setdefault(" ".join(fold(words)).lower(), set()).add(more[0] if more else "")
    return {word: next(iter(genders)) for word, genders in told.items() if len(genders) == 1}


def gender_of(held: Iterable[Bearer]) -> str:
    """Give the one gender ("m", "f") that the titles of `held` tell, else their given names; "" where none or both."""
    held = tuple(held)
    told = {_genders("titles").get(" ".join(fold(title)).lower(), "") for bearer in held for title in bearer.titles}
    if not told - {""}:
        given = (fold(name)[0].lower() for bearer in held for name in bearer.names if " " in name and fold(name))
        told = {_genders("given_names").get(word, "") for word in given}
    told -= {""}
    return told.pop() if len(told) == 1 else ""


def offices_of(held: Iterable[Bearer]) -> set[tuple[str, str]]:
    """Give the offices that `held` have now, each with its state."""
    found = [office_of(role) for bearer in held for role in bearer.roles]
    return {(office.state, office.office) for office in found if office and not office.past}


def is_fathers_name(name: str, full: str) -> bool:
    """Whether the single `name` is the father's in `full`: "Faisal" in "Turki bin Faisal", though not "bin Faisal"."""
    one = parts(name, "person")
    if len(one) != 1 or one[0].before == "son" or name.casefold().split()[0] in ("bin", "ibn"):
        return False
    return any(p.before == "son" and p.key == one[0].key for p in parts(full, "person"))


@cache
def _family_first() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("family_first"))


def is_family_name(name: str, full: str) -> bool:
    """Whether the single `name` is the family name that stands first in `full`: "Han" of "Han Ji-won"."""
    one = [p for p in parts(name, "person") if p.role == "name"]
    whole = [p for p in parts(full, "person") if p.role == "name"]
    return len(one) == 1 and len(whole) > 1 and one[0].key == whole[0].key and one[0].key in _family_first()


def is_given_name(name: str, full: str) -> bool:
    """Whether the single `name` stands first in `full`: "Col. Peter" of "Peter Holm"."""
    one, whole = ([p for p in parts(n, "person") if p.role == "name"] for n in (name, full))
    return len(one) == 1 and len(whole) > 1 and one[0].key == whole[0].key


_CLEARLY_BETTER = 0.02
_COURTESIES = word_set("words_of_mentions", "courtesy")
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
