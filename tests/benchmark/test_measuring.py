"""Figures come from processes of their own, and the report sets them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pyoxigraph import DefaultGraph, RdfFormat, parse

from mithaq.graph.namespaces import SHAPES_GRAPH

from .command import main
from .inputs import Inputs, prepare
from .measurements import DIFFERENCES, MEASUREMENTS, OWLRL, PYSHACL, PYSHACL_WITHOUT_SPARQL, RATIOS, RDFLIB_PARSE
from .measuring import Difference, Limits, Measurement, Ratio, Row, differences_of, measure_all, timings_here
from .report import as_markdown

if TYPE_CHECKING:
    from pathlib import Path

QUICK = tuple(each.name for each in MEASUREMENTS if each.name not in {OWLRL, PYSHACL, PYSHACL_WITHOUT_SPARQL})


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return prepare(tmp_path_factory.mktemp("benchmark") / "data", 500, seed=1)


def test_the_default_graph_of_the_inputs_is_their_merge_without_shapes(inputs: Inputs) -> None:
    quads = list(parse(path=inputs.quads, format=RdfFormat.N_QUADS))

    named = {quad.triple for quad in quads if quad.graph_name not in (DefaultGraph(), SHAPES_GRAPH)}
    default = [quad.triple for quad in quads if quad.graph_name == DefaultGraph()]
    assert len(default) == len(named) == inputs.counts.merged
    assert set(default) == named
    assert {quad.triple for quad in parse(path=inputs.triples, format=RdfFormat.N_TRIPLES)} == named


def test_inputs_are_taken_up_from_their_folder(inputs: Inputs) -> None:
    assert Inputs.in_folder(inputs.folder) == inputs


@pytest.mark.parametrize("name", QUICK)
def test_a_measurement_gives_timings_and_leaves_no_store_of_its_own(inputs: Inputs, name: str) -> None:
    (measurement,) = (each for each in MEASUREMENTS if each.name == name)

    timings = timings_here(measurement, inputs.folder)

    assert min(timings.seconds) > 0
    assert timings.memory > 10
    assert not inputs.store.exists()


def test_ratios_compare_measurements_of_the_table() -> None:
    names = {each.name for each in (*MEASUREMENTS, *DIFFERENCES)}

    assert {name for ratio in RATIOS for name in (*ratio.longer, ratio.shorter)} <= names


def test_a_measurement_is_repeated_in_processes_of_its_own(inputs: Inputs) -> None:
    (parsing,) = (each for each in MEASUREMENTS if each.name == RDFLIB_PARSE)
    told: list[Row] = []

    rows = measure_all([parsing], [inputs], Limits(repeat=2, seconds=60, slow=False), told.append)

    assert told == rows
    assert (rows[0].name, rows[0].size, len(rows[0].seconds)) == (RDFLIB_PARSE, 500, 2)


def test_what_takes_too_long_is_given_up(inputs: Inputs) -> None:
    (parsing,) = (each for each in MEASUREMENTS if each.name == RDFLIB_PARSE)

    (row,) = measure_all([parsing], [inputs], Limits(repeat=1, seconds=0, slow=False), lambda _: None)

    assert row == Row(RDFLIB_PARSE, 500, given_up=0)


def test_slow_sizes_are_measured_on_request_only(inputs: Inputs) -> None:
    unknown = Measurement("nothing", lambda _: [1.0], largest=499)

    assert measure_all([unknown], [inputs], Limits(1, 60, slow=False), lambda _: None) == []
    (row,) = measure_all([unknown], [inputs], Limits(1, 60, slow=True), lambda _: None)
    assert row.median is None
    assert row.error


def test_the_report_sets_medians_and_ratios_side_by_side(inputs: Inputs) -> None:
    rows = [Row("slow", 500, (30.0, 20.0, 90.0), 100.0), Row("fast", 500, (0.5,), 50.0), Row("stuck", 500, given_up=60)]
    rows += [Row("small", 100, (4.0,)), Row("small", 50, (9.0,))]
    ratios = [Ratio(("slow",), "fast"), Ratio(("stuck",), "fast"), Ratio(("slow", "small"), "fast")]

    page = as_markdown(rows, ratios, [inputs], [("Cores", "2")])

    assert "| slow | 30.0 s (3 ×, 100 MiB) |" in page
    assert "| fast | 500 ms (1 ×, 50 MiB) |" in page
    assert "| stuck | more than 60 s |" in page
    assert "| slow / fast | 60.0 |" in page
    assert "| stuck / fast | – |" in page
    assert "| slow + small / fast | ≈ 100.0 |" in page
    assert "| Cores | 2 |" in page


def test_a_part_is_extrapolated_beside_a_part_that_was_measured(inputs: Inputs) -> None:
    rows = [Row("all", 50, (10.0,), 9.0), Row("most", 50, (4.0,), 9.0), Row("most", 500, (70.0,), 9.0)]
    rows += [Row("ours", 500, (2.0,), 9.0), *differences_of(rows, [Difference("rest", "all", "most")])]

    page = as_markdown(rows, [Ratio(("most", "rest"), "ours")], [inputs], [])

    assert "| most + rest / ours | ≈ 65.0 |" in page
    assert rows[-1] == Row("rest", 50, (6.0,))


def test_the_command_writes_a_folder_once(tmp_path: Path) -> None:
    arguments = ["generate", "--triples", "1k", "--seed", "2", str(tmp_path / "articles")]

    first, second = (CliRunner().invoke(main, arguments) for _ in range(2))

    assert first.exit_code == 0, first.output
    assert len(list((tmp_path / "articles").glob("*.trig"))) > 1
    assert second.exit_code == 2
    assert "exists already" in second.output


def test_the_command_refuses_what_is_no_number_of_triples(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["run", "--sizes", "10k,many", "--output", str(tmp_path / "page.md")])

    assert result.exit_code == 2
    assert "many" in result.output


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"

    result = CliRunner().invoke(
        main, ["run", "--sizes", "500", "--repeat", "1", "--only", RDFLIB_PARSE, "--output", str(page)]
    )

    assert result.exit_code == 0, result.output
    assert f"| {RDFLIB_PARSE} |" in page.read_text(encoding="utf-8")
