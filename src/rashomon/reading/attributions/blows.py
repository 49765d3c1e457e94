"""Some verbs tell words or a blow: "attacked the plan" is said, "attacked the convoy" is done."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.language import lexicon
from rashomon.reading.attributions.who_may_speak import may_speak
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.dependents import dependent, dependents

_OF_THINGS = frozenset({"attack", "shoot down"})  # a thing is mostly struck by these, and seldom by the others
_OF_PLACES = frozenset({"challenge", "defend"})
_WHERE = frozenset({"at", "in", "near", "on", "outside", "over"})
_HOMES = frozenset({"consulate", "embassy", "home", "homes", "house", "houses"})
_WORDY = frozenset({"accusation", "argument", "charge", "claim", "criticism", "tweet", "word"})
# What is attacked with words alone.
_TALKED_OF = frozenset(
    {"argument", "bill", "budget", "character", "claim", "decision", "idea", "law", "plan", "policy", "proposal"}
    | {"record", "remark", "report", "reputation", "rumor", "rumour", "speculation", "stance", "suggestion", "theory"}
    | {"coverage", "deal", "measure", "media", "move", "press", "reform", "rule", "ruling", "verdict", "vote"}
)
_OFFICERS = frozenset({"admiral", "captain", "colonel", "commander", "general", "lieutenant", "major", "sergeant"})


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
    if not (struck.ent_type_ in ner.PERSON_OR_BODY | ner.PEOPLE or struck.pos_ == "PRON" or may_speak(struck)):
        return True
    return struck.lower_ in _HOMES or _beside_a_place(verb, struck)


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
