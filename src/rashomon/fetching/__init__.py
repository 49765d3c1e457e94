"""The one way to the network: what is asked for is checked, what comes back is bounded, nothing else is sent."""

from rashomon.fetching.fetch import Fetched, Inflated, TooMuchError, fetch, inflate
from rashomon.fetching.target import Allowed, FetchError

__all__ = ["Allowed", "FetchError", "Fetched", "Inflated", "TooMuchError", "fetch", "inflate"]
