"""Where a passage is."""
