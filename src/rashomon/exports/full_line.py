"""One line of the chronicle in full for a terminal: every voice and the way it came, who does not tell it, disputes."""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.exports.account import Dispute, Line
from rashomon.exports.paper import Paper
from rashomon.exports.silence import silence
from rashomon.exports.values_in_words import day_or_by
from rashomon.exports.voices_in_words import mark, ways, who

_INDENT = 13


def full_line(paper: Paper, line: Line, disputes: Mapping[str, Dispute], outlets: Mapping[str, str]) -> None:
    """Print a line; `outlets` names the outlet behind a report."""
    paper.print()
    date = day_or_by(line.date, line.latest).ljust(_INDENT - 2)
    paper.say((date, "cyan"), "  ", (mark(line.origins, len(line.reports)), "bold"), (f"  {line.id}", "dim"))
    paper.say(line.title, indent=_INDENT)
    by_way: dict[str, list[str]] = {}
    for voice in line.voices:
        by_way.setdefault(ways(voice), []).append(who(voice))
    for came, told in by_way.items():
        paper.say(("— ", "dim"), ("; ".join(told), "green"), (came, "dim"), indent=_INDENT)
    for correction in line.corrections:
        paper.say(("✎ ", "bold magenta"), (correction, "magenta"), indent=_INDENT)
    for side in line.claims if len(line.reports) > 1 or line.disputes else ():
        if side.silent_outlets or any(s.stance != "says" for s in side.stances):
            names = silence(side.stances, side.silent, side.silent_outlets, lambda name: outlets.get(name, name))
            paper.say((names, "dim"), indent=_INDENT)
        for id_, words in side.perhaps:
            paper.say((f"also told, perhaps: {words}", "dim"), (f"  {id_}", "dim"), indent=_INDENT)
    kinds: dict[str, list[str]] = {}
    for dispute in line.disputes:
        if dispute in disputes:
            kinds.setdefault(disputes[dispute].kind, []).append(dispute)
    if kinds:
        listed = "; ".join(f"{kind} {', '.join(ids)}" for kind, ids in kinds.items())
        paper.say(("✗ ", "bold red"), (f"accounts differ: {listed}", "red"), indent=_INDENT)
