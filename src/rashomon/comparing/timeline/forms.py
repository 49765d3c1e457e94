"""How a name may stand in a text where no reader took it for a name: whole, by its end, or by its model number."""

from __future__ import annotations

_LEGAL = frozenset({"co", "co.", "company", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "the"})


def forms(name: str) -> tuple[str, ...]:
    """Give the name, its ends of two words or more, and its model number: "Harbour Crane H200" is also "H200"."""
    words = name.split()
    ends = (" ".join(words[n:]) for n in range(max(len(words) - 1, 1)))
    numbers = (w for w in words[1:] if len(w) > 2 and any(c.isdigit() for c in w))
    return tuple(dict.fromkeys(form for form in (*ends, *numbers) if form))


def plain(name: str) -> str:
    """Give the name by which forms are compared: case and legal form left out."""
    return " ".join(w for w in name.casefold().split() if w not in _LEGAL)
