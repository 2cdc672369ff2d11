"""The measurements, each a small function, and the table of them: first what others do, then what Mithaq does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import owlrl
import pyshacl
import rdflib
from pyoxigraph import RdfFormat, Store

from mithaq.graph import shipped_files

from . import engine, extracting
from .engine import timed
from .measuring import Difference, Measurement, Ratio

if TYPE_CHECKING:
    from .inputs import Inputs

_MEDIUM: Final = 100_000
_ANY: Final = 1_000_000_000


def _graph(inputs: Inputs) -> rdflib.Graph:
    return rdflib.Graph().parse(inputs.triples, format="nt")


def _shapes() -> rdflib.Graph:
    shapes = rdflib.Graph()
    for file in shipped_files().shapes_files():
        shapes.parse(file)
    return shapes


def rdflib_parse(inputs: Inputs) -> list[float]:
    """Let rdflib read the merge from N-Triples."""
    seconds: list[float] = []
    with timed(seconds):
        _graph(inputs)
    return seconds


def owlrl_closure(inputs: Inputs) -> list[float]:
    """Let owlrl close the merge, as its users do."""
    graph, seconds = _graph(inputs), list[float]()
    with timed(seconds):
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return seconds


def _validated(inputs: Inputs, shapes: rdflib.Graph) -> list[float]:
    graph, seconds = _graph(inputs), list[float]()
    with timed(seconds):
        pyshacl.validate(graph, shacl_graph=shapes, advanced=True, inplace=True)
    return seconds


def pyshacl_all(inputs: Inputs) -> list[float]:
    """Let pySHACL judge the merge by the shapes, as its users do, rdflib answering their SPARQL constraints."""
    return _validated(inputs, _shapes())


def pyshacl_without_sparql(inputs: Inputs) -> list[float]:
    """Let pySHACL judge the merge by the shapes, their SPARQL constraints left out."""
    shapes = _shapes()
    shapes.remove((None, rdflib.SH.sparql, None))
    return _validated(inputs, shapes)


def _loaded(inputs: Inputs) -> Store:
    store = Store(str(inputs.store))
    store.bulk_load(path=str(inputs.quads), format=RdfFormat.N_QUADS)
    store.flush()
    return store


def oxigraph_load(inputs: Inputs) -> list[float]:
    """Load named graphs and merge from N-Quads into an Oxigraph store on disk."""
    seconds: list[float] = []
    try:
        with timed(seconds):
            _loaded(inputs)
    finally:
        shutil.rmtree(inputs.store, ignore_errors=True)
    return seconds


RDFLIB_PARSE: Final = "rdflib: parse N-Triples"
OWLRL: Final = "owlrl: full closure"
PYSHACL: Final = "pySHACL: full run"
PYSHACL_WITHOUT_SPARQL: Final = "pySHACL: full run, the shapes' sh:sparql left out"
PYSHACL_SPARQL: Final = "pySHACL: what sh:sparql adds"
OXIGRAPH_LOAD: Final = "Oxigraph: bulk load of named graphs and merge"
BUILD: Final = "Mithaq: build from articles: parse, close, judge everything, write"
COMPILE: Final = "Mithaq: close the ontology with owlrl, compile the rules"
CLOSE: Final = "Mithaq: full closure"
OPEN: Final = "Mithaq: open a store, answer a question"
ADD: Final = "Mithaq: add an article of 150 triples"
RETRACT: Final = "Mithaq: retract an article of 150 triples"
VALIDATE: Final = "Mithaq: validate an article of 150 triples"
EVIDENCE: Final = "Mithaq: evidence of a treaty"
EXPLAIN: Final = "Mithaq: explain a triple"
EXPORT: Final = "Mithaq: export as Turtle"
EXTRACT: Final = "Mithaq: propose the facts of an article by the rules, one after the other"

_OTHERS: Final = (
    Measurement(RDFLIB_PARSE, rdflib_parse, _ANY),
    Measurement(OWLRL, owlrl_closure, _MEDIUM),
    Measurement(PYSHACL, pyshacl_all, _MEDIUM),
    Measurement(PYSHACL_WITHOUT_SPARQL, pyshacl_without_sparql, _ANY),
    Measurement(OXIGRAPH_LOAD, oxigraph_load, _ANY),
)
_MITHAQ: Final = (
    Measurement(BUILD, engine.build, _ANY),
    Measurement(COMPILE, engine.compile_rules, _ANY),
    Measurement(CLOSE, engine.close, _ANY),
    Measurement(OPEN, engine.open_graph, _ANY),
    Measurement(ADD, engine.add_article, _ANY),
    Measurement(RETRACT, engine.retract_article, _ANY),
    Measurement(VALIDATE, engine.validate_article, _ANY),
    Measurement(EVIDENCE, engine.look_up_evidence, _ANY),
    Measurement(EXPLAIN, engine.explain, _ANY),
    Measurement(EXPORT, engine.export_turtle, _ANY),
    Measurement(EXTRACT, extracting.extract_articles, _ANY),
)

MEASUREMENTS: Final = (*_OTHERS, *_MITHAQ)

DIFFERENCES: Final = (Difference(PYSHACL_SPARQL, PYSHACL, PYSHACL_WITHOUT_SPARQL),)
"""What is worked out, so that each part of a full run is extrapolated from the largest size that it was made at."""

RATIOS: Final = (
    Ratio((PYSHACL_WITHOUT_SPARQL,), ADD),
    Ratio((PYSHACL_WITHOUT_SPARQL,), RETRACT),
    Ratio((PYSHACL_WITHOUT_SPARQL,), VALIDATE),
    Ratio((OWLRL,), CLOSE),
    Ratio((RDFLIB_PARSE,), CLOSE),
    Ratio((RDFLIB_PARSE, OWLRL, PYSHACL_WITHOUT_SPARQL), BUILD),
    Ratio((RDFLIB_PARSE, OWLRL, PYSHACL), BUILD),
    Ratio((RDFLIB_PARSE, OWLRL, PYSHACL_WITHOUT_SPARQL, PYSHACL_SPARQL), BUILD),
    Ratio((RDFLIB_PARSE,), OXIGRAPH_LOAD),
    Ratio((RDFLIB_PARSE,), EXPORT),
)
"""Which figures are compared with which."""
