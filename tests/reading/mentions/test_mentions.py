"""Names, role phrases and their kinds, over sentences written for these tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from mentioned import nlp
from rashomon.language import lexicon
from rashomon.reading.refer import refer

NAMES = [
    ("Qaani arrived. General Ismail Qaani met officials.", "Qaani", "person", "a surname before its full name"),
    ("Iranian President Hassan Rohani spoke. Rohani's words were clear.", "Rohani", "person", "a surname with a possessive"),
    ("The army met Asa'ib Ahl al-Haq leader Qais Darwish.", "Asa'ib Ahl al-Haq", "organisation", "a body before its leader"),
    ("He told Al-Hurra that the road was open.", "Al-Hurra", "publication", "an outlet that looks like a person"),
    ("The Sons of Nineveh Brigades denied it.", "Sons of Nineveh Brigades", "organisation", "a head word, with of inside"),
    ("He joined the League of the\nRighteous in May.", "League of the\nRighteous", "organisation", "a name broken over lines"),
    ("They met Ahmad al- Hamdani yesterday.", "Ahmad al- Hamdani", "person", "a stray space after a particle"),
    ("Prime Minister Adel Karim's office was shut.", "Adel Karim", "person", "title and possessive trimmed"),
    ("The Iraqi government said so.", "Iraqi government", "organisation", "a demonym with an institution"),
    ("Gunmen hit the US embassy in Baghdad.", "US embassy", "facility", "a state with an institution"),
    ("The Popular Defence Forces (PDF) withdrew.", "PDF", "organisation", "an acronym in brackets"),
    ("Crown Prince Mohammed bin Talal spoke.", "Mohammed bin Talal", "person", "a particle inside a name"),
    ("Ursula van der Berg left Brussels.", "Ursula van der Berg", "person", "western particles"),
    ("The Trump administration objected.", "Trump administration", "organisation", "a body named after a person"),
    ("The Trump administration objected.", "Trump", "person", "the person inside a body's name"),
    ("Ohio Democratic Party Chairman David Cole called it wrong.", "David Cole", "person", "a late title"),
    ("Ohio Democratic Party Chairman David Cole called it wrong.", "Ohio Democratic Party", "organisation", "a body before a late title"),
    ("Major-General Samir Odeh resigned.", "Samir Odeh", "person", "a hyphenated title"),
    ("He praised the National Desert Gas Company.", "National Desert Gas Company", "organisation", "company by head word"),
    ("Shias and Kurds voted.", "Kurds", "group", "a community"),
    ("They sailed through the Strait of Hormuz.", "Strait of Hormuz", "place", "a place by head word"),
    ("The White House declined to comment.", "White House", "office", "an office"),
    ("Abu Salim al-Rawi was there. Al-Rawi smiled.", "Al-Rawi", "person", "kunya and surname"),
    ("The MENA region is dry.", "MENA region", "place", "a known name with a small word"),
    ("Senators Ruth Mills and Carl Voss voted no.", "Ruth Mills", "person", "a plural title"),
    ("Al Jazeera, citing Reuters, said so.", "Reuters", "publication", "a news agency"),
    ("Riyadh Salman, a reporter, wrote it.", "Riyadh Salman", "person", "a given name that is also a capital"),
    ("Zelmira Poma, a farmer, lost her cows.", "Zelmira Poma", "person", "what she is stands behind the name"),
    ("Zelmira Poma, secretary of the union, spoke.", "Zelmira Poma", "person", "an office behind the name"),
    ("The ombudsman, Jamilya Osmonova, left. Osmonova was tired.", "Osmonova", "person", "an office before the name, and the surname alone"),
    ("ZEC spokesperson Tamanda Ng'ona said so.", "Tamanda Ng'ona", "person", "a role right before the name"),
    ("Osmonov's brother, Maksut, spoke.", "Maksut", "person", "somebody's brother"),
    ("The shipping company, Nusa Karya, denied it.", "Nusa Karya", "organisation", "a company that stands before a comma"),
    ("The search and rescue agency, Basarda, said so. Basarda left.", "Basarda", "organisation", "an agency"),
    ("Lomas Norte, the construction company, said so.", "Lomas Norte", "organisation", "a company behind the name"),
    ("He died in Zelm, a man who had many friends. They buried him in Zelm.", "Zelm", "place", "where somebody was is no person"),
    ("The publisher, Katrin Grahl, said so.", "Katrin Grahl", "person", "a publisher may be a person"),
    ("Minera Collpa said so.", "Minera Collpa", "organisation", "a word that names of companies have"),
    ("The GKNV said that he had left. The GKNV would not say more.", "GKNV", "organisation", "capitals alone"),
    ("The captain of the KM Karya Baru fled.", "KM Karya Baru", "facility", "the mark of ships"),
    ("The mayor of Balbau, Iwan Tejo, spoke.", "Balbau", "place", "a town has a mayor"),
    ("The Collpa river rose.", "Collpa", "place", "a river"),
    ("An aide of ex-Mayor of Bishkek Ruslan Osmonov fled.", "Ruslan Osmonov", "person", "an office of a place before a name without a comma"),
    ("An aide of ex-Mayor of Bishkek Ruslan Osmonov fled.", "Bishkek", "place", "the place of an office before a name"),
    ("Inspector General of Police Merline Yolanu said so.", "Merline Yolanu", "person", "an office of a body before a name"),
    ("Secretary of Kyrgyzstan's Security Council Almaz Osmonov was shot.", "Almaz Osmonov", "person", "an office of what a state has"),
    ("The chairman of the Senate Judiciary Subcommittee left.", "Senate Judiciary Subcommittee", "organisation", "no name follows the body"),
    ("Activists spoke to Human Rights Watch.", "Human Rights Watch", "organisation", "a world body"),
]  # fmt: skip

NO_NAMES = [
    ("The Iraqi dinar fell.", "Iraqi", "a demonym adjective"),
    ("Pro-Iranian fighters left.", "Pro-Iranian", "a demonym with a prefix"),
    ("Shia parties met.", "Shia", "an adjective of religion"),
    ("Republican voters waited.", "Republican", "an adjective of party"),
    ("President Karim Aziz spoke.", "President", "a title"),
    ("Observers said nothing had changed.", "Observers", "a common noun that opens a sentence"),
    ("On Monday they met.", "Monday", "a weekday"),
    ("The minister resigned.", "The", "an article"),
]

METONYMS = [
    ("Tehran said it would answer.", "Tehran", "organisation", "a capital speaks"),
    ("He flew to Tehran on Sunday.", "Tehran", "place", "a capital is gone to"),
    ("Talks between Washington and Tehran stalled.", "Washington", "organisation", "a partner in talks"),
    ("The embassy in Baghdad was hit.", "Baghdad", "place", "a capital holds something"),
    ("Militias loyal to Tehran advanced.", "Tehran", "organisation", "loyal to a capital"),
    ("He conveyed Baghdad's concern to the envoy.", "Baghdad", "organisation", "a capital owns an attitude"),
    ("Baghdad's airport was closed.", "Baghdad", "place", "a capital owns a place"),
    ("Iran announced the visit.", "Iran", "organisation", "a state announces"),
    ("Life in Iran is hard.", "Iran", "place", "a state is lived in"),
    ("Iran-backed fighters left.", "Iran", "organisation", "a state backs"),
    ("A message from Moscow arrived.", "Moscow", "organisation", "a message from a capital"),
    ("A train from Moscow arrived.", "Moscow", "place", "a train from a capital"),
    ("US sanctions hurt.", "US", "organisation", "a state without another adjective"),
]  # fmt: skip

NOMINALS = [
    ("The Iraqi prime minister resigned.", "The Iraqi prime minister", "person", "a role"),
    ("A source in the ministry told us.", "A source", "person", "a source"),
    ("The militias attacked again.", "The militias", "group", "a group"),
    ("The head of the delegation left.", "The head of the delegation", "person", "a role with its of phrase"),
    ("Officials in the town agreed.", "Officials", "group", "a bare plural"),
    ("The company closed its doors.", "The company", "organisation", "a body"),
    ("Karim Aziz's successor was named.", "Karim Aziz's successor", "person", "a possessor inside"),
]


def mentions_of(text: str, form: str = "name") -> list[tuple[str, str]]:
    doc = nlp()(text)
    return [(doc.text[m.start : m.end], m.kind) for m in doc._.rashomon_mentions if m.form == form]


@pytest.mark.parametrize(("text", "name", "kind"), [c[:3] for c in NAMES], ids=[c[3] for c in NAMES])
def test_a_name_is_found_with_its_kind(text: str, name: str, kind: str) -> None:
    assert (name, kind) in mentions_of(text)


@pytest.mark.parametrize(("text", "word"), [c[:2] for c in NO_NAMES], ids=[c[2] for c in NO_NAMES])
def test_what_is_no_name_is_left_out(text: str, word: str) -> None:
    assert word not in [name for name, _ in mentions_of(text)]


@pytest.mark.parametrize(("text", "name", "kind"), [c[:3] for c in METONYMS], ids=[c[3] for c in METONYMS])
def test_a_government_is_told_from_a_place(text: str, name: str, kind: str) -> None:
    assert (name, kind) in mentions_of(text)


@pytest.mark.parametrize(("text", "phrase", "kind"), [c[:3] for c in NOMINALS], ids=[c[3] for c in NOMINALS])
def test_a_role_phrase_is_a_nominal_mention(text: str, phrase: str, kind: str) -> None:
    assert (phrase, kind) in mentions_of(text, "nominal")


def test_a_title_beside_a_name_is_no_mention_of_its_own() -> None:
    text = "The ministry's spokesman, Saeed Karimi, spoke to Foreign Minister Fuad Salem."
    assert not [t for t, _ in mentions_of(text, "nominal") if "spokesman" in t or "Minister" in t]


def test_a_surname_is_found_in_a_headline() -> None:
    text = "Karimi Warns Neighbours Over Water\n\nMinister Saeed Karimi warned on Monday that rivers were dry."
    doc = nlp()(text)
    assert any(m.start == 0 and m.end == 6 and m.kind == "person" for m in doc._.rashomon_mentions)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA .,\n\"“”’'-()البéßIraqi Tehran al-Haq U.S.:"), max_size=80))
def test_odd_text_gives_sound_mentions(text: str) -> None:
    doc = nlp()(text)
    chains = {c.id for c in doc._.rashomon_chains}
    last = -1
    for m in doc._.rashomon_mentions:
        assert 0 <= m.start < m.end <= len(text)
        assert text[m.start : m.end] == text[m.start : m.end].strip()
        assert m.chain in chains
        assert m.because
        assert m.start >= last
        last = m.start
    assert len({m.id for m in doc._.rashomon_mentions}) == len(doc._.rashomon_mentions)


def test_a_mark_alone_is_no_name() -> None:
    text = "Ohio Bank Robber Added to U.S. Marshals '15 Most Wanted' List"
    assert all(any(c.isalnum() for c in text[m.start : m.end]) for m in nlp()(text)._.rashomon_mentions)


def test_the_same_text_gives_the_same_mentions() -> None:
    text = " ".join(case[0] for case in NAMES)
    assert nlp()(text)._.rashomon_mentions == nlp()(text)._.rashomon_mentions


def test_refer_gives_the_name_beside_a_role_and_else_a_new_mention() -> None:
    doc = nlp()("The spokesman, Saeed Karimi, praised the weather and American strikes. US officials agreed.")
    name = next(m for m in doc._.rashomon_mentions if m.form == "name" and m.kind == "person")
    assert refer(doc[0:5], doc[1]) == name.id
    before = len(doc._.rashomon_mentions)
    weather = next(t for t in doc if t.text == "weather")
    first = refer(doc[weather.i - 1 : weather.i + 1], weather)
    assert len(doc._.rashomon_mentions) == before + 1
    assert refer(doc[weather.i - 1 : weather.i + 1], weather) == first
    adjective = next(t for t in doc if t.text == "American")
    strikers = refer(doc[adjective.i : adjective.i + 1])
    chain = next(m.chain for m in doc._.rashomon_mentions if m.id == strikers)
    assert "government of United States" in next(c for c in doc._.rashomon_chains if c.id == chain).roles


def _as_title(word: str) -> tuple[str, str]:
    return f"Yesterday {word} Karim Aziz spoke.", "Karim Aziz"


@pytest.mark.parametrize("word", [row[0] for row in lexicon("titles") if " " not in row[0]])
def test_every_title_is_trimmed_off(word: str) -> None:
    text, name = _as_title(word)
    doc = _doc(text, {"Karim": "PERSON", "Aziz": "PERSON"})
    assert name in [doc.text[m.start : m.end] for m in doc._.rashomon_mentions if m.form == "name"]


@pytest.mark.parametrize("row", lexicon("name_heads"), ids=lambda row: row[0])
def test_every_head_word_tells_a_kind(row: tuple[str, str]) -> None:
    doc = _doc(
        f"They saw Zorbian Quell {row[0]} there once on some other day.",
        {"Zorbian": "NNP", "Quell": "NNP", row[0]: "NNP"},
    )
    assert [m.kind for m in doc._.rashomon_mentions if m.form == "name"] == [row[1]]


def test_every_state_has_demonyms_or_another_name_and_none_is_shared() -> None:
    seen: dict[str, str] = {}
    for row in lexicon("countries"):
        state, demonyms, capitals, others = (*row, "", "", "")[:4]
        assert demonyms or others
        for name in filter(None, (*demonyms.split("|"), *capitals.split("|"), *others.split("|"))):
            assert seen.setdefault(name, state) == state
            assert name[0].isupper()


def test_kinds_and_genders_in_the_lexicons_are_of_the_contract() -> None:
    kinds = {"person", "organisation", "group", "place", "facility", "office", "publication", "other"}
    for name in ("known_names", "name_heads", "nominal_heads", "institutions"):
        assert {row[1] for row in lexicon(name)} <= kinds
    assert {row[1] for row in lexicon("given_names") if len(row) > 1} == {"m", "f"}
    assert {row[0] for row in lexicon("metonymy")} == {"to", "from", "of", "on", "possessed", "verb"}


def _doc(text: str, marks: dict[str, str]) -> Doc:
    """A document with hand-set tags and entities, so that a lexicon is tested and not the model."""
    reader = nlp()
    words = [*text[:-1].split(), "."]
    spaces = [True] * (len(words) - 2) + [False, False]
    tags = ["NNP" if w in marks or (w[0].isupper() and k) else "RB" for k, w in enumerate(words)]
    ents = []
    for k, w in enumerate(words):
        if marks.get(w) == "PERSON":
            ents.append(("I" if k and marks.get(words[k - 1]) == "PERSON" else "B") + "-PERSON")
        else:
            ents.append("O")
    n = len(words)
    doc = Doc(
        reader.vocab, words, spaces, tags=tags, pos=["X"] * n, lemmas=words, heads=[0] * n, deps=["dep"] * n, ents=ents
    )
    return reader.get_pipe("rashomon_mentions")(doc)


@pytest.mark.shared
def test_names_of_the_annotated_reports(shared: Path) -> None:
    gold = [json.loads(line) for line in (shared / "gold" / "entities.jsonl").read_text("utf-8").splitlines()]
    texts = {p.stem: p.read_bytes().decode() for p in (shared / "seeds").glob("*.txt")}
    found = total = 0
    for report in sorted({m["report"] for e in gold for m in e["mentions"]}):
        spans = [(m.start, m.end) for m in nlp()(texts[report])._.rashomon_mentions]
        for e in gold:
            for m in e["mentions"]:
                if m["report"] == report and m["form"] == "name":
                    total += 1
                    found += any(
                        2 * (min(b, m["end"]) - max(a, m["start"])) >= max(b - a, m["end"] - m["start"])
                        for a, b in spans
                    )
    assert found >= 0.93 * total
