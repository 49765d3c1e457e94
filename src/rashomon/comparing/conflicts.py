"""A conflict is two claims of different voices about one thing that cannot both hold, or differ materially.

The unit is speaker, claim, about what: a position that a report passes on is never taken for the reporter's own.
Statements of different times are change, not conflict; a figure beside no figure is detail.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

from rashomon.comparing.keys import keys
from rashomon.comparing.overlaps import overlaps
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.stem import stem
from rashomon.comparing.weights import Weights, weigh
from rashomon.lexicons import lexicon
from rashomon.records import Claim, Conflict, ConflictKind, Member

_ABOUT = 0.34
_ABOUT_OPPOSED = 0.16
_HELD = 0.3
_SPAN_OF_A_STORY = 31
_NEAR = 60
_COMMON = 80
_COMPARED = 6
_ONLY = re.compile(r"\b(?:only|nothing (?:more|but|else)|merely|solely|exclusively)\b", re.IGNORECASE)
_ERRAND = re.compile(r"\b(?:delegation|envoy|visit|trip|mission)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:aim\w*|purpose|request|agenda|message|warning|talk(?:s|ed)? about|negotiat\w*|mediat\w*|coordination)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?P<what>\w+),? (?:is |was |are |were )?(?:headed|led|chaired|commanded) by "
    r"(?P<who>(?:the )?[\w’'-]+(?: [\w’'-]+){0,3})"
)
_HEDGE = re.compile(r"\b(?:could|may|might|would|if|whether|fears?)\b", re.IGNORECASE)


_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Wording:
    """The turns of phrase that the rules look for, found once a text."""

    only: bool
    errand: bool
    matter: bool
    headed: re.Match[str] | None


@lru_cache(maxsize=1 << 16)
def _wording(text: str) -> _Wording:
    return _Wording(
        bool(_ONLY.search(text)), bool(_ERRAND.search(text)), bool(_MATTER.search(text)), _HEADED.search(text)
    )


@dataclass(frozen=True, slots=True)
class _Difference:
    kind: ConflictKind
    score: float
    because: str


def conflicts(claims: Sequence[Claim], propositions: Sequence[Proposition]) -> tuple[Conflict, ...]:
    """Give the conflicts among `claims`, in their order; of those that rest on the same words, the clearest."""
    by_member = {p.member: p for p in propositions}
    weights = weigh(propositions)
    at = {c.id: i for i, c in enumerate(claims)}
    grounds = {p.member: _grounds(p) for p in propositions}
    best: dict[_Pair, _Difference] = {}
    for left, right in _candidates(claims, by_member, grounds):
        for a, b in _pairs(left, right, by_member, grounds, weights):
            for rule in _RULES:
                found = rule(a, b, weights)
                pair = (left.id, right.id)
                if found and (pair not in best or found.score > best[pair].score):
                    best[pair] = found
    kept = _clearest(sorted(best.items(), key=lambda x: (-x[1].score, at[x[0][0]], at[x[0][1]])), overlaps(claims))
    kept.sort(key=lambda item: (at[item[0][0]], at[item[0][1]]))
    return tuple(_conflict(pair, found) for pair, found in kept)


def _clearest(
    found: Sequence[tuple[_Pair, _Difference]], near: Mapping[str, frozenset[str]]
) -> list[tuple[_Pair, _Difference]]:
    """Those of `found` that no earlier one gives already: a statement and the event in it are one matter."""
    kept: list[tuple[_Pair, _Difference]] = []
    against: dict[tuple[ConflictKind, str], set[str]] = defaultdict(set)
    for (a, b), difference in found:
        if not any(near[b] & against[difference.kind, c] for c in near[a]):
            kept.append(((a, b), difference))
            against[difference.kind, a].add(b)
            against[difference.kind, b].add(a)
    return kept


def _conflict(pair: tuple[str, str], difference: _Difference) -> Conflict:
    digest = blake2b("|".join(pair).encode(), digest_size=5).hexdigest()
    return Conflict(f"x-{digest}", pair, difference.kind, difference.because)


_EITHER = frozenset({"denies", "unknown"})


def _grounds(p: Proposition) -> frozenset[str]:
    """What in a proposition a rule could make a conflict of: cheap to know once, and most pairs have none."""
    text = _wording(p.text)
    statement = p.event is None
    found = {
        "denies": bool(p.refused) or (p.event is not None and p.event.modality == "denied"),
        "unknown": bool(_unknown(p.text)),
        "figures": bool(p.figures),
        "opposite": statement and p.topic is not None and bool(p.stems & _opposed_words()),
        "purpose": statement and (bool(p.purposes) or text.errand),
        "cause": statement and bool(_reason(p.text)),
        "headed": statement and text.headed is not None,
    }
    return frozenset(ground for ground, stands in found.items() if stands)


def _comparable(a: frozenset[str], b: frozenset[str]) -> bool:
    """A denial or an unknown doer needs one side, every other rule its ground on both."""
    return bool(a & b or a & _EITHER or b & _EITHER)


def _candidates(
    claims: Sequence[Claim], by_member: Mapping[Member, Proposition], grounds: Mapping[Member, frozenset[str]]
) -> Iterator[tuple[Claim, Claim]]:
    """Claims that share a telling word or entity, or two that are common, and have grounds for a conflict."""
    on = [frozenset[str]().union(*(grounds[m] for m in claim.members[:_COMPARED])) for claim in claims]
    told = [_told(by_member[m] for m in claim.members[:_COMPARED]) for claim in claims]
    words = [{w for m in claim.members for w in _words(by_member[m])} for claim in claims]
    seen = Counter(w for of in words for w in of)
    index: dict[str, list[int]] = defaultdict(list)
    found_by: list[list[str]] = []
    for i, of in enumerate(words):
        rare, pairs = keys(of, seen, _COMMON)
        found_by.append([*rare, *pairs])
        for key in found_by[-1]:
            index[key].append(i)
    for i, found in enumerate(found_by):
        for j in sorted({j for key in found if len(index[key]) <= _COMMON for j in index[key] if j > i}):
            if _comparable(on[i], on[j]) and not _far(told[i], told[j]):
                yield claims[i], claims[j]


def _told(rows: Iterable[Proposition]) -> tuple[int, int] | None:
    """The first and last of the days that all of `rows` speak of; None where one of them does not tell its days."""
    known = [p.days or p.said for p in rows]
    short = [d for d in known if d and (d[1] - d[0]).days <= _SPAN_OF_A_STORY]
    if not short or len(short) < len(known):
        return None
    return min(d[0] for d in short).toordinal(), max(d[1] for d in short).toordinal()


def _far(a: tuple[int, int] | None, b: tuple[int, int] | None) -> bool:
    """No row of the one can be of the time of a row of the other: `_one_time` would say no to every pair."""
    return a is not None and b is not None and max(a[0], b[0]) - min(a[1], b[1]) > _SPAN_OF_A_STORY


def _words(p: Proposition) -> set[str]:
    """What a proposition can be found by: its words, its entities, and for an event what was done to whom."""
    deeds = {f"{p.event.type} {r}" for r in p.recipients} if p.event else set()
    return {*p.stems, *p.entities, *deeds}


def _pairs(
    left: Claim,
    right: Claim,
    by_member: Mapping[Member, Proposition],
    grounds: Mapping[Member, frozenset[str]],
    weights: Weights,
) -> Iterator[tuple[Proposition, Proposition]]:
    for m in left.members[:_COMPARED]:
        for n in right.members[:_COMPARED]:
            a, b = by_member[m], by_member[n]
            if _comparable(grounds[m], grounds[n]) and _two_voices(a, b) and _one_time(a, b, weights):
                yield a, b


def _two_voices(a: Proposition, b: Proposition) -> bool:
    if a.speaker == b.speaker and a.speaker is not None:
        return False
    if a.member[0] == b.member[0]:
        if a.speaker == b.speaker:
            return False
        return not any(s < q and p < t for s, t in a.spans for p, q in b.spans)
    return True


def _one_time(a: Proposition, b: Proposition, weights: Weights) -> bool:
    """Where a report does not tell its day, two reports must share much to be about one time."""
    x, y = a.days or a.said, b.days or b.said
    if x and y and max(x[1] - x[0], y[1] - y[0]).days <= _SPAN_OF_A_STORY:
        return (max(x[0], y[0]) - min(x[1], y[1])).days <= _SPAN_OF_A_STORY
    return a.member[0] == b.member[0] or weights.shared(a, b)[0] >= _ABOUT


def _denial(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """One denies what the other says: words that one puts under a negation and the other affirms."""
    if a.event and b.event:
        told = {a.event.modality, b.event.modality}
        if "denied" not in told or not told & {"asserted", "attributed"}:
            return None
        if a.event.type != b.event.type or not (a.recipients & b.recipients):
            return None
        if not _may_be_one(a.actors, b.actors):
            return None
        return _Difference("denial", 1.5, f"denied-event: {a.event.type} of {sorted(a.recipients & b.recipients)[0]}")
    turned = (a.refused & (b.stems - b.denied)) | (b.refused & (a.stems - a.denied))
    if not turned or not all(_stands_on(p, turned) for p in (a, b)):
        return None
    held, (cosine, shared) = weights.held(a, b), weights.shared(a, b)
    if shared >= 2 and cosine >= _ABOUT_OPPOSED and held >= (_HELD if len(turned) > 1 else 2 * _HELD):
        return _Difference("denial", 0.5 + held, f"denied: {', '.join(sorted(turned)[:4])}")
    return None


def _stands_on(p: Proposition, turned: frozenset[str]) -> bool:
    """Whether `p` stands or falls with the words denied: not where it is hedged, nor an event of another verb."""
    if p.denied:
        return True
    if _HEDGE.search(p.text) or (p.event and p.event.modality in ("hypothetical", "planned")):
        return False
    return p.event is None or bool(turned & p.trigger)


def _may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether those who are said to have acted may be the same: two other names are not, nor is a weapon."""
    x, y = a - _instruments(), b - _instruments()
    if not x or not y:
        return False
    names, others = {p for p in x if p[0] != "~"}, {p for p in y if p[0] != "~"}
    return not (names and others) or bool(names & others)


