"""Which sentences of three words have a line, and which that point ahead or admit, through the whole pipeline."""

from __future__ import annotations

import pytest

from told import told

_LEAD = "The harbour of Tarn was closed on Monday after a ferry hit the pier near the old market.\n\n"

# a sentence; the line that it has, or None; why
SHORT = [
    ("Six fishermen died, the governor said.", "Six fishermen died.", "a count with a fate"),
    ("Nobody was trampled.", "Nobody was trampled.", "that there was none"),
    ("No one survived.", "No one survived.", "nor of the living"),
    ("All were clean, the agency said.", "All were clean.", "what all were"),
    ("None were armed, the lawyer said.", "None were armed.", "what none was"),
    ("Nothing was stolen, police said.", "Nothing was stolen.", "nothing is a denial too"),
    ("Novak was acquitted.", "Novak was acquitted.", "somebody named, and what became of him"),
    ("That is true, the mayor said.", None, "what is true stands before"),
    ("All is well, the mayor said.", None, "how all is tells nothing"),
    ("Nobody knows, the mayor said.", None, "nor that nobody knows"),
    ("Nothing is certain, an analyst said.", None, "nor that nothing is certain"),
    ("Berg was told.", None, "what he was told stands elsewhere"),
    ("Two others did, the judge said.", None, "what they did stands before"),
    ("The search continues.", None, "a search that nobody tells more of"),
    ("Both have declined.", None, "what they declined is not told"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "why"), SHORT, ids=[s[2] for s in SHORT])
def test_a_short_sentence_that_tells_something_has_a_line(text: str, line: str | None, why: str) -> None:
    lines = told(_LEAD + text).lines()
    short = [x for x in lines if len(x.split()) < 4]
    assert short == ([line] if line else []), why


