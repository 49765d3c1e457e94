"""Why the count of independent origins is what it is: one line a voice, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.comparing.independence import independence
from rashomon.records import Origin


def independence_reasons(origins: Iterable[Origin]) -> tuple[str, ...]:
    """Say what `independence` counted: the bounds, then each voice, its reports and the rules that found it."""
    listed = sorted(origins, key=lambda o: (o.key, o.name, o.chain))
    least, most = independence(listed)
    groups: dict[str, list[Origin]] = {}
    for origin in listed:
        groups.setdefault(origin.key or f"{origin.kind}:{origin.name}", []).append(origin)
    lines = [f"at least {least}, at most {most}: {len(listed)} rows, {len(groups)} voices"]
    for key in sorted(groups):
        group = groups[key]
        reports = sorted({member[0] for o in group for member in o.chain})
        sure = any(o.certain for o in group)
        doubt = "" if sure else "; may be one of the others"
        rules = "; ".join(dict.fromkeys(o.because for o in group if o.because))
        lines.append(f"{group[0].name} ({group[0].kind}) in {', '.join(reports) or 'no report'}{doubt}: {rules}")
    return tuple(lines)
