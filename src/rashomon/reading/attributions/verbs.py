"""A verb is a cue where the lexicon lists it with a frame that it stands in.

Which of a verb's complements hold what is said: the best frame first, with what else belongs to it.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from rashomon.language import word_set
from rashomon.reading.attributions.closing_tags import ClosingTag, closing_tag, is_taken_for_a_noun
from rashomon.reading.attributions.complement import Complement
from rashomon.reading.attributions.complements import complements, says_the_contrary, set_in
from rashomon.reading.attributions.cue_verbs import (
    VerbEntry,
    called_in_quotes,
    candidates,
    cue_verbs,
    first_words,
    is_blow,
    strikes,
    utters,
    verb_lemma,
)
from rashomon.reading.attributions.denials import denied_account
from rashomon.reading.attributions.extents import (
    Places,
    aside,
    brackets,
    clause_end,
    is_anothers,
    object_end,
    resumed,
    up_to_tag,
    with_list,
    with_more_clauses,
    with_same_subject,
    without_tail,
)
from rashomon.reading.attributions.finding import Finding, framed, runs
from rashomon.reading.attributions.held_against import (
    AT_ISSUE,
    HELD_AGAINST,
    is_at_issue,
    is_held_against,
    scoffs_at_clause,
)
from rashomon.reading.attributions.joined_voices import joined_sayings
from rashomon.reading.attributions.lost_subjects import beside, who_holds
from rashomon.reading.attributions.sources import speaker
from rashomon.reading.attributions.verb_groups import hypothetical, negated, no_comment
from rashomon.reading.attributions.who_may_speak import body_of, can_speak, is_somebody, is_thing, may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.records import Span

CLAUSES = ("clause", "wh")
"""Frames that are whole clauses."""
# What is said stands in the prepositional phrase, and the object is who is told or spoken of.
_PREPOSITION_OF_OBJECT: dict[str, tuple[str, ...]] = {
    "accuse": ("of",),
    "advise": ("of", "against", "on"),
    "ask": ("about", "for"),
    "assure": ("of",),
    "blame": ("on",),
    "brief": ("on", "about"),
    "call": ("on",),
    "challenge": ("on",),
    "inform": ("of", "about"),
    "notify": ("of",),
    "press": ("on", "about"),
    "remind": ("of", "about"),
    "suspect": ("of",),
    "tell": ("about", "of"),
    "warn": ("of", "about", "against"),
}
_OBJECT_IS_CONTENT = frozenset({"accuse", "suspect"})
_LAYS_TO = word_set("words_of_attributions", "lays_to")
_TELLS_WHOM = word_set("words_of_attributions", "tells_whom")
_OBJECT_IS_TOLD = frozenset({"tell", "ask"})
_REASONS = ("for", "as", "with")
_ANSWERED = frozenset({"belief", "evidence", "speech"})


def choose(lemma: str, entry: VerbEntry, present: list[Complement]) -> tuple[list[Complement], str]:
    """Pick the complements that are content, best frame first."""
    by: dict[str, list[Complement]] = {}
    extra = _PREPOSITION_OF_OBJECT.get(lemma, ())
    for c in present:
        if c.frame == "what" and "np" in entry.frames and entry.kind != "want":
            by.setdefault("np", []).append(c)
        elif c.frame in entry.frames or c.frame in extra:
            by.setdefault(c.frame, []).append(c)
    clauses = [c for frame in CLAUSES for c in by.get(frame, ())]
    if clauses:
        return clauses, clauses[0].frame
    if lemma in _OBJECT_IS_TOLD or (lemma in _TELLS_WHOM and "around" in by):
        by.pop("np", None)
    if "np" in by and any(c.cue for c in by.get("to", ())):
        del by["to"]  # to whom it was offered
    nearest = sorted(by, key=lambda frame: by[frame][0].ranges[0][0])
    for frame in (
        "to",
        "figure",
        "called",
        "plea",
        "as",
        *(f for f in nearest if f in extra),
        "np",
        "around",
        "ing",
        *nearest,
    ):
        if frame in by:
            return by[frame] + _beside(lemma, frame, present, by), frame
    return [], "quote"


def _beside(lemma: str, frame: str, present: list[Complement], by: dict[str, list[Complement]]) -> list[Complement]:
    """Give what else is content: whom one accuses of it, and what one criticises somebody for."""
    if (frame == "of" and lemma in _OBJECT_IS_CONTENT) or (frame, lemma) == ("on", "blame") or lemma in _LAYS_TO:
        return [c for c in present if c.frame == "np"]
    return [c for p in _REASONS for c in by.get(p, ())] if frame == "np" else []


# A thing says, thinks and wants nothing, unless words of its own are given: "the wording says that …".
_UTTERED = frozenset({"speech", "belief", "want"})
_WHOLE = frozenset({*CLAUSES, "quote", "around", "called"})
_TAKEN_UP = word_set("words_of_speech", "takes_up")
_SIDES = frozenset({"back", "support"})
_ISSUES = frozenset({"broadcast", "issue", "post", "publish"})
_HEARERS = word_set("words_of_speech", "hearers")


def verbs(doc: Doc, home: list[int]) -> list[Finding]:
    """Give a finding for every verb of `doc` that stands in one of its listed frames."""
    found: list[Finding] = []
    goes_on: dict[int, Token] = {}
    places = Places.of(doc)
    for token in candidates(doc, first_words()):
        lemma = verb_lemma(token) or _closing_verb(token)
        if lemma is not None:
            finding = _finding(token, lemma, cue_verbs()[lemma], goes_on, home, places)
            if finding is not None:
                found.append(finding)
                found += _quoted_source(finding)
    return joined_sayings(found)


def _closing_verb(token: Token) -> str | None:
    """Give the lemma of a verb that closes a sentence as a tag, and that the tagger has for a noun."""
    entry = cue_verbs().get(token.lemma_.lower())
    if entry is None or entry.kind != "speech" or "around" not in entry.frames or not is_taken_for_a_noun(token):
        return None
    return token.lemma_.lower()


def _quoted_source(outer: Finding) -> list[Finding]:
    """Give the voice behind "quotes an official, “…”": the official speaks, and the quotation will find him.

    So too behind "“…”, the agency quoted the minister as saying", where a clause may stand for the quotation.
    """
    verb = outer.verb
    if verb is None or outer.lemma not in ("quote", "cite") or outer.frame not in ("np", "as"):
        return []
    content: list[Span] = []
    if outer.frame == "as":
        if (before := _quoted_before(verb)) is None:
            return []
        content = [] if before == verb else [_chars(verb.doc, (before.left_edge.i, before.right_edge.i + 1))]
    elif not outer.plain_frame:
        return []
    who = dependent(verb, rel.UNDERGOER)
    if who is None or not (can_speak(who) or (outer.frame == "as" and may_speak(who))):
        return []
    because = framed("quoted-source", verb.lower_, "quote")
    return [replace(outer, speaker=who, content=content, because=because, inside=outer)]


def _quoted_before(verb: Token) -> Token | None:
    """Give the clause before "he was quoted as saying"; the verb itself where none is; none where words follow it."""
    said = next((c for p in verb.children if p.lower_ == "as" for c in dependents(p, rel.GOVERNED_CLAUSE)), None)
    if said is None or not utters(said) or any(c.frame != "by" for c in complements(said)):
        return None
    return next((c for c in dependents(verb, rel.CONTENT) if c.right_edge.i < verb.i), verb)


def _finding(
    verb: Token, lemma: str, entry: VerbEntry, goes_on: dict[int, Token], home: list[int], places: Places
) -> Finding | None:
    chosen, frame, tag = _said(verb, lemma, entry, home)
    if not chosen and not ("quote" in entry.frames and verb.dep_ not in rel.ATTRIBUTIVE):
        return None
    if frame in CLAUSES and scoffs_at_clause(verb, chosen[0].ranges[0][0]):
        return None
    who, passive = (tag.speaker, False) if tag is not None else _who(verb, goes_on, home)
    who = who_holds(verb, lemma, who)
    if lemma in _LAYS_TO and not any(c.frame == "np" for c in complements(verb)):
        return None  # "the words are attributed to Lund", "which he attributed to rain"
    if (who is not None and _says_nothing(who, entry, frame)) or _is_no_saying(verb, lemma, entry, frame):
        return None
    chosen = _his_own(verb, who, chosen)
    cue = _cue(verb, chosen, home)
    content = []
    speaks = entry.kind == "seeming" and _seems_to_say(verb)
    if entry.kind == "seeming" and not speaks:
        who = None
    if (entry.kind == "seeming" and not speaks) or (
        passive and frame == "to" and entry.kind != "want" and entry.polarity != "demand"
    ):
        subjects = dependents(verb, rel.SUBJECT)
        content += [_chars(verb.doc, (c.left_edge.i, c.right_edge.i + 1)) for c in subjects]
    inside = brackets(verb, places.brackets)
    for c in chosen:
        for start, end in c.ranges:
            if c.frame in CLAUSES and start > verb.i:
                end, own = clause_end(verb, start, end, utters)
                end = with_same_subject(verb, verb.doc[start:end].root, resumed(verb, end, places.joined))
                end = without_tail(verb, start, with_more_clauses(verb, end))
                if who is not None:
                    goes_on.update((v.i, who) for v in own)
            elif (c.frame not in ("around", "to", "ing") or _is_to_whom(c)) and start > verb.i and c is chosen[-1]:
                end = without_tail(verb, start, aside(verb, start, object_end(verb, end)))
            elif c.frame == "to":
                end = with_list(verb, end)
            elif c.frame == "clause" and home[verb.i] < 0:
                end = up_to_tag(verb, who, start, end)
            content += _kept(verb, inside, start, end)
    silent = no_comment(verb, lemma)
    charged = is_at_issue(verb)
    against = entry.kind in _ANSWERED and frame in CLAUSES and who is not None and is_held_against(verb)
    more = {"passive": passive, "nosource": who is None, "nocomment": silent, HELD_AGAINST: against}
    return Finding(
        cue=cue,
        speaker=who,
        content=content,
        lemma=lemma,
        because=framed(f"{entry.kind}-verb", verb.lower_, frame, *(told for told, holds in more.items() if holds)),
        at=verb.idx,
        token=verb.i,
        polarity="assert" if silent or frame == "plea" or _names(verb, frame) else entry.polarity,
        negated=not silent and frame != "plea" and negated(verb),
        hypothetical=silent or charged or hypothetical(verb),
        verb=verb,
        source=None if tag is None else (_chars(verb.doc, tag.phrase),),
    )


def _is_to_whom(c: Complement) -> bool:
    """Whether a "to" is a preposition, and no infinitive's."""
    return c.frame == "to" and bool(c.cue)


