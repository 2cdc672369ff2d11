"""Content negotiation."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from mithaq.server.media_types import GRAPH_FORMATS, SOLUTION_FORMATS, choose_by_name, choose_by_preference


def accepted(header: str) -> MIMEAccept:
    return parse_accept_header(header, MIMEAccept)


@pytest.mark.parametrize(
    ("header", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("application/json", "application/json"),
        ("text/csv;q=0.4, text/tab-separated-values;q=0.5", "text/tab-separated-values"),
        ("text/csv, */*;q=0.1", "text/csv"),
        ("*/*, text/csv", "text/csv"),
        ("*/*;q=0.5, text/csv;q=0.4", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*", "application/json"),
        ("application/sparql-results+xml; charset=utf-8", "application/sparql-results+xml"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
        ("text/*;q=0.3, application/*;q=0.2", "text/xml"),
        ("text/turtle", "text/turtle"),
        ("text/turtle, application/sparql-results+json;q=0.9, */*;q=0.1", "text/turtle"),
        ("text/turtle, application/sparql-results+json", "application/sparql-results+json"),
    ],
)
def test_solutions_come_as_the_client_likes_best(header: str, media_type: str) -> None:
    choice = choose_by_preference(accepted(header), SOLUTION_FORMATS)

    assert choice is not None
    assert choice.media_type == media_type


@pytest.mark.parametrize("header", ["text/html", "text/csv;q=0", "image/*"])
def test_what_is_not_there_cannot_be_chosen(header: str) -> None:
    assert choose_by_preference(accepted(header), SOLUTION_FORMATS) is None


@pytest.mark.parametrize(
    ("name", "format_name"),
    [("ttl", "turtle"), ("JSON-LD", "jsonld"), ("json", "jsonld"), ("xml", "rdfxml"), ("application/trig", "trig")],
)
def test_short_names_choose_a_graph_format(name: str, format_name: str) -> None:
    choice = choose_by_name(name, GRAPH_FORMATS)

    assert choice is not None
    assert choice.format.name == format_name


def test_short_name_of_another_kind_of_result_chooses_nothing() -> None:
    assert choose_by_name("csv", GRAPH_FORMATS) is None
