"""One self-contained page of the account: no script, nothing fetched, every word of a report shown as text.

The claims that it shows are those that a line or a conflict rests on.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import rashomon
from rashomon.case import Case
from rashomon.exports.account import Account, Line, account
from rashomon.exports.in_words import mark, silence, ways, who
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Quote, telling_quote
from rashomon.exports.overview import FILTERS, OURS, glance, overview, overview_style, shown
from rashomon.exports.safe_text import printable
from rashomon.formats import Format
from rashomon.records import Reason


def page(told: Account) -> str:
    """Give the account as an HTML document that opens from a file manager.

    Its content security policy lets nothing in but its own style, known by its hash.
    """
    style = _style()
    return (
        _environment()
        .get_template("chronicle.html")
        .render(
            account=told,
            to=_Here(),
            ours=OURS,
            style=Markup(style),  # noqa: S704 (our own style sheet, shipped in the package)
            style_hash=f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}",
            version=rashomon.__version__,
        )
    )


class _Here:
    """Addresses on the one page: every line and dispute stands on it in full."""

    disputes = ""

    def line(self, line: Line) -> str:
        return f"#{quote(line.id)}"

    def dispute(self, dispute: str) -> str:
        return f"#{quote(dispute)}"

    def quote(self, cut: Quote) -> str:
        return ""


@cache
def _style() -> str:
    own = files("rashomon.exports").joinpath("templates", "chronicle.css").read_text("utf-8")
    return own + overview_style()


def _shown(value: Any) -> Any:
    value = str(value) if isinstance(value, Reason) else value
    return printable(value) if type(value) is str else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("rashomon.exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    own: dict[str, Any] = {
        "mark": mark,
        "silence": lambda side: silence(side.stances, side.silent, side.silent_outlets),
        "overview": overview,
        "glance": glance,
        "ways": ways,
        **FILTERS,
        "telling_quote": telling_quote,
        "who": who,
        "words": lambda text: " ".join(text.split()),
        "zip": lambda first, second: list(zip(first, second, strict=True)),
    }
    environment.filters.update(own)
    return environment


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
