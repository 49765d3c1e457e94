"""For which body somebody speaks: a spokesman and his body are one voice.

The body is the one that his role names ("spokesman for Elm Foods"), the one that his report tells of by the words of
the role ("army spokesman", "the army"), or the one that was told of right before ("a spokesman said"). Who speaks "for
the union" or "on behalf of" it speaks for it there. A body without a name is known by what it is called. Whoever held
the office once, a lawyer, a general or a member speaks for himself, and whose body is not told of stays alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.origins.descriptions import class_of, head_of, plain_words, words_told
from rashomon.comparing.origins.parties import ANY_BODY, Parties, body_told, is_of_another, speaks_for_another
from rashomon.language import word_set
from rashomon.records import Attribution, Chain, Clause, Entity, Member, Mention, Reading

KNOWN_BODIES = frozenset({"group", "office", "organisation"})
Body = Entity | str
"""A body by its entity where it has a name, else by the words for it."""
_BARE = 2  # words of "a spokesman"
_BEFORE = 2  # sentences in front of his own in which the body that he speaks for is told of
_BEHALF = 12  # characters from "behalf" to the body
_SPEAKS = word_set("words_of_voices", "speaks")
_FOR = word_set("words_of_voices", "speaks_for")
_BEHALVES = word_set("words_of_voices", "behalf")
_OF_HIS_BODY = word_set("words_of_voices", "of_his_body")
_ITS_WORD = word_set("words_of_voices", "word_of_a_body")


class Spokesmen:
    """Answers, for the readings of one case, for which body somebody speaks."""

    def __init__(
        self,
        text: Mapping[str, str],
        readings: Mapping[str, Reading],
        mentions: Mapping[Member, Mention],
        chains: Mapping[Member, Chain],
        parties: Parties,
        of_mention: Callable[[str, Mention | None], Entity | None],
        has_a_name: Callable[[Entity], bool],
    ) -> None:
        self._text, self._mentions, self._parties = text, mentions, parties
        self._chains, self._of_mention, self._has_a_name = chains, of_mention, has_a_name
        self._placed = {
            report: Beginnings(((m.start,), m) for m in reading.mentions) for report, reading in readings.items()
        }
        self._subjects: dict[str, frozenset[str | None]] = {}
        self._of_chain: dict[str, defaultdict[str, list[tuple[int, Attribution]]]] = {}
        self._place: dict[Member, int] = {}
        self._found: dict[tuple[str, str, str], list[tuple[int, int, Body]]] = {}
        self._speaks_in: dict[str, defaultdict[int, list[Clause]]] = {}
        self._described: dict[str, dict[str, None]] = {}
        for (report, _), chain in chains.items():
            if chain.kind == "organisation" and not chain.names:
                self._described.setdefault(report, {})[words_told(chain.name)] = None
        self._speaking = frozenset(self._bodies_that_speak(readings.values()))

    def _bodies_that_speak(self, readings: Iterable[Reading]) -> Iterator[str]:
        """What the bodies without a name are called that say something in some report, though no list has them."""
        for reading in readings:
            for a in reading.attributions:
                mention = self._mentions.get((reading.report, a.source_mention or ""))
                if a.source_kind == "institution" and mention is not None and mention.form == "nominal":
                    chain = self._chains.get((reading.report, mention.chain))
                    if chain is not None and class_of(head_of(chain.name)) in ("", "institution"):
                        yield words_told(chain.name)

    def body_of(self, reading: Reading, a: Attribution, person: Entity | None, mention: Mention | None) -> Body | None:
        """Give the body for which a person with a name says `a`: by his role in some report, or for this once."""
        body = self._parties.body_of(person) if person else None
        if body is not None or person is None or mention is None:
            return body
        behind = self._behind(reading, a, mention)
        roles = (*self._parties.described_by(person), *filter(None, map(body_told, behind)))
        found = [self._called(phrase, {report for report, _ in person.mentions}) for phrase in roles]
        words = max(filter(None, found), key=lambda words: (len(words.split()), words), default="")
        if words:
            return words
        if any(plain_words(phrase)[-1:] == [noun] for phrase in roles for noun in ANY_BODY):
            return self._told_of_before(reading, mention)
        is_one = self._parties.is_a_spokesman(person)
        owner = self._told_with_him(reading, mention, None, self._owner) if is_one else None
        return owner or self._for_this_once(reading, a, mention)

    def spoken_for(self, reading: Reading, a: Attribution, described: str, mention: Mention | None) -> Body | None:
        """Give the body that a spokesman without a name speaks for, here or where his report told of him before."""
        told = [*self._words_of(reading, a), described]
        if (body := self._parties.named_in(told)) is not None:
            return body
        if not speaks_for_another(" ".join(told)):
            return None
        if found := self._owner(reading, a) or self._told_by(reading, told):
            return found
        if mention is None:
            return None
        if before := self._told_with_him(reading, mention, a, self._told_there):
            return before
        first = next(self._told_with(reading, mention), a)
        place = self._mentions.get((reading.report, first.source_mention or ""))
        bare = " ".join(self._words_of(reading, first)).casefold().split()
        bare = [word for word in bare if word not in ANY_BODY]
        if place is None or bare[:1] != ["a"] or len(bare) != _BARE:
            return None
        return self._told_of_before(reading, place)

    def _told_with(self, reading: Reading, mention: Mention) -> Iterator[Attribution]:
        """The attributions of the report whose source is of one chain with a mention, up to it."""
        return (a for start, a in self._of_chain_in(reading)[mention.chain] if start <= mention.start)

    def _of_chain_in(self, reading: Reading) -> defaultdict[str, list[tuple[int, Attribution]]]:
        """The attributions of a report by the chain of their source, each with where that stands."""
        if reading.report not in self._of_chain:
            of_chain = self._of_chain[reading.report] = defaultdict(list)
            for a in reading.attributions:
                source = self._mentions.get((reading.report, a.source_mention or ""))
                if source is not None:
                    self._place[reading.report, a.id] = len(of_chain[source.chain])
                    of_chain[source.chain].append((source.start, a))
        return self._of_chain[reading.report]

    def _told_with_him(
        self,
        reading: Reading,
        mention: Mention,
        before: Attribution | None,
        find: Callable[[Reading, Attribution], Body | None],
    ) -> Body | None:
        """The first body that `find` gives of those attributions, up to `before`; each is asked once."""
        told = self._of_chain_in(reading)[mention.chain]
        asked = reading.report, mention.chain, find.__name__
        if asked not in self._found:
            bodies = ((at, start, find(reading, a)) for at, (start, a) in enumerate(told))
            self._found[asked] = [(at, start, body) for at, start, body in bodies if body]
        last = self._place.get((reading.report, before.id)) if before is not None else None
        if last is None or last >= len(told) or told[last][1] is not before or told[last][0] > mention.start:
            last = len(told)
        return next((body for at, start, body in self._found[asked] if at < last and start <= mention.start), None)

    def _told_there(self, reading: Reading, a: Attribution) -> Body | None:
        told = self._words_of(reading, a)
        return self._parties.named_in(told) or self._owner(reading, a) or self._told_by(reading, told)

    def whose_word(self, phrase: str) -> str:
        """Give the words of the body whose word a text is by its name: "a ministry statement"; "" of any other text."""
        words = plain_words(phrase)
        of = words[:-1]
        told = bool(of) and words[-1] in _ITS_WORD and _is_body(of) and of[-1] not in ANY_BODY
        return words_told(" ".join(of)) if told else ""

    def _told_by(self, reading: Reading, phrases: Iterable[str]) -> str:
        """The words for a body without a name in those for a spokesman: "army" of "an army spokesman"."""
        told = filter(None, map(body_told, phrases))
        return next((found for phrase in told if (found := self._called(phrase, {reading.report}))), "")

    def _called(self, phrase: str, reports: Iterable[str]) -> str:
        """What these reports call the body that a phrase tells of; by the phrase where they do not tell of it."""
        told = {*words_told(phrase).split()}
        bodies = {words for report in reports for words in self._described.get(report, ())}
        fitting = [words for words in bodies if {*words.split()} <= told]
        if fitting:
            return max(fitting, key=lambda words: (len(words.split()), words))
        longer = [words for words in bodies if told < {*words.split()}]
        if len(longer) == 1:
            return longer[0]
        noun, called = head_of(phrase), words_told(phrase)
        is_one = (_is_body([noun]) and not longer) or called in self._speaking
        return called if is_one and noun not in ANY_BODY else ""

    def _for_this_once(self, reading: Reading, a: Attribution, mention: Mention) -> Body | None:
        """The body on whose behalf a person says something: "speaking for the union, Ruth Kell said"."""
        start = min((s for s, _ in (*a.source, *a.cue)), default=mention.start)
        for c in self._speaking_for(reading)[bisect_right(reading.sentences, start, key=lambda s: s[0]) - 1]:
            if not any(x.role == "subject" and x.mention == mention.id for x in c.arguments):
                continue
            for x in c.arguments:
                if x.role != "other" or x.start < c.head[1]:
                    continue
                between = self._text[reading.report][c.head[1] : x.start].casefold().split()
                if x.lemma in _BEHALVES:
                    near = self._placed[reading.report].within((x.end + 1, x.end + _BEHALF))
                    at = [m for m in near if m.end <= c.end]
                elif c.lemma in _SPEAKS and between[:1] and between[0] in _FOR:
                    named = self._mentions.get((reading.report, x.mention or ""))
                    at = [named] if named is not None else []
                else:
                    continue
                for m in sorted(at, key=lambda m: (m.start, -m.end))[:1]:
                    if (body := self._body_at(reading.report, m)) is not None:
                        return body
        return None

    def _speaking_for(self, reading: Reading) -> Mapping[int, list[Clause]]:
        """By sentence, the clauses that tell that somebody speaks, or does something on behalf of another."""
        if reading.report not in self._speaks_in:
            found = self._speaks_in[reading.report] = defaultdict(list)
            for c in reading.clauses:
                if c.lemma in _SPEAKS or any(x.lemma in _BEHALVES for x in c.arguments):
                    found[c.sentence].append(c)
        return self._speaks_in[reading.report]

    def _body_at(self, report: str, m: Mention) -> Body | None:
        entity = self._of_mention(report, m)
        if entity is not None and entity.kind in KNOWN_BODIES and self._has_a_name(entity):
            return entity
        chain = self._chains.get((report, m.chain))
        called = entity.name if entity is not None else chain.name if chain else ""
        return words_told(called) if _is_body([head_of(called)]) else None

    def _behind(self, reading: Reading, a: Attribution, mention: Mention | None) -> list[str]:
        """What stands behind a name in the source: "of the fire brigade's press office"."""
        ends = [e for s, e in a.source if mention is not None and s <= mention.start and mention.end <= e]
        told = [self._text[reading.report][mention.end : e] for e in ends if mention is not None]
        return [words for words in told if _OF_HIS_BODY & {*plain_words(words)[:1]}]

    def _owner(self, reading: Reading, a: Attribution) -> Body | None:
        """The body that a word inside the source stands for: "the committee's press office", "its spokesman"."""
        for start, end in a.source:
            for m in self._placed[reading.report].within((start, end)):
                if m.id == a.source_mention or m.end > end:
                    continue
                before, behind = (self._text[reading.report][s:e] for s, e in ((start, m.start), (m.end, end)))
                body = self._body_at(reading.report, m)
                if body is not None and not is_of_another(plain_words(before), plain_words(behind)[:1]):
                    return body
        return None

    def _told_of_before(self, reading: Reading, mention: Mention) -> Entity | None:
        """The one body that is told of right before a bare spokesman: "Elm Foods shut its plant. A spokesman said".

        A person who does something there may be the one he speaks for.
        """
        now = bisect_right(reading.sentences, mention.start, key=lambda s: s[0]) - 1
        first = reading.sentences[max(0, now - _BEFORE)][0] if now >= 0 else mention.start
        near = self._placed[reading.report].within((first, mention.start))
        told_of = [m for m in near if m.form == "name" or m.kind in ("office", "organisation")]
        apart = (m for m in told_of if m.kind not in ("person", "place"))
        bodies = {e.id for m in apart if (e := self._of_mention(reading.report, m)) is not None}
        if len(bodies) != 1:
            return None
        if reading.report not in self._subjects:
            acts = (g.mention for c in reading.clauses for g in c.arguments if g.role == "subject")
            self._subjects[reading.report] = frozenset(acts)
        for m in reversed([m for m in near if m.id in self._subjects[reading.report]]):
            told = self._of_mention(reading.report, m)
            if told is not None and told.id in bodies and told.kind in KNOWN_BODIES:
                return None if self._text[reading.report].startswith(" and ", m.end) else told
            if m.kind in ("person", "office"):
                return None
        return None

    def _words_of(self, reading: Reading, a: Attribution) -> list[str]:
        return [self._text[reading.report][start:end] for start, end in a.source]


def _is_body(words: list[str]) -> bool:
    """Whether the last of these words is a noun for a body."""
    return bool(words) and class_of(words[-1]) == "institution"
