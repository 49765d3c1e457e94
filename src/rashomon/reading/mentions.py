"""Mentions and chains of one report (to be built): named entities of the model, one chain a string."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

import rashomon.reading.layers  # noqa: F401  (the layers must stand before a reader writes)
from rashomon.records import Chain, Mention, MentionKind

_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}


@Language.component("rashomon_mentions")
def mentions(doc: Doc) -> Doc:
    """Read names into `doc._.rashomon_mentions` and what they name into `doc._.rashomon_chains`."""
    chains: dict[str, Chain] = {}
    found: list[Mention] = []
    for ent in doc.ents:
        if ent.label_ in _KINDS:
            chain = chains.setdefault(ent.text, Chain(f"c{len(chains) + 1}", ent.text, _KINDS[ent.label_], (ent.text,)))
            found.append(
                Mention(
                    f"m{len(found) + 1}",
                    ent.start_char,
                    ent.end_char,
                    chain.kind,
                    "name",
                    chain.id,
                    f"model:{ent.label_}",
                )
            )
    doc._.rashomon_mentions, doc._.rashomon_chains = tuple(found), tuple(chains.values())
    return doc
