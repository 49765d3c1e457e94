"""Which reports are about one developing matter: words and names, nearness in time, average linkage."""

from rashomon.comparing.stories.stories import stories

__all__ = ["stories"]
