"""What may be left out of a clause that stands as a sentence of its own, and what it then leaves hanging.

Adjuncts go: when, where, what tells more of somebody. Complements, duties and aims stay, and so does what would leave
something torn: half of a list, "a report" without what it says, "the number" without which.

Pronouns, bare roles and days that need the report's are marked, for comparing to resolve or to reject.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rashomon.language import listed
from rashomon.reading.clauses.extent import are_dashes, becomes_of_it, heeded, is_impersonal, is_seen_doing, only_opens
from rashomon.reading.clauses.misread import is_another_subject, stands_in_for_a_clause, tells_what_is_none
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, below, is_infinitive
from rashomon.records import Hang, HangKind, Span

_QUOTES = frozenset('"“”')
_VERBAL = frozenset({"VERB", "AUX"})
_OF_A_LIST = frozenset({"ADJ", "NOUN"})
_RANGES = frozenset({"-", "–", "—"})
_OF_A_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
LOOSE = rel.DESCRIBING | rel.ADVERBIAL_CLAUSE | rel.APPOSITION | rel.PARATAXIS
_CUTTABLE = LOOSE | rel.NOUN_ADVERBIAL | rel.PREPOSITION | rel.ADVERBIAL
_TELLS_OF_SOMETHING = 4  # words: "on Friday" has nobody on board
TELLS_WHICH = rel.NAMED_BESIDE | rel.COUNT | rel.DESCRIBING | rel.PREPOSITION
"""How what hangs on "the" and a noun stands to it where it tells which one is meant."""


def optional(parse: Parse, head: int, keep: set[int]) -> list[list[int]]:
    """Give what may be left out, the last and shortest first."""
    found: list[tuple[int, int, list[int]]] = []
    joint = _behind_a_joint(parse, keep) | _said_of_being(parse, head)
    stays = heeded("kept") | heeded("condition")
    for i in keep:
        if i == head or parse.dep[i] not in _CUTTABLE or i in joint:
            continue
        if _is_needed(parse, i) or not _may_go(parse, i, head):
            continue
        body = sorted(x for x in below(parse, i) if x in keep)
        if not body or any(parse.lower[x] in stays for x in body if parse.head[x] in (head, i) or len(body) <= 3):
            continue
        if body[-1] - body[0] != len(body) - 1 or _is_half_a_list(parse, i, body, keep) or _is_half_a_word(parse, body):
            continue  # what is torn is read wrongly
        if body[0] - 1 in keep and parse.dep[body[0] - 1] in rel.PREPOSITION and not parse.children[body[0] - 1]:
            continue  # "the fire at | the mill": a preposition without its noun
        if _is_in_marks(parse, min(keep), body) or not joint.isdisjoint(body) or _goes_on(parse, head, body, keep):
            continue
        before, after = body[0] - 1, body[-1] + 1
        if parse.lower[body[0] : after].count('"') % 2:
            body = _without_half_a_quotation(parse, body, keep)
            if not body:
                continue
            before, after = body[0] - 1, body[-1] + 1
        commas = [x for x in (before, after) if x in keep and parse.lower[x] == ","]
        if len(commas) == 2 or (commas == [before] and (after not in keep)):
            body = sorted({*body, *commas})
        elif {before, after} <= keep and are_dashes(parse, before, after):
            body = [before, *body, after]
        elif after in keep and parse.lower[after] == "." and after < max(keep):
            body.append(after)  # "at 200 Elm Blvd. on Friday": of a short form, and not the end
        found.append((-body[-1], len(body), body))
    bodies = [body for _, _, body in sorted(found)]
    return [sorted({*body, *_what_goes_with(parse, body, bodies)}) for body in bodies]


def _without_half_a_quotation(parse: Parse, body: Sequence[int], keep: set[int]) -> list[int]:
    """Give a phrase less the mark that closes what stands before it, or with its own other mark; [] for a half."""
    if parse.lower[body[0]] == '"' and len(body) > 1:
        return list(body[1:])
    before, after = body[0] - 1, body[-1] + 1
    if before in keep and parse.lower[before] == '"':
        return [before, *body]
    return [*body, after] if after < len(parse.lower) and parse.lower[after] == '"' else []


def _what_goes_with(parse: Parse, body: Sequence[int], others: Sequence[Sequence[int]]) -> Sequence[int]:
    """Give what a phrase takes with it: of "after the seizure of the Orla, with nine men on board," who was on it."""
    behind = body[-1] + 1
    if len(body) < _TELLS_OF_SOMETHING or behind + 1 >= len(parse.lower) or parse.lower[behind] != ",":
        return ()
    of_it = (o for o in others if o[0] in (behind, behind + 1) and parse.lower[behind + 1] in heeded("goes with"))
    return max(of_it, key=len, default=())


def _said_of_being(parse: Parse, head: int) -> set[int]:
    """Give the participles that tell what somebody was: "were this morning called in"; none where a predicate does."""
    mine = parse.children[head]
    if parse.lemma[head] not in heeded("being") or any(parse.dep[c] in rel.PREDICATE for c in mine):
        return set()
    beside = (head, *(c for c in mine if parse.dep[c] in rel.NOUN_ADVERBIAL))
    loose = rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE
    told = (c for above in beside for c in parse.children[above] if c > head and parse.dep[c] in loose)
    return {c for c in told if parse.tag[c] in tags.PARTICIPLE and parse.lower[min(below(parse, c)) - 1] != ","}


def _is_in_marks(parse: Parse, start: int, body: Sequence[int]) -> bool:
    """Whether words stand inside quotation marks, where nothing may be left out."""
    if not _QUOTES.isdisjoint(parse.lower[body[0] : body[-1] + 1]):
        return False
    before = parse.lower[start : body[0]]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _behind_a_joint(parse: Parse, keep: set[int]) -> set[int]:
    """Give the words of all that follows an "and" at once: "the airport and, before dawn, the palace" is one list."""
    found: set[int] = set()
    for i in sorted(keep):
        if i in found or parse.dep[i] not in _CUTTABLE:
            continue
        body = {x for x in below(parse, i) if x in keep}
        first = _skipping_commas(parse, min(body), -1)
        if first in keep and parse.tag[first] in tags.COORDINATOR:
            found |= body
    return found


def _goes_on(parse: Parse, head: int, body: Sequence[int], keep: set[int]) -> bool:
    """Whether what a phrase begins goes on without it: "in Orsa *alone*", a list, the years "1989"-"94"."""
    before, after = body[0] - 1, body[-1] + 1
    counted = parse.lemma[body[-1]] in heeded("time")  # "in the days *after* the attack"
    if after in keep and parse.lower[after] in heeded("counted from a deed" if counted else "of the word before"):
        return True
    if before in keep and parse.tag[before] in tags.NUMERAL and parse.lower[body[0]] in _RANGES:
        return True
    if parse.lower[after : after + 1] == [","] and after in keep and body[0] > head and after + 1 in keep:
        lists = parse.dep[parse.head[body[0]]] not in rel.APPOSITION and parse.dep[body[0]] in rel.PREPOSITION
        if lists and parse.pos[after + 1] in _OF_A_LIST:
            return True
    colon = max((x for x in keep if x < body[0] and parse.lower[x] == ":"), default=None)
    if colon is None:
        return False
    return parse.lower[before] == "," or (before == colon and any(parse.pos[x] != "PUNCT" for x in keep if x >= after))


def _is_half_a_word(parse: Parse, body: Sequence[int]) -> bool:
    """Whether a phrase ends within a word: "in the late 1980"|"'s"."""
    after = min(body[-1] + 1, len(parse.lower) - 1)
    return parse.end[after - 1] == parse.start[after] and parse.lower[after][0] in "-’'"


def _is_nobodys(parse: Parse, at: int) -> bool:
    """Whether the parse does not know what goes on: "items like toys, elk heads and fur capes"."""
    return any(parse.dep[x] in rel.UNSURE and parse.pos[x] in _OF_A_LIST for x in (at, parse.head[at]))


def _is_half_a_list(parse: Parse, i: int, body: Sequence[int], keep: set[int]) -> bool:
    """Whether a phrase ends in "and", goes before one as a name beside a name, or is one of several set beside it."""
    last = body[-1]
    while last > body[0] and parse.pos[last] == "PUNCT":
        last -= 1
    if parse.dep[last] in rel.CONJUNCTION or parse.tag[last] in tags.COORDINATOR:
        return True
    if body[-1] + 1 in keep and parse.tag[body[-1] + 1] in tags.COORDINATOR:
        return True  # "shelled the fort on Monday and the port on Tuesday"
    if (
        _is_half_a_range(parse, i, body, keep)
        or _is_anothers_doing(parse, body, keep)
        or _goes_on_as_a_noun(parse, i, body, keep)
    ):
        return True
    after = _skipping_commas(parse, body[-1], 1)
    called = any(parse.dep[x] in rel.ADNOMINAL and parse.tag[x] in tags.PARTICIPLE for x in body)
    if called and after == body[-1] + 1 and after in keep and parse.lower[after] == "as":
        return True  # "both described by friends on Friday *as sailors*"
    if after == body[-1] + 1 and after in keep and parse.lower[after] == "that":
        says = any(parse.pos[x] in _VERBAL for x in body)  # "after telling him that it had sunk"
        return says and parse.dep[after] in rel.SUBORDINATOR
    if after in keep and after > body[-1] + 1 and _goes_on_with_deeds(parse, body, after):
        return True  # "with police *using gas*, turning off lights and threatening"
    further = after in keep and after > body[-1] + 1
    if further and ((len(body) > 1 and _is_beside_a_noun(parse, after)) or _is_nobodys(parse, after)):
        return True  # "a clerk for the league, the body that runs the cup": the league does
    again = after in keep and after > body[-1] + 1 and parse.tag[after] in tags.ADPOSITION
    if again and any(parse.lower[x] == parse.lower[after] for x in body[1:]):
        return True  # "criticism of the king, of the prince and"
    if parse.dep[i] in rel.NOUN_ADVERBIAL:
        beside = [x for x in (body[0] - 1, body[-1] + 1) if x in keep and x < len(parse.dep)]
        nouns = {n for x in beside for n in (x, parse.head[x]) if parse.dep[n] in rel.NOUN_ADVERBIAL}
        return bool(nouns - {i})  # "many times the number that they admitted"
    if parse.dep[i] not in rel.APPOSITION:
        return False
    if parse.pos[body[0] - 1] not in ("PUNCT", "SPACE"):
        return True  # "many times the number that they admitted"
    if after in keep and parse.tag[after] in tags.COORDINATOR and after not in body:
        return True
    listed = rel.APPOSITION | rel.JOINED
    more = [c for c in parse.children[i] if parse.dep[c] in listed]
    return bool(more) and (parse.dep[parse.head[i]] in listed or any(is_another_subject(parse, i, c) for c in more))


def _goes_on_as_a_noun(parse: Parse, i: int, body: Sequence[int], keep: set[int]) -> bool:
    """Whether a noun goes on what is left open: "*as they broke through* a wall"."""
    after = body[-1] + 1
    noun = after in keep and parse.pos[after] in _OF_A_NOUN
    if parse.dep[i] in rel.APPOSITION:
        return noun and parse.pos[body[-1]] not in ("PUNCT", "SPACE")
    open_ended = parse.dep[body[-1]] in rel.PARTICLE or parse.pos[body[-1]] in _VERBAL
    return noun and open_ended and parse.dep[i] in rel.ADVERBIAL_CLAUSE | rel.ADNOMINAL


def _goes_on_with_deeds(parse: Parse, body: Sequence[int], after: int) -> bool:
    """Whether a phrase ends with the first of several deeds, of which the last two are joined by "and"."""
    if parse.tag[after] not in tags.GERUND or not any(parse.tag[x] in tags.GERUND for x in body):
        return False
    return any(parse.dep[c] in rel.JOINED and parse.tag[c] in tags.GERUND for c in parse.children[after])


def _is_half_a_range(parse: Parse, i: int, body: Sequence[int], keep: set[int]) -> bool:
    """Whether a phrase tells where something began and the next one where it ended: "from 2002", "to 2003"."""
    before, after = body[0] - 1, body[-1] + 1
    if parse.lower[i] in heeded("opens a range"):
        return after in keep and parse.lower[after] in heeded("ends a range")
    if parse.lower[i] not in heeded("ends a range") or before not in keep:
        return False
    opened = (x for x in keep if parse.lower[x] in heeded("opens a range") and parse.dep[x] in rel.PREPOSITION)
    return any(max(below(parse, x)) == before for x in opened)


def _is_anothers_doing(parse: Parse, body: Sequence[int], keep: set[int]) -> bool:
    """Whether a phrase ends with what somebody does who is named next: "handed it in *for review* by experts"."""
    by, noun = body[-1] + 1, body[-1]
    return (
        by in keep
        and parse.lower[by] == "by"
        and parse.dep[by] in rel.PREPOSITION
        and parse.pos[noun] == "NOUN"
        and parse.pos[parse.head[by]] in _VERBAL
    )


def _is_beside_a_noun(parse: Parse, first: int) -> bool:
    """Whether a word opens a noun that is set beside another: "the body that runs the cup".

    Or the second that somebody is said to be, without "and": a list that began before.
    """
    noun = first
    while parse.head[noun] != noun and parse.head[noun] > noun:
        noun = parse.head[noun]
    one = parse.dep[noun] in rel.NOUN_PREDICATE
    again = one and any(parse.dep[c] in rel.PREDICATE and c < noun for c in parse.children[parse.head[noun]])
    return again or parse.dep[noun] in rel.APPOSITION


def _skipping_commas(parse: Parse, i: int, step: int) -> int:
    """Give the next token in the direction of `step` that is no comma."""
    i += step
    while 0 <= i < len(parse.lower) and parse.lower[i] == ",":
        i += step
    return i


def _may_go(parse: Parse, i: int, head: int) -> bool:
    """Whether a phrase is an adjunct: a complement, part of a list, a duty or an aim stays."""
    dep, above = parse.dep[i], parse.head[i]
    if dep in rel.PREPOSITION:
        return _phrase_may_go(parse, i, head)
    if dep in rel.ADVERBIAL:
        return above == head and parse.lower[i] not in heeded("kept") | heeded("condition")
    if dep in rel.NOUN_ADVERBIAL:
        return parse.pos[above] in _VERBAL
    if dep in rel.ADNOMINAL | rel.ADVERBIAL_CLAUSE and any(
        parse.lower[c] == "to" and parse.dep[c] in rel.HELPER for c in parse.children[i]
    ):
        return False
    if dep in rel.DESCRIBING:
        if parse.lower[above] in heeded("pointing"):
            return False
        if _tells_which(parse, i, above):
            return False
        bare = not any(
            parse.dep[c] in rel.ATTRIBUTIVE | rel.DETERMINER | rel.COUNT | rel.OWNER for c in parse.children[above]
        )
        return not bare or parse.pos[above] == "PROPN"
    return True


def _phrase_may_go(parse: Parse, i: int, head: int) -> bool:
    """Whether what a preposition opens may go: a verb's own, what is counted or called, or half of a list stays."""
    above = parse.head[i]
    if parse.lower[i] in ("of", "than") or parse.dep[above] in rel.SUBJECT:
        return False
    if parse.lower[i] == "as" and any(parse.dep[c] in rel.OBJECT for c in parse.children[above]):
        return False  # "characterized the talks as candid": what they are called
    listed = parse.dep[above] in rel.JOINED or any(parse.dep[c] in rel.JOINED for c in parse.children[above])
    if listed and parse.pos[above] not in _VERBAL:
        return False  # "two in Orsa and four in Tarn": each keeps its own
    if parse.dep[above] in rel.APPOSITION and _only_counts(parse, above, i):
        return False  # "two towns on the coast"
    if parse.pos[above] in _VERBAL and (above != head or i == above + 1):
        return False  # a verb's own preposition
    if parse.lower[i] in heeded("sets the terms") or _is_one_phrase(parse, i):
        return False  # "under current law"
    if parse.lower[i] == "as" and i > above and _is_undergone(parse, above):
        return False  # "was known in Elm as a healer"
    if parse.pos[above] not in (*_VERBAL, "NOUN", "PROPN", "NUM") or parse.lemma[above] in heeded("needs a place"):
        return False  # "prior to", "close to"; "has put his coat on the chair"
    return parse.lower[above] not in heeded("pointing")


