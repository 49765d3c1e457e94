"""Feeds asked politely, round after round; what is new is told once, and a killed round is finished by the next."""

from rashomon.watching.atom import atom
from rashomon.watching.deliver import deliver
from rashomon.watching.interest import Interest, interest
from rashomon.watching.manners import Manners
from rashomon.watching.watch import Round, watch

__all__ = ["Interest", "Manners", "Round", "atom", "deliver", "interest", "watch"]
