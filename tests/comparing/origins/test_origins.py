"""Chains and counts: who is behind what, and how many of them there are at least and at most."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.comparing.independence import independence
from rashomon.comparing.origins import origins
from rashomon.records import (
    Attribution,
    Chain,
    Credit,
    Entity,
    Event,
    Lineage,
    Mention,
    Origin,
    Publication,
    Reading,
    Reason,
    Report,
)

SAME = {  # written name → the entity it is, as identity would find
    "Mirza Dost": "Mirza Dost",
    "Mirzah Dust": "Mirza Dost",
    "Halim port authority": "Halim Port Authority",
}
KINDS = {
    "person": ("named_person", "person"),
    "spokesman": ("named_person", "person"),
    "body": ("institution", "organisation"),
    "state": ("institution", "organisation"),
    "place": ("institution", "place"),
    "outlet": ("outlet", "organisation"),
    "anonymous": ("anonymous", "other"),
    "collective": ("collective", "other"),
}


@dataclass(frozen=True)
class R:
    """One report. `rows`: what it puts forward, each "kind:name" from the outermost source to the innermost, parted by
    " > ", with " via OUTLET" where the source spoke to an outlet and " ~lemma" for another cue; "-" is its narration.
    """

    id: str
    rows: tuple[str, ...]
    outlet: str | None = None
    credit: str | None = None
    of: str | None = None
    relation: str = "reprint"
    score: float = 0.95


def read(report: R) -> tuple[Reading, list[str], dict[str, list[tuple[str, str]]], list[Lineage]]:
    """The reading, the event of each row, mentions by entity, and lineage rows."""
    mentions: list[Mention] = []
    chains: dict[str, Chain] = {}
    attributions: list[Attribution] = []
    events: list[Event] = []
    spoken_to: list[Credit] = []
    named: dict[str, list[tuple[str, str]]] = {}
    at = 0

    def mention(name: str, kind: str, form: str, role: str = "") -> str:
        nonlocal at
        chain = chains.setdefault(name, Chain(f"c{len(chains)}", name, kind, (name,), (role,) if role else ()))
        mentions.append(Mention(f"m{len(mentions)}", at, at + len(name), kind, form, chain.id))
        if form == "name":
            named.setdefault(SAME.get(name, name), []).append((report.id, mentions[-1].id))
        at += len(name) + 1
        return mentions[-1].id

    for row in report.rows:
        outer = None
        start = at
        for part in row.split(" > ") if row not in {"-", "none"} else []:
            part, _, lemma = part.partition(" ~")
            part, _, via = part.partition(" via ")
            kind, _, name = part.partition(":")
            name, _, body = name.partition("/")
            source_kind, mention_kind = KINDS[kind]
            form = "nominal" if source_kind in {"anonymous", "collective"} else "name"
            begin = at
            source = mention(name, mention_kind, form, f"spokesman of the {body}" if body else "")
            if body:
                mention(body, "organisation", "name")
            channel = None
            if via:
                spoken_to.append(Credit(at, at + len(via), None, "interview", via))
                channel = mention(via, "publication", "name")
            a = Attribution(
                f"a{len(attributions) + 1}",
                ((begin, begin + len(name)),),
                ((at, at + 4),),
                ((at + 5, at + 9),),
                source_kind,
                source,
                channel,
                nested_in=outer,
                lemma=lemma or "say",
            )
            attributions.append(a)
            outer = a.id
            at += 80
        if row == "none":
            attributions.append(
                Attribution(f"a{len(attributions) + 1}", (), ((at, at + 4),), ((at, at + 4),), "anonymous")
            )
            outer = attributions[-1].id
        events.append(
            Event(
                f"e{len(events) + 1}",
                "CONSULT",
                (at, at + 1),
                (),
                (),
                None,
                None,
                Reason.of_text(""),
                "asserted",
                outer,
                (start, at + 2),
            )
        )
        at += 80
    lineage = []
    if report.of:
        lineage.append(Lineage(report.id, report.of, report.relation, "text", report.score, ((report.id, 0, 10**6),)))
    if report.credit:
        lineage.append(
            Lineage(report.id, report.credit, "republished", "credit", 0.9, (), Reason.of_text("credit-line:told"))
        )
    reading = Reading(
        report.id,
        Publication(None, "unknown"),
        "en",
        None,
        report.outlet,
        None,
        mentions=tuple(mentions),
        chains=tuple(chains.values()),
        attributions=tuple(attributions),
        events=tuple(events),
        credits=tuple(spoken_to),
    )
    return reading, [e.id for e in events], named, lineage


def found(reports: tuple[R, ...]) -> list[Origin]:
    """The origins of all the reports' rows, in order."""
    made = [read(r) for r in reports]
    readings = {m[0].report: m[0] for m in made}
    at: dict[str, list[tuple[str, str]]] = {}
    kinds = {}
    for reading, _, named, _ in made:
        for mention in reading.mentions:
            kinds[reading.report, mention.id] = mention.kind
        for name, members in named.items():
            at.setdefault(name, []).extend(members)
    entities = [
        Entity(f"n-{name}", name, kinds[m[0]], (name, *(k for k, v in SAME.items() if v == name)), tuple(m))
        for name, m in sorted(at.items())
    ]
    texts = {name: Report(name, "") for name in readings}
    all_of = origins(texts, readings, entities, [row for m in made for row in m[3]])
    return [all_of[m[0].report, e] for m in made for e in m[1]]


