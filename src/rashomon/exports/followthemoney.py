"""A case as facts: reports are Articles, lines Events, claims Notes; who says, denies or contradicts are links.

| of the case | in FollowTheMoney |
|---|---|
| report | Article; what it derives from: UnknownLink |
| entity with a name | Person, Organization, Address (places, facilities), Position; in each report: Mention |
| entity that is only described | Mention in each report |
| line of the chronicle | Event, with who is involved and where; the reports as proof |
| claim | Note; each report that tells it: Documentation with the quotation; each known voice: UnknownLink |
| conflict | UnknownLink between two Notes |
| two entities whose names may be one | Similar, with the score of the names |

A fact is one value of one property of one entity, with the report that it comes from and the rule. An entity bears a
name of its own ("Marta Olin", "al-Asad") or is only described ("50 people").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha1

from rashomon.case import Case
from rashomon.comparing.similarity import SAME_NAME, similarity
from rashomon.exports.deeds import Deeds, state_of
from rashomon.exports.in_words import Corrected, mark, span_of_days
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import printable
from rashomon.exports.tellings import standing
from rashomon.language import listed
from rashomon.records import ChronicleEntry, Claim, Entity, Findings, MentionKind, VoiceKey


@dataclass(frozen=True, slots=True)
class Fact:
    """`dataset` is the report's id ("" where it is of none), `origin` the rule that gave it."""

    entity: str
    schema: str
    prop: str
    value: str
    dataset: str = ""
    origin: str = ""


_ARTICLES = frozenset({"a", "an", "the"})


def proper_name(entity: Entity) -> str:
    """Give the name that an entity is entered under elsewhere, without a leading article; "" where it has none."""
    if not entity.names:
        return ""
    words = entity.name.split()
    while words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    if not words or _counts(words[0]):
        return ""
    small = [w for w in words if w == w.lower()]
    if words[0] in small and (words[-1] in small or not _particles().issuperset(small)):
        return ""
    return " ".join(words)


def _counts(word: str) -> bool:
    """Whether a word tells how many: a number, or "some", "both", "dozens"."""
    plain = word.casefold().strip(",.")
    return plain.replace(",", "").replace(".", "").isdigit() or plain in _quantities()


@cache
def _particles() -> frozenset[str]:
    """Words that stand small before a name: "bin Laden", "von der Leyen"."""
    return listed("name_particles")


@cache
def _quantities() -> frozenset[str]:
    return listed("quantities") | listed("number_words")


_SHORTEST, _MOST = 4, 30
"""Letters of a word by which names are held against each other; entities of one word, beyond which it tells nothing."""


def alike(entities: Iterable[Entity], names: Mapping[str, str]) -> Iterator[tuple[Entity, Entity, float]]:
    """Give pairs of one kind, by their names, that share a rare word and reach the published threshold, in their order.

    `names` are what each is called, by id.
    """
    listed = list(entities)
    by_word: dict[str, list[int]] = {}
    for at, entity in enumerate(listed):
        for word in {w for w in names[entity.id].casefold().split() if len(w) >= _SHORTEST}:
            by_word.setdefault(word, []).append(at)
    pairs = {(a, b) for same in by_word.values() if len(same) <= _MOST for a in same for b in same if a < b}
    for a, b in sorted(pairs):
        one, other = listed[a], listed[b]
        if one.kind == other.kind:
            score = similarity(names[one.id], names[other.id], one.kind)
            if score >= SAME_NAME:
                yield one, other, score


LOSSES = {
    "offsets": "a quotation stands in a Documentation's summary; where it stands in the report does not",
    "what was read and no line or claim rests on": "`--to readings`",
    "entities that bear no name of their own": "a Mention in each report (“50 people”), which no link leads to",
    "entities of kind `other`": "the loss report names them: FollowTheMoney has no thing of unknown kind",
    "links of a chain between the report and the voice": "the voice is linked to the claim; `--to findings`",
    "the two bounds of origins": "written out in the summary, as no property is a number of sources",
    "the end of long values": "cut at a word where the model has a limit (name 384); a claim's text is its description",
    "countries": "told of bodies and places whose names tell one state",
    "languages but English": "an Article's language is told where it is English",
    "control and steering characters": "shown by their numbers (`\\x1b`)",
}
_SCHEMAS: dict[MentionKind, str] = {
    "person": "Person",
    "organisation": "Organization",
    "group": "Organization",
    "publication": "Organization",
    "place": "Address",
    "facility": "Address",
    "office": "Position",
}
_LONGEST = {
    **dict.fromkeys(("name", "alias"), 380),
    **dict.fromkeys(("full", "location"), 240),
    **dict.fromkeys(("title", "fileName", "publisher", "role"), 1_000),
    **dict.fromkeys(("bodyText", "description", "summary", "notes"), 60_000),
}
"""Characters; the model takes 384 of a name, 250 of an address, 1,024 of a string, 65,000 of a text."""
_LEGAL = frozenset({"Person", "Organization"})


