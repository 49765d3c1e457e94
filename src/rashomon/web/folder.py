"""The pages of a case as files in one folder: every link leads to a file beside it, and nothing else is asked for.

`rows.json` there tells the file of every report, claim, conflict and entity by its id in the case.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.case.views import Shown
from rashomon.exports import Ledger
from rashomon.exports.overview import overview_style
from rashomon.outputs import beside, drafted_folder
from rashomon.web.desk import Desk
from rashomon.web.links import OnDisk
from rashomon.web.render import render
from rashomon.web.screens import Page, pages
from rashomon.web.screens.claim import MOST, claim
from rashomon.web.screens.conflict import conflict
from rashomon.web.screens.entity import entity
from rashomon.web.screens.report import report

_STATIC = Path(__file__).parent / "static"
_List = Callable[[Desk, dict[str, str]], dict[str, Any] | None]
LOSSES = {
    f"tellings of a claim after its first {MOST}": "the loss report names them; `--to findings`",
    "the ends of long overviews": "the page tells how many; the lists of rows are whole",
    "search, and putting the machine right": "`rashomon serve`",
    "what was read and stands behind no claim and no name": "`--to readings`",
    "the original bytes of the reports": "the case alone keeps them",
    "control, steering and hidden characters": "shown by their numbers (`\\x1b`)",
}


def folder(case: Case, target: Path, ledger: Ledger | None = None, *, force: bool = False) -> Path:
    """Write the pages of `case` into the folder `target` and give its index.html.

    `ledger` is told which claims have a page, and what their pages leave out. A folder that was written so before is
    replaced whole, when the new one is done. Raises OutputError where `target` is something else, or holds what
    somebody changed or added; changed files are replaced with `force`.
    """
    ledger = Ledger() if ledger is None else ledger
    with drafted_folder(target, kept=beside(case.path), force=force) as draft:
        for file in _STATIC.iterdir():
            (draft / file.name).write_bytes(file.read_bytes())
        (draft / "overview.css").write_text(overview_style(), "utf-8", newline="\n")
        desk = Desk(case, OnDisk())
        where: dict[str, dict[str, str]] = {}
        for name, text in _pages(desk, where, ledger):
            (draft / name).write_text(text, "utf-8", newline="\n")
        (draft / "rows.json").write_text(json.dumps(where, ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")
    ledger.close(case.findings.claim_ids(), "no page shows it")
    return target / "index.html"


def _pages(desk: Desk, where: dict[str, dict[str, str]], ledger: Ledger) -> Iterator[tuple[str, str]]:
    stories = [s.id for s in desk.stories()]
    for page in pages():
        if isinstance(page, Page) and page.as_files:
            yield from _following(desk, page.name, page.show, {})
            for story in stories if page.as_files == "by story" else ():
                yield from _following(desk, page.name, page.show, {"story": story})
    rows: tuple[tuple[str, Shown, Callable[[Desk, str], dict[str, Any] | None]], ...] = (
        ("reports", "report", report),
        ("claims", "claim", claim),
        ("conflicts", "conflict", conflict),
        ("entities", "entity", entity),
    )
    for screen, template, show_one in rows:
        for row in desk.views.ids(template):
            shown = show_one(desk, row)
            if shown is None:
                ledger.lose(template, row, "no page shows it")
                continue
            name = where.setdefault(screen, {})[row] = desk.links(screen, row)
            if template == "claim":
                ledger.carry([row])
                for told in shown["every"][MOST:]:
                    for one in (told, *told.carried):
                        ledger.lose("statement", ":".join(one.row), f"a claim's page shows its first {MOST}", row)
            yield name, render(template, desk, **shown)


def _following(desk: Desk, screen: str, show: _List, asked: dict[str, str]) -> Iterator[tuple[str, str]]:
    """A list's first page and those that follow it."""
    after = ""
    while True:
        shown = show(desk, {**asked, "after": after} if after else asked) or {}
        yield desk.links(screen, **asked, after=after), render(screen, desk, **shown)
        after = shown.get("following", "")
        if not after:
            return
