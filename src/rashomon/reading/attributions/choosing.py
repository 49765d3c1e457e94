"""Which of a verb's complements hold what is said: the best frame first, with what else belongs to it."""

from __future__ import annotations

from rashomon.reading.attributions.complement import Complement
from rashomon.reading.attributions.cue_verbs import VerbEntry

CLAUSES = ("clause", "wh")
"""Frames that are whole clauses."""
# What is said stands in the prepositional phrase, and the object is who is told or spoken of.
_PREPOSITION_OF_OBJECT: dict[str, tuple[str, ...]] = {
    "accuse": ("of",),
    "advise": ("of", "against", "on"),
    "ask": ("about", "for"),
    "assure": ("of",),
    "blame": ("on",),
    "brief": ("on", "about"),
    "call": ("on",),
    "challenge": ("on",),
    "inform": ("of", "about"),
    "notify": ("of",),
    "press": ("on", "about"),
    "remind": ("of", "about"),
    "suspect": ("of",),
    "tell": ("about", "of"),
    "warn": ("of", "about", "against"),
}
_OBJECT_IS_CONTENT = frozenset({"accuse", "suspect"})
_OBJECT_IS_TOLD = frozenset({"tell", "ask"})
_REASONS = ("for", "as", "with")


def choose(lemma: str, entry: VerbEntry, present: list[Complement]) -> tuple[list[Complement], str]:
    """Pick the complements that are content, best frame first."""
    by: dict[str, list[Complement]] = {}
    extra = _PREPOSITION_OF_OBJECT.get(lemma, ())
    for c in present:
        if c.frame == "what" and "np" in entry.frames and entry.kind != "want":
            by.setdefault("np", []).append(c)
        elif c.frame in entry.frames or c.frame in extra:
            by.setdefault(c.frame, []).append(c)
    clauses = [c for frame in CLAUSES for c in by.get(frame, ())]
    if clauses:
        return clauses, clauses[0].frame
    if lemma in _OBJECT_IS_TOLD:
        by.pop("np", None)
    if "np" in by and any(c.cue for c in by.get("to", ())):
        del by["to"]  # to whom it was offered
    nearest = sorted(by, key=lambda frame: by[frame][0].ranges[0][0])
    for frame in (
        "to",
        "figure",
        "called",
        "plea",
        "as",
        *(f for f in nearest if f in extra),
        "np",
        "around",
        "ing",
        *nearest,
    ):
        if frame in by:
            return by[frame] + _beside(lemma, frame, present, by), frame
    return [], "quote"


def _beside(lemma: str, frame: str, present: list[Complement], by: dict[str, list[Complement]]) -> list[Complement]:
    """Give what else is content: whom one accuses of it, and what one criticises somebody for."""
    if (frame == "of" and lemma in _OBJECT_IS_CONTENT) or (frame == "on" and lemma == "blame"):
        return [c for c in present if c.frame == "np"]
    return [c for p in _REASONS for c in by.get(p, ())] if frame == "np" else []
