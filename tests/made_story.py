"""A story told whole by hand, for what people see: ranks, sides, figures in time, positions, plans and background."""

from __future__ import annotations

from rashomon.records import (
    Bounds,
    ChronicleEntry,
    Claim,
    ClaimKind,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Evidence,
    Findings,
    Origin,
    Point,
    Publication,
    Reading,
    Reason,
    Report,
    Series,
    Side,
    Story,
    Telling,
)

_TEXTS = {
    "bell": (
        "Dam at Orsa gives way\n\n"
        "The dam at Orsa gave way on Sunday. Twelve people were killed, the mayor Ila Brandt said. "
        "No one warned the valley, residents said. The dam was built in 1961. "
        "“We will sue the owner,” Brandt said."
    ),
    "crier": (
        "Orsa dam: 12 dead\n\n"
        "A dam at Orsa failed early on Sunday. Brandt said that twelve died. "
        "The owner, Norra Power, said that sirens sounded at four. "
        "Norra Power said that nobody was hurt. Inspectors are to arrive on Thursday."
    ),
    "dawn": (
        "Orsa toll rises to 31\n\n"
        "Thirty-one people were killed when the dam at Orsa gave way, the county said. "
        "Norra Power admitted that its first statement was wrong. "
        "The owner deserves no blame, Norra Power said."
    ),
}
_OUTLETS = {"bell": "Valley Bell", "crier": "Town Crier", "dawn": "Dawn Mail"}
_DAYS = {"bell": "2031-06-01", "crier": "2031-06-02", "dawn": "2031-06-04"}
REPORTS = tuple(
    Report(i, text, outlet=_OUTLETS[i], digest=f"d-{i}", input=f"{i}.txt") for i, text in sorted(_TEXTS.items())
)
READINGS = tuple(
    Reading(r.id, Publication(_DAYS[r.id], "metadata", _DAYS[r.id], _DAYS[r.id]), "en", None, r.outlet, None)
    for r in REPORTS
)


def at(report: str, words: str) -> Evidence:
    """The first place of `words` in a report."""
    start = _TEXTS[report].index(words)
    return report, start, start + len(words)


_VOICES = {
    "mayor": Origin("named_person", "Ila Brandt", (), "person:ila brandt"),
    "owner": Origin("institution", "Norra Power", (), "institution:norra power"),
    "county": Origin("institution", "the county", (), "institution:county"),
    "people": Origin("collective", "residents", (), "collective:residents"),
    **{i: Origin("outlet", name, (), f"outlet:{name}") for i, name in _OUTLETS.items()},
}


def _claim(
    id_: str, voices: str, *told: tuple[str, str], kind: ClaimKind = "event", bounds: Bounds = (1, 1), **more: object
) -> Claim:
    evidence = tuple(at(*one) for one in told)
    origins = tuple(_VOICES[v] for v in voices.split())
    tellings = tuple(Telling(*e, "says", origins[0].key, "") for e in evidence)
    members = tuple((report, "s1") for report, _ in told)
    return Claim(id_, told[0][1], evidence, members, origins, bounds, kind=kind, tellings=tellings, **more)  # type: ignore[arg-type]


CLAIMS = (
    _claim(
        "k1",
        "bell crier dawn",
        ("bell", "The dam at Orsa gave way on Sunday"),
        ("crier", "A dam at Orsa failed early on Sunday"),
        ("dawn", "the dam at Orsa gave way"),
        bounds=(1, 3),
        perhaps=("k9",),
    ),
    _claim("k2", "mayor", ("bell", "Twelve people were killed"), ("crier", "twelve died")),
    _claim("k3", "county", ("dawn", "Thirty-one people were killed"), kind="finding"),
    _claim("k4", "people", ("bell", "No one warned the valley")),
    _claim("k5", "owner", ("crier", "sirens sounded at four")),
    _claim("k6", "owner", ("crier", "nobody was hurt")),
    _claim("k7", "mayor", ("bell", "“We will sue the owner,”"), kind="position"),
    _claim("k8", "owner", ("dawn", "The owner deserves no blame"), kind="position"),
    _claim("k9", "crier", ("crier", "Inspectors are to arrive on Thursday"), kind="plan"),
    _claim("k10", "bell", ("bell", "The dam was built in 1961"), kind="background"),
)