def _his_own(verb: Token, who: Token | None, chosen: list[Complement]) -> list[Complement]:
    """Leave out what stands before a tag that only tells when or of whom: "Berg left after his aide, Holm, said so".

    So too what another says behind a semicolon, that the parser hung on the verb: "says it leaks; Holm says it's dry".
    """
    if who is None or len(chosen) < _BOTH_SIDES:
        return chosen
    chosen = [c for c in chosen if not is_anothers(verb, *c.ranges[0])]
    doc, before = verb.doc, who.left_edge.i - 1
    if before > 0 and doc[before].text == ",":
        before = doc[before - 1].left_edge.i - 1
    told_of = who.left_edge.lower_ == "whose" or doc[max(0, before)].lower_ in _OCCASIONS
    behind = [c for c in chosen if c.ranges[0][0] > verb.i]
    return behind if told_of and behind else chosen


_BOTH_SIDES = 2
_OCCASIONS = frozenset({"after", "before", "when", "while"})


def _kept(verb: Token, inside: tuple[int, int] | None, start: int, end: int) -> list[Span]:
    """Give what of `[start, end)` stands in the brackets around `verb`; all of it where none do."""
    low, high = inside or (start, end)
    start, end = max(start, low), min(end, high)
    return [_chars(verb.doc, (start, end))] if start < end else []


