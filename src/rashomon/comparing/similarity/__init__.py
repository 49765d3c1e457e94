"""How far two names may be one name, and why."""

from rashomon.comparing.similarity.similarity import SAME_NAME, Explanation, explain_similarity, similarity

__all__ = ["SAME_NAME", "Explanation", "explain_similarity", "similarity"]
