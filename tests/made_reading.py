"""Makes a report and its reading from a text and the phrases in it, so that a table row of a test stays short."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rashomon.language import lexicon
from rashomon.records import (
    NO_DAY,
    Argument,
    Attribution,
    Chain,
    Clause,
    Entity,
    Event,
    Mention,
    Publication,
    Reading,
    Reason,
    Report,
    Span,
    Word,
    Wording,
)

_STATUS = {"attributed": "asserted", "hypothetical": "hypothetical"}
_WORD = re.compile(r"\w+")


def reason(text: str) -> Reason:
    """Give the reason that reading would have written so: "speech-verb:say:wh-nocomment source:name:Abt"."""
    first, *more = text.split(" ") if " source:" in text or " carried:" in text else [text]
    rule, *words = first.split(":", 2) if first.count(":") > 1 and "-" in first else first.split(":", 1)
    found = Reason(rule, *words[:1])
    for frame in words[1:]:
        named, *marks = frame.split("-")
        found = found.then(Reason(named), ":")
        for mark in marks:
            found = found.then(Reason(mark), "-")
    for step in more:
        found = found.then(Reason.of_text(step), " ")
    return found


def reasoned(given: dict[str, object]) -> dict[str, object]:
    """Give the fields of a row with its reasons as data."""
    return {
        name: reason(told) if name in ("because", "date_basis") and isinstance(told, str) else told
        for name, told in given.items()
    }


@dataclass
class MadeReading:
    """A text under construction: each call names a phrase that stands in it."""

    id: str
    text: str
    said: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    chains: dict[str, Chain] = field(default_factory=dict)
    attributions: list[Attribution] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    outlet: str | None = None

    def span(self, phrase: str) -> tuple[int, int]:
        start = self.text.index(phrase)
        return start, start + len(phrase)

    def mention(self, phrase: str, kind: str = "person", form: str = "name", roles: tuple[str, ...] = ()) -> str:
        start, end = self.span(phrase)
        known = [m.id for m in self.mentions if (m.start, m.end) == (start, end)]
        if known:
            return known[0]
        chain = f"c-{phrase}"
        names = (phrase,) if form == "name" else ()
        self.chains.setdefault(chain, Chain(chain, phrase, kind, names, roles))  # type: ignore[arg-type]
        self.mentions.append(Mention(f"m{len(self.mentions) + 1}", start, end, kind, form, chain))  # type: ignore[arg-type]
        return self.mentions[-1].id

    def says(self, source: str | None, cue: str, content: str, **more: object) -> MadeReading:
        self.attributions.append(
            Attribution(
                f"a{len(self.attributions) + 1}",
                (self.span(source),) if source else (),
                (self.span(cue),),
                (self.span(content),),
                **{"source_kind": "named_person", "source_mention": self.mention(source) if source else None}
                | reasoned(more),  # type: ignore[arg-type]
            )
        )
        return self

    def tells(
        self, plover: str, trigger: str, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = (), **more: object
    ) -> MadeReading:
        sentence = next(s for s in self.text.split("\n") if trigger in s)
        default = {"place": None, "date": None, "date_basis": NO_DAY, "modality": "asserted", "attribution": None}
        self.events.append(
            Event(
                f"e{len(self.events) + 1}",
                plover,  # type: ignore[arg-type]
                self.span(trigger),
                tuple(self.mention(a) for a in actors),
                tuple(self.mention(r) for r in recipients),
                evidence=self.span(sentence),
                **default | reasoned(more),  # type: ignore[arg-type]
            )
        )
        return self

    def clause(self, words: str, head: str, subject: str | None = None, **more: object) -> MadeReading:
        start, end = self.span(words)
        at = start + words.index(head)
        known = {"form": "clause", "link": "main", "sentence": 0, "within": None, "content": None, "negated": False}
        arguments = (Argument("subject", *self.span(subject), subject, self.mention(subject)),) if subject else ()
        lemma = str(more.pop("lemma", head))
        self.clauses.append(
            Clause(
                f"p{len(self.clauses) + 1}",
                start,
                end,
                head=(at, at + len(head)),
                lemma=lemma,
                predicate=(lemma,),
                arguments=arguments,
                **{"status": "asserted"} | known | more,  # type: ignore[arg-type]
            )
        )
        return self

    def told(self) -> MadeReading:
        """Give every event, and every statement that holds none, a clause: for tests of what is compared."""
        self.clauses = []
        for e in self.events:
            arguments = [("subject", m) for m in e.actors] + [("object", m) for m in (*e.recipients, e.place) if m]
            at = next((a.content[0] for a in self.attributions if a.id == e.attribution), e.evidence)
            row = {"event": e.id, "attribution": e.attribution, "date": e.date, "date_basis": e.date_basis}
            self._clause(at, e.trigger, arguments, _STATUS.get(e.modality, e.modality), row)
        for a in self.attributions:
            if not any(e.attribution == a.id for e in self.events):
                status = "denied" if a.polarity == "deny" or a.negated else "hedged" if a.hypothetical else "asserted"
                start, end = a.content[0]
                inside = [("other", m.id) for m in self.mentions if start <= m.start and m.end <= end]
                self._clause((start, end), (start, start + 1), inside, status, {"attribution": a.id})
        self.clauses = [
            replace(c, id=f"p{n}") for n, c in enumerate(sorted(self.clauses, key=lambda c: (c.start, -c.end)), 1)
        ]
        return self

    def _clause(self, at: Span, head: Span, arguments: list[tuple[str, str]], status: str, row: dict) -> None:
        start, end = at
        while self.text[end - 1] in ".!?":
            end -= 1
        known = {m.id: m for m in self.mentions}
        lemma = self.text[slice(*head)].lower()
        self.clauses.append(
            Clause(
                "",
                start,
                end,
                form="clause",
                link="main",
                head=head,
                lemma=lemma,
                predicate=(lemma,),
                sentence=next(n for n, (a, b) in enumerate(self.sentences()) if a <= start < b),
                within=None,
                content=None,
                arguments=tuple(
                    Argument(role, known[m].start, known[m].end, self.text[known[m].start : known[m].end].lower(), m)  # type: ignore[arg-type]
                    for role, m in arguments
                ),
                negated=bool(re.search(r"\b(?:not|never)\b", self.text[start:end])),
                status=status,  # type: ignore[arg-type]
                wording=Wording((), ((start, end),)),
                **row,
            )
        )

    def sentences(self) -> tuple[Span, ...]:
        """The lines of the text: a sentence each."""
        return tuple(m.span() for m in re.finditer(r"[^\n]+", self.text))

    def words(self) -> tuple[Word, ...]:
        """The words of the text, those that tell nothing left out."""
        idle = {row[0] for row in lexicon("function_words")}
        names = [(m.start, m.end) for m in self.mentions if m.form == "name"]
        return tuple(
            Word(*m.span(), m.group().lower(), any(a <= m.start() < b for a, b in names))
            for m in _WORD.finditer(self.text)
            if m.group().lower() not in idle
        )

    def report(self) -> Report:
        return Report(self.id, self.text, outlet=self.outlet, published=self.said)

    def reading(self) -> Reading:
        return Reading(
            self.id,
            Publication(self.said, "metadata", self.said, self.said),
            "en",
            None,
            self.outlet,
            None,
            mentions=tuple(sorted(self.mentions, key=lambda m: m.start)),
            chains=tuple(self.chains.values()),
            attributions=tuple(self.attributions),
            events=tuple(self.events),
            clauses=tuple(self.clauses),
            sentences=self.sentences() if self.clauses else (),
            words=self.words() if self.clauses else (),
        )


def entities_of(*made: MadeReading, same: dict[str, str] | None = None) -> tuple[Entity, ...]:
    """One entity a name, those that `same` renames under the name it gives."""
    names = {}
    for m in made:
        for mention in m.mentions:
            written = m.text[mention.start : mention.end]
            names.setdefault((same or {}).get(written, written), []).append((m.id, mention.id))
    return tuple(Entity(f"n-{name}", name, "person", (name,), tuple(at)) for name, at in sorted(names.items()))
