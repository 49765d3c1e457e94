"""The disputes of a case: both sides with their words and voices, how each stands, the clearest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rashomon.comparing.claims import Gathered
from rashomon.comparing.days import Firsts
from rashomon.comparing.disputes.accounts import pronouns
from rashomon.comparing.disputes.antecedents import is_word_of
from rashomon.comparing.disputes.contest import Contest, contest_kinds, is_noun_of_denial
from rashomon.comparing.disputes.contests import contests
from rashomon.comparing.disputes.first_accounts import first_accounts
from rashomon.comparing.disputes.folding import Folded, fold
from rashomon.comparing.disputes.judging import Contested, core_of
from rashomon.comparing.disputes.rival import Rivals, two_tellers
from rashomon.comparing.disputes.rivals import rivals
from rashomon.comparing.disputes.status import Standing
from rashomon.comparing.disputes.withdrawals import taken_back
from rashomon.comparing.disputes.words import OUTLET, bare, cosine, is_cited, told, voice
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity, term
from rashomon.language import word_set
from rashomon.records import Claim, Conflict, Evidence, Reading, Reason, Side, VoiceKey
from rashomon.records.keys import conflict_name, distinct

_SURE = 0.25
_SUREST = 0.2  # of a mere negation: many weak pairs make no sure one
_SUREST_OF_ALL = 0.35  # of all its pairs together
_LIKELY = 0.5
_MEANT = 0.8
_OF_THE_SAME = 0.2
_THE_SAME = 0.7
_BESIDE = 2  # sentences
_INFINITE = frozenset({"complement", "adverbial"})
_KNOWN = 0.55
_WORTH = 0.3
_SUPERSEDED = 0.8
_A_REPORT = 0.04
_UP = 2
_TURNED = 0.3
_BODY = "institution:"
_DENYING = frozenset({"denies", "rejects"})
_SIDE = 4  # clauses
_OWN = 2
_HANGING = frozenset({"participle", "adverbial", "complement", "relative", "joined"})


def disputes(
    gathered: Sequence[Gathered],
    readings: Mapping[str, Reading],
    judged: Sequence[Contested],
    story_of: Mapping[str, str],
) -> tuple[Conflict, ...]:
    """Give the disputes among the claims of `gathered`, in the order of their rank.

    `judged` tell of their units, `story_of` with which story each report may dispute (`disputed_with`).
    """
    units = [u for g in gathered for u in g.units]
    claim_of: dict[tuple[str, str], Claim] = {}
    for g in gathered:
        for t, group in zip(g.told, g.joined.groups, strict=True):
            for n in group:  # those too that are told by another clause of their sentence
                claim_of[g.units[n].report, g.units[n].clause.id] = t.claim
    groups = {n: claim_of[u.report, u.clause.id].id for n, u in enumerate(units) if (u.report, u.clause.id) in claim_of}
    voices = {(t.report, t.clause): t.voice for g in gathered for told in g.told for t in told.claim.tellings}
    made = contests(units, readings)
    against, turned = _less_own_words(judged, units)
    back = (*taken_back(units, readings), *first_accounts(units, readings))
    standing = Standing(units, made, readings, turned, back)
    found = []
    folded = _folded(units, story_of, groups, made, against, (*rivals(units, made, readings), *back))
    for f in _less_told_twice(folded, back, groups):
        worth = f.sure + _A_REPORT * len({units[n].report for n in (*f.one, *f.other)})
        if f.sure < _SURE or not all(n in groups for n in (*f.one, *f.other)):
            continue
        if any(all(standing.is_of_a_version(n) for n in side) for side in (f.one, f.other)):
            continue
        overtaken = standing.overtaken(f)
        if not overtaken and (_is_weak(f, units) or not (f := _of_two_voices(f, units, voices)).other):
            continue
        found.append((worth * (_SUPERSEDED if overtaken else 1.0), f, overtaken))
    found.sort(key=lambda row: (-row[0], row[1].one[0]))
    found = [(worth, _with_own_words(f, units, made, groups), overtaken) for worth, f, overtaken in found]
    whole, firsts = _Whole(units), Firsts(readings)
    made_of = [
        _conflict(rank, worth, f, overtaken, units, groups, voices, whole)
        for rank, (worth, f, overtaken) in enumerate(found, 1)
    ]
    begun = (firsts.of(units[n].evidence for n in f.contesting) for _, f, _ in found)
    ids = distinct(map(conflict_name, begun), set())
    return tuple(replace(c, id=i) for c, i in zip(made_of, ids, strict=True))


def _folded(
    units: Sequence[Unit],
    story_of: Mapping[str, str],
    groups: Mapping[int, str],
    made: Sequence[Contest],
    against: Sequence[Contested],
    found: Sequence[Rivals],
) -> list[Folded]:
    """Fold what stands against each other story by story: no dispute holds what two stories tell."""
    of = [story_of[u.report] for u in units]
    by_story: dict[str, tuple[list[Contest], list[Contested], list[Rivals]]] = defaultdict(lambda: ([], [], []))
    for contest in made:
        by_story[of[contest.unit]][0].append(contest)
    for judged in against:
        by_story[of[judged.contest.unit]][1].append(judged)
    for pair in found:
        if of[pair.one] == of[pair.other]:
            by_story[of[pair.one]][2].append(pair)
    return [f for n in sorted(by_story) for f in fold(units, groups, *by_story[n])]


def _is_weak(f: Folded, units: Sequence[Unit]) -> bool:
    """Whether nothing but the likeness of words sets a clause against what contests, and too little of that.

    What a report tells itself of one thing, once as so and once as not so, is of two things. A denial or a word like
    "absurd" that does not point at what was just told contests what speaks of the same, or nothing that is told.
    """
    c = f.contest
    if c is None or not f.pairs:
        return False
    one, other, surest = max(f.pairs, key=lambda pair: pair[2])
    a, b = units[one], units[other]
    if _is_of_a_share(a) or _is_of_a_share(b):
        return True  # "34% agree, 17% disagree": answers, and no accounts
    plain = _is_plain(c, a, b)
    if c.cue == "negated":
        if a.report == b.report and not (is_cited(a) or is_cited(b)) and a.speaker == b.speaker:
            return True  # what a report says itself, once so and once not so, is of two things
        return surest < _least(a, b, plain) or (surest < _LIKELY and f.sure < _SUREST_OF_ALL and not plain)
    if c.bare or c.part or surest >= _LIKELY or plain:
        return False
    if c.back and c.cue != "false":  # it points at what stands before it
        return not (a.report == b.report and 0 <= a.clause.sentence - b.clause.sentence <= 1 and b.span[1] <= a.span[0])
    return c.cue != "denies" or cosine(c.content, told(b)) < _OF_THE_SAME  # "decried the decision": a deed, no claim


def _is_of_a_share(u: Unit) -> bool:
    """Whether a clause is told of, or by, a share of those who were asked."""
    told = {x.removeprefix("~") for x in u.subjects} | {term(word) for word in voice(u).rpartition(":")[2].split()}
    return not told.isdisjoint(_shares())


@cache
def _shares() -> frozenset[str]:
    return frozenset(map(term, word_set("words_of_figures", "share")))


def _least(a: Unit, b: Unit, plain: bool) -> float:
    """How sure a negation must be of a clause: surer where nobody is cited, or nothing tells that it was done."""
    own = a.report == b.report and not (is_cited(a) or is_cited(b))
    hangs = any(u.clause.wording is None and u.clause.link in _INFINITE and u.clause.status in TOLD for u in (a, b))
    return _MEANT if own or (hangs and not plain) or _is_of_anybody(a, b) else _SUREST


def _is_plain(c: Contest, a: Unit, b: Unit) -> bool:
    """Whether two tell it, in nearly the same words or of one deed right beside each other."""
    who = a.subjects | b.subjects if _by_pronoun(a) or _by_pronoun(b) else frozenset()
    alike = max(cosine(c.content, told(b)), cosine(c.content - who, told(b) - who))
    return two_tellers(a, b) and (alike >= _THE_SAME or _are_beside(a, b))


def _by_pronoun(u: Unit) -> bool:
    return any(x.role == "subject" and x.lemma in pronouns() for x in u.clause.arguments)


def _is_of_anybody(a: Unit, b: Unit) -> bool:
    """Whether somebody by name is told not to do what another clause, far from it, tells only of "you" or "they"."""
    if a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _BESIDE:
        return False
    return _by_pronoun(b) and not b.subjects and any(map(is_entity, a.subjects))


def _are_beside(a: Unit, b: Unit) -> bool:
    """Whether two who are cited right beside each other tell one deed."""
    near = a.report == b.report and abs(a.clause.sentence - b.clause.sentence) <= _BESIDE
    return near and is_cited(a) and is_cited(b) and bool(a.predicate & b.predicate)


def _less_told_twice(folded: Sequence[Folded], back: Sequence[Rivals], groups: Mapping[int, str]) -> list[Folded]:
    """Leave out what is only taken back where another contends it: that dispute tells that it is taken back."""
    alone = {(r.one, r.other) for r in back}
    own = [f.contest is None and all(pair[:2] in alone or pair[1::-1] in alone for pair in _pairs(f)) for f in folded]
    contended = {n for f, is_own in zip(folded, own, strict=True) if not is_own for n in (*f.one, *f.other)}
    claims = {groups[n] for n in contended if n in groups}
    return [
        f
        for f, is_own in zip(folded, own, strict=True)
        if not is_own or not any(n in contended or groups.get(n) in claims for n in f.other)
    ]


def _with_own_words(f: Folded, units: Sequence[Unit], made: Sequence[Contest], groups: Mapping[int, str]) -> Folded:
    """Add to a side that only points ("dismissed this") what whoever does so says in its place, right behind it.

    It stands before what points where it is itself a negation: "At no time did our mission receive him".
    """
    pointing = {c.unit: c for c in made if c.bare}
    shown = list(f.one)
    for n in f.one:
        said = [m for m in _own_words(pointing[n], units) if m in groups and m not in f.other] if n in pointing else []
        at = shown.index(n)
        denied = [m for m in said if units[m].clause.negated]
        shown[at : at + 1] = [*denied, n, *(m for m in said if m not in denied)]
    return replace(f, one=list(dict.fromkeys(shown))[: max(_SIDE, len(f.one))])


def _own_words(c: Contest, units: Sequence[Unit]) -> list[int]:
    """Give what whoever denies says himself in the sentence of the denial, behind it, or in the next."""
    a, said = units[c.unit], list[int]()
    for n in range(c.unit + 1, len(units)):
        u = units[n]
        if u.report != a.report or u.clause.sentence - a.clause.sentence > 1:
            break
        behind = a.span[1] <= u.span[0] and (not said or u.clause.sentence == units[said[0]].clause.sentence)
        quoted = u.direct and u.clause.sentence > a.clause.sentence  # "denied this. “The matter was not raised”"
        if behind and len(said) < _OWN and _says_so(u, c.denier, quoted):
            said.append(n)
    return said


def _says_so(u: Unit, denier: frozenset[str], quoted: bool) -> bool:
    """Whether a clause is what one of these says is so, be it in any of his own words where he is quoted."""
    c = u.clause
    if c.form != "clause" or c.link not in FULL_LINKS or u.asks or not (is_cited(u) and is_word_of(u, denier)):
        return False
    if quoted:  # be it that there is nothing that would suggest it
        return c.status in TOLD or (c.negated and u.direct)
    return c.status in TOLD and c.content is None and bool(u.subjects)  # "advised keeping close ties" tells nothing


def _pairs(f: Folded) -> list[tuple[int, int]]:
    return [(n, m) for n, m, _ in f.pairs] + [(f.one[0], m) for m in f.other if not f.pairs]


def _less_own_words(
    judged: Sequence[Contested], units: Sequence[Unit]
) -> tuple[list[Contested], Mapping[tuple[int, str], str]]:
    """Leave out what whoever contests says himself; give by contest the first later report in which he says it."""
    kept: list[Contested] = []
    turned: dict[tuple[int, str], str] = {}
    for c in judged:
        a, b = units[c.contest.unit], units[c.against]
        later = a.published and b.published and a.published < b.published
        own = (
            c.contest.cue != "negated"
            and not c.contest.conceded
            and b.clause.status == "asserted"
            and not b.headline
            and _is_own(c, b)
        )
        if _only_judges(c, b):
            continue
        if own and (later or a.report == b.report):
            if later and c.probability >= _TURNED and not _of_another(c.contest, units[core_of(units, c.contest)], b):
                turned.setdefault((c.contest.unit, c.contest.cue), b.report)
        else:
            kept.append(c)
    return kept, turned


def _only_judges(c: Contested, b: Unit) -> bool:
    """Whether a clause says what to think of a deed that is denied, not who did it: "the murder was an atrocity"."""
    if b.clause.lemma != "be" or c.against in (c.contest.meant, c.contest.claim, c.contest.core):
        return False
    of = {term(x.lemma) for x in b.clause.arguments if x.role == "subject"} & c.contest.predicate
    said = {term(x.lemma) for x in b.clause.arguments if x.role == "other"}
    return bool(of and said) and not said & c.contest.content and not b.clause.figures


def _of_another(c: Contest, a: Unit, b: Unit) -> bool:
    """Whether two clauses share no more than who does what: men who were in Lund may not have been in Karm."""
    shared = bare(a.subjects | b.subjects) | a.predicate | b.predicate | c.denier
    x, y = told(a) - shared, told(b) - shared
    return bool(x and y) and not x & y


def _is_own(c: Contested, b: Unit) -> bool:
    """Whether a clause is the word of whoever contests: a person, or one body by its name or what it is called.

    An outlet tells what both say; what a denial only points at was found to be another's.
    """
    if voice(b).startswith(OUTLET) or (c.against == c.contest.meant and voice(b) not in c.contest.denier):
        return False
    return voice(b) in c.contest.denier or (b.speaker.startswith(_BODY) and is_word_of(b, c.contest.denier))


def _of_two_voices(f: Folded, units: Sequence[Unit], voices: Mapping[tuple[str, str], str]) -> Folded:
    """Leave out of the other side who speaks on the one: nobody disputes with himself. An outlet tells both sides."""

    def speaker(n: int) -> str:
        key = voices.get((units[n].report, units[n].clause.id), "")
        return "" if key.startswith(OUTLET) else key

    mine = {speaker(n) for n in f.one if not _is_told_of_another(units[n])} - {""}
    return replace(f, other={m: p for m, p in f.other.items() if speaker(m) not in mine})


def _is_told_of_another(u: Unit) -> bool:
    """Whether somebody tells that another denies something: "wrote that Hain had fled, which Hain denied"."""
    denies = not _DENYING.isdisjoint(contest_kinds().get(u.clause.lemma, ()))
    return denies and bool(u.subjects) and voice(u) not in u.subjects and not u.clause.negated


def _conflict(
    rank: int,
    worth: float,
    f: Folded,
    overtaken: Reason,
    units: Sequence[Unit],
    groups: Mapping[int, str],
    voices: Mapping[tuple[str, str], str],
    whole: _Whole,
) -> Conflict:
    one, other = ([units[n] for n in of] for of in (f.one, f.other))
    sides = (
        _side(one, [groups[n] for n in f.one], voices, whole.shown(one, other)),
        _side(other, [groups[n] for n in f.other], voices, whole.shown(other, one)),
    )
    return Conflict(
        id="",
        claims=(sides[0].claims[0], sides[1].claims[0]),
        kind=f.kind,
        because=f.because.then(Reason("sure", f"{f.sure:.2f}"), ", ").then(overtaken),
        sides=sides,
        status="superseded" if overtaken else "open",
        strength=3 if worth >= _KNOWN else 2 if worth >= _WORTH else 1,
        rank=rank,
    )


class _Whole:
    """What is shown of a clause that cannot stand alone: the clause that holds it ("was meant to flood the mine")."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._unit = {(u.report, u.clause.id): u for u in units}

    def shown(self, side: Sequence[Unit], against: Sequence[Unit]) -> tuple[Evidence, ...]:
        """Give the evidence of a side, no two of it of one place and none that holds what stands against it."""
        found: list[Evidence] = []
        for u in side:
            wide = self._holder(u, against)
            if not any(_meet(wide.evidence, e) for e in found):
                found.append(wide.evidence)
        return tuple(found)

    def _holder(self, u: Unit, against: Sequence[Unit]) -> Unit:
        at = u
        for _ in range(_UP):
            if at.clause.wording is not None or at.clause.link not in _HANGING:
                break
            holder = self._unit.get((at.report, at.clause.within or ""))
            if holder is None or holder.clause.content == at.clause.id or holder.clause.form != "clause":
                break
            inside = holder.span[0] <= u.span[0] and u.span[1] <= holder.span[1]
            if not inside or any(_meet(holder.evidence, x.evidence) for x in against):
                break
            at = holder
        return at if at.clause.wording is not None else u


