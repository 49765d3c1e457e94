"""What only looks like a dispute: two deeds, two occasions, two scopes; and the disputes that stand right beside them."""

from __future__ import annotations

import pytest

from rashomon.comparing import compare
from rashomon.reading import read
from rashomon.records import Report


def _open(*texts: str, day: str | None = None) -> list[str]:
    """Give by which rule there is an open dispute among reports of a day, each of another outlet."""
    reports = [Report(id=f"r{n}", text=text, outlet=f"Outlet {n}", published=day) for n, text in enumerate(texts, 1)]
    return [str(c.because) for c in compare(reports, read(reports)).conflicts if c.status == "open"]


NEGATED = (
    (("Clara Voss could not support Emil Brandt, she said.", "Many farmers are supporting Emil Brandt, the union's Otto Lund said."), False, "another does it"),
    (("Clara Voss did not support Emil Brandt, she said.", "Clara Voss supported Emil Brandt, the union's Otto Lund said."), True, "she herself"),
    (("The bridge in Leeds was not inspected, the engineer Nils Aker said.", "The bridges in Hull were all inspected, the mayor Ida Holt said."), False, "another bridge"),
    (("The bridge in Leeds was not inspected, the engineer Nils Aker said.", "The bridge in Leeds was inspected, the mayor Ida Holt said."), True, "the same bridge"),
    (("Unlike the drummer Pia Roth, Jonas Falk was not hired for the tour.", "The band's singers were all hired for the tour, the manager Leo Marsh said."), False, "others were hired"),
    (("Jonas Falk was not hired for the tour, his agent said.", "Jonas Falk was hired for the tour, the manager Leo Marsh said."), True, "he was"),
    (("The cause of the leak has not been determined.", "Divers tried to determine the cause of the leak, Captain Ruiz said."), False, "who tries does not say that it is done"),
    (("The cause of the leak has not been determined, the mayor Ida Holt said.", "The cause of the leak has been determined, Captain Ruiz said."), True, "it is done"),
    (("The firm never repaid the loan, the bank's Nora Lind said.", "The firm wants to repay the loan, its owner Karl Beck said."), False, "who wants to has not done it"),
    (("The firm never repaid the loan, the bank's Nora Lind said.", "The firm repaid the loan, its owner Karl Beck said."), True, "who says so has"),
    (("The survey asked teachers who had not voted in the strike.", "The pay rise was popular among teachers who had voted in the strike."), False, "those who had and those who had not are two groups"),
    (("The teachers did not vote for the strike, the minister Ida Holt said.", "The teachers voted for the strike, the union's Otto Lund said."), True, "one group"),
    (("The heir was not immediately found, police said.", "The heir was found, her uncle Karl Beck said."), False, "what was not so at once may be so later"),
    (("The heir was not found, police said.", "The heir was found, her uncle Karl Beck said."), True, "nothing of then and later"),
    (('"You will not save this club by selling its best players," said the trainer Leo Marsh.', '"We will save this club," said its owner Nora Lind.'), False, "only the way is said not to do"),
    (("The boy does not speak, his aunt Clara Voss said.", "The boy was writing a dialogue for the school play, the teacher Otto Lund said."), False, "to write talk is not to talk"),
    (("The boy did not dance at the wedding, his aunt Clara Voss said.", "The boy danced at the wedding, the teacher Otto Lund said."), True, "he danced"),
    (("The clerk has not talked to the judge, her lawyer said, but she noticed a missed call from him.",), False, "a missed call is no talk"),
    (("The ministers do not meet with smugglers, the envoy Nils Aker said.", "The ministers will meet with the bishop on Friday, the priest Leo Marsh said."), False, "whom they meet is another"),
    (("The ministers did not meet with the smugglers, the envoy Nils Aker said.", "The ministers met with the smugglers, the priest Leo Marsh said."), True, "whom they met is the same"),
)  # fmt: skip

POINTED = (
    (("It was not immediately clear what would happen to the ferries held in Olm. The crews are fed on board, an officer said.",), False, "what is not clear is not false"),
    (("The crews were beaten, an officer said. That is not what happened, the captain Nils Aker said.",), True, "this says that it is not so"),
    (("The judge denied the miners access to the files, arguing that the ruling would cost the firm a million.",), False, "who denies access refuses it"),
    (("The club sued over the league's denial of entry, claiming that the move would cost it two million.",), False, "so does a denial of entry"),
    (("The league has robbed the club, its owner Nora Lind claimed. The league denied the claim.",), True, "what is denied was told as a deed"),
    (("A group fought to deny Ida Holt the nomination. It was too late to stop her, some members concluded.",), False, "whom it denies something"),
    (("Ida Holt took the money, the clerk Otto Lund said. Holt denied that she took the money.",), True, "she denies a deed"),
    (("The more Pia Roth has won, the more the talk has been of what is wrong with Ida Holt.",), False, "what is wrong with one is no falsehood"),
    (("Nils Aker left early, contradicting Ida Holt, even before she had opened the hall.",), False, "it was not her word that she did so"),
    (("The mayor's rating is damaging. Asked whether she can be trusted, most said yes, but 55 percent of all voters say she cannot.",), False, "a poll answers its question"),
    (("Two may disagree without a quarrel, the bishop said. Do not ask for too much, the envoy Nils Aker said.",), False, "who may disagree does not"),
    (("The strike is over, the minister said. The union disagreed.",), True, "who disagrees does"),
)  # fmt: skip

