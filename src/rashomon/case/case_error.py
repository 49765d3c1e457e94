"""What is wrong with a case file, said so that its owner knows what to do."""

from __future__ import annotations


class CaseError(Exception):
    """A case cannot be opened, written or read; the message is one clear line."""
