"""Whose voice a row is, kind by kind: roles, refusals to comment, sayings, reactions, clauses, parties, copies."""

from __future__ import annotations

import sys

import pytest

from made_reading import MadeReading, entities_of
from rashomon.comparing import compare
from rashomon.comparing.independence import independence
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.narrators import Narrator
from rashomon.comparing.origins.parties import state_served
from rashomon.reading import read
from rashomon.records import Entity, Member, Origin, Reason, Report, VoiceKey

SAID = "2024-03-12"


def of(*made: MadeReading, entities: tuple[Entity, ...] | None = None) -> dict[Member, Origin]:
    """The origins of all rows of some made reports."""
    who = entities_of(*made) if entities is None else entities
    return origins({m.id: m.report() for m in made}, {m.id: m.reading() for m in made}, who, ())


def said(text: str, source: str, cue: str, content: str, kind: str = "named_person", **more: object) -> MadeReading:
    one = MadeReading("a", text, SAID, outlet="Karm Times")
    return one.says(source, cue, content, source_kind=kind, **more)


# ------------------------------------------------------------------------------------------------ no comment
# text, source, cue, its lemma, content, more of the attribution, the key's kind for what it is about, why
LEFT_OPEN = [
    ("The navy did not deny that it sank the ferry.", "The navy", "deny", "deny", "that it sank the ferry", {"negated": True, "polarity": "deny"}, "nobody", "does not deny"),
    ("The navy did not confirm that it sank the ferry.", "The navy", "confirm", "confirm", "that it sank the ferry", {"negated": True}, "nobody", "does not confirm"),
    ("The navy would neither confirm nor deny that it sank the ferry.", "The navy", "deny", "deny", "that it sank the ferry", {"polarity": "deny"}, "nobody", "neither … nor"),
    ("No party claimed that it sank the ferry.", "No party", "claimed", "claim", "that it sank the ferry", {}, "nobody", "nobody claims"),
    ("The navy refused to confirm that it sank the ferry.", "The navy", "refused", "refuse", "to confirm that it sank the ferry", {"polarity": "deny"}, "nobody", "refuses to confirm"),
    ("The navy will not say whether it sank the ferry.", "The navy", "say", "say", "whether it sank the ferry", {"because": "speech-verb:say:wh-nocomment"}, "nobody", "as reading marks it"),
    ("The navy denied that it sank the ferry.", "The navy", "denied", "deny", "that it sank the ferry", {"polarity": "deny"}, "voice", "a denial is somebody's"),
    ("The navy confirmed that it sank the ferry.", "The navy", "confirmed", "confirm", "that it sank the ferry", {}, "voice", "so is a confirmation"),
    ("The navy refused to move, though it sank the ferry.", "The navy", "refused", "refuse", "to move, though it sank the ferry", {"polarity": "deny"}, "voice", "a refusal to do something is a position"),
    ("The navy did not know that it sank the ferry.", "The navy", "know", "know", "that it sank the ferry", {"negated": True}, "outlet", "what he does not know the report tells"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "cue", "lemma", "content", "more", "kind", "why"), LEFT_OPEN, ids=[c[-1] for c in LEFT_OPEN]
)
def test_what_is_left_open_is_told_by_nobody(text, source, cue, lemma, content, more, kind, why) -> None:
    one = MadeReading("a", text, SAID, outlet="Karm Times")
    one.mention(source, "organisation")
    one.says(source, cue, content, source_kind="institution", lemma=lemma, **more)
    one.tells("ASSAULT", "sank", attribution="a1", because="verb:sink")
    one.clause("it sank the ferry" if "it sank" in text else content, "sank", attribution="a1")
    found = of(one)
    for row in ("e1", "p1"):
        assert VoiceKey.of(found["a", row]).kind == kind
    assert independence([found["a", "e1"]]) == ((0, 0) if kind == "nobody" else (1, 1))


def test_a_refusal_to_comment_is_itself_a_position() -> None:
    one = said("The navy refused to comment.", "The navy", "refused", "to comment", "institution", lemma="refuse")
    assert of(one)["a", "a1"].name == "The navy"


