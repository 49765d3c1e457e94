"""Eventualities that tell one thing are one: the same word and role, somebody else in common, and days that meet.

Where one names nobody else, both must be of one day that the text gives. What is speech is one only where its sentence
is: somebody says many things on one day. One sentence in several reports tells one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

import snowballstemmer

from rashomon.comparing.days import days
from rashomon.comparing.timeline.part import Part

_DAY = timedelta(days=1)
_HAPPENED = frozenset({"asserted", "attributed"})
_stemmer = snowballstemmer.stemmer("english")


def joined(parts: Iterable[Part]) -> list[list[Part]]:
    """Group the parts that tell one thing; groups and members stand in the order of `parts`."""
    groups: list[list[Part]] = []
    alike: dict[tuple[str, str, bool], list[list[Part]]] = defaultdict(list)
    for part in parts:
        key = (part.role, str(_stemmer.stemWord(part.row.lemma)), part.row.modality in _HAPPENED)
        home = next((group for group in alike[key] if any(_same(part, other) for other in group)), None)
        if home is None:
            home = []
            groups.append(home)
            alike[key].append(home)
        home.append(part)
    return groups


def _same(a: Part, b: Part) -> bool:
    if a.words == b.words:
        return a.member[0] != b.member[0] or a.others == b.others
    one, two = days(a.date), days(b.date)
    if a.row.kind == "REPORTING" or one is None or two is None:
        return False
    if a.others & b.others:
        return one[0] <= two[1] and two[0] <= one[1] and min(one[1] - one[0], two[1] - two[0]) <= _DAY
    told = a.basis.startswith("published") or b.basis.startswith("published")
    return not (a.others and b.others) and one == two and one[0] == one[1] and not told
