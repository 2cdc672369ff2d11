"""Reading a page: its furniture set apart, its sentences, and remarks on what is hard to read."""