# --------------------------------------------------------------------------------------------------- sayings
# text, source, cue, lemma, content, the trigger of an event at the cue, whose it is, why
SAYINGS = [
    ("Abt denied the raid.", "Abt", "denied", "deny", "the raid", "Abt", "a denial is told by who denies"),
    ("Abt demanded that they leave.", "Abt", "demanded", "demand", "that they leave", "Abt", "so is a demand"),
    ("Abt accused the navy of piracy.", "Abt", "accused", "accuse", "the navy of piracy", "Abt", "so is an accusation"),
    ("Abt condemned the raid.", "Abt", "condemned", "condemn", "the raid", "Abt", "what he thinks he tells himself"),
    ("Abt wanted the raid.", "Abt", "wanted", "want", "the raid", "Karm Times", "a wish is nobody's saying"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "lemma", "content", "name", "why"), SAYINGS, ids=[c[-1] for c in SAYINGS])  # fmt: skip
def test_a_deed_that_is_a_saying_takes_its_sayer(text, source, cue, lemma, content, name, why) -> None:
    one = said(text, source, cue, content, lemma=lemma)
    one.tells("ACCUSE", cue, because=f"verb:{lemma}")
    one.clause(text.rstrip("."), cue, source, lemma=lemma)
    found = of(one)
    assert found["a", "e1"].name == found["a", "p1"].name == name


# clause, head, lemma, more of the clause, its voice, why: no attribution was read
POSITIONS = [
    ("Abt denied the raid", "denied", "deny", {}, "Abt", "a denial"),
    ("Abt vowed to stay", "vowed", "vow", {"content": "p9"}, "Abt", "what it says is a clause of its own"),
    ("Abt accused the navy", "accused", "accuse", {"event": "e1"}, "Abt", "an accusation by its event"),
    ("Abt may deny the raid", "deny", "deny", {"status": "hypothetical"}, "Karm Times", "he has not said it"),
    ("Abt approved the plan", "approved", "approve", {}, "Karm Times", "a deed rather than a saying"),
    ("Abt sank the ferry", "sank", "sink", {}, "Karm Times", "no saying at all"),
]


@pytest.mark.parametrize(("words", "head", "lemma", "more", "name", "why"), POSITIONS, ids=[c[-1] for c in POSITIONS])
def test_a_position_without_an_attribution_is_its_subjects(words, head, lemma, more, name, why) -> None:
    one = MadeReading("a", f"{words}.", SAID, outlet="Karm Times")
    if "event" in more:
        one.tells("ACCUSE", head, because="verb:accuse")
    one.clause(words, head, "Abt", lemma=lemma, **more)
    found = of(one)["a", "p1"]
    assert found.name == name
    assert found.chain == (("a", "p1"),)


# ------------------------------------------------------------------------------------------- clauses' origins
def test_a_clause_has_the_origin_of_the_attribution_around_it() -> None:
    one = said("Abt said Karam told him the ferry sank.", "Abt", "said", "Karam told him the ferry sank", lemma="say")
    one.says("Karam", "told", "the ferry sank", lemma="tell", nested_in="a1")
    one.clause("the ferry sank", "sank", attribution="a2").clause("Karam told him the ferry sank", "told", "Karam")
    found = of(one)
    assert found["a", "p1"].name == "Abt", "whom he quotes is quoted on his word"
    assert found["a", "p1"].chain == (("a", "p1"), ("a", "a1"))
    assert found["a", "p2"].name == "Abt"


def test_a_clause_outside_of_all_attributions_is_the_reports_own() -> None:
    one = said("The ferry sank. Abt wept.", "Abt", "wept", "The ferry", lemma="say").clause("The ferry sank", "sank")
    assert of(one)["a", "p1"].name == "Karm Times"


def test_what_a_relative_clause_in_a_statement_tells_its_speaker_takes_as_known() -> None:
    one = said("Abt praised the crew that left the port.", "Abt", "praised", "the crew that left the port", lemma="say")
    one.clause("left the port", "left", attribution="a1", link="relative")
    assert of(one)["a", "p1"].certain is False


# -------------------------------------------------------------------------------------------------- reactions
@pytest.mark.parametrize("lemma", ["condemn", "welcome", "praise", "mourn", "denounce", "applaud", "deplore"])
def test_who_reacts_to_a_deed_does_not_tell_it(lemma: str) -> None:
    one = said(f"Abt {lemma}ed the raid.", "Abt", f"{lemma}ed", "the raid", lemma=lemma)
    one.tells("ASSAULT", "raid", attribution="a1", because="noun:raid")
    found = of(one)
    assert found["a", "e1"].name == "Karm Times"
    assert found["a", "a1"].name == "Abt"


