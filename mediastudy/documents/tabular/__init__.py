"""Other people's tables: their headers recognised, their rows made documents."""
