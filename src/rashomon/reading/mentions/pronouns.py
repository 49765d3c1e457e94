"""Each he, she, they and it that is linked means one thread in reach; he and she are people, and speakers first.

A speaker goes on speaking: the subject of the last speaking verb is the next "he said" unless gender forbids it.
Inside quotation marks he is never the one who speaks, and who is named there is not who is quoted. The dead do not
speak. Of two who are named in one breath ("Berg and Holm") nobody is meant where both fit. I and we are left to who
reads the quotation.
"""

from __future__ import annotations

from collections import OrderedDict

from spacy.tokens import Token

from rashomon.language import word_set
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.mentions.page import Draft, Page, Thread, unread
from rashomon.reading.mentions.persons import names_a_thing
from rashomon.reading.mentions.pronoun_context import (
    GENDER,
    answers,
    asks_who,
    barred,
    behind_its_verb,
    bereft,
    denies_another,
    document_before,
    holds_a_person,
    holds_what_is_told,
    is_asked,
    is_how_he_is,
    is_owned,
    last_told,
    opens,
    owns_the_subject,
    pair_before,
    says_beside,
    set_beside,
    source_of_according,
    stands_in,
    tag_behind,
    tells_when,
    tells_why,
    words_of,
)
from rashomon.reading.mentions.speaking_bodies import SpeakingBodies, accounts, takes_a_view
from rashomon.reading.mentions.verbs import SUBJECTS, before_then, dies, first_of_all, lifted, speaking, utters, verb_of
from rashomon.records import Reason

_EMPTY = word_set("words_of_mentions", "empty")
_GOING_ON = word_set("words_of_mentions", "going_on")
_SAYING = frozenset({"say", "tell"})
_REACH = 260
_BESIDE = 3
"""Tokens between a name and the noun phrase set beside it: a comma, an article."""
_SURE = 1.0
"""By how much the one meant must lead for a pronoun to tell his gender."""
_TOO_NEAR = 0.35
"""By how much the one meant must lead at least: nearer than that one in two is the wrong one."""
_NEW = 0.9
"""The same, where the sentence before tells of the other, and he is new or it does not name the first."""
_LEAST = {False: -1.0, True: 0.0}
"""What it takes at least to be meant, outside quotation marks and inside: who is named far off or in passing is not."""
_KNOWN = {"m": 1.0, "f": 3.0}
"""What it tells that somebody's gender is known to be the pronoun's: most unknown are men."""
_JUST_TOLD = 2.5
"""What it tells for "she" that the sentence before told of somebody new, so that a woman further back leads less."""
_ANOTHER_NAMED = -1.5
"""What it tells of the running speaker that the sentence has named another so far, and he is not said to speak."""
_ASKED = 1.5
"""What it tells for who says it that a paper has just spoken to somebody."""
_NOT_HERE = 3.0
"""What it tells against somebody that the paragraph does not name him, and its sentence before tells of another."""
_KIN_SPEAKS = 4.0
"""What it tells for somebody that his wife, or another who is no "he", says something of a "he"."""
_SPOKEN_OF = 2.0
"""What it tells against a speaker that the statement before, another's, only tells of him."""
_ANSWERS = 4.0
"""What it tells for somebody that the statement before accuses him, and the pronoun denies it."""
_HOW_HE_IS = 9.0
"""What it tells for somebody that the clause goes on behind one of how he is, though another says it."""
_OURSELVES = word_set("words_of_mentions", "ourselves")
_ONLY_QUOTED = 2.5
"""What it tells against whom the report means that only a quotation names him."""
Evidence = tuple[float, int, Thread, str]


