"""Who puts a row forward: the attributions around it, the outermost first, and which of them tell it.

A row that is itself a saying ("Norvia denied …", "the union vowed to …") is told by whoever says so. Nobody tells what
he neither confirms nor denies, refuses to speak of, or is said not to say. Who reacts to a deed ("condemned the
attack") takes it as known; so does whoever is not named and asks or comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.comparing.beginnings import Beginnings
from rashomon.comparing.origins.passing import Passing, clause_passing, is_described, passing, verb_kinds
from rashomon.comparing.origins.who_counts import who_counts
from rashomon.language import listed, word_set
from rashomon.records import (
    NO_REASON,
    Argument,
    Attribution,
    Clause,
    Event,
    Mention,
    Reading,
    SourceKind,
    Span,
)

_EARLIER = re.compile(r"\b(?:earlier|initial|original|previous|prior)\b.{0,20}\bversions?\b", re.IGNORECASE)
_SET_OFF = re.compile(r", (?:(?:an?|the) \w+(?: \w+)? )?$")  # before a clause: ", which", ", a step that"
_ASIDE = frozenset({"ask", "comment"})
_REFUSES = frozenset({"decline", "refuse"})
_VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_SAID = frozenset({("planned", "to"), ("hypothetical", "?")})  # "called to say"; "did they know, she asked"
_NOT_FINITE = word_set("words_of_voices", "not_finite")
_UNSAID = frozenset({"planned", "demanded", "hypothetical", "unrealised"})
_NO = frozenset({"no", "nobody", "none"})
_RESOLVES = frozenset({"choose", "decide", "decision"})
_BEFALLS = frozenset({"admit", "dismiss", "question"})  # to a club, from a post, by the police
_NOBODY = frozenset({"document", "none", "thing"})
_CITES, _PASSES_ON = frozenset({"cite", "quote"}), frozenset({"report", "reveal"})
_BACKS = word_set("words_of_attributions", "backs")
_STATED = frozenset({"complement", "main"})
_TELLS_WHOM = word_set("words_of_attributions", "tells_whom")
_BINDS = word_set("words_of_voices", "binds")
_HAD = word_set("words_of_voices", "lies_back")
_ALL = word_set("words_of_voices", "several")
_HEARINGS = word_set("words_of_voices", "hearing")
_SEVERAL = frozenset({"anonymous", "collective"})
_DISTANT = word_set("words_of_attributions", "distant")
_KINDS: dict[str, SourceKind] = {"person": "named_person", "publication": "outlet", "other": "anonymous"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a reading that has an origin: where it stands, whose words it is, and how it stands in them.

    `path` holds the attributions around it, the outermost first; `own` tells that the row is the innermost one's saying
    itself, not what it says. `unsaid` are the ids of those that were not put forward: planned, supposed, demanded; or
    told to nobody but whoever tells of them.
    `claimed` tells that it is what somebody claims and another calls false: the claim is the claimant's own word;
    `outdated` are the ids of what "an earlier version of this article" said; `asides` are those of what the reporter
    adds to another's words: "said the plan, which critics say is cruel, would stay".
    """

    id: str
    span: Span
    path: tuple[Attribution, ...] = ()
    own: bool = False
    how: Passing = "told"
    unsaid: frozenset[str] = frozenset()
    claimed: bool = False
    outdated: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()


def is_claimed(clause: Clause, said: Attribution | None) -> bool:
    """Tell whether a clause is what somebody claims, as another denies it: "denied the claim by Berg that he left"."""
    if clause.status != "denied" or said is None or said.polarity == "deny":
        return False
    return said.because.rule == "noun" and bool(said.source)


