"""Rows: the engine, the one door to them, the tables, and one file for each noun."""
