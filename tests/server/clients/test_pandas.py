"""pandas reads tables straight from the endpoint."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

pandas = pytest.importorskip("pandas", reason="no pandas: install the extra 'test'")

QUERY = """
PREFIX : <http://example.org/>
SELECT ?state ?founded ?area ?nickname
{ ?state :founded ?founded ; :area ?area OPTIONAL { ?state :nickname ?nickname } }
ORDER BY ?area"""


def address(scratch: str, form: str) -> str:
    return f"{scratch}/sparql?{urlencode({'query': QUERY, 'format': form})}"


def test_table_has_the_types_of_its_columns(scratch: str) -> None:
    frame = pandas.read_csv(address(scratch, "csv"), parse_dates=["founded"])

    assert list(frame.columns) == ["state", "founded", "area", "nickname"]
    assert frame["area"].tolist() == [89342, 1010408]
    assert frame["founded"].dt.year.tolist() == [1946, 1922]
    assert frame["nickname"][0] == 'a, "b"\nc\td'
    assert frame["nickname"].isna().tolist() == [False, True]


def test_tab_separated_table_keeps_the_terms(scratch: str) -> None:
    frame = pandas.read_csv(address(scratch, "tsv"), sep="\t", quoting=3)

    assert frame["?state"].tolist() == ["<http://example.org/jordan>", "<http://example.org/egypt>"]