def _is_one_phrase(parse: Parse, i: int) -> bool:
    """Whether a preposition ends what another one and a bare noun began: "in exchange *for*", "at odds *with*"."""
    noun = parse.head[i]
    begun = parse.dep[noun] in rel.GOVERNED and parse.head[noun] == noun - 1 == i - 2
    return begun and parse.lemma[noun] in heeded("needs its phrase")


def _is_undergone(parse: Parse, verb: int) -> bool:
    """Whether a verb tells what is done to its subject or noun: "*known* as", "was *named* as"."""
    return parse.dep[verb] in rel.ADNOMINAL or any(parse.dep[c] in rel.PASSIVE_HELPER for c in parse.children[verb])


def _is_needed(parse: Parse, i: int) -> bool:
    """Whether what a phrase hangs on would tell another thing without it: "150 miles *off Pell*"."""
    if parse.dep[i] in rel.PREPOSITION and parse.lower[i - 1] in heeded("reflexive"):
        return True  # "found itself on the defensive"
    if parse.dep[i] in rel.NOUN_ADVERBIAL and _is_counted_thing(parse, i):
        return True
    if _ends_a_measure(parse, i) or any(_ends_before_its_noun(parse, x) for x in below(parse, i)):
        return True
    if parse.dep[i] in rel.DESCRIBING | rel.APPOSITION and tells_what_is_none(parse, i):
        return True
    if parse.dep[i] in rel.ADVERBIAL_CLAUSE:
        first = min(below(parse, i))
        above = parse.head[i]
        named = parse.lower[first] == "as" and first == above + 1 and _is_undergone(parse, above)
        named = named and not any(parse.dep[c] in rel.SUBJECT for c in parse.children[i])
        named = named or (is_seen_doing(parse, i) and parse.lower[first - 1] != ",")
        return named or parse.tag[first - 1] in tags.ADPOSITION  # "listed as lost", "a list of when they met"
    if parse.dep[i] in rel.DESCRIBING and _is_bare_beside(parse, parse.head[i]):
        return True
    if parse.dep[i] in rel.ADNOMINAL and parse.tag[i] in tags.PARTICIPLE:
        acts = any(parse.dep[c] in rel.OBJECT and c > i for c in parse.children[i])
        if acts:
            return True  # "as a strike *paralysed Norland*" is misread: it was not paralysed
    told = parse.pos[parse.head[i]] == "ADJ"  # "a fierce internal *jostling*": read as told of "internal"
    told = told or stands_in_for_a_clause(parse, i) or becomes_of_it(parse, i) or is_seen_doing(parse, i)
    return parse.dep[i] in rel.ADNOMINAL and told


