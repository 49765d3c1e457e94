"""Which way a sentence points: to what was or to what is to come.

By its parse, the verb that a time hangs from says so, with its auxiliaries; where there is none, by its words alone,
the nearest verb or cue before the time, else after it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from rashomon.language import lexicon, listed, saying_verbs, word_set
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependents, has_dependent
from rashomon.reading.times.context import Lean
from rashomon.reading.times.grammar import Word, neighbours
from rashomon.reading.times.plans import looks_ahead, what_came_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LeanReader = Callable[[int, int], Lean | None]
"""Tells from a parse which way the time at `[start, end)` code points lies; None where the parse does not say."""
_VERBAL = frozenset({"VERB", "AUX"})
_MODAL = word_set("words_of_verbs", "will")
_UNTIL = neighbours("sets-a-time")
_ARTICLES = neighbours("opens-a-noun")
_DONE_TO = frozenset({"meet"})  # "Berg meets the envoy on Monday" may stand under a picture
_HAS_ITS_DAY = word_set("words_of_verbs", "has_its_day")
_SETTLES = word_set("words_of_verbs", "settles")
_NEGATES = neighbours("negates")
_NONE = frozenset({"nobody", "none", "nothing"})
_HAD = frozenset({"had", "'d", "’d"})
_SHORT = _HAD - {"had"}
_FORETELLS = neighbours("foretells")
_CLIMB = 12
_THROUGH_NOUN = rel.NAMED_BESIDE | rel.COUNT


def parsed_leans(doc: Doc) -> LeanReader:
    """Give a reader of the leaning of any span of `doc`; it says None where the parse does not tell."""

    def lean(start: int, end: int) -> Lean | None:
        span = doc.char_span(start, end, alignment_mode="expand")
        return _lean(span.root) if span is not None else None

    return lean


def _lean(token: Token) -> Lean | None:
    before = token.doc[token.left_edge.i - 1].lower_ if token.left_edge.i else ""
    if token.head.dep_ in rel.PREPOSITION or token.head.pos_ == "ADP":
        before = token.head.lower_
    if before in ("until", "till"):
        return Lean("past", "not-until") if _had_not_yet(token) else Lean("future", f"preposition:{before}")
    if before == "since":
        return Lean("past", "preposition:since")
    nominal, time = False, token
    for _ in range(_CLIMB):
        if token.pos_ in _VERBAL and token.tag_ not in tags.MODAL:
            if before == "for" and token.lower_ in _FORETELLS:
                had = has_dependent(token, rel.HELPER, _HAD)
                return Lean("past" if had else "future", f"cue:{token.lower_} for")
            planned = token.head if token.dep_ in rel.COMPLEMENT else token  # "set to start on Monday"
            if (outcome := what_came_of(planned)) is not None:
                return Lean("past", f"tense:{outcome.lower_}")
            if not nominal and _was_settled(token, time, before):
                return Lean("past", f"tense:{token.lower_}")
            if not nominal and (asked := _asked_for(token, before) or _bidden(token, time)) is not None:
                return asked
            return _verb(token, nominal)
        if token.dep_ in rel.ROOT and token.tag_ in tags.COMMON_NOUN and _has_subject(token):
            return _present(token)  # "talks resume on Sunday", taken for a noun
        if token.dep_ in _THROUGH_NOUN:
            nominal = True
        elif token.pos_ in ("NOUN", "PROPN") and token.dep_ not in rel.NOUN_ADVERBIAL:
            nominal = nominal or token.ent_type_ not in ner.TIMES
        if token.head == token:
            return None
        token = token.head
    return None


def _was_settled(verb: Token, time: Token, before: str) -> bool:
    """Tell when it was agreed, "on Friday agreed to meet", from when it is due, "agreed to meet on Friday".

    Where nothing is agreed to be done, "agreed a truce on Friday", "set fire to it on Friday", only "for" and "by" tell
    when it is due.
    """
    if verb.lower_ not in looks_ahead() or verb.tag_ not in tags.PAST or has_dependent(verb, rel.ANY_HELPER):
        return False
    ahead = next((c.i for c in verb.children if c.dep_ in rel.COMPLEMENT and c.i > verb.i), None)
    if ahead is None and verb.lower_ in _SETTLES and before not in ("for", "by"):
        return True
    return time.i < (verb.i if ahead is None else ahead)


def _had_not_yet(time: Token) -> bool:
    """Whether a thing is told not to have been until a time, which has come then: "did not reopen until Friday"."""
    verb = next((t for t in time.ancestors if t.pos_ in _VERBAL), None)
    if verb is None:
        return False
    forms = {c.tag_ for c in dependents(verb, rel.ANY_HELPER)} | {verb.tag_}
    if tags.PAST.isdisjoint(forms) or not tags.MODAL.isdisjoint(forms):
        return False
    takes_part = dependents(verb, rel.SUBJECT_OR_OBJECT)
    nobody = any(c.lower_ in _NONE or any(w.lower_ == "no" for w in c.children) for c in takes_part)
    return nobody or has_dependent(verb, rel.NEGATION)


DEMANDED = "demand"
"""How the evidence opens of a day by which something is asked for: no other word of the sentence outweighs it."""


SHORT = "short"
"""How the evidence opens of what "'d" tells of as to come: the words alone do not tell it from "had"."""


FIXED = "fixed"
"""How the evidence opens of a day on which something is set to be: a past form farther off than its verb turns none."""


@cache
def _demands() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon("status_cues") if row[1] == "demanded")


def _asked_for(verb: Token, before: str) -> Lean | None:
    """Read "ordered that the herd be sold by Friday", "was told to leave by Sunday": what is asked for is to come."""
    helpers = dependents(verb, rel.ANY_HELPER)
    above = verb.head
    asks = above != verb and above.pos_ in _VERBAL and above.lemma_.lower() in _demands()
    infinitive = any(c.tag_ in tags.TO for c in helpers)
    if infinitive:
        asked = (asks or above.lemma_.lower() == "tell") and verb.dep_ in rel.COMPLEMENT and before == "by"
    elif verb.dep_ in rel.CONTENT and not any(c.tag_ in tags.MODAL for c in helpers):
        be = any(c.lower_ == "be" for c in helpers) and (asks or has_dependent(verb, rel.SUBORDINATOR, ("that",)))
        bare = verb.tag_ in tags.BARE_VERB and not helpers and has_dependent(verb, rel.SUBJECT)
        asked = be or (bare and asks)
    else:
        asked = False
    return Lean("future", f"{DEMANDED}:{verb.lower_}", near=True) if asked else None


def _bidden(verb: Token, time: Token) -> Lean | None:
    """Read "has invited them to the palace on Sunday", "has asked them to come on Monday": it is to come."""
    to = has_dependent(verb, rel.ANY_HELPER, _TO) and verb.dep_ in rel.COMPLEMENT
    bids = verb.head if to else verb
    goal = to or any(c.lower_ in _TO and verb.i < c.i < time.i for c in dependents(verb, rel.PREPOSITION))
    lemma = bids.lemma_.lower()
    known = lemma in _BIDS or (to and (lemma in _demands() or lemma == "tell"))
    if not goal or not known or not has_dependent(bids, rel.HELPER, _HAS):
        return None
    return Lean("future", f"{DEMANDED}:{bids.lower_}", near=True)


_BIDS = word_set("words_of_verbs", "bids")
_TO = frozenset({"to"})
_HAS = frozenset({"has", "have", "'ve", "’ve"})


def _verb(verb: Token, nominal: bool) -> Lean | None:
    helpers = dependents(verb, rel.ANY_HELPER)
    forms = {child.lower_ for child in helpers}
    if forms & _MODAL and not nominal:
        if has_dependent(verb, rel.NEGATION) and "would" in forms:
            return None
        modal = min(forms & _MODAL)
        return Lean("future", f"modal:{modal} {verb.lower_}")
    if forms & _SHORT and any(c.tag_ in tags.BARE_VERB for c in (verb, *helpers)) and not nominal:
        return Lean("future", f"{SHORT}:{verb.lower_}", near=True)  # "she'd go", not "she'd gone"
    if any(child.tag_ in tags.MODAL for child in helpers):
        return None if "have" not in forms else Lean("past", f"tense:{verb.lower_}")
    if "to" in forms or (verb.dep_ in rel.COMPLEMENT and verb.tag_ in tags.BARE_VERB):
        head = verb.head
        if (head != verb and head.lower_ in looks_ahead()) or verb.dep_ in rel.ROOT:
            past = (
                head.lower_,
                head.head.lower_ if head.dep_ in rel.ADJECTIVE_PREDICATE else "",
                *(c.lower_ for c in head.children),
            )
            was = not {"was", "were", "had"}.isdisjoint(past)
            above = next((t.head for t in (head, head.head) if t.dep_ in rel.ADVERBIAL_CLAUSE), head)
            if was and above.tag_ in tags.PAST and not nominal:  # "fled hours before it was set to begin"
                return Lean("past", f"tense:{above.lower_}")
            return None if nominal else Lean("future", f"cue:{head.lower_} to {verb.lower_}", not was)
        return None
    if verb.lower_ in looks_ahead() and not nominal:
        was = any(child.lower_ in ("was", "were", "had") for child in helpers) or verb.tag_ in tags.PAST
        return Lean("future", f"cue:{verb.lower_}", not was)
    plain = verb.tag_ in tags.PRESENT or (verb.tag_ in tags.BARE_VERB and verb.dep_ in rel.ROOT and _has_subject(verb))
    if plain and not helpers and not nominal:
        return _present(verb)
    if verb.tag_ in tags.PAST or (verb.tag_ in tags.PARTICIPLE and (not helpers or forms & _TELLS_PAST)):
        if verb.tag_ in tags.PARTICIPLE and not helpers and nominal:
            return None
        return Lean("past", f"tense:{verb.lower_}", near=not nominal)
    return None


def _has_subject(verb: Token) -> bool:
    """Tell a present that the tagger took for an infinitive ("talks resume") from an order ("resume the talks")."""
    return has_dependent(verb, rel.ACTIVE_SUBJECT)


def _present(verb: Token) -> Lean | None:
    """Read "talks resume on Sunday", "when she arrives on Monday": the present of what is fixed lies ahead."""
    if verb.dep_ in rel.ADVERBIAL_CLAUSE:
        opens = next((c.lower_ for c in dependents(verb, rel.OPENER, _UNTIL)), None)
        if opens is not None:
            return Lean("future", f"when:{opens} {verb.lower_}")
    lemma = verb.lemma_.lower()
    beside = {lemma_of.lemma_.lower() for child in verb.children for lemma_of in (child, *child.children)}
    with_whom = any(c.dep_ in rel.OBJECT or c.lower_ == "with" for c in verb.children)
    if not beside.isdisjoint(_fixed().get(lemma, ())):
        return Lean("future", f"{FIXED}:{verb.lower_}")
    if lemma in _fixed() and not _fixed()[lemma] and not (with_whom and lemma in _DONE_TO):
        return Lean("future", f"{FIXED}:{verb.lower_}")
    subject = next(iter(dependents(verb, rel.ACTIVE_SUBJECT)), None)
    if subject is not None and subject.lemma_.lower() in _HAS_ITS_DAY and _comes_about(lemma):
        return Lean("future", f"{FIXED}:{subject.lower_}")
    return None


@cache
def _fixed() -> dict[str, frozenset[str]]:
    """Verbs of what is fixed, each with the words of which one must stand beside it; with none it always tells that."""
    return {verb: frozenset(beside) for verb, *beside in lexicon("fixed_verbs")}


@cache
def _comes_about(lemma: str) -> bool:
    """Tell verbs of what comes about, as "the truce *lapses*", from states, from sayings and from "to be"."""
    held = lemma in ("be", "have") or lemma in saying_verbs()
    return not held and lemma not in listed("eventuality_classes", "STATE", "I_STATE")


_REACH_BACK, _REACH_ON = 14, 10
_NEAR = 3  # words: a verb this close holds the time itself
_WAS = frozenset({"was", "were", "had"})
_IS_TO = frozenset({"is", "are", "was", "were"})
_TELLS_PAST = neighbours("tells-past")
_BETWEEN = neighbours("before-its-verb")


@cache
def _cues() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon("time_leans")}


def leans(words: list[Word], start: int, end: int) -> Lean:
    """Tell whether the time at `[start, end)` lies behind the report's day or ahead of it, and by which word."""
    before = words[start - 1].form if start else ""
    second = words[start - 2].form if start > 1 else ""
    soon = (before == "as" and second in ("soon", "early")) or (before == "of" and second == "ahead")
    ahead = before in neighbours("ahead")
    if ahead and before.endswith("ing") and (told := _before(words, start - 1)) and told.direction == "past":
        return told._replace(near=False)  # "has been shelled for days, starting Friday"
    if ahead or soon:
        if before in ("until", "till") and _is_negated(words, start):
            return Lean("future", f"negated:{before}")  # the parse tells whether it has come
        beside = second == "," and end < len(words) and words[end].form in _ARTICLES
        if (
            beside
            and before in ("until", "till")
            and not ((told := _before(words, start)) and told.direction == "future")
        ):
            return Lean("past", f"preposition:{before}", near=True)  # "Berg, until Friday the head of the bank, fled"
        return Lean("future", f"preposition:{before}", near=True)
    if before == "since":
        return Lean("past", "preposition:since", near=True)
    if before == "for" and (told := _foretold(words, start)):
        return told
    if lean := _before(words, start):
        return lean
    if end < len(words) and words[end].kind == "poss":
        return Lean(None)  # Sunday's attack: the verb that follows is not the attack's
    for i in range(end, min(len(words), end + _REACH_ON)):
        if words[i].kind in ("stop", "break"):
            break
        if lean := _cue(words, i):
            return lean
    return Lean(None)


