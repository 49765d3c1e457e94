"""Answers of a weak model: a share of the numbers of an answer replaced at random, the same for one seed."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from rashomon.pointing.page import Page


def spoiled(parts: Mapping[str, list[Any]], page: Page, share: float, seed: int) -> dict[str, list[Any]]:
    """Give `parts` with about `share` of the numbers changed: clauses and voices to others, labels to others."""
    random = Random(seed)
    clauses, figures, voices = len(page.clauses), len(page.figures), len(page.voices)

    def numbers(of: list[int], most: int) -> list[int]:
        return [random.randint(1, most) if random.random() < share else n for n in of]

    claims = [
        {
            **{stance: numbers(c[stance], clauses) for stance in ("says", "denies", "hedges")},
            "kind": random.choice(("event", "finding", "position")) if random.random() < share else c["kind"],
        }
        for c in parts["claims"]
    ]
    return {
        "claims": claims,
        "also": [
            {
                "claim": numbers([row["claim"]], len(claims))[0],
                **{stance: numbers(row[stance], clauses) for stance in ("says", "denies", "hedges")},
            }
            for row in parts["also"]
        ],
        "voices": [[n, v if random.random() >= share else random.randint(0, voices)] for n, v in parts["voices"]],
        "disputes": [
            {
                **d,
                "sides": [numbers(side, clauses) for side in d["sides"]],
                "over": d["over"] != (random.random() < share),
            }
            for d in parts["disputes"]
        ],
        "series": [numbers(row, figures) for row in parts["series"]],
        "first": numbers(parts["first"], max(1, len(claims))),
        "one": [
            {
                "claims": numbers(row["claims"], len(claims)),
                **{stance: numbers(row[stance], clauses) for stance in ("says", "denies", "hedges")},
            }
            for row in parts.get("one", [])
        ],
    }
