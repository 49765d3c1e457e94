"""When two names are one: full names spelt alike, a shorter form or a surname where one bearer alone can be meant.

A shorter form of a full name joins only where one longer name can be meant. A surname alone is the one bearer of it
whom its story knows; where there are several it is nobody's.

A single name may shorten a full name only where what stands with it fits: a woman's title no man, a king no prince.
What is told with a single name chooses among those who bear it; it never makes somebody the bearer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.identity.definite_descriptions import office_of
from rashomon.comparing.identity.knowledge import name_key
from rashomon.comparing.identity.merging import Bearer, Company, Merging, class_of, full_key
from rashomon.comparing.similarity import SAME_NAME, similarity, weigh
from rashomon.comparing.similarity.alignment import Match, candidates, name_signs
from rashomon.comparing.similarity.parts import Part, fold, parts
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Reason

_SPELT_ALIKE = {"person": 0.8, "body": 0.86, "place": 0.9}
_ONE_WORD_ALIKE = 0.93
_SOUNDS_ALIKE = 0.2
"""How far apart surnames may sound: romanisations lie up to .15 apart ("-vic", "-witsch"), other names of much the same
letters from .23 ("Perez", "Price"). Of a misspelt given name the same surname tells who is meant."""
_LONGEST_INITIALS = 5
_UNTELLING = frozenset({"title", "form", "filler", "initial"})
_BODY_MAY_OMIT = _UNTELLING | {"people"}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names, places in the list of names; `omitted`: which of the two leaves telling parts out (0, 1, or None)."""

    score: float
    i: int
    j: int
    shorter: int | None


def full_names(merging: Merging) -> list[tuple[int, tuple[str, ...]]]:
    """Join the bearers of full names; give those left apart because several are meant, with the names of these."""
    ambiguous = []
    for body in ("person", "body", "place"):
        names, bearer_of = _same_names(merging, body)
        pairs = list(_compared(names, body))
        spelt = sorted((p for p in pairs if p.shorter is None), key=lambda p: (-p.score, names[p.i], names[p.j]))
        for p in spelt:
            merging.join(
                bearer_of[p.i],
                bearer_of[p.j],
                Reason("spelling", f"{names[p.i]}~{names[p.j]}").then(Reason("likeness", f"{p.score:.2f}"), " "),
            )
        ambiguous += _shorter(merging, names, bearer_of, pairs)
    return ambiguous


def _same_names(merging: Merging, body: str) -> tuple[list[str], list[int]]:
    """Join bearers of one name, spelling apart only in articles, case and accents; give each name once."""
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    for i, bearer in enumerate(merging.bearers):
        if class_of(bearer.kind) == body and bearer.names:
            for name in dict.fromkeys((bearer.name, *bearer.names)):
                key = full_key(name, bearer.kind)
                if key and key in first:
                    merging.join(first[key][0], i, Reason("same-name", name))
                elif key:
                    first[key] = (i, name)
    rows = sorted((name, i) for i, name in first.values())
    return [name for name, _ in rows], [i for _, i in rows]


def _compared(names: list[str], body: str) -> Iterator[_Pair]:
    kind = "person" if body == "person" else "body"
    taken = [parts(name, kind) for name in names]
    seen: set[tuple[int, int]] = set()
    for i, j in candidates(names, kind):
        if (i, j) in seen:
            continue
        seen.add((i, j))
        score, matches, free_i, free_j, rules = weigh(taken[i], taken[j], kind)
        if score < SAME_NAME or not matches or "another-father" in rules:
            continue
        left, right = _telling(taken[i], free_i, body), _telling(taken[j], free_j, body)
        if (left and right) or ((free_i or free_j) and _of_a_state_only(taken[i], matches)):
            continue
        if _are_two(names[i], names[j], taken[i], taken[j], matches, body):
            continue
        if not left and not right and not free_i and not free_j:
            if score >= (_SPELT_ALIKE[body] if len(taken[i]) > 1 else _ONE_WORD_ALIKE):
                yield _Pair(score, i, j, None)
        elif body != "place" and all(_may_omit(side, body) for side in (left, right)):
            free = len([p for p in free_j if taken[j][p].role not in _UNTELLING])
            back = len([p for p in free_i if taken[i][p].role not in _UNTELLING])
            yield _Pair(score, i, j, None if free == back == 0 else (0 if free else 1))


