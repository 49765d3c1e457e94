"""A source is what its whole chain says it is: a name anywhere in the chain names it everywhere.

What stands at a token: its mention, and the chain that the mention belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple, cast

from spacy.tokens import Doc, Token

from rashomon.language import lexicon, word_set
from rashomon.reading.attributions.who_may_speak import antecedent, guarded, is_thing, nominal_kind, source_nouns
from rashomon.reading.grammar import entity_types as ner
from rashomon.reading.grammar import relations as rel
from rashomon.reading.grammar import tags
from rashomon.reading.grammar.relations import dependent, dependents, has_dependent
from rashomon.reading.mentions.gazetteer import atlas
from rashomon.reading.refer import titled_together
from rashomon.records import Chain, Mention, Reason, SourceKind


class ChainIndex:
    """The mentions and chains of one report, asked by token.

    `surnames` holds the last words of the longer names of persons, for the surname that the model took for a body.
    """

    def __init__(self, doc: Doc) -> None:
        """Index the mentions and chains of `doc`; both may be empty."""
        self.chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
        self.at: dict[int, Mention] = {}
        for mention in doc._.rashomon_mentions:
            for i in range(mention.start, mention.end):
                old = self.at.get(i)
                if old is None or mention.end - mention.start < old.end - old.start:
                    self.at[i] = mention
        self.surnames = _last_words(c for c in self.chains.values() if c.kind == "person")

    def chain(self, head: Token) -> Chain | None:
        """Give the chain of the innermost mention over `head`."""
        mention = self.at.get(head.idx)
        return None if mention is None else self.chains.get(mention.chain)


def _last_words(chains: Iterable[Chain]) -> frozenset[str]:
    names = (name.split() for c in chains for name in (c.name, *c.names))
    return frozenset(words[-1].removesuffix("’s").removesuffix("'s") for words in names if len(words) > 1)


class Kind(NamedTuple):
    """A source's kind and why; the rule of `because` is the finer class (name, role, document, pronoun, none …)."""

    kind: SourceKind
    because: Reason


_TITLES = word_set("words_of_speech", "titles")
_PERSONS = word_set("words_of_speech", "one_person")
_GROUPS = word_set("words_of_speech", "several")
_THINGS = frozenset({"it", "its", "itself"})
_RELATIVE = word_set("words_of_speech", "relative")
_PRONOUNS = _PERSONS | _GROUPS | _THINGS | _RELATIVE
_BY_KIND: dict[str, SourceKind] = {
    "person": "named_person",
    "organisation": "institution",
    "group": "collective",
    "place": "institution",
    "facility": "institution",
    "publication": "outlet",
}
_FIRST_WORDS = frozenset({"outlet", "institution", "collective"})


def source_kind(head: Token | None, index: ChainIndex, previous: Kind | None = None) -> Kind:
    """Say what the source with the head `head` is; `previous` is the kind of the source before it, for pronouns.

    A chain with a name decides by the chain; a noun by the lexicon and by what hides or tells who it is; no source is
    anonymous. What is no voice at all ("the reality on the ground shows") counts as an institution, as documents do,
    with the reason `thing`: whoever compares voices leaves it to the voice around it.
    """
    if head is None:
        return Kind("anonymous", Reason("none"))
    low = head.lower_
    if head.pos_ == "PRON" or low in _PRONOUNS:
        return _pronoun(head, low, index, previous)
    chain = index.chain(head)
    if chain is not None and chain.names and not (chain.kind != "person" and guarded(head)):
        kind = _named(head, chain, index)
        if kind is not None:
            return kind
    elif chain is not None and chain.kind == "publication":
        return Kind("outlet", Reason("chain", chain.name))
    if head.tag_ in tags.ADJECTIVE and atlas().demonym(head.text):
        return Kind("institution", Reason("state", head.text))
    noun = source_nouns().get(low)
    if (
        head.pos_ == "PROPN"
        and not head.is_lower
        and (noun in (None, "office", "person") or head.text in index.surnames)
    ):
        return _unlisted_name(head)
    apposed = (c for c in dependents(head, rel.APPOSITION) if c.pos_ == "PROPN" and c.i > head.i)
    named = next((c for c in apposed if not titled_together(c) and not _too_few(head, c)), None)
    if named is not None and noun not in ("document", "institution", "outlet"):
        return source_kind(named, index)
    owner = _owner(head) if noun == "document" else None
    if owner is not None:
        return Kind(source_kind(owner, index).kind, Reason("document", low))
    if is_thing(head):
        return Kind("institution", Reason("thing", low))
    found = nominal_kind(head, noun)
    return Kind(cast(SourceKind, found[0]), found[1])


def _too_few(head: Token, name: Token) -> bool:
    """Whether one name stands beside many: "two officials of the mining office, Minora" are not she."""
    return head.tag_ in tags.COMMON_PLURAL and not has_dependent(name, rel.JOINED)


