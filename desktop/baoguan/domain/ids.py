"""Identifiers of catalogue rows. Separate types, so that one is never passed for another."""

from typing import NewType

TitleId = NewType("TitleId", int)
IssueId = NewType("IssueId", int)
PageId = NewType("PageId", int)
ArticleId = NewType("ArticleId", int)
FigureId = NewType("FigureId", int)
StatisticId = NewType("StatisticId", int)
DecisionId = NewType("DecisionId", int)
AnnotationId = NewType("AnnotationId", str)
"""A UUID in canonical form: it stays the same when annotations are exported and imported."""
SavedSearchId = NewType("SavedSearchId", str)
"""A UUID in canonical form."""
SourceId = NewType("SourceId", str)
"""The SHA-256 of an original file, 64 lower-case hexadecimal digits."""
