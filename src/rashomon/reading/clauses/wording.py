"""What a clause needs to stand as a sentence of its own: the words it keeps, whom it lacks, what may be left out.

Only a finite clause can stand alone, and only where nothing above it turns it round or leaves it open. Words of an
attribution go, the voices are told apart from the line; negations, hedges, conditions, complements, lists and
infinitives never go. What still hangs (pronouns, bare roles, days that need the report's) is marked, for comparing to
resolve or to reject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.clauses.cutting import LOOSE, days, hangs, is_first_person, optional, points_back
from rashomon.reading.clauses.extent import (
    denies_what_is_before,
    end_of_words,
    gives_anothers_reason,
    heeded,
    opening_phrase,
    without_clock,
)
from rashomon.reading.clauses.joined_verbs import (
    SUBJECTS,
    behind_a_semicolon,
    beside_what_went,
    inserted_into,
    is_anothers_than_nobodys,
    is_the_speakers,
    lends_its_object,
    next_sentence,
    not_only,
    shared_helpers,
)
from rashomon.reading.clauses.misread import (
    goes_to_the_next,
    is_free_relative,
    is_measure,
    is_no_sentence,
    is_set_beside,
    lies_ahead,
    may_be_anothers,
    opens_a_subject,
    opens_what_went,
    turns_round,
)
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, below
from rashomon.records import Span, Wording

_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
_RELATIVE_WORDS = word_set("words_of_clauses", "relative")
_NOT_OF_A_SUBJECT = rel.DESCRIBING | rel.APPOSITION | rel.PARATAXIS | rel.PUNCTUATION
_QUOTES = frozenset('"“”')
_SHORTEST = 3
_FARTHEST = 4
_CLOSING = _QUOTES | {"."}
_PAUSES = frozenset({",", ";", ":", "—", "–", "-", "--"})


def wording(parse: Parse, head: int, sources: Sequence[Span], times: Sequence[Span]) -> Wording | None:
    """Give the words of the clause of `head` as a sentence, or None where it cannot be one.

    `sources` are the spans of sources and cues of the attributions whose content the clause stands in, `times` those
    of the time expressions of its sentence.
    """
    if not _is_finite(parse, head) or any(parse.dep[c] in rel.CONTENT and c < head for c in parse.children[head]):
        return None
    if _is_reduced(parse, head) or _is_drawn_out_of(parse, head) or _is_asked(parse, head) or lies_ahead(parse, head):
        return None
    if is_measure(parse, head) or is_free_relative(parse, head) or is_no_sentence(parse, head):
        return None
    keep = set(below(parse, head))
    keep.difference_update(*(below(parse, c) for c in parse.children[head] if gives_anothers_reason(parse, head, c)))
    keep.difference_update(*(below(parse, i) for i in keep - {head} if denies_what_is_before(parse, i)))
    keep -= next_sentence(parse, head, keep) | not_only(parse, head) | behind_a_semicolon(parse, head, keep)
    keep -= inserted_into(parse, head, keep)
    last = end_of_words(parse, min(keep), head, max(keep))
    keep = {i for i in keep if i <= last}
    _part_with(parse, head, keep, sources)
    keep -= beside_what_went(parse, head, keep) | goes_to_the_next(parse, head, keep) | opens_what_went(parse, keep)
    subject, missing = _subject(parse, head, keep)
    if missing or _is_a_time(parse, _subject_of(parse, head, subject), times):
        return None
    without_clock(parse, keep)
    _tidy(parse, head, keep)
    _close_up(parse, keep)
    if _is_torn(parse, keep):
        return None
    kept = sorted(keep)
    if (
        kept
        and any(parse.lower[i] in heeded("condition") for i in kept[:2])
        and parse.dep[head] in rel.ADVERBIAL_CLAUSE
    ):
        return None  # "even though the threat receded" is half a sentence
    if len(kept) < _SHORTEST or turns_round(parse, kept[0], head):
        return None
    cuts = optional(parse, head, keep)
    return Wording(
        subject=_spans(parse, subject),
        kept=_spans(parse, kept),
        optional=tuple(_spans(parse, body) for body in cuts),
        hangs=tuple(sorted([*hangs(parse, [*subject, *kept]), *days(parse, kept, times)], key=lambda h: h.start)),
        positional=any(is_first_person(parse, i) for i in kept),
    )


def _is_finite(parse: Parse, head: int) -> bool:
    if parse.tag[head] in tags.FINITE:
        return True
    if any(parse.dep[c] in rel.ANY_HELPER and parse.tag[c] in tags.FINITE for c in parse.children[head]):
        return True
    above = parse.head[head]  # "was shot and killed": the helper of the first verb helps the second
    joined = parse.dep[head] in rel.JOINED and parse.pos[above] in _VERBAL and above != head
    if joined and parse.tag[head] in tags.PARTICIPLE and parse.tag[above] in tags.PAST:  # tagged alike they would be
        return any(parse.dep[c] in rel.OBJECT for c in parse.children[head])
    return (
        joined
        and parse.tag[head] in tags.ANY_PARTICIPLE | tags.BARE_VERB
        and parse.tag[above] == parse.tag[head]
        and _is_finite(parse, above)
    )


def _is_reduced(parse: Parse, head: int) -> bool:
    """Whether a verb that is read as finite is a participle, and its subject that of the next verb.

    "Officials briefed on it say": a finite verb with nobody of its own, joined by no "and", takes the first's subject.
    """
    roles = {parse.dep[c] for c in parse.children[head]}
    joined = (c for c in parse.children[head] if parse.dep[c] in rel.JOINED and parse.tag[c] in tags.ANY_PARTICIPLE)
    undergone = any(parse.dep[x] in rel.AGENT for v in (head, *joined) for x in parse.children[v])
    if parse.tag[head] in tags.PAST and undergone and not roles & (rel.OBJECT | rel.ANY_HELPER):
        return True  # "a cable, first *reviewed* and reported by Fox, shows"
    if parse.tag[head] not in tags.PAST or not rel.OBJECT.isdisjoint(roles) or not roles & SUBJECTS:
        return False
    return any(
        parse.tag[c] in tags.FINITE
        and not any(parse.dep[x] in SUBJECTS or (parse.dep[x] in rel.CONJUNCTION and x < c) for x in parse.children[c])
        and not any(parse.lower[x] == "," or parse.dep[x] in rel.CONJUNCTION for x in range(head, c))
        for c in (*parse.children[head], *parse.children[parse.head[head]])
        if c > head and parse.dep[c] in rel.JOINED | rel.UNSURE
    )


def _is_drawn_out_of(parse: Parse, head: int) -> bool:
    """Whether what a verb says lacks its subject, which stands outside: "the worst that she thinks happened"."""
    return any(
        parse.dep[c] in rel.CONTENT
        and parse.tag[c] in tags.FINITE
        and not any(parse.dep[x] in SUBJECTS for x in parse.children[c])
        for c in parse.children[head]
    )


def _is_asked(parse: Parse, head: int) -> bool:
    """Whether a clause does not tell what it speaks of: "what they called it", "how many died", "as they claimed".

    Nor does "they did so", nor what stands behind "according to which".
    """
    opening = [c for c in parse.children[head] if c < head and parse.dep[c] not in SUBJECTS]
    if parse.lemma[head] == "do" and any(parse.lower[c] == "so" for c in parse.children[head]):
        return True
    if parse.dep[head] in rel.ADVERBIAL_CLAUSE:
        lacks = not any(parse.dep[c] in rel.OBJECT | rel.COMPLEMENT for c in parse.children[head])
        as_said = lacks and _says(parse.lemma[head]) and any(parse.lower[c] == "as" for c in opening)
        return as_said or any(parse.tag[x] in tags.RELATIVE for c in opening for x in below(parse, c))
    if parse.dep[head] not in rel.CONTENT | rel.GOVERNED_CLAUSE:
        return False
    first = min((x for c in opening for x in below(parse, c)), default=head)
    if parse.dep[head] in rel.GOVERNED_CLAUSE and parse.tag[first] in tags.WHEN:
        return True  # "a mile from where it sank"
    return parse.tag[first] in tags.RELATIVE or (parse.tag[first] in tags.WHEN and parse.head[first] != head)


def _is_coordinated(parse: Parse, verb: int) -> bool:
    """Whether an "and" or "but" joins a verb to the one above it, or to the last of their list."""
    return any(parse.dep[c] in rel.CONJUNCTION for c in (*parse.children[parse.head[verb]], *parse.children[verb]))


def _subject_of(parse: Parse, head: int, borrowed: Sequence[int]) -> Sequence[int]:
    """Give the words of whom the clause tells: those put before it, or its own subject."""
    own = next((c for c in parse.children[head] if parse.dep[c] in SUBJECTS), None)
    return borrowed or ([own] if own is not None else [])


def _is_a_time(parse: Parse, words: Sequence[int], times: Sequence[Span]) -> bool:
    """Whether all words of a subject are a time: "early Sunday local time that hit the port" is misread."""
    return bool(words) and all(any(a <= parse.start[i] < b for a, b in times) for i in words)


def _part_with(parse: Parse, head: int, keep: set[int], sources: Sequence[Span]) -> None:
    """Take out what is not the clause's own: its source, clauses joined to it, what opens it."""
    for start, end in sources:
        told = keep.intersection(range(bisect_left(parse.start, start), bisect_left(parse.start, end)))
        hedge = all(parse.lower[i] in heeded("kept") for i in told)  # "allegedly": no voice, and no line without it
        if head not in told and not hedge:
            keep -= told.union(
                *(below(parse, i) for i in told if parse.tag[i] in tags.GERUND)
            )  # "citing a count of theirs"
    first = min(keep, default=head)
    keep -= opening_phrase(parse, first + (parse.lower[first] in _QUOTES))
    for c in [c for c in parse.children[head] if not lends_its_object(parse, head, c)]:
        dep, body = parse.dep[c], None
        if dep in rel.JOINED and parse.pos[c] in _VERBAL:
            body = set(below(parse, c)) | {x for x in parse.children[head] if parse.dep[x] in rel.CONJUNCTION}
        elif (
            is_the_speakers(parse, head, c)
            or dep in rel.PARATAXIS
            or (dep in rel.UNSURE and parse.tag[c] in tags.FINITE)
        ):
            body = set(below(parse, c))
        elif dep in rel.PREPOSITION and c < head and parse.dep[head] in rel.ADVERBIAL_CLAUSE and not parse.children[c]:
            body = {c}  # "after the coroner ruled": read as a preposition, it opens the clause
        elif (
            dep in rel.ANY_CONJUNCTION | rel.SUBORDINATOR
            and c < head
            and parse.lower[c] not in heeded("condition")
            and not _bounds_a_number(parse, c)
        ):
            body = (
                {i for i in keep if i <= c} if dep in rel.SUBORDINATOR else {c}
            )  # "an hour before it fell": "it fell"
        elif (
            dep in rel.ADVERBIAL
            and c < head
            and (parse.tag[c] in tags.WHEN or (parse.lower[c] in heeded("opener") and _opens(parse, c, first)))
            and not points_back(parse, c)
        ):
            led = parse.tag[c] in tags.WHEN and parse.dep[head] in rel.ADVERBIAL_CLAUSE  # "particularly when it blew"
            body = _with_its_comma(parse, set(below(parse, c))).union(i for i in keep if led and i < c)
        if body is not None:
            keep -= body
    for i in [i for i in keep if parse.dep[i] in rel.JOINED and _is_said_beside(parse, i, head)]:
        keep -= {
            *below(parse, i),
            *(c for c in parse.children[parse.head[i]] if parse.dep[c] in rel.CONJUNCTION and c < i),
        }
    for i in [i for i in keep if parse.lower[i] == "according" and tags.RELATIVE.isdisjoint(parse.tag[i + 2 : i + 3])]:
        keep -= set(below(parse, i))
    for c in parse.children[head]:
        if parse.dep[c] in rel.UNSURE and parse.pos[c] in _NAMING and "according" in parse.lower[head:c]:
            keep -= set(below(parse, c))  # "according to the teacher, Ann Holm"


