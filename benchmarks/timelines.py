"""SemEval-2015 task 4, TimeLine: from raw reports, the dated events in which a given entity takes part, in order.

The measure is temporal awareness (UzZaman and Allen 2011) as Minard et al. (2015) apply it: a timeline becomes
relations, events of one place in the order SIMULTANEOUS, events of the next place BEFORE, events and their dates
INCLUDED; what stands at place 0 is left out. Precision is the share of the system's relations, reduced, that hold in
the closure of the gold; recall that of the gold's in the closure of the system's; both are summed over all timelines.

Two timelines are measured. `chronicle` is what the product says: entries of political events in which the entity takes
part. `generic` is of this benchmark only: verbs and event nouns of any kind whose subject or object the entity is,
dated by the time expressions of the reading, else by the report.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from rashomon.comparing import compare
from rashomon.lexicons import lexicon
from rashomon.reading import pipeline, read
from rashomon.reading.events.dating import dating
from rashomon.reading.events.sense import Sense
from rashomon.reading.events.trigger import Trigger
from rashomon.reading.parse_view import parse_view
from rashomon.records import Findings, Reading, Report

Node = tuple[str, int, int]
"""Report id, start, end of an event's word; what the gold does not locate has end 0 and a number of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place on a timeline: its rank, its date where it has one, and the words that tell of the event."""

    order: int
    date: str | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """Relations found right and given, by the system and by the gold."""

    right: int
    given: int
    recalled: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of the system's relations that hold in the gold."""
        return self.right / max(self.given, 1)

    @property
    def recall(self) -> float:
        """The share of the gold's relations that hold in the system."""
        return self.recalled / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


