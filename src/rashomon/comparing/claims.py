"""A claim is one proposition with every telling of it: a clause that says, denies or hedges it, and whose word it is.

Units are joined story by story (`joining`); look alone never joins two. What a group puts forward is what most of its
clauses affirm; those that turn it round deny it, those that leave it open hedge it. Origins, and the count of the
independent among them, are of the tellings that say it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rashomon.comparing.claim_kinds import given_up, kind
from rashomon.comparing.days import Firsts
from rashomon.comparing.independence import independence
from rashomon.comparing.joining.clause_values import is_unfounded, is_yet_to_be_shown
from rashomon.comparing.joining.join import Joined, join
from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.origins.paths import is_claimed
from rashomon.comparing.origins.tellings import Tellings, united
from rashomon.comparing.pointed.groups import Regrouped, regrouped
from rashomon.language import word_set
from rashomon.records import (
    NO_REASON,
    Attribution,
    Claim,
    ClaimKind,
    Clause,
    Evidence,
    Pointed,
    Reading,
    Reason,
    Report,
    Span,
    StanceKind,
    Story,
    Telling,
)
from rashomon.records.keys import claim_name, distinct

_READABLE = 200
_NEVER = 1 << 30  # after every day: of a report whose day is not known
_SMALL = 6000  # clauses, of some fifty reports: so many are joined whatever their stories
_NOBODY = "nobody:"
_ACCUSES = word_set("words_of_joining", "accuses")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with the units that tell it, in the order of its tellings, and the story they belong to."""

    claim: Claim
    units: tuple[Unit, ...]
    story: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """Claims that were joined together, with their units and what joining found; `story_of` is by report.

    `pointed` gives for the number of a claim its place among those that a model holds to matter most, and the answer;
    `denying` for that of a claim which a model holds to be but a denial the number of what it denies. `baseless` are
    disputes that were pointed at and are not followed, by the number of the answer and their own.
    """

    story_of: Mapping[str, str]
    units: tuple[Unit, ...]
    joined: Joined
    told: tuple[Told, ...]
    pointed: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    denying: Mapping[int, int] = field(default_factory=dict)
    baseless: frozenset[tuple[int, int]] = frozenset()


def disputed_with(gathered: Sequence[Gathered]) -> dict[str, str]:
    """Give for each report the story with which it may dispute: its own; the largest it is joined with, if it is alone.

    No dispute holds what two stories tell. Why a short report is alone is mostly that it has few words in common.
    """
    found: dict[str, str] = {}
    for g in gathered:
        size = Counter(g.story_of[report] for report in {u.report for u in g.units})
        largest = min(size, key=lambda story: (-size[story], story), default="")
        for report in {u.report for u in g.units}:
            own = g.story_of[report]
            found[report] = own if size[own] > 1 else largest
    return found


def gather(
    units: Sequence[Unit],
    stories: Sequence[Story],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    tellings: Tellings,
    copies: frozenset[str] = frozenset(),
    pointed: Sequence[Pointed] = (),
    in_use: Iterable[str] = (),
) -> tuple[Gathered, ...]:
    """Give the claims of each story, in the order of the stories; reports of no story are one of their own each.

    The stories of a small case are joined together: what parts them is less sure there than what their clauses share.
    `tellings` know whose word each is; `copies` are reports that take their text from another one; what a model
    `pointed` at goes over what the rules join. No claim gets an id that is `in_use`.
    """
    story_of = {r: r for r in reports} | {report: story.id for story in stories for report in story.reports}
    order = {story.id: n for n, story in enumerate(stories)}
    by_story: dict[str, list[Unit]] = defaultdict(list)
    small = len(units) <= _SMALL
    for unit in units:
        by_story["" if small else story_of[unit.report]].append(unit)
    found = []
    taken = set(in_use)
    for story in sorted(by_story, key=lambda s: (order.get(s, len(order)), s)):
        mine = tuple(by_story[story])
        made = regrouped(join(mine), mine, pointed)
        found.append(_Joining(mine, story_of, made, reports, readings, tellings, copies).gathered(taken))
    return tuple(found)


