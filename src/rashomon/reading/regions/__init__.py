"""Regions: everything that is not article body is in exactly one, and every region says why.

Regions are sorted, stripped, do not overlap, and never part a block but at a credit, a dateline or a blurb. The reader
goes before the parser: afterwards no sentence runs over a region or a torn line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rashomon.language import listed
from rashomon.reading.credits import credits_of
from rashomon.reading.outlets import outlets
from rashomon.reading.published import CRUMB, dated_parts, published, publisher
from rashomon.reading.regions.blocks import Block, blocks, cue
from rashomon.reading.regions.page_talk import PERSON, bylines, caption, desk_tail, page_talk
from rashomon.reading.regions.within import (
    ASKED,
    CAPTION_AT_MOST,
    blurb,
    closing_credit,
    cut_mark,
    dateline,
    entries,
    inserted,
    set_questions,
    signed_off,
)
from rashomon.records import Reason, Region, RegionKind, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc


__all__ = ["regions"]


_HEADLINE_AT_MOST = 25  # words
_HEADING_AT_MOST = 14  # words; longer lines without a stop are body that lost its stop
_SUBHEADING_AT_MOST = 5  # words; longer ones are headlines of other reports
_QUESTIONS_AT_MOST = 3  # of a report
_DIGEST_AT_LEAST = 3  # stopped items with an outlet in brackets: a digest of other reports, not captions
_BACK_AT_MOST = 8  # words
_CAPTIONS_OF = 3  # paragraphs, of which at most one is an unsigned caption
_ABOUT = re.compile(r"About (?:the |this )?[\w&’'.-]+(?: [\w&’'.-]+){0,5}:?")
_BULLET = re.compile(r"[-*•·▪●○–—\d(]")
_SPEECH = re.compile(r"[\"“”«»]|^Q\w*\b[:.]|\b(?:I|we|you|your|our|my)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_SIGNATURE = re.compile(
    rf"(?:[Bb]y |BY )?{PERSON}(?:(?:, | and | & ){PERSON})*(?:\s*[,|/•·\n–—]\s*| of | for )(?:the )?"
    r"([A-Z][\w.&’' ]{1,40})"
)


def mark(text: str, title: str | None = None) -> tuple[Region, ...]:
    """Give the regions of `text`; `title` is the report's headline where its container told it."""
    return _Marking(blocks(text), title).regions()


