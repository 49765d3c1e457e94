"""Makes a report and its reading from a text and the phrases in it, so that a table row of a test stays short."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records import Argument, Attribution, Chain, Clause, Entity, Event, Mention, Publication, Reading, Report


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
                **{"source_kind": "named_person", "source_mention": self.mention(source) if source else None} | more,  # type: ignore[arg-type]
            )
        )
        return self

    def tells(
        self, plover: str, trigger: str, actors: tuple[str, ...] = (), recipients: tuple[str, ...] = (), **more: object
    ) -> MadeReading:
        sentence = next(s for s in self.text.split("\n") if trigger in s)
        default = {"place": None, "date": None, "date_basis": "", "modality": "asserted", "attribution": None}
        self.events.append(
            Event(
                f"e{len(self.events) + 1}",
                plover,  # type: ignore[arg-type]
                self.span(trigger),
                tuple(self.mention(a) for a in actors),
                tuple(self.mention(r) for r in recipients),
                evidence=self.span(sentence),
                **default | more,  # type: ignore[arg-type]
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
        )


def entities_of(*made: MadeReading, same: dict[str, str] | None = None) -> tuple[Entity, ...]:
    """One entity a name, those that `same` renames under the name it gives."""
    names = {}
    for m in made:
        for mention in m.mentions:
            written = m.text[mention.start : mention.end]
            names.setdefault((same or {}).get(written, written), []).append((m.id, mention.id))
    return tuple(Entity(f"n-{name}", name, "person", (name,), tuple(at)) for name, at in sorted(names.items()))
