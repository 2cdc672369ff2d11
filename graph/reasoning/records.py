"""What the reasoner answers with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..contradictions import Contradiction
    from ..triples import Triple


@dataclass(frozen=True, slots=True)
class Consequences:
    """What changes with a change: triples that now follow, triples that no longer do, and contradictions that arise.

    Where triples were taken back, `inferred` holds those of them that follow from what is left.
    """

    inferred: tuple[Triple, ...] = ()
    withdrawn: tuple[Triple, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class Outcome(StrEnum):
    """How an explanation ended."""

    STATED = "stated"
    """The triple is stated; there is nothing to explain."""
    PROVEN = "proven"
    """The proof is the shortest."""
    PERHAPS_LONGER = "perhaps longer"
    """The proof is one, but the effort did not suffice to look for a shorter one."""
    UNFINISHED = "unfinished"
    """No proof was found before the effort was spent."""
    UNFOUNDED = "unfounded"
    """There is no proof."""


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One application of a rule.

    `rule` is the W3C's name of the rule, `rules` the names of all that were put together into it, in the order in
    which they apply; `axioms` are the triples of the closed ontology that it stands on. A step of the rule `ontology`
    has no premises: owlrl concluded it when it closed the ontology.
    """

    conclusion: Triple
    rule: str
    rules: tuple[str, ...]
    axioms: tuple[Triple, ...]
    premises: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a triple holds: its own step first, each step before all that prove its premises."""

    triple: Triple
    outcome: Outcome
    steps: tuple[ProofStep, ...] = ()
