"""Who did what to whom, on sentences of our own."""

import pytest
from spacy.tokens import Doc

from rashomon.reading import pipeline
from rashomon.records import Event


def read(text: str) -> Doc:
    return pipeline()(text)


def words(doc: Doc, ids: tuple[str, ...]) -> list[str]:
    spans = {m.id: doc.text[m.start : m.end] for m in doc._.rashomon_mentions}
    return [spans[i] for i in ids]


def has(doc: Doc, kind: str, actor: str | None, recipient: str | None) -> bool:
    def holds(event: Event) -> bool:
        return (
            event.type == kind
            and (actor is None or any(actor in w for w in words(doc, event.actors)))
            and (recipient is None or any(recipient in w for w in words(doc, event.recipients)))
        )

    return any(holds(e) for e in doc._.rashomon_events)


WHO = [
    ("Kenyan police arrested two opposition leaders in Mombasa.", "COERCE", "police", "leaders", "active verb"),
    ("Two opposition leaders were arrested by Kenyan police.", "COERCE", "police", "leaders", "passive with agent"),
    ("The arrest of two journalists by Kenyan police angered editors.", "COERCE", "police", "journalists", "nominal"),
    ("Rebel forces carried out an attack on a convoy of Malian soldiers.", "ASSAULT", "forces", None, "light verb"),
    ("Peru recalled its ambassador from Chile.", "SANCTION", "Peru", "Chile", "verb and object"),
    ("Norway promised to send food aid to Yemen.", "AGREE", "Norway", "Yemen", "promise of aid"),
    ("Serbia refused to meet the envoy from Kosovo.", "REJECT", "Serbia", None, "refusal"),
    ("Ghana threatened to expel the diplomats of Togo.", "THREATEN", "Ghana", None, "threat"),
]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient", "why"), WHO, ids=[w[4] for w in WHO])
def test_who_did_what_to_whom(text: str, kind: str, actor: str, recipient: str | None, why: str) -> None:
    assert has(read(text), kind, actor, recipient)


def test_a_statement_without_an_event_gives_none() -> None:
    assert read("The minister said the weather in May is usually mild.")._.rashomon_events == ()
