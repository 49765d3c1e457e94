"""Who wrote a page's article: one ladder from what it tells a program to a name alone beside the day.

JSON-LD, meta elements, bylines that are marked, microdata, a line beside the words that leads its names in, a label
with the name under it, names marked as the writers', scripts, a name alone that a day, a role or something else on the
page bears out, who is presented under the words, what the extractor found. A name of which the article tells is
nobody's signature where nothing but its place says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.intake.day import is_month
from rashomon.intake.head import Head, is_other_work
from rashomon.intake.markup import fragment
from rashomon.intake.metas import writers
from rashomon.intake.names import (
    authors,
    before_more,
    by_whom,
    given_names,
    is_house,
    is_role,
    opens_a_name,
    persons,
    signs,
)
from rashomon.intake.own_zone import Zone, above_the_heading, beside_the_words, of_its_own, presented
from rashomon.intake.shown_days import day_of_line, is_a_stretch, is_day_line
from rashomon.intake.signatures import is_of_words, signed, tells_what_he_is, tells_where
from rashomon.intake.unlisted import (
    credits_an_agency,
    gives_the_family_first,
    is_an_account,
    is_by_its_family,
    is_of_sections,
)
from rashomon.language import word_set

_OF_OTHERS = re.compile(
    r"<(div|section|ul|ol|aside|p|span|nav|li)\b[^<>]{0,200}?\b(?:class|id)\s{0,3}=\s{0,3}[\"']"
    r"(?:(?![^\"'<>]*(?:author|byline|writer|avatar))[^\"'<>]{0,100}(?:\bimg\b|image|picture)|[^\"'<>]{0,100}"
    r"(?:comment|\btags?\b|topic|kicker|eyebrow|crumb|caption|series|related|menu|promo|mention|people|sponsor|listen|share"
    r"|categor|subject|organi[sz]|book|case|player|audio|video))[^<>]{0,300}>"
    r"|<(figure|nav|select|form)\b[^<>]{0,300}>"
    r"|<(a)\b[^<>]{0,200}?\bhref\s{0,3}=\s{0,3}[\"'][^\"'<>]{0,200}?/(?:tags?|topics?|categor\w*|sections?|subjects?|keywords?|people"
    r"|person|temas?|thema|etiquetas?)/[^<>]{0,300}>",
    re.IGNORECASE,
)
"""What names of those stand in who are told of: tags, pictures, menus."""
_UNKNOWN_LABEL = re.compile(r"[^\W\d_]{3,20}:\s")
_READING_TIME = re.compile(
    r"\W{0,3}(?:[^\W\d_]{2,12}\W{1,2}){0,3}\d{1,3}[ ’'-]{0,2}min(?:[^\W\d_]{1,4})?\b"
    r"\W{0,2}(?:[^\W\d_]{2,12}\W{0,2}){0,3}\Z",
    re.IGNORECASE,
)
"""How long a text takes to read, in any tongue: "5 min read", "Lesezeit: 2 Minuten"."""
_YEAR = re.compile(
    r"(?<!\d)(?=.{6,60}\Z)(?:.*\D)?\d{1,2}\D{1,12}(?:19|20)\d\d(?!\d)|(?=.{6,60}\Z).*\b\w+\s\d{1,2},\s\d{4}\b"
)
_PART = re.compile(r"\s*[|·•∙]\s*|\n")
_SLASH = re.compile(r"\s+/\s+")
_SEAM_OF_TITLE = re.compile(r"\s+[-–—|·]\s+|\s*\|\s*")
_DATELINE = re.compile(r"[^,\d]{3,40},\s*(?:[^\s\d,]{3,14},?\s*)?\d")
"""A name, a comma and a day, as a place may stand before one."""
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)")
_SURE = ("byline", "microdata author", "line under the heading", "name under its label", "name marked as the author's")
_SEAM = re.compile(r"\s*[|·•∙]\s*")
_PROSE = 60  # characters of a line of the article itself
_ONE_WORD = re.compile(r"(?:[^\W\d_]){2,20}")
_PREFIXES = ("al-", "el-", "d’", "d'", "D’", "D'", "O’", "O'", "Mc")
_ARTICLES = ("Al-", "El-")
"""What begins the last part of a name of three or more; of two, a place may be called so: "Ras Al-Khaimah"."""
_HYPHENED = re.compile(r"[^\W\d_a-z][a-z]{1,5}-[a-z]{1,5}")
"""A given name of Korea as it is written in Latin letters, behind that of the family: "Kan Eun-ji"."""
_PRESENTS = re.compile(r"(?P<who>[^\W\d_][^,!?]{4,40}?)\s(?:is|was|has been|works as)\s(?P<rest>[^.!?]{4,120})[.!]?\Z")
_SHORT = 40  # characters of a line that tells no more than how long ago
_HEADING = 5  # words of a heading over who wrote the text
_TAIL = 3  # lines under the words
_HOUSE = 3  # words of the name of an outlet
_TOGETHER = 800  # characters of markup between two names that sign together


@dataclass(frozen=True, slots=True)
class Told:
    """What a page tells of its writers but does not show: `linked` in JSON-LD, `kept` by scripts and elements."""

    linked: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


def written_by(
    told: Told, head: Head, page: tuple[str, Zone], text: str, extracted: str, outlet: str
) -> tuple[str, str]:
    """Give the rung and the names.

    What tells a program no person's name gives way to a person whom the page shows as its writer, and where both tell
    persons, the line that tells more of them beside the same ones is believed. Behind the first name of what the page
    only shows, one that the text tells of is a place or a person, not a writer.
    """
    first = next(_for_programs(told, head, outlet), ("", ""))
    if first[1] and persons(first[1]) and "; " in first[1]:
        return first
    second = next(_shown(told, head, page, text, extracted, outlet), ("", ""))
    if not second[1]:
        return first
    if "; " in second[1]:
        one, *more = second[1].split("; ")
        prose = _prose(text)
        signed_too = (name for name in more if name not in prose and name.casefold() not in outlet.casefold())
        second = second[0], "; ".join([one, *signed_too])
    if not first[1]:
        return second
    theirs = not persons(first[1]) or _is_of_the_house(first[1], outlet)
    if theirs and persons(second[1]) and second[0] in _SURE:
        return second
    named, shown = ({name.casefold() for name in one.split("; ")} for one in (first[1], second[1]))
    both = named < shown and second[0] in _SURE
    return second if both else first


def _prose(text: str) -> str:
    lines = (line for line in text.splitlines() if len(line) > _PROSE and not presented(line)[0])
    return " ".join(line for line in lines if line.rstrip()[-1] in '.!?”"’')


def _is_of_the_house(name: str, outlet: str) -> bool:
    """Tell whether a name is one of the outlet's desks: it begins as that does, or ends as a house's name."""
    first = name.casefold().split()[0]
    return _stands_for_many(name, outlet) or (first not in given_names() and first in outlet.casefold().split())


def _stands_for_many(name: str, outlet: str) -> bool:
    """Tell whether one name is a body's that signs itself: an agency, a desk."""
    return is_house(name) or name.casefold() == outlet.casefold()


