"""Evaluation: proposed facts against reviewed ones, kind by kind, whatever the individuals are called."""
