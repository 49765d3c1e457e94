"""Why the count of independent origins is what it is: one line a voice, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.comparing.independence import independence
from rashomon.records import Origin, VoiceKey, by_voice


def independence_reasons(origins: Iterable[Origin]) -> tuple[str, ...]:
    """Say what `independence` counted: the bounds, then each voice, its reports and the rules that found it."""
    listed = sorted(origins, key=lambda o: (o.key, o.name, o.chain))
    least, most = independence(listed)
    groups = by_voice(listed)
    lines = [f"at least {least}, at most {most}: {len(listed)} rows, {len(groups)} voices"]
    sourced = any(not VoiceKey.read(key).narrates for key in groups)
    for key in sorted(groups):
        group = groups[key]
        reports = sorted({member[0] for o in group for member in o.chain})
        narrates = VoiceKey.read(key).narrates and sourced
        sure = any(o.certain for o in group) and not narrates
        doubt = "" if sure else "; may have it from the others" if narrates else "; may be one of the others"
        rules = "; ".join(dict.fromkeys(o.because for o in group if o.because))
        lines.append(f"{group[0].name} ({group[0].kind}) in {', '.join(reports) or 'no report'}{doubt}: {rules}")
    return tuple(lines)
