"""A clause that only says what another tells has no line; that somebody knew or agreed is news of its own."""

from __future__ import annotations

import pytest

from rashomon.comparing.claim_kinds import only_says, says_elsewhere
from rashomon.reading import read

CLAUSES = [
    ("The minister said that the dam leaked.", "say", True, "a saying"),
    ("The minister heard that the dam leaked.", "hear", True, "a belief"),
    ("The dam leaked, a spokesman said on Tuesday.", "say", True, "said outside"),
    ("The minister knew that the dam leaked.", "know", True, "the reporter's own word for it"),
    ("The minister admitted that she knew that the dam leaked.", "know", False, "another says that she knew"),
    ("An engineer said that the firm did not know that the dam leaked.", "know", False, "that it did not know"),
    ("The government knew about the payment.", "know", False, "knew about a thing"),
    ("The two leaders agreed on a joint group to look into it.", "agree", False, "agreed on a thing"),
    ("The rebels had agreed to a halt.", "agree", False, "agreed to a thing"),
    ("“I know that it leaked,” the minister said.", "know", True, "in the first person"),
    ("The search off Tarn is continuing.", "continue", False, "what goes on is no saying"),
    ("The death toll of the flood in Orsa stood at 83 on Monday.", "stand", False, "where a figure stands"),
    ("About 900 people gathered in the square of Tarn.", "gather", False, "who comes together"),
    ("The responsibility lies with the owner of the ferry.", "lie", False, "where something lies"),
    ("The findings point to heavy rain as the cause of the slide in Orsa.", "point", False, "what findings point to"),
    ("The captain of the ferry was charged with negligence.", "charge", False, "who is charged"),
    ("The cabinet is considering whether to close the port of Tarn.", "consider", False, "what is weighed"),
    ("The mayor of Orsa decided not to report the leak.", "decide", False, "what is decided"),
    ("The owner of the ferry declined to comment.", "decline", True, "no comment"),
    ("The ministry of Orsa did not respond to a request for comment.", "respond", True, "no answer"),
    ("The guards spoke on condition of anonymity.", "speak", True, "how they spoke"),
    ("A spokeswoman of the port has not commented on the fire.", "comment", True, "none either"),
]


@pytest.mark.parametrize(("text", "lemma", "mere", "why"), CLAUSES, ids=[row[3] for row in CLAUSES])
def test_what_only_says(text: str, lemma: str, mere: bool, why: str) -> None:
    clause = next(c for c in read(text).clauses if c.lemma == lemma)
    assert (only_says(clause) or says_elsewhere(clause) or clause.wording is None) == mere, why