def facts(case: Case, ledger: Ledger) -> Iterator[Fact]:
    """Give every fact, those of one entity together."""
    found = case.findings.get()
    made = _Facts(case, found)
    for fact in made.all(ledger):
        if value := _fitting(fact.prop, printable(fact.value).strip()):
            yield Fact(fact.entity, fact.schema, fact.prop, value, printable(fact.dataset), printable(fact.origin))
    ledger.carry(c.id for c in found.claims)


def _fitting(prop: str, value: str) -> str:
    """A value no longer than its type may be; what is cut ends in an ellipsis at a word."""
    most = _LONGEST.get(prop, len(value))
    return value if len(value) <= most else value[: most - 2].rsplit(" ", 1)[0] + " …"


def _key(kind: str, *parts: str) -> str:
    return f"{kind}-{sha1('|'.join(parts).encode('utf-8', 'backslashreplace'), usedforsecurity=False).hexdigest()[:20]}"


def _of(entity: str, schema: str, *told: tuple[str, str | None], dataset: str = "", origin: str = "") -> Iterator[Fact]:
    yield from (Fact(entity, schema, prop, value, dataset, origin) for prop, value in told if value)


class _Facts:
    def __init__(self, case: Case, found: Findings) -> None:
        self._case = case
        self._found = found
        self._lookup = Lookup(case)
        self._deeds = Deeds(case, found)
        self._corrected = Corrected(case)
        self._articles = {report: _key("r", report) for report in case.reports.ids()}
        self._names = {e.id: name for e in found.entities if e.kind in _SCHEMAS and (name := proper_name(e))}
        self._schemas = {e.id: _SCHEMAS[e.kind] for e in found.entities if e.id in self._names}

    def all(self, ledger: Ledger) -> Iterator[Fact]:
        for report in self._articles:
            yield from self._article(report)
        for entity in self._found.entities:
            if entity.kind in _SCHEMAS:
                yield from self._entity(entity)
            else:
                ledger.lose("entity", entity.id, "FollowTheMoney has no thing of its kind", entity.kind)
        for claim in self._found.claims:
            yield from self._claim(claim)
        for entry in self._found.chronicle:
            yield from self._event(entry)
        for conflict in self._found.conflicts:
            first, second = conflict.claims
            yield from _of(
                conflict.id,
                "UnknownLink",
                ("subject", first),
                ("object", second),
                ("role", f"conflict: {conflict.kind}"),
                ("summary", str(conflict.because)),
                origin=str(conflict.because),
            )
        yield from self._lineage()
        yield from self._similar()

    def _similar(self) -> Iterator[Fact]:
        """What may be one thing, though it was not taken for one: a person decides, in Aleph or nomenklatura."""
        named = [e for e in self._found.entities if self._schemas.get(e.id) in _LEGAL]
        for one, other, score in alike(named, self._names):
            yield from _of(
                _key("s", one.id, other.id),
                "Similar",
                ("candidate", other.id),
                ("match", one.id),
                ("confidenceScore", f"{score:g}"),
                ("criteria", f"the names “{self._names[one.id]}” and “{self._names[other.id]}”"),
                ("matcher", "rashomon, by names alone"),
                origin="similarity",
            )

    def _article(self, id_: str) -> Iterator[Fact]:
        report, reading = self._lookup.report(id_), self._lookup.reading(id_)
        if report is None:
            return
        days = span_of_days(self._lookup.published(id_) or (report.published or "")[:10])
        web = report.url if (report.url or "").startswith(("http://", "https://")) else None
        yield from _of(
            self._articles[id_],
            "Article",
            ("fileName", id_),
            ("title", report.title or (reading.title if reading else None)),
            *(("author", name) for name in (report.author or "").split("; ")),
            ("publisher", None if self._lookup.outlet(id_) == id_ else self._lookup.outlet(id_)),
            ("sourceUrl", web),
            ("publishedAt", days[0] if days else None),
            ("language", "eng" if (report.language or (reading.language if reading else "")) == "en" else None),
            ("bodyText", report.text),
            *(("notes", told) for told in self._corrected.of([(id_, "")])),
            dataset=id_,
            origin=str(reading.published.because) if reading else "",
        )

    def _entity(self, entity: Entity) -> Iterator[Fact]:
        schema = _SCHEMAS[entity.kind]
        own = self._names.get(entity.id)
        first = entity.mentions[0][0] if entity.mentions else ""
        rule = str(entity.because[0]) if entity.because else "identity"
        if own:
            notes = (("notes", told) for told in self._corrected.of(entity.mentions, *entity.because))
            name = (("full", own),) if schema == "Address" else ()
            aliases = tuple(("alias", n) for n in dict.fromkeys((entity.name, *entity.names)) if n != own)
            state = state_of(own, entity.kind)
            country = (("country", state.two),) if state else ()
            told = (("name", own), *name, *aliases, *country, *notes)
            yield from _of(entity.id, schema, *told, dataset=first, origin=rule)
        if schema not in _LEGAL:
            return
        for report in dict.fromkeys(r for r, _ in entity.mentions):
            named = {self._lookup.mention(r, m) for r, m in entity.mentions if r == report} - {""}
            yield from _of(
                _key("m", entity.id, report),
                "Mention",
                ("document", self._articles.get(report)),
                ("resolved", entity.id if own else None),
                ("detectedSchema", schema),
                *(("name", n) for n in sorted(named) or [entity.name]),
                dataset=report,
                origin=rule,
            )

    def _claim(self, claim: Claim) -> Iterator[Fact]:
        voices = sorted({" ".join(self._lookup.outlet(o.name).split()) for o in claim.origins})
        first = claim.evidence[0][0] if claim.evidence else ""
        yield from _of(
            claim.id,
            "Note",
            ("name", claim.text),
            ("description", claim.text),
            ("summary", f"{mark(claim.independent_origins, len(standing(claim)))}; said by {'; '.join(voices)}"),
            *(("notes", t) for t in self._notes(claim)),
            dataset=first,
            origin=str(claim.because),
        )
        stances = {row: s.stance for s in claim.stances for row in s.rows}
        for report in dict.fromkeys(r for r, _ in claim.members):
            rows = [m for m in claim.members if m[0] == report]
            quotes = [q.text for m in rows if (q := self._lookup.member(m))]
            told = sorted({stances.get(m, "says") for m in rows})
            yield from _of(
                _key("d", claim.id, report),
                "Documentation",
                ("document", self._articles.get(report)),
                ("entity", claim.id),
                ("role", ", ".join(told)),
                *(("summary", q) for q in dict.fromkeys(quotes)),
                ("date", self._lookup.published(report)),
                dataset=report,
                origin=str(claim.because),
            )
        for voice in dict.fromkeys(VoiceKey.of(o).entity for o in claim.origins):
            if voice and self._schemas.get(voice) in _LEGAL:
                yield from _of(
                    _key("v", claim.id, voice),
                    "UnknownLink",
                    ("subject", voice),
                    ("object", claim.id),
                    ("role", "says"),
                    dataset=first,
                    origin=str(claim.because),
                )

    def _notes(self, claim: Claim) -> Iterable[str]:
        return self._corrected.of(claim.members, claim.because, *(o.because for o in claim.origins))

    def _event(self, entry: ChronicleEntry) -> Iterator[Fact]:
        deed, days = self._deeds.of(entry), span_of_days(entry.date)
        reports = self._case.findings.behind(entry.id)
        parties = (*deed.actors, *deed.recipients) if deed else ()
        dates: tuple[tuple[str, str], ...] = ()
        if days:
            dates = (("date", days[0]),) if days[0] == days[1] else (("startDate", days[0]), ("endDate", days[1]))
        yield from _of(
            entry.id,
            "Event",
            ("name", " ".join(entry.title.split())),
            ("description", " ".join(entry.title.split())),
            *dates,
            ("summary", f"{mark(entry.independent_origins, len(reports))}; {entry.period}"),
            ("keywords", deed.event.type if deed else None),
            *(("involved", p.entity.id) for p in parties if p.entity and self._schemas.get(p.entity.id) in _LEGAL),
            *(("location", p.name) for p in (deed.places if deed else ())),
            *(("proof", self._articles[r]) for r in reports if r in self._articles),
            *(("notes", told) for told in self._corrected.of(entry.events, entry.because)),
            dataset=entry.evidence[0] if entry.evidence else "",
            origin=str(entry.because),
        )
        for claim in entry.claims:
            yield from _of(
                _key("l", entry.id, claim),
                "UnknownLink",
                ("subject", claim),
                ("object", entry.id),
                ("role", "tells"),
                origin=str(entry.because),
            )

    def _lineage(self) -> Iterator[Fact]:
        for row in self._found.lineage:
            if row.origin in self._articles and row.report in self._articles:
                yield from _of(
                    _key("o", row.report, row.origin, row.relation, row.basis),
                    "UnknownLink",
                    ("subject", self._articles[row.report]),
                    ("object", self._articles[row.origin]),
                    ("role", f"{row.relation} of, by {row.basis}"),
                    dataset=row.report,
                    origin=str(row.because),
                )
