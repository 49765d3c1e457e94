"""What the documentation site has beyond `docs/`: pages of the repository's root, and pages made from the program.

Links are written for the repository, where people read them first; here they are led to the page that holds the same.
"""

from __future__ import annotations

import inspect
import posixpath
import re
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).parents[2]
FROM_ROOT = {
    "README.md": "index.md",
    "CHANGELOG.md": "changes.md",
    "CODE_OF_CONDUCT.md": "conduct.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "examples/README.md": "examples.md",
}
"""Files of the repository, and the pages that they are here."""
_LINK = re.compile(r"(\]\()(?!https?:|#|mailto:)([^)#\s]+)(#[^)\s]*)?(\))")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages that do not lie in `docs/`."""
    sys.path.insert(0, str(ROOT / "src"))  # what is documented is what lies here
    for source, page in FROM_ROOT.items():
        files.append(File.generated(config, page, content=_led((ROOT / source).read_text("utf-8"), source)))
    for page, made in MADE.items():
        files.append(File.generated(config, page, content="\n".join(made()) + "\n"))
    notebook = ROOT / "examples" / "port-halim" / "port-halim.ipynb"
    files.append(File.generated(config, "port-halim.ipynb", content=notebook.read_bytes()))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Files) -> str:
    """Lead the links of a page of `docs/` that leave it to what stands for their target."""
    uri = page.file.src_uri
    return markdown if uri in {*FROM_ROOT.values(), *MADE} else _led(markdown, f"docs/{uri}")


def _led(markdown: str, source: str) -> str:
    """Change the links of a file of the repository to those of the site."""
    here = FROM_ROOT.get(source, source.removeprefix("docs/"))

    def led(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), found[2]))
        if target == "examples/port-halim/port-halim.ipynb":
            page = "port-halim.ipynb"
        elif target == "LICENSE":
            return found[0]
        else:
            page = FROM_ROOT.get(target, target.removeprefix("docs/"))
        away = posixpath.relpath(page, posixpath.dirname(here) or ".")
        return f"{found[1]}{away}{found[3] or ''}{found[4]}"

    return _LINK.sub(led, markdown)


def _commands() -> Iterator[str]:
    """Every command with its help, as it prints it."""
    import click

    from rashomon.cli import main

    yield "# Every command"
    yield "\nMade from the program's own help; [what holds for all of them](../commands.md)."
    for name, command in (("", main), *sorted(main.commands.items())):
        told = f"rashomon {name}".strip()
        context = click.Context(command, info_name=told, max_content_width=100, terminal_width=100)
        yield from (f"\n## {told}\n", "```text", command.get_help(context), "```")


def _python() -> Iterator[str]:
    """The stable face with its signatures and docstrings."""
    import rashomon

    yield "# Every name of `rashomon`"
    yield "\nMade from the docstrings. Records are told in [the interchange files](../interchange.md)."
    for name in sorted(rashomon.__all__):
        held = getattr(rashomon, name)
        yield f"\n## {name}\n"
        if callable(held):
            yield from ("```python", f"{name}{_signature(held)}", "```", "")
        yield inspect.getdoc(held) if callable(held) else f"`{held!r}`"
        if inspect.isclass(held) and not issubclass(held, Exception):
            for method, function in sorted(vars(held).items()):
                if not method.startswith("_") and callable(function) and function.__doc__:
                    yield f"\n### {name}.{method}\n"
                    yield from (
                        "```python",
                        f"{method}{_signature(function)}",
                        "```",
                        "",
                        inspect.getdoc(function) or "",
                    )


def _signature(held: Any) -> str:
    try:
        return str(inspect.signature(held)).replace("'", "")
    except (TypeError, ValueError):
        return "(…)"


def _schemas() -> Iterator[str]:
    """The steps of the case's schema, each with what its file says of it."""
    yield "# Schema versions"
    yield "\nThe interchange files are at schema 2 ([what that promises](../interchange.md)). A case tells its own in"
    yield "`PRAGMA user_version`; a build brings an older one forward, and a step is never changed once it is out."
    yield "\n| step | what it brought |"
    yield "|---|---|"
    folder = resources("rashomon.case").joinpath("schema")
    for name in sorted(f.name for f in folder.iterdir() if f.name.endswith(".sql")):
        text = folder.joinpath(name).read_text("utf-8")
        said = re.match(r"(?:--[^\n]*\n)*", text)
        words = " ".join(line.removeprefix("--").strip() for line in (said[0] if said else "").splitlines())
        number, _, what = name.removesuffix(".sql").partition("_")
        yield f"| {int(number)} | {words.replace('|', chr(92) + '|') or what} |"


MADE: dict[str, Callable[[], Iterator[str]]] = {
    "reference/commands.md": _commands,
    "reference/python.md": _python,
    "reference/schemas.md": _schemas,
}