# ------------------------------------------------------------------------------------------------------ roles
@pytest.mark.parametrize("role", ["The mayor", "The harbour master", "His lawyer", "The chief of police", "A nurse"])
def test_a_nameless_role_is_one_voice_a_house(role: str) -> None:
    made = []
    for name, outlet in (("a", "Karm Times"), ("b", "Karm Times"), ("c", "Daily Zinc")):
        one = MadeReading(name, f"{role} said the ferry sank.", SAID, outlet=outlet)
        one.mention(role, "person", "nominal")
        made.append(one.says(role, "said", "the ferry sank"))
    alone = tuple(Entity(f"n-{m.id}", role, "person", (), ((m.id, "m1"),)) for m in made)
    found = of(*made, entities=alone)
    keys = [found[m.id, "a1"].key for m in made]
    assert keys[0] == keys[1] != keys[2]
    assert not any(o.certain for o in found.values() if o.kind == "named_person")
    assert independence(found[m.id, "a1"] for m in made[:2]) == (1, 1)
    assert independence(found[m.id, "a1"] for m in made) == (1, 2)


def test_residents_and_the_mayor_are_one_voice_at_least_and_two_at_most() -> None:
    one = MadeReading("a", "Residents said, and the mayor confirmed, that troops burned the school.", SAID)
    one.mention("Residents", "group", "nominal")
    one.mention("the mayor", "person", "nominal")
    one.says("Residents", "said", "that troops burned the school", source_kind="collective")
    one.says("the mayor", "confirmed", "that troops burned the school", lemma="confirm")
    found = of(one, entities=())
    assert independence([found["a", "a1"], found["a", "a2"]]) == (1, 2)


def test_two_who_name_two_doers_are_a_voice_each() -> None:
    one = said("The army blew up the dam, Selim said.", "Selim", "said", "The army blew up the dam")
    other = MadeReading("b", "Rebels blew up the dam, Haddad said.", SAID, outlet="Daily Zinc")
    other.says("Haddad", "said", "Rebels blew up the dam")
    found = of(one, other)
    assert [independence([found[r, "a1"]]) for r in "ab"] == [(1, 1), (1, 1)]
    assert found["a", "a1"].key != found["b", "a1"].key


# ----------------------------------------------------------------------------- who speaks for whom, and pronouns
def test_a_nameless_spokeswoman_is_the_body_she_speaks_for() -> None:
    one = MadeReading("a", "A spokeswoman for the Pier Board said the pier was shut. The Pier Board left.", SAID)
    one.mention("A spokeswoman", "person", "nominal")
    one.mention("Pier Board", "organisation")
    one.says("A spokeswoman for the Pier Board", "said", "the pier was shut", source_kind="anonymous", source_mention="m1")  # fmt: skip
    board = Entity("n-board", "Pier Board", "organisation", ("Pier Board",), (("a", "m2"),))
    woman = Entity("n-woman", "A spokeswoman", "person", (), (("a", "m1"),))
    found = of(one, entities=(board, woman))["a", "a1"]
    assert (found.key, found.name, found.certain) == ("voice:n-board", "Pier Board", True)


def test_a_spokesman_told_of_again_still_speaks_for_his_body() -> None:
    text = "A spokesman for Northern Gas denied it. “The pipe was sound in May,” the spokesman said. Northern Gas has paid."
    report = Report("r", text, published="2031-05-08", outlet="Elm Courier")
    found = compare([report], [next(iter(read([report])))])
    assert {o.name for c in found.claims for o in c.origins if o.key.startswith("voice:")} == {"Northern Gas"}
    assert not any("spokesman" in o.key for c in found.claims for o in c.origins)


# the source, the word inside it that stands for the body, or nothing, why
PRESS_OFFICES = [
    ("the Pier Board press office", "", "named in it"),
    ("the press service of the Pier Board", "", "named behind it"),
    ("the board's press center", "the board", "told by a word that stands for it"),
]


@pytest.mark.parametrize(("source", "word", "why"), PRESS_OFFICES, ids=[p[-1] for p in PRESS_OFFICES])
def test_a_press_office_is_the_body_whose_it_is(source: str, word: str, why: str) -> None:
    one = MadeReading("a", f"A Pier Board met. Later {source} said the pier was shut.", SAID)
    one.mention("A Pier Board", "organisation")
    one.mention(source, "other", "nominal")
    board = Entity("n-board", "Pier Board", "organisation", ("Pier Board",), (("a", "m1"),))
    if word:
        one.mention(word, "organisation", "nominal")
        board = Entity("n-board", "Pier Board", "organisation", ("Pier Board",), (("a", "m1"), ("a", "m3")))
    one.says(source, "said", "the pier was shut", source_kind="institution", source_mention="m2")
    office = Entity("n-office", source, "other", (), (("a", "m2"),))
    assert of(one, entities=(board, office))["a", "a1"].key == "voice:n-board"