@cache
def _instruments() -> frozenset[str]:
    return frozenset(f"~{row[0]}" for row in lexicon("instruments"))


def _opposed(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """Opposite words about the same thing, both affirmed."""
    if a.event or b.event or a.topic is None or a.topic != b.topic:
        return None
    affirmed, other = a.stems - a.denied, b.stems - b.denied
    pair = next((f"{x}/{y}" for x, y in _opposites() if _opposing(affirmed, other, x, y)), None)
    if pair is None:
        return None
    cosine, shared = weights.shared(a, b)
    if shared >= 2 and cosine >= _ABOUT_OPPOSED / 2:
        return _Difference("stance", cosine, f"opposites: {pair} of {a.topic}")
    return None


def _opposing(a: frozenset[str], b: frozenset[str], x: str, y: str) -> bool:
    forward, backward = x in a and y in b, y in a and x in b
    return (forward and x not in b and y not in a) or (backward and y not in b and x not in a)


def _number(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """Two figures for one thing, said of the same day."""
    if not a.figures or not b.figures or a.figures & b.figures:
        return None
    if a.said and b.said and a.said != b.said:
        return None
    cosine, shared = weights.shared(a, b)
    for n, what in sorted(a.figures):
        for m, same in sorted(b.figures):
            if what == same and n != m and shared >= 2 and cosine >= _ABOUT_OPPOSED:
                return _Difference("number", 1.0 + cosine, f"figures: {n:g} or {m:g} {what}")
    return None


def _purpose(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """What one mission is for: two purposes, or one voice that leaves room for nothing else."""
    if a.event or b.event:
        return None
    cosine, shared = weights.shared(a, b)
    if shared < 2 or cosine < _ABOUT_OPPOSED / 2:
        return None
    if a.purposes and b.purposes and not a.purposes & b.purposes and a.entities & b.entities:
        told = f"{', '.join(sorted(a.purposes))} or {', '.join(sorted(b.purposes))}"
        return _Difference("purpose", 1.0 + cosine, f"purposes: to {told}")
    one, two = _wording(a.text), _wording(b.text)
    if one.only != two.only and cosine < 2 * _ABOUT:
        other = two if one.only else one
        if one.errand and two.errand and other.matter:
            return _Difference("purpose", 0.5 + cosine, "purpose: one voice says that it is for that alone")
    return None


def _cause(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """Two voices give one thing two causes."""
    if a.event or b.event:
        return None
    x, y = _reason(a.text), _reason(b.text)
    if not x or not y:
        return None
    cosine, shared = weights.shared(a, b)
    told = {stem(w) for w in x} & {stem(w) for w in y} - (a.stems & b.stems)
    if shared >= 2 and weights.held(a, b) >= _ABOUT_OPPOSED and len(told) <= 1:
        return _Difference("cause", 0.5 + cosine, f"causes: {' '.join(x[:6])} or {' '.join(y[:6])}")
    return None


@lru_cache(maxsize=1 << 16)
def _reason(text: str) -> list[str]:
    """The words after a cause cue, up to the end of the clause; none where no cause is given."""
    lower = text.casefold()
    for cue in _phrases("cause_cues"):
        at = cue.search(lower)
        if at:
            return re.findall(r"[a-z]{4,}", re.split(r"[.;]", lower[at.end() :])[0])[:12]
    return []


def _identity(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """Two voices put different people in one place: the head of a delegation, the leader of a group."""
    if a.event or b.event:
        return None
    x, y = _wording(a.text).headed, _wording(b.text).headed
    if not x or not y or stem(x["what"].lower()) != stem(y["what"].lower()):
        return None
    _, shared = weights.shared(a, b)
    one, other = x["who"].strip(), y["who"].strip()
    if shared >= 1 and not set(one.lower().split()) & set(other.lower().split()) - {"the", "of", "al"}:
        return _Difference("identity", 1.2, f"headed by: {one} or {other}")
    return None


def _actor(a: Proposition, b: Proposition, weights: Weights) -> _Difference | None:
    """One voice names who did a deed, the other says that nobody knows."""
    x, y = _unknown(a.text) & a.stems, _unknown(b.text) & b.stems
    if bool(x) == bool(y):
        return None
    deed, around = (b, x) if x else (a, y)
    if not deed.event or deed.event.type != "ASSAULT" or deed.event.modality not in ("asserted", "attributed"):
        return None
    _, shared = weights.shared(a, b)
    if shared >= 2 and deed.actors - _instruments() and around & (deed.stems | deed.trigger):
        return _Difference("actor", 1.0, f"actor: unknown to one voice, named by the other: {deed.text[:60]}")
    return None


@lru_cache(maxsize=1 << 16)
def _unknown(text: str) -> frozenset[str]:
    """The stems around a phrase that says that nobody knows who did it; none where nothing says so."""
    text = text.casefold()
    for phrase in _phrases("unknown_actors"):
        at = phrase.search(text)
        if at:
            near = text[max(0, at.start() - _NEAR) : at.end() + _NEAR]
            return frozenset(stem(w) for w in re.findall(r"[a-z]{4,}", near))
    return frozenset()


@cache
def _phrases(name: str) -> tuple[re.Pattern[str], ...]:
    """The phrases of a lexicon, in its order."""
    return tuple(re.compile(rf"\b{re.escape(phrase)}\b") for (phrase,) in lexicon(name))


@cache
def _opposed_words() -> frozenset[str]:
    return frozenset(word for pair in _opposites() for word in pair)


@cache
def _opposites() -> tuple[tuple[str, str], ...]:
    return tuple((stem(one), stem(other)) for one, others in lexicon("opposites") for other in others.split(","))


_RULES: tuple[Callable[[Proposition, Proposition, Weights], _Difference | None], ...] = (
    _denial,
    _opposed,
    _number,
    _purpose,
    _cause,
    _identity,
    _actor,
)
