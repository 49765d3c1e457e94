"""An office of several words that hyphens join is one word: it tells who is meant, and another office is another's."""

from __future__ import annotations

import pytest

from mentioned import meant

OFFICES = [
    ("Ann Holm, the king's sister-in-law, met the envoy. [The king's sister-in-law] said it was short.", "Ann Holm", "kin by marriage"),
    ("Ivo Marsh, the editor-in-chief of the Elm Mail, sat there. [The editor-in-chief] said it was true.", "Ivo Marsh", "behind the name"),
    ("Editor-in-chief Lena Fisk left. [The editor-in-chief] said it was true.", "Lena Fisk", "before the name"),
    ("Lena Fisk, the commander-in-chief, flew out. [The commander-in-chief] said it was held.", "Lena Fisk", "of the army"),
    ("[The paper's editor-in-chief] said so. Ivo Marsh, the editor-in-chief of the paper, has resigned.", "Ivo Marsh", "named below"),
    ("[The president's son-in-law] said so. Ole Dahl, the president's son-in-law, met him.", "Ole Dahl", "kin named below"),
    ("Co-chair Petra Lund opened it. [The co-chair] said it was fair.", "Petra Lund", "a prefix"),
    ("The vice-president, Tomas Berg, drove. [The vice-president] said they failed.", "Tomas Berg", "a deputy"),
    ("Sub-prefect Jan Rehn shut the road. [The sub-prefect] said it was cracked.", "Jan Rehn", "a lesser one"),
    ("Jan Rehn, the runner-up, left. [The runner-up] said the count was wrong.", "Jan Rehn", "the noun in front"),
    ("The runner-up in the race, Jan Rehn, left. [The runner-up] said it was wrong.", "Jan Rehn", "of what"),
    ("The pilot, Mia Stolt, was awake and the co-pilot, Ole Dahl, slept. [The co-pilot] said it rang.", "Ole Dahl", "beside the office"),
    ("The pilot, Mia Stolt, was awake and the co-pilot, Ole Dahl, slept. [The pilot] said it rang.", "Mia Stolt", "the office itself"),
    ("The king's brother, Ole Dahl, was held. [The king's brother] said he had paid.", "Ole Dahl", "whose kin is told"),
    ("The prefect, Ann Holm, was away. Sub-prefect Jan Rehn shut it. [The prefect] said it was cracked.", "Ann Holm", "not the lesser one"),
    ("The bank's lawyer, Mia Stolt, said so. [The bank's lawyer] said it was fair.", "Mia Stolt", "whose lawyer is told"),
    ("Berg's [ex-wife] wrote that the port is shut.", None, "no wife"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), OFFICES, ids=[row[-1] for row in OFFICES])
def test_whom_an_office_means(text: str, who: str | None, why: str) -> None:
    assert meant(text) == who, why


OTHERS = [
    ("Jan Rehn, the mayor's son-in-law, was there. [The governor's son-in-law] said it was shut.", "another's kin"),
    ("Petra Lund, the former co-chair, was there. [Another co-chair] said it was fair.", "another"),
    ("Tomas Berg, the vice-president, drove. [The president] said they failed.", "not the deputy"),
    ("Lena Fisk, the editor-in-chief, left. [The chief] said it was true.", "the second part alone"),
    ("The king's brother-in-law, Ole Dahl, was held. [The king's brother] said he had paid.", "kin by blood"),
    ("The king's brother, Ole Dahl, was held. [The king's younger brother] said he had paid.", "a younger one"),
    ("The king's brother, Ole Dahl, was held. [The queen's brother] said he had paid.", "another's brother"),
    ("[The president's brother] said so. Ole Dahl, the governor's brother, met him.", "another's, named below"),
    ("[The singer's wife] said so. Mia Stolt, the singer's ex-wife, lives in Elm.", "who is so no more"),
    ("Information Minister Ole Dahl rejected that. [Norway's minister] said it was shut.", "of another state"),
    ("The bank's lawyer, Mia Stolt, said so. [The union's lawyer] said it was unfair.", "of another client"),
    ("Lawyer Mia Stolt said so. [The union's lawyer] said it was unfair.", "nothing tells whose"),
]


@pytest.mark.parametrize(("text", "why"), OTHERS, ids=[row[-1] for row in OTHERS])
def test_another_office_is_anothers(text: str, why: str) -> None:
    assert not {"Rehn", "Lund", "Berg", "Fisk", "Dahl", "Stolt"} & set((meant(text) or "").split()), why


BEHIND = [
    ("Jan Rehn was held. “He is ill,” said his lawyer, Ole Dahl. Through Dahl, [he] said that it had burned.", "Jan Rehn", "through"),
    ("Mia Stolt left. Her agent, Lotte Brand, was silent. Through Brand, [she] denied that she had gone.", "Mia Stolt", "through a woman"),
    ("Ann Holm sat beside Mia Stolt. Unlike Stolt, [she] said the vote was fair.", "Ann Holm", "unlike"),
    ("Mia Stolt resigned. In a note to Ann Holm, [she] said the books were false.", "Mia Stolt", "who is written to"),
    ("Mia Stolt met the press. At a dinner for Ann Holm, [she] said the books were false.", "Mia Stolt", "for whom it is"),
    ("Mia Stolt left. In a talk with Ann Holm, [she] said the books were false.", "Mia Stolt", "with whom"),
    ("Mia Stolt left. After a rescue by Ann Holm, [she] was praised by the press.", "Ann Holm", "whose work it is"),
    ("Ole Dahl, a lawyer, spoke. Through tears, [he] said the verdict was wrong.", "Ole Dahl", "through no one"),
    ("Jan Rehn was freed. In a letter read by his lawyer, Ole Dahl, [he] said he was hurt.", "Jan Rehn", "who reads it"),
    ("According to Dahl, [he] was at home all night.", "Dahl", "no speaker yet"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "why"), BEHIND, ids=[row[-1] for row in BEHIND])
def test_who_stands_behind_a_preposition_before_a_pronoun_is_another(text: str, who: str, why: str) -> None:
    assert meant(text) == who, why
