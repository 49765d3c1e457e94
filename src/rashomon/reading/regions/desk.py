"""Desk lines: who helped with a report and from where, at its end; names, places and little else.

"A reported from Elm, B from Karm. C contributed to this report." A sentence of the body has other words in it.
"""

from __future__ import annotations

import re

_WORD = (
    r"(?:[A-Z][\w.’'/-]*|and|in|from|at|of|the|for|with|al|bin|da|de|del|der|di|van|von|staff|senior|special|former|wire"
    r"|services?|agency|agencies|news|(?:co-)?(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?"
    r"|researchers?|contributors?|colleagues?|interns?|bureau|desk|team|staffers?))"
)
_NAMES = rf"{_WORD}(?:[ ,;]+{_WORD})*"
_REPORT = r"(?:report|story|article|dispatch|piece|post)"
_HELPED = (
    rf"{_NAMES},? (?:also )?contributed(?: (?:additional )?(?:reporting|research))?"
    rf"(?P<{{}}> to (?:this|the) (?:\w+ )?{_REPORT})?(?: (?:from|in) {_NAMES})?[.\s]*"
)
_REPORTED = rf"{_NAMES} reported from {_NAMES}[.\s]*"
_LINE = re.compile(
    rf"[-–—•_*(\[\s]*(?:{_REPORTED})*(?:(?:{_HELPED.format('report')})|(?:{_HELPED.format('again')})"
    rf"|Contributing(?: \w+)?: [^\n]{{3,240}})+[)\]\s]*"
)
_ONLY_REPORTED = re.compile(rf"[-–—•_*(\[\s]*(?:{_REPORTED})+[)\]\s]*")
_TAIL = re.compile(rf"[.!?][\"”’]? ((?:{_NAMES} contributed to this {_REPORT}|{_NAMES} contributed reporting)\.?)$")
_WORDS_AT_MOST = 80


def desk_line(line: str, last: bool) -> bool:
    """Whether the whole `line` tells who helped; one that does not say with what must be among the `last`."""
    if line.count(" ") >= _WORDS_AT_MOST or not ("contribut" in line.lower() or " reported from " in line):
        return False
    told = _LINE.fullmatch(line)
    if told:
        return bool(last or told["report"] or told["again"] or "ontributing" in line or " report" in line)
    return last and _ONLY_REPORTED.fullmatch(line) is not None


def desk_tail(text: str) -> int | None:
    """Give where the sentence starts that closes the paragraph `text` with who helped; None where none does."""
    match = _TAIL.search(text) if "contributed" in text[-120:] else None
    return match.start(1) if match else None
