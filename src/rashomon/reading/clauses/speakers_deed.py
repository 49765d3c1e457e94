"""Whether a participle behind what is said tells what the speaker does by it: "said that a ship sank it, withdrawing".

So it is where it is an act of speech or judgement, and who does what is said is no one who speaks or judges: a ship,
a fire, a dam.
"""

from __future__ import annotations

from functools import cache

from rashomon.language import lexicon
from rashomon.reading.clauses.heeded import heeded
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.parse import Parse

_SPEAK = frozenset({"person", "organisation", "group", "office", "publication"})


def is_the_speakers(parse: Parse, head: int, clause: int) -> bool:
    """Whether `clause` hangs on what is said, of `head`, and is a deed of who says it."""
    if parse.dep[head] not in rel.CONTENT or clause < head or parse.tag[clause] not in tags.GERUND:
        return False
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
