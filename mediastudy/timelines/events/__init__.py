"""Dated events, the windows around them, and placebo dates."""
