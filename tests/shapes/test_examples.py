"""Each example breaks exactly the rule that it is named for, or none."""

import re
from pathlib import Path

from rdflib import RDF, SH, Graph
from rdflib.term import Node

from .examples import MITHAQ, Example, examples, rules
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


def test_an_example_stands_in_the_folder_of_its_topic(example: Example, topics: dict[str, set[Node]]) -> None:
    assert example.shape in topics[example.file.parent.name]


def test_an_example_uses_terms_that_the_ontology_defines(example: Example, ontology: Graph) -> None:
    terms = {term for triple in example.facts() for term in triple if str(term).startswith(MITHAQ)}
    assert {term for term in terms if (term, RDF.type, None) not in ontology} == set()


def test_every_rule_has_a_valid_and_an_invalid_example(shapes: Graph) -> None:
    every = examples(Path(__file__).parent)
    assert {example.shape for example in every if example.valid} == rules(shapes)
    assert {example.shape for example in every if not example.valid} == rules(shapes)
