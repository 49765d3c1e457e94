"""Named persons: a surname is its full name's; full names with different given names are different people.

Who comes in as another's relative: "Berg's mother, Ada Berg", "his cousin, Jon Berg", "Ada Berg, the widow of Berg".

In a report that speaks of another of that name, the surname alone is the other's.

Two names that the text says are one person's are one thread: "Karim Selim, better known as Abu Hafs".

Only the words of `alias_phrases.txt` may stand between them, or a bracket round the initials of the first. What is
said to be a person's other name is a person's name, whatever the model took it for.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from rashomon.language import lexicon, listed, word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.beside import personal_words
from rashomon.reading.mentions.gazetteer import gazetteer, nominal_heads, skeleton, spelling
from rashomon.reading.mentions.page import Draft, Page, Thread
from rashomon.reading.mentions.personal import told_beside
from rashomon.reading.mentions.verbs import before_then, dies, utters, verb_of
from rashomon.records import NO_REASON, Reason

_SKIP = frozenset({"the", "his", "her", "their", "by", "is", "was", "of", ",", '"', "“", "”", "'", "‘", "’", "(", ")"})
_REACH = 9
_SHORTEST = 3
Stated = tuple[Draft, Draft, Reason]


@cache
def _phrases() -> frozenset[str]:
    return frozenset(phrase for (phrase,) in lexicon("alias_phrases"))


def aliases(page: Page, named: list[Draft]) -> list[Stated]:
    """Give the pairs of names that are said to be one person's, and make the second of each a person's."""
    out: list[Stated] = []
    for a, b in pairwise(named):
        if a.kind != "person" or not 0 < b.i - a.j <= _REACH or b.kind in {"place", "publication"}:
            continue
        gap = [w for w in page.lower[a.j : b.i] if not w.isspace()]
        said = " ".join(w for w in gap if w not in _SKIP)
        bracketed = (
            gap == ["("] and page.words[b.j : b.j + 1] == [")"] and _initials(a) == b.text.replace(".", "").lower()
        )
        if bracketed or (said in _phrases() and (len(a.key) > 1 or len(b.key) > 1)):
            out.append((a, b, Reason(said or "initials", a.text)))
    other = {b.key: why for _, b, why in out}
    for d in named:
        if d.key in other and d.kind not in {"person", "place"}:
            d.kind, d.because = "person", Reason("alias").then(other[d.key], ":")
    return out


def _initials(d: Draft) -> str:
    letters = "".join(w[0] for w in d.text.replace("-", " ").split()).lower()
    return letters if len(letters) >= _SHORTEST else ""


def united(threads: list[Thread], stated: list[Stated]) -> list[Thread]:
    """Give the persons' threads with those made one that bear two names of one person."""
    for a, b, why in stated:
        first = next(t for t in threads if any(d is a for d in t.drafts))
        second = next((t for t in threads if any(d is b for d in t.drafts)), first)
        if first is second:
            continue
        for d in second.drafts:
            first.add(d, Reason("known-as").then(why, ":") if d is b else NO_REASON)
        first.drafts.sort(key=lambda d: (d.start, -d.end))
        threads = [t for t in threads if t is not second]
    return threads


_OWNS = tags.GENITIVE | tags.OWNING_PRONOUN
_BETWEEN = tags.ANY_ADJECTIVE | tags.NUMERAL | tags.HYPHEN | tags.COMMON_NOUN | tags.PARTICIPLE
_WORDS = 4


def relative(page: Page, d: Draft) -> str | None:
    """Give the gender of somebody's relative who is introduced by the name `d` ("" where open); None for others."""
    end = d.title[0] if d.title else d.i
    before = end - 1 - (end > 1 and page.words[end - 1] == ",")
    if before > 0 and _is_kin(page, before) and _is_owned(page, before):
        return _gender(page, before)
    behind = d.j
    if behind >= len(page) or page.words[behind] != ",":
        return None
    for k in range(behind + 1, min(behind + 2 + _WORDS, len(page))):
        if _is_kin(page, k) and (_is_owned(page, k) or _is_of(page, k)):
            return _gender(page, k)
        if page.tags[k] not in _BETWEEN | _OWNS | (tags.ARTICLE | tags.NAME):
            return None
    return None


def may_speak(page: Page, d: Draft) -> bool:
    """Whether the name is the subject of a verb of speaking that tells of no earlier time."""
    verb = None if page.quoted[d.i] else verb_of(page.doc[d.head])
    return verb is not None and utters(verb) and not before_then(verb)


