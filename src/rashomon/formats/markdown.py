"""The chronicle as Markdown: what happened, who says so through whom, quoted with offsets, and where accounts differ.

Every word of a report is escaped: a text cannot make a heading, a link or an image of itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.case import Case
from rashomon.exports.account import Account, Chapter, Dispute, Line, Side, Voice, account
from rashomon.exports.glance import glance
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Quote
from rashomon.exports.markdown_overview import markdown_overview
from rashomon.exports.overview import overview
from rashomon.exports.safe_text import escaped
from rashomon.exports.shown import shown
from rashomon.exports.silence import silence
from rashomon.exports.values_in_words import day
from rashomon.exports.voices_in_words import mark, pointed, ways, who
from rashomon.formats import Format
from rashomon.records.vocabulary import CONFLICTS

_PERIODS = {"background": "Background", "story": "What happened", "ahead": "Announced, threatened, expected"}


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
    named = f"{stories:,} stor{'y' if stories == 1 else 'ies'}"
    return " · ".join((_count(told.reports, "report"), _count(told.outlets, "outlet"), named))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
    for period, heading in _PERIODS.items():
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
