"""Fuzzing: our own parsers are given whatever a fuzzer thinks of, and must answer or refuse in their own words.

Run it as `python tests/server/fuzzing --help`; it needs atheris (`pip install atheris`), which not every Python has.
"""
