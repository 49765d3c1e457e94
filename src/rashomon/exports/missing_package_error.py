"""A format that needs a package says which, and how to get it; nothing else does not work without it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingPackageError(ImportError):
    """The package that a format is written with is not installed. The message says what to install."""


def needed(package: str, extra: str, what: str) -> Any:
    """Import `package` for `what`. Raises MissingPackageError, naming the extra that brings it."""
    try:
        return import_module(package)
    except ImportError as error:
        raise MissingPackageError(f"{what} needs {package}: pip install 'rashomon[{extra}]'") from error
