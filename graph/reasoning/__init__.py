"""The reasoner: OWL 2 RL over data under one ontology, of everything at once or of a change, with proofs."""

from .addition import add_to
from .bulk import close_all
from .explanation import explain
from .ontology import Rules, compile_ontology
from .records import Consequences, Outcome, Proof, ProofStep
from .removal import remove_from

__all__ = [
    "Consequences",
    "Outcome",
    "Proof",
    "ProofStep",
    "Rules",
    "add_to",
    "close_all",
    "compile_ontology",
    "explain",
    "remove_from",
]
