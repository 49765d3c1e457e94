"""One story's questions, asked in their order, each answer checked before the next; and what came of it.

A fault is named to the model once; what is then still wrong is thrown out, and a part without an answer is left to the
rules. A question that was answered before is not asked again.

The words that a model is asked with: templates of the package, filled with a page and nothing else of a case.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from textwrap import fill
from threading import Lock
from typing import Any

from rashomon.pointing.answer import PARTS, Answer, answer
from rashomon.pointing.endpoint import Endpoint, EndpointError, Said
from rashomon.pointing.page import Page
from rashomon.pointing.sheet import longest_of, sheet
from rashomon.records.vocabulary import CONFLICTS, schema_of

VERSION = "5"
"""Of the templates: a change of their words is another version."""


def shown(page: Page) -> str:
    """Give how to read the page, and the page."""
    return _template("page.txt").replace("{voices}", page.voices_text).replace("{reports}", page.text)


def asked(parts: Iterable[str] = PARTS, known: Mapping[str, list[Any]] | None = None) -> str:
    """Give what is asked for: the `parts`, with the answers that are `known` already, as numbers."""
    wanted = _ordered(parts)
    told = [_template(f"{part}.txt").replace("{kinds}", _kinds()) for part in wanted]
    before = json.dumps(_numbered(known), separators=(",", ":")) if known else ""
    already = f"What you answered before, after it was checked:\n{before}\n\n" if before else ""
    forms = json.loads(_template("form.json"))
    form = json.dumps({part: forms[part] for part in wanted})
    return f"{already}Point at:\n\n" + "\n".join(told) + "\n" + _template("end.txt").replace("{form}", form)


def _ordered(parts: Iterable[str]) -> list[str]:
    """The parts in the order in which they are asked for."""
    some = frozenset(parts)
    return [part for part in PARTS if part in some]


def _numbered(known: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """The answers that are known, each claim with its place in the list, by which further questions call it.

    A list without a number is left out, as the model is asked to leave it out.
    """
    told = {part: known[part] for part in PARTS if part in known}
    claims = [
        {"claim": n, **{name: held for name, held in claim.items() if held}}
        for n, claim in enumerate(told.get("claims", ()), 1)
    ]
    return {**told, **({"claims": claims} if claims else {})}


def again(faults: Iterable[str]) -> str:
    """Give what is asked after an answer with `faults`."""
    return "Your answer has faults: " + "; ".join(faults) + ". Give the whole JSON object again without them."


def schema(parts: Iterable[str] = PARTS) -> dict[str, Any]:
    """Give the JSON schema of an answer with `parts`."""
    whole = schema_of(_template("answer.schema.json"))
    wanted = _ordered(parts)
    return {**whole, "properties": {part: whole["properties"][part] for part in wanted}, "required": wanted}


def shown_claims(page: Page, known: Mapping[str, list[Any]]) -> str:
    """Give how to read the sheet of the claims that are known, and the sheet; nothing where there is none."""
    text = sheet(page, known).text
    return _template("sheet.txt").replace("{claims}", text) if text else ""


def digest(model: str, parts: Sequence[str], *words: str) -> str:
    """Give the name of an answer: the digest of the questions' version, the model and the words of the question."""
    return sha256("\0".join((VERSION, model, *words)).encode()).hexdigest()


def _kinds() -> str:
    """The kinds of dispute that may be answered, each with what it is where its name does not say it."""
    told = (f'"{kind}"' + (f" ({called.asked})" if called.asked else "") for kind, called in CONFLICTS.items())
    return fill(f'- "kind": {", ".join(told)}.', 120, subsequent_indent="  ")


@cache
def _template(name: str) -> str:
    return files("rashomon.pointing").joinpath("questions", name).read_text("utf-8")


MOST = 6000
"""Tokens of one answer."""
_LEAST = 100  # tokens of an answer for which it is worth asking
_CHARACTERS = 3.7  # of a token, at the least: what is estimated is rather too much than too little
_ANSWER = 0.3  # tokens of all answers, of those of the page
_NEEDED = {"also": "claims", "first": "claims", "voices": "claims", "one": "claims"}


