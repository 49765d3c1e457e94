"""The class of an eventuality in ISO-TimeML: what kind of thing its word says of the world."""

from __future__ import annotations

from functools import cache
from typing import cast

from rashomon.lexicons import lexicon
from rashomon.reading.eventualities.parse import Parse
from rashomon.records import EventualityClass


def kind(parse: Parse, word: int) -> EventualityClass:
    """Give the class of the verb or noun at `word`: that of its lemma, REPORTING for speech, else OCCURRENCE."""
    return _classes().get(parse.lemma[word], "OCCURRENCE")


@cache
def _classes() -> dict[str, EventualityClass]:
    spoken: dict[str, EventualityClass] = {
        row[0]: "REPORTING" for row in lexicon("attribution_verbs") if row[1] in ("speech", "evidence")
    }
    return spoken | {word: cast(EventualityClass, name) for word, name in lexicon("eventuality_classes")}
