"""The words that a model is asked with: templates of the package, filled with a page and nothing else of a case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from rashomon.pointing.answer import PARTS
from rashomon.pointing.page import Page

VERSION = "2"
"""Of the templates: a change of their words is another version."""


def shown(page: Page) -> str:
    """Give how to read the page, and the page."""
    return _template("page.txt").replace("{voices}", page.voices_text).replace("{reports}", page.text)


def asked(parts: Iterable[str] = PARTS, known: Mapping[str, list[Any]] | None = None) -> str:
    """Give what is asked for: the `parts`, with the answers that are `known` already, as numbers."""
    wanted = [part for part in PARTS if part in set(parts)]
    told = [_template(f"{part}.txt") for part in wanted]
    before = json.dumps({part: known[part] for part in PARTS if part in known}, separators=(",", ":")) if known else ""
    already = f"What you answered before, after it was checked:\n{before}\n\n" if before else ""
    forms = json.loads(_template("form.json"))
    form = json.dumps({part: forms[part] for part in wanted})
    return f"{already}Point at:\n\n" + "\n".join(told) + "\n" + _template("end.txt").replace("{form}", form)


def again(faults: Iterable[str]) -> str:
    """Give what is asked after an answer with `faults`."""
    return "Your answer has faults: " + "; ".join(faults) + ". Give the whole JSON object again without them."


def schema(parts: Iterable[str] = PARTS) -> dict[str, Any]:
    """Give the JSON schema of an answer with `parts`."""
    whole: dict[str, Any] = json.loads(_template("answer.schema.json"))
    wanted = [part for part in PARTS if part in set(parts)]
    return {**whole, "properties": {part: whole["properties"][part] for part in wanted}, "required": wanted}


def digest(model: str, *words: str) -> str:
    """Give the name of an answer: the digest of the question's version, the model and the words of the question."""
    return sha256("\0".join((VERSION, model, *words)).encode()).hexdigest()


@cache
def _template(name: str) -> str:
    return files("rashomon.pointing").joinpath("questions", name).read_text("utf-8")
