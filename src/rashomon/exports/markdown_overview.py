"""A story at a glance as Markdown, in the order of every face; every word of a report is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.exports.account import Chapter, Half, Line
from rashomon.exports.overview import Overview
from rashomon.exports.overview_words import ADDED, legend
from rashomon.exports.safe_text import escaped
from rashomon.exports.values_in_words import day_in, day_or_by
from rashomon.exports.voices_in_words import mark, pointed, told_by
from rashomon.records.vocabulary import CONFLICTS


def markdown_overview(chapter: Chapter, told: Overview) -> Iterator[str]:
    """Give the lines of the overview of a story."""
    if told.lines:
        yield from _head(told.heading)
        for line in told.lines:
            yield from _line(line, told)
        yield from ("", *(f"*{escaped(words)}*  " for words in legend(told)))
    yield from _disputes(told)
    yield from _otherwise(told)
    yield from _figures(told)
    if told.parties:
        yield from _head("What the parties say")
    for party in told.parties:
        yield f"- **{escaped(party.name)}**"
        yield from (f"  - {_words(line, told, who)}" for line, who in party.lines)
    for heading, lines in (("Announced, threatened, expected", told.ahead), ("Background", told.background)):
        yield from _listed(heading, lines, told)
    yield from _listed("Corrected by a person", told.corrected, told)
    if chapter.lines or chapter.disputes:
        yield from ("", f"*{escaped(ADDED)}*")


def _head(heading: str) -> tuple[str, ...]:
    return ("", f"### {heading}", "")


def _line(line: Line, told: Overview) -> Iterator[str]:
    counted = mark(line.origins, len(line.reports))
    yield f"- **{escaped(day_or_by(line.date, line.latest, told.year))}**: {_words(line, told)}"
    yield f"  - {escaped('; '.join(x for x in (told_by(line.voices, line.title), counted) if x))}"


def _words(line: Line, told: Overview, who: str = "") -> str:
    came = told.outcome(line)
    title = f"{line.title} ({who})" if who else line.title
    return f"{escaped(title)}{f' ({came.sign} {escaped(came.says)})' if came else ''} `{line.id}`"


def _half(half: Half) -> str:
    return f"{escaped('; '.join(half.who) or 'somebody not named')}: {escaped(half.said)}"


def _listed(heading: str, lines: Sequence[Line], told: Overview) -> Iterator[str]:
    if lines:
        yield from _head(heading)
    for line in lines:
        yield f"- {f'{escaped(day_in(line.date, told.year))}: ' if line.date else ''}{_words(line, told)}"


def _disputes(told: Overview) -> Iterator[str]:
    if told.still:
        yield from _head(f"Open disputes ({told.still})")
        for number, dispute in enumerate(told.disputes, 1):
            yield f"{number}. **{CONFLICTS[dispute.kind].word}** `{dispute.id}`"
            yield from (f"   - {_half(half)}" for half in dispute.halves)
            if dispute.pointed_by:
                yield f"   - {escaped(pointed(dispute.pointed_by).strip())}"
        if told.still > len(told.disputes):
            yield from ("", f"{told.still - len(told.disputes):,} more, below")


def _otherwise(told: Overview) -> Iterator[str]:
    if told.otherwise:
        yield from _head("First told otherwise")
    for dispute in told.otherwise:
        for at, half in enumerate(dispute.halves):
            when = escaped(day_in(half.day, told.year)) if half.day else ""
            opening = "".join(f"{x}, " for x in ("later" if at else "", when) if x)
            yield f"{'  - ' if at else '- '}{opening}{_half(half)}{'' if at else f' `{dispute.id}`'}"


def _figures(told: Overview) -> Iterator[str]:
    if told.figures:
        yield from _head("Figures in time")
    for figure in told.figures:
        points = "; then ".join(
            f"{value} ({', '.join(x for x in (day_in(as_of, told.year) if as_of else '', voice or quote.outlet) if x)})"
            for value, as_of, voice, quote in figure.points
        )
        yield f"- {escaped(f'{figure.what}: {points}')} `{figure.id}`"