def rows(reading: Reading, text: str) -> Iterator[Row]:
    """Give every attribution, sentence, event and clause of `reading`, the text of whose report is `text`."""
    by_id = {a.id: a for a in reading.attributions}
    mentions = {m.id: m for m in reading.mentions}
    names = Beginnings(((m.start,), m) for m in reading.mentions if m.form == "name")
    events = {e.id: e for e in reading.events}
    speaking = _cued(a for a in reading.attributions if a.source and (_kind(a) == "speech" or _finds(a)))
    unsaid, outdated = _unsaid(reading, text) | _heard(reading, by_id), _outdated(reading, text)
    cited = {a.nested_in: a for a in reversed(reading.attributions) if a.nested_in and _cites(by_id.get(a.nested_in))}
    outermost, asides = _outermost(reading), _asides(reading, by_id, text)
    claimed = {c.attribution for c in reading.clauses if is_claimed(c, by_id.get(c.attribution or ""))}
    for a in reading.attributions:
        yield Row(
            a.id,
            _span(a),
            _path(a, by_id),
            True,
            unsaid=unsaid,
            claimed=a.id in claimed,
            outdated=outdated,
            asides=asides,
        )
    for i, span in enumerate(reading.sentences, 1):
        yield Row(f"s{i}", span)
    for e in reading.events:
        around = by_id.get(e.attribution) if e.attribution else None
        said = _said_at(speaking, e.trigger, around)
        if said is not None:
            how = passing(e, None, reading.published, text)
            yield Row(e.id, e.evidence, _path(said, by_id), True, how, unsaid, outdated=outdated, asides=asides)
        else:
            how = passing(e, around, reading.published, text, (e.trigger, e.attribution) in outermost)
            yield Row(e.id, e.evidence, _path(around, by_id), False, how, unsaid, outdated=outdated, asides=asides)
    for c in reading.clauses:
        around = by_id.get(c.attribution) if c.attribution else None
        said, event = _said_at(speaking, c.head, around), events.get(c.event or "")
        said = cited.get(said.id, said) if said is not None else None
        path = _path(said or around, by_id)
        if not path and (saying := _saying(c, event, mentions, names)) is not None:
            path, said = (saying,), saying
        stated = None if said is not None else around
        if event is not None:
            how = passing(event, stated, reading.published, text, (c.head, c.attribution) in outermost)
        else:
            how = clause_passing(c, stated, reading.published, text, (c.head, c.attribution) in outermost)
        how = "described" if is_described(how, c, stated, text) else how
        yield Row(c.id, (c.start, c.end), path, said is not None, how, unsaid, is_claimed(c, stated), outdated, asides)


def _asides(reading: Reading, by_id: Mapping[str, Attribution], text: str) -> frozenset[str]:
    """The statements in what the reporter sets into words that he passes on: ", which critics say", ", a step that"."""
    inner = [a for a in reading.attributions if a.nested_in and by_id[a.nested_in].quote == "indirect"]
    if not inner:
        return frozenset()
    relative = (c for c in reading.clauses if c.link == "relative")
    added = (c for c in relative if _SET_OFF.search(text[max(0, c.start - 40) : c.start]))
    heads = Beginnings(((c.head[0],), c) for c in added)
    return frozenset(a.id for a in inner if heads.within(*a.cue))


def _outermost(reading: Reading) -> frozenset[tuple[Span, str | None]]:
    """The verbs that lie in no other clause of the statement whose words they are, with that statement."""
    by_id = {c.id: c for c in reading.clauses}
    verbs = (c for c in reading.clauses if c.attribution and c.form == "clause" and c.link in _STATED)
    free = (c for c in verbs if (o := by_id.get(c.within or "")) is None or o.attribution != c.attribution)
    return frozenset((c.head, c.attribution) for c in free)


