"""Documents by cell and cluster, and what phrases add up to there."""