class _Marking:
    """The blocks of one report, and what each was found to be: first by wording, then by place."""

    def __init__(self, parts: tuple[Block, ...], title: str | None) -> None:
        self.blocks = parts
        self.title, self.given = _flat(title or ""), title or ""
        self.found: dict[int, tuple[RegionKind, Reason]] = {}
        self.inside: list[Region] = []
        self.open_prose = sum(b.words > _HEADING_AT_MOST and not b.stopped for b in parts)
        self.prose = [i for i, b in enumerate(parts) if b.stopped and b.words > 8]

    def regions(self) -> tuple[Region, ...]:
        for i, block in enumerate(self.blocks):
            told = cue(block.text, last=i >= len(self.blocks) - 3)
            if told and not (i == 0 and told[0] == "syndication_credit"):  # a headline that names its sources
                self.found[i] = told
        for i in set_questions([block.text for block in self.blocks], self.given):
            self.found[i] = ("subheading", Reason(ASKED))
        self._about()
        self.found.update(page_talk(self.blocks, self.found, self.prose))
        self._captions()
        self.found.update(bylines(self.blocks, self.found, self.prose[0] if self.prose else 0, self.title))
        self._entries()
        self._front()
        self._credits()
        self._back()
        self._middle()
        self._repeats()
        openers = [i for i in range(len(self.blocks)) if self._body(i)][:2]
        for i, block in enumerate(self.blocks):
            if i not in self.found:
                opening = dateline(block) if i in openers else None
                self.inside += [r for r in (opening, blurb(block), cut_mark(block)) if r]
                self.inside += inserted(block)
                if (tail := desk_tail(block.text)) is not None:
                    shown = block.text[tail:]
                    self.inside.append(
                        Region(block.start + tail, block.end, "syndication_credit", Reason("desk", shown[:60]))
                    )
        whole = [
            Region(self.blocks[i].start, self.blocks[i].end, kind, because) for i, (kind, because) in self.found.items()
        ]
        return _parted(whole, self.inside)

    def _body(self, i: int) -> bool:
        return i not in self.found and self.blocks[i].stopped and self.blocks[i].words > 8

    def _heading(self, i: int) -> bool:
        """Tell a line that could head what follows: short, no stop, not a list's item, not speech that goes on."""
        block = self.blocks[i]
        if i in self.found or block.words > _HEADING_AT_MOST or len(block.lines) > 1 or any(inserted(block)):
            return False
        if block.final in {".", "!", "…", ",", ";", ":"} or _BULLET.match(block.text):
            return False
        if block.final == "?" and (block.words < 4 or _SPEECH.search(block.text)):
            return False
        return block.text.lstrip("\"“‘'(")[:1].isupper() or not block.text[0].isalpha()

    def _about(self) -> None:
        """Mark the blurb that "About X" heads near the end: all that follows belongs to it."""
        for i, block in enumerate(self.blocks):
            if i * 2 < len(self.blocks) or i in self.found or block.stopped or not _ABOUT.fullmatch(block.text):
                continue
            if len(self.blocks) - i > 6:
                continue
            for j in range(i, len(self.blocks)):
                self.found[j] = ("boilerplate", Reason("about", block.text))
            return

    def _captions(self) -> None:
        """Mark the captions that nobody signed; where many paragraphs read like one, that is how the report tells."""
        open_ = [i for i in range(len(self.blocks)) if i not in self.found]
        told = {i: why for i in open_ if (why := caption(self.blocks[i]))}
        if len(told) * _CAPTIONS_OF <= len(open_):
            for i, why in told.items():
                if not closing_credit(self.blocks[i]):
                    self.found[i] = ("caption", why)

    def _front(self) -> None:
        """Mark what stands before the first paragraph: breadcrumb, headline, then lines under the headline."""
        headline = any(kind == "headline" for kind, _ in self.found.values())
        for i, block in enumerate(self.blocks):
            if i in self.found:
                continue
            same = bool(self.title) and _flat(block.text) == self.title
            if same and i < 6:
                self.found[i], headline = ("headline", Reason("title-of-the-report")), True
                continue
            if self._body(i) or not self.prose or i >= self.prose[0] or block.words > _HEADLINE_AT_MOST:
                return
            if block.final in {".", ",", ";"} or closing_credit(block):
                return
            if _is_breadcrumb(_crumbs(block), block):
                self.found[i] = ("site", Reason("breadcrumb", " / ".join(_crumbs(block))))
            elif headline and _is_signature(block):
                self.found[i] = ("credit", Reason("byline", block.text[:60]))
            elif not headline:
                tail = _site_tail(block)
                if tail:
                    self.inside.append(tail)
                    self.inside.append(
                        Region(block.start, _untailed(block, tail.start), "headline", Reason("first-line"))
                    )
                    self.found[i] = ("headline", Reason("first-line"))
                else:
                    self.found[i] = ("headline", Reason("first-line"))
                headline = True
            else:
                self.found[i] = ("subheading", Reason("under-the-headline"))

    def _entries(self) -> None:
        """Mark the hours and headings of the entries of a live page."""
        marked = list(entries(self.blocks))
        self.inside += marked
        for region in marked:
            i = next((i for i, block in enumerate(self.blocks) if block.end == region.end), None)
            if i is not None:
                self.found.setdefault(i, (region.kind, region.because))

    def _credits(self) -> None:
        """Mark the credit that closes a block, and the rest of it as caption, but for the report's last paragraph."""
        bodies = [i for i in range(len(self.blocks)) if i not in self.found]
        closed = [(i, credit) for i in bodies if (credit := closing_credit(self.blocks[i]))]
        stopped = {i for i, credit in closed if _ends_as_sentence(self.blocks[i], credit.start)}
        digest = len(stopped) >= _DIGEST_AT_LEAST
        if len(bodies) > 2 and (signed := signed_off(self.blocks[bodies[-1]])):
            self.inside.append(signed)
        for i, credit in closed:
            block = self.blocks[i]
            rest = _rstripped(block, credit.start)
            closes = i == bodies[-1] and len(bodies) > 2
            if rest <= block.start:
                kind: RegionKind = "syndication_credit" if closes else "credit"
                self.found[i] = (kind, credit.because)
                before = self.blocks[i - 1] if i and i - 1 not in self.found else None
                if before and kind == "credit" and not before.stopped and before.words <= CAPTION_AT_MOST:
                    self.found[i - 1] = ("caption", Reason("before-credit", block.text))
            elif closes and i in stopped:
                self.inside.append(Region(credit.start, credit.end, "syndication_credit", credit.because))
            elif digest and i in stopped:
                self.inside.append(credit)
            elif block.words <= CAPTION_AT_MOST:
                self.inside.append(credit)
                self.inside.append(
                    Region(block.start, rest, "caption", Reason("before-credit").then(credit.because, ":"))
                )
                self.found[i] = ("caption", Reason("before-credit"))

    def _back(self) -> None:
        """Mark what stands behind the last paragraph: a bare outlet line is the credit of a reprint."""
        body = " ".join(b.text for i, b in enumerate(self.blocks) if i not in self.found)
        for i in range(len(self.blocks) - 1, 0, -1):
            block = self.blocks[i]
            if i in self.found:
                continue
            if (
                (block.stopped and block.words > 3)
                or block.words > _BACK_AT_MOST
                or len(self.blocks) < 3
                or not self.prose
            ):
                return
            if i <= self.prose[0]:
                return
            named = next(outlets(block.text), None)
            if named and len(named.name) * 2 >= len(block.text):
                self.found[i] = ("syndication_credit", Reason("trailing-outlet", named.name))
            elif block.words <= 4 and block.text.istitle() and f"told {block.text}" in body:
                self.found[i] = ("syndication_credit", Reason("trailing-echo", f"told {block.text}"))
            elif self._heading(i):
                self.found[i] = ("boilerplate", Reason("short-tail"))
            else:
                return

    def _middle(self) -> None:
        """Mark a short line without a full stop between paragraphs: a sub-heading, or another report's headline."""
        bodies = [i for i in range(len(self.blocks)) if self._body(i)]
        headings = [i for i in range(len(self.blocks)) if self._heading(i)]
        if sum(self.blocks[i].final == "?" for i in headings) > _QUESTIONS_AT_MOST:
            headings = [i for i in headings if self.blocks[i].final != "?"]  # they are the questions of an interview
        told = [i for i in range(len(self.blocks)) if i not in self.found and self.blocks[i].stopped]
        if not bodies or len(headings) > 2 * len(told) or self.open_prose > len(bodies):
            return
        for i in headings:
            if not bodies[0] < i < told[-1]:
                continue
            block = self.blocks[i]
            if _is_breadcrumb(_crumbs(block), block):
                self.found[i] = ("site", Reason("breadcrumb", " / ".join(_crumbs(block))))
                continue
            after = " ".join(self.blocks[j].text for j in range(i + 1, min(i + 4, len(self.blocks))))
            words = {w.casefold() for w in _WORD.findall(block.text)}
            echoed = words & {w.casefold() for w in _WORD.findall(after)}
            short = block.words <= _SUBHEADING_AT_MOST
            if short or (len(echoed) * 3 >= len(words) * 2 and len(echoed) > 1):
                self.found[i] = ("subheading", Reason("short-line-between-paragraphs"))
            else:
                self.found[i] = ("related_link", Reason("headline-between-paragraphs"))

    def _repeats(self) -> None:
        """Mark a line that a paragraph says again word for word: a pull-quote, or a caption taken from it."""
        flat = {i: _flat(b.text) for i, b in enumerate(self.blocks)}
        whole = "\n".join(flat.values())
        for i, block in enumerate(self.blocks):
            if i in self.found or not 6 <= block.words <= 40 or block.stopped:
                continue
            if whole.count(flat[i]) > 1:
                self.found[i] = ("caption", Reason("repeats-the-body"))


