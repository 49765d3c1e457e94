"""What "it" and "they" are where the report has no name for it: the noun of the sentence before, where one alone fits.

"The drone was hit at dawn. It carried no transponder": the subject of what the sentence before tells, if that has
nothing else of the sort, one or several, but where or when it was; else what somebody does something to ("opened the
tower. It had cost …"). "Nine people died. Four of them were found in a car": those who are counted. What "it" is may
also be what was told ("The bridge fell. It caused panic"), so such verbs are left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rashomon.comparing.joining.unit import Unit
from rashomon.comparing.lines.brackets import Sentences
from rashomon.comparing.lines.parts import Part, Parts, counts, is_one, is_somebody, people
from rashomon.comparing.term import function_words
from rashomon.language import listed, word_set
from rashomon.records import Attribution, Clause, Hang, Reading

_ONE = frozenset({"it", "its"})
_SEVERAL = frozenset({"they", "their", "them"})
_OWNING = frozenset({"its", "their"})
_BODIES = frozenset({"organisation", "group", "facility", "publication"})
_FARTHEST = 4  # words before a noun
_HELPED = 2  # words: a number, and the helper of its verb
_DEPTH = 3  # sentences over which "it … it" goes
_THEM, _THEY = "them", "they"
_THEIR, _THE = "their", "the"
_POLICE = "police"  # several, whatever their kind


class Things:
    """Answers for the reports of a case."""

    def __init__(self, readings: Mapping[str, Reading], sentences: Sentences) -> None:
        """`sentences` looks back over those of `readings`."""
        self._readings, self._sentences = readings, sentences
        self._parts = Parts(readings, sentences)
        self._chain = {r: {m.id: m for m in reading.mentions} for r, reading in readings.items()}

    def noun(self, unit: Unit, hang: Hang) -> str:
        """Give the words of what the pronoun `hang` stands for, "the drone"; "" where that is not sure."""
        return self._noun(unit.report, unit.clause, hang.start, hang.end, _DEPTH)

    def has_two_doers(self, unit: Unit) -> bool:
        """Whether who does something may be a person or a thing: "Berg was ill when the fire began and flew home"."""
        above = {c.id: c for c in self._sentences.clauses(unit.report, unit.clause.sentence)}
        beside = above.get(unit.clause.within or "")
        main = above.get((beside.within if beside is not None else None) or "")
        if beside is None or main is None or unit.clause.link != "joined" or beside.link != "adverbial":
            return False
        doers, others = (self._kinds(unit.report, c) for c in (main, beside))
        return "person" in doers and not others & {"person", "group", "organisation"}

    def _kinds(self, report: str, clause: Clause) -> set[str]:
        """Give of what kinds the mentions are that are the subject of a clause."""
        mentions = (self._chain[report].get(a.mention or "") for a in clause.arguments if a.role == "subject")
        return {m.kind for m in mentions if m is not None}

    def is_meant(self, unit: Unit, hang: Hang) -> bool:
        """Whether the body whose chain "its" is in is named as the only one that it can be: "its director resigned"."""
        report, clause, before = unit.report, unit.clause, self._sentences.before(unit.report, unit.clause.sentence)
        word = self._sentences.text(report, hang.start, hang.end).lower()
        if word not in _OWNING or before is None or self._sentences.is_quoted(report, hang.start):
            return False
        if not self._owns_people(report, clause, hang.start) or not self._is_first(report, clause, hang.start):
            return False
        found = self._found(report, before, clause, hang.start, anothers=False)
        chain = self._linked(report, hang.start, hang.end)
        return found is not None and found.mention is not None and found.mention.chain == chain

    def _noun(self, report: str, clause: Clause, start: int, end: int, depth: int) -> str:
        sentences = self._sentences
        word = sentences.text(report, start, end).lower()
        if word not in _ONE | _SEVERAL or sentences.is_quoted(report, start) or sentences.is_aside(report, start):
            return ""
        if word == _THEM and self._is_a_part(report, start):
            return self._whole(report, clause, start)
        acts = word in _OWNING or any(a.start == start and a.role in ("subject", "object") for a in clause.arguments)
        if word == _THEY and (part := self._part_who_says(report, clause, start)):
            return part
        if word == _THEM or not acts or not self._is_first(report, clause, start):
            return ""
        before = sentences.before(report, clause.sentence)
        if before is None:
            return ""
        chain = self._linked(report, start, end)
        said = sentences.said(report, clause)
        found = self._found(report, before, clause, start, anothers=said is not None)
        if found is not None and found.argument.lemma in _ONE | _SEVERAL and depth:
            return self._noun(report, found.clause, found.argument.start, found.argument.end, depth - 1)
        if found is None or (chain is not None and (found.mention is None or found.mention.chain != chain)):
            return ""
        if word not in _OWNING and self._is_of_a_deed(report, clause, start, found):
            return ""
        return self._parts.words(report, found, owns=word in _OWNING)

    def _is_first(self, report: str, clause: Clause, start: int) -> bool:
        """Whether a pronoun opens its sentence, or what somebody says who cannot be meant himself."""
        sentences = self._sentences
        opening, _ = sentences.span(report, clause.sentence)
        if sentences.opens(report, opening, start):
            return clause.link in ("main", "complement")
        said = sentences.said(report, clause)
        return (
            said is not None
            and any(a < start for a, _ in said.source)
            and sentences.opens(report, opening, min(a for a, _ in said.source))
            and sentences.opens_what_is_said(report, said, start)
            and self._is_a_person(report, said)
        )

    def _is_a_person(self, report: str, said: Attribution) -> bool:
        """Whether who says something is one or several persons: what a body says of "it" may be of itself.

        So may what "the operator" says, which is a person or a company.
        """
        source = self._chain[report].get(said.source_mention or "")
        if source is None:
            return False
        words = self._sentences.text(report, source.start, source.end).lower().split()
        if source.form == "nominal" and not word_set("personal_words", "either").isdisjoint(words):
            return False
        return source.kind in ("person", "group") or words[-1:] == [_POLICE]

    def _is_of_a_deed(self, report: str, clause: Clause, start: int, found: Part) -> bool:
        """Whether "it" may be what was told before, or nothing: "it caused panic", "it was a surprise", "it is said".

        What is told by a noun may have been caused as any deed: "The outage lasted a day. It was caused by frost".
        """
        deed = found.clause.lemma in word_set("words_of_lines", "lasts")
        done = any(a.start == start and a.role == "object" and a.end <= clause.head[0] for a in clause.arguments)
        role = "of_a_deed_done" if done else "of_a_deed"
        if clause.lemma in _of_a_deed(role) and not (deed and done):
            return True
        body = found.mention is not None and found.mention.kind in _BODIES and not done
        if clause.lemma in word_set("words_of_lines", "of_a_mind") and not done and found.argument.lemma in _words():
            return True  # "the admission by the firm was late. It considers …": the firm does
        complement = any(
            c.within == clause.id and c.link == "complement" for c in self._sentences.clauses(report, clause.sentence)
        )
        raised = self._sentences.text(report, clause.head[1], clause.end).split()[:1] == ["to"]
        if (
            (self._says(report, clause) or complement)
            and not body
            and not (raised and clause.lemma in _of_a_deed("raised"))
        ):
            return True
        if clause.lemma not in word_set("words_of_lines", "being"):
            return False
        rest = self._sentences.text(report, clause.head[1], clause.end).lower().split()
        told = next((w for w in rest[:2] if w not in word_set("words_of_lines", "beside_being")), "")
        opens = word_set("words_of_lines", "any") | word_set("words_of_lines", "pointing")
        is_noun = told in opens | word_set("words_of_lines", "owner") or counts(told)
        return is_noun or told[:1] in "\"“‘'" or bool(word_set("words_of_lines", "goes_on_with") & set(rest[1:4]))

    def _says(self, report: str, clause: Clause) -> bool:
        """Whether a clause tells that something is said: "it is said", "it read that"."""
        start, end = clause.head
        return any(s < end and start < e for a in self._readings[report].attributions for s, e in a.cue)

    def _linked(self, report: str, start: int, end: int) -> str | None:
        """Give the chain that a pronoun is in, if that holds more than it."""
        me = self._sentences.mention_at(report, start, end)
        if me is None:
            return None
        held = (m for m in self._readings[report].mentions if m.chain == me.chain and m.form != "pronoun")
        return me.chain if next(held, None) is not None else None

    def _found(self, report: str, number: int, clause: Clause, at: int, *, anothers: bool) -> Part | None:
        """Give the one part of a sentence that "it" or "they" behind it can be.

        Who said that sentence may be meant, unless another says what comes next (`anothers`).
        """
        sentences = self._sentences
        several = sentences.text(report, at, at + len(_THEIR)).lower().startswith(_THE)
        start, _ = sentences.span(report, number)
        parts = self._parts.of(report, number)
        if (
            not parts
            or sentences.is_quoted(report, parts[0].argument.start)
            or sentences.text(report, start, start + 1) in '"“'
        ):
            return None
        alike = [p for p in parts if p.either or (p.several == several and (several or not is_somebody(p)))]
        top = self._parts.top(report, number)
        if self._owns_people(report, clause, at):
            unknown = [p for p in alike if p.mention is None and p.subject and p.clause.id in top]
            alike = [p for p in alike if p.mention is not None and p.mention.kind in _BODIES]
            chains = {p.mention.chain for p in alike if p.mention is not None}
            if len(chains) + len(unknown) == 1:
                return (alike or unknown)[0]
            if unknown:
                return None
        led = [p for p in alike if p.clause.id in top and p.subject]
        done = any(a.start == at and a.role == "object" for a in clause.arguments)
        speaks = {c.id for c in sentences.clauses(report, number) if c.content is not None} if anothers else set()
        rivals = [
            p
            for p in alike
            if not (led and is_one(p, led[0]))
            and p.clause.id not in speaks
            and self._may_be_meant(report, p, done=done)
        ]
        if led:
            return led[0] if not rivals else None
        if several or len({p.argument.lemma for p in rivals}) != 1:
            return None
        (one, *_) = rivals
        done = one.clause.id in top and one.argument.role == "object" and not one.subject
        others = [p for p in parts if p.clause.id in top and p.subject]
        person = bool(others) and all(is_somebody(p) or p.several for p in others)
        return one if done and person else None

    def _owns_people(self, report: str, clause: Clause, at: int) -> bool:
        """Whether people belong to what is meant, so that it is a body: "its members", "its lawyer Ann Holm"."""
        word = self._sentences.text(report, at, at + len(_THEIR)).lower()
        subjects = [a for a in clause.arguments if a.role in ("subject", "object") and at < a.start]
        own = min(subjects, key=lambda a: a.start, default=None)
        if own is None or not word.startswith(tuple(_OWNING)) or own.start > clause.head[0] or own.lemma in _kin():
            return False
        mention = self._chain[report].get(own.mention or "")
        return (mention is not None and mention.kind in ("person", "group")) or own.lemma in people()

    def _may_be_meant(self, report: str, p: Part, *, done: bool) -> bool:
        """Whether a part is more than where or when something was; of a deed done, not to where ("it was closed")."""
        if done and p.mention is not None and p.mention.kind == "facility":
            return True
        if p.argument.role == "object" and p.clause.lemma in word_set("words_of_lines", "goes"):
            return p.subject
        before = self._parts.before(report, p)
        told = before == self._sentences.text(report, *p.clause.head).lower()  # "went bankrupt"
        return p.argument.role != "other" or not (told or before in word_set("words_of_lines", "where_or_when"))

    def _counts_alone(self, report: str, number: int) -> bool:
        """Whether a sentence tells of some by their number alone: "of the forty houses three are standing"."""
        sentences = self._sentences
        start, _ = sentences.span(report, number)
        heads = [c.head[0] for c in sentences.clauses(report, number)]
        before = (sentences.text(report, start, at).lower().split()[-_HELPED:] for at in heads)
        return any(counts(w[-1]) or (counts(w[0]) and w[-1] in function_words()) for w in before if w)

    def _is_a_part(self, report: str, start: int) -> bool:
        """Whether a pronoun is several of whom a part is told: "four of them", "some of them"."""
        words = self._sentences.text(report, max(0, start - 30), start).lower().split()
        return words[-1:] == ["of"] and bool(words[-2:-1]) and counts(words[-2])

    def _part_who_says(self, report: str, clause: Clause, start: int) -> str:
        """Give who says of themselves what "they" opens, if some of several: "five of the six villagers"."""
        sentences, said = self._sentences, self._sentences.said(report, clause)
        if said is None or len(said.source) != 1 or not sentences.opens_what_is_said(report, said, start):
            return ""
        first, end = said.source[0]
        words = sentences.text(report, first, end).split()
        if len(words) != len(("five", "of", "them")) or words[1:] != ["of", _THEM] or not counts(words[0].lower()):
            return ""
        main = next((c for c in sentences.clauses(report, clause.sentence) if c.link == "main"), clause)
        whole = self._whole(report, main, end - len(_THEM))
        return f"{words[0].lower()} of {whole}" if whole else ""

    def _whole(self, report: str, clause: Clause, start: int) -> str:
        """Give those of whom a part is told, where one noun alone of the sentence before is of several.

        Or one of this sentence: "eleven beds were there and four of them were broken"; but "four people, two of them
        guards" needs no telling.
        """
        sentences = self._sentences
        first, _ = sentences.span(report, clause.sentence)
        here = [p for p in self._parts.of(report, clause.sentence) if p.several and p.argument.end < start]
        here = [p for p in here if not counts(p.argument.lemma)]
        around = [c for c in sentences.clauses(report, clause.sentence) if c.start <= start < c.end]
        own = min(around, key=lambda c: c.end - c.start, default=clause)
        if any(p.clause.id in (own.id, clause.id) for p in here):
            return ""
        opening = sentences.text(report, first, start).lower().split()
        if here:
            parts = here
        elif len(opening) <= _FARTHEST:
            before = sentences.before(report, clause.sentence)
            if before is None or sentences.is_quoted(report, sentences.span(report, before)[0] + 1):
                return ""
            if self._counts_alone(report, before):
                return ""
            parts = [p for p in self._parts.of(report, before) if p.several or counts(p.argument.lemma)]
        else:
            return ""
        return self._parts.known(report, parts[0]) if len({p.argument.lemma for p in parts}) == 1 else ""


@cache
def _kin() -> frozenset[str]:
    """Give whom persons have: "their mother" is of no body."""
    return word_set("personal_words", "kin") | word_set("personal_words", "family")


@cache
def _words() -> frozenset[str]:
    """Give nouns that put words forward: "admission", "ruling"."""
    return listed("attribution_nouns") | listed("claim_nouns")


def _of_a_deed(role: str) -> frozenset[str]:
    return _deeds()[role]


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {
        "of_a_deed": word_set("words_of_lines", "of_a_deed") | word_set("words_of_lines", "of_a_deed_done"),
        "of_a_deed_done": word_set("words_of_lines", "of_a_deed_done"),
        "raised": word_set("words_of_lines", "raised"),
    }