def _with_its_comma(parse: Parse, opener: set[int]) -> set[int]:
    """Give an opener with the comma that closes it, where none stands before it: "Berg *however,* has"."""
    comma = max(opener) + 1
    closed = parse.lower[comma] == "," and parse.pos[min(opener) - 1] != "PUNCT"
    return opener | {comma} if closed else opener


def _opens(parse: Parse, adverb: int, first: int) -> bool:
    """Whether an adverb is the first word but one, or opens with how long: "half an hour later" tells of no day."""
    return adverb <= first + 1 or (min(below(parse, adverb)) == first and adverb + 1 not in parse.children[adverb])


def _is_said_beside(parse: Parse, verb: int, head: int) -> bool:
    """Whether a joined verb in a clause is another thing said: "there was no reason for alarm and that all are"."""
    if parse.head[verb] == head or parse.pos[parse.head[verb]] in _VERBAL:
        return False
    return any(parse.lower[c] == "that" and parse.dep[c] in rel.SUBORDINATOR for c in parse.children[verb])


def _subject(parse: Parse, head: int, keep: set[int]) -> tuple[list[int], bool]:
    """Give the words to put before the clause where it lacks a subject, and whether there is none to be had."""
    helpers = [c for c in parse.children[head] if parse.dep[c] in rel.ANY_HELPER]
    verbs = (head, *helpers)  # of "four were killed and nine were missing" the parser hangs "nine" on "were"
    own = next((c for v in verbs for c in parse.children[v] if parse.dep[c] in SUBJECTS), None)
    if parse.dep[head] in rel.RELATIVE:
        if own is None or parse.lower[own] not in _RELATIVE_WORDS:
            return [], True  # "the raid that he led": what is led stands outside
        keep -= set(below(parse, own))
        noun = _antecedent(parse, head)
        return ([i for i in _noun_phrase(parse, noun) if i < head], False) if noun is not None else ([], True)
    if own is not None and (shared := shared_helpers(parse, head, own)) is not None:
        keep -= set(below(parse, own))
        return [*_noun_phrase(parse, own), *shared], not shared or not _agrees(parse, own, shared)
    if own is not None:
        amiss = is_set_beside(parse, head, own)
        return [], amiss or any(parse.tag[i] in tags.RELATIVE for i in _without_relatives(parse, own))
    if parse.dep[head] in rel.JOINED:
        if not _is_coordinated(parse, head):  # "saw two flashes, thought to be flares" is misread
            return [], True
        above, helpers = _carrier(parse, head)
        owner = next((c for c in parse.children[above] if parse.dep[c] in SUBJECTS), None)
        if owner is not None and parse.dep[above] in rel.RELATIVE and parse.lower[owner] in _RELATIVE_WORDS:
            owner = parse.head[above]
        undergone = any(parse.dep[c] in rel.PASSIVE_HELPER for c in parse.children[above])
        acts = any(parse.dep[c] in rel.OBJECT for c in parse.children[head])
        misread = undergone and acts  # "were killed and accused the ministry"
        if owner is not None and (parse.dep[owner] in rel.EXPLETIVE or is_anothers_than_nobodys(parse, owner, head)):
            misread = True  # "from his job there came in and killed a man": "there" kills nobody
        if any(_is_anothers(parse, c) and above < c < head for c in parse.children[above]):
            misread = True  # "the driver stopped, and a nurse ran up and calmed him": whoever the parser takes
        if owner is not None and not misread and _agrees(parse, owner, [head, *helpers]):
            return [*_noun_phrase(parse, owner), *helpers], False
    return [], True


