"""An article with its quotations marked: what is shown, where marks overlap, how it looks in HTML and plain text."""
