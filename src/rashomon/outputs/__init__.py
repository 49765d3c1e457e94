"""The one way to write a file for a person: whole or not at all, and nobody else's file with it."""

from rashomon.outputs.drafted import drafted, drafted_folder, is_stream, stream, whole
from rashomon.outputs.guarded import OutputError, append_line, beside, is_beside_a_database, really, refuse_kept

__all__ = [
    "OutputError",
    "append_line",
    "beside",
    "drafted",
    "drafted_folder",
    "is_beside_a_database",
    "is_stream",
    "really",
    "refuse_kept",
    "stream",
    "whole",
]
