"""What travels between rooms: frozen, typed records.

Every span is `[start, end)` in code points of the report's stored text, which is never edited, so
`text[start:end]` is always what a reader of the report sees. Records have no behaviour that needs another room.
Every row that a rule made says so in `because`: a `Reason`, the rules in order with the evidence that they used.

The field names are those of the interchange files (docs/interchange.md); fields beyond them are marked "also".

A record is imported when first asked for: what asks only for the words that its commands take builds none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.records.findings import (
        ChronicleEntry,
        Claim,
        Conflict,
        Entity,
        Findings,
        Lineage,
        Origin,
        Point,
        Series,
        Side,
        Stance,
        Story,
        Telling,
        Timeline,
        TimelineEntry,
    )
    from rashomon.records.judgements import (
        Anchor,
        Correction,
        Judgement,
        Pointed,
        PointedClaim,
        PointedDispute,
        PointedVoice,
        Ruling,
    )
    from rashomon.records.keys import VoiceKey, by_voice, chains
    from rashomon.records.news import Feed, News, NewsItem
    from rashomon.records.readings import (
        Argument,
        Attribution,
        Chain,
        Clause,
        Credit,
        Event,
        Eventuality,
        Figure,
        Hang,
        Mention,
        Publication,
        Reading,
        Refusal,
        Region,
        Report,
        Taken,
        Timex,
        Word,
        Wording,
    )
    from rashomon.records.reason import NO_DAY, NO_REASON, Joint, Reason, written
    from rashomon.records.vocabulary import (
        AnchorPart,
        ArgumentRole,
        Aspect,
        Bounds,
        ClaimKind,
        ClauseForm,
        ClauseLink,
        ClauseStatus,
        ConflictKind,
        ConflictStatus,
        CreditRole,
        DateBasis,
        EventualityClass,
        Evidence,
        Extent,
        HangKind,
        JudgementKind,
        LineageBasis,
        Member,
        MentionForm,
        MentionKind,
        Modality,
        PloverType,
        Polarity,
        QuoteKind,
        RegionKind,
        Relation,
        SourceKind,
        Span,
        StanceKind,
        Tense,
        TimexType,
        Value,
    )

__all__ = [
    "NO_DAY",
    "NO_REASON",
    "Anchor",
    "AnchorPart",
    "Argument",
    "ArgumentRole",
    "Aspect",
    "Attribution",
    "Bounds",
    "Chain",
    "ChronicleEntry",
    "Claim",
    "ClaimKind",
    "Clause",
    "ClauseForm",
    "ClauseLink",
    "ClauseStatus",
    "Conflict",
    "ConflictKind",
    "ConflictStatus",
    "Correction",
    "Credit",
    "CreditRole",
    "DateBasis",
    "Entity",
    "Event",
    "Eventuality",
    "EventualityClass",
    "Evidence",
    "Extent",
    "Feed",
    "Figure",
    "Findings",
    "Hang",
    "HangKind",
    "Joint",
    "Judgement",
    "JudgementKind",
    "Lineage",
    "LineageBasis",
    "Member",
    "Mention",
    "MentionForm",
    "MentionKind",
    "Modality",
    "News",
    "NewsItem",
    "Origin",
    "PloverType",
    "Point",
    "Pointed",
    "PointedClaim",
    "PointedDispute",
    "PointedVoice",
    "Polarity",
    "Publication",
    "QuoteKind",
    "Reading",
    "Reason",
    "Refusal",
    "Region",
    "RegionKind",
    "Relation",
    "Report",
    "Ruling",
    "Series",
    "Side",
    "SourceKind",
    "Span",
    "Stance",
    "StanceKind",
    "Story",
    "Taken",
    "Telling",
    "Tense",
    "Timeline",
    "TimelineEntry",
    "Timex",
    "TimexType",
    "Value",
    "VoiceKey",
    "Word",
    "Wording",
    "by_voice",
    "chains",
    "written",
]

_MODULES = ("vocabulary", "reason", "readings", "findings", "judgements", "keys", "news")


def __getattr__(name: str) -> Any:
    """Import a record, or a word of its vocabulary, from the module that holds it."""
    if name in __all__:
        for module in _MODULES:
            held = vars(import_module(f"{__name__}.{module}"))
            if name in held:
                return globals().setdefault(name, held[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
