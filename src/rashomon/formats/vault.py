"""A folder of linked Markdown notes, as Obsidian and other note programs read it.

A note a story, claim, dispute, person or body, and report; what rests on what is a link, so that the links that lead to
a note are what speaks of it.
Every word of a report is escaped; properties are JSON, which YAML holds. The folder stands inside a vault of one's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rashomon.case import Case
from rashomon.exports.account import Teller
from rashomon.exports.in_words import PERIODS, Corrected, day, mark
from rashomon.exports.ledger import Ledger
from rashomon.exports.lookup import Lookup
from rashomon.exports.safe_text import FileNames, escaped, printable
from rashomon.exports.tellings import standing
from rashomon.formats import Format
from rashomon.language import many
from rashomon.records import ChronicleEntry, Claim, Conflict, Entity, Findings, Report, Story, VoiceKey, by_voice
from rashomon.records.vocabulary import CONFLICTS

_LABEL = 60
_MOST = 20


def vault(case: Case, folder: Path, ledger: Ledger) -> None:
    """Write a note a row into `folder`, made where it is not yet; `Start.md` leads to the stories."""
    folder.mkdir(parents=True, exist_ok=True)
    notes = _Notes(case, case.findings.get())
    for name, lines in notes.all():
        text = "".join(f"{line}\n" for line in lines)
        (folder / f"{name}.md").write_text(text, "utf-8", "backslashreplace", "\n")
    ledger.carry(case.findings.claim_ids())


class _Notes:
    def __init__(self, case: Case, found: Findings) -> None:
        self._case, self._found = case, found
        self._lookup, self._corrected = Lookup(case), Corrected(case)
        self._claims = {c.id: c for c in found.claims}
        told = Teller(case, self._lookup).disputes([c.id for c in found.conflicts])
        self._disputes = {dispute.id: dispute for dispute in told}
        self._entities = {e.id: e for e in found.entities if e.kind not in ("other", "office")}
        self._names: dict[str, str] = {}
        for kind, ids in (
            ("report", case.reports.ids()),
            ("claim", self._claims),
            ("dispute", [c.id for c in found.conflicts]),
            ("entity", self._entities),
            ("story", [s.id for s in found.stories]),
        ):
            names = FileNames()
            self._names |= {f"{kind} {id_}": f"{kind} {names.new(id_)}" for id_ in ids}

    def all(self) -> Iterator[tuple[str, Iterable[str]]]:
        yield "Start", self._start()
        lines: dict[str, list[ChronicleEntry]] = {}
        for line in self._found.chronicle:
            lines.setdefault(line.story, []).append(line)
        told: dict[str, list[Conflict]] = {}
        for conflict in self._found.conflicts:
            for id_ in {c for side in conflict.sides for c in side.claims} | {*conflict.claims}:
                told.setdefault(id_, []).append(conflict)
        for story in self._found.stories:
            yield self._names[f"story {story.id}"], self._story(story, lines.get(story.id, []))
        for claim in self._found.claims:
            yield self._names[f"claim {claim.id}"], self._claim(claim, told.get(claim.id, []))
        for conflict in self._found.conflicts:
            yield self._names[f"dispute {conflict.id}"], self._dispute(conflict)
        for entity in self._entities.values():
            yield self._names[f"entity {entity.id}"], self._entity(entity)
        for report in self._case.reports:
            yield self._names[f"report {report.id}"], self._report(report)

    def _link(self, kind: str, id_: str, label: str) -> str:
        """A link to a note; what the note's name or a link cannot hold is left out of its label."""
        name = self._names.get(f"{kind} {id_}")
        if name is None:
            return escaped(label)
        words = " ".join(printable(label).translate(dict.fromkeys(map(ord, "[]|#^\\<>`*_~"), " ")).split())
        short = words if len(words) <= _LABEL else words[:_LABEL].rsplit(" ", 1)[0] + " …"
        return f"[[{name}|{short or id_}]]"

    def _start(self) -> Iterator[str]:
        yield f"# {escaped(self._case.path.stem)}"
        yield ""
        for story in self._found.stories:
            told = f"{many(len(story.reports), 'report')}, {day(story.start)}"
            yield f"- {self._link('story', story.id, story.title)}: {told}"
        if self._found.conflicts:
            yield from ("", "## Where accounts differ", "")
            for conflict in sorted(self._found.conflicts, key=lambda c: c.rank):
                yield f"- {self._link('dispute', conflict.id, self._called(conflict))} ({conflict.status})"
        most = sorted((e for e in self._entities.values() if e.names), key=lambda e: (-len(e.mentions), e.name))
        yield from ("", "## Most named", "") if most else ()
        for entity in most[:_MOST]:
            yield f"- {self._link('entity', entity.id, entity.name)}: {many(len(entity.mentions), 'mention')}"

    def _story(self, story: Story, lines: list[ChronicleEntry]) -> Iterator[str]:
        yield from _properties(kind="story", id=story.id, aliases=[story.title], start=story.start, end=story.end)
        yield f"# {escaped(story.title)}"
        for period, heading in PERIODS.items():
            here = [line for line in lines if line.period == period]
            yield from ("", f"## {heading}", "") if here else ()
            for line in here:
                yield f"- **{day(line.date)}** {escaped(line.title)} ({self._mark(line)}) `{line.id}`"
                yield from (
                    f"  - {self._link('claim', c, self._claims[c].text)}" for c in line.claims if c in self._claims
                )
                yield from (
                    f"  - accounts differ: {self._link('dispute', c.id, self._called(c))}"
                    for c in self._found.conflicts
                    if c.id in line.conflicts
                )
                yield from (f"  - ✎ {escaped(t)}" for t in self._corrected.of(line.events, line.because))
        yield from ("", "## Reports", "")
        yield from (f"- {self._link('report', r, self._lookup.outlet(r))}" for r in story.reports)

    def _mark(self, line: ChronicleEntry) -> str:
        return mark(line.independent_origins, len(self._case.findings.behind(line.id)))

    def _claim(self, claim: Claim, disputes: list[Conflict]) -> Iterator[str]:
        least, most = claim.independent_origins
        told = {"aliases": [claim.text], "origins_at_least": least, "origins_at_most": most}
        yield from _properties(kind="claim", id=claim.id, **told, reports=len(standing(claim)))
        yield f"# {escaped(claim.text)}"
        yield from ("", mark(claim.independent_origins, len(standing(claim))), "", "## Who says so", "")
        for key, (origin, *_) in sorted(by_voice(claim.origins).items()):
            voice = VoiceKey.read(key).entity
            named = self._lookup.outlet(origin.name)
            yield f"- {self._link('entity', voice, named) if voice in self._entities else escaped(named)}"
        yield from ("", "## In their words", "")
        for telling in claim.tellings:
            quote = self._lookup.quote((telling.report, telling.start, telling.end))
            report = self._link("report", telling.report, self._lookup.outlet(telling.report))
            yield f"- “{escaped(quote.text)}” {report} \\[{telling.start}, {telling.end}) {telling.stance}"
        if disputes:
            yield from ("", "## Where accounts differ", "")
            yield from (f"- {self._link('dispute', c.id, self._called(c))} ({c.status})" for c in disputes)
        reasons = (claim.because, *(o.because for o in claim.origins))
        yield from (f"\n✎ {escaped(t)}" for t in self._corrected.of(claim.members, *reasons))

    def _dispute(self, conflict: Conflict) -> Iterator[str]:
        told = self._disputes[conflict.id]
        stands = {"status": conflict.status, "strength": conflict.strength}
        yield from _properties(kind="dispute", id=conflict.id, aliases=[self._called(conflict)], **stands)
        yield f"# {escaped(self._called(conflict))}"
        firsts = (*told.sides, None, None)
        for first, half, heading in zip(firsts, told.halves, ("One side", "The other side"), strict=False):
            yield from ("", f"## {heading}", "", escaped(half.said), "")
            yield from (f"- told by {escaped('; '.join(half.who))}",) if half.who else ()
            for claim in dict.fromkeys((*half.claims, *([first.id] if first and not half.claims else ()))):
                yield f"- {self._link('claim', claim, self._claims[claim].text if claim in self._claims else claim)}"
        yield from ("", f"Because: {escaped(str(conflict.because))}")

    def _called(self, conflict: Conflict) -> str:
        """A dispute in words: what kind of one it is, and what its first side says."""
        said = next((half.said for half in self._disputes[conflict.id].halves if half.said), "")
        return f"{CONFLICTS[conflict.kind].word}: {said}" if said else CONFLICTS[conflict.kind].word

    def _entity(self, entity: Entity) -> Iterator[str]:
        names = [entity.name, *(n for n in entity.names if n != entity.name)]
        yield from _properties(kind=entity.kind, id=entity.id, aliases=names)
        yield f"# {escaped(entity.name)}"
        yield ""
        for report in dict.fromkeys(r for r, _ in entity.mentions):
            yield f"- {self._link('report', report, self._lookup.outlet(report))}"
        yield from (f"\n✎ {escaped(t)}" for t in self._corrected.of(entity.mentions, *entity.because))

    def _report(self, report: Report) -> Iterator[str]:
        outlet, published = self._lookup.outlet(report.id), self._lookup.published(report.id)
        told = {"outlet": outlet, "published": published, "address": report.url, "author": report.author}
        yield from _properties(kind="report", id=report.id, **told)
        yield f"# {escaped(report.title or outlet)}"
        for paragraph in report.text.split("\n"):
            if paragraph.strip():
                yield from ("", escaped(paragraph))
        yield from (f"\n✎ {escaped(t)}" for t in self._corrected.of([(report.id, "")]))


def _properties(**told: Any) -> Iterator[str]:
    yield "---"
    for name, value in told.items():
        if value not in (None, ""):
            yield f"{name}: {json.dumps(_shown(value), ensure_ascii=False)}"
    yield "---"


def _shown(value: Any) -> Any:
    if isinstance(value, list):
        return [_shown(v) for v in value]
    return " ".join(printable(value).split()) if isinstance(value, str) else value


FORMAT = Format(
    suffix="vault",
    what="a folder of linked Markdown notes: stories, claims, disputes, people and bodies, reports with their texts",
    opens="Obsidian, Logseq, any editor",
    checked="every link leads to a note; markdown-it",
    write=vault,
    shape="folder",
    losses={
        "white space inside texts and quotations": "made single; the offsets say where the characters stand",
        "what was read and no claim rests on": "`--to readings`",
        "entities of kind `other` and offices": "`--to findings`",
        "links of a chain between the report and the voice": "`--to csv`, view `source_chain`",
        "control and steering characters": "shown by their numbers (`\\x1b`)",
    },
)
