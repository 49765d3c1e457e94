"""Whose words they are: kinds of tags, frames, joined and inner voices, and what is no comment."""

# fmt: off

from functools import cache

import pytest

from rashomon.language import lexicon
from rashomon.reading import pipeline
from rashomon.records import Attribution, Chain


@cache
def read(text: str) -> tuple[Attribution, ...]:
    rows: tuple[Attribution, ...] = pipeline()(text)._.rashomon_attributions
    return rows


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[a:b] for a, b in spans)


def shown(text: str) -> list[tuple[str, str]]:
    return [(words(text, row.source), words(text, row.content)) for row in read(text)]


@cache
def named(text: str) -> dict[str, list[str]]:
    """The content of each row, with the names of the chains of its sources."""
    doc = pipeline()(text)
    chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
    of = {m.id: chains[m.chain].name for m in doc._.rashomon_mentions}
    found: dict[str, list[str]] = {}
    for row in doc._.rashomon_attributions:
        found.setdefault(words(text, row.content), []).append(of.get(row.source_mention or "", ""))
    return found


CLOSING = [
    ("Norvia has moved tanks to the isle of Sark, the Elm Courier reported on Wednesday.", "the Elm Courier", "a day behind the tag"),
    ("Norvia has moved tanks to the isle of Sark, The Elm Times reported late on Tuesday. Shares fell.", "The Elm Times", "an hour and a day"),
    ("Norvia has moved tanks to the isle of Sark, multiple outlets reported on Wednesday.", "multiple outlets", "outlets without a name"),
    ("Norvia has moved tanks to the isle of Sark, Al Safina reported on Wednesday. The office in Elm did not answer.", "Al Safina", "a foreign name"),
    ("Soldiers burned the mill in Elm, the regional governor, Sara Holm, told state radio on Friday.", "the regional governor, Sara Holm", "a role and a name"),
    ("The dam broke at dawn, state television reports.", "state television", "the present"),
    ("The rebels killed 12, the ministry said.", "the ministry", "a bare number before it"),
    ("Envoy Karl Berg met the Front's chief negotiator, a spokesman for the rebels said Tuesday, but nothing came of it.", "a spokesman for the rebels", "set into the sentence"),
]


@pytest.mark.parametrize(("text", "source", "why"), CLOSING, ids=[row[2] for row in CLOSING])
def test_a_tag_is_read_by_where_it_stands(text: str, source: str, why: str) -> None:
    told = text.split(f", {source}")[0]
    assert (source, told) in shown(text), shown(text)
    assert len({s for s, _ in shown(text)}) == 1


HEADLINES = [
    ("Norvia to respond to dam strike, says minister", "minister", "Norvia to respond to dam strike"),
    ("Elm to close port next year, says Berg", "Berg", "Elm to close port next year"),
    ("Militia shelled hospital - army", "army", "Militia shelled hospital"),
    ("Six killed in raid - Elm police", "Elm police", "Six killed in raid"),
]


@pytest.mark.parametrize(("line", "source", "content"), HEADLINES)
def test_the_tag_that_closes_a_headline(line: str, source: str, content: str) -> None:
    assert shown(line + "\n\nELM - Rescue teams reached the valley on Tuesday.") == [(source, content)]


def test_a_dash_before_something_else_closes_no_headline() -> None:
    assert shown("Mill fire - 12 dead\n\nELM - Rescue teams reached the valley on Tuesday.") == []


NO_COMMENT = [
    "The harbour ministry would neither confirm nor deny that its boats had shelled the mill.",
    "The harbour ministry neither confirmed nor denied the raid.",
    "The harbour ministry refused to confirm that its boats had shelled the mill.",
    "The harbour ministry declined to confirm or deny the raid.",
    "The army did not deny that it had shelled the mill.",
    "The army has never denied shelling the mill.",
    "The army did not immediately confirm the raid.",
    "The army could not confirm that the mill was hit.",
    "The ministry declined to comment on reports that the army had shelled the mill.",
    "The ministry did not comment on whether its boats had shelled the mill.",
    "No group has claimed the raid on the mill.",
    "No group has claimed responsibility for the raid on the mill.",
    "Nobody has claimed the raid.",
]


