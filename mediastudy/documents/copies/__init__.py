"""Copies of texts: sketches that find them, comparisons that prove them, stories that they make."""