# the role of the person, the body without a name, whether they are one voice, why
SPOKESMEN = [
    ("police spokesman", "Police", True, "the police of the same report"),
    ("national police spokeswoman", "police", True, "with a word more"),
    ("spokesman for the health ministry", "The health ministry", True, "with for"),
    ("spokesman for the health ministry", "The interior ministry", False, "another ministry"),
    ("police officer", "Police", False, "an officer speaks for himself"),
]


@pytest.mark.parametrize(("role", "body", "one_voice", "why"), SPOKESMEN, ids=[s[-1] for s in SPOKESMEN])
def test_the_spokesman_of_a_body_without_a_name(role: str, body: str, one_voice: bool, why: str) -> None:
    one = MadeReading("a", f"{body} said the pier was shut. Ada Lund said the pier was shut.", SAID)
    one.mention(body, "organisation", "nominal")
    one.mention("Ada Lund", roles=(role,))
    one.says(body, "said", "the pier was shut", source_kind="institution", source_mention="m1")
    one.says("Ada Lund", "said", "the pier was shut")
    bodies = Entity("n-body", body, "organisation", (), (("a", "m1"),))
    lund = Entity("n-lund", "Ada Lund", "person", ("Ada Lund",), (("a", "m2"),))
    found = of(one, entities=(bodies, lund))
    assert (found["a", "a1"].key == found["a", "a2"].key) is one_voice


# word, what its chain is, the kind of key that comes of it, why
PRONOUNS = [
    ("It", "organisation", "voice", "a body is an it"),
    ("It", "person", "unnamed", "a person is no it"),
    ("He", "person", "voice", "a person is a he"),
    ("He", "organisation", "unnamed", "a body is no he"),
    ("They", "organisation", "voice", "they may be anybody"),
]


@pytest.mark.parametrize(("word", "kind", "key", "why"), PRONOUNS, ids=[p[-1] for p in PRONOUNS])
def test_a_pronoun_is_right_or_left_open(word: str, kind: str, key: str, why: str) -> None:
    one = MadeReading("a", f"Dal Orn left. {word} said the ferry sank.", SAID, outlet="Karm Times")
    one.mention("Dal Orn", kind)
    start, _ = one.span(f"{word} said")
    first = one.mentions[0]
    one.mentions.append(type(first)("m2", start, start + len(word), first.kind, "pronoun", first.chain))
    source = "institution" if kind == "organisation" else "named_person"
    one.says(f"{word} ", "said", "the ferry sank", source_kind=source, source_mention="m2")
    one.mentions = one.mentions[:2]
    found = of(one, entities=(Entity("n-orn", "Dal Orn", kind, ("Dal Orn",), (("a", "m1"), ("a", "m2"))),))  # type: ignore[arg-type]
    assert VoiceKey.of(found["a", "a1"]).kind == key


SERVED = [
    ("Norway's envoy to the UN", "Norway", "an envoy of a state, not of where he is sent"),
    ("US ambassador to Israel", "United States", "the state before the office"),
    ("special envoy for Syria", "", "for whom he is sent he does not speak"),
    ("president of Peru", "Peru", "the state after of"),
    ("spokesman for the Peruvian army", "Peru", "a spokesman speaks for whom he is of"),
    ("former Peruvian foreign minister", "", "who once held an office speaks for himself"),
    ("the White House press secretary", "United States", "an organ that is known by its name"),
    ("Chilean mayor", "", "a mayor is not the state's government"),
    ("Kenyan lawmaker", "", "nor is a member of parliament"),
    ("Kenyan officials", "Kenya", "officials without a name"),
    ("the foreign minister", "", "no state is named"),
    ("Norwegian opposition leader", "", "the opposition is not the state"),
    ("leader of the Kenyan opposition", "", "nor where the state stands behind it"),
    ("Chadian rebel commander", "", "nor are rebels"),
    ("Peruvian militia leader", "", "nor a militia"),
    ("Chilean company spokesman", "", "nor a company"),
    ("spokeswoman for the Kenyan nurses' union", "", "nor a union"),
    ("exiled Chadian general", "", "nor an exile"),
    ("Peruvian party secretary", "", "nor a party"),
    ("European Union ambassador", "European Union", "a union that is named as a state is"),
    ("the Peruvian intelligence community", "Peru", "its services are"),
    ("Kenyan army commander", "Kenya", "the army is the state's"),
    ("supreme leader of Iran", "Iran", "its leader is"),
    (
        "Britain's Secretary of State for Health",
        "United Kingdom",
        "the state that is told, not the one whose organ is known by that name",
    ),
    ("Russia's Foreign Office", "Russia", "of a foreign office too"),
    ("Israel's Shin Bet", "Israel", "an organ beside its own state"),
    ("Pentagon leaders", "United States", "those who lead an organ"),
    ("Kremlin critic", "", "who speaks against an organ does not speak for it"),
    ("White House correspondent", "", "nor who reports from there"),
    ("Pentagon contractor", "", "nor who works for hire"),
    ("Kremlin-watcher", "", "nor who looks at it"),
    ("Norwegian army critic", "", "as with a state's army"),
]


