"""Layout of pages that know where their print stands."""