def _is_anothers(parse: Parse, verb: int) -> bool:
    """Whether a joined verb has a subject of its own."""
    joined = parse.dep[verb] in rel.JOINED and parse.pos[verb] in _VERBAL
    return joined and any(parse.dep[c] in SUBJECTS for c in parse.children[verb])


def _agrees(parse: Parse, subject: int, verb: Sequence[int]) -> bool:
    """Whether one or several can do it: "Berg said that some are guards and have been asked" is not of Berg."""
    forms = [*verb, *(c for c in parse.children[verb[0]] if parse.dep[c] in rel.ANY_HELPER)]
    finite = min((i for i in forms if parse.tag[i] in tags.FINITE), default=None)
    if finite is None:
        return True
    if any(parse.dep[c] in rel.JOINED for c in parse.children[subject]):  # "a van and Rusu was fined" is misread
        both = any(parse.lemma[c] == "and" for c in parse.children[subject])
        return not both or parse.lower[finite] not in heeded("of one alone")
    return tags.agree(parse.tag[subject], parse.tag[finite], parse.lower[finite])


def _antecedent(parse: Parse, head: int) -> int | None:
    """Give the noun that a relative clause tells of: the one right before it, else nothing is sure."""
    first = min(below(parse, head))
    before = first - 1
    while before > 0 and parse.lower[before] in (",", "(", "-", "—", "–"):
        before -= 1
    noun = parse.head[head]
    last = max(i for i in _noun_phrase(parse, noun) if i < first)
    if may_be_anothers(parse, noun, before):
        return None
    if parse.dep[noun] in rel.ROOT:
        return None  # a sentence without a main verb is misread: "a video that shows men who left was released"
    if parse.lemma[noun] in heeded("time"):
        return None  # "at 2 a.m. local time that hit the port" tells of what comes before
    if any(parse.lower[c] in heeded("open") for c in parse.children[noun] if parse.dep[c] in rel.DETERMINER):
        return None  # "recalled no briefing that named him", "any strike that hits us": there may be none
    return noun if last == before and parse.pos[noun] in ("NOUN", "PROPN") else None