RIVALS = (
    (("Pia Roth won the election in Chad.", "Pia Roth lost contact with her old friends."), False, "contact is no contest"),
    (("Pia Roth won the election in Chad, the bishop said.", "Pia Roth lost the election in Chad, the envoy Nils Aker said."), True, "one election"),
    (("Pia Roth won the primary in Chad.", "Pia Roth lost the seat of her father in Mali."), False, "a primary and a seat"),
    (("The singer Pia Roth was due to be released from hospital, her aunt said.", "The singer Pia Roth died in hospital, her agent said."), False, "who was due to be released was not"),
    (("The engineer Pia Roth was released by the rebels, her aunt said.", "The engineer Pia Roth was killed by the rebels, the envoy Nils Aker said."), True, "freed or killed"),
    (("Pia Roth is survived by a son and a daughter.", "Pia Roth died at a clinic in Mali, her agent said."), False, "who is survived by others is dead"),
    (("The club sacked the trainer Leo Marsh.", "Leo Marsh resigned as the trainer of the club, its owner said."), True, "sacked or gone by himself"),
    (("Troops of Chad captured 23 smugglers near the lake.", "In April troops of Mali had captured eight smugglers, a spokesman said."), False, "so many, and so many others"),
    (("Rebels captured 23 smugglers near the lake, the governor said.", "The army captured 23 smugglers near the lake, a spokesman said."), True, "the same 23"),
    (("Mayor: Blast at depot kills two, injures five. The owner of the depot injured the five by neglect, police said.",), False, "whose word it is did not do it"),
    (("The rangers burned the huts, the farmers said. This is the fifth fire in the park of the Oryx Trust, the trust said.",), False, "what it is called is no doer"),
    (("The guard was shot by the thieves, police said. It was soldiers, the mayor said.",), True, "it was they"),
    (("A farmer was held after the murder of his aunt.", "A farmer was released from a clinic against his will last year."), False, "two farmers, two times"),
    (("The trawler collected the nets with 12 minutes remaining before the storm.", "The tug collected its crew with 40 minutes remaining before the storm."), False, "by two"),
    (("Nils Aker is up 12 points in Chad, a poll said. Aker beat the envoy Leo Marsh in Mali, his aides said.",), False, "who is up in a land is not there"),
)  # fmt: skip

COUNTS = (
    (("Jonas Falk scored six goals in the league.", "Leo Marsh scored three goals in the league."), False, "two players"),
    (("Jonas Falk scored six goals at home.", "Jonas Falk scored three goals in the cup."), False, "two counts that two reports tell themselves"),
    (("So far the coast guard has seized 31 boats off Mali, a captain said.", "The coast guard seized 12 boats off Mali, the governor said."), False, "all so far, and one time"),
    (("The coast guard seized 31 boats off Mali, a captain said.", "The coast guard seized 12 boats off Mali, the governor said."), True, "one seizure"),
    (("The gunman stabbed to death one teacher and injured two others, police said.", "The gunman stabbed three teachers, killing one, the mayor said."), False, "one dead of three stabbed"),
    (("The gunman stabbed to death one teacher at the school in Leeds, police said.", "The gunman stabbed to death three teachers at the school in Leeds, the mayor said."), True, "one dead or three"),
    (("The margin of error of the poll in Chad is four percent.", "The margin of error of the poll in Mali is three percent."), False, "two polls"),
    (("The ferry carried 300 passengers, its captain said.", "The ferry carried 180 passengers, the owner said."), True, "one ferry"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "disputed", "why"), [*NEGATED, *POINTED], ids=lambda x: x if isinstance(x, str) else ""
)
def test_a_denial_is_of_the_same(texts: tuple[str, ...], disputed: bool, why: str) -> None:
    """A denial or negation contends with a clause only where both tell of one deed and those who took part."""
    assert bool(_open(*texts)) == disputed, why


@pytest.mark.parametrize(
    ("texts", "disputed", "why"), [*RIVALS, *COUNTS], ids=lambda x: x if isinstance(x, str) else ""
)
def test_two_values_are_of_one_thing(texts: tuple[str, ...], disputed: bool, why: str) -> None:
    """Two doers, ends, states or counts contend only where both are told of one deed, at one time."""
    assert bool(_open(*texts, day="2031-05-12")) == disputed, why
