"""A PageScan becomes articles and figures: reading order, roles, joins, article separation."""
