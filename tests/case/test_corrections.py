"""Corrections: anchored in characters, laid over the machine's rows, undone without a trace, joined without a loss."""

import itertools
import json
import sqlite3
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import depot
import harbour
from rashomon.case import Case, CaseError, judge
from rashomon.case.corrections import from_lines, to_lines
from rashomon.case.corrections.anchors import relocate_anchor
from rashomon.case.corrections.contradictions import undone
from rashomon.case.corrections.judge import identified
from rashomon.cli import main
from rashomon.comparing import _not_rejected
from rashomon.comparing.independence import independence
from rashomon.engines import compare_again, correct, counted, preview
from rashomon.engines.changes import changes
from rashomon.exports import account, terminal, why
from rashomon.exports.in_words import Corrected
from rashomon.formats import export
from rashomon.formats.html import page
from rashomon.records import (
    Anchor,
    Conflict,
    Findings,
    Judgement,
    Lineage,
    Mention,
    Origin,
    Publication,
    Reading,
    Reason,
    Report,
    Ruling,
    Wording,
)


@pytest.fixture
def case(tmp_path):
    with Case(tmp_path / "depot.case") as held:
        yield depot.keep(held)


def on(day, hour=12):
    return f"2031-04-{day:02}T{hour:02}:00:00.000000Z"


def told(case, kind, *targets, day=1, who="A.", because="I was there", **more):
    judgement = judge(case, kind, targets, because=because, who=who, when=on(day), **more)
    correct(case, [judgement])
    return judgement


def entity(case, name):
    (one,) = case.findings.named(name)
    return one


def claim(case, *members):
    (one,) = [c for c in case.findings.get().claims if set(members) <= set(c.members)]
    return one


def line(case, words):
    (one,) = [e for e in case.findings.get().chronicle if words in e.title]
    return one


def states(case):
    return {c.judgement.id: c.state for c in case.corrections.standing()}


# --------------------------------------------------------------------------------------------------- what each does


def merged(case):
    one = entity(case, "Omar Sadiq")
    return set(one.names) == {"Omar Sadiq", "Abu Karim"} and claim(case, ("a", "a1")).independent_origins == (1, 1)


def split(case):
    apart = [e for e in case.findings.get().entities if "Abu Karim" in e.names]
    return sorted(e.mentions for e in apart) == [(("b", "m3"),), (("e", "m3"),)]


def voices(case, *members):
    return {o.name for o in claim(case, *members).origins}


KINDS = [
    ("merge", ("Omar Sadiq", "Abu Karim"), {}, merged, "two entities are one, and so are their voices"),
    ("split", ("Abu Karim", "e:m3"), {}, split, "one mention is another man of the same name"),
    (
        "rename",
        ("Abu Karim",),
        {"value": "Karim Aziz the Elder"},
        lambda case: [e.names for e in case.findings.named("Karim Aziz the Elder")] == [("Abu Karim",)],
        "a new name for the whole, the written ones as they are",
    ),
    (
        "reject",
        ("e:e2",),
        {},
        lambda case: not any("rejected" in e.title for e in case.findings.get().chronicle),
        "an event that is none has no line",
    ),
    (
        "reject",
        ("Gunmen",),
        {},
        lambda case: not case.findings.named("Gunmen"),
        "a name that is none is nobody",
    ),
    (
        "reject",
        ("a:a1",),
        {},
        lambda case: "Omar Sadiq" not in voices(case, ("b", "a1")),
        "a statement that is none has no voice but its report's",
    ),
    (
        "re-date",
        ("b:e2",),
        {"value": "2031-02-28"},
        lambda case: line(case, "visited").date == "2031-02-28",
        "a visit was on another day",
    ),
    (
        "re-date",
        ("e:e1",),
        {"value": "2031-03-08"},
        lambda case: line(case, "drones").date == "2031-03-08",
        "a person's day goes before that of two reports",
    ),
    (
        "re-date",
        ("b:e2",),
        {"value": "unknown"},
        lambda case: line(case, "visited").date is None,
        "a day that nobody knows",
    ),
    (
        "re-attribute",
        ("a:a1",),
        {"value": "Karim Aziz"},
        lambda case: voices(case, ("a", "a1")) == {"Karim Aziz", "Abu Karim"},
        "an entity of another report said it",
    ),
    (
        "re-attribute",
        ("a:a1",),
        {"value": "Lina Haddad"},
        lambda case: voices(case, ("a", "a1")) == {"Lina Haddad", "Abu Karim"},
        "somebody whom no report names said it",
    ),
    (
        "re-attribute",
        ("a:a1",),
        {"value": "a man at the gate", "source_kind": "anonymous"},
        lambda case: claim(case, ("a", "a1")).independent_origins == (1, 2),
        "somebody unnamed said it, who may be any other",
    ),
    (
        "same-source",
        ("a:a1", "b:a1"),
        {},
        lambda case: claim(case, ("a", "a1")).independent_origins == (1, 1),
        "two statements of one source count once",
    ),
    (
        "not-same-source",
        ("d", "c"),
        {},
        lambda case: claim(case, ("c", "a1")).independent_origins == (1, 2) and not case.findings.lineage("d"),
        "a report that was not copied is a voice of its own",
    ),
    (
        "same-source",
        ("e", "b"),
        {},
        lambda case: (
            claim(case, ("e", "e1")).independent_origins == (1, 1)
            and [(r.origin, r.basis) for r in case.findings.lineage("e")] == [("b", "judgement")]
        ),
        "a report that was copied is no voice of its own",
    ),
]


