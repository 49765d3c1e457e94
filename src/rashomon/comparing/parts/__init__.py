"""A large case is compared in parts that nothing connects, so that what is added touches its own part alone."""

from rashomon.comparing.parts.epoch import Epoch, Signs, begin, concerned, framed, signs, terms_of
from rashomon.comparing.parts.partition import Component, Many, Part, Tie, Vector, components, parts_of, vector

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
