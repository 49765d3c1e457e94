"""Where what is said begins and ends: lists, coordination, participles, what is hung on it and what judges it."""

from __future__ import annotations

from rashomon.reading import read

# a text, and a content that one of its rows has, as written
ENDS = [
    ("The mayor said the road was shut, the school was closed and the bridge would be next.", "the road was shut, the school was closed and the bridge would be next"),
    ("The mayor said the road was shut, adding that no bus would run.", "the road was shut"),
    ("The mayor said the road was shut, adding that no bus would run.", "that no bus would run"),
    ("Police said two men were held, but witnesses disagreed.", "two men were held"),
    ("The army said the rebels had fled, leaving behind two tanks.", "the rebels had fled, leaving behind two tanks"),
    ("Berg told reporters that the vote was stolen, the courts were bought and nobody cared.", "that the vote was stolen, the courts were bought and nobody cared"),
    ("The ministry said on Monday that nine had died, three of them children.", "that nine had died, three of them children"),
    ("The union accused the firm of lying, cheating and hiding the dead.", "the firm of lying, cheating and hiding the dead"),
    ("She denied taking the money or meeting the banker.", "taking the money or meeting the banker"),
    ("The envoy urged both sides to stop shooting, free the prisoners and open the road.", "to stop shooting, free the prisoners and open the road"),
    ("The court ordered the firm to pay a fine, clean the river and warn its workers.", "to pay a fine, clean the river and warn its workers"),
    ("Residents said the shelling began at dawn and went on until noon.", "the shelling began at dawn and went on until noon"),
    ("Holm believes the plan will fail because the money is gone.", "the plan will fail because the money is gone"),
    ("The court said he had lied, which his lawyer denied.", "he had lied"),
    ("The paper wrote that the mayor knew of it, which she disputes.", "that the mayor knew of it"),
    ("The general said his men would stay, even if the talks failed.", "his men would stay, even if the talks failed"),
    ("The general said his men would stay, although nobody had asked him.", "his men would stay"),
    ("Officials said the ferry, which left Lund at six, sank within minutes.", "the ferry, which left Lund at six, sank within minutes"),
    ("The bank said it had lost the data and apologised to its clients.", "it had lost the data and apologised to its clients"),
    ("Witnesses said gunmen opened fire from a car, killing four.", "gunmen opened fire from a car, killing four"),
    ("He said the plan was dead; the council will meet on Friday.", "the plan was dead"),
    ("The firm said it knew nothing of the leak – a claim that its own engineers reject.", "it knew nothing of the leak"),
    ("The mayor said nobody was told, an assertion that the police contradict.", "nobody was told"),
    ("The mayor said, as snow fell, that the road was shut.", "that the road was shut"),
    ("Berg said that she was innocent and that she would appeal.", "that she was innocent and that she would appeal"),
    ("Berg said she was innocent and she would appeal.", "she was innocent and she would appeal"),
    ("The minister said he was tired and urged the press to leave.", "he was tired"),
    ("The minister said he was tired and urged the press to leave.", "to leave"),
    ("He later called her “third-rate” and left.", "her “third-rate”"),
    ("The mayor defended him, calling the report “a heap of lies that nobody needs.”", "the report “a heap of lies that nobody needs.”"),
    ("The minister branded the strikers “enemies of the state” on Monday.", "the strikers “enemies of the state”"),
    ("She labelled the report “rash” and “late”.", "the report “rash” and “late”"),
]  # fmt: skip


def test_nine_in_ten_of_contents_begin_and_end_where_they_do() -> None:
    wrong = [(text, told) for text, told in ENDS if told.strip(".”“") not in _contents(text)]
    assert len(wrong) <= len(ENDS) // 10, wrong


def _contents(text: str) -> set[str]:
    rows = read(text).attributions
    return {" … ".join(text[a:b] for a, b in row.content).strip(".”“") for row in rows}
