"""What a row is called outside its case: an address that holds any id, and gives the same row in every export.

`urn:rashomon:report:ID`, `urn:rashomon:row:REPORT:LAYER:ROW`, `urn:rashomon:claim:ID` …, ids percent-encoded.
"""

from __future__ import annotations

from urllib.parse import quote


def name(kind: str, *ids: str) -> str:
    """Give the address of a row of one kind."""
    return ":".join(("urn:rashomon", kind, *(quote(i, safe="-._~", errors="backslashreplace") for i in ids)))