WIRE = R("w", ("-",), outlet="Reuters")
CASES: list[tuple[tuple[R, ...], tuple[int, int], set[str], str]] = [
    # ------------------------------------------------------------------------------------------- narration
    ((R("a", ("-",)),), (1, 1), {"a"}, "one report is one voice"),
    (
        (R("a", ("-",)), R("b", ("-",))),
        (1, 2),
        {"a", "b"},
        "two reports of unknown outlets may have it from one another",
    ),
    ((R("a", ("-",), "Gulf Courier"),), (1, 1), {"Gulf Courier"}, "a known outlet speaks under its name"),
    (
        (R("a", ("-",), "X Post"), R("b", ("-",), "Y Post")),
        (1, 2),
        {"X Post", "Y Post"},
        "two outlets that narrate are one or two",
    ),
    ((R("a", ("-",), "X Post"), R("b", ("-",), "X Post")), (1, 1), {"X Post"}, "one outlet twice is one"),
    ((R("a", ("-", "-"), "X Post"),), (1, 1), {"X Post"}, "two sentences of one report are one voice"),
    (
        (R("a", ("-",), "Al Jazeera"), R("b", ("-",), "Al-Jazeera Net")),
        (1, 1),
        {"Al Jazeera", "Al-Jazeera Net"},
        "one house, two desks: one voice, shown as each is written",
    ),
    (
        (R("a", ("-",), "AFP"), R("b", ("-",), "Agence France-Presse")),
        (1, 1),
        {"AFP", "Agence France-Presse"},
        "an outlet's other name",
    ),
    ((WIRE, R("b", ("-",), "X Post", of="w")), (1, 1), {"Reuters"}, "a reprint is its wire"),
    (
        (WIRE, *(R(f"b{i}", ("-",), f"Post {i}", of="w") for i in range(5))),
        (1, 1),
        {"Reuters"},
        "five reprints are one source",
    ),
    (
        (WIRE, R("b", ("-",), "X Post", of="w"), R("c", ("-",), "Y Post", of="b")),
        (1, 1),
        {"Reuters"},
        "a reprint of a reprint is the wire",
    ),
    ((WIRE, R("b", ("-",), "X Post", of="w", relation="excerpt")), (1, 1), {"Reuters"}, "an excerpt is its whole"),
    (
        (WIRE, R("b", ("-",), "X Post", of="w", relation="translation")),
        (1, 1),
        {"Reuters"},
        "a translation is its original",
    ),
    (
        (WIRE, R("b", ("-",), "X Post", of="w", relation="rewrite", score=0.8)),
        (1, 1),
        {"Reuters"},
        "a rewrite of most of a report is that report",
    ),
    ((R("a", ("-",), "X Post", credit="Reuters"), WIRE), (1, 1), {"Reuters"}, "a credit is followed"),
    (
        (R("a", ("-",), "X Post", credit="Reuters"), R("b", ("-",), "Y Post", credit="Reuters")),
        (1, 1),
        {"Reuters"},
        "two carriers of one agency are one",
    ),
    (
        (R("a", ("-",), credit="Asharq Al-Awsat"), R("b", ("-",), credit="Al-Hurra")),
        (1, 2),
        {"Asharq Al-Awsat", "Al-Hurra"},
        "carriers of two houses are one or two",
    ),
    (
        (R("a", ("-",), "X Post", credit="Reuters"), R("b", ("-",), "Y Post", of="a")),
        (1, 1),
        {"Reuters"},
        "a reprint of a carrier is the credited house",
    ),
    (
        (R("a", ("-",), credit="Al Jazeera Net"), R("b", ("-",), "Al Jazeera")),
        (1, 1),
        {"Al Jazeera", "Al Jazeera Net"},
        "a carrier and its house",
    ),
    (
        (R("a", ("-",), "X Post"), R("b", ("-",), "Y Post"), R("c", ("-",), "Z Post")),
        (1, 2),
        set(),
        "three that narrate are two at most",
    ),
    # ------------------------------------------------------------------------------------------- persons
    ((R("a", ("person:Mirza Dost",)),), (1, 1), {"Mirza Dost"}, "a person who is quoted is the voice"),
    (
        (R("a", ("person:Mirza Dost",), "X Post"), R("b", ("person:Mirza Dost",), "Y Post")),
        (1, 1),
        {"Mirza Dost"},
        "one press conference in two outlets is one",
    ),
    (
        tuple(R(f"r{i}", ("person:Mirza Dost",), f"Post {i}") for i in range(10)),
        (1, 1),
        {"Mirza Dost"},
        "one press conference in ten outlets is one",
    ),
    (
        (R("a", ("person:Mirza Dost",)), R("b", ("person:Mirzah Dust",))),
        (1, 1),
        {"Mirza Dost"},
        "two spellings of one man",
    ),
    (
        (R("a", ("person:Mirza Dost", "person:Lena Abt")),),
        (2, 2),
        {"Mirza Dost", "Lena Abt"},
        "two witnesses in one report are two",
    ),
    (
        (R("a", ("person:Mirza Dost",)), R("b", ("person:Lena Abt",))),
        (2, 2),
        {"Mirza Dost", "Lena Abt"},
        "two witnesses in two reports are two",
    ),
    (
        (R("a", ("person:Mirza Dost",)), R("b", ("-",), "X Post")),
        (1, 2),
        {"Mirza Dost", "X Post"},
        "a reporter may have it from the witness",
    ),
    ((R("a", ("person:Mirza Dost", "person:Mirza Dost")),), (1, 1), {"Mirza Dost"}, "a man who says it twice"),
    (
        (R("a", ("person:Mirza Dost",), "X Post"), R("b", ("person:Mirza Dost",), of="a")),
        (1, 1),
        {"Mirza Dost"},
        "his words in a reprint",
    ),
    (
        (R("a", ("person:Mirza Dost via Al-Hurra",)), R("b", ("person:Mirza Dost via Reuters",))),
        (1, 1),
        {"Mirza Dost"},
        "he told two outlets",
    ),
    (
        (R("a", ("spokesman:Omid Rad/Ministry of Ports",)), R("b", ("body:Ministry of Ports",))),
        (1, 1),
        {"Omid Rad", "Ministry of Ports"},
        "a spokesman is his ministry's voice",
    ),
    (
        (R("a", ("spokesman:Omid Rad/Ministry of Ports",)), R("b", ("spokesman:Sara Vey/Ministry of Ports",))),
        (1, 1),
        {"Omid Rad", "Sara Vey"},
        "two spokesmen of one ministry are one voice",
    ),
    (
        (R("a", ("spokesman:Omid Rad/Ministry of Ports",)), R("b", ("spokesman:Sara Vey/Halim Guards",))),
        (2, 2),
        {"Omid Rad", "Sara Vey"},
        "spokesmen of two bodies",
    ),
    # ------------------------------------------------------------------------------------------- bodies, states
    ((R("a", ("body:Halim Port Authority",)),), (1, 1), {"Halim Port Authority"}, "an institution is a voice"),
    (
        (R("a", ("body:Halim Port Authority",)), R("b", ("body:Halim port authority",))),
        (1, 1),
        {"Halim Port Authority"},
        "one authority in two reports",
    ),
    ((R("a", ("body:Halim Guards", "body:Dock Union")),), (2, 2), {"Halim Guards", "Dock Union"}, "two bodies"),
    ((R("a", ("state:Iran",)),), (1, 1), {"Iran"}, "a country that speaks is some official of it"),
    ((R("a", ("state:Iran",)), R("b", ("state:Iran",))), (1, 1), {"Iran"}, "one country twice"),
    ((R("a", ("state:Iran",)), R("b", ("state:Iraq",))), (2, 2), {"Iran", "Iraq"}, "two countries are two voices"),
    ((R("a", ("state:Iran",)), R("b", ("state:Tehran",))), (1, 1), set(), "a capital speaks for its country"),
    (
        (R("a", ("state:Iran", "person:Omid Rad")),),
        (1, 2),
        {"Iran", "Omid Rad"},
        "the official who spoke for the country may be the man named",
    ),
    (
        (R("a", ("state:Iran", "state:Iraq", "person:Omid Rad")),),
        (2, 3),
        set(),
        "of two countries only one can be the man's",
    ),
    ((R("a", ("place:Northern docks",)),), (1, 1), {"Northern docks"}, "a place that speaks is one unnamed voice"),
    (
        (R("a", ("place:Northern docks", "body:Dock Union")),),
        (1, 2),
        set(),
        "a place's voice may be the union's",
    ),
    # ------------------------------------------------------------------------------------------- outlets as sources
    ((R("a", ("outlet:Reuters",), "X Post"),), (1, 1), {"Reuters"}, "an outlet that is cited is the voice"),
    ((WIRE, R("a", ("outlet:Reuters",), "X Post")), (1, 1), {"Reuters"}, "a citation and the report cited"),
    (
        (R("a", ("outlet:Reuters",), "X Post"), R("b", ("outlet:Axios",), "Y Post")),
        (1, 2),
        {"Reuters", "Axios"},
        "two outlets cited",
    ),
    (
        (R("a", ("outlet:Reuters", "-"), "X Post"),),
        (1, 2),
        {"Reuters", "X Post"},
        "citing Reuters for one claim leaves the rest its own",
    ),
    (
        (R("a", ("outlet:Reuters > person:Mirza Dost",)), R("b", ("person:Mirza Dost",))),
        (1, 1),
        {"Mirza Dost"},
        "what an outlet quotes is the quoted man's",
    ),
    (
        (R("a", ("outlet:Reuters > anonymous:two officials",)),),
        (1, 1),
        {"two officials"},
        "what an outlet has from officials is theirs",
    ),
    # ------------------------------------------------------------------------------------------- unnamed sources
    ((R("a", ("anonymous:a port official",)),), (1, 1), {"a port official"}, "one unnamed source is one"),
    (
        (R("a", ("anonymous:a port official", "anonymous:a port official")),),
        (1, 1),
        {"a port official"},
        "one unnamed source who says two things",
    ),
    (
        (R("a", ("anonymous:a port official", "anonymous:a diplomat")),),
        (1, 2),
        {"a port official", "a diplomat"},
        "two unnamed sources may be one",
    ),
    (
        (R("a", ("anonymous:a port official",), "X Post"), R("b", ("anonymous:a port official",), "Y Post")),
        (1, 2),
        {"a port official"},
        "the same words in two outlets may be one man or two",
    ),
    (
        (
            R("a", ("anonymous:a political source via Al-Hurra",), "X Post"),
            R("b", ("anonymous:a political source via Al-Hurra",), "Y Post"),
        ),
        (1, 1),
        {"a political source"},
        "one interview in two reports is one",
    ),
    (
        (
            R("a", ("anonymous:an Iraqi political source via Al-Hurra",), "X Post"),
            R("b", ("anonymous:the political Iraqi source via Al Hurra",), "Y Post"),
        ),
        (1, 1),
        set(),
        "one interview, its source in other words of the same",
    ),
    (
        (
            R("a", ("anonymous:a political source via Al-Hurra",)),
            R("b", ("anonymous:a political source via Reuters",)),
        ),
        (1, 2),
        set(),
        "told to two houses: one or two",
    ),
    (
        (R("a", ("anonymous:a port official",), "X Post"), R("b", ("anonymous:a port official",), of="a")),
        (1, 1),
        {"a port official"},
        "an unnamed source in a reprint",
    ),
    (
        (
            R("a", ("anonymous:a port official",), "X Post"),
            R("b", ("anonymous:a harbour official",), of="a", relation="translation"),
        ),
        (1, 1),
        set(),
        "an unnamed source that a translation words anew",
    ),
    (
        (R("a", ("anonymous:a port official",), credit="Al-Hurra"), R("b", ("anonymous:port officials",), "Al-Hurra")),
        (1, 1),
        set(),
        "a carrier and its house have one source",
    ),
    (
        (R("a", ("anonymous:a port official", "person:Mirza Dost")),),
        (1, 2),
        {"a port official", "Mirza Dost"},
        "the unnamed may be the named",
    ),
    (
        (R("a", ("anonymous:a port official", "person:Mirza Dost", "person:Lena Abt")),),
        (2, 3),
        set(),
        "two named, one unnamed",
    ),
    (
        (R("a", ("anonymous:a port official", "anonymous:a diplomat", "anonymous:a guard")),),
        (1, 3),
        set(),
        "three unnamed sources are one at least",
    ),
    ((R("a", ("collective:observers",)),), (1, 1), {"observers"}, "observers are a voice of sorts"),
    (
        (R("a", ("collective:observers",), "X Post"), R("b", ("collective:observers",), "Y Post")),
        (1, 2),
        {"observers"},
        "observers here and observers there",
    ),
    ((R("a", ("collective:observers", "-"), "X Post"),), (1, 2), set(), "observers may be the reporter"),
    ((R("a", ("none",), "X Post"),), (1, 1), {"X Post"}, "were accused, by nobody knows whom"),
    ((R("a", ("none", "none"), "X Post"),), (1, 1), {"X Post"}, "nobody twice is one nobody"),
    ((R("a", ("none", "-"), "X Post"),), (1, 1), set(), "nobody is the reporter"),
    # ------------------------------------------------------------------------------------------- nesting, thoughts
    (
        (R("a", ("person:Mirza Dost > person:Lena Abt",)),),
        (1, 1),
        {"Mirza Dost"},
        "what a man says that a woman told him is his word",
    ),
    (
        (R("a", ("anonymous:a source > person:Mirza Dost",)), R("b", ("person:Mirza Dost",))),
        (1, 1),
        {"Mirza Dost"},
        "a source who tells what a man said, and the man",
    ),
    (
        (R("a", ("outlet:The Arab Weekly > anonymous:a source > person:Mirza Dost",)),),
        (1, 1),
        {"Mirza Dost"},
        "a chain of three ends with the man",
    ),
    (
        (R("a", ("person:Mirza Dost > state:Iran ~want",)),),
        (1, 1),
        {"Mirza Dost"},
        "what a man says that a country wants is known through him",
    ),
    (
        (R("a", ("person:Mirza Dost > person:Lena Abt ~expect",)),),
        (1, 1),
        {"Mirza Dost"},
        "what a man says that another expects is his",
    ),
    ((R("a", ("state:Iran ~want",), "X Post"),), (1, 1), {"X Post"}, "a wish nobody voiced is the reporter's reading"),
    (
        (R("a", ("person:Lena Abt ~expect",)),),
        (1, 1),
        {"Lena Abt"},
        "a belief its holder is cited with is the holder's",
    ),
    (
        (R("a", ("person:Mirza Dost > state:Iran ~want", "person:Lena Abt > state:Iran ~want")),),
        (2, 2),
        {"Mirza Dost", "Lena Abt"},
        "two analysts on one country's wishes",
    ),
    (
        (R("a", ("person:Mirza Dost > state:Iran ~want",)), R("b", ("state:Iran ~want",), "X Post")),
        (1, 2),
        {"Mirza Dost", "X Post"},
        "an analyst and a reporter on a country's wishes",
    ),
    # ------------------------------------------------------------------------------------------- whole cases
    (
        (
            R("a", ("person:Omid Rad", "-"), "Track P", credit="Asharq Al-Awsat"),
            R("b", ("person:Omid Rad", "anonymous:a government source via Al Jazeera"), credit="Al Jazeera"),
        ),
        (1, 3),
        {"Omid Rad", "Asharq Al-Awsat", "a government source"},
        "one press conference, a reporter, and a source in the office",
    ),
    (
        (
            R(
                "a",
                (
                    "anonymous:a government source via Al Jazeera",
                    "person:Majid Q via Al Jazeera",
                    "anonymous:a source in the Brigades via Al Jazeera",
                    "person:Amir M via Al Jazeera",
                ),
                credit="Al Jazeera",
            ),
        ),
        (2, 4),
        set(),
        "four interviews are four origins, two of them unnamed",
    ),
    (
        (
            WIRE,
            R("b", ("-",), "X Post", of="w"),
            R("c", ("-",), "Y Post"),
            R("d", ("person:Mirza Dost",), "Y Post"),
        ),
        (1, 2),
        {"Reuters", "Y Post", "Mirza Dost"},
        "a wire, its reprint, another outlet and its witness",
    ),
    (
        (R("a", ("-",), "X Post"), R("b", ("-", "person:Lena Abt"), "Y Post", of="a")),
        (1, 2),
        {"X Post", "Lena Abt"},
        "a reprint that adds a witness",
    ),
    (
        (R("a", ("-",), "X Post"), R("b", ("-",), "Y Post", of="a"), R("c", ("-",), "Z Post", credit="Y Post")),
        (1, 2),
        {"X Post", "Y Post"},
        "a credit to a carrier whose report is not the one at hand",
    ),
    (
        (R("a", ("state:Iran",), "X Post"), R("b", ("state:Iran",), of="a"), R("c", ("person:Lena Abt",))),
        (1, 2),
        set(),
        "a country in a reprint, and a witness",
    ),
    (
        tuple(R(f"r{i}", ("anonymous:a port official via Al-Hurra",), f"Post {i}") for i in range(6)),
        (1, 1),
        {"a port official"},
        "six outlets carry one interview",
    ),
    (
        tuple(R(f"r{i}", ("anonymous:a port official",), f"Post {i}") for i in range(6)),
        (1, 6),
        {"a port official"},
        "six outlets, six unnamed officials or one",
    ),
    ((R("a", ("body:Dock Union", "collective:analysts"), "X Post"),), (1, 2), set(), "a union and some analysts"),
    (
        (R("a", ("outlet:its own website",), "X Post"),),
        (1, 1),
        {"its own website"},
        "a website nobody knows is still a voice",
    ),
    (
        (R("a", ("outlet:its own website", "person:Lena Abt"), "X Post"),),
        (1, 2),
        set(),
        "a website nobody knows may be the person's",
    ),
]


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 80
    assert len({why for *_, why in CASES}) == len(CASES)


