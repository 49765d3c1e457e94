"""A language model of the user's own is asked about a story here: what is sent, to whom, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rashomon.web.background_work import AskingModel, Model
from rashomon.web.desk import Desk


def point(
    desk: Desk, asked: Mapping[str, str], model: Model | None, asking: AskingModel | None
) -> dict[str, Any] | None:
    """Give the story that is asked about and how it goes, or None where there is no such story or nothing may be."""
    story = next((s for s in desk.stories() if s.id == asked.get("story")), None)
    if story is None or not desk.editable:
        return None
    work = asking.work if asking is not None and asking.story == story.id else None
    return {"story": story, "model": model, "work": work, "result": work.result if work and work.finished else None}
