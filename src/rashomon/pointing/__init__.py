"""A language model of the user's own points at clauses by their numbers; it never writes a word of any page.

`plan` says what would be sent, `point` sends it, `replay` follows recorded answers, `rules_alone` goes back.
"""

from rashomon.pointing.endpoint import Endpoint, EndpointError
from rashomon.pointing.point import Plan, PointedAt, beside, plan, point, replay, rules_alone
from rashomon.pointing.recorded import RecordError, record

__all__ = [
    "Endpoint",
    "EndpointError",
    "Plan",
    "PointedAt",
    "RecordError",
    "beside",
    "plan",
    "point",
    "record",
    "replay",
    "rules_alone",
]
