"""reports.jsonl: every report as stored, its text untouched; `rashomon build` takes it in on another machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from rashomon.case import Case
from rashomon.exports.ledger import Ledger
from rashomon.formats import Format


def reports(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give one line a report, in the order of their ids."""
    for report in case.reports:
        yield json.dumps(asdict(report), ensure_ascii=False) + "\n"


FORMAT = Format(
    suffix="reports.jsonl",
    what="the reports as stored, [an interchange file](interchange.md)",
    opens="other programs; `rashomon build`",
    checked="round trip",
    write=reports,
    lost="reports hold no claims",
    losses={
        "what was read and found": "`--to readings` and `--to findings`; with them `rashomon import` makes the case",
        "corrections": "`rashomon corrections CASE --export FILE`",
    },
)