@pytest.mark.parametrize(("kind", "targets", "more", "holds", "why_"), KINDS, ids=[k[-1] for k in KINDS])
def test_a_judgement_does_what_it_says_is_foreseen_survives_a_rebuild_and_is_undone(
    case, kind, targets, more, holds, why_
):
    machine = depot.found(case)
    assert not holds(case)
    judgement = judge(case, kind, targets, because=why_, who="A.", when=on(1), **more)
    foreseen = preview(case, judgement)
    assert foreseen, "a preview says what would change"
    assert depot.found(case) == machine, "a preview changes nothing"
    assert correct(case, [judgement]).changes == foreseen
    assert holds(case)
    assert states(case) == {judgement.id: "applied"}
    with case.transaction():
        case.readings.keep(depot.READINGS, "by another reader")
    assert compare_again(case)
    assert holds(case), "read again"
    correct(case, [judge(case, "undo", [judgement.id], because="I was wrong", who="A.")])
    assert depot.found(case) == machine
    assert states(case)[judgement.id] == "undone"


@pytest.mark.parametrize(("kind", "targets", "more", "holds", "why_"), KINDS, ids=[k[-1] for k in KINDS])
def test_a_judgement_outlives_the_ids_of_its_rows(case, kind, targets, more, holds, why_):
    machine = case.findings.get()
    judgement = told(case, kind, *targets, **more)
    before = case.findings.get()
    with case.transaction():
        case.readings.keep(map(depot.renumbered, depot.READINGS), "another model")
    compare_again(case)
    after = case.findings.get()
    assert states(case) == {judgement.id: "applied"}
    assert [e.name for e in after.entities] == [e.name for e in before.entities]
    assert [(c.id, c.independent_origins) for c in after.claims] == [
        (c.id, c.independent_origins) for c in before.claims
    ]
    assert [(e.id, e.date) for e in after.chronicle] == [(e.id, e.date) for e in before.chronicle]
    assert after != machine


def test_a_rejected_conflict_is_gone_and_comes_back(case):
    found = case.findings.get()
    sides = [claim(case, ("a", "a1")), claim(case, ("e", "e2"))]
    conflict = Conflict("x", (sides[0].id, sides[1].id), "number")
    ruling = Ruling("j", "reject", ((("e", "e2"),), (("b", "a1"),)), "number")
    assert _not_rejected((conflict,), found.claims, ()) == (conflict,)
    assert _not_rejected((conflict,), found.claims, [ruling]) == ()
    assert _not_rejected((conflict,), found.claims, [replace(ruling, value="denial")]) == (conflict,)


