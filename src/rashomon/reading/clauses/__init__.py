"""Every predication of the report as a typed row: what comparing compares, and the only thing of the parse it sees.

A clause is told by a verb that can carry one, or by a noun that tells a deed and has a complement ("the killing of …").
Clauses nest: each names the one it stands in and the one that it only says. They stand in the order of the text, the
wider first. Their words are a run of the text, so every clause is a span.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

import rashomon.reading.factories  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.language import listed
from rashomon.reading.attributions.denials import RULE as UNSUPPORTED
from rashomon.reading.attributions.finding import plain_frame
from rashomon.reading.clauses.extent import content_words, extent
from rashomon.reading.clauses.participants import Participants, apposed, contrasted, participants, predicate, said
from rashomon.reading.clauses.rejected import only_named
from rashomon.reading.clauses.status import Standing, shares_negation, status
from rashomon.reading.clauses.wording import wording
from rashomon.reading.events.one_time import tense_of
from rashomon.reading.eventualities.told_days import ToldDays
from rashomon.reading.figures import figures
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.parse import Parse
from rashomon.reading.regions.within import heads_an_entry, is_asked
from rashomon.records import (
    NO_REASON,
    Argument,
    ArgumentRole,
    Attribution,
    Clause,
    ClauseForm,
    ClauseLink,
    Figure,
    Reason,
    Span,
)

__all__ = ["clauses"]


_CLAUSAL = (
    rel.CLAUSE_OF_NOUN
    | rel.DEPENDENT_VERB
    | rel.ROOT
    | rel.CLAUSE_SUBJECT
    | rel.PASSIVE_CLAUSE_SUBJECT
    | rel.UNSURE
    | rel.PARATAXIS
    | rel.GOVERNED_CLAUSE
)
_LINKED: tuple[tuple[frozenset[str], ClauseLink], ...] = (
    (rel.ROOT, "main"),
    (rel.COMPLEMENT | rel.CLAUSE_SUBJECT | rel.PASSIVE_CLAUSE_SUBJECT | rel.GOVERNED_CLAUSE, "complement"),
    (rel.RELATIVE, "relative"),
    (rel.ADVERBIAL_CLAUSE, "adverbial"),
    (rel.ADNOMINAL, "participle"),
    (rel.JOINED | rel.PARATAXIS | rel.UNSURE, "joined"),
)
_LINKS = {label: link for labels, link in _LINKED for label in labels}
_JOINED_TO = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
_COMPLEMENTS = rel.PREPOSITION_OR_AGENT | rel.ADNOMINAL | rel.COMPOUND | rel.OWNER
_BODY = frozenset({"headline", "subheading", "caption"})
_CIRCUMSTANCES = rel.ADVERBIAL | rel.NOUN_ADVERBIAL | rel.PREPOSITION
_WHOLE = frozenset({"clause", "around"})
_MOST = 0.8  # of what a statement says, for a clause to be it
_STANDS = frozenset({"asserted", "hedged", "planned", "demanded"})
_HAPPENED = frozenset({"asserted", "hedged", "denied"})
_IN_WORDS = frozenset({"around", "clause", "quote"})
_OF_NO_DAY = frozenset((rule, "report's") for rule in ("clock", "daypart", "military", "noon"))
"""Why a time of day has the report's own day: the text tells none, so no line shows one."""


def clauses(doc: Doc) -> Doc:
    """Read clauses and content words into `doc._`; a text without a parse has none."""
    if doc.has_annotation("DEP"):
        parse = Parse(doc)
        doc._.rashomon_figures = figures(doc, doc._.rashomon_times, parse)
        doc._.rashomon_clauses = _Clauses(doc, parse).rows()
        is_ = {c.id for c in doc._.rashomon_clauses if c.lemma == "be"}  # "that is not what we saw" asks nothing
        said = (c for c in doc._.rashomon_clauses if c.link == "complement" and c.within not in is_)
        doc._.rashomon_words = content_words(parse, doc._.rashomon_mentions, said)
    return doc


def _asserted_too(attributions: Sequence[Attribution]) -> Iterator[tuple[Attribution, Attribution]]:
    """Give each denial with who asserts the very same: "the union says, and the firm denies, that three died".

    What is said is then the one's word, and the other's clause is a denial of it.
    """
    asserted = {a.content: a for a in attributions if a.polarity == "assert" and a.content and not a.negated}
    for a in attributions:
        if a.polarity == "deny" and a.content in asserted:
            yield a, asserted[a.content]


