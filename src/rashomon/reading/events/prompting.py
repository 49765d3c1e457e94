"""What moved somebody to act is told before it: "troops came on Friday, which led the mayor to close the town"."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependent

_PROMPTS = frozenset({"cause", "compel", "drive", "force", "induce", "lead", "prompt", "provoke", "push", "spur"})


def prompting(verb: Token) -> Token | None:
    """Give the verb of the clause that "which prompted somebody to" takes up, or None where `verb` is not so moved."""
    mover = verb.head
    if verb.dep_ not in rel.COMPLEMENT or mover.lemma_.lower() not in _PROMPTS or mover.dep_ not in rel.RELATIVE:
        return None
    which = dependent(mover, rel.ACTIVE_SUBJECT, ("which",))
    if which is None:
        return None
    before = which.doc[which.sent.start : which.i]
    return next((t for t in reversed(before) if t.pos_ == "VERB"), None)