def test_a_name_that_was_split_off_leaves_with_every_mention_of_it_that_comes_later(case):
    told(case, "merge", "Abu Karim", "Karim Aziz", day=1)
    told(case, "split", "Abu Karim", value="Karim Aziz", day=2)
    assert entity(case, "Karim Aziz").mentions == (("b", "m5"),)
    assert entity(case, "Abu Karim").names == ("Abu Karim",)


def test_a_chain_that_a_report_runs_together_is_parted_at_its_mentions(tmp_path):
    text = "Adnan came. Adnan left. Adnan spoke."
    at = [0, 12, 24]
    reading = replace(
        depot.READINGS[0],
        report="z",
        mentions=tuple(Mention(f"m{i}", a, a + 5, "person", "name", "c1") for i, a in enumerate(at, 1)),
        chains=(replace(depot.READINGS[0].chains[0], id="c1", name="Adnan", kind="person", names=("Adnan",)),),
        attributions=(),
        events=(),
    )
    with Case(tmp_path / "z.case") as case:
        depot.keep(case, [Report("z", text)], [reading])
        judgement = told(case, "split", "Adnan", "z:m3")
        apart = [e.mentions for e in case.findings.get().entities]
        assert sorted(apart) == [(("z", "m1"), ("z", "m2")), (("z", "m3"),)]
        told(case, "undo", judgement.id)
        assert [e.mentions for e in case.findings.get().entities] == [(("z", "m1"), ("z", "m2"), ("z", "m3"))]


def test_unnamed_voices_that_are_told_apart_are_two_at_least(case):
    told(case, "not-same-source", "d", "c", day=1)
    assert claim(case, ("c", "a1")).independent_origins == (1, 2)
    told(case, "not-same-source", "c:a1", "d:a1", day=2)
    assert claim(case, ("c", "a1")).independent_origins == (2, 2)
    told(case, "same-source", "c:a1", "d:a1", day=3)
    assert claim(case, ("c", "a1")).independent_origins == (1, 1)


def _voice(key, certain=False, apart=()):
    return Origin("anonymous", key, (), key, certain, Reason.of_text(""), tuple(apart))


