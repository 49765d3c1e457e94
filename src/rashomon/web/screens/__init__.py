"""The pages, one file each: what a page shows, and where it stands, is told there and in its template alone.

A module of this room that holds `PAGES` brings its pages with it: the program answers at their addresses, and what is
written as files holds those that say so. A page's template is called as the page is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rashomon.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """What `show` gives its template, told what stands behind the "?" of its address; None where there is nothing.

    Its address is `/name` unless told. As files it stands once, once for each story and for all of them, or not at all.
    """

    name: str
    show: Callable[[Desk, dict[str, str]], dict[str, Any] | None]
    as_files: Literal["", "once", "by story"] = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class RowPage:
    """What `show` gives its template of the row with an id; its address is `/rows/ID`."""

    name: str
    rows: str
    show: Callable[[Desk, str], dict[str, Any] | None]


@cache
def pages() -> tuple[Page | RowPage, ...]:
    """Give the pages of every module, by the modules' names."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(page for name in names for page in getattr(import_module(f"{__name__}.{name}"), "PAGES", ()))
