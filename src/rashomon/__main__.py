"""`python -m rashomon` is the `rashomon` command."""

from __future__ import annotations

import sys


def run() -> None:
    """Run the command; an interrupt while it is still being loaded ends it as any later one does."""
    try:
        from rashomon.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    main(prog_name="rashomon")


if __name__ == "__main__":  # a worker process imports this module too
    run()
