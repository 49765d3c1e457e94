"""Who only names an event in passing does not tell it; what is long past may be told after another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_reading import MadeReading, entities_of
from rashomon.comparing.independence import independence
from rashomon.comparing.origins import origins
from rashomon.comparing.origins.passing import passing
from rashomon.records import Origin

SAID = "2024-03-12"
LONG_AGO, NOW = "2021-06-01", "2024-03-11"

# text, source, cue, content, trigger, the event's rule, its day, how it stands, why
CASES = [
    ("Abt said gunmen shot four men.", "Abt", "said", "gunmen shot four men", "shot", "verb:shoot", NOW, "told", "the verb of the statement"),
    ("Abt announced the visit of an envoy.", "Abt", "announced", "the visit of an envoy", "visit", "noun:visit", NOW, "told", "the statement begins with it"),
    ("Abt said the envoys will one day pay a visit here.", "Abt", "said", "the envoys will one day pay a visit here", "visit", "noun:visit carried:pay", NOW, "told", "a verb carries it"),
    ("Abt warned against more strikes after the killing.", "Abt", "warned", "against more strikes after the killing", "killing", "noun:killing", NOW, "in passing", "a noun far into the statement"),
    ("Abt warned against more strikes after the killing.", "Abt", "warned", "against more strikes after the killing", "killing", "noun:killing", LONG_AGO, "recalled in passing", "long past besides"),
    ("Abt said prices rose since the general was killed.", "Abt", "said", "prices rose since the general was killed", "killed", "verb:kill", LONG_AGO, "recalled in passing", "a clause that dates another"),
    ("Abt said prices rose since the general was killed.", "Abt", "said", "prices rose since the general was killed", "killed", "verb:kill", NOW, "in passing", "a clause that dates, of these days"),
    ("Abt said we do not know the envoy who arrived.", "Abt", "said", "we do not know the envoy who arrived", "arrived", "verb:arrive", NOW, "in passing", "a clause that describes"),
    ("Abt said that, when night came, soldiers shot forty men.", "Abt", "said", "that, when night came, soldiers shot forty men", "shot", "verb:shoot", LONG_AGO, "recalled", "a witness of long ago tells it in a clause of its own"),
    ("Abt said the visit of the envoy aims to end the siege.", "Abt", "said", "the visit of the envoy aims to end the siege", "visit", "noun:visit", NOW, "in passing", "what it is for, not that it took place"),
    ("Abt said the visit came as part of old ties.", "Abt", "said", "the visit came as part of old ties", "visit", "noun:visit", NOW, "in passing", "what it is part of"),
    ("Abt said the raid was a mistake.", "Abt", "said", "the raid was a mistake", "raid", "noun:raid", NOW, "in passing", "what he thinks of it"),
    ("Abt said the raid was carried out by militias.", "Abt", "said", "the raid was carried out by militias", "raid", "noun:raid", NOW, "told", "who did it"),
    ("Abt accused him of being involved in the raid.", "Abt", "accused", "being involved in the raid", "raid", "noun:raid carried:involve", NOW, "in passing", "a hand in what is known"),
    ("Abt said he was behind the raid.", "Abt", "said", "he was behind the raid", "raid", "noun:raid", NOW, "in passing", "who was behind it"),
    ("Abt said they mounted the raid.", "Abt", "said", "they mounted the raid", "raid", "noun:raid carried:mount", NOW, "told", "who did it, by a verb that carries it"),
    ("Abt said the raid left four dead. It was a mistake.", "Abt", "said", "the raid left four dead. It was a mistake", "raid", "noun:raid", NOW, "told", "its character is told in another sentence"),
    ("The killing of the general is remembered.", None, "", "", "killing", "noun:killing", LONG_AGO, "recalled", "the reporter recalls"),
    ("The killing of the general shook the town.", None, "", "", "killing", "noun:killing", NOW, "told", "the reporter's own news"),
    ("Gunmen shot four men.", None, "", "", "shot", "verb:shoot", None, "told", "undated is not long past"),
]  # fmt: skip
REMEMBERED, NEWS = (
    next(c for c in CASES if c[8] == why) for why in ("the reporter recalls", "the reporter's own news")
)


def made(
    text: str, source: str | None, cue: str, content: str, trigger: str, rule: str, day: str | None
) -> MadeReading:
    one = MadeReading("a", text, SAID)
    if source:
        one.says(source, cue, content)
    return one.tells("ASSAULT", trigger, date=day, attribution="a1" if source else None, because=rule)


@pytest.mark.parametrize(("case", "how"), [(c[:7], c[7]) for c in CASES], ids=[c[8] for c in CASES])
def test_how_an_event_stands_in_its_statement(case, how) -> None:
    reading = made(*case).reading()
    around = reading.attributions[0] if reading.attributions else None
    assert passing(reading.events[0], around, reading.published, case[0]) == how


VOICE = {
    "told": ("Abt", True, "person:Abt"),
    "in passing": ("Abt", False, "in-passing: the statement is about something else"),
    "recalled": ("Abt", True, "person:Abt"),
    "recalled in passing": ("a", False, "in-passing:Abt only recalls it"),
}


@pytest.mark.parametrize(("case", "how"), [(c[:7], c[7]) for c in CASES if c[1]], ids=[c[8] for c in CASES if c[1]])
def test_the_voice_behind_it_and_whether_it_is_sure(case, how) -> None:
    one = made(*case)
    found = origins({"a": one.report()}, {"a": one.reading()}, entities_of(one), ())["a", "e1"]
    name, certain, because = VOICE[how]
    assert (found.name, found.certain) == (name, certain)
    assert because in str(found.because)


def test_reporters_who_recall_may_have_it_from_one_another() -> None:
    texts = [made(*REMEMBERED[:7]) for _ in range(3)]
    for i, one in enumerate(texts):
        one.id = f"r{i}"
    behind = origins({o.id: o.report() for o in texts}, {o.id: o.reading() for o in texts}, (), ())
    assert independence(behind[o.id, "e1"] for o in texts) == (1, 2)
    news = made(*NEWS[:7])
    told = origins({"a": news.report()}, {"a": news.reading()}, (), ())["a", "e1"]
    assert independence([told, *(behind[o.id, "e1"] for o in texts)]) == (1, 2)


# text, source, its kind, the mention's kind, form, more of the attribution, the voice, why
SOURCES = [
    ("The reality here shows that gunmen came.", "The reality here", "institution", "other", "nominal", {}, "a", "a state of things tells nothing"),
    ("Leaked reports said that gunmen came.", "Leaked reports", "collective", "other", "nominal", {}, "Leaked reports", "a text that somebody wrote"),
    ("The shooting at the office shows that gunmen came.", "The shooting at the office", "collective", "other", "nominal", {}, "a", "the head of the phrase tells, not its place"),
    ("Abt said that gunmen came.", "Abt", "named_person", "person", "name", {"negated": True}, "a", "what he is said not to say he does not tell"),
    ("Abt said that gunmen came.", "Abt", "named_person", "person", "name", {}, "Abt", "what he says he tells"),
    ("Abt said that gunmen came.", "Abt", "named_person", "person", "name", {"polarity": "deny"}, "Abt", "a denial is his"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "kind", "mention", "form", "more", "name", "why"), SOURCES, ids=[s[-1] for s in SOURCES]
)
def test_who_could_know(text, source, kind, mention, form, more, name, why) -> None:
    one = MadeReading("a", text, SAID)
    one.mention(source, mention)
    one.says(source, "shows" if "shows" in text else "said", "gunmen came", source_kind=kind, **more)
    one.mentions = [
        m if m.kind != mention else type(m)(m.id, m.start, m.end, m.kind, form, m.chain) for m in one.mentions
    ]
    one.tells("ASSAULT", "came", date=NOW, attribution="a1", because="verb:come")
    found = origins({"a": one.report()}, {"a": one.reading()}, (), ())
    assert found["a", "e1"].name == found["a", "a1"].name == name


@pytest.mark.parametrize("lemma", ["comment", "ask", "accuse", "say"])
def test_what_nobody_named_puts_forward_its_reporter_tells(lemma: str) -> None:
    one = MadeReading("a", "Asked about the raid, the mayor left.", SAID)
    one.says(None, "Asked", "the raid", source_kind="anonymous", lemma=lemma)
    one.tells("ASSAULT", "raid", date=NOW, attribution="a1", because="noun:raid")
    assert origins({"a": one.report()}, {"a": one.reading()}, (), ())["a", "e1"].name == "a"


@given(st.lists(st.sampled_from(range(len(CASES))), min_size=1, max_size=6), st.sampled_from(range(len(CASES))))
def test_a_mention_in_passing_adds_at_most_one_and_never_to_the_least(picked: list[int], more: int) -> None:
    def voices(cases: list[int]) -> list[Origin]:
        found = []
        for n, i in enumerate(cases):
            one = made(*CASES[i][:7])
            one.id = f"r{n}"
            found.append(origins({one.id: one.report()}, {one.id: one.reading()}, (), ())[one.id, "e1"])
        return found

    before, after = independence(voices(picked)), independence(voices([*picked, more]))
    assert before[0] <= after[0] <= before[0] + 1
    assert before[1] <= after[1] <= before[1] + 1
    if CASES[more][7] != "told" and not voices([more])[0].certain:
        assert after[0] == before[0]


@given(st.lists(st.sampled_from(range(len(CASES))), min_size=1, max_size=5), st.randoms())
def test_the_order_of_the_reports_changes_no_voice(picked: list[int], random: object) -> None:
    texts = {f"r{n}": made(*CASES[i][:7]) for n, i in enumerate(picked)}
    for name, one in texts.items():
        one.id = name
    names = list(texts)
    random.shuffle(names)  # type: ignore[attr-defined]
    reports = {i: o.report() for i, o in texts.items()}
    one = origins(reports, {i: texts[i].reading() for i in sorted(texts)}, (), ())
    assert one == origins(reports, {i: texts[i].reading() for i in names}, (), ())


def test_a_role_before_a_name_is_the_named_person() -> None:
    from dataclasses import replace

    one = MadeReading("a", "Journalist and analyst Lena Abt said that gunmen came.", SAID)
    one.mention("Lena Abt")
    one.mention("Journalist")
    one.says("Journalist and analyst Lena Abt", "said", "gunmen came", source_kind="anonymous", source_mention="m2")
    one.mentions[1] = replace(one.mentions[1], form="nominal")
    one.chains["c-Lena Abt"] = replace(one.chains["c-Lena Abt"], roles=("Journalist and analyst",))
    voice = origins({"a": one.report()}, {"a": one.reading()}, entities_of(one), ())["a", "a1"]
    assert (voice.name, voice.certain) == ("Lena Abt", True)
    one.chains["c-Lena Abt"] = replace(one.chains["c-Lena Abt"], roles=())
    voice = origins({"a": one.report()}, {"a": one.reading()}, entities_of(one), ())["a", "a1"]
    assert (voice.kind, voice.certain) == ("anonymous", False)