@pytest.mark.parametrize(("phrase", "state", "why"), SERVED, ids=[s[-1] for s in SERVED])
def test_whose_government_somebody_speaks_for(phrase: str, state: str, why: str) -> None:
    assert state_served(phrase) == state


def test_a_minister_and_the_ambassador_of_one_state_are_two_voices_of_one_party() -> None:
    one = MadeReading("a", "Lund said the ferry sank. Berg said the ferry sank.", SAID)
    one.mention("Lund", roles=("Norwegian foreign minister",))
    one.mention("Berg", roles=("Norway's ambassador to Chad",))
    one.says("Lund", "said", "the ferry sank").says("Berg", "said", "the ferry sank")
    found = of(one)
    assert {found["a", row].party for row in ("a1", "a2")} == {"state:Norway"}
    assert independence(found["a", row] for row in ("a1", "a2")) == (1, 2)


def test_who_pleads_for_a_person_is_of_his_party() -> None:
    one = MadeReading("a", "Ida Lund said he left. Berg said he left.", SAID)
    one.mention("Ida Lund")
    one.mention("Berg", roles=("lawyer for Ida Lund",))
    one.says("Ida Lund", "said", "he left").says("Berg", "said", "he left")
    assert independence(o for m, o in of(one).items() if m[1] in ("a1", "a2")) == (1, 2)


# ------------------------------------------------------------------------------------------------- own words
def test_what_a_copier_adds_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whose narration a span is `Narrators` alone tells: every row is asked by its own span."""

    class Copied:
        def __init__(self, *_: object) -> None:
            pass

        def at(self, report: str, span: tuple[int, int]) -> Narrator:
            name = "Karm Times" if span[1] <= 20 else "Daily Zinc"
            return Narrator("a" if span[1] <= 20 else report, f"outlet:{name}", name, Reason.of_text("told"))

    monkeypatch.setattr(sys.modules["rashomon.comparing.origins"], "Narrators", Copied)
    one = MadeReading("b", "The editor was held.\nSoldiers shelled the press. The mayor said it burned.", SAID)
    one.tells("COERCE", "held", because="verb:hold").tells("ASSAULT", "shelled", because="verb:shell")
    one.clause("The editor was held", "held").clause("Soldiers shelled the press", "shelled")
    one.mention("The mayor", "person", "nominal")
    one.says("The mayor", "said", "it burned")
    found = of(one, entities=())
    assert [found["b", row].name for row in ("e1", "e2", "p1", "p2")] == ["Karm Times", "Daily Zinc"] * 2
    assert found["b", "a1"].key == "role:outlet:Daily Zinc:mayor"


def test_what_a_body_publishes_is_its_own_word() -> None:
    text = (
        "Northern Gas regrets the leak at Elm. Three villages were emptied on Monday. Northern Gas rejects any blame."
        " The pipe was inspected in May, Ada Lund said."
    )
    report = Report("r", text, published="2031-05-08", outlet="Northern Gas")
    found = compare([report], [next(iter(read([report])))])
    voices = {(o.key.partition(":")[0], o.name) for c in found.claims for o in c.origins}
    assert voices == {("voice", "Northern Gas"), ("voice", "Ada Lund")}


def test_the_ministry_on_its_own_page_is_no_second_voice() -> None:
    text = "The Ministry regrets the deaths. Ten patients died on Monday. The Ministry rejects all rumours."
    report = Report("r", text, published="2031-05-08", outlet="Ministry of Health of Orsa")
    found = compare([report], [next(iter(read([report])))])
    assert {o.key for c in found.claims for o in c.origins} == {"outlet:Ministry of Health of Orsa"}