def goes_on(page: Page, drafts: list[Draft], d: Draft) -> bool:
    """Whether one of the mentions is the subject of the sentence right before that of `d`."""
    start = page.doc[d.head].sent.start
    if not start:
        return False
    before = page.doc[start - 1].sent.start
    return any(before <= o.head < start and verb_of(page.doc[o.head]) is not None for o in drafts)


def has_spoken(page: Page, drafts: list[Draft], d: Draft) -> bool:
    """Whether one of the mentions before `d` is the subject of a verb of speaking."""
    return any(o.start < d.start and may_speak(page, o) for o in drafts)


def is_dead(page: Page, drafts: list[Draft]) -> bool:
    """Whether one of the mentions tells that he died."""
    return any(d.late or dies(page.doc[d.head]) for d in drafts)


def _is_kin(page: Page, k: int) -> bool:
    return page.lower[k] in personal_words("family")


def _gender(page: Page, k: int) -> str:
    return nominal_heads().get(page.lower[k], ("", ""))[1]


def _is_owned(page: Page, k: int) -> bool:
    """Whether the relative at `k` is somebody's by the words before: "his younger brother", "the victim's mother"."""
    at = k - 1
    while at > max(0, k - _WORDS) and page.tags[at] in _BETWEEN:
        at -= 1
    return at >= 0 and page.tags[at] in _OWNS


def _is_of(page: Page, k: int) -> bool:
    """Whether the relative at `k` is somebody's by the words behind: "a cousin of the dead man", not "of three"."""
    of = k + 2 < len(page) and page.lower[k + 1] == "of"
    return of and page.tags[k + 2] not in tags.NUMERAL


SONS = word_set("words_of_mentions", "son")
"""Words of names after which the father's name stands."""
_GENERATIONS = word_set("words_of_mentions", "generation")
_TOLD_OF_SOMEBODY = word_set("words_of_mentions", "of_somebody")
_RECENT = 3
"""Names of people back."""


def names_a_thing(page: Page, d: Draft) -> bool:
    """Whether a name only tells which thing is meant: "a Rolex watch", "a Berg painting"; not "the Berg case"."""
    token = page.doc[d.head]
    of = token.head
    if token.dep_ not in rel.NOUN_BEFORE_NOUN or of.i < d.j or not of.text.islower() or of.dep_ in rel.ROOT:
        return False  # "Ann Holm swam", where a verb is taken for a noun, is no swam
    noun = of.lemma_.lower()
    return noun not in nominal_heads() and noun not in _TOLD_OF_SOMEBODY and noun not in listed("event_nouns")


def persons(page: Page, drafts: list[Draft]) -> list[Thread]:
    """Gather the named persons of `drafts` (kind "person") into threads, in the order of their first mention."""
    people = [d for d in drafts if d.kind == "person"]
    threads: list[Thread] = []
    by_surname: dict[str, list[Thread]] = {}
    full: dict[int, Thread] = {}
    for d in sorted((d for d in people if len(d.key) > 1), key=lambda d: (-len(d.key), d.start)):
        bearers = by_surname.get(skeleton(_surname(d)), []) + by_surname.get(d.key[0] + "*", [])
        thread = next((t for t in bearers if _one_name(t.drafts[0].key, d.key)), None)
        if thread is None:
            thread = Thread("person")
            threads.append(thread)
            by_surname.setdefault(skeleton(_surname(d)), []).append(thread)
            by_surname.setdefault(d.key[0] + "*", []).append(thread)
            thread.add(d)
        else:
            thread.add(d, NO_REASON if d.key == thread.drafts[0].key else Reason("short-for", thread.drafts[0].text))
        full[id(d)] = thread
    by_given: dict[str, list[Thread]] = {}
    surnames = {_surname(t.drafts[0]) for t in threads}
    for t in threads:
        surname = _surname(t.drafts[0])
        if f"{surname}a" in surnames:  # Orlov and Orlova: he and she
            t.gender = t.gender or "m"
        elif surname.endswith("a") and surname[:-1] in surnames:
            t.gender = t.gender or "f"
        if not t.gender:
            known = gazetteer().given.get(t.drafts[0].key[0], "")
            kin = relative(page, _introduction(t))
            told = told_beside(page, t.drafts, people, but=known) if kin is None else kin
            t.gender, t.doubted = known or told, bool(known and told and told != known)
        by_given.setdefault(t.drafts[0].key[0], []).append(t)
    _surnames(page, people, full, by_surname, by_given, threads)
    for t in threads:
        t.drafts.sort(key=lambda d: (d.start, -d.end))
    return sorted(threads, key=lambda t: t.drafts[0].start)


