"""The article that the documentation writes out in full builds as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from mithaq.graph import KnowledgeGraph

PAGE = Path(__file__).resolve().parents[2] / "docs" / "your-article.md"
BLOCK = re.compile(r"^```(?P<kind>text|trig)\n(?P<body>.*?)\n```$", re.MULTILINE | re.DOTALL)


def test_worked_example_builds_and_conforms(tmp_path: Path) -> None:
    blocks = {match["kind"]: match["body"] for match in BLOCK.finditer(PAGE.read_text(encoding="utf-8"))}
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "accord.txt").write_text(blocks["text"], encoding="utf-8")
    (folder / "accord.trig").write_text(blocks["trig"], encoding="utf-8")

    built = KnowledgeGraph.build(tmp_path / "store", folder)

    assert built.written, built.report.to_text("en")
    assert (built.articles, built.spans) == (1, 5)
    with KnowledgeGraph.open(tmp_path / "store") as graph:
        parties = graph.query("SELECT ?party { id:treaty-algeria-tunisia mithaq:party ?party } ORDER BY ?party").rows()
        assert [str(party) for (party,) in parties] == [
            "<https://w3id.org/mithaq/id/algeria>",
            "<https://w3id.org/mithaq/id/tunisia>",
        ]
