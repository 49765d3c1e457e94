"""Every outlet that a report names as where words or pictures come from, with its role and the cue that tells.

An outlet merely named is no credit. Rows are sorted, do not overlap and cover the outlet's name alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from rashomon.language import lexicon, listed
from rashomon.reading.outlets import Outlet, outlets
from rashomon.records import Credit, CreditRole, Mention, Reason, Region

_REACH = 80  # characters before and after a name that its cue may stand in
_NATION = r"[A-Z][a-z]+(?:ese|ish|an|i|ic|ch)"
_QUALIFIED = (
    r"(?:(?:[Tt]he|its|his|her|their|a|an|local|daily|weekly|official|state|state-run|state-owned|semi-official|private"
    rf"|{_NATION}|[A-Z][\w-]*-(?:based|owned|run|backed|funded)) ){{0,4}}"
    r"(?:(?:news agency|agency|newspaper|website|channel|TV|television|broadcaster|magazine|network)(?:’s|'s)? )?"
    r"[\"“‘']?$"
)
_NOUN = (
    r"[\"”’']?(?: (?:news agency|agency|newspaper|website|web site|news site|site|channel|TV|television|network|daily"
    r"|magazine|broadcaster|radio|satellite channel|report|News))?"
)
_CAPITALISED = re.compile(r"(?<![\w’'-])(?!The )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}")
_HELPED = re.compile(
    r"(?:with (?:files|inputs?|agency|additional|reporting)|additional|\(?reporting by|compiled)", re.I
)
_OWN_WRITERS = re.compile(r"(?:[’']s)? (?:staff )?(?:writers?|reporters?|correspondents?|journalists?)\b")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\d{4}(?:\s*[-–,]\s*\d{4})*)?[\s,.]*(?:by )?(?:the )?$", re.IGNORECASE
)
_AGENCY_DAY = re.compile(r"\s+[-–—|·]\s+(?=[A-Z]?[\w, ]*\d)")
_CHECK = r"(?:verify|confirm|authenticate|corroborate)"
_CHECKED_BY = re.compile(
    r"\b(?:not|never|yet to|un\w+|cannot)\b[^.;:\"“”]{0,50}"
    r"\b(?:verified|confirmed|authenticated|corroborated) by (?:the )?$"
)
_CHECKS = re.compile(
    rf" (?:could not|couldn[’']t|cannot|can[’']t|(?:was|were) (?:unable|not able) to|(?:has|have) not been able to)"
    rf"(?: \w+ly)? {_CHECK}\b"
)
_PARTY = re.compile(
    r"\b(den(?:ied|ies|ying)|disput(?:ed|es|ing)|reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|refut(?:ed|es|ing)"
    r"|slamm?(?:ed|s|ing)|blast(?:ed|s|ing)|critici[sz](?:ed|es|ing)|su(?:ed|es|ing)|accus(?:ed|es|ing)"
    r"|contradict(?:ed|s|ing))"
    r" (?:the |a |an |that |this )?(?:\w+ )?(?:(?:report|story|article|account|claim)s? (?:by|in|from|of) )?(?:the )?$"
)


_CLOSING = re.compile(rf"[,”\"] (?:and )?{_QUALIFIED}")
_UNKNOWN_VERB = re.compile(
    r"(?: (?:newspaper|website|magazine))?,? (?:reported|reports|wrote|writes|quoted|revealed)\b"
)
_SIGNED = re.compile(r"(?:written|posted)\s+by\b", re.IGNORECASE)
_NAMED = re.compile(rf"{_NOUN}[\"”’']?")
_STOP = re.compile(r"[\"”’']?(?: (?:late |early )?(?:on|in|at|last|this|earlier|later)?[^.,;:!?\n]{0,30})?[.!]|$")


def _either(side: str) -> str:
    return "|".join(re.escape(cue) for cue, where, _ in lexicon("credit_cues") if where == side)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b((?i:{_either('before')})) {_QUALIFIED}")


@cache
def _after() -> re.Pattern[str]:
    """Match the outlet's verb, also over a short adjunct ("X on Sunday reported")."""
    adjunct = r"(?:,? (?:on|in an?) [^,.;]{3,40},?| (?:also|later|earlier|has|had|further)){0,2}"
    return re.compile(rf"{_NOUN}{adjunct} ({_either('after')})\b")


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"{_NOUN}(?:’s|'s)? ({_either('behind')})\b")


