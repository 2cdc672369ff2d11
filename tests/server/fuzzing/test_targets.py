"""The parsers that can be fuzzed stand what hypothesis thinks of, and the inputs that a fuzzer begins with."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .targets import SEEDS, TARGETS

SIGNS = (*tuple("<>'\"\\#{}()[]@?;.,%&= \n\r"), "'''", '"""', "^^", "_:")
WORDS = ("SERVICE", "SILENT", "LOAD", "INSERT", "DATA", "DELETE", "WHERE", "USING", "WITH", "GRAPH", "PREFIX", "urn:a")
inputs = (
    st.binary(max_size=400)
    | st.text(max_size=200).map(str.encode)
    | st.lists(st.sampled_from([*SIGNS, *WORDS, " ", "\n", "\r"]), max_size=60).map(
        lambda pieces: "".join(pieces).encode()
    )
    | st.tuples(st.sampled_from(SEEDS), st.integers(0, 200), st.binary(max_size=4)).map(
        lambda damage: damage[0][: damage[1]] + damage[2] + damage[0][damage[1] + len(damage[2]) :]
    )
)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("number", range(len(SEEDS)))
def test_parser_stands_the_first_inputs(target: str, number: int) -> None:
    TARGETS[target](SEEDS[number])


@pytest.mark.parametrize("target", TARGETS)
def test_parser_stands_any_input(target: str) -> None:
    @settings(max_examples=200, deadline=None)
    @given(data=inputs)
    def stands(data: bytes) -> None:
        TARGETS[target](data)

    stands()
