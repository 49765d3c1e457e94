"""The commands by which a person judges: `correct` puts a case right, `corrections` hands that on, `grade` grades.

Rashomon itself grades nothing.
"""

from __future__ import annotations

import re
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import click

from rashomon.cli.paths import CasePath, InputPath, clear_errors
from rashomon.language import many
from rashomon.records import JudgementKind, SourceKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rashomon.engines import Change
    from rashomon.records import Correction, Judgement


_SHOWN = 20
_ACCEPT = "accept"
"""A note of one word, as the pages' key writes it."""
_NAMING = ("id", "claim", "entry", "conflict", "entity", "story", "report")
"""Columns of a row that name what it is about, the first that it has."""
_CASE = click.argument("case", type=click.Path(exists=True, path_type=Path))


@click.command()
@_CASE
@click.argument("kind", type=click.Choice([*get_args(JudgementKind), _ACCEPT]), metavar="KIND")
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option("--because", required=True, help="Why: shown beside everything that it changes.")
@click.option(
    "--to", "value", default="", help="The new name (rename), date (re-date), source (re-attribute) or text (note)."
)
@click.option("--named", default="", help="split: the name that leaves, with every mention of it, now and later.")
@click.option(
    "--source-kind", type=click.Choice(get_args(SourceKind)), help="re-attribute: the kind of a source that is a name."
)
@click.option("--who", envvar="RASHOMON_WHO", help="Who judges; $RASHOMON_WHO or the login name unless told.")
@click.option("--preview", is_flag=True, help="Say what would change, and change nothing.")
def correct(
    case: Path,
    kind: str,
    targets: tuple[str, ...],
    because: str,
    value: str,
    named: str,
    source_kind: str | None,
    who: str | None,
    preview: bool,
) -> None:
    """Put CASE right, once, for good: kept when it is built again, undone only by `undo`.

    \b
    merge ENTITY ENTITY...           they are one
    split ENTITY REPORT:MENTION...   these mentions are another (or --named NAME)
    rename ENTITY --to NAME
    accept ROW...                    it is right: a note beside it says so
    reject ROW...                    a mention, statement, event, claim, line, conflict or entity is wrong
    re-date ROW... --to DATE         events happened then: YYYY-MM-DD, YYYY-MM, YYYY, start/end or unknown
    re-attribute REPORT:STATEMENT... --to SOURCE
    same-source ROW ROW              two statements or origins (CLAIM:N) have one voice behind them;
                                     of two reports, the first is taken from the second
    not-same-source ROW ROW          they have two
    note TARGET... --to TEXT
    undo ID                          take a judgement back (an undo, too)

    Targets are ids as `rashomon show` prints them, or the name of an entity; - stands for those on standard input, one
    a line: rashomon export CASE --to jsonl --table claim … gives ids, and one judgement is about all of them.
    """  # noqa: D301  (click's own mark for lines that stay as they are)
    from rashomon.case import Case, judge
    from rashomon.engines import compare_again, counted
    from rashomon.engines import correct as keep
    from rashomon.engines import preview as foresee

    if kind == _ACCEPT:
        kind, value = "note", value or "accepted"
    targets = tuple(one for target in targets for one in (_given() if target == "-" else (target,)))
    if not targets:
        raise click.UsageError("standard input names nothing")
    with clear_errors(), Case(case) as held:
        compare_again(held)
        judgement = judge(
            held,
            cast(JudgementKind, kind),
            targets,
            because=because,
            who=getuser() if who is None else who,
            value=value or named,
            source_kind=cast("SourceKind | None", source_kind),
        )
        _say(f"{judgement.kind}: {judgement.about}")
        if preview:
            made = foresee(held, judgement)
            _say(f"Would change {counted(made)}." if made else "Nothing would change.")
        else:
            made = keep(held, [judgement]).changes
            _say(f"Changed {counted(made)}." if made else "Nothing changes.")
        _changes(made)
        if not preview:
            click.echo(f"Kept as {judgement.id}; take it back: rashomon correct {case} undo {judgement.id} --because …")


def _given() -> tuple[str, ...]:
    """What standard input names, one a line; a row of an export by its `id`, or by what it is about."""
    import json
    import sys

    found = []
    for line in sys.stdin:
        words = line.strip()
        if words.startswith("{"):
            try:
                row = json.loads(words)
                words = str(next(row[column] for column in _NAMING if column in row))
                if "id" in row and "report" in row:  # a row of one report is called by both
                    words = f"{row['report']}:{words}"
            except (ValueError, StopIteration) as error:
                raise click.UsageError(f"{words:.60} is no row with an id") from error
        if words:
            found.append(words)
    return tuple(found)