# a sentence, a word of it, the line that it has (None: none that holds the word), why
AHEAD = [
    ("In her statement, Mara Dorn admitted taking the gold.", "admitted", "Mara Dorn admitted taking the gold.", "“her” may go"),
    ("Before they left, the miners blocked the only road to the pit.", "blocked", "The miners blocked the only road to the pit.", "“they” too"),
    ("On its last voyage, the Orla carried nine hundred tons of coal.", "carried", "The Orla carried nine hundred tons of coal.", "“its”"),
    ("After his trial, the court of Tarn ordered a new inquiry into the fire.", "ordered", "The court of Tarn ordered a new inquiry into the fire.", "whose trial is not told"),
    ("She admitted taking the gold from the vault in her statement.", "admitted", None, "who did it cannot go"),
    ("Two of them broke the lock of the vault with a hammer.", "broke", None, "of whom cannot go"),
    ("The court ordered him to pay for the gold of the vault.", "ordered", None, "nor to whom it was done"),
    ("The mayor thanked the crew for its work on the dam of Orsa.", "thanked", "The mayor thanked the crew for its work on the dam of Orsa.", "what hangs does not open it"),
]  # fmt: skip
BEFORE = [
    ("Such tremors are common in many old towns of Orsa.", "common", None, "which tremors stands before"),
    ("Such a ruling would have closed nine mines in Tarn.", "closed", None, "which ruling too"),
    ("Ships such as the Orla and the Selde were lost in the storm.", "lost", "Ships such as the Orla and the Selde were lost in the storm.", "“such as” gives an example"),
    ("The mayor of Tarn condemned such raids on the old port.", "condemned", "The mayor of Tarn condemned such raids on the old port.", "it does not open the line"),
    ("The storm off Orsa was such that nine ships sank at once.", "such", "The storm off Orsa was such that nine ships sank at once.", "how it was"),
    ("Half an hour later a second crane was called in from Tarn.", "crane", "A second crane was called in from Tarn.", "later than what?"),
    ("Two days later, the mayor of Orsa left for the port of Tarn.", "left", "The mayor of Orsa left for the port of Tarn.", "so of days"),
    ("Later the mayor of Orsa left for the port of Tarn.", "left", "The mayor of Orsa left for the port of Tarn.", "the bare word"),
    ("The mayor of Orsa left for the port of Tarn two days later.", "left", "The mayor of Orsa left for the port of Tarn two days later.", "where it does not open"),
    ("Two days later than planned, the ferry of Orsa left for Tarn.", "left", "Two days later than planned, the ferry of Orsa left for Tarn.", "later than what is told"),
]  # fmt: skip
ADMITTED = [
    ("The driver confessed to setting nine barns on fire near Orsa.", "confessed", "The driver confessed to setting nine barns on fire near Orsa.", "what he confesses to is no sentence"),
    ("Mara Dorn admitted taking the gold from the vault.", "admitted", "Mara Dorn admitted taking the gold from the vault.", "nor what she admits"),
    ("Mara Dorn admitted that she had taken the gold from the vault.", "admitted", None, "a sentence has its own line"),
    ("The gold was never weighed, Mara Dorn admitted on Friday in Tarn.", "admitted", None, "what stands outside too"),
    ("A spokesman for the mine spoke on Friday in Tarn.", "spoke", None, "who only speaks tells nothing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "line", "why"), AHEAD + BEFORE + ADMITTED, ids=[a[-1] for a in AHEAD + BEFORE + ADMITTED]
)
def test_what_points_outside_its_sentence(text: str, word: str, line: str | None, why: str) -> None:
    assert [x for x in told(text).lines() if word in x] == ([line] if line else []), why


# a report, words of its line, the line, why
MARKS = [
    ("Berg was carrying a .38 caliber revolver in Orsa.", "Berg was carrying a .38 caliber revolver in Orsa.", "a number without its zero"),
    ("The driver of the van had a level of .09 percent.", "The driver of the van had a level of .09 percent.", "so a share"),
    ("Ann Holm sold the yard in Orsa , her sister said .", "Ann Holm sold the yard in Orsa.", "marks that stand apart"),
    ("Jan Pesk was known as the spy 'Old Fox, ' and died on Friday.", "Jan Pesk was known as the spy Old Fox.", "what closes the quotation is cut"),
    ("Jan Pesk was known as the spy ‘Old Fox, ’ and died on Friday.", "Jan Pesk was known as the spy Old Fox.", "so with other marks"),
    ("Jan Pesk, called 'the Fox' by friends, died in Tarn.", "Jan Pesk, called 'the Fox' by friends, died in Tarn.", "what is closed keeps both"),
    ("Ann Holm sold 'rock 'n' roll' records in Tarn.", "Ann Holm sold 'rock 'n' roll' records in Tarn.", "letters left out"),
    ("The workers' union closed the yard in Tarn.", "The workers' union closed the yard in Tarn.", "whose union"),
    ("The guards' captain called the raid 'a farce' in Orsa.", "The guards' captain called the raid 'a farce' in Orsa.", "both"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "why"), MARKS, ids=[m[-1] for m in MARKS])
def test_the_marks_of_a_line_stand_as_in_its_report(text: str, line: str, why: str) -> None:
    assert line in told(text).lines(), why


# behind "Ann Holm left the mill on Monday.": a sentence with a short form, words of its line, what the line opens with, why
SHORT_FORMS = [
    ("She’d been ill for weeks.", "been ill", "[Ann Holm had] been ill", "had"),
    ("She'd lost two fingers in Tarn.", "two fingers", "[Ann Holm had] lost", "the other mark"),
    ("She'd never be charged with theft in Tarn.", "charged", "[Ann Holm would] never be", "would be charged"),
    ("She’d go home on Friday by boat.", "go home", "[Ann Holm would] go", "would go"),
    ("She’ll be replaced by Ivo Renn on Friday.", "replaced", "[Ann Holm will] be", "will"),
    ("She’s the mayor of nine villages.", "mayor", "[Ann Holm]’s the mayor", "is or has: as the report has it"),
    ("She had lost two fingers in Tarn.", "two fingers", "[Ann Holm] had lost", "nothing is short"),
]


@pytest.mark.parametrize(("text", "words", "opens", "why"), SHORT_FORMS, ids=[s[-1] for s in SHORT_FORMS])
def test_no_short_form_hangs_on_a_bracket(text: str, words: str, opens: str, why: str) -> None:
    assert [
        x for x in told(f"Ann Holm left the mill on Monday. {text}").lines() if words in x and x.startswith(opens)
    ], why


# what somebody says of himself, in quotation marks
SAYS_NOTHING = (
    "We’re getting as many facts as we can from the different places",
    "Our thoughts and prayers are with the families",
    "We are deeply saddened by this tragedy",
    "We are monitoring the situation very closely",
    "We take this very seriously",
    "We are still gathering information",
    "We are looking into the matter",
    "We’re working around the clock",
    "We will do whatever it takes",
    "I am so grateful for all the support",
    "We are keeping a close eye on it",
    "We appreciate everyone’s patience",
    "Our hearts are broken",
)
SAYS_SOMETHING = (
    "We are getting facts from the harbour radar",
    "Our thoughts are that the pump failed",
    "We are saddened by the council’s refusal to rebuild the school",
    "I want to thank the pilot who turned back",
    "We are monitoring two dams above Tarn",
    "We take this water from the Orsa",
    "We are still gathering the wreckage",
    "We will wait until the court rules",
    "My heart stopped twice",
    "We are looking into a leak of chlorine",
    "We’re working in the mine without masks",
    "We will do the same to their villages",
    "We are keeping the bridge closed",
    "We have no information about the missing guard",
    "I did everything he asked",
    "We trust nobody in this town",
)


@pytest.mark.parametrize(("said", "worth"), [*((s, False) for s in SAYS_NOTHING), *((s, True) for s in SAYS_SOMETHING)])
def test_work_grief_and_thanks_alone_are_no_line(said: str, worth: bool) -> None:
    text = f"A barge sank off Tarn on Monday. “{said},” fire chief Ann Holm said. The barge had carried grain."
    assert any(said in line for line in told(text).lines()) == worth
