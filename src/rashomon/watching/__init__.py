"""Feeds asked politely, round after round; what is new is told once, and a killed round is finished by the next."""

from rashomon.watching.deliver import deliver
from rashomon.watching.manners import Manners
from rashomon.watching.watch import Round, watch

__all__ = ["Manners", "Round", "deliver", "watch"]