def _unsaid(reading: Reading, text: str) -> frozenset[str]:
    """The statements that nobody made: "plans to say", "may say", "would report that", "demanded that he admit".

    Whose very words are given said them, and so did who did something to say it ("went on the air to say"). What an
    outlet can reveal it reveals, and a refusal to comment is one (`leaves_open`).
    """
    at_heads = {c.head[0]: c for c in reading.clauses if c.form == "clause" and c.status in _UNSAID}
    standing = Beginnings(((start,), c) for start, c in at_heads.items())
    found = set()
    for a in reading.attributions:
        told = a.source_kind == "outlet" or a.quote != "indirect" or a.lemma in _REFUSES or a.because.by("nocomment")
        if told or verb_kinds().get(a.lemma, ("speech", ""))[0] != "speech":
            continue
        at = standing.within(*a.cue)
        ahead = any((c.because.rule, c.because.words) not in _SAID and _is_not_finite(c, a, text) for c in at)
        if a.hypothetical or ahead:
            found.add(a.id)
    return frozenset(found)


def _heard(reading: Reading, by_id: Mapping[str, Attribution]) -> frozenset[str]:
    """The statements told to whoever tells of them: "Berg said the board had promised her a pump" is Berg's word."""
    told = {a.id: a for a in reading.attributions if a.nested_in and a.lemma in _TELLS_WHOM}
    if not told:
        return frozenset()
    chains = {m.id: m.chain for m in reading.mentions}
    often = Counter(chains.values())
    at_heads = {c.head[0]: c for c in reading.clauses if c.form == "clause"}
    spoken = Beginnings(((start,), c) for start, c in at_heads.items())
    found = set()
    for a in told.values():
        outer = by_id.get(a.nested_in or "")
        clauses = spoken.within(*a.cue)
        whom = [g for c in clauses for g in c.arguments if g.role == "object" and g.start > c.head[0]]
        apart = any(c.link == "adverbial" for c in clauses)  # "they had lied when they told her that …"
        if outer is not None and whom and not apart and _is_teller(whom[0], outer, chains, often):
            found.add(a.id)
    return frozenset(found)


def _is_teller(whom: Argument, outer: Attribution, chains: Mapping[str, str], often: Counter[str]) -> bool:
    """Whether somebody told is whoever tells of it; "them" is, of several who speak."""
    chain = chains.get(whom.mention or "")
    if whom.lemma in _ALL and (chain is None or often[chain] <= 1):  # nobody else is meant by it
        return outer.source_kind in _SEVERAL
    return chain is not None and chain == chains.get(outer.source_mention or "")


def _outdated(reading: Reading, text: str) -> frozenset[str]:
    told = ((a.id, " ".join(text[start:end] for start, end in a.source)) for a in reading.attributions)
    return frozenset(one for one, source in told if _EARLIER.search(source))


def _is_not_finite(clause: Clause, a: Attribution, text: str) -> bool:
    """Whether the cue is no finite verb of its own: "to say", "(that he) admit"; not "(vowed that …) and urged"."""
    words = {w for start, end in a.cue for w in text[start:end].casefold().split()}
    return clause.status == "demanded" or bool(words & _NOT_FINITE)


def leaves_open(a: Attribution, text: str) -> bool:
    """Tell whether the source of `a` says neither that its content is so nor that it is not: a refusal to comment."""
    if a.because.by("nocomment"):
        return True
    if a.negated:
        return a.lemma in listed("noncommittal_verbs")
    if a.lemma in _REFUSES:
        first = " ".join(text[start:end] for start, end in a.content[:1]).split(maxsplit=2)
        if first[:1] == ["to"]:
            return " ".join(first[1:2]).casefold() in listed("noncommittal_verbs")
    if a.lemma not in listed("noncommittal_verbs"):
        return False
    source = " ".join(text[start:end] for start, end in a.source).casefold().split()
    if source[:1] and source[0] in _NO:
        return True
    start = min((s for s, _ in a.cue), default=0)
    return text[max(0, start - 5) : start].casefold() == " nor "


def is_ours(a: Attribution, text: str) -> bool:
    """Tell whether the source of `a` is the "we" of whoever wrote the text: it stands in nobody's mouth."""
    return " ".join(text[start:end] for start, end in a.source).casefold() == "we"


