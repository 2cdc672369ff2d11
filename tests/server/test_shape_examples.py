"""`mithaq validate` gives on the shapes' own examples, in the context of the shipped graph, the verdict they are for.

One rule of each topic goes this way; every example is judged beside the ontology in the tests of the shapes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mithaq.graph.namespaces import SHAPES

if TYPE_CHECKING:
    from .conftest import Mithaq

EXAMPLES = Path(__file__).parents[1] / "shapes"
TOPICS = sorted(folder for folder in EXAMPLES.iterdir() if any(folder.glob("*.invalid.ttl")))


def rule_with_plain_examples(topic: Path) -> str:
    return min(file.name.split(".")[0] for file in topic.glob("*.valid.ttl"))


def verdict(mithaq: Mithaq, store: Path, file: Path) -> tuple[int, set[str]]:
    """Give the exit code and the shapes that fired; what the reasoner says of the same fault is left aside."""
    done = mithaq("validate", "--store", store, "--format", "json", file)
    report = json.loads(done.stdout)
    return done.returncode, {each["rule"] for each in report["findings"] if each["rule"].startswith(SHAPES)}


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_example_gets_its_verdict(mithaq: Mithaq, shipped_store: Path, topic: Path) -> None:
    rule = rule_with_plain_examples(topic)
    warns = "sh:severity sh:Warning" in "".join(
        block for block in (topic.parents[2] / "shapes" / f"{topic.name}.ttl").read_text("utf-8").split("\n\n")
        if block.startswith(f"shape:{rule} ")
    )  # fmt: skip

    assert verdict(mithaq, shipped_store, topic / f"{rule}.valid.ttl") == (0, set())
    assert verdict(mithaq, shipped_store, topic / f"{rule}.invalid.ttl") == (
        0 if warns else 1,
        {SHAPES + rule},
    )