class _Joining:
    def __init__(
        self,
        units: tuple[Unit, ...],
        story_of: Mapping[str, str],
        made: Regrouped,
        reports: Mapping[str, Report],
        readings: Mapping[str, Reading],
        tellings: Tellings,
        copies: frozenset[str],
    ) -> None:
        self._copies = copies
        self._units, self._story_of, self._joined, self._made = units, story_of, made.joined, made
        self._reports, self._readings = reports, readings
        self._by_id: dict[str, Mapping[str, Clause]] = {}
        self._said: dict[str, Mapping[str, Attribution]] = {}
        self._first_day: dict[str, int] = {}
        for u in units:
            if u.published:
                story = story_of[u.report]
                self._first_day[story] = min(u.published, self._first_day.get(story, u.published))
        self._only_names = [tellings.only_names(u) for u in units]
        self._rows = [tellings.row(u) for u in units]
        self._under = [u.clause.status == "denied" and not is_claimed(u.clause, self._saying(u)) for u in units]
        at = {(u.report, u.clause.id): u for u in units}
        said = [tellings.origins(u) for u in units]
        for n, u in enumerate(units):
            denial = at.get((u.report, u.clause.within or "")) if self._under[n] else None
            said[n] = said[n] if denial is None else tellings.origins(denial)  # it is the denier's word
        self._origins = said

    def gathered(self, taken: set[str]) -> Gathered:
        joined, units = self._joined, self._units
        firsts = Firsts(self._readings)
        names = (claim_name(firsts.of(units[n].evidence for n in group)) for group in joined.tellings)
        ids = distinct(names, taken)
        told = [
            self._told(n, ids[n], group, tuple(ids[g] for g in joined.perhaps[n]))
            for n, group in enumerate(joined.tellings)
        ]
        made = self._made
        return Gathered(self._story_of, units, joined, tuple(told), made.first, made.denying, made.baseless)

    def _told(self, number: int, id_: str, group: Sequence[int], perhaps: tuple[str, ...]) -> Told:
        units = [self._units[n] for n in group]
        count = Counter([self._story_of[u.report] for u in units])
        story = max(sorted(count), key=lambda s: count[s])
        of = self._made.kinds.get(number) or kind(units, self._first_day.get(story))
        left_open = [
            any(o.key.startswith(_NOBODY) for o in self._origins[n]) or self._is_unfounded(self._units[n])
            for n in group
        ]
        undone = [self._is_undone(u, units) for u in units]
        under = [self._under[n] for n in group]
        only_denied = all(under)
        by_rule = _stances(units, of, left_open, under, undone)
        stances = [self._made.stances.get(n, stance) for n, stance in zip(group, by_rule, strict=True)]
        tellings = tuple(
            Telling(
                u.report,
                *(self._denial(u) if only_denied else u.span),
                stance=stance,
                voice=self._origins[n][0].key if self._origins[n] else "",
                row=self._rows[n],
                clause=u.clause.id,
            )
            for n, u, stance in zip(group, units, stances, strict=True)
        )
        doubting = [o for n, s in zip(group, stances, strict=True) if s != "says" for o in self._origins[n]]
        said = [n for n, s in zip(group, stances, strict=True) if s == "says"]
        by_clause = any(not self._only_names[n] for n in said)
        named = self._made.stances  # who was pointed at as saying it does more than name it
        kept = [n for n in said if n in named or not (by_clause and self._only_names[n])]
        saying = [o for n in kept for o in self._origins[n]]
        saying += [
            replace(o, certain=False)  # he takes it to be so, and may have it from those who tell it
            for n in said
            if n not in kept and self._units[n].clause.form != "noun"
            for o in self._origins[n]
        ]
        origins = united(saying)
        if of in ("position", "plan"):  # its holder alone knows it: who else tells of it may have it from him
            origins = tuple(o if n == 0 else replace(o, certain=False) for n, o in enumerate(origins))
        evidence: tuple[Evidence, ...] = tuple((t.report, t.start, t.end) for t in tellings)
        best = min(
            zip(units, stances, strict=True),
            key=lambda told: (
                told[1] != "says",
                told[0].report in self._copies,
                told[0].published or _NEVER,
                _length(told[0]),
                told[0].evidence,
            ),
        )
        text = self._text(best[0])
        claim = Claim(
            id=id_,
            text=text,
            evidence=evidence,
            members=tuple(dict.fromkeys((t.report, t.row) for t in tellings)),
            origins=origins,
            independent_origins=independence(origins, doubting),
            because=self._because(number, group),
            kind=of,
            tellings=tellings,
            perhaps=perhaps,
            pointed_by=self._made.by.get(number, ""),
        )
        return Told(claim, tuple(units), story)

    def _clauses(self, report: str) -> Mapping[str, Clause]:
        if report not in self._by_id:
            self._by_id[report] = {c.id: c for c in self._readings[report].clauses}
        return self._by_id[report]

    def _is_undone(self, u: Unit, units: Sequence[Unit]) -> bool:
        """Whether a unit tells that what others tell is given up or does not come about."""
        deeds = given_up(u.clause, self._clauses(u.report)) if len(units) > 1 else frozenset[str]()
        return bool(deeds) and any(o is not u and not deeds.isdisjoint(o.deeds) for o in units)

    def _is_unfounded(self, u: Unit) -> bool:
        """Whether a unit is what nothing shows, as it says itself, or what somebody is accused of, not said by whom."""
        governor = self._clauses(u.report).get(u.clause.within or "")
        if is_unfounded(u.clause) or (governor is not None and is_yet_to_be_shown(u.clause, governor)):
            return True
        said = self._saying(u) if u.clause.link == "complement" else None
        return said is not None and not said.source and said.lemma in _ACCUSES

    def _saying(self, u: Unit) -> Attribution | None:
        """The statement that a unit stands in, whose words they are."""
        if u.report not in self._said:
            self._said[u.report] = {a.id: a for a in self._readings[u.report].attributions}
        return self._said[u.report].get(u.clause.attribution or "")

    def _because(self, number: int, group: Sequence[int]) -> Reason:
        by_rule = self._joined.because[number]
        together = ", ".join(x for x in (f"{len(group)} tellings", by_rule) if x)
        told = Reason("joined", together) if len(group) > 1 else Reason("told once")
        return told.then(self._made.because.get(number, NO_REASON))

    def _denial(self, unit: Unit) -> Span:
        """The words that deny what a unit tells: of the clause that it stands in, else of its sentence.

        Nobody here says what the unit tells, and its words alone would have him who denies it say so.
        """
        around = self._clauses(unit.report).get(unit.clause.within or "")
        if around is not None and around.start <= unit.clause.start and unit.clause.end <= around.end:
            return around.start, around.end
        return self._readings[unit.report].sentences[unit.clause.sentence]

    def _text(self, unit: Unit) -> str:
        """The words of a telling; of what stands under a denial, those of the denial."""
        start, end = unit.span
        if unit.clause.status == "denied":
            start, end = self._readings[unit.report].sentences[unit.clause.sentence]
        return " ".join(self._reports[unit.report].text[start:end].split())


