"""Whether a whole block is, by its own wording, not article body: the kind and the wording that tells.

Only the block itself is looked at; where it stands is judged elsewhere.
"""

from __future__ import annotations

import re
from functools import cache

from rashomon.lexicons import lexicon
from rashomon.records import RegionKind

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_CLOCK = (
    r"\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?(?:\s*[+-]\d{1,2}(?::?\d{2})?)?"
    r"|\d{1,2}\s*[ap]\.?m\.?"
)
_DAY = (
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
_DATE_LINE = re.compile(
    r"(?:(?:first\s+|last\s+)?(?:published|updated|posted|modified|issued|date|last\s+update)(?:\s+on|\s+at)?\s*[:|,-]?\s*)?"
    rf"(?:(?:{_CLOCK})\s*[,|–—-]?\s*)?(?:on\s+)?(?:{_WEEKDAY}\s*[,|]?\s+)?(?:the\s+)?{_DAY}"
    rf"(?:\s*(?:[,|–—@-]|at)*\s*T?(?:{_CLOCK}))?(?:\s*\(?(?:GMT|UTC|EST|EDT|CET|[A-Z]{{2,4}}T)\)?)?"
    rf"(?:\s*[|/–—-]?\s*(?:last\s+)?(?:updated|modified)\b.{{0,40}})?\.?",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:By|BY|by:|By:)\s+(?:the\s+)?[A-Z][\w.'’-]*(?:[ ,&/|-]+(?:and\s+|in\s+|of\s+)?[A-Z][\w.'’-]*){0,9}\.?"
)
_BRACKET_DEBRIS = re.compile(
    r"[\[{<]\s*/?[a-z][a-z0-9_-]*(?:\s[^\[\]]*)?[\]}>]|\[(?:…|\.\.\.)\]|&[a-z]+;|<!--.*-->|https?://\S+|www\.\S+"
)
_PICTURE = re.compile(
    r"(?:In this|This|A|An)\s[^.]{0,80}?\b(?:photo|photograph|picture|image|frame grab|video grab|screen ?grab"
    r"|screenshot|handout|still)\b[^.]{0,60}?\b(?:shows?|provided|released|taken|made available|obtained|from)\b"
)
_ONLY_SIGNS = re.compile(r"[\W_]+")


@cache
def _cues() -> dict[str, list[tuple[str, RegionKind, str]]]:
    """By first word: (cue, kind, where), longest first. Cues for the end of a line stand under ""."""
    table: dict[str, list[tuple[str, RegionKind, str]]] = {}
    for wording, kind, where in lexicon("region_cues"):
        first = "" if where.startswith("end") else wording.split()[0].rstrip(":")
        table.setdefault(first, []).append((wording, kind, where))  # type: ignore[arg-type]
    for entries in table.values():
        entries.sort(key=lambda e: (-len(e[0]), e[0]))
    return table


def _says(line: str, wording: str, where: str, last: bool) -> bool:
    words = line.count(" ") + 1
    if where == "whole":
        return line.rstrip(" :.»>-→") == wording or line == wording
    if where.startswith("end"):
        return line.rstrip(".").endswith(" " + wording) and words <= (5 if where == "end-short" else 30)
    if not line.startswith(wording):
        return False
    after = line[len(wording) : len(wording) + 1]
    if wording[-1].isalnum() and after.isalnum():
        return False
    if where == "start-last":
        return last
    if where == "start-link":
        return "appeared first on" in line
    return True


def cue(line: str, last: bool = False) -> tuple[RegionKind, str] | None:
    """Give the kind of region that `line` is by its wording, and why; None where nothing tells.

    `last` says that the line stands among the report's last ones, where some wordings mean more.
    """
    if _BRACKET_DEBRIS.fullmatch(line):
        return "boilerplate", f"bracket-debris:{line[:40]}"
    if len(line) <= 140 and _DATE_LINE.fullmatch(line):
        return "date", f"date-line:{line}"
    if _ONLY_SIGNS.fullmatch(line):
        return "boilerplate", f"signs-only:{line[:20]}"
    plain = " ".join(line.casefold().replace("’", "'").split())
    words = plain.count(" ") + 1
    first = plain.split(maxsplit=1)[0]
    table = _cues()
    for key in dict.fromkeys((first, first.rstrip(":"), "")):
        for wording, kind, where in table.get(key, ()):
            if _says(plain, wording, where, last) and (words <= 30 or kind != "related_link"):
                if _reads_as_prose(line, words, wording, kind):
                    continue
                return kind, f"wording:{wording}"
    if _BYLINE.fullmatch(line) and words <= 14:
        return "credit", f"byline:{line[:60]}"
    if words <= 70 and _PICTURE.match(line):
        return "caption", "picture-described"
    return None


def _reads_as_prose(line: str, words: int, wording: str, kind: str) -> bool:
    """Tell a full sentence that only happens to begin like a cue ("More from the region joined ...")."""
    if kind in {"caption", "syndication_credit"} or wording[-1] in ":.":
        return False
    stopped = line.rstrip('"”’ ').endswith((".", "?"))
    return stopped and words > 12 and kind == "related_link"
