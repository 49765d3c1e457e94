"""A large case is compared in parts that nothing connects, so that what is added touches its own part alone."""

from rashomon.comparing.parts.epoch import Epoch, begin
from rashomon.comparing.parts.framed import framed
from rashomon.comparing.parts.partition import Component, Part, Tie, components, parts_of
from rashomon.comparing.parts.report_in_numbers import Signs, concerned, signs, terms_of
from rashomon.comparing.parts.vector import Many, Vector, vector

__all__ = [
    "Component",
    "Epoch",
    "Many",
    "Part",
    "Signs",
    "Tie",
    "Vector",
    "begin",
    "components",
    "concerned",
    "framed",
    "parts_of",
    "signs",
    "terms_of",
    "vector",
]
