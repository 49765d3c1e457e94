"""The command by which a person grades an outlet or a claim; rashomon itself grades nothing."""

from __future__ import annotations

import re
from getpass import getuser
from pathlib import Path

import click

from rashomon.cli.clear_errors import clear_errors
from rashomon.cli.paths import CasePath
from rashomon.language import many

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
