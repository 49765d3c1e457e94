"""Our own files read back: Web Annotations, reports, readings, findings and corrections make the same case again."""

from rashomon.exports.returned.bring_back import bring_back
from rashomon.exports.returned.from_file import Returned, ReturnError

__all__ = ["ReturnError", "Returned", "bring_back"]
