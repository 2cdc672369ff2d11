"""Rules: what OWL 2 RL draws from data under one ontology, as patterns of triples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from ..terms import Term

if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from ..triples import Triple

_FROM_CLASS_TO_CLASS: Final = frozenset({"cax-sco", "cax-eqc1", "cax-eqc2"})


@dataclass(frozen=True, slots=True, order=True)
class Variable:
    """A part of a pattern that stands for any term, for the same one throughout a rule."""

    name: str


Part: TypeAlias = Term | Variable
Substitution: TypeAlias = Mapping[Variable, Part]


class Atom(NamedTuple):
    """A pattern of one triple."""

    subject: Part
    predicate: Part
    object: Part

    def under(self, substitution: Substitution) -> Atom:
        """Put other parts in the place of variables."""
        return Atom(*(substitution.get(part, part) if isinstance(part, Variable) else part for part in self))

    @property
    def triple(self) -> Triple:
        """The triple that a pattern without variables is."""
        return self.subject, self.predicate, self.object  # type: ignore[return-value]

    @property
    def variables(self) -> tuple[Variable, ...]:
        """The variables, each once, in order."""
        return tuple(dict.fromkeys(part for part in self if isinstance(part, Variable)))


class Kind(Enum):
    """What a test asks of literals."""

    VALUE = "is a value of the datatype"
    NO_VALUE = "is a literal, and no value of the datatype"
    DIFFERENT = "are two literals with different values"


@dataclass(frozen=True, slots=True)
class Test:
    """What a rule asks of the terms that it found, beyond the triples that they stand in."""

    kind: Kind
    parts: tuple[Part, ...]
    datatype: NamedNode | None = None

    def under(self, substitution: Substitution) -> Test:
        """Put other parts in the place of variables."""
        parts = tuple(substitution.get(part, part) if isinstance(part, Variable) else part for part in self.parts)
        return Test(self.kind, parts, self.datatype)


@dataclass(frozen=True, slots=True)
class Rule:
    """If all of the body holds, the head holds; without a head, facts and ontology contradict each other.

    `names` are those of the W3C's rules (https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules)
    that it puts together, in the order in which they apply; `axioms` are the triples of the closed ontology that it
    was made from, `terms` what the last of these axioms is about, and `about` what a breach of the rule is about.
    """

    names: tuple[str, ...]
    body: tuple[Atom, ...]
    head: Atom | None
    axioms: tuple[Triple, ...] = ()
    terms: tuple[Term, ...] = ()
    tests: tuple[Test, ...] = ()
    about: Part | None = None

    @property
    def name(self) -> str:
        """The one of its names that tells most: the last that does more than go from one class to another."""
        telling = [name for name in self.names if name not in _FROM_CLASS_TO_CLASS]
        return (telling or self.names)[-1]

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All variables, each once."""
        atoms = self.body if self.head is None else (*self.body, self.head)
        return tuple(dict.fromkeys(variable for atom in atoms for variable in atom.variables))

    def under(self, substitution: Substitution) -> Rule:
        """Put other parts in the place of variables."""
        return Rule(
            self.names,
            tuple(dict.fromkeys(atom.under(substitution) for atom in self.body)),
            None if self.head is None else self.head.under(substitution),
            self.axioms,
            self.terms,
            tuple(dict.fromkeys(test.under(substitution) for test in self.tests)),
            substitution.get(self.about, self.about) if isinstance(self.about, Variable) else self.about,
        )

    @property
    def form(self) -> tuple[object, ...]:
        """What two rules share that differ in the names of their variables, or in where they come from, alone."""
        renamed = self.under({each: Variable(str(number)) for number, each in enumerate(self.variables)})
        return (frozenset(renamed.body), renamed.head, frozenset(renamed.tests))
