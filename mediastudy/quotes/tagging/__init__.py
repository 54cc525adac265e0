"""A network that finds quotations: words to pieces, windows, tags, links, drafts."""
