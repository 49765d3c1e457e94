"""Full names are one where they are spelt alike; a shorter form joins only where one longer name can be meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.comparing.identity.candidates import candidates
from rashomon.comparing.identity.merging import Merging, class_of, full_key
from rashomon.comparing.similarity.alignment import Match
from rashomon.comparing.similarity.parts import Part, parts
from rashomon.comparing.similarity.similarity import SAME_NAME, weigh
from rashomon.records import Reason

_SPELT_ALIKE = {"person": 0.8, "body": 0.86, "place": 0.9}
_ONE_WORD_ALIKE = 0.93
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
