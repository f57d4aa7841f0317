"""The frame: main window, actions, jobs, undo, theme."""
