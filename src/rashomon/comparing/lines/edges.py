"""Where the words that a line keeps of a sentence begin or end amiss."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.language import word_set
from rashomon.records import Hang, Span


def tears_a_word(text: str, kept: Sequence[Span]) -> bool:
    """Whether what is kept begins behind a word that was cut at its hyphen.

    >>> tears_a_word("the Iran-led chamber", [(8, 20)])
    True
    """
    return any(text[a : a + 1] == "-" and text[a - 1 : a].isalnum() for a, _ in kept if a)


def breaks_off(text: str, kept: Sequence[Span], hangs: Sequence[Hang], named: bool) -> bool:
    """Whether what is kept ends where its sentence goes on: "in response to", "the utility" before its name (`named`).

    Or where what is told comes next.

    >>> breaks_off("The ministry states the following", [(0, 33)], (), False)
    True
    >>> breaks_off("He went as Ion Rusu to Tarn.", [(0, 10)], (), False)
    True
    >>> breaks_off("It was seen to by a doctor.", [(0, 11)], (), False)
    False
    """
    end = kept[-1][1]
    last = next(iter(text[kept[-1][0] : end].lower().split()[-1:]), "")
    if last in word_set("words_of_lines", "announces"):
        return True
    if not (text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum()):
        return False
    if last in word_set("words_of_lines", "governs"):
        return text[end:].split(maxsplit=1)[0].lower() not in word_set("words_of_lines", "before_a_subject")
    return named and any(h.end == end and h.kind == "role" for h in hangs)
