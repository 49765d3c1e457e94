"""What a contest only points at, and does not name: a pronoun or the bare noun of a claim.

"Denied that and said …", "rejected the mayor's version", "cast doubt on this", "did not believe it", "the allegation
was baseless", "called the report a lie".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.disputes.contest import (
    agreeing,
    alone,
    believing,
    claim_nouns,
    claimed,
    contest_kinds,
    documents,
    idle,
    is_somebodys,
    nouns_of,
    saying,
    sharing,
)
from rashomon.comparing.term import term
from rashomon.language import listed, word_set
from rashomon.records import Argument, Clause, Word

PRONOUNS = word_set("words_of_contests", "points")
_WHO = frozenset({"them", "they"})
_CALLING = frozenset({"be", "call", "deem", "brand"})
_TOLD_OF = ("complement", "relative", "participle")
_WHOSE = 3  # words of whose claim it is
_STANDING_IN = word_set("words_of_contests", "stands_in")
_STOOD_FOR = word_set("words_of_contests", "stood_for")
_SPEAKING = word_set("words_of_contests", "speaking")
_MOCKING = word_set("words_of_disputes", "mocking")
_NONSENSE = word_set("words_of_disputes", "nonsense")
_INVENTS = word_set("words_of_disputes", "invents")
_TRUTH = word_set("words_of_disputes", "truth")
_HAPPENS = word_set("words_of_disputes", "happens")
_QUOTED = 4  # characters between a word that is quoted and who says it: “", ”
_SO = word_set("words_of_disputes", "so")
_TELLS = word_set("words_of_contests", "tells_otherwise")
_TALE = word_set("words_of_contests", "tale")
_DIFFERENT = word_set("words_of_contests", "different")
_DIFFERENTLY = word_set("words_of_contests", "differently")
_VIEWS = word_set("words_of_contests", "sees_it")
_EVENTS = word_set("words_of_contests", "events")
_CONTRARY = word_set("words_of_contests", "contrary")
_TWO = 2
_BUT = 6  # characters before a clause in which its "but" stands
_ANOTHER = 9  # characters between a verb and its object, where that is another: " another "
_NOTHING = ("nothing", "none")
_OF_IT = " of it"
_OF_THE = 8  # characters between "nothing" and "kind"
_THAT = 6  # characters between a noun and what hangs on it: " that "
_AS_WHAT = word_set("words_of_contests", "dismisses")
_AS = 4  # characters between a claim and what it is dismissed as: " as "
_SHORT = 16  # characters between a verb and a word: "that", "this", one adjective


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points: the lemma of its noun, empty for a pronoun, and the terms of those whose claim it is.

    `of_kind` tells that it means what was told of such a thing ("no such order"), `elliptic` that a verb alone stands
    for it ("that he had not"), `so` that the verb says that it is so, `of_fact` that it must be told as so; `deed` is
    the verb by which a flat answer says so ("we were never asked"), `otherwise` tells that it is told otherwise.
    """

    noun: str
    whose: frozenset[str] = frozenset()
    of_kind: bool = False
    elliptic: bool = False
    so: bool = False
    of_fact: bool = False
    deed: str = ""
    otherwise: bool = False


