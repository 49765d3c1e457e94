"""Whose words a passage is where another takes them up: mocked, heard, passed on, or spoken for somebody told of before."""

from __future__ import annotations

import pytest

from test_whose_words import whose

# text with {the passage} | whose words it is (None: nobody who is named) | why
CASES: list[tuple[str, str | None, str]] = [
    ("Deputy Milo Drach accused Pia Weber of lying when she said that {the donor was abroad}.", "Pia Weber", "who is accused said it"),
    ("Sefu Banda said Rose Fenn was lying when she claimed that {the wards had beds}.", "Rose Fenn", "who is said to lie"),
    ("Otto Lang said his neighbour was mistaken when he claimed that {the well was foul}.", "his neighbour", "he is who was mistaken, not who says so"),
    ("Hana Sokol said police had lied to her when they told her that {the boy had fled}.", "police", "they are who lied"),
    ("Rita Falk blasted the minister, Egon Pohl, for saying that {nurses were idle}.", "Egon Pohl", "for saying"),
    ("Prosecutors charged the banker, Tom Lindh, with perjury for testifying that {he had not seen the ledger}.", "Tom Lindh", "whose perjury it was"),
    ("The union ridiculed the ministry's assurance that {the bay was clean}.", "the ministry", "a word that is mocked"),
    ("Sara Holm said the airline had deceived passengers by telling them that {the plane was checked}.", "the airline", "by telling"),
    ("Police said the driver, Ivo Lund, had falsely claimed that {the brakes had failed}.", "Ivo Lund", "falsely"),
    ("Ida Ferber accused her publisher, Max Toll, of telling critics that {the book was stolen}.", None, "what somebody is only accused of having said"),
    ("Leo Fink said his chief was lying when he denied that {the gate was open}.", "Leo Fink", "who calls a denial a lie says what was denied"),
    ("Eva Ross said the board had ignored her when she warned that {the roof was rotten}.", "Eva Ross", "ignored is not called wrong"),
    ("Ola Berg said the doctor was right when she said that {the knee was torn}.", "Ola Berg", "nor is right"),
    ("Joy Obi said the firm had lied and that {the river was dead}.", "Joy Obi", "a further that is no occasion"),
    ("Lang said the vet was wrong because {the cows were ill}.", "Lang", "nor is a reason"),
    ("The jury heard from the boy's uncle that {the lake was frozen}.", "the boy's uncle", "from whom it is heard"),
    ("Parliament heard Orne admit that {the wards had been empty}.", "Orne", "whom somebody hears say it"),
    ("Witnesses saw Orne leave and said {the gate was shut}.", "Witnesses", "who only sees says it himself"),
    ("Lawyers for the driver, Jan Oosten, said {the tape was cut}.", "Lawyers", "one name behind several people"),
    ("Two friends of the singer, Dara Voss, told the paper that {she was ill}.", "Two friends of the singer, Dara Voss", "and of several friends"),
    ("A lawyer for the driver, Jan Oosten, said {the tape was cut}.", "Jan Oosten", "where one is told of"),
    ("The army, which admits nothing, says it killed 90; the rebels speak of {nine tanks}.", "the rebels", "another behind a semicolon"),
    ("Berg said the wall was old; neighbours claim {it was new}.", "neighbours", "so too"),
    ("The minister read out a letter in which the widow thanked the army and said {the boy was brave}.", "the widow", "the nearer clause goes on"),
    ("The minister met the widow, who thanked the army, and said {the boy was brave}.", "The minister", "behind a comma the main one does"),
    ("The board printed a letter from Mona Kay saying {the match was fixed}.", "Mona Kay", "who a letter is from"),
    ("Celora sent a letter to doctors saying {the pill was safe}.", "Celora", "not whom it goes to"),
    ("Torvald recalled its vans on Monday. A spokesman said {the brakes were weak}.", "Torvald", "a bare spokesman speaks for the one body told of before"),
    ("Torvald sued Velta Motors on Monday. A spokesman said {the brakes were weak}.", "A spokesman", "of two nobody knows which"),
    ("The bishop, Noel Kane, left on Monday. A spokesman said {the hall was cold}.", "A spokesman", "nor whether for a person"),
    ("The outgoing mayor, Ana Bell, met Tim Cole. The new mayor said {the chest was empty}.", "The new mayor", "who comes is not who goes"),
    ("Foreign Minister Lars Juhl met his Serbian counterpart, Vesna Ilic. The Serbian minister said {the trains would run}.", "Vesna Ilic", "a counterpart's office"),
    ("Foreign Minister Lars Juhl met his Serbian counterpart, Vesna Ilic. The minister said {the trains would run}.", "Lars Juhl", "without her state"),
    ("Police questioned {the coach} over the cash.", None, "who questions somebody says nothing"),
    ("Kay Dolan ridiculed the prediction that {the levee would break}.", None, "a word that is nobody's, mocked"),
    ("Kay Dolan repeated the prediction that {the levee would break}.", "Kay Dolan", "one that is repeated"),
    ("Polish Foreign Minister Jan Kos met his Irish counterpart, Niamh Daly. The Irish minister said {the pact was dead}.", "Niamh Daly", "where his own state is told"),
    ("Asked by a judge if he was a thief, Karl Holm laughed. “{Ask the dead},” he said.", "Karl Holm", "what he may be is not he"),
    ("A lawyer for Mr. Grimm, William McGinley of Patton Boggs, said {the case was weak}.", "William McGinley", "where his client has a name, too"),
    ("A spokesman for Mayor Lena Holm, Tom Ray, said {the case was weak}.", "Tom Ray", "and where he speaks for one"),
    ("Greek and Bulgarian police said {the ring was gone}.", "Bulgarian police", "two bodies share a noun"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "voice"), [c[:2] for c in CASES], ids=[c[2] for c in CASES])
def test_words_taken_up(text: str, voice: str | None) -> None:
    assert whose(text) == voice
