"""The sampling frame of a study: what it states of its searches, held against what was read."""
