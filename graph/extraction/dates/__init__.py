"""Expressions of time: recognised in all naming systems, read as far as their words and the publication date carry."""