def _surnames(
    page: Page,
    people: list[Draft],
    full: dict[int, Thread],
    by_surname: dict[str, list[Thread]],
    by_given: dict[str, list[Thread]],
    threads: list[Thread],
) -> None:
    """Give each single name to the latest bearer of it as a surname, else as a given name, else a thread of its own."""
    last: dict[int, int] = {}
    for place, d in enumerate(people):
        if id(d) in full:
            last[id(full[id(d)])] = place
            continue
        word = d.key[0]
        gender = d.gender
        bearers = [t for t in by_surname.get(skeleton(word), []) if spelling(_surname(t.drafts[0]), word)]
        fitting = [t for t in bearers if not (gender and t.gender and gender != t.gender)]
        if not fitting and len(bearers) == 1 and _is_ill_guessed(page, d, bearers[0], people):
            fitting, bearers[0].gender = bearers, gender
        exact = [t for t in fitting if any(_surname(o) == word for o in t.drafts)]
        fitting = [t for t in exact or fitting if not all(names_a_thing(page, o) for o in t.drafts)] or fitting
        fitting = _titled_so(d, [t for t in fitting if not _still_to_come(t, d)])
        if fitting and all(relative(page, _introduction(t)) is not None for t in fitting):
            first = _first_of_two(d, threads)  # "Ana Vidal Soto … Her brother, Ivo Vidal, … Vidal"
            fitting += [first] if first is not None and first not in fitting else []
        if relative(page, d) is not None:  # "Simone Weber said that Mr Weber, her father, had sold it"
            fitting = [t for t in fitting if all(page.doc[o.head].sent != page.doc[d.head].sent for o in t.drafts)]
        fitting = _of_age(page, d, fitting)
        fitting = _not_the_relative(page, d, fitting)
        if gender == "f":  # most of whom it is not known are men
            fitting = [t for t in fitting if t.gender] or fitting
        reason = "surname-of"
        if not bearers:
            fitting = by_given.get(word, [])
            reason = "given-name-of"
        if not fitting and (thread := _first_of_two(d, threads)) is not None:
            fitting, reason = [thread], "surname-of"
        if fitting:
            thread = max(fitting, key=lambda t: _prominence(t, place, last.get(id(t), -_RECENT)))
            of = "" if len(fitting) == 1 else f" (latest of {len(fitting)})"
            thread.add(
                d, Reason(reason, f"{thread.drafts[0].text}{of}") if len(thread.drafts[0].key) > 1 else NO_REASON
            )
        else:
            thread = Thread("person", gender=gender)
            thread.add(d)
            threads.append(thread)
            by_surname.setdefault(skeleton(word), []).append(thread)
        last[id(thread)] = place


def _surname(d: Draft) -> str:
    """Give the last word of a name that is no "Jr." behind it."""
    suffixed = len(d.key) > 2 and d.key[-1] in _GENERATIONS
    return d.key[-2] if suffixed else d.key[-1]


def _is_ill_guessed(page: Page, d: Draft, bearer: Thread, people: list[Draft]) -> bool:
    """Whether the title of a surname, and a pronoun, belie what the given name of its one bearer tells.

    "Grace Adu, freed with his brother, left. Mr Adu said". A title alone may be a wife's: "David Ward fell. Mrs Ward".
    """
    titled = {o.gender for o in people if len(o.key) == 1 and spelling(o.key[0], d.key[0])} - {""}
    return bearer.doubted and titled == {d.gender} and relative(page, d) is None


def _first_of_two(d: Draft, threads: list[Thread]) -> Thread | None:
    """Give the one person named before of whose two surnames a name is the first: "Ana Vidal Soto … Ms Vidal"."""
    word, known = d.key[0], gazetteer().given
    if word in known and not d.title:
        return None
    found = [
        t
        for t in threads
        if any(len(o.key) > 2 and o.start < d.start and spelling(o.key[-2], word) for o in t.drafts)
        and not (d.gender and t.gender and d.gender != t.gender)
    ]
    return found[0] if len(found) == 1 else None


