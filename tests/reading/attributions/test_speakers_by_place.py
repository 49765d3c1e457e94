"""Who speaks by layout, by a colon, or by the sentence before."""


# fmt: off

from voiced import Row, missed

COLONS: list[tuple[str, list[Row]]] = [
    ("The mayor was not so sure: “The bridge will not hold until spring.”", [("The mayor", "“The bridge will not hold until spring.”", None)]),
    ("Ila Brandt shook her head: “They took the money and left us.”", [("Ila Brandt", "“They took the money and left us.”", None)]),
    ("Her lawyer put it bluntly: “There is no case.”", [("Her lawyer", "“There is no case.”", None)]),
    ("Seidel’s verdict: “A disgrace.”", [("Seidel", "“A disgrace.”", None)]),
    ("The message from the union was clear: “We will not move.”", [("the union", "“We will not move.”", None)]),
    ("Seidel was blunt. “They lied to us, and they are lying still.”", [("Seidel", "“They lied to us, and they are lying still.”", None)]),
    ("Ila Brandt said the bridge was unsafe.\n\n“It was built in a hurry, and nobody looked at the steel.”", [("Ila Brandt", "“It was built in a hurry, and nobody looked at the steel.”", None)]),
    ("Brandt said the city had been warned. “We wrote to them in March. Nobody answered.”", [("Brandt", "“We wrote to them in March. Nobody answered.”", None)]),
    ("“The bridge is unsafe,” the engineer said.\n\n“It was built in a hurry, and nobody looked at the steel.”", [("the engineer", "“It was built in a hurry, and nobody looked at the steel.”", None)]),
    ("“The bridge is unsafe,” the engineer said. “We told them so. Twice.”", [("the engineer", "“We told them so. Twice.”", None)]),
    ("“The steel sang before it broke,” Omar Seidel recalled, “and then the whole span went down. I ran.”", [("Omar Seidel", "“and then the whole span went down. I ran.”", None)]),
    ("Omar Seidel, an engineer, remembers the night. “The steel sang before it broke,” he says.\n\n“I will never forget it.”", [("he", "“I will never forget it.”", None)]),
    ("Asked about the bridge, Brandt shrugged. “It was an accident.”", [("Brandt", "“It was an accident.”", None)]),
    ("Not everyone was pleased. “They left us with nothing,” Ila Brandt said. “We will go to court.” She looked tired. “Nobody came to help us.”", [("Ila Brandt", "“Nobody came to help us.”", None)]),
    ("“The bridge is unsafe,” the engineer said.\n\n“It was built in a hurry, and nobody looked at the steel.\n\n“We warned them three times.”", [("the engineer", "“We warned them three times.”", None)]),
    ("The prime minister’s reply came within the hour: “We do not negotiate with killers.”", [("The prime minister", "“We do not negotiate with killers.”", None)]),
    ("Brandt rejected the charge. “I have never met this man,” she said, adding: “Ask my staff.”", [("she", "“I have never met this man,”", None), ("she", "“Ask my staff.”", None)]),
    ("“Where is the money?” the 43-year-old asked in a video.", [("the 43-year-old", "“Where is the money?”", None)]),
    ("Speaking on Norvia One’s “The Morning,” Brandt admitted that the figures were wrong, but said they had been corrected.", [("Brandt", "that the figures were wrong", None), ("Brandt", "they had been corrected", None)]),
    ("Her neighbour, Anton Vale, had a simpler view: “He was drunk.”", [("Her neighbour, Anton Vale", "“He was drunk.”", None)]),
]

