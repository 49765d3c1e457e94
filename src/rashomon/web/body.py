"""What a browser or program sends is read whole, as far as is taken in; one that goes away is no error."""

from __future__ import annotations

from starlette.requests import ClientDisconnect, Request

from rashomon.web.writes import LIMIT


async def whole_body(request: Request) -> bytes | None:
    """Read the body, at most `LIMIT` bytes of it."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > LIMIT:
                return None
    except ClientDisconnect:  # nobody is there to be told
        return None
    return bytes(body)
