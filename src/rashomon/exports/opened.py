"""Opened rows as an indented text: every rule named, every quotation with its report and offsets."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from rashomon.exports.why import Reason


def opened(reasons: Sequence[Reason], width: int = 100, *, colour: bool = False) -> str:
    """Give opened rows as lines of at most `width` columns."""
    out = StringIO()
    console = Console(
        file=out, width=max(width, 40), force_terminal=colour, no_color=not colour, highlight=False, emoji=False
    )
    for reason in reasons:
        console.print(_tree(reason))
    return out.getvalue()


def _tree(reason: Reason) -> Tree:
    tree = Tree(
        Text.assemble((f"{reason.kind} ", "bold"), (f"{reason.id}  ", "cyan"), " ".join(reason.says.split())),
        guide_style="dim",
    )
    for rule in reason.because:
        if rule:
            tree.add(Text.assemble(("because ", "dim"), (rule, "yellow")))
    for quote in reason.quotes:
        place = (
            f"{quote.outlet + ', ' if quote.outlet != quote.report else ''}{quote.report} [{quote.start}, {quote.end})"
        )
        tree.add(Text.assemble(f"“{' '.join(quote.text.split())}”  ", (place, "dim")))
    for behind in reason.behind:
        tree.children.append(_tree(behind))
    return tree
