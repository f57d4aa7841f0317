"""What leaves the archive: one file per format."""
