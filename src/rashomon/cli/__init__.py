"""The commands: a thin roof, one module a family of commands; every job is done in a room below."""

try:
    from rashomon.cli.main import main
except KeyboardInterrupt:  # stopped before it has begun: no trace, as at any other moment
    raise SystemExit(130) from None

__all__ = ["main"]
