"""Which nouns refer to somebody or something, of what kind and gender.

From language/en/nominal_heads.txt; what people are by trade or fate (personal_words.txt, people_nouns.txt) are people
too.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from rashomon.language import lexicon
from rashomon.records import MentionKind


@cache
def nominal_heads() -> dict[str, tuple[MentionKind, str]]:
    """Give head noun → kind and gender."""
    people = [row[1] for row in lexicon("personal_words") if row[0] == "role"]
    people += [row[0] for row in lexicon("people_nouns")]
    known = {row[0]: (cast(MentionKind, row[1]), row[2] if len(row) > 2 else "") for row in lexicon("nominal_heads")}
    person: tuple[MentionKind, str] = ("person", "")
    return dict.fromkeys(people, person) | known
