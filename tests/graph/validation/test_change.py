"""What a change can affect, and only a little more, is judged again, with the results of a full run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, reject, settings

from mithaq.graph import ShapesError
from mithaq.graph.triples import ChangedTriples, TriplesInMemory
from mithaq.graph.validation import answering, screening

from .examples import example_changes, shipped_shapes
from .generated import changes, shapes
from .oracle import judged

if TYPE_CHECKING:
    from mithaq.graph.triples import Triple
    from mithaq.graph.validation import Shapes

    Change = tuple[list[Triple], list[Triple], list[Triple]]

bounded = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _queries_are_screened_whether_it_pays_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "_FEW", 0)
    monkeypatch.setattr(screening, "_is_quick", lambda _query: True)


def assert_change_is_judged(shapes: Shapes, before: list[Triple], added: list[Triple], removed: list[Triple]) -> None:
    after = ChangedTriples(TriplesInMemory(before))
    for triple in added:
        after.add(triple)
    for triple in removed:
        after.discard(triple)
    try:
        old, new = judged(shapes, before), judged(shapes, after.match(None, None, None))
    except ShapesError:  # shapes that speak of themselves may be nested too deep for pySHACL
        reject()

    affected = shapes.affected(after, added, removed)

    differing = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    assert all(node in affected.get(check, ()) for check, node in differing)
    expected = {finding for (check, node), found in new.items() if node in affected.get(check, ()) for finding in found}
    assert set(shapes.judged(after, affected)) == expected
    everything = set().union(*new.values())
    assert set(shapes.validate_all(after)) == everything
    assert {each for share in range(2) for each in shapes.validate_all(after, 1, (share, 2))} == everything


@pytest.mark.filterwarnings("ignore::pyshacl.errors.ShapeRecursionWarning")
@bounded
@given(shapes(), changes())
def test_core(shapes: Shapes, change: Change) -> None:
    assert_change_is_judged(shapes, *change)


@pytest.mark.filterwarnings("ignore::pyshacl.errors.ShapeRecursionWarning")
@bounded
@given(shapes(sparql=True), changes())
def test_sparql(shapes: Shapes, change: Change) -> None:
    assert_change_is_judged(shapes, *change)


@settings(bounded, max_examples=25)
@given(example_changes())
def test_shipped_shapes(change: Change) -> None:
    assert_change_is_judged(shipped_shapes(), *change)