def _pronoun(head: Token, low: str, index: ChainIndex, previous: Kind | None) -> Kind:
    if low in _RELATIVE:
        clause = head.head
        while clause.dep_ not in rel.ROOT | rel.ADVERBIAL_CLAUSE | rel.CONTENT | rel.RELATIVE and clause.head != clause:
            clause = clause.head
        if clause.dep_ in rel.RELATIVE and clause.head.lower_ not in _PRONOUNS:
            return source_kind(antecedent(clause), index, previous)
    chain = index.chain(head)
    if chain is not None and chain.names and chain.kind in _BY_KIND:
        return Kind(_BY_KIND[chain.kind], Reason("chain", chain.name))
    before = None if previous is None or previous.because.rule == "none" else previous.kind
    if low in _PERSONS:
        return Kind(
            "anonymous" if before == "anonymous" and low not in ("i", "me", "my") else "named_person",
            Reason("pronoun", low),
        )
    if low in _THINGS:
        return Kind(before if before in ("outlet", "institution") else "institution", Reason("pronoun", low))
    if low in _GROUPS and before in ("anonymous", "institution"):
        return Kind(before, Reason("pronoun", low))
    return Kind("collective", Reason("pronoun", low))


def _named(head: Token, chain: Chain, index: ChainIndex) -> Kind | None:
    noun = source_nouns().get(head.lower_)
    because = Reason("name", chain.name)
    if _is_station(head) or (noun == "outlet" and chain.kind != "person"):
        return Kind("outlet", because)
    if chain.kind == "person" or _titled(head):
        if noun in _FIRST_WORDS and not _titled(head):
            return Kind(cast(SourceKind, noun), because)
        return Kind("named_person", because)
    if head.text in index.surnames and len(chain.name.split()) == 1:
        return Kind("named_person", because)
    if chain.kind == "publication" or _outlet_name(chain):
        return Kind("outlet", because)
    state = any(name.removeprefix("the ") in atlas().states for name in chain.names)  # "the United States"
    called = noun == "collective" and head.pos_ == "PROPN" and chain.kind == "organisation"  # "the United Nations"
    if noun in ("collective", "document") and chain.kind != "place" and not state and not called:
        return None
    if chain.kind == "group" and head.pos_ != "PROPN" and head.tag_ not in tags.PLURAL:
        return None
    return Kind(_BY_KIND[chain.kind], because) if chain.kind in _BY_KIND else None


def _outlet_name(chain: Chain) -> bool:
    """Whether one of the names ends as the names of outlets do: "… Times", "… News", "the Halim Courier"."""
    for name in (chain.name, *chain.names):
        words = name.lower().removeprefix("the ").split()
        if words and (source_nouns().get(words[-1]) == "outlet" or (len(words) > 1 and _ends_an_outlet(words))):
            return True
    return False


def _is_station(head: Token) -> bool:
    """Whether a name is that of an outlet by the word beside it: "Radio Halim", "Al-Watan newspaper"."""
    if head.pos_ != "PROPN" or head.is_lower:
        return False
    start = head.i
    while start and (head.doc[start - 1].pos_ == "PROPN" or head.doc[start - 1].text == "-"):
        start -= 1
        if head.doc[start].text in _STATIONS:
            return True
    before = head.doc[start - 1] if start else None
    after = head.nbor(1) if head.i + 1 < len(head.doc) else None
    if before is not None and _is_paper(before):
        return True
    return after is not None and _is_paper(after) and after.is_lower


def _is_paper(word: Token) -> bool:
    return word.lower_ in _PAPERS or (word.lower_ == "agency" and word.i > 0 and word.nbor(-1).lower_ == "news")


_STATIONS = frozenset({"Channel", "Radio", "TV", "Television"})
_PAPERS = word_set("words_of_speech", "papers")
# Words of outlets that end other names as often.
_ALSO_OTHERS = word_set("words_of_speech", "also_others")


def _ends_an_outlet(words: list[str]) -> bool:
    return words[-1] in _name_words() or words[-2:] == ["news", "agency"]


@cache
def _name_words() -> frozenset[str]:
    return frozenset(word for (word,) in lexicon("outlet_words")) - _ALSO_OTHERS - {"chronicle", "today"}


def _titled(head: Token) -> bool:
    return any(c.dep_ in rel.COMPOUND and c.lower_.rstrip(".") in _TITLES for c in head.children)


def _unlisted_name(head: Token) -> Kind:
    if head.tag_ in tags.PLURAL_NAME:
        return Kind("collective", Reason("name", head.text))
    if head.ent_type_ in ner.LANDS and not _titled(head):
        return Kind("institution", Reason("name", head.text))
    return Kind("named_person", Reason("name", head.text))


def _owner(document: Token) -> Token | None:
    """Give who a document speaks for: its possessor, or who it is by or from."""
    for child in document.children:
        if child.dep_ in rel.OWNER:
            return child
        if child.dep_ in rel.PREPOSITION_OR_AGENT and child.lower_ in ("by", "from"):
            return dependent(child, rel.GOVERNED)
    return None
