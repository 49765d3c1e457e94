"""A person is also listed as the reports write him with his title: "Attorney General Ana Duarte", "Mr. Duarte".

Such a form is found beside a name whose bearer is settled; no two people are joined by it. What is written must stand
directly before the name: a role that the report gives him, or words of titles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.language import lexicon
from rashomon.records import Member, Reading

_REACH = 80
"""Characters before a name in which a title may begin."""

_LONGEST = 7
"""Words of a title; what is longer is a description."""

_LAST_WORD = re.compile(r"(?<![^\W_])([^\W_][\w.’'-]*)\s$")


class Written:
    """The titled forms of the names of persons, by mention, in the `texts` of the reports."""

    def __init__(self, readings: Mapping[str, Reading], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._at = {
            (report, m.id): (m.start, m.end, m.chain)
            for report in texts
            for m in (readings[report].mentions if report in readings else ())
            if m.form == "name" and m.kind == "person"
        }
        self._roles = {
            (report, c.id): sorted(c.roles, key=lambda r: (-len(r), r))
            for report in texts
            for c in (readings[report].chains if report in readings else ())
        }

    def forms(self, mentions: Iterable[Member]) -> tuple[str, ...]:
        """Give the forms with a title of the names among `mentions`, the most frequent first."""
        found = Counter(form for m in mentions if m in self._at and (form := self._form(m)))
        return tuple(sorted(found, key=lambda form: (-found[form], form)))

    def _form(self, member: Member) -> str:
        report, _ = member
        start, end, chain = self._at[member]
        before = self._texts[report][max(0, start - _REACH) : start]
        before = before[before.rfind("\n") + 1 :]
        role = next((r for r in self._roles.get((report, chain), ()) if before.endswith((f"{r} ", f"{r}\xa0"))), "")
        if len(role.split()) > _LONGEST:
            role = ""
        size = max(len(role) + 1 if role else 0, _titles_at_the_end(before))
        return " ".join(self._texts[report][start - size : end].split()) if size else ""


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.casefold() for words, *_ in lexicon("titles") for word in words.split())


def _titles_at_the_end(before: str) -> int:
    """Give how many characters of titles end `before`, the space after them included."""
    left = len(before)
    while match := _LAST_WORD.search(before, 0, left):
        if match[1].casefold() not in _titles() or not match[1][0].isupper():
            break
        left = match.start(1)
    return len(before) - left
