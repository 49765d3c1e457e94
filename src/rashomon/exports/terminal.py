"""The account as text for a terminal of any width; without colour it is plain text for a file or a pipe.

Each story opens with what it is, its days, its outlets and how many of them are independent, and its open disputes;
then come what happened, what is planned or threatened, what lies behind it, and where accounts differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.exports.account import Account, Chapter, Dispute, Line
from rashomon.exports.choice import choice
from rashomon.exports.day import day
from rashomon.exports.mark import mark
from rashomon.exports.most_told import most_told
from rashomon.exports.paper import Paper
from rashomon.exports.says import says
from rashomon.exports.silence import silence
from rashomon.exports.telling_quote import telling_quote
from rashomon.exports.who import who

_INDENT = 13
_LONGEST = 180
_LINKS = 2
_DISPUTES = 5
_VOICES = 5
_FAMILIES = 4
_DERIVED = 8
_RANKS = {"contradict": 0, "unasked": 1, "change": 2, "detail": 2, "unrelated": 3}
_PERIODS = {"story": "What happened", "ahead": "Planned or threatened", "background": "Background"}


def terminal(account: Account, width: int = 100, *, colour: bool = False, everything: bool = False) -> str:
    """Give the account as lines of at most `width` columns; `everything`: also the lines that tell little."""
    paper = Paper(width, colour=colour)
    stories = len([c for c in account.chapters if c.id])
    facts = (
        _count(account.reports, "report"),
        _count(account.independent, "independent outlet") if account.independent else _count(account.outlets, "outlet"),
        f"{stories:,} stor{'y' if stories == 1 else 'ies'}",
    )
    paper.say((account.name, "bold"), (f"  {' · '.join(facts)}", "dim"))
    for chapter in account.chapters:
        _chapter(paper, chapter, everything=everything)
    if account.refusals:
        paper.print()
        paper.say((f"Left out: {_count(len(account.refusals), 'input')}", "yellow"))
        for refusal in account.refusals:
            paper.say((f"{refusal.input} {refusal.reason}; {refusal.advice}.", "dim"), indent=2)
    return paper.text()


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _chapter(paper: Paper, chapter: Chapter, *, everything: bool) -> None:
    shown = chapter.lines if everything else choice(chapter.lines)
    paper.print()
    _opening(paper, chapter, everything=everything)
    disputes = {d.id: d for d in chapter.disputes}
    outlets = {report: name for name, of in chapter.families for report in of}
    for period, heading in _PERIODS.items():
        lines = [line for line in shown if line.period == period]
        if lines:
            paper.print()
            paper.say((heading, "bold"))
        for line in lines:
            _line(paper, line, disputes, outlets, everything=everything)
    if not chapter.lines:
        paper.say(("Nothing dated was found in these reports.", "dim"), indent=2)
    if chapter.disputes:
        paper.print()
        paper.say(("Where accounts differ", "bold"))
        shown_first = sorted(chapter.disputes, key=_rank) if everything else _first(chapter.disputes)
        for dispute in shown_first:
            _dispute(paper, dispute)
        if len(chapter.disputes) > len(shown_first):
            paper.say((f"{len(chapter.disputes) - len(shown_first):,} more: show --all", "dim"), indent=_INDENT)
    held = len(chapter.lines) - len(shown)
    if held:
        paper.print()
        paper.say(
            (f"{_count(held, 'line')} more, told once, in fragments or in passing: show --all, or --why ID", "dim")
        )


def _opening(paper: Paper, chapter: Chapter, *, everything: bool) -> None:
    """What a story is, when, by whom it is told, from how many independent outlets, and what is open in it."""
    paper.say((chapter.title or "Untitled story", "bold underline"))
    days = " to ".join(dict.fromkeys(day(d) for d in (chapter.start, chapter.end) if d))
    own = f"{chapter.alone or 'none'} not copied from another" if chapter.derived else ""
    facts = (chapter.id, days, _count(len(chapter.reports), "report"), own)
    paper.say((" · ".join(f for f in facts if f), "dim"))
    told = most_told(chapter)
    if told:
        share = f" ({len(told.reports):,} of {_count(len(chapter.reports), 'report')})" if chapter.reports else ""
        paper.say("Most told", (share, "dim"), ": ", (told.title, "italic"))
    if chapter.families:
        named = [name if len(of) == 1 else f"{name} ({len(of)} reports)" for name, of in chapter.families]
        more = f" and {len(named) - _FAMILIES} more" if len(named) > _FAMILIES else ""
        paper.say(
            f"Told by {_count(len(named), 'independent outlet')}: ", (", ".join(named[:_FAMILIES]) + more, "green")
        )
    if chapter.disputes:
        kinds = Counter(d.kind for d in chapter.disputes)
        listed = ", ".join(kind if n == 1 else f"{kind} ({n})" for kind, n in sorted(kinds.items()))
        paper.say(f"{_count(len(chapter.disputes), 'open dispute')}: ", (listed, "red"))
    derivations = (f"{row.report}: {row.relation} from {origin} (by {row.basis})" for row, origin in chapter.derived)
    ways = list(dict.fromkeys(derivations))
    for way in ways if everything else ways[:_DERIVED]:
        paper.say((way, "dim"), indent=2)
    if len(ways) > _DERIVED and not everything:
        paper.say((f"and {len(ways) - _DERIVED:,} more derived from others: show --all", "dim"), indent=2)


def _line(paper: Paper, line: Line, disputes: dict[str, Dispute], outlets: dict[str, str], *, everything: bool) -> None:
    paper.print()
    date = day(line.date).ljust(_INDENT - 2)
    paper.say((date, "cyan"), "  ", (mark(line.origins, len(line.reports)), "bold"), (f"  {line.id}", "dim"))
    paper.say(line.title, indent=_INDENT)
    most = len(line.voices) if everything else _VOICES
    by_way: dict[str, list[str]] = {}
    for voice in line.voices[:most]:
        by_way.setdefault("; ".join(" ← ".join(way) for way in voice.ways if way), []).append(who(voice))
    for ways, told in by_way.items():
        paper.say(
            ("— ", "dim"), ("; ".join(told), "green"), (f", through {ways}" if ways else "", "dim"), indent=_INDENT
        )
    for correction in line.corrections:
        paper.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=_INDENT)
    if line.voices[most:]:
        paper.say((f"— and {_count(len(line.voices) - most, 'voice')} more: --why {line.id}", "dim"), indent=_INDENT)
    for side in line.claims if len(line.reports) > 1 or line.disputes else ():
        if side.silent_outlets or any(s.stance != "says" for s in side.stances):
            names = silence(side.stances, side.silent, side.silent_outlets, lambda name: outlets.get(name, name))
            paper.say((names, "dim"), indent=_INDENT)
    kinds: dict[str, list[str]] = {}
    for dispute in line.disputes:
        if dispute in disputes:
            kinds.setdefault(disputes[dispute].kind, []).append(dispute)
    if kinds:
        listed = "; ".join(f"{kind} {', '.join(ids[:_LINKS])}{_rest(ids, _LINKS)}" for kind, ids in kinds.items())
        paper.say(("✗ ", "bold red"), (f"accounts differ: {listed}", "red"), indent=_INDENT)


def _dispute(paper: Paper, dispute: Dispute) -> None:
    paper.say(("✗ ", "bold red"), (dispute.kind, "red"), (f"  {dispute.id}", "dim"), indent=_INDENT)
    for side in dispute.sides:
        for correction in side.corrections:
            paper.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=_INDENT + 2)
        names = ", ".join(dict.fromkeys(map(who, side.voices))) or "no named voice"
        quote = telling_quote(side.quotes, dispute.because)
        said = " ".join((quote.text if quote else side.text).split())
        if len(said) > _LONGEST and not side.because.startswith("event:"):  # a statement's claim is its clause
            said = " ".join(side.text.split()).removeprefix("that ")
            said = said.strip('"') if said.count('"') == 1 else said
        if len(said) > _LONGEST:
            said = said[:_LONGEST].rsplit(" ", 1)[0] + " …"
        paper.say((f"{names}: ", "green"), said, indent=_INDENT + 2)
    for opinion in dispute.opinions:
        paper.say((says(opinion), "italic dim"), indent=_INDENT + 2)


def _rest(listed: Sequence[object], most: int) -> str:
    return f" and {len(listed) - most:,} more" if len(listed) > most else ""


def _first(disputes: Sequence[Dispute]) -> list[Dispute]:
    """The disputes shown first: of each kind in turn, those an adjudicator takes for contradictions before others."""
    turn: Counter[str] = Counter()
    order: list[tuple[int, int, int, Dispute]] = []
    for dispute in sorted(disputes, key=_rank):
        order.append((_rank(dispute), turn[dispute.kind], len(order), dispute))
        turn[dispute.kind] += 1
    kept = sorted(order, key=lambda o: o[:3])[:_DISPUTES]
    return [dispute for *_, dispute in sorted(kept, key=lambda o: (o[0], o[2]))]


def _rank(dispute: Dispute) -> int:
    """Where an adjudicator was asked, what it takes for a contradiction comes first; it drops nothing."""
    return min((_RANKS[opinion.choice] for opinion in dispute.opinions), default=_RANKS["unasked"])
