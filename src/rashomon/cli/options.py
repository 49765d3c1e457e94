"""What comes in by the command line: the options that commands share, what they make of them, and where inputs go.

Options that repeat stand in the user's own file: `~/.config/rashomon/config.toml`, or the one that `--config` names. A
key at the top is told to every command that has that option, a key in a table to the command of the table's name. No
file is looked for in the folder that one works in: what comes with somebody's material sets nothing.

What the reports of a case do not tell, in a build's summary: days, outlets, whole texts; and how to give them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rashomon.cli.paths import COUNT, InputPath
from rashomon.language import many

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.engines import Cluster
    from rashomon.intake import Said
    from rashomon.intake.day import Order
    from rashomon.records import Refusal, Report


_TOLD_ON_THE_SPOT = frozenset({"force", "help", "version"})


def config_file() -> Path:
    """Give where the user's own file would lie."""
    if home := os.environ.get("XDG_CONFIG_HOME"):
        return Path(home, "rashomon", "config.toml")
    if os.name == "nt" and (home := os.environ.get("APPDATA")):
        return Path(home, "rashomon", "config.toml")
    return Path("~/.config/rashomon/config.toml").expanduser()


def settings(root: click.Group, path: Path | None) -> dict[str, Any]:
    """Give the defaults of every command from the file at `path`, unless told the user's own where there is one.

    Raises UsageError where the file cannot be read, or names a command or option that is none.
    """
    file = path or config_file()
    if path is None and not file.is_file():
        return {}
    import tomllib

    try:
        told = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise click.UsageError(f"{file} cannot be read as settings: {error}") from error
    options = {name: _options(command) for name, command in root.commands.items()}
    every: dict[str, dict[str, Any]] = {}
    for key, value in told.items():
        if isinstance(value, Mapping):
            if key not in options:
                raise click.UsageError(f"{file}: there is no command {key!r}")
            for name, one in value.items():
                if name not in options[key]:
                    raise click.UsageError(f"{file}: {key} has no option {name!r}; it has {', '.join(options[key])}")
                every.setdefault(key, {})[options[key][name]] = _without_nul(file, name, one)
        else:
            having = [command for command, names in options.items() if key in names]
            if not having:
                raise click.UsageError(f"{file}: no command has an option {key!r}")
            for command in having:
                every.setdefault(command, {}).setdefault(options[command][key], _without_nul(file, key, value))
    return every


def _without_nul(file: Path, name: str, value: Any) -> Any:
    """Give the value of a setting. Raises UsageError where it holds a NUL, which no name of a file may have."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and "\0" in one:
            raise click.UsageError(f"{file}: {name} holds a NUL")
    return value


def name_in_environment(root: click.Group) -> None:
    """Let every option be told by the environment: `RASHOMON_BUILD_CORES`, or `RASHOMON_CORES` for all that have it.

    What overwrites is told where it is done, and nowhere else.
    """
    every = {name: _options(command) for name, command in root.commands.items()}
    shared = Counter(option for options in every.values() for option in options if option not in _TOLD_ON_THE_SPOT)
    for param in root.params:
        _named(param, "")
    for name, command in root.commands.items():
        general = {param for option, param in every[name].items() if shared[option] > 1}
        for param in command.params:
            _named(param, f"{name}_", general=param.name in general)


def _named(param: click.Parameter, command: str, *, general: bool = False) -> None:
    option = next((o.removeprefix("--") for o in param.opts if o.startswith("--")), "")
    if isinstance(param, click.Option) and option and param.envvar is None and option not in _TOLD_ON_THE_SPOT:
        wide = option.replace("-", "_").upper()
        param.envvar = [f"RASHOMON_{command.upper()}{wide}", *([f"RASHOMON_{wide}"] if general else [])]


def _options(command: click.Command) -> dict[str, str]:
    """The options of a command by their names without dashes, each with the name of its parameter."""
    found: dict[str, str] = {}
    for param in command.params:
        if isinstance(param, click.Option) and param.name:
            found |= {name.removeprefix("--"): param.name for name in param.opts if name.startswith("--")}
    return found


_WAYS = (
    "give it in the pages or a column, with --outlet NAME or --published DAY for all, or for each file "
    "with --beside TABLE (columns file, outlet, published)"
)


def tell_what_is_missing(case: Case) -> None:
    """Say on standard error how many reports have no day, no outlet, a day that was not understood, or a part alone."""
    count = len(case.reports)
    missing = case.views.missing()
    for number, what, costs in (
        (missing.days, "no day", "what they tell of “Friday” or “yesterday” stays undated"),
        (missing.outlets, "no outlet", "such a report counts as an outlet of its own"),
    ):
        if number:
            click.echo(f"{_of(number, count, 'have', 'has')} {what}: {costs}; {_WAYS}.", err=True)
    strange = missing.strange_days
    if strange:
        first = strange[0][1].split("day not understood: ", 1)[1].split("; ")[0]
        click.echo(
            f"{many(len(strange), 'day')} {'was' if len(strange) == 1 else 'were'} not understood, the first is "
            f"{first} ({strange[0][0]}); "
            "say the order with --day-order dmy or --day-order mdy.",
            err=True,
        )
    ahead = missing.days_ahead
    if ahead:
        click.echo(
            f"{_of(len(ahead), count, 'tell', 'tells')} a day that lay ahead when it came in "
            f"({ahead[0][0]}: {ahead[0][1]}): it is kept as told; the page of the report takes another, and so does "
            "--beside TABLE of a new build.",
            err=True,
        )
    parts = missing.partial
    if parts:
        click.echo(
            f"{_of(len(parts), count, 'are', 'is')} only a part of the article ({parts[0][0]}: {parts[0][1]:.80}); "
            "no outlet is called silent by a part.",
            err=True,
        )


def _of(number: int, count: int, verb: str, of_one: str) -> str:
    return f"{number:,} of {many(count, 'report')} {of_one if number == 1 else verb}"


_FORMS = tuple(sorted(m.name for m in iter_modules([str(Path(__file__).parent.with_name("intake") / "forms")])))
"""Those of `intake.forms`, by the names of its files: none is imported before something is read."""


def limits(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that set what is taken as a report; defaults are those of `intake.Limits`."""
    for option in (
        click.option(
            "--from", "form", type=click.Choice(_FORMS), help="The inputs' format, where it is guessed wrong."
        ),
        click.option(
            "--columns", metavar="FIELD=COLUMN,...", help="Where a table has them, such as text=Body,title=Head."
        ),
        click.option(
            "--allow-host", "hosts", multiple=True, metavar="NAME", help="Fetch from this host though it is not public."
        ),
        click.option("--max-bytes", type=COUNT, help="Of one file or line; 5,000,000 unless told."),
        click.option("--max-characters", type=COUNT, help="Of one report; 250,000 unless told."),
        click.option("--max-line", type=COUNT, help="Characters of one line; 100,000 unless told."),
        click.option("--outlet", metavar="NAME", help="Of every report that names none."),
        click.option(
            "--published", metavar="DAY", help="Of every report that tells none; an ISO day or one as written."
        ),
        click.option("--day-order", type=click.Choice(("dmy", "mdy")), help="How 03/04/2031 is meant."),
        click.option(
            "--beside",
            type=InputPath(),
            metavar="TABLE",
            help="A CSV that says more of files: columns file, outlet, published, title, url, author.",
        ),
        click.option("--any-language", is_flag=True, help="Take reports that are not in English too."),
    )[::-1]:
        command = option(command)
    return command


