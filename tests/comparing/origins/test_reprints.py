"""A reprint is no witness: whatever a case holds, one more copy of a report raises no bound of any of its claims."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_reading import MadeReading
from rashomon.comparing.identity import identity
from rashomon.comparing.independence import independence
from rashomon.comparing.lineage import lineage
from rashomon.comparing.origins import origins
from rashomon.records import Bounds, Credit, Lineage, Member, Reading, Reason, Report

# who says it, of which kind, the kind and form of the words for him; None: the report narrates
SPEAKERS: list[tuple[str, str, str, str] | None] = [
    None,
    ("Mirza Dost", "named_person", "person", "name"),
    ("Lena Abt", "named_person", "person", "name"),
    ("the harbour master", "named_person", "person", "nominal"),
    ("the mayor", "named_person", "person", "nominal"),
    ("his lawyer", "named_person", "person", "nominal"),
    ("the chief of police", "named_person", "person", "nominal"),
    ("a port official", "anonymous", "person", "nominal"),
    ("two diplomats", "anonymous", "group", "nominal"),
    ("residents", "collective", "group", "nominal"),
    ("the health ministry", "institution", "organisation", "nominal"),
    ("police", "institution", "organisation", "nominal"),
    ("the Pier Board", "institution", "organisation", "name"),
    ("Norway", "institution", "organisation", "name"),
    ("a report", "institution", "other", "nominal"),
]
FACTS = [  # each in the words of one report or another
    ("gunmen shot four men at the pier", "four men were shot by masked gunmen", "at the pier four people were shot dead"),
    ("the ferry sank off the reef", "forty drowned as the old ferry sank", "near the reef a ferry with forty aboard sank"),
    ("soldiers closed the bridge at noon", "the army closed the old bridge", "no one crosses since troops closed the bridge"),
    ("two cranes fell on the market", "a pair of cranes fell among the stalls", "on market day two harbour cranes fell"),
]  # fmt: skip
WORDS = [
    a + b for a in ("ro", "ta", "gu", "ne", "cra", "la", "sai") for b in ("pe", "rl", "nd", "ck", "mp", "lt", "st")
]
Part = tuple[tuple[int, int], ...]  # which speaker tells which fact


def made(name: str, parts: Part, outlet: str | None, day: int, wording: int = 0) -> MadeReading:
    """A report that tells its facts and goes on in words of its own."""
    lines = []
    for speaker, fact in parts:
        who = SPEAKERS[speaker]
        told = FACTS[fact][wording][0].upper() + FACTS[fact][wording][1:]
        lines.append(f"{told}, {who[0]} said." if who else f"{told}.")
    own = random.Random(name)
    lines += [" ".join(own.choices(WORDS, k=14)).capitalize() + "." for _ in range(6)]
    one = MadeReading(name, "\n".join(lines), f"2024-05-{day:02}", outlet=outlet)
    at = 0
    for line, (speaker, fact) in zip(lines, parts, strict=False):
        who, told = SPEAKERS[speaker], FACTS[fact][wording]
        _tell(one, at, line, who, told)
        at += len(line) + 1
    return one


def _tell(one: MadeReading, at: int, line: str, who: tuple[str, str, str, str] | None, told: str) -> None:
    """Adds the statement and the event of one line of the text, which starts `at` there."""
    row = MadeReading(one.id, line)
    if who:
        row.mention(who[0], who[2], who[3])
        row.says(who[0], "said", told[0].upper() + told[1:], source_kind=who[1], lemma="say")
    verb = next(v for v in ("shot", "sank", "closed", "fell") if v in told)
    row.tells("ASSAULT", verb, attribution="a1" if who else None, because="verb:")

    def moved(span: tuple[int, int]) -> tuple[int, int]:
        return span[0] + at, span[1] + at

    chains = {m.chain: f"{m.chain}" for m in row.mentions}
    for m in row.mentions:
        one.chains.setdefault(chains[m.chain], row.chains[m.chain])
        one.mentions.append(replace(m, id=f"m{len(one.mentions) + 1}", start=m.start + at, end=m.end + at))
    for a in row.attributions:
        one.attributions.append(
            replace(
                a,
                id=f"a{len(one.attributions) + 1}",
                source=tuple(map(moved, a.source)),
                cue=tuple(map(moved, a.cue)),
                content=tuple(map(moved, a.content)),
                source_mention=one.mentions[-1].id,
            )
        )
    for e in row.events:
        one.events.append(
            replace(
                e,
                id=f"e{len(one.events) + 1}",
                trigger=moved(e.trigger),
                evidence=moved(e.evidence),
                attribution=one.attributions[-1].id if who else None,
            )
        )


def read(one: MadeReading, credit: str | None = None) -> tuple[Report, Reading]:
    """The report and its reading, with its lines as sentences; `credit` is the outlet that its last line names."""
    report, reading = one.report(), one.reading()
    if credit:
        start = len(report.text) + 1
        report = replace(report, text=f"{report.text}\n{credit}")
        reading = replace(reading, credits=(Credit(start, start + len(credit), None, "republished", credit),))
    at, lines = 0, []
    for line in report.text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return report, replace(reading, sentences=tuple(lines))


def counted(
    case: list[tuple[Report, Reading]], groups: list[list[Member]], derived: tuple[Lineage, ...] | None = None
) -> list[Bounds]:
    """The bounds of every group of rows in a case, whose reports derive as `derived` tells, else as is found."""
    reports = {r.id: r for r, _ in case}
    readings = {reading.report: reading for _, reading in case}
    rows = lineage(reports, readings) if derived is None else derived
    found = origins(reports, readings, identity(readings, ()), rows)
    return [independence(found[m] for m in group) for group in groups]


def derivation(case: list[tuple[Report, Reading]]) -> tuple[Lineage, ...]:
    """What the reports of a case derive from, as is found."""
    return lineage({r.id: r for r, _ in case}, {reading.report: reading for _, reading in case})


PARTS = st.lists(
    st.tuples(st.sampled_from(range(len(SPEAKERS))), st.sampled_from(range(len(FACTS)))),
    min_size=1,
    max_size=4,
    unique_by=lambda part: part[1],
).map(tuple)
OUTLETS = ["Karm Times", "Halim Courier", "Daily Zinc", "Orm Evening News", "The Ardent Post"]


@settings(deadline=None, max_examples=60)
@given(st.lists(PARTS, min_size=1, max_size=3), st.data())
def test_one_more_copy_raises_no_bound(parts: list[Part], data: st.DataObject) -> None:
    case = [made(f"r{i}", part, OUTLETS[i], 6, i) for i, part in enumerate(parts)]
    of = data.draw(st.sampled_from(range(len(case))))
    by_credit = data.draw(st.booleans())
    copy = made(f"r{of}", parts[of], OUTLETS[3], 9, of)
    copy.id = "z"
    reprint = read(copy, OUTLETS[of] if by_credit else None)
    told: dict[tuple[int, str], list[Member]] = {}
    for i, part in enumerate(parts):
        for at, (speaker, fact) in enumerate(part):
            said = sum(SPEAKERS[s] is not None for s, _ in part[: at + 1])
            told.setdefault((fact, "event"), []).append((f"r{i}", f"e{at + 1}"))
            if SPEAKERS[speaker]:
                told.setdefault((fact, "statement"), []).append((f"r{i}", f"a{said}"))
    groups = list(told.values())
    more = [[*g, *(("z", row) for report, row in g if report == f"r{of}")] for g in groups]
    originals = [read(one) for one in case]
    size = len(copy.text)
    copied = Lineage(
        "z", f"r{of}", "reprint", "text", 1.0, (("z", 0, size), (f"r{of}", 0, size)), Reason.of_text("same text")
    )
    before = counted(originals, groups, ())
    after = counted([*originals, reprint], more, (*derivation([reprint]), copied))
    for (least, most), (least_after, most_after) in zip(before, after, strict=True):
        assert least_after <= least
        assert most_after <= most


@pytest.mark.parametrize("speaker", [s for s in range(len(SPEAKERS)) if SPEAKERS[s]], ids=lambda s: SPEAKERS[s][0])  # type: ignore[index]
def test_five_copies_of_one_statement_are_one_voice(speaker: int) -> None:
    part: Part = ((speaker, 0),)
    case = []
    for i, outlet in enumerate(OUTLETS):
        one = made("r0", part, outlet, 6 + i)
        one.id = f"r{i}"
        case.append(read(one))
    assert counted(case, [[(f"r{i}", "a1") for i in range(5)]]) == [(1, 1)]


def test_the_same_role_in_two_reports_may_be_two_or_one() -> None:
    case = [read(made(f"r{i}", ((4, i),), OUTLETS[i], 6)) for i in range(2)]
    assert counted(case, [[("r0", "a1"), ("r1", "a1")]]) == [(1, 2)]
