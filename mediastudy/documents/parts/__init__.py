"""The parts of a page or a saved text: what is headline, date, writer, caption, furniture or body, line by line."""