@click.command()
@_CASE
@click.option("--export", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write them as JSON lines.")
@click.option("--force", is_flag=True, help="--export: replace a file that holds something else.")
@click.option(
    "--import",
    "taken",
    multiple=True,
    type=InputPath(),
    help="Take in what another analyst exported, or nomenklatura's judgements; the same judgement twice is one.",
)
def corrections(case: Path, out: Path | None, force: bool, taken: tuple[Path, ...]) -> None:
    """List what people corrected in CASE, and how each judgement stands.

    applied; undone; overruled (a later one contradicts it); orphaned (the text that it rests on is not there any more).
    Those that contradict each other name each other.
    """
    from rashomon.case import Case
    from rashomon.case.corrections import from_lines, to_lines
    from rashomon.case.corrections.nomenklatura import is_from_nomenklatura, merges
    from rashomon.engines import correct as keep
    from rashomon.engines import counted
    from rashomon.outputs import beside, whole

    judgements: list[Judgement] = []
    with clear_errors(), Case(case, read_only=not taken) as held:
        for path in taken:
            try:
                text = path.read_text("utf-8")
                lines = text.split("\n")
                judgements += merges(held, lines) if is_from_nomenklatura(text) else from_lines(lines)
            except (OSError, ValueError) as error:
                raise click.ClickException(f"{path}: {error}; nothing was taken in") from error
        if taken:
            done = keep(held, judgements)
            known = len({j.id for j in judgements}) - done.new
            _say(f"{many(done.new, 'new judgement')}, {known:,} already here. Changed: {counted(done.changes)}.")
        if out:
            with whole(out, kept=(*beside(case), *taken), force=force) as file:
                file.write(to_lines(held.corrections))
            _say(f"{many(len(held.corrections), 'judgement')} written to {out}")
        if out or taken:
            return
        if held.findings.stale():
            click.echo(f"{case} holds changes not yet compared; `rashomon build` does it", err=True)
        standing = held.corrections.standing()
        for correction in standing:
            _tell(correction)
        if not standing:
            _say("Nobody has corrected anything here yet.")


def _tell(correction: Correction) -> None:
    j = correction.judgement
    _say(f"{j.id}  {correction.state.upper() if correction.state != 'applied' else 'applied'}  {j.kind}: {j.about}")
    if j.value:
        _say(f"    to: {j.value}")
    _say(f"    {j.who or 'somebody'} on {j.when[:16].replace('T', ' ')}: {j.because}")
    if correction.reason:
        _say(f"    {correction.reason}")
    if correction.against:
        _say(f"    contradicted by {', '.join(correction.against)}; the later one applies")


def _changes(made: Sequence[Change]) -> None:
    for change in made[:_SHOWN]:
        _say(f"  {change.what} {change.kind} {change.id}  {change.says}")
    if len(made) > _SHOWN:
        _say(f"  … and {len(made) - _SHOWN:,} more")


def _say(text: Any) -> None:
    from rashomon.exports.safe_text import printable

    click.echo(printable(str(text)))


_SOURCE = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
_INFORMATION = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
_GRADE = re.compile(r"([A-F]?)([1-6]?)")


@click.command()
@click.argument("case", type=CasePath())
@click.argument("target", metavar="TARGET")
@click.argument("grade", metavar="GRADE")
@click.option("--because", required=True, help="Why: shown beside what is graded.")
@click.option("--who", envvar="RASHOMON_WHO", help="Who judges; $RASHOMON_WHO or the login name unless told.")
def grade(case: Path, target: str, grade: str, because: str, who: str | None) -> None:
    """Grade an outlet or a claim of CASE by the Admiralty code, as a note of yours.

    \b
    the source, A to F        A completely reliable, B usually, C fairly, D not usually,
                              E unreliable, F cannot be judged
    the information, 1 to 6   1 confirmed, 2 probably true, 3 possibly true, 4 doubtful,
                              5 improbable, 6 cannot be judged

    TARGET is the id of a claim, line, entity or report, or the name of an outlet, whose reports then all bear the note.
    GRADE is B, 2 or B2: the two say different things, and neither is ever counted or made from the other. A grade is
    kept like any note, and `rashomon correct CASE undo ID` takes it back.
    """  # noqa: D301  (click's own mark for lines that stay as they are)
    from rashomon.case import Case, judge
    from rashomon.engines import correct
    from rashomon.exports.safe_text import printable

    told = _words(grade)
    with clear_errors(), Case(case) as held:
        outlet = " ".join(target.split()).casefold()
        reports = [report for report, name in held.reports.outlets().items() if name.casefold() == outlet]
        judgement = judge(
            held, "note", reports or [target], because=because, who=getuser() if who is None else who, value=told
        )
        correct(held, [judgement])
        what = f"{target}, {many(len(reports), 'report')}" if reports else judgement.about
        click.echo(printable(f"{what}: {told}"))
        click.echo(f"Kept as {judgement.id}; take it back: rashomon correct {case} undo {judgement.id} --because …")


def _words(grade: str) -> str:
    found = _GRADE.fullmatch(grade.strip().upper())
    if found is None or not found[0]:
        raise click.UsageError(f"{grade!r:.40} is no grade: a letter A to F, a number 1 to 6, or both, as in B2")
    source, information = _SOURCE.get(found[1]), _INFORMATION.get(found[2])
    parts = [f"source {source}" if source else "", f"information {information}" if information else ""]
    return f"{found[0]}: {', '.join(filter(None, parts))}"