@pytest.mark.parametrize(("reports", "bounds", "names", "why"), CASES, ids=[c[-1] for c in CASES])
def test_chains_and_counts(reports: tuple[R, ...], bounds: tuple[int, int], names: set[str], why: str) -> None:
    voices = found(reports)
    assert independence(voices) == bounds
    if names:
        assert {v.name for v in voices} == names
    assert all(v.because for v in voices)


@pytest.mark.parametrize(("reports", "bounds", "names", "why"), CASES, ids=[c[-1] for c in CASES])
def test_a_chain_starts_at_its_row_and_stays_in_its_report(
    reports: tuple[R, ...], bounds: tuple[int, int], names: set[str], why: str
) -> None:
    for report in reports:
        reading, events, _, _ = read(report)
        rows = {a.id for a in reading.attributions} | set(events)
        for event, voice in zip(events, found((report,)), strict=True):
            assert voice.chain[0] == (report.id, event)
            assert {m[0] for m in voice.chain} == {report.id}
            assert {m[1] for m in voice.chain} <= rows


ROWS = st.sampled_from(
    [
        "-",
        "none",
        "person:Mirza Dost",
        "person:Lena Abt",
        "state:Iran",
        "body:Dock Union",
        "outlet:Reuters",
        "anonymous:a port official",
        "anonymous:a diplomat via Al-Hurra",
        "collective:observers",
        "outlet:Reuters > anonymous:a source > person:Lena Abt",
        "person:Mirza Dost > state:Iran ~want",
    ]
)
REPORTS = st.lists(
    st.builds(
        lambda rows, outlet, credit: (tuple(rows), outlet, credit),
        st.lists(ROWS, min_size=1, max_size=3),
        st.sampled_from([None, "X Post", "Y Post", "Al Jazeera"]),
        st.sampled_from([None, None, "Reuters", "Al-Hurra"]),
    ),
    min_size=1,
    max_size=4,
)


