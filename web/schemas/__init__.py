"""The objects of the API, as documents and as types."""
