"""One file per format: a source file becomes a PageScan."""
