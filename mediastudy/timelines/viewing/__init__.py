"""A timeline to point at: its lines and points, where they stand, how they are drawn, and the sentences behind them."""