def _flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _ends_as_sentence(block: Block, end: int) -> bool:
    return block.text[: end - block.start].rstrip('"”’ \n').endswith((".", "!", "?"))


def _rstripped(block: Block, end: int) -> int:
    return block.start + len(block.text[: end - block.start].rstrip())


def _crumbs(block: Block) -> list[str]:
    return [c for c in CRUMB.split(block.text) if c.strip()]


def _untailed(block: Block, tail: int) -> int:
    """Give where a headline ends before the dash and the site's name."""
    return block.start + len(block.text[: tail - block.start].rstrip(" -–—|"))


def _is_breadcrumb(crumbs: list[str], block: Block) -> bool:
    if block.words > 12 or not all(c.strip()[:1].isalpha() for c in crumbs):
        return False
    if len(crumbs) >= 3 and max(len(c.split()) for c in crumbs) <= 3:
        return True
    words = [w for c in crumbs for w in re.findall(r"[^\W\d_]+", c.casefold())]
    if words and all(w in listed("site_sections") for w in words):
        return True
    named = next(outlets(block.text), None)
    rest = block.text.replace(block.text[named.start : named.end], " ") if named else ""
    return bool(named) and all(
        w in listed("site_sections") | {"the"} for w in re.findall(r"[^\W\d_]+", rest.casefold())
    )


