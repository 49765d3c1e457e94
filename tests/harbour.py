"""A small case of our own for the tests of case, exports and commands: five reports of one ferry strike, hand-read.

Spans are found by their words, so that nothing here can point at the wrong characters.
"""

from hashlib import sha256

from rashomon.records import (
    Argument,
    Attribution,
    Chain,
    ChronicleEntry,
    Claim,
    Clause,
    Conflict,
    Credit,
    Entity,
    Event,
    Figure,
    Findings,
    Lineage,
    Mention,
    Origin,
    Point,
    Publication,
    Reading,
    Reason,
    Region,
    Report,
    Series,
    Side,
    Span,
    Story,
    Telling,
    Timex,
    Word,
    Wording,
)

_TEXTS = {
    "courier": (
        "Ferry crews walk out in Port Lanse\n\n"
        "PORT LANSE, 2 May 2031 - Ferry crews walked out on Friday, union leader Marta Olin said. "
        "“We will not sail until the pay talks begin,” Olin told the Lanse Courier."
    ),
    "wire": (
        "Strike stops Port Lanse ferries\n\n"
        "Marta Olin told the Lanse Courier that nobody will sail until pay talks begin. "
        "Forty sailings were cancelled, a port official who asked not to be named said."
    ),
    "mirror": (
        "Strike stops Port Lanse ferries\n\n"
        "Marta Olin told the Lanse Courier that nobody will sail until pay talks begin.\n\nSource: Northern Wire"
    ),
    "authority": "Port authority: all ferries sail\n\nThe port authority denied that any sailing had been cancelled.",
    "hostile": "=SUM(A1)<script>alert(1)</script>\n\nA note with no news \u202ein it & a \x00 mark.",
}
_OUTLETS = {"courier": "Lanse Courier", "wire": "Northern Wire", "mirror": "Harbour <b>Mirror</b>", "hostile": "-1+1"}


def _report(name: str) -> Report:
    text = _TEXTS[name]
    return Report(
        name, text, outlet=_OUTLETS.get(name), digest=sha256(text.encode()).hexdigest(), input=f"inputs/{name}.txt"
    )


REPORTS = tuple(_report(name) for name in sorted(_TEXTS))


def at(report: str, words: str) -> Span:
    """The first place of `words` in a report."""
    start = _TEXTS[report].index(words)
    return start, start + len(words)


def _first(report: str, words: str, inside: str) -> Span:
    """The first place of `words` in the first place of `inside`."""
    start = at(report, inside)[0] + inside.index(words)
    return start, start + len(words)


def _mention(report: str, id_: str, words: str, kind: str, chain: str, form: str = "name") -> Mention:
    return Mention(id_, *at(report, words), kind, form, chain, Reason("test", "by-hand"))  # type: ignore[arg-type]


COURIER = Reading(
    "courier",
    Publication(
        "2031-05-02", "dateline", "2031-05-02", "2031-05-02", at("courier", "2 May 2031"), Reason.of_text("dateline")
    ),
    "en",
    "Ferry crews walk out in Port Lanse",
    "Lanse Courier",
    None,
    regions=(Region(*at("courier", "Ferry crews walk out in Port Lanse"), "headline", Reason.of_text("first-line")),),
    sentences=(
        at("courier", "Ferry crews walk out in Port Lanse"),
        at("courier", "PORT LANSE, 2 May 2031 - Ferry crews walked out on Friday, union leader Marta Olin said."),
    ),
    mentions=(
        _mention("courier", "m1", "Marta Olin", "person", "c1"),
        _mention("courier", "m2", "the Lanse Courier", "publication", "c2"),
    ),
    chains=(
        Chain(
            "c1",
            "Marta Olin",
            "person",
            ("Marta Olin", "Olin"),
            ("union leader",),
            Reason.of_text("surname-of:Marta Olin"),
        ),
        Chain("c2", "Lanse Courier", "publication", ("the Lanse Courier",)),
    ),
    times=(Timex(*at("courier", "Friday"), "DATE", "2031-05-02", Reason.of_text("weekday:last")),),
    attributions=(
        Attribution(
            "a1",
            (at("courier", "union leader Marta Olin"),),
            (at("courier", "said"),),
            (at("courier", "Ferry crews walked out on Friday"),),
            "named_person",
            "m1",
            lemma="say",
            because=Reason.of_text("speech-verb:said"),
        ),
        Attribution(
            "a2",
            (_first("courier", "Olin", "Olin told"),),
            (at("courier", "told"),),
            (at("courier", "We will not sail until the pay talks begin"),),
            "named_person",
            "m1",
            "m2",
            "direct",
            lemma="tell",
            because=Reason.of_text("quote-marks:curly"),
        ),
    ),
    events=(
        Event(
            "e1",
            "PROTEST",
            at("courier", "walked out"),
            ("m1",),
            (),
            None,
            "2031-05-02",
            Reason.of_text("weekday"),
            "attributed",
            "a1",
            at("courier", "Ferry crews walked out on Friday"),
            "strike",
            because=Reason.of_text("verb:walk out"),
        ),
    ),
    clauses=(
        Clause(
            "p1",
            *at("courier", "Ferry crews walked out on Friday"),
            "clause",
            "main",
            at("courier", "walked"),
            "walk",
            ("walk", "out"),
            1,
            None,
            None,
            (Argument("subject", *_first("courier", "crews", "crews walked"), "crew"),),
            False,
            "asserted",
            date="2031-05-02",
            date_basis=Reason.of_text("weekday"),
            attribution="a1",
            event="e1",
            because=Reason.of_text("finite"),
            wording=Wording((at("courier", "Ferry crews"),), (at("courier", "walked out on Friday"),)),
        ),
    ),
    words=(
        Word(*_first("courier", "crews", "crews walked"), "crew"),
        Word(*at("courier", "walked"), "walk"),
        Word(*_first("courier", "Marta", "Marta Olin"), "marta", True),
    ),
)


