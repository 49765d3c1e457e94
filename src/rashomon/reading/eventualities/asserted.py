"""A quick look that spares the slow one: where it says yes, no rule can take the word out of assertion.

It is told by the parse alone and errs to no, so that what it says is never other than what `modality` says.
"""

from __future__ import annotations

from functools import cache

from rashomon.lexicons import lexicon
from rashomon.reading.eventualities.parse import Parse

_CLAUSES = frozenset({"ccomp", "conj", "xcomp"})
_GOVERNED = _CLAUSES | {"acomp", "attr", "oprd", "prep"}
_PLAIN_PREPOSITIONS = frozenset({"after", "before", "by", "despite", "in", "since", "while"})
_PLAIN_HELPERS = frozenset({"be", "do", "have"})
_PLAIN_MARKS = frozenset({"after", "although", "as", "because", "before", "since", "that", "though", "while"})
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_ADVERBS = frozenset({"likely", "maybe", "never", "perhaps", "possibly", "probably"})
_FURTHEST = 8


def asserted(parse: Parse, verb: int) -> bool:
    """Tell whether the clause of the verb at `verb` and those above it hold nothing that denies, supposes or plans."""
    if parse.pos[verb] != "VERB" or not _is_plain(parse, verb):
        return False
    for _ in range(_FURTHEST):
        dep, head = parse.dep[verb], parse.head[verb]
        if dep in ("acl", "advcl"):
            return not _is_infinitive(parse, verb)
        if dep == "pcomp":
            return parse.lower[head] in _PLAIN_PREPOSITIONS
        if dep not in _GOVERNED:
            return True
        if dep not in _CLAUSES or parse.lemma[head] in _governing() or not _is_plain(parse, head):
            return False
        verb = head
    return False


def _is_infinitive(parse: Parse, verb: int) -> bool:
    return parse.tag[verb] == "VB" or any(parse.tag[c] == "TO" for c in parse.children[verb])


def _is_plain(parse: Parse, verb: int) -> bool:
    return not any(_tells(parse, child) for child in parse.children[verb])


def _tells(parse: Parse, child: int) -> bool:
    """Tell whether a word under the verb may take it out of assertion."""
    dep, word = parse.dep[child], parse.lower[child]
    if dep == "aux":
        return parse.lemma[child] not in _PLAIN_HELPERS
    if dep == "mark":
        return word not in _PLAIN_MARKS
    if dep in ("nsubj", "nsubjpass", "dobj"):
        return word in _NOBODY or any(parse.lower[c] == "no" for c in parse.children[child])
    return dep in ("acomp", "neg") or (dep == "advmod" and word in _ADVERBS)


@cache
def _governing() -> frozenset[str]:
    """The first word of every cue: what stands above may be one, with or without its particle."""
    return frozenset(cue.split()[0] for cue, _ in lexicon("modality_cues"))
