"""What of a page is its article's text: a live page's updates one after the other, other articles left out.

A live page is one text: what stands above its updates, then each update in the order of time, dated. The updates are
those of its JSON-LD, else the posts that its markup marks as such: three or more elements that are called live, or
updates of one, each with a time.

Other articles stand on a page as posts appended below, or as cards that lead to others. A post is known by standing
beside the element that holds the page's own heading, of the same tag and class, with a heading of its own that leads
elsewhere, is an h1, or has a day beside it. Cards are three or more elements alike, each short, each with a heading
that is a link. Nothing is taken away where too little would be left.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from rashomon.intake.day import day
from rashomon.intake.names import by_whom, leads_on
from rashomon.intake.shown_days import is_day_line

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_POST = re.compile(
    r"(?:\A|[\s_-])live[\s_-]{0,2}(?:blog|post|update|entry|event|feed)?[\s_-]{0,2}(?:post|update|entry|block|item|event)"
    r"(?:\Z|[\s_-])|liveblog-?(?:post|update|entry|block|item|event)|(?:\A|\s)live-?post(?:\Z|\s)",
    re.IGNORECASE,
)
_LIVE = re.compile(r"live", re.IGNORECASE)
_UPDATE = "liveBlogUpdate"
_LEAST = 3
_MOST = 1_000
_UPDATE_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of a live page: its headline, its moment as told, and its words."""

    headline: str
    told: str
    text: str


def live(text: str, updates: Iterable[Update]) -> str:
    """Give `text` with the updates that it does not hold behind it, each under its headline and its moment."""
    held = _plain(text)
    fresh = [u for u in updates if _plain(u.text)[:200] not in held]
    told = [(day(u.told), u) for u in fresh]
    parts = [text] if text else []
    for iso, update in sorted(told, key=lambda one: (_order(one[0]), one[1].headline)):
        parts += [part for part in (update.headline, _moment(iso), update.text) if part]
    return "\n\n".join(parts)


def without_posts(page: str) -> tuple[Any, tuple[Update, ...]]:
    """Give the tree of a live page without its posts, and the posts; any other page as it is."""
    from trafilatura import load_html

    root = load_html(page) if _LIVE.search(page) else None
    if root is None:
        return page, ()
    found = [node for node in root.iter("article", "div", "section", "li") if _is_post(node)]
    outer = [node for node in found if not any(above in found for above in node.iterancestors())]
    held = [(node, update) for node in islice(outer, _MOST) if (update := _update(node)) is not None]
    if len(held) < _LEAST:
        return page, ()
    for node, _ in held:
        node.drop_tree()
    return root, tuple(update for _, update in held)


def _is_post(node: Any) -> bool:
    marks = f"{node.get('class') or ''} {node.get('data-testid') or ''}"
    return node.get("itemprop") == _UPDATE or _POST.search(marks) is not None


def _update(node: Any) -> Update | None:
    time = next(node.iter("time"), None)
    if time is None:
        return None
    heading = next(node.iter(*_UPDATE_HEADINGS), None)
    words = [" ".join("".join(part.itertext()).split()) for part in node.iter("p", "li", "blockquote")]
    text = "\n\n".join(dict.fromkeys(part for part in words if part))
    told = (time.get("datetime") or "").strip() or _words(time)
    return Update(_words(heading) if heading is not None else "", told, text) if text else None


def _order(iso: str) -> float:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return float("inf")
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()


def _moment(iso: str) -> str:
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    shown = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{shown}, {at.hour:02}:{at.minute:02}" if len(iso) > 10 else shown


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


_HEADINGS = ("h1", "h2", "h3", "h4")
_BLOCKS = ("article", "div", "li", "section", "td", "a")
_OWN = 300  # characters that an article has to have so that what stands beside it can be another
_LEFT = 250  # that have to be left
_COMMENTS = re.compile(
    r"(?:\A|[\s_-])(?:comments|comment-?(?:list|area|section|thread|feed))(?:\Z|[\s_-])", re.IGNORECASE
)
_CELLS = 500
_FRAMES = 6  # elements around a heading whose like is looked for further off
_HEADLINE = 20  # characters of a link that is one
_FEW = 4  # words of a link that can be a name or a title
_LABEL = re.compile(r"\W{0,3}[^\W\d][^.!?\n:]{1,24}:\W{0,3}")
_SENTENCE = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z")
_CARD = 600  # that a card has at most
_ALIKE = 3  # cards
_PARTS = 60  # elements that a card has at most
_NO_PROSE = ("a", "script", "style", "title", "noscript", "button", "option", *_HEADINGS)


def without_others(page: str, shows: Callable[[str], bool]) -> Any:
    """Give `page`, or its tree without other articles; `shows` tells by its words which heading is the page's own."""
    from trafilatura import load_html

    root = load_html(page)
    if root is None:
        return page
    laid_out = _without_layout(root)
    own = _own_heading(root, shows)
    others = [
        *_posts(own),
        *_articles_behind(own, shows),
        *_cards(root, own),
        *_led_links(root, shows),
        *_comments(own),
        *(t for t in root.iter("template") if not _is_shown(t)),
    ]
    if not others:
        return root if laid_out else page
    for other in others:
        if other.getparent() is not None:
            other.drop_tree()
    return root if _prose(root) >= _LEFT else page


def _without_layout(root: Any) -> bool:
    """Make blocks of the cells of tables that lay out a page: a cell with paragraphs, or as long as an article."""
    found = False
    for table in list(root.iter("table")):
        cells = [cell for cell in islice(table.iter("td"), _CELLS) if _longer(cell, _OWN)]
        if any(sum(1 for _ in islice(cell.iter("p", "br"), 2)) > 1 for cell in cells):
            found = True
            for part in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
                part.tag = "div"
    return found


