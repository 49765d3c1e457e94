"""Nothing passes that does not come from this machine's own browser with this start's token.

The guard stands before every address: it checks the Host (a page elsewhere may point its name at this machine), the
token (other users of the machine), and, where something is written, the page that it comes from. Every answer bears the
content policy: nothing but this program's own files, no inline script, no inline style.

When somebody last looked at a case, as that browser remembers it: what came since is new to them. A visit ends when
nothing was asked for in an hour. The cookie holds two moments and nothing of the case.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",  # none at all would make a form of our own pages come from "null"
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_SAFE = {"GET", "HEAD"}
OPEN = "/clip"
"""The one address that needs no token: it answers the same to all, and nothing of the case."""
_WITHIN = {"same-origin", "none"}


class Guard:
    """ASGI middleware; `hosts` are the values of Host that are answered, e.g. "127.0.0.1:8642".

    `secure` lets the token's cookie go over encrypted connections alone.
    """

    def __init__(
        self, app: ASGIApp, *, token: str, hosts: frozenset[str], read_only: bool, secure: bool = False
    ) -> None:
        self._app = app
        self._token = token
        self._hosts = hosts
        self._read_only = read_only
        self._secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, pass on, or refuse."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        answer = self._refusal(scope)
        await (answer or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return PlainTextResponse("This name is not answered here.\n", 421)
        if scope["path"] == OPEN and scope["method"] in _SAFE:
            return None
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if self._token:
            cookie = f"rashomon-{host.rpartition(':')[2]}"
            if "token" in asked and scope["method"] in _SAFE and self._is_token(asked["token"]):
                return self._welcome(scope, asked, cookie)
            if not (self._is_token(_bearer(headers)) or self._is_token(_cookie(headers, cookie))):
                return PlainTextResponse(
                    "Open the address that `rashomon serve` printed: it holds the token of this start.\n", 403
                )
        if scope["method"] in _SAFE:
            return None
        if self._read_only:
            return PlainTextResponse("This case is served read-only.\n", 403)
        origin = headers.get("origin")
        if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
            return PlainTextResponse("Written from another place.\n", 403)
        if headers.get("sec-fetch-site", "none") not in _WITHIN or (origin is None and not _bearer(headers)):
            return PlainTextResponse("Written from another place.\n", 403)
        return None

    def _is_token(self, given: str) -> bool:
        return compare_digest(given.encode("utf-8", "replace"), self._token.encode())

    def _welcome(self, scope: Scope, asked: dict[str, str], cookie: str) -> Response:
        """Keep the token in a cookie and take it out of the address, so that it is in no history and no screenshot."""
        rest = urlencode({key: value for key, value in asked.items() if key != "token"})
        path = "/" + scope["path"].lstrip("/")  # never //elsewhere
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), 303)
        answer.set_cookie(cookie, self._token, httponly=True, samesite="strict", path="/", secure=self._secure)
        return answer


def _bearer(headers: Headers) -> str:
    scheme, _, value = headers.get("authorization", "").partition(" ")
    return value if scheme.lower() == "bearer" else ""


def _cookie(headers: Headers, name: str) -> str:
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""


_ENDS = timedelta(hours=1)
KEPT = 400 * 24 * 3600
"""Seconds that a browser remembers."""


def cookie(case: Path) -> str:
    """Give the name of the cookie of a case: the same whenever and wherever on this machine it is served."""
    return f"rashomon-seen-{blake2b(str(case.resolve()).encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


def visited(told: str, now: datetime) -> tuple[str, str]:
    """Give since when things are new ("" on a first visit), and what the browser is to remember.

    `told` is what it remembers: when it last asked, and since when things were new on that visit.
    """
    last, _, since = told.partition("|")
    before, earlier = _moment(last), _moment(since)
    if before is None or before > now:
        return "", f"{_written(now)}|"
    if now - before > _ENDS:
        return _written(before), f"{_written(now)}|{_written(before)}"
    return _written(earlier) if earlier else "", f"{_written(now)}|{_written(earlier) if earlier else ''}"


def _moment(told: str) -> datetime | None:
    try:
        found = datetime.strptime(told, "%Y%m%dT%H%M%SZ")
    except ValueError:
        return None
    return found.replace(tzinfo=UTC)


def _written(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%SZ")


def iso(since: str) -> str:
    """Give a moment as a case writes it."""
    found = _moment(since)
    return found.isoformat(timespec="seconds") if found else ""
