"""Who is one and who is two inside a report, over texts written for these tests."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from mentioned import nlp
from rashomon.reading.mentions.gazetteer import name_key, spelling

# text, one phrase, another phrase, whether they are one
PAIRS = [
    ("Fuad Salem spoke. Salem left.", "Fuad Salem", "Salem left"[:5], True, "a surname is its full name's"),
    ("Mustafa Al-Kazimi spoke. Al Kazimi left.", "Mustafa Al-Kazimi", "Al Kazimi", True, "hyphen or space after the particle"),
    ("Mustafa Al-Kazimi spoke. We support Kazimi now.", "Mustafa Al-Kazimi", "Kazimi now"[:6], True, "no particle"),
    ("Ali Hassan spoke. Omar Hassan listened.", "Ali Hassan", "Omar Hassan", False, "two brothers stay two"),
    ("Mohammad Javad Karimi spoke. Javad Karimi left.", "Mohammad Javad Karimi", "Javad Karimi left"[:12], True, "a given name left out"),
    ("Hassan Rouhani spoke. Hassan Rohani left.", "Hassan Rouhani", "Hassan Rohani", True, "two spellings"),
    ("Boris Johnson met Mark Johnston.", "Boris Johnson", "Mark Johnston", False, "surnames that only look alike"),
    ("Iraqi Foreign Minister Fuad Salem spoke. The Iraqi minister left.", "Fuad Salem", "The Iraqi minister", True, "a role by its title"),
    ("Iraqi Foreign Minister Fuad Salem met Iranian Foreign Minister Reza Karimi. The Iraqi foreign minister left.", "Fuad Salem", "The Iraqi foreign minister", True, "a role by its state"),
    ("Iraqi Foreign Minister Fuad Salem met Iranian Foreign Minister Reza Karimi. The Iraqi foreign minister left.", "Reza Karimi", "The Iraqi foreign minister", False, "not the other state's minister"),
    ("Prime Minister Adel Karim met former prime minister Nuri Saleh. The prime minister smiled.", "Adel Karim", "The prime minister", True, "the one in office"),
    ("Prime Minister Adel Karim met former prime minister Nuri Saleh. The prime minister smiled.", "Nuri Saleh", "The prime minister", False, "not the former one"),
    ("The Popular Guard Forces (PGF) left. The PGF denied it.", "Popular Guard Forces", "PGF denied"[:3], True, "an acronym in brackets"),
    ("The UN met on Monday. The group is listed by the European Union.", "UN", "European Union", False, "a short name is not what a long word sounds like"),
    ("The Northern Water Authority met. Later NWA engineers came.", "Northern Water Authority", "NWA", True, "an acronym of initials"),
    ("The Green Movement, also known as the Leaf Party, won.", "Green Movement", "Leaf Party", True, "also known as"),
    ("Tehran said no. Iran announced a plan.", "Tehran", "Iran announced"[:4], True, "a capital and its state as one government"),
    ("Tehran said no. He flew to Tehran later.", "Tehran said"[:6], "Tehran later"[:6], False, "the government and the city"),
    ("The Iraqi government agreed. Baghdad announced a date.", "Iraqi government", "Baghdad", True, "a government and its capital"),
    ("Iran announced a plan. The Iranian side smiled.", "Iran", "The Iranian side", True, "a side is a government"),
    ("A source told the paper so. The source asked for silence.", "A source", "The source", True, "the source introduced before"),
    ("A source told the paper so. Another source disagreed.", "A source", "Another source", False, "another source"),
    ("The Salem Party won. The party celebrated.", "Salem Party", "The party", True, "a body by its head word"),
    ("An envoy came from Rome. Karim's office was shut and Salem's office was open.", "Karim's office", "Salem's office", False, "two possessors"),
    ("Supreme Leader Ali Karimi spoke. The supreme leader was calm.", "Ali Karimi", "The supreme leader", True, "two words of a role"),
    ("Majid Rafi, head of the Desert Council, spoke. The head of the council left.", "Majid Rafi", "The head of the council", True, "a role with its body"),
    ("The Karm Water Mission found faults. But the ACDW mission praised the vote.", "Karm Water Mission", "the ACDW mission", False, "a name before the noun that the body does not bear"),
    ("The Interior Ministry confirmed it. The health ministry denied it.", "Interior Ministry", "The health ministry", False, "a word before the noun that the name lacks"),
    ("The Interior Ministry confirmed it. The health ministry denied it. The ministry said more.", "The health ministry", "The ministry", True, "the one spoken of last, though it has no name"),
    ("Brun Freight, a shipping company, fired its crew. The Dock Union called a strike. The company refused.", "Brun Freight", "The company", True, "a company by what it is called"),
    ("The Dock Union struck against Brun Freight. The company called it a betrayal.", "Dock Union", "The company", False, "a union is no company"),
    ("Workers at Brun struck on Monday. The union said so.", "Brun", "The union", False, "nothing shows that it is a union"),
    ("The company fined by OVNA, the regulator, will appeal. OVNA said so. The company refused.", "OVNA", "The company", False, "a regulator is no company"),
    ("Brun Telecom, which the company accused, said nothing.", "Brun Telecom", "the company", False, "inside a clause about the body it is another"),
    ("Toyota delivered ten cars. The company was proud.", "Toyota", "The company", True, "the only body that can be one"),
    ("Shares of Brun rose. Brun's shareholders cheered. Holm, a charity, objected. The company smiled.", "Brun", "The company", True, "what has shareholders"),
    ("PT Karm Ferries left. Karm Ferries denied it.", "PT Karm Ferries", "Karm Ferries", True, "a company without its form"),
    ("Police came. The Karm County police stayed. Police left.", "Police", "Police left"[:6], True, "police without a name are not the county's"),
    ("Almaz Osmonov died. His wife, Ainura Osmonova, was there. Osmonova wept.", "Ainura Osmonova", "Osmonova wept"[:8], True, "a surname as it is written before one like it"),
    ("The United States agreed. U.S. officials left. America announced it.", "United States", "America", True, "a state's names"),
]  # fmt: skip


def chain_at(doc: Doc, phrase: str, last: bool) -> str | None:
    at = doc.text.rindex(phrase) if last else doc.text.index(phrase)
    return next((m.chain for m in doc._.rashomon_mentions if (m.start, m.end) == (at, at + len(phrase))), None)


@pytest.mark.parametrize(("text", "one", "other", "same"), [c[:4] for c in PAIRS], ids=[c[4] for c in PAIRS])
def test_one_thing_is_one_chain(text: str, one: str, other: str, same: bool) -> None:
    doc = nlp()(text)
    first, second = chain_at(doc, one, last=False), chain_at(doc, other, last=True)
    assert first is not None
    assert second is not None
    assert (first == second) is same


ROLES = [
    ("Iraqi Foreign Minister Fuad Salem spoke.", "Fuad Salem", "Iraqi Foreign Minister", "title"),
    ("The ministry spokesman, Saeed Karimi, spoke.", "Saeed Karimi", "ministry spokesman", "apposition before"),
    ("Yasin Bakri, professor of law at Desert University, spoke.", "Yasin Bakri", "professor of law at Desert University", "apposition after"),
    ("Karim Aziz is the head of the council.", "Karim Aziz", "head of the council", "predicate"),
    ("Former diplomat Amir Rafi agreed.", "Amir Rafi", "Former diplomat", "a common noun as title"),
    ("Journalist and analyst Ahmed Rafi agreed.", "Ahmed Rafi", "Journalist and analyst", "two roles"),
    ("Iran's supreme leader, Ayatollah Ali Karimi, spoke.", "Ali Karimi", "Iran's supreme leader", "apposition before a title"),
    ("Ann Holm and other union leaders spoke.", "Ann Holm", "union leaders", "one of several"),
    ("Ann Holm, Otto Lund and two other senior ministry officials left.", "Ann Holm", "senior ministry officials", "one of a list"),
    ("Ann Holm told Otto Lund and other diplomats.", "Otto Lund", "diplomats", "the last before the others"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role"), [c[:3] for c in ROLES], ids=[c[3] for c in ROLES])
def test_a_person_has_the_roles_that_the_text_gives(text: str, name: str, role: str) -> None:
    chain = next(c for c in nlp()(text)._.rashomon_chains if c.name == name)
    assert role in chain.roles
    assert chain.kind == "person"


NOT_ONE_OF_THEM = [
    ("Ann Holm and ministers met.", "beside them, none of them"),
    ("Ann Holm met other ministers.", "whom she met"),
    ("Ann Holm spoke, and other ministers left.", "another sentence"),
    ("Ann Holm told Otto Lund and other diplomats.", "he is one, not she"),
]


@pytest.mark.parametrize(("text", "why"), NOT_ONE_OF_THEM, ids=[c[1] for c in NOT_ONE_OF_THEM])
def test_whom_others_stand_beside_is_not_always_one_of_them(text: str, why: str) -> None:
    assert not next(c for c in nlp()(text)._.rashomon_chains if c.name == "Ann Holm").roles


def test_the_others_stay_somebody_of_their_own() -> None:
    doc = nlp()("Ann Holm and other union leaders spoke. The union leaders left.")
    assert chain_at(doc, "other union leaders", last=False) is not None


def test_courtesy_is_no_role() -> None:
    chain = next(c for c in nlp()("Mrs. Clara Stein spoke.")._.rashomon_chains if c.name == "Clara Stein")
    assert chain.roles == ()


def test_a_government_is_named_by_its_state() -> None:
    chains = nlp()("Tehran said no. Iran announced a plan.")._.rashomon_chains
    government = next(c for c in chains if "government of Iran" in c.roles)
    assert government.name == "Iran"
    assert government.names == ("Tehran", "Iran")


def test_chains_and_mentions_come_in_text_order_and_every_merge_says_why() -> None:
    doc = nlp()(" ".join(c[0] for c in PAIRS))
    firsts = [min(m.start for m in doc._.rashomon_mentions if m.chain == c.id) for c in doc._.rashomon_chains]
    assert firsts == sorted(firsts)
    assert all(m.because for m in doc._.rashomon_mentions)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("rouhani", "rohani", True),
        ("hussein", "hassan", False),
        ("kazimi", "kazemi", True),
        ("ali", "ala", False),
        ("johnson", "johnston", False),
        ("salih", "saleh", True),
    ],
)
def test_spelling(a: str, b: str, same: bool) -> None:
    assert spelling(a, b) is same
    assert spelling(b, a) is same


@pytest.mark.parametrize(
    ("text", "key"),
    [("Al-Kazimi", ("kazimi",)), ("the Al Hurra", ("hurra",)), ("Asa'ib", ("asaib",)), ("Abu Salim", ("abu", "salim"))],
)
def test_name_key(text: str, key: tuple[str, ...]) -> None:
    assert name_key(text) == key
