"""The chronicle as Markdown: what happened, who says so through whom, quoted with offsets, and where accounts differ.

A story at a glance comes first, in the order of every face. Every word of a report is escaped: a text cannot make a
heading, a link or an image of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.case import Case
from rashomon.exports.account import Account, Chapter, Dispute, Half, Line, Side, account
from rashomon.exports.in_words import PERIODS, Voice, day, day_in, day_or_by, mark, pointed, silence, told_by, ways, who
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Quote
from rashomon.exports.overview import ADDED, Overview, course, glance, legend, overview, shown, turn
from rashomon.exports.safe_text import escaped
from rashomon.formats import Format
from rashomon.language import many
from rashomon.records.vocabulary import CONFLICTS


def markdown_overview(chapter: Chapter, told: Overview) -> Iterator[str]:
    """Give the lines of the overview of a story."""
    if told.lines:
        yield from _head(told.heading)
        for line in told.lines:
            yield from _overview_line(line, told)
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


def _overview_line(line: Line, told: Overview) -> Iterator[str]:
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
            if at:
                yield f"  - {escaped(turn(dispute.halves[0], half, told.year))} {_half(half)}"
            else:
                when = f"{escaped(day_in(half.day, told.year))}, " if half.day else ""
                yield f"- {when}{_half(half)} `{dispute.id}`"


def _figures(told: Overview) -> Iterator[str]:
    if told.figures:
        yield from _head("Figures in time")
    for figure in told.figures:
        yield f"- {escaped(f'{figure.what}: {course(figure, told.year)}')} `{figure.id}`"


def markdown(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the chronicle of a whole case, a part a story."""
    told = account(case)
    ledger.carry(shown(told))
    yield f"# {escaped(told.name)}\n\n{_counted(told)}\n"
    for chapter in told.chapters:
        yield "\n".join(("", *_chapter(chapter), ""))
    if told.refusals:
        yield "\n## Left out\n\n"
        yield "".join(f"- {escaped(f'{r.input} {r.reason}; {r.advice}.')}\n" for r in told.refusals)


def _counted(told: Account) -> str:
    stories = len([c for c in told.chapters if c.id])
    return " · ".join((many(told.reports, "report"), many(told.outlets, "outlet"), many(stories, "story")))


def _chapter(chapter: Chapter) -> Iterator[str]:
    head, told = glance(chapter), overview(chapter)
    yield f"## {escaped(head.title)}"
    yield ""
    yield from (f"{escaped(fact)}  " for fact in (head.named, head.facts) if fact)
    yield from (f"`{chapter.id}`", "") if chapter.id else ()
    yield from markdown_overview(chapter, told)
    if chapter.reports:
        yield from ("", "### The reports", "")
    for report, outlet, published in chapter.reports:
        yield f"- {escaped(f'{outlet}, {day(published)}' + (f' ({report})' if outlet != report else ''))}"
    for row, origin in chapter.derived:
        why = f"{row.relation}, by {row.basis} ({escaped(str(row.because))})"
        yield f"- {escaped(row.report)} derives from {escaped(origin)}: {why}"
    outlets = {report: name for name, of in chapter.families for report in of}
    for period, heading in PERIODS.items():
        lines = [line for line in chapter.lines if line.period == period]
        if lines:
            yield from ("", f"### Every line: {heading.lower()}", "")
        for line in lines:
            yield from _line(line, outlets)
    if chapter.disputes:
        yield from ("", "### Every dispute", "")
        for dispute in chapter.disputes:
            yield from _dispute(dispute, outlets)


def _line(line: Line, outlets: dict[str, str]) -> Iterator[str]:
    yield f"- **{day(line.date)}**: {escaped(line.title)} ({mark(line.origins, len(line.reports))}) `{line.id}`"
    yield from _told(line.voices, line.quotes, line.corrections)
    if line.disputes:
        yield f"  - accounts differ: {', '.join(f'`{d}`' for d in line.disputes)}"
    for side in line.claims:
        yield f"  - claim `{side.id}`: {escaped(side.text)} ({mark(side.origins, len(side.reports))})"
        yield from _stances(side, outlets, "    ")
        yield from (f"    - also told, perhaps: {escaped(words)} `{id_}`" for id_, words in side.perhaps)
    yield f"  - because: {escaped(line.because)}"


def _dispute(dispute: Dispute, outlets: dict[str, str]) -> Iterator[str]:
    word, why = CONFLICTS[dispute.kind].word, escaped(str(dispute.because))
    yield f"- **{word}** ({dispute.status}) `{dispute.id}`, because: {why}"
    for side in dispute.sides:
        yield f"  - claim `{side.id}`: {escaped(side.text)} ({mark(side.origins, len(side.reports))})"
        yield from _told(side.voices, side.quotes, side.corrections, "    ")
        yield from _stances(side, outlets, "    ")
    if dispute.pointed_by:
        yield f"  - {escaped(pointed(dispute.pointed_by).strip())}"


def _told(
    voices: Sequence[Voice], quotes: Sequence[Quote], corrections: Sequence[str], indent: str = "  "
) -> Iterator[str]:
    for voice in voices:
        yield f"{indent}- {escaped(who(voice) + ways(voice))}"
    for quote in quotes:
        place = f"{quote.report} [{quote.start}, {quote.end})"
        told = place if quote.outlet == quote.report else f"{quote.outlet}, {place}"
        yield f"{indent}- “{escaped(quote.text)}” ({escaped(told)})"
    for correction in corrections:
        yield f"{indent}- ✎ {escaped(correction)}"


def _stances(side: Side, outlets: dict[str, str], indent: str) -> Iterator[str]:
    told = silence(side.stances, side.silent, side.silent_outlets, lambda name: outlets.get(name, name))
    if told:
        yield f"{indent}- {escaped(told)}"


FORMAT = Format(
    suffix="chronicle.md",
    what="the chronicle to read: who says so through whom, quotations with offsets, conflicts",
    opens="any editor, GitHub, Pandoc",
    checked="markdown-it: only our own headings and lists",
    write=markdown,
    lost="no line and no conflict rests on it",
    losses={
        "claims that no line and no conflict rests on": "the loss report names them",
        "white space inside quotations": "made single; the offsets say where the characters stand",
        "what was read and no line, claim or conflict rests on": "`--to readings`",
        "entities": "`--to findings`",
    },
)
