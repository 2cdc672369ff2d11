"""Mixed load: clients that ask, add, are refused and retract at once, while workers are killed, beside an oracle.

Run it as `python tests/server/load --help`.
"""