def _carrier(parse: Parse, head: int) -> tuple[int, list[int]]:
    """Give the verb that has the subject of a joined one, and the helpers that the joined one shares."""
    own = any(parse.dep[c] in rel.ANY_HELPER and parse.tag[c] not in tags.PARTICIPLE for c in parse.children[head])
    bare = parse.tag[head] in tags.ANY_PARTICIPLE | tags.BARE_VERB and not own
    mine = {parse.dep[c] for c in parse.children[head]}
    borrowed = rel.HELPER if mine & rel.PASSIVE_HELPER else rel.ANY_HELPER  # "has been closed and been painted"
    above, helpers = parse.head[head], list[int]()
    for _ in range(_FARTHEST):
        if bare and not helpers:
            helpers = [c for c in parse.children[above] if parse.dep[c] in borrowed]
        if parse.dep[above] not in rel.JOINED or any(parse.dep[c] in SUBJECTS for c in parse.children[above]):
            break
        above = parse.head[above]
    return above, helpers


def _without_relatives(parse: Parse, noun: int) -> Iterable[int]:
    """Give the words of a noun phrase without what tells more of one of its nouns: "a girl from Ruma, who was hurt"."""
    waiting = [noun]
    while waiting:
        at = waiting.pop()
        yield at
        waiting += [c for c in parse.children[at] if parse.dep[c] not in _NOT_OF_A_SUBJECT]


