"""SERVICE at allowed addresses: the other service is asked for the group, and its rows stand in the group's place.

A group of SERVICE is evaluated by itself and then joined (SPARQL 1.1 Federated Query, 2), so a table of its solutions
(VALUES) means the same. Blank nodes are of the other service alone; here they get IRIs. What is not a SERVICE with a
constant, allowed address is left as it is, for the store to refuse.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, QueryResultsFormat, QuerySolutions, Triple, parse_query_results

from .fetching import fetch, is_allowed
from .problems import Problem, ProblemError
from .sparql_tokens import ends_of_groups, is_doubtful, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pyoxigraph import Literal, NamedNode

    from .fetching import Addresses, Fetched
    from .sparql_tokens import Token

_HEADERS: Final = {
    "Content-Type": "application/sparql-query",
    "Accept": "application/sparql-results+json, application/sparql-results+xml;q=0.5",
}
_FORMATS: Final = {"application/sparql-results+xml": QueryResultsFormat.XML}
_DECLARED: Final = {"PREFIX": 3, "BASE": 2}
"""How many tokens a declaration has: a prefix may be two, as in `ex:`."""
_NAMED_HERE: Final = "urn:x-mithaq:blank:"


def with_services_answered(text: str, prefixes: Mapping[str, str], allowed: Addresses) -> str:
    """Put tables in the place of allowed groups of SERVICE; raises ProblemError where a service fails, not SILENT."""
    if not allowed or "service" not in text.lower():
        return text
    tokens = list(tokens_of(text))
    if is_doubtful(tokens):
        return text
    ends, parts, end = ends_of_groups(tokens), [], 0
    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())
    for index, token in enumerate(tokens):
        silent = index + 1 < len(tokens) and tokens[index + 1].word == "SILENT"
        group = index + 2 + silent  # after the name of the service
        if token.word != "SERVICE" or token.begin < end or group not in ends:
            continue
        url, last = tokens[group - 1].text[1:-1], tokens[ends[group]].end
        if tokens[group - 1].kind == "iri" and is_allowed(url, allowed):
            asked = f"{declared}{_declarations(tokens[:index])}\nSELECT * WHERE {text[tokens[group].begin : last]}"
            parts += [text[end : token.begin], _answered(url, asked, allowed, silent=silent)]
            end = last
    return "".join([*parts, text[end:]])


def _declarations(tokens: Sequence[Token]) -> str:
    """Write the declarations of prefixes and bases among tokens."""
    texts = [each.text for each in tokens]
    found = []
    for index, token in enumerate(tokens):
        if token.word in _DECLARED:
            found.append(" ".join(texts[index : index + _DECLARED[token.word]]))
    return "\n".join(found)


def _written(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if isinstance(term, BlankNode):
        return f"<{_NAMED_HERE}{term.value}>"
    if isinstance(term, Triple):
        return f"<<( {_written(term.subject)} {term.predicate} {_written(term.object)} )>>"
    return "UNDEF" if term is None else str(term)


def _not_understood(url: str, reason: str) -> ProblemError:
    detail = f"What {url} answers cannot be read: {reason}."
    return ProblemError(Problem(HTTPStatus.BAD_GATEWAY, "fetch-failed", "Fetching failed", detail))


def _answered(url: str, query: str, allowed: Addresses, *, silent: bool) -> str:
    try:
        return f"{{ {_table(url, fetch(url, _HEADERS, allowed, query.encode()))} }}"
    except ProblemError:
        if silent:
            return "{}"  # one empty solution (2.1)
        raise


def _table(url: str, came: Fetched) -> str:
    try:
        result = parse_query_results(came.data, _FORMATS.get(came.media_type, QueryResultsFormat.JSON))
        if not isinstance(result, QuerySolutions):
            raise _not_understood(url, "it gives no solutions")
        rows = " ".join(f"({' '.join(_written(term) for term in row)})" for row in result)
    except (ValueError, SyntaxError) as error:
        raise _not_understood(url, str(error)) from error
    return f"VALUES ({' '.join(f'?{variable.value}' for variable in result.variables)}) {{ {rows} }}"
