"""The tense and aspect of a verb as its auxiliaries and its own form show them, in the terms of ISO-TimeML."""

from __future__ import annotations

from rashomon.reading.eventualities.parse import Parse
from rashomon.records import Aspect, Tense

_FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "sha"})
_TENSES: dict[str, Tense] = {
    "VBD": "PAST",
    "VBZ": "PRESENT",
    "VBP": "PRESENT",
    "VBG": "PRESPART",
    "VBN": "PASTPART",
    "VB": "INFINITIVE",
}


def tense(parse: Parse, verb: int) -> tuple[Tense, Aspect]:
    """Give tense and aspect of the verb at `verb`; a noun has neither."""
    if parse.pos[verb] != "VERB":
        return "NONE", "NONE"
    helpers = [c for c in parse.children[verb] if parse.dep[c] in ("aux", "auxpass")]
    had = any(parse.lemma[c] == "have" or parse.lower[c] in ("has", "had", "have", "'ve", "’ve") for c in helpers)
    being = parse.tag[verb] == "VBG" and any(parse.lemma[c] == "be" for c in helpers)
    aspect: Aspect = (
        "PERFECTIVE_PROGRESSIVE" if had and being else "PERFECTIVE" if had else "PROGRESSIVE" if being else "NONE"
    )
    if any(parse.lower[c] in _FUTURE for c in helpers):
        return "FUTURE", aspect
    finite = next((parse.tag[c] for c in helpers if parse.tag[c] in ("VBD", "VBZ", "VBP")), None)
    return _TENSES.get(finite or parse.tag[verb], "NONE"), aspect
