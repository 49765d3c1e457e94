"""Words as a field of a report bears them: one line, without invisible characters, references resolved."""

from __future__ import annotations

import re

from rashomon.intake.fragment import fragment

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def words(told: str) -> str:
    """Give `told` as one line of words."""
    plain = fragment(told) if "<" in told or "&" in told else told
    return " ".join(_CONTROL.sub("", _INVISIBLE.sub("", plain)).split())
