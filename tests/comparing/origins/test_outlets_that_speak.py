"""An outlet of the case is one voice: whether it narrates, another cites it, or it speaks of itself by its name."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

JAILED = "A court in Tarn on Friday jailed the former mayor, Lena Holm, for six years for bribery."
TOLD = [
    (
        ("Norvia Press Agency", JAILED),
        ("Orsa Mail", "The former mayor, Lena Holm, was jailed for bribery, the Norvia Press Agency reported."),
        1,
        "an agency that no list has, by its name",
    ),
    (
        ("Lund Post", JAILED),
        ("Orsa Mail", "The former mayor, Lena Holm, was jailed for bribery, the Lund Post reported."),
        1,
        "a paper",
    ),
    (
        ("Orsa Mail", "The Orsa Mail has learned that the former mayor of Tarn, Lena Holm, was offered a deal."),
        ("Lund Post", "Lena Holm, the former mayor of Tarn, was offered a deal, according to the Orsa Mail."),
        1,
        "it speaks of itself by its name",
    ),
    (
        ("Lund Post", JAILED),
        ("Orsa Mail", "The former mayor, Lena Holm, was jailed for bribery, the Norvia Court Service said."),
        2,
        "a body that publishes nothing here",
    ),
]


@pytest.mark.parametrize(("one", "other", "voices", "why"), TOLD)
def test_an_outlet_is_one_voice(one: tuple[str, str], other: tuple[str, str], voices: int, why: str) -> None:
    reports = [
        Report(f"r{n}", text, outlet=outlet, published="2031-05-03") for n, (outlet, text) in enumerate((one, other))
    ]
    claims = compare(reports, read(reports)).claims
    told = {t.voice for c in claims for t in c.tellings}
    assert len(told) == voices, why


def test_whoever_an_outlet_cites_spoke_to_that_outlet() -> None:
    cited = Report(
        "r0", "Norvia's premier has resigned, Radio Kesh reported on Friday, citing aides.", outlet="Lund Post"
    )
    (claim,) = (c for c in compare([cited], read([cited])).claims if "resigned" in c.text)
    assert [str(t.voice) for t in claim.tellings] == ["anonymous:outlet:Radio Kesh:aide"]
