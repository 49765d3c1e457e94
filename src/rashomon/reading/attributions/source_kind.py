"""A source is what its whole chain says it is: a name anywhere in the chain names it everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from spacy.tokens import Doc, Token

from rashomon.reading.attributions.source_nouns import source_nouns
from rashomon.records import Chain, Mention, SourceKind


class Kind(NamedTuple):
    """A source's kind and why; `because` begins with the finer class (name, role, document, pronoun, none …)."""

    kind: SourceKind
    because: str


_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sen",
        "rep",
        "gov",
        "gen",
        "col",
        "lt",
        "maj",
        "sgt",
        "capt",
        "adm",
        "prof",
        "rev",
        "sir",
        "lord",
        "lady",
        "dame",
        "president",
        "premier",
        "minister",
        "senator",
        "congressman",
        "congresswoman",
        "governor",
        "mayor",
        "secretary",
        "judge",
        "justice",
        "king",
        "queen",
        "prince",
        "sheikh",
        "ayatollah",
        "imam",
        "pope",
        "general",
        "colonel",
        "major",
        "captain",
        "spokesman",
        "spokeswoman",
        "chairman",
        "director",
        "ambassador",
    ]
)
_INDEFINITE = frozenset(
    [
        "a",
        "an",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "some",
        "many",
        "another",
        "other",
        "unnamed",
        "unidentified",
        "anonymous",
        "multiple",
        "various",
        "few",
        "certain",
        "numerous",
        "dozens",
    ]
)
_UNNAMED = frozenset(["unnamed", "unidentified", "anonymous", "undisclosed"])
_PERSONS = frozenset({"he", "she", "him", "her", "his", "i", "me", "my", "himself", "herself"})
_GROUPS = frozenset({"they", "we", "them", "us", "their", "our", "you", "these", "those", "themselves"})
_THINGS = frozenset({"it", "its", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_BY_KIND: dict[str, SourceKind] = {
    "person": "named_person",
    "organisation": "institution",
    "group": "collective",
    "place": "institution",
    "facility": "institution",
    "publication": "outlet",
}
_ANONYMITY = (
    "condition of anonymity",
    "not be named",
    "not to be named",
    "asked for anonymity",
    "requested anonymity",
    "not authorized to",
    "not authorised to",
    "declined to be named",
    "declined to be identified",
    "speaking anonymously",
)


class Sources:
    """The chains of one report, asked by token: which mention stands there and what its chain is."""

    def __init__(self, doc: Doc) -> None:
        """Index the mentions and chains of `doc`; both may be empty."""
        self.doc = doc
        self.chains: dict[str, Chain] = {c.id: c for c in doc._.rashomon_chains}
        self.at: dict[int, Mention] = {}
        for mention in doc._.rashomon_mentions:
            for i in range(mention.start, mention.end):
                old = self.at.get(i)
                if old is None or mention.end - mention.start < old.end - old.start:
                    self.at[i] = mention
        self.surnames = _last_words(c for c in self.chains.values() if c.kind == "person")

    def chain(self, head: Token) -> tuple[Mention, Chain] | None:
        """Give the mention over `head` and its chain."""
        mention = self.at.get(head.idx)
        chain = self.chains.get(mention.chain) if mention else None
        return (mention, chain) if mention and chain else None


def _last_words(chains: Iterable[Chain]) -> frozenset[str]:
    return frozenset(
        words[-1].removesuffix("’s").removesuffix("'s")
        for c in chains
        for n in (c.name, *c.names)
        if len(words := n.split()) > 1
    )


def source_kind(head: Token | None, sources: Sources, previous: Kind | None = None) -> Kind:
    """Say what the source with the head `head` is; `previous` is the kind of the source before it, for pronouns."""
    if head is None:
        return Kind("anonymous", "none")
    low = head.lower_
    if head.pos_ == "PRON" or low in _PERSONS or low in _GROUPS or low in _RELATIVE or low in _THINGS:
        return _pronoun(head, low, sources, previous)
    known = sources.chain(head)
    if known is not None and known[1].names:
        kind = _named(head, known[1], sources)
        if kind is not None:
            return kind
    if known is not None and not known[1].names and known[1].kind in ("publication",):
        return Kind("outlet", "chain:" + known[1].name)
    noun = source_nouns().get(low)
    if head.pos_ == "PROPN" and (noun in (None, "office") or head.text in sources.surnames):
        return _unlisted_name(head, sources)
    return _nominal(head, low, noun, sources)


def _pronoun(head: Token, low: str, sources: Sources, previous: Kind | None) -> Kind:
    if low in _RELATIVE and head.dep_ not in ("poss",):
        clause = head.head
        while clause.dep_ not in ("relcl", "ROOT", "ccomp", "advcl") and clause.head is not clause:
            clause = clause.head
        if clause.dep_ == "relcl" and clause.head.pos_ != "PRON":
            return source_kind(clause.head, sources, previous)
    known = sources.chain(head)
    if known is not None:
        chain = known[1]
        if chain.names and chain.kind in _BY_KIND:
            return Kind(_BY_KIND[chain.kind], "chain:" + chain.name)
    if low in _PERSONS:
        if previous is not None and previous.kind == "anonymous" and not previous.because.startswith("none"):
            return Kind("anonymous", "pronoun:" + previous.because)
        return Kind("named_person", "pronoun:" + low)
    if low in _THINGS:
        return Kind(
            previous.kind if previous and previous.kind in ("outlet", "institution") else "institution", "pronoun:it"
        )
    if low in _GROUPS and previous is not None and previous.kind in ("collective", "anonymous", "institution"):
        return Kind(previous.kind, "pronoun:" + previous.because)
    return Kind("collective", "pronoun:" + low)


def _named(head: Token, chain: Chain, sources: Sources) -> Kind | None:
    if chain.kind == "person" or head.text in sources.surnames or _titled(head):
        return Kind("named_person", "name:" + chain.name)
    if chain.kind == "publication" or _outlet_name(chain):
        return Kind("outlet", "name:" + chain.name)
    if chain.kind == "group" and head.pos_ == "ADJ":
        return None
    if chain.kind in _BY_KIND:
        if chain.kind == "group" and head.tag_ not in _PLURAL_TAGS and head.pos_ != "PROPN":
            return None
        return Kind(_BY_KIND[chain.kind], "name:" + chain.name)
    return None


def _outlet_name(chain: Chain) -> bool:
    nouns = source_nouns()
    for name in (chain.name, *chain.names):
        words = name.lower().split()
        if words and nouns.get(words[-1]) == "outlet":
            return True
    return False


def _titled(head: Token) -> bool:
    return any(c.dep_ == "compound" and c.lower_.rstrip(".") in _TITLES for c in head.children)


def _unlisted_name(head: Token, sources: Sources) -> Kind:
    if head.tag_ == "NNPS":
        return Kind("collective", "name:" + head.text)
    left = [c.text for c in head.children if c.dep_ == "compound"]
    if any(source_nouns().get(w.lower()) == "institution" for w in left[-1:]) and not _titled(head):
        return Kind("institution", "name:" + head.text)
    return Kind("named_person", "name:" + head.text)


def _nominal(head: Token, low: str, noun: str | None, sources: Sources) -> Kind:
    plural = head.tag_ in _PLURAL_TAGS
    modifiers = {c.lower_ for c in head.children if c.i < head.i}
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN":
            return source_kind(child, sources)
    if _UNNAMED & modifiers:
        return Kind("anonymous", "unnamed:" + low)
    if noun == "document":
        return _document(head, low, plural, sources)
    if noun in ("outlet", "institution", "collective"):
        inner = _partitive(head, sources)
        return inner or Kind(cast(SourceKind, noun), f"{noun}:{low}")
    definite = bool({"the", "this", "that"} & modifiers) or any(c.dep_ == "poss" for c in head.children)
    if noun == "office":
        return Kind("collective", "plural:" + low) if plural else Kind("named_person", "role:" + low)
    if noun == "anonymous":
        if (
            not plural
            and definite
            and low
            not in ("source", "official", "aide", "insider", "person", "man", "woman", "witness", "friend", "diplomat")
        ):
            return Kind("named_person", "role:" + low)
        return Kind("anonymous", "unnamed:" + low)
    if plural:
        return Kind("collective", "plural:" + low)
    if _partitive(head, sources) is not None:
        return _partitive(head, sources) or Kind("collective", "plural:" + low)
    if definite:
        return Kind("institution" if not _personal(low) else "named_person", "role:" + low)
    return Kind("anonymous" if _personal(low) else "institution", "unnamed:" + low)


def _personal(low: str) -> bool:
    return low.endswith(("er", "or", "ist", "ian", "man", "woman", "ant", "ent", "person", "mate", "ee"))


def _partitive(head: Token, sources: Sources) -> Kind | None:
    """Give the kind of the plural noun after "of": a number of experts are experts."""
    if head.lower_ not in (
        "number",
        "group",
        "handful",
        "couple",
        "majority",
        "lot",
        "dozens",
        "chorus",
        "series",
        "one",
        "some",
        "many",
        "several",
        "most",
        "half",
        "panel",
        "trio",
        "pair",
    ):
        return None
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and grandchild.tag_ in _PLURAL_TAGS:
                    inner = source_kind(grandchild, sources)
                    return inner if inner.kind in ("collective", "anonymous") else Kind("collective", inner.because)
    return None


def _document(head: Token, low: str, plural: bool, sources: Sources) -> Kind:
    """Give the kind of who issued the document: its possessor, who it is by, else an institution."""
    for child in head.children:
        if child.dep_ == "poss":
            return Kind(source_kind(child, sources).kind, "document:" + low)
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return Kind(source_kind(grandchild, sources).kind, "document:" + low)
        if child.dep_ == "compound" and child.pos_ == "PROPN":
            inner = sources.chain(child)
            if inner and inner[1].kind == "publication":
                return Kind("outlet", "document:" + low)
    if plural and low in ("reports",):
        return Kind("collective", "document:" + low)
    return Kind("institution", "document:" + low)
