"""What a search for passages may be narrowed to, and what it finds, for the layer above."""

from index.hit import Filters, Hit

__all__ = ["Filters", "Hit"]
