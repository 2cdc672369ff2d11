"""Which literals are values of what, and which are surely not the same."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode

from mithaq.graph.reasoning.datatypes import have_different_values, is_value, is_well_formed

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OWL = "http://www.w3.org/2002/07/owl#"


def literal(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(datatype if ":" in datatype else XSD + datatype))


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("-07", "integer"),
        (" 7 ", "integer"),
        ("255", "unsignedByte"),
        ("-1", "negativeInteger"),
        (".5", "decimal"),
        ("-1E4", "double"),
        ("-INF", "float"),
        ("true", "boolean"),
        ("2024-02-29", "date"),
        ("-0044-03-15", "date"),
        ("24:00:00", "time"),
        ("2024-12-31T23:59:59.5+02:00", "dateTime"),
        ("2024", "gYear"),
        ("--02-29", "gMonthDay"),
        ("P1Y2M3DT4H5M6.7S", "duration"),
        ("-P1D", "dayTimeDuration"),
        ("aGk=", "base64Binary"),
        ("0aF0", "hexBinary"),
        ("ar-EG", "language"),
        ("a b", "token"),
        ("اسم", "NCName"),
        ("1/3", OWL + "rational"),
        ("anything", "http://example.org/own"),
        ("9" * 5000, "integer"),
    ],
)
def test_well_formed_literal_has_a_value(text: str, datatype: str) -> None:
    assert is_well_formed(literal(text, datatype))


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("1.0", "integer"),
        ("256", "unsignedByte"),
        ("0", "positiveInteger"),
        ("1e4", "decimal"),
        ("yes", "boolean"),
        ("2023-02-29", "date"),
        ("2024-13-01", "date"),
        ("25:00:00", "time"),
        ("2024-01-01T00:00:00", "dateTimeStamp"),
        ("24", "gYear"),
        ("P", "duration"),
        ("P1DT", "duration"),
        ("a", "base64Binary"),
        ("0aF", "hexBinary"),
        ("ar_EG", "language"),
        ("a  b", "token"),
        ("a\nb", "normalizedString"),
        ("1a", "NCName"),
        ("1/0", OWL + "rational"),
    ],
)
def test_ill_formed_literal_has_none(text: str, datatype: str) -> None:
    assert not is_well_formed(literal(text, datatype))


@pytest.mark.parametrize(
    ("one", "datatype", "answer"),
    [
        (literal("5", "decimal"), "byte", True),
        (literal("5.5", "decimal"), "integer", False),
        (literal("500", "integer"), "byte", False),
        (literal("5", "double"), "decimal", False),
        (literal("1/3", OWL + "rational"), "decimal", False),
        (literal("1/8", OWL + "rational"), "decimal", True),
        (Literal("a b"), "token", True),
        (Literal("a b"), "NMTOKEN", False),
        (Literal("a", language="ar"), "string", False),
        (Literal("a", language="ar"), RDF + "PlainLiteral", True),
        (Literal("a"), RDF + "langString", False),
        (literal("2024-01-01", "date"), "dateTime", False),
        (literal("2024-01-01T00:00:00Z", "dateTime"), "dateTimeStamp", True),
        (literal("2024-01-01T00:00:00", "dateTime"), "dateTimeStamp", False),
        (literal("P1Y", "duration"), "yearMonthDuration", True),
        (literal("soon", "date"), "string", None),
        (literal("a", "http://example.org/own"), "string", None),
        (Literal("a"), "http://example.org/own", None),
    ],
)
def test_value_of_one_datatype_may_be_one_of_another(one: Literal, datatype: str, answer: bool | None) -> None:
    assert is_value(one, NamedNode(datatype if ":" in datatype else XSD + datatype)) is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (literal("1", "integer"), literal("1.0", "decimal"), False),
        (literal("1", "integer"), literal("1", "double"), True),
        (literal("1", "boolean"), literal("true", "boolean"), False),
        (literal("NaN", "float"), literal("NaN", "float"), False),
        (Literal("a", language="ar"), Literal("a", language="AR"), False),
        (Literal("a", language="ar"), Literal("a", language="en"), True),
        (literal("aGk=", "base64Binary"), literal("6869", "hexBinary"), True),
        (literal("2024-01-01T00:00:00Z", "dateTime"), literal("2024-01-01T02:00:00+02:00", "dateTime"), False),
        (literal("2024-01-01T00:00:00Z", "dateTime"), literal("2024-01-01T00:00:01Z", "dateTime"), True),
        (literal("2024-01-01", "date"), literal("2024-01-02", "date"), True),
        (literal("2024-01-01Z", "date"), literal("2024-01-02Z", "date"), False),
        (literal("9" * 5000, "integer"), literal("8" * 5000, "integer"), False),
        (literal("soon", "date"), literal("later", "date"), False),
        (literal("a", "http://example.org/own"), literal("b", "http://example.org/own"), False),
    ],
)
def test_difference_of_values_is_only_told_where_it_is_sure(one: Literal, other: Literal, answer: bool) -> None:
    assert have_different_values(one, other) is answer
    assert have_different_values(other, one) is answer