@cache
def _roles() -> dict[str, CreditRole]:
    return {cue: role for cue, side, role in lexicon("credit_cues") if side == "before"}  # type: ignore[misc]


def credits_of(text: str, regions: Iterable[Region], own: str | None = None) -> tuple[Credit, ...]:
    """Give the credits of a text whose regions are marked; `mention` is None until mentions are read (`mentioned`).

    `own` is the outlet that published it. "The Times" behind "The New York Times", or in its own report, is that paper.
    """
    kept = sorted(regions, key=lambda r: r.start)
    starts = [r.start for r in kept]
    found: list[Credit] = []
    short: dict[str, str] = {}
    for known in outlets(own or ""):
        _shorten(known, short)
    for outlet in sorted((*outlets(text), *_unknown(text)), key=lambda o: (o.start, o.kind == "unknown")):
        family = short.get(outlet.name.removeprefix("The ").casefold(), outlet.family)
        _shorten(outlet, short)
        if found and outlet.start < found[-1].end:
            continue
        i = bisect_right(starts, outlet.start) - 1
        region = kept[i] if i >= 0 and kept[i].end > outlet.start else None
        captioned = i > 0 and kept[i - 1].kind == "caption" and not text[kept[i - 1].end : kept[i].start].strip()
        byline = i > 0 and _is_byline(kept[i - 1], text) and not text[kept[i - 1].end : kept[i].start].strip()
        told: tuple[CreditRole, Reason] | None
        if region and region.kind == "site" and byline:
            told = "republished", Reason("byline", text[region.start : region.end][:80])
        else:
            told = (_of_region(region, text, outlet, captioned) if region else None) or _of_body(text, outlet)
        if told:
            role, because = told
            found.append(Credit(outlet.start, outlet.end, None, role, family, because))
    return tuple(found)


def _shorten(outlet: Outlet, short: dict[str, str]) -> None:
    """Let the last words of the outlet's name stand for it from here on: "Times" for "The New York Times"."""
    words = outlet.name.removeprefix("The ").casefold().split()
    if words[-1] in listed("outlet_words"):
        for i in range(1, len(words)):
            last = " ".join(words[i:])
            short[last] = short.get(last, outlet.family) if outlet.kind == "unknown" else outlet.family


def mentioned(credits_: Iterable[Credit], mentions: Iterable[Mention]) -> tuple[Credit, ...]:
    """Give the credits with the id of the mention that each shares most characters with, the shortest of equals."""
    ordered = sorted(enumerate(mentions), key=lambda numbered: numbered[1].start)
    longest = max((m.end - m.start for _, m in ordered), default=0)
    return tuple(replace(credit, mention=_overlapping(credit, ordered, longest)) for credit in credits_)


def _overlapping(credit: Credit, mentions: list[tuple[int, Mention]], longest: int) -> str | None:
    first = bisect_left(mentions, credit.start - longest, key=lambda numbered: numbered[1].start)
    behind = bisect_left(mentions, credit.end, key=lambda numbered: numbered[1].start)
    shared = [
        (min(credit.end, m.end) - max(credit.start, m.start), m.start - m.end, -number, m.id)
        for number, m in mentions[first:behind]
    ]
    best = max(shared, default=(0, 0, 0, None))
    return best[3] if best[0] > 0 else None


def _of_region(region: Region, text: str, outlet: Outlet, captioned: bool) -> tuple[CreditRole, Reason] | None:
    shown = " ".join(text[region.start : region.end].split())[:80]
    if region.kind == "syndication_credit":
        if region.because.rule == "desk":
            own = _OWN_WRITERS.match(text, outlet.end) and _opens_its_sentence(text, region.start, outlet.start)
            return ("republished", Reason("own-writers", shown)) if own else ("cited", Reason("helped", shown))
        return ("cited" if _HELPED.match(shown) else "republished"), Reason("syndication-credit", shown)
    if region.kind == "boilerplate" and _COPYRIGHT.search(text, region.start, outlet.start):
        return "republished", Reason("copyright", shown)
    if region.kind == "credit":
        return _of_credit(region, text, captioned, shown)
    if region.kind == "date" and region.because.rule == "dateline":
        if outlet.start == region.start and not _AGENCY_DAY.match(text, outlet.end, region.end):
            return None  # a town of that name: "SANA, Yemen —"
        return "republished", region.because
    return None


