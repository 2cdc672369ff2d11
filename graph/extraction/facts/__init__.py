"""Facts: named patterns over skeletons, and the ledger that they write to."""
