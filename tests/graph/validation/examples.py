"""The shipped shapes, and changes of the examples that show what they ask for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hypothesis import note
from hypothesis import strategies as st

from mithaq.graph import parse_facts, shipped_files
from mithaq.graph.reasoning import close_all, compile_ontology
from mithaq.graph.triples import triple_of
from mithaq.graph.validation import Shapes
from mithaq.graph.validation.affected import _asked
from mithaq.graph.validation.scopes import THIS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import DrawFn

    from mithaq.graph.reasoning import Rules
    from mithaq.graph.triples import Triple
    from mithaq.graph.validation.checks import Check

_FILES: Final = sorted((Path(__file__).parents[2] / "shapes").glob("*/*.ttl"))


@cache
def shipped_shapes() -> Shapes:
    """Read the shipped shapes."""
    files = shipped_files().shapes_files()
    return Shapes.from_quads(each.quad for file in files for each in parse_facts(file).statements)


def widens(check: Check) -> bool:
    """Tell whether some triple matters to all targets of a check, since nothing joins it with one of them."""
    queries = [query for _, query in check.reads.queries]
    return (
        check.reads.everything
        or any(asked.others is None for query in queries for asked in _asked(query))
        or any(isinstance(node, str) and node != THIS for query in queries for node in query.mentions)
    )


@cache
def _facts(file: Path) -> tuple[Triple, ...]:
    return tuple(triple_of(each.quad) for each in parse_facts(file).statements)


@cache
def _rules() -> Rules:
    return compile_ontology(triple for file in shipped_files().ontology_files() for triple in _facts(file))


@cache
def _ontology() -> frozenset[Triple]:
    return frozenset(triple for file in shipped_files().ontology_files() for triple in _facts(file))


def _closed(facts: Iterable[Triple]) -> dict[Triple, None]:
    stated = dict.fromkeys((*sorted(_ontology(), key=str), *facts))
    return dict.fromkeys((*stated, *close_all(_rules(), stated).inferred))


@st.composite
def example_changes(draw: DrawFn) -> tuple[list[Triple], list[Triple], list[Triple]]:
    """Some examples with ontology and inferred triples, and what is added and removed as some facts come and go."""
    files = draw(st.lists(st.sampled_from(_FILES), min_size=1, max_size=3, unique=True))
    note(" ".join(file.stem for file in files))
    facts = list(dict.fromkeys(triple for file in files for triple in _facts(file)))
    absent = set(draw(st.lists(st.sampled_from(facts), max_size=4)))
    leaving = set(draw(st.lists(st.sampled_from(facts), max_size=3)))
    changed = draw(st.lists(st.tuples(st.sampled_from(facts), st.sampled_from(facts)), max_size=2))
    moved = [(*one[:2], other[2]) for one, other in changed]
    before = _closed(triple for triple in facts if triple not in absent)
    after = _closed((*(triple for triple in facts if triple not in leaving), *moved))
    return list(before), [each for each in after if each not in before], [each for each in before if each not in after]