def _is_shown(template: Any) -> bool:
    """Tell a template that a browser shows at once: the shadow of an element, as saved pages hold it."""
    return any(name.startswith("shadowroot") for name in template.attrib)


def _own_heading(root: Any, shows: Callable[[str], bool]) -> Any:
    headings = list(root.iter("h1"))
    return next((h for h in headings if shows(_words(h))), headings[0] if headings else None)


def _posts(own: Any) -> Iterator[Any]:
    """Give what stands beside an element with the page's own heading, made alike, about something else."""
    node, enough, framed = own, False, 0
    while node is not None and node.getparent() is not None:
        enough = enough or _longer(node, _OWN)
        if enough and node.tag in _BLOCKS:
            alike = [s for s in node.itersiblings(node.tag) if s.get("class") == node.get("class")]
            if node.get("class") and framed < _FRAMES:  # made alike, also where each has a frame of its own
                framed += 1
                alike += _framed(node)
            yield from (one for one in alike if _about_another(one))
        node = node.getparent()


def _articles_behind(own: Any, shows: Callable[[str], bool]) -> Iterator[Any]:
    """Give the articles behind the page's own heading, within its own too, whose heading leads to another page."""
    if own is None or not shows(_words(own)):
        return
    for one in own.xpath("following::article"):
        heading = next(one.iter(*_HEADINGS), None)
        if heading is not None and _leads_elsewhere(heading, one) and not shows(_words(heading)):
            yield one


def _framed(node: Any) -> Iterator[Any]:
    """Give the elements behind `node` of its tag and class, whatever frames them, that begin as a page of their own."""
    for one in node.xpath(f"following::{node.tag}[@class = $class]", **{"class": node.get("class") or ""}):
        heading = next(one.iter(*_HEADINGS), None)
        if heading is not None and (heading.tag == "h1" or _is_dated(one)):
            yield one


def _about_another(node: Any) -> bool:
    heading = next(node.iter(*_HEADINGS), None)
    if heading is None:
        return False
    return bool(heading.tag == "h1" or _is_dated(node) or _leads_elsewhere(heading, node))


def _is_dated(node: Any) -> bool:
    return node.tag == "article" and next(node.iter("time"), None) is not None


def _comments(own: Any) -> Iterator[Any]:
    """Give the blocks behind the heading that are marked as readers' comments."""
    if own is not None:
        for node in own.xpath("following::*[self::div or self::section or self::ol or self::ul or self::aside]"):
            if _COMMENTS.search(f"{node.get('id') or ''} {node.get('class') or ''}"):
                yield node


def _led_links(root: Any, shows: Callable[[str], bool]) -> Iterator[Any]:
    """Give the lines that are the headline of another article and a label, its writer or its day: "Also read: …"."""
    for node in root.iter("p", "div", "li"):
        links = list(islice(node.iter("a"), 2))
        if len(links) != 1 or _longer(node, _CARD):
            continue
        line, headline = _words(node), _words(links[0])
        rest = line.replace(headline, "", 1).strip()
        if len(headline) < _HEADLINE:
            continue
        labelled = _LABEL.fullmatch(rest) is not None or leads_on(line)
        told = bool(by_whom(rest)) or is_day_line(rest) or (not rest and _is_headline(node, links[0]))
        if labelled or (told and not shows(headline)):
            yield node


def _is_headline(node: Any, link: Any) -> bool:
    """Tell whether all of a paragraph is a link to another page whose words are no sentence, as headlines are."""
    words, target = _words(node), (link.get("href") or "").strip()
    elsewhere = re.match(r"(?!#|javascript:|mailto:|tel:).+", target) is not None
    return node.tag == "p" and elsewhere and len(words.split()) > _FEW and _SENTENCE.search(words) is None


def _cards(root: Any, own: Any) -> Iterator[Any]:
    """Give the elements of three or more that are alike and lead elsewhere."""
    around = set() if own is None else {own, *own.iterancestors()}
    for parent in root.iter():
        if len(parent) < _ALIKE:
            continue
        groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
        for child in parent:
            if child.tag in _BLOCKS and child not in around:
                groups[child.tag, child.get("class") or ""].append(child)
        for group in groups.values():
            if len(group) >= _ALIKE and all(_is_card(one) for one in group):
                yield from group


def _is_card(node: Any) -> bool:
    held = list(islice(node.iter(), _PARTS + 1))
    if len(held) > _PARTS or _longer(node, _CARD):
        return False
    heading = next((one for one in held if one.tag in _HEADINGS), None)
    return heading is not None and _leads_elsewhere(heading, node)


def _leads_elsewhere(heading: Any, within: Any) -> bool:
    """Tell whether a heading is a link, or stands in one, to another page."""
    link = next(heading.iter("a"), None)
    node = heading
    while link is None and node is not within:
        node = node.getparent()
        link = node if node.tag == "a" else None
    return link is not None and re.match(r"(?!#|javascript:).+", (link.get("href") or "").strip()) is not None


def _longer(node: Any, most: int) -> bool:
    """Tell whether an element holds more characters; no more of it is looked at than that takes."""
    held = 0
    for text in node.itertext():
        held += len(text.strip())
        if held > most:
            return True
    return False


def _prose(root: Any) -> int:
    """Count the characters that are left outside headings and links, as far as matters."""
    held = 0
    for node in root.iter():
        if isinstance(node.tag, str) and node.tag not in _NO_PROSE:
            held += len((node.text or "").strip()) + sum(len((child.tail or "").strip()) for child in node)
        if held >= _LEFT:
            break
    return held


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())