def _noun_phrase(parse: Parse, noun: int) -> list[int]:
    """Give the words of a noun phrase without its relative clause, its apposition and what is joined to it."""
    waiting, found = [noun], []
    while waiting:
        at = waiting.pop()
        if parse.pos[at] != "SPACE":
            found.append(at)
        told = min(
            (c for c in parse.children[at] if at == noun < c and parse.dep[c] in rel.ADNOMINAL), default=len(parse.dep)
        )
        for c in parse.children[at]:
            if c > told:
                continue  # "soldiers stationed at a bridge four miles away": how far is no part of "soldiers"
            verbal = parse.dep[c] in rel.JOINED and parse.pos[c] in _VERBAL
            if not verbal and not (at == noun and parse.dep[c] in _NOT_OF_A_SUBJECT):
                waiting.append(c)
    return sorted(found)


def _tidy(parse: Parse, head: int, keep: set[int]) -> None:
    """Take marks, conjunctions and prepositions from the edges that lost what they belonged to."""
    for i in sorted(keep, reverse=True):
        opens = parse.dep[i] in rel.PREPOSITION_OR_AGENT | rel.SUBORDINATOR | rel.GOVERNED_CLAUSE
        if i != head and opens and _governs(parse, i) and not any(c in keep for c in parse.children[i]):
            keep.discard(i)
    ordered = sorted(keep)
    while ordered and ordered[0] != head and _falls(parse, ordered[0], opening=True, keep=keep, top=head):
        keep.discard(ordered.pop(0))
    while ordered and ordered[-1] != head and _falls(parse, ordered[-1], opening=False, keep=keep, top=head):
        keep.discard(ordered.pop())


