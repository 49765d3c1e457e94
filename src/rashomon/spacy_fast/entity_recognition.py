"""A model's entity recognizer, asked for all its tokens at once: the entities are the same, at a third of the cost.

spaCy's recognizer walks token by token and holds every one of its moves against each; that is a third of a parse.
But outside an entity its scores depend on the token alone, and inside one only on where the entity began: so what it
would do at each token is known beforehand, in a few products of matrices, and the walk goes from entity to entity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from rashomon.spacy_fast.stand_in import StandIn

_LAYERS = ("precomputable_affine", "linear")
_FEATURES = 3  # the token; the entity's first token; the token before, inside an entity
_AHEAD = 12  # tokens of an entity that are looked at for all its likes together; few names are longer
_BARRED = "U-"  # a move for tokens that somebody has barred before
_OUTSIDE, _BEGIN, _IN, _LAST, _UNIT = "OBILU"

_Floats = NDArray[np.float32]
_Ints = NDArray[np.int64]
_Entity = tuple[int, int, str]


class EntityRecognition(StandIn):
    """Sets the entities of a doc as the `spacy.pipeline.EntityRecognizer` does that it is given as `recognizer`.

    A recognizer of another make, and a doc that has entities already, it leaves to that recognizer.
    """

    def __init__(self, name: str = "ner") -> None:
        """Stand in the pipeline as `name`, without a recognizer yet: no entities are set."""
        self.name = name
        self._recognizer: EntityRecognizer | None = None
        self._moves: _Moves | None = None

    @property
    def recognizer(self) -> EntityRecognizer | None:
        """The recognizer whose entities are set."""
        return self._recognizer

    @recognizer.setter
    def recognizer(self, recognizer: EntityRecognizer) -> None:
        self._recognizer = recognizer
        self._moves = _moves(recognizer)

    def stock(self) -> Any:
        """Give the recognizer."""
        return self._recognizer

    def renew(self) -> None:
        """Look at the recognizer's moves again."""
        if self._recognizer is not None:
            self._moves = _moves(self._recognizer)

    @property
    def labels(self) -> tuple[str, ...]:
        """The kinds of entities that there are."""
        return () if self._recognizer is None else tuple(self._recognizer.labels)

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of one doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Set the entities of every doc, `batch_size` docs at a time, and give the docs in the order they came in."""
        waiting = iter(stream)
        while batch := list(islice(waiting, batch_size)):
            try:
                self._set(batch)
                yield from batch
            except Exception as error:  # as with every component, the pipeline says what an error does
                self.get_error_handler()(self.name, self, batch, error)

    def _set(self, docs: Sequence[Doc]) -> None:
        if self._recognizer is None:
            return
        ours: list[Doc] = []
        theirs: list[Doc] = []
        for doc in docs:
            known = self._moves is not None and len(doc) and not doc.to_array("ENT_IOB").any()
            (ours if known else theirs).append(doc)
        if theirs:
            self._recognizer.set_annotations(theirs, self._recognizer.predict(theirs))
        if ours and self._moves is not None:
            for doc, entities in zip(ours, _entities(self._recognizer.model, self._moves, ours), strict=True):
                doc.set_ents([Span(doc, start, end, label) for start, end, label in entities], default="outside")


@dataclass(frozen=True, slots=True)
class _Moves:
    """The moves of a recognizer, by their place among its scores."""

    free: _Ints
    """Moves outside an entity: to stay there, to begin one, to take one token as one; in the order of their scores."""
    begins: NDArray[np.bool_]
    """Which of the free moves begin an entity."""
    units: NDArray[np.bool_]
    """Which of the free moves take one token."""
    labels: tuple[str, ...]
    """The kind of entity of each free move."""
    goes_on: _Ints
    """For each free move: the move by which an entity of its kind goes on."""
    ends: _Ints
    """For each free move: the move by which an entity of its kind ends."""


def _moves(recognizer: EntityRecognizer) -> _Moves | None:
    """Give the moves of `recognizer`, or nothing where it decides in a way that is not known here."""
    model = recognizer.model
    names = {recognizer.moves.get_class_name(at): at for at in range(recognizer.moves.n_moves)}
    free = [name for name in names if name[0] in (_OUTSIDE, _BEGIN, _UNIT) and name != _BARRED]
    labels = tuple(name[2:] for name in free)
    known = (
        tuple(layer.name for layer in model.layers[1:]) == _LAYERS
        and model.layers[1].maybe_get_dim("nF") == _FEATURES
        and not model.attrs["unseen_classes"]
        and recognizer.cfg["beam_width"] == 1
        and _OUTSIDE in free
        and all(f"{move}-{label}" in names for label in labels if label for move in (_IN, _LAST))
    )
    if not known:
        return None
    return _Moves(
        np.array([names[name] for name in free]),
        np.array([name[0] == _BEGIN for name in free]),
        np.array([name[0] == _UNIT for name in free]),
        labels,
        np.array([names.get(f"{_IN}-{label}", 0) for label in labels]),
        np.array([names.get(f"{_LAST}-{label}", 0) for label in labels]),
    )


def _entities(model: Any, moves: _Moves, docs: Sequence[Doc]) -> Iterator[list[_Entity]]:
    """Give the entities of each doc: first and last token (not included) within the doc, and kind."""
    lengths = [len(doc) for doc in docs]
    bounds = np.cumsum([0, *lengths])
    facts = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
    space = facts[:, 0] != 0
    closes = np.append(facts[1:, 1] == 1, True)  # no entity runs over the end of a sentence that is known before …
    closes[bounds[1:] - 1] = True  # … nor of a text
    scores = _Scores(model, docs)
    free = scores.outside()[:, moves.free]
    free[np.ix_(space | closes, moves.begins)] = -np.inf
    free[np.ix_(space, moves.units)] = -np.inf
    chosen = free.argmax(axis=1)
    found = _walk(scores, moves, chosen, closes)
    at = 0
    for start, end in pairwise(bounds.tolist()):
        first = at
        while at < len(found) and found[at][1] <= end:
            at += 1
        yield [(one - start, two - start, label) for one, two, label in found[first:at]]


def _walk(scores: _Scores, moves: _Moves, chosen: _Ints, closes: NDArray[np.bool_]) -> list[_Entity]:
    """Go from entity to entity: what is chosen inside of one does not count, for the entity goes on there."""
    begins = np.flatnonzero(moves.begins[chosen])
    ends = dict(zip(begins.tolist(), _ends(scores, moves, chosen, closes, begins, 1, _AHEAD).tolist(), strict=True))
    found: list[_Entity] = []
    done = 0
    for at in np.flatnonzero(moves.begins[chosen] | moves.units[chosen]).tolist():
        if at >= done:
            done = ends.get(at, at + 1) or int(
                _ends(scores, moves, chosen, closes, np.array([at]), 1 + _AHEAD, len(chosen))[0]
            )
            found.append((at, done, moves.labels[chosen[at]]))
    return found


def _ends(
    scores: _Scores, moves: _Moves, chosen: _Ints, closes: NDArray[np.bool_], begins: _Ints, past: int, ahead: int
) -> _Ints:
    """Give where each entity ends that begins at `begins` and goes on for `past` tokens; 0: not within `ahead` more."""
    goes_on, last = moves.goes_on[chosen[begins]], moves.ends[chosen[begins]]
    ends = np.zeros_like(begins)
    left = np.arange(len(begins))
    for step in range(past, past + ahead):
        if not len(left):
            break
        at = begins[left] + step
        stay, leave = scores.inside(begins[left], at, (goes_on[left], last[left]))
        over = closes[at] | (leave > stay) | ((leave == stay) & (last[left] < goes_on[left]))
        ends[left[over]] = at[over] + 1
        left = left[~over]
    return ends


class _Scores:
    """What a recognizer's layers give for a token, outside an entity or inside one."""

    def __init__(self, model: Any, docs: Sequence[Doc]) -> None:
        tokens, lower, upper = model.layers
        self._ops = model.ops  # numpy's own products wake threads that then wait in a loop, at another core's cost
        features = lower.predict(tokens.predict(docs))
        self._none = features[0]  # what stands for a feature that there is not
        self._features = features[1:]
        self._bias = lower.get_param("b")
        self._weights, self._weights_bias = upper.get_param("W"), upper.get_param("b")

    def outside(self) -> _Floats:
        """Give the score of every move at every token, were no entity open there."""
        hidden = self._hidden(self._features[:, 0], self._none[1], self._none[2])
        scores: _Floats = self._ops.gemm(hidden, self._weights, trans2=True)
        scores += self._weights_bias
        return scores

    def inside(self, begins: _Ints, at: _Ints, moves: Sequence[_Ints]) -> list[_Floats]:
        """Give the scores of `moves` at the tokens `at`, in entities that began at `begins`: a row for each of both."""
        hidden = self._hidden(self._features[at, 0], self._features[begins, 1], self._features[at - 1, 2])
        return [(hidden * self._weights[one]).sum(axis=1) + self._weights_bias[one] for one in moves]

    def _hidden(self, token: _Floats, first: _Floats, before: _Floats) -> _Floats:
        largest: _Floats = self._ops.maxout(token + first + before + self._bias)[0]
        return largest