def _is_counted_thing(parse: Parse, noun: int) -> bool:
    """Whether a number of things that is read as a time or a length is what is done: "scored *11 points*"."""
    verb = parse.head[noun]
    things = any(parse.dep[c] in rel.COUNT for c in parse.children[noun])
    length = parse.lemma[noun] in listed("general_counts", "measure") | heeded("distance") | heeded("time")
    return things and not length and not any(parse.dep[c] in rel.OBJECT for c in parse.children[verb])


def _ends_before_its_noun(parse: Parse, i: int) -> bool:
    """Whether a place is told with "a", so that its noun stands behind it: "in *a* Tarn, Pell, hospital"."""
    names = (c for c in parse.children[i] if parse.dep[i] in rel.PREPOSITION and parse.tag[c] in tags.PROPER)
    return any(parse.lower[x] in ("a", "an") for c in names for x in parse.children[c])


def _ends_a_measure(parse: Parse, i: int) -> bool:
    """Whether a phrase tells from where miles are counted: "nine kilometres (six miles) *west of Orsa*"."""
    before = i - 1
    if before > 0 and parse.lower[before] == ")":
        before = max((x for x in range(before) if parse.lower[x] == "("), default=1) - 1
    measured = parse.lemma[before] in listed("general_counts", "measure") | heeded("distance")
    if parse.dep[i] in rel.PREPOSITION:
        return measured and (parse.head[i] == before or before < i - 1 or parse.lower[i] in heeded("counted from"))
    return measured and parse.lower[i] in heeded("direction")


