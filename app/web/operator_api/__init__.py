"""Operators' routes, one noun a file."""
