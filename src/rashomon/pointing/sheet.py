"""The sheet of claims: what a model made claims of, each in words of its clauses, with what else comes near to it.

It is shown after the other questions, so that claims which are one, and clauses which tell one of them and were not
named, stand beside one another. Claims that the rules come near to joining follow one another: the likeliest two first,
ties by number. A clause in no claim stands under the claim that it comes nearest to. Of clauses inside one another one
stands there. What does not fit is left out: of clauses in no claim first what comes near to least, of the claims what
they tell beside their first clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.comparing.pointed.groups import HALF_SURE, MOST_INSIDE, share_inside
from rashomon.comparing.term import function_words, term
from rashomon.pointing.page import Page

LONGEST = 18_000
"""Characters of a sheet: about 5,000 tokens."""
_OF_A_PAGE, _SHORTEST = 0.43, 4_000  # of the characters of a page that is shorter, but so many at least
_OF_CLAIMS = 0.55  # of a sheet: a further clause of a claim is shown where its claims take no more
_CLAUSE = 110  # characters that are shown of one clause
_CLAUSES = 2  # that are shown of one claim
_FEWEST = 4  # words of a clause in no claim
_NEW = 5  # words that a further clause of a claim must tell that those before it do not
_NEAR = 0.05  # that a clause tells one thing with one of a claim's
_STANCES = ("says", "denies", "hedges")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown, and the clauses in no claim that are `offered` on it, by their numbers."""

    text: str = ""
    offered: frozenset[int] = frozenset()


def sheet(page: Page, parts: Mapping[str, Sequence[Any]]) -> Sheet:
    """Give the sheet of the claims that were answered about a page; an empty one where there is nothing to ask."""
    claims = parts.get("claims") or ()
    told = [n for n, c in enumerate(claims, 1) if any(c[stance] for stance in _STANCES)]
    if not page.words or not told:
        return Sheet()
    made = _Sheet(page, parts, told).made(longest_of(page))
    return made if len(told) > 1 or made.offered else Sheet()


def longest_of(page: Page) -> int:
    """Give how many characters a sheet of a page has at most; a page that was kept may have the longest."""
    return min(LONGEST, max(_SHORTEST, int(len(page.text) * _OF_A_PAGE))) if page.text else LONGEST


