"""What stands in brackets for "it", "they", "he" and "she": the noun or name of the sentences before, or nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.comparing.lines.brackets import Genders, Names, in_words, weeks_before
from rashomon.reading import read
from rashomon.records import Reason, Report
from told import told

# what a report tells, words of a line, the bracket that stands before them (None: no line may have one), why
IT_AND_THEY = [
    ("The trawler sank off Selde. It carried no lifeboats on its deck.", "carried no", "[The trawler]", "the subject before"),
    ("The letter reached the ministry on 3 May. It was found a week later in a drawer.",
     "found a week", "[The letter]", "a body is not found in a drawer; it is where the letter went"),
    ("The dam was built in 1961. Its spillway had not been inspected since 2019.", "not been inspected", "[The dam’s]", "whose it is"),
    ("The mayor opened the tower on Friday. It had cost nine million euros.", "cost nine", "[The tower]", "a person costs nothing"),
    ("Protesters stormed the palace. It was set on fire at noon.", "set on fire", "[The palace]", "they are many"),
    ("The tank was filled on Thursday, the firm said. A nurse said that it was empty by Friday night.",
     "empty by", "[The tank]", "another speaks"),
    ("The outage lasted nine hours. It was caused by a fallen pine.", "caused by", "[The outage]", "a deed has a cause"),
    ("The bridge collapsed on Monday. It caused panic in the whole town.", "caused panic", None, "or was it that it fell?"),
    ("The bridge collapsed on Monday. It was the worst accident in years.", "worst accident", None, "that it fell was"),
    ("The mast snapped in the wind. It is not known why the ship had sailed.", "is not known", None, "“it” is nothing"),
    ("The ship struck a mine. It sank within the hour off Selde.", "sank within", None, "ship or mine"),
    ("The bus collided with a lorry near Belk. It was carrying forty children.", "forty children", None, "bus or lorry"),
    ("The plane took off from the airport. It was closed an hour later.", "closed an hour", None, "airports are closed"),
    ("The second reactor was shut down. It had been running since 1984.", "running since", None, "there are two"),
    ("“The drone was hit at dawn,” he said. It carried no lights at all.", "no lights", None, "what is quoted does not go on"),
    ("The ballot boxes were sealed on Sunday. They were opened again on Monday.", "opened again", "[The ballot boxes]", "several"),
    ("The bank was closed on Friday. It had lost two billion euros in a year.", "two billion", "[The bank]", "a body"),
    ("The party expelled a member. Its leader called the vote a triumph of reason.", "triumph", "[The party’s]", "people have leaders"),
    ("The league fined the club. Its director called the fine unjust and absurd.", "unjust and", None, "two bodies"),
    ("The bridge fell on Monday. A clerk said that it had been checked in May.", "checked in May", "[The bridge]", "what another says of it"),
    ("The cable broke on Monday. The network operator said that it had sent two ships to Selde.", "two ships", None, "the operator may be meant"),
    ("The bridge fell on Monday. The owner said that it had been checked in May.", "checked in May", None, "an owner may be a firm"),
    ("The admission by the firm came late on Monday. It considers the flaw serious enough for a patch.", "serious enough", None, "the firm considers it, no admission does"),
    ("The letter from the union reached Orsa in May. It wants higher wages for all drivers.", "higher wages", None, "so the union"),
    ("The statement came late on Monday. It promised nine new schools for Tarn.", "nine new schools", None, "or who made it"),
    ("The letter reached Orsa in May. It was burned unread in an oven.", "burned unread", "[The letter]", "a letter is burned"),
    ("The band split in May. It plans a concert in Tarn.", "a concert", "[The band]", "a band plans"),
    ("Two men left Tarn by ferry. They travelled on forged papers of two dead clerks.", "forged papers", "[The two men]", "counted"),
]  # fmt: skip
PARTS = [
    ("Nine people died in the fire. Four of them were found in a car near the school.",
     "found in a car", "Four of [the nine people]", "of those counted"),
    ("Relatives of the dead gathered outside the court. Some of them threw stones at the police.",
     "threw stones", "Some of [the relatives of the dead]", "of those who are named by what they are"),
    ("The clerk said that only eleven beds were in the ward and that four of them were broken.",
     "were broken", "Four of [the eleven beds]", "of one sentence"),
    ("The paper spoke to six villagers. Five of them stated that they saw a cable fall before the fire.",
     "saw a cable", "[Five of the six villagers]", "who say it of themselves"),
    ("The court freed six officers and nine soldiers. Four of them were arrested again in May.", "arrested again", None, "of two sorts"),
    ("Nine of the crew were saved, seven were lost. Four of them were arrested in May.", "arrested in", None, "of two numbers"),
    ("Of the forty houses of Orl three are standing. One of them belongs to a widow of the war.", "belongs to", None, "of the three"),
    ("The exchange of prisoners has stalled. Jan Pesk, whose men hold about ninety of them, is waiting for his dead.",
     "is waiting", None, "nobody holds himself"),
    ("Four people, two of them guards, were treated at the hospital in Tarn.", "were treated", None, "the line tells of whom"),
]  # fmt: skip
HE_AND_SHE = [
    ("Ann Holm swam for Orsa. Wit kept her popular for years in Tarn.", "popular for", "kept [Ann Holm] popular", "“her” owns nothing"),
    ("Ann Holm lives in Tarn. The storm hit her house on Friday.", "storm hit", "[Ann Holm’s] house", "her house"),
    ("Mara Dorn was arrested on Monday. She was held for eleven hours without a lawyer. She signed a paper that nobody read to her.",
     "signed a paper", "[Mara Dorn]", "every sentence is of her"),
    ("Jan Pesk was arrested on Monday. He said that he had been asleep and that two officers had struck him on the ears.",
     "had struck", "struck [Jan Pesk]", "whom they did it to"),
    ("Olga Berg spoke on Monday. The senator Jan Holm accused her of taking bribes from the port.",
     "of taking bribes", "accused [Olga Berg]", "a man is no “her”"),
    ("Olga Berg was dismissed by Jan Holm. She had led the bank for nine years.", "led the bank", "[Olga Berg]", "he is a man"),
    ("General Jan Pesk resigned on Monday. He admitted that his statement on the raid had been an assumption.",
     "an assumption", "[Jan Pesk’s]", "whose it is"),
    ("Ivo Marr sued the paper. Its editor, Lena Orth, said that he had been paid for the interview.",
     "been paid", "[Ivo Marr]", "she who says it is a woman"),
    ("Jan Pesk met Olaf Berg in Tarn. He had flown in from Belk in the morning.", "flown in", None, "two men"),
    ("The doctor examined Jan Pesk. He had been drinking since the morning.", "been drinking", None, "a doctor may be a man"),
    ("Ivo Marr was freed on Monday. His brother Karl Marr met him. He had spent nine years in prison.", "nine years", None, "either"),
    ("A court freed Jan Pesk in May. The judge, Olaf Berg, said the search had been made in breach of his rights.",
     "in breach", None, "a judge speaks of others"),
    ("The lawyer, Olga Berg, said that her client had telephoned the harbour office twice.", "had telephoned", "[Olga Berg’s]", "her client"),
    ("Olaf Berg's brother Karl said that he had died of a fever in the camp at Orl.", "of a fever", None, "the brother may not be meant"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "bracket", "why"), IT_AND_THEY + PARTS + HE_AND_SHE)
def test_a_bracket_tells_who_or_what_is_meant_where_nothing_else_fits(
    text: str, words: str, bracket: str | None, why: str
) -> None:
    lines = [line for line in told(text, "The mayor of Sund opened a new school on Sunday.").lines() if words in line]
    if bracket is None:
        assert not any(
            "[" in line.partition(words)[0] + line.partition(words)[2].partition(" ")[0] for line in lines
        ), why
    else:
        assert [bracket in line for line in lines] == [True], (why, lines)


WHOSE = [
    ("Ann Holm has run the choir of Tarn for nine years. Holm said the new singer would win the town over with her voice and her wit.",
     "win the town", None, "the singer’s, who stands nearer"),
    ("Jan Berg has led the union since May. Berg said that his papers had been lost on the road to Tarn.",
     "papers had been", "[Jan Berg’s]", "nobody else is spoken of"),
    ("Ann Holm has led the union since May. Holm told the judge that her papers had been lost on the road to Tarn.",
     "papers had been", "[Ann Holm’s]", "who hears it is not meant"),
    ("Jan Berg has led the union since May. Berg said the police had taken his car from the yard in Tarn.",
     "had taken", "[Jan Berg’s]", "the police are many"),
    ("Jan Berg has led the union since May. Berg said the company had taken his car from the yard in Tarn.",
     "had taken", "[Jan Berg’s]", "a company has no “his”"),
    ("Jan Berg has led the union since May. Berg said that the actress had taken his car from the yard in Tarn.",
     "had taken", "[Jan Berg’s]", "an actress neither"),
    ("Tarn Police said the couple sold their house in Sund before the trial.", "house in", None, "the couple’s, who stand nearer"),
    ("The Finance Department said the pair used public money to pay for their children's school fees.",
     "school fees", None, "so of a pair"),
    ("The Finance Department said the brothers had spent the loan on their boat in the bay.", "boat in", None, "so of several"),
    ("The Sund Council said its members had paid for their own trips to Tarn.",
     "own trips", "[Sund Council’s]", "whose the members are"),
    ("Tarn Police said they had found the couple in a van near the school.", "found the", "[Tarn Police]", "they act themselves"),
    ("Tarn Police said they would sell their horses in May.", "horses in", "[Tarn Police]", "what they sell is theirs"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "bracket", "why"), WHOSE, ids=[w[-1] for w in WHOSE])
def test_whose_something_is_where_another_stands_nearer(text: str, words: str, bracket: str | None, why: str) -> None:
    lines = [line for line in told(text, "The mayor of Sund opened a new school on Sunday.").lines() if words in line]
    assert [bracket in line if bracket else "[" not in line for line in lines] == [True], (why, lines)


# a text, of whom, the gender told, why
GENDERS = [
    ("Ms Berg left. She won.", "Berg", "f", "a title"),
    ("Ann Holm left the town.", "Ann Holm", "f", "a given name"),
    ("Jan Pesk is her brother. He left.", "Jan Pesk", "m", "name and pronoun agree"),
    ("The mayor, Vesk, left Tarn. He won.", "Vesk", "m", "the pronoun alone"),
    (
        "Grace Adjei left with two of his aides. Mr Adjei won.",
        "Grace Adjei",
        "m",
        "title and pronoun outweigh a given name",
    ),
    ("Andrea Galli left the town.", "Andrea Galli", "", "a given name of both"),
    ("Orsa Vesk left the town.", "Orsa Vesk", "", "nothing tells it"),
]


@pytest.mark.parametrize(("text", "name", "gender", "why"), GENDERS, ids=[s[-1] for s in GENDERS])
def test_a_gender_is_told_by_title_name_or_pronoun(text: str, name: str, gender: str, why: str) -> None:
    report = Report("r1", text)
    (reading,) = read([report])
    chain = next(m.chain for m in reading.mentions if text[m.start : m.end] == name)
    assert Genders({"r1": report}, {"r1": reading}).of("r1", chain) == gender, why


# a text, words that no line may have, why
NO_LINE = [
    ("The company states the following: the line to Belk was off at noon on Monday.", "the following.", "it leads on"),
    ("The owner Jan Pesk was on his yacht when the storm began and only flew home on Saturday.", "[The storm]", "Pesk flew"),
    ("A clerk who had just been let go from his job there came in, shot and killed another clerk, police said.", "[There]", "nobody is “there”"),
    ("Holm and Berg ran the yard in Orsa. The two founded a club of divers in 2011.", "The two founded", "which two?"),
    ("A lorry hit Holm and Berg in Orsa. Both were dead at the scene by noon.", "Both were", "both of whom?"),
    ("The man who travelled to Tallinn as Ion Rusu is a colonel of the guard of Orsa.", "Tallinn as.", "its name is gone"),
    ("The Sund Council decided that old parts of the law can be skipped, since they've been superseded by a new one.",
     "superseded", "the parts are, and not the council"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "why"), NO_LINE, ids=[n[-1] for n in NO_LINE])
def test_what_breaks_off_or_may_be_done_by_two_has_no_line(text: str, words: str, why: str) -> None:
    assert not any(words in line for line in told(text, "The mayor of Sund opened a school.").lines()), why


def test_a_day_that_may_be_any_of_many_is_not_shown() -> None:
    """A report without a day, of some week between two others: its "Thursday" is any of them."""
    reports = [
        Report("a", "The council closed the port of Orsa on 3 March 2024.", published="2024-03-04"),
        Report("b", "The council closed the port of Orsa on Thursday after a long row over the cranes of Tarn."),
    ]
    readings = {r.report: r for r in read(reports)}
    time = next(t for t in readings["b"].times if reports[1].text[t.start : t.end] == "Thursday")
    wide = replace(time, value="2024-01-04/2024-03-28", because=Reason("weekday", "tense:closed,bounded-report-day"))
    near = replace(wide, value="2024-03-21/2024-03-28")
    for t, shown in ((wide, ""), (near, "21 to 28 March")):
        names = Names({"b": replace(readings["b"], times=(t,))}, ())
        assert names.day_at("b", (t.start, t.end), "2024") == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2024-05-06", "6 May"),
        ("2023-05-06", "6 May 2023"),
        ("2024-05-06/2024-05-07", "6 to 7 May"),
        ("2024-04-30/2024-05-01", "30 April to 1 May"),
        ("2024-W01", "1 to 7 January"),
        ("2025-W01", "30 December to 5 January 2025"),
        ("2023-W52", "25 to 31 December 2023"),
        ("2024-W18", "29 April to 5 May"),
        ("2024-W19-WE", "11 to 12 May"),
        ("2024-W18/2024-W20", "29 April to 19 May"),
        ("198", "the 1980s"),
        ("1987", "1987"),
        ("19", None),
        ("PAST_REF", None),
    ],
)
def test_a_day_in_words(value: str, shown: str | None) -> None:
    assert in_words(value, "2024") == shown


@pytest.mark.parametrize(
    ("week", "told", "day"),
    [
        ("2024-W18", "2024-05-08", "2024-05-01"),
        ("2023-W52", "2024-01-12T09:00", "2023-12-29"),
        ("2024-05", "2024-06", None),
    ],
)
def test_weeks_ago_are_about_the_day_on_which_they_are_told(week: str, told: str, day: str | None) -> None:
    assert weeks_before(week, told) == day
