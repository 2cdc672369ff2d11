"""The W3C's test suites, asked over HTTP: of Mithaq's service with an open store, and of others to compare with.

Run it as `python tests/server/standards --help`. The suites are not part of this repository.
"""
