"""What is only said, reported or rumoured to be so is hedged: text, words of the clause, how it stands, why."""

import pytest

from rashomon.reading import read
from rashomon.records import Report

ROWS = [
    ("The gunners are said to have lobbed the shells from a ridge.", "to have lobbed", "hedged", "said to have"),
    ("The gunners are said to have lobbed the shells from a ridge.", "The gunners are said", "hedged", "the whole"),
    ("The ledger is said to show a payment of nine million.", "to show", "hedged", "said to"),
    ("The pilot was reported to have fled to Tarm.", "to have fled", "hedged", "reported to have"),
    ("The owner is understood to have sold his shares in May.", "to have sold", "hedged", "understood to have"),
    ("The cook is claimed to have spat in the soup.", "to have spat", "hedged", "claimed to have"),
    ("Analysts speculate that the firm hid the losses.", "the firm hid", "hedged", "who speculates"),
    ("There were reports that gunmen had stormed the port.", "gunmen had", "hedged", "reports that"),
    ("Traders heard rumours that the bank had failed.", "the bank had", "hedged", "rumours that"),
    ("The mayor saw signs that the dam leaked.", "the dam leaked", "hedged", "signs that"),
    ("The mayor said that the gunners lobbed the shells.", "the gunners lobbed", "asserted", "who says it is known"),
    ("He is said by all to be kind.", "to be kind", "asserted", "so it is here"),
    ("The nurse was told to leave the ward.", "to leave", "asserted", "an order"),
    ("The firm reported that it lost two billion.", "it lost", "asserted", "a report by somebody"),
    ("The clerk reported the theft to the police.", "The clerk", "asserted", "a thing is reported"),
    ("The reports that the union published in May were read aloud.", "the union", "asserted", "reports that it wrote"),
    ("The signs that hung over the gate were torn down.", "that hung", "asserted", "signs of wood"),
    ("The mayor understood that the dam had failed.", "the dam had", "asserted", "who understands a fact"),
    ("The cook claimed the prize in May.", "The cook", "asserted", "a prize is claimed"),
]


@pytest.mark.parametrize(("text", "opens", "status"), [r[:3] for r in ROWS], ids=[r[3] for r in ROWS])
def test_hearsay_is_hedged(text: str, opens: str, status: str) -> None:
    [reading] = read([Report("r", text, published="2031-05-20")])
    assert next(c.status for c in reading.clauses if text[c.start :].startswith(opens)) == status
