"""Who is behind one attribution: a key that is equal for two voices that are one, and whether that is sure.

A person is one voice wherever he speaks, and so is the body that a spokesman speaks for. An unnamed source is known
only through whoever it spoke to: the same words for it through the same house are one source; whether two of them are
the same cannot be known. A body that no report names, "the health ministry", is known by its office.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.identity.definite_descriptions import office_of
from rashomon.comparing.origins.descriptions import class_of, company_nouns, head_of, tellers, words_told
from rashomon.comparing.origins.heads_of_bodies import HeadsOfBodies
from rashomon.comparing.origins.narrators import Narrator
from rashomon.comparing.origins.parties import Parties, state_served
from rashomon.comparing.origins.spokesmen import KNOWN_BODIES, Body, Spokesmen
from rashomon.comparing.publishers import bare, house, is_known
from rashomon.language import lexicon, listed, word_set
from rashomon.records import (
    Attribution,
    Chain,
    Credit,
    Entity,
    Member,
    Mention,
    Reading,
    Reason,
    Report,
    SourceKind,
    VoiceKey,
)

_WORD = re.compile(r"[^\W\d_]+")
_GOVERNS = word_set("words_of_voices", "governs")
_POLICE = word_set("words_of_attributions", "police")
_OWNS = ("'s ", "’s ", "' ", "’ ")
_PERSONS = word_set("words_of_voices", "he_or_she")
_THINGS = frozenset({"it", "its", "itself"})
_REACH = 40  # characters behind the cue in which "to Al-Hurra" may still stand
_LONGEST = 10  # words of a description; more is a sentence that was taken for one
_AGENTS = tuple(sorted(word_set("words_of_voices", "ends_as_people")))  # how nouns of people end that no list has
_TELLS = word_set("words_of_voices", "told_by_a_thing")  # a thing that nobody is reveals
_SOMEBODY = ("document", "counted", "name", "part")
_STANDARDS = word_set("words_of_voices", "standard")


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice: its key, kind and name, if it surely differs from every voice of another key, and the rule."""

    key: VoiceKey
    kind: SourceKind
    name: str
    certain: bool
    because: Reason
    party: str = ""