def taken(
    inputs: tuple[str, ...],
    any_language: bool,
    form: str | None,
    columns: str | None,
    hosts: tuple[str, ...],
    outlet: str | None = None,
    published: str | None = None,
    day_order: Order | None = None,
    beside: Path | None = None,
    **given: int | None,
) -> Iterator[Report | Refusal]:
    """Give what comes in, by the options that `limits` adds."""
    from rashomon.fetching import Allowed
    from rashomon.intake import Limits, intake

    told: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if any_language:
        told["language"] = None
    allowed = Allowed(hosts=frozenset(host.casefold() for host in hosts))
    said = _said(outlet, published, day_order or "", beside)
    bounds = replace(Limits(), **told)
    return intake(inputs, limits=bounds, form=form, columns=_columns(columns), allowed=allowed, said=said)


def _said(outlet: str | None, published: str | None, order: Order, beside: Path | None) -> Said:
    from rashomon.intake import Said
    from rashomon.intake.day import day, understood
    from rashomon.intake.settling import beside as read

    told = {"outlet": " ".join((outlet or "").split())}
    if published:
        told["published"] = day(published, order)
        if not understood(told["published"]):
            raise click.UsageError(f"--published {published!r:.60} is no day; write it as 2031-05-02")
    try:
        each = read(beside, order) if beside else {}
    except (ValueError, OSError) as error:
        raise click.UsageError(f"--beside {beside}: {error}") from error
    return Said({name: value for name, value in told.items() if value}, each, order)


def _columns(told: str | None) -> dict[str, str]:
    pairs = [pair.partition("=") for pair in (told or "").split(",") if pair.strip()]
    named = {field.strip(): column.strip() for field, _, column in pairs}
    known = ("id", "text", "title", "outlet", "url", "published", "language", "author")
    if unknown := sorted(set(named) - set(known)):
        raise click.UsageError(f"--columns knows no field {unknown[0]!r}; the fields are {', '.join(known)}")
    return named


F = TypeVar("F", bound=Callable[..., Any])
_ENGINE = click.option(
    "--engine",
    default="machine",
    show_default=True,
    type=click.Choice(["machine", "ray"]),
    help="Where it is read and compared: this machine (--cores), or a Ray cluster (docs/scale.md).",
)
_ADDRESS = click.option(
    "--address",
    help="Of the Ray cluster: auto for one this machine is of, or HOST:PORT; unless told, one of --cores begins here.",
)


def on_cluster(command: F) -> F:
    """Add the options that say where a command works."""
    return _ENGINE(_ADDRESS(command))


@contextmanager
def cluster(engine: str, address: str | None, cores: int) -> Iterator[Cluster | None]:
    """Give the cluster to work on until the end, None where this machine does it itself."""
    if engine != "ray":
        if address:
            raise click.UsageError("--address is that of a Ray cluster: say --engine ray too")
        yield None
        return
    from rashomon.engines import Cluster, ClusterError

    on = Cluster(address or "", cores)
    try:
        on.__enter__()
    except ClusterError as error:
        raise click.ClickException(str(error)) from error
    try:
        yield on
    finally:
        on.__exit__(None, None, None)