def _said(
    verb: Token, lemma: str, entry: VerbEntry, home: list[int]
) -> tuple[list[Complement], str, ClosingTag | None]:
    """Give what the verb says and its frame; the tag where only its place at the end of the sentence tells."""
    present = [c for c in complements(verb, entry.frames) if c.frame != "around" or _within(c, home[verb.i], home)]
    if "called" in entry.frames and (named := called_in_quotes(verb, home)) is not None:
        present = [named]
    chosen, frame = choose(lemma, entry, present)
    if frame == "clause" and entry.kind == "speech" and home[verb.i] < 0 and len(chosen) == 1:
        tag = closing_tag(verb)
        low, high = chosen[0].ranges[0]
        if tag is not None and low < tag.phrase[0] and (tag.phrase[0] < high <= verb.i or _swallows(verb, tag, high)):
            return (
                [Complement(frame, ((low, tag.phrase[0] - 1),))],
                frame,
                tag,
            )  # "killed nine, the mayor, Ann Berg, said"
    if (
        not chosen
        and "clause" in entry.frames
        and "np" not in entry.frames
        and (lost := _lost_clause(verb)) is not None
    ):
        return [lost], "clause", None
    if not chosen and entry.polarity == "deny" and (account := denied_account(verb)) is not None:
        return [Complement("np", (account.words,))], "np", account.tag
    if not chosen and _has_found(verb, entry, home) and (tag := closing_tag(verb)) is not None:
        return [Complement("clause", tag.content)], "clause", tag
    if chosen or "around" not in entry.frames or (entry.kind == "evidence" and verb.dep_ not in rel.PARATAXIS):
        return chosen, frame, None
    around = set_in(verb)
    if around is not None:
        return [around], "around", None
    tag = closing_tag(verb) if entry.kind == "speech" and home[verb.i] < 0 else None
    return (chosen, frame, None) if tag is None else ([Complement("around", tag.content)], "around", tag)