def _telling(taken: tuple[Part, ...], free: set[int], body: str) -> list[Part]:
    return [taken[i] for i in free if taken[i].role not in _UNTELLING]


def _of_a_state_only(taken: tuple[Part, ...], matches: list[Match]) -> bool:
    """Whether two names share a state and nothing else: "Oman News" is no spelling of "Omani"."""
    return all(taken[i].role in ("country", "people") for m in matches for i in m.left)


def _are_two(
    one: str, other: str, left: tuple[Part, ...], right: tuple[Part, ...], matches: list[Match], body: str
) -> bool:
    """Whether two names that are much alike are two for one part of them, however well the rest agrees."""
    if body == "person":
        far = [m for m in matches if m.rule == "sound" and m.distance > _SOUNDS_ALIKE]
        sounding = any(_is_surname(left, m.left) or _is_surname(right, m.right) for m in far)
        return sounding or _other_surname(left, right, matches) or _other_initial(left, right)
    capitals = {word.casefold() for name in (one, other) for word in name.split() if _is_initials(word)}
    return any(
        m.rule == "sound"
        and capitals & {part.text for i, j in zip(m.left, m.right, strict=False) for part in (left[i], right[j])}
        for m in matches
    )


def _other_surname(left: tuple[Part, ...], right: tuple[Part, ...], matches: list[Match]) -> bool:
    """Whether the surname of one is taken for an initial of the other, who has his own: "Karl Renner", "K. R. Vogt"."""
    in_left = {k for m in matches for k in m.left}
    in_right = {k for m in matches for k in m.right}
    return any(
        (_is_surname(left, m.left) and len(right) - 1 not in in_right)
        or (_is_surname(right, m.right) and len(left) - 1 not in in_left)
        for m in matches
        if m.rule == "initial"
    )


def _is_surname(taken: tuple[Part, ...], matched: tuple[int, ...]) -> bool:
    return matched[-1] == len(taken) - 1 and taken[-1].role == "name"


def _other_initial(left: tuple[Part, ...], right: tuple[Part, ...]) -> bool:
    """Whether the first initials that two names give are two: "Hugo A.B. Lang", "Hugo B. Lang"."""
    first, second = (next((p.text[0] for p in side if p.role == "initial"), "") for side in (left, right))
    return bool(first and second and first != second)


def _is_initials(word: str) -> bool:
    return word.isalpha() and word.isupper() and 1 < len(word) <= _LONGEST_INITIALS


def _may_omit(left_out: list[Part], body: str) -> bool:
    return body == "person" or all(p.role in _BODY_MAY_OMIT for p in left_out)


def _shorter(
    merging: Merging, names: list[str], bearer_of: list[int], pairs: list[_Pair]
) -> list[tuple[int, tuple[str, ...]]]:
    longer: dict[int, list[tuple[float, int]]] = {}
    for p in pairs:
        if p.shorter is not None:
            short, long = (p.i, p.j) if p.shorter == 0 else (p.j, p.i)
            longer.setdefault(short, []).append((p.score, long))
    ambiguous = []
    for short in sorted(longer):
        meant: dict[int, int] = {}
        for _, long in sorted(longer[short], key=lambda row: (-row[0], names[row[1]])):
            meant.setdefault(merging.root(bearer_of[long]), long)
        mine = merging.root(bearer_of[short])
        open_to = {root: long for root, long in meant.items() if root == mine or not merging.forbids(mine, root)}
        if mine in open_to and len(open_to) == 1:
            continue
        if len(open_to) == 1:
            root, long = next(iter(open_to.items()))
            merging.join(mine, root, Reason("shorter-name", f"{names[short]}<{names[long]}"))
        elif mine not in open_to and open_to:
            ambiguous.append((mine, tuple(sorted(names[long] for long in open_to.values()))))
    return ambiguous


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


def is_family_name(name: str, full: str) -> bool:
    """Whether the single `name` is the family name that stands first in `full`: "Han" of "Han Ji-won"."""
    one = [p for p in parts(name, "person") if p.role == "name"]
    whole = [p for p in parts(full, "person") if p.role == "name"]
    return len(one) == 1 and len(whole) > 1 and one[0].key == whole[0].key and one[0].key in listed("family_first")


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
