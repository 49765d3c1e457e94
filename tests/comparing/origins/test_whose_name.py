"""Under whose name words are shown: of several that stand in one source, whose they are; nobody's where none speaks.

A wrong name in somebody's mouth misleads more than a description.
"""

# fmt: off

from __future__ import annotations

from functools import cache

from rashomon.comparing import compare
from rashomon.comparing.origins import origins
from rashomon.reading import read
from rashomon.records import Report

# text, with the words said behind "|" | who is shown to say them (a description begins with an article) | why
RELATED = [
    ("The attorney for Officer Carl Brandt, Phil Mackey, said |his client never carried a gun.", "Phil Mackey", "the name set beside the role"),
    ("The attorney for Officer Carl Brandt said |his client never carried a gun.", "attorney", "whom he pleads for says nothing"),
    ("The widow of Ivan Marek said |her husband had been threatened.", "widow", "the dead say nothing"),
    ("The mother of Hana Lind, Vera Lind, told reporters that |her daughter was nine.", "Vera Lind", "mother and child of one surname"),
    ("A cousin of the suspect Omar Haddad, Sami Tahan, said |the family had moved in May.", "Sami Tahan", "two names, the last speaks"),
    ("The doctor who treated Karl Brenner, Anna Weiss, said |the wound was deep.", "Anna Weiss", "a name in what hangs on the role"),
    ("The sister of Karl Brenner told the inquiry that |he had never owned a boat.", "sister", "no name of hers is told"),
    ("A friend of Rick Dole who asked not to be named said |the senator was ill.", "friend", "no name is told"),
    ("Three aides to Senator Rick Dole said |the senator would resign.", "aides", "they are three"),
    ("Two officials of the mining inspectorate, Minora, told reporters that |the dam leaked.", "officials", "a body set beside the body"),
    ("Two officers of the coast guard, Sinamar, said |the boat had no lights.", "officers", "a body set beside the body"),
    ("The lawyer for Ana Rios and Luis Vega, Clara Stein, said |both would appeal.", "Clara Stein", "two clients"),
    ("The president of the dockers' union, Hugo Stein, said |the port would shut.", "Hugo Stein", "a role of a body"),
    ("The brother of the slain editor, Ivan Petrov, said |the house was watched.", "Ivan Petrov", "set beside the whole"),
    ("The former chief of staff to Governor Ruth Bell, Colin Fry, said |the letter was a draft.", "Colin Fry", "whom he served says nothing"),
]
OFFICES = [
    ("Norvia's Premier, Eamon Lacey, told the house that |the reports were serious.", "Eamon Lacey", "an office"),
    ("Ireland's Taoiseach, Eamon Lacey, told the house that |the reports were serious.", "Eamon Lacey", "an office that no list has"),
    ("Norvia's Storvogt, Karl Berg, said |the law was dead.", "Karl Berg", "an office that no list has"),
    ("The Unity Party's health spokeswoman, Orla Finney, called on the minister |to go.", "Orla Finney", "whose spokeswoman she is"),
    ("Labour's health spokeswoman, Orla Finney, called on Ms Daly |to go.", "Orla Finney", "whose spokeswoman she is"),
    ("Minister for Health Stephen Duggan said |the clinics were safe.", "Stephen Duggan", "no Mr Health"),
    ("Deputy Minister of Health Aida Kulova said |three of the dead were children.", "Aida Kulova", "no Mrs Health"),
    ("Secretary of State for Transport Helen Moore said |the bridge was closed.", "Helen Moore", "no Mrs Transport"),
    ("Minister of Finance Jan Novak said |the tax would stay.", "Jan Novak", "no Mr Finance"),
    ("One of the organisers, Berta Toko, said |four trucks were full.", "Berta Toko", "one of several who is named"),
    ("One of the commission's seven members, Anton Mkanda, said |he had not signed.", "Anton Mkanda", "one of several who is named"),
    ("A senior engineer at TNM, one of the two operators, said |the order was written.", "engineer", "the operator is where he works"),
    ("A manager at Elm Steel, one of the largest makers of rails, said |orders had fallen.", "manager", "the maker is where he works"),
    ("The Elm Council, one of the oldest in Norvia, said |the hall would be sold.", "Elm Council", "one of is said of the council"),
    ("The Prosecutor General's Office said |it had opened an inquiry.", "Prosecutor General's Office", "the name is whole"),
    ("Britain's Information Commissioner's Office said |it was in contact with the firm.", "Information Commissioner's Office", "the name is whole"),
    ("A little-known militant group calling itself Soldiers of the North said |it had planted the bomb.", "group", "no group is named known"),
    ("Elm's mayor, a friend of Ivan Marek, said |the bridge would be rebuilt.", "mayor", "whose friend he is says nothing"),
]
OTHERS = [
    ("A spokesman for Mayor Karl Berg said |the bridge was safe.", "spokesman", "whom he speaks for is another"),
    ("An aide to President Ayo Balogun told reporters that |the trip was off.", "aide", "whom he serves is another"),
    ("Berg aide Colin Fry said |the mayor was ill.", "Colin Fry", "a name before a role is whose it is"),
    ("A Berg adviser said |the mayor was ill.", "adviser", "a name before a role is whose it is"),
    ("Karl Berg's lawyer said |he was at home.", "lawyer", "an owner"),
    ("Karl Berg's lawyer, Clara Stein, said |he was at home.", "Clara Stein", "an owner and a name"),
    ("The head of the Harbour Office, Ole Dahl, said |the port was shut.", "Ole Dahl", "the head of a body"),
    ("Head of the Karm Rescue Office Ole Dahl said |the boat had sunk.", "Ole Dahl", "the name behind the body"),
    ("UN Special Envoy for Zahria Geir Holm said |talks would go on.", "Geir Holm", "an envoy for a state"),
    ("The Mayor's Office said |the hall was shut.", "Mayor's Office", "the name is whole"),
    ("The Attorney General's Office said |the trial would go on.", "Attorney General's Office", "the name is whole"),
    ("A neighbour of Hana Lind in Elm said |she heard two shots.", "neighbour", "beside whom she lives is another"),
    ("The officer who shot Omar Haddad said |he saw a gun.", "officer", "the dead say nothing"),
    ("The man accused of killing Hana Lind said |he was in Karm that night.", "man", "the dead say nothing"),
    ("Prosecutors in the case of Omar Haddad said |the knife was found.", "Prosecutors", "he is whom they try"),
    ("The judge in the trial of Omar Haddad, Vera Lang, said |the jury was hung.", "Vera Lang", "the judge is named"),
    ("The daughter of the late singer Ivan Petrov, Olga Petrova, said |the will was forged.", "Olga Petrova", "the daughter is named"),
    ("Harbour Clinics runs nine wards. Harbour said |it had been attacked.", "Harbour Clinics", "the first word of the body's name"),
    ("Northfield Minerals Corp. (“Northfield” or the “Company”) gave an update. The Company said |it would pay.", "Northfield Minerals Corp", "what a text calls itself"),
    ("Rami Odeh, 41, a baker, had two sons. Odeh said |both were at sea.", "Rami Odeh", "an age between a name and a role"),
]


@cache
def _shown(text: str) -> str | None:
    plain, at = text.replace("|", ""), text.index("|")
    report = Report("r", plain, outlet="Elm Echo", published="2031-05-08")
    reading = next(iter(read([report])))
    found = compare([report], [reading])
    told = origins({"r": report}, {"r": reading}, found.entities, found.lineage)
    rows = [a for a in reading.attributions if any(s <= at <= s + 6 for s, _ in a.content)]
    return told["r", rows[0].id].name if rows else None


TABLE = [*RELATED, *OFFICES, *OTHERS]
MISSED = 3  # two whom the parser hangs on one another, an envoy whose state the model takes for his name


def test_the_name_of_who_says_it() -> None:
    wrong = []
    for text, who, why in TABLE:
        shown = (_shown(text) or "").removeprefix("the ").removeprefix("The ")
        if not (shown == who if who.istitle() or "'" in who else who in shown):
            wrong.append(f"{shown!r} for {who!r} ({why}): {text}")
    assert len(wrong) <= MISSED, "\n".join(wrong)
