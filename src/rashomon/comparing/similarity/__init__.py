"""How far two names may be one name, and why."""

from rashomon.comparing.similarity.explain_similarity import Explanation, explain_similarity
from rashomon.comparing.similarity.similarity import SAME_NAME, similarity

__all__ = ["SAME_NAME", "Explanation", "explain_similarity", "similarity"]
