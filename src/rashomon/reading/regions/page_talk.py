"""What a page says to its reader or of itself, by its form: an appeal, a note of its own making, who its writer is.

An appeal is short, quotes nobody, and opens a sentence with what the reader shall do. A list of other reports, and a
comment box, are told by the line that heads them and by what stands below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.regions.blocks import Block
from rashomon.records import Reason, RegionKind

_ASKS = re.compile(
    r"(?:^|[.!?]\s+)(?:please )?(?:subscribe|sign (?:up|in)\b|log in\b|register (?:now|to|for|here)|donate\b"
    r"|support (?:us|our)\b|follow (?:us|our)\b|write to (?:us|\S+@)|e-?mail (?:us|me)\b|contact (?:us|our)\b"
    r"|follow [^.!?]{1,40} on (?:x|twitter|facebook|instagram|telegram|bluesky|mastodon|threads)\b"
    r"|(?:read|listen to|watch|share) (?:this|the) (?:full |whole )?(?:story|article|report|post|interview)\b"
    r"|check back\b|tell us\b|join (?:us|our|the (?:conversation|discussion))\b|download (?:our|the app)\b|send us\b"
    r"|reach (?:us|our) )",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"(?:this|the) (?:story|article|report|post|page|live ?blog) (?:was|has been|is being|will be) "
    r"(?:first |last |originally )?(?:updated|expanded|refreshed)\b.*"
    r"|this is a (?:developing|breaking) (?:news )?story\b.*",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"[\"“”«»]|\bsaid\b")
_APPEAL_AT_MOST = 35  # words
_PERSON = r"[A-Z][\w.’'-]*(?: (?:de|al|bin|van|von|[A-Z][\w.’'-]*)){1,3}"
_WRITER = re.compile(
    rf"({_PERSON}) (?:is|was) (?:an?|the|our) [^.]{{0,60}}\b(?:reporter|correspondent|editor|journalist|columnist"
    r"|writer|producer|contributor|photographer)\b.*",
    re.DOTALL,
)
_COMMENTS = re.compile(r"(?:show |view |\d+ )?comments?(?: ?\(\d+\))?:?", re.IGNORECASE)
_IN_A_BOX = re.compile(
    r"(?:reply|like|report|flag|share|\d+ (?:likes?|replies|reply))|(?:please )?(?:log|sign) in\b.{0,60}"
    r"|be the first\b.{0,60}|.{0,40}\bcomments? (?:are|is|policy|have)\b.{0,80}|[\w.-]{2,20}(?: [\w.-]{2,20})?: .*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}[.)]\s")
_TITLE_AT_MOST = 16  # words
_LIST_AT_MOST = 20  # titles
_PROSE_AT_LEAST = 9  # words

Found = dict[int, tuple[RegionKind, Reason]]


def page_talk(parts: Sequence[Block], found: Found, prose: Sequence[int]) -> Found:
    """Give what of `parts` is not yet `found`, and is the page's own talk, a list of reports or a comment box.

    `prose` are the paragraphs in order: before the first of them no page appeals to anybody.
    """
    out: Found = {}
    for i, (kind, because) in found.items():
        if kind == "related_link" and _heads_a_list(parts[i], because):
            out.update(dict.fromkeys(_listed_below(parts, i), (kind, Reason("under", parts[i].text[:40]))))
    out.update(dict.fromkeys(_comment_box(parts), ("boilerplate", Reason("comment-box"))))
    for i, block in enumerate(parts):
        if i in found or i in out or not prose or i <= prose[0]:
            continue
        if (why := _talks(block.text)) is not None:
            out[i] = ("boilerplate", why)
    last = next((i for i in reversed(range(len(parts))) if i not in found and i not in out), 0)
    if prose and last > prose[0] and _tells_the_writer(parts[last], parts):
        out[last] = ("boilerplate", Reason("who-wrote-it"))
    return out


def _talks(line: str) -> Reason | None:
    """Give what tells that a block speaks to the reader or of the page; None where it does not."""
    if _QUOTED.search(line) or line.count(" ") >= _APPEAL_AT_MOST:
        return None
    if _OF_ITSELF.fullmatch(line):
        return Reason("of-the-page")
    asked = _ASKS.search(line)
    return Reason("appeal", asked.group().strip(" .!?").casefold()) if asked else None


def _comment_box(parts: Sequence[Block]) -> range:
    """Give the blocks of the comment box that closes a page; none where no line heads one that reads like it."""
    first = next((i for i, b in enumerate(parts) if _is_prose(b)), len(parts))
    head = next((i for i in range(first, len(parts)) if _COMMENTS.fullmatch(parts[i].text)), len(parts))
    return range(head, len(parts)) if any(_IN_A_BOX.fullmatch(b.text) for b in parts[head + 1 :]) else range(0)


def _heads_a_list(block: Block, because: Reason) -> bool:
    """Whether a link has no title of its own: "More on this story", "Also on the Elm Echo:"."""
    plain = " ".join(re.findall(r"\w+", block.text.casefold()))
    return not block.stopped and (block.final == ":" or because == Reason("wording", plain))


def _listed_below(parts: Sequence[Block], head: int) -> range:
    """Give the titles of other reports below the line that heads their list."""
    end = head + 1
    while end < min(len(parts), head + _LIST_AT_MOST) and parts[end].words <= _TITLE_AT_MOST:
        if len(parts[end].lines) > 1 or (parts[end].stopped and not _NUMBER.match(parts[end].text)):
            break
        end += 1
    return range(head + 1, end)


def _tells_the_writer(block: Block, parts: Sequence[Block]) -> bool:
    """Whether a closing block says who wrote the report: a name that nothing else in it tells of."""
    match = _WRITER.fullmatch(block.text)
    return match is not None and not any(match[1] in b.text for b in parts if b is not block and _is_prose(b))


def _is_prose(block: Block) -> bool:
    return block.stopped and block.words >= _PROSE_AT_LEAST