class Pointers:
    """Reads what the clauses of one report point at."""

    def __init__(
        self,
        words: Sequence[Word],
        inner: Mapping[str, Sequence[Clause]],
        all_words: Sequence[Word],
        opening: frozenset[int] = frozenset(),
    ) -> None:
        """`words` are those of the report but for function words, `inner` the clauses that each clause holds.

        `opening` are the sentences that open a paragraph: a "different story" there may be another than the last one.
        """
        self._opening = opening
        self._words, self._inner = words, inner
        self._starts = [w.start for w in words]
        self._all, self._begins = all_words, [w.start for w in all_words]
        self._pointing = frozenset(w.end for w in all_words if w.lemma in listed("relating_words", "such"))

    def otherwise(self, c: Clause) -> int | None:
        """Where a clause says that what was just told is not as it was told, whatever else it says.

        "Gave a different version of events", "sees it differently", "asserts, on the contrary, that …", "does not share
        that view", "does not agree".
        """
        if c.form != "clause" or c.link == "relative" or not is_somebodys(c):
            return None
        contrary = next((a.start for a in c.arguments if a.role == "other" and a.lemma in _CONTRARY), None)
        if contrary is not None:
            return contrary
        objects = [a for a in c.arguments if a.role == "object" and a.start >= c.head[1]]
        other = [a for a in c.arguments if a.role == "other" and a.start >= c.head[1] and a.lemma not in _DIFFERENTLY]
        begun = [x.start for x in self._inner[c.id] if x.form == "clause" and x.start > c.head[1]]
        if c.negated and c.lemma in agreeing():
            return c.head[0] if not objects and not other and not begun else None
        if all(map(_points, objects)) and c.lemma in _VIEWS and not c.negated and not other:
            said = {w.lemma for w in self._between(c.head[1], c.end)}
            return c.head[0] if len(objects) < _TWO and said & _DIFFERENTLY and not begun else None
        held = [a for a in objects if a.lemma in nouns_of("claim", "held") | _TALE]
        but_that = c.content is not None and self._is_against(c)  # "but she offered another version: that …"
        if len(held) != 1 or (c.sentence in self._opening and not (c.negated or but_that)):
            return None
        (what,) = held
        behind = self._between(what.end, min(begun, default=c.end))
        if any(w.lemma not in _EVENTS for w in behind):
            return None
        if c.negated:
            return c.head[0] if c.lemma in sharing() and not self._between(c.head[1], what.start) else None
        which = [w.lemma for w in self._between(c.head[1], what.start) if not w.name]
        differs = which[-1] in _DIFFERENT if which else what.start - c.head[1] == _ANOTHER
        return c.head[0] if c.lemma in _TELLS and (differs or but_that) else None

    def _is_against(self, c: Clause) -> bool:
        """Whether a clause opens with a "but"."""
        before = self._all[bisect_left(self._begins, c.start - _BUT) : bisect_left(self._begins, c.head[0])]
        return any(w.lemma in listed("relating_words", "contrast") for w in before)

    def denied(self, c: Clause) -> Pointer | None:
        """What the verb of a clause contests, where it only points: "denied that and said …"."""
        if self.otherwise(c) is not None:
            return Pointer("", otherwise=c.lemma not in agreeing())
        objects = [a for a in c.arguments if a.role == "object" and a.start >= c.head[1]]
        asks = any(x.link == "complement" and x.start >= c.head[1] for x in self._inner[c.id])  # "about whether …"
        if (
            c.lemma in alone()
            and not c.negated
            and _is_own(c)
            and not asks
            and not [a for a in c.arguments if a.start >= c.head[1]]
        ):
            return Pointer("") if c.form == "clause" and c.link != "relative" else None
        if c.content is not None or c.form != "clause" or c.link == "relative" or len(objects) != 1:
            return None
        (what,) = objects
        behind = [a for a in c.arguments if a.role != "subject"]
        between = self._between(c.head[1], what.start)
        if what.lemma in _WHO or (between and what.lemma in PRONOUNS):
            return None
        if what.lemma in PRONOUNS:
            return Pointer("") if not c.negated or c.lemma in believing() else None
        if len(between) > _WHOSE or claim_nouns().get(what.lemma) != "claim" or not self.is_bare(c, behind):
            return None
        owned = not between or any(x.form == "noun" and x.start <= between[0].start for x in self._inner[c.id])
        return Pointer(what.lemma, frozenset(term(w.lemma) for w in between)) if owned else None

    def none_such(self, c: Clause) -> Argument | None:
        """What a clause says that there is none of, where it points: "no such order was given"."""
        if not c.negated or c.form != "clause" or c.lemma in idle():
            return None  # "we do not comment on such matters" denies none of them
        return next((a for a in c.arguments if a.start - 1 in self._pointing), None)

    def none_of_it(self, c: Clause) -> int | None:
        """Where a clause says that nothing of what was just told is so: "did nothing of the kind", "none of this"."""
        for a in c.arguments:
            if (a.lemma in _NOTHING and a.role != "subject") or a.lemma == "nothing":
                behind = self._all[bisect_left(self._begins, a.end) : bisect_left(self._begins, c.end)]
                kind = (
                    bool(behind)
                    and behind[0].lemma in listed("relating_words", "kind")
                    and behind[0].start - a.end == _OF_THE
                )
                at_end = not behind and (a.end == c.end or len(_OF_IT) <= c.end - a.end <= _OF_THE)
                if kind or at_end:  # not "is nothing new"
                    return a.start
        return None

    def mocked(self, c: Clause) -> int | None:
        """Where a clause mocks a claim: "called the accusation a fairy tale", "the allegation was a circus"."""
        if c.lemma not in _CALLING or c.form != "clause":
            return None
        role = "subject" if c.lemma == "be" else "object"
        told = [a for a in c.arguments if a.role == role and (claim_nouns().get(a.lemma) == "claim" or _points(a))]
        behind = self._between(max(told[0].end, c.head[1]), c.end)[:_WHOSE] if len(told) == 1 else []
        points = bool(told) and _points(told[0])  # "it was a circus" tells of no claim
        mocking = _NONSENSE if points else _MOCKING | _NONSENSE
        return next((w.start for w in behind if w.lemma in mocking), None)

    def is_elliptic(self, c: Clause) -> bool:
        """Whether a clause says of what was told just before that it is, or is not, so: "he had", "he had not"."""
        if c.form != "clause" or c.lemma not in _STANDING_IN or any(a.role != "subject" for a in c.arguments):
            return False
        subjects = [a.lemma for a in c.arguments]
        alone = not self._inner[c.id] and not self._between(c.head[1], c.end)  # not "was not off to a good start"
        return len(subjects) == 1 and subjects[0] in _STOOD_FOR and alone

    def is_flat(self, c: Clause) -> bool:
        """Whether a clause says of what was told just before that it is not so, and no more: "we were never asked"."""
        parts = [a for a in c.arguments if a.lemma not in PRONOUNS | _SPEAKING]
        alone = not parts and not self._inner[c.id] and not self._between(c.head[1], c.end)
        return c.form == "clause" and c.negated and alone and c.lemma not in idle() | _STANDING_IN

    def exclaimed(self, c: Clause) -> int | None:
        """Where somebody says of what was told a word alone: "“Nonsense”, said the mayor", "“Lies”, he said"."""
        words = self._between(c.start, c.end)
        if c.form != "clause" or c.lemma not in saying() or not words or words[0].start - c.start > 1:
            return None
        first = words[0]
        false = first.lemma in _NONSENSE or "false" in contest_kinds().get(first.lemma, ())
        behind = min((at for at in (c.head[0], *(a.start for a in c.arguments)) if at > first.start), default=c.end)
        return first.start if false and behind - first.end <= _QUOTED and first.start < c.head[0] else None

    def invented(self, c: Clause) -> Argument | None:
        """What a clause says was made up, of a claim: "the story was invented", "had concocted the allegation"."""
        told = c.form == "clause" and not c.negated and c.lemma in _INVENTS
        objects = [a for a in c.arguments if told and a.role == "object"]
        return next((a for a in objects if claim_nouns().get(a.lemma) == "claim" or a.lemma in documents()), None)

    def not_so(self, c: Clause) -> int | None:
        """Where a clause says of what was said that it is not so: "this was not so", "that is not what we saw"."""
        subject = next((a for a in c.arguments if a.role == "subject"), None)
        if (such := self.none_such(c)) is not None:
            return such.start
        if c.negated and c.lemma == "be" and not any(a.role == "subject" for a in c.arguments):
            truth = next((a.start for a in c.arguments if a.lemma in _TRUTH), None)  # "no truth in the story"
            if truth is not None:
                return truth
        if c.negated and c.lemma in _SO and (none := self.none_of_it(c)) is not None:
            return none
        if c.negated and self.is_elliptic(c):
            return c.head[0]
        if c.lemma != "be" or subject is None or subject.lemma not in PRONOUNS - _WHO:
            return None
        so = (a.start for a in c.arguments if a.role == "other" and a.lemma == "so")
        known = (x for x in self._inner[c.id] if x.lemma in listed("contest_cues", "seen"))
        said = min((a.start for a in c.arguments if a.role == "other" and a.start > c.head[0]), default=c.end)
        seen = (x.start for x in known if any((a.start, a.lemma) == (x.start, "what") for a in x.arguments))
        seen = (start for start in seen if start <= said)  # not "it was not clear what had happened"
        return next(so, next(seen, None))

    def summed(self, c: Clause, holder: Clause) -> int | None:
        """Where the noun stands that sums up what was told right before: "a claim that the army denies".

        It is read as what the claim says, as what is denied ("a charge the bank denies"), or as a verb ("claims that").
        """
        first = min(c.arguments, key=lambda a: a.start, default=None)
        if first is not None and first.role == "object" and first.lemma in claimed():
            return c.start
        as_verb = holder.content == c.id and not holder.arguments and holder.lemma in claimed()
        if c.link not in ("relative", "participle") and not as_verb:
            return None
        at = bisect_left(self._starts, c.start) - 1
        near = at >= 0 and c.start - self._words[at].end <= _THAT and self._words[at].lemma in claimed()
        return self._words[at].start if near else None

    def doubted(self, c: Clause, at: int) -> Pointer | None:
        """What doubt is cast on, where it only points: "cast doubt on that"; `at` is where the doubt stands."""
        if c.lemma not in listed("contest_cues", "casts") or c.form != "clause" or c.link == "relative":
            return None
        behind = [a for a in c.arguments if a.role == "other" and a.start > at]
        rest = [w for w in self._between(at, c.end) if w.start != at and w.start not in {a.start for a in behind}]
        return Pointer("") if not rest and all(a.lemma in PRONOUNS - _WHO for a in behind) else None

    def called_false(self, c: Clause, at: int) -> Pointer | None:
        """What is called false, where it only points: "it was a fake", "the allegation is baseless"."""
        if (such := self.none_such(c)) is not None and such.start == at:
            return Pointer(such.lemma, of_kind=True)
        if at == self.none_of_it(c):
            return Pointer("")
        if (flat := self._flatly(c, at)) is not None:
            return flat
        if at == self.not_so(c) and any(a.start == at and a.lemma in _TRUTH for a in c.arguments):
            behind = self._behind(c, at)
            bare = len(behind) == 1 and claim_nouns().get(behind[0].lemma) == "claim"
            return Pointer(behind[0].lemma) if bare else None
        if c.lemma not in _CALLING or c.form != "clause" or c.link == "relative":
            return None
        role = "subject" if c.lemma == "be" else "object"
        named = [a for a in c.arguments if a.role == role and a.start != at and a.start < at]
        if not named and c.lemma != "be" and 0 < at - c.head[1] <= _SHORT and len(self._between(c.head[1], at)) <= 1:
            return Pointer("") if not self._behind(c, at) else None  # "called that “pure invention”"
        if len(named) != 1 or named[0].lemma in _WHO:
            return None
        (what,) = named
        if at == self.mocked(c):
            return Pointer("" if _points(what) else what.lemma)
        if c.negated and self.not_so(c) == at:
            return Pointer("")
        rest = self._behind(c, max(at, what.end, c.head[0]))  # a "pure invention" is one
        if rest and not all(w.name for w in rest):
            return None
        if what.lemma in PRONOUNS:
            return None if self._is_relative(c, what) else Pointer("")
        own = self._between(what.start, what.end)
        told_of = claim_nouns().get(what.lemma) == "claim" or what.lemma in documents()
        bare = told_of and not any(x.start < at for x in self._told_of(c, what))
        return Pointer(what.lemma) if bare and len(own) <= 1 else None

    def _flatly(self, c: Clause, at: int) -> Pointer | None:
        """What an answer points at that says no more than that it is not so, or that a claim was made up."""
        if at == self.exclaimed(c):
            return Pointer("")
        if at != c.head[0]:
            return None
        if self.is_elliptic(c):
            return Pointer("", elliptic=True, so=not c.negated)
        if self.is_flat(c):
            return Pointer("", deed="" if c.lemma in _HAPPENS else c.lemma)
        made = self.invented(c)
        return None if made is None else Pointer(made.lemma)

    def _is_relative(self, c: Clause, what: Argument) -> bool:
        """Whether a pronoun stands for the noun before it: "something that he said was impossible"."""
        holders = (x for of in self._inner.values() for x in of if x.content == c.id)
        return any(what.end <= x.head[0] < c.head[0] for x in holders)

    def _behind(self, c: Clause, at: int) -> list[Word]:
        """Give what a clause says behind a word, but for what hangs on it: "a fable invented in Paris"."""
        hanging = [x for x in self._inner[c.id] if x.link in ("participle", "relative") and x.start > at]
        words = [w for w in self._between(at, c.end) if w.start > at]
        return [w for w in words if not any(x.start <= w.start < x.end for x in hanging)]

    def is_bare(self, c: Clause, objects: Sequence[Argument]) -> bool:
        """Whether a claim is denied by its noun alone, whatever follows of when, where and what else he did.

        What it claims would stand in a clause on it ("reports that …", "the claim made by") or right behind it.
        """
        of = [a for a in objects if a.role == "object" and claim_nouns().get(a.lemma) == "claim"]
        if len(of) != 1 or self._told_of(c, of[0]):
            return False
        ends = [a.start for a in objects if a.role == "other" and a.start >= of[0].end]
        ends += [x.start for x in self._inner[c.id] if x.link == "joined" and x.start >= of[0].end]
        rest = self._between(of[0].end, min(ends, default=c.end))  # "during the Halim meeting", "as baseless"
        false = _INVENTS | _NONSENSE | _MOCKING
        if c.lemma in _AS_WHAT and len(rest) == 1 and rest[0].start - of[0].end == _AS:
            return True  # whatever it is dismissed as
        return all(w.name or w.lemma in false or "false" in contest_kinds().get(w.lemma, ()) for w in rest)

    def _told_of(self, c: Clause, noun: Argument) -> list[Clause]:
        """The clauses behind a noun that may tell what it claims, not what else somebody did."""
        joined = [x.start for x in self._inner[c.id] if x.link == "joined"]
        end = min(joined, default=c.end)
        return [x for x in self._inner[c.id] if noun.end <= x.start < end and x.link in _TOLD_OF]

    def _between(self, start: int, end: int) -> Sequence[Word]:
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _points(a: Argument) -> bool:
    return a.lemma in PRONOUNS - _WHO


def _is_own(c: Clause) -> bool:
    """Whether a clause tells what somebody did, not only a thing spoken of: "I understand disagreeing with him"."""
    return c.wording is not None or c.link in ("main", "joined")
