"""From a source file to the catalogue and the index, in stages."""
