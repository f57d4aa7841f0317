"""Qt item models and the selection; no widgets."""