@dataclass(slots=True)
class Asked:
    """What one story's questions brought: checked rows by part, answers to keep by digest, and what went wrong."""

    parts: dict[str, list[Any]] = field(default_factory=dict)
    new: list[tuple[str, dict[str, list[Any]], tuple[int, int]]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    tokens_in: int = 0
    tokens_out: int = 0
    calls: int = 0
    known: int = 0


class Budget:
    """Tokens that all questions together may take, whoever asks them at a time."""

    def __init__(self, most: int | None) -> None:
        self._left = most
        self._lock = Lock()

    def reserve(self, tokens: int) -> int:
        """Take off a question of `tokens` with room for its answer; give that room, 0 where too little is left."""
        with self._lock:
            if self._left is None:
                return MOST
            room = min(MOST, self._left - tokens)
            if room < _LEAST:
                return 0
            self._left -= tokens + room
            return room

    def settle(self, reserved: int, taken: int) -> None:
        """Put back what was `reserved` and not `taken`, or take off what was taken beyond it."""
        with self._lock:
            if self._left is not None:
                self._left = max(0, self._left + reserved - taken)


def estimate(page: Page, parts: Sequence[str] = PARTS, *, at_once: bool = False) -> tuple[int, int, int]:
    """Give calls, tokens in and tokens out, about, for questions on a page."""
    steps = _steps(parts, at_once)
    there = shown(page)
    tokens = [
        (_sheet_tokens(page) if "one" in parts else tokens_of(there)) + tokens_of(asked(parts)) for parts in steps
    ]
    return len(steps), sum(tokens), int(tokens_of(page.text) * _ANSWER)


def _sheet_tokens(page: Page) -> int:
    """About how many tokens the sheet of claims is: it is not known before there are claims."""
    return int(longest_of(page) / _CHARACTERS)


def tokens_of(words: str) -> int:
    """Give about how many tokens words are."""
    return int(len(words) / _CHARACTERS) + 1


def ask(
    page: Page,
    endpoint: Endpoint,
    budget: Budget,
    wanted: Sequence[str] = PARTS,
    *,
    at_once: bool = False,
    known: Callable[[str], Mapping[str, Any] | None] = lambda digest: None,
    progress: Callable[[str], None] = lambda part: None,
) -> Asked:
    """Ask `endpoint` for the parts that are `wanted` of a page; `known` gives answers that there are, by digest."""
    done = Asked()
    whole = shown(page)
    for parts in _steps(wanted, at_once):
        if any(_NEEDED.get(part, "") not in ("", *done.parts, *parts) for part in parts):
            continue
        there = shown_claims(page, done.parts) if "one" in parts else whole
        if not there:
            continue
        words = asked(parts, {p: done.parts[p] for p in PARTS if p in done.parts and p in _wanted(parts)})
        name = digest(endpoint.model, parts, there, words)
        before = known(name)
        if before is not None:
            checked = _again_checked(before, page, parts, done.parts)
            done.parts.update(checked.parts)
            done.known += 1
            continue
        progress(" and ".join(parts))
        before_it = done.tokens_in, done.tokens_out
        try:
            checked = _asked(page, endpoint, budget, done, parts, [there, words])
        except EndpointError as error:
            done.wrong.append(f"{', '.join(parts)}: {error}")
            break
        done.wrong += [f"{', '.join(parts)}: {fault}" for fault in checked.faults]
        if checked.parts:
            done.parts.update(checked.parts)
            tokens = done.tokens_in - before_it[0], done.tokens_out - before_it[1]
            done.new.append((name, dict(checked.parts), tokens))
    return done


def _asked(
    page: Page, endpoint: Endpoint, budget: Budget, done: Asked, parts: Sequence[str], words: Sequence[str]
) -> Answer:
    messages = [{"role": "system", "content": words[0]}, {"role": "user", "content": words[1]}]
    said = _said(endpoint, budget, done, messages, parts)
    checked = answer(said.words, page, parts, done.parts)
    if not checked.faults:
        return checked
    messages += [{"role": "assistant", "content": said.words}, {"role": "user", "content": again(checked.faults)}]
    try:
        better = answer(_said(endpoint, budget, done, messages, parts).words, page, parts, done.parts)
    except EndpointError as error:
        checked.faults.append(str(error))
        return checked
    return better if len(better.parts) >= len(checked.parts) else checked


def _said(
    endpoint: Endpoint, budget: Budget, done: Asked, messages: list[dict[str, str]], parts: Sequence[str]
) -> Said:
    guess = sum(tokens_of(m["content"]) for m in messages)
    room = budget.reserve(guess)
    if not room:
        raise EndpointError("the budget is spent")
    taken = guess
    try:
        said = endpoint.ask(messages, schema(parts), room)
        out = said.tokens_out or tokens_of(said.words)
        taken = max(guess, said.tokens_in) + out
    finally:
        budget.settle(guess + room, taken)
    done.calls += 1
    done.tokens_in += said.tokens_in or guess
    done.tokens_out += out
    return said


def _again_checked(
    before: Mapping[str, Any], page: Page, parts: Sequence[str], known: Mapping[str, list[Any]]
) -> Answer:
    return answer(json.dumps({k: before[k] for k in before}), page, [p for p in parts if p in before], known)


def _steps(parts: Sequence[str], at_once: bool) -> Sequence[Sequence[str]]:
    """Which parts go in one question. What is asked of answered claims is a question of its own, with their sheet."""
    if not at_once:
        return [(part,) for part in parts]
    before = tuple(part for part in parts if part != "one")
    return [before] if before == tuple(parts) else [before, ("one",)]


def _wanted(parts: Sequence[str]) -> frozenset[str]:
    """The parts that a question is told of: the claims, for those that speak of them."""
    return frozenset({"claims"}) if set(parts) & {"also", "voices", "first", "disputes"} else frozenset()
