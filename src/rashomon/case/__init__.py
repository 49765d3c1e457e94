"""The one SQLite file that holds a piece of work: schema, writes, queries, full-text search, corrections."""

from rashomon.case.browse import Choice, Hit, Narrow, Page
from rashomon.case.case import Case
from rashomon.case.connect import CaseError
from rashomon.case.corrections import judge
from rashomon.case.rescue import Rescued, check, rescue
from rashomon.records.interchange import restore

__all__ = ["Case", "CaseError", "Choice", "Hit", "Narrow", "Page", "Rescued", "check", "judge", "rescue", "restore"]
