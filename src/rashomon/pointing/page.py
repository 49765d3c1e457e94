"""The numbered page: the clauses of reports, each with a number, as a model is shown them; and what each number is.

Every sentence stands once, its clauses in square brackets inside it, `[12 … [13 …] …]`, a number for each statement.
Behind the number stands who says it, as read (`[12 V4: …]`), where it is not the report itself or who says what stands
around it; before a figure its own number (`#7=43`). What is debris, or copied from a report that is shown, is left out.
What does not fit is left out too: the clauses of whatever the rules join are shown by representatives. A story of which
one page would leave out the half goes by parts, in which stands together what the rules come near to joining: the
likeliest two join first, as long as both fit one page (single link under a bound, ties by number), and the worthiest
parts are packed first, into as few pages as hold them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rashomon.comparing import Grounds
from rashomon.comparing.claims import Gathered
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.pointed.voices import speaks_itself
from rashomon.pointing.addressed import addressed
from rashomon.records import Entity, Evidence, Member, Mention, Origin, Reading, VoiceKey

LONGEST = 42_000
"""Characters of a page unless told otherwise: about 11,400 tokens."""
_LARGE = 2.0  # of a page: a story that is longer goes by parts
_VOICES = 80
_LONGEST_NAME = 60
_LEAD, _SAID = 1.0, 0.5  # what standing in the lead, and telling figures, adds to the worth of a clause
_BETWEEN = 3  # characters between two reports
_FARTHEST = 0.03  # that two clauses tell one thing, where that is told of a page at all
_NUMBERED = 2  # further characters of the number of a clause that is not the first
_FEWEST = 5  # words of a clause inside another one
_SPEAKS = frozenset({"person", "organisation", "group", "office", "place", "publication"})
_NOMINAL = frozenset({"person", "organisation", "group", "office"})
_MARKUP = str.maketrans({"[": "(", "]": ")", "#": "№", "<": "‹", ">": "›"})
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Page:
    """What is shown, and what its numbers stand for: clause n is `clauses[n - 1]`, and so on.

    `text` holds the reports' words, `voices_text` the table of voices. For what is asked about answered claims: the
    `words` of each clause, the number of the voice that it was `read` as (0: none), how likely two clauses, the smaller
    number first, tell one thing (`near`), and the `heads` of the reports. A page that was kept has none of these.
    """

    text: str
    voices_text: str
    clauses: tuple[Evidence, ...]
    figures: tuple[Evidence, ...]
    values: tuple[float, ...]
    voices: tuple[Evidence, ...]
    reports: tuple[str, ...]
    words: tuple[str, ...] = ()
    read: tuple[int, ...] = ()
    near: tuple[tuple[int, int, float], ...] = ()
    heads: tuple[str, ...] = ()


def pages(ground: Grounds, gathered: Sequence[Gathered], longest: int = LONGEST) -> tuple[Page, ...]:
    """Give the page of the reports of a story, or of a large one the pages of its parts."""
    return _Pages(ground, gathered, longest).all()


def page_of(
    ground: Grounds, gathered: Sequence[Gathered], clauses: Collection[Evidence], longest: int = LONGEST
) -> Page:
    """Give a page of some clauses alone, and their sentences."""
    return _Pages(ground, gathered, longest, frozenset(clauses)).one()


def filled(ground: Grounds, gathered: Sequence[Gathered], kept: Page) -> Page:
    """Give a page that was `kept` as numbers alone with what stands beside them, as it is read now.

    Its voices go by their names of now; a voice that it does not have stands behind those that it has.
    """
    return _Pages(ground, gathered, LONGEST).filled(kept)


@dataclass(frozen=True, slots=True)
class _Sentence:
    report: str
    number: int
    units: tuple[Unit, ...]
    worth: float
    length: int


class _Pages:
    def __init__(
        self,
        ground: Grounds,
        gathered: Sequence[Gathered],
        longest: int,
        only: frozenset[Evidence] | None = None,
    ) -> None:
        self._ground, self._gathered, self._longest, self._only = ground, gathered, longest, only
        self._told = [u for g in gathered for t in g.told for u in t.units if only is None or u.evidence in only]
        self._size = {id(u): len(t.units) for g in gathered for t in g.told for u in t.units}
        self._lead = {id(u): n for g in gathered for t in g.told for n, u in enumerate(t.units)}
        self._echo = _echoes(gathered)
        self._voices = _Speakers(ground, self._told)

    def one(self) -> Page:
        return self._made(self._fitting(self._sentences()))

    def all(self) -> tuple[Page, ...]:
        sentences = self._sentences()
        if sum(s.length for s in sentences) <= _LARGE * self._longest:
            return (self._made(self._fitting(sentences)),)
        parts = parted(
            [s.length + self._heading(s.report) for s in sentences],
            [s.worth for s in sentences],
            self._near(sentences),
            self._longest,
        )
        return tuple(self._made([sentences[n] for n in part]) for part in parts)

    def _near(self, sentences: Sequence[_Sentence]) -> dict[tuple[int, int], float]:
        """How near two sentences are, by their places in the list: as their likeliest clauses."""
        of = {id(u): n for n, s in enumerate(sentences) for u in s.units}
        near: dict[tuple[int, int], float] = {}
        for g in self._gathered:
            for (a, b), likely in g.joined.likely.by_pair().items():
                one, other = of.get(id(g.units[a])), of.get(id(g.units[b]))
                if one is not None and other is not None and one != other:
                    both = (min(one, other), max(one, other))
                    near[both] = max(near.get(both, 0.0), likely)
        return near

    def _made(self, shown: Sequence[_Sentence]) -> Page:
        order = sorted(shown, key=lambda s: (self._day(s.report), s.report, s.number))
        clauses: list[Evidence] = []
        figures: list[tuple[Evidence, float]] = []
        blocks: dict[str, list[str]] = {}
        for sentence in order:
            words = self._marked(sentence.report, sentence.units, clauses, figures)
            blocks.setdefault(sentence.report, []).append(words)
        text = "\n\n".join(f"{self._head(r)}\n" + "\n".join(lines) for r, lines in blocks.items())
        table = "\n".join(f"V{n} {name}" for n, (name, _) in enumerate(self._voices.table, 1))
        return Page(
            text,
            table,
            tuple(clauses),
            tuple(place for place, _ in figures),
            tuple(value for _, value in figures),
            tuple(self._mention(mention) for _, mention in self._voices.table),
            tuple(blocks),
            **self._beside(clauses),
        )

    def filled(self, kept: Page) -> Page:
        beside = self._beside(kept.clauses)
        number = {place: n for n, place in enumerate(kept.voices, 1)}
        names = [_clean(self._ground.reports[r].text[a:b]) for r, a, b in kept.voices]
        now = [0]
        for name, mention in self._voices.table:
            n = number.setdefault(self._mention(mention), len(number) + 1)
            names[n - 1 : n] = [name]
            now.append(n)
        table = "\n".join(f"V{n} {name}" for n, name in enumerate(names, 1))
        return replace(kept, voices_text=table, **{**beside, "read": tuple(now[v] for v in beside["read"])})

    def _beside(self, clauses: Sequence[Evidence]) -> dict[str, Any]:
        """Give what stands beside the numbers of a page: words, voices as read, nearness and heads."""
        number = {e: n for n, e in enumerate(clauses, 1)}
        read: dict[Evidence, int] = {}
        near: dict[tuple[int, int], float] = {}
        for g in self._gathered:
            read |= {u.evidence: int(self._voices.said(u)[1:] or 0) for u in g.units if u.evidence in number}
            at = [number.get(u.evidence, 0) for u in g.units]
            for (a, b), likely in g.joined.likely.by_pair().items():
                both = min(at[a], at[b]), max(at[a], at[b])
                if both[0] and both[0] != both[1] and likely >= _FARTHEST:
                    near[both] = max(near.get(both, 0.0), likely)
        texts = {r: self._ground.reports[r].text for r, _, _ in clauses}
        return {
            "words": tuple(" ".join(_clean(texts[r][a:b]).split()) for r, a, b in clauses),
            "read": tuple(read.get(e, 0) for e in clauses),
            "near": tuple((a, b, likely) for (a, b), likely in sorted(near.items())),
            "heads": tuple(self._head(r).removeprefix("== ") for r in dict.fromkeys(r for r, _, _ in clauses)),
        }

    def _mention(self, member: Member) -> Evidence:
        report, mention = member
        return next((report, m.start, m.end) for m in self._ground.readings[report].mentions if m.id == mention)

    def _day(self, report: str) -> str:
        return self._ground.readings[report].published.value or "~"

    def _head(self, report: str) -> str:
        reading = self._ground.readings[report]
        told = self._ground.reports[report].outlet or reading.outlet or ""
        outlet = "" if addressed(told) else _clean(told)[:_LONGEST_NAME]
        name, day = _clean(report)[:_LONGEST_NAME], reading.published.value or "day not known"
        return f"== {name} | {outlet or 'outlet not known'} | {day}"

    def _sentences(self) -> list[_Sentence]:
        by: dict[tuple[str, int], list[Unit]] = {}
        for u in self._told:
            by.setdefault((u.report, u.clause.sentence), []).append(u)
        seen: set[str] = set()
        found = []
        for (report, number), all_ in sorted(by.items(), key=lambda row: (self._day(row[0][0]), row[0])):
            units = [u for u in all_ if self._is_worth_a_number(u, all_)]
            start, end = self._stretch(report, units)
            key = " ".join(_WORD.findall(self._ground.reports[report].text[start:end].casefold()))
            if key in seen:
                continue
            seen.add(key)
            worth = max(self._worth(u) for u in units)
            ordered = tuple(sorted(units, key=lambda u: (u.span[0], -u.span[1])))
            long = len(self._marked(report, ordered, [], [])) + _NUMBERED * len(ordered) + 1
            found.append(_Sentence(report, number, ordered, worth, long))
        return found

    def _is_worth_a_number(self, u: Unit, beside: Sequence[Unit]) -> bool:
        """A few words inside another clause tell nothing alone; one that the rules join with others does."""
        a, b = u.span
        inside = self._only is None and any(v.span[0] <= a and b <= v.span[1] for v in beside if v is not u)
        words = len(_WORD.findall(self._ground.reports[u.report].text[a:b]))
        return not inside or words >= _FEWEST or self._size[id(u)] > 1 or bool(u.clause.figures)

    def _worth(self, u: Unit) -> float:
        """What a clause is worth showing: what other reports come near to, and what stands early, comes first.

        Of what the rules join, those behind the first tell less that is new.
        """
        again = self._lead[id(u)] / self._size[id(u)]
        return self._echo.get(id(u), 0.0) - again + _LEAD * u.lead + 1 - u.depth + _SAID * bool(u.figures)

    def _fitting(self, sentences: Sequence[_Sentence]) -> list[_Sentence]:
        kept: list[_Sentence] = []
        opened: set[str] = set()
        left = self._longest
        for s in sorted(sentences, key=lambda s: (-s.worth, s.report, s.number)):
            long = s.length + (0 if s.report in opened else self._heading(s.report))
            if long <= left:
                kept.append(s)
                opened.add(s.report)
                left -= long
        return kept

    def _heading(self, report: str) -> int:
        return len(self._head(report)) + _BETWEEN

    def _stretch(self, report: str, units: Sequence[Unit]) -> tuple[int, int]:
        sentences = self._ground.readings[report].sentences
        number = units[0].clause.sentence
        start, end = sentences[number] if number < len(sentences) else units[0].span
        return min(start, *(u.span[0] for u in units)), max(end, *(u.span[1] for u in units))

    def _marked(
        self, report: str, units: Sequence[Unit], clauses: list[Evidence], figures: list[tuple[Evidence, float]]
    ) -> str:
        text = self._ground.reports[report].text
        start, end = self._stretch(report, units)
        marks: list[tuple[int, int, int, str]] = []  # where, what closes before what opens, order, the mark
        around: list[tuple[int, str]] = []
        for u in units:
            clauses.append(u.evidence)
            a, b = u.span
            while around and around[-1][0] <= a:
                around.pop()
            voice = self._voices.said(u)
            says = "" if voice == (around[-1][1] if around else "") else f" {voice or 'V0'}:"
            marks += [(a, 1, -b, f"[{len(clauses)}{says} "), (b, 0, -a, "]")]
            around.append((b, voice))
        for a, b, value in sorted({(f.start, f.end, f.value) for u in units for f in u.clause.figures}):
            figures.append(((report, a, b), value))
            marks.append((a, 2, 0, f"#{len(figures)}="))
        out, at = "", start
        for where, _, _, mark in sorted(marks):
            if start <= where <= end:
                out += _clean(text[at:where]) + mark
                at = where
        out += _clean(text[at:end])
        return " ".join(out.split())


def _clean(words: str) -> str:
    """A report's words, in which no sign of the page stands: it can open no bracket and end no line."""
    return re.sub(r"\s+", " ", words).translate(_MARKUP)


