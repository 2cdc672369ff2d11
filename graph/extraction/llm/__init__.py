"""The model's route, optional: frames from a language model, each quote grounded in the text or dropped and counted."""
