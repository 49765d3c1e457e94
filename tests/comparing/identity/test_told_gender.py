"""What a report says of a man or a woman outweighs the list of given names; so "Mr Rossi" may be Andrea Rossi."""

from __future__ import annotations

import pytest

from mentioned import meant
from rashomon.comparing.identity.merging import Bearer
from rashomon.comparing.identity.names import gender_of

# a text with the surname or pronoun in brackets, whom it means, why
MEANT = [
    ("Chief executive Andrea Galli denied the charge. Mr [Galli] said the plant was safe.", "Andrea Galli", "a man's name in Italy"),
    ("Andrea Galli, who runs the plant, denied the charge. Ms [Galli] said it was safe.", "Andrea Galli", "a woman's name elsewhere"),
    ("Nikita Sorokin, the team doctor, was suspended. Mr. [Sorokin] blamed a courier.", "Nikita Sorokin", "a man's name in Russia"),
    ("The bank's chief, Nana Yaw Ofori, resigned. Mr [Ofori] said he would fight on.", "Nana Yaw Ofori", "a chief's style in Ghana"),
    ("Striker Jean Pagel missed the final. Ms [Pagel] said her knee had swollen.", "Jean Pagel", "a man's name in France"),
    ("A man claimed that the dam had cracked. Engineer Andrea Galli called that false. [He] said it was safe.", "Andrea Galli", "he is whom the list would have a woman"),
    ("Grace Adjei, the treasurer, was freed with two of his aides. Mr [Adjei] said the sum was repaid.", "Grace Adjei", "a pronoun and a title belie the list"),
    ("Nikita Sorokin and Elena Sorokin were charged. Ms [Sorokin] pleaded guilty.", "Elena Sorokin", "of two the one known to be a woman"),
    ("Nikita Sorokin and Elena Sorokin were charged. Mr [Sorokin] pleaded guilty.", "Nikita Sorokin", "of two the one not known to be a woman"),
    ("Joan Pagel told the court that her husband had hidden it. Mr [Pagel] denied it.", "Pagel", "her in the sentence"),
    ("Jean Pagel, 61, and her son were rescued. Mr [Pagel] said the engine had failed.", "Pagel", "her beside another"),
    ("Robin Pagel was on the ferry. His wife swam ashore. Mrs [Pagel] is well.", "Pagel", "his opens the next sentence"),
    ("Dana Pagel, whose husband is missing, wept. Mr [Pagel] left on Monday.", "Pagel", "whose husband"),
    ("The actress Joan Pagel sued the studio. Mr [Pagel] rejected the claim.", "Pagel", "what she is"),
    ("Simone Pagel said that Mr [Pagel], her father, had sold the shop.", "Pagel", "a relative of who speaks"),
    ("David Pagel resigned on Monday. Mrs [Pagel] left with him.", "Pagel", "a title alone may be a wife's"),
    ("Ann Pagel said he had lied to the court. Mr [Pagel] denied it.", "Pagel", "he in what she says is another"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), MEANT, ids=[m[-1] for m in MEANT])
def test_who_is_meant(text: str, who: str, why: str) -> None:
    assert meant(text) == who, why


# the names and titles of somebody, the gender that they tell
TOLD: list[tuple[tuple[str, ...], set[str], str]] = [
    (("Grace Adjei", "Adjei"), {"mr"}, "m"),
    (("Grace Adjei",), set(), "f"),
    (("Andrea Galli",), set(), ""),
    (("Andrea Galli",), {"ms"}, "f"),
    (("Peter Holm",), {"mr", "ms"}, ""),
]


@pytest.mark.parametrize(("names", "titles", "gender"), TOLD)
def test_a_title_outweighs_the_given_name(names: tuple[str, ...], titles: set[str], gender: str) -> None:
    bearer = Bearer("r", "c1", "person", names[0], names, (), (), titles=frozenset(titles))
    assert gender_of([bearer]) == gender
