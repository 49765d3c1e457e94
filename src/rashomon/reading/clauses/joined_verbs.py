"""What a clause shares with another verb: "and" joins them, or a participle tells what the speaker does by saying it.

"Rammed and sank a boat" has one object, "two were killed and nine wounded" one helper. In "stopped a boat off Pell and
a Danish aircraft drove off another" the aircraft stands beside Pell by the parse, and its verb has nobody.

In "said that a ship sank it, withdrawing" the speaker withdraws: the participle is an act of speech or judgement, and
who does what is said is no one who speaks or judges: a ship, a fire, a dam.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from rashomon.language import lexicon
from rashomon.reading.clauses.extent import heeded
from rashomon.reading.clauses.participants import is_nobody
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse, below

_VERBAL = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN"})
SUBJECTS = rel.SUBJECT_OR_CLAUSE | rel.PASSIVE_CLAUSE_SUBJECT | rel.EXPLETIVE
_MISJOINED = rel.JOINED | rel.ADVERBIAL_CLAUSE | rel.PARATAXIS | rel.UNSURE
_GOES_ON = frozenset({"and", "but", "yet"})
_DASHES = frozenset({"–", "—", "-", "--"})
_LEFT_BEHIND = rel.JOINED | rel.NOUN_ADVERBIAL | rel.APPOSITION
_BETWEEN = 2  # words from "and" to the next verb: "looked after and later buried"


def lends_its_object(parse: Parse, head: int, joined: int) -> bool:
    """Whether the verb that "and" joins right behind one has the object of both: "fired at and sank"."""
    if parse.dep[joined] not in rel.JOINED or parse.pos[joined] not in _VERBAL:
        return False
    if not any(parse.dep[c] in rel.OBJECT for c in parse.children[joined]):
        return False
    at = head + 1
    if parse.dep[at] in rel.PREPOSITION and parse.head[at] == head and not parse.children[at]:
        return parse.tag[at + 1] in tags.COORDINATOR and joined <= at + 1 + _BETWEEN
    joint = parse.lemma[joined - 1]  # what "or" joins word to word has one object: "did not take or hide the money"
    if joint != "or" and (joint != "and" or parse.lemma[head] not in heeded("needs an object")):
        return False
    mine = {parse.dep[c] for c in parse.children[head]}
    return joined == head + 2 and mine.isdisjoint(rel.OBJECT | rel.PASSIVE_HELPER)


def is_anothers_than_nobodys(parse: Parse, owner: int, joined: int) -> bool:
    """Whether nobody does the verb before, and what is joined somebody did: "no one was hurt and left", "but ran"."""
    joints = (c for c in parse.children[parse.head[joined]] if parse.dep[c] in rel.CONJUNCTION and c < joined)
    return is_nobody(parse, owner) and any(parse.lower[c] in _GOES_ON for c in joints)


def shared_helpers(parse: Parse, head: int, own: int) -> list[int] | None:
    """Give the helpers that a joined participle with a subject of its `own` shares with the verb before it.

    None where it shares none; none are given where they are of several and it is of one.
    """
    above = parse.head[head]
    alike = parse.tag[head] in tags.PARTICIPLE and parse.tag[above] == parse.tag[head]
    if parse.dep[head] not in rel.JOINED or parse.head[own] != head or not alike:
        return None
    helpers = [c for c in parse.children[above] if parse.dep[c] in rel.ANY_HELPER]
    mine = {parse.dep[c] for c in parse.children[head]}
    if mine & (rel.ANY_HELPER | rel.OBJECT) or not any(parse.dep[c] in rel.PASSIVE_HELPER for c in helpers):
        return None
    if parse.lower[own] in heeded("one alone") and any(parse.lower[c] in heeded("of several") for c in helpers):
        return []  # "two have been killed and another wounded"
    return helpers


def next_sentence(parse: Parse, head: int, keep: Set[int]) -> set[int]:
    """Give the words of a clause that are of a sentence behind it, whose subject the parse joined to a noun."""
    found: set[int] = set()
    for noun in keep:
        if parse.dep[noun] not in rel.JOINED or parse.pos[noun] in _VERBAL or noun < head:
            continue
        if parse.head[noun] == head and parse.pos[head] == "VERB" and parse.pos[noun] in _NAMING:
            joint = max((c for c in parse.children[head] if parse.dep[c] in rel.CONJUNCTION and c < noun), default=noun)
            found |= {joint, *below(parse, noun)}  # no verb is joined with a noun: what follows is the next sentence's
            after = [c for c in parse.children[head] if c > noun and parse.pos[c] != "PUNCT"]
            if not any(parse.dep[c] in rel.CONTENT for c in after):
                found.update(*(below(parse, c) for c in after))  # "by frost in May and hail *in June*"
            continue
        if parse.lower[parse.head[parse.head[noun]]] == "between":
            continue  # "a war between Elm and Oak began"
        body, first = set(below(parse, noun)), set(below(parse, parse.head[noun]))
        verb, joint = max(body) + 1, min(body) - 1
        while verb in first:  # "of the villages", which the parse hung on the noun before
            verb += 1
        if parse.tag[joint] in tags.COORDINATOR and verb < len(parse.dep) and _has_nobody(parse, verb):
            found |= {*range(joint, verb), *(i for i in below(parse, verb) if i > joint)}
    return found & set(keep)


def beside_what_went(parse: Parse, head: int, keep: Set[int]) -> set[int]:
    """Give a noun set beside another across a joined verb that went: "sat and will go to Tarn, his next port".

    So goes what else the parser hung behind it: "a change is due, and Berg is, of course, *another way to go*".
    """
    gone = {c for c in parse.children[head] if parse.dep[c] in rel.JOINED and c not in keep and c > head}
    found: set[int] = set()
    for noun in keep:
        if parse.dep[noun] in rel.APPOSITION and any(parse.head[noun] < verb < noun for verb in gone):
            found |= set(below(parse, noun))
    if not gone:
        return found
    first = min(gone)
    joint = max((c for c in parse.children[head] if parse.dep[c] in rel.CONJUNCTION and c < first), default=first)
    for beside in (c for c in parse.children[head] if c in keep and c > joint and parse.dep[c] in _LEFT_BEHIND):
        found |= set(below(parse, beside))
    return found


def not_only(parse: Parse, head: int) -> set[int]:
    """Give the "not only" of a verb, which turns nothing round: "not only freed it but towed it" tells "freed it"."""
    told = (c for c in range(max(0, head - _BETWEEN), head) if parse.lower[c] == "not")
    return {i for c in told if parse.lower[c + 1] in heeded("not alone") for i in (c, c + 1)}


def _has_nobody(parse: Parse, verb: int) -> bool:
    """Whether a finite verb has no subject, and none that "and" lends it."""
    if parse.dep[verb] not in _MISJOINED or parse.tag[verb] not in tags.FINITE or parse.pos[verb] not in _VERBAL:
        return False
    lent = any(parse.dep[c] in rel.CONJUNCTION for c in parse.children[verb])
    return not lent and not any(parse.dep[c] in SUBJECTS for c in parse.children[verb])


_SPEAK = frozenset({"person", "organisation", "group", "office", "publication"})


def behind_a_semicolon(parse: Parse, head: int, keep: Set[int]) -> set[int]:
    """Give what "and" or "but" joins behind a semicolon, which is another sentence, whole or not: "; but above all"."""
    joint = (c for c in parse.children[head] if c > head and parse.dep[c] in rel.CONJUNCTION)
    first = min((c for c in joint if parse.lower[c - 1] == ";"), default=len(parse.dep))
    return {i for i in keep if i >= first}


def inserted_into(parse: Parse, head: int, keep: Set[int]) -> set[int]:
    """Give the clause that dashes interrupt to tell what `head` tells: "*While crowds came –* 4,000 were there –".

    So with the dash that closes what stands before a verb.
    """
    for clause in parse.children[head]:
        opens = [c for c in parse.children[clause] if parse.dep[c] in rel.SUBORDINATOR]
        if clause > head or parse.dep[clause] not in rel.ADVERBIAL_CLAUSE or not opens:
            continue
        words = below(parse, clause)
        last = max(words)
        dash = last if parse.lower[last] in _DASHES else last + 1
        if parse.lower[dash] in _DASHES and parse.lower[opens[0]] not in heeded("condition"):
            return {i for i in keep if i <= dash}
    helpers = (c for c in parse.children[head] if parse.dep[c] in rel.ANY_HELPER and c == head - 2)
    return {c + 1 for c in helpers if parse.lower[c + 1] in _DASHES}  # "was – and has been *–* paid"


def is_the_speakers(parse: Parse, head: int, clause: int) -> bool:
    """Whether `clause` hangs on what is said, of `head`, and is a deed of who says it."""
    if parse.dep[head] not in rel.CONTENT or parse.tag[clause] not in tags.GERUND:
        return False
    if clause < head:  # "he said, *joking that P* – Q"
        said = parse.head[head]
        says_so = any(parse.dep[c] in rel.CONTENT for c in parse.children[clause])
        return says_so and said == clause - 2 and parse.lower[clause - 1] == ","
    if parse.dep[clause] not in rel.ADVERBIAL_CLAUSE or parse.lower[clause - 1] != ",":
        return False
    subject = next((c for c in parse.children[head] if parse.dep[c] in rel.SUBJECT), None)
    if subject is None or _speaks(parse, subject):
        return False
    lemma = parse.lemma[clause]
    objects = [c for c in parse.children[clause] if parse.dep[c] in rel.OBJECT]
    to_somebody = lemma in heeded("act of judgement") and any(_speaks(parse, o) for o in objects)
    return to_somebody or lemma in heeded("act of speech")


def _speaks(parse: Parse, noun: int) -> bool:
    """Whether somebody, a body or a text is meant, or may be: a name, a pronoun, a number of them."""
    if parse.pos[noun] != "NOUN" or parse.lemma[noun] in _speakers():
        return True
    return any(parse.dep[c] in rel.JOINED and _speaks(parse, c) for c in parse.children[noun])


@cache
def _speakers() -> frozenset[str]:
    of_kind = {row[0] for row in lexicon("nominal_heads") if row[1] in _SPEAK}
    lists = ("source_nouns", "people_nouns", "attribution_nouns", "speaking_nouns")
    return frozenset(of_kind | {row[0] for name in lists for row in lexicon(name)} | {"people"})
