"""How an event stands: asserted unless a word that governs it denies it, supposes it, plans it or demands it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from rashomon.lexicons import lexicon
from rashomon.reading.events.trigger import Trigger
from rashomon.records import Modality

_ORDER: tuple[Modality, ...] = ("denied", "hypothetical", "demanded", "planned")
_OCCURS = frozenset(
    {"happen", "occur", "erupt", "break", "take", "follow", "begin", "start", "resume", "continue", "come", "be"}
)
_MODALS = {
    "may": "hypothetical",
    "might": "hypothetical",
    "could": "hypothetical",
    "can": "hypothetical",
    "will": "planned",
    "wo": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "shall": "planned",
    "would": "planned",
    "must": "demanded",
    "should": "demanded",
    "ought": "demanded",
}
_DEFINITE = frozenset({"the", "this", "these", "that", "those"})


def modality(trigger: Trigger) -> tuple[Modality, str] | None:
    """Give the modality and the word that made it, or None where nothing takes the event out of assertion."""
    found: dict[Modality, str] = {}
    if trigger.recast == "planned":
        found["planned"] = trigger.rule
    token = trigger.token
    if token.pos_ in ("NOUN", "PROPN"):
        _own_noun(token, found)
        if trigger.carrier is not None:
            _clause(trigger.carrier, found, trigger)
            _climb(trigger.carrier, found)
        else:
            _from_noun(token, found)
    else:
        _clause(token, found, trigger)
        _climb(token, found)
    if token.sent.text.rstrip().endswith("?"):
        found.setdefault("hypothetical", "question")
    for kind in _ORDER:
        if kind in found:
            return kind, found[kind]
    return None


def _own_noun(noun: Token, found: dict[Modality, str]) -> None:
    for child in noun.children:
        word = child.lower_
        if child.dep_ == "det" and word in ("no", "neither"):
            found.setdefault("denied", f"negation:{word}")
        elif child.dep_ in ("amod", "compound") or (child.dep_ == "det" and word == "any"):
            kind = _cues().get(word) or _cues().get(child.lemma_.lower())
            if kind:
                found.setdefault(kind, f"modifier:{word}")


def _clause(verb: Token, found: dict[Modality, str], trigger: Trigger) -> None:
    """What stands in the event's own clause: negation, modal verbs, "if"."""
    will_not = trigger.rule.startswith("will-not:")
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "neg" and not will_not:
            found.setdefault("denied", f"negation:{word}")
        elif child.dep_ == "aux" and word in _MODALS:
            kind = _MODALS[word]
            if trigger.rule.startswith(("will", "commits")):
                continue
            if word == "would" and _hedged(verb):
                kind = "hypothetical"
            found.setdefault(_modal(kind), f"modal:{word}")
        elif child.dep_ == "mark" and word in ("if", "unless", "whether", "lest"):
            found.setdefault("hypothetical", f"condition:{word}")
        elif child.dep_ == "advmod" and word in (
            "never",
            "allegedly-",
            "perhaps",
            "possibly",
            "probably",
            "likely",
            "maybe",
        ):
            found.setdefault("denied" if word == "never" else "hypothetical", f"adverb:{word}")
        elif child.dep_ == "advcl" and any(m.lower_ in ("if", "unless") and m.dep_ == "mark" for m in child.children):
            if not trigger.rule.startswith(("will-not", "commits")) or trigger.sense.type != "THREATEN":
                if any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children):
                    found.setdefault("hypothetical", "condition:if")
        elif child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
            d.dep_ == "det" and d.lower_ == "no" for d in child.children
        ):
            found.setdefault("denied", "negation:no")
        elif child.dep_ == "nsubj" and word in ("nobody", "none", "neither"):
            found.setdefault("denied", f"negation:{word}")


def _modal(kind: str) -> Modality:
    return next(k for k in _ORDER if k == kind)


def _hedged(verb: Token) -> bool:
    return any(
        (c.dep_ == "advmod" and c.lower_ in ("likely", "probably", "possibly", "perhaps", "surely"))
        or (c.dep_ == "advcl" and any(m.lower_ in ("if", "unless", "were") for m in c.children))
        for c in verb.children
    )


