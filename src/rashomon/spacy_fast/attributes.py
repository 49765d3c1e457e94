"""A model's attribute ruler and lemmatizer, asked once for each kind of token: what they set is the same.

spaCy holds every rule of an attribute ruler against every token, which is a sixth of a parse. Most rules look at one
token and ask for plain values (its tag, its word, its relation), or for none of some: tokens that are alike in those
are answered alike, and the answer is kept, at a twelfth of the cost. Any other rule is held only against the tokens
that have one of the plain values it asks for.

A lemma is made of a form, a part of speech and a morphology: these three are all that the rules of spaCy's lemmatizer
look at (its own keeps its answers by them), so a doc is answered as one array. A verb made with "re-" has the lemma of
the verb it is made of, though no table lists it: "retook", retake.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc, Span
from spacy.tokens._retokenize import set_token_attrs
from spacy.vocab import Vocab

from rashomon.spacy_fast.stand_in import StandIn

_WORDS = ("TAG", "LOWER", "DEP", "ORTH", "POS")
_FLAGS = ("IS_SPACE", "IS_PUNCT")
_OTHER = -1  # stands in a kind for every value that no rule asks for

_Kind = tuple[int, ...]


def _done(step: AttributeRules | Lemmas, doc: Doc) -> Doc:
    try:
        step._set(doc)
    except Exception as error:  # as with every component, the pipeline says what an error does
        step.get_error_handler()(step.name, step, [doc], error)
    return doc


class AttributeRules(AttributeRuler):
    """Sets the attributes of a parsed doc as `spacy.pipeline.AttributeRuler` does with the same patterns."""

    _memory: _Memory | None = None

    def add(self, patterns: Iterable[list[dict[int | str, Any]]], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add token patterns, what they set, and which token of a match they set it on."""
        self._memory = None
        super().add(patterns, attrs, index)

    def __call__(self, doc: Doc) -> Doc:
        """Set what the rules say of each token, later rules over earlier ones."""
        return _done(self, doc)

    def _set(self, doc: Doc) -> None:
        if self._memory is None:
            self._memory = _remembering(self.vocab, self.patterns)
        memory = self._memory
        met = [memory.met(kind) for kind in memory.kinds(doc)]
        others: dict[int, set[int]] = {}

        def add(rule: int, start: int, end: int) -> None:
            others.setdefault(doc[start:end][self.indices[rule]].i, set()).add(rule)

        for i, (_, nearby) in enumerate(met):
            for near in nearby:
                start, end = i - near.at, i - near.at + near.length
                if start >= 0 and end <= len(doc) and _matches_whole(near.matcher, doc[start:end]):
                    add(near.rule, start, end)
        if memory.matcher is not None:
            for key, start, end in memory.matcher(doc, allow_missing=True):
                add(int(self.vocab.strings[key]), start, end)
        for token, (rules, _) in zip(doc, met, strict=True):
            for rule in sorted({*rules, *others[token.i]}) if token.i in others else rules:
                set_token_attrs(token, self.attrs[rule])


@dataclass(frozen=True, slots=True)
class _Near:
    """A rule that asks for more than plain values, or of several tokens: where to hold it against the text."""

    rule: int
    at: int
    length: int
    matcher: Matcher


_Met = tuple[list[int], list[_Near]]


class _Choice(NamedTuple):
    """What a rule asks of one value: to be one of these, or none of them."""

    values: frozenset[int]
    within: bool

    def holds(self, value: int) -> bool:
        """Tell whether a token that has `value` meets it."""
        return (value in self.values) == self.within


@dataclass(slots=True)
class _Memory:
    """What rules ask of one token, who asks it, and a matcher for rules that no token's values call up."""

    asked: Mapping[str, frozenset[int]]
    plain: list[tuple[dict[int, _Choice], int | _Near]]
    matcher: Matcher | None
    known: dict[_Kind, _Met] = field(default_factory=dict)

    def kinds(self, doc: Doc) -> list[_Kind]:
        """Give the kind of each token: its values, one for all that no rule asks for, so that kinds are few."""
        values = doc.to_array(list(self.asked)).reshape(len(doc), len(self.asked))
        columns = (
            [value if value in asked else _OTHER for value in column]
            for column, asked in zip(values.T.tolist(), self.asked.values(), strict=True)
        )
        return list(zip(*columns, strict=True))

    def met(self, kind: _Kind) -> _Met:
        """Give the rules that tokens of this kind meet, in their order, and those that they may be part of."""
        if kind not in self.known:
            found = [one for wanted, one in self.plain if all(c.holds(kind[at]) for at, c in wanted.items())]
            self.known[kind] = (
                sorted({rule for rule in found if isinstance(rule, int)}),
                [near for near in found if isinstance(near, _Near)],
            )
        return self.known[kind]


