"""The verbs of the lexicon by lemma, and which token is which of them.

The tokens worth looking at are found by one look at all lemmas, not token by token.

Some verbs tell words or a blow: "attacked the plan" is said, "attacked the convoy" is done.

What something is called stands in quotation marks right behind it, parsed so or not: 'called her "rash"'.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.complement import Complement
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents
from rashomon.records import Polarity

_MARKS = frozenset({'"', "“", "‘", "``", "''", "'", "«"})
_NOUN_PHRASE = (
    tags.NOUN
    | tags.ANY_ADJECTIVE
    | tags.NUMERAL
    | tags.ARTICLE
    | tags.HYPHEN
    | tags.PREARTICLE
    | tags.GENITIVE
    | tags.PERSONAL_PRONOUN
    | tags.OWNING_PRONOUN
    | tags.PARTICIPLE
)
_SMALL = word_set("words_of_speech", "in_a_phrase")
_JOINS = frozenset({",", "and", "or"})
_LONGEST = 10


def called_in_quotes(verb: Token, home: list[int]) -> Complement | None:
    """Give the object of `verb` and the quotation behind it, or that alone; `home` has each token's quotation.

    None where something else than a noun phrase stands between, or where the words quoted are a clause of their own.
    """
    doc = verb.doc
    if home[verb.i] >= 0:
        return None
    k = verb.i + 1
    while k < len(doc) and home[k] < 0 and k - verb.i <= _LONGEST:
        if doc[k].text not in _MARKS and doc[k].tag_ not in _NOUN_PHRASE and doc[k].lower_ not in _SMALL:
            return None
        k += 1
    if k >= len(doc) or home[k] < 0 or doc[k].sent != verb.sent:
        return None
    if k == verb.i + 1 and not _is_what(verb):
        return None  # 'he called “for an inquiry”'
    return Complement("called", ((verb.i + 1, _end(home, verb, k)),))


def _end(home: list[int], verb: Token, k: int) -> int:
    """Give the end of the quotation that holds token `k`, with those joined to it: '“rash” and “late”'."""
    doc, end = verb.doc, k
    while end < len(doc) and home[end] == home[k]:
        end += 1
    joined = end
    while joined < len(doc) and home[joined] < 0 and doc[joined].lower_ in _JOINS:
        joined += 1
    return _end(home, verb, joined) if end < joined < len(doc) and home[joined] >= 0 else end


def _is_what(verb: Token) -> bool:
    """Whether what is called so stands before the verb: "what she called", "which she called", "was called"."""
    return verb.dep_ in rel.RELATIVE or any(
        c.tag_ in tags.WHO or c.dep_ in rel.PASSIVE_HELPER | rel.PASSIVE_SUBJECT for c in verb.children
    )


_OF_THINGS = frozenset({"attack", "shoot down"})  # a thing is mostly struck by these, and seldom by the others
_OF_PLACES = frozenset({"challenge", "defend"})
_WHERE = word_set("words_of_speech", "at_a_place")
_HOMES = word_set("words_of_speech", "struck_home")
_WORDY = word_set("words_of_speech", "said_to_hold")
# What is attacked with words alone.
_TALKED_OF = word_set("words_of_speech", "attacked_in_words")
_OFFICERS = word_set("words_of_speech", "officers")


def is_blow(verb: Token, lemma: str) -> bool:
    """Whether the verb tells a blow and no words.

    Its object is a thing, its subject bears arms or is a crowd, or place, day or weapon stand beside it.
    """
    if lemma not in _OF_THINGS and lemma not in _OF_PLACES and lemma != "blast":
        return False
    struck = dependent(verb, rel.UNDERGOER)
    if struck is None or struck.lemma_.lower() in _TALKED_OF or struck.lower_ in _TALKED_OF:
        return False
    if lemma in _OF_PLACES:
        return _by_force(verb) and _is_ground(struck)
    if _by_force(verb) or _with_weapon(verb, struck):
        return True
    if lemma not in _OF_THINGS:
        return False
    return not _is_somebody(struck) or struck.lower_ in _HOMES or _beside_a_place(verb, struck)


def _is_somebody(struck: Token) -> bool:
    return struck.ent_type_ in ner.PERSON_OR_BODY | ner.PEOPLE or struck.pos_ == "PRON" or may_speak(struck)


def strikes(verb: Token) -> bool:
    """Whether "hit" is a blow: "hit his head on the wall", "hit a store for two million"; not "hit him for it"."""
    struck = dependent(verb, rel.UNDERGOER)
    own = struck is not None and any(c.tag_ in tags.OWNING_PRONOUN for c in struck.children)
    return struck is None or not _is_somebody(struck) or own or _by_force(verb)


def is_assault(doers: Iterable[Token], struck: Iterable[Token]) -> bool:
    """Whether an attack is a deed: by those who bear arms, or on what nobody attacks with words alone."""
    told = [w for w in struck if w.lemma_.lower() in _TALKED_OF or w.lower_ in _TALKED_OF]
    return any(w.lemma_.lower() in _forces() for w in doers) and not told


@cache
def _forces() -> frozenset[str]:
    armed = {noun for noun, kind in lexicon("political_actors") if kind in ("force", "weapon")}
    crowds = {noun for name, noun in lexicon("event_noun_classes") if name == "crowd"}
    return frozenset(armed | crowds) - _OFFICERS - {"activist"}


@cache
def _grounds() -> frozenset[str]:
    return frozenset(noun for name, noun in lexicon("event_noun_classes") if name == "territory")


def _by_force(verb: Token) -> bool:
    """Whether those who do it bear arms, or are many in a street."""
    above = (verb, verb.head) if verb.dep_ in rel.JOINED else (verb,)
    doers = [c for v in above for c in dependents(v, rel.AGENT | rel.ACTIVE_SUBJECT)]
    heads = (w for c in doers for w in ((c,) if c.dep_ in rel.ACTIVE_SUBJECT else c.children))
    return any(w.lemma_.lower() in _forces() for w in heads)


def _is_ground(struck: Token) -> bool:
    """Whether what is defended or challenged is held and not said: "the bridge", "the army's grip on the town"."""
    if struck.ent_type_ in ner.PLACES:
        return True
    held = (o for p in dependents(struck, rel.PREPOSITION, ("on", "of")) for o in p.children)
    return any(t.lemma_.lower() in _grounds() for t in (struck, *held))


def _with_weapon(verb: Token, struck: Token) -> bool:
    tools = (c for v in (verb, struck) for c in dependents(v, rel.PREPOSITION, ("with",)))
    held = (o for c in tools for o in dependents(c, rel.GOVERNED))
    return any(o.tag_ in tags.COMMON and o.lemma_.lower() not in _WORDY and not may_speak(o) for o in held)


def _beside_a_place(verb: Token, struck: Token) -> bool:
    beside_it = [c for v in (verb, struck) for c in dependents(v, rel.PREPOSITION, _WHERE)]
    return any(
        o.ent_type_ in ner.PLACES | ner.TIMES or c.lower_ in ("near", "outside") for c in beside_it for o in c.children
    )


def candidates(doc: Doc, words: frozenset[str], *, lower: bool = False) -> list[Token]:
    """Give the tokens of `doc`, in order, whose lemma (or lower-case form) is one of `words`, titled ones too."""
    ids = _ids(words)
    values = doc.to_array(["LOWER" if lower else "LEMMA"])
    return [doc[i] for i, value in enumerate(values.tolist()) if value in ids]


@cache
def _ids(words: frozenset[str]) -> frozenset[int]:
    return frozenset(get_string_id(w) for word in words for w in (word, word.title()))


class VerbEntry(NamedTuple):
    """One verb: its kind (speech, belief, want, evidence, seeming, act), polarity and frames."""

    kind: str
    polarity: Polarity
    frames: frozenset[str]


@cache
def cue_verbs() -> dict[str, VerbEntry]:
    """Give the verbs by lemma; verbs with a particle as "point out"."""
    return {
        entry[0]: VerbEntry(entry[1], cast(Polarity, entry[2]), frozenset(entry[3].split()))
        for entry in lexicon("attribution_verbs")
    }


# A particle that makes a deed of a word: nobody says anything who calls off a strike.
_DEEDS = frozenset({"call back", "call off", "call up"})


@cache
def first_words() -> frozenset[str]:
    """Give the lemmas of cue verbs; of a verb with a particle that of the verb."""
    return frozenset(lemma.split()[0] for lemma in cue_verbs())


def verb_lemma(token: Token) -> str | None:
    """Give the lexicon's lemma of a token that is used as a verb, particle included, or None."""
    if token.pos_ not in ("VERB", "AUX") and not _verbal(token):
        return None
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in rel.PARTICLE or (child.i == token.i + 1 and child.dep_ in rel.ADVERBIAL | rel.PREPOSITION):
            joined = f"{lemma} {child.lower_}"
            if joined in cue_verbs():
                return joined
            if joined in _DEEDS:
                return None
    return lemma if lemma in cue_verbs() else None


def _verbal(token: Token) -> bool:
    """Tell a verb that the tagger took for a noun: it has a subject, or an infinitive and stands as the root."""
    return (
        token.tag_ in tags.COMMON
        and token.dep_ in rel.ROOT | rel.ADVERBIAL_CLAUSE | rel.CONTENT | rel.JOINED | rel.RELATIVE
        and any(c.dep_ in rel.SUBJECT and c.i < token.i for c in token.children)
    )


def utters(token: Token) -> bool:
    """Whether the token is a cue that a speaker may go on with: "…, adding that", "… and urged them"."""
    lemma = verb_lemma(token)
    if lemma is None:
        return False
    entry = cue_verbs()[lemma]
    return entry.kind == "speech" and ("quote" in entry.frames or lemma in _GOES_ON)


_GOES_ON = word_set("words_of_speech", "with_a_quotation")
