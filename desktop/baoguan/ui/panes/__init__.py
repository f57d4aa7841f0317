"""One file per pane; no pane imports another."""
