"""The timeline of one entity across reports."""

from rashomon.comparing.timeline.timeline import forms, meant, timeline

__all__ = ["forms", "meant", "timeline"]