class Voices:
    """Answers, for the readings of one case, who is behind an attribution."""

    def __init__(
        self, reports: Mapping[str, Report], readings: Mapping[str, Reading], entities: Iterable[Entity]
    ) -> None:
        self._text = {report: reports[report].text if report in reports else "" for report in readings}
        listed = sorted(entities, key=lambda e: e.id)
        of_mention: dict[Member, Entity] = {m: e for e in listed for m in e.mentions}
        self._mentions = {(r, m.id): m for r, reading in readings.items() for m in reading.mentions}
        self._chains = {(r, c.id): c for r, reading in readings.items() for c in reading.chains}
        self._placed = {r: Beginnings(((m.start,), m) for m in reading.mentions) for r, reading in readings.items()}
        self._credits = {r: Beginnings(((c.start,), c) for c in reading.credits) for r, reading in readings.items()}
        self._longest = {r: max((c.end - c.start for c in x.credits), default=0) for r, x in readings.items()}
        self._is_named: dict[str, bool] = {}
        self._name_ends = {r: {m.end for m in x.mentions if m.form == "name"} for r, x in readings.items()}
        self._papers: dict[str, list[Mention]] = {}
        self._around = {(r, a.id): a for r, reading in readings.items() for a in reading.attributions}
        self._entity: dict[Member, Entity] = {}
        for (report, mention), m in self._mentions.items():
            if (report, mention) in of_mention:
                self._entity.setdefault((report, m.chain), of_mention[report, mention])
        self._entity_at = of_mention
        self._found: dict[tuple[str, str, str], Voice | None] = {}
        named: dict[str, list[Entity]] = {}
        for e in listed:
            for name in e.names if e.kind in KNOWN_BODIES else ():
                named.setdefault(name, []).append(e)
        self._named_body = {name: of[0] for name, of in named.items() if len(of) == 1}
        self._begins = {r: {start for start, _ in reading.sentences} for r, reading in readings.items()}
        self._parties = Parties([e for e in listed if not self._is_but_a_noun(e)], self._chains, self._entity)
        self._spokesmen = Spokesmen(
            self._text, readings, self._mentions, self._chains, self._parties, self._of_mention, self._has_a_name
        )
        self._outlets = {house(r.outlet) for r in readings.values() if r.outlet}
        self._heads = HeadsOfBodies(self._text, self._of_mention, self._is_an_outlet)
        self._publishers = self._publishing(readings)
        self._unknown = {bare(name): name for name in self._outlets if not is_known(name)}

    def of(self, reading: Reading, a: Attribution, narrator: Narrator) -> Voice | None:
        """Give the voice behind `a`, which `narrator` reports; None where no name or description of it is found."""
        asked = reading.report, a.id, narrator.key
        if asked not in self._found:
            self._found[asked] = self._of(reading, a, narrator)
        return self._found[asked]

    def _of(self, reading: Reading, a: Attribution, narrator: Narrator) -> Voice | None:
        report = reading.report
        mention = self._named(reading, a)
        chain = self._chains.get((report, mention.chain)) if mention else None
        entity = self._of_mention(report, mention)
        name = entity.name if entity else chain.name if chain else ""
        if reading.outlet and not is_known(reading.outlet) and self._is_told_as_publisher(reading, a):
            return self._outlet(reading.outlet)
        if a.source_kind in {"outlet", "institution"} and (credit := self._credit_at(report, a)):
            return self._outlet(credit.outlet)
        if not name or (mention and chain and not _agrees(mention, chain, self._text[report])):
            return None
        if a.source_kind == "outlet":
            if mention is not None and mention.form == "nominal" and mention.kind == "publication":
                name = self._paper_before(reading, mention) or name
            return self._outlet(name, is_known(name))
        if a.source_kind == "institution" and entity and (own := self._bare_names(entity) & self._unknown.keys()):
            return self._outlet(self._unknown[min(own)])
        described = self._counted(reading, a, mention) or _description(chain, name)
        if entity is not None and not self._has_a_name(entity):
            behind = self._behind_him(reading, a, entity, described, mention, narrator)
            if behind is not None:
                return behind
        if a.source_kind == "named_person" or (mention and mention.form == "name" and mention.kind == "person"):
            named = (entity and self._has_a_name(entity)) or (chain and chain.names)
            if mention is not None and not named:
                return self._nameless("role", a, described, reading, narrator)
            body = self._spokesmen.body_of(reading, a, entity, mention)
            return self._person(name, entity, body)
        if a.source_kind == "institution":
            return self._institution(reading, a, name, entity, narrator)
        return self._nameless(a.source_kind, a, described, reading, narrator)

    def _behind_him(
        self,
        reading: Reading,
        a: Attribution,
        entity: Entity,
        described: str,
        mention: Mention | None,
        narrator: Narrator,
    ) -> Voice | None:
        """The body for which somebody without a name speaks, or that he runs; None where none is told."""
        body = self._spokesmen.spoken_for(reading, a, described, mention)
        if isinstance(body, str):
            return self._of_a_body(a.source_kind, described, body, self._served(described), sure=" " in body)
        speaks = body is not None
        if body is None and mention is not None and mention.form == "nominal":
            body = self._heads.body_of(reading, " ".join(self._words_of(reading, a)))
        if body is None or body.id == entity.id:
            return None
        if not self._has_a_name(body):
            return self._institution(reading, a, body.name, body, narrator)
        return self._of_a_body("institution", body.name, body, "", sure=speaks)

    def _counted(self, reading: Reading, a: Attribution, mention: Mention | None) -> str:
        """What some of a people are called, with how many they are: "Nine Egyptians" are no people of Egypt."""
        if mention is None or mention.form != "name" or mention.kind != "group" or a.source_kind == "institution":
            return ""
        words = (self._text[reading.report][s : mention.end] for s, e in a.source if s < mention.start < e)
        return next((w for w in words if not w.casefold().startswith("the ")), "")

    def _credit_at(self, report: str, a: Attribution) -> Credit | None:
        """The outlet that the source phrase names as a source ("Reuters reported")."""
        for credit in self._credits[report].within(*a.source):
            if credit.role != "photo" and any(s <= credit.start and credit.end <= e for s, e in a.source):
                return credit
        return None

    def _outlet(self, name: str, certain: bool = True) -> Voice:
        """An outlet as a voice; a body that publishes reports of its own is one voice wherever it is named."""
        key = VoiceKey("outlet", house(name))
        return self.publishing(key) or Voice(key, "outlet", key.who, certain, Reason("outlet", key.who))

    def publishing(self, narrates: VoiceKey) -> Voice | None:
        """The body that publishes reports of its own, where it narrates: what it states is its own word."""
        body = self._publishers.get(bare(narrates.who)) if narrates.kind == "outlet" else None
        if body is None:
            return None
        because = Reason("institution", body.name)
        return Voice(VoiceKey("voice", body.id), "institution", body.name, True, because, self._parties.of(body))

    def _publishing(self, readings: Mapping[str, Reading]) -> dict[str, Entity]:
        """The bodies by the bare names of outlets that are theirs: each says something in a report of its own."""
        found: dict[str, Entity] = {}
        for reading in readings.values():
            own = bare(house(reading.outlet)) if reading.outlet and not is_known(reading.outlet) else ""
            for a in reading.attributions if own else ():
                mention = self._mentions.get((reading.report, a.source_mention)) if a.source_mention else None
                body = self._of_mention(reading.report, mention) if a.source_kind == "institution" else None
                if body is not None and body.kind in KNOWN_BODIES and own in self._bare_names(body):
                    found[own] = min(found.get(own, body), body, key=lambda e: e.id)
        return found

    @staticmethod
    def _bare_names(body: Entity) -> set[str]:
        return {bare(house(name)) for name in (body.name, *body.names)}

    def _is_told_as_publisher(self, reading: Reading, a: Attribution) -> bool:
        """Whether a source is the bare noun of the outlet's own name: "The Ministry regrets" on a ministry's page."""
        words = [w.casefold() for w in _WORD.findall(" ".join(self._words_of(reading, a)))]
        noun = words[-1] if words and words[:-1] in ([], ["the"]) else ""
        told = class_of(noun) == "institution" and noun in (reading.outlet or "").casefold().split()
        return told and self._words_of(reading, a)[0][:1].isupper()

    def _paper_before(self, reading: Reading, mention: Mention) -> str:
        """The name of the paper that "the newspaper" means: the last that was cited by name before it."""
        if reading.report not in self._papers:
            cited = {a.source_mention for a in reading.attributions if a.source_kind == "outlet"}
            named = [m for m in reading.mentions if m.id in cited and m.form == "name"]
            papers = {m.start: m for m in reversed(named)}
            self._papers[reading.report] = [papers[start] for start in sorted(papers)]
        told = self._papers[reading.report]
        before = bisect_left(told, mention.start, key=lambda m: m.start)
        last = told[before - 1] if before else None
        entity = self._of_mention(reading.report, last)
        chain = self._chains.get((reading.report, last.chain)) if last is not None else None
        return entity.name if entity else chain.name if chain else ""

    def _person(self, name: str, entity: Entity | None, body: Body | None) -> Voice:
        party = self._parties.of(entity) if entity else ""
        if body is not None:
            return self._of_a_body("named_person", name, body, party, sure=True)
        key = VoiceKey("voice", entity.id if entity else words_told(name))
        return Voice(key, "named_person", name, True, Reason("person", name), party)

    def _of_a_body(self, kind: SourceKind, name: str, body: Body, party: str, *, sure: bool) -> Voice:
        """Somebody who speaks for a body: it is one voice, whoever does, and is shown as he is told."""
        if isinstance(body, str):
            return Voice(
                VoiceKey("institution", body), kind, name, sure, Reason("spokesman", f"{name} of {body}"), party
            )
        because = Reason("spokesman-of", name) if name == body.name else Reason("spokesman", f"{name} of {body.name}")
        return Voice(VoiceKey("voice", body.id), kind, name, sure, because, self._parties.of(body))

    @staticmethod
    def _served(described: str) -> str:
        served = state_served(described)
        return f"state:{served}" if served else ""

    def _institution(
        self, reading: Reading, a: Attribution, name: str, entity: Entity | None, narrator: Narrator
    ) -> Voice:
        names = {*(entity.names if entity else ()), name}
        state = min((_states()[n.casefold()] for n in names if n.casefold() in _states()), default=None)
        if state:
            because = Reason("country-as-speaker", name)
            return Voice(VoiceKey("state", state), "institution", name, False, because, f"state:{state}")
        if entity is not None and not self._has_a_name(entity):
            told = self._spokesmen.whose_word(name)
            if not told and (class_of(head_of(name)) == "document" or _of_kind(a, "document")):
                return self._nameless("role", a, name, reading, narrator)
            words = told or words_told(name)
            # "The ministry" or "police" may be that of anybody named beside it; "the health ministry" is one. So is no
            # company: who is called "the cable operator" here has a name there.
            return Voice(
                VoiceKey("institution", words),
                "institution",
                name,
                " " in words and head_of(name) not in company_nouns(),
                Reason("institution-by-its-office", name),
                self._served(name),
            )
        key = VoiceKey("voice", entity.id if entity else words_told(name))
        sure = entity is not None and entity.kind in {"organisation", "group", "office", "person", "publication"}
        party = self._parties.of(entity) if entity else ""
        return Voice(key, "institution", name, sure, Reason("institution", name), party)

    def _nameless(self, kind: str, a: Attribution, described: str, reading: Reading, narrator: Narrator) -> Voice:
        """Somebody without a name: the same words for him through the same house are one, no one knows who."""
        if kind == "collective" and words_told(described) in _POLICE:
            because = Reason("institution-by-its-office", described)
            return Voice(VoiceKey("institution", "police"), "institution", described, False, because)
        through = self._through(reading, a, narrator) or narrator.key
        office = office_of(described)
        if kind == "role" and office is not None and not office.past:
            key = VoiceKey("role", f"{office.office} of {office.state}")
            return Voice(key, a.source_kind, described, False, Reason("office", key.who), self._served(described))
        return Voice(
            VoiceKey(kind, words_told(described), through),
            a.source_kind,
            described,
            False,
            Reason("unnamed", f"{described}, {through}"),
            self._served(described),
        )

    def _words_of(self, reading: Reading, a: Attribution) -> list[str]:
        """The words of the source, whole: "a spokesman for the ministry"."""
        return [self._text[reading.report][start:end] for start, end in a.source]

    def _has_a_name(self, entity: Entity) -> bool:
        """Whether a report names it: "the health ministry" alone is one ministry for all that speak of one matter."""
        if entity.id not in self._is_named:
            named = any(self._mentions[m].form == "name" for m in entity.mentions if m in self._mentions)
            self._is_named[entity.id] = named and not self._is_but_a_noun(entity)
        return self._is_named[entity.id]

    def _is_but_a_noun(self, entity: Entity) -> bool:
        """Whether a body has no name but a noun with the capital of its sentence: "Army spokesman Omar Said spoke"."""
        if not all(class_of(name.casefold()) == "institution" for name in entity.names):
            return False
        named = [(r, m) for r, m in entity.mentions if (r, m) in self._mentions and self._mentions[r, m].form == "name"]
        return bool(named) and all(self._mentions[r, m].start in self._begins[r] for r, m in named)

    def can_know(self, reading: Reading, a: Attribution) -> bool:
        """Tell whether the source of `a` is somebody or a text that somebody wrote; a state of things tells nothing.

        Who is a person by his role or his noun speaks though nothing tells what he is, and so does an acronym.
        """
        mention = self._mentions.get((reading.report, a.source_mention)) if a.source_mention else None
        if mention is None or mention.kind != "other" or mention.form == "name" or a.source_kind == "outlet":
            return True
        if a.source_kind == "named_person" or any(_of_kind(a, told) for told in _SOMEBODY):
            return True  # "the state railway, PKL", "two of the banks"
        if _of_kind(a, "thing") and a.because.rule == "speech-verb" and a.lemma in _TELLS:
            return not a.because.by("passive")  # "the shipyard said": no list has the body, but it speaks
        if a.because.rule == "according-to" and self._is_written(reading.report, a):
            return True  # "according to an internal list"
        if _of_kind(a, "plural") and (_names_people(a) or self._is_acronym(reading.report, a)):
            return True
        if self._text[reading.report][mention.start : mention.end] in self._named_body:
            return True
        chain = self._chains.get((reading.report, mention.chain))
        return chain is None or head_of(chain.name) in tellers()

    def _is_written(self, report: str, a: Attribution) -> bool:
        """Whether what something is so by is told apart, as a text is: not "according to plan", "to the rules"."""
        words = " ".join(self._text[report][start:end] for start, end in a.source).casefold().split()
        told_apart = len(words) > 1 or (bool(words) and words[0].endswith("s"))
        return told_apart and a.because.after("source").words not in _STANDARDS

    def _is_acronym(self, report: str, a: Attribution) -> bool:
        """Whether the noun of a source is written as a name of capitals: "the station WHXD"."""
        noun = a.because.after("source").words
        words = _WORD.findall(" ".join(self._text[report][start:end] for start, end in a.source))
        return any(word.isupper() and len(word) > 1 and word.casefold() == noun for word in words)

    def unnamed(self, reading: Reading, a: Attribution, narrator: Narrator) -> Voice:
        """Give the voice of a source of whom nothing is known ("They said")."""
        through = self._through(reading, a, narrator) or narrator.key
        return Voice(VoiceKey("unnamed", through), "anonymous", "unnamed", False, Reason("left-open", through))

    def _named(self, reading: Reading, a: Attribution) -> Mention | None:
        """The source's mention; of a phrase around a person's name, the name's."""
        mention = self._mentions.get((reading.report, a.source_mention)) if a.source_mention else None
        if mention and a.source_kind == "anonymous" and mention.form == "nominal":
            own, names = self._set_beside(reading, a), self._name_ends[reading.report]
            behind = own is not None and own.start - len(", ") in names  # "a lawyer for Berg, Karl Holm of Elm"
            return own if behind and mention.kind == "person" else self._with_a_name(reading, a, mention)
        told = mention is None or (mention.form == "nominal" and mention.kind != "group")
        return (a.source_kind == "named_person" and told and self._set_beside(reading, a)) or mention

    def _set_beside(self, reading: Reading, a: Attribution) -> Mention | None:
        """The person whose name stands beside a role in the source: "the attorney for Ann Berg, Karl Holm": Holm.

        Who is named behind a preposition, in a relative clause or as owner is somebody else: of "the widow of Karl
        Holm" or "Holm's lawyer" nobody is named; "the head of the Elm Office Karl Holm" has two names side by side.
        """
        text = self._text[reading.report]
        ends: set[int] = set()
        for m in self._placed[reading.report].within(*a.source):
            around = next((s for s, e in a.source if s <= m.start and m.end <= e), None)
            if around is None or m.form != "name" or text.startswith(_OWNS, m.end):
                continue
            if m.kind == "person":
                before = text[around : m.start].rpartition(",")[2].casefold()
                if m.start - 1 in ends or not _GOVERNS & {*_WORD.findall(before)}:
                    return m
            ends.add(m.end)
        return None

    def _with_a_name(self, reading: Reading, a: Attribution, described: Mention) -> Mention:
        """The person of whom "journalist" in "journalist and analyst Lena Abt" is a role; else who is described."""
        chain = self._chains.get((reading.report, described.chain))
        for m in self._placed[reading.report].within(*a.source) if chain else ():
            if m.form == "name" and m.kind == "person" and any(s <= m.start and m.end <= e for s, e in a.source):
                roles = self._chains[reading.report, m.chain].roles
                if chain and any(role.startswith(chain.name) for role in roles):
                    return m
        return described

    def _of_mention(self, report: str, mention: Mention | None) -> Entity | None:
        if mention is None:
            return None
        found = self._entity_at.get((report, mention.id)) or self._entity.get((report, mention.chain))
        if mention.form == "nominal" and mention.kind == "other":  # a name that this report alone does not explain
            return self._named_body.get(self._text[report][mention.start : mention.end]) or found
        return found

    def _is_an_outlet(self, entity: Entity) -> bool:
        """Whether a body is one that publishes: a report of the case is its own, or it is known to."""
        names = (entity.name, *entity.names)
        return entity.kind == "publication" or any(is_known(n) or house(n) in self._outlets for n in names)

    def _through(self, reading: Reading, a: Attribution, narrator: Narrator) -> str | None:
        """The house that the source spoke to: by the channel, a credit beside the cue, or the outlet that cites it."""
        spans = [*a.source, *a.cue]
        if not spans:
            return None
        start, end = min(s for s, _ in spans), max(e for _, e in spans)
        channel = self._mentions.get((reading.report, a.channel)) if a.channel else None
        near = [(start, end + _REACH)]
        if channel is not None:
            near.append((channel.start - self._longest[reading.report], channel.end))
        for credit in self._credits[reading.report].within(*near):
            beside = start <= credit.start < end + _REACH
            if credit.role == "interview" and (beside or _touches(credit, channel)):
                return f"outlet:{house(credit.outlet)}"
        told = self._chains.get((reading.report, channel.chain)) if channel else None
        if told and (told.kind == "publication" or house(told.name) in self._outlets):
            return f"outlet:{house(told.name)}"
        citing = self._around.get((reading.report, a.nested_in)) if a.nested_in else None
        if citing is None or citing.source_kind not in {"outlet", "institution"}:
            return None
        outer = self.of(reading, citing, narrator)
        return str(outer.key) if outer and outer.key.kind == "outlet" else None


