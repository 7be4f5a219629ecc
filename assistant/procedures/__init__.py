"""Procedures, and everything the records hold of each."""