INTERVIEWS: list[tuple[str, list[Row]]] = [
    ("Interview with Colonel Vera Lund\n\nRadio Orsa: Did your men cross the river?\n\nLund: No. Our men stayed in camp.\n\nRadio Orsa: Who burned the mill?\n\nLund: The militia burned the mill on Monday.", [("Lund", "The militia burned the mill on Monday", None)]),
    ("OMAR SEIDEL, ELM RADIO: Minister, has the army left Lund?\n\nILA BRANDT, MINISTER OF DEFENCE: The army left Lund on Monday.\n\nSEIDEL: And the tanks?\n\nBRANDT: The tanks remain.", [("ILA BRANDT", "The army left Lund on Monday", None), ("BRANDT", "The tanks remain", None)]),
    ("OMAR SEIDEL, ELM RADIO: Minister, has the army left Lund?\n\nMINISTER BRANDT: The army left Lund on Monday.\n\nMR. SEIDEL: And the tanks?\n\nMINISTER BRANDT: The tanks remain.", [("MINISTER BRANDT", "The army left Lund on Monday", None), ("MINISTER BRANDT", "The tanks remain", None)]),
    ("The Echo spoke with Ila Brandt, the mayor of Tarn.\n\nQ: What happened at the bridge?\nA: Two lorries fell into the river.\n\nQ: And the guards?\nA: They fled.", [("Ila Brandt", "Two lorries fell into the river", None), ("Ila Brandt", "They fled", None)]),
    ("The Echo spoke with Ila Brandt, the mayor of Tarn.\n\nWhat happened at the bridge?\n\nBrandt: Two lorries fell into the river.\n\nAnd the guards?\n\nBrandt: They fled.", [("Brandt", "Two lorries fell into the river", None), ("Brandt", "They fled", None)]),
    ("SEIDEL: Has the army left Lund?\nBRANDT: The army left Lund on Monday.\n(CROSSTALK)\nBRANDT: The tanks remain.\nSEIDEL: Thank you.", [("BRANDT", "The army left Lund on Monday", None), ("BRANDT", "The tanks remain", None)]),
    ("Q. Has the army left Lund?\n\nA. The army left Lund on Monday.\n\nQ. And the tanks?\n\nA. The tanks remain.", [("", "The army left Lund on Monday", None)]),
    ("REPORTER: Has the army left Lund?\n\nTHE MINISTER: The army left Lund on Monday.\n\nREPORTER: And the tanks?\n\nTHE MINISTER: The tanks remain.", [("THE MINISTER", "The army left Lund on Monday", None)]),
    ("The Echo met Ila Brandt, the mayor of Tarn.\n\nWhat did you see?\n\nTwo lorries fell into the river.\n\nWhom did you call?\n\nI called the guards.\n\nDid they come?\n\nThey fled.", [("Ila Brandt", "Two lorries fell into the river", None), ("Ila Brandt", "I called the guards", None), ("Ila Brandt", "They fled", None)]),
    ("The Echo met Ila Brandt, the mayor of Tarn.\n\n**Is it true?**\n\nIt is. We had seen the crack.\n\n**Who knew of it?**\n\nThe river board knew.\n\n**And your office?**\n\nMy office wrote to it in May.", [("Ila Brandt", "It is. We had seen the crack", None), ("Ila Brandt", "The river board knew", None), ("Ila Brandt", "My office wrote to it in May", None)]),
    ("Ila Brandt knows the bridge.\n\nWho knew of the crack?\n\nThe river board knew.\n\nWho is to blame?\n\nThe builders are.\n\nWhat happens now?\n\nA court meets.", []),
    ("Interviewer: Has the army left Lund?\n\nGeneral Brandt: The army left Lund on Monday.\n\nInterviewer: And the tanks?\n\nGeneral Brandt: The tanks remain.", [("General Brandt", "The army left Lund on Monday", None), ("General Brandt", "The tanks remain", None)]),
]


def test_nine_in_ten_of_colons_are_read() -> None:
    left = missed(COLONS)
    assert len(left) <= 0.1 * len(COLONS), left


def test_nine_in_ten_of_interviews_are_read() -> None:
    left = missed(INTERVIEWS)
    assert len(left) <= 0.1 * len(INTERVIEWS), left
