"""The benchmark of Mithaq: a seeded generator of articles and their facts, and what is measured on them.

Run it as `python tests/benchmark --help`.
"""
