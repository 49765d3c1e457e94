"""Who "it said" and "she said" mean where the sentence before has a new subject: that subject, not an earlier speaker."""

from __future__ import annotations

import pytest

from mentioned import meant

NOBODY = "None"

# a text with a pronoun in brackets, whom it means, why
CASES = [
    ("Norvia's border service said Zahrian soldiers had fired first. Two guards were killed, it said.\n\nZahria's State Council for Water gave another account. [It] said the guards had crossed the river.", "State Council for Water", "a body whose name goes on behind its noun"),
    ("The army said two men were held, it added. The Elm Rescue Union issued a statement. [It] said nobody was held.", "Elm Rescue Union", "a body that issues a statement"),
    ("Police said the crowd was small. The Elm Teachers Union put the crowd at nine thousand. [It] said families had come.", "Elm Teachers Union", "a body that puts a figure"),
    ("The navy said the ship was safe. It said the crew had been fed. The Dock Union gave a figure of ninety. [It] said pay was late.", "Dock Union", "after a speaker who went on"),
    ("The health ministry said nine had died. The Elm Water Company was blamed by many. [It] said the wells were clean.", "Elm Water Company", "a body to whom something is done"),
    ("The mill was shut, the council said. It gave no reason. [It] said only that pay would go on.", "the council", "the pronoun before is the subject"),
    ("The council said the mill was shut. Norvia Steel, which owns it, has not paid for a year. [It] said money was short.", "Norvia Steel", "with a relative clause between"),
    ("The Dock Union said pay was late. The committee of the port met on Monday. [It] said a sum had been found.", "The committee", "told by its noun"),
    ("The army shelled the town, the mayor said. [It] denied having fired.", "The army", "the body of the sentence before"),
    ("Nora Dunne, the head of the clinic, said files were safe. She said nobody was hurt. Tirsa Kehoe was one of the patients. [She] said her file had been read.", NOBODY, "one who spoke before and one who need not be a woman"),
    ("Carla Dunne said files were safe. “We are sorry,” she said.\n\nMaria Kehoe, 52, is one of them. [She] said nobody had called.", "Maria Kehoe", "a person of an age, in a new paragraph"),
    ("Patients wrote to Nora Dunne, the head of the clinic. Tirsa Kehoe is one of them. [She] said nobody had called.", "Tirsa Kehoe", "over one who was an object"),
    ("Viktor Holm said the sum was small. Otto Brandl was held on Monday. [He] said he had acted alone.", "Otto Brandl", "whom a deed befalls"),
    ("Viktor Holm said the sum was small. Otto Brandl teaches at the college of Elm. [He] said the law was clear.", "Otto Brandl", "who is told by what he does"),
    ("Nikos Pappas told Yannis Douka that the fire was out. [He] said no house had burned.", "Nikos Pappas", "who spoke in the sentence before"),
    ("Nikos Pappas said the fire was out. Yannis Douka listened. [He] added that no house had burned.", "Nikos Pappas", "who adds has spoken"),
    ("Nikos Pappas said the fire was out. Yannis Douka gave another account. [He] said two houses had burned.", "Yannis Douka", "who gives an account speaks"),
    ("Nikos Pappas said the fire was out. Yannis Douka issued a statement. [He] added that two houses had burned.", "Yannis Douka", "who issues a statement has spoken"),
    ("Nikos Pappas said the fire was out. Yannis Douka made no statement. [He] added that no house had burned.", "Nikos Pappas", "who makes none has not"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), CASES, ids=[c[-1] for c in CASES])
def test_the_subject_of_the_sentence_before(text: str, who: str, why: str) -> None:
    assert str(meant(text, "pronoun")).startswith(who), (why, meant(text, "pronoun"))
