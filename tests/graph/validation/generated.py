"""Generated shapes, graphs and changes over a vocabulary so small that they meet all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import note
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from mithaq.graph import parse_facts_bytes
from mithaq.graph.namespaces import PREFIXES, RDF, RDFS, XSD
from mithaq.graph.validation import Shapes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import DrawFn, SearchStrategy

    from mithaq.graph.triples import Triple


E: Final = "http://example.org/"
HEADER: Final = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()) + f"@prefix e: <{E}> .\n"
TYPE: Final = NamedNode(RDF + "type")
SUBCLASS: Final = NamedNode(RDFS + "subClassOf")
NODES: Final = [NamedNode(f"{E}n{number}") for number in range(5)]
CLASSES: Final = [NamedNode(f"{E}C{number}") for number in range(4)]
PROPERTIES: Final = [NamedNode(f"{E}p{number}") for number in range(3)]
LITERALS: Final = [
    Literal("a", language="en"),
    Literal("a", language="ar"),
    Literal("bb"),
    Literal("1", datatype=NamedNode(XSD + "integer")),
    Literal("2", datatype=NamedNode(XSD + "integer")),
    Literal("2010-05-08", datatype=NamedNode(XSD + "date")),
]

_links: SearchStrategy[Triple] = st.tuples(
    st.sampled_from(NODES), st.sampled_from(PROPERTIES), st.sampled_from([*NODES, *NODES, *LITERALS])
)
_types: SearchStrategy[Triple] = st.tuples(st.sampled_from(NODES), st.just(TYPE), st.sampled_from(CLASSES))
_subclasses: SearchStrategy[Triple] = st.tuples(st.sampled_from(CLASSES), st.just(SUBCLASS), st.sampled_from(CLASSES))
_triples = st.one_of(_links, _links, _links, _types, _types, _subclasses)


def graphs(least: int, most: int) -> SearchStrategy[list[Triple]]:
    """Sets of triples."""
    return st.lists(_triples, min_size=least, max_size=most, unique=True)


_property = st.sampled_from(["e:p0", "e:p1", "e:p2"])
_node = st.sampled_from(["e:n0", "e:n1", "e:n2"])
_class = st.sampled_from(["e:C0", "e:C1", "e:C2"])
_value = st.sampled_from(["e:n0", "e:n1", '"a"@en', '"bb"', "1", "2"])
_number = st.sampled_from(["0", "1", "2"])


class Writer:
    """Writes shapes in Turtle, as hypothesis draws them."""

    def __init__(self, draw: DrawFn) -> None:
        self.draw = draw

    def one(self, *choices: str) -> str:
        return self.draw(st.sampled_from(choices))

    def some(self, write: Callable[[], str], most: int, fewest: int = 1) -> list[str]:
        """Write several parts, no two with the same first word."""
        parts = [write() for _ in range(self.draw(st.integers(fewest, most)))]
        return list({part.split()[0]: part for part in parts}.values())

    def path(self, depth: int = 2) -> str:
        property_ = self.draw(_property)
        if depth == 0:
            return property_
        pattern = self.one(
            *(["{0}"] * 4),
            "rdf:type",
            "[ sh:inversePath {1} ]",
            "( {1} {2} )",
            "[ sh:alternativePath ( {1} {2} ) ]",
            "[ sh:zeroOrMorePath {1} ]",
            "[ sh:oneOrMorePath {1} ]",
            "[ sh:zeroOrOnePath {1} ]",
        )
        first, second = (self.path(depth - 1) if f"{{{place}}}" in pattern else "" for place in (1, 2))
        return pattern.format(property_, first, second)

    def constraint(self, depth: int, *, of_property: bool = False) -> str:
        kinds = ["value"] * 3 + ["other"] * depth + ["property"] * (2 * of_property)
        kind = self.one(*kinds)
        if kind == "value":
            return self._of_values()
        return self._of_property(depth) if kind == "property" else self._of_others(depth - 1)

    def _of_values(self) -> str:
        return self.one(
            f"sh:class {self.draw(_class)}",
            f"sh:class {self.draw(_class)}",
            f"sh:datatype {self.one('xsd:integer', 'rdf:langString', 'xsd:date')}",
            f"sh:nodeKind sh:{self.one('IRI', 'Literal', 'BlankNodeOrLiteral')}",
            f"sh:{self.one('minExclusive', 'minInclusive', 'maxExclusive', 'maxInclusive')} {self.draw(_number)}",
            f"sh:{self.one('minLength', 'maxLength')} {self.draw(_number)}",
            'sh:pattern "[12a]$"',
            'sh:languageIn ( "en" )',
            f"sh:hasValue {self.draw(_value)}",
            f"sh:in ( {' '.join(self.draw(st.lists(_value, min_size=1, max_size=3)))} )",
            f"sh:{self.one('equals', 'disjoint')} {self.draw(_property)}",
        )

    def _of_property(self, depth: int) -> str:
        if depth and self.draw(st.booleans()):
            return (
                f"sh:qualifiedValueShape {self.shape(depth - 1)} ; "
                f"sh:{self.one('qualifiedMinCount', 'qualifiedMaxCount')} {self.draw(_number)} ; "
                f"sh:qualifiedValueShapesDisjoint {self.one('true', 'false')}"
            )
        return self.one(
            f"sh:{self.one('minCount', 'maxCount')} {self.draw(_number)}",
            "sh:uniqueLang true",
            f"sh:{self.one('lessThan', 'lessThanOrEquals')} {self.draw(_property)}",
        )

    def _of_others(self, depth: int) -> str:
        kind = self.one("sh:node", "sh:property", "sh:property", "sh:not", "sh:and", "sh:or", "sh:xone")
        if kind in {"sh:and", "sh:or", "sh:xone"}:
            return f"{kind} ( {self.shape(depth)} {self.shape(depth)} )"
        return f"{kind} {self.shape(depth, {'sh:node': 'node', 'sh:property': 'property'}.get(kind, 'any'))}"

    def shape(self, depth: int, kind: str = "any") -> str:
        """Write a shape without a name, or name one that speaks of others itself."""
        kind = self.one("node", "property") if kind == "any" else kind
        if self.one("new", "new", "new", "named") == "named":
            return "e:S0" if kind == "node" else "e:P0"
        path = [f"sh:path {self.path()}"] if kind == "property" else []
        inside = self.some(lambda: self.constraint(depth, of_property=kind == "property"), 2)
        return f"[ {' ; '.join((*path, *inside))} ]"

    def target(self) -> str:
        return self.one(
            f"sh:targetNode {self.draw(_node)}",
            f"sh:targetClass {self.draw(_class)}",
            f"sh:targetClass {self.draw(_class)}",
            f"sh:targetSubjectsOf {self.draw(_property)}",
            f"sh:targetObjectsOf {self.draw(_property)}",
        )

    def group(self, depth: int, path: str = "e:p0") -> str:
        """Write a group of a query, in which one path may be given."""
        return "\n".join(self._part(depth, path) for _ in range(self.draw(st.integers(1, 3))))

    def _part(self, depth: int, path: str) -> str:
        pattern = self.one(
            *(["{0}"] * (4 if depth else 1)),
            "FILTER (?a != ?b)",
            "FILTER (!bound(?a))",
            "FILTER ($this != ?value)",
            *(_GROUPS if depth else ()),
        )
        first, second = (self.group(depth - 1, path) if f"{{{place}}}" in pattern else "" for place in (1, 2))
        return pattern.format(self._pattern(path), first, second)

    def _pattern(self, path: str) -> str:
        variables = ("$this", "$this", "?a", "?b", "?value", "?parameter")
        end = self.one(*variables, self.draw(_node), self.draw(_class))
        return f"{self.one(*variables)} {self.one(path, *_SPARQL_PATHS)} {end} ."

    def query(self, path: str = "e:p0") -> str:
        first = self.one("$this ?any0 ?any1 .", "")
        return f"SELECT $this ?value WHERE {{ {first} {self.group(2, path)} }}"


_SPARQL_PATHS: Final = (
    *("e:p0", "e:p1", "e:p2", "a") * 2,
    *("^e:p0", "e:p0/e:p1", "e:p0|^e:p1", "(e:p0/e:p1)*", "e:p2+", "e:p1?", "!e:p0", "?q"),
)
_GROUPS: Final = (
    "FILTER NOT EXISTS {{ {1} }}",
    "FILTER NOT EXISTS {{ {1} }}",
    "FILTER EXISTS {{ {1} }}",
    "OPTIONAL {{ {1} }}",
    "{{ {1} }} UNION {{ {2} }}",
    "{{ {1} }}",
    "FILTER (?a = ?b || NOT EXISTS {{ {1} }})",
    "{{ SELECT $this ?a (COUNT(?b) AS ?n) WHERE {{ {1} }} GROUP BY $this ?a }}",
)
_PREFIXES: Final = f'e: sh:declare [ sh:prefix "e" ; sh:namespace "{E}"^^xsd:anyURI ]'
_PARAMETER: Final = "sh:path e:parameter"


@st.composite
def shapes(draw: DrawFn, *, sparql: bool = False) -> Shapes:
    """Shapes with targets; others may speak of one of them, and of a property shape."""
    write = Writer(draw)
    text = _text(write, sparql=sparql)
    note(text)
    statements = parse_facts_bytes((HEADER + text).encode(), "turtle", "shapes.ttl").statements
    return Shapes.from_quads(each.quad for each in statements)


def _text(write: Writer, *, sparql: bool) -> str:
    name = write.one("e:S1", "e:C0 a rdfs:Class . e:C0")
    shapes = [
        ("e:S0 a sh:NodeShape", *write.some(write.target, 1, 0), *write.some(lambda: write.constraint(1), 2)),
        (f"{name} a sh:NodeShape", *write.some(write.target, 2), *write.some(lambda: write.constraint(2), 3)),
        (
            "e:P0 a sh:PropertyShape",
            f"sh:path {write.path()}",
            *write.some(lambda: write.constraint(1, of_property=True), 2),
        ),
    ]
    if write.draw(st.booleans()):
        shapes.append(("e:S1 sh:closed true", f"sh:ignoredProperties ( rdf:type {write.path(0)} )"))
    if sparql:
        asking = _asking if write.one("shape", "component") == "shape" else _asking_with_a_component
        shapes += [(_PREFIXES,), *asking(write)]
    return "".join(" ;\n    ".join(shape) + " .\n" for shape in shapes)


def _asking(write: Writer) -> Iterator[tuple[str, ...]]:
    """Write a shape that asks a query about targets, which may be those that another query selects."""
    query = f'sh:sparql [ sh:prefixes e: ; sh:select """{write.query()}""" ]'
    property_ = f'sh:path {write.path()} ; sh:sparql [ sh:prefixes e: ; sh:select """{write.query(path="$PATH")}""" ]'
    kind = write.one(query, query, f"sh:property [ {property_} ]")
    yield "e:S2 a sh:NodeShape", write.target() if write.draw(st.booleans()) else _selected(write), kind
    yield "e:T a sh:SPARQLTargetType", "rdfs:subClassOf sh:Target", f"sh:parameter [ {_PARAMETER} ]", _selection(write)


def _selected(write: Writer) -> str:
    given = f"a e:T ; e:parameter {write.draw(_node)}"
    return f"sh:target [ {write.one(given, _selection(write))} ]"


def _selection(write: Writer) -> str:
    select = f"SELECT ?this WHERE {{ ?this ?any0 ?any1 . {write.group(1)} }}"
    return f'sh:prefixes e: ; sh:select """{select}"""'


def _asking_with_a_component(write: Writer) -> Iterator[tuple[str, ...]]:
    """Write a component of constraints, and a shape with such a constraint."""
    ask = f'sh:validator [ a sh:SPARQLAskValidator ; sh:prefixes e: ; sh:ask """ASK {{ {write.group(2)} }}""" ]'
    select = f'a sh:SPARQLSelectValidator ; sh:prefixes e: ; sh:select """{write.query(path="$PATH")}"""'
    validator = write.one(ask, ask, f"sh:propertyValidator [ {select} ]")
    yield "e:Component a sh:ConstraintComponent", f"sh:parameter [ {_PARAMETER} ]", validator
    given = f"e:parameter {write.draw(_node)}"
    nested = f"sh:property [ sh:path {write.path()} ; {given} ]"
    yield "e:S2 a sh:NodeShape", write.target(), given if validator is ask and write.draw(st.booleans()) else nested


@st.composite
def changes(draw: DrawFn) -> tuple[list[Triple], list[Triple], list[Triple]]:
    """A graph, and triples to be added to it and removed from it."""
    before = draw(graphs(5, 25))
    removed = draw(st.lists(st.sampled_from(before), max_size=3, unique=True))
    added = [triple for triple in draw(graphs(1, 4)) if triple not in before]
    return before, added, removed
