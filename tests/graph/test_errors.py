"""Errors: each reaches another process with all that it carries."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from mithaq.graph import FormatError, MithaqError, ParseError, QuerySyntaxError, RevisionUnknownError, ShapesError


@pytest.mark.parametrize(
    "error",
    [
        ParseError("facts.ttl", "expected a term", line=2, column=7),
        FormatError("docx", ["turtle", "trig"], file="facts.docx"),
        QuerySyntaxError("expected a term", line=2, column=7),
        ShapesError("a cycle"),
        RevisionUnknownError(Path("store"), 9, 3),
    ],
    ids=lambda error: type(error).__name__,
)
def test_error_reaches_another_process_with_all_it_carries(error: MithaqError) -> None:
    came = pickle.loads(pickle.dumps(error))  # noqa: S301 - it was made here

    assert (type(came), str(came), vars(came)) == (type(error), str(error), vars(error))
