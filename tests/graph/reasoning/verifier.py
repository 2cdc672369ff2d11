"""A verifier of proofs that knows nothing of the reasoner's rules: owlrl must conclude each step from what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .oracle import judge

if TYPE_CHECKING:
    from collections.abc import Collection

    from mithaq.graph.reasoning import Proof
    from mithaq.graph.triples import Triple


def faults_of(proof: Proof, stated: Collection[Triple], closed_ontology: Collection[Triple]) -> list[str]:
    """Tell what is wrong with a proof from stated triples and a closed ontology."""
    faults = []
    if proof.steps[0].conclusion != proof.triple:
        faults.append("it proves something else")
    open_ = [proof.triple]
    for step in proof.steps:
        if step.conclusion not in open_:
            faults.append(f"nobody asks for {step.conclusion}")
        open_ = [each for each in open_ if each != step.conclusion]
        open_ += [premise for premise in step.premises if premise not in stated]
        if not set(step.axioms) <= set(closed_ontology):
            faults.append(f"{step.rule} makes axioms up")
        within = step.conclusion in closed_ontology and not step.premises
        if not (within if step.rule == "ontology" else step.conclusion in judge(step.axioms, step.premises).inferred):
            faults.append(f"{step.rule} does not conclude {step.conclusion}")
    return faults + [f"{each} is not proven" for each in open_]
