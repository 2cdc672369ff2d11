"""Redundancy: of many rules that say the same, those are kept that the ontology states or that no others replace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from ..triples import Triple, TriplesInMemory
from .program import Program, term_program
from .saturation import saturate
from .vocabulary import SAME_AS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .matching import Node
    from .rules import Rule

_ANY: Final = NamedNode("urn:any")


def without_redundancy(rules: Iterable[Rule], stated: Collection[Triple]) -> list[Rule]:
    """Leave out each rule that draws nothing which those kept before it do not draw as well.

    Those that stand on one stated axiom each come first and are all kept, so that proofs are short and show what people
    wrote. The closed ontology also says of each class what holds of all classes above it; there, the rules from one
    class to the next do. Rules that ask whether two given things are the same are all kept, and replace none.
    """
    different: dict[object, Rule] = {}
    for rule in sorted(rules, key=lambda each: _order(each, stated)):
        different.setdefault(rule.form, rule)
    kept: list[Rule] = []
    program = term_program(())
    for rule in different.values():
        if _joins_names(rule):
            kept.append(rule)
        elif (len(rule.names) == 1 and _is_stated(rule, stated)) or rule.tests or not _follows(rule, program):
            kept.append(rule)
            program.add(rule)
    return kept


def _joins_names(rule: Rule) -> bool:
    """Tell whether a rule asks whether two given things are the same: there may be many such, and few ever apply."""
    return any(atom.predicate == SAME_AS and not atom.variables for atom in rule.body)


def _order(rule: Rule, stated: Collection[Triple]) -> tuple[bool, int, int, str]:
    return not _is_stated(rule, stated), len(rule.names), len(rule.body), f"{rule.body} {rule.head} {rule.axioms}"


def _is_stated(rule: Rule, stated: Collection[Triple]) -> bool:
    return all(axiom in stated for axiom in rule.axioms)


def _follows(rule: Rule, program: Program[Node]) -> bool:
    """Tell whether a program draws from the body of a rule, about nobody in particular, what the rule does."""
    frozen = _frozen(rule)
    triples = TriplesInMemory(atom.triple for atom in frozen.body)
    _, contradictions = saturate(program, triples, triples, _may_say)
    return bool(contradictions) if frozen.head is None else frozen.head.triple in triples


def _frozen(rule: Rule) -> Rule:
    """Put a term that stands nowhere else in the place of each variable, a literal where there may be one."""
    atoms = rule.body if rule.head is None else (*rule.body, rule.head)
    subjects = {atom.subject for atom in atoms}
    return rule.under(
        {
            each: NamedNode(f"urn:any:{number}") if each in subjects else Literal(str(number), datatype=_ANY)
            for number, each in enumerate(rule.variables)
        }
    )


def _may_say(triple: Triple) -> bool:
    return not isinstance(triple[0], Literal)
