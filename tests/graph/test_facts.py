"""Facts are parsed with the line of each statement, and faults of syntax are told with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from mithaq.graph import FormatError, ParseError, parse_facts, parse_facts_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from mithaq.graph import Facts


def lines_by_object(facts: Facts) -> dict[str, int | None]:
    return {str(statement.quad.object): statement.line for statement in facts.statements}


def test_each_statement_has_the_line_of_its_object() -> None:
    text = """@prefix : <http://e/> .
:s :p :on-2 ,
  "on 3" ,
  "on 4"@ar ; :q
  5 .

:g { :s :p "on 7"

   . }
:s :p true
.
"""
    facts = parse_facts_bytes(text.encode(), "trig", "f.trig")

    assert lines_by_object(facts) == {
        "<http://e/on-2>": 2,
        '"on 3"': 3,
        '"on 4"@ar': 4,
        '"5"^^<http://www.w3.org/2001/XMLSchema#integer>': 5,
        '"on 7"': 7,
        '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>': 10,
    }


def test_long_string_has_the_line_where_it_begins() -> None:
    text = '@prefix : <http://e/> .\n:s :p """first\nsecond\n""" ;\n  :q "next" .\n'

    facts = parse_facts_bytes(text.encode(), "turtle", "f.ttl")

    assert lines_by_object(facts) == {'"first\\nsecond\\n"': 2, '"next"': 5}


@pytest.mark.parametrize("length", [4095, 4096, 4097, 20_000])
def test_lines_may_be_longer_than_the_parser_reads_at_once(length: int) -> None:
    words = "ع" * length
    text = f'<urn:s> <urn:p> "{words}" ;\n  <urn:q> 1 .'

    first, second = parse_facts_bytes(text.encode(), "turtle", "a.ttl").statements

    assert (first.quad.object.value, first.line, second.line) == (words, 1, 2)  # type: ignore[union-attr]


def test_byte_order_mark_is_no_fault() -> None:
    (statement,) = parse_facts_bytes(b"\xef\xbb\xbf<urn:s> <urn:p> 1 .", "turtle", "a.ttl").statements

    assert statement.line == 1


def test_statement_with_a_blank_node_keeps_its_line() -> None:
    text = "@prefix : <http://e/> .\n:s :p [\n  :q :o\n] .\n"

    facts = parse_facts_bytes(text.encode(), "turtle", "f.ttl")

    assert lines_by_object(facts)["<http://e/o>"] == 3


@pytest.mark.parametrize(
    ("syntax", "text"),
    [
        ("turtle", "<http://e/s> <http://e/p> <http://e/o> ."),
        ("ntriples", "<http://e/s> <http://e/p> <http://e/o> ."),
        ("trig", "<http://e/g> { <http://e/s> <http://e/p> <http://e/o> }"),
        ("nquads", "<http://e/s> <http://e/p> <http://e/o> <http://e/g> ."),
        ("jsonld", '{"@id": "http://e/s", "http://e/p": {"@id": "http://e/o"}}'),
        ("rdfxml", ('<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
         '<r:Description r:about="http://e/s"><e:p r:resource="http://e/o"/></r:Description></r:RDF>')),
    ],
)  # fmt: skip
def test_every_syntax_is_read(syntax: str, text: str) -> None:
    facts = parse_facts_bytes(text.encode(), syntax, "f")

    assert [statement.quad.object for statement in facts.statements] == [NamedNode("http://e/o")]


def test_statement_said_twice_counts_once_at_its_first_line() -> None:
    facts = parse_facts_bytes(b"<http://e/s> a <http://e/C> .\n<http://e/s> a <http://e/C> .", "turtle", "f.ttl")

    assert [statement.line for statement in facts.statements] == [1]


def test_literals_are_in_the_form_of_the_store() -> None:
    facts = parse_facts_bytes(b"<http://e/s> <http://e/p> 007 , 7 , '007' .", "turtle", "f.ttl")

    assert sorted(lines_by_object(facts)) == ['"007"', '"7"^^<http://www.w3.org/2001/XMLSchema#integer>']


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("@prefix : <http://e/> .\n:a :b :c\n:d :e :f .", 3, 1, "A dot is expected at the end of statements"),
        ("\n:a :b :c .", 2, 1, "The prefix : has not been declared"),
        ('<http://e/ا> <http://e/p> "سلام" سلام .', 1, 34, "سلام"),
        ("<relative> a <http://e/C> .", 1, 1, "No scheme found in an absolute IRI"),
    ],
)
def test_fault_of_syntax_is_told_with_file_line_column_and_reason(
    tmp_path: Path, text: str, line: int, column: int, reason: str
) -> None:
    file = tmp_path / "faulty.ttl"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(ParseError) as caught:
        parse_facts(file)

    assert (caught.value.file, caught.value.line, caught.value.column) == (str(file), line, column)
    assert reason in caught.value.reason
    assert str(caught.value).startswith(f"{file}:{line}:{column}: ")


def test_bytes_that_are_not_utf8_are_a_fault_of_their_line() -> None:
    with pytest.raises(ParseError, match="UTF-8") as caught:
        parse_facts_bytes(b'<http://e/s> a <http://e/C> .\n<http://e/s> <http://e/p> "\xff" .', "turtle", "f.ttl")

    assert caught.value.line == 2


def test_json_that_is_cut_off_is_a_fault() -> None:
    with pytest.raises(ParseError):
        parse_facts_bytes(b'{"@id": "http://e/s", ', "jsonld", "f.jsonld")


def test_remote_context_of_json_ld_is_not_fetched() -> None:
    with pytest.raises(ParseError, match="remote context"):
        parse_facts_bytes(b'{"@context": "http://127.0.0.1:9/context", "a": "b"}', "jsonld", "f.jsonld")


def test_triple_terms_are_refused() -> None:
    text = b"<http://e/s> <http://e/p> <<( <http://e/s> <http://e/p> <http://e/o> )>> ."

    with pytest.raises(ParseError, match=r"RDF 1\.2"):
        parse_facts_bytes(text, "turtle", "f.ttl")


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="cannot be read"):
        parse_facts(tmp_path / "nowhere.ttl")


def test_unknown_ending_is_told_with_the_known_formats(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"facts\.docx: .* \.ttl, \.trig, \.nt"):
        parse_facts(tmp_path / "facts.docx")
