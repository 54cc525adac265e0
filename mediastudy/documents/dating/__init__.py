"""Dates as the press and its databases print them: their forms, clocks, months and weekdays."""
