"""What the reports of a case do not tell, in a build’s summary: days, outlets, whole texts; and how to give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.case import Case

_WAYS = (
    "give it in the pages or a column, with --outlet NAME or --published DAY for all, or for each file "
    "with --beside TABLE (columns file, outlet, published)"
)


def tell_what_is_missing(case: Case) -> None:
    """Say on standard error how many reports have no day, no outlet, a day that was not understood, or a part alone."""
    count = len(case.reports)
    missing = case.views.missing()
    for number, what, costs in (
        (missing.days, "no day", "what they tell of “Friday” or “yesterday” stays undated"),
        (missing.outlets, "no outlet", "each counts as an outlet of its own"),
    ):
        if number:
            click.echo(f"{number:,} of {count:,} reports have {what}: {costs}; {_WAYS}.", err=True)
    strange = missing.strange_days
    if strange:
        first = strange[0][1].split("day not understood: ", 1)[1].split("; ")[0]
        click.echo(
            f"{len(strange):,} days were not understood, the first is {first} ({strange[0][0]}); "
            "say the order with --day-order dmy or --day-order mdy.",
            err=True,
        )
    ahead = missing.days_ahead
    if ahead:
        click.echo(
            f"{len(ahead):,} of {count:,} reports tell a day that lay ahead when they came "
            f"({ahead[0][0]}: {ahead[0][1]}): it is kept as told; the page of the report takes another, and so does "
            "--beside TABLE of a new build.",
            err=True,
        )
    parts = missing.partial
    if parts:
        click.echo(
            f"{len(parts):,} of {count:,} reports are only parts of their articles ({parts[0][0]}: {parts[0][1]:.80}); "
            "no outlet is called silent by a part.",
            err=True,
        )
