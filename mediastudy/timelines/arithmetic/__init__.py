"""Expressions on phrases: reading them, what they are, and their intervals."""