def _says(a: Attribution) -> bool:
    """Whether the source of `a` says something in so many words: how many they are is no figure of the matter."""
    return a.because.rule == "speech-verb" and plain_frame(a.because) in _IN_WORDS


class _Clauses:
    def __init__(self, doc: Doc, parse: Parse) -> None:
        layer = doc._
        self.doc, self.parse = doc, parse
        self._days = ToldDays(doc)
        starts = self.parse.start
        self._eventualities = {v.start: v for v in layer.rashomon_eventualities}
        self._events = {e.trigger[0]: e for e in layer.rashomon_events}
        speaking = [span for a in layer.rashomon_attributions if _says(a) for span in a.source]
        figures_told = (f for f in layer.rashomon_figures if not any(s <= f.start < e for s, e in speaking))
        self._figures: Sequence[Figure] = tuple(figures_told)  # "two passengers said" counts no passengers
        self._figure_starts = [f.start for f in self._figures]
        self._mention: dict[int, str] = {}
        for m in sorted(layer.rashomon_mentions, key=lambda m: (m.end - m.start, m.id)):  # the wider is written last
            for i in range(bisect_left(starts, m.start), bisect_left(starts, m.end)):
                self._mention[i] = m.id
        self._person = {m.id for m in layer.rashomon_mentions if m.kind == "person" and m.form == "name"}
        self._said_in: dict[int, str] = {}
        self._by_id = {a.id: a for a in layer.rashomon_attributions}
        self._told_by = {a.id: (*a.source, *a.cue, *self._when(a)) for a in layer.rashomon_attributions}
        self._unsupported = {a.id: a for a in layer.rashomon_attributions if a.because.by(UNSUPPORTED)}
        self._nested = {a.id: a.nested_in for a in layer.rashomon_attributions}
        widest_first = sorted(layer.rashomon_attributions, key=lambda a: (-sum(e - s for s, e in a.content), a.id))
        for a in widest_first:
            for start, end in a.content:
                for i in range(bisect_left(starts, start), bisect_left(starts, end)):
                    self._said_in[i] = a.id
        self._asserted_by: dict[int, str] = {}
        self._denying: set[int] = set()
        for denial, asserting in _asserted_too(layer.rashomon_attributions):
            self._denying |= {start for start, _ in denial.cue}
            for start, end in denial.content:
                for i in range(bisect_left(starts, start), bisect_left(starts, end)):
                    if self._said_in[i] in (denial.id, asserting.id):
                        self._said_in[i] = self._asserted_by[i] = asserting.id
        self._unread = {
            i
            for r in layer.rashomon_regions
            if r.kind not in _BODY or heads_an_entry(r) or is_asked(r)
            for i in range(bisect_left(starts, r.start), bisect_left(starts, r.end))
        }
        bounds = [sentence.end_char for sentence in doc.sents]
        self._times: dict[int, list[Span]] = {}
        for t in layer.rashomon_times:
            if t.type in ("DATE", "TIME") and (t.because.rule, t.because.words) not in _OF_NO_DAY:
                self._times.setdefault(bisect_right(bounds, t.start), []).append((t.start, t.end))

    def rows(self) -> tuple[Clause, ...]:
        parse = self.parse
        found: list[tuple[int, int, int, Clause]] = []
        at = 0  # the sentence's number among those of the reading, which leaves out the empty ones
        for number, sentence in enumerate(self.doc.sents):
            if not sentence.text.strip():
                continue
            times = self._times.get(number, [])
            for i in range(sentence.start, sentence.end):
                if i in self._unread:
                    continue
                if _is_clause(parse, i):
                    found.append(self._row(i, "clause", at, times))
                elif self._tells_a_deed(i):
                    found.append(self._row(i, "noun", at, times))
            at += 1
        found.sort(key=lambda row: (row[0], -row[1], row[2]))
        return self._with_what_is_said(_linked(parse, found))

    def _with_what_is_said(self, rows: tuple[Clause, ...]) -> tuple[Clause, ...]:
        """Mend what each clause only says by the statements, where the parse has it elsewhere or the wrong way round.

        "Radio Orm reported on Monday, quoting the navy, that …": the first clause only says the last, never the other
        way, however the parser hung them.
        """
        says = self._says()
        at = {c.id: c for c in rows}
        by_sentence: dict[int, list[Clause]] = {}
        for c in rows:
            by_sentence.setdefault(c.sentence, []).append(c)
        mended = []
        for c in rows:
            content = c.content
            if content is not None and self._around(c) & {a.id for a in says.get(at[content].head[0], ())}:
                content = None
            if content is None and c.head[0] in says:
                whole = [a for a in says[c.head[0]] if plain_frame(a.because) in _WHOLE]
                spans = [span for a in whole for span in a.content]
                inner = [
                    d
                    for d in by_sentence[c.sentence]
                    if d.id != c.id and c.start <= d.start and d.end <= c.end and d.head[0] not in says
                    if any(_covers(d, span) for span in spans)
                ]
                content = max(inner, key=lambda d: (d.end - d.start, -d.start)).id if inner else None
            mended.append(c if content == c.content else replace(c, content=content))
        return tuple(mended)

    def _says(self) -> dict[int, list[Attribution]]:
        """Give for the start of each token that is a cue whose words it puts forward."""
        found: dict[int, list[Attribution]] = {}
        for a in self.doc._.rashomon_attributions:
            for start, end in a.cue:
                for i in range(bisect_left(self.parse.start, start), bisect_left(self.parse.start, end)):
                    found.setdefault(self.parse.start[i], []).append(a)
        return found

    def _around(self, c: Clause) -> set[str]:
        found: set[str] = set()
        at = c.attribution
        while at is not None and at not in found:
            found.add(at)
            at = self._nested[at]
        return found

    def _tells_a_deed(self, i: int) -> bool:
        parse = self.parse
        return (
            parse.pos[i] in ("NOUN", "PROPN")
            and (parse.start[i] in self._eventualities or parse.start[i] in self._events)
            and any(parse.dep[c] in _COMPLEMENTS for c in parse.children[i])
        )

    def _row(self, i: int, form: ClauseForm, sentence: int, times: Sequence[Span]) -> tuple[int, int, int, Clause]:
        parse = self.parse
        low, high = extent(parse, i, noun=form == "noun")
        standing = status(parse, i)
        if standing.status == "denied" and not standing.own and i in self._asserted_by:
            standing = Standing(standing.negated, "asserted", Reason("negated") if standing.negated else NO_REASON)
        if parse.start[i] in self._denying:
            standing = replace(standing, status="denied", because=Reason("denied", parse.lemma[i]))
        if standing.status != "denied" and self._is_unsupported(i):
            standing = replace(standing, status="denied", because=Reason("denied", UNSUPPORTED), own=False)
        if standing.status == "asserted" and (noun := self._named_by(i)) is not None:
            standing = replace(standing, status="hedged", because=Reason("hedged", parse.lemma[noun]), own=False)
        event = self._events.get(parse.start[i])
        eventuality = self._eventualities.get(parse.start[i])
        date, basis = self._day(i, happened=standing.status in _HAPPENED)
        if standing.status == "asserted" and basis.rule == "ahead" and not _is_past(self.doc[i]):
            standing = replace(standing, status="planned", because=basis)
        clause = Clause(
            id="",
            start=parse.start[low],
            end=parse.end[high - 1],
            form=form,
            link=_LINKS.get(parse.dep[i], "phrase") if form == "clause" else "phrase",
            head=(parse.start[i], parse.end[i]),
            lemma=parse.lemma[i],
            predicate=predicate(parse, i),
            sentence=sentence,
            within=None,
            content=None,
            arguments=self._arguments(participants(parse, i, contrasted(parse, i, low, high))),
            negated=standing.negated,
            status=standing.status,
            figures=self._told(low, high),
            date=date,
            date_basis=basis,
            place=event.place if event is not None else None,
            attribution=self._said_in.get(i),
            event=event.id if event is not None else None,
            eventuality=eventuality.id if eventuality is not None else None,
            because=standing.because,
            wording=wording(parse, i, self._sources(i), times)
            if form == "clause"
            and (standing.rejecting or (standing.own and standing.status in _STANDS))
            and not shares_negation(parse, i)
            else None,
        )
        return low, high, i, clause

    def _is_unsupported(self, i: int) -> bool:
        """Whether a clause is what somebody finds nothing for, and not a part of it."""
        a = self._unsupported.get(self._said_in.get(i) or "")
        above = self.parse.start[self.parse.head[i]]
        return a is not None and (self.parse.head[i] == i or not any(s <= above < e for s, e in a.content))

    def _named_by(self, i: int) -> int | None:
        """Give the noun by which a clause is only spoken of; none where somebody is told whose word it is."""
        noun = only_named(self.parse, i)
        a = self._by_id.get(self._said_in.get(i) or "")
        if noun is None or a is None or not a.source:
            return noun
        start = self.parse.start[noun]
        held = any(s <= start < e for s, e in a.cue) or not any(s <= start < e for s, e in a.content)
        return None if held else noun

    def _when(self, a: Attribution) -> list[Span]:
        """Give when and where somebody said it: ", the radio reported on Monday"."""
        parse, found = self.parse, []
        for start, end in a.cue:
            for i in range(bisect_left(parse.start, start), bisect_left(parse.start, end)):
                for c in (c for c in parse.children[i] if c > i and parse.dep[c] in _CIRCUMSTANCES):
                    last = self.doc[c].right_edge.i
                    if not any(s < parse.end[last] and parse.start[c] < e for s, e in a.content):
                        found.append((parse.start[self.doc[c].left_edge.i], parse.end[last]))
        return found

    def _sources(self, i: int) -> list[Span]:
        """Give the sources and cues of the statements that the clause stands in."""
        found: list[Span] = []
        at = self._said_in.get(i)
        seen: set[str] = set()
        while at is not None and at not in seen:
            seen.add(at)
            found += self._told_by[at]
            at = self._nested[at]
        return found

    def _day(self, i: int, *, happened: bool) -> tuple[str | None, Reason]:
        return self._days.day(self.doc[i], happened)

    def _told(self, low: int, high: int) -> tuple[Figure, ...]:
        start, end = self.parse.start[low], self.parse.end[high - 1]
        first = bisect_left(self._figure_starts, start)
        last = bisect_left(self._figure_starts, end)
        return tuple(f for f in self._figures[first:last] if f.end <= end)

    def _arguments(self, of: Participants) -> tuple[Argument, ...]:
        parse = self.parse
        roles: tuple[tuple[ArgumentRole, tuple[int, ...]], ...] = (
            ("subject", of.subjects),
            ("object", of.objects),
            ("other", of.others),
            ("denied", of.denied),
        )
        return tuple(
            Argument(role, parse.start[i], parse.end[i], parse.lemma[i], self._mention.get(i) or self._bearer(i))
            for role, tokens in roles
            for i in tokens
        )

    def _bearer(self, noun: int) -> str | None:
        """Give the person whose name is set beside a role: "the mayor of Karm, Ann Holm, told …" is Ann Holm.

        A claim of the mayor, Ann Holm, is nobody.
        """
        if self.parse.lemma[noun] in listed("claim_nouns", "claim"):
            return None
        beside = (m for i in apposed(self.parse, noun) if (m := self._mention.get(i)) in self._person)
        return next(beside, None)


