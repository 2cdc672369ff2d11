"""Sentences of generated articles, one module for each topic: from what they tell to words, spans and facts."""
