"""Received bytes to source text, one format a module."""