def _remembering(vocab: Vocab, patterns: Iterable[Mapping[str, Any]]) -> _Memory:
    plain: list[tuple[dict[str, _Choice], int | _Near]] = []
    matcher = None
    for rule, entry in enumerate(patterns):
        for pattern in entry["patterns"]:
            by_value = [_plain(vocab, token) for token in pattern]
            at = next((i for i, asked in enumerate(by_value) if any(c.within for c in asked.values())), None)
            if len(pattern) == 1 and len(by_value[0]) == len(pattern[0]) and entry["index"] in (0, -1):
                plain.append((by_value[0], rule))
            elif at is None or any("OP" in token for token in pattern):
                matcher = matcher or Matcher(vocab)
                matcher.add(vocab.strings.add(str(rule)), [pattern])
            else:
                alone = Matcher(vocab)
                alone.add(vocab.strings.add(str(rule)), [pattern])
                plain.append((by_value[at], _Near(rule, at, len(pattern), alone)))
    names = sorted({"TAG", *(name for asked, _ in plain for name in asked)})
    return _Memory(
        {name: frozenset(v for asked, _ in plain if name in asked for v in asked[name].values) for name in names},
        [({names.index(name): choice for name, choice in asked.items()}, one) for asked, one in plain],
        matcher,
    )


def _plain(vocab: Vocab, asked: Mapping[int | str, Any]) -> dict[str, _Choice]:
    """Give what is asked of one token in plain values, some or none of them: no expression, extension, absence."""
    found = {name: _Choice(frozenset({1}), asked[name]) for name in _FLAGS if isinstance(asked.get(name), bool)}
    for name in _WORDS:
        within, values = _choice(asked.get(name))
        if values:
            found[name] = _Choice(frozenset(map(vocab.strings.add, values)), within)
    return found


def _choice(asked: object) -> tuple[bool, list[str]]:
    """Give the strings that a value is to be one of, or (with false) none of; none where it asks for something else."""
    if isinstance(asked, dict) and [*asked] == ["NOT_IN"]:
        barred: list[Any] = asked["NOT_IN"]
        return False, barred if all(isinstance(value, str) for value in barred) else []
    values: list[Any] = asked["IN"] if isinstance(asked, dict) and [*asked] == ["IN"] else [asked]
    return True, values if all(value and isinstance(value, str) for value in values) else []


def _matches_whole(matcher: Matcher, span: Span) -> bool:
    return any(start == 0 and end == len(span) for _, start, end in matcher(span, allow_missing=True))


_AGAIN = "re"
_KIND: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]


class Lemmas(StandIn):
    """Sets the lemmas of a doc as the `spacy.pipeline.Lemmatizer` does that it is given as `lemmatizer`."""

    def __init__(self, name: str = "lemmatizer") -> None:
        """Stand in the pipeline as `name`, without a lemmatizer yet: no lemmas are set."""
        self.name = name
        self.lemmatizer: Lemmatizer | None = None
        self._known: dict[tuple[int, int, int], int] = {}

    def stock(self) -> Any:
        """Give the lemmatizer."""
        return self.lemmatizer

    def renew(self) -> None:
        """Forget the lemmas that the lemmatizer gave before."""
        self._known.clear()

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token that has none; of all of them where the lemmatizer overwrites."""
        return _done(self, doc)

    def _set(self, doc: Doc) -> None:
        if self.lemmatizer is None or not len(doc):
            return
        known = self._known
        lemmas: list[int] = []
        for at, (orth, pos, morph, lemma) in enumerate(doc.to_array(_KIND).tolist()):
            if lemma and not self.lemmatizer.overwrite:
                lemmas.append(lemma)
                continue
            kind = (orth, pos, morph)
            if kind not in known:
                lemma_of = self.lemmatizer.lemmatize(doc[at])[0]
                known[kind] = doc.vocab.strings.add(self._again(doc[at].lower_, lemma_of, doc[at].pos_))
            lemmas.append(known[kind])
        column: Any = np.array(lemmas, np.uint64)
        doc.from_array(["LEMMA"], column)

    def _again(self, form: str, lemma: str, pos: str) -> str:
        """Give the lemma of an irregular form behind "re-": "retook" and "rebuilt"."""
        if pos != "VERB" or lemma != form or not form.startswith(_AGAIN) or self.lemmatizer is None:
            return lemma
        if not self.lemmatizer.lookups.has_table("lemma_exc"):
            return lemma
        irregular = self.lemmatizer.lookups.get_table("lemma_exc").get("verb", {}).get(form.removeprefix(_AGAIN))
        return _AGAIN + irregular[0] if irregular else lemma