def _echoes(gathered: Sequence[Gathered]) -> dict[int, float]:
    """How many other reports come near to each clause, each by how likely it tells the same."""
    near: dict[int, dict[str, float]] = {}
    for g in gathered:
        for (a, b), likely in g.joined.likely.by_pair().items():
            for x, y in ((a, b), (b, a)):
                report = g.units[y].report
                if report != g.units[x].report:
                    of = near.setdefault(id(g.units[x]), {})
                    of[report] = max(of.get(report, 0.0), likely)
    return {unit: sum(of[r] for r in sorted(of)) for unit, of in near.items()}


class _Speakers:
    """The table of those who can be a voice: whoever speaks, names that take part, people and bodies without a name."""

    def __init__(self, ground: Grounds, units: Sequence[Unit]) -> None:
        self._voices = ground.voices
        self._own = _narrators(ground)
        entity_of: Mapping[Member, Entity] = {m: e for e in ground.entities for m in e.mentions}
        self._number: dict[str, int] = {}
        self.table: list[tuple[str, Member]] = []
        spoken: Counter[str] = Counter()
        names: dict[str, tuple[str, Member]] = {}
        seen: dict[str, str] = {}
        for report in sorted(ground.readings):
            reading = ground.readings[report]
            for a in reading.attributions:
                origin = ground.voices.get((report, a.id))
                if origin is None or a.source_mention is None or not speaks_itself(origin):
                    continue
                entity = entity_of.get((report, a.source_mention))
                if VoiceKey.of(origin).narrates and (entity is None or entity.kind != "publication"):
                    continue  # it tells by itself what that one is said to hold
                who = entity.id if entity else f"{report}|{_chain(reading, a.source_mention)}"
                spoken[who] += 2
                names.setdefault(who, (_with_report(origin, report), (report, a.source_mention)))
                seen.setdefault(origin.key, who)
        for e in ground.entities:
            known = {(r, m.id): m for r in {r for r, _ in e.mentions} for m in ground.readings[r].mentions}
            mine = [m for m in e.mentions if m in known and known[m].form == "name"]
            if mine and e.kind in _SPEAKS:
                names.setdefault(e.id, (_clean(e.name)[:_LONGEST_NAME], mine[0]))
                spoken[e.id] += min(1, len({r for r, _ in mine}) - (e.kind == "place"))
        for report, m in _subjects(ground, units):
            reading = ground.readings[report]
            entity = entity_of.get((report, m.id))
            key = entity.id if entity else f"{report}|{m.chain}"
            name = next((c.name for c in reading.chains if c.id == m.chain), "")
            if name and len(name) < _LONGEST_NAME:
                names.setdefault(key, (f"{_clean(name)} ({_clean(report)})", (report, m.id)))
                spoken[key] += 1
        often = Counter(name for name, _ in names.values())
        for key, (name, member) in names.items():
            named = {m.id for m in ground.readings[member[0]].mentions if m.form == "name"} if often[name] > 1 else ()
            if often[name] > 1 and member[1] not in named:  # "the coastguard" of each report
                names[key] = f"{name} ({_clean(member[0])[:_LONGEST_NAME]})", member
        best = sorted(names, key=lambda k: (-spoken[k], k))[:_VOICES]
        for key in best:
            self._number[key] = len(self.table) + 1
            self.table.append(names[key])
        self._of_key = {key: self._number[who] for key, who in seen.items() if who in self._number}

    def said(self, unit: Unit) -> str:
        """Who says a clause, as read: "V4", or nothing where the report tells it."""
        origin = self._voices.get((unit.report, unit.clause.id))
        if origin is None or origin.key in self._own[unit.report]:
            return ""
        number = self._of_key.get(origin.key)
        return f"V{number}" if number else ""