def _relayed(report: str, **more: object) -> Reading:
    words = "nobody will sail until pay talks begin"
    return Reading(
        report,
        Publication(None, "unknown", "2031-05-02", "2031-05-04"),
        "en",
        "Strike stops Port Lanse ferries",
        _OUTLETS[report],
        None,
        mentions=(
            _mention(report, "m1", "Marta Olin", "person", "c1"),
            _mention(report, "m2", "the Lanse Courier", "publication", "c2"),
        ),
        chains=(
            Chain("c1", "Marta Olin", "person", ("Marta Olin",)),
            Chain("c2", "Lanse Courier", "publication", ("the Lanse Courier",)),
        ),
        attributions=(
            Attribution(
                "a1",
                (at(report, "Marta Olin"),),
                (at(report, "told"),),
                (at(report, words),),
                "named_person",
                "m1",
                "m2",
                lemma="tell",
                because=Reason.of_text("speech-verb:told"),
            ),
            *more.get("attributions", ()),  # type: ignore[misc]
        ),
        credits=more.get("credits", ()),  # type: ignore[arg-type]
        sentences=more.get("sentences", ()),  # type: ignore[arg-type]
        clauses=more.get("clauses", ()),  # type: ignore[arg-type]
    )


WIRE = _relayed(
    "wire",
    sentences=(at("wire", "Forty sailings were cancelled, a port official who asked not to be named said."),),
    attributions=(
        Attribution(
            "a2",
            (at("wire", "a port official who asked not to be named"),),
            (at("wire", "said"),),
            (at("wire", "Forty sailings were cancelled"),),
            "anonymous",
            lemma="say",
            because=Reason.of_text("speech-verb:said"),
        ),
    ),
    clauses=(
        Clause(
            "p1",
            *at("wire", "Forty sailings were cancelled"),
            "clause",
            "main",
            at("wire", "cancelled"),
            "cancel",
            ("cancel",),
            0,
            None,
            None,
            (Argument("object", *_first("wire", "sailings", "sailings were"), "sailing"),),
            False,
            "asserted",
            (Figure(*at("wire", "Forty"), 40.0, 40.0, 40.0, "sailing"),),
            attribution="a2",
        ),
    ),
)
MIRROR = _relayed(
    "mirror",
    credits=(
        Credit(
            *at("mirror", "Northern Wire"), None, "republished", "Northern Wire", Reason.of_text("credit:source-line")
        ),
    ),
)
AUTHORITY = Reading(
    "authority",
    Publication(None, "unknown"),
    "en",
    None,
    None,
    None,
    attributions=(
        Attribution(
            "a1",
            (at("authority", "The port authority"),),
            (at("authority", "denied"),),
            (at("authority", "any sailing had been cancelled"),),
            "institution",
            negated=True,
            polarity="deny",
            lemma="deny",
            because=Reason.of_text("speech-verb:denied"),
        ),
    ),
)
HOSTILE = Reading("hostile", Publication(None, "unknown"), "en", "=SUM(A1)<script>alert(1)</script>", "-1+1", None)
READINGS = (AUTHORITY, COURIER, HOSTILE, MIRROR, WIRE)

