"""What somebody told first and tells otherwise now, and what he said that he would not do, and did.

"Initially said that P; later said that Q"; "at first the bank said that P; it conceded that Q"; "the firm, which had
first denied that P, said that Q"; "having called the letter a forgery, the ministry said that it was a draft". One
voice tells both. Whoever refuses to do something, or says that he will not, has gone back on it where he did it after
all. All of these are superseded: who says so last holds the first no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rashomon.comparing.disputes.accounts import ToldInReport
from rashomon.comparing.disputes.contest import contest_kinds, saying
from rashomon.comparing.disputes.rival import Rivals, by_rule, overlap
from rashomon.comparing.disputes.words import OUTLET, bare, cosine, told, voice, words_in
from rashomon.comparing.joining.unit import FULL_LINKS, TOLD, Unit
from rashomon.comparing.term import is_entity
from rashomon.language import listed, word_set
from rashomon.records import Clause, Reading, Reason

_SURE = 0.7
_REPEATED = 0.8
_BESIDE_THE_VERB = 12  # characters that may stand between "first" and the verb: "has first publicly"
_AT = 3  # characters before "first" where it opens what is said: "at first the bank said"
_HANGING = frozenset({"relative", "adverbial", "participle", "complement"})
_CONTESTS = frozenset({"denies", "rejects", "false"})
_COMMON = 100


def first_accounts(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give what is told now with what was told first, and deeds with the word not to do them."""
    mine: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        mine[u.report].append(n)
    for report in sorted(mine):
        yield from _OfReport(readings[report], units, mine[report]).found()
    yield from _gone_back_on(units)


