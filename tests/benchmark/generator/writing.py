"""Writing: the quads of an article as TriG, in their order, so that parsing gives them back as they are."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from mithaq.graph.namespaces import ARTICLES, DCTERMS, INDIVIDUALS, MITHAQ, SKOS, TYPE, XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad

_PREFIXES: Final = {"dcterms:": DCTERMS, "id:": INDIVIDUALS, "mithaq:": MITHAQ, "skos:": SKOS, "xsd:": XSD}
_HEADER: Final = f"@base <{ARTICLES}> .\n" + "".join(
    f"@prefix {prefix} <{namespace}> .\n" for prefix, namespace in _PREFIXES.items()
)
_NEXT: Final = " ;\n    "
_BARE: Final = frozenset({XSD + "integer", XSD + "boolean"})


class Writer:
    """Writes articles; it remembers how it wrote the terms that come back in every article."""

    def __init__(self) -> None:
        self._predicates = {TYPE: "a"}

    def write(self, quads: Iterable[Quad]) -> str:
        """Write quads as TriG: one block for each run of quads of one graph."""
        blocks = (
            f"\n{_written(graph)} {{\n{''.join(self._statements(run))}}}\n"
            for graph, run in groupby(quads, key=lambda quad: quad.graph_name)
        )
        return _HEADER + "".join(blocks)

    def _statements(self, quads: Iterable[Quad]) -> Iterator[str]:
        for subject, run in groupby(quads, key=lambda quad: quad.subject):
            said = (
                f"{self._predicate(predicate)} {' , '.join(_written(quad.object) for quad in same)}"
                for predicate, same in groupby(run, key=lambda quad: quad.predicate)
            )
            yield f"  {_written(subject)} {_NEXT.join(said)} .\n"

    def _predicate(self, predicate: NamedNode) -> str:
        written = self._predicates.get(predicate)
        if written is None:
            written = self._predicates[predicate] = _written(predicate)
        return written


def _written(term: object) -> str:
    if isinstance(term, Literal):
        return _literal(term)
    iri = term.value if isinstance(term, NamedNode) else ""
    if iri.startswith(ARTICLES):
        return f"<{iri.removeprefix(ARTICLES)}>"
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return f"<{iri}>"


def _literal(literal: Literal) -> str:
    datatype = literal.datatype.value
    if datatype in _BARE:
        return literal.value
    if datatype.startswith(XSD) and datatype != XSD + "string":
        return f'"{literal.value}"^^xsd:{datatype.removeprefix(XSD)}'
    return str(literal)
