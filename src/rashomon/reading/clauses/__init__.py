"""The component that reads clauses: every predication of a report with who takes part and how it stands."""

from rashomon.reading.clauses.clauses import clauses

__all__ = ["clauses"]