def _for_programs(told: Told, head: Head, outlet: str) -> Iterator[tuple[str, str]]:
    """Give rung and names of what tells programs who wrote the article, best first."""
    if named := authors(told.linked, outlet):
        yield "json-ld author", _without_houses(named)
    for name, held in writers(head):
        if named := authors(held, outlet):
            yield f"meta {name}", _without_houses(named)


def _without_houses(named: str) -> str:
    """Give the persons of several names, without the agency or desk that is told beside them."""
    several = named.split("; ")
    return "; ".join([name for name in several if not is_house(name)] or several)


def _shown(
    told: Told, head: Head, page: tuple[str, Zone], text: str, extracted: str, outlet: str
) -> Iterator[tuple[str, str]]:
    """Give rung and names of what shows who wrote the article, best first."""
    markup, own = page
    yield from _in_elements(head, own, outlet)
    above = _lines(above_the_heading(markup, own))
    yield from _in_lines(_lines(beside_the_words(markup, own)), above, outlet)
    if named := _signed(head, markup, own, outlet):
        yield "name marked as the author's", named
    kept = [named for one in told.kept if (named := persons(one, outlet))]
    if len(set(kept)) == 1:
        yield "script", kept[0]
    confirmed = {name.casefold() for one in kept for name in one.split("; ")}
    parts = (part for title in told.titles for part in _SEAM_OF_TITLE.split(title))
    confirmed |= {name.casefold() for part in parts for name in signed(part, outlet).led}
    for where in (_lines(beside_the_words(markup, own, _OF_OTHERS)), above):
        if named := _alone(where, text, outlet, confirmed):
            yield "name beside the day", named
    beside = [line for line in _lines(beside_the_words(markup, own, _OF_OTHERS)) if line[0].isalpha()]
    if named := _presented(beside, _prose(text), outlet):
        yield "who is presented beside the words", named
    if named := _presented(text.split("\n\n")[-_TAIL:], text, outlet):
        yield "who is presented under the words", named
    ours = fragment(of_its_own(markup, own)).casefold()
    alone = {shown for at, shown in (*head.bylines, *head.signed) if at in own}
    held = [
        name
        for one in authors([extracted], outlet).split("; ")
        if signed(name := _without_month(one, ours)).bare or name in alone
    ]
    if named := "; ".join(name for name in held if name.casefold() in ours):
        yield "extractor", named