class _Graph:
    """The relations of one timeline."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._order: dict[Node, int] = {}
        self._date: dict[Node, str] = {}
        for row in rows:
            for node in row.nodes:
                if row.order > 0 and node not in self._order:
                    self._order[node] = row.order
                    if row.date and "X" not in row.date:
                        self._date[node] = row.date
        self._dates = {(self._order[n], d) for n, d in self._date.items()}

    def reduced(self) -> Iterator[tuple[Node, str, Node | str]]:
        """The fewest relations that all others follow from."""
        last: Node | None = None
        for order in sorted({*self._order.values()}):
            first, *others = [n for n, o in self._order.items() if o == order]
            yield from ((first, "SIMULTANEOUS", other) for other in others)
            dates = {self._date[n]: n for n in reversed([first, *others]) if n in self._date}
            yield from ((n, "INCLUDED", d) for d, n in dates.items())
            if last is not None:
                yield last, "BEFORE", first
            last = first

    def holds(self, a: Node, kind: str, b: Node | str) -> bool:
        """Tell whether the relation follows from this timeline."""
        x = self._order.get(a)
        if x is None:
            return False
        if isinstance(b, str):
            return (x, b) in self._dates
        y = self._order.get(b)
        return y is not None and (x == y if kind == "SIMULTANEOUS" else x < y)


def score(pairs: Iterable[tuple[Sequence[Row], Sequence[Row]]]) -> Score:
    """Score timelines against their gold, (gold, system) each; a system's word is the gold's that it overlaps."""
    right = given = recalled = asked = 0
    for gold, system in pairs:
        truth = _Graph(gold)
        told = _Graph(_placed(system, [n for row in gold for n in row.nodes]))
        ours, theirs = list(told.reduced()), list(truth.reduced())
        right += sum(truth.holds(*relation) for relation in ours)
        recalled += sum(told.holds(*relation) for relation in theirs)
        given, asked = given + len(ours), asked + len(theirs)
    return Score(right, given, recalled, asked)


def _placed(rows: Sequence[Row], gold: Sequence[Node]) -> Iterator[Row]:
    by_report: dict[str, list[Node]] = {}
    for node in gold:
        by_report.setdefault(node[0], []).append(node)
    for row in rows:
        found = []
        for report, start, end in row.nodes:
            here = (n for n in by_report.get(report, ()) if n[1] < end and start < n[2])
            found.append(next(here, (report, start, end)))
        yield Row(row.order, row.date, tuple(found))


# ---------------------------------------------------------------------------------------------- timelines of ours


def in_order(dated: Iterable[tuple[str, tuple[Node, ...]]]) -> list[Row]:
    """Rows in the order of their dates; events of one date share a place."""
    known = sorted(dated)
    places = {d: n for n, d in enumerate(sorted({d for d, _ in known}), 1)}
    return [Row(places[d], d, nodes) for d, nodes in known]


def chronicle_timeline(target: str, readings: Mapping[str, Reading], findings: Findings) -> list[Row]:
    """The dated entries of the chronicle in which the entity called `target` takes part."""
    part = _members(target, findings)
    events = {(r.report, e.id): e for r in readings.values() for e in r.events}
    dated = []
    for entry in findings.chronicle:
        taking = [
            (report, *events[report, e].trigger)
            for report, e in entry.events
            if any((report, m) in part for m in (*events[report, e].actors, *events[report, e].recipients))
        ]
        if taking and entry.date:
            dated.append((entry.date, tuple(taking)))
    return in_order(dated)


def generic_timeline(target: str, docs: Mapping[str, Doc], findings: Findings) -> list[Row]:
    """Whatever the entity called `target` does or undergoes, dated; not part of the product."""
    part = _members(target, findings)
    dated = []
    for report, doc in sorted(docs.items()):
        spans = [(m.start, m.end) for m in doc._.rashomon_mentions if (report, m.id) in part]
        spans += _written(target, doc.text)
        heads = _heads(doc, spans)
        unread = [(r.start, r.end) for r in doc._.rashomon_regions if r.kind not in ("headline", "subheading")]
        for token in doc:
            if any(a <= token.idx < b for a, b in unread) or not _takes_part(token, heads) or _unreal(token):
                continue
            date = _date(doc, token)
            if date:
                dated.append((date, ((report, token.idx, token.idx + len(token)),)))
    return in_order(dated)


def _members(target: str, findings: Findings) -> frozenset[tuple[str, str]]:
    wanted = {_flat(form) for form in _forms(target)}
    named = [e for e in findings.entities if wanted & {_flat(n) for n in (e.name, *e.names)}]
    return frozenset(m for e in named for m in e.mentions)


def _flat(name: str) -> str:
    return " ".join(w for w in name.casefold().split() if w not in ("the", "inc.", "inc", "company", "co."))


def _forms(target: str) -> list[str]:
    """The name, its end of two words or more, and its model number: "Harbour Crane H200" is also "H200"."""
    words = target.split()
    ends = [" ".join(words[n:]) for n in range(max(len(words) - 1, 1))]
    return [*ends, *(w for w in words if len(w) > 2 and any(c.isdigit() for c in w))]


def _written(target: str, text: str) -> list[tuple[int, int]]:
    wanted = "|".join(re.escape(form) for form in _forms(target))
    return [m.span() for m in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", text, re.IGNORECASE)]


def _heads(doc: Doc, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """The tokens that head the phrases of `spans`; not where a longer name only begins with one."""
    found = set()
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and not (span.root.dep_ == "compound" and span.root.head.i >= span.end):
            found.add(span.root.i)
            if span.root.dep_ in ("appos", "nummod"):
                found.add(span.root.head.i)
    return frozenset(found)


def _takes_part(token: Token, heads: frozenset[int]) -> bool:
    if token.pos_ == "VERB" and token.dep_ not in ("aux", "auxpass", "amod"):
        return any(t.i in heads for t in _subjects(token) + _objects(token))
    if token.pos_ == "NOUN" and token.lemma_.lower() in _event_nouns():
        return any(t.i in heads for t in _of_noun(token))
    return False


def _subjects(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return own
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return _subjects(verb.head)
    if verb.dep_ in ("acl", "relcl"):
        return [verb.head]
    return []


def _objects(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ in ("dobj", "dative", "oprd")]
    for child in verb.children:
        if child.dep_ in ("agent", "dative"):
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found + [c for f in found for c in f.children if c.dep_ == "conj"]


def _of_noun(noun: Token) -> list[Token]:
    found = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "by"):
            found += [c for c in child.children if c.dep_ == "pobj"]
    return found


def _unreal(token: Token) -> bool:
    """Denied, supposed or still to come."""
    verb = token if token.pos_ == "VERB" else token.head
    return any(
        c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ == "MD") or (c.dep_ == "mark" and c.lower_ == "if")
        for c in verb.children
    )


def _date(doc: Doc, token: Token) -> str | None:
    found, _ = dating(doc, Trigger(token, Sense("CONSULT", None, "", (), "")))
    published = doc._.rashomon_published
    return found or (published.value[:10] if published is not None and published.value else None)


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(row[0] for name in ("event_nouns", "attribution_nouns") for row in lexicon(name))


# ------------------------------------------------------------------------------------------------------- the suite


def timelines(shared: Path) -> dict[str, float]:
    """SemEval-2015 timelines from raw text, micro-averaged; `generic` is a method of the benchmark alone."""
    folder = shared / "data" / "time"
    rows = [json.loads(line) for line in (folder / "timelines_reports.jsonl").read_text("utf-8").splitlines()]
    wanted = [json.loads(line) for line in (folder / "timelines.jsonl").read_text("utf-8").splitlines()]
    told: dict[str, list[tuple[list[Row], list[Row]]]] = {"chronicle": [], "generic": [], "generic airbus": []}
    for corpus in sorted({d["corpus"] for d in rows}):
        reports = [Report(d["doc_id"], d["text"], published=d["dct"]) for d in rows if d["corpus"] == corpus]
        docs = dict(_docs(reports))
        readings = {r.report: r for r in read(reports)}
        findings = compare(reports, readings.values())
        for d in wanted:
            if d["corpus"] == corpus:
                gold = [_gold(row, at) for at, row in enumerate(d["timeline"])]
                told["chronicle"].append((gold, chronicle_timeline(d["entity"], readings, findings)))
                generic = gold, generic_timeline(d["entity"], docs, findings)
                told["generic"].append(generic)
                if corpus == "airbus":  # of the task's own three test sets; the other here was its trial set
                    told["generic airbus"].append(generic)
    figures: dict[str, float] = {}
    for name, pairs in told.items():
        s = score(pairs)
        figures |= {f"{name} P": 100 * s.precision, f"{name} R": 100 * s.recall, f"{name} micro-F1": 100 * s.f1}
    return figures


def _docs(reports: Sequence[Report]) -> Iterator[tuple[str, Doc]]:
    nlp = pipeline()
    for report in reports:
        doc = nlp.make_doc(parse_view(report.text))
        doc._.rashomon_report = report
        yield report.id, nlp(doc)


def _gold(row: Mapping[str, Any], at: int) -> Row:
    nodes = tuple(
        (m["doc_id"], m["start"], m["end"]) if "start" in m else (m["doc_id"], -1000 * at - n, 0)
        for n, m in enumerate(row["mentions"])
    )
    return Row(row["order"], row["date"], nodes)
