"""Question sets with gold, and how answers fare against them."""
