"""What a user can change. A command does, can undo, and says what it changed."""
from typing import Protocol, TYPE_CHECKING
from baoguan.app.changes import Changes
from baoguan.domain.language import Bilingual
# AddAnnotation(article, span: Span | None, note: str = "", tags: tuple[str, ...] = (), colour: int = 0)
# EditAnnotation(annotation_id, note: str, tags: tuple[str, ...], colour: int)
# RemoveAnnotation(annotation_id)
# ChangeDecision(page: PageId, decision: DecisionId, rejected: bool)   lays the page out again
# IngestFiles is not a command but a job: see app/ingest.py