def _covers(c: Clause, span: Span) -> bool:
    """Whether a clause is what stands in `span`, and hardly less."""
    shared = min(c.end, span[1]) - max(c.start, span[0])
    return span[0] <= c.head[0] < span[1] and shared >= _MOST * (span[1] - span[0])


def _is_past(token: Token) -> bool:
    """Whether a clause, or the one that a noun stands in, is told in the past: a day after the report is misread."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return tense_of(token) == "past"


def _is_clause(parse: Parse, i: int) -> bool:
    if parse.pos[i] not in ("VERB", "AUX") or parse.dep[i] not in _CLAUSAL:
        return False
    return parse.dep[i] not in rel.JOINED or parse.pos[parse.head[i]] in _JOINED_TO


def _linked(parse: Parse, found: Sequence[tuple[int, int, int, Clause]]) -> tuple[Clause, ...]:
    """Number the rows, and tell each which one it stands in and which one it only says."""
    number = {i: f"p{n}" for n, (_, _, i, _) in enumerate(found, 1)}
    rows = []
    for _, _, i, clause in found:
        above = parse.head[i]
        while above not in number and parse.head[above] != above:
            above = parse.head[above]
        within = number.get(above) if above != i else None
        inner = said(parse, i)
        rows.append(
            replace(clause, id=number[i], within=within, content=number.get(inner) if inner is not None else None)
        )
    return tuple(rows)