def _line(
    rank: int, claim: str, title: str, date: str | None, conflicts: tuple[str, ...] = (), **more: object
) -> ChronicleEntry:
    told = next(c for c in CLAIMS if c.id == claim)
    return ChronicleEntry(
        f"h{rank}",
        date,
        title,
        (),
        (claim,),
        told.independent_origins,
        conflicts,
        "s1",
        told.evidence[0],
        rank=rank,
        kind=told.kind,
        **more,  # type: ignore[arg-type]
    )


_SUNDAY = "2031-06-01"
LINES = (
    _line(1, "k1", "The dam at Orsa gave way on Sunday [1 June]", _SUNDAY),
    _line(2, "k3", "Thirty-one people were killed [at Orsa]", "2031-06-04", ("x2",)),
    _line(3, "k4", "No one warned the valley", _SUNDAY, ("x1",)),
    _line(4, "k6", "nobody was hurt", _SUNDAY, ("x2",)),
    _line(5, "k2", "Twelve people were killed", _SUNDAY),
    _line(6, "k5", "sirens sounded at four", _SUNDAY, ("x1",)),
    _line(27, "k7", "[Brandt:] “We will sue the owner,”", "2031-06-01"),
    _line(28, "k8", "The owner deserves no blame", "2031-06-04"),
    _line(29, "k9", "Inspectors are to arrive on Thursday [5 June]", "2031-06-05", period="ahead"),
    _line(30, "k10", "The dam was built in 1961", "1961", period="background"),
)
MORE = tuple(_line(n, "k1", f"A dam at Orsa failed, line {n}", _SUNDAY) for n in range(7, 27))
"""Lines that fill the ten and leave some over."""


def _side(claim: str, *voices: str) -> Side:
    told = next(c for c in CLAIMS if c.id == claim)
    return Side((claim,), told.evidence, voices)


def _conflict(
    id_: str, kind: ConflictKind, one: Side, other: Side, rank: int, status: ConflictStatus = "open"
) -> Conflict:
    claims = (one.claims[0], other.claims[0])
    return Conflict(id_, claims, kind, Reason.of_text(f"{kind}:by-hand"), (one, other), status, 3, rank)


CONFLICTS = (
    _conflict("x2", "number", _side("k3", "institution:county"), _side("k6", "Norra Power"), 1, "superseded"),
    _conflict("x1", "denial", _side("k4", "collective:residents"), _side("k5", "institution:norra power"), 2),
    *(_conflict(f"x{n}", "actor", _side("k4", "residents"), _side("k5", "Norra Power"), n) for n in range(3, 10)),
)
SERIES = (
    Series(
        "f1",
        "people killed at Orsa",
        (
            Point((12.0, 12.0), _SUNDAY, at("bell", "Twelve people were killed"), "person:ila brandt", "k2"),
            Point((31.0, None), "2031-06-04", at("dawn", "Thirty-one people were killed"), "", "k3"),
        ),
    ),
)
STORY = Story("s1", "Dam at Orsa gives way", tuple(sorted(_TEXTS)), _SUNDAY, "2031-06-04")
FINDINGS = Findings(
    stories=(STORY,),
    claims=CLAIMS,
    conflicts=CONFLICTS,
    chronicle=tuple(sorted((*LINES, *MORE), key=lambda e: (e.date or "~", e.id))),
    series=SERIES,
)


def keep(case) -> None:
    """Put the whole story into an open, empty case."""
    with case.transaction():
        for report in REPORTS:
            case.reports.add(report)
        case.readings.keep(READINGS, "by hand")
        case.findings.keep(FINDINGS, case.findings.basis("by hand"))
