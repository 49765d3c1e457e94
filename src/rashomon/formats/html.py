"""The page of a case: the claims that it shows are those that a line or a conflict rests on."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.case import Case
from rashomon.exports.account import account
from rashomon.exports.ledger import Ledger
from rashomon.exports.overview import shown
from rashomon.exports.page import page
from rashomon.formats import Format


def web_page(case: Case, ledger: Ledger) -> Iterator[str]:
    """Give the page as one text."""
    told = account(case)
    ledger.carry(shown(told))
    yield page(told)


FORMAT = Format(
    suffix="chronicle.html",
    what="one page of the chronicle, where the output ends in `.html`; else [a folder of pages](interchange.md)",
    opens="a browser",
    checked="no script, nothing fetched; every claim's page",
    write=web_page,
    lost="no line and no conflict rests on it",
    losses={
        "claims that no line and no conflict rests on": "the loss report names them",
        "what was read and no line, claim or conflict rests on": "`--to readings`",
        "entities": "`--to findings`",
    },
)
