"""The command line: one file per sub-command; prints, never computes."""
