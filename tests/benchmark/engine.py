"""What Mithaq's engine is measured at: building, closing, adding and retracting an article, looking things up."""

from __future__ import annotations

import io
import itertools
import shutil
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from pyoxigraph import RdfFormat, parse

from mithaq.graph import KnowledgeGraph, Submission, parse_facts, parse_facts_bytes, shipped_files
from mithaq.graph.namespaces import INFERRED_GRAPH
from mithaq.graph.reasoning import close_all, compile_ontology
from mithaq.graph.triples import triple_of

from .dataset import write_folder
from .generator import articles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mithaq.graph.triples import Triple

    from .generator import GeneratedArticle
    from .inputs import Inputs

_TIMES: Final = 20
_USUAL: Final = range(120, 190)
"""How many triples the articles have that are added: 150 on average."""


_TREATIES: Final = f"SELECT ?treaty {{ ?treaty a mithaq:Treaty }} ORDER BY ?treaty LIMIT {_TIMES}"
_INFERRED: Final = f"""SELECT ?s ?p ?o {{
VALUES ?p {{ mithaq:signatory mithaq:holdsOffice mithaq:counterparty mithaq:recognizes }}
GRAPH <{INFERRED_GRAPH.value}> {{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o LIMIT {_TIMES}"""


@contextmanager
def timed(seconds: list[float]) -> Iterator[None]:
    """Add the seconds that a block takes to a list."""
    started = time.perf_counter()
    yield
    seconds.append(time.perf_counter() - started)


def build(inputs: Inputs) -> list[float]:
    """Build a store from a folder of articles; it stays there for the other measurements."""
    seconds: list[float] = []
    folder = inputs.folder / "articles"
    if not folder.exists():
        write_folder(folder, inputs.counts.size, inputs.counts.seed)
    shutil.rmtree(_built(inputs), ignore_errors=True)
    with timed(seconds):
        assert KnowledgeGraph.build(_built(inputs), folder).written
    return seconds


def close(inputs: Inputs) -> list[float]:
    """Close the merge, its ontology closed and compiled before, as a build does it."""
    rules = compile_ontology(_ontology())
    triples: list[Triple] = [
        (subject, predicate, object_)
        for subject, predicate, object_, _ in parse(path=str(inputs.triples), format=RdfFormat.N_TRIPLES)
    ]
    seconds: list[float] = []
    with timed(seconds):
        close_all(rules, triples)
    return seconds


def compile_rules(_inputs: Inputs) -> list[float]:
    """Close the ontology with owlrl, and compile the rules."""
    stated, seconds = _ontology(), list[float]()
    with timed(seconds):
        compile_ontology(stated)
    return seconds


def open_graph(inputs: Inputs) -> list[float]:
    """Open a store and answer a first question."""
    seconds: list[float] = []
    for _ in range(_TIMES):
        with timed(seconds), KnowledgeGraph.open(_store(inputs)) as graph:
            assert graph.query("ASK { ?treaty a mithaq:Treaty }")
    return seconds


def add_article(inputs: Inputs) -> list[float]:
    """Add an article to an open graph: lock, parse, judge, reason, validate, write, durable on disk."""
    return _changed(inputs)[0]


def retract_article(inputs: Inputs) -> list[float]:
    """Retract an article from an open graph, judged and durable like one that is added."""
    return _changed(inputs)[1]


def validate_article(inputs: Inputs) -> list[float]:
    """Judge an article in the context of the graph, without adding it."""
    seconds: list[float] = []
    with KnowledgeGraph.open(_store(inputs)) as graph:
        graph.validate(_submission(_new_articles(inputs)[0]).facts)
        for article in _new_articles(inputs):
            submission = _submission(article)
            with timed(seconds):
                assert graph.validate(submission.facts, submission.article).conforms
    return seconds


def look_up_evidence(inputs: Inputs) -> list[float]:
    """Ask for the words behind all that is said of a treaty."""
    seconds: list[float] = []
    with KnowledgeGraph.open(_store(inputs)) as graph:
        for (treaty,) in graph.query(_TREATIES):
            with timed(seconds):
                assert graph.evidence(treaty)
    return seconds


def explain(inputs: Inputs) -> list[float]:
    """Ask why triples hold that follow from several others."""
    seconds: list[float] = []
    with KnowledgeGraph.open(_store(inputs)) as graph:
        rows = list(graph.query(_INFERRED))
        graph.explain(*rows[0])
        for row in rows:
            with timed(seconds):
                explanation = graph.explain(*row)
            assert explanation.holds
    return seconds


def export_turtle(inputs: Inputs) -> list[float]:
    """Write the merge as sorted Turtle."""
    seconds: list[float] = []
    with KnowledgeGraph.open(_store(inputs)) as graph, timed(seconds):
        graph.export(io.BytesIO())
    return seconds


def _changed(inputs: Inputs) -> tuple[list[float], list[float]]:
    """Add articles to a copy of the store one after the other, and retract them again."""
    added: list[float] = []
    retracted: list[float] = []
    copy = inputs.folder / "changing"
    shutil.rmtree(copy, ignore_errors=True)
    try:
        shutil.copytree(_store(inputs), copy)
        with KnowledgeGraph.open(copy) as graph:
            for article in _new_articles(inputs):
                with timed(added), graph.changing() as writer:
                    assert writer.add([_submission(article)]).revision
                with timed(retracted), graph.changing() as writer:
                    assert writer.retract(article.name).revision
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    return added[1:], retracted[1:]


def _submission(article: GeneratedArticle) -> Submission:
    return Submission(parse_facts_bytes(article.trig.encode(), "trig", f"{article.name}.trig"), article.article)


def _new_articles(inputs: Inputs) -> list[GeneratedArticle]:
    """Give articles of the usual size that come after those of the data set."""
    counts = inputs.counts
    later = itertools.islice(articles(counts.seed), counts.articles, None)
    return list(itertools.islice((each for each in later if len(each.quads) in _USUAL), _TIMES + 1))


def _ontology() -> list[Triple]:
    files = shipped_files().ontology_files()
    return [triple_of(each.quad) for file in files for each in parse_facts(file).statements]


def _store(inputs: Inputs) -> Path:
    if not _built(inputs).exists():
        build(inputs)
    return _built(inputs)


def _built(inputs: Inputs) -> Path:
    return inputs.folder / "built"