def _foretold(words: list[Word], start: int) -> Lean | None:
    """Read "forecasts rain for Monday", "called a strike for Friday": the day is that of what is to come."""
    for i in range(start - 2, max(-1, start - _REACH_BACK), -1):
        if words[i].kind in ("stop", "break"):
            return None
        if words[i].form in _FORETELLS:
            had = i > 0 and words[i - 1].form == "had"
            return None if had else Lean("future", f"cue:{words[i].form} for", near=True)
    return None


def _is_negated(words: list[Word], start: int) -> bool:
    """Whether a word that negates stands before the time in its sentence."""
    for i in range(start - 1, max(-1, start - _REACH_BACK), -1):
        if words[i].kind in ("stop", "break"):
            return False
        if words[i].form in _NEGATES or words[i].form in _NONE:
            return True
    return False


def _before(words: list[Word], start: int) -> Lean | None:
    """Give what the nearest cue before the time says."""
    for i in range(start - 1, max(-1, start - _REACH_BACK), -1):
        if words[i].kind in ("stop", "break"):
            break
        if lean := _cue(words, i):
            return lean._replace(near=start - i <= _NEAR and words[i].form not in neighbours("planning"))
    return None


def _cue(words: list[Word], i: int) -> Lean | None:
    word, cue = words[i], _cues().get(words[i].form)
    after = words[i + 1].form if i + 1 < len(words) else ""
    if word.kind in ("month", "monthverb") and word.capital:
        return None
    if word.form == "to" and i and words[i - 1].form in _IS_TO:
        return Lean("future", f"cue:{words[i - 1].form} to", words[i - 1].form not in _WAS)
    if cue == "future-to":
        cue = "future" if after in ("to", "for") else "none"
    if cue == "future":
        if after == "not" and word.form in ("would", "could", "should"):
            return Lean("past", f"tense:{word.form} not")
        if word.form == "expected" and words[i - 1].form == "than":
            return None
        firm = not any(w.form in _WAS for w in words[max(0, i - 2) : i])
        return Lean("future", f"cue:{word.form}", firm)
    looks_past = cue is None and word.kind == "word" and len(word.form) > 4 and word.form.endswith("ed")
    if cue == "past" or (looks_past and not word.capital):
        return _past(words, i)
    return None


def _past(words: list[Word], i: int) -> Lean:
    """Read a past form, unless a modal or "to" before it makes it an infinitive's part ("would be reopened")."""
    told = Lean("past", f"tense:{words[i].form}")
    for j in range(i - 1, max(-1, i - 4), -1):
        form = words[j].form
        if form in ("would", "could", "should") and words[j + 1].form == "not":
            return told  # "could not be reached Sunday"
        if form == "to" and j and words[j - 1].form == "yet":
            return told  # "yet to be found after Friday's flood"
        if words[j].kind not in ("month", "monthverb") and (_cues().get(form) == "future" or form == "to"):
            return Lean("future", f"cue:{form} {words[i].form}", form != "to")
        if form not in _BETWEEN:
            break
    return told
