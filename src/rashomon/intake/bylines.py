"""Who wrote a page's article: one ladder from what it tells a program to a name alone beside the day.

JSON-LD, meta elements, bylines that are marked, microdata, a line under the heading that says "By", a label with the
name under it, names marked as the writers', a name alone beside a day or a role, what the extractor found. A name of
which the article tells is nobody's signature where nothing but its place says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

from rashomon.intake.head import Head
from rashomon.intake.markup import fragment
from rashomon.intake.metas import writers
from rashomon.intake.names import authors, before_more, by_whom, given_names, is_role, is_whole, persons, signs
from rashomon.intake.own_zone import Zone, beside_the_words, of_its_own
from rashomon.intake.shown_days import day_of_line

_OF_OTHERS = re.compile(
    r"<(div|section|ul|ol|aside|p|span|nav|li)\b[^<>]{0,200}?\b(?:class|id)\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,100}"
    r"(?:comment|\btags?\b|topic|kicker|eyebrow|crumb|caption|series|related|menu|promo|mention|people|sponsor|listen|share"
    r"|categor|subject|organi[sz]|book|case|player|audio|video)[^<>]{0,300}>"
    r"|<(figure|nav|select|form)\b[^<>]{0,300}>"
    r"|<(a)\b[^<>]{0,200}?\bhref\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,200}?/(?:tags?|topics?|categor\w*|sections?|subjects?|keywords?|people"
    r"|person|temas?|thema|etiquetas?)/[^<>]{0,300}>",
    re.IGNORECASE,
)
"""What names of those stand in who are told of: tags, pictures, menus."""
_READING_TIME = re.compile(r"\W{0,3}\d{1,3}[ -]min(?:ute)?s?\b.{0,10}\bread\b", re.IGNORECASE)
_YEAR = re.compile(r"(?=.{6,60}\Z)(?:.*\D)?\d{1,2}\D{1,12}(?:19|20)\d\d(?!\d)|(?=.{6,60}\Z).*\b\w+\s\d{1,2},\s\d{4}\b")
_CUT = re.compile(r",\s+|\s+(?=\d)")
_SEAM = re.compile(r"\s*[|·•∙]\s*")
_PROSE = 60  # characters of a line of the article itself
_TOGETHER = 800  # characters of markup between two names that sign together


def written_by(
    told: Iterable[str], head: Head, page: tuple[str, Zone], text: str, extracted: str, outlet: str
) -> tuple[str, str]:
    """Give the rung and the names; `told` are those of its JSON-LD, `page` its markup and the article's zone.

    Behind the first name of what the page only shows, one that the text tells of is a place or a person, not a writer.
    """
    rung, named = _written_by(told, head, page, text, extracted, outlet)
    if rung.startswith(("json-ld", "meta")) or "; " not in named:
        return rung, named
    first, *more = named.split("; ")
    told_of = " ".join(line for line in text.splitlines() if len(line) > _PROSE and line.rstrip()[-1] in '.!?”"’')
    return rung, "; ".join([first, *(name for name in more if name not in told_of)])


def _written_by(
    told: Iterable[str], head: Head, page: tuple[str, Zone], text: str, extracted: str, outlet: str
) -> tuple[str, str]:
    markup, own = page
    if named := authors(told, outlet):
        return "json-ld author", named
    for name, held in writers(head):
        if named := authors(held, outlet):
            return f"meta {name}", named
    for at, byline in sorted(head.bylines, key=lambda one: one[0] < own.heading):
        if at in own and (named := authors([byline], outlet)):
            return "byline", named
    for at, byline in head.marked.get("author", ()):
        if at in own and (named := authors([byline], outlet)):
            return "microdata author", named
    lines = [one for block in beside_the_words(markup, own) for one in block.split("\n") if one]
    for line in lines:
        if named := by_whom(line, outlet):
            return "line under the heading", named
    for label, line in pairwise(part for one in lines for part in _SEAM.split(one) if part):
        if signs(label) and (named := persons(line, outlet)):
            return "name under its label", named
    if named := _signed(head, markup, own, outlet):
        return "name marked as the author's", named
    if named := _beside_a_day(list(beside_the_words(markup, own, _OF_OTHERS)), text, outlet):
        return "name beside the day", named
    ours = fragment(of_its_own(markup, own)).casefold()
    alone = {shown for at, shown in (*head.bylines, *head.signed) if at in own}
    kept = [name for name in authors([extracted], outlet).split("; ") if is_whole(name) or name in alone]
    named = "; ".join(name for name in kept if name.casefold() in ours)
    return ("extractor", named) if named else ("", "")


def _signed(head: Head, markup: str, own: Zone, outlet: str) -> str:
    """Give the names of the first elements that are marked as the writers', as long as little stands between them."""
    found: list[str] = []
    last = -1
    for at, shown in head.signed:
        if at not in own or not (named := persons(shown, outlet) or persons(before_more(shown), outlet)):
            continue
        if found and (at - last > _TOGETHER or _parts_them(fragment(markup[last:at]), found, outlet)):
            break
        found.append(named)
        last = at
    return authors(["; ".join(found)], outlet)


def _parts_them(between: str, found: Sequence[str], outlet: str) -> bool:
    """Tell whether anything stands between two names but what their writers do."""
    for name in "; ".join(found).split("; "):
        between = between.replace(name, " ")
    told = [line for line in re.split(r"\n+|[,|•·]", between) if any(map(str.isalpha, line))]
    return any(
        not is_role(one.strip()) and one.strip().casefold() not in ("and", "by", outlet.casefold()) for one in told
    )


def _beside_a_day(lines: Sequence[str], text: str, outlet: str) -> str:
    """Give the names of a line that stands beside a day, a role or how long it takes to read, if the text has none."""
    told = {word for line in text.splitlines() if len(line) > _PROSE for word in re.findall(r"\w+", line.casefold())}
    lines = [part for line in lines for one in _SEAM.split(line) for part in _before_its_day(one) if part]
    for number, line in enumerate(lines):
        names = persons(line, outlet)
        held = [name.split() for name in names.split("; ") if name and not any(map(str.isdigit, line))]
        if not held or any(
            first.casefold() not in given_names() or last.casefold() in told for first, *_, last in held
        ):
            continue
        beside = (*lines[max(0, number - 2) : number], *lines[number + 1 : number + 3])
        if any(day_of_line(one)[0] or _YEAR.search(one) or is_role(one) or _READING_TIME.match(one) for one in beside):
            return names
    return ""


def _before_its_day(line: str) -> tuple[str, ...]:
    """Part a line that is names and a day: "Ada Brandt, May 8, 2031"."""
    for cut in islice(_CUT.finditer(line), 2):
        if day_of_line(line[cut.end() :])[0]:
            return line[: cut.start()], line[cut.end() :]
    return (line,)
