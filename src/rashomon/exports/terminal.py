"""The account as text for a terminal of any width; without colour it is plain text for a file or a pipe.

Each story opens with what it is and the lines that tell most, then its open disputes, what was first told otherwise,
figures in time, what the parties say, what is announced, and what lies behind it; the rest is counted.

Opened rows as an indented text: every rule named, every quotation with its report and offsets. What reports say can
colour nothing and move no cursor.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from rashomon.exports.account import Account, Chapter, Dispute, Half, Line
from rashomon.exports.in_words import (
    LEGEND,
    PERIODS,
    bounds,
    day_in,
    day_or_by,
    mark,
    pointed,
    silence,
    told_by,
    ways,
    who,
)
from rashomon.exports.overview import ADDED, Overview, course, glance, in_rank, legend, numbered, overview, turn
from rashomon.exports.safe_text import printable
from rashomon.exports.why import OpenedRow
from rashomon.language import many
from rashomon.records.vocabulary import CONFLICTS


def opened(reasons: Sequence[OpenedRow], width: int = 100, *, colour: bool = False) -> str:
    """Give opened rows as lines of at most `width` columns."""
    out = TextRenderer(width, colour=colour)
    for reason in reasons:
        out.print(_tree(reason))
    return out.text()


def _tree(reason: OpenedRow) -> Tree:
    head = styled((f"{reason.kind} ", "bold"), (f"{reason.id}  ", "cyan"), " ".join(reason.says.split()))
    tree = Tree(head, guide_style="dim")
    for rule in reason.because:
        if rule:
            tree.add(styled(("because ", "dim"), (rule, "yellow")))
    for quote in reason.quotes:
        place = f"{quote.report} [{quote.start}, {quote.end})"
        if quote.outlet != quote.report:
            place = f"{quote.outlet}, {place}"
        tree.add(styled(("> ", "dim"), " ".join(quote.text.split()), (f"  {place}", "dim")))
    for behind in reason.behind:
        tree.children.append(_tree(behind))
    return tree


_DATE = 10
_BY_RULES = "; by the rules alone: --rules"


def terminal(account: Account, width: int = 100, *, colour: bool = False, everything: bool = False) -> str:
    """Give the account as lines of at most `width` columns; `everything`: also every line, with how it came to us."""
    out = TextRenderer(width, colour=colour)
    stories = len([c for c in account.chapters if c.id])
    facts = (
        many(account.reports, "report"),
        many(account.independent, "independent outlet") if account.independent else many(account.outlets, "outlet"),
        f"{stories:,} stor{'y' if stories == 1 else 'ies'}",
    )
    out.say((account.name, "bold"), (f"  {' · '.join(facts)}", "dim"))
    explained: set[str] = set()
    for chapter in account.chapters:
        _chapter(out, chapter, explained, everything=everything)
    _last(out, account)
    if account.refusals:
        out.print()
        out.say((f"Left out: {many(len(account.refusals), 'input')}", "yellow"))
        for refusal in account.refusals:
            out.say((f"{refusal.input} {refusal.reason}; {refusal.advice}.", "dim"), indent=2)
    return out.text()


def _chapter(out: TextRenderer, chapter: Chapter, explained: set[str], *, everything: bool) -> None:
    told = overview(chapter)
    out.print()
    head = glance(chapter)
    out.say((head.title, "bold underline"))
    for line in (head.named, " · ".join(x for x in (head.facts, chapter.id) if x)):
        if line:
            out.say((line, "dim"))
    _ten(out, chapter, told, explained)
    _disputes(out, chapter, told, everything=everything)
    _otherwise(out, told)
    _figures(out, told)
    _parties(out, told)
    for heading, lines in (("Announced, threatened, expected", told.ahead), ("Background", told.background)):
        _listed(out, heading, lines, told)
    _listed(out, "Corrected by a person", told.corrected, told)
    if everything:
        _every_line(out, chapter)
    if told.rest and not everything:
        often = f" ({told.told_often:,} of them in two reports or more)" if told.told_often else ""
        out.print()
        out.say((f"{many(told.rest, 'line')} more{often}: show --all", "dim"))


def _last(out: TextRenderer, account: Account) -> None:
    """What holds for all stories, once: how to open a row, and whose words these are."""
    lines = [line.id for chapter in account.chapters for line in overview(chapter).lines[:1]]
    disputes = [dispute.id for chapter in account.chapters for dispute in chapter.disputes[:1]]
    if lines or disputes:
        out.print()
        out.say((f"To the words behind a line: show --why ID, as in --why {(*lines, *disputes)[0]}", "dim"))
        out.say((ADDED, "dim"))


def _head(out: TextRenderer, heading: str) -> None:
    out.print()
    out.say((heading.upper(), "bold"))


def _ten(out: TextRenderer, chapter: Chapter, told: Overview, explained: set[str]) -> None:
    if not told.lines:
        if not chapter.lines:
            out.print()
            out.say(("Nothing dated was found in these reports.", "dim"), indent=2)
        return
    out.print()
    table = Table(box=None, show_header=True, padding=(0, 1, 0, 0), expand=True, pad_edge=False, header_style="")
    table.add_column(styled((told.heading.upper(), "bold")), ratio=1, overflow="fold")
    for name in ("voices", "reports"):
        table.add_column(styled((name, "dim")), justify="right", no_wrap=True)
    for line in told.lines:
        table.add_row(_line(line, told), styled((bounds(line.origins), "bold")), styled(f"{len(line.reports)}"))
    out.print(table)
    news = [words for words in legend(told) if words not in explained]
    explained.update(news)
    if news:
        out.print()
        for words in news:
            out.say((words + (_BY_RULES if words == LEGEND else ""), "dim"))


def _line(line: Line, told: Overview) -> Table:
    """A line in its column: the day, the words, below them who says so and what came of it."""
    cell = Table.grid(padding=(0, 1, 0, 0), expand=True)
    cell.add_column(width=_DATE)
    cell.add_column(ratio=1, overflow="fold")
    cell.add_row(styled((day_or_by(line.date, line.latest, told.year), "cyan")), styled(line.title))
    mark = told.outcome(line)
    signs = {"✗": "bold red", "↻": "bold yellow", "✓": "bold green"}
    who = told_by(line.voices, line.title)
    parts: list[str | tuple[str, str]] = [(f"— {who}  ", "green")] if who else []
    if mark:
        parts.append((f"{mark.sign} {mark.says}  ", signs[mark.sign]))
    cell.add_row("", styled(*parts, (line.id, "dim"), (pointed(line.pointed_by), "dim")))
    for correction in line.corrections:
        cell.add_row("", styled(("✎ ", "bold magenta"), (correction, "magenta")))
    return cell


def _disputes(out: TextRenderer, chapter: Chapter, told: Overview, *, everything: bool) -> None:
    if not told.still:
        return
    numbers = numbered(in_rank(chapter.disputes))
    _head(out, f"Open disputes ({told.still})")
    shown: Sequence[Dispute] = told.disputes
    if everything:
        shown = [d for d in in_rank(chapter.disputes) if d.status == "open"]
    for dispute in shown:
        number = f"{numbers[dispute.id]}".rjust(3)
        out.say(
            (f"{number}  ", "bold red"),
            (CONFLICTS[dispute.kind].word, "red"),
            (f"  {dispute.id}", "dim"),
            (pointed(dispute.pointed_by), "dim"),
        )
        for half in dispute.halves:
            _half(out, half)
        for side in dispute.sides:
            for correction in side.corrections:
                out.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=5)
    if told.still > len(shown):
        out.say((f"{told.still - len(shown):,} more: show --all", "dim"), indent=5)


def _half(out: TextRenderer, half: Half) -> None:
    out.say((f"{'; '.join(half.who) or 'somebody not named'}: ", "green"), half.said, indent=5)


def _otherwise(out: TextRenderer, told: Overview) -> None:
    if not told.otherwise:
        return
    _head(out, "First told otherwise")
    for dispute in told.otherwise:
        before, *after = dispute.halves or (Half((), str(dispute.because)),)
        when = day_in(before.day, told.year) if before.day else ""
        out.say(
            (f"{when.ljust(_DATE)} ", "cyan"),
            (f"{'; '.join(before.who) or 'somebody not named'}: ", "green"),
            before.said,
            (f"  {dispute.id}{pointed(dispute.pointed_by)}", "dim"),
        )
        for half in after:
            opening = turn(before, half, told.year) + ("; ".join(half.who) or "somebody not named")
            out.say((f"{opening}: ", "green"), half.said, indent=_DATE + 1)


def _figures(out: TextRenderer, told: Overview) -> None:
    if told.figures:
        _head(out, "Figures in time")
    for figure in told.figures:
        out.say(
            (f"{figure.what}: ", "green"),
            course(figure, told.year),
            (f"  {figure.id}{pointed(figure.pointed_by)}", "dim"),
            indent=2,
        )


def _parties(out: TextRenderer, told: Overview) -> None:
    if told.parties:
        _head(out, "What the parties say")
    for party in told.parties:
        out.say((party.name, "green"), indent=2)
        for line, voice in party.lines:
            out.say(line.title, (f" ({voice})" if voice else "", "green"), *_small(line, told), indent=4)


def _listed(out: TextRenderer, heading: str, lines: Sequence[Line], told: Overview) -> None:
    if lines:
        _head(out, heading)
    for line in lines:
        when = f"{day_in(line.date, told.year)}  " if line.date else ""
        out.say((when, "cyan"), line.title, *_small(line, told), indent=2)
        for correction in line.corrections:
            out.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=4)


def _small(line: Line, told: Overview) -> tuple[tuple[str, str], ...]:
    mark = told.outcome(line)
    sign = f"  {mark.sign} {mark.says}" if mark else ""
    reports = f"  {len(line.reports)} reports" if len(line.reports) > 1 else ""
    return ((sign, "red"), (reports, "dim"), (f"  {line.id}{pointed(line.pointed_by)}", "dim"))


def _every_line(out: TextRenderer, chapter: Chapter) -> None:
    ways = list(
        dict.fromkeys(f"{row.report}: {row.relation} from {name} (by {row.basis})" for row, name in chapter.derived)
    )
    if ways:
        _head(out, "What is copied from others")
        for way in ways:
            out.say((way, "dim"), indent=2)
    disputes: Mapping[str, Dispute] = {d.id: d for d in chapter.disputes}
    outlets = {report: name for name, of in chapter.families for report in of}
    for period, heading in PERIODS.items():
        lines = [line for line in chapter.lines if line.period == period]
        if lines:
            _head(out, f"Every line: {heading.lower()}")
        for line in lines:
            _full_line(out, line, disputes, outlets)


_INDENT = 13


def _full_line(out: TextRenderer, line: Line, disputes: Mapping[str, Dispute], outlets: Mapping[str, str]) -> None:
    """Print a line; `outlets` names the outlet behind a report."""
    out.print()
    date = day_or_by(line.date, line.latest).ljust(_INDENT - 2)
    out.say((date, "cyan"), "  ", (mark(line.origins, len(line.reports)), "bold"), (f"  {line.id}", "dim"))
    out.say(line.title, indent=_INDENT)
    by_way: dict[str, list[str]] = {}
    for voice in line.voices:
        by_way.setdefault(ways(voice), []).append(who(voice))
    for came, told in by_way.items():
        out.say(("— ", "dim"), ("; ".join(told), "green"), (came, "dim"), indent=_INDENT)
    for correction in line.corrections:
        out.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=_INDENT)
    for side in line.claims if len(line.reports) > 1 or line.disputes else ():
        if side.silent_outlets or any(s.stance != "says" for s in side.stances):
            names = silence(side.stances, side.silent, side.silent_outlets, lambda name: outlets.get(name, name))
            out.say((names, "dim"), indent=_INDENT)
        for id_, words in side.perhaps:
            out.say((f"also told, perhaps: {words}", "dim"), (f"  {id_}", "dim"), indent=_INDENT)
    kinds: dict[str, list[str]] = {}
    for dispute in line.disputes:
        if dispute in disputes:
            kinds.setdefault(disputes[dispute].kind, []).append(dispute)
    if kinds:
        listed = "; ".join(f"{kind} {', '.join(ids)}" for kind, ids in kinds.items())
        out.say(("✗ ", "bold red"), (f"accounts differ: {listed}", "red"), indent=_INDENT)


class TextRenderer:
    """Gathers printed lines of at most `width` columns; without `colour` they are plain text."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=max(width, 40),
            force_terminal=colour,
            no_color=not colour,
            highlight=False,
            emoji=False,
            markup=False,
        )

    def say(self, *parts: str | tuple[str, str], indent: int = 0) -> None:
        """Print one paragraph of words, each with its style or none."""
        self.print(Padding(styled(*parts), (0, 0, 0, indent)))

    def print(self, thing: RenderableType = "") -> None:
        """Print a renderable as it is."""
        self._console.print(thing)

    def text(self) -> str:
        """Give all that was printed, without white space at the ends of lines."""
        return "".join(line.rstrip() + "\n" for line in self._out.getvalue().splitlines())


def styled(*parts: str | tuple[str, str]) -> Text:
    """Join words, each with its style or none, with white space made single and nothing that steers."""
    text = Text()
    for part in parts:
        words, style = part if isinstance(part, tuple) else (part, "")
        text.append(printable(words.replace("\n", " ").replace("\r", " ").replace("\t", " ")), style)
    return text