def _meet(one: Evidence, other: Evidence) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _side(
    units: Sequence[Unit],
    groups: Sequence[str],
    voices: Mapping[tuple[str, str], str],
    shown: tuple[Evidence, ...],
) -> Side:
    told = (
        v
        for u in units
        for v in _who_denies(u) or (voices.get((u.report, u.clause.id)) or _key_of(u.speaker),)
        if v and VoiceKey.read(v).kind != "nobody"
    )
    return Side(claims=tuple(dict.fromkeys(groups)), evidence=shown, voices=tuple(dict.fromkeys(told)))


def _who_denies(u: Unit) -> tuple[str, ...]:
    """Give the keys of whom somebody else tells to have denied something: "the union recalls that Berg denied it"."""
    named = [x for x in sorted(u.subjects) if is_entity(x)]
    denies = not _DENYING.isdisjoint(contest_kinds().get(u.clause.lemma, ()))
    denies = denies or any(is_noun_of_denial(a.lemma) for a in u.clause.arguments if a.role == "object")
    if not denies or u.clause.negated or not named or not u.speaker or voice(u) in named:
        return ()
    return tuple(str(VoiceKey("voice", x)) for x in named)


def _key_of(speaker: str) -> str:
    """Give the key of whoever is the subject of a clause that only says so: none where no name and no row tells who."""
    if speaker.startswith("~"):
        return ""
    return str(VoiceKey("voice", speaker)) if is_entity(speaker) else speaker
