"""Bytes in, Reports out; what cannot be read gives one clear Refusal and never stops the rest."""

from rashomon.intake.forms import FORMS
from rashomon.intake.intake import intake
from rashomon.intake.limits import Limits
from rashomon.intake.settling import Said

__all__ = ["FORMS", "Limits", "Said", "intake"]
