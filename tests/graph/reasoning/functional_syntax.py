"""OWL's functional syntax, as far as the W3C's tests of the RL profile have no other: turned into Turtle."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from .generated import triples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mithaq.graph.triples import Triple

_PREFIX: Final = re.compile(r"Prefix\((\w*:)=(<[^>]*>)\)")
_WORD: Final = re.compile(r'"[^"]*"[^\s()]*|[()]|[^\s()"]+')
_IN_TURTLE: Final = MappingProxyType(
    {
        "Ontology": "{all}",
        "Declaration": "{0}",
        "NamedIndividual": "{0} a owl:NamedIndividual .",
        "DataProperty": "{0} a owl:DatatypeProperty .",
        "FunctionalDataProperty": "{0} a owl:FunctionalProperty .",
        "DataPropertyRange": "{0} rdfs:range {1} .",
        "DataPropertyAssertion": "{1} {0} {2} .",
        "ClassAssertion": "{1} a {0} .",
        "DataHasValue": "[ a owl:Restriction ; owl:onProperty {0} ; owl:hasValue {1} ]",
    }
)


def read_functional(text: str) -> list[Triple]:
    """Read an ontology; a `KeyError` names what is not known here."""
    prefixes = "".join(f"@prefix {prefix} {iri} .\n" for prefix, iri in _PREFIX.findall(text))
    (ontology,) = _expressions(iter(_WORD.findall(_PREFIX.sub("", text))))
    return triples(prefixes + ontology)


def _expressions(words: Iterator[str]) -> list[str]:
    """Turn what stands there up to a closing bracket, each expression in brackets with its name before it."""
    found: list[str] = []
    for word in words:
        if word == ")":
            break
        if word == "(":
            name, parts = found.pop(), _expressions(words)
            found.append(_IN_TURTLE[name].format(*parts, all="\n".join(parts)))
        else:
            found.append(word)
    return found