def _without_month(name: str, ours: str) -> str:
    """Give a name without the month of a day that stands behind it in what the article shows."""
    front, _, last = name.rpartition(" ")
    dated = is_month(last) and re.search(rf"{re.escape(name.casefold())}\.?\s\d", ours) is not None
    return front if dated else name


def _lines(blocks: Iterable[str]) -> list[str]:
    return [line for block in blocks for line in block.split("\n") if line]


def _in_elements(head: Head, own: Zone, outlet: str) -> Iterator[tuple[str, str]]:
    """Give the names of elements that are marked as a byline and say "By", and of microdata."""
    for at, byline in sorted(head.bylines, key=lambda one: one[0] < own.heading):
        if at in own and (named := _of_an_element(byline, outlet)):
            yield "byline", named
    for at, byline in head.marked.get("author", ()):
        if at in own and (named := authors([byline], outlet)):
            yield "microdata author", named


def _in_lines(under: Sequence[str], above: Sequence[str], outlet: str) -> Iterator[tuple[str, str]]:
    """Give the names that lines lead in, or that stand under a label."""
    for line in under:
        if named := _led_in(line, outlet):
            yield "line under the heading", named
    for line in above:
        if named := _led_in(line, outlet):
            yield "line above the heading", named
    parts = [part for one in under for part in ([one] if persons(one, outlet) else _SEAM.split(one)) if part]
    for before, label, line in zip(["", *parts], parts, parts[1:], strict=False):
        of_another = not label.rstrip().endswith(":") and persons(before, outlet)  # what that one is
        if signs(label) and not of_another and (named := persons(line, outlet)):
            yield "name under its label", named


def _led_in(line: str, outlet: str) -> str:
    """Give the names that a line leads in, also behind its marks where it tells nothing of others."""
    read = signed(line, outlet)
    named, marked = authors(["; ".join(read.led)], outlet), by_whom(line, outlet)
    told = marked.split("; ")
    more = named and not read.others and set(named.split("; ")) < set(told) and all(signed(one).bare for one in told)
    return marked if more or not named else named


def _of_an_element(shown: str, outlet: str) -> str:
    """Give the names of an element that is marked as a byline: persons where it tells any, whatever else it tells."""
    read = signed(shown, outlet)
    names = authors([shown], outlet)
    if found := read.led or read.bare or (read.guessed if _UNKNOWN_LABEL.match(shown) else ()):
        several = names.split("; ")
        known = all(one in found or f", {one}" not in shown or not is_of_words(one) for one in several)
        whole = known and persons(shown, outlet) and not (read.role or read.others) and len(several) >= len(found)
        return names if whole and not _holds(names, outlet) else authors(["; ".join(found)], outlet)
    return "" if read.others or (read.role and persons(names)) else names


def _holds(names: str, outlet: str) -> bool:
    return bool(outlet) and outlet.casefold() in names.casefold()


