"""Checking a draft: what a paragraph claims, held against the records."""
