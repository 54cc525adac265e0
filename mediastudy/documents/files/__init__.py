"""From bytes to text, lines and cells: encodings, archives, markup, office files, within limits."""
