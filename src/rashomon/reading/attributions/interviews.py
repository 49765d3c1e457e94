"""An interview without names before its turns: questions alone on their lines, and below each what one person answers.

Where marks set them apart (`regions.asked`), all between two of them is one answer. Without marks it takes three
questions or more, a person introduced before the first of them (`interviewed`), and an I, we or you in most turns: else
it may be a report that asks and answers itself. Where names open the first question and answer, one such word does. Of
the last answer the first paragraph alone is surely one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rashomon.records import Span

_FEWEST = 3
_QUESTION = re.compile(r"(?:[^.!?“”\"\n]|\b(?:Mr|Mrs|Ms|Dr)\.){4,240}\?[*_\s]*")
"""A line that is a question alone, in nobody's quotation marks."""
_TALK = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Yy]ou|[Yy]ours?)\b")
"""Words of two who talk to each other."""
_HEAD = re.compile(r"[^\W\d_a-z][^\n:.?!]{0,40}:\s+")
"""The name before the first answer, where that has one."""

Answer = tuple[range, Span, tuple[Span, ...]]
"""The lines of a question and its answer, the mark before what is said, and that."""


def answers(text: str, lines: list[Span], asked: list[int]) -> list[Answer]:
    """Give the answers of the interview that `text` holds; `asked` are the questions that marks set apart."""
    questions = asked or [n for n, line in enumerate(lines) if _QUESTION.fullmatch(text, *line)]
    found: list[Answer] = []
    for n, stop in pairwise([*questions, questions[-1] + 2] if questions else []):
        told = range(n + 1, min(stop, len(lines)))
        if told:
            head = _HEAD.match(text, *lines[told[0]])
            mark = text.index(":", head.start()) if head else _last(text, lines[n])
            first = (head.end() if head else lines[told[0]][0], lines[told[0]][1])
            found.append((range(n, told.stop), (mark, mark + 1), (first, *(lines[k] for k in told[1:]))))
    if asked:
        return found
    own = sum(bool(_TALK.search(text, lines[taken.start][0], lines[taken[-1]][1])) for taken, _, _ in found)
    headed = bool(found) and all(_HEAD.match(text, *lines[found[0][0].start + k]) for k in (0, 1))
    return found if len(found) >= _FEWEST and own * 2 >= (1 if headed else len(found)) else []


def _last(text: str, line: Span) -> int:
    """Give where the last character of a question stands, before the marks around it."""
    return line[0] + len(text[slice(*line)].rstrip("*_ \t")) - 1