def case(parts: list[tuple[tuple[str, ...], str | None, str | None]]) -> tuple[R, ...]:
    return tuple(R(f"r{i}", *part) for i, part in enumerate(parts))


@settings(deadline=None)
@given(REPORTS, st.data())
def test_a_reprint_never_raises_the_count(
    parts: list[tuple[tuple[str, ...], str | None, str | None]], data: st.DataObject
) -> None:
    reports = case(parts)
    of = data.draw(st.sampled_from(reports))
    reprint = R("z", of.rows, data.draw(st.sampled_from([None, "Z Post", "X Post"])), None, of.id)
    assert independence(found((*reports, reprint))) == independence(found(reports))


@settings(deadline=None)
@given(REPORTS, st.randoms())
def test_order_does_not_matter(parts: list[tuple[tuple[str, ...], str | None, str | None]], random: object) -> None:
    reports = list(case(parts))
    before = independence(found(tuple(reports)))
    random.shuffle(reports)  # type: ignore[attr-defined]
    assert independence(found(tuple(reports))) == before


@settings(deadline=None)
@given(REPORTS)
def test_merging_two_outlets_never_raises_the_count(
    parts: list[tuple[tuple[str, ...], str | None, str | None]],
) -> None:
    def merged(name: str | None) -> str | None:
        return "X Post" if name == "Y Post" else name

    least, most = independence(found(case(parts)))
    after = independence(found(case([(rows, merged(outlet), merged(credit)) for rows, outlet, credit in parts])))
    assert after[0] <= least
    assert after[1] <= most


@settings(deadline=None)
@given(st.lists(st.sampled_from([None, "X Post", "Y Post", "Reuters"]), min_size=1, max_size=6))
def test_narration_is_never_more_voices_than_reports(outlets: list[str | None]) -> None:
    reports = tuple(R(f"r{i}", ("-", "-"), outlet) for i, outlet in enumerate(outlets))
    least, most = independence(found(reports))
    assert 1 <= least <= most <= len(reports)
