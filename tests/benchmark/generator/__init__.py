"""The generator: realistic Arabic articles with their facts, the same ones for the same seed.

What the articles tell is invented; only the names of the states are real.
"""

from .articles import GeneratedArticle, articles

__all__ = ["GeneratedArticle", "articles"]
