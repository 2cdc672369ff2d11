"""An expiry is counted from the start by a term in years and months; a term that cannot be counted is no excuse."""

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

from .examples import MITHAQ, SHAPE
from .judged import validate

TERM_LENGTH = URIRef(MITHAQ + "termLength")
EXPIRY = URIRef(SHAPE + "expiry-is-start-plus-term")


@pytest.mark.parametrize(
    ("length", "is_wrong"),
    [
        (Literal("P20Y", datatype=XSD.yearMonthDuration), False),
        (Literal("P240M", datatype=XSD.yearMonthDuration), False),
        (Literal("P19Y11M", datatype=XSD.yearMonthDuration), True),
        (Literal("P20Y", datatype=XSD.duration), True),
        (Literal("twenty years"), True),
    ],
    ids=str,
)
def test_an_expiry_is_wrong_unless_the_sum_is_right(
    ontology: Graph, shapes: Graph, length: Literal, *, is_wrong: bool
) -> None:
    data = Graph() + ontology
    data.parse(Path(__file__).parent / "events" / "expiry-is-start-plus-term.valid.ttl")
    for clause in list(data.subjects(TERM_LENGTH)):
        data.set((clause, TERM_LENGTH, length))
    assert (EXPIRY in {result.shape for result in validate(data, shapes)}) is is_wrong
