"""The source of a verb is who does the saying: its subject, its agent, or who governs it."""

from __future__ import annotations

from spacy.tokens import Token

from rashomon.reading.attributions.source_nouns import source_nouns

# Verbs whose object, not whose subject, is who acts in the infinitive: "urged them to say".
_OBJECT_CONTROL = frozenset(
    [
        "advise",
        "allow",
        "ask",
        "beg",
        "bring",
        "call",
        "cause",
        "challenge",
        "command",
        "convince",
        "direct",
        "drive",
        "enable",
        "encourage",
        "expect",
        "forbid",
        "force",
        "get",
        "hear",
        "help",
        "inspire",
        "instruct",
        "invite",
        "lead",
        "leave",
        "let",
        "make",
        "motivate",
        "move",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "prompt",
        "push",
        "remind",
        "request",
        "require",
        "see",
        "tell",
        "tempt",
        "urge",
        "warn",
        "watch",
    ]
)
_DEPTH = 6
_QUOTING = frozenset({"quote", "cite"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_GOVERNED = frozenset({"acl", "advcl", "ccomp", "pcomp", "prep", "parataxis", "acomp", "csubj", "xcomp"})


def speaker(verb: Token) -> tuple[Token | None, bool]:
    """Give the head of the noun phrase that says what `verb` says, and whether the verb is passive.

    A passive verb without an agent has no source: its subject is spoken of.
    """
    if is_passive(verb):
        return _agent(verb), True
    return _subject(verb, _DEPTH), False


def is_passive(verb: Token) -> bool:
    """Whether the verb form is passive, participles without an auxiliary ("accused of") among them."""
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass", "csubjpass"):
            return True
        if child.dep_ == "agent":
            return True
    if verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD"):  # "Asked whether he knew, he said no"
        return not any(c.dep_ in ("nsubj", "aux") for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not mistaken(verb)


def mistaken(verb: Token) -> bool:
    """Tell a past tense that the parser took for a participle: it hangs on a noun that has no verb of its own.

    In "A source revealed to us that …" the source would be the root of the sentence.
    """
    head = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or head.dep_ != "ROOT" or head.pos_ not in ("NOUN", "PROPN"):
        return False
    return not any(c.dep_ == "aux" for c in verb.children)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def own_subject(verb: Token) -> Token | None:
    """Give the subject that the verb itself has, or none; of several, the one that stands next before it."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    before = [c for c in subjects if c.i < verb.i]
    return before[-1] if before else next(iter(subjects), None)


def _subject(verb: Token, depth: int) -> Token | None:
    own = own_subject(verb)
    head, dep = verb.head, verb.dep_
    if own is not None or depth == 0 or head is verb:
        return own
    if dep == "relcl" or (dep == "acl" and (verb.tag_ == "VBG" or mistaken(verb))):
        return head
    if dep in ("conj", "dep"):
        return _governed(head, depth - 1) if head.pos_ in _PREDICATES else None
    if dep == "xcomp" and head.lemma_.lower() in _OBJECT_CONTROL:
        controlled = next((c for c in head.children if c.dep_ in ("dobj", "nsubjpass")), None)
        return controlled or _governed(head, depth - 1)
    if dep == "pcomp" and head.lower_ == "as" and head.head.lemma_.lower() in _QUOTING:
        return next((c for c in head.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if dep in _GOVERNED:
        while head.dep_ in ("prep", "pcomp", "agent") and head.head is not head:
            head = head.head
        if head.pos_ in _PREDICATES:
            return _governed(head, depth - 1)
        if head.pos_ in ("NOUN", "PROPN"):
            return _holder(head, depth - 1)
    return None


def _governed(head: Token, depth: int) -> Token | None:
    """Who governs: the head's own subject, passive ones too, or who governs the head."""
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    return _subject(head, depth)


def _holder(noun: Token, depth: int) -> Token | None:
    """Who holds the noun that a clause hangs on: "her decision to say", "the senator's promise to"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return _governed(noun.head, depth)
    return None


def phrase(head: Token, verb: Token | None = None) -> tuple[int, int]:
    """Give the tokens `[start, end)` of the noun phrase at `head`: appositions in, a loose relative clause out."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    doc = head.doc
    governor = head.head.i
    for child in head.children:
        if child.i < head.i:
            continue
        if child is verb and child.tag_ == "VBG":
            end = min(end, child.left_edge.i)
            continue
        if head.i < governor < child.left_edge.i:
            end = min(end, governor)
            continue
        if child.dep_ == "acl" and mistaken(child):
            end = min(end, child.left_edge.i)
            continue
        loose = child.dep_ in ("relcl", "acl", "advcl", "ccomp", "parataxis") and doc[child.left_edge.i - 1].text in (
            ",",
            "—",
            "–",
            "-",
            ";",
        )
        if loose or (child.dep_ == "relcl" and child.right_edge.i - child.left_edge.i > 25):
            end = min(end, child.left_edge.i)
    if head.dep_ == "poss" or (doc[end - 1].tag_ == "POS"):
        while end > head.i + 1 and doc[end - 1].tag_ == "POS":
            end -= 1
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space) and doc[end - 1].text not in (")", "]"):
        end -= 1
    while start < head.i and (
        doc[start].is_space or doc[start].is_punct or doc[start].dep_ in ("cc", "mark", "preconj")
    ):
        start += 1
    return start, end


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def beside(verb: Token, home: list[int]) -> Token | None:
    """Find the subject of a tag by where it stands, outside quotations, where the parser lost it.

    After the verb for "said Ann Berg", before it for "Ann Berg said"; for a participle, the last subject before it.
    """
    doc = verb.doc
    i = verb.i + 1
    if (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        and i < len(doc)
        and home[i] < 0
        and (doc[i].pos_ in _NOMINAL or doc[i].tag_ in ("DT", "PRP$"))
    ):
        return _top(doc[i], verb, home)
    i = verb.i - 1
    while i >= 0 and home[i] < 0 and (doc[i].pos_ in ("ADV", "AUX", "PART") or doc[i].text == ","):
        i -= 1
    if verb.tag_ != "VBG" and i >= 0 and home[i] < 0 and doc[i].pos_ in _NOMINAL:
        return _top(doc[i], verb, home)
    for k in range(i, max(-1, i - 60), -1):
        if home[k] < 0 and doc[k].dep_ == "nsubj":
            return doc[k]
        if doc[k].is_space and "\n" in doc[k].text:
            break
    return None


def _top(token: Token, verb: Token, home: list[int]) -> Token:
    """Climb to the head of the noun phrase without leaving it for the verb or a quotation."""
    for _ in range(_DEPTH):
        head = token.head
        if head is token or head is verb or head.pos_ not in _NOMINAL or home[head.i] >= 0:
            break
        if (head.i < verb.i) != (token.i < verb.i):
            break
        token = head
    return token


_VOICES = frozenset({"anonymous", "person", "office", "outlet", "collective"})


def can_speak(who: Token) -> bool:
    """Whether an object can be a voice of its own: "citing two officials", not "citing the cost"."""
    return who.ent_type_ in ("PERSON", "ORG") or source_nouns().get(who.lower_) in _VOICES
