"""The questions of an interview that are set apart by bold or italic marks: "**What woke you?**", "__It was late.__".

Who asks also puts before another what somebody else said: where two or more of the lines so set apart ask, all of them
are questions. An outlet that asks and answers itself sets its questions so too. In an interview who answers says "I" or
"we", in most answers and "I" in one of them, or in some and the text or its title tells who was spoken to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.language import word_set
from rashomon.records import Region

ASKED = "asked"
_FEWEST = 2
_SHORT = 6  # words of a signature
_SET = re.compile(r"(\*{2,3}|__)(?=\S)[^*\n]{3,300}(?<=\S)\1")
_ALONE = re.compile(r"\b(?:I|[Mm]y|[Mm]e|mine|myself)\b")
_SELVES = re.compile(rf"{_ALONE.pattern}|\b(?:[Ww]e|[Oo]ur|us|ours)\b")
_QUOTED, _STRAIGHT = re.compile(r"“[^”]*”|\"[^\"]*\""), re.compile(r"\"[^\"]*\"")
_TITLE = re.compile(r"(?:[A-Z][\w.’'-]*(?: [\w.’'-]+){0,4}: ?)?[‘“'\"]")
"""A title that is, or opens with, what somebody says: "Peter Holm: 'I never signed it'"."""
_WORD = re.compile(r"\w+")
_MET = word_set("words_of_pages", "interview")
_STOPS = (".", "!", "?", "…", "”", '"', ")", "*", "_", "’", "'")


def set_questions(lines: Sequence[str], title: str) -> list[int]:
    """Give which of `lines` are questions of an interview that are set apart by marks; none of another text."""
    lines = [line.strip() for line in lines]
    marked = [n for n, line in enumerate(lines) if _SET.fullmatch(line)]
    if sum(lines[n].rstrip("*_ ").endswith("?") for n in marked) < _FEWEST:
        return []
    answers = [lines[a + 1 : b] for a, b in pairwise([*marked, min(marked[-1] + 2, len(lines))]) if b > a + 1]
    if sum(_signed(answer) for answer in answers) * 2 > len(answers):
        return []  # letters
    told = [_unquoted("\n".join(answer)) for answer in answers]
    own = sum(_SELVES.search(answer) is not None for answer in told)
    alone = any(map(speaks_alone, told))
    front = {word.lower() for line in lines[: marked[0]] for word in _WORD.findall(line)}
    met = bool(front & _MET) or _TITLE.match(title) is not None
    return marked if (own * 2 >= len(told) and (alone or met)) or (own * 4 >= len(told) and alone and met) else []


def speaks_alone(words: str) -> bool:
    """Whether somebody says "I" or "my" outside quotation marks."""
    return _ALONE.search(_unquoted(words)) is not None


def _unquoted(words: str) -> str:
    """Leave out what stands in quotation marks; behind the last that closes, none is looked for again and again."""
    last = words.rfind("”") + 1
    return _QUOTED.sub("", words[:last]) + _STRAIGHT.sub("", words[last:])


def is_asked(region: Region) -> bool:
    """Whether a region is a question of an interview, which tells nothing and is nobody's statement."""
    return region.because.rule == ASKED


def _signed(answer: Sequence[str]) -> bool:
    """Whether the last line of an answer signs it, as letters are."""
    last = answer[-1]
    return len(answer) > 1 and len(last.split()) <= _SHORT and not last.endswith(_STOPS)
