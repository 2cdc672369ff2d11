"""Mentions: what an article names, recognised in each sentence and written into its skeleton."""
