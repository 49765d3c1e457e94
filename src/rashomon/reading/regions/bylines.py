"""Bylines above the body without a "by": a writer's name, and on the next line what he does at the paper.

"ADA BROWN" over "Mining Reporter" signs a report; a line that tells a job alone is a credit beside the byline before
it. Neither is a headline, and nobody in them takes part in the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason, RegionKind

_JOB = re.compile(
    r"(?:[A-Z][\w.&’'-]*(?:,? (?:and |of |at |for )?|/))?(?:[\w.&’'-]+(?:,? |/)){0,4}"
    r"(?:contributor|columnist|correspondent|editor|journalist|photographer|producer|reporter|writer)s?"
    r"(?: at large)?",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"[A-Z][\w.’'-]*(?: (?:de|al|bin|van|von|[A-Z][\w.’'-]*)){1,3}"
    r"(?:(?:, | and | & )[A-Z][\w.’'-]*(?: (?:de|al|bin|van|von|[A-Z][\w.’'-]*)){1,3})*"
)
_JOB_AT_MOST = 6  # words

Found = dict[int, tuple[RegionKind, Reason]]


def bylines(parts: Sequence[Block], found: Found, before: int, title: str) -> Found:
    """Give the writers' names and jobs among the blocks up to `before` that are not yet `found`.

    `title` is the report's headline, its words alone: a line that says the same is nobody's name.
    """
    out: Found = {}
    for i, block in enumerate(parts[:before]):
        if i == 0 or i in found or not _is_job(block):
            continue
        above = found.get(i - 1)
        name = parts[i - 1]
        if above is None and _NAME.fullmatch(name.text) and _plain(name.text) != title:
            out[i - 1] = ("credit", Reason("byline", name.text[:60]))
        elif above is None or above[0] != "credit":
            continue
        out[i] = ("credit", Reason("writer", block.text[:60]))
    return out


def _is_job(block: Block) -> bool:
    return not block.stopped and block.words <= _JOB_AT_MOST and bool(_JOB.fullmatch(block.text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