def is_nobodys(row: Row, text: str) -> bool:
    """Tell whether nobody puts the row forward: it is what somebody leaves open, not his refusal itself, or may say.

    Nobody tells any more what "an earlier version of this article" said.
    """
    if row.unsaid and any(a.id in row.unsaid and a.hypothetical for a in row.path[: len(row.path) - row.own]):
        return True
    if row.outdated and any(a.id in row.outdated for a in row.path):
        return True
    if not row.path or not leaves_open(row.path[-1], text):
        return False
    return not row.own or (row.id == row.path[-1].id and row.path[-1].lemma not in _REFUSES)


def tells(row: Row, at: int, text: str) -> bool:
    """Tell whether the attribution `at` this place of the row's path puts the row forward."""
    a, own = row.path[at], row.own and at == len(row.path) - 1
    if a.id in row.unsaid:
        return False
    if own and a.lemma not in _REFUSES and leaves_open(a, text):
        return False
    if (not a.source and a.lemma in _ASIDE) or _is_heard(a, text):
        return False
    if _cites(a) and at < len(row.path) - 1:
        return False
    if a.lemma in listed("reaction_verbs") and not own:
        return False
    if at > 0 and a.lemma in listed("ordering_verbs"):
        return False  # an order that others tell of is a deed
    if at > 0 and not row.claimed and a.id not in row.asides and _is_hearsay(a, row.path[at - 1], text, own=own):
        return False
    nested = at > 0 and a.id not in row.asides and not _narrates(row.path[at - 1]) and not is_held_against(a)
    return not a.negated and not _is_thought(a, nested=nested)


def _is_heard(a: Attribution, text: str) -> bool:
    """Whether a court or a house of lawmakers hears it: somebody told them, and they say nothing of it."""
    if a.lemma != "hear":
        return False
    return any(w in _HEARINGS for start, end in a.source for w in text[start:end].casefold().split())


def _narrates(a: Attribution) -> bool:
    """Whether who is cited only tells what others say or think: an outlet, "several reports"."""
    return a.source_kind == "outlet" or (a.source_kind == "collective" and a.because.after("source").rule == "document")


def is_held_against(a: Attribution) -> bool:
    """Tell whether who tells that the source of `a` said so does not say it too: "blamed him for saying"."""
    return a.because.by("held-against")


def is_held_by(a: Attribution) -> bool:
    """Tell whether a noun calls what is said somebody's claim: who speaks of "the army's claim that" takes no stand."""
    return a.because.rule == "noun" and a.lemma in _DISTANT and bool(a.source)


def _is_hearsay(a: Attribution, outer: Attribution, text: str, *, own: bool) -> bool:
    """Tell whether that the source of `a` says so is the word of whoever tells of it, not his own.

    An outlet passes on what its sources say, and so does who cites them. Somebody who is quoted answers for what he was
    told, unless the other answers for it himself: who denies, pledges, accuses; or it is held against him. What
    somebody "had promised" lies behind what is said, and is known through whoever tells of it. Somebody without a name
    only answers for that it was said.
    """
    if is_held_against(a):
        return own or a.polarity == "deny"
    if is_held_by(a):
        return outer.lemma in _BACKS
    if a.source_kind == "outlet":
        return outer.source_kind != "outlet"  # "the envoy said that …, according to Reuters": it has it from him
    cited = a.because.rule in ("citing", "quoted-source") or _cites(outer)
    cited = cited or (a.because.rule == "according-to" and outer.lemma in _PASSES_ON)
    back = a.lemma in _BINDS and _HAD & {w for start, end in a.cue for w in text[start:end].casefold().split()}
    if not outer.source or _narrates(outer) or cited or (a.lemma in listed("answered_verbs") and not back):
        return False
    return own or outer.source_kind not in ("anonymous", "collective")


def _is_thought(a: Attribution, *, nested: bool) -> bool:
    """Nobody hears a wish or a belief: it is known through whoever tells of it, unless its holder alone is cited.

    A decision is a deed: whoever tells that it was taken tells it, not who took it.
    """
    kind, _ = verb_kinds().get(a.lemma, ("speech", ""))
    return kind == "want" or a.lemma in _RESOLVES or (nested and kind == "belief")