def _lost_clause(verb: Token) -> Complement | None:
    """Give the clause whose subject the parser took for an object of "said": "Police said two men, both 30, choked".

    Nobody says a person or a thing: what follows in the past tense, with no verb of its own before, is what is said.
    """
    thing = dependent(verb, rel.OBJECT)
    if thing is None or verb.tag_ not in tags.FINITE_VERB or thing.left_edge.i != verb.i + 1:
        return None
    if thing.pos_ == "PRON" or thing.left_edge.is_punct:
        return None
    end = verb.sent.end - 1
    behind = [t for t in verb.doc[thing.i + 1 : end] if t.dep_ in rel.ADNOMINAL and _is_past(t)]
    return Complement("clause", ((thing.left_edge.i, end),)) if behind else None


def _is_past(verb: Token) -> bool:
    """Whether a verb is in the past: a participle that has an object is no passive one."""
    return verb.tag_ in tags.PAST or (verb.tag_ in tags.PARTICIPLE and has_dependent(verb, rel.OBJECT))


def _has_found(verb: Token, entry: VerbEntry, home: list[int]) -> bool:
    """Whether a verb without an object may close what was found: "The wall was rotten, an inquiry has found, …"."""
    finds = entry.kind == "evidence" and "clause" in entry.frames and home[verb.i] < 0
    return finds and verb.tag_ in tags.FINITE_OR_PARTICIPLE and not has_dependent(verb, _FOUND)


_FOUND = rel.OBJECTS | rel.COMPLEMENT | rel.PASSIVE_HELPER | rel.PASSIVE_SUBJECT | rel.ANY_PREDICATE | rel.AGENT


