"""The timeline of one entity across reports."""

from rashomon.comparing.timeline.forms import forms
from rashomon.comparing.timeline.timeline import meant, timeline

__all__ = ["forms", "meant", "timeline"]
