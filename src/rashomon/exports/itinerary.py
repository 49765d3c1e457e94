"""The timeline of an entity as text for a terminal: days in order, each sentence once, with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rashomon.exports.moments import Moment, Moments
from rashomon.exports.paper import Paper
from rashomon.exports.values_in_words import day
from rashomon.records import Evidence

_INDENT = 17
_PRINTED = frozenset({"published", "published-between"})
_HAPPENED = ("asserted", "attributed")


def itinerary(told: Moments, width: int = 100, *, colour: bool = False) -> str:
    """Give the timeline as lines of at most `width` columns; undated entries stand last."""
    paper = Paper(width, colour=colour)
    reports = len({r for m in told.moments for r in m.reports})
    paper.say((told.name, "bold"), (f"  {_count(len(told.moments), 'row')} from {_count(reports, 'report')}", "dim"))
    for entity in told.entities:
        also = ", ".join(n for n in entity.names if n != entity.name)
        paper.say((f"{entity.id}  {entity.name} ({entity.kind}){f': also {also}' if also else ''}", "dim"), indent=2)
    if len(told.entities) > 1:
        paper.say(("More than one is called so; ask by id for one of them.", "yellow"), indent=2)
    if not told.moments:
        paper.say(("Nothing is said of it.", "dim"), indent=2)
    for _, group in groupby(told.moments, key=_block):
        _say(paper, list(group))
    return paper.text()


def _block(moment: Moment) -> tuple[str, Evidence]:
    return _when(moment), moment.entry.evidence


def _when(moment: Moment) -> str:
    entry = moment.entry
    if entry.date is None:
        return f"by {day(entry.latest)}" if entry.latest else "undated"
    return f"by {day(entry.latest)}" if entry.date_basis.rule in _PRINTED else day(entry.date)


def _say(paper: Paper, moments: Sequence[Moment]) -> None:
    """Print one sentence with the words that tell set off, what the entity does in it, and who says so."""
    first = moments[0]
    paper.print()
    deeds = "; ".join(dict.fromkeys(map(_deed, moments)))
    reports = list(dict.fromkeys(r for m in moments for r in m.reports))
    copied = {r for m in moments for r in m.copied}
    count = f"{_count(len(reports), 'report')}{f', {len(copied)} of them copied' if copied else ''}"
    paper.say((_when(first).ljust(_INDENT - 2), "cyan"), "  ", (deeds, "bold"), (f"  {count}  {_member(first)}", "dim"))
    paper.say(*_sentence(moments), indent=_INDENT)
    for voice in dict.fromkeys(v for m in moments for v in m.said_by):
        paper.say(("— ", "dim"), (voice, "green"), indent=_INDENT)


def _deed(moment: Moment) -> str:
    entry = moment.entry
    stance = "" if entry.modality in _HAPPENED else f" ({entry.modality})"
    return f"{entry.word}{' ←' if entry.role == 'patient' else ''}{stance}"


def _member(moment: Moment) -> str:
    """Give the row that `rashomon show --why` opens: of those that tell it, one of the report that is quoted."""
    return ":".join(next(m for m in moment.entry.members if m[0] == moment.entry.evidence[0]))


def _sentence(moments: Sequence[Moment]) -> list[str | tuple[str, str]]:
    quote = moments[0].sentence
    parts: list[str | tuple[str, str]] = []
    at = 0
    for word in sorted({m.word for m in moments}):
        start, end = word[0] - quote.start, word[1] - quote.start
        if at <= start < end <= len(quote.text):
            parts += [quote.text[at:start], (quote.text[start:end], "underline")]
            at = end
    return [*parts, quote.text[at:]]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
