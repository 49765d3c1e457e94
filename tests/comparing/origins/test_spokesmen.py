"""Who speaks for a body is one voice with it; who was its spokesman once, leads it or belongs to it is not."""

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report

# the reports, how many voices tell what they tell, why
VOICES = [
    (
        (
            "The rebels attacked the port of Tarsa on Monday. Army spokesman Col. Tarek Aziz said that nine soldiers had died. ¶ The army said that it had shelled the hills.",
        ),
        1,
        "named army spokesman / the army",
    ),
    (
        (
            "Army spokesman Colonel Tarek Aziz said that nine soldiers had died in Tarsa.",
            "The army said that nine soldiers had died in Tarsa.",
        ),
        1,
        "spokesman of the army, across reports",
    ),
    (
        (
            "Lena Dorn, a spokeswoman for the health ministry, said that the vaccine was safe.",
            "The health ministry said that the vaccine was safe.",
        ),
        1,
        "spokesman for the ministry / ministry, across",
    ),
    (
        (
            "The health ministry’s spokeswoman Lena Dorn told reporters that the vaccine was safe.",
            "The health ministry said the vaccine was safe.",
        ),
        1,
        "the ministry's X told",
    ),
    (
        (
            "Olaf Hagen, press officer of the Norhavn police, said that two boats were missing.",
            "Norhavn police said that two boats were missing.",
        ),
        1,
        "press officer",
    ),
    (
        ("A ministry statement said that the dam was sound.", "The ministry said that the dam was sound."),
        1,
        "a ministry statement",
    ),
    (
        ("Elm Foods said that its plant would close.", "A statement from Elm Foods said that its plant would close."),
        1,
        "in a statement by named body",
    ),
    (
        ("A spokesman for Elm Foods said that its plant would close.", "Elm Foods said that its plant would close."),
        1,
        "nameless spokesman of a named body",
    ),
    (
        ("A spokesman for the army said that nine soldiers had died.", "The army said that nine soldiers had died."),
        1,
        "nameless spokesman of a nameless body",
    ),
    (
        ("An army spokesman said that nine soldiers had died.", "The army said that nine soldiers had died."),
        1,
        "an army spokesman",
    ),
    (
        (
            "Police spokeswoman Ida Moen said that a man of 40 had been arrested.",
            "Police said that a man of 40 had been arrested.",
        ),
        1,
        "police spokeswoman named",
    ),
    (
        (
            "Police spokeswoman Ida Moen said a man had been arrested. ¶ Moen said that he was armed. ¶ Police said that he was known to them.",
            "The police said that he was known to them.",
        ),
        1,
        "named then surname",
    ),
    (
        (
            "Elm Foods shut its plant. Company spokesman Paul Rade said that 80 people would go.",
            "Elm Foods said that 80 people would go.",
        ),
        1,
        "company spokesman, body named before",
    ),
    (
        (
            "Government spokesman Jan Kolb said that the talks had failed.",
            "The government said that the talks had failed.",
        ),
        1,
        "government spokesman",
    ),
    (
        (
            "Hospital spokesman Jan Kolb said that three patients were in danger.",
            "The hospital said that three patients were in danger.",
        ),
        1,
        "hospital spokesman",
    ),
    (
        ("“Nine soldiers died,” said Tarek Aziz, the army’s spokesman.", "The army said nine soldiers died."),
        1,
        "spokesman's name first",
    ),
    (
        (
            "Gwen Hale, spokeswoman for Skyway Air, said that the engine had been checked.",
            "Skyway Air said that the engine had been checked.",
        ),
        1,
        "spokesman for the airline by name",
    ),
    (
        (
            "The press office of the Harbour Authority said that the ferry was full.",
            "The Harbour Authority said that the ferry was full.",
        ),
        1,
        "press office",
    ),
    (
        (
            "Norvian foreign ministry spokesman Ivo Lenk said that the envoy had left.",
            "The Norvian foreign ministry said that the envoy had left.",
        ),
        1,
        "foreign ministry of a state",
    ),
    (
        (
            "Military spokesman Brigadier General Omar Said said the village had been retaken.",
            "The military said that the village had been retaken.",
        ),
        1,
        "military spokesman Brig. Gen.",
    ),
    (
        (
            "Army spokesman Col. Tarek Aziz said that nine soldiers had died.",
            "Army spokesman Major Idris Naal said that nine soldiers had died.",
        ),
        1,
        "two spokesmen of one body",
    ),
    (
        (
            "Nina Falk of the fire brigade’s press office said that the roof had fallen in.",
            "The fire brigade said that the roof had fallen in.",
        ),
        1,
        "the fire brigade's spokesman",
    ),
    (
        (
            "The chief spokesman of the railway, Piet Vos, said that the signal was green.",
            "The railway said that the signal was green.",
        ),
        1,
        "chief spokesman",
    ),
    (
        ("Army general Tarek Aziz said that nine soldiers had died.", "The army said that nine soldiers had died."),
        2,
        "general no spokesman",
    ),
    (
        (
            "Tarek Aziz, a former army spokesman, said that nine soldiers had died.",
            "The army said that nine soldiers had died.",
        ),
        2,
        "former spokesman",
    ),
    (
        (
            "Gwen Hale, former spokeswoman of Skyway Air, said that the engine had failed.",
            "Skyway Air said that the engine had failed.",
        ),
        2,
        "former spokesman of named body",
    ),
    (
        ("Union spokesman Paul Rade said that 80 people would go.", "The company said that 80 people would go."),
        2,
        "two bodies, one kind",
    ),
    (
        (
            "Osk army spokesman Tarek Aziz said that nine soldiers had died.",
            "The Norvian army said that nine soldiers had died.",
        ),
        2,
        "another country's army",
    ),
    (
        (
            "Norhavn police spokesman Olaf Hagen said that two boats were missing.",
            "Malm police said that two boats were missing.",
        ),
        2,
        "another town's police",
    ),
    (
        ("Colin Marsh’s lawyer, Ann Holm, said that he was in bed.", "Colin Marsh said that he was in bed."),
        2,
        "lawyer / client",
    ),
    (
        (
            "Deputy health minister Lena Dorn said that the vaccine was safe.",
            "The health ministry said that the vaccine was safe.",
        ),
        2,
        "deputy head",
    ),
    (
        (
            "Tarek Aziz, a soldier of the army, said that nine soldiers had died.",
            "The army said that nine soldiers had died.",
        ),
        2,
        "soldier",
    ),
    (
        (
            "Paul Rade, a spokesman for the union at Elm Foods, said that 80 people would go.",
            "Elm Foods said that 80 people would go.",
        ),
        2,
        "union's against company's",
    ),
    (
        (
            "Interior ministry spokesman Jan Kolb said that 12 people had died.",
            "The defence ministry said that 12 people had died.",
        ),
        2,
        "two ministries",
    ),
    (
        ("A spokesman for the family of Ada Rowe said that she was alive.", "Ada Rowe said that she was alive."),
        2,
        "family spokesman",
    ),
    (
        (
            "Hospital spokesman Jan Kolb said three patients had died.",
            "The health ministry said three patients had died.",
        ),
        2,
        "hospital spokesman / ministry",
    ),
    (
        ("Rebel spokesman Idris Naal said that nine soldiers had died.", "The army said that nine soldiers had died."),
        2,
        "spokesman for rebels/army",
    ),
    (
        (
            "Jan Kolb, who was the government’s spokesman until May, said that the talks had failed.",
            "The government said that the talks had failed.",
        ),
        2,
        "who was spokesman once",
    ),
    (
        ("A spokesman for the mayor said that the park would close.", "The council said that the park would close."),
        2,
        "spokesman for the mayor / council",
    ),
    (
        ("Police chief Ida Moen said a man had been arrested.", "Police said that a man had been arrested."),
        2,
        "police chief",
    ),
    (
        ("Police officer Ida Moen said that a man had been arrested.", "Police said that a man had been arrested."),
        2,
        "police officer",
    ),
    (
        (
            "A coastguard spokeswoman, Mira Lopp, said the raft had drifted for six days.",
            "The coastguard said that the raft had drifted for six days.",
        ),
        1,
        "coastguard",
    ),
    (
        (
            "Fire service spokesman Ned Orr said that the hall had burned. ¶ Later Orr said that nobody was inside.",
            "The fire service said that nobody was inside.",
        ),
        1,
        "fire service spokesman reprise",
    ),
    (
        (
            "“The exam was fair,” said Tilda Wren, a spokeswoman for the University of Karm.",
            "The University of Karm said the exam was fair.",
        ),
        1,
        "spokeswoman of the university",
    ),
    (
        ("A university spokesman said the exam was fair.", "The university said the exam was fair."),
        1,
        "university nameless",
    ),
    (
        (
            "A spokesman for the prison service said that the cell was locked.",
            "The prison service said that the cell was locked.",
        ),
        1,
        "prison service",
    ),
    (
        (
            "Lev Anders, press secretary of the central bank, said that the reserves were safe.",
            "The central bank said that the reserves were safe.",
        ),
        1,
        "the central bank's press secretary",
    ),
    (
        (
            "In a statement, Orrin Bank said the reserves were safe.",
            "Orrin Bank spokesman Lev Anders said that the reserves were safe.",
        ),
        1,
        "bank statement with named",
    ),
    (
        (
            "The city council voted on Monday. Its spokesman, Bo Lind, said that the pool would close. He said that the roof leaked.",
            "The city council said the roof leaked.",
        ),
        1,
        "spokesman (he)",
    ),
    (
        ("An embassy spokesperson said that the passport was valid.", "The embassy said that the passport was valid."),
        1,
        "embassy spokesperson",
    ),
    (
        (
            "Police searched the barn on Monday. A spokesman said that two guns were found. ¶ The spokesman said that nobody was held.",
            "Police said that nobody was held.",
        ),
        1,
        "bare the spokesman after police",
    ),
    (
        (
            "Karm police spokesman Ned Orr said that the hall had burned.",
            "Lund police spokeswoman Ida Moen said the hall had burned.",
        ),
        2,
        "police of two towns",
    ),
    (
        (
            "Army spokesman Col. Omar Said said the village was empty.",
            "Defence ministry spokesman Jan Kolb said the village was empty.",
        ),
        2,
        "army, defence ministry",
    ),
    (
        (
            "Ruth Kell, speaking to the teachers’ union, said that 900 had walked out.",
            "A union official said that 900 had walked out.",
        ),
        2,
        "speaking to the union",
    ),
    (
        (
            "Ruth Kell, speaking for the first time, said that the army had lied.",
            "The army said that it had told the truth.",
        ),
        2,
        "speaking for the first time",
    ),
    (
        (
            "Ruth Kell, who had met an army spokesman, said that the village was empty.",
            "The army said that the village was empty.",
        ),
        2,
        "spokesman quoted by",
    ),
    (
        (
            "Lev Anders, a director of the central bank, said that the reserves were safe.",
            "The central bank said that the reserves were safe.",
        ),
        2,
        "bank director",
    ),
    (
        (
            "Paul Rade, spokesman for Elm Foods workers, said the plant was unsafe.",
            "Elm Foods said that the plant was safe.",
        ),
        2,
        "workers' spokesman of the named",
    ),
    (
        (
            "A spokesman for students at the University of Karm said the exam was unfair.",
            "The University of Karm said the exam was fair.",
        ),
        2,
        "spokesman of the students of",
    ),
    (
        ("Ex-police spokesman Ned Orr said that the hall had burned.", "Police said that the hall had burned."),
        2,
        "ex spokesman",
    ),
    (
        (
            "Pia Strand, a retired press officer of Elmsford Zoo, said that the lion was asleep.",
            "Elmsford Zoo said that the lion was asleep.",
        ),
        2,
        "retired press officer",
    ),
    (
        ("A union statement said that the plant was unsafe.", "A company statement said that the plant was safe."),
        2,
        "board statement vs company",
    ),
    (
        (
            "Ruth Kell, speaking for the teachers’ union, said that 900 had walked out.",
            "A spokesman for the teachers’ union said that 900 had walked out.",
        ),
        1,
        "speaking for it this once",
    ),
    (
        (
            "Speaking on behalf of the teachers’ union, Ruth Kell said that 900 had walked out.",
            "A spokesman for the teachers’ union said that 900 had walked out.",
        ),
        1,
        "on its behalf",
    ),
]


@pytest.mark.parametrize(("texts", "voices", "why"), VOICES, ids=[row[-1] for row in VOICES])
def test_a_spokesman_and_his_body_are_one_voice(texts: tuple[str, ...], voices: int, why: str) -> None:
    reports = [
        Report(f"r{n}", text.replace(" ¶ ", "\n\n"), published=f"2031-05-1{n}", outlet=f"Outlet {n}")
        for n, text in enumerate(texts)
    ]
    found = compare(reports, list(read(reports)))
    told = {t.voice for claim in found.claims for t in claim.tellings}
    assert len({key for key in told if not key.startswith("outlet:")}) == voices
