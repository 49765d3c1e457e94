"""Signs that the parse drew the border of a clause amiss, or that what the clause says is told of nothing.

What shows one has no words of its own: half of a comparison, a participle set beside a name, a noun of which another
may be meant. Better no line than one that no report has told.
"""

from __future__ import annotations

from collections.abc import Set

from rashomon.language import word_set
from rashomon.reading.clauses.extent import heeded
from rashomon.reading.clauses.joined_verbs import SUBJECTS
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, below

_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
_STOPS = frozenset(".!?")
_LONGEST = 160  # words of a sentence: a longer one is parted before it is parsed
_SAYS_MORE = rel.OBJECT | rel.PREDICATE | rel.COMPLEMENT | rel.ANY_HELPER
_CLAUSE_SUBJECTS = rel.CLAUSE_SUBJECT | rel.PASSIVE_CLAUSE_SUBJECT


def is_measure(parse: Parse, head: int) -> bool:
    """Whether a clause is what something is measured by or set against: "better than he was", "rather than it fell"."""
    above = parse.head[head]
    if parse.dep[head] in rel.JOINED:
        opening = [c for c in parse.children[above] if above < c < head and parse.dep[c] in rel.CONJUNCTION]
    elif parse.dep[head] in rel.ADVERBIAL_CLAUSE | rel.CONTENT:
        opening = [c for c in parse.children[head] if c < head and parse.dep[c] in rel.SUBORDINATOR | rel.PREPOSITION]
    else:
        opening = [above] if parse.dep[head] in rel.GOVERNED_CLAUSE else []
    return any(parse.lower[c] in heeded("compares") for c in opening)


def is_free_relative(parse: Parse, head: int) -> bool:
    """Whether a clause is the subject of another and opens with what it does not tell: "what he did was wrong"."""
    return parse.dep[head] in _CLAUSE_SUBJECTS and parse.tag[min(below(parse, head))] in tags.RELATIVE | tags.WHEN


def opens_a_subject(parse: Parse, word: int) -> bool:
    """Whether a word opens a clause that is the subject: "*that* he kept them is unusual"."""
    opens = word == 0 or parse.pos[word - 1] in ("PUNCT", "SPACE")  # "agreed that it would go" is misread
    return opens and parse.dep[word] in rel.SUBORDINATOR and parse.dep[parse.head[word]] in _CLAUSE_SUBJECTS


def is_no_sentence(parse: Parse, head: int) -> bool:
    """Whether a clause asks, or is no clause: what is read as its verb is none, or lacks its own."""
    stop = next((w for w in parse.lower[head : head + _LONGEST] if w in _STOPS), "")
    asks = stop == "?" and parse.dep[head] in rel.ROOT | rel.JOINED | rel.CONTENT
    return asks or _is_a_noun(parse, head) or _says_a_thing(parse, head) or _heads_its_subject(parse, head)


def _heads_its_subject(parse: Parse, head: int) -> bool:
    """Whether a sentence that opens with "that" is read as if that were all: "*That he left* should please them"."""
    marks = (c for c in parse.children[head] if parse.dep[c] in rel.SUBORDINATOR and parse.lower[c] == "that")
    return parse.dep[head] in rel.ROOT and any(c == 0 or parse.pos[c - 1] in ("PUNCT", "SPACE") for c in marks)


def _is_a_noun(parse: Parse, head: int) -> bool:
    """Whether what is read as a verb is a noun: "the blast at the *works*, at noon, followed a fire".

    The verb behind it has nobody, and the parser does not know how both are joined.
    """
    mine = {parse.dep[c] for c in parse.children[head]}
    if parse.tag[head] not in tags.PRESENT_SINGULAR or mine.isdisjoint(SUBJECTS) or mine & _SAYS_MORE:
        return False
    behind = (c for c in parse.children[head] if c > head and parse.dep[c] in rel.UNSURE)
    linked = SUBJECTS | rel.CONJUNCTION | rel.SUBORDINATOR
    return any(
        parse.tag[c] in tags.FINITE_VERB and not any(parse.dep[x] in linked for x in parse.children[c]) for c in behind
    )


def _says_a_thing(parse: Parse, head: int) -> bool:
    """Whether the noun of what is said is all that is left of it: "said *their plan* to ask is based on science"."""
    if parse.lemma[head] != "say" or any(parse.dep[c] in rel.CONTENT for c in parse.children[head]):
        return False
    things = (c for c in parse.children[head] if c > head and parse.dep[c] in rel.OBJECT and parse.pos[c] in _NAMING)
    return any(
        parse.lemma[c] not in heeded("can be said")
        and any(parse.dep[x] in rel.DETERMINER | rel.OWNER for x in parse.children[c])
        for c in things
    )


def lies_ahead(parse: Parse, head: int) -> bool:
    """Whether a clause tells what is waited for, in the present: "wants talks before its army *leaves* the valley"."""
    if parse.dep[head] not in rel.ADVERBIAL_CLAUSE:
        return False
    forms = [head, *(c for c in parse.children[head] if parse.dep[c] in rel.ANY_HELPER)]
    present = any(parse.tag[i] in tags.PRESENT for i in forms)
    return present and any(c < head and parse.lower[c] in heeded("waits for") for c in parse.children[head])


