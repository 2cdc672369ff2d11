"""The rules of OWL 2 RL as the W3C has them, those over lists and those about the ontology alone aside.

https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from ..namespaces import OWL, RDFS, TYPE
from .rules import Atom, Part, Variable
from .vocabulary import NON_NEGATIVE_INTEGER

if TYPE_CHECKING:
    from collections.abc import Iterator

Atoms: TypeAlias = tuple[Atom, ...]

_OF_RDFS: Final = frozenset({"domain", "range", "subClassOf", "subPropertyOf"})

# Name | what the ontology says | what the data say | what follows. Words of one letter are variables, but for `a`.
# eq-ref is left out: that everything is the same as itself is never written down (but see the second eq-diff1).
_TABLE: Final = """
eq-sym       |                                                | x sameAs y                   | y sameAs x
eq-trans     |                                                | x sameAs y , y sameAs z      | x sameAs z
eq-rep-s     |                                                | s sameAs r , s p o           | r p o
eq-rep-p     |                                                | p sameAs q , s p o           | s q o
eq-rep-o     |                                                | o sameAs r , s p o           | s p r
eq-diff1     |                                                | x sameAs y , x differentFrom y | false
eq-diff1     |                                                | x differentFrom x            | false
prp-dom      | p domain c                                     | x p y                        | x a c
prp-rng      | p range c                                      | x p y                        | y a c
prp-fp       | p a FunctionalProperty                         | x p y , x p z                | y sameAs z
prp-ifp      | p a InverseFunctionalProperty                  | x p z , y p z                | x sameAs y
prp-irp      | p a IrreflexiveProperty                        | x p x                        | false
prp-symp     | p a SymmetricProperty                          | x p y                        | y p x
prp-asyp     | p a AsymmetricProperty                         | x p y , y p x                | false
prp-trp      | p a TransitiveProperty                         | x p y , y p z                | x p z
prp-spo1     | p subPropertyOf q                              | x p y                        | x q y
prp-eqp1     | p equivalentProperty q                         | x p y                        | x q y
prp-eqp2     | p equivalentProperty q                         | x q y                        | x p y
prp-pdw      | p propertyDisjointWith q                       | x p y , x q y                | false
prp-inv1     | p inverseOf q                                  | x p y                        | y q x
prp-inv2     | p inverseOf q                                  | x q y                        | y p x
prp-npa1 |  | x p y , n sourceIndividual x , n assertionProperty p , n targetIndividual y | false
prp-npa2 |  | x p y , n sourceIndividual x , n assertionProperty p , n targetValue y | false
cls-nothing2 |                                                | x a Nothing                  | false
cls-com      | c complementOf d                               | x a c , x a d                | false
cls-svf1     | c someValuesFrom d , c onProperty p            | x p y , y a d                | x a c
cls-svf2     | c someValuesFrom Thing , c onProperty p        | x p y                        | x a c
cls-avf      | c allValuesFrom d , c onProperty p             | x a c , x p y                | y a d
cls-hv1      | c hasValue y , c onProperty p                  | x a c                        | x p y
cls-hv2      | c hasValue y , c onProperty p                  | x p y                        | x a c
cls-maxc1    | c maxCardinality 0 , c onProperty p            | x a c , x p y                | false
cls-maxc2    | c maxCardinality 1 , c onProperty p            | x a c , x p y , x p z        | y sameAs z
cls-maxqc1   | c maxQualifiedCardinality 0 , c onProperty p , c onClass d | x a c , y a d , x p y        | false
cls-maxqc2   | c maxQualifiedCardinality 0 , c onProperty p , c onClass Thing | x a c , x p y                | false
cls-maxqc3   | c maxQualifiedCardinality 1 , c onProperty p , c onClass d
             | x a c , x p y , y a d , x p z , z a d | y sameAs z
cls-maxqc4 | c maxQualifiedCardinality 1 , c onProperty p , c onClass Thing | x a c , x p y , x p z | y sameAs z
cax-sco      | c subClassOf d                                 | x a c                        | x a d
cax-eqc1     | c equivalentClass d                            | x a c                        | x a d
cax-eqc2     | c equivalentClass d                            | x a d                        | x a c
cax-dw       | c disjointWith d                               | x a c , x a d                | false
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One rule for any ontology: for each way in which the axioms are found in one, a rule over its data."""

    name: str
    axioms: Atoms
    body: Atoms
    head: Atom | None


def rows() -> Iterator[Row]:
    """Read the table."""
    for line in _TABLE.strip().replace("\n  ", " ").splitlines():
        name, axioms, body, head = (cell.strip() for cell in line.split("|"))
        yield Row(name, _atoms(axioms), _atoms(body), None if head == "false" else _atoms(head)[0])


def _atoms(cell: str) -> Atoms:
    return tuple(Atom(*(_part(word) for word in written.split())) for written in cell.split(" , ") if written)


def _part(word: str) -> Part:
    if word == "a":
        return TYPE
    if len(word) == 1 and word.isalpha():
        return Variable(word)
    if word.isdigit():
        return Literal(word, datatype=NON_NEGATIVE_INTEGER)
    return NamedNode((RDFS if word in _OF_RDFS else OWL) + word)