@pytest.mark.parametrize("text", NO_COMMENT)
def test_no_comment_is_no_denial_and_no_word_for_it(text: str) -> None:
    row = read(text)[0]
    assert (row.hypothetical, row.negated, row.polarity) == (True, False, "assert")
    assert "nocomment" in str(row.because)


@pytest.mark.parametrize("text", NO_COMMENT)
def test_no_comment_denies_no_deed(text: str) -> None:
    assert not [e for e in pipeline()(text)._.rashomon_events if e.type == "ASSAULT" and e.modality == "denied"]


def test_a_flat_denial_stays_one() -> None:
    row = read("The army denied that it had shelled the mill.")[0]
    assert (row.hypothetical, row.polarity) == (False, "deny")


CITING = [
    ("State television reported on Tuesday, quoting the Border Guards, that two drones had been shot down over Elm.", "the Border Guards", "that two drones had been shot down over Elm", "State television"),
    ("State television reported, citing the army, that two drones had fallen.", "the army", "that two drones had fallen", "State television"),
    ("According to the Elm Post, citing two Western diplomats, Norvia has moved tanks to Karl province.", "two Western diplomats", "Norvia has moved tanks to Karl province", "the Elm Post"),
    ("State TV, quoting the Guards, reported that two drones had been shot down.", "the Guards", "that two drones had been shot down", "State TV"),
    ("The Elm Post, citing the harbour ministry, said six boats had sunk.", "the harbour ministry", "six boats had sunk", "The Elm Post"),
    ("The Elm Post reported that the port was shut, citing two officials.", "two officials", "that the port was shut", "The Elm Post"),
]


@pytest.mark.parametrize(("text", "inner", "content", "outer"), CITING)
def test_who_is_cited_stands_inside_who_cites(text: str, inner: str, content: str, outer: str) -> None:
    rows = {row.id: row for row in read(text)}
    held = next(r for r in rows.values() if words(text, r.source) == inner and words(text, r.content) == content)
    assert held.nested_in
    assert words(text, rows[held.nested_in].source) == outer
    assert rows[held.nested_in].nested_in is None
    assert len(rows) == 2


SHARED = [
    ("Residents said, and the mayor confirmed, that soldiers had burned the school.", "that soldiers had burned the school", ["Residents", "the mayor"]),
    ("The union claimed, and the ministry denied, that the pit was unsafe.", "that the pit was unsafe", ["The union", "the ministry"]),
    ("Witnesses said - and police later confirmed - that the gunman was alone.", "that the gunman was alone", ["Witnesses", "police"]),
    ("Norvia and the Front deny that they shelled the camp.", "that they shelled the camp", ["Norvia and the Front", "the Front"]),
    ("Berg and Holm said the port was closed.", "the port was closed", ["Berg and Holm", "Holm"]),
    ("The ministry and the Elm police said the man was armed.", "the man was armed", ["The ministry and the Elm police", "the Elm police"]),
    ("The family, friends and neighbours said that the bridge was closed.", "that the bridge was closed", ["The family"]),
    ("Journalist and analyst Ann Berg said that the harbour was closed.", "that the harbour was closed", ["Journalist and analyst Ann Berg"]),
    ("The union and several aid workers said the school had closed.", "the school had closed", ["The union and several aid workers", "several aid workers"]),
    ("Mayor Ann Kell and local doctors said the water was foul.", "the water was foul", ["Mayor Ann Kell and local doctors", "local doctors"]),
    ("The Red Cross and doctors at the hospital said twelve had died.", "twelve had died", ["The Red Cross and doctors at the hospital", "doctors at the hospital"]),
    ("According to Norvia and Western diplomats, the talks had failed.", "the talks had failed", ["Norvia and Western diplomats", "Western diplomats"]),
    ("The United Nations and Elmsford rights groups say that the well was shut.", "that the well was shut", ["The United Nations and Elmsford rights groups", "United Nations"]),
    ("Amnesty and local lawyers said the law was void.", "the law was void", ["Amnesty and local lawyers", "Amnesty"]),
    ("Ann Holm and her lawyers said the claim was false.", "the claim was false", ["Ann Holm and her lawyers"]),
    ("Peter Dane and colleagues said the vaccine works.", "the vaccine works", ["Peter Dane and colleagues"]),
    ("Kell and friends said the party had ended.", "the party had ended", ["Kell and friends"]),
    ("Foreign Minister Lena Roth and other officials said the border was shut.", "the border was shut", ["Foreign Minister Lena Roth and other officials"]),
    ("Ruth Abt and three others said the boat had sunk.", "the boat had sunk", ["Ruth Abt and three others"]),
    ("Boeing and Airbus executives said the order was lost.", "the order was lost", ["Boeing and Airbus executives"]),
    ("Army and navy officers said the ship had sailed.", "the ship had sailed", ["Army and navy officers"]),
    ("Health and safety inspectors said the crane was old.", "the crane was old", ["Health and safety inspectors"]),
    ("Residents and relatives said the road was open.", "the road was open", ["Residents and relatives"]),
]


