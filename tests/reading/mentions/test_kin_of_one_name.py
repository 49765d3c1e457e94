"""A bare surname is not the relative's who came in through another of that name; where both may speak, the living's."""

from __future__ import annotations

import pytest

from mentioned import meant
from rashomon.language import lexicon

# a text with the surname in brackets, whom it means, why
SURNAMES = [
    ("Otto Brandl was shot on Monday. Brandl's mother, Greta Brandl, ran to him. [Brandl] died at noon.", "Otto Brandl", "an owner before the relative"),
    ("Otto Brandl was shot on Monday. His cousin, Emil Brandl, called for calm. [Brandl] had worked at the mill.", "Otto Brandl", "a pronoun before the relative"),
    ("Otto Brandl was shot on Monday. Emil Brandl, a cousin of the dead man, called for calm. [Brandl] had worked at the mill.", "Otto Brandl", "the relative behind the name"),
    ("Otto Brandl was shot on Monday. Emil Brandl, his younger brother, called for calm. Emil Brandl wept. [Brandl]'s car was towed.", "Otto Brandl", "though the brother is named twice and last"),
    ("The victim's father, Karl Brandl, spoke on Monday. Otto Brandl was shot in a car. [Brandl] was twenty.", "Otto Brandl", "the relative named first"),
    ("Otto Brandl was shot. \"He had no gun,\" his sister, Ida Brandl, said. Police found a gun near [Brandl].", "Otto Brandl", "the relative quoted between"),
    ("Sergei Orlov was jailed in May. His wife, Anna Orlova, left the town. [Orlov] is ill.", "Sergei Orlov", "he by the form of the name"),
    ("Sergei Orlov was jailed in May. His wife, Anna Orlova, left the town. [Orlova] is ill.", "Anna Orlova", "she by the form of the name"),
    ("Otto Brandl was shot on Monday. His mother, Greta Brandl, ran to him. [Mrs. Brandl] said he had no gun.", "Greta Brandl", "a courtesy tells the woman"),
    ("Otto Brandl was shot dead on Monday. His mother, Greta Brandl, ran to him. [Brandl] said he had no gun.", "Greta Brandl", "the dead do not speak"),
    ("Otto Brandl was shot dead on Monday. His mother, Greta Brandl, was abroad. [Brandl] had said he feared for his life.", "Otto Brandl", "they had spoken before"),
    ("Ali Hassan spoke. Omar Hassan, the minister, listened. [Hassan] then left.", "Omar Hassan", "no relative: the latest"),
    ("Ana Quispe Soto was held on Monday. Her brother, Ivo Quispe, came to the gate. [Quispe] had slept.", "Ana Quispe Soto", "the first of two surnames"),
    ("Ana Quispe Soto and her brother, Raul Quispe, ran the mine. Ms. [Quispe] said the pumps had failed.", "Ana Quispe Soto", "so with a courtesy"),
    ("Greta Brandl, the mother of three, runs the inn. [Brandl] said snow was due.", "Greta Brandl", "nobody else bears the name"),
    ("His mother, Greta Brandl, runs the inn. [Brandl] said snow was due.", "Greta Brandl", "a relative of a man of another name"),
    ("Otto L. Brandl Jr. was jailed on Monday. Agents found an Emil Brandl painting. [Brandl] wept.", "Otto L. Brandl Jr.", "a name that only tells which thing"),
    ("Otto Brandl Jr. was jailed on Monday. Emil Brandl, the mayor, wept. [Brandl] spoke of shame.", "Emil Brandl", "two who bear the name: the latest"),
    ("The Emil Brandl case divides the town. Otto Brandl was jailed in May. The Emil Brandl murder is unsolved. [Brandl] was shot at noon.", "Emil Brandl", "a deed is told of him"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), SURNAMES, ids=[s[-1] for s in SURNAMES])
def test_a_bare_surname(text: str, who: str, why: str) -> None:
    at = text.index("[")
    if text[at + 1 : at + 5] == "Mrs.":
        text = text.replace("[Mrs. ", "Mrs. [")
    assert meant(text) == who, why


@pytest.mark.parametrize("word", [row[1] for row in lexicon("personal_words") if row[0] == "family"])
def test_every_relative_is_one(word: str) -> None:
    text = f"Otto Brandl was held. His {word}, Ida Brandl, called a lawyer. [Brandl] is ill."
    assert meant(text) == "Otto Brandl"
