"""What hangs at the end of content and is no part of it, or was cut off it: verdicts on it, lists, "and she would".

"Said he had lied, which his lawyer denied" and "knew nothing of it, a claim that others reject" judge what was said.
"Urged them to stop, free the men and go" asks for all three; "said she was well and she would stay" says both.
"""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.cue_verbs import cue_verbs
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent, has_dependent

_BREAKS = frozenset({",", "–", "—", "--", "-"})
_WHAT_WAS_SAID = frozenset(
    {"accusation", "allegation", "argument", "assertion", "charge", "claim", "contention", "notion", "suggestion"}
)
_THEY = frozenset({"he", "she", "it", "they"})


def without_tail(verb: Token, start: int, end: int) -> int:
    """Give where the content `[start, end)` of `verb` ends, if somebody's verdict on it stands at its end."""
    doc = verb.doc
    for i in range(start + 1, end - 2):
        if doc[i].text in _BREAKS and (_disputed(doc[i + 1]) or _summed_up(doc[i + 1])):
            return i
    return end


def _disputed(which: Token) -> bool:
    """Whether a relative clause tells what another says of the words before: "which his lawyer denied"."""
    says = which.head
    entry = cue_verbs().get(says.lemma_.lower())
    if which.lower_ != "which" or which.dep_ not in rel.OBJECT or entry is None or entry.kind != "speech":
        return False
    return any(c.dep_ in rel.ACTIVE_SUBJECT and c != which for c in says.children)


def _summed_up(article: Token) -> bool:
    """Whether the words before are called somebody's claim that another judges: "a claim that its engineers reject"."""
    if article.lower_ not in ("a", "an", "the") or article.i + 2 >= len(article.doc):
        return False
    noun = article.nbor()
    return noun.lemma_.lower() in _WHAT_WAS_SAID and any(
        c.dep_ in rel.CLAUSE_OF_NOUN and c.lemma_.lower() in cue_verbs() for c in noun.children
    )


def with_list(verb: Token, end: int) -> int:
    """Give where infinitives end that go on without "to" behind those that end before `end`: "to stop, go and rest"."""
    doc = verb.doc
    end -= doc[end - 1].text == ","
    if end + 1 >= len(doc) or doc[end].text != ",":
        return end
    for child in verb.children:
        bare = child.tag_ in tags.BARE_VERB and not any(
            c.dep_ in rel.HELPER | rel.SUBORDINATOR or c.dep_ in rel.SUBJECT for c in child.children
        )
        if (
            child.left_edge.i == end + 1
            and bare
            and child.dep_ in rel.ADVERBIAL_CLAUSE | rel.CONTENT | rel.JOINED | rel.UNSURE
        ):
            return child.right_edge.i + 1
    return end


def with_same_subject(verb: Token, clause: Token | None, end: int) -> int:
    """Give where content ends that the parser cut before "and she would": the same pronoun, behind "and", goes on."""
    doc = verb.doc
    own = None if clause is None else dependent(clause, rel.SUBJECT)
    if own is None or own.lower_ not in _THEY or end + 2 >= len(doc) or doc[end].lower_ not in ("and", "but"):
        return end
    for child in verb.children:
        again = dependent(child, rel.SUBJECT)
        if child.dep_ in rel.JOINED and again is not None and again.i == end + 1 and again.lower_ == own.lower_:
            said = child.lemma_.lower() in cue_verbs() and has_dependent(child, rel.CONTENT)
            return end if said else child.right_edge.i + 1 - (child.right_edge.text == ".")
    return end
