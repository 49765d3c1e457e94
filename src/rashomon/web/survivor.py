"""Where to look after a correction: the row that a person was at may be another one now, or none."""

from __future__ import annotations

from rashomon.records import Judgement
from rashomon.web.desk import Desk


def survivor(desk: Desk, screen: str, judgement: Judgement) -> str:
    """Give the address of what is left of what `judgement` is about, of the same `screen` where there is any."""
    members = [m for side in desk.case.corrections.rows(judgement) for m in side]
    if screen == "conflict":
        return desk.links("conflicts")
    for report, row in members:
        if entity := desk.entity_of(report, row):
            return desk.links("entities", entity)
        if screen in ("claim", "line"):
            for claim, told in desk.views.claims_told(report):
                if told == row:
                    return desk.links("claims", claim)
    undone = desk.case.corrections.get(judgement.undoes) if judgement.undoes else None
    anchors = [a for side in (undone or judgement).sides for a in side]
    if anchors and desk.lookup.report(anchors[0].report):
        return desk.links("reports", anchors[0].report, f"c{anchors[0].start}")
    return desk.links("corrections")