def _is_bare_beside(parse: Parse, noun: int) -> bool:
    """Whether a noun set beside what goes before is nothing without its clause: ", *a feat* that was cheered"."""
    first = min(below(parse, noun))
    return parse.lower[first - 1] == "," and noun == first + 1 and parse.dep[first] in rel.DETERMINER


def _only_counts(parse: Parse, noun: int, phrase: int) -> bool:
    """Whether all that stands by a noun beside a phrase is a number, an article."""
    others = [c for c in parse.children[noun] if c != phrase and parse.pos[c] != "PUNCT"]
    return any(parse.dep[c] in rel.COUNT for c in others) and all(
        parse.dep[c] in rel.COUNT | rel.DETERMINER for c in others
    )


def _tells_which(parse: Parse, clause: int, noun: int) -> bool:
    """Whether a noun says nothing without a clause: "a report that P"; "the number that they admitted"."""
    first = min(below(parse, clause))
    if parse.lower[first - 1] == ",":
        return False
    heard = parse.dep[noun] in rel.OBJECT | rel.RECIPIENT and parse.lemma[parse.head[noun]] in heeded("tells somebody")
    if parse.lower[first] == "that" and heard:
        return True  # "told a packed hall that he had weighed it": read as of the hall
    if parse.dep[noun] in rel.APPOSITION | rel.NOUN_ADVERBIAL and parse.dep[clause] in rel.RELATIVE:
        return True  # "a tense day, a day that began with gunfire"
    if parse.dep[noun] in rel.OBJECT and is_infinitive(parse, parse.head[noun]):
        return True  # "wants to hire a coach who knows the league": no coach, but one who does
    opened = parse.lower[first] == "that" and parse.tag[first] not in tags.RELATIVE
    if opened or parse.dep[clause] not in rel.RELATIVE:
        return opened
    others = [c for c in parse.children[noun] if c != clause]
    the = any(parse.lower[c] == "the" and parse.dep[c] in rel.DETERMINER for c in others)
    return the and not any(parse.dep[c] in TELLS_WHICH for c in others)