def _narrators(ground: Grounds) -> dict[str, frozenset[str]]:
    """The keys that a report's own narration has."""
    found = {}
    for report, reading in ground.readings.items():
        rows = [ground.voices.get((report, f"s{n}")) for n in range(1, len(reading.sentences) + 1)]
        found[report] = frozenset(o.key for o in rows if o is not None and VoiceKey.of(o).narrates)
    return found


def _with_report(origin: Origin, report: str) -> str:
    name = _clean(origin.name)[:_LONGEST_NAME]
    return f"{name} ({_clean(report)[:_LONGEST_NAME]})" if VoiceKey.of(origin).nameless else name


def _chain(reading: Reading, mention: str) -> str:
    return next((m.chain for m in reading.mentions if m.id == mention), mention)


def _subjects(ground: Grounds, units: Sequence[Unit]) -> list[tuple[str, Mention]]:
    """People and bodies without a name who do something, in the order of the text."""
    found = []
    for u in units:
        mentions = {m.id: m for m in ground.readings[u.report].mentions}
        for a in u.clause.arguments:
            m = mentions.get(a.mention or "")
            if a.role == "subject" and m is not None and m.form == "nominal" and m.kind in _NOMINAL:
                found.append((u.report, m))
    return found


MOST = 12
"""Parts of one story: what is worth least is left out of a story that needs more."""


def parted(
    lengths: Sequence[int], worths: Sequence[float], near: Mapping[tuple[int, int], float], longest: int
) -> list[list[int]]:
    """Give parts as numbers of sentences, each in order and at most `longest` together.

    `near` tells for two numbers, the smaller first, how likely they tell one thing.
    """
    root = list(range(len(lengths)))
    long = list(lengths)

    def found(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for (a, b), _ in sorted(near.items(), key=lambda row: (-row[1], row[0])):
        one, other = sorted((found(a), found(b)))
        if one != other and long[one] + long[other] <= longest:
            root[other] = one
            long[one] += long[other]
    members: dict[int, list[int]] = {}
    for n in range(len(lengths)):
        members.setdefault(found(n), []).append(n)
    worth = {r: max(worths[n] for n in some) for r, some in members.items()}
    parts: list[list[int]] = []
    left: list[int] = []
    for r in sorted(members, key=lambda r: (-worth[r], r)):
        fits = [n for n, room in enumerate(left) if long[r] <= room]
        if fits:
            parts[fits[0]] += members[r]
            left[fits[0]] -= long[r]
        elif len(parts) < MOST and long[r] <= longest:
            parts.append(list(members[r]))
            left.append(longest - long[r])
    return [sorted(part) for part in parts]