@pytest.mark.parametrize(("text", "content", "sources"), SHARED)
def test_two_who_say_one_thing_are_two_voices(text: str, content: str, sources: list[str]) -> None:
    assert [s for s, c in shown(text) if c == content] == sources


FRAMES = [
    ("Ann Berg pleaded not guilty to charges of fraud.", "Ann Berg", "not guilty to charges of fraud", "a plea"),
    ("The coroner ruled the death an accident.", "The coroner", "the death an accident", "what it is ruled to be"),
    ("The death was ruled an accident by the coroner.", "the coroner", "The death … an accident", "in the passive"),
    ("The Harbour Ministry confirmed in a statement that boats had sunk.", "The Harbour Ministry", "that boats had sunk", "behind where it was said"),
    ("The ministry said in a statement posted on Monday that the port was shut.", "The ministry", "that the port was shut", "behind when it was posted"),
    ("The officer shot Reed, who police have confirmed was unarmed.", "police", "who … was unarmed", "the gap of a relative clause"),
    ("Members of the council have cast doubt on the report.", "Members of the council", "the report", "cast doubt"),
    ("The mayor pushed back on the claim that the bridge was unsafe.", "The mayor", "the claim that the bridge was unsafe", "push back"),
    ("The mayor blamed the fire on the harbour firm.", "The mayor", "the fire … the harbour firm", "blame on"),
    ("The ministry released information that the driver was a suspect.", "The ministry", "that the driver was a suspect", "information that"),
    ("Holm was told about Norvian intelligence that the rebels had fled the town.", "Norvian intelligence", "that the rebels had fled the town", "intelligence that"),
    ("Officials were confident that the rebels had left.", "Officials", "that the rebels had left", "an adjective and a clause"),
    ("Norvia is reluctant to open the border.", "Norvia", "to open the border", "an adjective and an infinitive"),
    ("The minister said the envoy was not — and still is not — told of the plan.", "The minister", "the envoy was not — and still is not — told of the plan", "between dashes"),
    ("The Guard issued a statement saying it was looking into the raid but so far had no proof.", "The Guard", "it was looking into the raid but so far had no proof", "a state behind but"),
    ("Six boats sank in the storm and two are missing, according to the harbour ministry.", "the harbour ministry", "Six boats sank in the storm and two are missing", "two clauses before according to"),
    ("The chief said that the officer, Sgt. Karl Reed, shot at the car, then drove away.", "The chief", "that the officer, Sgt. Karl Reed, shot at the car, then drove away", "the stop of a title"),
    ("The army says the Front must go, while the Front demands an end to the blockade.", "the Front", "an end to the blockade", "the other side behind while"),
    ("An emergency meeting of the Elm Council called for an immediate truce.", "the Elm Council", "an immediate truce", "a meeting of a body"),
    ("The port is closed and we will not open it. https://t.co/abc — Ann Berg (@annberg) January 8, 2020", "Ann Berg", "The port is closed and we will not open it", "a signed post"),
]


@pytest.mark.parametrize(("text", "source", "content", "why"), FRAMES, ids=[row[3] for row in FRAMES])
def test_frames(text: str, source: str, content: str, why: str) -> None:
    assert (source, content) in [(s, c.strip(".")) for s, c in shown(text)], shown(text)