@pytest.mark.parametrize(
    ("voices", "bounds", "why_"),
    [
        ([_voice("x"), _voice("y")], (1, 2), "nobody told them apart"),
        ([_voice("x", apart="y"), _voice("y")], (2, 2), "two told apart, whichever says so"),
        ([_voice("x", apart="y"), _voice("y"), _voice("z")], (2, 3), "a third may be either"),
        ([_voice("x", apart="y"), _voice("y", apart="z"), _voice("z")], (2, 3), "x and z may be one"),
        ([_voice("x", apart="yz"), _voice("y", apart="z"), _voice("z")], (3, 3), "every two are told apart"),
        (
            [_voice("a", True), _voice("b", True), _voice("x", apart="y"), _voice("y")],
            (2, 4),
            "each may be a named one",
        ),
        ([_voice("a", True), _voice("x", apart="a")], (2, 2), "not the named one"),
        ([_voice("x", apart="q")], (1, 1), "told apart from somebody who is not here"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_voices_told_apart_are_counted_as_many(voices, bounds, why_):
    for order in itertools.permutations(voices):
        assert independence(order) == bounds, why_


# ------------------------------------------------------------------------------------------------- found again or not


TEXT = "The envoy met the minister. Later the minister left. The minister spoke."
SECOND = Anchor("mention", "r", "", 34, 46, "the minister", "inister. Later ", " left. The")
ROWS = [(10, 26), (34, 46), (53, 65)]
AGAIN = [
    (TEXT, ROWS, SECOND, "m2", "the same characters"),
    ("UPDATED. " + TEXT, [(a + 9, b + 9) for a, b in ROWS], SECOND, "m2", "moved: known by what stands around them"),
    (TEXT, [(10, 26), (30, 46)], SECOND, "m2", "a wider row that shares most of them"),
    (TEXT, [(10, 26), (34, 70)], SECOND, None, "a row that shares less than half"),
    (TEXT, [], SECOND, None, "nothing is read there"),
    (TEXT.replace("minister", "consul"), ROWS, SECOND, None, "the words are gone"),
    (TEXT, [(34, 46), (34, 46)], replace(SECOND, nth=1), "m2", "the second of two rows of one span"),
    (TEXT, [(34, 46)], replace(SECOND, nth=1), "m1", "the second of what is one row now"),
]


@pytest.mark.parametrize(("text", "rows", "anchor", "row", "why_"), AGAIN, ids=[a[-1] for a in AGAIN])
def test_characters_are_found_again_or_it_is_said_what_is_gone(text, rows, anchor, row, why_):
    mentions = tuple(Mention(f"m{i}", a, b, "person", "nominal", "c") for i, (a, b) in enumerate(rows, 1))
    reading = Reading("r", Publication(None, "unknown"), "en", None, None, None, mentions=mentions)
    member, gone = relocate_anchor(anchor, Report("r", text), reading)
    assert member == (("r", row) if row else None), why_
    assert bool(gone) == (row is None)


def test_what_a_judgement_rests_on_may_go_and_come_back(case):
    machine = depot.found(case)
    judgement = told(case, "re-date", "b:e2", value="2031-02-28")
    without = [replace(r, events=()) if r.report == "b" else r for r in depot.READINGS]
    with case.transaction():
        case.readings.keep(without, "blind to visits")
    compare_again(case)
    (correction,) = case.corrections.standing()
    assert (correction.state, correction.reason) == ("orphaned", "no event is read any more at “visited” in b")
    with case.transaction():
        case.readings.keep(depot.READINGS, "by hand")
    compare_again(case)
    assert states(case) == {judgement.id: "applied"}
    assert depot.found(case) != machine


def test_a_judgement_about_a_report_that_is_not_here_changes_nothing_and_says_so(case, tmp_path):
    judgement = told(case, "rename", "Omar Sadiq", value="O. S.")
    with Case(tmp_path / "other.case") as other:
        depot.keep(other, depot.REPORTS[1:], depot.READINGS[1:])
        machine = depot.found(other)
        correct(other, [judgement])
        assert depot.found(other) == machine
        (correction,) = other.corrections.standing()
        assert (correction.state, correction.reason) == ("orphaned", "the report a is not there any more")
        depot.keep(other, depot.REPORTS[:1], depot.READINGS[:1])
        assert entity(other, "O. S.")


def test_a_report_whose_words_moved_keeps_its_judgements(case, tmp_path):
    judgement = told(case, "re-date", "b:e2", value="2031-02-28")
    moved = replace(depot.REPORTS[1], text=f"UPDATED\n\n{depot.REPORTS[1].text}", digest="")
    reading = depot.READINGS[1]
    ahead = len("UPDATED\n\n")

    def shifted(span):
        return span[0] + ahead, span[1] + ahead

    reading = replace(
        reading,
        mentions=tuple(replace(m, start=m.start + ahead, end=m.end + ahead) for m in reading.mentions),
        attributions=(),
        events=tuple(replace(e, trigger=shifted(e.trigger), evidence=shifted(e.evidence)) for e in reading.events),
        sentences=tuple(map(shifted, reading.sentences)),
        words=tuple(replace(w, start=w.start + ahead, end=w.end + ahead) for w in reading.words),
        clauses=tuple(
            replace(
                c,
                start=c.start + ahead,
                end=c.end + ahead,
                head=shifted(c.head),
                arguments=tuple(replace(a, start=a.start + ahead, end=a.end + ahead) for a in c.arguments),
                wording=Wording((), ((c.start + ahead, c.end + ahead),)),
            )
            for c in reading.clauses
        ),
    )
    with Case(tmp_path / "moved.case") as other:
        depot.keep(other, [moved], [reading])
        correct(other, [judgement])
        assert states(other) == {judgement.id: "applied"}
        assert line(other, "visited").date == "2031-02-28"


# --------------------------------------------------------------------------------------------------- contradictions


CLASHES = [
    (("rename", ("Abu Karim",), {"value": "X"}), ("rename", ("Abu Karim",), {"value": "Y"}), "two names"),
    (("re-date", ("b:e2",), {"value": "2031-01-01"}), ("re-date", ("b:e2",), {"value": "2031-01-02"}), "two days"),
    (("re-attribute", ("a:a1",), {"value": "X"}), ("re-attribute", ("a:a1",), {"value": "Y"}), "two sources"),
    (("reject", ("b:e2",), {}), ("re-date", ("b:e2",), {"value": "2031-01-02"}), "no event, and its day"),
    (("same-source", ("a:a1", "b:a1"), {}), ("not-same-source", ("b:a1", "a:a1"), {}), "one voice or two"),
    (("same-source", ("e", "b"), {}), ("not-same-source", ("e", "b"), {}), "copied or not"),
    (("merge", ("Omar Sadiq", "Abu Karim"), {}), ("split", ("Omar Sadiq",), {"value": "Abu Karim"}), "one man or two"),
    (("split", ("Abu Karim", "e:m3"), {}), ("merge", ("b:m3", "e:m3"), {}), "two men or one"),
]


@pytest.mark.parametrize(("first", "second", "why_"), CLASHES, ids=[c[-1] for c in CLASHES])
def test_of_two_that_contradict_the_later_applies_and_both_are_shown(tmp_path, first, second, why_):
    """The same outcome whichever file is taken in first."""
    with Case(tmp_path / "work.case") as case:
        depot.keep(case)
        made = []
        for day, (kind, targets, more) in enumerate((first, second), 1):
            if kind == "merge" and ":" in targets[0]:  # the two that the split left, by their ids
                targets = tuple(e.id for e in case.findings.get().entities if "Abu Karim" in e.names)
            made.append(told(case, kind, *targets, day=day, who="AB"[day - 1], **more))
        outcome = depot.found(case)
    for order in (made, made[::-1]):
        with Case(tmp_path / f"{order[0].id}.case") as joined:
            depot.keep(joined)
            for judgement in order:
                correct(joined, [judgement])
            assert depot.found(joined) == outcome
            earlier, later = joined.corrections.standing()
            assert (earlier.state, later.state) == ("overruled", "applied"), why_
            assert (earlier.against, later.against) == ((made[1].id,), (made[0].id,))
            correct(joined, [judge(joined, "undo", [made[1].id], because="no")])
            assert states(joined)[made[0].id] == "applied"
            assert not any(c.against for c in joined.corrections.standing())


def test_the_same_judgement_of_two_people_contradicts_nothing(case):
    first = told(case, "rename", "Abu Karim", value="X", day=1, who="A.")
    second = told(case, "rename", "X", value="X", day=2, who="B.")
    assert states(case) == {first.id: "applied", second.id: "applied"}


# --------------------------------------------------------------------------------------------------------- undone


def _judged(name, undoes=""):
    return Judgement(name, "undo" if undoes else "note", undoes=undoes, when=on(len(name)))


@pytest.mark.parametrize(
    ("judgements", "gone", "why_"),
    [
        ([_judged("a")], set(), "nobody undid it"),
        ([_judged("a"), _judged("u", "a")], {"a"}, "undone"),
        ([_judged("a"), _judged("u", "a"), _judged("v", "u")], {"u"}, "the undo was undone: it stands again"),
        ([_judged("a"), _judged("u", "a"), _judged("v", "u"), _judged("w", "v")], {"a", "v"}, "thrice"),
        (
            [_judged("a"), _judged("u", "a"), _judged("v", "a"), _judged("w", "u")],
            {"a", "u"},
            "two undid it, one stands",
        ),
        ([_judged("u", "not here")], {"not here"}, "what it undoes may come later"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_undo_holds_unless_it_is_undone(judgements, gone, why_):
    for order in itertools.permutations(judgements):
        assert set(undone(order)) == gone, why_


def test_a_circle_of_undos_is_refused():
    with pytest.raises(ValueError, match="circle"):
        undone([_judged("u", "v"), _judged("v", "u")])


MOVES = [(kind, targets, more) for kind, targets, more, _, _ in KINDS]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=st.lists(st.sampled_from(MOVES), max_size=6), seed=st.randoms(use_true_random=False))
def test_any_judgements_undone_leave_the_machines_findings_and_no_order_of_taking_in_matters(
    tmp_path_factory, moves, seed
):
    folder = tmp_path_factory.mktemp("any")
    with Case(folder / "one.case") as one, Case(folder / "two.case") as two:
        machine = depot.found(depot.keep(one))
        for day, (kind, targets, more) in enumerate(moves, 1):
            try:
                told(one, kind, *targets, day=day, **more)
            except CaseError:
                continue  # what it is about is gone, or one already
        shuffled = list(one.corrections)
        seed.shuffle(shuffled)
        depot.keep(two)
        for judgement in shuffled:
            correct(two, [judgement])
        assert depot.found(two) == depot.found(one)
        assert two.corrections.standing() == one.corrections.standing()
        undos = [judge(one, "undo", [j.id], because="all wrong") for j in shuffled]
        correct(one, undos)
        assert depot.found(one) == machine


# ------------------------------------------------------------------------------------------------- kept and handed on


def test_lines_come_back_and_the_same_twice_is_one(case, tmp_path):
    for day, (kind, targets, more) in enumerate(MOVES[:4], 1):
        told(case, kind, *targets, day=day, **more)
    lines = to_lines(case.corrections)
    assert from_lines(lines.splitlines()) == list(case.corrections)
    with Case(tmp_path / "other.case") as other:
        depot.keep(other)
        assert correct(other, from_lines(lines.splitlines())).new == 4
        assert depot.found(other) == depot.found(case)
        again = correct(other, [*from_lines(lines.splitlines()), *case.corrections])
        assert (again.new, again.changes) == (0, ())
        assert to_lines(other.corrections) == lines


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda j: j.update(who="B."), "changed"),
        (lambda j: j.update(id="j-0000000000000000"), "changed"),
        (lambda j: j.update(kind="delete"), "none of"),
        (lambda j: j.update(when="yesterday"), "yesterday"),
        (lambda j: j.update(sides=[]), "without what it is about"),
        (lambda j: j.update(sides=[[]]), "without what it is about"),
        (lambda j: j.update(undoes="j-1"), "only an undo"),
        (lambda j: j["sides"][0][0].update(start=-1), "ends before"),
        (lambda j: j["sides"][0][0].update(nth=-1), "no place"),
        (lambda j: j.update(value=""), "nothing to rename"),
        (lambda j: j.update(kind="re-date", value="soon"), "nothing to re-date"),
        (lambda j: j.update(because="\ud800"), "surrogates"),
        (lambda j: j.pop("kind"), "without kind"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_a_line_that_is_no_judgement_is_refused_with_its_number(case, spoil, says):
    told(case, "rename", "Abu Karim", value="X")
    row = json.loads(to_lines(case.corrections))
    spoil(row)
    with pytest.raises(ValueError, match=says) as refused:
        from_lines(["", json.dumps(row)])
    assert "line 2" in str(refused.value)


def test_signs_that_end_lines_elsewhere_end_none_here(case):
    judgement = told(case, "rename", "Abu Karim", value="A\u2028B\x85C", because="x\ny\x0bz \udcff")
    assert from_lines(to_lines(case.corrections).splitlines()) == [judgement]
    assert (judgement.value, judgement.because) == ("A B C", "x\ny\x0bz \\udcff")


@pytest.mark.parametrize("line_", ["{", "[]", "null", "[" * 5000, '{"id": 1}'])
def test_a_line_that_is_not_one_at_all_is_refused(line_):
    with pytest.raises(ValueError, match="line 1"):
        from_lines([line_])


@pytest.mark.parametrize("change", ["UPDATE judgement SET who = 'B.'", "DELETE FROM judgement"])
def test_no_program_changes_or_removes_a_judgement(case, change):
    told(case, "rename", "Abu Karim", value="X")
    with sqlite3.connect(case.path) as other, pytest.raises(sqlite3.IntegrityError, match="undo it"):
        other.execute(change)


def test_an_id_is_the_digest_of_the_rest(case):
    judgement = told(case, "rename", "Abu Karim", value="X")
    assert identified(replace(judgement, id="")).id == judgement.id
    assert identified(replace(judgement, who="B.")).id != judgement.id


WRONG = [
    ("merge", ("Abu Karim",), {}, "two entities"),
    ("merge", ("Abu Karim", "b:e1"), {}, "is a event"),
    ("split", ("Abu Karim",), {}, "either the mentions"),
    ("split", ("Abu Karim", "a:m3"), {}, "no mention of Abu Karim"),
    ("split", ("Abu Karim", "b:m3", "e:m3"), {}, "everything would leave"),
    ("split", ("Abu Karim",), {"value": "Nobody"}, "nothing would leave"),
    ("rename", ("Abu Karim",), {}, "new name"),
    ("reject", ("a",), {}, "a report stays"),
    ("re-date", ("b:e2",), {"value": "last week"}, "no date"),
    ("re-date", ("b:e2",), {"value": "2031-02-30"}, "no date"),
    ("re-date", ("b:e2",), {"value": "2031-03-02/2031-03-01"}, "no date"),
    ("re-date", ("a:a1",), {"value": "2031-03-02"}, "is a statement"),
    ("re-attribute", ("a:a1",), {}, "needs the source"),
    ("re-attribute", ("a:e1",), {"value": "X"}, "is a event"),
    ("same-source", ("a:a1",), {}, "two sources"),
    ("same-source", ("a:a1", "b"), {}, "is a report"),
    ("undo", ("j-",), {}, "lists their ids"),
    ("note", ("nowhere",), {"value": "x"}, "no row and no entity"),
    ("note", ("a:zz",), {"value": "x"}, "no row and no entity"),
]


@pytest.mark.parametrize(("kind", "targets", "more", "says"), WRONG, ids=[f"{w[0]}: {w[3]}" for w in WRONG])
def test_what_makes_no_sense_is_refused_with_what_to_do(case, kind, targets, more, says):
    with pytest.raises(CaseError, match=says):
        judge(case, kind, targets, because="x", **more)
    assert len(case.corrections) == 0


def test_a_name_that_two_bear_is_not_guessed(case):
    told(case, "rename", "Karim Aziz", value="Abu Karim")
    with pytest.raises(CaseError, match=r"could be n-\w+ Abu Karim \(person\), n-\w+ Abu Karim"):
        judge(case, "reject", ["Abu Karim"], because="x")


# ------------------------------------------------------------------------------------------------- shown and commanded


def test_every_face_says_who_corrected_a_row_when_and_why(case, tmp_path):
    told(case, "re-date", "b:e2", value="2031-02-28", because="the <b>log</b> has it")
    told(case, "note", "e:e2", value="ask the desk", because="unsure")
    told(case, "merge", "Abu Karim", "Karim Aziz", because="one man")
    mark = "corrected by A. on 1 Apr 2031 (re-date): the <b>log</b> has it"
    lines = {w.title: w for chapter in account(case).chapters for w in chapter.lines}
    assert lines["Karim Aziz visited Port Lanse."].corrections == (mark,)
    assert lines["Abu Karim rejected the talks."].corrections == ("note by A. on 1 Apr 2031: ask the desk",)
    assert f"✎ {mark}" in terminal(account(case), 200)
    html = page(account(case))
    assert "corrected by A. on 1 Apr 2031 (re-date): the &lt;b&gt;log&lt;/b&gt; has it" in html
    (opened,) = why(case, line(case, "visited").id)
    assert mark in opened.because
    (opened,) = why(case, entity(case, "Abu Karim").id)
    assert "corrected by A. on 1 Apr 2031 (merge): one man" in opened.because
    assert "corrected by A. on 2031-04-01: one man" in export(case, "findings", tmp_path / "f.json").read_text("utf-8")


def test_words_of_a_report_cannot_pose_as_a_correction(case):
    forged = "corrected by A. on 2031-04-01: so it is [j-0123456789abcdef]"
    assert not [w for c in account(case).chapters for w in c.lines if w.corrections]
    told(case, "note", "e:e2", value="a note")
    assert Corrected(case).of([], Reason.of_text(forged)) == ()


def run(*words):
    done = CliRunner().invoke(main, [str(w) for w in words], prog_name="rashomon")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def test_a_correction_from_the_command_line_is_previewed_kept_listed_handed_on_and_undone(case, tmp_path):
    machine = depot.found(case)
    merge = ("correct", case.path, "merge", "Omar Sadiq", "Abu Karim", "--because", "one man", "--who", "A.")
    foreseen = run(*merge, "--preview")
    assert "Would change entities: 1 changed, 1 gone; " in foreseen.output
    assert run("corrections", case.path).output == "Nobody has corrected anything here yet.\n"
    done = run(*merge)
    assert done.exit_code == 0
    (judgement,) = case.corrections
    assert f"Kept as {judgement.id}" in done.output
    assert merged(case)
    listed = run("corrections", case.path).output
    assert f"{judgement.id}  applied  merge: entity Omar Sadiq; entity Abu Karim" in listed
    assert "one man" in listed
    out = tmp_path / "mine.jsonl"
    assert "1 judgement written" in run("corrections", case.path, "--export", out).output
    with Case(tmp_path / "hers.case") as hers:
        depot.keep(hers)
        assert "1 new judgement, 0 already here" in run("corrections", hers.path, "--import", out).output
        assert "0 new judgements, 1 already here" in run("corrections", hers.path, "--import", out).output
        assert merged(hers)
    undo = run("correct", case.path, "undo", judgement.id[:6], "--because", "no", "--who", "B.")
    assert undo.exit_code == 0
    assert depot.found(case) == machine
    assert f"{judgement.id}  UNDONE" in run("corrections", case.path).output


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("correct", "CASE", "merge", "Abu Karim", "--because", "x"), 1, "two entities"),
        (("correct", "CASE", "erase", "Abu Karim", "--because", "x"), 2, "is not one of"),
        (("correct", "CASE", "merge", "Abu Karim"), 2, "--because"),
        (("correct", "nowhere.case", "reject", "a:a1", "--because", "x"), 2, "does not exist"),
        (("corrections", "CASE", "--import", __file__), 1, "nothing was taken in"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_a_command_that_makes_no_sense_says_why_and_keeps_nothing(case, words, status, says):
    done = run(*[case.path if w == "CASE" else w for w in words])
    assert (done.exit_code, says in done.output) == (status, True), done.output
    assert len(case.corrections) == 0


def test_a_judgement_kept_but_not_compared_is_compared_by_the_next(case):
    judgement = judge(case, "rename", ["Abu Karim"], because="x", value="X")
    with case.transaction():
        case.corrections.add([judgement])  # killed here
    assert case.findings.stale()
    assert compare_again(case)
    assert entity(case, "X")
    assert not case.findings.stale()


def test_counts_say_what_came_went_and_changed(case):
    changes = preview(case, judge(case, "reject", ["e:e2"], because="x"))
    assert counted(changes) == "claim: 1 gone; line of the chronicle: 1 gone"
    assert counted(()) == "nothing changes"


def test_a_clause_goes_with_the_rows_that_a_person_changed(tmp_path):
    with Case(tmp_path / "harbour.case") as case:
        harbour.keep(case)
        dated = judge(case, "re-date", ["courier:e1"], because="the log says so", who="A.", value="2031-05-01")
        gone = judge(case, "reject", ["courier:a1"], because="nobody said it", who="A.")
        assert case.corrections.overlay().over(harbour.COURIER).clauses == harbour.COURIER.clauses
        with case.transaction():
            case.corrections.add([dated, gone])
        (clause,) = case.corrections.overlay().over(harbour.COURIER).clauses
        assert (clause.date, clause.attribution, clause.event) == ("2031-05-01", None, "e1")


def test_rows_that_share_an_id_are_not_new_where_nothing_changed():
    row = Lineage("wire", "courier", "rewrite", "text", 0.7, (), "test", "passages")
    told = (row, replace(row, basis="credit"), replace(row, relation="excerpt"))
    before = Findings(lineage=told)
    assert changes(before, Findings(lineage=told)) == ()
    assert changes(before, Findings(lineage=told[::-1])) == ()
    (gone,) = changes(before, Findings(lineage=told[1:]))
    assert (gone.what, gone.id) == ("gone", "wire ← courier")
    (changed,) = changes(before, Findings(lineage=(*told[:2], replace(told[2], basis="credit"))))
    assert changed.what == "changed"
