"""The account as text for a terminal of any width; without colour it is plain text for a file or a pipe."""

from __future__ import annotations

from rashomon.exports.account import Account, Chapter, Dispute, Line
from rashomon.exports.day import day
from rashomon.exports.mark import mark
from rashomon.exports.paper import Paper
from rashomon.exports.who import who

_INDENT = 13
_LONGEST = 220
_PERIODS = {"background": "Before", "story": "", "ahead": "Ahead: planned or threatened"}


def terminal(account: Account, width: int = 100, *, colour: bool = False) -> str:
    """Give the account as lines of at most `width` columns."""
    paper = Paper(width, colour=colour)
    stories = len([c for c in account.chapters if c.id])
    facts = (
        _count(account.reports, "report"),
        _count(account.outlets, "outlet"),
        f"{stories:,} stor{'y' if stories == 1 else 'ies'}",
    )
    paper.say((account.name, "bold"), (f"  {' · '.join(facts)}", "dim"))
    for chapter in account.chapters:
        _chapter(paper, chapter)
    if account.refusals:
        paper.print()
        paper.say((f"Left out: {_count(len(account.refusals), 'input')}", "yellow"))
        for refusal in account.refusals:
            paper.say((f"{refusal.input} {refusal.reason}; {refusal.advice}.", "dim"), indent=2)
    return paper.text()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _chapter(paper: Paper, chapter: Chapter) -> None:
    paper.print()
    days = " to ".join(dict.fromkeys(day(d) for d in (chapter.start, chapter.end) if d))
    own = f"{chapter.alone or 'none'} not copied from another" if chapter.derived else ""
    facts = (chapter.id, _count(len(chapter.reports), "report"), own, days)
    paper.say((chapter.title or "Untitled story", "bold underline"))
    paper.say((" · ".join(f for f in facts if f), "dim"))
    for row, origin in chapter.derived:
        paper.say((f"{row.report}: {row.relation} from {origin} (by {row.basis})", "dim"), indent=2)
    disputes = {d.id: d for d in chapter.disputes}
    told: set[str] = set()
    for period, heading in _PERIODS.items():
        lines = [line for line in chapter.lines if line.period == period]
        if lines and heading:
            paper.print()
            paper.say((heading, "italic"))
        for line in lines:
            _line(paper, line, disputes, told)
    if not chapter.lines:
        paper.say(("Nothing dated was found in these reports.", "dim"), indent=2)
    untold = [d for d in chapter.disputes if d.id not in told]
    if untold:
        paper.print()
        paper.say(("Also in conflict", "italic"))
        for dispute in untold:
            _dispute(paper, dispute)


def _line(paper: Paper, line: Line, disputes: dict[str, Dispute], told: set[str]) -> None:
    paper.print()
    date = day(line.date).ljust(_INDENT - 2)
    paper.say((date, "cyan"), "  ", (mark(line.origins, len(line.reports)), "bold"), (f"  {line.id}", "dim"))
    paper.say(line.title, indent=_INDENT)
    for voice in line.voices:
        ways = "; ".join(" ← ".join(way) for way in voice.ways if way)
        paper.say(("— ", "dim"), (who(voice), "green"), (f", through {ways}" if ways else "", "dim"), indent=_INDENT)
    for correction in line.corrections:
        paper.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=_INDENT)
    for dispute in line.disputes:
        if dispute in told:
            paper.say(
                ("✗ ", "bold red"), (disputes[dispute].kind, "red"), (f"  {dispute}, above", "dim"), indent=_INDENT
            )
        elif dispute in disputes:
            told.add(dispute)
            _dispute(paper, disputes[dispute])


def _dispute(paper: Paper, dispute: Dispute) -> None:
    paper.say(("✗ ", "bold red"), (dispute.kind, "red"), (f"  {dispute.id}", "dim"), indent=_INDENT)
    for side in dispute.sides:
        for correction in side.corrections:
            paper.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=_INDENT + 2)
        names = ", ".join(dict.fromkeys(map(who, side.voices))) or "no named voice"
        said = " ".join((side.quotes[0].text if side.quotes else side.text).split())
        if len(said) > _LONGEST:
            said = said[:_LONGEST].rsplit(" ", 1)[0] + " …"
        paper.say((f"{names}: ", "green"), said, indent=_INDENT + 2)