def _length(unit: Unit) -> int:
    return abs(unit.span[1] - unit.span[0] - _READABLE // 2)


def _stances(
    units: Sequence[Unit],
    of: ClaimKind,
    left_open: Sequence[bool],
    under: Sequence[bool],
    undone: Sequence[bool],
) -> list[StanceKind]:
    """What each unit does with what the group puts forward.

    What stands under a denial is never what is put forward, unless nothing else is told: then the denial is the claim.
    Of a deed and its negation the one that more tell is put forward: what is `undone` is not.
    Who plans that he may act says so.
    Whether something is so is left open, and so is what stands behind "if", and what somebody says only may be so.
    Whoever only says that something is not so negates it; what he denies, where another claims it, is not `under` him.
    What nobody puts forward, as it is `left_open`, says and denies nothing.
    """
    turned = [(u.clause.negated or u.core_negated) != over for u, over in zip(units, undone, strict=True)]
    if all(under):
        return ["says"] * len(units)
    plain = Counter(t for t, d in zip(turned, under, strict=True) if not d)
    negated = plain[True] > plain[False]
    found: list[StanceKind] = []
    for u, is_turned, is_denied, is_open in zip(units, turned, under, left_open, strict=True):
        if is_open:
            found.append("hedges")
        elif is_denied or is_turned != negated:
            found.append("denies")
        else:
            hedged = (u.clause.status == "hedged" or u.core_open) and of != "plan"
            found.append("hedges" if hedged or _is_asked(u) else "says")
    return found


def _is_asked(u: Unit) -> bool:
    """Whether a clause stands behind "whether", or behind "if" on which another hangs: "if the report is true"."""
    opens = {"whether", "if"} if u.clause.link == "adverbial" else {"whether"}
    return any(step.rule == "hypothetical" and step.words in opens for step in u.clause.because.steps)