def goes_to_the_next(parse: Parse, head: int, keep: Set[int]) -> set[int]:
    """Give the noun set beside the last of an opening clause: it may be the next one's subject.

    "As Berg was named the party's candidate, *his fiercest rival*, Ann Holm, dined with donors."
    """
    opens = parse.dep[head] in rel.ADVERBIAL_CLAUSE and parse.head[head] > head
    marks = (c for c in parse.children[head] if parse.dep[c] in rel.SUBORDINATOR and c < head)
    if not opens and not (parse.dep[head] in rel.ROOT and any(marks)):
        return set()
    last = max(
        (i for i in keep if parse.dep[i] in rel.APPOSITION and parse.lower[min(below(parse, i)) - 1] == ","),
        default=None,
    )
    if last is None or max(i for i in keep if parse.pos[i] != "PUNCT") not in below(parse, last):
        return set()
    return set(below(parse, last))


def opens_what_went(parse: Parse, keep: Set[int]) -> set[int]:
    """Give "as" with the noun that the next verb, which is no part of the clause, has nobody else for.

    "The tanks have gone *as a truce* came into force", where the parser takes "came" for what is said; "shut the gate
    *as fans, some of them in tears,* ran to the rails", where it takes "ran" for what the guards did.
    """
    found: set[int] = set()
    for mark in keep:
        if parse.lower[mark] not in word_set("words_of_clauses", "opens_a_time") or parse.dep[mark] in rel.SUBORDINATOR:
            continue
        words = set(below(parse, mark))
        last = max(words)
        end = _end_of_aside(parse, last + (parse.lower[last] != ","))
        verb = max(end, last) + 1
        if mark != min(words) or verb in keep or verb >= len(parse.tag) or parse.tag[verb] not in tags.FINITE_VERB:
            continue
        whose = [c for c in parse.children[verb] if parse.dep[c] in SUBJECTS]
        led = parse.dep[verb] in rel.CONTENT or (end > last and parse.dep[verb] in rel.JOINED)
        if led and all(last < c < end for c in whose):
            found.update(words, range(last, end + 1))
    return found


_ASIDE = 12  # words between its commas


def _end_of_aside(parse: Parse, comma: int) -> int:
    """Give the comma that closes what the one at `comma` opens; -1 where none does."""
    if parse.lower[comma : comma + 1] != [","]:
        return -1
    ends = (i for i in range(comma + 2, min(comma + _ASIDE, len(parse.lower))) if parse.lower[i] in (",", "."))
    end = next(ends, -1)
    return end if end >= 0 and parse.lower[end] == "," else -1


def is_set_beside(parse: Parse, head: int, subject: int) -> bool:
    """Whether a verb that is read as past is a participle beside its noun: "Captain Berg, killed two years ago"."""
    if parse.tag[head] not in tags.PAST or parse.lower[head - 1] != "," or head - 1 <= subject:
        return False
    if any(parse.dep[c] in rel.OBJECT for c in parse.children[head]):
        return False
    return "," not in parse.lower[min(below(parse, subject)) : head - 1]


def may_be_anothers(parse: Parse, noun: int, before: int) -> bool:
    """Whether a relative clause that hangs on `noun` may tell of the noun right before it: "the aunts of those who"."""
    return noun != before and parse.pos[before] not in _NAMING and parse.dep[before] in rel.GOVERNED


def turns_round(parse: Parse, first: int, head: int) -> bool:
    """Whether words lack the "not" right before them, which turned them round: "not *only did he go*"."""
    return first > 0 and parse.lower[first - 1] == "not" and parse.pos[first] not in _NAMING and first < head


def stands_in_for_a_clause(parse: Parse, part: int) -> bool:
    """Whether a participle tells what became of what "with" leads in: "with 50 boats and 900 nets *lost*"."""
    noun = parse.head[part]
    while parse.dep[noun] in rel.JOINED and parse.pos[noun] in _NAMING and parse.pos[parse.head[noun]] in _NAMING:
        noun = parse.head[noun]
    led_in = parse.dep[noun] in rel.GOVERNED and parse.lower[parse.head[noun]] in heeded("goes with")
    return parse.tag[part] in tags.ANY_PARTICIPLE and (led_in or parse.dep[noun] in rel.JOINED)


def tells_what_is_none(parse: Parse, part: int) -> bool:
    """Whether a phrase belongs to what there is none of: "there has never been a mayor *more hated than Holm*"."""
    verb = parse.head[part]
    while parse.pos[verb] not in _VERBAL and parse.head[verb] != verb:
        verb = parse.head[verb]
    there = any(parse.dep[c] in rel.EXPLETIVE for c in parse.children[verb])
    return there and any(
        parse.dep[c] in rel.NEGATION or parse.lower[c] in heeded("open")
        for c in (x for x in below(parse, verb) if x < part)
    )


def is_another_subject(parse: Parse, beside: int, joined: int) -> bool:
    """Whether a noun read as joined to one set beside a subject is a second subject: the verb is of several.

    "Karl Berg, a clerk, *and his wife* are ill": of "a clerk and sailor", one, the verb would be "is".
    """
    subject = parse.head[beside]
    verbs = (parse.head[subject], *(c for c in parse.children[parse.head[subject]] if parse.dep[c] in rel.ANY_HELPER))
    finite = min((v for v in verbs if parse.tag[v] in tags.FINITE), default=-1)
    if parse.dep[subject] not in rel.SUBJECT or finite < joined:
        return False
    return not tags.agree(parse.tag[subject], parse.tag[finite], parse.lower[finite])
