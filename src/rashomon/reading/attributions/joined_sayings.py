"""Two verbs of saying that are joined say one thing in two voices: "aides said, and Berg confirmed, that …".

What stands behind the second, or before the first, is said by both. A verb under a negation shares nothing.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.reading.attributions.complements import complements
from rashomon.reading.attributions.cue_verbs import cue_verbs, verb_lemma
from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.own_subject import own_subject
from rashomon.reading.attributions.stance import negated, no_comment
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar.dependents import dependents

_WHOLE = ("clause", "around")


def joined_sayings(found: list[Finding]) -> list[Finding]:
    """Give `found`, each of two joined verbs with what both say, and those verbs that the first alone stood for."""
    _share_what_is_behind(found)
    have = {f.token for f in found if f.content}
    more = [joined for f in found for joined in _joined_to(f, have)]
    told = {f.token for f in more}
    return [f for f in found if f.content or f.token not in told] + more


def _share_what_is_behind(found: list[Finding]) -> None:
    """Give the clause behind two joined verbs to both voices: "Residents said, and the mayor confirmed, that"."""
    by_verb = {f.verb.i: f for f in found if f.verb is not None and f.inside is None}
    for second in found:
        verb = second.verb
        if verb is None or verb.dep_ not in rel.JOINED or second.plain_frame != "clause" or own_subject(verb) is None:
            continue
        first = by_verb.get(verb.head.i)
        if first is None or first.content or first.speaker is None or own_subject(verb.head) is None:
            continue
        behind = all(a > second.at for a, _ in second.content)
        if behind and "clause" in cue_verbs()[first.lemma].frames:
            first.content = list(second.content)
            first.framed("clause")


def _joined_to(first: Finding, have: set[int]) -> list[Finding]:
    """Give a finding for each verb with a subject of its own that is joined to that of `first` and has no content."""
    verb = first.verb
    if verb is None or not first.content or first.hypothetical or first.plain_frame not in _WHOLE:
        return []
    found = []
    for second in (c for c in dependents(verb, rel.JOINED) if c.i not in have):
        lemma, who = verb_lemma(second), own_subject(second)
        if lemma is None or who is None or not may_speak(who):
            continue
        entry = cue_verbs()[lemma]
        if entry.kind != "speech" or entry.polarity != "assert" or "clause" not in entry.frames:
            continue
        if complements(second, entry.frames) or negated(second) or no_comment(second, lemma):
            continue
        cue = [(second.idx, second.idx + len(second))]
        found.append(
            replace(
                first,
                cue=cue,
                speaker=who,
                content=list(first.content),
                lemma=lemma,
                because=framed("speech-verb", second.lower_, "clause"),
                at=second.idx,
                token=second.i,
                verb=second,
                source=None,
                polarity="assert",
                negated=False,
            )
        )
    return found
