"""Faces for other programs and for people without one: interchange files, spreadsheets, one page, the terminal."""

from rashomon.exports.account import account
from rashomon.exports.interchange import SCHEMA, interchange, schema
from rashomon.exports.itinerary import itinerary, moments
from rashomon.exports.ledger import Ledger, Loss, MissingPackageError, are_losses
from rashomon.exports.tables import Tables
from rashomon.exports.terminal import opened, terminal
from rashomon.exports.why import why

__all__ = [
    "SCHEMA",
    "Ledger",
    "Loss",
    "MissingPackageError",
    "Tables",
    "account",
    "are_losses",
    "interchange",
    "itinerary",
    "moments",
    "opened",
    "schema",
    "terminal",
    "why",
]
