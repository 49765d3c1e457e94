"""Who did what to whom, where and when, on sentences of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from rashomon.language import lexicon
from rashomon.reading import pipeline
from rashomon.records import Event, Publication

TYPES = {kind for _, kind, *_ in lexicon("event_nouns")}
SCRAPS = ["\n\n", "—", "“", "”", "🙂", "if"]


def read(text: str, published: str | None = None) -> Doc:
    nlp = pipeline()
    doc = nlp.make_doc(text)
    if published is not None:
        doc._.rashomon_published = Publication(published, "metadata", published, published)
    return nlp(doc)


def words(doc: Doc, ids: tuple[str, ...]) -> list[str]:
    spans = {m.id: doc.text[m.start : m.end] for m in doc._.rashomon_mentions}
    return [spans[i] for i in ids]


def finds(doc: Doc, kind: str, actor: str | None, recipient: str | None) -> bool:
    def holds(event: Event) -> bool:
        return (
            event.type == kind
            and (actor is None or any(actor in w for w in words(doc, event.actors)))
            and (recipient is None or any(recipient in w for w in words(doc, event.recipients)))
        )

    return any(holds(e) for e in doc._.rashomon_events)


WHO = [
    ("Kenyan police arrested two opposition leaders in Mombasa.", "COERCE", "police", "leaders", "active verb"),
    ("Two opposition leaders were arrested by Kenyan police.", "COERCE", "police", "leaders", "passive with agent"),
    (
        "The arrest of two ministers by the army shocked the capital.",
        "COERCE",
        "army",
        "ministers",
        "nominal, by and of",
    ),
    ("Rebel forces carried out an attack on Malian soldiers.", "ASSAULT", "forces", "soldiers", "light verb"),
    ("The convoy of the army came under attack by rebels.", "ASSAULT", "rebels", "convoy", "light verb undergone"),
    ("Rocket attacks on the Turkish embassy continued for a week.", "ASSAULT", None, "embassy", "nominal, on"),
    ("The visit of the Omani minister to Kuwait lasted two days.", "CONSULT", "minister", "Kuwait", "nominal visit"),
    ("The president of Togo visited Ghana.", "CONSULT", "president", "Ghana", "visitor and host"),
    ("Peru recalled its ambassador from Chile.", "SANCTION", "Peru", "Chile", "recalled ambassador"),
    ("Latvia imposed sanctions on two Belarusian banks.", "SANCTION", "Latvia", "banks", "sanctions imposed"),
    ("Latvia lifted sanctions against Cuba.", "CONCEDE", "Latvia", "Cuba", "sanctions lifted"),
    ("Norway promised to send food aid to Yemen.", "AGREE", "Norway", "Yemen", "promise of aid"),
    ("Norway sent food aid to Yemen.", "AID", "Norway", "Yemen", "aid given"),
    ("Norway refused to send food aid to Yemen.", "REJECT", "Norway", None, "refusal of aid"),
    ("Norway suspended food aid to Yemen.", "SANCTION", "Norway", "Yemen", "aid cut"),
    ("Ghana threatened to expel the diplomats of Togo.", "THREATEN", "Ghana", None, "threat"),
    ("Italy will host the Libyan delegation.", "AGREE", "Italy", None, "cooperation ahead"),
    ("Mali announced it will impose a curfew in Gao.", "THREATEN", "Mali", None, "hostility announced"),
    ("Mali said it will not release the prisoners.", "REJECT", "Mali", None, "will not"),
    ("Moscow said that Kyiv must disarm the militia.", "REQUEST", "Moscow", None, "obligation laid on another"),
    ("The rebels withdrew from the valley.", "RETREAT", "rebels", None, "withdrawal"),
    ("Thousands of workers staged a rally against the president.", "PROTEST", "workers", "president", "rally"),
    ("The army deployed tanks near the Sudanese border.", "MOBILIZE", "army", None, "deployment"),
    ("Oman sent an adviser to Kuwait on Tuesday.", "CONSULT", "Oman", None, "one who is sent to talk"),
    ("Oman sent an adviser to Port Salim on Tuesday.", "CONSULT", "Oman", None, "sent to a place nobody knows"),
    ("Oman sent two military advisers to Yemen.", "MOBILIZE", "Oman", None, "soldiers by the name of advisers"),
    ("Jordan shared intelligence with Egypt.", "COOPERATE", "Jordan", "Egypt", "exchange"),
    ("The envoy praised Ghana for its efforts.", "SUPPORT", "envoy", "Ghana", "praise"),
    ("Amnesty accused the government of Chad of torture.", "ACCUSE", "Amnesty", "government", "accusation"),
    ("Turkish and Greek ministers met in Rome.", "CONSULT", "ministers", None, "reciprocal"),
    ("Egypt and Sudan held talks with Ethiopia.", "CONSULT", "Sudan", "Ethiopia", "compound actor"),
    ("Police shot two officials and a judge.", "ASSAULT", "Police", "judge", "compound recipient"),
    ("Peru said it had cut aid to Haiti.", "SANCTION", "Peru", "Haiti", "pronoun of the speaker"),
    ("The bombing, which hit the Swedish embassy, was the third.", "ASSAULT", None, "embassy", "what the attack hit"),
    ("Attacks targeting the Swedish embassy have increased.", "ASSAULT", None, "embassy", "attacks targeting"),
    ("Oman announced the visit of a Kenyan delegation.", "CONSULT", "delegation", "Oman", "host that announces"),
    ("Chad suffers from shortages due to Libyan sanctions.", "SANCTION", "Libyan", "Chad", "who suffers from it"),
    ("Soldiers were deployed in Lagos on Sunday.", "MOBILIZE", "Soldiers", None, "force that nobody sends"),
    ("Police arrested the rebels' leaders.", "COERCE", "Police", "rebels", "leaders of a group"),
    ("The army killed two leaders of the Malian rebels.", "ASSAULT", "army", "Malian rebels", "leaders of"),
    ("Rebels entered Goma, which prompted Kenya to deploy troops.", "MOBILIZE", "Kenya", "Rebels", "who prompted it"),
    (
        "Rebels fired rockets at targets in the port, including the Chilean consulate.",
        "ASSAULT",
        "Rebels",
        "consulate",
        "named of the things struck",
    ),
    (
        "Ministers spoke of the rebels’ continued shelling of Gao.",
        "ASSAULT",
        "rebels",
        "Gao",
        "plural owner of a gerund",
    ),
    ("Police charged two officers with killing a senator.", "ASSAULT", "officers", "senator", "charged with doing"),
    (
        "A Kenyan delegation met the minister. Trade tops the agenda in its negotiations with Omani officials.",
        "CONSULT",
        "delegation",
        "officials",
        "its, for somebody described before",
    ),
]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient", "why"), WHO, ids=[w[4] for w in WHO])
def test_who_did_what_to_whom(text: str, kind: str, actor: str | None, recipient: str | None, why: str) -> None:
    doc = read(text)
    assert finds(doc, kind, actor, recipient), doc._.rashomon_events


NOTHING = [
    ("The minister said the weather in May is usually mild.", "a statement"),
    ("The spokesman declined to comment on the report.", "no comment"),
    ("The goalkeeper kicked the ball into the net.", "sport"),
    ("An earthquake killed forty people in the valley.", "a natural cause"),
    ("The company released a new album in June.", "a release that frees nobody"),
    ("Her boyfriend stabbed a woman at a bar.", "a private quarrel"),
    ("The government denied the accusations.", "a denial of what is alleged"),
    ("The president is confident that trade will grow.", "an opinion"),
    ("Doctors fought the epidemic for months.", "a figure of speech"),
    ("The spokesman declined to comment on a raid by Chad on the camp.", "what is not spoken of is not told"),
    ("The queen expressed her condolences to Portugal.", "condolences"),
    ("Peru and Chile agreed that the treaty was out of date.", "a shared view is no agreement"),
    ("The president of Togo spoke to reporters after the vote.", "speaking to the press is no meeting"),
    ("Police are investigating the cause of the fire.", "an inquiry into an accident"),
    ("Two pedestrians were killed when a lorry left the road.", "an accident"),
    ("The president of Togo urged calm.", "an exhortation to nobody and to no act"),
    ("The senator resigned from his party.", "who leaves a party leaves no office"),
    ("The governor of Ohio ended his presidential campaign on Monday.", "a candidacy is no war"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING, ids=[w[1] for w in NOTHING])
def test_what_tells_no_event_gives_none(text: str, why: str) -> None:
    assert read(text)._.rashomon_events == ()


SHADES = [
    ("Peru and Chile agreed to open talks on the border.", "AGREE", "agreed to do"),
    ("Peru agreed that both sides would withdraw their troops.", "AGREE", "agreed that it shall be done"),
    ("Fiji called on President Tavua to resign.", "REQUEST", "called on somebody by name is no telephone call"),
    ("A court ordered the release of the editor.", "RETREAT", "whoever orders a release frees"),
    ("Oslo announced humanitarian assistance for Yemen.", "AID", "aid that is announced"),
    ("The agency airdropped food parcels to the refugees.", "AID", "aid from the air"),
    ("The rebels fired across the border into Ghana.", "ASSAULT", "fire across a line"),
    ("Japan scrambled fighter jets on Monday.", "MOBILIZE", "jets scrambled"),
]


@pytest.mark.parametrize(("text", "kind", "why"), SHADES, ids=[w[2] for w in SHADES])
def test_near_words_are_told_apart(text: str, kind: str, why: str) -> None:
    assert {kind} == {e.type for e in read(text)._.rashomon_events if e.modality != "demanded"}


def test_a_killing_told_twice_is_one_event() -> None:
    found = read("Four soldiers were killed in a suicide bombing in Mosul.")._.rashomon_events
    assert [e.type for e in found] == ["ASSAULT"]


def test_what_a_protest_demands_is_no_second_event() -> None:
    found = read("Students staged a rally to demand the resignation of the minister.")._.rashomon_events
    assert [e.type for e in found] == ["PROTEST"]


def test_place_and_day_stand_in_the_clause() -> None:
    doc = read("Jets bombed the harbour in Aden on 3 March 2021.", "2021-03-05")
    event = doc._.rashomon_events[0]
    assert words(doc, (event.place,)) == ["Aden"]
    assert event.date == "2021-03-03"
    assert str(event.date_basis).startswith("clause:")


def test_an_undated_event_lies_between_news_day_and_publication() -> None:
    doc = read("Police arrested two editors on Monday. The European Union condemned the government.", "2021-03-03")
    arrest, condemned = doc._.rashomon_events
    assert arrest.date == "2021-03-01"
    assert (condemned.date, str(condemned.date_basis)) == ("2021-03-01/2021-03-03", f"news-day:{arrest.id}")


WE = [
    ('"We attacked the army," said Jean Kabila, the spokesman for the Congo Liberation Front.', "apposed"),
    ('Congo Liberation Front spokesman Jean Kabila said: "We attacked the army."', "before the name"),
    ('A source in the Congo Liberation Front said: "We attacked the army."', "unnamed source"),
]


@pytest.mark.parametrize(("text", "why"), WE, ids=[row[1] for row in WE])
def test_we_of_a_spokesman_is_his_body(text: str, why: str) -> None:
    assert finds(read(text), "ASSAULT", "Congo Liberation Front", "army")


def test_we_of_somebody_who_speaks_for_nobody_is_himself() -> None:
    doc = read('"We attacked the army," said Jean Kabila.')
    assert finds(doc, "ASSAULT", "Kabila", "army")


DAYS = [
    ("Peru said on Monday that rebels had attacked the port of Callao.", "2021-02-28/2021-03-01", "told:", "a telling"),
    ("Rebels attacked the port of Callao on Monday, Peru said.", "2021-03-01", "clause:", "the act's own day"),
    ("The killing of Qassem Soleimani angered Iran.", "2020-01-03", "known-event:soleimani", "known, as a noun"),
    ("The US killed Qassem Soleimani in January 2020.", "2020-01-03", "known-event:soleimani", "known in its month"),
    ("The US killed Qassem Soleimani on 7 May 2020.", "2020-05-07", "clause:", "another day than the known one"),
    ("They accuse Iraq of killing Soleimani.", "2020-01-03", "known-event:soleimani", "known, as a verb"),
]


@pytest.mark.parametrize(("text", "day", "basis", "why"), DAYS, ids=[row[3] for row in DAYS])
def test_the_day_of_a_killing(text: str, day: str, basis: str, why: str) -> None:
    found = [e for e in read(text, "2021-03-03")._.rashomon_events if e.type == "ASSAULT"]
    assert [(e.date, str(e.date_basis).startswith(basis)) for e in found] == [(day, True)]


def test_nobody_known_was_killed_before_his_day() -> None:
    found = read("The killing of Karim Soleimani angered Iran.", "2015-03-03")._.rashomon_events
    assert "2020-01-03" not in [e.date for e in found]


def test_what_has_not_happened_takes_no_day_of_telling() -> None:
    found = read("Peru said on Monday that rebels might attack the port of Callao.", "2021-03-03")._.rashomon_events
    assert [e.date for e in found if e.modality == "hypothetical"] == [None]


def test_what_is_blamed_on_a_day_was_not_on_it() -> None:
    found = read("Peru accused rebels on Monday of bombing the port of Callao.", "2021-03-03")._.rashomon_events
    assert {(e.type, e.date) for e in found} == {("ACCUSE", "2021-03-01"), ("ASSAULT", None)}


def test_a_speech_act_of_the_report_is_of_the_day_of_telling() -> None:
    doc = read("Kenya announced Monday the visit of an Omani delegation. The minister warned Uganda.", "2021-03-02")
    assert [(e.type, e.date) for e in doc._.rashomon_events] == [
        ("CONSULT", "2021-02-28/2021-03-01"),
        ("THREATEN", "2021-03-01"),
    ]


def test_an_accusation_is_news_and_one_of_long_standing_is_none() -> None:
    told = "Police arrested two editors on Monday. Kenya {} Uganda of espionage."
    cues = {"accused": "2021-03-01/2021-03-03", "has long accused": None, "accuses": None}
    for cue, day in cues.items():
        found = read(told.format(cue), "2021-03-03")._.rashomon_events
        assert [e.date for e in found if e.type == "ACCUSE"] == [day], cue


def test_what_is_said_at_a_meeting_is_of_its_day() -> None:
    doc = read("Kenya met Uganda on Sunday. Kenya accused Uganda of espionage.", "2021-03-03")
    met, accused = doc._.rashomon_events[:2]
    assert (accused.date, str(accused.date_basis)) == ("2021-02-28", f"same-meeting:{met.id}")


STRUCK = [
    ("The blast killed 19 people.", True, "a blast"),
    ("A roadside bomb killed 19 people.", True, "a bomb"),
    ("An explosion tore through a market in Goma, wounding 20 people.", True, "a blast, in the participle"),
    ("A gas explosion killed three people.", False, "an accident"),
    ("The flood killed 19 people.", False, "nobody's act"),
]


@pytest.mark.parametrize(("text", "attack", "why"), STRUCK, ids=[row[2] for row in STRUCK])
def test_what_a_weapon_does_is_an_attack_whoever_used_it(text: str, attack: bool, why: str) -> None:
    found = [e for e in read(text)._.rashomon_events if str(e.because).startswith(("verb:kill", "verb:wound"))]
    assert [e.type for e in found] == (["ASSAULT"] if attack else [])


def test_what_goes_on_since_a_day_goes_on_until_the_report() -> None:
    (event,) = read(
        "Rebels have attacked the port of Callao dozens of times since May 2020.", "2021-03-03"
    )._.rashomon_events
    assert (event.date, str(event.date_basis)) == ("2020-05/2021-03-03", "since:May 2020")


def test_what_has_a_time_of_its_own_takes_no_other_day() -> None:
    doc = read("Rebels attacked the port of Callao on Sunday. The port of Callao was attacked in fall 2019.")
    assert [e.date for e in doc._.rashomon_events] == [None, "2019-09/2019-11"]


def test_what_prompted_an_act_lends_it_its_day() -> None:
    doc = read("Rebels entered Goma on Sunday, which prompted Kenya to deploy troops.", "2021-03-03")
    assert [e.date for e in doc._.rashomon_events if e.type == "MOBILIZE"] == ["2021-02-28"]


def test_what_lies_ahead_has_no_news_day() -> None:
    doc = read("Police arrested two editors on Monday. The army might attack the rebels.", "2021-03-03")
    assert [e.date for e in doc._.rashomon_events if e.modality == "hypothetical"] == [None]


def test_history_is_marked() -> None:
    doc = read("Rebels attacked the port in 1998. On Monday police arrested an officer.", "2021-03-03")
    assert [e.historical for e in doc._.rashomon_events] == [True, False]


def test_an_event_inside_an_attribution_names_it() -> None:
    doc = read("The ministry said that rebels attacked the port.")
    event = next(e for e in doc._.rashomon_events if e.type == "ASSAULT")
    held = {a.id: a for a in doc._.rashomon_attributions}[event.attribution]
    assert any(start <= event.trigger[0] < end for start, end in held.content)


def test_every_row_says_why() -> None:
    doc = read("Rebel forces carried out an attack on Malian soldiers.")
    assert [str(e.because).split(" ")[0] for e in doc._.rashomon_events] == ["noun:attack"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from([w[0] for w in WHO] + SCRAPS), max_size=6).map(" ".join))
def test_rows_stay_within_the_text_and_name_known_mentions(text: str) -> None:
    doc = read(text)
    known = {m.id for m in doc._.rashomon_mentions}
    events = doc._.rashomon_events
    assert [e.id for e in events] == [f"e{i + 1}" for i in range(len(events))]
    for event in events:
        start, end = event.trigger
        assert 0 <= event.evidence[0] <= start < end <= event.evidence[1] <= len(text)
        assert set(event.actors) | set(event.recipients) | ({event.place} - {None}) <= known
        assert event.type in TYPES
        if event.date is not None and len(event.date) == 10:
            date.fromisoformat(event.date)


def test_reading_twice_gives_the_same() -> None:
    text = " ".join(w[0] for w in WHO)
    assert read(text)._.rashomon_events == read(text)._.rashomon_events


FRAMES = {name for name, _, _ in lexicon("event_frames")}
CLASSES = {name for name, _ in lexicon("event_noun_classes")}


def test_verbs_name_known_types_frames_and_classes() -> None:
    for verb, what, kind, mode, frame in lexicon("event_verbs"):
        assert kind in TYPES | {"-"}, verb
        assert frame in FRAMES | {"-"}, verb
        assert not what.startswith("@") or what[1:] in CLASSES, verb
        assert mode


def test_every_verb_entry_can_win() -> None:
    rows = [(verb, what) for verb, what, *_ in lexicon("event_verbs")]
    assert len(rows) == len(set(rows))
    bare = {verb for verb, what in rows if what == "-"}
    silent_alone = [v for v, what, kind, *_ in lexicon("event_verbs") if kind == "-" and what == "-" and " " not in v]
    assert silent_alone == []
    assert len({verb.split(" ")[0] for verb, _ in rows}) > 500
    assert bare


def test_nouns_name_known_types_and_frames() -> None:
    for noun, kind, _, frame, strength in lexicon("event_nouns"):
        assert kind in TYPES, noun
        assert frame in FRAMES, noun
        assert strength in {"strong", "weak"}, noun


def test_every_class_and_frame_is_used() -> None:
    used = {what[1:] for _, what, *_ in lexicon("event_verbs") if what.startswith("@")}
    assert used == CLASSES
    frames = {frame for *_, frame in lexicon("event_verbs")} | {frame for _, _, _, frame, _ in lexicon("event_nouns")}
    made = {"agree", "reject", "threat", "demand", "act"}
    assert frames - {"-"} | made == FRAMES


def test_every_type_is_told_by_verbs_and_nouns() -> None:
    assert {kind for _, _, kind, *_ in lexicon("event_verbs")} - {"-"} == TYPES
    assert len(TYPES) == 16


@pytest.mark.parametrize("entry", lexicon("commissive_verbs"), ids=lambda e: e[0])
def test_a_commissive_verb_binds_to_known_types(entry: tuple[str, ...]) -> None:
    assert set(entry[1:]) <= TYPES | {"-", "="}
