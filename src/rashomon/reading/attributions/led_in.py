"""A quotation without a tag of its own is led in by what stands before it: a colon, or the sentence before.

"The mayor was not so sure: “…”" says by its colon whose words follow. A quotation that is a sentence, or a paragraph,
of its own goes to whoever said something in the sentence before; in the same paragraph also to the one person whom
that sentence is about ("Berg shrugged. “…”"). Where a second person stands in it, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice, takewhile

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.finding import Finding, framed
from rashomon.reading.attributions.issuers import issuer
from rashomon.reading.attributions.own_subject import own_subject
from rashomon.reading.attributions.passives import is_passive
from rashomon.reading.attributions.source_nouns import source_nouns
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependents, has_dependent
from rashomon.records import Mention

_ENDS = frozenset({".", "!", "?", "…", "..."})
_SHORT_TAG = 25
_WHOLE = frozenset({"clause", "wh", "around"})  # words were given, not the matter alone: "demands an end to it"
_ABOUT_SOMEBODY = frozenset({"he", "she"})


def colon_tag(doc: Doc, i: int, home: list[int]) -> Finding | None:
    """Find "Ann Berg disagreed:" right before a quotation: any verb of somebody who may speak can stand there.

    `i` is the token before the quotation. Of "Berg's answer was short:" the owner speaks.
    """
    if doc[i].text != ":" or home[i] >= 0:
        return None
    for k in range(i - 1, max(-1, i - _SHORT_TAG), -1):
        token = doc[k]
        if home[k] >= 0 or token.text in _ENDS or token.is_space:
            return None
        if _is_finite(token):
            who = own_subject(token)
            if who is not None and (not may_speak(who) or source_nouns().get(who.lower_) == "document"):
                who = issuer(who) or next((c for c in dependents(who, rel.OWNER)), who)
            if who is None or home[who.i] >= 0 or not may_speak(who) or who.tag_ in tags.RELATIVE_PRONOUN | tags.THERE:
                return None
            return _tag(who, token)
    return None


def _is_finite(token: Token) -> bool:
    """Whether the token is the finite verb of a clause, or the participle of a perfect."""
    if token.tag_ in tags.PARTICIPLE:
        return token.pos_ == "VERB" and has_dependent(token, rel.HELPER)
    return token.tag_ in tags.FINITE_VERB and token.dep_ not in rel.ANY_HELPER


def _tag(who: Token, verb: Token) -> Finding:
    cue = [(verb.idx, verb.idx + len(verb))]
    because = framed("tag", verb.lower_, "quote")
    return Finding(cue, who, [], verb.lemma_.lower(), because, verb.idx, verb.i, verb=verb)


def sentence_before(doc: Doc, i: int, home: list[int], by_verb: dict[int, Finding]) -> Finding | None:
    """Give whose words a quotation is by the sentence before it, which ends at token `i` or before white space there.

    A finding of that sentence, or a new one, which has no content yet; none where nobody or more than one may be meant.
    """
    broken = False
    while i >= 0 and doc[i].is_space:
        broken = broken or "\n" in doc[i].text
        i -= 1
    if i < 0 or doc[i].text not in _ENDS or home[i] >= 0:
        return None
    sentence = doc[i].sent
    if any(home[t.i] >= 0 for t in sentence):
        return None
    main = sentence.root
    said = by_verb.get(main.i)
    if said is not None:
        spoken = said.speaker is not None and said.plain_frame in _WHOLE and not (said.negated or said.hypothetical)
        return said if spoken and said.content else None
    if broken or is_passive(main) or main.pos_ not in ("VERB", "AUX"):
        return None
    who = own_subject(main)
    return _tag(who, main) if who is not None and _alone(who) else None


def _alone(who: Token) -> bool:
    """Whether a subject is somebody, and nobody else stands in its sentence who may be the one who speaks."""
    mentions: tuple[Mention, ...] = who.doc._.rashomon_mentions
    end = who.sent.end_char
    first = bisect_left(mentions, who.sent.start_char, key=lambda m: m.start)
    here = islice(mentions, first, None)
    persons = [m for m in takewhile(lambda m: m.start < end, here) if m.kind == "person"]
    own = {m.chain for m in persons if m.start <= who.idx < m.end}
    somebody = bool(own) or who.lower_ in _ABOUT_SOMEBODY or (who.tag_ in tags.NAME and may_speak(who))
    return somebody and {m.chain for m in persons} <= own
