"""Opened rows as an indented text: every rule named, every quotation with its report and offsets."""

from __future__ import annotations

from collections.abc import Sequence

from rich.tree import Tree

from rashomon.exports.paper import Paper, styled
from rashomon.exports.why import OpenedRow


def opened(reasons: Sequence[OpenedRow], width: int = 100, *, colour: bool = False) -> str:
    """Give opened rows as lines of at most `width` columns."""
    paper = Paper(width, colour=colour)
    for reason in reasons:
        paper.print(_tree(reason))
    return paper.text()


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