class _Sheet:
    def __init__(self, page: Page, parts: Mapping[str, Sequence[Any]], told: Sequence[int]) -> None:
        self._page, self._told = page, told
        self._claims = parts["claims"]
        self._home = {x: n for n in told for x in _numbers(self._claims[n - 1])}
        self._near = {(a, b): likely for a, b, likely in page.near}
        self._voice = dict(enumerate(page.read, 1)) | dict(parts.get("voices") or ())
        self._name = dict(row.split(" ", 1) for row in page.voices_text.splitlines() if " " in row)
        self._to = self._nearness()
        self._also = {x: row["claim"] for row in parts.get("also") or () for x in _numbers(row)}

    def made(self, longest: int) -> Sheet:
        heads = "\n".join(self._page.heads)
        blocks: dict[int, list[str]] = {}
        left = longest - len(heads)
        shown = {n: self._shown(n) for n in self._told}
        for n in self._told:
            blocks[n] = [f"claim {n}", shown[n][0]]
            left -= sum(len(line) + 1 for line in (*blocks[n], ""))
        more = int(_OF_CLAIMS * longest) - (longest - left)
        for n in sorted(self._told, key=lambda n: (-len(shown[n]), len("".join(shown[n])), n)):
            for line in shown[n][1:]:
                if len(line) < more:
                    more -= len(line) + 1
                    left -= len(line) + 1
                    blocks[n].append(line)
        offered: list[int] = []
        for x, n in self._further():
            line = f"? {x} {self._words(x)}"
            if len(line) >= left or self._stands_inside(x, offered):
                continue
            left -= len(line) + 1
            blocks[n].append(line)
            offered.append(x)
        text = "\n\n".join("\n".join(blocks[n]) for n in self._in_order())
        return Sheet(f"{heads}\n\n{text}", frozenset(offered))

    def _nearness(self) -> dict[int, dict[int, float]]:
        """How near each clause comes to each claim: as to the nearest of its clauses."""
        found: dict[int, dict[int, float]] = {}
        for (a, b), likely in self._near.items():
            for x, y in ((a, b), (b, a)):
                n = self._home.get(y)
                if n is not None and n != self._home.get(x):
                    of = found.setdefault(x, {})
                    of[n] = max(of.get(n, 0.0), likely)
        return found

    def _shown(self, n: int) -> list[str]:
        """The first clause of a claim, and those that tell most which is not told by the ones before."""
        claim = self._claims[n - 1]
        left = [(x, "" if stance == "says" else f"{stance} ") for stance in _STANCES for x in claim[stance]]
        lines: list[str] = []
        known: frozenset[str] = frozenset()
        while left and len(lines) < _CLAUSES:
            best = max(left, key=lambda row: (len(self._terms(row[0]) - known), -left.index(row)) if lines else 0)
            if lines and len(self._terms(best[0]) - known) < _NEW:
                break
            left.remove(best)
            known |= self._terms(best[0])
            lines.append(f"- {best[1]}{self._words(best[0])}")
        return lines

    def _further(self) -> list[tuple[int, int]]:
        """Clauses in no claim, each with the claim that it comes nearest to, the nearest first.

        Before them stand those found on a second look of which the rules are not half sure.
        """
        rows: list[tuple[float, int, int]] = []
        for x, of in sorted(self._to.items()):
            if x in self._home or x in self._also:
                continue
            likely, n = max((likely, -n) for n, likely in of.items())
            if len(_WORD.findall(self._page.words[x - 1])) < _FEWEST:
                continue
            if likely >= _NEAR and not self._stands_inside(x, [*self._home, *self._also]):
                rows.append((-likely, x, -n))
        doubtful = [
            (-1.0, x, n)
            for x, n in sorted(self._also.items())
            if n in self._told and self._to.get(x, {}).get(n, 0.0) < HALF_SURE
        ]
        return [(x, n) for _, x, n in sorted(doubtful + rows)]

    def _stands_inside(self, x: int, others: Iterable[int]) -> bool:
        """Tell whether a clause is most of another one, or the other of it."""
        report, a, b = self._page.clauses[x - 1]
        places = (self._page.clauses[y - 1] for y in others if y != x)
        return any(r == report and share_inside((a, b), (c, d)) >= MOST_INSIDE for r, c, d in places)

    def _in_order(self) -> list[int]:
        pairs: dict[tuple[int, int], float] = {}
        for x, of in self._to.items():
            if x in self._home:
                for n, likely in of.items():
                    both = (min(n, self._home[x]), max(n, self._home[x]))
                    pairs[both] = max(pairs.get(both, 0.0), likely)
        row_of = {n: [n] for n in self._told}
        for a, b in sorted(pairs, key=lambda both: (-pairs[both], both)):
            if row_of[a] is not row_of[b]:
                row = row_of[a] + row_of[b]
                row_of |= dict.fromkeys(row, row)
        order = dict.fromkeys(n for m in self._told for n in row_of[m])
        return list(order)

    def _terms(self, x: int) -> frozenset[str]:
        words = (w.casefold() for w in _WORD.findall(self._page.words[x - 1]))
        return frozenset(term(w) for w in words if w not in function_words())

    def _words(self, x: int) -> str:
        said = self._voice.get(x, 0)
        report, words = self._page.clauses[x - 1][0], self._page.words[x - 1]
        name = self._name.get(f"V{said}", "").removesuffix(f" ({report})") if said else ""
        if len(words) > _CLAUSE:
            words = words[: words.rfind(" ", 0, _CLAUSE)] + " …"
        return f"{report}{f', {name}' if name else ''}: {words}"


def _numbers(row: Mapping[str, Sequence[int]]) -> list[int]:
    return [x for stance in _STANCES for x in row[stance]]
