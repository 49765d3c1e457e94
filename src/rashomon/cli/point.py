"""`rashomon point`: a language model of the user's own points at clauses; no word of it comes into the case."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rashomon.cli.paths import COUNT, InputPath, Lapse, clear_errors
from rashomon.language import many

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.pointing import Endpoint, Plan, PointedAt

KEY = "RASHOMON_POINT_KEY"
_SHOWN = 12
_ADDRESS = "RASHOMON_POINT_ADDRESS"
_MODEL = "RASHOMON_POINT_MODEL"


@click.command()
@click.argument("case", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--address", envvar=_ADDRESS, metavar="URL", help="OpenAI-compatible, such as http://localhost:8080/v1.")
@click.option("--model", envvar=_MODEL, help="The model's name there.")
@click.option("--story", "stories", multiple=True, metavar="ID", help="Ask about this story alone; all unless told.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent and what it may cost; send nothing.")
@click.option("--price", default="", metavar="IN,OUT", help="Of a million tokens in and out, for the estimate.")
@click.option("--budget", type=COUNT, metavar="TOKENS", help="Take no more than this in all.")
@click.option(
    "--at-once", is_flag=True, help="Two questions a story instead of seven: cheaper, and checked less often."
)
@click.option("--at-a-time", default=2, show_default=True, type=click.IntRange(1, 32), help="Stories asked about.")
@click.option("--seconds", default=180.0, show_default=True, type=Lapse(0.1), help="Wait for an answer.")
@click.option("--replay", type=InputPath(), help="Follow recorded answers.")
@click.option("--record", type=click.Path(dir_okay=False, path_type=Path), help="Write what the case follows here.")
@click.option("--force", is_flag=True, help="Let --record replace a file that holds something else.")
@click.option("--rules", is_flag=True, help="Follow the rules alone again; answers stay in the case.")
def point(
    case: Path,
    address: str | None,
    model: str | None,
    stories: tuple[str, ...],
    dry_run: bool,
    price: str,
    budget: int | None,
    at_once: bool,
    at_a_time: int,
    seconds: float,
    replay: Path | None,
    record: Path | None,
    force: bool,
    rules: bool,
) -> None:
    """Let a language model of your own point at what belongs together in CASE; it writes no word.

    It is shown numbered clauses of the reports and answers with numbers and labels: which clauses tell one claim, whose
    voice each is, what cannot both hold, which figures are one series, and which ten claims matter most. Its answers
    are checked, kept in the case, and marked wherever they show. A key is read from the environment variable
    RASHOMON_POINT_KEY, else from this system's keyring (service "rashomon", user: the host) where the package keyring
    is installed; it is written nowhere.
    """
    from rashomon import pointing
    from rashomon.case import Case
    from rashomon.outputs import beside, whole

    if (replay or rules) and (dry_run or (replay and rules)):
        raise click.UsageError("--replay, --rules and --dry-run go each alone")
    with clear_errors(), Case(case) as held:
        if rules:
            _tell(pointing.rules_alone(held))
        elif replay:
            try:
                done = pointing.replay(held, replay.read_text("utf-8").splitlines())
            except (pointing.RecordError, UnicodeDecodeError) as error:
                raise click.ClickException(f"{replay}: {error}") from None
            _tell(done)
            if not done.stories:
                raise click.ClickException(f"{replay}: no answer there is about the reports of this case")
        elif dry_run or address or model or not record:
            planned = pointing.plan(held, stories, at_once=at_once)
            if dry_run:
                _say_plan(planned, address or "", price)
                return
            if not pointed_with(held, planned, endpoint(address, model, seconds), budget, at_once, at_a_time, price):
                sys.exit(1)
        if record:
            texts = {r.id: r.text for r in held.reports}
            with whole(record, kept=(*beside(case), *([replay] if replay else [])), force=force) as file:
                file.write(pointing.record(held.pointed.all(), texts))


def endpoint(address: str | None, model: str | None, seconds: float = 180.0) -> Endpoint:
    """Give the address that was told, with its key. Raises click.UsageError."""
    from urllib.parse import urlsplit

    from rashomon.pointing import Endpoint

    if not address or not model:
        raise click.UsageError(f"name the model: --address and --model, or {_ADDRESS} and {_MODEL}")
    try:
        key = os.environ.get(KEY) or _from_keyring(urlsplit(address).hostname or "")
        return Endpoint(address, model, key, seconds=seconds)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def is_named() -> bool:
    """Tell whether the environment names an address and a model."""
    return bool(os.environ.get(_ADDRESS) and os.environ.get(_MODEL))


def from_environment() -> Endpoint:
    """Give the address that the environment names. Raises click.UsageError."""
    return endpoint(os.environ.get(_ADDRESS), os.environ.get(_MODEL))


def pointed_with(
    case: Case,
    planned: Plan,
    asked: Endpoint,
    budget: int | None = None,
    at_once: bool = False,
    at_a_time: int = 2,
    price: str = "",
) -> bool:
    """Ask what is planned, after saying what leaves this machine and to whom; say what came of it.

    Gives False where something was asked and nothing answered: the case then follows what it followed before.
    """
    from rashomon.pointing import point as ask

    _say_plan(planned, asked.host, price)
    where = "stays on this machine" if asked.is_here else f"goes to {asked.host}"
    click.echo(f"What is sent {where}: these clauses, and nothing else of the case.", err=True)
    done = ask(
        case,
        asked,
        planned,
        budget=budget,
        at_once=at_once,
        at_a_time=at_a_time,
        progress=lambda story, part: click.echo(f"{story}: asking for {part}", err=True),
    )
    _tell(done)
    answered = bool(done.stories) or not planned.pages
    if not answered:
        followed = "what was answered before" if case.pointed.all() else "the rules"
        click.echo(f"Nothing was answered: the findings are those of {followed}.", err=True)
    return answered


def _from_keyring(host: str) -> str:
    try:
        import keyring
    except ImportError:
        return ""
    try:
        return keyring.get_password("rashomon", host) or ""
    except Exception:  # whatever a system's keyring raises: it has no key for us
        return ""


def _say_plan(planned: Plan, host: str, price: str) -> None:
    for story, page in planned.pages:
        reports = f"{many(len(page.reports), 'report')} ({', '.join(page.reports[:_SHOWN])}"
        reports += f", and {len(page.reports) - _SHOWN:,} more)" if len(page.reports) > _SHOWN else ")"
        click.echo(f"{story}: {many(len(page.clauses), 'clause')} of {reports}", err=True)
    if planned.left_out:
        told = f"{', '.join(planned.left_out[:_SHOWN])}"
        click.echo(f"Shown to no model, for they speak to machine readers: {told}.", err=True)
    cost = _cost(planned, price)
    to = f" to {host}" if host else ""
    click.echo(
        f"{planned.calls:,} questions{to}: about {planned.tokens_in:,} tokens in, {planned.tokens_out:,} out{cost}.",
        err=True,
    )


def _cost(planned: Plan, price: str) -> str:
    if not price:
        return ""
    try:
        into, out = (float(part) for part in price.split(","))
    except ValueError:
        raise click.UsageError("--price is two numbers, such as 0.5,1.5") from None
    return f", about {(planned.tokens_in * into + planned.tokens_out * out) / 1e6:,.2f} in your money"


def _tell(done: PointedAt) -> None:
    from rashomon.engines import counted

    for fault in done.wrong[:_SHOWN]:
        click.echo(fault, err=True)
    if len(done.wrong) > _SHOWN:
        click.echo(f"and {len(done.wrong) - _SHOWN:,} more faults", err=True)
    if done.calls or done.known:
        click.echo(
            f"{done.calls:,} questions asked, {done.known:,} known already; {done.tokens_in:,} tokens in, "
            f"{done.tokens_out:,} out.",
            err=True,
        )
    click.echo(counted(done.changes), err=True)
