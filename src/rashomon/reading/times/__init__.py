"""Times of one report: TIMEX3 DATE, TIME, DURATION and SET, each valued over the report's day and with its reason."""

from rashomon.reading.times.times import find_times, times

__all__ = ["find_times", "times"]
