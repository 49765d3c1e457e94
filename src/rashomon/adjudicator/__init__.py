"""A language model of the user's own may rank and explain the conflicts found; its word is kept as its word."""

from rashomon.adjudicator.adjudicate import Adjudicated, adjudicate
from rashomon.adjudicator.endpoint import Endpoint

__all__ = ["Adjudicated", "Endpoint", "adjudicate"]