def _not_the_relative(page: Page, d: Draft, bearers: list[Thread]) -> list[Thread]:
    """Leave out who came in as the relative of another of the name, but where only the relative can be meant.

    That is so where the name is of the relative's gender; or where he speaks and the other is dead, or has said nothing
    so far while the sentence before told what the relative did.
    """
    came = {id(t): relative(page, _introduction(t)) for t in bearers}
    others = [t for t in bearers if came[id(t)] is None]
    if not others or len(others) == len(bearers) or (d.gender and d.gender in came.values()):
        return bearers
    kin = [t for t in bearers if came[id(t)] is not None]
    if may_speak(page, d):
        if all(is_dead(page, t.drafts) for t in others):
            return kin
        latest = [t for t in kin if goes_on(page, t.drafts, d)]
        if latest and not any(has_spoken(page, t.drafts, d) for t in others):
            return latest
    return others


def _of_age(page: Page, d: Draft, bearers: list[Thread]) -> list[Thread]:
    """Leave the one meant by "the younger Lind", where one bearer came in as the other's son or father."""
    which = page.lower[d.i - 1] if d.i else ""
    if len(bearers) != _TWO or which not in _YOUNGER | _ELDER:
        return bearers
    young = [t for t in bearers if _came_as(page, t, _YOUNGER_KIN)]
    old = [t for t in bearers if _came_as(page, t, _ELDER_KIN)]
    if len(young) + len(old) != 1:
        return bearers
    meant = young if which in _YOUNGER else old
    return meant or [t for t in bearers if t not in (*young, *old)]


def _came_as(page: Page, thread: Thread, kin: frozenset[str]) -> bool:
    """Whether a word for a relative stands right before the name in full, but for a comma."""
    i = _introduction(thread).i
    return any(page.lower[k] in kin for k in range(max(0, i - 2), i))


_TWO = 2
_YOUNGER, _ELDER = word_set("words_of_mentions", "younger"), word_set("words_of_mentions", "elder")
_YOUNGER_KIN = word_set("words_of_mentions", "younger_kin")
_ELDER_KIN = word_set("words_of_mentions", "elder_kin")


def _introduction(thread: Thread) -> Draft:
    """Give the first name in full of a person, or the name alone."""
    return min((d for d in thread.drafts if len(d.key) > 1), key=lambda d: d.start, default=thread.drafts[0])


def _titled_so(d: Draft, bearers: list[Thread]) -> list[Thread]:
    """Leave the bearers who can be meant by a single name with its title.

    Whoever bears the title is meant. "King Faisal" is nobody's son Faisal: a father's name is only a surname where it
    stands without a title, and no one of that name is there.
    """
    if d.titled:
        same = [t for t in bearers if any(d.titled & other.titled for other in t.drafts)]
        if same:
            return same
    others = [t for t in bearers if d.text.lower().split()[0] in SONS or not _named_after_father(t)]
    return others if others or d.titled else bearers


def _still_to_come(thread: Thread, d: Draft) -> bool:
    """Whether the bearer is dead and only spoken of later: "Selim met the envoy. The late president Amir Selim …"."""
    full = [o for o in thread.drafts if len(o.key) > 1]
    return bool(full) and all(o.late and o.start > d.start for o in full)


def _named_after_father(thread: Thread) -> bool:
    """Whether the last word of the fullest name is the father's: "Turki bin Faisal"."""
    words = thread.drafts[0].text.lower().replace("-", " ").split()
    return len(words) > 2 and words[-2] in SONS


def _prominence(thread: Thread, place: int, last: int) -> tuple[float, int]:
    """Rank the bearers of one surname: who is named in full more often, or was named just now, is meant."""
    return len([d for d in thread.drafts if len(d.key) > 1]) + (1.5 if place - last < _RECENT else 0.0), last


def _one_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the shorter full name leaves out words of the longer and contradicts none."""
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    if "".join(long) == "".join(short):
        return True
    if short[0] == "abu" and long[: len(short)] == short:
        return True
    if len(short) > 1 and short == long[:-1]:
        return True  # of two surnames the first: "Ana Vidal" of "Ana Vidal Soto"
    if not spelling(long[-1], short[-1]):
        return False
    rest = list(long[:-1])
    for word in short[:-1]:
        hit = next(
            (k for k, w in enumerate(rest) if spelling(w, word) or (min(len(w), len(word)) == 1 and w[0] == word[0])),
            None,
        )
        if hit is None:
            return False
        rest = rest[hit + 1 :]
    return True
