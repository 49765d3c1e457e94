"""Something opened to be parsed: its bytes, once, and all that is known of where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Source:
    """`given` names it in messages, `stem` its reports; `url`, `kind` and `charset` are those of a web answer."""

    file: BinaryIO
    given: str
    stem: str
    name: str = ""
    url: str = ""
    kind: str = ""
    charset: str = ""
