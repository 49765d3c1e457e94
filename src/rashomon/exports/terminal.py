"""The account as text for a terminal of any width; without colour it is plain text for a file or a pipe."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rashomon.exports.account import Account, Chapter, Dispute, Line
from rashomon.exports.day import day
from rashomon.exports.lookup import Quote
from rashomon.exports.mark import mark
from rashomon.exports.who import who

_INDENT = 12
_PERIODS = {"background": "Before", "story": "", "ahead": "Ahead: planned or threatened"}


def terminal(account: Account, width: int = 100, *, colour: bool = False) -> str:
    """Give the account as lines of at most `width` columns."""
    out = StringIO()
    console = Console(
        file=out, width=max(width, 40), force_terminal=colour, no_color=not colour, highlight=False, emoji=False
    )
    head = f"{_count(account.reports, 'report')} · {_count(account.outlets, 'outlet')} · {_stories(account)}"
    console.print(Text.assemble((account.name, "bold"), "  ", (head, "dim")))
    for chapter in account.chapters:
        _chapter(console, chapter)
    if account.refusals:
        console.print()
        console.print(Text(f"Left out: {_count(len(account.refusals), 'input')}", "yellow"))
        for refusal in account.refusals:
            console.print(Padding(Text(f"{refusal.input}: {refusal.reason}; {refusal.advice}", "dim"), (0, 0, 0, 2)))
    return out.getvalue()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _stories(account: Account) -> str:
    number = len([c for c in account.chapters if c.id])
    return f"{number} stor{'y' if number == 1 else 'ies'}"


def _chapter(console: Console, chapter: Chapter) -> None:
    console.print()
    days = " – ".join(dict.fromkeys(d for d in (chapter.start, chapter.end) if d))
    facts = " · ".join(f for f in (chapter.id, _count(len(chapter.reports), "report"), days) if f)
    console.print(Text(chapter.title or "Untitled story", "bold underline"))
    console.print(Text(facts, "dim"))
    for row, origin in chapter.derived:
        console.print(
            Padding(Text(f"{row.report}: {row.relation} from {origin} (by {row.basis})", "dim"), (0, 0, 0, 2))
        )
    disputes = {d.id: d for d in chapter.disputes}
    for period, heading in _PERIODS.items():
        lines = [line for line in chapter.lines if line.period == period]
        if lines and heading:
            console.print(Text(f"\n{heading}", "italic"))
        for line in lines:
            _line(console, line, disputes)
    if not chapter.lines:
        console.print(Text("  Nothing dated was found in these reports.", "dim"))
    named = {d for line in chapter.lines for d in line.disputes}
    loose = [d for d in chapter.disputes if d.id not in named]
    if loose:
        console.print(Text("\nAlso in conflict", "italic"))
        for dispute in loose:
            _dispute(console, dispute)


def _line(console: Console, line: Line, disputes: dict[str, Dispute]) -> None:
    console.print()
    counted = mark(line.origins, len(line.reports))
    date = day(line.date).ljust(_INDENT - 2)
    console.print(Text.assemble((date, "cyan"), "  ", (counted, "bold"), ("  " + line.id, "dim")))
    _indented(console, Text(line.title))
    for voice in line.voices:
        said = Text.assemble(("— ", "dim"), (who(voice), "green"))
        for way in voice.ways:
            if way:
                said.append(f"  through {' ← '.join(way)}", "dim")
        _indented(console, said)
    for dispute in line.disputes:
        if dispute in disputes:
            _dispute(console, disputes[dispute])


def _dispute(console: Console, dispute: Dispute) -> None:
    _indented(console, Text.assemble(("✗ ", "bold red"), (f"{dispute.kind}", "red"), (f"  {dispute.id}", "dim")))
    for side in dispute.sides:
        names = ", ".join(who(v) for v in side.voices) or "no named voice"
        said = _short(side.quotes[0]) if side.quotes else side.text
        _indented(console, Text.assemble((f"{names}: ", "green"), f"“{said}”"), 2)


def _short(quote: Quote) -> str:
    text = " ".join(quote.text.split())
    return text if len(text) <= 200 else text[:199].rsplit(" ", 1)[0] + " …"


def _indented(console: Console, text: Text, more: int = 0) -> None:
    console.print(Padding(text, (0, 0, 0, _INDENT + more)))