def _signed(head: Head, markup: str, own: Zone, outlet: str) -> str:
    """Give the names of the first elements that are marked as the writers', as long as little stands between them."""
    found: list[str] = []
    last = -1
    for at, shown in head.signed:
        named = _of_an_element(shown, outlet)
        named = persons(named, outlet) or (persons(before_more(shown), outlet) if named else "")
        if at not in own or not named or shown.casefold() == outlet.casefold() or _does_other_work(markup, at, shown):
            continue
        if found and (at - last > _TOGETHER or _parts_them(fragment(markup[last:at]), found, outlet)):
            break
        found.append(named)
        last = at
    first, *more = authors(["; ".join(found)], outlet).split("; ")
    names = [first, *(name for name in more if is_of_words(first) or not is_of_words(name))]  # what he does, no name
    return "; ".join(name for name in names if not any(name.endswith(f" {other}") for other in names))


def _does_other_work(markup: str, at: int, shown: str) -> bool:
    """Tell whether the line under a name says that its bearer made something else than the text: "Photographer"."""
    lines = [line for line in fragment(markup[at : at + _TOGETHER]).splitlines() if line]
    under = lines[lines.index(shown) + 1 :][:1] if shown in lines else []
    return bool(under) and is_other_work(under[0])


def _parts_them(between: str, found: Sequence[str], outlet: str) -> bool:
    """Tell whether anything stands between two names but what their writers do, and where the first of them was."""
    for name in "; ".join(found).split("; "):
        between = between.replace(name, " ")
    told = [line for line in re.split(r"\n+|[,|•·]", between) if any(map(str.isalpha, line))]
    told = [one.strip().removesuffix(" and") for one in told]
    joins = ("and", "by", outlet.casefold())
    return any(
        not (is_role(one) or tells_where(one) or tells_what_he_is(one)) and one.casefold() not in joins for one in told
    )


def _alone(lines: Sequence[str], text: str, outlet: str, confirmed: set[str]) -> str:
    """Give the names of the first line that tells persons alone and has a sign that they wrote the text.

    Such a sign is a day, what they are or how long it takes to read, in the line or beside it, or that something else
    on the page signs so. What no list knows as a name may be a section or a place where it stands beside a day alone.
    No name of which the text tells is a writer's.
    """
    told = set(re.findall(r"\w+", _prose(text).casefold()))
    parts = [part for line in lines for part in _PART.split(line) if not credits_an_agency(part, outlet)]
    shown = [one for part in parts for one in ([part] if persons(part, outlet) else _SLASH.split(part)) if one.strip()]
    bear = {one for one, two in pairwise(shown) if is_an_account(two)}  # an account, as no place or section does
    shown = [part for part in shown if not _is_between(part, outlet)]
    for number, line in enumerate(shown):
        read = signed(line, outlet)
        names = read.bare or read.guessed
        confirms = bool(names) and all(name.casefold() in confirmed for name in names)
        if not names or not (read.bare or confirms) or is_a_stretch(line):
            continue
        if (any(map(str.isdigit, line)) and not _dates(line)) or _names_a_district(line):
            continue
        if (
            any(map(is_of_sections, names))
            or any(_is_told_of(name, told) for name in names)
            or (number and _labels_another(shown[number - 1]))
        ):
            continue
        known = any(map(_is_known, names)) or line in bear or _bears_more(line, names[0])
        near = shown[max(0, number - 1 - known) : number] + shown[number + 1 : number + 2 + known]
        role = read.role or any(is_role(one) or signed(one, outlet).role for one in near)
        dated = any(map(_dates, near)) or (_dates(line) and (known or not _DATELINE.match(line)))
        known = known or (
            all(map(is_by_its_family, names)) and not any(_is_partly_told_of(name, told) for name in names)
        )
        if role or confirms or (dated and known):
            return authors(["; ".join(names)], outlet)
    return ""


def _is_between(part: str, outlet: str) -> bool:
    """Tell whether a line is what stands between who signs and the day: a house, a place, an address of mail."""
    if len(part.split()) > _HOUSE or signs(part) or is_role(part):
        return False
    return (
        _stands_for_many(part, outlet)
        or _ONE_WORD.fullmatch(part) is not None
        or ("@" in part and not (signed(part).bare or signed(part).role))
    )


