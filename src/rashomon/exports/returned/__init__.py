"""Our own files read back: Web Annotations, reports, readings, findings and corrections make the same case again."""

from rashomon.exports.returned.bring_back import bring_back
from rashomon.exports.returned.return_error import ReturnError
from rashomon.exports.returned.returned import Returned

__all__ = ["ReturnError", "Returned", "bring_back"]
