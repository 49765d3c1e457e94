"""Options that repeat, from the user's own file: `~/.config/rashomon/config.toml`, or the one that `--config` names.

A key at the top is told to every command that has that option, a key in a table to the command of the table's name.
No file is looked for in the folder that one works in: what comes with somebody's material sets nothing.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

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
                every.setdefault(key, {})[options[key][name]] = one
        else:
            having = [command for command, names in options.items() if key in names]
            if not having:
                raise click.UsageError(f"{file}: no command has an option {key!r}")
            for command in having:
                every.setdefault(command, {}).setdefault(options[command][key], value)
    return every


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