_BESIDE = 3
_BEFORE_A_NOUN = rel.ADJECTIVAL | rel.DETERMINER | rel.PREDETERMINER


def hangs(parse: Parse, tokens: Sequence[int]) -> Iterable[Hang]:
    """Mark what needs something outside the sentence to be understood."""
    inside = set(tokens)
    pointing = heeded("pointing adverb")
    for i in tokens:
        kind: HangKind | None = None
        word, tag, pos = parse.lower[i], parse.tag[i], parse.pos[i]
        if pos == "PRON" and is_first_person(parse, i):
            kind = "first person"
        elif word in heeded("reflexive"):
            continue  # it stands for who is told of
        elif tag in _PRONOUNS and (word != "it" or only_opens(parse, i) or not is_impersonal(parse, i)):
            kind = "pronoun"
        elif (tag in tags.ARTICLE and word in ("this", "that", "these", "those")) or (
            word == "such" and parse.dep[i] in _BEFORE_A_NOUN and parse.lower[i + 1] != "as"
        ):
            kind = "demonstrative"
        elif pos == "NOUN" and _is_bare(parse, i, inside):
            kind = "role"
        elif (word in pointing and parse.dep[i] in rel.ADVERBIAL) or points_back(parse, i):
            kind = "demonstrative"
        if _is_of_those_told(parse, i):
            kind = "demonstrative"
        if kind is not None:
            yield Hang(parse.start[i], parse.end[i], kind)


