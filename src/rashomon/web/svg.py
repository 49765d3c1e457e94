"""A drawing is well-formed SVG whose words are escaped, with no style of its own: the style sheet colours it."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from rashomon.exports.safe_text import visible

Value = str | float | None


def tag(name: str, attributes: Mapping[str, Value] = {}, *inside: Markup | str) -> Markup:
    """Give one element; an attribute whose value is None is left out, strings inside are escaped."""
    shown = "".join(
        f' {key}="{escape(visible(value) if isinstance(value, str) else _number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(part if isinstance(part, Markup) else str(escape(visible(part))) for part in inside)
    return Markup(f"<{name}{shown}>{body}</{name}>")  # noqa: S704 (escaped above)


def svg(width: float, height: float, label: str, *inside: Markup, kind: str = "") -> Markup:
    """Give a drawing of this size that a screen reader calls by `label`; what it shows also stands in a table."""
    size: dict[str, Value] = {"viewBox": f"0 0 {_number(width)} {_number(height)}", "width": width, "height": height}
    return tag("svg", {"class": f"drawing {kind}".strip(), **size, "role": "group", "aria-label": label}, *inside)


def fitted(text: str, most: int) -> str:
    """Give at most `most` characters, the last an ellipsis where something is left out."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