NOTHING_SAID = [
    ("The militia attacked the convoy on Monday near Sark. The army shot down a drone over Elm.", "blows"),
    ("Rebels attacked the airport on Monday. Two drones were shot down over Elm on Tuesday.", "blows at things"),
    ("Rebels attacked soldiers near Elm.", "a blow at people"),
    ("The king called Karl Holm on Monday.", "a call by telephone"),
    ("Ann Berg was addressing a crowd of miners.", "people addressed"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING_SAID, ids=[row[1] for row in NOTHING_SAID])
def test_nothing_is_said(text: str, why: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize("text", ["The mayor attacked the plan.", "Holm attacked Berg in a speech.", "Berg shot down rumours that she would go."])
def test_what_is_attacked_with_words_is_said(text: str) -> None:
    assert shown(text)


INNER = [
    ('"The union leaders denied it," Berg said.', "The union leaders", "Berg"),
    ('Berg said the Norvian leadership "strongly denied" any knowledge of the raid.', "the Norvian leadership", "Berg"),
    ('"I spoke of an inquiry, and the Norvian leadership pledged to start one," Berg said.', "the Norvian leadership", "Berg"),
    ('"I just spoke with the prince who totally denied any knowledge of the raid," Holm wrote.', "who", "Holm"),
    ('"Tom accused me of theft," Berg said.', "Tom", "Berg"),
]


@pytest.mark.parametrize(("text", "inner", "outer"), INNER)
def test_what_another_answers_for_is_his_word(text: str, inner: str, outer: str) -> None:
    rows = {row.id: row for row in read(text)}
    assert any(words(text, r.source) == inner and r.nested_in and words(text, rows[r.nested_in].source) == outer for r in rows.values())


@pytest.mark.parametrize("text", ['"We deny the charge," Berg said.', '"People deny it," Berg said.', '"They accuse us of fraud," Berg said.'])
def test_nobody_in_particular_has_no_word_of_his_own(text: str) -> None:
    assert [s for s, _ in shown(text)] == ["Berg"]


CHAINS = [
    ("Karl Berg told reporters that Tom Holm saw the box. Holm, he said, stopped the car.", "Holm … stopped the car", "Karl Berg", "a tag's pronoun is not the subject of what it says"),
    ("The strike has caused friction between Norvia and Ostland, which has accused the Norvians of fraud.", "the Norvians of fraud", "Ostland", "the last of two"),
    ('His family issued a statement on Monday. "We call for an impartial commission to look into it," they said.', '"We call for an impartial commission to look into it,"', "His family", "who is spoken of does not speak"),
    ("The Harbour Ministry issued a statement on Monday. The statement said the boats had sunk.", "the boats had sunk", "Harbour Ministry", "the issuer of the statement before"),
    ("The Justice Office confirmed in a statement that it had met witnesses. Its agents will visit the town, the statement said.", "Its agents will visit the town", "Justice Office", "the statement that it confirmed in"),
    ("The Defence Ministry said it had hit the Front. It said 12 fighters were killed.", "12 fighters were killed", "Defence Ministry", "not whom it fights"),
    ("The former friend of Presidents Karl Berg and Tom Holm had pleaded not guilty.", "not guilty", "The former friend of Presidents Karl Berg and Tom Holm", "not whose friend he is"),
    ("Tom Jackson released several police reports. The reports said Reed was a suspect.", "Reed was a suspect", "The reports", "who releases reports has not written them"),
]


@pytest.mark.parametrize(("text", "content", "name", "why"), CHAINS, ids=[row[3] for row in CHAINS])
def test_who_is_meant(text: str, content: str, name: str, why: str) -> None:
    assert named(text).get(content) == [name], named(text)


_SLOTS = {"that", "to", "about", "at", "behind", "by", "for", "in", "of", "on", "over", "toward", "towards", "with"}


def test_adjectives_are_well_formed() -> None:
    for lemma, polarity, frames in lexicon("attribution_adjectives"):
        assert lemma == lemma.lower(), lemma
        assert polarity in {"assert", "deny", "doubt"}, lemma
        assert set(frames.split()) <= _SLOTS, lemma
