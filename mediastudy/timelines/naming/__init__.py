"""Candidates for further names of a phrase, and how alike they are."""
