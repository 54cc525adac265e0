"""From the words of a source to a speaker: names, roles, pronouns and nouns inside one article."""
