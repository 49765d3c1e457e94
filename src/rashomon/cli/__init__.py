"""The commands: a thin roof, one module a family of commands; every job is done in a room below."""

from rashomon.cli.main import main

__all__ = ["main"]
