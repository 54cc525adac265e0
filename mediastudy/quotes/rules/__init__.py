"""Rules that find quotations: reporting words, their constructions, and what they govern."""
