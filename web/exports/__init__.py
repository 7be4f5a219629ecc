"""The corpus and its votes in the shapes other programs read."""
