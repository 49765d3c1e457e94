"""A claim is one proposition with every row across reports that puts it forward; look alone never joins two.

Events join by coreference among those of one standing (said to have happened, denied, or still ahead); statements
join where they say the same of the same: shared content words and entities, weighed by rarity, the same polarity and
days that can meet. Each claim names the origins behind it and counts them by the one function that counts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

from rashomon.comparing.coreference import coreference
from rashomon.comparing.frequency import frequency
from rashomon.comparing.independence import independence
from rashomon.comparing.keys import keys
from rashomon.comparing.origins.united import united
from rashomon.comparing.propositions import Proposition
from rashomon.comparing.spoken_once import spoken_once
from rashomon.comparing.weights import Weights, weigh
from rashomon.records import Claim, Evidence, Member, Origin

_SAME = 0.45
_SAME_SPEAKER = 0.32
_EASED = 0.03
_REFUSED = 0.5
_SHARED_WORDS = 3
_PART = 3
_COMPARED = 8
_COMMON = 60
_EPISODE = timedelta(days=21)
_WORDED = 0.8
_ERRAND = re.compile(
    r"\b(?:delegation|envoy|visit\w*|trip|mission|talks|meeting|summit|met|letter"
    r"|carr(?:y|ied|ies|ying) (?:\w+ )?messages?)\b",
    re.IGNORECASE,
)
_STANDING = {"asserted": "happened", "attributed": "happened", "denied": "denied"}


def claims(propositions: Sequence[Proposition], origins: Mapping[Member, Origin]) -> tuple[Claim, ...]:
    """Gather `propositions` into claims, in the order of their first members; each is in exactly one."""
    by_standing: dict[str, list[Proposition]] = defaultdict(list)
    statements = []
    for p in propositions:
        if p.event is None:
            statements.append(p)
        else:
            by_standing[_STANDING.get(p.event.modality, "ahead")].append(p)
    groups = [(g, f"event:{standing}") for standing in sorted(by_standing) for g in coreference(by_standing[standing])]
    groups += [(g, "statement") for g in _statements(statements, weigh(propositions))]
    rank = {p.key: i for i, p in enumerate(propositions)}
    groups.sort(key=lambda group: rank[group[0][0].key])
    return tuple(_claim(group, kind, origins) for group, kind in groups)


def _claim(group: Sequence[Proposition], kind: str, origins: Mapping[Member, Origin]) -> Claim:
    told = {p.member[0] for p in group if not p.summing}
    own = [p for p in group if not (p.summing and p.member[0] in told)]  # a caption repeats what its report tells
    behind = united(spoken_once(own, origins))
    evidence: list[Evidence] = [(p.member[0], start, end) for p in group for start, end in p.spans]
    first = group[0]
    digest = blake2b(f"{kind}|{first.member[0]}|{first.spans[0]}".encode(), digest_size=5).hexdigest()
    # A copy may change what it copies: the words shown are those of a report that had them first.
    said = max(group, key=lambda p: (p.first in ("", p.member[0]), min(len(p.text), 160), p.member))
    shared = sorted(frozenset.intersection(*(p.stems for p in group))) if len(group) > 1 else []
    return Claim(
        id=f"k-{digest}",
        text=said.text,
        evidence=tuple(evidence),
        members=tuple(dict.fromkeys(p.member for p in group)),
        origins=behind,
        independent_origins=independence(behind),
        because=f"{kind}: {len(group)} rows" + (f", all of {', '.join(shared[:6])}" if shared else ""),
    )


def _statements(statements: Sequence[Proposition], weights: Weights) -> list[list[Proposition]]:
    groups: list[list[Proposition]] = []
    index: dict[str, dict[int, None]] = defaultdict(dict)
    seen = Counter(word for p in statements for word in p.stems)
    for p in statements:
        rare, pairs = keys(p.stems, seen, _COMMON)
        shared, paired = _found(rare, index), _found(pairs, index)
        near = [g for g, n in shared.items() if n >= 2]
        near += nsmallest(_COMPARED, paired, key=lambda g: (-paired[g] - shared[g], g))
        score, at = max(((_fit(p, groups[g], weights), -g) for g in sorted({*near})), default=(0.0, 0))
        if score > 0:
            groups[-at].append(p)
        else:
            at = -len(groups)
            groups.append([p])
        for key in (*rare, *pairs):
            if len(index[key]) < _COMMON:
                index[key][-at] = None
    return groups


def _found(keys: Iterable[str], index: Mapping[str, Mapping[int, None]]) -> Counter[int]:
    """How many of `keys` each group is found by."""
    found: Counter[int] = Counter()
    for key in keys:
        if key in index:
            found.update(index[key].keys())
    return found


def _fit(p: Proposition, group: Sequence[Proposition], weights: Weights) -> float:
    scores = [_alike(p, other, weights) for other in group[:_COMPARED]]
    if min(scores) < 0 or sum(score > 0 for score in scores) * _PART < len(scores):
        return 0.0
    return max(scores)


def _alike(a: Proposition, b: Proposition, weights: Weights) -> float:
    """More than 0 where two statements say the same, less where they cannot."""
    if (a.denied or b.denied) and (a.denied & (b.stems - b.denied) or b.denied & (a.stems - a.denied)):
        return -1.0
    if a.days and b.days and (a.days[0] > b.days[1] or b.days[0] > a.days[1]):
        return -1.0
    if _apart(a, b) or _other_frequency(a, b):
        return -1.0
    if a.figures and b.figures and not a.figures & b.figures and _one_count(a, b):
        return -1.0
    if a.purposes and b.purposes and not a.purposes & b.purposes:
        return -1.0
    if len(a.stems & b.stems) + len(a.entities & b.entities) < _SHARED_WORDS:
        return 0.0
    cosine, shared = weights.shared(a, b)
    alike = bool(a.denied) == bool(b.denied)  # one that denies something says more than one that does not
    eased = _EASED * min(shared - _SHARED_WORDS, 3) if alike else 0.0
    if cosine >= (_SAME_SPEAKER if a.speaker and a.speaker == b.speaker else _SAME - eased):
        return cosine
    both = a.refused & b.refused and a.entities & b.entities  # what two voices deny of one they say alike
    return cosine if both and weights.held(a, b) >= _REFUSED else 0.0


def _one_count(a: Proposition, b: Proposition) -> bool:
    """Whether the two count one thing."""
    return bool({what for _, what in a.figures} & {what for _, what in b.figures})


def _apart(a: Proposition, b: Proposition) -> bool:
    """Whether two errands are two: three trips to one capital stay three.

    They are where reports of different times tell of them, or of times that are not known well, in other words.
    """
    if a.member[0] == b.member[0]:
        return False
    if a.said and b.said and max(a.said[1], b.said[1]) - min(a.said[0], b.said[0]) <= _EPISODE:
        return False
    if not (_is_errand(a.text) and _is_errand(b.text)):
        return False
    return len(a.stems & b.stems) < _WORDED * min(len(a.stems), len(b.stems))


@lru_cache(maxsize=1 << 16)
def _is_errand(text: str) -> bool:
    return _ERRAND.search(text) is not None


def _other_frequency(a: Proposition, b: Proposition) -> bool:
    """Whether one is told for the first time and the other as happening often."""
    one = frequency(a.text)
    other = frequency(b.text) if one else None
    return other is not None and one != other