def _is_of_those_told(parse: Parse, i: int) -> bool:
    """Whether a word stands for some who were told of before: "both", "the two", "the other"."""
    if parse.dep[i] not in rel.SUBJECT | rel.OBJECT or any(parse.lower[c] == "of" for c in parse.children[i]):
        return False
    if parse.lower[i] in heeded("of two told"):
        return True
    counts = parse.tag[i] in tags.NUMERAL or parse.lower[i] in heeded("of those told")
    beside = TELLS_WHICH | rel.APPOSITION | rel.JOINED
    return (
        counts
        and any(parse.lower[c] == "the" for c in parse.children[i])
        and not any(parse.dep[c] in beside for c in parse.children[i])
    )


_PRONOUNS = tags.PERSONAL_PRONOUN | tags.OWNING_PRONOUN


def points_back(parse: Parse, i: int) -> bool:
    """Whether a word stands for a time told before: "since then", "until then"."""
    return parse.lower[i] in heeded("pointing back") and i > 0 and parse.tag[i - 1] in tags.ADPOSITION


def is_first_person(parse: Parse, i: int) -> bool:
    """Whether a word is "we" or "me"."""
    return parse.pos[i] == "PRON" and parse.lower[i] in heeded("first person")


def days(parse: Parse, kept: Sequence[int], times: Sequence[Span]) -> Iterable[Hang]:
    """Mark the times that do not name a day, a month or a year themselves: "on Friday", "last week", "the same day"."""
    for start, end in times:
        inside = [i for i in kept if start <= parse.start[i] < end]
        if (
            inside
            and not any(_names_a_date(parse.lower[i]) for i in inside)
            and not _is_dated_beside(parse, inside, kept)
        ):
            yield Hang(start, end, "demonstrative" if any(parse.lower[i] == "same" for i in inside) else "day")


def _is_dated_beside(parse: Parse, time: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether a month with its day stands beside a time: "Friday, May 2", "May 5 at 4:20 a.m."."""
    near = [i for i in kept if time[0] - _BESIDE <= i <= time[-1] + _BESIDE]
    return any(
        parse.lower[a].rstrip(".") in heeded("month") and parse.lower[b].isdigit()
        for pair in pairwise(near)
        for a, b in (pair, pair[::-1])
    )


def _names_a_date(word: str) -> bool:
    word = word.removesuffix("s")  # "the 1990s"
    return (word.isdigit() and len(word) == len("2024")) or word.rstrip(".") in heeded("month")


def _is_bare(parse: Parse, noun: int, inside: set[int]) -> bool:
    """Whether "the" stands before a noun of which nothing more is told: "the group", "the strike"."""
    children = parse.children[noun]
    if not any(parse.lower[c] == "the" and parse.dep[c] in rel.DETERMINER for c in children):
        return False
    if parse.lemma[noun] in heeded("known to all") or _names_a_date(parse.lower[noun]):
        return False
    return not any(parse.dep[c] in TELLS_WHICH and c in inside for c in children)
