"""rashomon: who says so, through whom, and how many of them really know.

Many reports of one developing story in, a sourced chronicle out.
"""

__version__ = "0.1.0"