def _swallows(verb: Token, tag: ClosingTag, end: int) -> bool:
    """Whether the parser took for the subject what the content's verb, which ends before `end`, acts on.

    "The train reached Elm, where police held a singer, the driver and a nun said": not Elm, which holds the tag.
    """
    who = dependent(verb, rel.ACTIVE_SUBJECT)
    if who is None or who.left_edge.i != end or not who.i < tag.phrase[0] <= who.right_edge.i:
        return False
    return any(c.i < tag.phrase[0] for c in dependents(who, rel.RELATIVE))


def _within(c: Complement, quotation: int, home: list[int]) -> bool:
    """Whether what a tag is set into stands in its own quotation: of '"He was crying," she said' he says nothing."""
    return quotation < 0 or all(home[start] == quotation for start, _ in c.ranges)


def _who(verb: Token, goes_on: dict[int, Token], home: list[int]) -> tuple[Token | None, bool]:
    """Give who says it and whether the verb is passive."""
    who, passive = speaker(verb)
    who = None if who is None else body_of(who) or who
    if verb.i in goes_on:
        who = goes_on[verb.i]
    elif home[verb.i] < 0 and not passive and (who is None or (home[who.i] >= 0 and not _is_quoted_name(who, home))):
        who = beside(verb, home) or (who if who is not None and home[who.i] < 0 else None)
    return who, passive


def _names(verb: Token, frame: str) -> bool:
    """Whether the verb gives something a name, "called the vote a sham", and asks for nothing."""
    if frame != "np" or verb.lemma_.lower() != "call":
        return frame == "called"
    names = (t.left_edge for o in dependents(verb, rel.OBJECT) for t in o.subtree if t.dep_ in rel.APPOSITION)
    return any(first.i and not first.nbor(-1).is_punct for first in names)


def _says_nothing(who: Token, entry: VerbEntry, frame: str) -> bool:
    """Whether a thing stands where a voice should: it says only what is given in its words, and believes nothing."""
    if who.lower_ == "that" and frame not in _WHOLE:
        return True  # "rules that oppose it", "a firm that seeks talks": which is meant
    told = frame in _WHOLE and (entry.kind == "speech" or not who.is_lower)
    return entry.kind in _UTTERED and not told and is_thing(who)


def _is_no_saying(verb: Token, lemma: str, entry: VerbEntry, frame: str) -> bool:
    """Whether the verb tells what somebody goes on to speak of, "Commenting on it, Berg said", or who is meant.

    "People seeking seats", "voters backing Berg": nobody is said to say so.
    """
    if frame in ("on", "about", "to") and lemma in _TAKEN_UP and verb.tag_ in tags.GERUND and verb.i < verb.head.i:
        return True
    if (
        (is_at_issue(verb) and (entry.kind != "speech" or frame not in CLAUSES or lemma in AT_ISSUE))
        or _is_anybodys(verb)
        or says_the_contrary(verb)
        or (entry.kind == "belief" and _hears_saying(verb))
        or _is_to_be_said(verb)
        or (lemma == "address" and _is_spoken_to(verb))
        or (lemma == "hit" and strikes(verb))
    ):
        return True
    if lemma == "call" and frame == "np" and any(c.dep_ in rel.OBJECT and may_speak(c) for c in verb.children):
        return True  # by telephone
    if lemma == "question" and frame == "np" and any(is_somebody(c) for c in dependents(verb, rel.UNDERGOER)):
        return True  # by the police
    if lemma in ("admit", "dismiss") and any(
        is_somebody(c) or (frame == "np" and _is_named(c)) for c in dependents(verb, rel.UNDERGOER)
    ):
        return True  # from a post, to a club
    if lemma in ("decline", "refuse") and any(c.dep_ in rel.PASSIVE_HELPER for w in verb.children for c in w.children):
        return True  # "who declined to be named"
    if frame == "np" and (is_blow(verb, lemma) or (lemma in _ISSUES and _carries_words(verb))):
        return True
    return verb.dep_ in rel.ADNOMINAL and frame in ("np", "to") and (entry.kind == "want" or lemma in _SIDES)


