"""Names across articles: which spellings mean one speaker, by rules that leave two apart where in doubt."""
