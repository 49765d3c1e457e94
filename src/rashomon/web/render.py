"""Pages are written by templates and drawings as SVG, every word escaped; nothing that cannot be seen stays unseen.

A drawing has no style of its own: the style sheet colours it. What people decided, and what changed by it, is told in
plain words.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

import rashomon
from rashomon.exports.in_words import mark, ways, who
from rashomon.exports.overview import FILTERS, OURS
from rashomon.exports.safe_text import fitted, visible
from rashomon.language import many
from rashomon.records import Judgement, JudgementKind, Reason
from rashomon.web.desk import Desk

_KINDS: dict[JudgementKind, str] = {
    "merge": "these are one",
    "split": "these are two",
    "rename": "called otherwise",
    "reject": "not so",
    "re-date": "another day",
    "re-attribute": "somebody else says it",
    "same-source": "the same source",
    "not-same-source": "not the same source",
    "note": "note",
    "undo": "taken back",
}
_STATES = {
    "applied": "holds",
    "undone": "taken back",
    "orphaned": "rests on nothing any more",
    "overruled": "a later one holds",
}


def decided(kind: JudgementKind) -> str:
    """Give a kind of correction as people say it."""
    return _KINDS[kind]


def concerns(judgement: Judgement) -> str:
    """Give what a correction is about; of one that takes another back, that one's kind as people say it."""
    kind, of, rest = judgement.about.partition(" of ")
    known = next((said for name, said in _KINDS.items() if name == kind), "")
    return f"({known}) {rest}" if judgement.kind == "undo" and of and known else judgement.about


def stands(state: str) -> str:
    """Give how a correction stands as people say it."""
    return _STATES[state]


_LONG = 600


def render(template: str, desk: Desk, /, **shown: Any) -> str:
    """Write one page of `desk`."""
    return (
        _environment()
        .get_template(f"{template}.html")
        .render(
            desk=desk,
            link=desk.links,
            case=desk.case.path.stem,
            screen=template,
            version=rashomon.__version__,
            ours=OURS,
            taken=_taken,
            **shown,
        )
    )


def _shown(value: Any) -> Any:
    value = str(value) if isinstance(value, Reason) else value
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("rashomon.web"), PackageLoader("rashomon.exports")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters.update(
        {
            **FILTERS,
            "counted": _counted,
            "concerns": concerns,
            "decided": decided,
            "stands": stands,
            "ways": ways,
            "mark": mark,
            "who": who,
            "words": lambda text: fitted(text, _LONG),
            "short": lambda text, most: fitted(str(text), most),
            "plain": lambda text: str(text).replace("_", " "),
            "many": many,
            "lead": _lead,
            "tail": _tail,
        }
    )
    return environment


def _taken(here: str, kind: str) -> str:
    """The address of what a page shows in another form."""
    path = here.partition("#")[0]
    return f"{path}{'&' if '?' in path else '?'}as={kind}"


def _lead(text: str, most: int) -> str:
    """The beginning of what follows, its white space made single; how it joins what stands before is kept."""
    told = fitted(text, most)
    return f" {told}" if text[:1].isspace() and told else told


def _tail(text: str, most: int) -> str:
    """The end of what goes before, cut at a word."""
    told = " ".join(text.split())
    told = told if len(told) <= most else f"… {told[-most:].partition(' ')[2]}"
    return f"{told} " if text[-1:].isspace() and told else told


def _counted(changes: tuple[Any, ...]) -> str:
    from rashomon.engines import counted

    return counted(changes)


Value = str | float | None


def tag(name: str, attributes: Mapping[str, Value] = {}, *inside: Markup | str) -> Markup:
    """Give one element; an attribute whose value is None is left out, strings inside are escaped."""
    shown = "".join(
        f' {key}="{escape(visible(value) if isinstance(value, str) else _number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(part if isinstance(part, Markup) else str(escape(visible(part))) for part in inside)
    return Markup(f"<{name}{shown}>{body}</{name}>")  # noqa: S704 (escaped above)


def svg(width: float, height: float, label: str, *inside: Markup, kind: str = "") -> Markup:
    """Give a drawing of this size that a screen reader calls by `label`; what it shows also stands in a table."""
    size: dict[str, Value] = {"viewBox": f"0 0 {_number(width)} {_number(height)}", "width": width, "height": height}
    return tag("svg", {"class": f"drawing {kind}".strip(), **size, "role": "group", "aria-label": label}, *inside)


def two_lines(words: str, most: int) -> list[str]:
    """Part words of a drawing into lines of so many letters, cut between words, what is left over left out."""
    if len(words) <= most:
        return [words]
    cut = words.rfind(" ", 0, most + 1)
    cut = cut if cut > 0 else most
    return [words[:cut], fitted(words[cut:], most)]


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
