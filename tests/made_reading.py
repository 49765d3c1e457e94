"""Makes a report and its reading from a text and the phrases in it, so that a table row of a test stays short."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.records import Attribution, Chain, Entity, Event, Mention, Publication, Reading, Report


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

    def span(self, phrase: str) -> tuple[int, int]:
        start = self.text.index(phrase)
        return start, start + len(phrase)

    def mention(self, phrase: str, kind: str = "person") -> str:
        start, end = self.span(phrase)
        known = [m.id for m in self.mentions if (m.start, m.end) == (start, end)]
        if known:
            return known[0]
        chain = f"c-{phrase}"
        self.chains.setdefault(chain, Chain(chain, phrase, kind, (phrase,)))  # type: ignore[arg-type]
        self.mentions.append(Mention(f"m{len(self.mentions) + 1}", start, end, kind, "name", chain))  # type: ignore[arg-type]
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

    def report(self) -> Report:
        return Report(self.id, self.text, published=self.said)

    def reading(self) -> Reading:
        return Reading(
            self.id,
            Publication(self.said, "metadata", self.said, self.said),
            "en",
            None,
            None,
            None,
            mentions=tuple(sorted(self.mentions, key=lambda m: m.start)),
            chains=tuple(self.chains.values()),
            attributions=tuple(self.attributions),
            events=tuple(self.events),
        )


def entities_of(*made: MadeReading, same: dict[str, str] | None = None) -> tuple[Entity, ...]:
    """One entity a name, those that `same` renames under the name it gives."""
    names = {}
    for m in made:
        for mention in m.mentions:
            written = m.text[mention.start : mention.end]
            names.setdefault((same or {}).get(written, written), []).append((m.id, mention.id))
    return tuple(Entity(f"n-{name}", name, "person", (name,), tuple(at)) for name, at in sorted(names.items()))
