"""RDF terms as people type them, as the store keeps them, and as rdflib has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from .errors import TermError
from .namespaces import PREFIXES, SKOLEM, TYPE, XSD, compact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Term: TypeAlias = NamedNode | BlankNode | Literal
RdflibTerm: TypeAlias = rdflib.URIRef | rdflib.BNode | rdflib.Literal
RdflibTriple: TypeAlias = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]

_HEADER: Final = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
_ESCAPED: Final = re.compile(r"\\([_~.!$&'()*+,;=/?#@%-])")
_PROBE: Final = NamedNode("urn:probe")


def parse_term(text: str) -> Term:
    """Read a term as Turtle writes it, with the project's prefixes, or as a bare IRI; raises TermError.

    >>> parse_term("id:Russia")
    <NamedNode value=https://w3id.org/mithaq/id/Russia>
    >>> parse_term("https://w3id.org/mithaq/article/a#char=0,5")
    <NamedNode value=https://w3id.org/mithaq/article/a#char=0,5>
    >>> parse_term('"روسيا"@ar')
    <Literal value=روسيا language=ar>
    """
    text = text.strip()
    written = _written_with_prefix(text) or (f"<{text}>" if "://" in text.split('"')[0] and text[:1] != "<" else text)
    try:
        quads = list(parse(f"{_HEADER}<urn:probe> <urn:probe> {written} .", format=RdfFormat.TURTLE))
    except (SyntaxError, ValueError) as error:
        raise TermError(text, _advice(text)) from error
    if len(quads) != 1 or not isinstance(quads[0].object, NamedNode | Literal):
        raise TermError(text, "write one IRI or one literal")
    return quads[0].object


def _advice(text: str) -> str:
    prefix, colon, _ = text.partition(":")
    if colon and prefix.isidentifier() and prefix not in PREFIXES:
        return f"the prefix {prefix}: is not known here; there are {', '.join(f'{each}:' for each in sorted(PREFIXES))}"
    return "write prefix:name, an IRI, or a literal in double quotes"


def _written_with_prefix(text: str) -> str | None:
    """Write a prefixed name as a whole IRI, its local part escaped as Turtle asks for or not: article:a#char=0,5."""
    prefix, colon, local = text.partition(":")
    namespace = PREFIXES.get(prefix)
    if not colon or namespace is None or local.startswith("//"):
        return f"<{TYPE.value}>" if text == "a" else None
    unescaped = _ESCAPED.sub(r"\1", local)
    return f"<{namespace}{unescaped}>"


def write_term(term: Term | Triple) -> str:
    """Write a term for people: prefixed where possible, literals as Turtle has them.

    >>> write_term(Literal("معاهدة", language="ar"))
    '"معاهدة"@ar'
    """
    return compact(term.value) if isinstance(term, NamedNode) else str(term)


def write_in_sentence(term: Term) -> str:
    """Write a term as a sentence speaks of it: prefixed where possible, literals by their value alone.

    >>> write_in_sentence(Literal("معاهدة", language="ar"))
    'معاهدة'
    """
    return term.value if isinstance(term, Literal) else write_term(term)


def iri_of(term: object) -> str:
    """Give the IRI of a term; an empty string for anything that is not named by one."""
    return term.value if isinstance(term, NamedNode) else ""


def in_merge(quad: Quad) -> Quad:
    """Give the same triple in the default graph."""
    return Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())


def is_skolem(term: object) -> bool:
    """Tell whether a term stands for a blank node."""
    return isinstance(term, NamedNode) and term.value.startswith(SKOLEM)


def stored_literals(literals: Iterable[Literal]) -> Mapping[Literal, Literal]:
    """Give for each literal the form in which the store keeps it (`007` as `7`, `P12M` as `P1Y`).

    >>> integer = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    >>> [form.value for form in stored_literals([Literal("007", datatype=integer)]).values()]
    ['7']
    """
    numbered = dict(enumerate(dict.fromkeys(literals)))
    store = Store()
    store.extend(Quad(NamedNode(f"urn:literal:{number}"), _PROBE, literal) for number, literal in numbered.items())
    kept = {quad.subject.value: quad.object for quad in store}
    return {literal: kept[f"urn:literal:{number}"] for number, literal in numbered.items()}


def to_rdflib(term: Term) -> RdflibTerm:
    """Convert a term for rdflib, its lexical form untouched."""
    if isinstance(term, Literal):
        return _to_rdflib_literal(term)
    return rdflib.BNode(term.value) if isinstance(term, BlankNode) else rdflib.URIRef(term.value)


def to_rdflib_blank(term: Term) -> RdflibTerm:
    """Convert a term for rdflib; an IRI that stands for a blank node becomes one again, as paths and lists need."""
    return rdflib.BNode(f"genid{term.value.removeprefix(SKOLEM)}") if is_skolem(term) else to_rdflib(term)


def _to_rdflib_literal(literal: Literal) -> rdflib.Literal:
    if literal.language:
        return rdflib.Literal(literal.value, lang=literal.language)
    datatype = literal.datatype.value
    plain = datatype == XSD + "string"
    return rdflib.Literal(literal.value, datatype=None if plain else rdflib.URIRef(datatype), normalize=False)


def from_rdflib(term: rdflib.term.Node) -> Term:
    """Convert a term from rdflib."""
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if not isinstance(term, rdflib.Literal):
        return NamedNode(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=None if term.datatype is None else NamedNode(str(term.datatype)))


def to_rdflib_graph(
    triples: Iterable[Triple | Quad],
    convert: Callable[[Term], RdflibTerm] = to_rdflib,
    *,
    graph: rdflib.Graph | None = None,
) -> rdflib.Graph:
    """Put triples into a graph of rdflib's, a plain one where none is given, whatever their named graph."""
    filled = rdflib.Graph(bind_namespaces="none") if graph is None else graph
    known: dict[Term | Triple, RdflibTerm] = {}

    def converted(term: Term | Triple) -> RdflibTerm:
        if term not in known:
            known[term] = convert(term)  # type: ignore[arg-type]
        return known[term]

    for triple in triples:
        filled.add((converted(triple.subject), converted(triple.predicate), converted(triple.object)))
    return filled
