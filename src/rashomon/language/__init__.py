"""Word lists apart from code: sorted, commented text files, one entry a line, columns parted by tabs.

`en/` holds the words and constructions of English, `world/` names and facts that are true whatever the language,
`weights/` the numbers that were fitted. A line that starts with `#` is a comment; the first comment of a file says what
it holds and what its columns are.
"""

from rashomon.language.counted import many, plural
from rashomon.language.lexicon import FOLDERS, calendar_words, lexicon, saying_verbs, word_set

__all__ = ["FOLDERS", "calendar_words", "lexicon", "many", "plural", "saying_verbs", "word_set"]
