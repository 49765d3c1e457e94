"""Who bears a name, in one report and across reports, where several could: over sentences written for these tests."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.comparing.similarity import similarity
from rashomon.reading.read import read
from rashomon.records import Entity, Findings, Report

# text, the phrase, the name of what it means or its kind ("kind:…"), why. The last place of the phrase is asked.
IN_ONE_REPORT = [
    ("Hamid al-Sorani ruled Elmia. His son, Basil al-Sorani, met the envoy. Sorani smiled.", "Sorani",
     "Hamid al-Sorani", "who is told of as another's son does not take the bare name from him"),
    ("Hamid al-Sorani ruled Elmia. An envoy, Basil al-Sorani, met him. Sorani smiled.", "Sorani",
     "Basil al-Sorani", "of two bearers told as often, the one named last"),
    ("Sheriff Ana Cole met Dale Cole. Sheriff Cole said the road was shut.", "Cole", "Ana Cole",
     "the title chooses"),
    ("Ines Duarte met Luis Duarte. Mr. Duarte said no.", "Duarte", "Luis Duarte", "the courtesy tells a man"),
    ("Crown Prince Turki bin Faisal flew home. King Faisal received him.", "Faisal", "Faisal",
     "the king is not the son named after him"),
    ("Crown Prince Turki bin Faisal flew home. Bin Faisal said little.", "Bin Faisal", "Turki bin Faisal",
     "the son by his father's name"),
    ("Anton Belov met the envoy in Elmsk on Tuesday. He said the talks were useful.", "He", "Anton Belov",
     "a name that He goes on from is a person's"),
    ("Sorkin Velde, who leads the harbour union, called a strike.", "Sorkin Velde", "kind:person", "who"),
    ("The boat sank off Elm Point. Among the dead was Tirsa Goldan, 23, of Elmsford.", "Tirsa Goldan", "kind:person",
     "an age"),
    ("The tanker Karim Selim was boarded on Tuesday.", "Karim Selim", "kind:facility", "a ship"),
    ("The captain Karim Selim was boarded on Tuesday.", "Karim Selim", "kind:person", "a captain is no ship"),
    ("The coast guard said no oil had leaked.", "coast guard", "kind:organisation", "a guard that is a body"),
    ("Police shot Amir Naji. His brother, Jordan, said they had lied. Jordan called for calm.", "Jordan",
     "kind:person", "a brother is no state"),
    ("His brother Omar lives in Jordan.", "Jordan", "kind:place", "a state beside a brother"),
    ("Congo's president, Omar Sela, spoke in Brazzaville.", "Congo", "kind:organisation", "a state's government"),
    ("James “Red” Olsen was freed. Olsen smiled.", "Olsen", "James “Red” Olsen", "a nickname inside a name"),
    ("Vincent “The Pin” Costello was freed. Costello smiled.", "Costello", "Vincent “The Pin” Costello", "of two words"),
    ("Anthony (Fat Tony) Salerni was freed. Salerni smiled.", "Salerni", "Anthony (Fat Tony) Salerni", "in brackets"),
    ("Prosecutor Ana Berg (Green Party) left. Holm smiled.", "Holm", "Holm", "a party in brackets is no nickname"),
    ("Ministry official Park Hyun-woo spoke on Monday.", "Park Hyun-woo", "Park Hyun-woo", "a syllable that the model leaves out"),
    ("Bo Stahl and his father, Arne Stahl, left. The elder Stahl smiled.", "Stahl", "Arne Stahl", "the elder of two"),
    ("Ada Roos and her daughter, Mia Roos, left. The younger Roos smiled.", "Roos", "Mia Roos", "the younger"),
    ("Antônia de Souza e Silva smiled.", "Silva", "Antônia de Souza e Silva", "a particle between two surnames"),
    ("Minister Anna d’Ancona smiled.", "Anna d’Ancona", "Anna d’Ancona", "a particle before an apostrophe"),
    ("Their head, Park Dan-bi, smiled.", "Park Dan-bi", "Park Dan-bi", "a family name that is a word of the language"),
    ("Police searched a warehouse outside Norvik. The company said it was empty.", "Norvik", "kind:place", "behind a site and where it lies"),
    ("Minister Han Ji-won spoke on Monday.", "Han Ji-won", "Han Ji-won", "a small letter after the hyphen"),
    ("Army spokesman Lt. Col. Peter Holm spoke.", "Peter Holm", "kind:person", "ranks with full stops"),
    ("Secretary of State Joan Kerr left for Rome. The secretary of state was tired.", "The secretary of state",
     "Joan Kerr", "an office of three words before a name"),
    ("Karim Selim, better known by his nom de guerre Abu Hafs, spoke. Abu Hafs left.", "Abu Hafs", "Karim Selim",
     "a nom de guerre that is stated"),
    ("Abu Hafs, whose real name is Karim Selim, met the envoy. Selim left.", "Selim", "Karim Selim", "a real name"),
    ("Omar bin Talal, often called OBT, met the president.", "OBT", "Omar bin Talal", "initials that are stated"),
    ("The governor, Lina Darwish, met the general, Nizar Haddad. The general said the road was shut.", "The general",
     "Nizar Haddad", "an apposition to an object"),
    ("The governor, Lina Darwish, met the general, Nizar Haddad. The general spoke. She said it would reopen.",
     "She", "Lina Darwish", "a woman who is known to be one"),
    ("Ivo Marek said the bridge was safe.\n\nThe engineer, Tomas Lind, grew up beside it. He said it was not.",
     "He", "Tomas Lind", "a new paragraph tells of another"),
]  # fmt: skip


def _found(*texts: str) -> tuple[Findings, list[Report]]:
    reports = [Report(f"r{n}", text, outlet=f"Outlet {n}", published="2024-05-08") for n, text in enumerate(texts, 1)]
    return compare(reports, read(reports)), reports


def _at(phrase: str, *texts: str) -> list[Entity]:
    """Give the entities whose mentions cover the last `phrase` of the first text, the smallest mention first."""
    found, reports = _found(*texts)
    where = texts[0].rindex(phrase)
    spans = {("r1", m.id): (m.end - m.start, m) for m in next(iter(read(reports[:1]))).mentions}
    hits = [
        (spans[member][0], entity)
        for entity in found.entities
        for member in entity.mentions
        if member in spans and spans[member][1].start <= where < spans[member][1].end
    ]
    return [entity for _, entity in sorted(hits, key=lambda row: (row[0], row[1].id))]


@pytest.mark.parametrize(("text", "phrase", "means"), [c[:3] for c in IN_ONE_REPORT], ids=[c[3] for c in IN_ONE_REPORT])
def test_a_name_means_its_bearer(text: str, phrase: str, means: str) -> None:
    entity = _at(phrase, text)[0]
    assert means == (f"kind:{entity.kind}" if means.startswith("kind:") else entity.name)


def test_a_name_of_two_states_is_the_one_that_is_told_of() -> None:
    names = {e.name for e in _found("Congo's president, Omar Sela, spoke in Brazzaville.")[0].entities}
    assert "Government of Republic of the Congo" in names
    assert "Government of Democratic Republic of Congo" not in names


def test_the_late_bearer_is_not_meant_before_he_is_named() -> None:
    text = "Sorani met the envoy on Tuesday. The late president Hamid al-Sorani had refused such talks."
    other = "Basil al-Sorani met the envoy on Tuesday. The envoy praised Basil al-Sorani."
    assert _at("Sorani met", text, other)[0].name != "Hamid al-Sorani"


def test_an_alias_that_one_report_states_holds_in_all() -> None:
    stated = "Karim Selim, also known as Abu Hafs, met the envoy Lina Darwish."
    plain = "Abu Hafs met the envoy Lina Darwish. Karim Selim was not there."
    entities = [e for e in _found(stated, plain)[0].entities if e.kind == "person" and "Darwish" not in e.name]
    assert len(entities) == 1, "one report says so, and the other does not know"
    assert similarity("Karim Selim", "Abu Hafs") < 0.5


def test_persons_are_listed_as_written_with_their_titles() -> None:
    text = "Attorney General Ana Duarte spoke. The attorney general Ana Duarte left. Mrs. Duarte had no comment."
    names = next(e for e in _found(text)[0].entities if e.name == "Ana Duarte").names
    assert {"Attorney General Ana Duarte", "attorney general Ana Duarte", "Mrs. Duarte"} <= {*names}
    assert names[0] in ("Ana Duarte", "Duarte"), "the names themselves come first"