def _is_named(who: Token) -> bool:
    return who.pos_ == "PROPN" and who.tag_ not in tags.PLURAL


def _is_spoken_to(verb: Token) -> bool:
    """Whether those addressed are people: "addressing a crowd", not "addressing the shortage"."""
    return any(c.dep_ in rel.UNDERGOER and (may_speak(c) or c.lower_ in _HEARERS) for c in verb.children)


def _carries_words(verb: Token) -> bool:
    """Whether what is issued has its words in a clause of its own: "issued a statement calling the plan a mistake"."""
    return any(w.dep_ in rel.DESCRIBING for c in dependents(verb, rel.OBJECT) for w in c.children)


def _hears_saying(verb: Token) -> bool:
    """Whether somebody hears another say something: "heard Holm admit that it was so"; not "believes Holm did"."""
    said = (c for c in dependents(verb, rel.CONTENT) if c.tag_ in tags.BARE_VERB and c.i > verb.i and utters(c))
    does = (c for c in said if has_dependent(c, rel.ACTIVE_SUBJECT))
    return any(not any(h.tag_ in tags.TO | tags.MODAL for h in c.children) for c in does)


def _is_anybodys(verb: Token) -> bool:
    """Whether what one may think or say is spoken of, and nobody has: "It is tempting to believe that it was so"."""
    how = verb.head
    if (
        verb.dep_ not in rel.OPEN_CLAUSE
        or verb.tag_ not in tags.BARE_VERB
        or (how.dep_ in rel.ROOT and how.pos_ == "VERB")
    ):
        return False
    link = how.head if how.dep_ in rel.PREDICATE else how
    subjects = dependents(link, rel.SUBJECT)
    return (
        link.lemma_ == "be"
        and any(c.lower_ == "it" for c in subjects)
        and (how.dep_ in rel.PREDICATE or has_dependent(link, rel.PREDICATE))
    )


def _is_to_be_said(verb: Token) -> bool:
    """Tell the future of headlines, "Norvia to respond to the strike": nobody has said it."""
    to = any(c.dep_ in rel.HELPER and c.tag_ in tags.TO for c in verb.children)
    return (
        to
        and verb.dep_ in rel.ROOT | rel.CONTENT
        and any(c.dep_ in rel.ACTIVE_SUBJECT and c.i < verb.i for c in verb.children)
    )


def _is_quoted_name(who: Token, home: list[int]) -> bool:
    """Whether the subject is a name in quotation marks whose article stands before them: "The “Elm Times” said"."""
    left = who.left_edge.i
    return who.pos_ == "PROPN" and left < who.i and home[left] < 0 and home[who.right_edge.i] in (-1, home[who.i])


def _seems_to_say(verb: Token) -> bool:
    """Tell "he seemed to suggest", whose subject is a voice, from "the city seems to grow", which is the reporter's."""
    heads = (c for c in dependents(verb, rel.OPEN_CLAUSE))
    entries = (cue_verbs().get(h.lemma_.lower()) for h in heads)
    return any(e is not None and e.kind in ("belief", "speech") for e in entries)


def _cue(verb: Token, chosen: list[Complement], home: list[int]) -> list[Span]:
    tokens = {verb.i}
    for child in verb.children:
        if child.dep_ in rel.HELPER_OR_NEGATION | rel.PARTICLE or (
            child.dep_ in rel.ADVERBIAL and abs(child.i - verb.i) == 1
        ):
            tokens.add(child.i)
    for c in chosen:
        tokens.update(c.cue)
    return runs(verb.doc, sorted(i for i in tokens if home[i] == home[verb.i]))


def _chars(doc: Doc, r: tuple[int, int]) -> Span:
    return doc[r[0]].idx, doc[r[1] - 1].idx + len(doc[r[1] - 1])
