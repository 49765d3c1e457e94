"""The commands. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import click


@click.group()
@click.version_option(package_name="rashomon")
def main() -> None:
    """Who says so, through whom, and how many of them really know."""
