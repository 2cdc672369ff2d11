"""Reading an article: folding with a way back, furniture of the page, sentences, quotations."""
