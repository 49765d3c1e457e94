"""What bears a name: a person, a body, a ship, a place, a government; over sentences of our own, one name each."""

from __future__ import annotations

import pytest

from rashomon.reading import read

PERSONS = [
    ("Kellyanne Marlow told the network on Sunday that the vote was fair.", "Kellyanne Marlow"),
    ("BuzzNews Editor-in-Chief Ben Marlow said the story stands.", "Ben Marlow"),
    ("Oak Post Editor-at-Large Ida Holm wrote on Monday that the port was shut.", "Ida Holm"),
    ("Acting Secretary Chad Wolfe said on Monday that the order stands.", "Chad Wolfe"),
    ("Senator Israel Holm said the road was shut.", "Israel Holm"),
    ("Ikaika Nalu said the talks were useful.", "Ikaika Nalu"),
    ("Valery Yermolin met the envoy in Lund on Tuesday. He said the talks were useful.", "Valery Yermolin"),
    ("Mohseni Ejari met the governor on Tuesday. He said judges would act.", "Mohseni Ejari"),
    ("Thulani Mbeko was shot dead in Durban. His brother wept.", "Thulani Mbeko"),
    ("Saoirse Ronan-Bly was arrested on Monday. Her lawyer denied it.", "Saoirse Ronan-Bly"),
    ("Xiomara Quist-Bell, 41, a nurse, said she had seen it.", "Xiomara Quist-Bell"),
    ("Sheriff’s spokesman Tyrel Odom said two were dead.", "Tyrel Odom"),
    ("The army said it had sent Sgt. Dwayne Pike to the camp.", "Dwayne Pike"),
    ("Sorkin Velde, who leads the harbour union, called a strike.", "Sorkin Velde"),
    ("Police released Lisel Vandermeer's husband on Sunday.", "Lisel Vandermeer"),
    ("Tirsa Goldan testified for two hours on Friday.", "Tirsa Goldan"),
    ("Dmitro Kulybin met Sergio Lavrot in Oslo.", "Dmitro Kulybin"),
    ("Fighters freed Aisha Bukarin, a teacher, after nine days.", "Aisha Bukarin"),
    ("Orla Quim, the spokeswoman for the port, said nobody was hurt.", "Orla Quim"),
    ("A farmer, Jano Brasko, found the bodies.", "Jano Brasko"),
    ("The Ida Holm of our days has yet to be born, the paper wrote.", "Ida Holm"),
    ("Rolf-Dieter Anders resigned on Monday after the vote.", "Rolf-Dieter Anders"),
]
OTHERS = [
    ("The ferry Princess Ragna ran aground off Lund.", "Ragna", "facility"),
    ("The tanker Karim Selim was boarded on Tuesday.", "Karim Selim", "facility"),
    ("The Eleanor Holm left port on Monday.", "Eleanor Holm", "facility"),
    ("Divers found the wreck of the Anna Maria.", "Anna Maria", "facility"),
    ("The frigate Omar Sela fired on a drone.", "Omar Sela", "facility"),
    ("The destroyer USS James Holm sailed on Friday.", "James Holm", "facility"),
    ("The coast guard said no oil had leaked.", "coast guard", "organisation"),
    ("The border guard closed the road.", "border guard", "organisation"),
    ("The Presidential Guard denied that it had fired.", "Presidential Guard", "organisation"),
    ("The home guard was called out on Monday.", "home guard", "organisation"),
    ("The National Guard said it had sent two men.", "National Guard", "organisation"),
    ("The Revolutionary Guards said a drone was shot down.", "Revolutionary Guards", "organisation"),
    ("General Motors said on Monday it would close the plant.", "General Motors", "organisation"),
    ("Boko Haram freed nine girls on Sunday.", "Boko Haram", "organisation"),
    ("Beijing said it would reply on Monday.", "Beijing", "organisation"),
    ("Tehran rejected the offer.", "Tehran", "organisation"),
    ("Congo's president, Felix Tshala, spoke in Kinshasa.", "Congo", "organisation"),
    ("Brazilian officials said the deal was dead.", "Brazilian", None),
    ("Snow fell in Beijing on Monday.", "Beijing", "place"),
    ("A farmer was shot dead in Durban on Monday.", "Durban", "place"),
    ("Did the troops enter Karmel? Troops entered Karmel at dawn.", "Karmel", "place"),
    ("Rebels besieged Orsa for nine days.", "Orsa", "place"),
]  # fmt: skip


def _kinds(text: str, name: str) -> set[str]:
    return {m.kind for m in read(text).mentions if text[m.start : m.end].endswith(name) and m.form != "pronoun"}


def test_nine_in_ten_of_persons_are_told() -> None:
    wrong = [text for text, name in PERSONS if not _is_person(text, name)]
    assert len(wrong) <= len(PERSONS) // 10, wrong


def _is_person(text: str, name: str) -> bool:
    return [m.kind for m in read(text).mentions if text[m.start : m.end] == name][:1] == ["person"]


@pytest.mark.parametrize(("text", "name", "kind"), OTHERS, ids=[row[1] for row in OTHERS])
def test_something_else_bears_the_name(text: str, name: str, kind: str | None) -> None:
    assert _kinds(text, name) <= ({kind} if kind else {"organisation", "group"}), read(text).chains
    assert kind is None or _kinds(text, name)
