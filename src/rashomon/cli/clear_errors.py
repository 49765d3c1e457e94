"""What goes wrong with a file is one clear line and exit status 1, never a trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click


@contextmanager
def clear_errors() -> Iterator[None]:
    """Tell a CaseError or OSError in one line. Raises click.ClickException in their place."""
    from rashomon.case import CaseError

    try:
        yield
    except CaseError as error:
        raise click.ClickException(str(error)) from error
    except BrokenPipeError:
        raise  # click ends quietly where the reader of a pipe has gone
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'file'}: {error.strerror or error}") from error
