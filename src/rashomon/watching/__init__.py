"""Feeds asked politely, round after round; what is new is told once, and a killed round is finished by the next."""

from rashomon.watching.deliver import atom, deliver
from rashomon.watching.robots import Manners
from rashomon.watching.watch import Interest, Round, interest, watch

__all__ = ["Interest", "Manners", "Round", "atom", "deliver", "interest", "watch"]