def _climb(verb: Token, found: dict[Modality, str]) -> None:
    """What the clauses above do to a verb: complements of deny, demand, plan, threaten; purposes; conditions."""
    token = verb
    for _ in range(8):
        dep, head = token.dep_, token.head
        if head == token or dep in ("relcl", "parataxis", "ROOT"):
            return
        if dep in ("acl",) and head.pos_ in ("NOUN", "PROPN"):
            if token.tag_ == "VB" or any(c.tag_ == "TO" for c in token.children):
                _governed(head, found)
                _own_noun(head, found)
                token = head
                if head.dep_ not in ("dobj", "attr", "pobj"):
                    return
                head = head.head
                if token.dep_ == "pobj":
                    head = head.head
                token = head
                continue
            return
        if dep == "advcl":
            if any(m.lower_ in ("if", "unless", "lest") for m in token.children if m.dep_ == "mark"):
                found.setdefault("hypothetical", "condition:if")
                return
            if any(c.tag_ == "TO" for c in token.children):
                if head.lemma_.lower() not in ("force", "use", "help", "begin", "continue"):
                    found.setdefault("planned", "purpose:to")
                return
            return
        if dep == "conj":
            if not any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children):
                for child in head.children:
                    if (
                        child.dep_ == "aux"
                        and child.lower_ in _MODALS
                        and not any(c.dep_ == "aux" for c in token.children)
                    ):
                        kind = _MODALS[child.lower_]
                        found.setdefault(
                            _modal("hypothetical" if child.lower_ == "would" and _hedged(head) else kind),
                            f"modal:{child.lower_}",
                        )
            token = head
            continue
        if dep in ("xcomp", "ccomp", "pcomp", "acomp", "oprd", "prep", "attr"):
            governor = head
            if dep == "pcomp":
                if head.lower_ in ("without",):
                    found.setdefault("denied", "negation:without")
                    return
                governor = head.head
                if head.lower_ in ("before", "after", "since", "while", "by", "in", "despite"):
                    return
            _governed(governor, found)
            if dep == "xcomp":
                for child in governor.children:
                    if child.dep_ == "aux" and child.lower_ in _MODALS:
                        kind = _MODALS[child.lower_]
                        found.setdefault(_modal(kind), f"modal:{child.lower_}")
                    elif child.dep_ == "neg":
                        found.setdefault("denied", f"negation:{child.lower_}")
            token = governor
            continue
        return


def _governed(word: Token, found: dict[Modality, str]) -> None:
    cues = _cues()
    lemma = word.lemma_.lower()
    kind = cues.get(lemma)
    for child in word.children:
        if child.dep_ in ("prt", "prep", "acomp", "oprd") and f"{lemma} {child.lower_}" in cues:
            kind = cues[f"{lemma} {child.lower_}"]
        elif child.dep_ == "acomp" and child.lower_ in cues:
            kind = kind or cues[child.lower_]
    if kind == "denied" and any(c.dep_ == "neg" for c in word.children):
        return
    if kind:
        found.setdefault(kind, f"governed:{lemma}")


def _from_noun(noun: Token, found: dict[Modality, str]) -> None:
    """What governs a bare event noun: "fear of attacks", "prevent attacks", "attacks could follow", "call for talks"."""
    if any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in noun.children) or any(
        c.dep_ == "poss" for c in noun.children
    ):
        definite = True
    else:
        definite = False
    dep, head = noun.dep_, noun.head
    if dep == "conj":
        dep, head = head.dep_, head.head
    if dep == "pobj":
        if head.lower_ == "without":
            found.setdefault("denied", "negation:without")
            return
        governor = head.head
        if head.lower_ in ("of", "for", "from", "about", "against", "to", "on", "at", "into", "in"):
            if not definite and head.lower_ in ("of", "for", "from", "about", "against", "to", "into"):
                _governed(governor, found)
            if governor.pos_ == "NOUN" and not found and not definite:
                _from_noun(governor, found)
            elif governor.pos_ in ("VERB", "AUX") and not definite:
                _verb_over_noun(governor, found)
        return
    if dep in ("dobj", "nsubjpass", "attr"):
        if not definite or head.lemma_.lower() in ("prevent", "avert", "avoid", "deny", "plan", "cancel"):
            _governed(head, found)
            _verb_over_noun(head, found)
    elif dep == "nsubj" and head.lemma_.lower() in _OCCURS:
        _verb_over_noun(head, found)


def _verb_over_noun(verb: Token, found: dict[Modality, str]) -> None:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in _MODALS:
            kind = _MODALS[child.lower_]
            found.setdefault(
                _modal("hypothetical" if child.lower_ == "would" and _hedged(verb) else kind), f"modal:{child.lower_}"
            )
        elif child.dep_ == "neg":
            found.setdefault("denied", f"negation:{child.lower_}")
    _climb(verb, found)


@cache
def _cues() -> dict[str, Modality]:
    table: dict[str, Modality] = {}
    for word, kind in lexicon("modality_cues"):
        table[word] = _modal(kind)
    return table
