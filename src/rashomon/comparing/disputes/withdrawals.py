"""What somebody takes back of what he said himself: "withdrew its claim that …", "the time it had given was wrong".

A pointer to his own earlier statement means what the same voice told before: in the words that stand there, else by
the value that is called wrong (an hour, a count), else by what the sentences around speak of. It is never an answer
to somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.comparing.disputes.accounts import ToldInReport, pronouns
from rashomon.comparing.disputes.contest import LONGER, contest_kinds, nouns_of, saying
from rashomon.comparing.disputes.pointers import PRONOUNS
from rashomon.comparing.disputes.rival import Rivals, by_rule, overlap
from rashomon.comparing.disputes.rival_deeds import two_ends
from rashomon.comparing.disputes.words import OUTLET, cosine, mass, told, voice, words_in
from rashomon.comparing.joining.unit import TOLD, Unit
from rashomon.comparing.one_run import once_of_all
from rashomon.comparing.term import is_entity, term
from rashomon.language import lexicon, listed, word_set
from rashomon.records import Argument, Clause, Reading

_SURE = 0.6
_ALIKE = 0.35
_REPEATED = 0.8
_SOME = 2.0  # that the sentences around share with what is meant
_NEAR = 3  # sentences
_NEARLY = 0.8
_BODY = "institution:"
_UNNAMED = ("collective:", "role:")
_THERE_IS = ("be", "exist")
_THINGS = PRONOUNS - {"it", "they", "them"}  # "that is wrong": what another says
_TAKES = word_set("words_of_withdrawals", "takes")
_CORRECTS = word_set("words_of_withdrawals", "corrects")
_MOVES = word_set("words_of_withdrawals", "moves")
_BACK = " back"
_PLEADS = word_set("words_of_withdrawals", "pleads")
_HOURS = word_set("words_of_withdrawals", "hour")
_FIGURES = word_set("words_of_withdrawals", "figure")
_GIVES = word_set("words_of_withdrawals", "gives")
_MISJUDGED = word_set("words_of_withdrawals", "misjudged")
_MISLED = word_set("words_of_withdrawals", "misled")
_INFORMS = word_set("words_of_withdrawals", "informs")
_WRONGLY = word_set("words_of_withdrawals", "wrongly")
_GETS = word_set("words_of_withdrawals", "gets")
_NEWS = word_set("words_of_withdrawals", "news")
_ANNOUNCES = word_set("words_of_withdrawals", "announces")

Value = Literal["", "hour", "figure"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The unit that tells it, whose earlier word it is, and what of it is meant.

    `who` are keys, of a body that is only called so the terms of what it is `called`; `content` are the terms and
    entities of what he says no more, empty where it is only pointed at; `value` is what kind of value of it was wrong.
    """

    unit: int
    who: frozenset[str]
    called: frozenset[str]
    content: frozenset[str]
    value: Value = ""

    def is_by(self, u: Unit) -> bool:
        """Whether a clause is his own word."""
        if voice(u) in self.who:
            return True
        words = _words_of(voice(u)) if self.content or voice(u).startswith(_BODY) else frozenset()
        return bool(words & self.who and (words <= self.called or self.called <= words))


@once_of_all
def withdrawals(units: Sequence[Unit], readings: Mapping[str, Reading]) -> tuple[Withdrawal, ...]:
    """Give what is taken back, in the order of the units."""
    mine: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        mine[u.report].append(n)
    return tuple(w for report in sorted(mine) for w in _OfReport(readings[report], units, mine[report]).found())


def taken_back(units: Sequence[Unit], readings: Mapping[str, Reading]) -> Iterator[Rivals]:
    """Give each withdrawal with what the same voice told before."""
    of_voice: dict[str, list[int]] = defaultdict(list)
    for n, u in enumerate(units):
        for key in _keys(u):
            of_voice[key].append(n)
    reported = _reported(units)
    around = _Around(units)
    for w in withdrawals(units, readings):
        own = sorted(
            {n for key in w.who for n in of_voice.get(key, ()) if w.is_by(units[n])}.union(
                *(reported[key] for key in w.who if w.content)
            )
        )
        own = [n for n in own if _may_be_meant(units, w, n) and not _says_the_same(units[w.unit], units[n])]
        for m in _meant(units, w, own, around.of(units[w.unit])):
            lemma = units[w.unit].clause.lemma
            yield Rivals(w.unit, m, _SURE, "denial", by_rule("taken back", lemma), overtaken=True)
    for n, m in _granted(units, of_voice):
        yield Rivals(n, m, _SURE, "denial", by_rule("granted later", units[n].clause.lemma), overtaken=True)