_OLIN = Origin(
    "named_person", "Marta Olin", (("courier", "a2"),), "person:marta olin", True, Reason.of_text("end-of-chain")
)
_CANCELLED = at("wire", "Forty sailings were cancelled")
_NONE_CANCELLED = at("authority", "any sailing had been cancelled")
FINDINGS = Findings(
    entities=(
        Entity(
            "n1",
            "Marta Olin",
            "person",
            ("Marta Olin", "Olin"),
            (("courier", "m1"), ("mirror", "m1"), ("wire", "m1")),
            (Reason.of_text("same-name:Marta Olin"),),
        ),
    ),
    lineage=(
        Lineage(
            "mirror",
            "wire",
            "reprint",
            "credit",
            0.97,
            (("mirror", *at("mirror", "Northern Wire")),),
            Reason.of_text("credit:Northern Wire"),
        ),
    ),
    stories=(
        Story(
            "s1",
            "Strike stops Port Lanse ferries",
            ("authority", "courier", "mirror", "wire"),
            "2031-05-02",
            "2031-05-04",
            Reason.of_text("same-names:1"),
        ),
        Story("s2", "=SUM(A1)<script>alert(1)</script>", ("hostile",), None, None, Reason.of_text("alone")),
    ),
    claims=(
        Claim(
            "c1",
            "nobody will sail until pay talks begin",
            (("wire", *at("wire", "nobody will sail until pay talks begin")),),
            (("courier", "a2"), ("mirror", "a1"), ("wire", "a1")),
            (
                _OLIN,
                Origin(
                    "named_person",
                    "Marta Olin",
                    (("mirror", "a1"),),
                    "person:marta olin",
                    True,
                    Reason.of_text("channel"),
                ),
                Origin(
                    "named_person",
                    "Marta Olin",
                    (("wire", "a1"),),
                    "person:marta olin",
                    True,
                    Reason.of_text("channel"),
                ),
            ),
            (1, 1),
            Reason.of_text("same-content:3"),
        ),
        Claim(
            "c2",
            "Forty sailings were cancelled",
            (("wire", *at("wire", "Forty sailings were cancelled")),),
            (("wire", "a2"),),
            (
                Origin(
                    "anonymous",
                    "a port official who asked not to be named",
                    (("wire", "a2"),),
                    "",
                    False,
                    Reason.of_text("anonymous"),
                ),
            ),
            (0, 1),
            Reason.of_text("alone"),
            tellings=(Telling("wire", *_CANCELLED, "says", "", "a2", "p1"),),
        ),
        Claim(
            "c3",
            "any sailing had been cancelled",
            (("authority", *at("authority", "any sailing had been cancelled")),),
            (("authority", "a1"),),
            (Origin("institution", "The port authority", (("authority", "a1"),), "institution:port authority"),),
            (1, 1),
            Reason.of_text("alone"),
            tellings=(Telling("authority", *_NONE_CANCELLED, "denies", "institution:port authority", "a1"),),
            perhaps=("c2",),
        ),
    ),
    conflicts=(
        Conflict(
            "x1",
            ("c2", "c3"),
            "denial",
            Reason.of_text("denial:deny"),
            (
                Side(("c2",), (("wire", *_CANCELLED),), ("a port official who asked not to be named",)),
                Side(("c3",), (("authority", *_NONE_CANCELLED),), ("The port authority",)),
            ),
            strength=2,
            rank=1,
        ),
    ),
    chronicle=(
        ChronicleEntry(
            "h1",
            "2031-05-02",
            "Ferry crews walked out on Friday",
            (("courier", "e1"),),
            ("c1",),
            (1, 1),
            (),
            "s1",
            ("courier", *at("courier", "Ferry crews walked out on Friday")),
            because=Reason.of_text("day:weekday"),
        ),
        ChronicleEntry(
            "h2",
            "2031-05-02/2031-05-04",
            "Forty sailings were cancelled",
            (),
            ("c2",),
            (0, 1),
            ("x1",),
            "s1",
            ("wire", *at("wire", "Forty sailings were cancelled")),
            because=Reason.of_text("day:report"),
        ),
        ChronicleEntry(
            "h3",
            None,
            "=SUM(A1)<script>alert(1)</script>",
            (),
            (),
            (0, 0),
            (),
            "s2",
            ("hostile", 0, 33),
            "ahead",
        ),
    ),
    series=(
        Series(
            "f1",
            "sailings cancelled",
            (
                Point((40.0, 40.0), "2031-05-03", ("wire", *_CANCELLED), "a port official", "c2"),
                Point((0.0, None), None, ("authority", *_NONE_CANCELLED), "The port authority", "c3"),
            ),
            Reason.of_text("counts:sailing"),
        ),
    ),
)


def keep(case) -> None:
    """Put the whole small case into an open, empty case."""
    with case.transaction():
        for report in REPORTS:
            case.reports.add(report)
        case.readings.keep(READINGS, "by hand")
        case.findings.keep(FINDINGS, case.findings.basis("by hand"))
