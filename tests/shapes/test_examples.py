"""Each example breaks exactly the rule that it is named for, or none."""

import re
from pathlib import Path

from rdflib import SH, Graph

from .examples import Example, examples, rules
from .judged import VIOLATION, Result


def _found(example: Example, results: list[Result]) -> set[tuple[object, object]]:
    return {(result.shape, result.severity) for result in results if example.owns(result.focus)}


def test_a_valid_example_raises_nothing(valid_example: Example, results: list[Result]) -> None:
    assert _found(valid_example, results) == set()


def test_an_invalid_example_breaks_its_rule_and_no_other(
    invalid_example: Example, results: list[Result], shapes: Graph
) -> None:
    severity = shapes.value(invalid_example.shape, SH.severity, default=VIOLATION)
    assert _found(invalid_example, results) == {(invalid_example.shape, severity)}


def test_nothing_is_found_outside_the_examples(results: list[Result]) -> None:
    all_examples = examples(Path(__file__).parent)
    strays = {result for result in results if not any(example.owns(result.focus) for example in all_examples)}
    assert strays == set()


def test_an_example_says_in_words_what_it_shows(example: Example) -> None:
    assert re.match(r"# \w.{10,}", example.first_line())


def test_an_example_speaks_of_its_own_individuals(example: Example) -> None:
    strangers = {str(subject) for subject in example.facts().subjects() if not example.owns(str(subject))}
    assert strangers == set()


def test_an_example_stands_in_the_folder_of_its_topic(example: Example, shapes: Graph) -> None:
    topic = Path(__file__).parents[2] / "shapes" / f"{example.file.parent.name}.ttl"
    assert (example.shape, None, None) in Graph().parse(topic)


def test_every_rule_has_a_valid_and_an_invalid_example(shapes: Graph) -> None:
    every = examples(Path(__file__).parent)
    assert {example.shape for example in every if example.valid} == rules(shapes)
    assert {example.shape for example in every if not example.valid} == rules(shapes)