def _reported(units: Sequence[Unit]) -> Mapping[str, list[int]]:
    """Give by name what somebody is told to have said in other words than a statement.

    Of "the Post said that he had left" that he had; "police named him as the gunman" by the terms of who did.
    """
    number = {(u.report, u.clause.id): n for n, u in enumerate(units)}
    found: dict[str, list[int]] = defaultdict(list)
    for u in units:
        n = number.get((u.report, u.clause.content or ""))
        if n is not None and voice(units[n]).startswith(OUTLET) and u.clause.lemma in saying():
            for who in filter(is_entity, u.subjects):
                found[who].append(n)
    for n, u in enumerate(units):
        for who in u.subjects if not u.speaker and u.clause.lemma in _GIVES and u.clause.content is None else ():
            found[who.removeprefix("~")].append(n)
    return found


def _granted(units: Sequence[Unit], of_voice: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Give what somebody admits with what he said before: that it was not so, or that there was no such thing."""
    number = {(u.report, u.clause.id): n for n, u in enumerate(units)}
    denial = {(u.report, u.clause.content): n for n, u in enumerate(units) if _denies(u)}
    for u in units:
        n = number.get((u.report, u.clause.content or ""))
        if n is None or "admits" not in contest_kinds().get(u.clause.lemma, ()) or u.clause.status not in TOLD:
            continue
        a = units[n]
        if a.clause.negated or a.clause.status not in TOLD or u.clause.negated or not _keys(a):
            continue
        for m in of_voice.get(voice(a), ()):
            b = units[m]
            earlier = bool(a.published and b.published) and (b.published or 0) < (a.published or 0)
            if not earlier or overlap(a, b) or not (_is_contrary(a, b) or two_ends(a, b)):
                continue
            denied = denial.get((b.report, b.clause.id))
            if denied is not None:
                yield n, denied
            elif (b.clause.negated or two_ends(a, b)) and b.clause.status in TOLD:
                yield n, m


def _denies(u: Unit) -> bool:
    c = u.clause
    return c.content is not None and c.status in TOLD and not c.negated and "denies" in contest_kinds().get(c.lemma, ())


def _is_contrary(a: Unit, b: Unit) -> bool:
    """Whether a clause tells what another says is not so, or tells of what the other says that there is none of."""
    if b.clause.lemma in _THERE_IS and not any(map(is_entity, b.subjects)):
        return any(x[1:] in a.terms for x in b.subjects | b.others if x.startswith("~"))
    if a.objects and b.objects and not a.objects & b.objects:
        return False  # "had lost client data", "had lost a lawsuit"
    return bool(a.predicate & b.predicate) and cosine(told(a), told(b)) >= _ALIKE


def _keys(u: Unit) -> frozenset[str]:
    """By what a clause is found as somebody's word: his key, and of a body the words of what it is called."""
    key = voice(u)
    return frozenset() if not u.speaker or key.startswith(OUTLET) else frozenset({key, *_words_of(key)})


def _words_of(key: str) -> frozenset[str]:
    """The words of what a body, or a group or a role that bears no name, is called."""
    called = key.rpartition(":")[2] if key.startswith(_UNNAMED) else key.removeprefix(_BODY)
    return frozenset(map(term, called.split())) if key.startswith((_BODY, *_UNNAMED)) else frozenset()


class _Around:
    """What the sentences around a clause speak of, and its own."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._at: dict[tuple[str, int], set[str]] = defaultdict(set)
        for u in units:
            self._at[u.report, u.clause.sentence] |= told(u)

    def of(self, u: Unit) -> frozenset[str]:
        near = range(u.clause.sentence - _NEAR, u.clause.sentence + _NEAR + 1)
        return frozenset().union(*(self._at.get((u.report, n), ()) for n in near))


def _may_be_meant(units: Sequence[Unit], w: Withdrawal, n: int) -> bool:
    a, b = units[w.unit], units[n]
    if b.clause.form != "clause" or b.clause.status not in TOLD or b.headline or overlap(a, b):
        return False
    if b.clause.content is not None or b.clause.link in ("relative", "adverbial"):
        return False
    if b.clause.link == "participle" and b.clause.wording is None:
        return False
    if a.report == b.report:
        return bool(w.content) and b.clause.sentence < a.clause.sentence
    return not (a.published and b.published) or b.published <= a.published


def _says_the_same(a: Unit, b: Unit) -> bool:
    """Whether a clause only says again what another does: he who says twice that it was wrong takes nothing back."""
    said = {x.lemma for x in b.clause.arguments if x.role != "subject"}
    if said & (nouns_of("truth") if b.clause.negated else _MISJUDGED):
        return True
    same = a.clause.negated == b.clause.negated and a.clause.lemma == b.clause.lemma
    return same and cosine(told(a), told(b)) >= _REPEATED


def _meant(units: Sequence[Unit], w: Withdrawal, own: Sequence[int], around: frozenset[str]) -> list[int]:
    """The clauses that are taken back: nearly as alike as the likest, each report's one."""
    least, a = _ALIKE, units[w.unit]
    if w.content:
        alike = {n: cosine(w.content, told(units[n])) for n in own}
    else:
        least = 0.0
        if w.value:
            own = [n for n in own if (units[n].times if w.value == "hour" else units[n].clause.figures)]
        who = w.who | {voice(a)}
        about = a.entities - who  # "its claim against the firm"
        own = [n for n in own if not about or about & (units[n].entities | units[n].around)]
        alone = len({(units[n].report, units[n].clause.sentence) for n in own}) == 1  # he told nothing else
        near = [n for n in own if alone or mass((around & told(units[n])) - who) >= _SOME]
        alike = {n: cosine(around, told(units[n])) for n in near}
    best = max(alike.values(), default=0.0)
    found: dict[str, int] = {}
    for n in sorted(alike, key=lambda n: (-alike[n], n)):
        if alike[n] >= max(least, _NEARLY * best):
            found.setdefault(units[n].report, n)
    return sorted(found.values())


class _OfReport(ToldInReport):
    def __init__(self, reading: Reading, units: Sequence[Unit], mine: Sequence[int]) -> None:
        super().__init__(reading, units, mine)
        earlier = _earlier()
        self._earlier = [w.start for w in reading.words if w.lemma in earlier]
        self._longer = [w.start for w in reading.words if w.lemma in LONGER]

    def found(self) -> Iterator[Withdrawal]:
        for n in self._mine:
            u = self._units[n]
            if u.clause.negated and u.speaker and self._as_he_said(u.clause):
                yield Withdrawal(n, _keys(u), _words_of(voice(u)), told(u))
            if u.clause.form == "clause" and u.clause.status in TOLD and not u.clause.negated and not u.headline:
                found = self._takes(n) or self._says_no_more(n) or self._was_wrong(n) or self._was_misled(n)
                found = found or self._said_wrongly(n)
                if found is not None and found.who:
                    yield found

    def _as_he_said(self, c: Clause) -> bool:
        """Whether what is not so is what he who says so had said: "was not alone, as they had first said"."""
        said = [x for x in self._inner[c.id] if x.link == "adverbial" and x.lemma in saying() and x.start > c.head[0]]
        said = [x for x in said if x.lemma not in _hoping() and x.status in TOLD]
        return c.status in TOLD and any(x.content is None and not x.negated and self._is_by_pronoun(x) for x in said)

    def _is_by_pronoun(self, c: Clause) -> bool:
        by = [a.lemma for a in c.arguments if a.role == "subject"]
        return bool(by) and all(lemma in pronouns() for lemma in by)

    def _takes(self, n: int) -> Withdrawal | None:
        """What somebody withdraws: "retracted her claim that …", "apologised for its earlier statement"."""
        c = self._units[n].clause
        if c.lemma in _PLEADS and (content := self._having_said(c)):
            return Withdrawal(n, *self._who(n), content)
        if c.lemma not in _TAKES | _CORRECTS | _PLEADS:
            return None
        for a in c.arguments:
            if a.role == "object" and a.start > c.head[1] and a.lemma in PRONOUNS and self._is_taken(c, a):
                said = self._said_right_before(n)  # "later corrected this"
                if said:
                    return Withdrawal(n, *self._who(n), said)
            if a.role not in ("object", "other") or a.start < c.head[1] or not self._is_statement(a):
                continue
            own = self._is_own(c, a)
            if own or (c.lemma in _TAKES and not self._is_of_another(c, a) and self._content(c, a)):
                return Withdrawal(n, *self._who(n), self._content(c, a), _value(a))
        return None

    def _is_taken(self, c: Clause, what: Argument) -> bool:
        """Whether a verb with a pronoun takes something back: "corrected this", "took it back", not "took it home"."""
        if c.lemma not in _MOVES:
            return c.lemma in _TAKES | _CORRECTS
        behind = next((w.start for w in words_in(self._reading.words, what.end, c.end)), c.end + 1)
        return behind - what.end > len(_BACK)

    def _said_right_before(self, n: int) -> frozenset[str]:
        """What whoever takes back "this" said in the sentence before."""
        who = self._who(n)[0]
        for m in reversed(self._mine):
            b = self._units[m]
            if self._units[n].clause.sentence - b.clause.sentence == 1 and who & _keys(b) and b.clause.content is None:
                return told(b)
        return frozenset()

    def _was_misled(self, n: int) -> Withdrawal | None:
        """What somebody says that he was misled, wrong or mistaken about, or without that what he said right there."""
        u = self._units[n]
        c = u.clause
        if c.content is not None and c.content not in self._number:  # "said it had been mistaken"
            c = self._clause[c.content]
        of_him = [a for a in c.arguments if a.role in ("subject", "object") and a.start < c.head[0]]
        who, called = (_keys(u), _words_of(voice(u))) if c is u.clause and u.speaker else self._who(n)
        if c.content is not None or not who or len(of_him) != 1 or (c is u.clause and not u.speaker):
            return None
        his = of_him[0].lemma in pronouns() - _THINGS and (
            c is not u.clause or {x for x in u.subjects | u.objects if is_entity(x)} <= {voice(u)}
        )
        if not his or (u.direct and of_him[0].lemma.lower() not in _of_oneself()):  # “she is dead wrong”
            return None
        said = {w.lemma for w in words_in(self._reading.words, c.start, c.end)}
        what = {a.lemma for a in c.arguments if a.start > c.head[0]}
        misled = {c.lemma, *(a.lemma for a in c.arguments if a.role == "other")} & _MISLED or (
            said & _WRONGLY and (c.lemma in _INFORMS or (c.lemma in _GETS and what & _NEWS))
        )
        to_do = any(x.link == "adverbial" and x.start > c.head[0] for x in self._inner[c.id])
        if not misled or (c.lemma == "be" and to_do):  # "he was wrong to let him play"
            return None
        content = told(u) - {voice(u)} - _terms(said & (_MISLED | _WRONGLY | _INFORMS | _GETS | _NEWS))
        return Withdrawal(n, who, called, content if c is u.clause else frozenset())

    def _says_no_more(self, n: int) -> Withdrawal | None:
        """What somebody no longer says."""
        c = self._units[n].clause
        held = c.lemma in saying() or "upholds" in _how(c.lemma)
        if not held or c.content is None or self._clause[c.content].start < c.head[0]:
            return None  # "“I will no longer talk to them”, he said"
        if not any(c.start <= at < c.head[0] for at in self._longer):
            return None
        return Withdrawal(n, *self._who(n), self._told(c.content))

    def _said_wrongly(self, n: int) -> Withdrawal | None:
        """What somebody says that he said or named wrongly: "it had mistakenly said that …", "we wrongly named him"."""
        u = self._units[n]
        c = u.clause
        before = [w.lemma for w in words_in(self._reading.words, c.start, c.head[0])]
        if not u.speaker or c.lemma not in saying() | _GIVES or not before or before[-1] not in _WRONGLY:
            return None
        if not self._is_by_pronoun(c) or any(is_entity(x) and x != voice(u) for x in u.subjects):
            return None
        said = self._told(c.content) if c.content is not None else told(u) - _terms({c.lemma, before[-1]})
        return Withdrawal(n, _keys(u), _words_of(voice(u)), said) if said else None

    def _was_wrong(self, n: int) -> Withdrawal | None:
        """What somebody says of his own statement that it was wrong: "the time it had given was wrong"."""
        u = self._units[n]
        c = u.clause
        if u.speaker and (content := self._was_wrong_to_say(c)):
            return Withdrawal(n, _keys(u), _words_of(voice(u)), content)
        subject = next((a for a in c.arguments if a.role in ("subject", "object") and a.start < c.head[0]), None)
        if subject is None or not self._is_statement(subject) or not u.speaker or c.content is not None:
            return None
        if not self._calls_wrong(c, subject) or not self._is_own(c, subject):
            return None
        if any(is_entity(x) and x != voice(u) for x in u.entities & u.subjects):
            return None
        return Withdrawal(n, _keys(u), _words_of(voice(u)), self._content(c, subject), _value(subject))

    def _was_wrong_to_say(self, c: Clause) -> frozenset[str]:
        """What it was a mistake to say, where nobody is told to have said it."""
        if not any(a.lemma in _MISJUDGED for a in c.arguments if a.role != "subject"):
            return frozenset()
        return self._having_said(c)

    def _calls_wrong(self, c: Clause, subject: Argument) -> bool:
        """Whether a clause says behind its verb that something is not right, or was only thought."""
        words = [w.lemma for w in words_in(self._reading.words, max(c.head[0], subject.end), c.end)]
        return any(w in _MISJUDGED or "false" in contest_kinds().get(w, ()) for w in words)

    def _is_statement(self, a: Argument) -> bool:
        return a.lemma in nouns_of("claim") or a.lemma in _HOURS | _FIGURES | _ANNOUNCES

    def _is_own(self, c: Clause, a: Argument) -> bool:
        """Whether a statement is his of whom the clause tells: "his", "its earlier", "the figure it had given"."""
        earlier = any(c.start <= at < c.end and abs(at - a.start) < _ROOM for at in self._earlier)
        for x in self._all_inside(c):
            if x.form == "noun" and x.head[0] == a.start:
                whose = [y.lemma for y in x.arguments if y.role == "object"]
                if any(w in pronouns() for w in whose):
                    return True
                if whose:
                    return False
            if x.link in ("relative", "participle") and x.lemma in _GIVES and a.end <= x.start:
                by = [y for y in x.arguments if y.role == "subject"]
                if any(y.lemma in pronouns() for y in by) or (not by and self._in_a_statement(x)):
                    return True
        return earlier and (a.lemma in nouns_of("claim") or a.lemma in _FIGURES) and not self._is_of_another(c, a)

    def _in_a_statement(self, c: Clause) -> bool:
        """Whether a value was given in a statement: "the time given in its earlier statement"."""
        return any(a.lemma in nouns_of("claim") for a in c.arguments if a.role == "other")

    def _is_of_another(self, c: Clause, a: Argument) -> bool:
        """Whether it is told whose a statement is, and not by a pronoun."""
        nouns = (x for x in self._all_inside(c) if x.form == "noun" and x.head[0] == a.start)
        return any(y.role in ("object", "subject") and y.lemma not in pronouns() for x in nouns for y in x.arguments)

    def _all_inside(self, c: Clause) -> Iterator[Clause]:
        for x in self._inner[c.id]:
            yield x
            yield from self._all_inside(x)

    def _having_said(self, c: Clause) -> frozenset[str]:
        """What somebody is sorry to have said."""
        said = (x.content for x in self._all_inside(c) if x.lemma in saying() and x.start > c.head[0])
        return next((self._told(x) for x in said if x is not None), frozenset())

    def _content(self, c: Clause, a: Argument) -> frozenset[str]:
        """What a statement said, where a clause behind it tells."""
        if c.content is not None and self._clause[c.content].start > a.end:
            return self._told(c.content)
        for x in self._all_inside(c):
            if x.form == "noun" and x.head[0] == a.start:
                said = next((y for y in self._inner[x.id] if y.link in ("complement", "participle")), None)
                if said is not None:
                    return self._told(said.id)
        return frozenset()

    def _told(self, clause: str) -> frozenset[str]:
        n = self._number.get(clause)
        return told(self._units[n]) if n is not None else frozenset()

    def _who(self, n: int) -> tuple[frozenset[str], frozenset[str]]:
        """Whoever does it: by entity, or by the terms of what a body is called; whoever says so of himself."""
        u = self._units[n]
        named = frozenset(x for x in u.subjects if is_entity(x))
        inside = (self._number.get(x.id) for x in self._all_inside(u.clause) if x.id in self._number)
        his = frozenset(voice(self._units[m]) for m in inside if m is not None and self._units[m].speaker)
        bare = frozenset(x.removeprefix("~") for x in u.subjects if not is_entity(x))
        if named or not bare:
            return named or _keys(u), frozenset()
        starts = [a.start for a in u.clause.arguments if a.role == "subject"]
        called = {term(w.lemma) for w in words_in(self._reading.words, u.span[0], max(starts, default=0) + 1)}
        return bare | {x for x in his if not x.startswith(OUTLET)}, frozenset(called)


def _terms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(term, words))


def _value(a: Argument) -> Value:
    return "hour" if a.lemma in _HOURS else "figure" if a.lemma in _FIGURES else ""


@cache
def _how(lemma: str) -> tuple[str, ...]:
    return tuple(how for word, how in lexicon("contest_cues") if word == lemma)


@cache
def _hoping() -> frozenset[str]:
    """The verbs of what somebody wants or thinks, and does not say: "it did not turn out as he wanted"."""
    return frozenset(row[0] for row in lexicon("attribution_verbs") if row[1] in ("want", "belief"))


@cache
def _of_oneself() -> frozenset[str]:
    return listed("wording_words", "first person")


@cache
def _earlier() -> frozenset[str]:
    return listed("superseding_words", "version")


_ROOM = 24  # characters between "earlier" and the statement it is said of
