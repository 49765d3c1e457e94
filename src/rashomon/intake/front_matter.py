"""A text with a head of fields (YAML or TOML front matter, as trafilatura and site makers write it) to its fields."""

from __future__ import annotations

import re

_FENCES = {"---": ":", "+++": "="}
_LINE = re.compile(r"([A-Za-z][\w -]{0,40})\s*([:=])\s*(.*)")
_MOST = 60  # lines of a head


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Give the fields of the head and the text behind it; ({}, text) where no head stands there."""
    lines = text.split("\n", _MOST + 2)
    fence = lines[0].strip().lstrip("\ufeff")
    if fence not in _FENCES or len(lines) < 3:
        return {}, text
    fields: dict[str, str] = {}
    last = ""
    for number, line in enumerate(lines[1 : _MOST + 1], 1):
        if line.strip() == fence:
            rest = "\n".join(lines[number + 1 :]).lstrip("\r\n")
            return (fields, rest) if fields else ({}, text)
        match = _LINE.fullmatch(line.strip())
        if match and match[2] == _FENCES[fence] and not line.startswith((" ", "\t", "-")):
            last = match[1].strip().lower().replace(" ", "_").replace("-", "_")
            fields[last] = _plain(match[3])
        elif last and line.strip().startswith("- "):
            fields[last] = "; ".join(filter(None, (fields[last], _plain(line.strip()[2:]))))
        elif line.strip() and not line.startswith((" ", "\t", "#")):
            return {}, text
    return {}, text


def _plain(told: str) -> str:
    told = told.strip().rstrip(",")
    if told[:1] == "[" and told[-1:] == "]":
        return "; ".join(filter(None, (_plain(one) for one in told[1:-1].split(","))))
    return told[1:-1] if len(told) > 1 and told[0] == told[-1] and told[0] in "\"'" else told
