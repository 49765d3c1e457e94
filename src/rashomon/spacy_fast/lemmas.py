"""A model's lemmatizer by rule, asked once for each form, part of speech and morphology: the lemmas are the same.

A verb made with "re-" has the lemma of the verb it is made of, though no table lists it: "retook", retake.
These three are all that its rules look at (spaCy's own keeps its answers by them), so a doc is answered as one array.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc

from rashomon.spacy_fast.stand_in import StandIn

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
        try:
            self._set(doc)
        except Exception as error:  # as with every component, the pipeline says what an error does
            self.get_error_handler()(self.name, self, [doc], error)
        return doc

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