def _cites(a: Attribution | None) -> bool:
    """Whether the source of `a` passes on what another is quoted with: "was quoted by the agency as saying"."""
    return a is not None and a.lemma in _CITES and a.because.after("speech-verb").rule == "as"


def _kind(a: Attribution) -> str:
    return verb_kinds().get(a.lemma, ("", ""))[0]


def _finds(a: Attribution) -> bool:
    """Whether somebody has found that something is so, or puts a number to it: "found that", not "found a boat".

    What a picture or a paper shows is told by whoever tells of it.
    """
    frame = a.because.after("evidence-verb").rule
    shown = frame == "clause" and a.because.after("source").rule in _NOBODY
    return _kind(a) == "evidence" and frame in ("clause", "figure") and not shown


def _cued(attributions: Iterable[Attribution]) -> dict[int, list[Attribution]]:
    """The attributions that have a cue at each character."""
    found: dict[int, list[Attribution]] = {}
    for a in attributions:
        for start, end in a.cue:
            for at in range(start, end):
                found.setdefault(at, []).append(a)
    return found


def _said_at(
    speaking: Mapping[int, Sequence[Attribution]], head: Span, around: Attribution | None
) -> Attribution | None:
    """The attribution of speech whose cue the predicate at `head` is: the row is then the saying itself."""
    return next((a for a in speaking.get(head[0], ()) if a is not around), None)


def _saying(
    clause: Clause, event: Event | None, mentions: Mapping[str, Mention], names: Beginnings[Mention]
) -> Attribution | None:
    """A position for which no attribution was read, put forward by the subject of its clause.

    Only where it is said to have been put forward: "the union denied …", not "the union may order …"; and a count, by
    whoever counts.
    """
    m = who_counts(clause, mentions, names) or _who_puts_forward(clause, event, mentions)
    if m is None:
        return None
    source: SourceKind = (
        "anonymous" if m.form == "nominal" and m.kind == "person" else _KINDS.get(m.kind, "institution")
    )
    return Attribution(
        id=clause.id,
        source=((m.start, m.end),),
        cue=(clause.head,),
        content=(),
        source_kind=source,
        source_mention=m.id,
        negated=clause.negated,
        lemma=clause.lemma,
        because=NO_REASON,
    )


def _who_puts_forward(clause: Clause, event: Event | None, mentions: Mapping[str, Mention]) -> Mention | None:
    kind, polarity = verb_kinds().get(clause.lemma, ("", ""))
    if kind != "speech" or clause.form != "clause" or clause.status not in ("asserted", "denied"):
        return None
    if clause.lemma in _BEFALLS and any(_is_somebody(a, mentions) for a in clause.arguments):
        return None
    told = (
        clause.content is not None
        or polarity not in ("assert", "demand")
        or clause.lemma in listed("claim_kinds", "position")
    )
    if not told and (event is None or event.type not in _VERBAL):
        return None
    subject = next((a for a in clause.arguments if a.role == "subject" and a.mention in mentions), None)
    return mentions[subject.mention] if subject is not None and subject.mention is not None else None


def _is_somebody(undergoes: Argument, mentions: Mapping[str, Mention]) -> bool:
    if undergoes.role != "object":
        return False
    m = mentions.get(undergoes.mention or "")
    return undergoes.lemma in listed("nominal_heads", "person") if m is None else m.kind in ("person", "office")


def _path(innermost: Attribution | None, by_id: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """The attributions around and at `innermost`, the outermost first; a circle is cut where it closes."""
    path: dict[str, Attribution] = {}
    at = innermost
    while at is not None and at.id not in path:
        path[at.id] = at
        at = by_id.get(at.nested_in) if at.nested_in else None
    return tuple(path.values())[::-1]


def _span(a: Attribution) -> Span:
    spans = [*a.source, *a.cue, *a.content] or [(0, 0)]
    return min(s for s, _ in spans), max(e for _, e in spans)
