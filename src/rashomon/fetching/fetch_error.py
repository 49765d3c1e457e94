"""Why an address gave nothing, in words that fit behind its name ("answered with status 404") and what to do."""

from __future__ import annotations


class FetchError(Exception):
    """Nothing was fetched: `reason` goes on from the address, `advice` says what to do."""

    def __init__(
        self,
        reason: str,
        advice: str = "check the address",
        *,
        status: int = 0,
        retry: float = 0.0,
        refused: bool = False,
    ) -> None:
        """`status` is that of an answer that is no success; `retry` the seconds that it asks one to wait.

        `refused` says that we do not ask there at all, so that another try changes nothing unless more is allowed.
        """
        super().__init__(reason)
        self.reason = reason
        self.advice = advice
        self.status = status
        self.retry = retry
        self.refused = refused
