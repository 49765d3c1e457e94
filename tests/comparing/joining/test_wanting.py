"""What somebody wants is not what another demands, nor what was done; two words of one wish are one."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

WANTED = (
    ("Berg hopes the Sund ferry will sail again in May.", "The island council demanded that the Sund ferry sail again in May.", False, "a hope, another's demand"),
    ("Mayor Holm hopes that the Osk quarry will be closed this year.", "The parish council called for the Osk quarry to be closed this year.", False, "a hope, another's call"),
    ("Union leader Ana Pohl fears that the Tarn mill will be sold to Velux.", "Chief executive Otto Lind promised that the Tarn mill would be sold to Velux.", False, "a fear, another's promise"),
    ("Governor Ilse Brand threatened to shut the Korda pipeline.", "Governor Ilse Brand shut the Korda pipeline on Sunday.", False, "a threat, and the deed"),
    ("Finance minister Lena Orth refused to resign over the ferry contract.", "Finance minister Lena Orth resigned over the ferry contract.", False, "a refusal, and the deed"),
    ("Trainer Paul Vane promised to repay the Ness stables.", "Trainer Paul Vane repaid the Ness stables last week.", False, "a promise, and the deed"),
    ("The museum in Lund offered to return the Benin mask.", "The museum in Lund returned the Benin mask on Friday.", False, "an offer, and the deed"),
    ("Judge Rhea Stone ordered the Calder plant to stop its pumps.", "The Calder plant stopped its pumps on Monday.", False, "an order, and that it was done"),
    ("Bishop Marsh urged the Quay brewery to drop its appeal.", "The Quay brewery promised to drop its appeal.", False, "urged by one, promised by the other"),
    ("The miners demanded that the Pell shaft be reopened.", "The owners offered to reopen the Pell shaft.", False, "a demand, and the other side's offer"),
    ("Finance minister Lena Orth refused to resign over the ferry contract.", "Finance minister Lena Orth refused on Monday to resign over the ferry contract.", True, "told alike"),
    ("Governor Ilse Brand threatened to shut the Korda pipeline.", "Governor Ilse Brand has threatened to shut the Korda pipeline, aides said.", True, "told alike"),
    ("Trainer Paul Vane promised to repay the Ness stables.", "Trainer Paul Vane vowed to repay the Ness stables.", True, "two words of one promise"),
    ("The miners demanded that the Pell shaft be reopened.", "The miners called for the Pell shaft to be reopened.", True, "two words of one demand"),
    ("Judge Rhea Stone ordered the Calder plant to stop its pumps.", "A judge, Rhea Stone, has ordered the Calder plant to stop its pumps.", True, "one order"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "joined", "why"), WANTED, ids=[f"{n} {row[3]}" for n, row in enumerate(WANTED)]
)
def test_what_is_wanted(one: str, other: str, joined: bool, why: str) -> None:
    reports = [
        Report("a", one, published="2031-05-12", outlet="Post"),
        Report("b", other, published="2031-05-13", outlet="Sun"),
    ]
    claims = compare(reports, read(reports)).claims
    assert any({t.report for t in c.tellings} == {"a", "b"} for c in claims) == joined, why
