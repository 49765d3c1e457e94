"""The closed lists that records are written in: kinds, types, and the ways to point at characters and rows."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple, get_args

Span = tuple[int, int]
"""`[start, end)` code points into the stored text of one report."""

Evidence = tuple[str, int, int]
"""Report id, start, end."""

Member = tuple[str, str]
"""Report id and the id of a row of that report's reading (a mention, attribution or event)."""

Bounds = tuple[int, int]
"""At least, at most."""

RegionKind = Literal[
    "headline",
    "site",
    "date",
    "caption",
    "credit",
    "subheading",
    "related_link",
    "boilerplate",
    "syndication_credit",
]
DateBasis = Literal["dateline", "metadata", "url", "inferred", "unknown"]
MentionKind = Literal["person", "organisation", "group", "place", "facility", "office", "publication", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
SourceKind = Literal["named_person", "institution", "anonymous", "outlet", "collective"]
QuoteKind = Literal["direct", "mixed", "indirect"]
Polarity = Literal["assert", "deny", "demand", "warn", "doubt"]
Modality = Literal["asserted", "attributed", "denied", "hypothetical", "planned", "demanded"]
CreditRole = Literal["republished", "cited", "photo", "interview"]
ArgumentRole = Literal["subject", "object", "other", "denied"]
ClauseForm = Literal["clause", "noun"]
ClauseLink = Literal["main", "complement", "relative", "adverbial", "participle", "joined", "phrase"]
HangKind = Literal["pronoun", "role", "first person", "demonstrative", "day"]
ClauseStatus = Literal["asserted", "hedged", "denied", "planned", "demanded", "hypothetical", "unrealised"]
ClaimKind = Literal["event", "finding", "position", "plan", "background"]
ConflictStatus = Literal["open", "superseded"]
Extent = Literal["whole", "passages"]
Value = tuple[float | None, float | None]
"""At least, at most; None where that end is open."""

Relation = Literal["reprint", "excerpt", "translation", "rewrite", "republished"]
LineageBasis = Literal["credit", "text", "interview", "judgement"]
EventualityClass = Literal["OCCURRENCE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE", "STATE"]
Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
Aspect = Literal["PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE", "NONE"]
ConflictKind = Literal["denial", "number", "actor", "time", "place", "cause", "purpose", "stance", "identity", "status"]
StanceKind = Literal["says", "denies", "hedges"]
PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
JudgementKind = Literal[
    "merge",
    "split",
    "rename",
    "reject",
    "re-date",
    "re-attribute",
    "same-source",
    "not-same-source",
    "note",
    "undo",
]
AnchorPart = Literal["mention", "statement", "event", "clause", "report"]


class _Words(NamedTuple):
    """A kind of conflict in one word, in a sentence that stands over one, and what is told of it to a model asked."""

    word: str
    headline: str
    asked: str = ""


CONFLICTS: dict[ConflictKind, _Words] = {
    "denial": _Words("denied", "One account denies what another says"),
    "number": _Words("number", "The figures differ"),
    "actor": _Words("doer", "The accounts name different actors"),
    "time": _Words("time", "The accounts give different times"),
    "place": _Words("place", "The accounts name different places"),
    "cause": _Words("cause", "The accounts give different causes"),
    "purpose": _Words("aim", "The accounts give different purposes"),
    "identity": _Words("who", "The accounts name different people"),
    "stance": _Words("stance", "The accounts differ in stance", "two positions or judgements"),
    "status": _Words("outcome", "The accounts tell different outcomes", "whether it has happened, holds, or is over"),
}
"""Every kind of conflict in words: with a kind's row here, each face shows it and a model may be asked for it."""


def schema_of(text: str) -> dict[str, Any]:
    """Give the JSON Schema that `text` holds, each `"enum"` that names a list of this module filled with that list.

    >>> schema_of('{"enum": "StanceKind"}')
    {'enum': ['says', 'denies', 'hedges']}

    Raises KeyError where there is no list of that name.
    """
    import json

    def filled(held: dict[str, Any]) -> dict[str, Any]:
        named = held.get("enum")
        return {**held, "enum": list(get_args(globals()[named]))} if isinstance(named, str) else held

    found: dict[str, Any] = json.loads(text, object_hook=filled)
    return found