def _presented(lines: Sequence[str], text: str, outlet: str) -> str:
    """Give whom one sentence under the words presents as who writes for the outlet, or a name and a day there.

    "Ada Brandt is a reporter at the Velm Courier", "— Ada Brandt, 6 May 2031".
    """
    stripped = [one.strip() for one in lines]
    for before, line in dict.fromkeys(zip(["", *stripped], stripped, strict=False)):
        told = line.lstrip("—– ")  # "- " is how the extractor writes an item of a list
        if told != line and (read := signed(told, outlet)).bare and (persons(told, outlet) or _dates(told)):
            return authors(["; ".join(read.bare)], outlet)
        found = _PRESENTS.match(line)
        if found is None or not (name := persons(found["who"])) or ";" in name:
            continue
        if is_about_the_writer(before):
            return name
        rest = text.replace(line, " ")
        writes = not word_set("words_of_pages", "writer").isdisjoint(re.findall(r"\w+", found["rest"].casefold()))
        if writes and outlet.casefold() in line.casefold() and name.split()[-1] not in rest:
            return name
    return ""


def is_about_the_writer(label: str) -> bool:
    """Tell whether a line is the heading of who wrote a text: "About the author", "Sobre o autor".

    >>> is_about_the_writer("About the author"), is_about_the_writer("About the author of the study")
    (True, False)
    """
    words = re.findall(r"\w+", label.casefold())
    told = not word_set("words_of_pages", "told_in").isdisjoint(words) or "propos" in words
    return told and len(words) <= _HEADING and not word_set("words_of_pages", "who_writes").isdisjoint(words[1:])


def presents_one_of(line: str, names: Sequence[str]) -> bool:
    """Tell whether a line is a sentence that says what one of these writers is."""
    found = _PRESENTS.match(line)
    return found is not None and found["who"] in names


def _names_a_district(line: str) -> bool:
    """Tell whether a part of a line names a district or a body, as behind a place: "Brede, Moor County"."""
    parts = [part.split() for part in line.split(",") if part.strip()]
    known = word_set("words_of_pages", "body")
    return len(parts) > 1 and any(
        part[-1].casefold() in known and part[-1].isalpha() and not is_house(" ".join(part)) for part in parts
    )


def _labels_another(label: str) -> bool:
    """Tell whether a line labels what follows as something else than who wrote a text, or when: "Media:"."""
    return label.rstrip().endswith(":") and not (signs(label) or is_day_line(label))


def _is_known(name: str) -> bool:
    """Tell whether a name has a part by which it is a person's: a given name, an initial, a particle."""
    first, *middle, last = name.split()
    return (
        opens_a_name(first)
        or (_HYPHENED.fullmatch(last) is not None and not all(map(is_of_words, last.split("-"))))
        or (bool(middle) and last.startswith(_ARTICLES))
        or "." in first
        or any(word.islower() for word in name.split())
        or any(word.startswith(_PREFIXES) for word in (first, last))
        or gives_the_family_first(name)
    )


def _bears_more(line: str, name: str) -> bool:
    """Tell whether a line says of a name where its bearer was, or which account is his, as of no place or section."""
    front, _, behind = line.partition(name)
    return not front and (is_an_account(behind) or tells_where(behind.strip(" ,")))


def _is_told_of(name: str, told: set[str]) -> bool:
    return name.split()[-1].casefold() in told


def _is_partly_told_of(name: str, told: set[str]) -> bool:
    return not told.isdisjoint(re.findall(r"\w+", name.casefold()))


def _dates(line: str) -> bool:
    """Tell whether a line tells a day, how long its text takes to read or how long ago it was published."""
    return bool(
        day_of_line(line)[0] or _YEAR.search(line) or _READING_TIME.match(line) or _CLOCK.search(line) or is_ago(line)
    )


def is_reading_time(line: str) -> bool:
    """Tell whether a line says no more than how long a text takes to read."""
    return len(line) <= _SHORT and _READING_TIME.match(line) is not None


def is_ago(line: str) -> bool:
    """Tell whether a line tells how long ago something was: "3 hours ago", "hace 2 horas"."""
    told = set(re.findall(r"\w+", line.casefold()))
    return (
        len(line) <= _SHORT
        and any(map(str.isdigit, line))
        and not told.isdisjoint(word_set("words_of_pages", "ago_word"))
    )
