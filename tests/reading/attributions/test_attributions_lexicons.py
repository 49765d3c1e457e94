"""Every entry of the lexicons of attribution does its job on a short sentence made for it."""

import pytest

from rashomon.language import lexicon
from rashomon.reading import pipeline

KINDS = {"speech", "belief", "want", "evidence", "seeming", "act"}
POLARITIES = {"assert", "deny", "demand", "warn", "doubt"}
# One sentence a frame; a verb or noun is put in as it stands in the lexicon.
VERB_FRAMES = {
    "clause": "The minister will {} that the plan has failed.",
    "wh": "The minister will {} why the plan has failed.",
    "quote": "“The plan has failed,” the minister will {}.",
    "around": "The plan, the ministers {}, has failed.",
    "to": "The minister will {} to leave the city.",
    "ing": "The minister will {} leaving the city.",
    "np": "The minister will {} the plan.",
    "as": "The minister will {} the plan as a failure.",
    "called": "The minister will {} the plan a failure.",
}
VERB_PREPOSITION = "The minister will {} {} the plan."
VERB_PREPOSITION_OF_OBJECT = "The minister will {} the senator {} the plan."
NOUN_FRAMES = {
    "that": "The senator rejected the minister's {} that the plan had failed.",
    "to": "The senator rejected the minister's {} to leave the city.",
}
NOUN_PREPOSITION = "The senator rejected the minister's {} {} the plan."
VERBS = lexicon("attribution_verbs")
NOUNS = lexicon("attribution_nouns")


def read(texts: list[str]) -> list[set[str]]:
    """The lemmas of the cues found in each text."""
    return [{row.lemma for row in doc._.rashomon_attributions} for doc in pipeline().pipe(texts)]


def test_verbs_are_well_formed() -> None:
    for lemma, kind, polarity, frames in VERBS:
        assert lemma == lemma.lower(), lemma
        assert kind in KINDS, lemma
        assert polarity in POLARITIES, lemma
        assert frames.split(), lemma


def test_nouns_are_well_formed() -> None:
    for lemma, polarity, frames in NOUNS:
        assert lemma == lemma.lower(), lemma
        assert polarity in POLARITIES, lemma
        assert frames.split(), lemma


def unreached(sentences: dict[str, list[str]]) -> list[str]:
    """The entries that none of their sentences brings out; the later sentences are read only for who needs them."""
    left = dict(sentences)
    while any(left.values()):
        tried = {entry: texts[0] for entry, texts in left.items() if texts}
        found = dict(zip(tried, read(list(tried.values())), strict=True))
        left = {entry: texts[1:] for entry, texts in left.items() if entry not in found.get(entry, set())}
    return sorted(left)


def verb_sentences(lemma: str, frame: str) -> list[str]:
    if frame in VERB_FRAMES:
        return [VERB_FRAMES[frame].format(lemma)]
    return [VERB_PREPOSITION.format(lemma, frame), VERB_PREPOSITION_OF_OBJECT.format(lemma, frame)]


def noun_sentences(lemma: str, frame: str) -> list[str]:
    return [NOUN_FRAMES[frame].format(lemma) if frame in NOUN_FRAMES else NOUN_PREPOSITION.format(lemma, frame)]


def test_every_verb_is_reached_in_one_of_its_frames() -> None:
    missed = unreached({v[0]: [t for f in v[3].split() for t in verb_sentences(v[0], f)] for v in VERBS})
    # The parser takes a few of these base forms for nouns.
    assert len(missed) <= 0.04 * len(VERBS), missed


def test_every_noun_is_reached_in_one_of_its_frames() -> None:
    missed = unreached({n[0]: [t for f in n[2].split() for t in noun_sentences(n[0], f)] for n in NOUNS})
    assert len(missed) <= 0.06 * len(NOUNS), missed


@pytest.mark.parametrize("verb", ["make", "issue", "express", "deliver", "repeat", "offer"])
def test_the_subject_of_a_light_verb_is_the_source(verb: str) -> None:
    assert (verb,) in lexicon("cue_light_verbs")
    text = f"The minister will {verb} a promise to leave the city."
    rows = pipeline()(text)._.rashomon_attributions
    assert any(row.lemma == "promise" and text[slice(*row.source[0])] == "The minister" for row in rows), rows