def _touches(credit: Credit, mention: Mention | None) -> bool:
    return mention is not None and mention.start < credit.end and credit.start < mention.end


def _description(chain: Chain | None, name: str) -> str:
    """The fullest short description of an unnamed source in its report: "the source" is the one told of before."""
    found = {name, *chain.names, *chain.roles} if chain else {name}
    kept = [d for d in found if 0 < len(d.split()) <= _LONGEST] or [name]
    return max(kept, key=lambda d: (len(words_told(d).split()), -len(d), d))


def _agrees(mention: Mention, chain: Chain, text: str) -> bool:
    """Whether a pronoun can stand for what its chain names: "it" for no person, "he" for no ministry."""
    if mention.form != "pronoun":
        return True
    word = text[mention.start : mention.end].casefold()
    if word in _THINGS:
        return chain.kind != "person"
    return word not in _PERSONS or chain.kind in {"person", "other", "office"}


def _of_kind(a: Attribution, rule: str) -> bool:
    """Whether reading took the source of `a` for one of this kind."""
    return a.because.after("source").rule == rule


def _names_people(a: Attribution) -> bool:
    """Whether the plural noun of a source is of people: "organizers", "survivors"; "findings" and "shares" are not."""
    noun = a.because.after("source").words
    if noun.removesuffix("s") in listed("things_named_as_people"):
        return False
    return noun.endswith(_AGENTS) or noun.removesuffix("s") in listed("people_nouns")


@cache
def _states() -> dict[str, str]:
    """Countries, their people, capitals and other names: as speakers some official of theirs, nobody says which."""
    rows = lexicon("countries")
    return {part.casefold(): row[0] for row in rows for column in row for part in column.split("|") if part}
