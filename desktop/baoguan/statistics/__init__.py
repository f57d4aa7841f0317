"""An article's text becomes statistics: numerals, units, times, context, traps."""
