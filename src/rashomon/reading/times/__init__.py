"""Times of one report: TIMEX3 DATE, TIME, DURATION and SET, each valued over the report's day and with its reason."""

from rashomon.reading.times.find_times import find_times
from rashomon.reading.times.times import times

__all__ = ["find_times", "times"]
