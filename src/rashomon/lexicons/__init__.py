"""Word lists apart from code: sorted, commented text files, one entry a line, columns parted by tabs.

A line that starts with `#` is a comment; the first comment of a file says what it holds and what its columns are.
"""

from rashomon.lexicons.calendar import calendar_words
from rashomon.lexicons.lexicon import lexicon

__all__ = ["calendar_words", "lexicon"]
