"""A judgement's id is the digest of all the rest of it: the same judgement twice is one, a changed one is another."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import blake2b

from rashomon.records import Judgement


def identified(judgement: Judgement) -> Judgement:
    """Give the judgement under the id that its content has."""
    content = asdict(judgement)
    del content["id"]
    told = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return replace(judgement, id=f"j-{blake2b(told.encode('utf-8', 'backslashreplace'), digest_size=8).hexdigest()}")