class Speakers:
    """Who may be meant by the next pronoun, fed in text order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.unread = unread(page)
        self.people: OrderedDict[int, tuple[Thread, Draft]] = OrderedDict()
        self.bodies: OrderedDict[int, tuple[Thread, Draft]] = OrderedDict()
        self.subjects: dict[int, Thread] = {}
        self.carriers: dict[int, Token] = {}
        """The subjects that stand for names: "Cmdr. Ann Holm, the navy’s spokeswoman, said", where it is the role."""
        self.led: dict[int, Draft] = {}
        """The last mention of each as a subject: "Holm dug a grave for his daughter. He said …" is Holm."""
        self.talk = SpeakingBodies(page)
        self.open_in = -1
        """Where the sentence begins of which an "it" is the subject that nothing tells."""
        self.speaker: Thread | None = None
        self.spoke_at = -_REACH
        self.outlet: Thread | None = None
        self.outlet_at = -_REACH
        self.told: Thread | None = None
        self.told_in = -1
        self.asked: Thread | None = None
        self.parted = False
        self.dead: set[int] = set()
        self.on_record: set[int] = set()
        """The dead whose words the report gives by their name: "Holm died on Monday. … Holm wrote that"."""
        self.lent: set[int] = set()
        """Whose gender only a pronoun tells."""

    def meet(self, thread: Thread, draft: Draft) -> None:
        """A mention of `thread` is read: it may be meant by the pronouns that follow, where the body names it."""
        if draft.i in self.unread or (self.page.lower[draft.i] == "this" and draft.key[-1] in _OURSELVES):
            return
        if (person := thread.kind == "person") and draft.form == "name" and names_a_thing(self.page, draft):
            return
        table = self.people if person else self.bodies
        table[id(thread)] = (thread, draft)
        table.move_to_end(id(thread))
        while table and draft.i - next(iter(table.values()))[1].i > _REACH:
            table.popitem(last=False)
        if person and draft.form == "name" and (carrier := self._role_beside(thread, draft)) is not None:
            self.carriers[draft.i] = carrier
        token = self._head(draft)
        verb = behind_its_verb(self.page, draft, token) or verb_of(token) or bereft(self.page, token)
        self.talk.meet(thread, draft, not self.page.quoted[draft.i] and self._speaks(token, verb))
        self._lead(thread, draft, holds_what_is_told(token) if verb is None and person else verb)
        if person:
            self.outlet = None
            if draft.late or dies(token):
                self.dead.add(id(thread))
        if self.page.quoted[draft.i]:
            return
        beside = draft.form != "name" and tells_when(verb, self.spoke_at)
        free = self.speaker is thread or not (self._is_spoken_of(draft) or beside)
        if person and self._speaks(token, verb) and free:
            self._hear(thread, draft)
        elif person and is_asked(token, self.subjects):
            self.told = self.asked = thread
            self.told_in = token.sent.start
            self.parted = self.page.paragraph[draft.i] != self.page.paragraph[max(self.spoke_at, 0)]
        elif person and verb is not None and verb.dep_ in rel.ROOT and verb.sent.start > self.spoke_at:
            self.told = thread
            self.told_in = -1 if is_owned(token) else verb.sent.start
            self.parted = self.page.paragraph[draft.i] != self.page.paragraph[max(self.spoke_at, 0)]
        elif draft.form == "name" and person and verb is None and self._is_brought_in(token):
            self.told, self.told_in, self.parted = thread, token.sent.start, True
        elif thread.kind == "publication" and verb is not None and self._speaks(token, verb):
            self.outlet, self.outlet_at = thread, draft.i

    def _lead(self, thread: Thread, draft: Draft, governor: Token | None) -> None:
        """Somebody is the subject of a verb, or has the noun that a clause hangs on."""
        if governor is not None:
            self.subjects.setdefault(governor.i, thread)
            if governor.pos_ != "NOUN" and not self.page.quoted[draft.i]:
                self.led[id(thread)] = draft

    def _hear(self, thread: Thread, draft: Draft) -> None:
        """Somebody speaks: he is the running speaker, and he is on record where he is dead and goes by his name."""
        if draft.form == "name" and id(thread) in self.dead:
            self.on_record.add(id(thread))
        self.speaker, self.spoke_at, self.told, self.asked = thread, draft.i, None, None

    def _is_brought_in(self, token: Token) -> bool:
        """Whether a sentence without a speaker goes on to tell of a person: "the fears of Berg, who has fled".

        Or of his words, "those who heard Berg's speech".
        """
        new = token.sent.start > max(self.spoke_at, self.told_in)
        his_words = token.dep_ in rel.OWNER and token.head.lemma_.lower() in accounts()
        return new and (his_words or any(asks_who(c) for c in token.children))

    def _speaks(self, token: Token, verb: Token | None) -> bool:
        """The mention is the subject of a speaking verb, stands after "according to", or before a colon."""
        if verb is not None:
            says = utters(verb) and lifted(token).dep_ not in rel.PASSIVE_SUBJECT
            return says or says_beside(verb)
        if source_of_according(token) is not None:
            return True
        return token.i + 1 < len(self.page) and self.page.words[token.i + 1] == ":"

    def _head(self, draft: Draft) -> Token:
        """Give the head of a mention: a body's noun, the office that a name hangs on ("Head of the Board X")."""
        if draft.i in self.carriers:
            return self.carriers[draft.i]
        token = self.page.doc[draft.head]
        if draft.kind != "person" and draft.form == "name":
            return self.page.doc[draft.i : draft.j].root  # "State Council for Water"
        office = range(*draft.title) if draft.title else ()
        return next((above for above in token.ancestors if above.i in office and above.dep_ in SUBJECTS), token)

    def _role_beside(self, thread: Thread, draft: Draft) -> Token | None:
        """Give the role set beside a name where it is the subject that the name is not."""
        if verb_of(self.page.doc[draft.head]) is not None:
            return None
        doc = self.page.doc  # "The judge hearing the case, Ann Holm, said": the name stands in the phrase of the judge
        beside = (
            doc[head]
            for i, _, head in thread.roles
            if 0 < i - draft.j <= _BESIDE or head < draft.i <= doc[head].right_edge.i
        )
        return next((t for t in beside if t.dep_ in SUBJECTS and t.sent == self.page.doc[draft.head].sent), None)

    def resolve(self, draft: Draft) -> tuple[Thread, Reason] | None:
        """Give whom the pronoun `draft` means, and why; None where nobody in reach can be, or two can alike.

        Where one leads by far the pronoun tells his gender.
        """
        i = draft.i
        token = self.page.doc[i]
        word = self.page.lower[i]
        if word == "he" and self.outlet is not None and token.i - self.outlet_at < _REACH // 3:
            verb = verb_of(token)  # where a website is masculine: "The site wrote … He added …"
            if verb is not None and verb.lemma_.lower() in _GOING_ON and not self.page.quoted[i]:
                return self.outlet, Reason("pronoun", "outlet-goes-on")
        if word not in GENDER:
            best = self._body(token, word in {"they", "their"})
            if word == "it" and token.dep_ in SUBJECTS:
                if best is None:
                    self.open_in = token.sent.start
                elif best[3] == "nearest" and self.open_in == token.sent.start:
                    best = None  # "It is dated May, it bears the ministry's seal, and it speaks of …": one thing
        else:
            best = self._person(draft, token)
        return None if best is None else (best[2], Reason("pronoun", best[3]))

    def _person(self, draft: Draft, token: Token) -> Evidence | None:
        """Give whom he or she means, of two nearly alike the one told of last; who leads by far has his gender told."""
        gender = GENDER[token.lower_]
        found = sorted(self._people(token, gender), key=lambda e: (-e[0], -e[1]))
        if not found or found[0][0] < _LEAST[self.page.quoted[token.i]]:
            return None
        best = found[0]
        if any(self._alike(best, other, gender) for other in found[1:]) or self._may_be_the_one_told(token, best[2]):
            return None
        lead = best[0] - found[1][0] if len(found) > 1 else _SURE
        told = self.told if last_told(self.page, token) == self.told_in else None
        new = told is not None and (told.drafts[0].i >= self.told_in or best[1] < self.told_in)
        if told is not None and lead < (_NEW if new else _TOO_NEAR):
            best = next((e for e in found[:2] if e[2] is told), best)
        if lead < _TOO_NEAR and best[2] is not told:
            return None
        if lead >= _SURE:
            draft.gender = gender
            if not best[2].gender:
                self.lent.add(id(best[2]))
        return best

    def _alike(self, best: Evidence, other: Evidence, gender: str) -> bool:
        """Whether two are named in one breath, and the pronoun fits the one as well as the other."""
        heads = [first_of_all(self._head(self.people[id(e[2])][1])) for e in (best, other)]
        known = best[2].gender and not other[2].gender and gender == "f"
        return heads[0] == heads[1] and not known

    def _people(self, token: Token, gender: str) -> list[Evidence]:
        page, i = self.page, token.i
        verb = verb_of(token)
        quoted = page.quoted[i]
        above = self._above(token)
        speaks = verb is not None and not quoted and utters(verb)
        said = words_of(page, i, verb) if verb is not None and speaks else range(0)
        tag = tag_behind(page, i) if quoted else range(0)
        fits = any(t.named and t.gender == gender and stands_in(t, said) for t, _ in self.people.values())
        found: list[Evidence] = []
        for thread, draft in self.people.values():
            if i - draft.i > _REACH or (thread.gender and thread.gender != gender):
                continue
            if quoted and thread is self.speaker and self._in_the_mouth_of(draft, i):
                continue
            if quoted and any(d.i in tag and d.form == "name" for d in thread.drafts):
                continue  # "“He slept,” Berg told the paper": of somebody else
            if stands_in(thread, said) or (fits and not (thread.gender or thread.named)):
                continue  # whoever is quoted says I, or is she all the same
            if barred(page, token, verb, draft, above is thread):
                continue
            outside = draft if quoted else self._told_outside(thread, draft)
            score, why = self._prominence(thread, outside, i, token)
            if above is thread:
                score, why = score + 2.0, "subject-above"
            if thread is self.speaker and not quoted:
                score, why = score + self._goes_on(token, verb, above, thread), "running-speaker"
            if speaks and thread is self.asked:
                score += _ASKED
            if gender == "f" and thread is self.told and self._is_just_told(token):
                score += _JUST_TOLD
            if quoted and page.quoted[draft.i] and self._in_one_mouth(draft):
                score += 1.5  # who speaks goes on to speak of the one he has named
            if not quoted:
                score += self._by_what_was_said(token, thread, draft, outside, speaks)
                score += self._whose_kin_speaks(token, draft, above, gender)
            if id(thread) in self.dead - self.on_record and verb is not None and speaks and not before_then(verb):
                score -= 0.0 if thread is self.told and verb.lemma_.lower() not in _SAYING | _GOING_ON else 4.0
            known = thread.gender == gender and (gender == "f" or id(thread) not in self.lent)
            told = gender == "m" and thread is self.told
            new = (told and self._is_just_told(token)) or self._spoke_just_now(thread, token)
            goes_on = speaks and verb is not None and verb.lemma_.lower() in _GOING_ON
            acts = told and not goes_on and token.i == token.sent.start and self._follows_the_one_told(token)
            known = known or (not thread.gender and (acts or (speaks and new)))
            score += (_KNOWN[gender] if known else 0.0) + (0.5 if thread.named else 0.0)
            found.append((score, draft.i, thread, why))
        return found

    def _spoke_just_now(self, thread: Thread, token: Token) -> bool:
        """Whether somebody spoke by name in the sentence before, and the pronoun opens one of the same paragraph."""
        start = token.sent.start
        if thread is not self.speaker or token.i != start or not start:
            return False
        before = self.page.doc[start - 1].sent.start
        named = any(d.form == "name" and before <= d.i < start for d in thread.drafts)
        return named and before <= self.spoke_at and self.page.paragraph[before] == self.page.paragraph[start]

    def _by_what_was_said(self, token: Token, thread: Thread, draft: Draft, outside: Draft, speaks: bool) -> float:
        """Weigh whom the last statement tells of, and whom the paragraph has not named."""
        page, score, start = self.page, 0.0, token.sent.start
        if page.quoted[outside.i]:
            score -= _ONLY_QUOTED
        answering = answers(token)
        if thread is not self.speaker and (speaks or answering) and self._is_spoken_of(outside):
            score += _ANSWERS if answering and outside.i >= page.doc[start - 1].sent.start else -_SPOKEN_OF
        elsewhere = page.paragraph[draft.i] != page.paragraph[token.i]
        if elsewhere and token.dep_ in SUBJECTS and self._follows_the_one_told(token):
            score -= _NOT_HERE
        return score

    def _whose_kin_speaks(self, token: Token, draft: Draft, above: Thread | None, gender: str) -> float:
        """Weigh the owner of a subject who is no "he": "Reed's wife said that he" speaks of Reed."""
        if is_how_he_is(token, self._head(draft)):
            return _HOW_HE_IS
        other = above is not None and above.gender not in ("", gender)
        return _KIN_SPEAKS if other and draft.i >= token.sent.start and holds_a_person(self._head(draft)) else 0.0

    def _told_outside(self, thread: Thread, draft: Draft) -> Draft:
        """Give the latest mention outside quotations; `draft`, the latest of all, where none is in reach."""
        if not self.page.quoted[draft.i]:
            return draft
        near = (d for d in thread.drafts if not self.page.quoted[d.i] and 0 < draft.i - d.i < _REACH)
        return max(near, key=lambda d: d.i, default=draft)

    def _in_one_mouth(self, draft: Draft) -> bool:
        """Whether nobody has begun to speak behind the sentence in which a mention is quoted."""
        return self.speaker is None or self.page.doc[max(self.spoke_at, 0)].sent.start <= draft.i

    def _is_spoken_of(self, draft: Draft) -> bool:
        """Whether the running speaker's statement tells of somebody: "An aide said that Berg left" is not Berg's."""
        head = self._head(draft)
        clause = verb_of(head)
        if clause is None and head.dep_ in rel.ANY_OBJECT and self.subjects.get(head.head.i) is self.speaker:
            return self.speaker is not None and head.dep_ in rel.OBJECT and utters(head.head)  # "accused Berg of theft"
        while clause is not None and clause.dep_ in rel.DEPENDENT_VERB | rel.CONTENT and clause.head != clause:
            clause = clause.head
            if self.subjects.get(clause.i) is self.speaker and self.speaker is not None and utters(clause):
                return True
        return False

    def _goes_on(self, token: Token, verb: Token | None, above: Thread | None, speaker: Thread) -> float:
        """Weigh the running speaker: most for "he added", less for "he said", least under another person."""
        if verb is None or (above is not None and above is not speaker and above.kind == "person"):
            return 0.5
        lemma = "" if token.dep_ in rel.PASSIVE_SUBJECT else verb.lemma_.lower()
        if self.told is not None and self.told is not speaker and (lemma not in _GOING_ON | _SAYING or self.parted):
            return 0.0  # the report has gone on to tell of another, in another paragraph whatever he does
        told = lemma not in _GOING_ON | speaking() or tells_why(verb)
        if told and above is not speaker and self._is_another_named(token, speaker):
            return _ANOTHER_NAMED
        if self._is_just_told(token) and not (speaker.gender == "f" and not self._told_gender()):
            return 0.0
        return 3.0 if lemma in _GOING_ON else (2.2 if lemma in speaking() else 1.5)

    def _is_another_named(self, token: Token, speaker: Thread) -> bool:
        """Whether the sentence has so far named another, and not the running speaker: "Police held Holm when he"."""
        start, end, gender = token.sent.start, token.i, GENDER[token.lower_]
        if speaker.drafts and any(start <= d.i < end for d in speaker.drafts):
            return False
        return any(
            start <= draft.i < end
            and not self.page.quoted[draft.i]
            and thread.gender in ("", gender)
            and thread.named
            and not holds_a_person(self._head(draft))
            for thread, draft in self.people.values()
        )

    def _is_just_told(self, token: Token) -> bool:
        """Whether the pronoun says, and opens the sentence behind the one that told of another, in one paragraph."""
        verb = verb_of(token)
        says = verb is not None and verb.lemma_.lower() in _SAYING and self.told not in (None, self.speaker)
        return says and opens(self.page, token) and self._follows_the_one_told(token)

    def _follows_the_one_told(self, token: Token) -> bool:
        """Whether the sentence before told of somebody, in the paragraph of the pronoun."""
        start = token.sent.start
        before = self.page.doc[start - 1].sent.start if start else -1
        same = self.page.paragraph[before] == self.page.paragraph[start]
        return self.told is not None and self.told_in == before and same

    def _told_gender(self) -> str:
        return self.told.gender if self.told is not None else ""

    def _may_be_the_one_told(self, token: Token, best: Thread) -> bool:
        """Whether a woman is meant, and "she" may as well be the one just told of, of whom it is not known."""
        if GENDER[token.lower_] != "f" or self._told_gender() or self.told is None or best is self.told:
            return False
        acts = token.i == token.sent.start and token.dep_ in SUBJECTS and self._follows_the_one_told(token)
        return acts or (best is self.speaker and self._is_just_told(token))

    def _prominence(self, thread: Thread, draft: Draft, i: int, pronoun: Token) -> tuple[float, str]:
        """Score a thread before token `i` by its last mention, or by its last as a subject where that tells more."""
        start = pronoun.sent.start
        scored = self._salience(self._head(draft), draft.i, i, start, pronoun)
        led = self.led.get(id(thread))
        if led is None or led is draft or led.i >= i or pronoun.i - led.i > _REACH:
            return scored
        return max(scored, self._salience(self._head(led), led.i, i, start, pronoun))

    def _salience(self, head: Token, at: int, i: int, start: int, pronoun: Token) -> tuple[float, str]:
        """Score a mention by nearness and grammar: subjects of this sentence, then of those before."""
        score, why = -(i - at) / 40.0, "nearest"
        head = lifted(head)
        lost = head.dep_ in rel.ROOT and head.pos_ == "PROPN"  # its verb was lost
        subject = head.dep_ in SUBJECTS or lost or bereft(self.page, head) is not None
        if at >= start:
            near = 1.5 if pronoun.tag_ in tags.OWNING_PRONOUN else 1.0
            score, why = score + near + (2.0 if subject else 0.0), "subject" if subject else "nearest"
        elif subject:
            main = head.head.dep_ not in rel.DESCRIBING | rel.ADVERBIAL_CLAUSE
            score, why = score + (1.5 if main else 0.5), "subject-before"
        if head.dep_ in rel.OWNER:
            score += 1.0 if owns_the_subject(head) else -0.5
        if holds_a_person(head) and pronoun.dep_ in SUBJECTS:
            score -= 1.0
        return score, why

    def _in_the_mouth_of(self, draft: Draft, i: int) -> bool:
        """The running speaker was named outside the quotation and close to it, so the quotation is the speaker's."""
        return not self.page.quoted[draft.i] and i - self.spoke_at < _REACH

    def _above(self, token: Token) -> Thread | None:
        """Give the subject of the nearest clause above the pronoun's own."""
        own = verb_of(token)
        node = token
        for _ in range(12):
            if node.head.i == node.i:
                return None
            node = node.head
            if node.i in self.subjects and (own is None or node.i != own.i):
                return self.subjects[node.i]
        return None

    def _body(self, token: Token, plural: bool) -> Evidence | None:
        """They are the nearest subject of many, it the nearest body that acts; an empty "it" is nobody."""
        verb = verb_of(token)
        if verb is None and token.tag_ not in tags.OWNING_PRONOUN:
            return None
        empty = verb is not None and verb.lemma_ in _EMPTY and not takes_a_view(verb)
        if verb is not None and not plural and (token.dep_ in rel.EXPLETIVE or empty):
            return None
        if not plural and not self.page.quoted[token.i] and (body := self.talk.goes_on(token)) is not None:
            return 0.0, token.i, body, "running-body"
        if not plural and token.tag_ in tags.OWNING_PRONOUN and (told := self.talk.told_of(token)) is not None:
            owner = self.talk.at.get(told.i, (None, None))[0]
            return (0.0, told.i, owner, "subject-before") if owner else None
        i, start = token.i, token.sent.start
        first = verb is not None and verb.dep_ in rel.ROOT and all(d.i < start for _, d in self.bodies.values())
        if first and document_before(self.page, start):
            return None
        above = self._above(token)
        speaks = verb is not None and not self.page.quoted[i] and verb.lemma_.lower() in speaking()
        said = words_of(self.page, i, verb) if verb is not None and speaks else range(0)
        behind = said.start if said and said.stop <= i else i
        best: Evidence | None = None
        for thread, draft in self.bodies.values():
            if said:  # what is only told of in the quotation does not speak it
                before = [d for d in thread.drafts if d.i < said.start]
                if not before or any(d.i in said and d.form == "name" for d in thread.drafts):
                    continue
                draft = before[-1] if draft.i in said else draft
            if (speaks and set_beside(self.page, token, verb, draft)) or denies_another(token, self._head(draft)):
                continue
            named = next((d for d in reversed(thread.drafts) if d.form != "pronoun" and d.i < behind), draft)
            counted = named.plural or self.page.tags[named.head] in tags.COMMON_PLURAL
            many = counted or thread.kind == "group"
            if thread.kind == "place" or i - draft.i > _REACH // 2 or (not plural and counted):
                continue
            if plural and not many and thread.kind != "organisation":
                continue
            score, why = self._prominence(thread, draft, behind, token)
            score += (2.0 if above is thread else 0.0) + (1.5 if plural and counted else 0.0)
            if score > 0.5 and (best is None or (score, draft.i) > best[:2]):
                best = (score, draft.i, thread, why)
        return None if plural and best is not None and pair_before(self.page, token, best[1]) else best
