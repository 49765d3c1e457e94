"""What needs no review: a named speaker, a verb of speech or "according to", and a whole clause or quotation."""

from __future__ import annotations

from rashomon.reading.attributions.finding import Finding

_RULES = frozenset({"speech-verb", "belief-verb", "evidence-verb", "according-to", "signature", "transcript"})
_FRAMES = {
    "speech-verb": frozenset({"clause", "wh", "quote", "called", "as", "of", "around", "to", "against", "at"}),
    "belief-verb": frozenset({"clause", "as", "of"}),
    "evidence-verb": frozenset({"clause"}),
}


def certain(finding: Finding) -> bool:
    """Whether the finding may stand unreviewed; measured in docs/methods/attributions.md."""
    if finding.speaker is None:
        return False
    if finding.because.rule not in _RULES:
        return False
    frames = _FRAMES.get(finding.because.rule)
    return frames is None or finding.plain_frame in frames