def _governs(parse: Parse, i: int) -> bool:
    """Whether words hang on a word: nine "unaccounted for," lack nothing."""
    return any(parse.pos[c] != "PUNCT" for c in parse.children[i])


def _close_up(parse: Parse, keep: set[int]) -> None:
    """Take away the two commas between which nothing is left: "her name, according to two of them, is Ann".

    And the mark before the last, where nothing is left between them.
    """
    for before, after in pairwise(sorted(keep)):
        if after > before + 1 and parse.lower[before] == parse.lower[after] == ",":
            keep -= {before, after}
    ordered = sorted(keep)
    last = len(ordered) - 1
    while last > 0 and parse.lower[ordered[last]] in _CLOSING:
        last -= 1
    if last + 1 < len(ordered) and ordered[last + 1] > ordered[last] + 1 and parse.lower[ordered[last]] in _PAUSES:
        keep.discard(ordered[last])


def _bounds_a_number(parse: Parse, i: int) -> bool:
    """Whether a word tells how a number that follows is meant: "between 10 and 15 people"."""
    return i + 1 < len(parse.tag) and parse.tag[i + 1] in tags.NUMERAL and parse.lower[i] in _number_bounds()


def _falls(parse: Parse, i: int, *, opening: bool, keep: set[int], top: int) -> bool:
    if parse.pos[i] == "PUNCT":
        return parse.lower[i] not in ("$", "(", "%", ")") and parse.lower[i] not in _QUOTES
    if opening and _bounds_a_number(parse, i):
        return False
    if opening and opens_a_subject(parse, i) and parse.head[i] in keep and parse.head[i] != top:
        return False
    if opening and parse.lower[i] == "that" and parse.dep[i] not in SUBJECTS:
        return parse.tag[i] in tags.ADPOSITION or parse.dep[i] not in rel.DETERMINER
    if opening and parse.dep[i] in rel.SUBORDINATOR and parse.head[i] != top and parse.head[i] in keep:
        return False  # it opens a clause that stays: "before the news broke, it was posted"
    if opening:
        return parse.dep[i] in rel.CONJUNCTION | rel.SUBORDINATOR and parse.lower[i] not in heeded("condition")
    if parse.tag[i] in tags.RELATIVE_PRONOUN or (parse.dep[i] in rel.PREPOSITION and _governs(parse, i)):
        return not any(c in keep for c in parse.children[i])  # "a month, of which"
    lone = parse.tag[i] in tags.GERUND and parse.dep[i] in LOOSE and parse.lower[i - 1] == ","
    also = parse.lower[i] in heeded("opener") and parse.lower[i - 1] in (",", "but")  # "closed it, but also sold it"
    return (
        also or lone or parse.dep[i] in rel.CONJUNCTION | rel.SUBORDINATOR or parse.tag[i] in tags.COORDINATOR
    )  # "fell on the market, wounding"


def _is_torn(parse: Parse, keep: set[int]) -> bool:
    """Whether half of a word, or a bracket with nothing in it, is left: "the -linked Group", "Muslims ( )"."""
    for i in keep:
        glued = i > 0 and i - 1 not in keep and parse.end[i - 1] == parse.start[i]
        if glued and (parse.tag[i] in tags.HYPHEN | tags.GENITIVE or parse.lower[i][0] in "-’'"):
            return True
        if parse.lower[i] == "(" and i + 1 not in keep:
            return True
    return False


def _spans(parse: Parse, tokens: Sequence[int]) -> tuple[Span, ...]:
    """Give the runs of tokens as spans; tokens that follow each other are one run."""
    found: list[Span] = []
    last = -2
    for i in tokens:
        if i == last + 1 and found:
            found[-1] = (found[-1][0], parse.end[i])
        else:
            found.append((parse.start[i], parse.end[i]))
        last = i
    return tuple(found)


def _says(lemma: str) -> bool:
    cue = cue_verbs().get(lemma)
    return cue is not None and cue.kind in ("speech", "belief")


@cache
def _number_bounds() -> frozenset[str]:
    return frozenset(row[0].split()[-1] for row in lexicon("number_bounds")) | {"between", "from"}
