"""Item roles as plain integers: looking one up on Qt.ItemDataRole costs a hundred times more."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

DISPLAY = int(Qt.ItemDataRole.DisplayRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
RECORD = int(Qt.ItemDataRole.UserRole)
"""The frozen record behind a row."""
COUNT = RECORD + 1
"""How many things a row of a tree holds, or finds."""
EMPHASIS = RECORD + 2
"""Which kind of row of a tree it is."""
TOP = QModelIndex()
"""The parent of rows that have none."""