def _of_credit(region: Region, text: str, captioned: bool, shown: str) -> tuple[CreditRole, Reason]:
    if region.because.rule == "post-signature":
        return "cited", Reason("posted", shown)
    if _is_byline(region, text):
        return "republished", Reason("byline", shown)
    if region.because.rule == "bracketed-outlet" and text[: region.start].rstrip(' "”’')[-1:] in {".", "!", "?"}:
        return ("photo" if captioned else "cited"), Reason("bracketed", shown)
    return "photo", Reason("picture-credit", shown)


def _is_byline(region: Region, text: str) -> bool:
    by = region.because.rule == "byline" or _SIGNED.match(text, region.start) is not None
    return region.kind == "credit" and by


def _opens_its_sentence(text: str, start: int, at: int) -> bool:
    """Whether nothing stands before `at` in its sentence but an article: those who wrote are its own."""
    before = re.sub(r"(?:^|(?<=\s))[Tt]he $", "", text[start:at]).rstrip(" _*([")
    return not before or before[-1] in ".!?"


def _of_body(text: str, outlet: Outlet) -> tuple[CreditRole, Reason] | None:
    before = re.sub(r"\s+", " ", text[max(0, outlet.start - _REACH) : outlet.start])
    after = re.sub(r"\s+", " ", text[outlet.end : outlet.end + _REACH])
    if _CHECKED_BY.search(before) or _CHECKS.match(after):
        return "republished", Reason("own-check", outlet.name)
    if match := _PARTY.search(before):
        return "cited", Reason("party", f"{match.group(1)} {outlet.name}")
    if tagged := _tag(before, after):
        return "cited", Reason("tag", f"{tagged} {outlet.name}")
    if match := _before().search(before):
        cue = match.group(1).casefold()
        return _roles()[cue], Reason("told" if _roles()[cue] == "interview" else "cited", f"{cue} {outlet.name}")
    if (match := _behind().match(after)) and not re.search(r"\b(?:[Ff]ormer|[Ee]x-?) ?$", before):
        return "interview", Reason(f"own-{match.group(1)}", outlet.name)
    if match := _after().match(after):
        return "cited", Reason("cited", f"{outlet.name} {match.group(1)}")
    return None


def _tag(before: str, after: str) -> str | None:
    """Give the cue that makes the outlet the source of its whole sentence.

    ", X reported on Monday." at its end does, and "According to X," at its start.
    """
    if (match := _according().search(before)) and (named := _NAMED.match(after)):
        lead, until = before[: match.start()].rstrip(), after[named.end() :]
        if match.group("comma") and _STOP.match(until):
            return "according to"
        if not match.group("comma") and until[:1] == "," and (not lead or lead[-1] in '.!?"”'):
            return "according to"
    if _CLOSING.search(before) and (match := _after().match(after)) and _STOP.match(after, match.end()):
        return match.group(1)
    return None


@cache
def _according() -> re.Pattern[str]:
    return re.compile(rf"(?P<comma>, )?\b[Aa]ccording to (?:a report (?:in|by|from) )?{_QUALIFIED}")


def _unknown(text: str) -> Iterator[Outlet]:
    """Names that no lexicon holds but that a word of theirs makes an outlet's, where a cue stands before them."""
    for match in _CAPITALISED.finditer(text):
        words = match.group().split(" ")
        telling = [i for i, word in enumerate(words) if word.casefold() in listed("outlet_words")]
        if telling and _cued(text, match.start(), match.start() + len(" ".join(words[: max(telling[-1], 1) + 1]))):
            name = " ".join(words[: max(telling[-1], 1) + 1])
            yield Outlet(match.start(), match.start() + len(name), name, name, "unknown")


def _cued(text: str, start: int, end: int) -> bool:
    """Whether a cue stands before the name, or, behind an article that no person's name has, its verb after it."""
    before = re.sub(r"\s+", " ", text[max(0, start - _REACH) : start])
    if _before().search(before):
        return True
    return before.casefold().endswith("the ") and _UNKNOWN_VERB.match(text, end) is not None
