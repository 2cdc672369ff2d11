"""Write the table of the W3C's SHACL tests: `python -m tests.graph.validation.shacl_table SUITE FILE`.

SUITE is the folder data-shapes-test-suite/tests of https://github.com/w3c/data-shapes.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .examples import shipped_shapes, widens
from .shacl_suite import Way, cases

if TYPE_CHECKING:
    from .shacl_suite import Case

_TEXT: Final = """# SHACL: the W3C's tests, and what a change makes us judge anew

The [W3C's test suite for SHACL](https://github.com/w3c/data-shapes), core and SPARQL, judged by Mithaq in two ways,
beside pySHACL {pyshacl} alone. *All at once* is how a build judges; *step by step* adds the data to an empty graph,
five triples at a time, and judges each time only what they can affect. A test passes if the results are exactly those
expected: focus node, value, path, severity, shape, constraint, component, and messages where the test gives any.

This page is written by `python -m tests.graph.validation.shacl_table SUITE docs/shacl-tests.md`.

| tests | number | {ways} |
| --- | --- | {rules} |
{rows}

{failures}

`$shapesGraph`, which shapesGraph-001 asks for, is a feature that SHACL leaves to each engine; pySHACL has none.

## What is judged anew after a change

A changed triple is followed backwards along the paths and patterns of each shape to the focus nodes whose judgement it
can change, and these alone are judged. Where nothing joins a pattern of a query with the focus node, every target of
the shape has to be judged when a triple matches the pattern: the shape widens. So does a shape with a constraint that
is not understood, or with a query that counts solutions or cuts them off. {widening}
"""


def table(suite: list[Case]) -> str:
    """Write the page."""
    failed = {way: [case.name for case in suite if not case.passes(way)] for way in Way}
    groups = Counter(_group(case.name) for case in suite)
    passed = {way: groups - Counter(map(_group, names)) for way, names in failed.items()}
    rows = [_row(group, number, *(passed[way][group] for way in Way)) for group, number in sorted(groups.items())]
    rows.append(_row("all", len(suite), *(passed[way].total() for way in Way)))
    return _TEXT.format(
        pyshacl=version("pyshacl"),
        ways=" | ".join(Way),
        rules=" | ".join("---" for _ in Way),
        rows="\n".join(rows),
        failures="\n".join(f"- Not passed {_how(way)}: {', '.join(names) or 'none'}." for way, names in failed.items()),
        widening=_widening(),
    )


def _how(way: Way) -> str:
    return f"by {way}" if way is Way.PYSHACL else way


def _group(name: str) -> str:
    return name.rpartition("/")[0]


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _widening() -> str:
    checks = shipped_shapes()._index.checks
    queries = sum(len(check.reads.queries) for check in checks)
    names = sorted(str(check.shape.node).rpartition("/")[2] for check in checks if widens(check))
    if names:
        return f"Of the shipped shapes these widen: {', '.join(names)}."
    return f"None of the shipped shapes widens,\nnor do their {queries} queries."


if __name__ == "__main__":
    logging.disable(logging.WARNING)  # rdflib's of the ill-formed literals that some tests are about
    Path(sys.argv[2]).write_text(table(cases(Path(sys.argv[1]))), encoding="utf-8")
