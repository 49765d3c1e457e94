"""A draft is one mention while it is being read: its tokens stay, its kind and chain may still change."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records import MentionForm, MentionKind, Reason


@dataclass(slots=True)
class Draft:
    """Tokens `[i, j)` of the page, with the head token; `start` and `end` are characters of the stored text.

    `key` is what two drafts of one name share; `title` the tokens of the title before a person's name;
    `titled` its words, courtesies left out; `late` where the text calls him so;
    `state` the country that a government, capital, country or demonym-bearing phrase stands for.
    """

    i: int
    j: int
    start: int
    end: int
    text: str
    kind: MentionKind
    form: MentionForm
    because: Reason
    head: int
    key: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    late: bool = False
    titled: frozenset[str] = frozenset()
    state: str = ""
    gender: str = ""
    plural: bool = False
    label: str = ""
