"""Query text becomes results: hits, snippets, receipts."""
