"""Who "he said" and "she added" mean, over texts written for these tests; one pronoun in [brackets] a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mentioned import meant, nlp, unmarked
from rashomon.reading import read
from rashomon.records import Report

# text with one pronoun in brackets | whom it means | why it is hard
CASES = [
    ("The mayor, Anna Keller, opened the bridge. “It is late but it is here,” [she] said.", "Anna Keller", "quotation after the only person"),
    ("Omar Haddad arrived on Monday. [He] said the talks would go on.", "Omar Haddad", "only person"),
    ("Omar Haddad bought a gold Rolex watch and a Sophia Loren poster. [He] said he was sorry.", "Omar Haddad", "a name that only tells which thing"),
    ("Minister Lina Aziz met Karim Nasser in Amman. [She] said they had agreed.", "Lina Aziz", "gender chooses the subject"),
    ("Minister Lina Aziz met Karim Nasser in Amman. [He] said they had agreed.", "Karim Nasser", "gender chooses the object"),
    ("David Stone told Peter Marsh that the port was open. [He] added that ships were waiting.", "David Stone", "running speaker, not the one told"),
    ("Yusuf Karimi said the army was ready. [He] warned against delay.", "Yusuf Karimi", "running speaker"),
    ("Yusuf Karimi said the army was ready. General Sami Tahan was in the room. [He] added that orders had been given.", "Yusuf Karimi", "running speaker over a bystander"),
    ("“We have no water,” said Hala Mansour, a teacher. “Nobody came,” [she] added.", "Hala Mansour", "inverted speech verb"),
    ("According to Robert Lane, the bank will close. [He] said clients would be paid.", "Robert Lane", "according to"),
    ("Robert Lane criticised Mark Hill. [He] called the plan a mistake.", "Robert Lane", "subject before object"),
    ("Maria Lopez, who leads the union, rejected the offer. [She] demanded a vote.", "Maria Lopez", "relative clause"),
    ("Hassan Rami is the ministry's spokesman. “No soldier was hurt,” [he] said.", "Hassan Rami", "predicate"),
    ("President Joao Mendes spoke on Friday. His deputy Carlos Pinto listened. [He] said taxes would fall.", "Joao Mendes", "speaker before listener"),
    ("Sara Holm said that her brother Erik had been seen in Oslo. [She] asked for help.", "Sara Holm", "gender against the nearer name"),
    ("Ali Jabbar and Sara Holm spoke to reporters. [She] said the road was shut.", "Sara Holm", "one of two subjects by gender"),
    ("Ali Jabbar and Sara Holm spoke to reporters. [He] said the road was shut.", "Ali Jabbar", "the other of two subjects"),
    ("“I saw Tom Reed,” James Cole said. “[He] was carrying a box.”", "Tom Reed", "inside the quotation not the speaker"),
    ("“Ivan Petrov lied to us,” Boris Orlov said. “[He] must resign.”", "Ivan Petrov", "inside the quotation the one spoken of"),
    ("“[He] must resign,” Boris Orlov said of Ivan Petrov.", None, "no one before: left alone"),
    ("Boris Orlov said Ivan Petrov must resign. “[He] has failed,” Orlov said.", "Ivan Petrov", "quotation between speech by the same man"),
    ("A government source said the envoy had left. [He] said he would return on Sunday.", "A government source", "an unnamed source goes on speaking"),
    ("A senior official told the agency that fuel was short. [She] gave no date.", "A senior official", "an unnamed official may be a woman"),
    ("The spokesman for the ministry, Adel Farid, denied the report. [He] described it as fiction.", "Adel Farid", "role before name"),
    ("Prime Minister Nadia Rahal visited Paris. The prime minister said ties were good. [She] praised France.", "Nadia Rahal", "role links to the name"),
    ("Foreign Minister Jan Novak met his counterpart, Petr Svoboda, in Prague. [He] said the border would open.", "Jan Novak", "counterpart is not the subject"),
    ("Dr. Elena Ruiz runs the clinic. Patients wait for hours. “We need beds,” [she] said.", "Elena Ruiz", "a sentence between"),
    ("Elena Ruiz runs the clinic.\n\nPatients wait for hours in the corridor.\n\n“We need beds,” [she] said.", "Elena Ruiz", "across paragraphs"),
    ("Mr. Brandt resigned. Mrs. Vogel took over. [She] said little would change.", "Vogel", "courtesy tells gender"),
    ("Mr. Brandt resigned. Mrs. Vogel took over. [He] said little would change.", "Brandt", "courtesy tells gender, further back"),
    ("King Salim received Queen Amira. [She] thanked the people.", "Amira", "royal titles tell gender"),
    ("Analyst Tariq Odeh believes the truce will fail. In his report [he] says both sides are arming.", "Tariq Odeh", "fronted phrase"),
    ("Tariq Odeh said that if talks fail [he] would resign.", "Tariq Odeh", "subject of the clause above"),
    ("Peter Marsh said [he] would run again.", "Peter Marsh", "complement clause"),
    ("Peter Marsh said David Stone knew that [he] had lost.", "David Stone", "nearest clause above"),
    ("Senator Rick Dole attacked Senator Ben Ward in a speech. [He] accused him of lying.", "Rick Dole", "attacker goes on"),
    ("Senator Rick Dole attacked Senator Ben Ward in a speech. He accused [him] of lying.", "Ben Ward", "object is not the subject"),
    ("Governor Ruth Bell fired Colin Fry. “He broke the law,” [she] said.", "Ruth Bell", "speaker by gender after a quotation"),
    ("Colonel Faris Zaki commanded the base. The base was hit twice. [He] told investigators that radar had failed.", "Faris Zaki", "told"),
    ("Reporters asked Helen Moore about the fire. [She] replied that nobody was hurt.", "Helen Moore", "object of asking answers"),
    ("Reporters asked Adam Price about the fire. [He] declined to comment.", "Adam Price", "object of asking, one man"),
    ("Victor Lang, chairman of the board, wrote to Oscar Finn. [He] urged restraint.", "Victor Lang", "writer goes on"),
    ("The judge, Clara Stein, sentenced Max Kern to ten years. [She] called him a danger.", "Clara Stein", "judge by gender"),
    ("The judge, Clara Stein, sentenced Max Kern to ten years. [He] said nothing.", "Max Kern", "convict by gender"),
    ("Abdul Rasyid spoke for the crew. The captain was ill. “The captain asked twice for a delay,” [he] said.", "Abdul Rasyid", "who is told of by his role in a quotation does not speak it"),
    ("Minister Rosa Quiroga resigned. In her letter to President Dina Alva, [she] said that she had been deceived.", "Rosa Quiroga", "her letter is not to herself"),
    ("Chairperson Esna Kach left. Inspector General of Police Merline Yolanu said two officers were held. [She] gave no names.", "Merline Yolanu", "an office with of before the name"),
    ("Brun Freight fired its crew. The emails name nobody. [They] speak of a crack.", None, "the emails speak"),
    ("The ministry denied it. The letter names three men. [It] says they fled.", None, "the letter says"),
    ("The ministry denied it. The talks failed. [It] said no one was hurt.", "The ministry", "talks say nothing"),
    ("Almaz Osmonov is dead. Ainura Osmonova said her husband had been threatened. [She] gave no names.", "Ainura Osmonova", "Osmonov and Osmonova are he and she, and who is threatened does not speak"),
    ("General Tom Reed spoke of a truce. Ivan Petrov leads the rebels. [He] said: “Petrov wants a war.”", "Tom Reed", "nobody calls himself by name in what he says"),
    ("Boris Orlov said the rebels had come. Commenting on the attack on Elm, Adam Price, professor of history at Elm College, told the Elm Courier that it failed. [He] added that more would follow.", "Adam Price", "a subject that the parser hung on what stands before"),
    ("Anton Weiss rewrote the budget. Otto Brandl spoke of the plan that Weiss defends. [He] says, “Weiss wants quiet years.”", "Otto Brandl", "who is named in the quotation does not speak it"),
    ("Anton Weiss rewrote the budget. Otto Brandl read it in his office. “Weiss hides the debts,” [he] said.", "Otto Brandl", "who is named in the quotation before it does not speak it"),
    ("“We seek quiet,” Otto Brandl said. Commenting on the envoy’s visit to Vaduz, Emil Frick, professor of law at the college of Triesen, told Radio Rhein that it came late. [He] added that more would follow.", "Emil Frick", "a subject that the parse hangs to the town before it"),
    ("Otto Brandl resigned. Retired Colonel Emil Frick talks to Radio Rhein about the bridge that Brandl built. But [he] believes that it is useless.", "Emil Frick", "a verb that the parse takes for a noun"),
    ("Mohsen Rezvani left Tehran for Baghdad. [He] met tribal leaders there.", "Mohsen Rezvani", "no speech verb"),
    ("Qasim Latif, an adviser to Faisal Amin, said the plan was ready. [He] gave details.", "Qasim Latif", "person inside the apposition is not meant"),
    ("The lawyer of Faisal Amin, Rana Odeh, spoke first. [She] rejected all charges.", "Rana Odeh", "apposition after a comma"),
    ("Faisal Amin's lawyer said the trial was unfair. [He] asked for a new judge.", "Faisal Amin's lawyer", "possessor is not the speaker"),
    ("Kofi Mensah said prices had doubled, adding that [he] feared unrest.", "Kofi Mensah", "participle clause"),
    ("Kofi Mensah said prices had doubled. Farmers agreed. “It is hard,” [he] said.", "Kofi Mensah", "a group speaks between"),
    ("Samir Gabr met Nabil Fahmy in Cairo. Gabr said the canal was safe. [He] thanked the navy.", "Samir Gabr", "surname then pronoun"),
    ("Samir Gabr met Nabil Fahmy in Cairo. Fahmy said the canal was safe. [He] thanked the navy.", "Nabil Fahmy", "other surname then pronoun"),
    ("Hillary Carter campaigned in Ohio. Her husband, Bill Carter, stayed home. [She] promised jobs.", "Hillary Carter", "husband is nearer"),
    ("Mark Dunn, the party's leader, said on Sunday that talks with Paul Grey had ended. [He] blamed money.", "Mark Dunn", "subject of speech, other in complement"),
    ("“Let me be clear,” Mark Dunn said. “We will not move.” [He] left without taking questions.", "Mark Dunn", "two quotations then an act"),
    ("The witness, Amal Said, described the scene. “There was smoke everywhere,” [she] recalled.", "Amal Said", "recalled"),
    ("Ahmad al-Tamimi told Radio Nawa that roads were closed. [He] pointed out that snow had fallen.", "Ahmad al-Tamimi", "channel is not the speaker"),
    ("Ahmad al-Tamimi told Radio Nawa that roads were closed.\n\n“Nobody can pass,” [he] said.", "Ahmad al-Tamimi", "new paragraph"),
    ("Political analyst Iyad Salman, in an interview with the channel, said the vote was fair. [He] explained that turnout rose.", "Iyad Salman", "interview phrase between"),
    ("Iyad Salman praised the late Hafez Daoud. [He] said Daoud had saved the city.", "Iyad Salman", "the dead do not speak"),
    ("Since Hafez Daoud was killed, Iyad Salman has led the group. [He] said attacks would stop.", "Iyad Salman", "main clause subject"),
    ("When Hafez Daoud called, Iyad Salman was asleep. [He] said later that it rang twice.", "Iyad Salman", "main clause subject after a when clause"),
    ("Julia Weiss asked Thomas Roth whether [he] would stay.", "Thomas Roth", "the one asked"),
    ("Thomas Roth thanked Julia Weiss because [she] had waited.", "Julia Weiss", "because clause by gender"),
    ("Deputy minister Zaid Karam said the dam was safe. Engineers disagree. Karam said tests were done. [He] invited the press.", "Zaid Karam", "surname repeated"),
    ("General Musa Deng denied that Captain Peter Lado had fled. [He] said Lado was on leave.", "Musa Deng", "name inside the next clause excludes itself"),
    ("Captain Peter Lado fled, General Musa Deng said. [He] gave no reason.", "Musa Deng", "speaker after the clause"),
]  # fmt: skip


def test_speakers_are_resolved_right_in_nine_of_ten() -> None:
    right = [meant(text, "pronoun") == who for text, who, _ in CASES]
    wrong = [
        f"{why}: {meant(text, 'pronoun')!r} for {who!r}"
        for (text, who, why), ok in zip(CASES, right, strict=True)
        if not ok
    ]
    assert len(CASES) >= 60
    assert sum(right) >= 0.9 * len(CASES), "\n".join(wrong)


@pytest.mark.parametrize("text", [text for text, who, _ in CASES if who], ids=[why for _, who, why in CASES if who])
def test_a_linked_pronoun_says_why_and_is_one_word(text: str) -> None:
    doc = unmarked(text)
    pronouns = [m for m in doc._.rashomon_mentions if m.form == "pronoun"]
    assert pronouns
    for m in pronouns:
        assert doc.text[m.start : m.end].isalpha()
        assert str(m.because).startswith("pronoun:")


SIGNED = [
    ("OTTO BRANDL\nMINING REPORTER\n\nThe engineer who checked the dam two months before it failed says Karm Minerals asked him to soften what he wrote. Divers are at work.\n\nThe dam broke on Monday. Nine were lost.", "OTTO BRANDL"),
    ("By Otto Brandl\n\nThe union of Tarn said the mine was shut on Monday. In his office, he said, lights were out. The miners wept on Friday and went home.\n\nThe dam broke on Monday. Nine were lost.", "Otto Brandl"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "writer"), SIGNED, ids=["a name and a job", "a byline"])
def test_who_signs_a_report_is_nobody_in_it(text: str, writer: str) -> None:
    (reading,) = read([Report("r", text)])
    (chain,) = (c.id for c in reading.chains if c.name == writer)
    assert [m.form for m in reading.mentions if m.chain == chain] == ["name"]


@pytest.mark.shared
def test_speakers_of_the_seeds(shared: Path) -> None:
    """Pronoun sources of the gold attributions, in the three annotated reports."""
    texts = {p.stem: p.read_bytes().decode() for p in sorted((shared / "seeds").glob("*.txt"))}
    entities = [json.loads(line) for line in (shared / "gold" / "entities.jsonl").read_text("utf-8").splitlines()]
    names = {(m["report"], e["entity_id"]): set() for e in entities for m in e["mentions"]}
    for e in entities:
        for m in e["mentions"]:
            names[m["report"], e["entity_id"]].add((m["start"], m["end"]))
    right = total = 0
    docs = {report: nlp()(text) for report, text in texts.items()}
    for line in (shared / "gold" / "attributions.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if len(row["source"]) != 1 or row["source"][0]["text"].lower() not in {"he", "she"}:
            continue
        mentions = docs[row["report"]]._.rashomon_mentions
        at = row["source"][0]["start"]
        chain = next((m.chain for m in mentions if m.start == at), None)
        spans = {(m.start, m.end) for m in mentions if m.chain == chain}
        right += bool(spans & names.get((row["report"], row["source_entity"]), set()))
        total += 1
    assert total >= 15
    assert right >= 0.85 * total
