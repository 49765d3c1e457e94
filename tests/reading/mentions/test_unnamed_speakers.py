"""The next pronoun after an unnamed speaker is his; a denial's is the accused; a person only quoted takes neither."""

from __future__ import annotations

import pytest

from rashomon.reading import read

NEXT = [
    (
        (
            "Peter Wik referred all questions to the agency. A colleague, who asked not to be named as he is not authorised"
            " to speak, said that Wik had followed every step. “The forms are perfect,” he said."
        ),
        "A colleague",
        "a colleague in whose relative clause he stands",
    ),
    (
        (
            "Paul Holm left on Monday. An official who asked not to be named because he was not allowed to speak said Holm"
            " had been warned. “He knew,” he said."
        ),
        "An official",
        "the pronoun inside the quotation is whom it tells of",
    ),
    (
        "Tom Reed denied it. One of the two sources said that Reed had been paid. He said the sum was small.",
        "One of the two sources",
        "one of several",
    ),
    (
        "Carl Holm, a lawyer, filed the suit. Another of the drivers said that the brakes had failed. He said he knew.",
        "Another of the drivers",
        "another of several",
    ),
    (
        "One of the officers said that money had changed hands. He put the amount at 3 million euros.",
        "One of the officers",
        "one of several, who gives a figure",
    ),
    (
        "A former aide to Maria Lopez said that Lopez had signed the paper. She said the ink was still wet.",
        "A former aide",
        "an aide to somebody named",
    ),
    (
        (
            "“I assume that my successor was told as well,” Jan Voss said. According to his brother Piet, he weighs 58"
            " kilograms. “He sleeps on the floor,” he says."
        ),
        "Piet",
        "according to somebody's brother",
    ),
    (
        (
            "Police held Ana Too on Saturday. A detective spoke to reporters. On Sunday, according to that detective, she"
            " said Paolo Baldi gave her the vials."
        ),
        "Ana Too",
        "who says so according to another",
    ),
    (
        "Omar Holm was jailed in May. According to his lawyer, he said that he was innocent.",
        "Omar Holm",
        "according to his lawyer",
    ),
    (
        (
            "The prime minister said the talks went well.\n\nThe delay has fed the suspicion of Gen. Salem Ghari, who has"
            " accused them of stalling. He said that he would respect the truce."
        ),
        "Salem Ghari",
        "who was brought in last, with a clause of his own",
    ),
    (
        "Peter Voss said the plan was dead.\n\nIt was welcomed by Carl Reed, who leads the union. He said it was fair.",
        "Carl Reed",
        "who did it, with a clause of his own",
    ),
    (
        "Tom Reed died. Luis Avel was there. He said it had stuck. Reed's wife, Ana Reed, said that he had warned her.",
        "Tom Reed",
        "whose wife speaks",
    ),
    (
        "Karl Berg led the crew. He told them to leave. Ole Olsen's sister, Ida Olsen, said that he had warned them.",
        "Ole Olsen",
        "whose sister speaks",
    ),
    (
        "Ann Lund said her brother Ole left. “My lawyer told me to be silent,” she said. She said she had not slept.",
        "Ann Lund",
        "a person whom only the quotation names",
    ),
]
DENIALS = [
    ("The prosecutor, Carl Berg, said that Omar Holm had taken the money. He denied it.", "Omar Holm", "it"),
    ("Police chief Ivan Mott accused Paul Reed of lying. He rejects the charge.", "Paul Reed", "the charge"),
    ("Judge Karl Lund said that Tom Ash had paid. He has denied any wrongdoing.", "Tom Ash", "wrongdoing"),
    ("Mayor Lena Holm said that the deputy, Rosa Diaz, took the cash. She denies taking it.", "Rosa Diaz", "a deed"),
    ("The club's lawyer said Ana Ruiz had failed a test. She denies doping.", "Ana Ruiz", "a deed as a noun"),
    ("A spokesman said Carl Olsen was fired. He disputes that.", "Carl Olsen", "that"),
    ("A spokesman said Mr Olsen was dismissed in May. He denies that he was dismissed.", "Olsen", "the same words"),
    ("Jens Vik said that Ola Holm had left. He denied that the state was in crisis.", "Jens Vik", "another matter"),
    ("Jens Vik said that Ola Holm had left. He rejected the claim that talks were over.", "Jens Vik", "another claim"),
    ("Berg said he had paid. He denied that he had stolen it.", "Berg", "nobody is accused"),
]


@pytest.mark.parametrize(("text", "who", "why"), [*NEXT, *DENIALS], ids=[row[2] for row in (*NEXT, *DENIALS)])
def test_who_the_last_pronoun_is(text: str, who: str, why: str) -> None:
    reading = read(text)
    chain = {m.id: m.chain for m in reading.mentions}
    name = {c.id: c.name for c in reading.chains}
    last = reading.attributions[-1]
    assert last.source_mention is not None, why
    assert name[chain[last.source_mention]] == who, why


def test_one_of_the_pilots_with_a_name_is_her_role() -> None:
    for text in ("Ann Holm, one of the pilots, said so.", "One of the pilots, Ann Holm, said that it was late."):
        assert [c.name for c in read(text).chains if c.kind == "person"] == ["Ann Holm"]
