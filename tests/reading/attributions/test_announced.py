"""Sentences that announce an account, and those behind them: whose words they are."""

from __future__ import annotations

import pytest

from rashomon.reading import read
from rashomon.records import Report

# text | who tells what is announced ("": nobody) | the last words of what is told | why
CASES: list[tuple[str, str, str, str]] = [
    ("Governor Ada Brant set the record straight on Friday. The dam had been inspected.", "Brant", "inspected", "the record"),
    ("Mayor Milo Dahl told a different story. The bus had no brakes.", "Dahl", "brakes", "another story than the one told"),
    ("The ministry gave its account on Friday. The convoy was attacked first.", "ministry", "first", "an account of one's own"),
    ("Ines Roth gave her version of the night. A lorry blocked the gate.", "Roth", "gate", "of something"),
    ("The referee gave his version. The ball had crossed the line.", "referee", "line", "who is no thing"),
    ("The company offered an explanation on Monday. A valve had stuck.", "company", "stuck", "an explanation"),
    ("The embassy put out its own version. No visa had been refused.", "embassy", "refused", "put out"),
    ("The survivors have their own account. The captain left first.", "survivors", "first", "had"),
    ("Ana Holm painted a darker picture. Guards beat inmates every night.", "Holm", "night", "a picture"),
    ("Ana Holm's version is different. The doors were locked.", "Holm", "locked", "whose version it is"),
    ("The minister's explanation was short. The money had been borrowed.", "minister", "borrowed", "and how it was"),
    ("Ana Holm remembers it otherwise. The doors were locked.", "Holm", "locked", "otherwise"),
    ("Tom Reyes was clear about what happened. The tug rammed his boat.", "Reyes", "boat", "clear about something asked"),
    ("Asked who fired first, Ivo Prell left no doubt. The rebels had opened fire.", "Prell", "fire", "who is asked and sure"),
    ("Ines Roth gave her version. A lorry blocked the gate. Nobody could leave.", "Roth", "leave", "two sentences"),
    ("Ines Roth gave her version. A lorry blocked the gate. On Sunday it left.", "Roth", "gate", "up to a day"),
    ("The governor set the record straight on Friday. On Saturday the dam burst.", "", "", "a day of its own"),
    ("Milo Dahl told a different story. Police arrested him on Thursday.", "", "", "and behind the deed"),
    ("The governor set the record straight on Friday. She has resigned since.", "", "", "what the announcer did"),
    ("Ines Roth gave her version of the night. Then she left the court.", "", "", "then"),
    ("Ana Holm's version is different. Police said the doors were open.", "", "", "another voice"),
    ("Tom Reyes was clear about what happened. He sailed home.", "", "", "what he did next"),
    ("The company offered an explanation on Monday. Its shares fell.", "", "", "what befell it next"),
    ("The ministry gave its account on Friday.\n\nThe convoy reached the border.", "", "", "another paragraph"),
    ("Luis Ferro gave no account of the night. The ferry sank in minutes.", "", "", "none was given"),
    ("The board has yet to give its version. The bank closed.", "", "", "not yet"),
    ("The novelist gave a different account of love. The book sold well.", "", "", "an account of something is a work"),
    ("The museum told the story of the strike. Visitors came in crowds.", "", "", "so is the story of something"),
    ("The band told a story in every song. Fans sang along.", "", "", "any story"),
    ("The witness described the scene. The court rose at noon.", "", "", "what is described is no account"),
    ("The embassy put out a fire. Nobody was hurt.", "", "", "a fire is no account"),
    ("The coach left no doubt about his side. The team won.", "", "", "nobody asked him"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "end"), [c[:3] for c in CASES], ids=[c[3] for c in CASES])
def test_an_account_that_is_announced(text: str, who: str, end: str) -> None:
    [reading] = read([Report("r", text, published="2031-05-20", outlet="Elm Echo")])
    found = [a for a in reading.attributions if any(step.rule == "announced" for step in a.because.steps)]
    assert len(found) == bool(who)
    for a in found:
        assert who in text[a.source[0][0] : a.source[-1][1]]
        assert text[a.content[0][0] : a.content[-1][1]].endswith(end)