def _is_signature(block: Block) -> bool:
    """Tell a name and its outlet: "Ada Brown, Associated Press", "Ada Brown and Bo Lee | AFP"."""
    match = _SIGNATURE.fullmatch(block.text)
    named = next(outlets(match[1]), None) if match else None
    return bool(match and named and len(named.name) * 2 >= len(match[1]))


def _site_tail(block: Block) -> Region | None:
    """Give the site's name behind a headline: "Envoy lands in Tehran | The Example"."""
    for match in reversed(list(re.finditer(r"\s[-–—|]\s", block.text))):
        tail = block.text[match.end() :]
        named = next(outlets(tail), None)
        if named and len(named.name) * 2 >= len(tail):
            return Region(block.start + match.end(), block.end, "site", Reason("behind-headline", named.name))
        return None
    return None


def _parted(whole: list[Region], inside: list[Region]) -> tuple[Region, ...]:
    """Spans inside a block win over the block's own; what they leave of it is dropped (a bullet, a dash)."""
    kept = [w for w in whole if not any(r.start < w.end and w.start < r.end for r in inside)]
    return tuple(sorted((*kept, *inside), key=lambda r: (r.start, r.end)))


def regions(doc: Doc) -> Doc:
    """Read regions, report date, outlet and credits into `doc._`, and set where sentences must and cannot start.

    Takes the report from `doc._.rashomon_report`; a doc that has none is read as a report of its own text. Put it
    before the parser (`nlp.add_pipe("rashomon_regions", first=True)`).
    """
    from rashomon.reading.sentences import sentences  # spaCy and numpy, which the rest of the room does without

    layer = doc._
    seen = doc.text  # made anew at each call
    report: Report = layer.rashomon_report or Report("", seen)
    text = report.text if len(report.text) == len(seen) else seen
    layer.rashomon_regions = mark(text, report.title)
    layer.rashomon_title = layer.rashomon_title or report.title or _headline(text, doc)
    layer.rashomon_outlet = layer.rashomon_outlet or publisher(report, text, layer.rashomon_regions)
    layer.rashomon_published = layer.rashomon_published or published(report, text, layer.rashomon_regions)
    layer.rashomon_parts = dated_parts(text, layer.rashomon_regions, report)
    layer.rashomon_credits = credits_of(text, layer.rashomon_regions, layer.rashomon_outlet)
    return sentences(doc, text, layer.rashomon_regions)


def _headline(text: str, doc: Doc) -> str | None:
    return next((text[r.start : r.end] for r in doc._.rashomon_regions if r.kind == "headline"), None)