def told_first(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[tuple[int, frozenset[str]]]:
    """Give each clause that somebody is told to have said first, and who: "having first branded it a forgery"."""
    mine: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        mine[u.report].append(n)
    for report in sorted(mine):
        yield from _OfReport(readings[report], units, mine[report]).said_first()


class _OfReport(ToldInReport):
    def said_first(self) -> Iterator[tuple[int, frozenset[str]]]:
        for x in self._sayings()[1]:
            n, holds = self._said(x), self._number.get(x.id)
            if n is not None:
                who = bare(self._units[holds].subjects) if holds is not None else frozenset()
                yield n, who | {voice(self._units[n])}

    def _sayings(self) -> tuple[list[Clause], list[Clause]]:
        """What the report tells to have been said, and of that what was said first."""
        words, r = self._reading.words, self._reading
        self._first = [w.start for w in words if w.lemma in _marks("first")]
        self._before = frozenset(w.start for w in words if w.lemma in _marks("telling"))
        self._opening = [w.start for w in words if w.lemma in _opening() and not w.name]
        self._later = [w.start for w in words if w.lemma in _marks("said")]
        self._now = [w.start for w in words if w.lemma in _present()]
        if not (self._first or self._opening):
            return [], []
        says = [c for c in r.clauses if self._says(c)]
        return says, [c for c in says if self._is_first(c)]

    def found(self) -> Iterator[Rivals]:
        says, before = self._sayings()
        for c in says:
            for x in before:
                a, b = self._said(c), self._said(x)
                if x.id != c.id and a is not None and b is not None and self._follows(c, x, a, b):
                    yield Rivals(a, b, _SURE, "status", Reason("rule", "told first and later"), True)
                    break

    def _says(self, c: Clause) -> bool:
        """Whether a clause tells what somebody says, denies or calls false."""
        if c.form != "clause" or c.status not in TOLD or c.negated:
            return False
        return (c.content is not None and (c.lemma in saying() or bool(_how(c)))) or self._calls_false(c)

    def _calls_false(self, c: Clause) -> bool:
        if c.content is not None or c.lemma not in _calling():
            return False
        behind = words_in(self._reading.words, c.head[1], c.end)
        return any("false" in contest_kinds().get(w.lemma, ()) for w in behind)

    def _said(self, c: Clause) -> int | None:
        """Give the number of the unit that tells what a clause says, or, of a denial, that it does."""
        own = self._number.get(c.id)
        return own if _how(c) & _CONTESTS or c.content is None else self._number.get(c.content, own)

    def _is_first(self, c: Clause) -> bool:
        if any(c.start <= at < c.head[1] for at in self._first):
            return True
        plain = c.lemma in _plain() | _holding() or _how(c) & _CONTESTS or self._calls_false(c)
        return bool(plain) and any(self._opens(c, at) for at in self._opening if c.start <= at < c.head[0])

    def _opens(self, c: Clause, at: int) -> bool:
        """Whether "first" tells when something was said: it stands by the verb, or in "at first"."""
        between = [a for a in c.arguments if at < a.start < c.head[0]]
        if c.head[0] - at <= _BESIDE_THE_VERB and not between:
            return True
        return at - c.start == _AT and all(a.role == "subject" for a in between)

    def _follows(self, c: Clause, x: Clause, a: int, b: int) -> bool:
        """Whether whoever said the one says the other later, and otherwise."""
        one, other = self._units[a], self._units[b]
        if overlap(one, other) or (
            cosine(told(one), told(other)) >= _REPEATED and not self._is_turned(c, x, one, other)
        ):
            return False
        hangs = x.sentence == c.sentence and x.link in _HANGING and self._is_within(x, c)
        if one.clause.status not in TOLD or other.clause.status not in (*TOLD, "denied"):
            return False
        if hangs:
            return self._is_of_one(c, x, one, other) and (self._upholds(x) or self._tells_anew(c))
        behind = 0 <= c.sentence - x.sentence <= 1 and x.head[1] < c.head[0]
        if not behind or not self._answers_for_it(one, other, c, x):
            return False
        return self._tells_anew(c)

    def _is_turned(self, c: Clause, x: Clause, a: Unit, b: Unit) -> bool:
        return a.clause.negated != b.clause.negated or bool(_how(x) & _CONTESTS)

    def _is_within(self, x: Clause, c: Clause) -> bool:
        at: Clause | None = x
        while at is not None and at.within is not None:
            if at.within == c.id:
                return True
            at = self._clause.get(at.within)
        return False

    def _is_of_one(self, c: Clause, x: Clause, a: Unit, b: Unit) -> bool:
        """Whether a clause that hangs on another tells what its speaker said: "the bank, which had first denied it"."""
        who = [y.lemma for y in x.arguments if y.role == "subject"]
        mine = [y.lemma for y in c.arguments if y.role == "subject"]
        if who and mine:
            return bool(set(who) & set(mine)) or (bool(b.speaker) and voice(a) == voice(b))
        return not who or voice(a) == voice(b)

    def _answers_for_it(self, a: Unit, b: Unit, c: Clause, x: Clause) -> bool:
        """Whether one voice tells both, or in one sentence two who bear no name: "officers", and "the authorities"."""
        if voice(a) == voice(b):
            return bool(a.speaker) and not voice(a).startswith(OUTLET)
        if c.sentence != x.sentence:
            return False
        return all(
            u.speaker and ":" in u.speaker and not is_entity(voice(u)) and not u.speaker.startswith(OUTLET)
            for u in (a, b)
        )

    def _upholds(self, x: Clause) -> bool:
        """Whether somebody held to what he said: "had maintained", "had denied"; or it is what he said at first."""
        strong = [at for at in (*self._first, *self._opening) if at not in self._before and x.start <= at < x.head[1]]
        return bool(strong) or x.lemma in _holding() or bool(_how(x) & _CONTESTS) or self._calls_false(x)

    def _tells_anew(self, c: Clause) -> bool:
        """Whether a clause says that it tells another thing than before: "later said", "conceded", "now says"."""
        if "admits" in _how(c) or any(c.start <= at < c.head[1] for at in self._later):
            return True
        return any(c.start <= at < c.head[0] and c.head[0] - at <= _BESIDE_THE_VERB for at in self._now)


def _how(c: Clause) -> frozenset[str]:
    return frozenset(contest_kinds().get(c.lemma, ()))


def _gone_back_on(units: Sequence[Unit]) -> Iterator[Rivals]:
    """Give each deed with the earlier word of who did it that he would not: "refused to resign", and "resigned"."""
    number = {(u.report, u.clause.id): n for n, u in enumerate(units)}
    not_to: dict[tuple[str, str], list[tuple[int, Unit]]] = defaultdict(list)
    for n, u in enumerate(units):
        for who in sorted(_sworn_off(u, units, number)):
            for deed in u.predicate:
                not_to[who, deed].append((n, u))
    if not not_to:
        return
    seen: set[tuple[int, int]] = set()
    for n, u in enumerate(units):
        c = u.clause
        told = c.form == "clause" and c.status == "asserted" and not c.negated and c.content is None and not u.asks
        if not told or c.link not in FULL_LINKS or c.wording is None or c.lemma in saying() | _refusing():
            continue  # "what do you think of his returning"
        for who in sorted(u.subjects):
            for deed in sorted(u.predicate):
                for m, b in not_to.get((who, deed), ())[:_COMMON]:
                    if (n, m) not in seen and _did_so_after(u, b):
                        seen.add((n, m))
                        whole = (
                            number.get((b.report, b.clause.within or ""), m) if b.clause.status == "unrealised" else m
                        )
                        yield Rivals(n, whole, _SURE, "stance", by_rule("gone back on", c.lemma), True)


def _sworn_off(u: Unit, units: Sequence[Unit], number: Mapping[tuple[str, str], int]) -> frozenset[str]:
    """Give who says that he will not do what a clause tells, or refuses to."""
    c = u.clause
    if c.form != "clause":
        return frozenset()
    holder = number.get((u.report, c.within or ""))
    if c.status == "planned" and c.negated:
        return frozenset(x for x in u.subjects if x == voice(u) or (holder is not None and x in units[holder].subjects))
    if holder is not None and not c.negated and c.link in ("complement", "adverbial"):
        above = units[holder]
        refuses = above.clause.lemma in _refusing() and not above.clause.negated and above.clause.status in TOLD
        if refuses and above.clause.content is None and u.span[0] > above.clause.head[0]:
            return u.subjects & above.subjects
    return frozenset()


def _did_so_after(a: Unit, b: Unit) -> bool:
    """Whether a clause tells that it was done, of the same, after what another tells of a refusal."""
    if (a.objects or b.objects) and not a.objects & b.objects:
        return False
    return bool(a.published and b.published) and (a.published or 0) > (b.published or 0)


@cache
def _marks(where: str) -> frozenset[str]:
    return listed("superseding_words", where)


@cache
def _opening() -> frozenset[str]:
    return listed("relating_words", "first")


@cache
def _present() -> frozenset[str]:
    return listed("relating_words", "now")


@cache
def _refusing() -> frozenset[str]:
    return word_set("words_of_withdrawals", "refuses")


@cache
def _plain() -> frozenset[str]:
    return word_set("words_of_withdrawals", "says")


@cache
def _holding() -> frozenset[str]:
    return word_set("words_of_withdrawals", "holds")


@cache
def _calling() -> frozenset[str]:
    return word_set("words_of_disputes", "calls")
